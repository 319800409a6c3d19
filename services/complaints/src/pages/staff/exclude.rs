//! Somebody who is concerned is taken off a complaint (G.2).

use askama::Template;
use axum::response::{IntoResponse, Redirect, Response};
use kernel::{PersonId, calendar::swedish_day};
use organisation::Role;
use serde::Deserialize;
use web::{Error, Page};

use super::{
    desk::{Desk, Faults, Sent, address, faulty, version},
    stale::{self, Own},
};
use crate::{
    actions::{self, Failed},
    address::Named,
    domain::{Complaint, ComplaintId, Verb},
};

#[derive(Template)]
#[template(path = "staff/exclude.html")]
struct ExcludePage {
    page: Page,
    faults: Faults,
    number: String,
    at: String,
    version: i64,
    people: Vec<(String, String)>,
    person: String,
}

#[derive(Deserialize, Default)]
#[serde(default, deny_unknown_fields)]
pub(super) struct Typed {
    version: String,
    person: String,
    switch_language: String,
}

pub(super) async fn ask(desk: Desk, Named(id): Named) -> Result<Response, Error> {
    match desk.ready_for(id, Verb::Exclude).await? {
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
    let Ok(whom) = typed.person.parse::<kernel::Uuid>().map(PersonId::from) else {
        let faults = Faults::one("person", desk.page.t("exclude-person-missing"));
        return faulty(show(&desk, id, faults, &typed).await);
    };
    match actions::exclude(&desk.app, desk.at(id, version(&typed.version)?), whom).await {
        // To whoever took themself off, it is not there any more.
        Ok(()) if whom == desk.person.id => Ok(Redirect::to("/").into_response()),
        other => {
            let own = Own {
                verb: Verb::Exclude,
                action: format!("{}/jav", address(id)),
                words: Vec::new(),
                fields: vec![("person", typed.person)],
            };
            stale::or_back(&desk, id, other, own).await
        }
    }
}

async fn show(desk: &Desk, id: ComplaintId, faults: Faults, typed: &Typed) -> Result<Response, Error> {
    let seen = desk.app.store.complaint_as_seen_by(id, &desk.person).await.map_err(Failed::from)?;
    let (complaint, _) = seen.ok_or(Error::NotFound)?;
    let template = ExcludePage {
        page: desk.page.clone(),
        faults,
        number: complaint.number.to_string(),
        at: address(id),
        version: typed.version.parse().unwrap_or(complaint.version),
        people: people(desk, &complaint),
        person: typed.person.clone(),
    };
    Ok(web::html(&template)?.into_response())
}

/// Everybody who could come to know of it: those who work at the unit, and the registrars.
fn people(desk: &Desk, complaint: &Complaint) -> Vec<(String, String)> {
    let (register, day) = (desk.app.inside.ground.directory.now(), swedish_day(desk.app.now()));
    let at_unit = [Role::UnitManager, Role::Principal, Role::Staff];
    let mut ids: Vec<_> = at_unit
        .into_iter()
        .filter(|_| complaint.unit.is_some())
        .flat_map(|role| register.holders(role, complaint.unit, day))
        .chain(register.holders(Role::SchoolOwnerRepresentative, None, day))
        .chain(register.holders(Role::Registrar, None, day))
        .collect();
    ids.sort_unstable();
    ids.dedup();
    let signed =
        |id: PersonId| register.colleague(id, day).map(|person| (id.to_string(), person.signature()));
    let mut people: Vec<_> = ids.into_iter().filter_map(signed).collect();
    people.sort_by(|a, b| a.1.cmp(&b.1));
    people.insert(0, (String::new(), desk.page.t("choose-one")));
    people
}
