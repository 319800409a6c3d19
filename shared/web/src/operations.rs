//! Addresses for those who run the service, on a listener that is not reachable from outside.

use std::sync::Arc;

use axum::{Router, http::StatusCode, routing::get};

/// `GET /livez` (the process answers), `GET /readyz` (it can do its work: `ready` says so), `GET /metrics`.
pub fn operations<F>(
    ready: impl Fn() -> F + Send + Sync + 'static,
    metrics: impl Fn() -> String + Send + Sync + 'static,
) -> Router
where
    F: Future<Output = bool> + Send,
{
    let (ready, metrics) = (Arc::new(ready), Arc::new(metrics));
    Router::new()
        .route("/livez", get(|| async { "live\n" }))
        .route(
            "/readyz",
            get(async move || {
                if ready().await {
                    (StatusCode::OK, "ready\n")
                } else {
                    (StatusCode::SERVICE_UNAVAILABLE, "not ready\n")
                }
            }),
        )
        .route("/metrics", get(async move || metrics()))
}
