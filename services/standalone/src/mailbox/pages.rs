//! The page for people and the two calls for tests.

use askama::Template;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use axum::{Json, Router};
use serde::Deserialize;

use super::listener::Mailbox;
use super::message::{Message, Piece};
use super::messages::Messages;
use crate::development::{on_this_machine, page};

/// The mailbox's page and its `GET` and `DELETE /api/v1/messages`. Whoever serves them must listen on loopback.
pub fn router(mailbox: &Mailbox) -> Router {
    let routes = Router::new()
        .route("/", get(show))
        .route("/api/v1/messages", get(list).delete(empty))
        .with_state(mailbox.messages.clone());
    on_this_machine(routes)
}

#[derive(Template)]
#[template(path = "mailbox/messages.html")]
struct MessagesPage {
    messages: Vec<Message>,
}

#[derive(Deserialize)]
struct Filter {
    to: Option<String>,
}

async fn show(State(messages): State<Messages>) -> Response {
    page(StatusCode::OK, &MessagesPage { messages: messages.newest_first(None) })
}

/// Newest first, as on the page.
async fn list(State(messages): State<Messages>, Query(filter): Query<Filter>) -> Json<Vec<Message>> {
    Json(messages.newest_first(filter.to.as_deref()))
}

async fn empty(State(messages): State<Messages>) -> StatusCode {
    messages.empty();
    StatusCode::NO_CONTENT
}
