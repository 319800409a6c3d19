//! Pages for people.

mod overview;

use axum::{Router, routing::get};

use crate::App;

pub fn routes() -> Router<App> {
    Router::new().route("/", get(overview::overview))
}
