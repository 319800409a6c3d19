//! What has happened in a case, newest first.

use kernel::Timestamp;
use web::Page;

use super::{said, wording};
use crate::domain::{Case, File, NoteKind, Record, RecordKind, is_corrected};

/// One thing that happened.
pub struct Event {
    pub at: Timestamp,
    pub title: String,
    pub who: String,
    /// What was written.
    pub text: String,
    /// Whether the case's page shows the text in another place.
    pub stands_elsewhere: bool,
}

impl Event {
    pub fn iso(&self) -> String {
        self.at.to_rfc3339()
    }
}

pub fn of(page: &Page, case: &Case, file: &File) -> Vec<Event> {
    let event = |at, title: String, who: String| Event {
        at,
        title,
        who,
        text: String::new(),
        stands_elsewhere: false,
    };
    let reported = file
        .report
        .iter()
        .map(|report| event(case.received_at, page.t("event-reported"), report.by.to_string()));
    let registered = case
        .registered_at
        .zip(case.diary_number.as_ref())
        .map(|(at, number)| event(at, page.t1("event-registered", "number", number), String::new()));
    let taken = file.taken.iter().map(|taken| event(taken.at, page.t("event-taken"), taken.by.to_string()));
    let notes = file.notes.iter().map(|note| {
        let key = match note.kind {
            NoteKind::Protection => "event-protected",
            NoteKind::Plan => "event-planned",
            NoteKind::WishToWithdraw => "event-wish-to-withdraw",
        };
        Event { text: note.text.clone(), ..event(note.at, page.t(key), note.by.to_string()) }
    });
    let entries = file.entries.iter().map(|entry| {
        let key = if entry.corrects.is_some() { "event-corrected" } else { "event-entry" };
        let title = page.t1(key, "section", entry.section.number());
        let entered = event(entry.recorded_at, title, entry.recorded_by.to_string());
        Event { text: entry.text.clone(), stands_elsewhere: true, ..entered }
    });
    let completed = file.completions.iter().map(|completion| {
        let proposed = page.t1("event-proposed", "grade", wording::grade(page, completion.proposed_grade));
        let text = [proposed, said::kept(page, &completion.kept)].join("\n").trim_end().to_owned();
        let title = page.t("event-completed");
        Event { text, ..event(completion.completed_at, title, completion.completed_by.to_string()) }
    });
    let decided = file.decisions.iter().map(|decision| {
        let content = &decision.content;
        let title = page.t1("event-decided", "grade", wording::grade(page, content.grade));
        Event {
            text: content.reasons.clone(),
            ..event(content.decided_at, title, content.signature().to_string())
        }
    });
    let recorded = |record: &Record| {
        let (title, text) = said::of(page, &record.content);
        Event { text, ..event(record.at, title, record.by.to_string()) }
    };
    // Beside the deed that it belongs to, not after it.
    let (kept, records): (Vec<_>, Vec<_>) =
        file.records.iter().partition(|record| record.content.kind() == RecordKind::Kept);
    let (kept, records) = (kept.into_iter().map(recorded), records.into_iter().map(recorded));
    let mut events: Vec<Event> = reported
        .chain(registered)
        .chain(taken)
        .chain(notes)
        .chain(entries)
        .chain(completed)
        .chain(kept)
        .chain(decided)
        .chain(records)
        .collect();
    // Stable, so that what happened at the same moment keeps its order, turned round.
    events.sort_by_key(|event| event.at);
    events.reverse();
    events
}

/// Whether an entry has been corrected by another.
pub fn is_old(file: &File, entry: crate::domain::EntryId) -> bool {
    is_corrected(entry, &file.entries)
}
