//! Addresses of programs.

mod events;
mod organisation;

use axum::Router;
use proto::Service;
use utoipa::openapi::OpenApi;
use utoipa_axum::{router::OpenApiRouter, routes};

use crate::App;

const ABOUT: &str = "Gives out the organisation register, and takes in facts to be counted.\n\n**Svenska:** Lämnar ut \
    organisationsregistret och tar emot fakta som ska räknas.";

/// What the addresses promise.
pub fn openapi() -> OpenApi {
    documented().split_for_parts().1
}

pub fn routes() -> Router<App> {
    let (routes, document) = documented().split_for_parts();
    routes.merge(web::api_info(Service::Quality, document))
}

fn documented() -> OpenApiRouter<App> {
    OpenApiRouter::with_openapi(web::api_document(Service::Quality, "Lyssna: quality", ABOUT))
        .routes(routes!(organisation::organisation))
        .routes(routes!(events::take_in))
}
