//! Who the sender is to the youth, if they want to say.

use askama::Template;
use axum::response::{Html, Response};
use serde::Deserialize;
use web::{Error, Form, Page};

use crate::{
    domain::{Relation, draft::Draft},
    pages::public::{
        question::{Asked, Question},
        step::Step,
        visitor::Visitor,
    },
};

const RELATION: Question = Question { step: Step::Relation, show };

#[derive(Template)]
#[template(path = "public/relation.html")]
struct RelationPage {
    page: Page,
    asked: Asked,
    relations: Vec<(&'static str, String)>,
    chosen: String,
}

#[derive(Deserialize, Default)]
#[serde(default, deny_unknown_fields)]
pub(super) struct Typed {
    relation: String,
    switch_language: String,
}

pub(super) async fn ask(visitor: Visitor) -> Result<Response, Error> {
    RELATION.ask(visitor).await
}

pub(super) async fn take(visitor: Visitor, Form(typed): Form<Typed>) -> Result<Response, Error> {
    RELATION.take(visitor, &typed.switch_language, |draft| draft.relation.clone_from(&typed.relation)).await
}

fn show(visitor: &Visitor, asked: Asked, draft: &Draft) -> Result<Html<String>, Error> {
    let relations = Relation::ALL.iter().map(|relation| (relation.word(), name(&visitor.page, *relation)));
    web::html(&RelationPage {
        page: visitor.page.clone(),
        asked,
        relations: relations.collect(),
        chosen: draft.relation.clone(),
    })
}

/// As the sender says it of themself.
pub(super) fn name(page: &Page, relation: Relation) -> String {
    page.t(match relation {
        Relation::Guardian => "i-am-guardian",
        Relation::Youth => "i-am-youth",
        Relation::CloseRelation => "i-am-close-relation",
        Relation::Staff => "i-am-staff",
        Relation::Other => "i-am-other",
        Relation::Unknown => "i-am-unsaid",
    })
}
