//! The sender's pages.

use axum::Router;

use crate::PublicApp;

pub(crate) fn routes() -> Router<PublicApp> {
    Router::new()
}
