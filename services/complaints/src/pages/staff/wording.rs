//! The domain's words in the reader's language.

use chrono::NaiveDate;
use kernel::{Timestamp, calendar::swedish_day, text::TextFault};
use web::Page;

use crate::domain::{AnswerFault, AnswerWrong, Refused, SecrecyMark, State, Verb};

/// A fluent key takes hyphens, our words have underscores.
pub(super) fn key(kind: &str, word: &str) -> String {
    format!("{kind}-{word}").replace('_', "-").to_lowercase()
}

/// The text of a key that not every verb has.
pub(super) fn text_if_any(page: &Page, key: &str) -> String {
    Some(page.t(key)).filter(|text| text != key).unwrap_or_default()
}

pub(super) fn word(page: &Page, kind: &str, word: &str) -> String {
    page.t(&key(kind, word))
}

/// What can be chosen of a closed list, in its order.
pub(super) fn options(
    page: &Page,
    kind: &str,
    words: impl Iterator<Item = &'static str>,
) -> Vec<(String, String)> {
    words.map(|each| (each.to_owned(), word(page, kind, each))).collect()
}

pub(super) const fn state_tag(state: State) -> &'static str {
    match state {
        State::Received | State::Registered => "new",
        State::Triaged | State::Inquiry | State::Merged | State::Answered | State::Measures => "wait",
        State::Closed | State::Disposed | State::Redirected | State::Split | State::NoComplaint => "done",
    }
}

/// A target in words and as a day: "om 2 dagar, 2026-11-24".
pub(super) fn target(page: &Page, due_on: NaiveDate, now: Timestamp) -> String {
    let date = due_on.to_string();
    match (due_on - swedish_day(now)).num_days() {
        0 => page.t1("target-today", "date", date),
        1 => page.t1("target-tomorrow", "date", date),
        -1 => page.t1("target-passed-yesterday", "date", date),
        days if days < 0 => page.t2("target-passed", ("days", &days.abs().to_string()), ("date", &date)),
        days => page.t2("target-in", ("days", &days.to_string()), ("date", &date)),
    }
}

/// A mark of secrecy with all that belongs to it (OSL 5:5).
pub(super) fn mark(mark: &SecrecyMark) -> String {
    format!("{}, {}, {}", mark.ground, mark.on, mark.authority)
}

/// Whether the target is close or behind.
pub(super) fn target_tag(due_on: NaiveDate, now: Timestamp) -> &'static str {
    if due_on < swedish_day(now) { "late" } else { "" }
}

/// What to do about a text. Of the keys `<about>-empty`, `text-too-long`, `text-control`.
pub(super) fn text_fault(page: &Page, about: &str, fault: TextFault) -> String {
    match fault {
        TextFault::Empty => page.t(&format!("{about}-empty")),
        TextFault::ControlCharacters => page.t("text-control"),
        TextFault::TooLong { length, most } => {
            page.t2("text-too-long", ("length", &length.to_string()), ("most", &most.to_string()))
        }
    }
}

/// Why something cannot be done yet; empty when it is done already, or for somebody else.
pub(super) fn not_yet(page: &Page, refused: Refused) -> String {
    match refused {
        Refused::NotNow { verb, state } if is_early(verb, state) => word(page, "early", verb.word()),
        Refused::NoUnit => page.t("early-no-unit"),
        Refused::InquiryLeft => page.t("early-answer-inquiry"),
        Refused::NotNow { .. }
        | Refused::NotYours { .. }
        | Refused::HasUnit
        | Refused::SameUnit
        | Refused::IsComplaint
        | Refused::NoLevelAbove
        | Refused::NotesLeft
        | Refused::HandedOverAlready
        | Refused::NoSuchDuty
        | Refused::DutyLeft
        | Refused::ReportLeft
        | Refused::EffectLeft
        | Refused::WordLeft
        | Refused::UntoldLeft
        | Refused::NotAboutManager
        | Refused::ManagesIt
        | Refused::JudgeFirst
        | Refused::NothingToMergeWith
        | Refused::MayNotHandle
        | Refused::HandlesAlready
        | Refused::ReasonLeft
        | Refused::NobodyHandles
        | Refused::RemindedToday
        | Refused::WorkIsOver
        | Refused::DoesNotWorkHere => String::new(),
    }
}

/// Why one of several was left as it was.
pub(super) fn left(page: &Page, refused: Refused) -> String {
    page.t(match refused {
        Refused::MayNotHandle => "left-may-not-handle",
        Refused::HandlesAlready => "left-handles-already",
        Refused::ReasonLeft => "left-reason",
        Refused::RemindedToday => "left-reminded",
        Refused::NotYours { .. } => "left-not-yours",
        _ => "left-not-now",
    })
}

/// Whether it comes later on the straight way.
const fn is_early(verb: Verb, state: State) -> bool {
    matches!(
        (verb, state),
        (Verb::Triage | Verb::HandOver | Verb::Note | Verb::WriteToSender | Verb::Postpone, State::Received)
            | (
                Verb::StartInquiry | Verb::Redirect | Verb::Split | Verb::Merge,
                State::Received | State::Registered
            )
            | (Verb::Answer, State::Received | State::Registered | State::Triaged)
            | (
                Verb::PlanMeasures | Verb::Close,
                State::Received | State::Registered | State::Triaged | State::Inquiry | State::Merged
            )
    )
}

/// What to do about a fault, in words.
pub(super) fn fault(page: &Page, of: &str, fault: AnswerFault) -> String {
    let own = |part: &str| page.t(&key(of, &format!("{}-{part}", fault.field)));
    match fault.wrong {
        AnswerWrong::Unanswered | AnswerWrong::Text(TextFault::Empty) => own("missing"),
        AnswerWrong::Unknown => own("unknown"),
        AnswerWrong::Text(other) => text_fault(page, "words", other),
        AnswerWrong::TooEarly => page.t("fault-too-early"),
        AnswerWrong::TooLate => page.t("fault-too-late"),
        AnswerWrong::NoConsent => page.t("fault-no-consent"),
        AnswerWrong::SeverityAndMisconductDiffer => page.t("severity-and-misconduct"),
        AnswerWrong::Conflict => page.t("unanswered-no-conflict"),
        AnswerWrong::NotAnAddress => page.t("fault-not-an-address"),
    }
}
