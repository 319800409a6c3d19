//! The pages of those who handle complaints.

use axum::Router;

use crate::StaffApp;

pub(crate) fn routes() -> Router<StaffApp> {
    Router::new()
}
