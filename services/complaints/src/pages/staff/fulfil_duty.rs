//! A duty that triage found is fulfilled.

use axum::response::Response;
use web::Error;

use super::{
    desk::{Desk, Sent},
    form::{self, Answers, Ask, Form, Kind},
};
use crate::{
    actions,
    address::Named,
    domain::{Case, Content, Duty, NewFulfilment, Outcome, TypedFulfilment, Verb},
};

const FORM: Form = Form { verb: Verb::FulfilDuty, path: "plikt", asks };

fn asks(desk: &Desk, case: &Case) -> Vec<Ask> {
    let fulfilled = case.content.as_ref().map(Content::fulfilled_duties).unwrap_or_default();
    let left = case.complaint.duties_left(&fulfilled);
    let outcomes: Vec<Outcome> = left.iter().flat_map(|duty| duty.outcomes()).copied().collect();
    let first = left.first().filter(|_| left.len() == 1).map(ToString::to_string).unwrap_or_default();
    let outcomes = Outcome::ALL.iter().filter(|outcome| outcomes.contains(outcome)).map(|each| each.word());
    vec![
        Ask::words(&desk.page, "duty", "duty-name", left.into_iter().map(Duty::word)).suggesting(first),
        Ask::words(&desk.page, "outcome", "outcome", outcomes),
        Ask::new("note", Kind::Text),
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
    let typed = TypedFulfilment {
        duty: answers.of("duty").to_owned(),
        outcome: answers.of("outcome").to_owned(),
        note: answers.of("note").to_owned(),
    };
    match NewFulfilment::parse(&typed, &desk.app.policy) {
        Ok(new) => {
            let at = desk.at(id, form::version_of(&answers)?);
            let done = actions::fulfil_duty(&desk.app, at, new).await;
            form::after(&desk, id, &FORM, answers, done).await
        }
        Err(faults) => form::wrong(&desk, id, &FORM, faults, &answers).await,
    }
}
