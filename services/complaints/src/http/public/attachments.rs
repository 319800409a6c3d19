//! Sending a file before the complaint it belongs to.

use axum::{
    Json,
    extract::{DefaultBodyLimit, Multipart, State, multipart::MultipartRejection},
    http::{StatusCode, header},
    response::IntoResponse,
};
use chrono::{DateTime, TimeDelta, Utc};
use serde::Serialize;
use utoipa::ToSchema;
use web::{BodyProblems, Error, RepeatKey};

use crate::{PublicApp, actions};

/// The parts of the body.
#[derive(ToSchema)]
#[expect(dead_code, reason = "only described")]
pub(crate) struct SentFile {
    /// The file, with its name. At most 50 MB: JPEG, PNG, WebP, GIF, HEIC, PDF, plain text, docx, m4a, mp3, ogg, wav, mp4, mov,
    /// webm.
    #[schema(value_type = String, format = Binary)]
    file: Vec<u8>,
}

/// A file that waits for its complaint.
#[derive(Serialize, ToSchema)]
pub(crate) struct WaitingFile {
    /// To be named in the complaint's `attachments`. A secret of the sender until then.
    #[schema(example = "q0m3C4Q9d0m5b1WqK3v8Yw2sXy7Jt6Rr1Nn4Pp5Uu0Z")]
    id: String,
    #[schema(example = "image/jpeg")]
    content_type: &'static str,
    /// Bytes.
    #[schema(example = 48_213)]
    size: i64,
    /// When it is forgotten, if no complaint names it before.
    kept_until: DateTime<Utc>,
}

/// More than the file itself, so that a file too large is told so and not cut off.
pub(super) fn limit(largest_file: usize) -> DefaultBodyLimit {
    DefaultBodyLimit::max(largest_file + 256 * 1024)
}

/// Takes a file that a complaint will name.
///
/// The body is `multipart/form-data` with one part, `file`, that has a file name. The kind is told by the content, and the
/// name's ending must agree with it. The file is sealed as it arrives; its name is never used as a path.
///
/// **Svenska:** Tar emot en fil som ett klagomål sedan nämner. Kroppen är `multipart/form-data` med en del, `file`, som har ett
/// filnamn. Innehållet avgör vilken sorts fil det är, och namnets ändelse måste stämma. Filen låses medan den tas emot.
#[utoipa::path(
    post,
    path = "/api/v1/complaints/attachments",
    tag = "complaints",
    summary = "Send a file / Skicka en fil",
    params(("Idempotency-Key" = String, Header, description = "As for a complaint. Som för ett klagomål.",
        example = "019a0000-0000-7000-8000-000000000002")),
    request_body(content = SentFile, content_type = "multipart/form-data", description = "One file. En fil."),
    responses(
        (status = 201, description = "It waits for its complaint. Den väntar på sitt klagomål.", body = WaitingFile,
            headers(("Location" = String, description = "Where the complaint that names it is sent. Dit klagomålet som nämner den \
                skickas.")),
            example = json!({"id": "q0m3C4Q9d0m5b1WqK3v8Yw2sXy7Jt6Rr1Nn4Pp5Uu0Z", "content_type": "image/jpeg", "size": 48213,
                "kept_until": "2026-11-22T09:00:00Z"})),
        super::PublicProblems,
        BodyProblems,
    ),
)]
pub(crate) async fn attach(
    State(app): State<PublicApp>,
    RepeatKey(key): RepeatKey,
    body: Result<Multipart, MultipartRejection>,
) -> Result<impl IntoResponse, Error> {
    let mut body = body.map_err(|_| Error::UnknownContent)?;
    let Some(part) = body.next_field().await.map_err(|_| Error::BadRequest)? else {
        return Err(Error::invalid("/file", "lacks a field that is needed"));
    };
    if part.name() != Some("file") {
        return Err(Error::invalid(&format!("/{}", part.name().unwrap_or_default()), "is not known here"));
    }
    let Some(name) = part.file_name().map(str::to_owned) else {
        return Err(Error::invalid("/file", "must have a file name"));
    };
    let attached = actions::attach(&app, &name, part, Some(&key)).await?;
    let waiting = WaitingFile {
        id: attached.token.reveal(),
        content_type: attached.kind.word(),
        size: attached.size,
        kept_until: app.now() + TimeDelta::hours(app.policy.unclaimed_files_for_hours),
    };
    Ok((StatusCode::CREATED, [(header::LOCATION, "/api/v1/complaints")], Json(waiting)))
}
