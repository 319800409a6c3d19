//! Files of a case.

use auth::Bearer;
use axum::{
    extract::{Path, State},
    response::Response,
};
use kernel::Uuid;
use web::{CallerProblems, Error};

use super::CaseProblems;
use crate::{App, actions, download::download};

/// A file that came with the report, or that the inquiry rests on.
///
/// For whoever reads what it belongs to. That it was read is written before it is handed out. One that the virus scanner has not
/// seen yet, or that it knows for bad, is answered with 409.
///
/// **Svenska:** En fil som kom med rapporten, eller som utredningen vilar på. För den som läser det den hör till. Att den lästes
/// skrivs innan den lämnas ut. En fil som virussökaren inte har sett än, eller där den har hittat något, ger svaret 409.
#[utoipa::path(
    get,
    path = "/api/v1/cases/{id}/attachments/{attachment_id}",
    tag = "cases",
    summary = "Read a file / Läs en fil",
    security(("bearer" = [])),
    params(
        ("id" = Uuid, Path, description = "The case. Ärendet.", example = "019a0000-0000-7000-8000-000000000002"),
        ("attachment_id" = Uuid, Path, description = "The file. Filen.", example = "019a0000-0000-7000-8000-000000000003"),
    ),
    responses(
        (status = 200, description = "The file, of the kind its content has. Filen, av det slag som innehållet har.",
            content_type = "application/octet-stream", body = Vec<u8>),
        (status = 409, description = "It is held. Den hålls inne.", body = web::Problem,
            content_type = "application/problem+json"),
        CallerProblems,
        CaseProblems,
    ),
)]
pub async fn read(
    State(app): State<App>,
    caller: Bearer,
    Path((case, file)): Path<(Uuid, Uuid)>,
) -> Result<Response, Error> {
    let person = caller.person()?;
    Ok(download(actions::open_attachment(&app, &person, case.into(), file.into()).await?))
}
