//! Everything that may happen to a case, as one value. The refusals, the buttons, the addresses of the API, the drawing
//! in STATES.md and the exhaustive test all come from it.

use super::{Standings, State, code::coded};

coded!(
    /// What somebody does to a case.
    Verb {
        Report = "report",
        WishToWithdraw = "wish_to_withdraw",
        Protect = "protect",
        Register = "register",
        Take = "take",
        /// Somebody gets a code in the key list.
        AddKey = "add_key",
        LookInKeyList = "look_in_key_list",
        /// Somebody turns out to be part of it, and is left out from then on (rule G.2).
        Implicate = "implicate",
        StartInquiry = "start_inquiry",
        FindOutOfScope = "find_out_of_scope",
        RequireIvo = "require_ivo",
        NotifyIvo = "notify_ivo",
        AddEntry = "add_entry",
        Remedy = "remedy",
        CompleteInquiry = "complete_inquiry",
        Decide = "decide",
        CloseNoMisconduct = "close_no_misconduct",
        OpenMeasures = "open_measures",
        SendInquiryToIvo = "send_inquiry_to_ivo",
        FollowUp = "follow_up",
        Close = "close",
        Reopen = "reopen",
        Archive = "archive",
    }
);

coded!(
    /// What somebody is to a case.
    Standing {
        /// Works at the unit and so must report (LSS 24 b §).
        Reporter = "reporter",
        /// Answers for the unit, and was told of the report: its manager, or the next who is not part of it.
        Receiver = "receiver",
        /// An investigator, while nobody has taken the case.
        FreeInvestigator = "free_investigator",
        /// The investigator who has taken it.
        Assigned = "assigned",
        /// Decides, and neither investigates nor has reported this one (rule G.3).
        DecisionMaker = "decision_maker",
        Archivist = "archivist",
        /// This service by itself, on somebody's deed.
        System = "system",
    }
);

coded!(
    /// What must be so before a deed is done.
    Guard {
        DiaryNumber = "diary_number",
        /// The investigator has said that nothing ties them to the people in the case (rule G.2).
        NoConflict = "no_conflict",
        KeyList = "key_list",
        Plan = "plan",
        OtherMatterOpened = "other_matter_opened",
        ReasonsGiven = "reasons_given",
        SeriousBeyondDoubt = "serious_beyond_doubt",
        IvoRequired = "ivo_required",
        IvoNotified = "ivo_notified",
        /// The form to IVO is frozen and its receipt kept.
        IvoReceipt = "ivo_receipt",
        /// Kind, source, date, name and title (SOSFS 2011:5 ch. 5).
        Sourced = "sourced",
        RemedyShown = "remedy_shown",
        /// All ten points are told, or it is told why one is not known.
        SectionsFilled = "sections_filled",
        SimilarEventAnswered = "similar_event_answered",
        Deidentified = "deidentified",
        InquiryComplete = "inquiry_complete",
        DelegationNamed = "delegation_named",
        /// A serious grade is notified to IVO (LSS 24 f §).
        IvoIfSerious = "ivo_if_serious",
        GradeIsNoMisconduct = "grade_is_no_misconduct",
        GradeIsAnother = "grade_is_another",
        Decided = "decided",
        MeasuresSettled = "measures_settled",
        EffectJudged = "effect_judged",
        RoutineReviewed = "routine_reviewed",
        FeedbackGiven = "feedback_given",
        IvoSettled = "ivo_settled",
        DisposalDecided = "disposal_decided",
    }
);

/// One row of the table.
#[derive(Debug, Clone, Copy)]
pub struct Transition {
    /// Its row in requirements I.1.
    pub row: &'static str,
    pub verb: Verb,
    /// Empty: the case begins with it.
    pub from: &'static [State],
    /// None: the state stays, a flag or a record is added.
    pub to: Option<State>,
    pub who: &'static [Standing],
    pub guards: &'static [Guard],
}

use Guard as G;
use Standing as W;
use State as S;

const OPEN: &[State] = State::OPEN;
const TAKEN: &[State] = &[S::Assessing, S::Inquiry, S::Decision, S::Measures, S::FollowUp];
const LOOKED_AT: &[State] =
    &[S::Assessing, S::Inquiry, S::Decision, S::Measures, S::FollowUp, S::Closed, S::ClosedNoMisconduct];
const AFTER_REGISTERED: &[State] =
    &[S::Registered, S::Assessing, S::Inquiry, S::Decision, S::Measures, S::FollowUp, S::Closed];

/// Requirements I.1. There is no row that deletes, overwrites or takes back a report.
pub const TABLE: &[Transition] = &[
    row("L1", Verb::Report, &[], Some(S::Received), &[W::Reporter, W::Receiver], &[]),
    row("L1", Verb::WishToWithdraw, OPEN, None, &[W::Reporter], &[]),
    row("L2", Verb::Protect, OPEN, None, &[W::Receiver, W::Assigned], &[]),
    row("L3", Verb::Register, &[S::Received], Some(S::Registered), &[W::System], &[G::DiaryNumber]),
    row(
        "L4",
        Verb::Take,
        &[S::Registered],
        Some(S::Assessing),
        &[W::FreeInvestigator],
        &[G::NoConflict, G::KeyList],
    ),
    row("L4", Verb::AddKey, TAKEN, None, &[W::Assigned], &[]),
    row("L4", Verb::LookInKeyList, LOOKED_AT, None, &[W::Assigned, W::DecisionMaker], &[G::ReasonsGiven]),
    row("G.2", Verb::Implicate, TAKEN, None, &[W::Assigned], &[]),
    row("L5", Verb::StartInquiry, &[S::Assessing], Some(S::Inquiry), &[W::Assigned], &[G::Plan]),
    row(
        "L5b",
        Verb::FindOutOfScope,
        &[S::Assessing],
        Some(S::OutOfScope),
        &[W::DecisionMaker],
        &[G::ReasonsGiven, G::OtherMatterOpened],
    ),
    row("L6", Verb::RequireIvo, AFTER_REGISTERED, None, &[W::DecisionMaker], &[G::SeriousBeyondDoubt]),
    row("L6", Verb::NotifyIvo, AFTER_REGISTERED, None, &[W::DecisionMaker], &[G::IvoRequired, G::IvoReceipt]),
    row("L7", Verb::AddEntry, &[S::Inquiry], None, &[W::Assigned], &[G::Sourced]),
    row("L8", Verb::Remedy, OPEN, None, &[W::Receiver], &[G::RemedyShown]),
    row(
        "L9",
        Verb::CompleteInquiry,
        &[S::Inquiry],
        None,
        &[W::Assigned],
        &[G::SectionsFilled, G::SimilarEventAnswered, G::Deidentified],
    ),
    row(
        "L9",
        Verb::Decide,
        &[S::Inquiry],
        Some(S::Decision),
        &[W::DecisionMaker],
        &[G::InquiryComplete, G::ReasonsGiven, G::DelegationNamed, G::IvoIfSerious],
    ),
    row(
        "L10",
        Verb::CloseNoMisconduct,
        &[S::Decision],
        Some(S::ClosedNoMisconduct),
        &[W::System],
        &[G::GradeIsNoMisconduct],
    ),
    row("L11", Verb::OpenMeasures, &[S::Decision], Some(S::Measures), &[W::System], &[G::GradeIsAnother]),
    row(
        "L12",
        Verb::SendInquiryToIvo,
        &[S::Decision, S::Measures, S::FollowUp, S::Closed],
        None,
        &[W::Assigned],
        &[G::Decided, G::IvoNotified],
    ),
    row("L13", Verb::FollowUp, &[S::Measures], Some(S::FollowUp), &[W::Receiver], &[G::MeasuresSettled]),
    row(
        "L14",
        Verb::Close,
        &[S::FollowUp],
        Some(S::Closed),
        &[W::DecisionMaker],
        &[G::EffectJudged, G::RoutineReviewed, G::FeedbackGiven, G::IvoSettled],
    ),
    row(
        "L15",
        Verb::Reopen,
        &[S::Closed, S::ClosedNoMisconduct],
        Some(S::Inquiry),
        &[W::DecisionMaker],
        &[G::ReasonsGiven],
    ),
    row(
        "L16",
        Verb::Archive,
        &[S::Closed, S::ClosedNoMisconduct, S::OutOfScope],
        Some(S::Archived),
        &[W::Archivist],
        &[G::DisposalDecided],
    ),
];

const fn row(
    row: &'static str,
    verb: Verb,
    from: &'static [State],
    to: Option<State>,
    who: &'static [Standing],
    guards: &'static [Guard],
) -> Transition {
    Transition { row, verb, from, to, who, guards }
}

/// Why a deed is not done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    #[error("it is somebody else's to do")]
    NotYours,
    #[error("it does not fit the state the case is in")]
    NotNow(Option<State>),
    #[error("something that must be so is not")]
    Unmet(Guard),
}

/// The state after the deed. `state` is None for what begins a case.
pub fn permitted(
    state: Option<State>,
    verb: Verb,
    standings: &Standings,
    met: &[Guard],
) -> Result<Option<State>, Refused> {
    let mut own = TABLE.iter().filter(|row| row.verb == verb && standings.any(row.who)).peekable();
    own.peek().ok_or(Refused::NotYours)?;
    let row = own.find(|row| row.begins_at(state)).ok_or(Refused::NotNow(state))?;
    match row.guards.iter().find(|guard| !met.contains(guard)) {
        Some(unmet) => Err(Refused::Unmet(*unmet)),
        None => Ok(row.to.or(state)),
    }
}

impl Transition {
    fn begins_at(&self, state: Option<State>) -> bool {
        match state {
            Some(state) => self.from.contains(&state),
            None => self.from.is_empty(),
        }
    }
}

impl Verb {
    /// The deeds that have buttons and addresses of their own in the case.
    pub const STRAIGHT_WAY: [Self; 8] = [
        Self::Take,
        Self::Protect,
        Self::AddKey,
        Self::Implicate,
        Self::StartInquiry,
        Self::AddEntry,
        Self::CompleteInquiry,
        Self::Decide,
    ];
}

impl Guard {
    /// Whether the case itself tells, before anybody has filled in anything.
    pub const fn is_told_by_the_case(self) -> bool {
        matches!(self, Self::InquiryComplete | Self::IvoRequired | Self::IvoNotified | Self::Decided)
    }
}

/// The deeds of the straight way that these standings may do now, given what is so in the case.
pub fn open_to(state: State, standings: &Standings, known: &[Guard]) -> Vec<Verb> {
    let ready = |row: &Transition| {
        row.begins_at(Some(state))
            && standings.any(row.who)
            && row.guards.iter().all(|guard| !guard.is_told_by_the_case() || known.contains(guard))
    };
    let open = |verb: &Verb| TABLE.iter().any(|row| row.verb == *verb && ready(row));
    Verb::STRAIGHT_WAY.into_iter().filter(open).collect()
}
