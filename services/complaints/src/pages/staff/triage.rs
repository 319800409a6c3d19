//! Judging what a complaint is: the six questions, at first and anew.

use askama::Template;
use axum::response::{IntoResponse, Response};
use kernel::text::FreeText;
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
        self, AnswerFault, AnswerWrong, Category, Complaint, ComplaintId, Concerns, Severity, Triage,
        TypedTriage, Verb,
    },
};

#[derive(Template)]
#[template(path = "staff/triage.html")]
struct TriagePage {
    page: Page,
    faults: Faults,
    title: String,
    at: String,
    version: i64,
    content: Option<Written>,
    categories: Vec<(String, String)>,
    severities: Vec<(String, String)>,
    concerns: Vec<(String, String)>,
    /// Field, question, hint, answer.
    questions: Vec<(&'static str, String, String, String)>,
    yes_no: Vec<(&'static str, String)>,
    /// What else it can be about: the field, and what stands in it.
    besides: Vec<(&'static str, String, String)>,
    /// Whether it was judged before, and why it is judged otherwise is asked.
    is_anew: bool,
    reason: String,
    typed: Typed,
}

#[derive(Deserialize, Default, Clone)]
#[serde(default, deny_unknown_fields)]
pub(super) struct Typed {
    version: String,
    category: String,
    besides_1: String,
    besides_2: String,
    besides_3: String,
    severity: String,
    misconduct_suspected: String,
    child_at_risk: String,
    data_breach: String,
    concerns: String,
    other_authority: String,
    threat: String,
    no_conflict: String,
    /// "yes" in the form that judges anew.
    anew: String,
    /// Asked when it is judged anew.
    reason: String,
    switch_language: String,
}

pub(super) async fn ask(desk: Desk, Named(id): Named) -> Result<Response, Error> {
    let (complaint, _) = desk.sees(id).await?;
    let typed = complaint.triaged.map(|(triage, _)| Typed::of(&triage)).unwrap_or_default();
    match desk.ready_for(id, verb(&complaint)).await? {
        Ok(_) => show(&desk, id, Faults::default(), typed).await,
        Err(back) => Ok(back),
    }
}

pub(super) async fn send(Named(id): Named, sent: Sent<Typed>) -> Result<Response, Error> {
    let Sent { mut desk, fields: typed } = sent;
    if !typed.switch_language.is_empty() {
        let cookie = desk.in_language(&typed.switch_language);
        return Ok((cookie, show(&desk, id, Faults::default(), typed).await?).into_response());
    }
    let verb = if typed.is_anew() { Verb::Rejudge } else { Verb::Triage };
    let (judged, reason) = read(&desk, &typed);
    let at = desk.at(id, version(&typed.version)?);
    let done = match (judged, reason) {
        (Ok(triage), Ok(Some(reason))) => actions::rejudge(&desk.app, at, triage, reason).await,
        (Ok(triage), Ok(None)) => actions::triage(&desk.app, at, triage).await,
        (judged, reason) => {
            let faults = judged.err().into_iter().chain(reason.err()).flatten();
            let faults = faults.map(|fault| (fault.field, text(&desk.page, fault))).collect::<Faults>();
            return faulty(show(&desk, id, faults, typed).await);
        }
    };
    stale::or_back(&desk, id, done, own(id, verb, &typed)).await
}

/// What is judged for the first time, and what was judged before.
fn verb(complaint: &Complaint) -> Verb {
    if complaint.triaged.is_some() { Verb::Rejudge } else { Verb::Triage }
}

type Read<T> = Result<T, Vec<AnswerFault>>;

/// The judgement, and why it is another than before if there was one.
fn read(desk: &Desk, typed: &Typed) -> (Read<Triage>, Read<Option<FreeText>>) {
    let reason = if typed.is_anew() {
        domain::Typed::only_text("reason", &typed.reason, desk.app.policy.longest_text).map(Some)
    } else {
        Ok(None)
    };
    (Triage::parse(&typed.clone().into()), reason)
}

async fn show(desk: &Desk, id: ComplaintId, faults: Faults, typed: Typed) -> Result<Response, Error> {
    let case = actions::read(&desk.app, id, &desk.person).await?;
    let page = &desk.page;
    let template = TriagePage {
        title: page.t1(
            &wording::key(verb(&case.complaint).word(), "title"),
            "number",
            case.complaint.number.to_string(),
        ),
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
        besides: besides(page, &typed),
        is_anew: case.complaint.triaged.is_some(),
        reason: typed.reason.clone(),
        yes_no: vec![("yes", page.t("yes")), ("no", page.t("no"))],
        faults,
        typed,
        page: page.clone(),
    };
    Ok(web::html(&template)?.into_response())
}

fn besides(page: &Page, typed: &Typed) -> Vec<(&'static str, String, String)> {
    let fields =
        [("besides_1", &typed.besides_1), ("besides_2", &typed.besides_2), ("besides_3", &typed.besides_3)];
    let field = |(number, (field, chosen)): (usize, (&'static str, &String))| {
        (field, page.t1("ask-besides", "number", number + 1), chosen.clone())
    };
    fields.into_iter().enumerate().map(field).collect()
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
        AnswerWrong::Text(wrong) => wording::text_fault(page, "rejudge-reason", wrong),
        _ => page.t(&wording::key("unanswered", fault.field)),
    }
}

fn own(id: ComplaintId, verb: Verb, typed: &Typed) -> Own {
    let typed = typed.clone();
    Own {
        verb,
        action: format!("{}/bedom", address(id)),
        words: vec![typed.reason.clone()],
        fields: vec![
            ("category", typed.category),
            ("besides_1", typed.besides_1),
            ("besides_2", typed.besides_2),
            ("besides_3", typed.besides_3),
            ("severity", typed.severity),
            ("misconduct_suspected", typed.misconduct_suspected),
            ("child_at_risk", typed.child_at_risk),
            ("data_breach", typed.data_breach),
            ("concerns", typed.concerns),
            ("other_authority", typed.other_authority),
            ("threat", typed.threat),
            ("no_conflict", typed.no_conflict),
            ("anew", typed.anew),
            ("reason", typed.reason),
        ],
    }
}

impl Typed {
    fn is_anew(&self) -> bool {
        !self.anew.is_empty()
    }

    /// What was judged before, to be changed. Whether the person is concerned is asked each time.
    fn of(triage: &Triage) -> Self {
        let yes_no = |yes: bool| if yes { "yes" } else { "no" }.to_owned();
        let mut besides = triage.besides.iter().map(|category| category.to_string());
        let mut next = || besides.next().unwrap_or_default();
        Self {
            category: triage.category.to_string(),
            besides_1: next(),
            besides_2: next(),
            besides_3: next(),
            severity: triage.severity.to_string(),
            misconduct_suspected: yes_no(triage.misconduct_suspected),
            child_at_risk: yes_no(triage.child_at_risk),
            data_breach: yes_no(triage.data_breach),
            concerns: triage.concerns.to_string(),
            other_authority: yes_no(triage.other_authority),
            threat: yes_no(triage.threat),
            ..Self::default()
        }
    }
}

impl From<Typed> for TypedTriage {
    fn from(typed: Typed) -> Self {
        Self {
            category: typed.category,
            besides: vec![typed.besides_1, typed.besides_2, typed.besides_3],
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
