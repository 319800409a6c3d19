//! A file that came with a complaint.

use axum::response::Response;
use web::Error;

use super::desk::Desk;
use crate::{actions, address::NamedFile, download::download};

pub(super) async fn show(desk: Desk, NamedFile(id, file): NamedFile) -> Result<Response, Error> {
    Ok(download(actions::open_file(&desk.app, id, file, &desk.person).await?))
}
