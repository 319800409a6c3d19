//! Reading a file that came with a complaint.

use auth::Bearer;
use axum::{extract::State, response::Response};
use web::{CallerProblems, Error};

use super::{caller::person, refusal::NothingThere};
use crate::{StaffApp, actions, address::NamedFile, download::download};

/// A file that came with a complaint. That the person read it is written before it is shown.
///
/// **Svenska:** En fil som kom med ett klagomål. Att personen läste den skrivs innan den visas.
#[utoipa::path(
    get,
    path = "/api/v1/complaints/{id}/attachments/{attachment_id}",
    tag = "complaints",
    summary = "Read a file / Läs en fil",
    security(("bearer" = [])),
    params(
        ("id" = Uuid, Path, description = "Of the complaint. Klagomålets."),
        ("attachment_id" = Uuid, Path, description = "Of the file. Filens."),
    ),
    responses(
        (status = 200, description = "The file, of the kind its content has. Filen, av det slag som innehållet har.",
            content_type = "application/octet-stream", body = Vec<u8>),
        NothingThere,
        CallerProblems,
    ),
)]
pub(crate) async fn file(
    State(app): State<StaffApp>,
    bearer: Bearer,
    NamedFile(id, file): NamedFile,
) -> Result<Response, Error> {
    let person = person(&app, bearer).await?;
    Ok(download(actions::open_file(&app, id, file, &person).await?))
}
