//! Reading the answers through, and sending.

use askama::Template;
use axum::{
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use kernel::UnitId;
use serde::Deserialize;
use web::{Error, Form, Page};

use crate::{
    actions::{
        self, Failed,
        draft_send::{self, Sending},
    },
    domain::{
        IntakeFault, Relation,
        draft::{Draft, Held, UNKNOWN_UNIT},
    },
    pages::public::{
        faults, gone,
        question::SENT_BEFORE,
        relation, save,
        step::{CHECK, Step},
        visitor::Visitor,
    },
};

#[derive(Template)]
#[template(path = "public/check.html")]
struct CheckPage {
    page: Page,
    /// What is wrong, and where it is put right.
    faults: Vec<(&'static str, String)>,
    rows: Vec<Row>,
    /// Whether the manager is kept out.
    about_manager: bool,
    /// Whether somebody who works here writes: a complaint is not the report that they owe (LSS 24 b §).
    is_staff: bool,
}

struct Row {
    question: String,
    answer: String,
    change: &'static str,
}

#[derive(Deserialize, Default)]
#[serde(default, deny_unknown_fields)]
pub(super) struct Pressed {
    switch_language: String,
}

pub(super) async fn show(visitor: Visitor) -> Result<Response, Error> {
    match actions::draft::held(&visitor.app, visitor.draft.as_ref()).await? {
        Some(Held::Writing(draft)) => page(&visitor, &draft, Vec::new(), StatusCode::OK),
        Some(Held::Sent(_)) => Ok(Redirect::to(SENT_BEFORE).into_response()),
        None => gone::page(&visitor),
    }
}

pub(super) async fn send(visitor: Visitor, Form(pressed): Form<Pressed>) -> Result<Response, Error> {
    if !pressed.switch_language.is_empty() {
        return Ok(visitor.in_language(&pressed.switch_language, Redirect::to(CHECK).into_response()));
    }
    let Some(token) = &visitor.draft else { return gone::page(&visitor) };
    if visitor.way.is_save() {
        return save::save(&visitor, token).await;
    }
    match draft_send::send(&visitor.app, token, &visitor.page.lang()).await {
        Ok(Sending::Received) => Ok(Redirect::to("/kvitto").into_response()),
        Ok(Sending::ReceivedBefore) => Ok(Redirect::to(SENT_BEFORE).into_response()),
        Ok(Sending::Faulty(faults)) => {
            let faults = faults.iter().map(|fault| worded(&visitor, fault)).collect();
            again(&visitor, faults, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Ok(Sending::Nothing) => gone::page(&visitor),
        Err(failed) => not_sent(&visitor, failed).await,
    }
}

/// What could not be sent is still there, and the page says so.
async fn not_sent(visitor: &Visitor, failed: Failed) -> Result<Response, Error> {
    if matches!(failed, Failed::FileGone) {
        let fault = (Step::Files.change(), visitor.page.t("files-gone"));
        return again(visitor, vec![fault], StatusCode::UNPROCESSABLE_ENTITY).await;
    }
    let error = Error::from(failed);
    if let Error::Internal(cause) = &error {
        tracing::error!(error = format!("{cause:#}"), "a complaint could not be taken");
    }
    let fault = ("#form", visitor.page.t("check-not-now"));
    again(visitor, vec![fault], StatusCode::SERVICE_UNAVAILABLE).await.map_err(|_| error)
}

async fn again(
    visitor: &Visitor,
    faults: Vec<(&'static str, String)>,
    status: StatusCode,
) -> Result<Response, Error> {
    match actions::draft::held(&visitor.app, visitor.draft.as_ref()).await? {
        Some(Held::Writing(draft)) => page(visitor, &draft, faults, status),
        Some(Held::Sent(_)) => Ok(Redirect::to(SENT_BEFORE).into_response()),
        None => gone::page(visitor),
    }
}

fn worded(visitor: &Visitor, fault: &IntakeFault) -> (&'static str, String) {
    let step = Step::of(fault.field).unwrap_or(Step::Event);
    (step.change(), faults::text(&visitor.page, &visitor.app.policy, fault))
}

fn page(
    visitor: &Visitor,
    draft: &Draft,
    faults: Vec<(&'static str, String)>,
    status: StatusCode,
) -> Result<Response, Error> {
    let template = CheckPage {
        page: visitor.page.clone(),
        faults,
        rows: rows(visitor, draft),
        about_manager: draft.about_manager,
        is_staff: draft.relation == Relation::Staff.word(),
    };
    Ok((status, web::html(&template)?).into_response())
}

fn rows(visitor: &Visitor, draft: &Draft) -> Vec<Row> {
    let page = &visitor.page;
    let row = |key, answer: &str, step: Step| Row {
        question: page.t(key),
        answer: answer.to_owned(),
        change: step.change(),
    };
    let relation = draft.relation.parse().map(|said| relation::name(page, said)).unwrap_or_default();
    let files = draft.files.iter().map(|file| file.name.as_str()).collect::<Vec<_>>().join("\n");
    let wants_answer = match draft.wants_answer {
        None => String::new(),
        Some(true) => page.t("contact-wants-yes"),
        Some(false) => page.t("contact-wants-no"),
    };
    let easy_read = if draft.easy_read { page.t("contact-wants-yes") } else { String::new() };
    vec![
        row("check-event", &draft.text, Step::Event),
        row("check-unit", &unit(visitor, draft), Step::Unit),
        row("check-relation", &relation, Step::Relation),
        row("check-files", &files, Step::Files),
        row("contact-name", &draft.name, Step::Contact),
        row("contact-email", &draft.email, Step::Contact),
        row("contact-phone-number", &draft.phone, Step::Contact),
        row("contact-reach", &draft.reach, Step::Contact),
        row("contact-interpreter", &draft.interpreter, Step::Contact),
        row("check-easy-read", &easy_read, Step::Contact),
        row("check-wants-answer", &wants_answer, Step::Contact),
    ]
}

fn unit(visitor: &Visitor, draft: &Draft) -> String {
    let manager = draft.about_manager.then(|| visitor.page.t("unit-about-manager"));
    [unit_name(visitor, &draft.unit)]
        .into_iter()
        .filter(|name| !name.is_empty())
        .chain(manager)
        .collect::<Vec<_>>()
        .join("\n")
}

fn unit_name(visitor: &Visitor, chosen: &str) -> String {
    if chosen == UNKNOWN_UNIT {
        return visitor.page.t("unit-unknown");
    }
    let id = chosen.parse::<kernel::Uuid>().map(UnitId::from).ok();
    let register = visitor.app.ground.directory.now();
    id.and_then(|id| register.unit(id)).map(|unit| unit.name.clone()).unwrap_or_default()
}
