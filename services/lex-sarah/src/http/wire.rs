//! What goes over the wire: plain values, made from what the caller sees.

use chrono::{DateTime, NaiveDate, Utc};
use kernel::{Uuid, calendar::swedish_day};
use organisation::Colleague;
use serde::Serialize;
use utoipa::ToSchema;

use crate::{
    actions::Opened,
    domain::{
        Attachment, Case, Completion, Content, Decision, Entry, File, Grade, Happened, Ivo, Kept, Kind,
        Nearest, Note, NoteKind, Record, Report, Sight, Signature, Similar, SourceKind, State, Status, Verb,
    },
    store::{Line, Lines, Window},
};

/// A list, one page of it.
#[derive(Serialize, ToSchema)]
pub struct Listing<T> {
    pub items: Vec<T>,
    #[schema(example = 20)]
    pub limit: u64,
    #[schema(example = 1)]
    pub page: u64,
    /// Whether there is another page.
    #[schema(example = false)]
    pub more: bool,
}

/// A report of the caller's own.
#[derive(Serialize, ToSchema)]
pub struct OwnReport {
    pub id: Uuid,
    #[schema(example = "7KM4-Q2XP")]
    pub case_number: String,
    pub unit_id: Uuid,
    pub received_at: DateTime<Utc>,
    pub status: Status,
}

#[derive(Serialize, ToSchema)]
pub struct NearestDay {
    pub on: NaiveDate,
    /// What it is the last day of.
    pub of: Nearest,
}

/// A case in a list.
#[derive(Serialize, ToSchema)]
pub struct CaseLine {
    pub id: Uuid,
    #[schema(example = "7KM4-Q2XP")]
    pub case_number: String,
    pub unit_id: Uuid,
    pub received_at: DateTime<Utc>,
    pub status: Status,
    /// For those who investigate or decide it.
    pub state: Option<State>,
    /// The internal target of the next step; never a statutory deadline.
    pub due_on: Option<NaiveDate>,
    /// The last day for sending the inquiry to IVO, once IVO has been notified.
    pub ivo_due_on: Option<NaiveDate>,
    /// The nearest of all its days, by which lists are ordered.
    pub nearest: Option<NearestDay>,
    /// Whether the caller investigates it.
    pub is_mine: bool,
}

/// A case, with as much of it as the caller sees.
#[derive(Serialize, ToSchema)]
pub struct CaseDocument {
    pub id: Uuid,
    #[schema(example = "7KM4-Q2XP")]
    pub case_number: String,
    pub unit_id: Uuid,
    pub received_at: DateTime<Utc>,
    pub status: Status,
    pub state: Option<State>,
    pub due_on: Option<NaiveDate>,
    #[schema(example = "UTBF 2026-17")]
    pub diary_number: Option<String>,
    pub ivo: Option<Ivo>,
    /// The last day for sending the inquiry to IVO, once IVO has been notified.
    pub ivo_due_on: Option<NaiveDate>,
    pub inquiry_completed_at: Option<DateTime<Utc>>,
    /// What the caller may do now.
    pub next: Vec<Verb>,
    pub report: Option<ReportDocument>,
    /// What came with the report, and what the inquiry rests on; oldest first.
    pub attachments: Vec<AttachmentDocument>,
    pub protections: Vec<NoteDocument>,
    pub plan: Vec<NoteDocument>,
    pub entries: Vec<EntryDocument>,
    pub completion: Option<CompletionDocument>,
    pub decision: Option<DecisionDocument>,
    /// What was added beside the inquiry, oldest first.
    pub records: Vec<RecordDocument>,
    /// What the caller was told of what came of their own report, oldest first.
    pub feedback: Vec<FeedbackDocument>,
}

/// What the reporter was told.
#[derive(Serialize, ToSchema)]
pub struct FeedbackDocument {
    pub told_on: NaiveDate,
    #[schema(example = "Vi har ändrat hur vi går till bussen. Tack för att du berättade.")]
    pub words: String,
}

#[derive(Serialize, ToSchema)]
pub struct Author {
    #[schema(example = "Maja Provsson")]
    pub name: String,
    #[schema(example = "gruppchef")]
    pub title: Option<String>,
}

#[derive(Serialize, ToSchema)]
pub struct ReportDocument {
    pub text: String,
    pub happened: Option<Happened>,
    pub happened_when: Option<String>,
    pub acted: Option<String>,
    pub concerns_manager: bool,
    pub reported_by: Author,
    /// Who received it, by name and title.
    pub received_by: Vec<Author>,
    /// The complaint it came from.
    #[schema(example = "7KM4-Q2XP")]
    pub complaint_number: Option<String>,
    /// Who wrote it down, when it was told.
    pub taken_down_by: Option<Author>,
    pub taken_down_at: Option<DateTime<Utc>>,
    /// Whether it was read back to the one who told it.
    pub read_back: Option<bool>,
    /// The local routine that was in force.
    #[schema(example = "2026-09")]
    pub routine: String,
}

/// A file, to be read at `/api/v1/cases/{id}/attachments/{attachment_id}`.
#[derive(Serialize, ToSchema)]
pub struct AttachmentDocument {
    pub id: Uuid,
    #[schema(example = "grinden.jpg")]
    pub name: String,
    #[schema(example = "image/jpeg")]
    pub content_type: &'static str,
    /// In bytes.
    #[schema(example = 48_213)]
    pub size: i64,
    /// Over its content, in hexadecimal.
    pub sha256: String,
    /// Whether it may be opened: the virus scanner may not have seen it yet, or has found something.
    #[schema(example = true)]
    pub can_be_opened: bool,
    /// The entry it belongs to; none when it came with the report.
    pub entry: Option<Uuid>,
    pub added_at: DateTime<Utc>,
}

#[derive(Serialize, ToSchema)]
pub struct NoteDocument {
    pub text: String,
    /// When it was done, in the writer's words.
    pub done_when: Option<String>,
    pub done_by: Option<String>,
    pub written_at: DateTime<Utc>,
    pub written_by: Author,
}

#[derive(Serialize, ToSchema)]
pub struct EntryDocument {
    pub id: Uuid,
    /// One of the ten points of SOSFS 2011:5 ch. 5.
    #[schema(minimum = 1, maximum = 10, example = 1)]
    pub section: u8,
    pub kind: Kind,
    pub source_kind: Option<SourceKind>,
    /// Who, by code or title; which document; which place.
    pub source: Option<String>,
    /// When somebody was heard, said so or saw it; the day of a document.
    pub source_on: Option<NaiveDate>,
    pub text: String,
    /// The entry it corrects.
    pub corrects: Option<Uuid>,
    pub recorded_at: DateTime<Utc>,
    pub recorded_by: Author,
}

#[derive(Serialize, ToSchema)]
pub struct CompletionDocument {
    pub similar_before: Similar,
    pub proposed_grade: Grade,
    /// What could tell who somebody is and stays, and why.
    pub kept: Vec<Kept>,
    pub completed_at: DateTime<Utc>,
    pub completed_by: Author,
}

#[derive(Serialize, ToSchema)]
pub struct RecordDocument {
    pub id: Uuid,
    /// The record that this one goes on from.
    pub about: Option<Uuid>,
    pub written_at: DateTime<Utc>,
    pub written_by: Author,
    pub content: Content,
}

#[derive(Serialize, ToSchema)]
pub struct DecisionDocument {
    pub grade: Grade,
    pub reasons: String,
    pub ivo_required: bool,
    /// Why IVO is not to be notified after all.
    pub ivo_reset_because: Option<String>,
    #[schema(example = "Delegationsordningen 7.4")]
    pub delegation: String,
    /// What is to be done, as far as it was decided.
    pub measures: Option<String>,
    pub decided_at: DateTime<Utc>,
    pub decided_by: Author,
    /// Over the record as it was frozen.
    pub sha256: String,
}

impl<T> Listing<T> {
    pub fn of(lines: Lines, window: Window, item: impl Fn(Line) -> T) -> Self {
        let items = lines.lines.into_iter().map(item).collect();
        Self { items, limit: window.limit, page: window.page, more: lines.more }
    }
}

impl From<Line> for OwnReport {
    fn from(line: Line) -> Self {
        Self {
            id: line.id.as_uuid(),
            case_number: line.number.to_string(),
            unit_id: line.unit.as_uuid(),
            received_at: line.received_at,
            status: line.state.status(),
        }
    }
}

impl CaseLine {
    pub fn of(line: &Line, reader: &Colleague) -> Self {
        let on_workbench = line.is_on_the_workbench_of(reader);
        Self {
            id: line.id.as_uuid(),
            case_number: line.number.to_string(),
            unit_id: line.unit.as_uuid(),
            received_at: line.received_at,
            status: line.state.status(),
            state: on_workbench.then_some(line.state),
            due_on: line.due_on.filter(|_| on_workbench),
            ivo_due_on: line.ivo_due_on.filter(|_| on_workbench),
            nearest: line.nearest.filter(|_| on_workbench).map(|(on, of)| NearestDay { on, of }),
            is_mine: line.investigator == Some(reader.id),
        }
    }
}

impl From<Opened> for CaseDocument {
    fn from(opened: Opened) -> Self {
        let next = opened.open_to();
        let Opened { case, sight, file, .. } = opened;
        let shows_state = matches!(sight, Sight::Listed | Sight::Whole);
        let File {
            report,
            notes,
            attachments,
            entries,
            completions,
            decisions,
            records,
            codes: _,
            taken: _,
            package: _,
        } = file;
        // To the reporter without who told them.
        let (own, records) = if sight == Sight::Own { (records, Vec::new()) } else { (Vec::new(), records) };
        let notes_of = |kind: NoteKind| {
            notes.iter().filter(|note| note.kind == kind).map(NoteDocument::from).collect::<Vec<_>>()
        };
        let Case { id, number, unit, state, due_on, diary_number, received_at, ivo, .. } = case;
        Self {
            id: id.as_uuid(),
            case_number: number.to_string(),
            unit_id: unit.as_uuid(),
            received_at,
            status: state.status(),
            state: shows_state.then_some(state),
            due_on: due_on.filter(|_| shows_state),
            diary_number: diary_number.filter(|_| sight == Sight::Whole),
            ivo: (sight == Sight::Whole).then_some(ivo),
            ivo_due_on: case.ivo_due_on.filter(|_| sight == Sight::Whole),
            inquiry_completed_at: case.inquiry_completed_at.filter(|_| sight == Sight::Whole),
            next,
            report: report.map(ReportDocument::from),
            attachments: attachments.into_iter().map(AttachmentDocument::from).collect(),
            protections: notes_of(NoteKind::Protection),
            plan: notes_of(NoteKind::Plan),
            entries: entries.into_iter().map(EntryDocument::from).collect(),
            completion: completions.into_iter().next_back().map(CompletionDocument::from),
            decision: decisions.into_iter().next_back().map(DecisionDocument::from),
            records: records.into_iter().map(RecordDocument::from).collect(),
            feedback: own.into_iter().filter_map(FeedbackDocument::of).collect(),
        }
    }
}

impl From<Signature> for Author {
    fn from(Signature { name, title }: Signature) -> Self {
        Self { name, title }
    }
}

impl From<Report> for ReportDocument {
    fn from(report: Report) -> Self {
        let Report {
            by,
            receivers,
            text,
            happened,
            happened_when,
            acted,
            concerns_manager,
            channel: _,
            cites,
            routine,
            taken_down,
        } = report;
        Self {
            text,
            happened,
            happened_when,
            acted,
            concerns_manager,
            reported_by: by.into(),
            received_by: receivers.into_iter().map(Author::from).collect(),
            complaint_number: cites.map(|cited| cited.number.to_string()),
            read_back: taken_down.as_ref().map(|taken_down| taken_down.read_back),
            taken_down_at: taken_down.as_ref().map(|taken_down| taken_down.at),
            taken_down_by: taken_down.map(|taken_down| taken_down.by.into()),
            routine,
        }
    }
}

impl From<Attachment> for AttachmentDocument {
    fn from(attachment: Attachment) -> Self {
        let Attachment { id, name, kind, size, sha256, held, entry, added_at } = attachment;
        Self {
            id: id.as_uuid(),
            name,
            content_type: kind.word(),
            size,
            sha256,
            can_be_opened: held.is_none(),
            entry: entry.map(crate::domain::EntryId::as_uuid),
            added_at,
        }
    }
}

impl From<&Note> for NoteDocument {
    fn from(note: &Note) -> Self {
        Self {
            text: note.text.clone(),
            done_when: note.done_when.clone(),
            done_by: note.done_by.clone(),
            written_at: note.at,
            written_by: note.by.clone().into(),
        }
    }
}

impl From<Entry> for EntryDocument {
    fn from(entry: Entry) -> Self {
        let Entry { id, section, kind, source, text, corrects, recorded_at, recorded_by } = entry;
        Self {
            id: id.as_uuid(),
            section: section.number(),
            kind,
            source_kind: source.as_ref().map(|source| source.kind),
            source_on: source.as_ref().and_then(|source| source.on),
            source: source.and_then(|source| source.named),
            text,
            corrects: corrects.map(crate::domain::EntryId::as_uuid),
            recorded_at,
            recorded_by: recorded_by.into(),
        }
    }
}

impl From<Completion> for CompletionDocument {
    fn from(completion: Completion) -> Self {
        let Completion { similar_before, proposed_grade, kept, completed_at, completed_by } = completion;
        Self { similar_before, proposed_grade, kept, completed_at, completed_by: completed_by.into() }
    }
}

impl From<Record> for RecordDocument {
    fn from(Record { id, about, at, by, content }: Record) -> Self {
        let about = about.map(crate::domain::RecordId::as_uuid);
        Self { id: id.as_uuid(), about, written_at: at, written_by: by.into(), content }
    }
}

impl FeedbackDocument {
    fn of(record: Record) -> Option<Self> {
        let Content::Feedback(feedback) = record.content else { return None };
        Some(Self { told_on: swedish_day(record.at), words: feedback.words })
    }
}

impl From<Decision> for DecisionDocument {
    fn from(Decision { content, sha256 }: Decision) -> Self {
        Self {
            decided_by: content.signature().into(),
            grade: content.grade,
            reasons: content.reasons,
            ivo_required: content.ivo_required,
            ivo_reset_because: content.ivo_reset_because,
            delegation: content.delegation,
            measures: content.measures,
            decided_at: content.decided_at,
            sha256,
        }
    }
}
