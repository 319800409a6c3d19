//! Judging what a complaint is: the six questions.

use askama::Template;
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use web::{Error, Page};

use super::{
    case::{Written, written},
    desk::{Desk, Faults, Sent, address, faulty, version},
    stale::{self, Own},
    wording,
};
use crate::{
    actions,
    address::Named,
    domain::{
        AnswerFault, AnswerWrong, Category, ComplaintId, Concerns, Severity, Triage, TypedTriage, Verb,
    },
};

#[derive(Template)]
#[template(path = "staff/triage.html")]
struct TriagePage {
    page: Page,
    faults: Faults,
    number: String,
    at: String,
    version: i64,
    content: Option<Written>,
    categories: Vec<(String, String)>,
    severities: Vec<(String, String)>,
    concerns: Vec<(String, String)>,
    /// Field, question, hint, answer.
    questions: Vec<(&'static str, String, String, String)>,
    yes_no: Vec<(&'static str, String)>,
    typed: Typed,
}

#[derive(Deserialize, Default, Clone)]
#[serde(default, deny_unknown_fields)]
pub(super) struct Typed {
    version: String,
    category: String,
    severity: String,
    misconduct_suspected: String,
    child_at_risk: String,
    data_breach: String,
    concerns: String,
    other_authority: String,
    threat: String,
    no_conflict: String,
    switch_language: String,
}

pub(super) async fn ask(desk: Desk, Named(id): Named) -> Result<Response, Error> {
    match desk.ready_for(id, Verb::Triage).await? {
        Ok(_) => show(&desk, id, Faults::default(), Typed::default()).await,
        Err(back) => Ok(back),
    }
}

pub(super) async fn send(Named(id): Named, sent: Sent<Typed>) -> Result<Response, Error> {
    let Sent { mut desk, fields: typed } = sent;
    if !typed.switch_language.is_empty() {
        let cookie = desk.in_language(&typed.switch_language);
        return Ok((cookie, show(&desk, id, Faults::default(), typed).await?).into_response());
    }
    match Triage::parse(&typed.clone().into()) {
        Ok(triage) => {
            let done = actions::triage(&desk.app, desk.at(id, version(&typed.version)?), triage).await;
            stale::or_back(&desk, id, done, own(id, &typed)).await
        }
        Err(faults) => {
            let faults =
                faults.into_iter().map(|fault| (fault.field, text(&desk.page, fault))).collect::<Faults>();
            faulty(show(&desk, id, faults, typed).await)
        }
    }
}

async fn show(desk: &Desk, id: ComplaintId, faults: Faults, typed: Typed) -> Result<Response, Error> {
    let case = actions::read(&desk.app, id, &desk.person).await?;
    let page = &desk.page;
    let template = TriagePage {
        number: case.complaint.number.to_string(),
        at: address(id),
        // The version that was judged, not one that came while it was filled in.
        version: typed.version.parse().unwrap_or(case.complaint.version),
        content: case.content.as_ref().map(|content| written(page, content, &address(id))),
        categories: std::iter::once((String::new(), page.t("choose-one")))
            .chain(wording::options(page, "category", Category::ALL.iter().map(|each| each.word())))
            .collect(),
        severities: wording::options(page, "severity", Severity::ALL.iter().map(|each| each.word())),
        concerns: wording::options(page, "concerns", Concerns::ALL.iter().map(|each| each.word())),
        questions: questions(page, &typed),
        yes_no: vec![("yes", page.t("yes")), ("no", page.t("no"))],
        faults,
        typed,
        page: page.clone(),
    };
    Ok(web::html(&template)?.into_response())
}

/// Those with yes and no for an answer.
fn questions(page: &Page, typed: &Typed) -> Vec<(&'static str, String, String, String)> {
    [
        ("misconduct_suspected", "misconduct", &typed.misconduct_suspected),
        ("child_at_risk", "child", &typed.child_at_risk),
        ("data_breach", "breach", &typed.data_breach),
        ("other_authority", "other", &typed.other_authority),
        ("threat", "threat", &typed.threat),
    ]
    .map(|(field, key, answer)| {
        (field, page.t(&format!("ask-{key}")), page.t(&format!("ask-{key}-hint")), answer.clone())
    })
    .into()
}

fn text(page: &Page, fault: AnswerFault) -> String {
    match fault.wrong {
        AnswerWrong::SeverityAndMisconductDiffer => page.t("severity-and-misconduct"),
        _ => page.t(&wording::key("unanswered", fault.field)),
    }
}

fn own(id: ComplaintId, typed: &Typed) -> Own {
    let typed = typed.clone();
    Own {
        verb: Verb::Triage,
        action: format!("{}/bedom", address(id)),
        words: Vec::new(),
        fields: vec![
            ("category", typed.category),
            ("severity", typed.severity),
            ("misconduct_suspected", typed.misconduct_suspected),
            ("child_at_risk", typed.child_at_risk),
            ("data_breach", typed.data_breach),
            ("concerns", typed.concerns),
            ("other_authority", typed.other_authority),
            ("threat", typed.threat),
            ("no_conflict", typed.no_conflict),
        ],
    }
}

impl From<Typed> for TypedTriage {
    fn from(typed: Typed) -> Self {
        Self {
            category: typed.category,
            severity: typed.severity,
            misconduct_suspected: typed.misconduct_suspected,
            child_at_risk: typed.child_at_risk,
            data_breach: typed.data_breach,
            concerns: typed.concerns,
            other_authority: typed.other_authority,
            threat: typed.threat,
            no_conflict: typed.no_conflict,
        }
    }
}
