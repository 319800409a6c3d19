//! A complaint is done with.

use axum::response::Response;
use web::Error;

use super::{
    desk::{Desk, Sent},
    form::{self, Answers, Ask, Form, Kind},
};
use crate::{
    actions,
    address::Named,
    domain::{Case, NewClosing, TypedClosing, Verb, follows_an_inquiry},
};

const FORM: Form = Form { verb: Verb::Close, path: "avsluta", asks };

fn asks(desk: &Desk, case: &Case) -> Vec<Ask> {
    let mut asks = vec![
        Ask::new("measures", Kind::Text),
        Ask::words(&desk.page, "routine_reviewed", "routine", ["yes", "no"].into_iter()),
    ];
    if follows_an_inquiry(case.complaint.state) {
        asks.push(Ask::new("routine_why", Kind::Text));
        asks.push(Ask::new("feedback", Kind::Text));
    }
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
    let (complaint, _) = desk.sees(id).await?;
    let typed = TypedClosing {
        measures: answers.of("measures").to_owned(),
        routine_reviewed: answers.of("routine_reviewed").to_owned(),
        routine_why: answers.of("routine_why").to_owned(),
        feedback: answers.of("feedback").to_owned(),
    };
    match NewClosing::parse(&typed, complaint.state, &desk.app.policy) {
        Ok(new) => {
            let at = desk.at(id, form::version_of(&answers)?);
            let done = actions::close(&desk.app, at, new).await;
            form::after(&desk, id, &FORM, answers, done).await
        }
        Err(faults) => form::wrong(&desk, id, &FORM, faults, &answers).await,
    }
}
