//! What comes next, and what else can be done: from the transition table.

use super::{
    desk::{Desk, address},
    duties::{self, Notice},
    wording,
};
use crate::domain::{
    By, Case, Concerns, Content, Direction, Duty, Severity, State, Verb, manages, permitted,
};

/// The one thing to do now.
pub(super) struct NextStep {
    pub title: String,
    pub text: String,
    /// Of the notice: `warn` when it needs care.
    pub kind: &'static str,
    pub way: Way,
}

/// How one gets to do it.
pub(super) enum Way {
    /// There is nothing to press.
    None,
    /// To a page of its own.
    Link { href: String, text: String },
    /// At once.
    Button { action: String, text: String },
}

/// Something that can be done, or the reason why it cannot be done yet.
pub(super) struct Choice {
    pub text: String,
    pub href: String,
    /// A button, for what asks nothing.
    pub is_button: bool,
    pub not_yet: String,
}

/// The verbs with a button, in the order of the work: the verb, and where it is done.
const BUTTONS: [(Verb, &str); 26] = [
    (Verb::Triage, "bedom"),
    (Verb::Rejudge, "bedom"),
    (Verb::HandOver, "overlamna"),
    (Verb::FulfilDuty, "plikt"),
    (Verb::StartInquiry, "utred"),
    (Verb::Inquire, "utredning"),
    (Verb::NoComplaint, "synpunkt"),
    (Verb::Redirect, "vidare"),
    (Verb::Split, "dela"),
    (Verb::Merge, "sammanfor"),
    (Verb::Assign, "handlaggare"),
    (Verb::HandBack, "lamna"),
    (Verb::Remind, "paminn"),
    (Verb::WriteToSender, "skriv"),
    (Verb::Note, "anteckna"),
    (Verb::Postpone, "senare"),
    (Verb::Answer, "svara"),
    (Verb::PlanMeasures, "atgarder"),
    (Verb::CheckEffect, "effekt"),
    (Verb::Close, "avsluta"),
    (Verb::Reopen, "oppna"),
    (Verb::Route, "led"),
    (Verb::Move, "flytta"),
    (Verb::CorrectEntry, "diariet"),
    (Verb::LetManagerIn, "inte-chefen"),
    (Verb::Exclude, "jav"),
];

/// Everything the person can do with it now or further on. What is done with, and what is for others, is left out.
pub(super) fn choices(desk: &Desk, case: &Case) -> Vec<Choice> {
    let choice = |(verb, path): &(Verb, &str)| {
        let not_yet = match may(desk, case, *verb) {
            Ok(()) => String::new(),
            Err(reason) if reason.is_empty() => return None,
            Err(reason) => reason,
        };
        Some(Choice {
            text: wording::word(&desk.page, "verb", verb.word()),
            href: format!("{}/{path}", address(case.complaint.id)),
            is_button: matches!(verb, Verb::StartInquiry | Verb::NoComplaint | Verb::Remind),
            not_yet,
        })
    };
    BUTTONS.iter().filter_map(choice).collect()
}

/// Whether it can be done, or why not yet; an empty reason when there is nothing to wait for.
fn may(desk: &Desk, case: &Case, verb: Verb) -> Result<(), String> {
    permitted(verb, case.complaint.state, By::Person(case.standing))
        .map_err(|refused| wording::not_yet(&desk.page, refused))?;
    let fits = match verb {
        Verb::Route => case.complaint.unit.is_none(),
        Verb::Triage if case.complaint.unit.is_none() => return Err(desk.page.t("early-no-unit")),
        Verb::HandOver => {
            case.complaint.unit.is_some() && is_reporter(desk, case) && !has_handed_over(desk, case)
        }
        Verb::NoComplaint => is_view(case),
        Verb::Rejudge => case.complaint.triaged.is_some(),
        Verb::Move => case.complaint.unit.is_some(),
        Verb::Answer if case.complaint.awaits_findings() => return Err(desk.page.t("early-answer-inquiry")),
        Verb::HandBack => case.complaint.handler.is_some(),
        Verb::LetManagerIn => {
            let is_of_others = case.complaint.unit.is_some_and(|unit| !manages(&desk.person, unit));
            case.complaint.about_manager && is_of_others
        }
        // Who is to do it themself needs no reminder.
        Verb::Remind => case.complaint.handler != Some(desk.person.id),
        Verb::FulfilDuty => !duties::left(case).is_empty(),
        Verb::Redirect if case.complaint.unit.is_some() && case.complaint.triaged.is_none() => {
            return Err(wording::word(&desk.page, "early", "start_inquiry"));
        }
        Verb::CheckEffect => effects_left(case),
        Verb::Close => return may_close(desk, case),
        _ => true,
    };
    if fits { Ok(()) } else { Err(String::new()) }
}

/// The one thing to do now.
pub(super) fn next(desk: &Desk, case: &Case) -> NextStep {
    let at = address(case.complaint.id);
    let link = |verb: Verb, path: &str| Way::Link {
        href: format!("{at}/{path}"),
        text: wording::word(&desk.page, "verb", verb.word()),
    };
    let button = |verb: Verb, path: &str| Way::Button {
        action: format!("{at}/{path}"),
        text: wording::word(&desk.page, "verb", verb.word()),
    };
    let step = |key: &str, way: Way| NextStep {
        title: desk.page.t(&format!("next-{key}-title")),
        text: desk.page.t(&format!("next-{key}")),
        kind: if key == "hand-over" { "warn" } else { "" },
        way,
    };
    if case.standing.registrar && case.complaint.unit.is_none() && case.complaint.state == State::Registered {
        return step("route", link(Verb::Route, "led"));
    }
    let suspected = case.complaint.triaged.is_some_and(|(triage, _)| triage.misconduct_suspected);
    if suspected && may(desk, case, Verb::HandOver).is_ok() {
        return step("hand-over", link(Verb::HandOver, "overlamna"));
    }
    if let Some(duty) = next_duty(desk, case) {
        let Notice { title, text } = duties::notice(desk, case, duty);
        return NextStep { title, text, kind: "warn", way: link(Verb::FulfilDuty, "plikt") };
    }
    if !case.standing.in_charge && !is_finished(case.complaint.state) {
        return step("others", Way::None);
    }
    match case.complaint.state {
        State::Received => step("wait", Way::None),
        State::Registered => step("triage", link(Verb::Triage, "bedom")),
        State::Triaged if is_view(case) => step("view", button(Verb::NoComplaint, "synpunkt")),
        State::Triaged => match case.complaint.triaged {
            Some((triage, _)) if triage.concerns == Concerns::Both => {
                step("split", link(Verb::Split, "dela"))
            }
            Some((triage, _)) if triage.other_authority || triage.concerns == Concerns::School => {
                step("redirect", link(Verb::Redirect, "vidare"))
            }
            _ => step("inquiry", button(Verb::StartInquiry, "utred")),
        },
        State::Inquiry if case.complaint.awaits_findings() => {
            step("inquire", link(Verb::Inquire, "utredning"))
        }
        State::Inquiry | State::Merged => step("answer", link(Verb::Answer, "svara")),
        State::Answered | State::Measures if effects_left(case) => {
            step("effect", link(Verb::CheckEffect, "effekt"))
        }
        State::Answered => step("measures", link(Verb::PlanMeasures, "atgarder")),
        State::NoComplaint if awaits_word(case) => step("word", link(Verb::WriteToSender, "skriv")),
        State::Measures | State::NoComplaint | State::Redirected | State::Split => {
            step("close", link(Verb::Close, "avsluta"))
        }
        State::Closed | State::Disposed => step("finished", Way::None),
    }
}

/// Whether nothing is left that triage or the measures ask for, or what is.
fn may_close(desk: &Desk, case: &Case) -> Result<(), String> {
    let suspected = case.complaint.triaged.is_some_and(|(triage, _)| triage.misconduct_suspected);
    let left = [
        (suspected && case.handed_over.is_empty(), "early-close-report"),
        (!duties::left(case).is_empty(), "early-close-duty"),
        (effects_left(case), "early-close-effect"),
        (awaits_word(case), "early-close-word"),
    ];
    left.into_iter().find(|(left, _)| *left).map_or(Ok(()), |(_, key)| Err(desk.page.t(key)))
}

fn effects_left(case: &Case) -> bool {
    case.content.iter().any(|content| content.measures.iter().any(|measure| measure.effect.is_none()))
}

fn awaits_word(case: &Case) -> bool {
    let waits = |content: &Content| {
        let has_been_written_to = content.messages.iter().any(|message| message.from == Direction::Staff);
        case.complaint.awaits_word(&content.contact, has_been_written_to)
    };
    case.content.as_ref().is_some_and(waits)
}

/// The duty that comes before everything else.
pub(super) fn next_duty(desk: &Desk, case: &Case) -> Option<Duty> {
    let suspected = case.complaint.triaged.is_some_and(|(triage, _)| triage.misconduct_suspected);
    let first = duties::left(case).into_iter().next()?;
    let is_next = !(suspected && may(desk, case, Verb::HandOver).is_ok());
    Some(first).filter(|_| is_next && may(desk, case, Verb::FulfilDuty).is_ok())
}

const fn is_finished(state: State) -> bool {
    matches!(state, State::Closed | State::Disposed)
}

fn is_view(case: &Case) -> bool {
    case.complaint.triaged.is_some_and(|(triage, _)| triage.severity == Severity::None)
}

fn is_reporter(desk: &Desk, case: &Case) -> bool {
    case.standing.reads && desk.person.performs_tasks()
}

fn has_handed_over(desk: &Desk, case: &Case) -> bool {
    case.handed_over.iter().any(|(person, _)| *person == desk.person.id)
}
