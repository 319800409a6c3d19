//! Every state × every deed × everybody, against a second telling of the rules that knows nothing of the table in code.

use kernel::{PersonId, UnitId};
use lex_sarah::domain::{Case, CaseId, Guard, Ivo, Outcome, Sight, Standings, State, Verb, permitted};
use organisation::{Colleague, Role};
use testkit::organisation::{NORRGLIMT, STJARNVRET};

/// What somebody is to the case, as one would say it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Is {
    ReportedIt,
    ManagesTheUnit,
    ManagesTheUnitAndIsPartOfIt,
    ManagesAnotherUnit,
    WorksAtTheUnit,
    WorksAtTheUnitAndHasAMeasure,
    LeadsTheSchool,
    InvestigatesAndHasIt,
    InvestigatesAndHadTheRole,
    Investigates,
    InvestigatesAndReportedIt,
    InvestigatesAndIsPartOfIt,
    InvestigatesAndHadIt,
    InvestigatesAndNobodyHasIt,
    InvestigatesAndDecidedIt,
    Decides,
    DecidesAndHasIt,
    DecidesAndReportedIt,
    DecidesAndIsPartOfIt,
    DecidesAndHadIt,
    DecidesAndNobodyHasIt,
    KeepsTheArchive,
    KeepsTheRegister,
    ProtectsData,
    Administrates,
    HasAChildThere,
    HasNoRole,
}

use Is::*;

const EVERYBODY: [Is; 27] = [
    ReportedIt,
    ManagesTheUnit,
    ManagesTheUnitAndIsPartOfIt,
    ManagesAnotherUnit,
    WorksAtTheUnit,
    WorksAtTheUnitAndHasAMeasure,
    LeadsTheSchool,
    InvestigatesAndHasIt,
    InvestigatesAndHadTheRole,
    Investigates,
    InvestigatesAndReportedIt,
    InvestigatesAndIsPartOfIt,
    InvestigatesAndHadIt,
    InvestigatesAndNobodyHasIt,
    InvestigatesAndDecidedIt,
    Decides,
    DecidesAndHasIt,
    DecidesAndReportedIt,
    DecidesAndIsPartOfIt,
    DecidesAndHadIt,
    DecidesAndNobodyHasIt,
    KeepsTheArchive,
    KeepsTheRegister,
    ProtectsData,
    Administrates,
    HasAChildThere,
    HasNoRole,
];

/// A state, and for an inquiry whether it is complete, for an assessment whether it is said to be something else.
const MOMENTS: [(State, bool); 13] = [
    (State::Received, false),
    (State::Registered, false),
    (State::Assessing, false),
    (State::Assessing, true),
    (State::Inquiry, false),
    (State::Inquiry, true),
    (State::Decision, true),
    (State::ClosedNoMisconduct, true),
    (State::Measures, true),
    (State::FollowUp, true),
    (State::Closed, true),
    (State::Archived, true),
    (State::OutOfScope, false),
];

#[test]
fn nobody_does_or_sees_but_what_the_rules_say() {
    let (mut cells, mut open) = (0, 0);
    for (state, complete) in MOMENTS {
        for is in EVERYBODY {
            let (case, person) = scene(state, complete, is);
            let standings = Standings::of(&person, &case);
            assert_eq!(
                standings.sight(&case),
                may_see(state, complete, is),
                "{is:?} sees in {state:?} {complete}"
            );
            for verb in Verb::ALL {
                let done = permitted(Some(state), *verb, &standings, Guard::ALL).is_ok();
                assert_eq!(done, may_do(state, *verb, is), "{is:?} does {verb:?} in {state:?}");
                cells += 1;
                open += usize::from(done);
            }
        }
    }
    println!("{cells} cells of state × deed × person asserted, {open} of them open");
    assert_eq!(cells, MOMENTS.len() * EVERYBODY.len() * Verb::ALL.len());
}

#[test]
fn no_guard_can_be_left_out() {
    let mut checked = 0;
    for (state, complete) in MOMENTS {
        for is in EVERYBODY {
            let (case, person) = scene(state, complete, is);
            let standings = Standings::of(&person, &case);
            for verb in Verb::ALL {
                for guard in needs(*verb) {
                    let others: Vec<_> = Guard::ALL.iter().copied().filter(|other| other != guard).collect();
                    assert!(
                        permitted(Some(state), *verb, &standings, &others).is_err(),
                        "{verb:?} without {guard:?}"
                    );
                    checked += 1;
                }
            }
        }
    }
    println!("{checked} deeds refused for want of one guard");
}

/// What a deed is refused without, said once more.
fn needs(verb: Verb) -> &'static [Guard] {
    match verb {
        Verb::Report
        | Verb::WishToWithdraw
        | Verb::Protect
        | Verb::AddKey
        | Verb::Implicate
        | Verb::CheckRegistration => &[],
        Verb::Register => &[Guard::DiaryNumber],
        Verb::Take => &[Guard::NoConflict, Guard::KeyList],
        Verb::StartInquiry => &[Guard::Plan],
        Verb::ProposeOutOfScope => &[Guard::ReasonsGiven, Guard::OtherMatterOpened],
        Verb::FindOutOfScope | Verb::DeclineOutOfScope => &[Guard::OutOfScopeProposed, Guard::ReasonsGiven],
        Verb::ProposeIvo | Verb::RequireIvo => &[Guard::IvoNotYetRequired, Guard::SeriousBeyondDoubt],
        Verb::PrepareIvo => &[Guard::IvoToBeTold],
        Verb::NotifyIvo => &[Guard::IvoRequired, Guard::IvoFormFilled, Guard::IvoReceipt],
        Verb::ExtendIvo => &[Guard::IvoNotified],
        Verb::CloseIvo => &[Guard::IvoInquirySent],
        Verb::AddMeasure => &[Guard::MeasureOwned],
        Verb::SettleMeasure => &[Guard::MeasureOpen],
        Verb::JudgeEffect => &[Guard::MeasureDone],
        Verb::AddEntry => &[Guard::Sourced],
        Verb::Remedy => &[Guard::RemedyShown],
        Verb::CompleteInquiry => &[Guard::SectionsFilled, Guard::SimilarEventAnswered, Guard::Deidentified],
        Verb::Decide => &[
            Guard::InquiryComplete,
            Guard::ReasonsGiven,
            Guard::DelegationNamed,
            Guard::IvoIfSerious,
            Guard::IvoResetExplained,
        ],
        Verb::CloseNoMisconduct => &[Guard::GradeIsNoMisconduct],
        Verb::OpenMeasures => &[Guard::GradeIsAnother],
        Verb::SendInquiryToIvo => &[Guard::Decided, Guard::IvoNotified],
        Verb::FollowUp => &[Guard::MeasuresSettled],
        Verb::Close => {
            &[Guard::EffectJudged, Guard::RoutineReviewed, Guard::FeedbackGiven, Guard::IvoSettled]
        }
        Verb::LookInKeyList | Verb::HandBack | Verb::Reopen | Verb::ConsiderDuty | Verb::GiveFeedback => {
            &[Guard::ReasonsGiven]
        }
        Verb::Archive => &[Guard::IvoOver, Guard::DisposalDecided],
    }
}

fn may_see(state: State, complete: bool, is: Is) -> Option<Sight> {
    let decided = matches!(
        state,
        State::Decision
            | State::ClosedNoMisconduct
            | State::Measures
            | State::FollowUp
            | State::Closed
            | State::OutOfScope
    );
    let asked = matches!(state, State::Inquiry | State::Assessing) && complete;
    match is {
        ReportedIt | InvestigatesAndReportedIt | DecidesAndReportedIt => Some(Sight::Own),
        ManagesTheUnit => Some(Sight::Received),
        InvestigatesAndHasIt | DecidesAndHasIt if untaken(state) => None,
        InvestigatesAndHasIt => Some(Sight::Whole),
        _ if may_do(state, Verb::Take, is) => Some(Sight::Listed),
        _ if decides(is, state) && (decided || asked) => Some(Sight::Whole),
        WorksAtTheUnitAndHasAMeasure if has_measures(state) => Some(Sight::Task),
        KeepsTheArchive if may_do(state, Verb::Archive, is) => Some(Sight::Listed),
        _ => None,
    }
}

fn may_do(state: State, verb: Verb, is: Is) -> bool {
    let under_way =
        !matches!(state, State::ClosedNoMisconduct | State::Closed | State::Archived | State::OutOfScope);
    let has_it = is == InvestigatesAndHasIt && !untaken(state);
    // What runs beside the case (IVO, the duties) goes on when there was nothing in it, too.
    let registered =
        state != State::Received && (under_way || matches!(state, State::Closed | State::ClosedNoMisconduct));
    let reads_it = has_it || decides(is, state);
    match verb {
        // What begins a case, and what this service does by itself, is nobody's in a case.
        Verb::Report | Verb::Register | Verb::CloseNoMisconduct | Verb::OpenMeasures => false,
        Verb::WishToWithdraw => {
            under_way && matches!(is, ReportedIt | InvestigatesAndReportedIt | DecidesAndReportedIt)
        }
        Verb::Protect => under_way && (is == ManagesTheUnit || has_it),
        Verb::Remedy => under_way && is == ManagesTheUnit,
        // The diary is there as long as the report, and is all that the registrar sees.
        Verb::CheckRegistration => state != State::Received && is == KeepsTheRegister,
        Verb::Take => takes(is, state),
        Verb::AddKey => under_way && has_it,
        Verb::HandBack | Verb::Implicate => under_way && !untaken(state) && reads_it,
        Verb::LookInKeyList => {
            !untaken(state)
                && (under_way || matches!(state, State::Closed | State::ClosedNoMisconduct))
                && (has_it || decides(is, state))
        }
        Verb::StartInquiry | Verb::ProposeOutOfScope => state == State::Assessing && has_it,
        Verb::AddEntry | Verb::CompleteInquiry => state == State::Inquiry && has_it,
        Verb::Decide => state == State::Inquiry && decides(is, state),
        Verb::FindOutOfScope | Verb::DeclineOutOfScope => state == State::Assessing && decides(is, state),
        Verb::ProposeIvo => has_it && registered,
        Verb::RequireIvo | Verb::NotifyIvo => decides(is, state) && registered,
        Verb::PrepareIvo | Verb::ExtendIvo | Verb::CloseIvo => reads_it && registered,
        Verb::ConsiderDuty => (reads_it || is == ManagesTheUnit) && registered,
        Verb::SendInquiryToIvo => {
            has_it
                && (has_measures(state)
                    || matches!(state, State::Decision | State::Closed | State::ClosedNoMisconduct))
        }
        Verb::AddMeasure => has_measures(state) && (reads_it || is == ManagesTheUnit),
        Verb::SettleMeasure => {
            has_measures(state) && matches!(is, ManagesTheUnit | WorksAtTheUnitAndHasAMeasure)
        }
        Verb::JudgeEffect => state == State::FollowUp && is == ManagesTheUnit,
        Verb::GiveFeedback => {
            (has_measures(state) || state == State::ClosedNoMisconduct) && (reads_it || is == ManagesTheUnit)
        }
        Verb::FollowUp => state == State::Measures && is == ManagesTheUnit,
        Verb::Close => state == State::FollowUp && decides(is, state),
        Verb::Reopen => matches!(state, State::Closed | State::ClosedNoMisconduct) && decides(is, state),
        Verb::Archive => {
            matches!(state, State::Closed | State::ClosedNoMisconduct | State::OutOfScope)
                && is == KeepsTheArchive
        }
    }
}

fn has_measures(state: State) -> bool {
    matches!(state, State::Measures | State::FollowUp)
}

/// Rule G.3: whoever has the case, or has had it, does not decide it. Before anybody has it, that person is a decision-maker
/// like others.
fn decides(is: Is, state: State) -> bool {
    matches!(is, Decides | DecidesAndNobodyHasIt)
        || (matches!(is, DecidesAndHasIt | DecidesAndHadIt) && untaken(state))
}

/// What nobody has, or somebody has let go; but not by whoever has decided it.
fn takes(is: Is, state: State) -> bool {
    let is_over =
        matches!(state, State::ClosedNoMisconduct | State::Closed | State::Archived | State::OutOfScope);
    match is {
        Investigates | InvestigatesAndHadIt | InvestigatesAndDecidedIt => state == State::Registered,
        InvestigatesAndNobodyHasIt => state != State::Received && !is_over,
        _ => false,
    }
}

fn untaken(state: State) -> bool {
    matches!(state, State::Received | State::Registered)
}

/// A case in the state, and a person who is that to it.
fn scene(state: State, complete: bool, is: Is) -> (Case, Colleague) {
    let me = PersonId::new();
    let unit: UnitId = NORRGLIMT.into();
    let reported_it = matches!(is, ReportedIt | InvestigatesAndReportedIt | DecidesAndReportedIt);
    let has_it = matches!(is, InvestigatesAndHasIt | InvestigatesAndHadTheRole | DecidesAndHasIt);
    let is_part_of_it =
        matches!(is, ManagesTheUnitAndIsPartOfIt | InvestigatesAndIsPartOfIt | DecidesAndIsPartOfIt);
    let once_had_it = matches!(is, InvestigatesAndHadIt | DecidesAndHadIt);
    let nobody_has_it =
        matches!(is, InvestigatesAndNobodyHasIt | InvestigatesAndDecidedIt | DecidesAndNobodyHasIt);
    let somebody = PersonId::new();
    let at = "2026-11-21T09:00:00Z".parse().unwrap();
    let decided = !matches!(
        state,
        State::Received | State::Registered | State::Assessing | State::Inquiry | State::OutOfScope
    );
    let case = Case {
        id: CaseId::new(),
        number: kernel::CaseNumber::random(),
        diary_number: None,
        unit,
        state,
        since: at,
        due_on: None,
        received_at: at,
        registered_at: None,
        reported_by: if reported_it { me } else { somebody },
        receiver: Some(Role::UnitManager),
        on_call: None,
        implicated: if is_part_of_it { vec![me] } else { Vec::new() },
        investigator: (!untaken(state) && !nobody_has_it).then(|| if has_it { me } else { PersonId::new() }),
        investigators: if once_had_it && !untaken(state) { vec![me] } else { Vec::new() },
        deciders: if is == InvestigatesAndDecidedIt && !untaken(state) { vec![me] } else { Vec::new() },
        owners: if is == WorksAtTheUnitAndHasAMeasure { vec![me] } else { Vec::new() },
        out_of_scope_proposed_at: (state == State::Assessing && complete).then_some(at),
        inquiry_completed_at: (state != State::Assessing && complete).then_some(at),
        closable_at: None,
        outcome: decided.then(|| Outcome {
            grade: lex_sarah::domain::Grade::Misconduct,
            decided_at: at,
            decided_by: PersonId::new(),
        }),
        kind: None,
        protected_at: None,
        remedied_at: None,
        child_protection_reported_at: None,
        police_considered_at: None,
        ivo_proposed_at: None,
        ivo_clear_at: None,
        ivo_notified_on: None,
        ivo_due_on: None,
        breach_due_at: None,
        ivo: Ivo::NotRequired,
        version: 1,
    };
    let roles = match is {
        ReportedIt | WorksAtTheUnit | WorksAtTheUnitAndHasAMeasure => vec![(Role::Staff, Some(unit))],
        ManagesTheUnit | ManagesTheUnitAndIsPartOfIt => vec![(Role::UnitManager, Some(unit))],
        ManagesAnotherUnit => vec![(Role::UnitManager, Some(STJARNVRET.into()))],
        LeadsTheSchool => vec![(Role::Principal, Some(unit))],
        // Who has a case before it is taken is nobody: the one who will take it has only the role.
        InvestigatesAndHasIt if untaken(state) => Vec::new(),
        InvestigatesAndHasIt
        | Investigates
        | InvestigatesAndReportedIt
        | InvestigatesAndIsPartOfIt
        | InvestigatesAndHadIt
        | InvestigatesAndNobodyHasIt
        | InvestigatesAndDecidedIt => vec![(Role::LexSarahInvestigator, None)],
        Decides
        | DecidesAndHasIt
        | DecidesAndReportedIt
        | DecidesAndIsPartOfIt
        | DecidesAndHadIt
        | DecidesAndNobodyHasIt => vec![(Role::DecisionMaker, None)],
        KeepsTheArchive => vec![(Role::Archivist, None)],
        KeepsTheRegister => vec![(Role::Registrar, None)],
        ProtectsData => vec![(Role::DataProtectionOfficer, None)],
        Administrates => vec![(Role::Administrator, None)],
        HasAChildThere => vec![(Role::Guardian, Some(unit))],
        InvestigatesAndHadTheRole | HasNoRole => Vec::new(),
    };
    (
        case,
        Colleague {
            id: me,
            name: "Nils Provsson".to_owned(),
            title: None,
            roles,
            youths: Vec::new(),
            stands_in_for: Vec::new(),
            placed_by: None,
        },
    )
}
