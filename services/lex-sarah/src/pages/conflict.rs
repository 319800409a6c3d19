//! Somebody else came first: what is there now, and what you wrote. Nothing is lost.

use askama::Template;
use axum::{
    http::StatusCode,
    response::{IntoResponse, Response},
};
use web::{Error, Page};

use super::{
    deed::{Deed, Desk, Sheet},
    found,
};

/// For a deed that is no longer open: what was written, to read and to copy.
#[derive(Template)]
#[template(path = "conflict.html")]
struct Conflict {
    page: Page,
    sheet: Sheet,
    own: Vec<(String, String)>,
}

/// The form again, with everything in it, on the case as it is now; when the deed is still open.
pub fn shown<D: Deed>(desk: &Desk, page: Page, mut filled: D) -> Result<Response, Error> {
    let sheet = Sheet::after_another::<D>(desk, &page);
    let shown = if desk.opened.open_to().contains(&D::VERB) {
        filled.show(desk, page, sheet)?
    } else {
        let kept = filled.looked_through().map(|typed| found::own(typed.kept())).unwrap_or_default();
        let own = filled.own(&page).into_iter().chain(kept).filter(|(_, value)| !value.is_empty()).collect();
        web::html(&Conflict { page, sheet, own })?
    };
    Ok((StatusCode::CONFLICT, shown).into_response())
}
