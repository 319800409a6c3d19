//! The style sheet and the icon, in the binary.

use std::sync::LazyLock;

use axum::{Router, http::header, response::IntoResponse, routing::get};
use data_encoding::HEXLOWER;
use sha2::{Digest, Sha256};

const CSS: &str = include_str!("../static/lyssna.css");
const ICON: &str = include_str!("../static/favicon.svg");

/// The address of the style sheet. It changes with its content, so that browsers may keep it for ever.
pub(crate) fn stylesheet() -> &'static str {
    static ADDRESS: LazyLock<String> =
        LazyLock::new(|| format!("/static/lyssna.css?{}", HEXLOWER.encode(&Sha256::digest(CSS)[..6])));
    &ADDRESS
}

pub(crate) fn routes() -> Router {
    Router::new()
        .route("/static/lyssna.css", get(|| async { kept("text/css; charset=utf-8", CSS) }))
        .route("/static/favicon.svg", get(|| async { kept("image/svg+xml", ICON) }))
}

fn kept(kind: &'static str, content: &'static str) -> impl IntoResponse {
    ([(header::CONTENT_TYPE, kind), (header::CACHE_CONTROL, "public, max-age=31536000, immutable")], content)
}
