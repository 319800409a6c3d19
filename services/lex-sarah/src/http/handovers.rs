//! What the complaints service hands over.

use auth::Bearer;
use axum::{extract::State, http::StatusCode};
use proto::{Service, handover::HandOver};
use web::{BodyProblems, CallerProblems, Error, Json, RepeatKey};

use crate::{App, actions};

/// Takes over a suspected misconduct from a complaint, as the report of the one who read it (LSS 24 b §).
///
/// By the complaints service only. The person's own right to report for the unit is checked here. Nothing comes back but that it
/// was taken. What cannot be opened is refused (422), and so is somebody who may not report there (403): the sender keeps it.
///
/// **Svenska:** Tar över ett misstänkt missförhållande från ett klagomål, som rapport från den som läste det. Görs bara av
/// klagomålstjänsten. Personens egen rätt att rapportera för enheten prövas här. Svaret säger bara att det är mottaget. Det som
/// inte går att öppna avvisas (422), liksom den som inte får rapportera där (403): avsändaren behåller det.
#[utoipa::path(
    post,
    path = "/api/v1/handovers",
    tag = "handovers",
    summary = "Hand over a suspected misconduct / Lämna över ett misstänkt missförhållande",
    security(("bearer" = [])),
    params(("Idempotency-Key" = String, Header, description = "The id of the parcel, a UUID; a repeat has no effect. Försändelsens \
        id, ett UUID; en upprepning har ingen verkan.", example = "019a0000-0000-7000-8000-000000000001")),
    request_body(content = HandOver, description = "The report, sealed to this service. Rapporten, förseglad till den här \
        tjänsten.", example = json!({"complaint_id": "019a0000-0000-7000-8000-000000000003", "complaint_number": "7KM4-Q2XP",
            "unit_id": "01900000-0000-7000-8000-000000000001", "reported_by": "01900000-0000-7000-8000-000000010000",
            "reported_at": "2026-11-21T09:00:00Z", "sealed_report": "8c2V…"})),
    responses(
        (status = 202, description = "It is taken, now or before. Det är mottaget, nu eller tidigare."),
        CallerProblems,
        BodyProblems,
    ),
)]
pub async fn hand_over(
    State(app): State<App>,
    caller: Bearer,
    RepeatKey(key): RepeatKey,
    Json(body): Json<HandOver>,
) -> Result<StatusCode, Error> {
    if caller.service()? != Service::Complaints {
        return Err(Error::Forbidden);
    }
    let id = key.parse().map_err(|_| Error::BadRequest)?;
    actions::hand_over(&app, id, body).await?;
    Ok(StatusCode::ACCEPTED)
}
