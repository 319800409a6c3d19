//! There is no draft here: never begun, too old, or in another browser.

use askama::Template;
use axum::{
    http::StatusCode,
    response::{IntoResponse, Response},
};
use web::{Error, Page};

use crate::pages::public::visitor::Visitor;

#[derive(Template)]
#[template(path = "public/gone.html")]
struct Gone {
    page: Page,
    hours: String,
}

pub(super) fn page(visitor: &Visitor) -> Result<Response, Error> {
    let hours = visitor.app.policy.drafts_for_hours.to_string();
    let page = web::html(&Gone { page: visitor.page.clone(), hours })?;
    Ok((StatusCode::GONE, page).into_response())
}
