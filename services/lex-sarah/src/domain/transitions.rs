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
        CheckRegistration = "check_registration",
        Take = "take",
        /// The investigator lets it go, for another to take.
        HandBack = "hand_back",
        /// Somebody gets a code in the key list.
        AddKey = "add_key",
        LookInKeyList = "look_in_key_list",
        /// Somebody turns out to be part of it, and is left out from then on (rule G.2).
        Implicate = "implicate",
        StartInquiry = "start_inquiry",
        ProposeOutOfScope = "propose_out_of_scope",
        FindOutOfScope = "find_out_of_scope",
        DeclineOutOfScope = "decline_out_of_scope",
        ProposeIvo = "propose_ivo",
        RequireIvo = "require_ivo",
        PrepareIvo = "prepare_ivo",
        NotifyIvo = "notify_ivo",
        ConsiderDuty = "consider_duty",
        AddEntry = "add_entry",
        Remedy = "remedy",
        CompleteInquiry = "complete_inquiry",
        Decide = "decide",
        CloseNoMisconduct = "close_no_misconduct",
        OpenMeasures = "open_measures",
        ExtendIvo = "extend_ivo",
        SendInquiryToIvo = "send_inquiry_to_ivo",
        CloseIvo = "close_ivo",
        AddMeasure = "add_measure",
        SettleMeasure = "settle_measure",
        FollowUp = "follow_up",
        JudgeEffect = "judge_effect",
        GiveFeedback = "give_feedback",
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
        /// An investigator, while nobody has the case; never whoever has decided it (rule G.3).
        FreeInvestigator = "free_investigator",
        /// The investigator who has taken it.
        Assigned = "assigned",
        /// Decides, and has neither reported this one nor ever had it to inquire into (rule G.3).
        DecisionMaker = "decision_maker",
        /// Has a measure to do.
        Owner = "owner",
        Archivist = "archivist",
        /// Keeps the diary, and sees nothing but what stands in it.
        Registrar = "registrar",
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
        /// The investigator has laid before the decision-maker that it is something else.
        OutOfScopeProposed = "out_of_scope_proposed",
        ReasonsGiven = "reasons_given",
        SeriousBeyondDoubt = "serious_beyond_doubt",
        IvoNotYetRequired = "ivo_not_yet_required",
        IvoRequired = "ivo_required",
        /// Something of ours is still to be filed: the notification, or after it the inquiry that has been decided.
        IvoToBeTold = "ivo_to_be_told",
        IvoFormFilled = "ivo_form_filled",
        IvoNotified = "ivo_notified",
        IvoInquirySent = "ivo_inquiry_sent",
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
        /// That IVO is not to be notified after all is explained (invariant 6).
        IvoResetExplained = "ivo_reset_explained",
        GradeIsNoMisconduct = "grade_is_no_misconduct",
        GradeIsAnother = "grade_is_another",
        Decided = "decided",
        /// Somebody does it by a day.
        MeasureOwned = "measure_owned",
        /// One that is not done.
        MeasureOpen = "measure_open",
        /// One whose effect can be judged.
        MeasureDone = "measure_done",
        MeasuresSettled = "measures_settled",
        EffectJudged = "effect_judged",
        RoutineReviewed = "routine_reviewed",
        FeedbackGiven = "feedback_given",
        IvoSettled = "ivo_settled",
        /// Neither IVO nor we wait for anything from the other.
        IvoOver = "ivo_over",
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

/// What is registered stays registered.
const IN_THE_DIARY: &[State] = &[
    S::Registered,
    S::Assessing,
    S::Inquiry,
    S::Decision,
    S::ClosedNoMisconduct,
    S::Measures,
    S::FollowUp,
    S::Closed,
    S::Archived,
    S::OutOfScope,
];

/// What runs beside the case does not end with it: what a decision without misconduct says of IVO is still to be done, and IVO goes
/// on after the municipality has closed its case.
const AFTER_REGISTERED: &[State] = &[
    S::Registered,
    S::Assessing,
    S::Inquiry,
    S::Decision,
    S::ClosedNoMisconduct,
    S::Measures,
    S::FollowUp,
    S::Closed,
];

/// Requirements I.1. There is no row that deletes, overwrites or takes back a report.
pub const TABLE: &[Transition] = &[
    row("L1", Verb::Report, &[], Some(S::Received), &[W::Reporter, W::Receiver], &[]),
    row("L1", Verb::WishToWithdraw, OPEN, None, &[W::Reporter], &[]),
    row("L2", Verb::Protect, OPEN, None, &[W::Receiver, W::Assigned], &[]),
    row("L3", Verb::Register, &[S::Received], Some(S::Registered), &[W::System], &[G::DiaryNumber]),
    row("L3", Verb::CheckRegistration, IN_THE_DIARY, None, &[W::Registrar], &[]),
    row(
        "L4",
        Verb::Take,
        &[S::Registered],
        Some(S::Assessing),
        &[W::FreeInvestigator],
        &[G::NoConflict, G::KeyList],
    ),
    // One that somebody has let go stands where it stood.
    row("L4", Verb::Take, TAKEN, None, &[W::FreeInvestigator], &[G::NoConflict, G::KeyList]),
    row("L4", Verb::HandBack, TAKEN, None, &[W::Assigned, W::DecisionMaker], &[G::ReasonsGiven]),
    row("L4", Verb::AddKey, TAKEN, None, &[W::Assigned], &[]),
    row("L4", Verb::LookInKeyList, LOOKED_AT, None, &[W::Assigned, W::DecisionMaker], &[G::ReasonsGiven]),
    row("G.2", Verb::Implicate, TAKEN, None, &[W::Assigned, W::DecisionMaker], &[]),
    row("L5", Verb::StartInquiry, &[S::Assessing], Some(S::Inquiry), &[W::Assigned], &[G::Plan]),
    row(
        "L5b",
        Verb::ProposeOutOfScope,
        &[S::Assessing],
        None,
        &[W::Assigned],
        &[G::ReasonsGiven, G::OtherMatterOpened],
    ),
    row(
        "L5b",
        Verb::FindOutOfScope,
        &[S::Assessing],
        Some(S::OutOfScope),
        &[W::DecisionMaker],
        &[G::OutOfScopeProposed, G::ReasonsGiven],
    ),
    row(
        "L5b",
        Verb::DeclineOutOfScope,
        &[S::Assessing],
        None,
        &[W::DecisionMaker],
        &[G::OutOfScopeProposed, G::ReasonsGiven],
    ),
    row(
        "L6",
        Verb::ProposeIvo,
        AFTER_REGISTERED,
        None,
        &[W::Assigned],
        &[G::IvoNotYetRequired, G::SeriousBeyondDoubt],
    ),
    row(
        "L6",
        Verb::RequireIvo,
        AFTER_REGISTERED,
        None,
        &[W::DecisionMaker],
        &[G::IvoNotYetRequired, G::SeriousBeyondDoubt],
    ),
    row("L6", Verb::PrepareIvo, AFTER_REGISTERED, None, &[W::Assigned, W::DecisionMaker], &[G::IvoToBeTold]),
    row(
        "L6",
        Verb::NotifyIvo,
        AFTER_REGISTERED,
        None,
        &[W::DecisionMaker],
        &[G::IvoRequired, G::IvoFormFilled, G::IvoReceipt],
    ),
    row(
        "A.9",
        Verb::ConsiderDuty,
        AFTER_REGISTERED,
        None,
        &[W::Receiver, W::Assigned, W::DecisionMaker],
        &[G::ReasonsGiven],
    ),
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
        &[G::InquiryComplete, G::ReasonsGiven, G::DelegationNamed, G::IvoIfSerious, G::IvoResetExplained],
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
    row("L12", Verb::ExtendIvo, AFTER_REGISTERED, None, &[W::Assigned, W::DecisionMaker], &[G::IvoNotified]),
    row(
        "L12",
        Verb::SendInquiryToIvo,
        &[S::Decision, S::ClosedNoMisconduct, S::Measures, S::FollowUp, S::Closed],
        None,
        &[W::Assigned],
        &[G::Decided, G::IvoNotified],
    ),
    row(
        "L12",
        Verb::CloseIvo,
        AFTER_REGISTERED,
        None,
        &[W::Assigned, W::DecisionMaker],
        &[G::IvoInquirySent],
    ),
    row(
        "H47",
        Verb::AddMeasure,
        &[S::Measures, S::FollowUp],
        None,
        &[W::Receiver, W::Assigned, W::DecisionMaker],
        &[G::MeasureOwned],
    ),
    row(
        "H47",
        Verb::SettleMeasure,
        &[S::Measures, S::FollowUp],
        None,
        &[W::Receiver, W::Owner],
        &[G::MeasureOpen],
    ),
    row("L13", Verb::FollowUp, &[S::Measures], Some(S::FollowUp), &[W::Receiver], &[G::MeasuresSettled]),
    row("H47", Verb::JudgeEffect, &[S::FollowUp], None, &[W::Receiver], &[G::MeasureDone]),
    row(
        "H48",
        Verb::GiveFeedback,
        &[S::Measures, S::FollowUp, S::ClosedNoMisconduct],
        None,
        &[W::Receiver, W::Assigned, W::DecisionMaker],
        &[G::ReasonsGiven],
    ),
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
        &[G::IvoOver, G::DisposalDecided],
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
    pub const STRAIGHT_WAY: [Self; 28] = [
        Self::Take,
        Self::HandBack,
        Self::Archive,
        Self::Protect,
        Self::AddKey,
        Self::Implicate,
        Self::StartInquiry,
        Self::ProposeOutOfScope,
        Self::FindOutOfScope,
        Self::AddEntry,
        Self::CompleteInquiry,
        Self::Decide,
        Self::Remedy,
        Self::AddMeasure,
        Self::SettleMeasure,
        Self::FollowUp,
        Self::JudgeEffect,
        Self::GiveFeedback,
        Self::Close,
        Self::Reopen,
        Self::ProposeIvo,
        Self::RequireIvo,
        Self::PrepareIvo,
        Self::NotifyIvo,
        Self::ExtendIvo,
        Self::SendInquiryToIvo,
        Self::CloseIvo,
        Self::ConsiderDuty,
    ];

    /// The states of a case in which somebody may do it.
    pub fn states(self) -> impl Iterator<Item = State> {
        TABLE.iter().filter(move |row| row.verb == self).flat_map(|row| row.from.iter().copied())
    }

    /// Whether the case wants nothing more for it, whoever does it.
    pub fn is_ready(self, state: State, known: &[Guard]) -> bool {
        let mut rows = TABLE.iter().filter(|row| row.verb == self && row.begins_at(Some(state)));
        rows.any(|row| row.wanting(known).is_empty())
    }
}

impl Guard {
    /// Whether the case itself tells, before anybody has filled in anything.
    pub const fn is_told_by_the_case(self) -> bool {
        matches!(
            self,
            Self::OutOfScopeProposed
                | Self::InquiryComplete
                | Self::IvoNotYetRequired
                | Self::IvoRequired
                | Self::IvoToBeTold
                | Self::IvoFormFilled
                | Self::IvoNotified
                | Self::IvoInquirySent
                | Self::IvoSettled
                | Self::IvoOver
                | Self::Decided
                | Self::MeasureOpen
                | Self::MeasureDone
                | Self::MeasuresSettled
                | Self::EffectJudged
                | Self::RoutineReviewed
                | Self::FeedbackGiven
        )
    }

    /// Those that the one who does the deed meets by filling in its form as it must be.
    pub fn met_by_the_form() -> Vec<Self> {
        Self::ALL.iter().copied().filter(|guard| !guard.is_told_by_the_case()).collect()
    }
}

/// The deeds of the straight way that these standings may do now, given what is so in the case.
pub fn open_to(state: State, standings: &Standings, known: &[Guard]) -> Vec<Verb> {
    let deeds = ready_or_not(state, standings, known);
    deeds.filter_map(|(verb, wanting)| wanting.is_empty().then_some(verb)).collect()
}

/// The deeds that are theirs in this state but for what the case still wants, and what that is.
pub fn locked_to(state: State, standings: &Standings, known: &[Guard]) -> Vec<(Verb, Vec<Guard>)> {
    ready_or_not(state, standings, known).filter(|(_, wanting)| !wanting.is_empty()).collect()
}

fn ready_or_not(
    state: State,
    standings: &Standings,
    known: &[Guard],
) -> impl Iterator<Item = (Verb, Vec<Guard>)> {
    let theirs = move |verb: Verb| {
        TABLE
            .iter()
            .find(|row| row.verb == verb && row.begins_at(Some(state)) && standings.any(row.who))
            .map(|row| (verb, row.wanting(known)))
    };
    Verb::STRAIGHT_WAY.into_iter().filter_map(theirs)
}

impl Transition {
    fn wanting(&self, known: &[Guard]) -> Vec<Guard> {
        let unmet = |guard: &&Guard| guard.is_told_by_the_case() && !known.contains(guard);
        self.guards.iter().filter(unmet).copied().collect()
    }
}
