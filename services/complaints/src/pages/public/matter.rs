//! Coming back with the receipt.

use askama::Template;
use axum::{
    http::StatusCode,
    response::{IntoResponse, Response},
};
use serde::Deserialize;
use web::{Error, Form, Page};

use crate::{
    actions::{Failed, reading},
    pages::public::{faults::Faults, start::Pressed, visitor::Visitor},
};

#[derive(Template)]
#[template(path = "public/matter.html")]
struct MatterPage {
    page: Page,
    faults: Faults,
    done: Option<String>,
    code: String,
    /// Whether a matter is open in this browser now.
    is_open: bool,
    /// Whether one was open until a moment ago.
    has_ended: bool,
    /// What was written when it ended.
    words: String,
}

#[derive(Deserialize, Default)]
#[serde(default, deny_unknown_fields)]
pub(super) struct Typed {
    code: String,
    words: String,
    switch_language: String,
}

pub(super) const MATTER: &str = "/mitt-arende";

pub(super) async fn ask(visitor: Visitor) -> Result<Response, Error> {
    let is_open = reading::look(&visitor.app, visitor.reading.as_ref()).await?.is_some();
    let template = MatterPage { done: visitor.done(), is_open, ..MatterPage::empty(&visitor) };
    Ok(web::html(&template)?.into_response())
}

pub(super) async fn open(visitor: Visitor, Form(typed): Form<Typed>) -> Result<Response, Error> {
    if !typed.switch_language.is_empty() {
        return switched(visitor, typed);
    }
    if typed.code.trim().is_empty() {
        return faulty(&visitor, typed, "matter-empty");
    }
    match reading::open(&visitor.app, &typed.code, &typed.words).await {
        Ok(token) => Ok(visitor.lead_with_reading(&token, "/mitt-arende/dialog")),
        Err(Failed::NotFound) => faulty(&visitor, typed, "matter-wrong"),
        Err(failed) => Err(failed.into()),
    }
}

/// Closes the matter in this browser.
pub(super) async fn close(visitor: Visitor, Form(Pressed {}): Form<Pressed>) -> Result<Response, Error> {
    if let Some(token) = &visitor.reading {
        reading::close(&visitor.app, token).await?;
    }
    Ok(visitor.lead_without_reading("/mitt-arende?stangt=1"))
}

/// The time was out while somebody wrote: the code again, and what they wrote with it.
pub(super) fn ended(visitor: &Visitor, words: &str) -> Result<Response, Error> {
    let template = MatterPage { has_ended: true, words: words.to_owned(), ..MatterPage::empty(visitor) };
    Ok((StatusCode::UNAUTHORIZED, web::html(&template)?).into_response())
}

/// The same page in another language. Nothing of it is kept between, for a code is kept nowhere.
fn switched(visitor: Visitor, typed: Typed) -> Result<Response, Error> {
    let visitor = Visitor { page: visitor.page.clone().in_language(&typed.switch_language), ..visitor };
    let template = MatterPage {
        code: typed.code,
        has_ended: !typed.words.is_empty(),
        words: typed.words,
        ..MatterPage::empty(&visitor)
    };
    let page = web::html(&template)?.into_response();
    Ok(visitor.in_language(&typed.switch_language, page))
}

fn faulty(visitor: &Visitor, typed: Typed, key: &str) -> Result<Response, Error> {
    let template = MatterPage {
        faults: Faults::one("code", visitor.page.t(key)),
        code: typed.code,
        has_ended: !typed.words.is_empty(),
        words: typed.words,
        ..MatterPage::empty(visitor)
    };
    Ok((StatusCode::UNPROCESSABLE_ENTITY, web::html(&template)?).into_response())
}

impl MatterPage {
    fn empty(visitor: &Visitor) -> Self {
        Self {
            page: visitor.page.clone(),
            faults: Faults::default(),
            done: None,
            code: String::new(),
            is_open: false,
            has_ended: false,
            words: String::new(),
        }
    }
}
