//! The programs' addresses of the half for staff.

use axum::Router;
use utoipa::openapi::{Info, OpenApi, Paths};

use crate::StaffApp;

pub(crate) fn routes() -> Router<StaffApp> {
    Router::new()
}

pub fn document() -> OpenApi {
    OpenApi::new(Info::new("complaints", env!("CARGO_PKG_VERSION")), Paths::new())
}
