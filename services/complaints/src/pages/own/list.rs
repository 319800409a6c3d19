//! What somebody sent.

use askama::Template;
use axum::response::{Html, IntoResponse, Redirect, Response};
use web::{Error, Page};

use crate::{
    actions::Failed,
    domain::{Complaint, Dialogue},
    pages::{
        own::{are_for, visitor::Visitor},
        public::said::told,
    },
};

#[derive(Template)]
#[template(path = "own/list.html")]
struct ListPage {
    page: Page,
    matters: Vec<Matter>,
}

struct Matter {
    href: String,
    number: String,
    received: String,
    told: String,
}

pub(super) async fn show(visitor: Visitor) -> Result<Response, Error> {
    let Visitor { app, page, person } = visitor;
    let found = app.store.own_complaints(&person).await.map_err(Failed::from)?;
    if found.is_empty() && !are_for(&person) {
        return Ok(Redirect::to("/").into_response());
    }
    let matters = found.iter().map(|complaint| matter(&page, complaint)).collect();
    let page: Html<String> = web::html(&ListPage { page, matters })?;
    Ok(page.into_response())
}

fn matter(page: &Page, complaint: &Complaint) -> Matter {
    let dialogue = Dialogue::of(complaint);
    Matter {
        href: format!("/mina-arenden/{}", complaint.id),
        number: dialogue.number.to_string(),
        received: page.when(&dialogue.received_at),
        told: told(page, dialogue.status),
    }
}
