//! A file as it leaves.

use axum::{body::Body, response::Response};

use crate::actions::OpenFile;

/// Piece by piece, so that a large one is never whole in memory.
pub fn download(OpenFile { about, content }: OpenFile) -> Response {
    let length = u64::try_from(about.size).ok();
    web::download(&about.name, about.kind.word(), length, Body::from_stream(content.stream()))
}
