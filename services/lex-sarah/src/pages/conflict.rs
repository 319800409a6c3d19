//! Somebody else came first: what is there now, and what you wrote. Nothing is lost.

use askama::Template;
use axum::{
    http::StatusCode,
    response::{IntoResponse, Response},
};
use web::{Error, Page};

use super::{
    timeline::{self, Event},
    visitor::{Sent, address, with_menu},
};
use crate::actions;

#[derive(Template)]
#[template(path = "conflict.html")]
struct Conflict {
    page: Page,
    number: String,
    href: String,
    /// What happened last, by somebody.
    theirs: Option<Event>,
    own: Vec<(String, String)>,
}

pub async fn show(sent: Sent<'_>) -> Result<Response, Error> {
    let opened = actions::read(sent.app, sent.person, sent.id).await?;
    let page = with_menu(sent.page.clone(), sent.person);
    let own = sent.own.iter().filter(|(_, value)| !value.is_empty());
    let conflict = Conflict {
        number: opened.case.number.to_string(),
        href: address(sent.id),
        theirs: timeline::of(&page, &opened.case, &opened.file).into_iter().next(),
        own: own.map(|(key, value)| (page.t(key), value.clone())).collect(),
        page,
    };
    Ok((StatusCode::CONFLICT, web::html(&conflict)?).into_response())
}
