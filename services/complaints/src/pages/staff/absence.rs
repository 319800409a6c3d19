//! Being away, and who sees to one's matters meanwhile.

use askama::Template;
use axum::{
    extract::Path,
    response::{IntoResponse, Redirect, Response},
};
use kernel::{PersonId, Uuid, calendar::swedish_day};
use organisation::Role;
use serde::Deserialize;
use web::{Error, Page};

use super::{
    desk::{Desk, Faults, Sent, faulty, or_none, sorted},
    nobody, wording,
};
use crate::{
    actions::{self, Failed},
    domain::{Absence, TypedAbsence, works_with_complaints},
};

#[derive(Template)]
#[template(path = "staff/absence.html")]
struct AbsencePage {
    page: Page,
    faults: Faults,
    marked: Vec<Marked>,
    /// Those in whose place the person acts today.
    stands_in_for: Vec<String>,
    people: Vec<(String, String)>,
    typed: Typed,
}

/// An absence as it is shown.
struct Marked {
    id: String,
    days: String,
    deputy: String,
}

#[derive(Deserialize, Default)]
#[serde(default, deny_unknown_fields)]
pub(super) struct Typed {
    from: String,
    to: String,
    deputy: String,
    switch_language: String,
}

pub(super) async fn ask(desk: Desk) -> Result<Response, Error> {
    if !works_with_complaints(&desk.person) {
        return nobody::show(desk);
    }
    show(&desk, Faults::default(), Typed::default()).await
}

pub(super) async fn send(sent: Sent<Typed>) -> Result<Response, Error> {
    let Sent { mut desk, fields: typed } = sent;
    if !works_with_complaints(&desk.person) {
        return Err(Error::Forbidden);
    }
    if !typed.switch_language.is_empty() {
        let cookie = desk.in_language(&typed.switch_language);
        return Ok((cookie, show(&desk, Faults::default(), typed).await?).into_response());
    }
    let today = swedish_day(desk.app.now());
    let Typed { from, to, deputy, .. } = &typed;
    let given = TypedAbsence { from: from.clone(), to: to.clone(), deputy: deputy.clone() };
    match Absence::parse(&given, desk.person.id, &deputies(&desk), today) {
        Ok(absence) => {
            actions::mark_absent(&desk.app, absence).await?;
            Ok(Redirect::to("/franvaro").into_response())
        }
        Err(faults) => {
            let text = |fault: crate::domain::AnswerFault| {
                (fault.field, wording::fault(&desk.page, "absence", fault))
            };
            faulty(show(&desk, faults.into_iter().map(text).collect(), typed).await)
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Pressed {}

pub(super) async fn end(Path(id): Path<String>, sent: Sent<Pressed>) -> Result<Response, Error> {
    let Sent { desk, fields: Pressed {} } = sent;
    let id = id.parse::<Uuid>().map_err(|_| Error::NotFound)?;
    actions::come_back(&desk.app, id.into(), &desk.person).await?;
    Ok(Redirect::to("/franvaro").into_response())
}

async fn show(desk: &Desk, faults: Faults, typed: Typed) -> Result<Response, Error> {
    let today = swedish_day(desk.app.now());
    let marked = desk.app.store.absences(desk.person.id, today).await.map_err(Failed::from)?;
    let shown = |absence: Absence| Marked {
        id: absence.id.to_string(),
        days: desk.page.t2(
            "absence-days",
            ("from", &absence.from.to_string()),
            ("to", &absence.to.to_string()),
        ),
        deputy: desk.name(absence.deputy),
    };
    let people = deputies(desk).into_iter().map(|id| (id.to_string(), desk.name(id)));
    let template = AbsencePage {
        page: desk.page.clone(),
        faults,
        marked: marked.into_iter().map(shown).collect(),
        stands_in_for: desk.person.stands_in_for.iter().map(|absent| absent.name.clone()).collect(),
        people: or_none(&desk.page.t("choose-one"), sorted(people)),
        typed,
    };
    Ok(web::html(&template)?.into_response())
}

/// Those who can stand in: whoever works at the person's own units, and whoever leads or registers anywhere.
fn deputies(desk: &Desk) -> Vec<PersonId> {
    let (register, day) = (desk.app.inside.ground.directory.now(), swedish_day(desk.app.now()));
    let units = desk.person.units_of_work();
    let everywhere = register.organisation().units.iter().map(|unit| unit.id.into());
    let mut people: Vec<_> = everywhere
        .flat_map(|unit| [Role::UnitManager, Role::Principal].map(|role| (role, Some(unit))))
        .chain(units.into_iter().map(|unit| (Role::Staff, Some(unit))))
        .chain([(Role::SchoolOwnerRepresentative, None), (Role::Registrar, None)])
        .flat_map(|(role, unit)| register.holders(role, unit, day))
        .filter(|person| *person != desk.person.id)
        .collect();
    people.sort_unstable();
    people.dedup();
    people
}
