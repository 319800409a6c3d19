//! The side exits: it is for somebody else, it is several matters, it is one that is here already, it is open again.

use axum::{extract::State, response::IntoResponse};
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
        AnswerFault, AnswerWrong, Cause, Elsewhere, NewParts, Onward, Redirection, Reopening, Typed,
        TypedParts, TypedRedirection, TypedReopening,
    },
    http::faults,
};

/// Whose it is.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ToOthers {
    to: Elsewhere,
    how: Onward,
    /// Whether the sender agreed. Without it nothing is sent on.
    consent: bool,
    /// What the sender is told.
    #[schema(min_length = 1, max_length = 20000)]
    text: String,
}

/// One matter of several.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Part {
    /// Left out: a registrar leads it on.
    #[serde(default)]
    unit_id: Option<Uuid>,
    /// What of the sender's words belongs to it.
    #[schema(min_length = 1, max_length = 20000)]
    text: String,
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Parts {
    #[schema(min_items = 2, max_items = 3)]
    parts: Vec<Part>,
    /// What the sender is told.
    #[schema(min_length = 1, max_length = 20000)]
    text: String,
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct IntoAnother {
    /// Of the one that goes on.
    #[schema(example = "7KM4-Q2XP")]
    number: String,
    /// What the sender is told.
    #[schema(min_length = 1, max_length = 20000)]
    text: String,
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Again {
    cause: Cause,
    /// Why, for those who handle it.
    #[schema(min_length = 1, max_length = 20000)]
    reason: String,
    /// What the sender is told.
    #[schema(min_length = 1, max_length = 20000)]
    text: String,
}

/// For another authority or the school (I.2 C6). The sender is told; nothing is sent on without their consent.
///
/// **Svenska:** För en annan myndighet eller skolan. Avsändaren får veta det; inget skickas vidare utan samtycke.
#[utoipa::path(
    post,
    path = "/api/v1/complaints/{id}/redirect",
    tag = "verbs",
    summary = "It is for somebody else / Det är för någon annan",
    security(("bearer" = [])),
    params(OfComplaint, AtVersion),
    request_body(content = ToOthers, example = json!({"to": "ordering_board", "how": "told", "consent": false, "text": "Det är stadsdelsnämnden som beslutar om insatsen. Ring dem på 08-508 000 00."})),
    responses(Done, ChangeProblems, CallerProblems, BodyProblems),
)]
pub(crate) async fn redirect(
    State(app): State<StaffApp>,
    caller: Caller,
    Json(body): Json<ToOthers>,
) -> Result<impl IntoResponse, Refusal> {
    let typed = TypedRedirection {
        to: body.to.to_string(),
        how: body.how.to_string(),
        consent: yes_no(body.consent),
        text: body.text,
    };
    let (redirection, text) = Redirection::parse(&typed, &app.policy).map_err(faults::answers)?;
    actions::redirect(&app, caller.at(), redirection, text).await?;
    Ok(caller.done())
}

/// Several matters become complaints of their own (I.2 C7). The sender opens them all with the receipt they have.
///
/// **Svenska:** Flera ärenden blir egna klagomål. Avsändaren öppnar dem alla med sin kvittokod.
#[utoipa::path(
    post,
    path = "/api/v1/complaints/{id}/split",
    tag = "verbs",
    summary = "Several matters / Flera ärenden",
    security(("bearer" = [])),
    params(OfComplaint, AtVersion),
    request_body(content = Parts, example = json!({"parts": [{"unit_id": "019a0000-0000-7000-8000-000000000003", "text": "Bussen kom för sent."}, {"text": "Läraren ringde inte."}], "text": "Du skrev om två saker. Vi svarar på var och en för sig."})),
    responses(Done, ChangeProblems, CallerProblems, BodyProblems),
)]
pub(crate) async fn split(
    State(app): State<StaffApp>,
    caller: Caller,
    Json(body): Json<Parts>,
) -> Result<impl IntoResponse, Refusal> {
    if body.parts.len() > crate::domain::MOST_PARTS {
        return Err(web::Error::invalid("/parts", "are too many").into());
    }
    let part = |part: Part| (part.unit_id.map(|unit| unit.to_string()).unwrap_or_default(), part.text);
    let typed = TypedParts { parts: body.parts.into_iter().map(part).collect(), text: body.text };
    let register = app.inside.ground.directory.now();
    let parts = NewParts::parse(&typed, &register, &app.policy).map_err(faults::answers)?;
    actions::split(&app, caller.at(), parts).await?;
    Ok(caller.done())
}

/// About the same event as another, which goes on (I.2 C7).
///
/// **Svenska:** Om samma händelse som ett annat, som fortsätter.
#[utoipa::path(
    post,
    path = "/api/v1/complaints/{id}/merge",
    tag = "verbs",
    summary = "It is here already / Det finns redan",
    security(("bearer" = [])),
    params(OfComplaint, AtVersion),
    request_body(content = IntoAnother, example = json!({"number": "7KM4-Q2XP", "text": "Flera har skrivit om samma sak. Vi utreder det tillsammans."})),
    responses(Done, ChangeProblems, CallerProblems, BodyProblems),
)]
pub(crate) async fn merge(
    State(app): State<StaffApp>,
    caller: Caller,
    Json(body): Json<IntoAnother>,
) -> Result<impl IntoResponse, Refusal> {
    let (number, text) = goes_on(&app, &body).map_err(faults::answers)?;
    actions::merge(&app, caller.at(), &number, text).await?;
    Ok(caller.done())
}

/// A closed one is opened again (I.2 C11): for an unhappy sender at the next level.
///
/// **Svenska:** Ett avslutat öppnas igen: för en missnöjd avsändare hos nästa nivå.
#[utoipa::path(
    post,
    path = "/api/v1/complaints/{id}/reopen",
    tag = "verbs",
    summary = "Open it again / Öppna igen",
    security(("bearer" = [])),
    params(OfComplaint, AtVersion),
    request_body(content = Again, example = json!({"cause": "sender_unhappy", "reason": "Avsändaren har fått svar på fel fråga.", "text": "Rektorn ser på ditt ärende igen."})),
    responses(Done, ChangeProblems, CallerProblems, BodyProblems),
)]
pub(crate) async fn reopen(
    State(app): State<StaffApp>,
    caller: Caller,
    Json(body): Json<Again>,
) -> Result<impl IntoResponse, Refusal> {
    let typed = TypedReopening { cause: body.cause.to_string(), reason: body.reason, text: body.text };
    let reopening = Reopening::parse(&typed, &app.policy).map_err(faults::answers)?;
    actions::reopen(&app, caller.at(), reopening).await?;
    Ok(caller.done())
}

fn goes_on(
    app: &StaffApp,
    body: &IntoAnother,
) -> Result<(kernel::CaseNumber, kernel::text::FreeText), Vec<AnswerFault>> {
    let mut read = Typed::default();
    let number = body.number.parse().ok();
    if number.is_none() {
        read.wrong("number", AnswerWrong::Unanswered);
    }
    let text = read.text("text", &body.text, app.policy.longest_text);
    read.whole(number.zip(text))
}

fn yes_no(yes: bool) -> String {
    if yes { "yes" } else { "no" }.to_owned()
}
