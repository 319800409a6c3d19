//! A closed matter is opened again.

use axum::response::Response;
use web::Error;

use super::{
    desk::{Desk, Sent},
    form::{self, Answers, Ask, Form, Kind},
};
use crate::{
    actions,
    address::Named,
    domain::{Case, Cause, Reopening, TypedReopening, Verb},
};

const FORM: Form = Form { verb: Verb::Reopen, path: "oppna", asks };

fn asks(desk: &Desk, _: &Case) -> Vec<Ask> {
    vec![
        Ask::words(&desk.page, "cause", "cause", Cause::ALL.iter().map(|cause| cause.word())),
        Ask::new("reason", Kind::Text),
        Ask::new("text", Kind::Text),
    ]
}

pub(super) async fn ask(desk: Desk, Named(id): Named) -> Result<Response, Error> {
    form::ask(&desk, id, &FORM).await
}

pub(super) async fn send(Named(id): Named, sent: Sent<Answers>) -> Result<Response, Error> {
    let Sent { mut desk, fields: answers } = sent;
    if let Some(page) = form::other_language(&mut desk, id, &FORM, &answers).await? {
        return Ok(page);
    }
    let typed = TypedReopening {
        cause: answers.of("cause").to_owned(),
        reason: answers.of("reason").to_owned(),
        text: answers.of("text").to_owned(),
    };
    match Reopening::parse(&typed, &desk.app.policy) {
        Ok(new) => {
            let at = desk.at(id, form::version_of(&answers)?);
            let done = actions::reopen(&desk.app, at, new).await;
            form::after(&desk, id, &FORM, answers, done).await
        }
        Err(faults) => form::wrong(&desk, id, &FORM, faults, &answers).await,
    }
}
