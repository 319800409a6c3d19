//! What somebody sent.

use askama::Template;
use axum::{
    extract::Query,
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use serde::Deserialize;
use web::{Error, Page};

use crate::{
    actions::{Failed, own_draft, throw_away_own_draft},
    domain::{Complaint, Dialogue},
    pages::{
        own::{
            OWN, are_for,
            visitor::{Sent, Visitor},
        },
        public::{days, said::told},
    },
};

#[derive(Template)]
#[template(path = "own/list.html")]
struct ListPage {
    page: Page,
    /// What was sent just now: that it has come, and by when it is answered.
    received: Option<String>,
    /// What else was done just now.
    done: Option<String>,
    /// Whether something is begun and not sent.
    has_begun: bool,
    matters: Vec<Matter>,
}

/// What was done just now, in the address that one is led to.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Way {
    mottaget: Option<String>,
    sparat: Option<String>,
    borttaget: Option<String>,
}

/// A form of nothing but a button.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Pressed {}

struct Matter {
    href: String,
    number: String,
    received: String,
    told: String,
}

pub(super) async fn show(Query(way): Query<Way>, visitor: Visitor) -> Result<Response, Error> {
    let Visitor { app, page, person } = &visitor;
    let writes = are_for(person);
    let found = app.store.own_complaints(person).await.map_err(Failed::from)?;
    if found.is_empty() && !writes {
        return Ok(Redirect::to("/").into_response());
    }
    let newest = found.first().filter(|_| way.mottaget.is_some());
    let received = newest.map(|complaint| received(page, complaint));
    let matters = found.iter().map(|complaint| matter(page, complaint)).collect();
    let has_begun = writes && own_draft(app, person).await?.is_some_and(|draft| !draft.is_empty());
    let done = way.sparat.map(|_| "saved-title").or_else(|| way.borttaget.map(|_| "start-thrown-away"));
    let done = done.map(|key| page.t(key));
    visitor.shows(StatusCode::OK, &ListPage { page: page.clone(), received, done, has_begun, matters })
}

/// Forgets what was begun.
pub(super) async fn throw_away(
    Sent { visitor, fields: Pressed {} }: Sent<Pressed>,
) -> Result<Response, Error> {
    throw_away_own_draft(&visitor.app, &visitor.person).await?;
    Ok(Redirect::to(&format!("{OWN}?borttaget=1")).into_response())
}

/// The day is the unit's own target, worded as on the receipt.
fn received(page: &Page, complaint: &Complaint) -> String {
    let day = days::long(page, complaint.targets.answer_by);
    page.t1("own-received", "number", &complaint.number) + " " + &page.t1("receipt-next-answer", "day", day)
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
