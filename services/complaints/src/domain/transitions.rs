//! The transition table (requirements I.2): one value, from which come the guards, the buttons, the refusals of the
//! programs' address, the diagram in `STATES.md` and the exhaustive test.

use crate::domain::{
    Standing, State,
    State::{
        Answered, Closed, Disposed, Inquiry, Measures, Merged, NoComplaint, Received, Redirected, Registered,
        Split, Triaged,
    },
    Verb,
};

/// One row.
#[derive(Debug, Clone, Copy)]
pub struct Rule {
    /// Its number in the requirements, or the rule it comes from.
    pub source: &'static str,
    pub verb: Verb,
    /// Empty: from nothing.
    pub from: &'static [State],
    /// None: it stays where it is.
    pub to: Option<State>,
    pub who: &'static [Who],
}

/// Who may do it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Who {
    /// Whoever holds the receipt, or sends something new.
    Sender,
    /// The service by itself.
    System,
    /// Whom it lies with: its handler, or the level above when the manager may not.
    InCharge,
    /// Anyone who reads it in their work, and so learns of it (LSS 24 b §).
    Reader,
    Registrar,
    Archivist,
}

/// Who asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    Sender,
    System,
    Person(Standing),
}

/// Why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    #[error("a complaint that is {state} cannot be given {verb}")]
    NotNow { verb: Verb, state: State },
    #[error("{verb} is for somebody else to do")]
    NotYours { verb: Verb },
    #[error("it belongs to no unit yet")]
    NoUnit,
    #[error("it belongs to a unit already")]
    HasUnit,
    #[error("it lies with that unit already")]
    SameUnit,
    #[error("only what was judged to be no complaint (severity 0) can be put down as a view")]
    IsComplaint,
    #[error("this person has handed it over already")]
    HandedOverAlready,
    #[error("only those who work in the activity report a misconduct")]
    DoesNotWorkHere,
    #[error("there is no answer yet, or nobody above whoever gave it")]
    NoLevelAbove,
    #[error("what the inquiry found is not written down")]
    InquiryLeft,
    #[error("it has working notes, and nobody has said whether they are removed or kept")]
    NotesLeft,
    #[error("triage found no such duty, or it is fulfilled")]
    NoSuchDuty,
    #[error("a duty that triage found is not recorded as fulfilled")]
    DutyLeft,
    #[error("nobody has reported the suspected misconduct")]
    ReportLeft,
    #[error("nobody has looked at the effect of every measure")]
    EffectLeft,
    #[error("the sender can be reached, and nobody has written to them")]
    WordLeft,
    #[error("nobody can tell the sender what came of it, and the closing does not say why")]
    UntoldLeft,
    #[error("nobody has said that it is about the manager")]
    NotAboutManager,
    #[error("whoever manages the unit does not say whom it is about")]
    ManagesIt,
    #[error("it has not been judged yet")]
    JudgeFirst,
    #[error("this person may not read it, so cannot handle it")]
    MayNotHandle,
    #[error("this person handles it already")]
    HandlesAlready,
    #[error("somebody handles it; a change wants a reason")]
    ReasonLeft,
    #[error("nobody handles it")]
    NobodyHandles,
    #[error("somebody was reminded of it today")]
    RemindedToday,
    #[error("it is closed; a working note is for while one works")]
    WorkIsOver,
    #[error("no open complaint that lies with this person has that number")]
    NothingToMergeWith,
}

const ALL_HANDLED: &[State] =
    &[Registered, Triaged, Inquiry, Answered, Measures, Closed, Redirected, Split, Merged, NoComplaint];
const NOT_DISPOSED: &[State] = &[
    Received,
    Registered,
    Triaged,
    Inquiry,
    Answered,
    Measures,
    Closed,
    Redirected,
    Split,
    Merged,
    NoComplaint,
];
/// Where a judgement is there to be changed, and somebody still works with it.
const JUDGED_AND_OPEN: &[State] =
    &[Triaged, Inquiry, Answered, Measures, Redirected, Split, Merged, NoComplaint];
const OPEN: &[State] =
    &[Registered, Triaged, Inquiry, Answered, Measures, Redirected, Split, Merged, NoComplaint];

/// Every transition, the straight way and the side exits.
#[rustfmt::skip]
pub const TABLE: &[Rule] = &[
    // By letter, telephone or visit somebody at work writes it down for the sender (FL 27 §).
    rule("C1", Verb::Submit, &[], Some(Received), &[Who::Sender]),
    rule("C2", Verb::Register, &[Received], Some(Registered), &[Who::System, Who::Registrar]),
    rule("OSL 5:2", Verb::CorrectEntry, ALL_HANDLED, None, &[Who::Registrar]),
    // The receipt on the screen confirms at once (law B.3); a mail does so too when there is an address.
    rule("C3", Verb::Acknowledge, &[Received], None, &[Who::System]),
    rule("FL 6 §", Verb::Route, &[Registered], None, &[Who::Registrar]),
    // The sender may have named the wrong one, and who handles it may find so.
    rule("FL 6 §", Verb::Move, &[Registered, Triaged, Inquiry], None, &[Who::InCharge, Who::Registrar]),
    // "At once", wherever it stands: as long as there is something to read.
    rule("G.2", Verb::Exclude, NOT_DISPOSED, None, &[Who::InCharge, Who::Reader, Who::Registrar]),
    rule("G.2", Verb::LetManagerIn, OPEN, None, &[Who::InCharge]),
    rule("G", Verb::Assign, OPEN, None, &[Who::InCharge]),
    rule("G", Verb::HandBack, OPEN, None, &[Who::InCharge]),
    rule("I.3", Verb::Remind, OPEN, None, &[Who::InCharge, Who::Reader, Who::Registrar]),
    rule("C4", Verb::Triage, &[Registered], Some(Triaged), &[Who::InCharge]),
    // What comes out later (a breach, a threat, a child at risk) brings the same duties as what was seen at once. A view that turns out
    // to be more is as triaged again.
    rule("C4", Verb::Rejudge, JUDGED_AND_OPEN, None, &[Who::InCharge]),
    // "Genast" does not wait for triage: whoever reads it and understands must report.
    rule("C5", Verb::HandOver, ALL_HANDLED, None, &[Who::InCharge, Who::Reader]),
    rule("C4", Verb::FulfilDuty, ALL_HANDLED, None, &[Who::InCharge, Who::Reader]),
    // The registrar does not see what a unit's complaint is about, so whoever judged it may do it too. What belongs to no unit cannot be judged.
    rule("C6", Verb::Redirect, &[Registered, Triaged], Some(Redirected), &[Who::InCharge, Who::Registrar]),
    rule("C7", Verb::Split, &[Triaged], Some(Split), &[Who::InCharge]),
    rule("C7", Verb::Merge, &[Triaged], Some(Merged), &[Who::InCharge]),
    rule("I.2", Verb::NoComplaint, &[Triaged], Some(NoComplaint), &[Who::InCharge]),
    rule("C8", Verb::StartInquiry, &[Triaged], Some(Inquiry), &[Who::InCharge]),
    rule("C8", Verb::Inquire, &[Inquiry, Answered, Measures], None, &[Who::InCharge]),
    // What is learned later, and corrections, are added to the journal after it is closed too (FL 27 §).
    rule("C8", Verb::Note, ALL_HANDLED, None, &[Who::InCharge]),
    rule("C8", Verb::WriteToSender, ALL_HANDLED, None, &[Who::InCharge]),
    rule("H39", Verb::WriteAgain, NOT_DISPOSED, None, &[Who::Sender]),
    // Who has answered does not decide whether the sender is satisfied.
    rule("C11", Verb::AskNextLevel, &[Answered, Measures, Closed], Some(Inquiry), &[Who::Sender]),
    rule("C8", Verb::Postpone, &[Registered, Triaged, Inquiry, Merged], None, &[Who::InCharge]),
    // Of several about the same event each has a sender of its own, who is answered by themself.
    rule("C9", Verb::Answer, &[Inquiry, Merged], Some(Answered), &[Who::InCharge]),
    rule("C10", Verb::PlanMeasures, &[Answered, Measures], Some(Measures), &[Who::InCharge]),
    rule("C10", Verb::CheckEffect, &[Answered, Measures], None, &[Who::InCharge]),
    rule("C10", Verb::Close, &[Answered, Measures, NoComplaint, Redirected, Split], Some(Closed), &[Who::InCharge]),
    rule("C11", Verb::Reopen, &[Closed], Some(Inquiry), &[Who::InCharge, Who::Reader]),
    rule("C12", Verb::Dispose, &[Closed], Some(Disposed), &[Who::Archivist]),
];

const fn rule(
    source: &'static str,
    verb: Verb,
    from: &'static [State],
    to: Option<State>,
    who: &'static [Who],
) -> Rule {
    Rule { source, verb, from, to, who }
}

/// Where it leads, or why not. What depends on more than state and person is asked of the complaint.
pub fn permitted(verb: Verb, state: State, by: By) -> Result<State, Refused> {
    let rule = TABLE.iter().find(|rule| rule.verb == verb).expect("every verb has its row");
    if !rule.who.iter().any(|who| who.is(by)) {
        return Err(Refused::NotYours { verb });
    }
    if !rule.from.contains(&state) {
        return Err(Refused::NotNow { verb, state });
    }
    Ok(rule.to.unwrap_or(state))
}

impl Who {
    fn is(self, by: By) -> bool {
        match (self, by) {
            (Self::Sender, By::Sender) | (Self::System, By::System) => true,
            (Self::InCharge, By::Person(standing)) => standing.in_charge,
            (Self::Reader, By::Person(standing)) => standing.reads,
            (Self::Registrar, By::Person(standing)) => standing.registrar,
            (Self::Archivist, By::Person(standing)) => standing.archivist,
            (_, By::Sender | By::System) | (Self::Sender | Self::System, By::Person(_)) => false,
        }
    }
}

/// The table as a diagram, for people who read the documents.
pub fn diagram() -> String {
    let mut lines = vec!["stateDiagram-v2".to_owned()];
    for rule in TABLE {
        let Some(to) = rule.to else { continue };
        if rule.from.is_empty() {
            lines.push(format!("    [*] --> {to}: {} ({})", rule.verb, rule.source));
        }
        for from in rule.from {
            lines.push(format!("    {from} --> {to}: {} ({})", rule.verb, rule.source));
        }
    }
    lines.push(format!("    {Disposed} --> [*]"));
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_verb_has_one_row_and_every_state_a_way_in() {
        for verb in Verb::ALL {
            assert_eq!(TABLE.iter().filter(|rule| rule.verb == *verb).count(), 1, "{verb}");
        }
        for state in State::ALL {
            assert!(TABLE.iter().any(|rule| rule.to == Some(*state)), "{state}");
        }
    }

    #[test]
    fn from_every_state_one_can_reach_the_end() {
        let mut ends = vec![Disposed];
        while let Some(more) = State::ALL.iter().find(|state| {
            !ends.contains(state)
                && TABLE.iter().any(|r| r.from.contains(state) && r.to.is_some_and(|to| ends.contains(&to)))
        }) {
            ends.push(*more);
        }
        assert_eq!(ends.len(), State::ALL.len());
    }
}
