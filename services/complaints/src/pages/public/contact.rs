//! How the sender can be reached, if they want to be.

use askama::Template;
use axum::response::{Html, Response};
use serde::Deserialize;
use web::{Error, Form, Page};

use crate::{
    domain::draft::Draft,
    pages::public::{
        question::{Asked, Question},
        step::Step,
        visitor::Visitor,
    },
};

const CONTACT: Question = Question { step: Step::Contact, show };

#[derive(Template)]
#[template(path = "public/contact.html")]
struct ContactPage {
    page: Page,
    asked: Asked,
    /// Their name: `name` is another thing in the pieces of a form.
    called: String,
    email: String,
    phone: String,
    reach: String,
    interpreter: String,
    easy_read: bool,
    answers: [(&'static str, String); 2],
    wants_answer: &'static str,
}

#[derive(Deserialize, Default)]
#[serde(default, deny_unknown_fields)]
pub(super) struct Typed {
    name: String,
    email: String,
    phone: String,
    reach: String,
    interpreter: String,
    easy_read: String,
    wants_answer: String,
    switch_language: String,
}

pub(super) async fn ask(visitor: Visitor) -> Result<Response, Error> {
    CONTACT.ask(visitor).await
}

pub(super) async fn take(visitor: Visitor, Form(typed): Form<Typed>) -> Result<Response, Error> {
    let answer = |draft: &mut Draft| {
        draft.name.clone_from(&typed.name);
        draft.email.clone_from(&typed.email);
        draft.phone.clone_from(&typed.phone);
        draft.reach.clone_from(&typed.reach);
        draft.interpreter.clone_from(&typed.interpreter);
        draft.easy_read = typed.easy_read == "yes";
        draft.wants_answer = Some(typed.wants_answer != "no");
    };
    CONTACT.take(visitor, &typed.switch_language, answer).await
}

fn show(visitor: &Visitor, asked: Asked, draft: &Draft) -> Result<Html<String>, Error> {
    let page = visitor.page.clone();
    web::html(&ContactPage {
        answers: [("yes", page.t("contact-wants-yes")), ("no", page.t("contact-wants-no"))],
        wants_answer: if draft.wants_answer == Some(false) { "no" } else { "yes" },
        page,
        asked,
        called: draft.name.clone(),
        email: draft.email.clone(),
        phone: draft.phone.clone(),
        reach: draft.reach.clone(),
        interpreter: draft.interpreter.clone(),
        easy_read: draft.easy_read,
    })
}
