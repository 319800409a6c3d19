//! What becomes of personal data here (GDPR art. 13), for somebody who is logged in.

use axum::{http::StatusCode, response::Response};
use web::Error;

use crate::pages::{own::visitor::Visitor, public::PersonalDataPage};

/// Where it is.
pub(super) const PERSONAL_DATA: &str = "/mina-arenden/personuppgifter";

pub(super) async fn show(visitor: Visitor) -> Result<Response, Error> {
    visitor.shows(StatusCode::OK, &PersonalDataPage::of(visitor.page.clone(), &visitor.app.policy))
}
