//! For somebody who is logged in and has nothing to do here: what this place is, and where to go.

use askama::Template;
use axum::{
    http::StatusCode,
    response::{IntoResponse, Response},
};
use web::{Error, Page};

#[derive(Template)]
#[template(path = "staff/nobody.html")]
struct Nobody {
    page: Page,
}

pub(super) fn show(page: Page) -> Result<Response, Error> {
    // The menu leads to lists that this person does not have.
    let page = page.with_navigation(&[]);
    Ok((StatusCode::FORBIDDEN, web::html(&Nobody { page })?).into_response())
}
