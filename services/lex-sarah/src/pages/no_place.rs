//! For somebody who is logged in and has nothing to do here: what this place is, and where to go.

use askama::Template;
use axum::{
    http::StatusCode,
    response::{IntoResponse, Response},
};
use web::{Error, Page};

#[derive(Template)]
#[template(path = "no_place.html")]
struct NoPlace {
    page: Page,
}

/// For the data-protection officer, whom a mail about a breach has led here.
#[derive(Template)]
#[template(path = "officer.html")]
struct Officer {
    page: Page,
}

pub fn show_officer(page: Page) -> Result<Response, Error> {
    Ok(web::html(&Officer { page })?.into_response())
}

pub fn show(page: Page) -> Result<Response, Error> {
    Ok((StatusCode::FORBIDDEN, web::html(&NoPlace { page })?).into_response())
}
