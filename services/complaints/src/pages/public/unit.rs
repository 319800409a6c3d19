//! Which unit it is about.

use askama::Template;
use axum::response::{Html, Response};
use serde::Deserialize;
use web::{Error, Form, Page};

use crate::{
    domain::draft::{Draft, UNKNOWN_UNIT},
    pages::public::{
        question::{Asked, Question},
        step::Step,
        visitor::Visitor,
    },
};

const UNIT: Question = Question { step: Step::Unit, show };

#[derive(Template)]
#[template(path = "public/unit.html")]
struct UnitPage {
    page: Page,
    asked: Asked,
    units: Vec<(String, String)>,
    chosen: String,
    about_manager: bool,
}

#[derive(Deserialize, Default)]
#[serde(default, deny_unknown_fields)]
pub(super) struct Typed {
    unit: String,
    about_manager: String,
    switch_language: String,
}

pub(super) async fn ask(visitor: Visitor) -> Result<Response, Error> {
    UNIT.ask(visitor).await
}

pub(super) async fn take(visitor: Visitor, Form(typed): Form<Typed>) -> Result<Response, Error> {
    let keep = |draft: &mut Draft| {
        draft.unit.clone_from(&typed.unit);
        draft.about_manager = !typed.about_manager.is_empty();
    };
    UNIT.take(visitor, &typed.switch_language, keep).await
}

fn show(visitor: &Visitor, asked: Asked, draft: &Draft) -> Result<Html<String>, Error> {
    let register = visitor.app.ground.directory.now();
    let mut units: Vec<_> =
        register.active_units().map(|unit| (unit.id.to_string(), unit.name.clone())).collect();
    units.push((UNKNOWN_UNIT.to_owned(), visitor.page.t("unit-unknown")));
    let (chosen, about_manager) = (draft.unit.clone(), draft.about_manager);
    web::html(&UnitPage { page: visitor.page.clone(), asked, units, chosen, about_manager })
}
