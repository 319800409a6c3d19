//! The domain's words in the reader's language.

use chrono::{Datelike, NaiveDate};
use kernel::{Timestamp, calendar::swedish_day, text::TextFault};
use web::Page;

use crate::domain::{
    Fault, Flaw, Grade, Happened, Kind, Nearest, Nearness, PartInCase, SecrecyMark, Section, Similar, Source,
    SourceKind, State, Status, Trait, YesNo, nearness,
};

pub fn status(page: &Page, status: Status) -> String {
    page.t(&format!("status-{}", status.code()))
}

/// How the tag of a status looks.
pub const fn status_tag(status: Status) -> &'static str {
    match status {
        Status::Received => "new",
        Status::Inquiry => "wait",
        Status::Decided => "done",
    }
}

/// Where a case stands, for those who work with it.
pub fn state(page: &Page, state: State, inquiry_is_complete: bool) -> String {
    if state == State::Inquiry && inquiry_is_complete {
        return page.t("state-to-decide");
    }
    page.t(&format!("state-{}", state.code()))
}

pub const fn state_tag(state: State) -> &'static str {
    match state {
        State::Received | State::Registered => "new",
        State::Assessing | State::Inquiry | State::Decision | State::Measures | State::FollowUp => "wait",
        State::ClosedNoMisconduct | State::Closed | State::Archived | State::OutOfScope => "done",
    }
}

pub fn grade(page: &Page, grade: Grade) -> String {
    page.t(&format!("grade-{}", grade.code()))
}

pub fn grades(page: &Page) -> Vec<(&'static str, String)> {
    Grade::ALL.iter().map(|each| (each.code(), grade(page, *each))).collect()
}

pub fn kinds(page: &Page) -> Vec<(&'static str, String)> {
    Kind::ALL.iter().map(|each| (each.code(), kind(page, *each))).collect()
}

pub fn kind(page: &Page, kind: Kind) -> String {
    page.t(&format!("kind-{}", kind.code()))
}

pub fn source_kinds(page: &Page) -> Vec<(String, String)> {
    coded(page, "source", SourceKind::ALL.iter().map(|each| each.code()))
}

pub fn source(page: &Page, source: &Source) -> String {
    source.in_words(|key| page.t(key))
}

pub fn similar(page: &Page, similar: Similar) -> String {
    page.t(&format!("similar-{}", similar.code()))
}

pub fn similars(page: &Page) -> Vec<(&'static str, String)> {
    Similar::ALL.iter().map(|each| (each.code(), similar(page, *each))).collect()
}

pub fn happened(page: &Page, happened: Happened) -> String {
    page.t(&format!("happened-{}", happened.code()))
}

pub fn moments(page: &Page) -> Vec<(&'static str, String)> {
    Happened::ALL.iter().map(|each| (each.code(), happened(page, *each))).collect()
}

pub fn part_in_case(page: &Page, part: PartInCase) -> String {
    page.t(&format!("part-{}", part.code()))
}

pub fn parts_in_case(page: &Page) -> impl Iterator<Item = (String, String)> {
    PartInCase::ALL.iter().map(|each| (each.code().to_owned(), part_in_case(page, *each)))
}

pub fn looks_like(page: &Page, found: Trait) -> String {
    page.t(&format!("trait-{}", found.code()))
}

/// The question that a point answers, with its number.
pub fn section(page: &Page, section: Section) -> String {
    format!("{}. {}", section.number(), page.t(&format!("section-{}", section.number())))
}

/// A day as people say it: "24 november", with the year when it is another.
pub fn day(page: &Page, day: NaiveDate, today: NaiveDate) -> String {
    let month = page.t(&format!("month-{}", day.month()));
    let in_words = page.t2("day-of-month", ("day", &day.day().to_string()), ("month", &month));
    if day.year() == today.year() { in_words } else { format!("{in_words} {}", day.year()) }
}

/// A target in words and as a day: "om 2 dagar, 24 november".
pub fn target(page: &Page, due_on: NaiveDate, now: Timestamp) -> String {
    let today = swedish_day(now);
    let date = day(page, due_on, today);
    match nearness(due_on, today) {
        Nearness::Today => page.t1("target-today", "date", date),
        Nearness::Tomorrow => page.t1("target-tomorrow", "date", date),
        Nearness::In(days) => page.t2("target-in", ("days", &days.to_string()), ("date", &date)),
        Nearness::Passed(1) => page.t1("target-passed-yesterday", "date", date),
        Nearness::Passed(days) => page.t2("target-passed", ("days", &days.to_string()), ("date", &date)),
    }
}

/// The nearest day of a case, with what it is the last of unless that is the next step.
pub fn nearest(page: &Page, day: NaiveDate, of: Nearest, now: Timestamp) -> String {
    let target = target(page, day, now);
    match of {
        Nearest::Step => target,
        Nearest::DataBreach | Nearest::Protect | Nearest::NotifyIvo | Nearest::IvoInquiry => {
            page.t1(&format!("nearest-{}", of.code()), "target", target)
        }
    }
}

pub fn target_tag(due_on: NaiveDate, now: Timestamp) -> &'static str {
    match nearness(due_on, swedish_day(now)) {
        Nearness::Passed(_) => "late",
        Nearness::Today | Nearness::Tomorrow | Nearness::In(_) => "",
    }
}

/// What to do about a fault in a form.
pub fn fault(page: &Page, form: &str, Fault { field, flaw }: Fault) -> String {
    match flaw {
        Flaw::Missing => page.t(&format!("fault-{form}-{field}-missing")),
        Flaw::TooLong { length, most } => {
            page.t2("fault-too-long", ("length", &length.to_string()), ("most", &most.to_string()))
        }
        Flaw::ControlCharacters => page.t("fault-control-characters"),
        Flaw::NotAChoice => page.t("fault-not-a-choice"),
        Flaw::NotADay => page.t("fault-not-a-day"),
        Flaw::NotATime => page.t("fault-not-a-time"),
        Flaw::StillToCome => page.t("fault-still-to-come"),
        Flaw::NotAMoment => page.t("fault-not-a-moment"),
        Flaw::TooEarly => page.t("fault-too-early"),
        Flaw::Passed => page.t("fault-passed"),
        Flaw::LawSaysYes => page.t("fault-law-says-yes"),
        Flaw::TellsWho => page.t("fault-tells-who"),
        Flaw::Unanswered { why: TextFault::Empty, .. } => page.t("fault-unanswered"),
        Flaw::Unanswered { why, .. } => fault(page, form, Fault { field, flaw: why.into() }),
        Flaw::PersonNumber { .. } => page.t("fault-person-number"),
        Flaw::Unsaid(section) => page.t1("fault-unsaid", "section", section.number()),
    }
}

/// A secrecy mark as it is stamped: provision, day, authority (OSL 5:5).
pub fn mark(page: &Page, mark: Option<&SecrecyMark>) -> String {
    match mark {
        Some(SecrecyMark { ground, on, authority }) => format!("{ground}, {on}, {authority}"),
        None => page.t("no-secrecy-mark"),
    }
}

/// The words of an enum as choices: their texts have the keys `group-word`.
pub fn coded<'a>(page: &Page, group: &str, codes: impl Iterator<Item = &'a str>) -> Vec<(String, String)> {
    codes.map(|code| (code.to_owned(), page.t(&format!("{group}-{code}")))).collect()
}

pub fn yes_no(page: &Page) -> Vec<(String, String)> {
    coded(page, "ivo-answer", YesNo::ALL.iter().map(|each| each.code()))
}
