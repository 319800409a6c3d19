//! Coming back with a receipt.

use axum::{
    Json as JsonAnswer,
    extract::State,
    http::{StatusCode, header},
    response::IntoResponse,
};
use chrono::{DateTime, NaiveDate, Utc};
use kernel::text::FreeText;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;
use web::{BodyProblems, Error, Json, RepeatKey};

use crate::{
    PublicApp,
    actions::{self, Repeat},
    domain::{Dialogue, Direction, FileEntry, Level, LiesWith, Message, MessageKind, Status, Wish},
    http::faults,
};

/// The receipt, in the body and never in an address.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ShownReceipt {
    /// However it is typed: upper or lower case, with or without hyphens.
    #[schema(example = "4T9XK-7M2QD-HN5WJ-0R8BC-EPV3A")]
    receipt: String,
}

/// What the sender writes.
#[derive(Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct SendersMessage {
    #[schema(example = "4T9XK-7M2QD-HN5WJ-0R8BC-EPV3A")]
    receipt: String,
    #[schema(min_length = 1, max_length = 20000, example = "Det hände igen i går.")]
    text: String,
    /// The sender is not satisfied with the answer: the level above is to look at it, and inquires anew.
    #[serde(default)]
    next_level: bool,
}

/// What the holder of the receipt may see.
#[derive(Serialize, ToSchema)]
pub(crate) struct OpenedDialogue {
    #[schema(example = "7KM4-Q2XP")]
    case_number: String,
    status: Status,
    /// Who has it: a name and title, or which level while nobody handles it. Missing when nobody has it any more.
    lies_with: Option<WhoHasIt>,
    received_at: DateTime<Utc>,
    /// The day by which the unit means to answer. Its own target: no law sets one.
    answer_by: NaiveDate,
    wants_answer: bool,
    /// Whether the sender can ask the level above to look at the answer.
    has_next_level: bool,
    /// The matter is also handled under the rules for misconduct. More is not told here.
    handled_as_misconduct: bool,
    /// Oldest first.
    messages: Vec<SaidMessage>,
    attachments: Vec<SentAttachment>,
}

#[derive(Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum WhoHasIt {
    #[schema(example = "Maja Lindqvist, gruppchef")]
    Person(String),
    Level(Level),
}

#[derive(Serialize, ToSchema)]
pub(crate) struct SaidMessage {
    id: Uuid,
    from: Direction,
    kind: MessageKind,
    /// Name and title of the one who wrote for the unit.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "Maja Lindqvist, gruppchef")]
    author: Option<String>,
    #[schema(example = "Tack för att du skrev.")]
    text: String,
    written_at: DateTime<Utc>,
}

#[derive(Serialize, ToSchema)]
pub(crate) struct SentAttachment {
    id: Uuid,
    #[schema(example = "bild.jpg")]
    name: String,
    from: Direction,
    #[schema(example = "image/jpeg")]
    content_type: &'static str,
    #[schema(example = 48_213)]
    size: i64,
    /// Whether it may be opened: the virus scanner may not have seen it yet, or has found something.
    can_be_opened: bool,
}

/// Opens the dialogue of the one complaint that the receipt belongs to.
///
/// A receipt that opens nothing is answered 404, in whatever way it is wrong.
///
/// **Svenska:** Öppnar dialogen i det ärende som kvittokoden hör till. En kod som inte öppnar något får svaret 404, hur den än är
/// fel.
#[utoipa::path(
    post,
    path = "/api/v1/dialogue",
    tag = "dialogue",
    summary = "Open the dialogue / Öppna dialogen",
    request_body(content = ShownReceipt, description = "The receipt. Kvittokoden.",
        example = json!({"receipt": "4T9XK-7M2QD-HN5WJ-0R8BC-EPV3A"})),
    responses(
        (status = 200, description = "Where it stands and what has been said. Var ärendet står och vad som har sagts.",
            body = OpenedDialogue, example = json!({
                "case_number": "7KM4-Q2XP", "status": "handled", "received_at": "2026-11-21T09:00:00Z",
                "answer_by": "2026-12-04", "wants_answer": true, "has_next_level": false, "handled_as_misconduct": false,
                "messages": [{"id": "019a0000-0000-7000-8000-000000000001", "from": "sender", "kind": "original",
                    "text": "I torsdags kom bussen 50 minuter för sent.", "written_at": "2026-11-21T09:00:00Z"}],
                "attachments": []})),
        super::PublicProblems,
        super::NothingThere,
        BodyProblems,
    ),
)]
pub(crate) async fn open(
    State(app): State<PublicApp>,
    Json(body): Json<ShownReceipt>,
) -> Result<JsonAnswer<OpenedDialogue>, Error> {
    let dialogue = actions::open_dialogue(&app, &body.receipt).await?;
    let lies_with = dialogue.lies_with.and_then(|with| WhoHasIt::of(&app, with));
    Ok(JsonAnswer(OpenedDialogue { lies_with, ..dialogue.into() }))
}

/// Adds to the dialogue. Those who handle the complaint are told that something waits.
///
/// **Svenska:** Lägger till något i dialogen. De som handlägger ärendet får veta att något väntar.
#[utoipa::path(
    post,
    path = "/api/v1/dialogue/messages",
    tag = "dialogue",
    summary = "Write again / Skriv igen",
    params(("Idempotency-Key" = String, Header, description = "As for a complaint. Som för ett klagomål.",
        example = "019a0000-0000-7000-8000-000000000003")),
    request_body(content = SendersMessage, description = "The receipt and what is said. Kvittokoden och det som sägs.",
        example = json!({"receipt": "4T9XK-7M2QD-HN5WJ-0R8BC-EPV3A", "text": "Det hände igen i går."})),
    responses(
        (status = 201, description = "It is in the dialogue. Det står i dialogen.",
            headers(("Location" = String, description = "Where the dialogue is opened. Där dialogen öppnas."))),
        (status = 409, description = "The complaint has been disposed of, or there is no answer that the level above can look at. Ärendet är gallrat, eller det finns inget svar för nästa chef att pröva.",
            body = web::Problem, content_type = "application/problem+json"),
        super::PublicProblems,
        super::NothingThere,
        BodyProblems,
    ),
)]
pub(crate) async fn write_again(
    State(app): State<PublicApp>,
    RepeatKey(key): RepeatKey,
    Json(body): Json<SendersMessage>,
) -> Result<impl IntoResponse, Error> {
    let request = serde_json::to_vec(&body).map_err(|error| Error::Internal(error.into()))?;
    let text =
        FreeText::parse(&body.text, app.policy.longest_text).map_err(|fault| faults::text("/text", fault))?;
    let repeat = Repeat::new("write again", &key, &request);
    let wish = if body.next_level { Wish::NextLevel } else { Wish::Message };
    actions::write_again(&app, &body.receipt, text, wish, &repeat).await?;
    Ok((StatusCode::CREATED, [(header::LOCATION, super::DIALOGUE)]))
}

impl WhoHasIt {
    fn of(app: &PublicApp, with: LiesWith) -> Option<Self> {
        match with {
            LiesWith::Person(id) => app.ground.directory.now().signature(id).map(Self::Person),
            LiesWith::Level(level, _) => Some(Self::Level(level)),
        }
    }
}

impl From<Dialogue> for OpenedDialogue {
    fn from(dialogue: Dialogue) -> Self {
        Self {
            case_number: dialogue.number.to_string(),
            status: dialogue.status,
            lies_with: None,
            received_at: dialogue.received_at,
            answer_by: dialogue.answer_by,
            wants_answer: dialogue.wants_answer,
            has_next_level: dialogue.has_next_level,
            handled_as_misconduct: dialogue.handled_as_misconduct,
            messages: dialogue.messages.into_iter().map(SaidMessage::from).collect(),
            attachments: dialogue.files.into_iter().map(SentAttachment::from).collect(),
        }
    }
}

impl From<Message> for SaidMessage {
    fn from(message: Message) -> Self {
        let Message { id, from, kind, author, text, written_at } = message;
        Self { id: id.as_uuid(), from, kind, author, text, written_at }
    }
}

impl From<FileEntry> for SentAttachment {
    fn from(file: FileEntry) -> Self {
        let FileEntry { id, name, from, kind, size, held } = file;
        Self { id: id.as_uuid(), name, from, content_type: kind.word(), size, can_be_opened: held.is_none() }
    }
}
