//! Saving what is written under a code, and going on with it.

use askama::Template;
use axum::{
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use chrono::TimeDelta;
use kernel::calendar;
use serde::Deserialize;
use vault::Token;
use web::{Error, Form, Page};

use crate::{
    actions::{
        draft::held,
        draft_save::{self, Resumed},
    },
    domain::draft::Held,
    pages::public::{days, faults::Faults, gone, start::Pressed, step::Step, visitor::Visitor},
};

const SAVED: &str = "/klagomal/sparat";

#[derive(Template)]
#[template(path = "public/saved.html")]
struct SavedPage {
    page: Page,
    code: String,
    /// The last day it is kept, unless something is changed.
    until: String,
}

#[derive(Template)]
#[template(path = "public/resume.html")]
struct ResumePage {
    page: Page,
    faults: Faults,
    code: String,
}

#[derive(Deserialize, Default)]
#[serde(default, deny_unknown_fields)]
pub(super) struct Typed {
    code: String,
    switch_language: String,
}

/// Puts the draft under a code and shows it.
pub(super) async fn save(visitor: &Visitor, token: &Token) -> Result<Response, Error> {
    match draft_save::save(&visitor.app, token).await? {
        Some(saved) => Ok(visitor.lead_with_draft(&saved, SAVED)),
        None => gone::page(visitor),
    }
}

pub(super) async fn saved(visitor: Visitor) -> Result<Response, Error> {
    let Some(Held::Writing(draft)) = held(&visitor.app, visitor.draft.as_ref()).await? else {
        return gone::page(&visitor);
    };
    let Some(code) = draft.code else { return Ok(Redirect::to(Step::Event.path()).into_response()) };
    let last = visitor.app.now() + TimeDelta::days(visitor.app.policy.saved_drafts_for_days);
    let until = days::long(&visitor.page, calendar::swedish_day(last));
    Ok(web::html(&SavedPage { page: visitor.page, code, until })?.into_response())
}

/// Closes it in this browser; the code opens it again.
pub(super) async fn close(visitor: Visitor, Form(Pressed {}): Form<Pressed>) -> Result<Response, Error> {
    Ok(visitor.lead_without_draft("/?undan=1"))
}

pub(super) async fn ask(visitor: Visitor) -> Result<Response, Error> {
    page(&visitor, String::new(), Faults::default(), StatusCode::OK)
}

pub(super) async fn resume(visitor: Visitor, Form(typed): Form<Typed>) -> Result<Response, Error> {
    if !typed.switch_language.is_empty() {
        let switched =
            Visitor { page: visitor.page.clone().in_language(&typed.switch_language), ..visitor.clone() };
        let page = page(&switched, typed.code, Faults::default(), StatusCode::OK)?;
        return Ok(visitor.in_language(&typed.switch_language, page));
    }
    let wrong = match draft_save::resume(&visitor.app, &typed.code).await? {
        Resumed::Writing(token) => return Ok(visitor.lead_with_draft(&token, Step::Event.path())),
        Resumed::Sent => visitor.page.t("resume-sent"),
        Resumed::Nothing if typed.code.trim().is_empty() => visitor.page.t("resume-empty"),
        Resumed::Nothing => visitor.page.t1("resume-wrong", "days", visitor.app.policy.saved_drafts_for_days),
    };
    page(&visitor, typed.code, Faults::one("code", wrong), StatusCode::UNPROCESSABLE_ENTITY)
}

fn page(visitor: &Visitor, code: String, faults: Faults, status: StatusCode) -> Result<Response, Error> {
    let page = web::html(&ResumePage { page: visitor.page.clone(), faults, code })?;
    Ok((status, page).into_response())
}
