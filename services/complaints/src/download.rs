//! A file as it leaves.

use axum::{body::Body, response::Response};
use futures_util::stream;

use crate::actions::OpenFile;

/// Piece by piece, so that a large one is never whole in memory.
pub(crate) fn download(file: OpenFile) -> Response {
    let (name, kind) = (file.entry.name.clone(), file.entry.kind.word());
    let length = u64::try_from(file.entry.size).unwrap_or_default();
    let pieces = stream::try_unfold(file, |mut file| async move {
        Ok::<_, crate::store::StoreError>(file.next().await?.map(|piece| (piece, file)))
    });
    web::download(&name, kind, length, Body::from_stream(pieces))
}
