//! Writing while logged in: one page, since name and role are known.

use askama::Template;
use axum::{
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use kernel::Uuid;
use serde::Deserialize;
use vault::Token;
use web::{Error, Page};

use crate::{
    actions::{Repeat, send_own},
    domain::{Channel, Intake, Kind, NewComplaint, Own, own_units},
    pages::{
        own::{
            OWN,
            visitor::{Sent, Visitor},
        },
        public::{days, faults::Faults},
    },
};

#[derive(Template)]
#[template(path = "own/write.html")]
struct WritePage {
    page: Page,
    faults: Faults,
    text: String,
    /// By when it is read and answered.
    when: String,
    units: Vec<(String, String)>,
    unit: String,
    about_manager: bool,
    email: String,
    reach: String,
    interpreter: String,
    easy_read: bool,
    /// Whether a youth writes, who is told that it stays theirs.
    is_youth: bool,
    /// Names this form: sent twice, it is taken once.
    form: String,
}

#[derive(Deserialize, Default)]
#[serde(default, deny_unknown_fields)]
pub(super) struct Typed {
    form: String,
    text: String,
    unit: String,
    about_manager: String,
    email: String,
    reach: String,
    interpreter: String,
    easy_read: String,
    switch_language: String,
}

pub(super) async fn ask(visitor: Visitor) -> Result<Response, Error> {
    let typed = Typed { form: Token::random().reveal(), ..Typed::default() };
    page(&visitor, typed, Faults::default(), StatusCode::OK)
}

pub(super) async fn send(Sent { mut visitor, fields: typed }: Sent<Typed>) -> Result<Response, Error> {
    if !typed.switch_language.is_empty() {
        let cookie = visitor.in_language(&typed.switch_language);
        let page = page(&visitor, typed, Faults::default(), StatusCode::OK)?;
        return Ok((cookie, page).into_response());
    }
    let chosen = typed.unit.parse::<Uuid>().ok().and_then(|unit| Own::of(&visitor.person, unit.into()));
    let Some(own) = chosen else {
        let faults = Faults::one("unit", visitor.page.t("relation-gone"));
        return page(&visitor, typed, faults, StatusCode::UNPROCESSABLE_ENTITY);
    };
    let (register, policy) = (visitor.app.inside.ground.directory.now(), &visitor.app.policy);
    let intake = Intake {
        text: typed.text.clone(),
        unit_id: typed.unit.clone(),
        about_manager: !typed.about_manager.is_empty(),
        kind: Kind::Unsaid.to_string(),
        relation: own.relation().to_string(),
        name: visitor.person.name.clone(),
        email: typed.email.clone(),
        reach: typed.reach.clone(),
        interpreter: typed.interpreter.clone(),
        easy_read: !typed.easy_read.is_empty(),
        language: visitor.page.lang(),
        ..Intake::default()
    };
    let new = match NewComplaint::parse(&intake, Channel::WebForm, &register, policy) {
        Ok(new) => new,
        Err(found) => {
            let faults = Faults::of_intake(&visitor.page, policy, &found);
            return page(&visitor, typed, faults, StatusCode::UNPROCESSABLE_ENTITY);
        }
    };
    let repeat = Repeat::new("send own", &typed.form, typed.text.as_bytes());
    send_own(&visitor.app, &visitor.person, own, new, &repeat).await?;
    Ok(Redirect::to(&format!("{OWN}?mottaget=1")).into_response())
}

fn page(visitor: &Visitor, typed: Typed, faults: Faults, status: StatusCode) -> Result<Response, Error> {
    let register = visitor.app.inside.ground.directory.now();
    let units: Vec<_> = own_units(&visitor.person)
        .into_iter()
        .filter_map(|id| Some((id.to_string(), register.unit(id)?.name.clone())))
        .collect();
    let only = units.first().filter(|_| units.len() == 1).map(|(id, _)| id.clone());
    let is_youth =
        own_units(&visitor.person).into_iter().any(|unit| Own::of(&visitor.person, unit) == Some(Own::Youth));
    let policy = &visitor.app.policy;
    let [look, answer] =
        [policy.triage_within, policy.answer_within].map(|within| days::working_days(&visitor.page, within));
    let template = WritePage {
        when: visitor.page.t2("own-when", ("look", &look), ("answer", &answer)),
        page: visitor.page.clone(),
        faults,
        text: typed.text,
        unit: only.unwrap_or(typed.unit),
        about_manager: !typed.about_manager.is_empty(),
        email: typed.email,
        reach: typed.reach,
        interpreter: typed.interpreter,
        easy_read: !typed.easy_read.is_empty(),
        units,
        is_youth,
        form: typed.form,
    };
    visitor.shows(status, &template)
}
