//! What is to be done in a case: what is done, what is next, and why something cannot begin yet.

use web::Page;

use crate::{
    actions::Opened,
    domain::{Guard, Ivo, NoteKind, State, Verb, measures, unsaid},
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

/// The list as it is made for one reader.
struct List<'a> {
    page: &'a Page,
    opened: &'a Opened,
    open: Vec<Verb>,
    known: Vec<Guard>,
}

/// The tasks of a case that somebody has taken, in the order they are done. What a decision leads to is there when it is decided.
pub fn of(page: &Page, opened: &Opened) -> Vec<Task> {
    // What was something else has none, and in the archive nothing is to be done.
    if matches!(opened.case.state, State::OutOfScope | State::Archived) {
        return Vec::new();
    }
    let list = List { page, opened, open: opened.open_to(), known: opened.known() };
    let [protect, take, key_list] = list.at_once();
    let all = [protect, take].into_iter().chain(list.notice()).chain([key_list]).chain(list.inquiry());
    all.chain(list.inquiry_to_ivo()).chain(list.what_follows()).collect()
}

impl List<'_> {
    fn task(&self, key: &str, status: TaskStatus, (verb, place): (Verb, &'static str)) -> Task {
        let place = if self.open.contains(&verb) { place } else { "" };
        Task { text: self.page.t(&format!("task-{key}")), status, more: None, place }
    }

    /// With the reason why it cannot begin, while it cannot.
    fn after(&self, task: Task, why: &str) -> Task {
        let more = (task.status == TaskStatus::Locked).then(|| self.page.t(&format!("task-why-{why}")));
        Task { more: task.more.or(more), ..task }
    }

    fn knows(&self, guard: Guard) -> bool {
        self.known.contains(&guard)
    }

    /// What is opened again is decided anew.
    fn is_decided(&self) -> bool {
        self.knows(Guard::Decided) && self.opened.case.state != State::Inquiry
    }

    fn at_once(&self) -> [Task; 3] {
        let file = &self.opened.file;
        let is_protected = file.notes.iter().any(|note| note.kind == NoteKind::Protection);
        let has_codes = !file.codes.is_empty() || self.knows(Guard::InquiryComplete);
        [
            self.task("protect", TaskStatus::of(is_protected, true), (Verb::Protect, "skydda")),
            self.task("take", TaskStatus::Done, (Verb::Take, "")),
            self.task("key-list", TaskStatus::of(has_codes, true), (Verb::AddKey, "kodnyckel")),
        ]
    }

    fn inquiry(&self) -> [Task; 5] {
        let (page, findings) = (self.page, &self.opened.findings);
        let begun = !matches!(self.opened.case.state, State::Received | State::Registered | State::Assessing);
        let answered = 10 - unsaid(&self.opened.file.entries).len();
        let all_answered = begun && answered == 10;
        let complete = self.knows(Guard::InquiryComplete);
        let start = TaskStatus::of(begun, true);
        let entries =
            self.task("add_entry", TaskStatus::of(all_answered, begun), (Verb::AddEntry, "anteckna"));
        let counted = page.t2("task-counted", ("done", &answered.to_string()), ("all", "10"));
        let entries = Task { more: (begun && !all_answered).then_some(counted), ..entries };
        let finish = (Verb::CompleteInquiry, "utredning-klar");
        let is_clean = complete || (all_answered && findings.is_empty());
        let names = self.task("deidentify", TaskStatus::of(is_clean, all_answered), finish);
        let found = (!findings.is_empty()).then(|| page.t1("task-found", "count", findings.len()));
        let names = Task { more: found, ..names };
        let decide = TaskStatus::of(self.is_decided(), complete);
        [
            self.task("start_inquiry", start, (Verb::StartInquiry, "inled-utredning")),
            self.after(entries, "start_inquiry"),
            self.after(names, "add_entry"),
            self.after(
                self.task("complete_inquiry", TaskStatus::of(complete, all_answered), finish),
                "add_entry",
            ),
            self.after(self.task("decide", decide, (Verb::Decide, "besluta")), "complete_inquiry"),
        ]
    }

    /// L6, as soon as IVO is to hear of it.
    fn notice(&self) -> Option<Task> {
        let is_done = !self.knows(Guard::IvoRequired);
        let next = if self.knows(Guard::IvoFormFilled) {
            (Verb::NotifyIvo, "anmald-ivo")
        } else {
            (Verb::PrepareIvo, "anmalan-ivo")
        };
        let notice = || self.task("notify_ivo", TaskStatus::of(is_done, true), next);
        (self.opened.case.ivo != Ivo::NotRequired).then(notice)
    }

    /// L12, of what IVO is notified of.
    fn inquiry_to_ivo(&self) -> Option<Task> {
        let is_done = !self.knows(Guard::IvoNotified);
        let send = (Verb::SendInquiryToIvo, "utredning-till-ivo");
        let task = || self.task("send_inquiry_to_ivo", TaskStatus::of(is_done, self.is_decided()), send);
        let is_notified = !matches!(self.opened.case.ivo, Ivo::NotRequired | Ivo::Required);
        is_notified.then(|| self.after(task(), "decide"))
    }

    /// What a decision leads to.
    fn what_follows(&self) -> Vec<Task> {
        let state = self.opened.case.state;
        if !self.is_decided() {
            return Vec::new();
        }
        let told = TaskStatus::of(self.knows(Guard::FeedbackGiven), true);
        let tell = self.task("give_feedback", told, (Verb::GiveFeedback, "aterforing"));
        if self.knows(Guard::GradeIsNoMisconduct) {
            return vec![tell];
        }
        let is_closed = state == State::Closed;
        let has_plan = !measures(self.opened.case.since_decided(&self.opened.file.records)).is_empty();
        let is_settled = is_closed || self.knows(Guard::MeasuresSettled);
        let is_judged = is_closed || self.knows(Guard::EffectJudged);
        let is_ready = self.opened.case.closable_at.is_some();
        let settle = TaskStatus::of(is_settled, has_plan);
        let judge = TaskStatus::of(is_judged, state == State::FollowUp);
        vec![
            self.task("plan", TaskStatus::of(has_plan, true), (Verb::AddMeasure, "atgard")),
            self.after(self.task("settle", settle, (Verb::SettleMeasure, "atgard-klar")), "plan"),
            self.after(self.task("judge_effect", judge, (Verb::JudgeEffect, "effekt")), "settle"),
            tell,
            self.after(
                self.task("close", TaskStatus::of(is_closed, is_ready), (Verb::Close, "avsluta")),
                "close",
            ),
        ]
    }
}
