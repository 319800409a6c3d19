//! One complaint on the wire.

use chrono::{DateTime, NaiveDate, Utc};
use kernel::{PersonId, UnitId};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::domain::{
    Acknowledgement, AnsweredBy, By, Case, Category, Channel, Complaint, Concerns, Confirmed, Content,
    Deviation, DiaryLine, Direction, Done, Duty, Elsewhere, EntryKind, Fulfilment, Kind, Level, Link,
    Measure, MessageKind, Onward, Outcome, Redirection, Relation, SecrecyGround, State, Tie, Triage, Verb,
    permitted,
};

/// One complaint, as much of it as the person may see.
#[derive(Serialize, ToSchema)]
pub(crate) struct ComplaintDetail {
    id: Uuid,
    #[schema(example = "7KM4-Q2XP")]
    case_number: String,
    state: State,
    received_at: DateTime<Utc>,
    channel: Channel,
    /// Who wrote it down for the sender, and when.
    taken_in: Option<DoneBy>,
    #[schema(example = "sv")]
    language: String,
    kind: Kind,
    relation: Relation,
    wants_answer: bool,
    unit_id: Option<Uuid>,
    /// Whether the sender says that it is about the manager of the unit.
    about_manager: bool,
    level: Level,
    handler_id: Option<Uuid>,
    /// The unit's own targets; no law sets them.
    targets: InternalTargets,
    /// When the sender learned that it has come, and by what.
    acknowledged: Option<Confirmation>,
    registration: Option<RegisterEntry>,
    triage: Option<TriageOutcome>,
    /// What it was judged to be before, oldest first. Empty for a registrar.
    judged_before: Vec<TriageOutcome>,
    /// When IMY must have been told of a breach (GDPR art. 33). Missing when there is none, or it is seen to.
    breach_by: Option<DateTime<Utc>>,
    /// What the sender gets names nobody (FL 33 §).
    names_withheld: bool,
    redirected: Option<WhereTo>,
    inquiry_started_at: Option<DateTime<Utc>>,
    answered: Option<DoneBy>,
    /// How the sender got the answer.
    answered_by: Option<AnsweredBy>,
    closed: Option<DoneBy>,
    /// What the inquiry found (H40). Missing until somebody has written it down.
    deviation: Option<Deviation>,
    /// Who has handed it over to lex Sarah. What becomes of it is not known here.
    handed_over: Vec<DoneBy>,
    /// Those it belongs with, as far as the person may know of them.
    links: Vec<LinkedComplaint>,
    /// Of a part: the number of the complaint that has the sender's files. Missing when there are none.
    #[schema(example = "7KM4-Q2XP")]
    files_stay_with: Option<String>,
    /// What the person may do with it now.
    permitted: Vec<Verb>,
    /// What was written. Missing for a registrar, who sees what stands in the register.
    content: Option<Written>,
}

#[expect(clippy::struct_field_names, reason = "as they are called on the wire")]
#[derive(Serialize, ToSchema)]
pub(crate) struct InternalTargets {
    /// Missing when the sender knows that it has come, or cannot be reached.
    acknowledge_by: Option<NaiveDate>,
    triage_by: NaiveDate,
    answer_by: NaiveDate,
}

#[derive(Serialize, ToSchema)]
pub(crate) struct Confirmation {
    at: DateTime<Utc>,
    how: Confirmed,
}

/// What stands in the register (OSL 5 kap.).
#[derive(Serialize, ToSchema)]
pub(crate) struct RegisterEntry {
    #[schema(example = "KTT 2026/0042")]
    number: String,
    registered_at: DateTime<Utc>,
    #[schema(example = "Klagomål, korttidstillsyn")]
    line: DiaryLine,
    #[schema(example = "OSL 26:1")]
    secrecy_mark: Option<SecrecyGround>,
    /// Which registrar looked it through, and when. Missing as long as nobody has.
    checked: Option<DoneBy>,
}

#[expect(clippy::struct_excessive_bools, reason = "each is a question of its own")]
#[derive(Serialize, ToSchema)]
pub(crate) struct TriageOutcome {
    category: Category,
    /// What else it is about.
    besides: Vec<Category>,
    /// 0–4.
    #[schema(example = 2)]
    severity: i16,
    misconduct_suspected: bool,
    child_at_risk: bool,
    data_breach: bool,
    concerns: Concerns,
    other_authority: bool,
    threat: bool,
    done: DoneBy,
}

/// For whom it is, and how the sender was helped there.
#[derive(Serialize, ToSchema)]
pub(crate) struct WhereTo {
    to: Elsewhere,
    how: Onward,
    consent: bool,
}

/// Another complaint, and what it is to this one.
#[derive(Serialize, ToSchema)]
pub(crate) struct LinkedComplaint {
    tie: Tie,
    id: Uuid,
    #[schema(example = "7KM4-Q2XP")]
    case_number: String,
}

#[derive(Serialize, ToSchema)]
pub(crate) struct DoneBy {
    at: DateTime<Utc>,
    person_id: Uuid,
}

#[derive(Serialize, ToSchema)]
pub(crate) struct Written {
    /// Oldest first; the first is what was sent in.
    messages: Vec<WrittenMessage>,
    /// Oldest first.
    journal: Vec<WrittenEntry>,
    contact: GivenContact,
    attachments: Vec<GivenFile>,
    /// In the order they were planned.
    measures: Vec<WrittenMeasure>,
    /// What triage found besides and somebody has seen to.
    fulfilled: Vec<WrittenFulfilment>,
}

#[derive(Serialize, ToSchema)]
pub(crate) struct WrittenMeasure {
    id: Uuid,
    #[schema(example = "Taxibolaget ringer oss.")]
    what: String,
    owner: Uuid,
    due_on: NaiveDate,
    check_on: NaiveDate,
    planned: DoneBy,
    /// Whether it helped, once somebody has looked.
    effect: Option<String>,
    checked: Option<DoneBy>,
}

#[derive(Serialize, ToSchema)]
pub(crate) struct WrittenFulfilment {
    duty: Duty,
    outcome: Outcome,
    #[schema(example = "Ringde mottagningen kl. 10.15.")]
    note: String,
    done: DoneBy,
}

#[derive(Serialize, ToSchema)]
pub(crate) struct WrittenMessage {
    id: Uuid,
    from: Direction,
    kind: MessageKind,
    #[schema(example = "Maja Lindqvist, gruppchef")]
    author: Option<String>,
    #[schema(example = "Tack för att du skrev.")]
    text: String,
    written_at: DateTime<Utc>,
}

#[derive(Serialize, ToSchema)]
pub(crate) struct WrittenEntry {
    id: Uuid,
    kind: EntryKind,
    #[schema(example = "Maja Lindqvist, gruppchef")]
    author: String,
    #[schema(example = "Ringde taxibolaget.")]
    text: String,
    written_at: DateTime<Utc>,
    /// The entry that it corrects.
    corrects: Option<Uuid>,
}

#[derive(Serialize, ToSchema)]
pub(crate) struct GivenContact {
    #[schema(example = "Karin Testberg")]
    name: Option<String>,
    /// Whose guardian wrote, when they were logged in.
    #[schema(example = "Elsa Testberg")]
    youth: Option<String>,
    #[schema(example = "karin@example.org")]
    email: Option<String>,
    #[schema(example = "070-174 06 11")]
    phone: Option<String>,
    /// How and when they would rather be reached.
    #[schema(example = "Ring efter klockan 15.")]
    reach: Option<String>,
    /// The language they need an interpreter for.
    #[schema(example = "tigrinja")]
    interpreter: Option<String>,
    /// Whether they want to read easy Swedish.
    easy_read: bool,
}

#[derive(Serialize, ToSchema)]
pub(crate) struct GivenFile {
    id: Uuid,
    #[schema(example = "bild.jpg")]
    name: String,
    from: Direction,
    #[schema(example = "image/jpeg")]
    content_type: &'static str,
    #[schema(example = 48_213)]
    size: i64,
    /// Whether it may be opened: the virus scanner may not have seen it yet, or has found something.
    can_be_opened: bool,
}

impl From<Case> for ComplaintDetail {
    fn from(case: Case) -> Self {
        let Case { complaint, standing, judged_before, content, handed_over, links, files_stay_with } = case;
        let may = |verb: &&Verb| permitted(**verb, complaint.state, By::Person(standing)).is_ok();
        Self {
            id: complaint.id.as_uuid(),
            case_number: complaint.number.to_string(),
            state: complaint.state,
            received_at: complaint.received_at,
            channel: complaint.channel,
            taken_in: complaint.taken_in.map(DoneBy::from),
            kind: complaint.kind,
            relation: complaint.relation,
            wants_answer: complaint.wants_answer,
            unit_id: complaint.unit.map(UnitId::as_uuid),
            about_manager: complaint.about_manager,
            level: complaint.level,
            handler_id: complaint.handler.map(PersonId::as_uuid),
            targets: InternalTargets::from(&complaint),
            acknowledged: complaint.acknowledged.map(Confirmation::from),
            registration: RegisterEntry::of(&complaint),
            triage: complaint.triaged.map(TriageOutcome::from),
            judged_before: judged_before.into_iter().map(TriageOutcome::from).collect(),
            breach_by: complaint.breach_by,
            names_withheld: complaint.names_withheld,
            redirected: complaint.redirected.map(WhereTo::from),
            links: links.into_iter().map(LinkedComplaint::from).collect(),
            files_stay_with: files_stay_with.map(|number| number.to_string()),
            inquiry_started_at: complaint.inquiry_started_at,
            answered: complaint.answered.map(DoneBy::from),
            answered_by: complaint.answered_by,
            closed: complaint.closed.map(|closing| closing.done.into()),
            deviation: complaint.deviation,
            handed_over: handed_over.into_iter().map(|(by, at)| Done { at, by }.into()).collect(),
            permitted: Verb::ALL.iter().filter(may).copied().collect(),
            content: content.map(Written::from),
            language: complaint.language,
        }
    }
}

impl From<&Complaint> for InternalTargets {
    fn from(complaint: &Complaint) -> Self {
        let crate::domain::Targets { acknowledge_by, triage_by, answer_by } = complaint.targets;
        Self { acknowledge_by, triage_by, answer_by }
    }
}

impl From<Acknowledgement> for Confirmation {
    fn from(Acknowledgement { at, how }: Acknowledgement) -> Self {
        Self { at, how }
    }
}

impl RegisterEntry {
    fn of(complaint: &Complaint) -> Option<Self> {
        let entry = complaint.registered.clone()?;
        Some(Self {
            number: entry.number,
            registered_at: entry.at,
            line: entry.line,
            secrecy_mark: entry.secrecy.map(|mark| mark.ground),
            checked: entry.checked.map(DoneBy::from),
        })
    }
}

impl From<(Triage, Done)> for TriageOutcome {
    fn from((triage, done): (Triage, Done)) -> Self {
        Self {
            category: triage.category,
            besides: triage.besides.iter().collect(),
            severity: triage.severity.number(),
            misconduct_suspected: triage.misconduct_suspected,
            child_at_risk: triage.child_at_risk,
            data_breach: triage.data_breach,
            concerns: triage.concerns,
            other_authority: triage.other_authority,
            threat: triage.threat,
            done: done.into(),
        }
    }
}

impl From<Redirection> for WhereTo {
    fn from(Redirection { to, how, consent }: Redirection) -> Self {
        Self { to, how, consent }
    }
}

impl From<Link> for LinkedComplaint {
    fn from(Link { tie, id, number }: Link) -> Self {
        Self { tie, id: id.as_uuid(), case_number: number.to_string() }
    }
}

impl From<Measure> for WrittenMeasure {
    fn from(Measure { id, text, owner, due_on, check_on, planned, effect }: Measure) -> Self {
        let (effect, checked) = effect.map(|effect| (effect.text, effect.done.into())).unzip();
        let (id, owner) = (id.as_uuid(), owner.as_uuid());
        Self { id, what: text, owner, due_on, check_on, planned: planned.into(), effect, checked }
    }
}

impl From<Fulfilment> for WrittenFulfilment {
    fn from(Fulfilment { duty, outcome, note, done }: Fulfilment) -> Self {
        Self { duty, outcome, note, done: done.into() }
    }
}

impl From<Done> for DoneBy {
    fn from(Done { at, by }: Done) -> Self {
        Self { at, person_id: by.as_uuid() }
    }
}

impl From<Content> for Written {
    fn from(content: Content) -> Self {
        let Content { messages, journal, contact, files, measures, fulfilled } = content;
        let message = |m: crate::domain::Message| WrittenMessage {
            id: m.id.as_uuid(),
            from: m.from,
            kind: m.kind,
            author: m.author,
            text: m.text,
            written_at: m.written_at,
        };
        let entry = |e: crate::domain::JournalEntry| WrittenEntry {
            id: e.id.as_uuid(),
            kind: e.kind,
            author: e.author,
            text: e.text,
            written_at: e.written_at,
            corrects: e.corrects.map(crate::domain::EntryId::as_uuid),
        };
        let file = |f: crate::domain::FileEntry| GivenFile {
            id: f.id.as_uuid(),
            name: f.name,
            from: f.from,
            content_type: f.kind.word(),
            size: f.size,
            can_be_opened: f.held.is_none(),
        };
        Self {
            messages: messages.into_iter().map(message).collect(),
            journal: journal.into_iter().map(entry).collect(),
            contact: GivenContact {
                name: contact.name.map(kernel::text::FreeText::into_string),
                youth: contact.youth.map(kernel::text::FreeText::into_string),
                email: contact.email.map(|email| email.as_str().to_owned()),
                phone: contact.phone.map(kernel::text::FreeText::into_string),
                reach: contact.reach.map(kernel::text::FreeText::into_string),
                interpreter: contact.interpreter.map(kernel::text::FreeText::into_string),
                easy_read: contact.easy_read,
            },
            attachments: files.into_iter().map(file).collect(),
            measures: measures.into_iter().map(WrittenMeasure::from).collect(),
            fulfilled: fulfilled.into_iter().map(WrittenFulfilment::from).collect(),
        }
    }
}
