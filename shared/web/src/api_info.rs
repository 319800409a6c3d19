//! What every programs' API says of itself.

use axum::{Json, Router, routing::get};
use proto::{ApiInfo, Service};
use utoipa::openapi::OpenApi;

/// `GET /api/v1/api-info` and `GET /api/v1/openapi.json`, for anyone.
pub fn api_info<S: Clone + Send + Sync + 'static>(service: Service, document: OpenApi) -> Router<S> {
    let info = ApiInfo {
        api_name: service.name().to_owned(),
        api_version: env!("CARGO_PKG_VERSION").to_owned(),
        api_released: "2026-11-21".to_owned(),
        api_documentation: "/api/v1/openapi.json".to_owned(),
        api_status: "active".to_owned(),
    };
    Router::new()
        .route("/api/v1/api-info", get(|| async { Json(info) }))
        .route("/api/v1/openapi.json", get(|| async { Json(document) }))
}
