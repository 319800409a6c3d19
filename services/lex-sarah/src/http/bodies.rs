//! What is sent to an address that changes a case, and the deed that it asks for.

use auth::Person;
use chrono::NaiveDate;
use kernel::Uuid;
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use utoipa::ToSchema;

use crate::{
    App,
    actions::{self, Failed},
    domain::{
        CaseId, Grade, Kind, MisconductKind, PartInCase, Similar, SourceKind, TypedCompletion, TypedDecision,
        TypedEntry, TypedKept, TypedKey, TypedProtection,
    },
};

/// A body that asks for one deed.
pub trait Deed: DeserializeOwned + Send + 'static {
    /// Whether it asks for a log-in of the last minutes.
    const FRESH: bool = false;

    fn done(
        self,
        app: &App,
        person: &Person,
        case: CaseId,
        version: i64,
    ) -> impl Future<Output = Result<(), Failed>> + Send;
}

/// The investigator takes the case.
#[derive(Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TakeBody {
    /// That nothing ties the caller to the people in the case (rule G.2). Must be true.
    #[schema(example = true)]
    free_of_conflict: bool,
}

#[derive(Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ProtectBody {
    /// What was done at once.
    #[schema(min_length = 1, max_length = 20000, example = "En vuxen går vid hans sida från och med nu.")]
    text: String,
    /// When, unless it was just now.
    #[serde(default)]
    #[schema(max_length = 200, example = "kl. 15.10 i dag")]
    done_when: Option<String>,
    /// Who did it, unless it was the caller.
    #[serde(default)]
    #[schema(max_length = 200, example = "Eva Prov, fritidsledare")]
    done_by: Option<String>,
}

#[derive(Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PlanBody {
    /// Whom to hear, what to read, by when.
    #[schema(
        min_length = 1,
        max_length = 20000,
        example = "Samtal med dem som arbetade. Läsa schemat för dagen."
    )]
    plan: String,
}

/// A piece of the inquiry. It cannot be changed; a correction is a new one that names it.
#[derive(Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct EntryBody {
    /// One of the ten points of SOSFS 2011:5 ch. 5.
    #[schema(minimum = 1, maximum = 10, example = 1)]
    section: u8,
    kind: Kind,
    /// What kind of source it rests on; `other` when it is left out.
    #[serde(default)]
    source_kind: Option<SourceKind>,
    /// Who, by code or title; which document; which place. Needed unless it was seen or is not known.
    #[serde(default)]
    #[schema(max_length = 200, example = "samtal med personal 2")]
    source: Option<String>,
    /// When somebody was heard, said so or saw it, for which it is needed; the day of a document.
    #[serde(default)]
    source_on: Option<NaiveDate>,
    #[schema(min_length = 1, max_length = 20000, example = "Ungdomen var ensam vid grinden i tio minuter.")]
    text: String,
    /// The entry it corrects.
    #[serde(default)]
    corrects: Option<Uuid>,
}

#[derive(Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CompletionBody {
    similar_before: Similar,
    proposed_grade: Grade,
    /// What kind of event it was, for the yearly account.
    #[serde(default)]
    kind: Option<MisconductKind>,
    /// Why each thing that the check found stays; needed of each of them.
    #[serde(default)]
    kept: Vec<TypedKept>,
}

#[derive(Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DecisionBody {
    grade: Grade,
    #[schema(min_length = 1, max_length = 20000, example = "Händelsen ledde inte till någon fara.")]
    reasons: String,
    /// Whether IVO is notified. May be left out for the two serious grades, which are always notified.
    #[serde(default)]
    ivo_required: Option<bool>,
    /// Why IVO is not to be notified after all, when that was settled before.
    #[serde(default)]
    #[schema(max_length = 20000, example = "Det visade sig att en vuxen stod bredvid.")]
    ivo_reset_because: Option<String>,
    /// By which delegation.
    #[schema(min_length = 1, max_length = 200, example = "Delegationsordningen 7.4")]
    delegation: String,
    /// What is to be done, as far as it is decided now.
    #[serde(default)]
    #[schema(max_length = 20000, example = "Rutinen vid avstigning skrivs om före den 1 december.")]
    measures: Option<String>,
    /// Why each thing that the check found in what is written here stays; needed of each of them.
    #[serde(default)]
    kept: Vec<TypedKept>,
}

/// Somebody in the key list. The code is made here.
#[derive(Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct KeyBody {
    #[schema(min_length = 1, max_length = 200, example = "Prov Provsson")]
    name: String,
    part: PartInCase,
}

/// Somebody who is part of what happened.
#[derive(Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ImplicateBody {
    person_id: Uuid,
}

impl Deed for KeyBody {
    async fn done(self, app: &App, person: &Person, case: CaseId, version: i64) -> Result<(), Failed> {
        let typed = TypedKey { name: self.name, part: self.part.code().to_owned() };
        actions::add_key(app, person, case, version, &typed).await
    }
}

impl Deed for ImplicateBody {
    async fn done(self, app: &App, person: &Person, case: CaseId, version: i64) -> Result<(), Failed> {
        actions::implicate(app, person, case, version, &self.person_id.to_string()).await
    }
}

impl Deed for TakeBody {
    async fn done(self, app: &App, person: &Person, case: CaseId, version: i64) -> Result<(), Failed> {
        actions::take(app, person, case, version, self.free_of_conflict).await
    }
}

impl Deed for ProtectBody {
    async fn done(self, app: &App, person: &Person, case: CaseId, version: i64) -> Result<(), Failed> {
        let Self { text, done_when, done_by } = self;
        let typed = TypedProtection {
            text,
            done_when: done_when.unwrap_or_default(),
            done_by: done_by.unwrap_or_default(),
        };
        actions::protect(app, person, case, version, &typed).await
    }
}

impl Deed for PlanBody {
    async fn done(self, app: &App, person: &Person, case: CaseId, version: i64) -> Result<(), Failed> {
        actions::start_inquiry(app, person, case, version, &self.plan).await
    }
}

impl Deed for EntryBody {
    async fn done(self, app: &App, person: &Person, case: CaseId, version: i64) -> Result<(), Failed> {
        let Self { section, kind, source_kind, source, source_on, text, corrects } = self;
        let typed = TypedEntry {
            section: section.to_string(),
            kind: kind.code().to_owned(),
            source_kind: source_kind.map(SourceKind::code).unwrap_or_default().to_owned(),
            source: source.unwrap_or_default(),
            source_on: source_on.map(|day| day.to_string()).unwrap_or_default(),
            text,
            corrects: corrects.map(|id| id.to_string()).unwrap_or_default(),
        };
        actions::add_entry(app, person, case, version, &typed).await.map(drop)
    }
}

impl Deed for CompletionBody {
    async fn done(self, app: &App, person: &Person, case: CaseId, version: i64) -> Result<(), Failed> {
        let Self { similar_before, proposed_grade, kind, kept } = self;
        let typed = TypedCompletion {
            similar_before: similar_before.code().to_owned(),
            proposed_grade: proposed_grade.code().to_owned(),
            kind: kind.map(MisconductKind::code).unwrap_or_default().to_owned(),
            kept,
        };
        actions::complete_inquiry(app, person, case, version, &typed).await
    }
}

impl Deed for DecisionBody {
    const FRESH: bool = true;

    async fn done(self, app: &App, person: &Person, case: CaseId, version: i64) -> Result<(), Failed> {
        let Self { grade, reasons, ivo_required, ivo_reset_because, delegation, measures, kept } = self;
        let ivo = match ivo_required {
            Some(true) => "yes",
            Some(false) => "no",
            None => "",
        };
        let typed = TypedDecision {
            grade: grade.code().to_owned(),
            reasons,
            ivo: ivo.to_owned(),
            delegation,
            measures: measures.unwrap_or_default(),
            ivo_reset_because: ivo_reset_because.unwrap_or_default(),
            kept,
        };
        actions::decide(app, person, case, version, &typed).await
    }
}
