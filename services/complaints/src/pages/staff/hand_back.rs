//! Giving a complaint back that somebody handles.

use axum::response::Response;
use web::Error;

use super::{
    desk::{Desk, Sent},
    form::{self, Answers, Ask, Form, Kind},
};
use crate::{
    actions,
    address::Named,
    domain::{Case, Typed, Verb},
};

const FORM: Form = Form { verb: Verb::HandBack, path: "lamna", asks };

fn asks(_: &Desk, _: &Case) -> Vec<Ask> {
    vec![Ask::new("reason", Kind::Text)]
}

pub(super) async fn ask(desk: Desk, Named(id): Named) -> Result<Response, Error> {
    form::ask(&desk, id, &FORM).await
}

pub(super) async fn send(Named(id): Named, sent: Sent<Answers>) -> Result<Response, Error> {
    let Sent { mut desk, fields: answers } = sent;
    if let Some(page) = form::other_language(&mut desk, id, &FORM, &answers).await? {
        return Ok(page);
    }
    let mut read = Typed::default();
    let reason = read.text("reason", answers.of("reason"), desk.app.policy.longest_text);
    match read.whole(reason) {
        Ok(reason) => {
            let at = desk.at(id, form::version_of(&answers)?);
            let done = actions::hand_back(&desk.app, at, reason).await;
            form::after(&desk, id, &FORM, answers, done).await
        }
        Err(faults) => form::wrong(&desk, id, &FORM, faults, &answers).await,
    }
}
