//! What follows from a complaint: duties, a later answer, measures and whether they helped, the end.

use axum::{extract::State, response::IntoResponse};
use chrono::NaiveDate;
use kernel::calendar::swedish_day;
use serde::Deserialize;
use utoipa::ToSchema;
use uuid::Uuid;
use web::{BodyProblems, CallerProblems, Json};

use super::{
    caller::{AtVersion, Caller, Done, OfComplaint},
    refusal::{ChangeProblems, Refusal},
};
use crate::{
    StaffApp, actions,
    domain::{
        Duty, NewClosing, NewFulfilment, NewMeasure, Outcome, Typed, TypedClosing, TypedFulfilment,
        TypedMeasure, WorkingNotes,
    },
    http::faults,
};

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct FulfilledDuty {
    duty: Duty,
    outcome: Outcome,
    /// Who was told what, when and how; for a threat the reason.
    #[schema(min_length = 1, max_length = 20000)]
    note: String,
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Later {
    until: NaiveDate,
    /// What the sender is told: why, and until when.
    #[schema(min_length = 1, max_length = 20000)]
    text: String,
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct PlannedMeasure {
    #[schema(min_length = 1, max_length = 20000)]
    what: String,
    /// Who sees to it.
    owner: Uuid,
    due_on: NaiveDate,
    /// When somebody looks whether it helped.
    check_on: NaiveDate,
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct KnownEffect {
    /// Of the measure.
    measure: Uuid,
    #[schema(min_length = 1, max_length = 20000)]
    effect: String,
}

/// How it ends.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Ending {
    /// What came of the measures, or why none were needed.
    #[schema(min_length = 1, max_length = 20000)]
    measures: String,
    /// Either answer will do, but it is answered (H41).
    routine_reviewed: bool,
    /// What the review led to, or why none was needed. Asked after an inquiry.
    #[serde(default)]
    #[schema(max_length = 20000)]
    routine_why: String,
    /// What staff were told (H48). Asked after an inquiry.
    #[serde(default)]
    #[schema(max_length = 20000)]
    feedback: String,
    /// Why the sender is told nothing. Asked when it came by letter or mail and nobody can tell them.
    #[serde(default)]
    #[schema(max_length = 20000)]
    untold: Option<String>,
    /// What becomes of the working notes. Asked when there are any.
    #[serde(default)]
    working_notes: Option<WorkingNotes>,
}

/// A duty that triage found is fulfilled: the social services or IMY were told, or names are withheld (I.2 C4 b, c, f).
///
/// **Svenska:** En plikt från bedömningen är uppfylld: socialtjänsten eller IMY har fått veta, eller namn lämnas ut inte.
#[utoipa::path(
    post,
    path = "/api/v1/complaints/{id}/fulfil-duty",
    tag = "verbs",
    summary = "A duty is fulfilled / En plikt är uppfylld",
    security(("bearer" = [])),
    params(OfComplaint, AtVersion),
    request_body(content = FulfilledDuty, example = json!({"duty": "child_protection", "outcome": "reported", "note": "Ringde mottagningen kl. 10.15."})),
    responses(Done, ChangeProblems, CallerProblems, BodyProblems),
)]
pub(crate) async fn fulfil_duty(
    State(app): State<StaffApp>,
    caller: Caller,
    Json(body): Json<FulfilledDuty>,
) -> Result<impl IntoResponse, Refusal> {
    let typed =
        TypedFulfilment { duty: body.duty.to_string(), outcome: body.outcome.to_string(), note: body.note };
    let new = NewFulfilment::parse(&typed, &app.policy).map_err(faults::answers)?;
    actions::fulfil_duty(&app, caller.at(), new).await?;
    Ok(caller.done())
}

/// The internal target moves, and the sender is told why and until when (I.2 C8).
///
/// **Svenska:** Det interna målet flyttas, och avsändaren får veta varför och till när.
#[utoipa::path(
    post,
    path = "/api/v1/complaints/{id}/postpone",
    tag = "verbs",
    summary = "The answer will be later / Svaret dröjer",
    security(("bearer" = [])),
    params(OfComplaint, AtVersion),
    request_body(content = Later, example = json!({"until": "2026-12-11", "text": "Vi väntar på svar från taxibolaget. Du får vårt svar senast den 11 december."})),
    responses(Done, ChangeProblems, CallerProblems, BodyProblems),
)]
pub(crate) async fn postpone(
    State(app): State<StaffApp>,
    caller: Caller,
    Json(body): Json<Later>,
) -> Result<impl IntoResponse, Refusal> {
    let mut read = Typed::default();
    let until = read.day("until", &body.until.to_string(), swedish_day(app.now()));
    let text = read.text("text", &body.text, app.policy.longest_text);
    let (until, text) = read.whole(until.zip(text)).map_err(faults::answers)?;
    actions::postpone(&app, caller.at(), until, text).await?;
    Ok(caller.done())
}

/// Something is to be done so that it does not happen again (I.2 C10). May be called for several.
///
/// **Svenska:** Något ska göras för att det inte ska hända igen. Kan göras flera gånger.
#[utoipa::path(
    post,
    path = "/api/v1/complaints/{id}/plan-measures",
    tag = "verbs",
    summary = "Plan a measure / Planera en åtgärd",
    security(("bearer" = [])),
    params(OfComplaint, AtVersion),
    request_body(content = PlannedMeasure, example = json!({"what": "Taxibolaget ringer oss.", "owner": "019a0000-0000-7000-8000-000000000005", "due_on": "2026-12-11", "check_on": "2027-02-12"})),
    responses(Done, ChangeProblems, CallerProblems, BodyProblems),
)]
pub(crate) async fn plan_measures(
    State(app): State<StaffApp>,
    caller: Caller,
    Json(body): Json<PlannedMeasure>,
) -> Result<impl IntoResponse, Refusal> {
    let typed = TypedMeasure {
        what: body.what,
        owner: body.owner.to_string(),
        due_on: body.due_on.to_string(),
        check_on: body.check_on.to_string(),
    };
    let register = app.inside.ground.directory.now();
    let today = swedish_day(app.now());
    let new = NewMeasure::parse(&typed, &register, today, &app.policy).map_err(faults::answers)?;
    actions::plan_measures(&app, caller.at(), new).await?;
    Ok(caller.done())
}

/// What came of a measure. Once each; before every effect is known it is not closed.
///
/// **Svenska:** Vad en åtgärd ledde till. En gång för varje; innan alla är kända avslutas inget.
#[utoipa::path(
    post,
    path = "/api/v1/complaints/{id}/check-effect",
    tag = "verbs",
    summary = "Whether it helped / Om det hjälpte",
    security(("bearer" = [])),
    params(OfComplaint, AtVersion),
    request_body(content = KnownEffect, example = json!({"measure": "019a0000-0000-7000-8000-000000000009", "effect": "Inga sena bussar på två månader."})),
    responses(Done, ChangeProblems, CallerProblems, BodyProblems),
)]
pub(crate) async fn check_effect(
    State(app): State<StaffApp>,
    caller: Caller,
    Json(body): Json<KnownEffect>,
) -> Result<impl IntoResponse, Refusal> {
    let effect =
        Typed::only_text("effect", &body.effect, app.policy.longest_text).map_err(faults::answers)?;
    actions::check_effect(&app, caller.at(), body.measure.into(), effect).await?;
    Ok(caller.done())
}

/// Closes it (I.2 C10): what came of the measures or why none, whether the routine was looked over, what staff were told. Refused while a duty, a report or an effect is left, or a sender who can be reached has heard nothing; where nobody can tell them it says why.
///
/// **Svenska:** Avslutar det: vad åtgärderna ledde till eller varför inga, om rutinen setts över, vad personalen fick veta. Går inte medan en plikt, en rapport eller en effekt återstår, eller en avsändare som går att nå inte har fått besked; går hen inte att nå skriver man varför.
#[utoipa::path(
    post,
    path = "/api/v1/complaints/{id}/close",
    tag = "verbs",
    summary = "Close / Avsluta",
    security(("bearer" = [])),
    params(OfComplaint, AtVersion),
    request_body(content = Ending, example = json!({"measures": "Överenskommelse med taxibolaget.", "routine_reviewed": true, "routine_why": "Ny punkt om sena bilar.", "feedback": "Taget upp på personalmötet."})),
    responses(Done, ChangeProblems, CallerProblems, BodyProblems),
)]
pub(crate) async fn close(
    State(app): State<StaffApp>,
    caller: Caller,
    Json(body): Json<Ending>,
) -> Result<impl IntoResponse, Refusal> {
    let at = caller.at();
    let seen = app.store.complaint_as_seen_by(at.id, at.person).await.map_err(actions::Failed::from)?;
    let (complaint, _) = seen.ok_or(web::Error::NotFound)?;
    let typed = TypedClosing {
        measures: body.measures,
        routine_reviewed: if body.routine_reviewed { "yes" } else { "no" }.to_owned(),
        routine_why: body.routine_why,
        feedback: body.feedback,
        untold: body.untold,
        working_notes: body.working_notes.map(|way| way.to_string()),
    };
    let closing = NewClosing::parse(&typed, complaint.state, &app.policy).map_err(faults::answers)?;
    actions::close(&app, caller.at(), closing).await?;
    Ok(caller.done())
}
