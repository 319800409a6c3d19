//! Messages that services ask for.

use auth::Bearer;
use axum::{
    extract::{Path, State},
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
};
use kernel::Uuid;
use proto::message::{DeliveryState, DeliveryStatus, MessageStatus, NewMessage, Occasion as Named};
use serde::Serialize;
use utoipa::ToSchema;
use web::{BodyProblems, CallerProblems, Error, Json, RepeatKey, etag};

use crate::{
    App,
    actions::{self, Repeat},
    domain::{Occasion, State as Progress},
    http::parse,
    store::{KeptDelivery, KeptMessage},
};

/// What was taken in.
#[derive(Debug, Serialize, ToSchema)]
pub struct Accepted {
    pub id: Uuid,
}

/// Asks that somebody be told that something waits.
///
/// Who that is today is found out at once; the mails leave afterwards. There is no field for text, so nothing of a matter can
/// leave by mail. The same `Idempotency-Key` and the same body get the same answer and no second mail.
///
/// **Svenska:** Ber att någon ska få veta att något väntar. Vem det är i dag avgörs genast; mejlen går iväg efteråt. Det
/// finns inget fält för text, så inget ur ett ärende kan lämna systemet med mejl. Samma `Idempotency-Key` och samma kropp får
/// samma svar och inget andra mejl.
#[utoipa::path(
    post,
    path = "/api/v1/messages",
    tag = "messages",
    summary = "Tell somebody / Meddela någon",
    security(("bearer" = [])),
    params(("Idempotency-Key" = String, Header, description = "The caller's name for this request, 1–200 visible ASCII characters. \
        Anroparens namn på denna begäran, 1–200 synliga ASCII-tecken.", example = "019a0000-0000-7000-8000-000000000009")),
    request_body(content = NewMessage, description = "Who, why, and which matter. Vem, varför och vilket ärende.",
        example = json!({
            "occasion": "task_waits",
            "recipient": { "kind": "person", "person_id": "019a0000-0000-7000-8000-000000000004" },
            "case_number": "7KM4-Q2XP",
            "due_on": "2026-12-01",
            "link_to": "complaints"
        })),
    responses(
        (status = 202, description = "Taken in. Mottaget.", body = Accepted,
            headers(("Location" = String, description = "Where to ask what became of it. Adressen där man kan fråga hur det gick.")),
            example = json!({ "id": "019a0000-0000-7000-8000-000000000005" })),
        (status = 409, description = "The same request is being answered. Samma begäran besvaras just nu.",
            body = web::Problem, content_type = "application/problem+json"),
        CallerProblems,
        BodyProblems,
    ),
)]
pub async fn take_in(
    State(app): State<App>,
    bearer: Bearer,
    RepeatKey(key): RepeatKey,
    Json(sent): Json<NewMessage>,
) -> Result<Response, Error> {
    let from = bearer.service()?;
    let request = serde_json::to_vec(&sent).map_err(|error| Error::Internal(error.into()))?;
    let message = parse::new_message(sent, &app.inside.ring).map_err(Error::Invalid)?;
    let id = actions::take_in(&app, from, Repeat::new(from, &key, &request), message).await?.as_uuid();
    let location = [(header::LOCATION, format!("/api/v1/messages/{id}"))];
    Ok((StatusCode::ACCEPTED, location, axum::Json(Accepted { id })).into_response())
}

/// What became of a message.
///
/// Only the service that asked for it can see it. No address and no name is told. With `If-None-Match` the answer is 304 when
/// nothing has happened since.
///
/// **Svenska:** Hur det gick med ett meddelande. Bara den tjänst som bad om det kan se det. Varken adress eller namn lämnas
/// ut. Med `If-None-Match` blir svaret 304 när inget har hänt sedan dess.
#[utoipa::path(
    get,
    path = "/api/v1/messages/{id}",
    tag = "messages",
    summary = "What became of it / Hur det gick",
    security(("bearer" = [])),
    params(
        ("id" = Uuid, Path, description = "The id that was answered. Det id som gavs som svar.",
            example = "019a0000-0000-7000-8000-000000000005"),
        ("If-None-Match" = Option<String>, Header, description = "The ETag of what the caller has. ETag för det anroparen har.",
            example = "\"0123456789abcdef0123456789abcdef\""),
    ),
    responses(
        (status = 200, description = "The message and its mails. Meddelandet och dess mejl.", body = MessageStatus,
            headers(("ETag" = String, description = "Names this version. Anger den här versionen.")),
            example = json!({
                "id": "019a0000-0000-7000-8000-000000000005",
                "occasion": "task_waits",
                "case_number": "7KM4-Q2XP",
                "received_at": "2026-11-21T09:00:00Z",
                "deliveries": [{
                    "id": "019a0000-0000-7000-8000-000000000006",
                    "state": "sent",
                    "attempts": 1,
                    "last_attempt_at": "2026-11-21T09:00:01Z"
                }]
            })),
        (status = 304, description = "Nothing has happened since. Inget har hänt sedan dess."),
        (status = 404, description = "Not there, or another service's. Finns inte, eller är en annan tjänsts.",
            body = web::Problem, content_type = "application/problem+json"),
        CallerProblems,
    ),
)]
pub async fn message(
    State(app): State<App>,
    bearer: Bearer,
    headers: HeaderMap,
    path: Result<Path<Uuid>, axum::extract::rejection::PathRejection>,
) -> Result<Response, Error> {
    let from = bearer.service()?;
    // What is no id is not there either.
    let Path(id) = path.map_err(|_| Error::NotFound)?;
    let kept = app.store.message_of(from, id.into()).await.map_err(|error| Error::Internal(error.into()))?;
    let status = status(kept.ok_or(Error::NotFound)?);
    let document = serde_json::to_vec(&status).map_err(|error| Error::Internal(error.into()))?;
    let tag = etag::of(&document);
    Ok(etag::answer(&headers, &tag, ([(header::CONTENT_TYPE, "application/json")], document)))
}

fn status(message: KeptMessage) -> MessageStatus {
    MessageStatus {
        id: message.id.as_uuid(),
        occasion: occasion(message.occasion),
        case_number: message.case_number,
        received_at: message.received_at,
        deliveries: message.deliveries.iter().map(delivery).collect(),
    }
}

fn delivery(delivery: &KeptDelivery) -> DeliveryStatus {
    let state = match delivery.state {
        Progress::Waiting => DeliveryState::Waiting,
        Progress::Sent => DeliveryState::Sent,
        Progress::Refused => DeliveryState::Refused,
    };
    DeliveryStatus {
        id: delivery.id.as_uuid(),
        state,
        attempts: delivery.attempts,
        last_attempt_at: delivery.last_attempt_at,
    }
}

const fn occasion(occasion: Occasion) -> Named {
    match occasion {
        Occasion::NewMatter => Named::NewMatter,
        Occasion::TaskWaits => Named::TaskWaits,
        Occasion::NewMessage => Named::NewMessage,
        Occasion::AnswerReady => Named::AnswerReady,
        Occasion::Received => Named::Received,
        Occasion::Decided => Named::Decided,
        Occasion::TargetNears => Named::TargetNears,
        Occasion::TargetPassed => Named::TargetPassed,
        Occasion::Absence => Named::Absence,
    }
}
