//! What may be asked of notifications: that somebody be told that something waits. There is no field for text,
//! so no content can leave by mail (requirements I.3).

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::{Service, organisation::Role};

/// `POST /api/v1/messages`
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewMessage {
    pub occasion: Occasion,
    pub recipient: Recipient,
    /// The neutral number of the matter, never the diary number.
    #[schema(example = "7KM4-Q2XP")]
    pub case_number: String,
    /// An internal target, but for `task_waits`: there it is the last day, which a law or somebody who planned a measure has set.
    #[serde(default)]
    pub due_on: Option<NaiveDate>,
    /// Where the link leads: the start page of a service, never a matter of its own.
    pub link_to: Service,
}

/// Why somebody is told. The wording belongs to notifications and says no more than this.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Occasion {
    /// A new matter waits for the receiver group.
    NewMatter,
    /// A matter waits for somebody's next step. The only occasion whose day is a last day.
    TaskWaits,
    /// The other side of a dialogue has written.
    NewMessage,
    /// An answer can be read.
    AnswerReady,
    /// To the one who sent something in: it has arrived.
    Received,
    /// There is something new to read: to the one who sent something in, that it is decided (not how); to those who answer for a unit
    /// or have decided something, how far it has come.
    Decided,
    /// An internal target of somebody's next step is near. It is the municipality's own, never a time that a law sets.
    TargetNears,
    /// An internal target has passed: to the one whose step it is, and to the next level.
    TargetPassed,
    /// Somebody will be away: to whoever stands in for them, and to them when somebody else noted it. The number is the absence's own, the
    /// day its first.
    Absence,
}

/// Who is told. Names and plain addresses have no place here.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum Recipient {
    /// Everybody who has the role that day, at the unit or city-wide.
    Role {
        role: Role,
        #[serde(default)]
        unit_id: Option<Uuid>,
        /// People who may not be told (rule G.2).
        #[serde(default)]
        except: Vec<Uuid>,
    },
    Person {
        person_id: Uuid,
    },
    /// An e-mail address sealed to the key of notifications (base64), and the language its owner reads.
    SealedAddress {
        sealed: String,
        #[schema(example = "sv")]
        language: String,
    },
}

/// `GET /api/v1/messages/{id}`
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct MessageStatus {
    pub id: Uuid,
    pub occasion: Occasion,
    pub case_number: String,
    pub received_at: DateTime<Utc>,
    pub deliveries: Vec<DeliveryStatus>,
}

/// One mail to one recipient.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct DeliveryStatus {
    pub id: Uuid,
    pub state: DeliveryState,
    pub attempts: i32,
    pub last_attempt_at: Option<DateTime<Utc>>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum DeliveryState {
    /// To be sent, or to be tried again.
    Waiting,
    /// The mail server has taken it.
    Sent,
    /// The mail server refused it for good; an operator sees it.
    Refused,
}
