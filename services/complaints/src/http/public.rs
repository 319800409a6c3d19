//! The programs' addresses of the public half.

use axum::Router;
use utoipa::openapi::{Info, OpenApi, Paths};

use crate::PublicApp;

pub(crate) fn routes() -> Router<PublicApp> {
    Router::new()
}

pub fn document() -> OpenApi {
    OpenApi::new(Info::new("complaints", env!("CARGO_PKG_VERSION")), Paths::new())
}
