//! Who has read a complaint, and done what with it.

use askama::Template;
use axum::response::{IntoResponse, Response};
use web::{Error, Page};

use super::{
    case::iso,
    desk::{Desk, address},
    wording,
};
use crate::{actions, address::Named};

#[derive(Template)]
#[template(path = "staff/readings.html")]
struct Readings {
    page: Page,
    at: String,
    number: String,
    rows: Vec<Row>,
}

struct Row {
    at: String,
    iso: String,
    who: String,
    what: String,
}

pub(super) async fn show(desk: Desk, Named(id): Named) -> Result<Response, Error> {
    let (complaint, traces) = actions::who_has_read(&desk.app, id, &desk.person).await?;
    let row = |trace: &audit::Trace| Row {
        at: desk.page.when(&trace.at),
        iso: iso(trace.at),
        who: trace.person.map_or_else(
            || wording::word(&desk.page, "actor", &trace.actor_kind),
            |person| desk.name(person),
        ),
        what: wording::word(&desk.page, "trace", &trace.action),
    };
    let template = Readings {
        at: address(id),
        number: complaint.number.to_string(),
        // Newest first: what one looks for has mostly happened lately.
        rows: traces.iter().rev().map(row).collect(),
        page: desk.page.clone(),
    };
    Ok(web::html(&template)?.into_response())
}
