//! A registrar leads a complaint that named no unit to the one it is about.

use askama::Template;
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;
use web::{Error, Page};

use super::{
    case::{Written, written},
    desk::{Desk, Faults, Sent, address, faulty, or_none, version},
    stale::{self, Own},
};
use crate::{
    actions,
    address::Named,
    domain::{ComplaintId, Verb},
};

#[derive(Template)]
#[template(path = "staff/route.html")]
struct RoutePage {
    page: Page,
    faults: Faults,
    number: String,
    at: String,
    version: i64,
    content: Option<Written>,
    units: Vec<(String, String)>,
    unit: String,
}

#[derive(Deserialize, Default)]
#[serde(default, deny_unknown_fields)]
pub(super) struct Typed {
    version: String,
    unit: String,
    switch_language: String,
}

pub(super) async fn ask(desk: Desk, Named(id): Named) -> Result<Response, Error> {
    match desk.ready_for(id, Verb::Route).await? {
        // It has a unit already.
        Ok((complaint, _)) if complaint.unit.is_some() => Ok(Redirect::to(&address(id)).into_response()),
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
    let Ok(unit) = typed.unit.parse::<kernel::Uuid>() else {
        let faults = Faults::one("unit", desk.page.t("route-unit-missing"));
        return faulty(show(&desk, id, faults, &typed).await);
    };
    match actions::route(&desk.app, desk.at(id, version(&typed.version)?), unit.into()).await {
        // From now on the registrar sees what stands in the register; the list is where the next one waits.
        Ok(()) => Ok(Redirect::to("/").into_response()),
        other => {
            let own = Own {
                verb: Verb::Route,
                action: format!("{}/led", address(id)),
                words: Vec::new(),
                fields: vec![("unit", typed.unit)],
            };
            stale::or_back(&desk, id, other, own).await
        }
    }
}

async fn show(desk: &Desk, id: ComplaintId, faults: Faults, typed: &Typed) -> Result<Response, Error> {
    let case = actions::read(&desk.app, id, &desk.person).await?;
    let template = RoutePage {
        page: desk.page.clone(),
        faults,
        number: case.complaint.number.to_string(),
        at: address(id),
        version: typed.version.parse().unwrap_or(case.complaint.version),
        content: case.content.as_ref().map(|content| written(&desk.page, content, &address(id))),
        units: or_none(&desk.page.t("choose-one"), desk.units()),
        unit: typed.unit.clone(),
    };
    Ok(web::html(&template)?.into_response())
}
