//! A file as it leaves.

use axum::{body::Body, response::Response};

use crate::actions::OpenFile;

/// Piece by piece, so that a large one is never whole in memory.
pub(crate) fn download(OpenFile { entry, content }: OpenFile) -> Response {
    let length = u64::try_from(entry.size).ok();
    web::download(&entry.name, entry.kind.word(), length, Body::from_stream(content.stream()))
}
