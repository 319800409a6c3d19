//! Sending a complaint.

use axum::{
    Json as JsonAnswer,
    extract::State,
    http::{StatusCode, header},
    response::IntoResponse,
};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;
use web::{BodyProblems, Error, Json, RepeatKey};

use crate::{
    PublicApp,
    actions::{self, Repeat, Submitted},
    domain::{Channel, Intake, Kind, NewComplaint, Relation},
    http::faults,
};

/// What is sent. Only `text` is required.
#[derive(Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct SubmittedComplaint {
    /// In any language, at most 20,000 characters; kept to the letter.
    #[schema(
        min_length = 1,
        max_length = 20000,
        example = "I torsdags kom bussen 50 minuter för sent och ingen ringde."
    )]
    text: String,
    /// The unit it is about; of `GET /api/v1/units`.
    #[serde(default)]
    unit_id: Option<Uuid>,
    /// Whether it is about the manager of the unit, who then may not know of it. False when it is left out.
    #[serde(default)]
    about_manager: bool,
    /// `complaint` when it is left out.
    #[serde(default)]
    kind: Option<Kind>,
    /// `unknown` when it is left out.
    #[serde(default)]
    relation: Option<Relation>,
    #[serde(default)]
    contact: Option<SenderContact>,
    /// Whether the sender wants an answer. True when it is left out.
    #[serde(default)]
    wants_answer: Option<bool>,
    /// A language tag; `sv` when it is left out.
    #[serde(default)]
    #[schema(example = "sv")]
    language: Option<String>,
    /// The ids that `POST /api/v1/complaints/attachments` gave.
    #[serde(default)]
    #[schema(max_items = 10)]
    attachments: Vec<String>,
}

/// How the sender can be reached. Sealed at once; a mail to the address says only that something waits.
#[derive(Serialize, Deserialize, ToSchema, Default)]
#[serde(deny_unknown_fields)]
pub(crate) struct SenderContact {
    #[serde(default)]
    #[schema(example = "Karin Testberg")]
    name: Option<String>,
    #[serde(default)]
    #[schema(example = "karin@example.org")]
    email: Option<String>,
    #[serde(default)]
    #[schema(example = "070-174 06 11")]
    phone: Option<String>,
    /// How and when they would rather be reached.
    #[serde(default)]
    #[schema(example = "Ring efter klockan 15.")]
    reach: Option<String>,
    /// The language they need an interpreter for.
    #[serde(default)]
    #[schema(example = "tigrinja")]
    interpreter: Option<String>,
    /// Whether they want to read easy Swedish.
    #[serde(default)]
    easy_read: bool,
}

/// What the sender gets.
#[derive(Serialize, ToSchema)]
#[expect(clippy::struct_field_names, reason = "the wire's names")]
pub(crate) struct Received {
    /// For talking about the matter. It opens nothing.
    #[schema(example = "7KM4-Q2XP")]
    case_number: String,
    /// Opens the dialogue. Shown this once; it cannot be had again.
    #[schema(example = "4T9XK-7M2QD-HN5WJ-0R8BC-EPV3A")]
    receipt: String,
    received_at: DateTime<Utc>,
}

/// Takes in a complaint, a view or praise.
///
/// Nobody has to say who they are. When the answer comes, it is kept for good. The receipt is a secret of the sender: it opens
/// the dialogue and nothing else does.
///
/// **Svenska:** Tar emot ett klagomål, en synpunkt eller beröm. Ingen behöver säga vem de är. När svaret kommer är ärendet
/// sparat. Kvittokoden är avsändarens hemlighet: den öppnar dialogen, och inget annat gör det.
#[utoipa::path(
    post,
    path = "/api/v1/complaints",
    tag = "complaints",
    summary = "Send a complaint / Skicka ett klagomål",
    params(("Idempotency-Key" = String, Header, description = "1–200 characters of the caller's choice. The same key with the same \
        body gets the same answer. 1–200 tecken som den som anropar väljer. Samma nyckel med samma innehåll ger samma svar.",
        example = "019a0000-0000-7000-8000-000000000001")),
    request_body(content = SubmittedComplaint, description = "What is sent; only `text` is required. Det som skickas; bara `text` \
        krävs.", example = json!({"text": "I torsdags kom bussen 50 minuter för sent och ingen ringde."})),
    responses(
        (status = 201, description = "It is received. Det är mottaget.", body = Received,
            headers(("Location" = String, description = "Where the dialogue is opened. Där dialogen öppnas.")),
            example = json!({"case_number": "7KM4-Q2XP", "receipt": "4T9XK-7M2QD-HN5WJ-0R8BC-EPV3A",
                "received_at": "2026-11-21T09:00:00Z"})),
        super::PublicProblems,
        BodyProblems,
    ),
)]
pub(crate) async fn submit(
    State(app): State<PublicApp>,
    RepeatKey(key): RepeatKey,
    Json(body): Json<SubmittedComplaint>,
) -> Result<impl IntoResponse, Error> {
    let request = serde_json::to_vec(&body).map_err(|error| Error::Internal(error.into()))?;
    let register = app.ground.directory.now();
    let new =
        NewComplaint::parse(&body.into(), Channel::Api, &register, &app.policy).map_err(faults::intake)?;
    let submitted = actions::submit(&app, new, &Repeat::new("submit", &key, &request)).await?;
    let location = [(header::LOCATION, super::DIALOGUE)];
    Ok((StatusCode::CREATED, location, JsonAnswer(Received::from(submitted))))
}

impl From<SubmittedComplaint> for Intake {
    fn from(body: SubmittedComplaint) -> Self {
        let SubmittedComplaint {
            text,
            unit_id,
            about_manager,
            kind,
            relation,
            contact,
            wants_answer,
            language,
            attachments,
        } = body;
        let SenderContact { name, email, phone, reach, interpreter, easy_read } = contact.unwrap_or_default();
        Self {
            text,
            unit_id: unit_id.map(|id| id.to_string()).unwrap_or_default(),
            about_manager,
            kind: kind.map(|kind| kind.to_string()).unwrap_or_default(),
            relation: relation.map(|relation| relation.to_string()).unwrap_or_default(),
            name: name.unwrap_or_default(),
            email: email.unwrap_or_default(),
            phone: phone.unwrap_or_default(),
            reach: reach.unwrap_or_default(),
            interpreter: interpreter.unwrap_or_default(),
            easy_read,
            wants_answer,
            language: language.unwrap_or_default(),
            attachments,
        }
    }
}

impl From<Submitted> for Received {
    fn from(submitted: Submitted) -> Self {
        Self {
            case_number: submitted.number.to_string(),
            receipt: submitted.receipt.reveal().to_owned(),
            received_at: submitted.received_at,
        }
    }
}
