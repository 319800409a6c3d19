//! The programs' addresses of the public half. No token: anyone may send, and whoever holds a receipt may come back.

mod attachments;
mod complaints;
mod dialogue;
mod units;

use std::collections::BTreeMap;

use axum::{Router, http::StatusCode};
use proto::Service;
use utoipa::{
    IntoResponses,
    openapi::{OpenApi, RefOr, Response},
};
use utoipa_axum::{
    router::{OpenApiRouter, UtoipaMethodRouterExt},
    routes,
};

use crate::PublicApp;

const ABOUT: &str = "Takes in complaints, views and praise about korttidstillsyn (KTT) from anyone, and opens the dialogue of \
    one of them for whoever holds its receipt.\n\n**Svenska:** Tar emot klagomål, synpunkter och beröm om korttidstillsyn \
    (KTT) från vem som helst och öppnar dialogen i ett ärende för den som har kvittokoden.";

/// What the addresses promise.
pub fn document() -> OpenApi {
    documented(0).split_for_parts().1
}

pub(crate) fn routes(app: &PublicApp) -> Router<PublicApp> {
    let (routes, document) = documented(app.policy.largest_file).split_for_parts();
    routes.merge(web::api_info(Service::Complaints, document))
}

fn documented(largest_file: usize) -> OpenApiRouter<PublicApp> {
    OpenApiRouter::with_openapi(web::api_document(Service::Complaints, "Lyssna: complaints, public", ABOUT))
        .routes(routes!(complaints::submit))
        .routes(routes!(attachments::attach).layer(attachments::limit(largest_file)))
        .routes(routes!(dialogue::open))
        .routes(routes!(dialogue::write_again))
        .routes(routes!(units::units))
}

/// Where a sender comes back to.
const DIALOGUE: &str = "/api/v1/dialogue";

/// The answers of every address here.
pub(crate) struct PublicProblems;

/// The answer to a receipt that opens nothing.
pub(crate) struct NothingThere;

impl IntoResponses for PublicProblems {
    fn responses() -> BTreeMap<String, RefOr<Response>> {
        web::problems(&[
            StatusCode::TOO_MANY_REQUESTS,
            StatusCode::INTERNAL_SERVER_ERROR,
            StatusCode::SERVICE_UNAVAILABLE,
        ])
    }
}

impl IntoResponses for NothingThere {
    fn responses() -> BTreeMap<String, RefOr<Response>> {
        web::problems(&[StatusCode::NOT_FOUND])
    }
}
