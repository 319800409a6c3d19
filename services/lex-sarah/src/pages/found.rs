//! What the check found: each thing in its places, with what could stand instead, and the answer that it asks for.

use std::collections::BTreeMap;

use kernel::text::{TextFault, without_control_characters};
use web::Page;

use super::{
    deed::{Desk, Sheet},
    wording,
};
use crate::domain::{
    Fault, Finding, Flaw, LookedThrough, Names, Place, Question, Trait, TypedKept, Verb, found_in, questions,
    replace,
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
    /// Where the key list is opened, after which a name that stands in it gets its code.
    pub key_list: Option<String>,
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

/// What was found, and where it is shown.
struct Shown<'a> {
    page: &'a Page,
    sheet: &'a Sheet,
    verb: Verb,
    findings: &'a [Finding],
    answers: &'a [TypedKept],
    /// Whether the words were compared with a key list that the reader has not looked in.
    is_shut: bool,
}

/// In what is filled in.
pub fn in_filled(desk: &Desk, page: &Page, sheet: &Sheet, typed: &dyn LookedThrough) -> Vec<Found> {
    let findings = desk.opened.names.as_ref().map(|names| found_in(typed, names)).unwrap_or_default();
    let (verb, answers, is_shut) = (typed.verb(), typed.kept(), is_shut(desk));
    Shown { page, sheet, verb, findings: &findings, answers, is_shut }.all()
}

/// In the entries of the inquiry.
pub fn in_entries(desk: &Desk, page: &Page, sheet: &Sheet, answers: &[TypedKept]) -> Vec<Found> {
    let findings = &desk.opened.findings;
    let is_shut = is_shut(desk);
    Shown { page, sheet, verb: Verb::CompleteInquiry, findings, answers, is_shut }.all()
}

fn is_shut(desk: &Desk) -> bool {
    desk.opened.names.as_ref().is_some_and(|names| !names.keys.is_empty() && !names.has_looked)
}

impl Shown<'_> {
    fn all(&self) -> Vec<Found> {
        let asked = questions(self.findings).into_iter().enumerate();
        asked.map(|(number, question)| self.one(number, &question)).collect()
    }

    fn one(&self, number: usize, question: &Question) -> Found {
        let Self { page, sheet, .. } = self;
        let answer = self.answers.iter().find(|answer| question.is_answered_by(answer));
        let answer = answer.cloned().unwrap_or_default();
        let looks_like = wording::looks_like(page, question.looks_like);
        let first = question.places[0];
        let in_form = matches!(first.place, Place::Field(_));
        Found {
            number,
            legend: page.t2("found-looks-like", ("word", question.found), ("looks", &looks_like)),
            looks_like: question.looks_like.code(),
            word: question.found.to_owned(),
            places: question.places.iter().map(|finding| self.stands(finding)).collect(),
            replace: in_form.then(|| page.t1("completion-replace", "proposed", &first.proposed)),
            key_list: (self.is_shut && question.looks_like == Trait::LikelyName)
                .then(|| format!("{}/kodnyckel", sheet.href)),
            is_number: question.looks_like == Trait::PersonNumber,
            may_be_organisation: question.may_be_an_organisation(),
            because_field: format!("kept-{number}"),
            organisation_field: format!("organisation-{number}"),
            error: question.flaw(&sheet.faults).map(|flaw| refused(page, flaw)),
            because: answer.because,
            is_organisation: answer.is_organisation,
        }
    }

    fn stands(&self, finding: &Finding) -> Stands {
        let page = self.page;
        let (place, href, replace) = match finding.place {
            Place::Field(field) => (
                page.t1(
                    "found-in-field",
                    "field",
                    label(self.verb, field).map(|key| page.t(key)).unwrap_or_default(),
                ),
                None,
                None,
            ),
            Place::Entry { id, section, in_source } => {
                let key =
                    if in_source { "completion-finding-in-source" } else { "completion-finding-in-text" };
                let section = page.t1("completion-in-section", "section", section.number());
                let href = format!("{}/anteckna?rattar={id}", self.sheet.href);
                let at =
                    self.findings.iter().position(|each| std::ptr::eq(each, finding)).unwrap_or_default();
                let instead = page.t1("completion-replace", "proposed", &finding.proposed);
                let replace = (format!("{href}&byt={at}"), instead);
                (page.t1(key, "section", section), Some(href), Some(replace))
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
}

/// What is wrong with an answer, where it is given.
fn refused(page: &Page, flaw: Flaw) -> String {
    match flaw {
        Flaw::Unanswered { why: TextFault::Empty, .. } => page.t("fault-kept"),
        _ => wording::fault(page, "kept", Fault { field: "kept", flaw }),
    }
}

/// What the field is called where it is filled in.
fn label(verb: Verb, field: &'static str) -> Option<&'static str> {
    Some(match (verb, field) {
        (_, "reasons") => "decision-reasons",
        (_, "measures") => "decision-measures",
        (_, "ivo_reset_because") => "decision-ivo-reset",
        (_, "happened_on") => "ivo-happened-on",
        (_, "happened_at") => "ivo-happened-at",
        (_, "description") => "ivo-description",
        (_, "causes") => "ivo-causes",
        (_, "measures_taken") => "ivo-measures-taken",
        (_, "measures_planned") => "ivo-measures-planned",
        (_, "text") => "measure-text",
        (_, "shown_by") => "effect-shown-by",
        (_, "routine_words") => "effect-routine-words",
        (_, "note") => "closing-note",
        (Verb::SettleMeasure, "words") => "progress-words",
        (Verb::GiveFeedback, "words") => "feedback-words",
        _ => return None,
    })
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{
        LOOKED_THROUGH, TypedClosing, TypedCompletion, TypedDecision, TypedEffect, TypedFeedback,
        TypedIvoForm, TypedMeasure, TypedProgress,
    };

    #[test]
    fn every_field_that_is_looked_through_has_its_name() {
        let all: [Box<dyn LookedThrough>; LOOKED_THROUGH.len()] = [
            Box::new(TypedCompletion::default()),
            Box::new(TypedDecision::default()),
            Box::new(TypedIvoForm::default()),
            Box::new(TypedFeedback::default()),
            Box::new(TypedMeasure::default()),
            Box::new(TypedProgress::default()),
            Box::new(TypedEffect::default()),
            Box::new(TypedClosing::default()),
        ];
        for (typed, verb) in all.iter().zip(LOOKED_THROUGH) {
            assert_eq!(typed.verb(), *verb);
            for (field, _) in typed.texts() {
                assert!(label(*verb, field).is_some(), "{verb:?}: {field}");
            }
        }
    }
}
