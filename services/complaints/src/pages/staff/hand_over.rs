//! The reader's own report of a suspected misconduct (LSS 24 b §). Nothing is filled in beforehand: it is their words.

use askama::Template;
use axum::response::{IntoResponse, Response};
use kernel::text::{FreeText, without_control_characters};
use serde::Deserialize;
use web::{Error, Page};

use super::{
    case::{Written, written},
    desk::{Desk, Faults, Sent, address, faulty, version},
    stale::{self, Own},
    wording,
};
use crate::{
    actions::{self, Report},
    address::Named,
    domain::{ComplaintId, Verb},
};

#[derive(Template)]
#[template(path = "staff/hand_over.html")]
struct HandOverPage {
    page: Page,
    faults: Faults,
    number: String,
    at: String,
    version: i64,
    content: Option<Written>,
    text: String,
    acted: String,
    is_own: bool,
}

#[derive(Deserialize, Default)]
#[serde(default, deny_unknown_fields)]
pub(super) struct Typed {
    version: String,
    text: String,
    acted: String,
    own_name: String,
    switch_language: String,
}

pub(super) async fn ask(desk: Desk, Named(id): Named) -> Result<Response, Error> {
    match desk.ready_for(id, Verb::HandOver).await? {
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
        Ok(report) => {
            let done = actions::hand_over(&desk.app, desk.at(id, version(&typed.version)?), report).await;
            stale::or_back(&desk, id, done, own(id, typed)).await
        }
        Err(faults) => faulty(show(&desk, id, faults, &typed).await),
    }
}

fn parse(desk: &Desk, typed: &Typed) -> Result<Report, Faults> {
    let (page, most) = (&desk.page, desk.app.policy.longest_text);
    let mut faults = Faults::default();
    let text = FreeText::parse(&typed.text, most)
        .map_err(|fault| faults.add("text", wording::text_fault(page, "hand-over", fault)));
    let acted = FreeText::parse_optional(&typed.acted, most)
        .map_err(|fault| faults.add("acted", wording::text_fault(page, "hand-over", fault)));
    if typed.own_name != "yes" {
        faults.add("own_name", page.t("hand-over-own-name-missing"));
    }
    match (text, acted) {
        (Ok(text), Ok(acted)) if faults.is_empty() => Ok(Report { text, acted }),
        _ => Err(faults),
    }
}

async fn show(desk: &Desk, id: ComplaintId, faults: Faults, typed: &Typed) -> Result<Response, Error> {
    let case = actions::read(&desk.app, id, &desk.person).await?;
    let template = HandOverPage {
        page: desk.page.clone(),
        faults,
        number: case.complaint.number.to_string(),
        at: address(id),
        version: typed.version.parse().unwrap_or(case.complaint.version),
        content: case.content.as_ref().map(|content| written(&desk.page, content, &address(id))),
        text: without_control_characters(&typed.text),
        acted: without_control_characters(&typed.acted),
        is_own: typed.own_name == "yes",
    };
    Ok(web::html(&template)?.into_response())
}

fn own(id: ComplaintId, typed: Typed) -> Own {
    Own {
        verb: Verb::HandOver,
        action: format!("{}/overlamna", address(id)),
        words: vec![typed.text.clone(), typed.acted.clone()],
        fields: vec![("text", typed.text), ("acted", typed.acted), ("own_name", typed.own_name)],
    }
}
