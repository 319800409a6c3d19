//! A file that came with a complaint.

use axum::response::Response;
use web::{Error, picture};

use super::desk::Desk;
use crate::{actions, address::NamedFile, download::download};

pub(super) async fn show(desk: Desk, NamedFile(id, file): NamedFile) -> Result<Response, Error> {
    Ok(download(actions::open_file(&desk.app, id, file, &desk.person).await?))
}

/// A picture among them, as it is shown on the page.
pub(super) async fn shown(desk: Desk, NamedFile(id, file): NamedFile) -> Result<Response, Error> {
    let shown = actions::open_file(&desk.app, id, file, &desk.person).await?.picture().await?;
    Ok(picture(shown.kind.word(), shown.bytes))
}
