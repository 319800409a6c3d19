//! Addresses of programs.

mod messages;
mod parse;

use axum::Router;
use proto::Service;
use utoipa::openapi::OpenApi;
use utoipa_axum::{router::OpenApiRouter, routes};

use crate::App;

const ABOUT: &str = "Takes in that somebody be told that something waits, and tells what became of it.\n\n**Svenska:** Tar emot \
    att någon ska få veta att något väntar, och berättar hur det gick.";

/// What the addresses promise.
pub fn openapi() -> OpenApi {
    documented().split_for_parts().1
}

pub fn routes() -> Router<App> {
    let (routes, document) = documented().split_for_parts();
    routes.merge(web::api_info(Service::Notifications, document))
}

fn documented() -> OpenApiRouter<App> {
    OpenApiRouter::with_openapi(web::api_document(Service::Notifications, "Lyssna: notifications", ABOUT))
        .routes(routes!(messages::take_in))
        .routes(routes!(messages::message))
}
