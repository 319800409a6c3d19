//! The organisation register (H14) as quality gives it out: who has which role where, and since when.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

/// The whole register. Others keep their last copy and work on when quality is away.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Organisation {
    pub units: Vec<Unit>,
    pub people: Vec<Person>,
    pub assignments: Vec<Assignment>,
}

/// A unit that runs korttidstillsyn.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Unit {
    pub id: Uuid,
    #[schema(example = "Norrglimtskolans KTT")]
    pub name: String,
    /// Lower-case word that tells the unit from others.
    #[schema(example = "norrglimt")]
    pub short_name: String,
    /// The day the activity was notified to IVO (LSS 23 §). Without it the unit is not active (H16).
    #[serde(default)]
    pub ivo_notified_on: Option<NaiveDate>,
}

/// Somebody with a role. Never somebody a case is about, unless they have a role of their own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Person {
    pub id: Uuid,
    #[schema(example = "Maja Lindqvist")]
    pub name: String,
    /// Post or title, as it stands beside what the person writes.
    #[serde(default)]
    #[schema(example = "gruppchef")]
    pub title: Option<String>,
    /// What the identity provider calls the person: matched once, at the first log-in.
    #[schema(example = "gruppchef-norrglimt")]
    pub login: String,
    /// The address at work. Given to the notifications service only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(example = "maja.lindqvist@example.org")]
    pub email: Option<String>,
}

/// A role held from one day to another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Assignment {
    pub person_id: Uuid,
    pub role: Role,
    /// None: for the whole city.
    #[serde(default)]
    pub unit_id: Option<Uuid>,
    /// Whose guardian: one assignment a youth, who has the role `youth` at the same unit. Given to complaints only, which ends what a
    /// guardian follows of a youth who has come of age, and not of their siblings (OSL 12:3).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub youth_id: Option<Uuid>,
    pub from: NaiveDate,
    /// The last day, inclusive. None: until further notice.
    #[serde(default)]
    pub to: Option<NaiveDate>,
}

/// What a person is in the work (requirements G).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    Guardian,
    Youth,
    Staff,
    UnitManager,
    Principal,
    SchoolOwnerRepresentative,
    LexSarahInvestigator,
    DecisionMaker,
    Registrar,
    /// Takes in what people tell by telephone or at a desk.
    ContactCentre,
    Archivist,
    DataProtectionOfficer,
    Administrator,
}
