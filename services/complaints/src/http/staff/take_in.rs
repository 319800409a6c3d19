//! Taking down what somebody was told, and the entry it gets in the register.

use axum::{
    Json as JsonAnswer,
    extract::State,
    http::{StatusCode, header},
    response::IntoResponse,
};
use chrono::{DateTime, Utc};
use kernel::calendar::swedish_time;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;
use web::{BodyProblems, CallerProblems, Error, Json, RepeatKey};

use super::{
    caller::{AtVersion, Caller, Done, OfComplaint, person},
    refusal::{ChangeProblems, Refusal},
};
use crate::{
    StaffApp,
    actions::{self, Repeat},
    domain::{Channel, DiaryLine, Intake, Kind, Relation, SecrecyGround, TakesIn, Told, TypedTold},
    http::faults,
};

/// What somebody at work was told, or what came by letter or mail.
#[derive(Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct TakenDown {
    /// `phone`, `visit`, `letter` or `e_mail`.
    channel: Channel,
    /// When it reached the authority; it counts as received then (FL 22 §).
    told_at: DateTime<Utc>,
    #[schema(min_length = 1, max_length = 20000)]
    text: String,
    #[serde(default)]
    unit_id: Option<Uuid>,
    /// Whether it is about the manager of the unit, who then may not know of it.
    #[serde(default)]
    about_manager: bool,
    #[serde(default)]
    kind: Option<Kind>,
    #[serde(default)]
    relation: Option<Relation>,
    #[serde(default)]
    name: String,
    #[serde(default)]
    email: String,
    #[serde(default)]
    phone: String,
    /// How and when they would rather be reached.
    #[serde(default)]
    reach: String,
    /// The language they need an interpreter for.
    #[serde(default)]
    interpreter: String,
    /// Whether they want to read easy Swedish.
    #[serde(default)]
    easy_read: bool,
    #[serde(default)]
    wants_answer: Option<bool>,
    #[serde(default)]
    language: String,
    /// Scanned letters: the ids that `POST /api/v1/complaints/attachments` of the public half gave.
    #[serde(default)]
    #[schema(max_items = 10)]
    attachments: Vec<String>,
}

/// What the one who told gets, if they want it.
#[derive(Serialize, ToSchema)]
pub(crate) struct ReceiptForTeller {
    #[schema(example = "7KM4-Q2XP")]
    case_number: String,
    /// Opens the dialogue. Shown this once; it cannot be had again.
    #[schema(example = "4T9XK-7M2QD-HN5WJ-0R8BC-EPV3A")]
    receipt: String,
    received_at: DateTime<Utc>,
}

/// An entry of the register.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Entry {
    line: DiaryLine,
    /// Left out: no mark.
    #[serde(default)]
    mark: Option<SecrecyGround>,
}

/// Takes down what somebody was told, in the same record as what is sent by form (FL 27 §). Staff do so for their unit, the contact
/// centre for any; neither reads it afterwards.
///
/// **Svenska:** Skriver ner det någon har berättat, i samma register som det som skickas med formulär. Personal gör det för sin enhet,
/// kontaktcenter för alla; ingen av dem läser det efteråt.
#[utoipa::path(
    post,
    path = "/api/v1/complaints",
    tag = "complaints",
    summary = "Take down / Skriv ner",
    security(("bearer" = [])),
    params(("Idempotency-Key" = String, Header, description = "1–200 characters of the caller's choice. 1–200 tecken som den som \
        anropar väljer.", example = "019a0000-0000-7000-8000-000000000001")),
    request_body(content = TakenDown, example = json!({"channel": "phone", "told_at": "2026-11-20T15:45:00Z",
        "text": "Hon berättar att bussen kom för sent."})),
    responses(
        (status = 201, description = "It is received. Det är mottaget.", body = ReceiptForTeller,
            headers(("Location" = String, description = "The list it stands in. Listan det står i.")),
            example = json!({"case_number": "7KM4-Q2XP", "receipt": "4T9XK-7M2QD-HN5WJ-0R8BC-EPV3A",
                "received_at": "2026-11-20T15:45:00Z"})),
        (status = 409, description = "The same request is under way. Samma begäran pågår.", body = web::Problem,
            content_type = "application/problem+json"),
        CallerProblems,
        BodyProblems,
    ),
)]
pub(crate) async fn take_in(
    State(app): State<StaffApp>,
    bearer: auth::Bearer,
    RepeatKey(key): RepeatKey,
    Json(body): Json<TakenDown>,
) -> Result<impl IntoResponse, Error> {
    let person = person(&app, bearer).await?;
    if TakesIn::of(&person).is_none() {
        return Err(Error::Forbidden);
    }
    let request = serde_json::to_vec(&body).map_err(|error| Error::Internal(error.into()))?;
    let register = app.inside.ground.directory.now();
    let told = Told::parse(&body.into(), &register, app.now(), &app.policy).map_err(faults::answers)?;
    let repeat = Repeat::new("take in", &format!("{} {key}", person.id), &request);
    let taken = actions::take_in(&app, &person, told, &repeat).await?;
    let answer = ReceiptForTeller {
        case_number: taken.number.to_string(),
        receipt: taken.receipt.reveal().to_owned(),
        received_at: taken.received_at,
    };
    Ok((StatusCode::CREATED, [(header::LOCATION, "/api/v1/complaints")], JsonAnswer(answer)))
}

/// Another line or mark for an entry of the register (OSL 5:2, 5:5). The number stays.
///
/// **Svenska:** En annan rad eller markering i diariet. Numret är detsamma.
#[utoipa::path(
    post,
    path = "/api/v1/complaints/{id}/correct-entry",
    tag = "verbs",
    summary = "Change the entry / Ändra raden",
    security(("bearer" = [])),
    params(OfComplaint, AtVersion),
    request_body(content = Entry, example = json!({"line": "Skrivelse, korttidstillsyn", "mark": "OSL 26:1"})),
    responses(Done, ChangeProblems, CallerProblems, BodyProblems),
)]
pub(crate) async fn correct_entry(
    State(app): State<StaffApp>,
    caller: Caller,
    Json(body): Json<Entry>,
) -> Result<impl IntoResponse, Refusal> {
    actions::correct_entry(&app, caller.at(), body.line, body.mark).await?;
    Ok(caller.done())
}

impl From<TakenDown> for TypedTold {
    fn from(body: TakenDown) -> Self {
        let told_at = swedish_time(body.told_at);
        Self {
            channel: body.channel.to_string(),
            told_on: told_at.date().to_string(),
            told_at: told_at.format("%H:%M").to_string(),
            intake: Intake {
                text: body.text,
                unit_id: body.unit_id.map(|unit| unit.to_string()).unwrap_or_default(),
                about_manager: body.about_manager,
                kind: body.kind.map(|kind| kind.to_string()).unwrap_or_default(),
                relation: body.relation.map(|relation| relation.to_string()).unwrap_or_default(),
                name: body.name,
                email: body.email,
                phone: body.phone,
                reach: body.reach,
                interpreter: body.interpreter,
                easy_read: body.easy_read,
                wants_answer: body.wants_answer,
                language: body.language,
                attachments: body.attachments,
            },
        }
    }
}
