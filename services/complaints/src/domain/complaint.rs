//! A complaint, and every step it can take.

use chrono::NaiveDate;
use kernel::{CaseNumber, PersonId, Timestamp, UnitId, calendar::swedish_day};
use organisation::{Colleague, Register};

use crate::domain::{
    Acknowledgement, AnsweredBy, By, Category, Cause, Closing, Confirmed, Deviation, Duty, EntryKind, Left,
    Level, NewComplaint, Outcome, Parties, Policy, Redirection, Refused, Registration, Severity, Standing,
    State, Status, Targets, Triage, Verb, breach_by, permitted,
};

kernel::define_id!(
    /// A complaint, a view or praise.
    ComplaintId
);

words! {
    /// What the sender calls it. Staff judge at triage what it is.
    Kind {
        Complaint = "complaint",
        View = "view",
        Praise = "praise",
        /// They were not asked, or did not say.
        Unsaid = "unsaid",
    }
}

words! {
    /// Who the sender is to the youth, as they say it themselves.
    Relation {
        Guardian = "guardian",
        Youth = "youth",
        CloseRelation = "close_relation",
        Staff = "staff",
        Other = "other",
        Unknown = "unknown",
    }
}

words! {
    /// How it came in.
    Channel {
        WebForm = "web_form",
        Api = "api",
        Phone = "phone",
        Letter = "letter",
        Visit = "visit",
        EMail = "e_mail",
    }
}

/// A complaint without what was written in it. A step consumes it and gives it back as it is afterwards.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Complaint {
    pub id: ComplaintId,
    pub number: CaseNumber,
    pub state: State,
    /// The version it was read at; a write is made over that version or not at all.
    pub version: i64,
    pub received_at: Timestamp,
    pub channel: Channel,
    /// Who wrote it down for the sender, and when (FL 27 §). None when the sender wrote it here.
    pub taken_in: Option<Done>,
    pub language: String,
    pub kind: Kind,
    pub relation: Relation,
    pub wants_answer: bool,
    pub unit: Option<UnitId>,
    /// Whether the sender says that it is about the manager of the unit.
    pub about_manager: bool,
    pub level: Level,
    pub handler: Option<PersonId>,
    /// Since when something from the sender waits that nobody whom it lies with has read or answered.
    pub unread_since: Option<Timestamp>,
    pub targets: Targets,
    /// When the sender learned that it has come. None: somebody has to tell them yet, or they cannot be reached.
    pub acknowledged: Option<Acknowledgement>,
    pub registered: Option<Registration>,
    pub triaged: Option<(Triage, Done)>,
    /// When IMY must have been told of a breach (GDPR art. 33). None when there is none, or it is seen to.
    pub breach_by: Option<Timestamp>,
    /// What the sender gets names nobody (FL 33 § last paragraph).
    pub names_withheld: bool,
    pub redirected: Option<Redirection>,
    pub inquiry_started_at: Option<Timestamp>,
    /// Whether the inquiry found a deviation. None until what it found is written down.
    pub deviation: Option<Deviation>,
    pub answered: Option<Done>,
    /// How the sender got the answer. None until it is answered.
    pub answered_by: Option<AnsweredBy>,
    /// The next day a measure asks for something.
    pub measure_by: Option<NaiveDate>,
    pub closed: Option<Closing>,
}

/// When something was done and by whom.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Done {
    pub at: Timestamp,
    pub by: PersonId,
}

impl Complaint {
    /// C1: what was sent is received the moment the service holds it.
    pub fn receive(new: &NewComplaint, level: Level, at: Timestamp, policy: &Policy) -> Self {
        let acknowledged = Confirmed::on_arrival(new).map(|how| Acknowledgement { at, how });
        let is_to_be_told = acknowledged.is_none() && new.can_be_reached();
        let targets = Targets::from(at, policy);
        let acknowledge_by = targets.acknowledge_by.filter(|_| is_to_be_told);
        Self {
            id: ComplaintId::new(),
            number: CaseNumber::random(),
            state: State::Received,
            version: 1,
            received_at: at,
            channel: new.channel,
            taken_in: None,
            language: new.language.clone(),
            kind: new.kind,
            relation: new.relation,
            wants_answer: new.wants_answer,
            unit: new.unit,
            about_manager: new.about_manager,
            level,
            handler: None,
            unread_since: None,
            targets: Targets { acknowledge_by, ..targets },
            acknowledged,
            registered: None,
            triaged: None,
            breach_by: None,
            names_withheld: false,
            redirected: None,
            inquiry_started_at: None,
            deviation: None,
            answered: None,
            answered_by: None,
            measure_by: None,
            closed: None,
        }
    }

    /// C7: one of several matters in `self`, as if it had come in by itself on the same day (FL 22 §).
    #[must_use]
    pub fn part(&self, unit: Option<UnitId>) -> Self {
        // Of another unit's manager nothing was said.
        let about_manager = self.about_manager && (unit.is_none() || unit == self.unit);
        Self {
            id: ComplaintId::new(),
            number: CaseNumber::random(),
            state: State::Received,
            version: 1,
            unit,
            about_manager,
            // They are told of it when it is split.
            targets: Targets { acknowledge_by: None, ..self.targets },
            level: Level::UnitManager,
            handler: None,
            unread_since: None,
            registered: None,
            triaged: None,
            breach_by: None,
            redirected: None,
            inquiry_started_at: None,
            deviation: None,
            answered: None,
            answered_by: None,
            measure_by: None,
            closed: None,
            ..self.clone()
        }
    }

    /// As [`Self::receive`], for what was told to somebody at work, or came by letter or mail: it came in when they were told
    /// (FL 22 §), not when they wrote it down.
    pub fn take_in(
        new: &NewComplaint,
        level: Level,
        told_at: Timestamp,
        done: Done,
        policy: &Policy,
    ) -> Self {
        let received = Self::receive(new, level, told_at, policy);
        // A mail goes now, and not when they told it.
        let acknowledged = received.acknowledged.map(|told| match told.how {
            Confirmed::Mail => Acknowledgement { at: done.at, ..told },
            Confirmed::Screen | Confirmed::Spoken | Confirmed::Message => told,
        });
        Self { taken_in: Some(done), acknowledged, ..received }
    }

    /// C2.
    pub fn register(self, entry: Registration) -> Result<Self, Refused> {
        let state = permitted(Verb::Register, self.state, By::System)?;
        Ok(Self { state, registered: Some(entry), ..self })
    }

    /// C.5: a registrar has looked at the entry; the line or the mark is another, if they say so.
    pub fn correct_entry(
        self,
        standing: Standing,
        done: Done,
        correct: impl FnOnce(Registration) -> Registration,
    ) -> Result<Self, Refused> {
        let state = permitted(Verb::CorrectEntry, self.state, By::Person(standing))?;
        let checked = |entry| Registration { checked: Some(done), ..correct(entry) };
        Ok(Self { state, registered: self.registered.map(checked), ..self })
    }

    /// Leads a complaint that named no unit to the one it is about.
    pub fn route(self, unit: UnitId, level: Level, standing: Standing) -> Result<Self, Refused> {
        let state = permitted(Verb::Route, self.state, By::Person(standing))?;
        if self.unit.is_some() {
            return Err(Refused::HasUnit);
        }
        Ok(Self { state, unit: Some(unit), level, ..self })
    }

    /// It is about another unit than the sender said, whose people begin where it stands. What was judged and done stays.
    pub fn move_to(self, unit: UnitId, level: Level, standing: Standing) -> Result<Self, Refused> {
        let state = permitted(Verb::Move, self.state, By::Person(standing))?;
        match self.unit {
            None => Err(Refused::NoUnit),
            Some(before) if before == unit => Err(Refused::SameUnit),
            Some(_) => Ok(Self { state, unit: Some(unit), level, handler: None, ..self }),
        }
    }

    /// Takes a person off it (G.2). `level` is the lowest that still has somebody.
    pub fn exclude(self, person: PersonId, level: Level, standing: Standing) -> Result<Self, Refused> {
        let state = permitted(Verb::Exclude, self.state, By::Person(standing))?;
        let handler = self.handler.filter(|handler| *handler != person);
        Ok(Self { state, level, handler, ..self })
    }

    /// It is not about the manager, as somebody else than they has found: from then on it lies where it would have (G.2). Once it
    /// has been answered it stays where it is, for the sender may have wanted the next level.
    pub fn let_manager_in(self, level: Level, manages_it: bool, standing: Standing) -> Result<Self, Refused> {
        let state = permitted(Verb::LetManagerIn, self.state, By::Person(standing))?;
        match self.unit {
            _ if !self.about_manager => Err(Refused::NotAboutManager),
            _ if manages_it => Err(Refused::ManagesIt),
            None => Err(Refused::NoUnit),
            Some(_) => {
                let level = if self.answered.is_some() { self.level } else { level };
                Ok(Self { state, level, about_manager: false, ..self })
            }
        }
    }

    /// `whom` handles it from now on, if they may read it. A reason is asked for when somebody else has handled it.
    pub fn assign(
        self,
        whom: PersonId,
        may_read: bool,
        has_reason: bool,
        standing: Standing,
    ) -> Result<Self, Refused> {
        let state = permitted(Verb::Assign, self.state, By::Person(standing))?;
        match self.handler {
            _ if !may_read => Err(Refused::MayNotHandle),
            Some(handler) if handler == whom => Err(Refused::HandlesAlready),
            Some(_) if !has_reason => Err(Refused::ReasonLeft),
            Some(_) | None => Ok(Self { state, handler: Some(whom), ..self }),
        }
    }

    /// It lies with all whom it lies with again.
    pub fn hand_back(self, standing: Standing) -> Result<Self, Refused> {
        let state = permitted(Verb::HandBack, self.state, By::Person(standing))?;
        match self.handler {
            Some(_) => Ok(Self { state, handler: None, ..self }),
            None => Err(Refused::NobodyHandles),
        }
    }

    /// C4.
    pub fn triage(self, triage: Triage, standing: Standing, done: Done) -> Result<Self, Refused> {
        let state = permitted(Verb::Triage, self.state, By::Person(standing))?;
        if self.unit.is_none() {
            return Err(Refused::NoUnit);
        }
        let breach_by = triage.data_breach.then(|| breach_by(done.at));
        let registered = self.registered.map(|entry| entry.judged(&triage));
        Ok(Self { state, registered, triaged: Some((triage, done)), breach_by, ..self })
    }

    /// C4 once more. `breach_known` is when a breach was first found, if one was; `fulfilled` are the duties that were. A view that
    /// turns out to be more is inquired into.
    pub fn rejudge(
        self,
        triage: Triage,
        breach_known: Option<Timestamp>,
        fulfilled: &[Duty],
        standing: Standing,
        done: Done,
    ) -> Result<Self, Refused> {
        let state = permitted(Verb::Rejudge, self.state, By::Person(standing))?;
        if self.triaged.is_none() {
            return Err(Refused::JudgeFirst);
        }
        let is_view = triage.severity == Severity::None;
        let state = if state == State::NoComplaint && !is_view { State::Triaged } else { state };
        let runs = triage.data_breach && !fulfilled.contains(&Duty::DataBreach);
        let breach_by = runs.then(|| breach_by(breach_known.unwrap_or(done.at)));
        Ok(Self { state, triaged: Some((triage, done)), breach_by, ..self })
    }

    /// C4 b, c, f: a duty that triage found is fulfilled. `before` are those that were already.
    pub fn fulfil(
        self,
        duty: Duty,
        outcome: Outcome,
        before: &[Duty],
        standing: Standing,
    ) -> Result<Self, Refused> {
        let state = permitted(Verb::FulfilDuty, self.state, By::Person(standing))?;
        if !self.duties_left(before).contains(&duty) {
            return Err(Refused::NoSuchDuty);
        }
        let breach_by = self.breach_by.filter(|_| duty != Duty::DataBreach);
        let names_withheld = self.names_withheld || outcome == Outcome::NamesWithheld;
        Ok(Self { state, breach_by, names_withheld, ..self })
    }

    /// Which duties wait, when `fulfilled` are done.
    pub fn duties_left(&self, fulfilled: &[Duty]) -> Vec<Duty> {
        let found = self.triaged.iter().flat_map(|(triage, _)| triage.duties());
        found.filter(|duty| !fulfilled.contains(duty)).collect()
    }

    /// C6. What has a unit is judged first, so that no duty is passed over.
    pub fn redirect(self, redirection: Redirection, standing: Standing) -> Result<Self, Refused> {
        let state = permitted(Verb::Redirect, self.state, By::Person(standing))?;
        if self.unit.is_some() && self.triaged.is_none() {
            return Err(Refused::JudgeFirst);
        }
        Ok(Self { state, redirected: Some(redirection), ..self })
    }

    /// C7: what another is about too is inquired into with that one. Its own sender still waits for an answer.
    pub fn merge(self, standing: Standing, at: Timestamp) -> Result<Self, Refused> {
        let state = permitted(Verb::Merge, self.state, By::Person(standing))?;
        Ok(Self { state, inquiry_started_at: Some(at), ..self })
    }

    /// The side exit for views and praise.
    pub fn put_down_as_view(self, standing: Standing) -> Result<Self, Refused> {
        let state = permitted(Verb::NoComplaint, self.state, By::Person(standing))?;
        match self.triaged {
            Some((Triage { severity: Severity::None, .. }, _)) => Ok(Self { state, ..self }),
            _ => Err(Refused::IsComplaint),
        }
    }

    /// C8. Whoever begins handles it; a deputy begins for the one whose place they fill.
    pub fn start_inquiry(self, standing: Standing, at: Timestamp) -> Result<Self, Refused> {
        let state = permitted(Verb::StartInquiry, self.state, By::Person(standing))?;
        Ok(Self { state, handler: Some(standing.acts_for), inquiry_started_at: Some(at), ..self })
    }

    /// C8: what the inquiry found is in the journal. It can be added to until it is closed.
    pub fn inquire(self, deviation: Deviation, standing: Standing) -> Result<Self, Refused> {
        let state = permitted(Verb::Inquire, self.state, By::Person(standing))?;
        Ok(Self { state, deviation: Some(deviation), ..self })
    }

    /// Whether it is inquired into, and nobody has written down what was found.
    pub const fn awaits_findings(&self) -> bool {
        matches!(self.state, State::Inquiry) && self.deviation.is_none()
    }

    /// C8: the answer will be later than the unit meant to.
    pub fn postpone(self, answer_by: NaiveDate, standing: Standing) -> Result<Self, Refused> {
        let state = permitted(Verb::Postpone, self.state, By::Person(standing))?;
        let targets = Targets { answer_by, ..self.targets };
        Ok(Self { state, targets, ..self })
    }

    /// C9. Nobody answers before what the inquiry found is written down; what goes on as another is inquired into there.
    pub fn answer(self, by: AnsweredBy, standing: Standing, done: Done) -> Result<Self, Refused> {
        let state = permitted(Verb::Answer, self.state, By::Person(standing))?;
        if self.awaits_findings() {
            return Err(Refused::InquiryLeft);
        }
        Ok(Self { state, answered: Some(done), answered_by: Some(by), ..self })
    }

    /// C10: something is to be done, or was looked at. `next` is the next day a measure asks for something.
    pub fn see_to_measures(
        self,
        verb: Verb,
        next: Option<NaiveDate>,
        standing: Standing,
    ) -> Result<Self, Refused> {
        let state = permitted(verb, self.state, By::Person(standing))?;
        Ok(Self { state, measure_by: next, ..self })
    }

    /// C10. Nothing that triage or the measures ask for may be left, and nobody goes untold in silence.
    pub fn close(self, standing: Standing, closing: Closing, left: Left) -> Result<Self, Refused> {
        let state = permitted(Verb::Close, self.state, By::Person(standing))?;
        match left {
            Left { report: true, .. } => Err(Refused::ReportLeft),
            Left { duties: true, .. } => Err(Refused::DutyLeft),
            Left { effects: true, .. } => Err(Refused::EffectLeft),
            Left { word: true, .. } => Err(Refused::WordLeft),
            Left { untold: true, .. } => Err(Refused::UntoldLeft),
            Left { notes: true, .. } => Err(Refused::NotesLeft),
            Left { .. } => Ok(Self { state, closed: Some(closing), measure_by: None, ..self }),
        }
    }

    /// C11. `level` is whom it lies with now: the next one when the sender is not satisfied. What is found from now on is written
    /// down anew.
    pub fn reopen(
        self,
        cause: Cause,
        level: Level,
        answer_by: NaiveDate,
        standing: Standing,
    ) -> Result<Self, Refused> {
        let state = permitted(Verb::Reopen, self.state, By::Person(standing))?;
        if self.triaged.is_none() {
            return Err(Refused::JudgeFirst);
        }
        let handler = self.handler.filter(|_| cause == Cause::NewFacts);
        let targets = Targets { answer_by, ..self.targets };
        let inquiry_started_at = self.inquiry_started_at.or(self.closed.map(|closing| closing.done.at));
        Ok(Self { state, level, handler, targets, closed: None, inquiry_started_at, deviation: None, ..self })
    }

    /// C11, as the sender asks for it. What was planned goes on; what is found from now on is written down anew.
    pub fn ask_next_level(self, level: Level, answer_by: NaiveDate) -> Result<Self, Refused> {
        let state = permitted(Verb::AskNextLevel, self.state, By::Sender)?;
        if level <= self.level || !self.has_next_level() {
            return Err(Refused::NoLevelAbove);
        }
        let targets = Targets { answer_by, ..self.targets };
        let inquiry_started_at = self.inquiry_started_at.or(self.answered.map(|done| done.at));
        Ok(Self {
            state,
            level,
            handler: None,
            targets,
            closed: None,
            inquiry_started_at,
            deviation: None,
            ..self
        })
    }

    /// Whether there is an answer, and somebody above whoever gave it.
    pub fn has_next_level(&self) -> bool {
        let is_time = matches!(self.state, State::Answered | State::Measures | State::Closed);
        is_time && self.answered.is_some() && self.unit.is_some() && self.level.up() > self.level
    }

    /// A verb that changes nothing here but the state, or not even that: a note, a message, a hand-over; being split.
    pub fn step(self, verb: Verb, standing: Standing) -> Result<Self, Refused> {
        let state = permitted(verb, self.state, By::Person(standing))?;
        if verb == Verb::HandOver && self.unit.is_none() {
            return Err(Refused::NoUnit);
        }
        Ok(Self { state, ..self })
    }

    /// Whether an entry of this kind may still be written. To remember by while one works is nothing any more once it is closed
    /// (TF 2:12); what belongs to the record is added then too.
    pub const fn takes(&self, kind: EntryKind) -> Result<(), Refused> {
        if self.closed.is_some() && !kind.belongs_to_record() { Err(Refused::WorkIsOver) } else { Ok(()) }
    }

    /// Whoever handles it, while their role leads them to it.
    pub fn present_handler(&self, register: &Register, day: NaiveDate) -> Option<PersonId> {
        let person = register.colleague(self.handler?, day)?;
        let reads = self.parties().standing(&person).is_some_and(|standing| standing.reads);
        reads.then_some(person.id)
    }

    pub const fn parties(&self) -> Parties {
        Parties { unit: self.unit, level: self.level, handler: self.handler }
    }

    /// Whether what the sender wrote has been seen once this person has: by whoever handles it, or stands in for them; while nobody
    /// does, by anybody whom it lies with. Others who read along leave the sign to those who are to act.
    pub fn is_seen_by(&self, person: &Colleague, standing: Standing) -> bool {
        let handles = |handler| person.hats().any(|hat| hat.id == handler);
        standing.in_charge && self.handler.is_none_or(handles)
    }

    /// C3: whatever somebody at work writes to the sender tells them that it has come.
    #[must_use]
    pub fn confirmed(self, at: Timestamp) -> Self {
        let by_message = Acknowledgement { at, how: Confirmed::Message };
        let targets = Targets { acknowledge_by: None, ..self.targets };
        Self { acknowledged: self.acknowledged.or(Some(by_message)), targets, ..self }
    }

    /// The next internal target. None when nothing is left to answer.
    pub fn next_target(&self) -> Option<NaiveDate> {
        let sooner =
            |day: NaiveDate| Some(self.targets.acknowledge_by.map_or(day, |confirm| confirm.min(day)));
        match self.state {
            State::Received | State::Registered => sooner(self.targets.triage_by),
            State::Triaged | State::Inquiry | State::Merged => sooner(self.targets.answer_by),
            State::Measures => self.measure_by,
            // A view asks for no answer, but its sender is told that it came.
            State::NoComplaint => self.targets.acknowledge_by,
            State::Answered | State::Closed | State::Disposed | State::Redirected | State::Split => None,
        }
    }

    /// The nearest day by which something must be done: the internal target, or the law's for telling IMY of a breach (GDPR
    /// art. 33). What lists are ordered by, and of what somebody is reminded.
    pub fn next_clock(&self) -> Option<NaiveDate> {
        let breach = self.breach_by.map(swedish_day).filter(|_| self.closed.is_none());
        self.next_target().into_iter().chain(breach).min()
    }

    /// Whether it was judged to be about somebody whose identity is protected: then nothing is mailed, for even that a mail came from
    /// here can betray them (I.3).
    pub fn is_protected(&self) -> bool {
        self.triaged.is_some_and(|(triage, _)| triage.is_about(Category::ProtectedIdentity))
    }

    /// What the sender is told of where it stands.
    pub const fn status(&self) -> Status {
        match self.state {
            State::Received => Status::Received,
            State::Registered => Status::Registered,
            State::Triaged | State::Inquiry | State::Split | State::Merged => Status::Handled,
            State::Answered | State::Measures => Status::Answered,
            State::Closed | State::Disposed | State::NoComplaint => Status::Closed,
            State::Redirected => Status::Redirected,
        }
    }
}
