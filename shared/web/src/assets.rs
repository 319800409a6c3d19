//! The style sheet, the icon and the scripts that pages share, in the binary.

use std::sync::LazyLock;

use axum::{Router, http::header, response::IntoResponse, routing::get};
use data_encoding::HEXLOWER;
use sha2::{Digest, Sha256};

const CSS: &str = include_str!("../static/lyssna.css");
const EXIT: &str = include_str!("../static/exit.js");
const OFFLINE: &str = include_str!("../static/offline.js");
const ROWS: &str = include_str!("../static/rows.js");
const ENDING: &str = include_str!("../static/ending.js");
const ICON: &str = include_str!("../static/favicon.svg");

pub(crate) fn stylesheet() -> &'static str {
    static ADDRESS: LazyLock<String> = LazyLock::new(|| versioned("/static/lyssna.css", CSS));
    &ADDRESS
}

pub(crate) fn exit_script() -> &'static str {
    static ADDRESS: LazyLock<String> = LazyLock::new(|| versioned("/static/exit.js", EXIT));
    &ADDRESS
}

pub(crate) fn offline_script() -> &'static str {
    static ADDRESS: LazyLock<String> = LazyLock::new(|| versioned("/static/offline.js", OFFLINE));
    &ADDRESS
}

pub(crate) fn ending_script() -> &'static str {
    static ADDRESS: LazyLock<String> = LazyLock::new(|| versioned("/static/ending.js", ENDING));
    &ADDRESS
}

pub(crate) fn rows_script() -> &'static str {
    static ADDRESS: LazyLock<String> = LazyLock::new(|| versioned("/static/rows.js", ROWS));
    &ADDRESS
}

/// The address of a file in the binary. It changes with its content, so that browsers may keep it for ever.
pub fn versioned(path: &str, content: &str) -> String {
    format!("{path}?{}", HEXLOWER.encode(&Sha256::digest(content)[..6]))
}

pub(crate) fn routes() -> Router {
    Router::new()
        .route("/static/lyssna.css", get(|| async { kept("text/css; charset=utf-8", CSS) }))
        .route("/static/exit.js", get(|| async { kept(SCRIPT, EXIT) }))
        .route("/static/offline.js", get(|| async { kept(SCRIPT, OFFLINE) }))
        .route("/static/rows.js", get(|| async { kept(SCRIPT, ROWS) }))
        .route("/static/ending.js", get(|| async { kept(SCRIPT, ENDING) }))
        .route("/static/favicon.svg", get(|| async { kept("image/svg+xml", ICON) }))
}

/// The content type of a script.
pub const SCRIPT: &str = "text/javascript; charset=utf-8";

/// A file in the binary, to be kept by browsers.
pub fn kept(kind: &'static str, content: &'static str) -> impl IntoResponse {
    ([(header::CONTENT_TYPE, kind), (header::CACHE_CONTROL, "public, max-age=31536000, immutable")], content)
}
