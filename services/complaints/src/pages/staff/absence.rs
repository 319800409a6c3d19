//! Being away, and who sees to one's matters meanwhile.

use askama::Template;
use axum::{
    extract::Path,
    response::{IntoResponse, Redirect, Response},
};
use kernel::{PersonId, Uuid, calendar::swedish_day};
use organisation::Role;
use serde::Deserialize;
use tokio::try_join;
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
    /// The person's own, and those of whom they lead.
    marked: Vec<Marked>,
    /// Those in which the person is the deputy.
    stands_in: Vec<Marked>,
    /// Whom the person may mark; empty when that is nobody but themself.
    who: Vec<(String, String)>,
    may_note: bool,
    deputies: Vec<(String, String)>,
    typed: Typed,
}

/// An absence as it is shown.
struct Marked {
    id: String,
    number: String,
    /// Whose it is; empty for the person's own.
    name: String,
    days: String,
    deputy: String,
    /// Who noted it, if that was somebody else.
    noted_by: String,
    has_begun: bool,
    may_end: bool,
}

#[derive(Clone, Deserialize, Default)]
#[serde(default, deny_unknown_fields)]
pub(super) struct Typed {
    person: String,
    from: String,
    to: String,
    deputy: String,
    switch_language: String,
}

/// Whoever is to stand in sees it here before the first day too, whatever their own work is.
pub(super) async fn ask(desk: Desk) -> Result<Response, Error> {
    if !works_with_complaints(&desk.person) && !is_to_stand_in(&desk).await? {
        return nobody::show(desk);
    }
    show(&desk, Faults::default(), Typed::default()).await
}

pub(super) async fn is_to_stand_in(desk: &Desk) -> Result<bool, Error> {
    let today = swedish_day(desk.app.now());
    Ok(!desk.app.store.stands_in(desk.person.id, today).await.map_err(Failed::from)?.is_empty())
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
    let Typed { person, from, to, deputy, .. } = typed.clone();
    let given = TypedAbsence { person, from, to, deputy };
    match Absence::parse(&given, desk.person.id, &led(&desk), |absent| deputies(&desk, absent), today) {
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
    let led = led(desk);
    let people: Vec<_> = std::iter::once(desk.person.id).chain(led.iter().copied()).collect();
    let (marked, stands_in) =
        try_join!(desk.app.store.absences(&people, today), desk.app.store.stands_in(desk.person.id, today))
            .map_err(Failed::from)?;
    let shown = |absence: Absence| shown(desk, &absence);
    let names = |people: Vec<PersonId>| sorted(people.into_iter().map(|id| (id.to_string(), desk.name(id))));
    let mut all_deputies: Vec<_> = people.iter().flat_map(|absent| deputies(desk, *absent)).collect();
    all_deputies.sort_unstable();
    all_deputies.dedup();
    let who =
        if led.is_empty() { Vec::new() } else { or_none(&desk.page.t("absence-person-self"), names(led)) };
    let template = AbsencePage {
        page: desk.page.clone(),
        faults,
        marked: marked.into_iter().map(shown).collect(),
        stands_in: stands_in.into_iter().map(shown).collect(),
        who,
        may_note: works_with_complaints(&desk.person),
        deputies: or_none(&desk.page.t("choose-one"), names(all_deputies)),
        typed,
    };
    Ok(web::html(&template)?.into_response())
}

fn shown(desk: &Desk, absence: &Absence) -> Marked {
    let unless = |is_theirs: bool, person| if is_theirs { String::new() } else { desk.name(person) };
    Marked {
        id: absence.id.to_string(),
        number: absence.number.to_string(),
        name: unless(absence.person == desk.person.id, absence.person),
        days: days(desk, absence),
        deputy: desk.name(absence.deputy),
        noted_by: unless(!absence.is_noted_by_another(), absence.noted_by),
        may_end: absence.person == desk.person.id || absence.is_noted_by_another(),
        has_begun: absence.has_begun(swedish_day(desk.app.now())),
    }
}

pub(super) fn days(desk: &Desk, absence: &Absence) -> String {
    let Absence { from, to, .. } = absence;
    desk.page.t2("absence-days", ("from", &from.to_string()), ("to", &to.to_string()))
}

fn led(desk: &Desk) -> Vec<PersonId> {
    actions::led(&desk.app.inside.ground.directory.now(), &desk.person, swedish_day(desk.app.now()))
}

/// Those who can stand in for somebody: whoever works at the absent's units, and whoever leads or registers anywhere.
fn deputies(desk: &Desk, absent: PersonId) -> Vec<PersonId> {
    let (register, day) = (desk.app.inside.ground.directory.now(), swedish_day(desk.app.now()));
    let units = register.colleague(absent, day).map(|absent| absent.units_of_work()).unwrap_or_default();
    let everywhere = register.organisation().units.iter().map(|unit| unit.id.into());
    everywhere
        .flat_map(|unit| [Role::UnitManager, Role::Principal].map(|role| (role, Some(unit))))
        .chain(units.into_iter().map(|unit| (Role::Staff, Some(unit))))
        .chain([(Role::SchoolOwnerRepresentative, None), (Role::Registrar, None)])
        .flat_map(|(role, unit)| register.holders(role, unit, day))
        .filter(|person| *person != absent)
        .collect()
}
