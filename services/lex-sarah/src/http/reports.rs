//! Reporting, and one's own reports.

use auth::Bearer;
use axum::{
    Json as JsonAnswer,
    extract::State,
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
};
use chrono::{DateTime, Utc};
use kernel::Uuid;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use vault::Token;
use web::{BodyProblems, CallerProblems, Error, Json, RepeatKey, etag};

use super::{
    CreationProblems,
    window::{Paging, Window},
    wire::{Listing, OwnReport},
};
use crate::{
    App,
    actions::{self, Failed, Receipt, Repeat},
    domain::{Channel, Happened, NewReport, Told},
};

/// What somebody has noticed. Nothing asks how serious it is.
#[derive(Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReportBody {
    /// What happened, or could happen. At most 20,000 characters; kept to the letter.
    #[schema(
        min_length = 1,
        max_length = 20000,
        example = "En ungdom lämnades ensam vid grinden i tio minuter."
    )]
    text: String,
    /// Where the caller works. May be left out by those who work at one unit.
    #[serde(default)]
    unit_id: Option<Uuid>,
    #[serde(default)]
    happened: Option<Happened>,
    /// In the caller's own words.
    #[serde(default)]
    #[schema(max_length = 200, example = "i tisdags vid tre")]
    happened_when: Option<String>,
    /// What was done at once.
    #[serde(default)]
    #[schema(max_length = 20000, example = "Vi gick ut till honom och ringde hem.")]
    acted: Option<String>,
    /// Whether it is about the caller's nearest manager, who is then kept out of it.
    #[serde(default)]
    concerns_manager: bool,
}

/// What the reporter gets.
#[derive(Serialize, ToSchema)]
pub struct ReceiptBody {
    id: Uuid,
    #[schema(example = "7KM4-Q2XP")]
    case_number: String,
    received_at: DateTime<Utc>,
}

/// Reports a misconduct or a tangible risk of one (LSS 24 b §).
///
/// By anyone who works in the activity, for a unit where they work. It is registered at once. Nobody grades it here.
///
/// **Svenska:** Rapporterar ett missförhållande eller en påtaglig risk för ett (24 b § LSS). Den som arbetar i verksamheten
/// rapporterar för en enhet där hen arbetar. Rapporten registreras genast. Ingen bedömer här hur allvarligt det är.
#[utoipa::path(
    post,
    path = "/api/v1/reports",
    tag = "reports",
    summary = "Report a misconduct / Rapportera ett missförhållande",
    security(("bearer" = [])),
    params(("Idempotency-Key" = String, Header, description = "1–200 characters of the caller's choice. The same key with the same \
        body is one report. 1–200 tecken som den som anropar väljer. Samma nyckel med samma innehåll är en rapport.",
        example = "019a0000-0000-7000-8000-000000000001")),
    request_body(content = ReportBody, description = "What is reported; only `text` is required of those who work at one unit. Det \
        som rapporteras; bara `text` krävs av den som arbetar på en enhet.",
        example = json!({"text": "En ungdom lämnades ensam vid grinden i tio minuter.", "happened": "earlier_today"})),
    responses(
        (status = 201, description = "It is received and registered. Den är mottagen och registrerad.", body = ReceiptBody,
            headers(("Location" = String, description = "The report. Rapporten.")),
            example = json!({"id": "019a0000-0000-7000-8000-000000000002", "case_number": "7KM4-Q2XP",
                "received_at": "2026-11-21T09:00:00Z"})),
        CallerProblems,
        BodyProblems,
        CreationProblems,
    ),
)]
pub async fn report(
    State(app): State<App>,
    caller: Bearer,
    RepeatKey(key): RepeatKey,
    Json(body): Json<ReportBody>,
) -> Result<impl IntoResponse, Error> {
    let person = caller.person()?;
    if !person.performs_tasks() {
        return Err(Error::Forbidden);
    }
    let request = serde_json::to_vec(&body).map_err(|error| Error::Internal(error.into()))?;
    let repeat = Repeat {
        key: Token::chosen(&[b"api", person.id.as_uuid().as_bytes(), key.as_bytes()]),
        request: Token::chosen(&[&request]),
    };
    let new = NewReport::parse(&body.into(), &person.units_of_work(), Channel::Api, app.now(), &app.policy)
        .map_err(Failed::from)?;
    let receipt = actions::report(&app, &person, &new, &repeat).await?;
    let location = [(header::LOCATION, format!("/api/v1/cases/{}", receipt.id))];
    Ok((StatusCode::CREATED, location, JsonAnswer(ReceiptBody::from(receipt))))
}

/// The caller's own reports, newest first.
///
/// Each with how far it has come in one of three words, and never how it was judged.
///
/// **Svenska:** De egna rapporterna, den senaste först. Var och en med hur långt den har kommit i ett av tre ord, aldrig hur den
/// bedömdes.
#[utoipa::path(
    get,
    path = "/api/v1/reports",
    tag = "reports",
    summary = "One's own reports / De egna rapporterna",
    security(("bearer" = [])),
    params(Paging),
    responses(
        (status = 200, description = "A page of them. En sida av dem.", body = Listing<OwnReport>,
            headers(("ETag" = String, description = "Names this very answer. Betecknar just det här svaret.")),
            example = json!({"items": [{"id": "019a0000-0000-7000-8000-000000000002", "case_number": "7KM4-Q2XP",
                "unit_id": "01900000-0000-7000-8000-000000000001", "received_at": "2026-11-21T09:00:00Z",
                "status": "received"}], "limit": 20, "page": 1, "more": false})),
        (status = 304, description = "The caller has it already. Den som anropar har det redan."),
        (status = 400, description = "No such page. Ingen sådan sida.", body = web::Problem,
            content_type = "application/problem+json"),
        CallerProblems,
    ),
)]
pub async fn own(
    State(app): State<App>,
    caller: Bearer,
    headers: HeaderMap,
    Window(window): Window,
) -> Result<Response, Error> {
    let person = caller.person()?;
    let lines = app.store.reports_of(person.id, window).await.map_err(Failed::from)?;
    tagged(&headers, &Listing::of(lines, window, OwnReport::from))
}

/// A document under a tag made from its content.
pub fn tagged(headers: &HeaderMap, document: &impl Serialize) -> Result<Response, Error> {
    let bytes = serde_json::to_vec(document).map_err(|error| Error::Internal(error.into()))?;
    let tag = etag::of(&bytes);
    let json = ([(header::CONTENT_TYPE, "application/json")], bytes);
    Ok(etag::answer(headers, &tag, json))
}

impl From<ReportBody> for Told {
    fn from(body: ReportBody) -> Self {
        let ReportBody { text, unit_id, happened, happened_when, acted, concerns_manager } = body;
        Self {
            text,
            unit: unit_id.map(Into::into),
            happened: happened.map(Happened::code).unwrap_or_default().to_owned(),
            happened_when: happened_when.unwrap_or_default(),
            acted: acted.unwrap_or_default(),
            concerns_manager,
        }
    }
}

impl From<Receipt> for ReceiptBody {
    fn from(receipt: Receipt) -> Self {
        Self {
            id: receipt.id.as_uuid(),
            case_number: receipt.number.to_string(),
            received_at: receipt.received_at,
        }
    }
}
