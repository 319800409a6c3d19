//! Several matters in one complaint.

use axum::response::Response;
use web::Error;

use super::{
    desk::{Desk, Sent},
    form::{self, Answers, Ask, Form, Kind},
};
use crate::{
    actions,
    address::Named,
    domain::{Case, NewParts, PART_FIELDS, TypedParts, Verb},
};

const FORM: Form = Form { verb: Verb::Split, path: "dela", asks };

fn asks(desk: &Desk, case: &Case) -> Vec<Ask> {
    let own = case.complaint.unit.map(|unit| unit.to_string()).unwrap_or_default();
    let mut asks = Vec::new();
    for (number, (unit, text)) in PART_FIELDS.into_iter().enumerate() {
        let units = Ask::new(unit, Kind::Select(desk.units(&desk.page.t("split-no-unit"))));
        let part = Ask::new(text, Kind::Text);
        asks.push(if number == 0 { units.suggesting(own.clone()) } else { units });
        asks.push(if number < 2 { part } else { part.optional() });
    }
    asks.push(Ask::new("text", Kind::Text));
    asks
}

pub(super) async fn ask(desk: Desk, Named(id): Named) -> Result<Response, Error> {
    form::ask(&desk, id, &FORM).await
}

pub(super) async fn send(Named(id): Named, sent: Sent<Answers>) -> Result<Response, Error> {
    let Sent { mut desk, fields: answers } = sent;
    if let Some(page) = form::other_language(&mut desk, id, &FORM, &answers).await? {
        return Ok(page);
    }
    let typed = TypedParts {
        parts: PART_FIELDS
            .map(|(unit, text)| (answers.of(unit).to_owned(), answers.of(text).to_owned()))
            .into(),
        text: answers.of("text").to_owned(),
    };
    let register = desk.app.inside.ground.directory.now();
    match NewParts::parse(&typed, &register, &desk.app.policy) {
        Ok(new) => {
            let at = desk.at(id, form::version_of(&answers)?);
            let done = actions::split(&desk.app, at, new).await.map(drop);
            form::after(&desk, id, &FORM, answers, done).await
        }
        Err(faults) => form::wrong(&desk, id, &FORM, faults, &answers).await,
    }
}
