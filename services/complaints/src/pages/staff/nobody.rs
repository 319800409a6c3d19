//! For somebody who is logged in and has nothing to do here: what this place is, and where to go.

use askama::Template;
use axum::{
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use organisation::Role;
use web::{Error, Page};

use crate::{
    domain::works_with_disposal,
    pages::{own, staff::desk::Desk},
};

#[derive(Template)]
#[template(path = "staff/nobody.html")]
struct Nobody {
    page: Page,
}

/// For the data-protection officer, whom a mail about a breach has led here.
#[derive(Template)]
#[template(path = "staff/officer.html")]
struct Officer {
    page: Page,
}

pub(super) fn show(Desk { page, person, .. }: Desk) -> Result<Response, Error> {
    if own::are_for(&person) {
        return Ok(Redirect::to(own::OWN).into_response());
    }
    if works_with_disposal(&person) {
        return Ok(Redirect::to("/gallring").into_response());
    }
    // The menu leads to lists that this person does not have.
    let page = page.with_navigation(&[]);
    if person.is(Role::DataProtectionOfficer) {
        return Ok(web::html(&Officer { page })?.into_response());
    }
    Ok((StatusCode::FORBIDDEN, web::html(&Nobody { page })?).into_response())
}
