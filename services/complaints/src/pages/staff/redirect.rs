//! A matter that is for somebody else.

use axum::response::Response;
use web::Error;

use super::{
    desk::{Desk, Sent},
    form::{self, Answers, Ask, Form, Kind},
};
use crate::{
    actions,
    address::Named,
    domain::{Case, Elsewhere, Onward, Redirection, TypedRedirection, Verb},
};

const FORM: Form = Form { verb: Verb::Redirect, path: "vidare", asks };

fn asks(desk: &Desk, _: &Case) -> Vec<Ask> {
    let page = &desk.page;
    vec![
        Ask::words(page, "to", "elsewhere", Elsewhere::ALL.iter().map(|to| to.word())),
        Ask::words(page, "how", "onward", Onward::ALL.iter().map(|how| how.word())),
        Ask::yes_no(page, "consent"),
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
    let typed = TypedRedirection {
        to: answers.of("to").to_owned(),
        how: answers.of("how").to_owned(),
        consent: answers.of("consent").to_owned(),
        text: answers.of("text").to_owned(),
    };
    match Redirection::parse(&typed, &desk.app.policy) {
        Ok(new) => {
            let at = desk.at(id, form::version_of(&answers)?);
            let done = actions::redirect(&desk.app, at, new.0, new.1).await;
            form::after(&desk, id, &FORM, answers, done).await
        }
        Err(faults) => form::wrong(&desk, id, &FORM, faults, &answers).await,
    }
}
