//! What is to be done until a case is decided: what is done, what is next, and why something cannot begin yet.

use web::Page;

use crate::{
    actions::Opened,
    domain::{NoteKind, State, Verb, unsaid},
};

/// A line of the list.
pub struct Task {
    pub text: String,
    pub status: TaskStatus,
    /// How far it has come, or what it waits for.
    pub more: Option<String>,
    /// Where it is done, when it is to be done now and by whoever reads.
    pub place: &'static str,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TaskStatus {
    Done,
    Now,
    Locked,
}

impl TaskStatus {
    pub const fn text(self) -> &'static str {
        match self {
            Self::Done => "task-done",
            Self::Now => "task-now",
            Self::Locked => "task-locked",
        }
    }

    /// How its tag looks: what is done is plain.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Now => "new",
            Self::Locked => "",
        }
    }

    const fn of(is_done: bool, is_open: bool) -> Self {
        match (is_done, is_open) {
            (true, _) => Self::Done,
            (false, true) => Self::Now,
            (false, false) => Self::Locked,
        }
    }
}

/// The tasks of a case that somebody has taken, in the order they are done.
pub fn of(page: &Page, opened: &Opened) -> Vec<Task> {
    let Opened { case, file, findings, .. } = opened;
    let begun = !matches!(case.state, State::Received | State::Registered | State::Assessing);
    let answered = 10 - unsaid(&file.entries).len();
    let all_answered = begun && answered == 10;
    let complete = case.inquiry_completed_at.is_some();
    let open = opened.open_to();
    let at = |verb, place| if open.contains(&verb) { place } else { "" };
    let is_protected = file.notes.iter().any(|note| note.kind == NoteKind::Protection);
    let task = |key: &str, status: TaskStatus, place, more: Option<String>| Task {
        text: page.t(&format!("task-{key}")),
        status,
        more,
        place,
    };
    let why = |status: TaskStatus, key| (status == TaskStatus::Locked).then(|| page.t(key));

    let entries = TaskStatus::of(all_answered, begun);
    let counted = page.t2("task-counted", ("done", &answered.to_string()), ("all", "10"));
    let names = TaskStatus::of(complete || (all_answered && findings.is_empty()), all_answered);
    let coded = !file.codes.is_empty() || complete;
    let found = (!findings.is_empty()).then(|| page.t1("task-found", "count", findings.len()));
    let finishing = at(Verb::CompleteInquiry, "utredning-klar");
    let completion = TaskStatus::of(complete, all_answered);
    // What is opened again is decided anew.
    let decision = TaskStatus::of(case.outcome.is_some() && case.state != State::Inquiry, complete);
    vec![
        task("protect", TaskStatus::of(is_protected, true), at(Verb::Protect, "skydda"), None),
        task("take", TaskStatus::Done, "", None),
        task("key-list", TaskStatus::of(coded, true), at(Verb::AddKey, "kodnyckel"), None),
        task("start_inquiry", TaskStatus::of(begun, true), at(Verb::StartInquiry, "inled-utredning"), None),
        task(
            "add_entry",
            entries,
            at(Verb::AddEntry, "anteckna"),
            why(entries, "task-why-start_inquiry").or(Some(counted).filter(|_| begun && !all_answered)),
        ),
        task("deidentify", names, finishing, found.or_else(|| why(names, "task-why-add_entry"))),
        task("complete_inquiry", completion, finishing, why(completion, "task-why-add_entry")),
        task("decide", decision, at(Verb::Decide, "besluta"), why(decision, "task-why-complete_inquiry")),
    ]
}
