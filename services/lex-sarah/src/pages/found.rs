//! What the check found: each thing in its places, with what could stand instead, and the answer that it asks for.

use std::collections::BTreeMap;

use kernel::text::{TextFault, without_control_characters};
use web::Page;

use super::{deed::Sheet, wording};
use crate::domain::{
    Fault, Finding, Flaw, LookedThrough, Names, Place, Question, TypedKept, found_in, questions, replace,
};

/// One thing that is to be answered.
pub struct Found {
    pub number: usize,
    pub legend: String,
    pub looks_like: &'static str,
    pub word: String,
    pub places: Vec<Stands>,
    /// What the button says by which the proposal takes its place; None where an entry is corrected instead.
    pub replace: Option<String>,
    pub is_number: bool,
    pub may_be_organisation: bool,
    /// The fields of the answer.
    pub because_field: String,
    pub organisation_field: String,
    pub because: String,
    pub is_organisation: bool,
    pub error: Option<String>,
}

/// One of the places.
pub struct Stands {
    pub place: String,
    /// Where an entry is corrected; and the same with the proposal filled in, with what its link says.
    pub href: Option<String>,
    pub replace: Option<(String, String)>,
    pub before: String,
    pub found: String,
    pub after: String,
}

/// In what is filled in.
pub fn in_filled(page: &Page, sheet: &Sheet, typed: &dyn LookedThrough, names: Option<&Names>) -> Vec<Found> {
    let findings = names.map(|names| found_in(typed, names)).unwrap_or_default();
    of(page, sheet, &findings, typed.kept())
}

pub fn of(page: &Page, sheet: &Sheet, findings: &[Finding], answers: &[TypedKept]) -> Vec<Found> {
    let asked = questions(findings).into_iter().enumerate();
    asked.map(|(number, question)| one(page, sheet, findings, number, &question, answers)).collect()
}

fn one(
    page: &Page,
    sheet: &Sheet,
    findings: &[Finding],
    number: usize,
    question: &Question,
    answers: &[TypedKept],
) -> Found {
    let answer = answers.iter().find(|answer| question.is_answered_by(answer)).cloned().unwrap_or_default();
    let looks_like = wording::looks_like(page, question.looks_like);
    let first = question.places[0];
    let in_form = matches!(first.place, Place::Field(_));
    let is_number = question.looks_like == crate::domain::Trait::PersonNumber;
    Found {
        number,
        legend: page.t2("found-looks-like", ("word", question.found), ("looks", &looks_like)),
        looks_like: question.looks_like.code(),
        word: question.found.to_owned(),
        places: question.places.iter().map(|finding| stands(page, sheet, findings, finding)).collect(),
        replace: in_form.then(|| page.t1("completion-replace", "proposed", &first.proposed)),
        is_number,
        may_be_organisation: question.may_be_an_organisation(),
        because_field: format!("kept-{number}"),
        organisation_field: format!("organisation-{number}"),
        error: question.flaw(&sheet.faults).map(|flaw| refused(page, flaw)),
        because: answer.because,
        is_organisation: answer.is_organisation,
    }
}

/// What is wrong with an answer, where it is given.
fn refused(page: &Page, flaw: Flaw) -> String {
    match flaw {
        Flaw::Unanswered { why: TextFault::Empty, .. } => page.t("fault-kept"),
        _ => wording::fault(page, "kept", Fault { field: "kept", flaw }),
    }
}

fn stands(page: &Page, sheet: &Sheet, findings: &[Finding], finding: &Finding) -> Stands {
    let (place, href, replace) = match finding.place {
        Place::Field(field) => (page.t1("found-in-field", "field", page.t(label(field))), None, None),
        Place::Entry { id, section, in_source } => {
            let key = if in_source { "completion-finding-in-source" } else { "completion-finding-in-text" };
            let section = page.t1("completion-in-section", "section", section.number());
            let href = format!("{}/anteckna?rattar={id}", sheet.href);
            let at = findings.iter().position(|each| std::ptr::eq(each, finding)).unwrap_or_default();
            let instead = page.t1("completion-replace", "proposed", &finding.proposed);
            (
                page.t1(key, "section", section),
                Some(href.clone()),
                Some((format!("{href}&byt={at}"), instead)),
            )
        }
    };
    Stands {
        place,
        href,
        replace,
        before: finding.before.clone(),
        found: finding.found.clone(),
        after: finding.after.clone(),
    }
}

/// What the field is called where it is filled in.
fn label(field: &'static str) -> &'static str {
    match field {
        "reasons" => "decision-reasons",
        "measures" => "decision-measures",
        "ivo_reset_because" => "decision-ivo-reset",
        "happened_on" => "ivo-happened-on",
        "happened_at" => "ivo-happened-at",
        "description" => "ivo-description",
        "causes" => "ivo-causes",
        "measures_taken" => "ivo-measures-taken",
        "measures_planned" => "ivo-measures-planned",
        _ => "feedback-words",
    }
}

/// The answers in a form, by their numbers.
pub type Answers = BTreeMap<usize, TypedKept>;

/// The answers, and the other fields.
pub fn taken(fields: Vec<(String, String)>) -> (Answers, Vec<(String, String)>) {
    let mut answers = Answers::new();
    let mut others = Vec::new();
    for (name, value) in fields {
        let part =
            name.split_once('-').and_then(|(part, number)| Some((part, number.parse::<usize>().ok()?)));
        match part {
            Some(("looks", number)) => answers.entry(number).or_default().looks_like = value,
            Some(("found", number)) => answers.entry(number).or_default().found = value,
            Some(("kept", number)) => answers.entry(number).or_default().because = value,
            Some(("organisation", number)) => answers.entry(number).or_default().is_organisation = true,
            _ => others.push((name, value)),
        }
    }
    (answers, others)
}

/// Without what cannot be kept, so that sending again works.
pub fn cleaned(answers: &Answers) -> Vec<TypedKept> {
    let clean = |answer: &TypedKept| TypedKept {
        because: without_control_characters(&answer.because),
        ..answer.clone()
    };
    answers.values().map(clean).collect()
}

/// With the proposal in all places of the one that somebody pressed the button of.
pub fn replaced(typed: &mut dyn LookedThrough, answers: &Answers, chosen: &str, names: Option<&Names>) {
    let answer = chosen.parse().ok().and_then(|number: usize| answers.get(&number));
    if let Some((answer, names)) = answer.zip(names) {
        replace(typed, answer, names);
    }
}

/// What was answered, as it is shown to whoever has to write it again.
pub fn own(kept: &[TypedKept]) -> Vec<(String, String)> {
    kept.iter().map(|kept| (kept.found.clone(), kept.because.clone())).collect()
}
