//! A complaint, and every step it can take.

use chrono::NaiveDate;
use kernel::{CaseNumber, PersonId, Timestamp, UnitId};

use crate::domain::{
    By, Level, NewComplaint, Parties, Policy, Refused, Registration, Severity, Standing, State, Status,
    Targets, Triage, Verb, permitted,
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
    pub language: String,
    pub kind: Kind,
    pub relation: Relation,
    pub wants_answer: bool,
    pub unit: Option<UnitId>,
    pub level: Level,
    pub handler: Option<PersonId>,
    pub targets: Targets,
    pub registered: Option<Registration>,
    pub triaged: Option<(Triage, Done)>,
    pub inquiry_started_at: Option<Timestamp>,
    pub answered: Option<Done>,
    pub closed: Option<Closing>,
}

/// When something was done and by whom.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Done {
    pub at: Timestamp,
    pub by: PersonId,
}

/// How it was closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Closing {
    pub done: Done,
    /// Whether the unit's routine was looked over (H41): closing asks, either answer will do.
    pub routine_reviewed: bool,
}

impl Complaint {
    /// C1: what was sent is received the moment the service holds it.
    pub fn receive(new: &NewComplaint, level: Level, at: Timestamp, policy: &Policy) -> Self {
        Self {
            id: ComplaintId::new(),
            number: CaseNumber::random(),
            state: State::Received,
            version: 1,
            received_at: at,
            channel: new.channel,
            language: new.language.clone(),
            kind: new.kind,
            relation: new.relation,
            wants_answer: new.wants_answer,
            unit: new.unit,
            level,
            handler: None,
            targets: Targets::from(at, policy),
            registered: None,
            triaged: None,
            inquiry_started_at: None,
            answered: None,
            closed: None,
        }
    }

    /// C2.
    pub fn register(self, entry: Registration) -> Result<Self, Refused> {
        let state = permitted(Verb::Register, self.state, By::System)?;
        Ok(Self { state, registered: Some(entry), ..self })
    }

    /// Leads a complaint that named no unit to the one it is about.
    pub fn route(self, unit: UnitId, level: Level, standing: Standing) -> Result<Self, Refused> {
        let state = permitted(Verb::Route, self.state, By::Person(standing))?;
        if self.unit.is_some() {
            return Err(Refused::HasUnit);
        }
        Ok(Self { state, unit: Some(unit), level, ..self })
    }

    /// Takes a person off it (G.2). `level` is the lowest that still has somebody.
    pub fn exclude(self, person: PersonId, level: Level, standing: Standing) -> Result<Self, Refused> {
        let state = permitted(Verb::Exclude, self.state, By::Person(standing))?;
        let handler = self.handler.filter(|handler| *handler != person);
        Ok(Self { state, level, handler, ..self })
    }

    /// C4.
    pub fn triage(self, triage: Triage, standing: Standing, done: Done) -> Result<Self, Refused> {
        let state = permitted(Verb::Triage, self.state, By::Person(standing))?;
        if self.unit.is_none() {
            return Err(Refused::NoUnit);
        }
        Ok(Self { state, triaged: Some((triage, done)), ..self })
    }

    /// The side exit for views and praise.
    pub fn put_down_as_view(self, standing: Standing) -> Result<Self, Refused> {
        let state = permitted(Verb::NoComplaint, self.state, By::Person(standing))?;
        match self.triaged {
            Some((Triage { severity: Severity::None, .. }, _)) => Ok(Self { state, ..self }),
            _ => Err(Refused::IsComplaint),
        }
    }

    /// C8. Whoever begins handles it.
    pub fn start_inquiry(self, standing: Standing, done: Done) -> Result<Self, Refused> {
        let state = permitted(Verb::StartInquiry, self.state, By::Person(standing))?;
        Ok(Self { state, handler: Some(done.by), inquiry_started_at: Some(done.at), ..self })
    }

    /// C9.
    pub fn answer(self, standing: Standing, done: Done) -> Result<Self, Refused> {
        let state = permitted(Verb::Answer, self.state, By::Person(standing))?;
        Ok(Self { state, answered: Some(done), ..self })
    }

    /// C10.
    pub fn close(self, standing: Standing, closing: Closing) -> Result<Self, Refused> {
        let state = permitted(Verb::Close, self.state, By::Person(standing))?;
        Ok(Self { state, closed: Some(closing), ..self })
    }

    /// What leaves the state as it is: a note, a message, a hand-over.
    pub fn stay(self, verb: Verb, standing: Standing) -> Result<Self, Refused> {
        let state = permitted(verb, self.state, By::Person(standing))?;
        if verb == Verb::HandOver && self.unit.is_none() {
            return Err(Refused::NoUnit);
        }
        Ok(Self { state, ..self })
    }

    pub const fn parties(&self) -> Parties {
        Parties { unit: self.unit, level: self.level, handler: self.handler }
    }

    /// The next internal target. None when nothing is left to answer.
    pub const fn next_target(&self) -> Option<NaiveDate> {
        match self.state {
            State::Received | State::Registered => Some(self.targets.triage_by),
            State::Triaged | State::Inquiry => Some(self.targets.answer_by),
            State::Answered
            | State::Measures
            | State::Closed
            | State::Disposed
            | State::Redirected
            | State::Split
            | State::Merged
            | State::NoComplaint => None,
        }
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
