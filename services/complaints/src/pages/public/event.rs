//! What happened: the one thing that must be answered.

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

const EVENT: Question = Question { step: Step::Event, show };

#[derive(Template)]
#[template(path = "public/event.html")]
struct EventPage {
    page: Page,
    asked: Asked,
    text: String,
}

#[derive(Deserialize, Default)]
#[serde(default, deny_unknown_fields)]
pub(super) struct Typed {
    text: String,
    switch_language: String,
}

pub(super) async fn ask(visitor: Visitor) -> Result<Response, Error> {
    EVENT.ask(visitor).await
}

pub(super) async fn take(visitor: Visitor, Form(typed): Form<Typed>) -> Result<Response, Error> {
    EVENT.take(visitor, &typed.switch_language, |draft| draft.text.clone_from(&typed.text)).await
}

fn show(visitor: &Visitor, asked: Asked, draft: &Draft) -> Result<Html<String>, Error> {
    web::html(&EventPage { page: visitor.page.clone(), asked, text: draft.text.clone() })
}
