//! The start page: what this is, before the first question.

use askama::Template;
use axum::response::{Html, Response};
use serde::Deserialize;
use web::{Error, Form, Page};

use crate::{
    actions::{self, draft},
    domain::draft::Held,
    pages::public::{days, step::Step, visitor::Visitor},
};

#[derive(Template)]
#[template(path = "public/start.html")]
struct StartPage {
    page: Page,
    done: Option<String>,
    begun: Begun,
    /// By when it is read and answered.
    when: String,
    log_in_at: Option<String>,
}

/// What this browser has of before.
enum Begun {
    Nothing,
    Writing,
    Sent,
}

/// A form of nothing but a button.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Pressed {}

pub(super) async fn show(visitor: Visitor) -> Result<Html<String>, Error> {
    let begun = match actions::draft::held(&visitor.app, visitor.draft.as_ref()).await? {
        None => Begun::Nothing,
        Some(Held::Writing(_)) => Begun::Writing,
        Some(Held::Sent(_)) => Begun::Sent,
    };
    let (page, policy) = (&visitor.page, &visitor.app.policy);
    let [look, answer] =
        [policy.triage_within, policy.answer_within].map(|within| days::working_days(page, within));
    web::html(&StartPage {
        done: visitor.done(),
        begun,
        log_in_at: policy.log_in_at.clone(),
        when: page.t2("start-when", ("look", &look), ("answer", &answer)),
        page: page.clone(),
    })
}

pub(super) async fn begin(visitor: Visitor, Form(Pressed {}): Form<Pressed>) -> Result<Response, Error> {
    let token = draft::begin(&visitor.app, visitor.draft.as_ref()).await?;
    Ok(visitor.lead_with_draft(&token, Step::Event.path()))
}

pub(super) async fn throw_away(visitor: Visitor, Form(Pressed {}): Form<Pressed>) -> Result<Response, Error> {
    if let Some(token) = &visitor.draft {
        draft::throw_away(&visitor.app, token).await?;
    }
    Ok(visitor.lead_without_draft("/?borttaget=1"))
}
