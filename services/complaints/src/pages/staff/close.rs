//! A complaint is done with.

use askama::Template;
use axum::response::{IntoResponse, Response};
use kernel::text::{FreeText, without_control_characters};
use serde::Deserialize;
use web::{Error, Page};

use super::{
    desk::{Desk, Faults, Sent, address, faulty, version},
    stale::{self, Own},
    wording,
};
use crate::{
    actions::{self, Failed},
    address::Named,
    domain::{ComplaintId, Verb},
};

#[derive(Template)]
#[template(path = "staff/close.html")]
struct ClosePage {
    page: Page,
    faults: Faults,
    number: String,
    at: String,
    version: i64,
    measures: String,
    routine_reviewed: String,
    yes_no: Vec<(&'static str, String)>,
}

#[derive(Deserialize, Default)]
#[serde(default, deny_unknown_fields)]
pub(super) struct Typed {
    version: String,
    measures: String,
    routine_reviewed: String,
    switch_language: String,
}

pub(super) async fn ask(desk: Desk, Named(id): Named) -> Result<Response, Error> {
    match desk.ready_for(id, Verb::Close).await? {
        Ok(_) => show(&desk, id, Faults::default(), &Typed::default()).await,
        Err(back) => Ok(back),
    }
}

pub(super) async fn send(Named(id): Named, sent: Sent<Typed>) -> Result<Response, Error> {
    let Sent { mut desk, fields: typed } = sent;
    if !typed.switch_language.is_empty() {
        let cookie = desk.in_language(&typed.switch_language);
        return Ok((cookie, show(&desk, id, Faults::default(), &typed).await?).into_response());
    }
    match parse(&desk, &typed) {
        Ok((measures, reviewed)) => {
            let at = desk.at(id, version(&typed.version)?);
            let done = actions::close(&desk.app, at, measures, reviewed).await;
            stale::or_back(&desk, id, done, own(id, typed)).await
        }
        Err(faults) => faulty(show(&desk, id, faults, &typed).await),
    }
}

fn parse(desk: &Desk, typed: &Typed) -> Result<(FreeText, bool), Faults> {
    let mut faults = Faults::default();
    let measures = FreeText::parse(&typed.measures, desk.app.policy.longest_text)
        .map_err(|fault| faults.add("measures", wording::text_fault(&desk.page, "measures", fault)));
    let reviewed = match typed.routine_reviewed.as_str() {
        "yes" => Some(true),
        "no" => Some(false),
        _ => {
            faults.add("routine_reviewed", desk.page.t("routine-unanswered"));
            None
        }
    };
    measures.ok().zip(reviewed).ok_or(faults)
}

async fn show(desk: &Desk, id: ComplaintId, faults: Faults, typed: &Typed) -> Result<Response, Error> {
    let seen = desk.app.store.complaint_as_seen_by(id, &desk.person).await.map_err(Failed::from)?;
    let (complaint, _) = seen.ok_or(Error::NotFound)?;
    let page = &desk.page;
    let template = ClosePage {
        faults,
        number: complaint.number.to_string(),
        at: address(id),
        version: typed.version.parse().unwrap_or(complaint.version),
        measures: without_control_characters(&typed.measures),
        routine_reviewed: typed.routine_reviewed.clone(),
        yes_no: vec![("yes", page.t("routine-yes")), ("no", page.t("routine-no"))],
        page: page.clone(),
    };
    Ok(web::html(&template)?.into_response())
}

fn own(id: ComplaintId, typed: Typed) -> Own {
    Own {
        verb: Verb::Close,
        action: format!("{}/avsluta", address(id)),
        words: vec![typed.measures.clone()],
        fields: vec![("measures", typed.measures), ("routine_reviewed", typed.routine_reviewed)],
    }
}
