//! Pages for people.

mod overview;
mod permit;
mod tasks;

use axum::{
    Router,
    routing::{get, post},
};

use crate::App;

pub fn routes() -> Router<App> {
    Router::new()
        .route("/", get(overview::overview))
        .route("/mejl/{id}/skicka-igen", post(tasks::send_again))
        .route("/mejl/{id}/bocka-av", post(tasks::tick_off_mail))
        .route("/meddelanden/{id}/bocka-av", post(tasks::tick_off_message))
}
