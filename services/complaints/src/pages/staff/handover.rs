//! What somebody who is away leaves to another, on one page.

use askama::Template;
use axum::{
    extract::Path,
    response::{IntoResponse, Response},
};
use kernel::{Uuid, calendar::swedish_day};
use web::{Error, Page};

use super::{
    absence,
    desk::Desk,
    inbox::{self, Row},
};
use crate::{
    actions::Failed,
    domain::{Complaint, Filter, leads},
};

/// More than a manager has at once.
const MOST: usize = 1_000;

#[derive(Template)]
#[template(path = "staff/handover.html")]
struct Handover {
    page: Page,
    /// Who stands in for whom.
    who: String,
    days: String,
    rows: Vec<Row>,
    /// Whether there may be more.
    is_cut: bool,
}

/// For the absent, for those who lead them, and for the deputy from the first day on. Each sees what they may know of.
pub(super) async fn show(desk: Desk, Path(id): Path<String>) -> Result<Response, Error> {
    let id = id.parse::<Uuid>().map_err(|_| Error::NotFound)?;
    let today = swedish_day(desk.app.now());
    let found = desk.app.store.absence(id.into(), today).await.map_err(Failed::from)?;
    let absence = found.ok_or(Error::NotFound)?;
    let register = desk.app.inside.ground.directory.now();
    let absent = register.colleague(absence.person, today).ok_or(Error::NotFound)?;
    let is_deputy = absence.deputy == desk.person.id && absence.has_begun(today);
    if absent.id != desk.person.id && !is_deputy && !leads(&desk.person, &absent) {
        return Err(Error::NotFound);
    }
    let listing = inbox::listing(&desk, true, Filter::default(), MOST);
    let theirs = desk.app.store.page(&absent, &listing).await.map_err(Failed::from)?;
    let is_cut = theirs.len() == MOST;
    let lies_with = |complaint: &Complaint| {
        complaint.parties().standing(&absent).is_some_and(|standing| standing.in_charge)
    };
    let mut rows = Vec::new();
    for complaint in theirs.into_iter().filter(lies_with) {
        // The deputy, and who leads, may be off what the absent is not.
        let seen = desk.app.store.complaint_as_seen_by(complaint.id, &desk.person).await;
        if let Some((complaint, _)) = seen.map_err(Failed::from)? {
            rows.push(inbox::row(&desk, &complaint));
        }
    }
    let template = Handover {
        who: desk.page.t2(
            "handover-who",
            ("absent", absent.name.as_str()),
            ("deputy", desk.name(absence.deputy).as_str()),
        ),
        days: absence::days(&desk, &absence),
        rows,
        is_cut,
        page: desk.page.clone(),
    };
    Ok(web::html(&template)?.into_response())
}
