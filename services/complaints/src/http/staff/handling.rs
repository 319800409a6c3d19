//! Who handles a complaint, and reminding them.

use axum::{
    extract::State,
    http::{StatusCode, header},
    response::IntoResponse,
};
use serde::Deserialize;
use utoipa::ToSchema;
use uuid::Uuid;
use web::{BodyProblems, CallerProblems, Json, etag};

use super::{
    caller::{AtVersion, Caller, Done, OfComplaint},
    refusal::{ChangeProblems, Refusal},
};
use crate::{StaffApp, actions, domain::Typed, http::faults};

/// To whom, and why.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ToPerson {
    /// Somebody who reads it by their role.
    person_id: Uuid,
    /// Asked for when somebody else has handled it. It stands in the journal.
    #[serde(default)]
    #[schema(max_length = 20000)]
    reason: Option<String>,
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Because {
    /// It stands in the journal.
    #[schema(min_length = 1, max_length = 20000)]
    reason: String,
}

/// Gives it to somebody to handle. They are told that something waits.
///
/// **Svenska:** Ger det till någon att handlägga. Hen får veta att något väntar.
#[utoipa::path(
    post,
    path = "/api/v1/complaints/{id}/assign",
    tag = "verbs",
    summary = "Assign / Välj handläggare",
    security(("bearer" = [])),
    params(OfComplaint, AtVersion),
    request_body(content = ToPerson, example = json!({"person_id": "019a0000-0000-7000-8000-000000000004", "reason": "Hon var på plats."})),
    responses(Done, ChangeProblems, CallerProblems, BodyProblems),
)]
pub(crate) async fn assign(
    State(app): State<StaffApp>,
    caller: Caller,
    Json(body): Json<ToPerson>,
) -> Result<impl IntoResponse, Refusal> {
    let mut read = Typed::default();
    let reason = read.optional_text("reason", &body.reason.unwrap_or_default(), app.policy.longest_text);
    let reason = read.whole(reason).map_err(faults::answers)?;
    actions::assign(&app, caller.at(), body.person_id.into(), reason).await?;
    Ok(caller.done())
}

/// Nobody in particular handles it any more; all whom it lies with are told that it waits.
///
/// **Svenska:** Ingen särskild handlägger det längre. Alla som det ligger hos får veta att det väntar.
#[utoipa::path(
    post,
    path = "/api/v1/complaints/{id}/hand-back",
    tag = "verbs",
    summary = "Hand back / Lämna tillbaka",
    security(("bearer" = [])),
    params(OfComplaint, AtVersion),
    request_body(content = Because, example = json!({"reason": "Jag går på föräldraledighet."})),
    responses(Done, ChangeProblems, CallerProblems, BodyProblems),
)]
pub(crate) async fn hand_back(
    State(app): State<StaffApp>,
    caller: Caller,
    Json(body): Json<Because>,
) -> Result<impl IntoResponse, Refusal> {
    let reason =
        Typed::only_text("reason", &body.reason, app.policy.longest_text).map_err(faults::answers)?;
    actions::hand_back(&app, caller.at(), reason).await?;
    Ok(caller.done())
}

/// It is not about the manager of the unit, whatever the sender has said. Those whom that took off it are let in, and it lies where it
/// would have from the start. Never by whoever manages the unit, or stands in for them.
///
/// **Svenska:** Det gäller inte enhetens chef, vad avsändaren än har sagt. De som togs bort av den uppgiften kommer åt det igen, och
/// det ligger där det skulle ha legat från början. Aldrig av den som leder enheten, eller vikarierar för den.
#[utoipa::path(
    post,
    path = "/api/v1/complaints/{id}/let-manager-in",
    tag = "verbs",
    summary = "Not about the manager / Gäller inte chefen",
    security(("bearer" = [])),
    params(OfComplaint, AtVersion),
    request_body(content = Because, example = json!({"reason": "Avsändaren menade klassläraren."})),
    responses(Done, ChangeProblems, CallerProblems, BodyProblems),
)]
pub(crate) async fn let_manager_in(
    State(app): State<StaffApp>,
    caller: Caller,
    Json(body): Json<Because>,
) -> Result<impl IntoResponse, Refusal> {
    let reason =
        Typed::only_text("reason", &body.reason, app.policy.longest_text).map_err(faults::answers)?;
    actions::let_manager_in(&app, caller.at(), reason).await?;
    Ok(caller.done())
}

/// Reminds whoever it lies with, at most once a day. Its version stays.
///
/// **Svenska:** Påminner den som det ligger hos, högst en gång om dagen. Versionen är densamma.
#[utoipa::path(
    post,
    path = "/api/v1/complaints/{id}/remind",
    tag = "verbs",
    summary = "Remind / Påminn",
    security(("bearer" = [])),
    params(OfComplaint, AtVersion),
    responses(Done, ChangeProblems, CallerProblems),
)]
pub(crate) async fn remind(
    State(app): State<StaffApp>,
    caller: Caller,
) -> Result<impl IntoResponse, Refusal> {
    actions::remind_now(&app, caller.at()).await?;
    Ok((StatusCode::NO_CONTENT, [(header::ETAG, etag::tag(caller.at().version))]))
}
