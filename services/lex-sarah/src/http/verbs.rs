//! Changing a case: one address a verb. The change names the version it is made to, so a repeat is refused.

use auth::{Bearer, Person};
use axum::{
    extract::State,
    http::{HeaderMap, header},
    response::{IntoResponse, Response},
};
use kernel::Uuid;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{BodyProblems, CallerProblems, Error, Json, etag::IfMatch};

use super::{ChangeProblems, cases::answer, wire::CaseDocument};
use crate::{
    App, actions,
    at::At,
    domain::{CaseId, Grade, Kind, Similar, TypedCompletion, TypedDecision, TypedEntry},
};

/// The investigator takes the case.
#[derive(Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TakeBody {
    /// That nothing ties the caller to the people in the case (rule G.2). Must be true.
    #[schema(example = true)]
    free_of_conflict: bool,
}

#[derive(Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ProtectBody {
    /// What was done at once, and when.
    #[schema(min_length = 1, max_length = 20000, example = "En vuxen går vid hans sida från och med nu.")]
    text: String,
}

#[derive(Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PlanBody {
    /// Whom to hear, what to read, by when.
    #[schema(
        min_length = 1,
        max_length = 20000,
        example = "Samtal med dem som arbetade. Läsa schemat för dagen."
    )]
    plan: String,
}

/// A piece of the inquiry. It cannot be changed; a correction is a new one that names it.
#[derive(Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct EntryBody {
    /// One of the ten points of SOSFS 2011:5 ch. 5.
    #[schema(minimum = 1, maximum = 10, example = 1)]
    section: u8,
    kind: Kind,
    /// Where it comes from; needed unless it is not known.
    #[serde(default)]
    #[schema(max_length = 200, example = "samtal med personal 2")]
    source: Option<String>,
    #[schema(min_length = 1, max_length = 20000, example = "Ungdomen var ensam vid grinden i tio minuter.")]
    text: String,
    /// The entry it corrects.
    #[serde(default)]
    corrects: Option<Uuid>,
}

#[derive(Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CompletionBody {
    similar_before: Similar,
    proposed_grade: Grade,
    /// Why what could tell who somebody is must stay; needed when something was found.
    #[serde(default)]
    #[schema(max_length = 20000, example = "Numret går till enhetens växel.")]
    kept_because: Option<String>,
}

#[derive(Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DecisionBody {
    grade: Grade,
    #[schema(min_length = 1, max_length = 20000, example = "Händelsen ledde inte till någon fara.")]
    reasons: String,
    /// Whether IVO is notified. May be left out for the two serious grades, which are always notified.
    #[serde(default)]
    ivo_required: Option<bool>,
    /// By which delegation.
    #[schema(min_length = 1, max_length = 200, example = "Delegationsordningen 7.4")]
    delegation: String,
}

/// Takes a case that nobody investigates (L4).
///
/// By an investigator whom nothing ties to it. A key list is made.
///
/// **Svenska:** Tar ett ärende som ingen utreder. Görs av en utredare som inte är jävig. En kodnyckel skapas.
#[utoipa::path(
    post,
    path = "/api/v1/cases/{id}/take",
    tag = "cases",
    summary = "Take a case / Ta ett ärende",
    security(("bearer" = [])),
    params(
        ("id" = Uuid, Path, description = "The case. Ärendet.", example = "019a0000-0000-7000-8000-000000000002"),
        ("If-Match" = String, Header, description = "The version it is done to. Versionen det görs i.", example = "\"3\""),
    ),
    request_body(content = TakeBody, description = "What is done. Det som görs.", example = json!({"free_of_conflict": true})),
    responses(
        (status = 200, description = "The case as it is now. Ärendet som det är nu.", body = CaseDocument,
            headers(("ETag" = String, description = "The new version. Den nya versionen."))),
        CallerProblems,
        BodyProblems,
        ChangeProblems,
    ),
)]
pub async fn take(
    State(app): State<App>,
    caller: Bearer,
    At(id): At,
    IfMatch(version): IfMatch,
    Json(body): Json<TakeBody>,
) -> Result<Response, Error> {
    let person = caller.person()?;
    actions::take(&app, &person, id, version, body.free_of_conflict).await?;
    done(&app, &person, id).await
}

/// Records something that was done at once to protect somebody (L2).
///
/// By the receiver at the unit or the investigator.
///
/// **Svenska:** Antecknar något som har gjorts genast för att skydda någon. Görs av mottagaren på enheten eller utredaren.
#[utoipa::path(
    post,
    path = "/api/v1/cases/{id}/protect",
    tag = "cases",
    summary = "Record a protective measure / Anteckna en skyddsåtgärd",
    security(("bearer" = [])),
    params(
        ("id" = Uuid, Path, description = "The case. Ärendet.", example = "019a0000-0000-7000-8000-000000000002"),
        ("If-Match" = String, Header, description = "The version it is done to. Versionen det görs i.", example = "\"3\""),
    ),
    request_body(content = ProtectBody, description = "What is done. Det som görs.", example = json!({"text": "En vuxen går vid hans sida från och med nu."})),
    responses(
        (status = 200, description = "The case as it is now. Ärendet som det är nu.", body = CaseDocument,
            headers(("ETag" = String, description = "The new version. Den nya versionen."))),
        CallerProblems,
        BodyProblems,
        ChangeProblems,
    ),
)]
pub async fn protect(
    State(app): State<App>,
    caller: Bearer,
    At(id): At,
    IfMatch(version): IfMatch,
    Json(body): Json<ProtectBody>,
) -> Result<Response, Error> {
    let person = caller.person()?;
    actions::protect(&app, &person, id, version, &body.text).await?;
    done(&app, &person, id).await
}

/// Begins the inquiry, with a plan (L5).
///
/// By the investigator who has taken the case.
///
/// **Svenska:** Inleder utredningen med en plan. Görs av utredaren som har tagit ärendet.
#[utoipa::path(
    post,
    path = "/api/v1/cases/{id}/start-inquiry",
    tag = "cases",
    summary = "Begin the inquiry / Inled utredningen",
    security(("bearer" = [])),
    params(
        ("id" = Uuid, Path, description = "The case. Ärendet.", example = "019a0000-0000-7000-8000-000000000002"),
        ("If-Match" = String, Header, description = "The version it is done to. Versionen det görs i.", example = "\"3\""),
    ),
    request_body(content = PlanBody, description = "What is done. Det som görs.", example = json!({"plan": "Samtal med dem som arbetade. Läsa schemat för dagen."})),
    responses(
        (status = 200, description = "The case as it is now. Ärendet som det är nu.", body = CaseDocument,
            headers(("ETag" = String, description = "The new version. Den nya versionen."))),
        CallerProblems,
        BodyProblems,
        ChangeProblems,
    ),
)]
pub async fn start_inquiry(
    State(app): State<App>,
    caller: Bearer,
    At(id): At,
    IfMatch(version): IfMatch,
    Json(body): Json<PlanBody>,
) -> Result<Response, Error> {
    let person = caller.person()?;
    actions::start_inquiry(&app, &person, id, version, &body.plan).await?;
    done(&app, &person, id).await
}

/// Adds a piece to the inquiry (L7).
///
/// By the investigator who has taken the case. An inquiry that was complete must then be completed again.
///
/// **Svenska:** Lägger till en uppgift i utredningen. Görs av utredaren som har tagit ärendet. En utredning som var klar måste sedan göras klar igen.
#[utoipa::path(
    post,
    path = "/api/v1/cases/{id}/add-entry",
    tag = "cases",
    summary = "Add an entry / Lägg till en uppgift",
    security(("bearer" = [])),
    params(
        ("id" = Uuid, Path, description = "The case. Ärendet.", example = "019a0000-0000-7000-8000-000000000002"),
        ("If-Match" = String, Header, description = "The version it is done to. Versionen det görs i.", example = "\"3\""),
    ),
    request_body(content = EntryBody, description = "What is done. Det som görs.", example = json!({"section": 1, "kind": "fact", "source": "samtal med personal 2", "text": "Ungdomen var ensam vid grinden i tio minuter."})),
    responses(
        (status = 200, description = "The case as it is now. Ärendet som det är nu.", body = CaseDocument,
            headers(("ETag" = String, description = "The new version. Den nya versionen."))),
        CallerProblems,
        BodyProblems,
        ChangeProblems,
    ),
)]
pub async fn add_entry(
    State(app): State<App>,
    caller: Bearer,
    At(id): At,
    IfMatch(version): IfMatch,
    Json(body): Json<EntryBody>,
) -> Result<Response, Error> {
    let person = caller.person()?;
    actions::add_entry(&app, &person, id, version, &body.into()).await?;
    done(&app, &person, id).await
}

/// Says that the inquiry is complete.
///
/// All ten points must say something, and what could tell who somebody is must be gone or explained.
///
/// **Svenska:** Säger att utredningen är klar. Alla tio punkter måste ha text, och uppgifter som kan röja någon måste vara borta eller motiverade.
#[utoipa::path(
    post,
    path = "/api/v1/cases/{id}/complete-inquiry",
    tag = "cases",
    summary = "Complete the inquiry / Gör utredningen klar",
    security(("bearer" = [])),
    params(
        ("id" = Uuid, Path, description = "The case. Ärendet.", example = "019a0000-0000-7000-8000-000000000002"),
        ("If-Match" = String, Header, description = "The version it is done to. Versionen det görs i.", example = "\"3\""),
    ),
    request_body(content = CompletionBody, description = "What is done. Det som görs.", example = json!({"similar_before": "no", "proposed_grade": "misconduct"})),
    responses(
        (status = 200, description = "The case as it is now. Ärendet som det är nu.", body = CaseDocument,
            headers(("ETag" = String, description = "The new version. Den nya versionen."))),
        CallerProblems,
        BodyProblems,
        ChangeProblems,
    ),
)]
pub async fn complete_inquiry(
    State(app): State<App>,
    caller: Bearer,
    At(id): At,
    IfMatch(version): IfMatch,
    Json(body): Json<CompletionBody>,
) -> Result<Response, Error> {
    let person = caller.person()?;
    actions::complete_inquiry(&app, &person, id, version, &body.into()).await?;
    done(&app, &person, id).await
}

/// Decides (L9), and what follows from the decision follows (L10, L11).
///
/// By a decision-maker who did not investigate it, logged in within the last five minutes. The record is frozen.
///
/// **Svenska:** Beslutar. Görs av en beslutsfattare som inte har utrett ärendet och som har loggat in de senaste fem minuterna. Beslutet går inte att ändra.
#[utoipa::path(
    post,
    path = "/api/v1/cases/{id}/decide",
    tag = "cases",
    summary = "Decide / Besluta",
    security(("bearer" = [])),
    params(
        ("id" = Uuid, Path, description = "The case. Ärendet.", example = "019a0000-0000-7000-8000-000000000002"),
        ("If-Match" = String, Header, description = "The version it is done to. Versionen det görs i.", example = "\"3\""),
    ),
    request_body(content = DecisionBody, description = "What is done. Det som görs.", example = json!({"grade": "no_misconduct", "reasons": "Händelsen ledde inte till någon fara.", "ivo_required": false, "delegation": "Delegationsordningen 7.4"})),
    responses(
        (status = 200, description = "The case as it is now. Ärendet som det är nu.", body = CaseDocument,
            headers(("ETag" = String, description = "The new version. Den nya versionen."))),
        CallerProblems,
        BodyProblems,
        ChangeProblems,
    ),
)]
pub async fn decide(
    State(app): State<App>,
    caller: Bearer,
    At(id): At,
    IfMatch(version): IfMatch,
    Json(body): Json<DecisionBody>,
) -> Result<Response, Error> {
    let person = caller.person()?;
    if !person.is_fresh {
        // RFC 9470.
        let step_up = "Bearer error=\"insufficient_user_authentication\", max_age=300";
        return Ok(([(header::WWW_AUTHENTICATE, step_up)], Error::Unauthorized).into_response());
    }
    actions::decide(&app, &person, id, version, &body.into()).await?;
    done(&app, &person, id).await
}

/// The case as the caller sees it after the change.
async fn done(app: &App, person: &Person, id: CaseId) -> Result<Response, Error> {
    Ok(answer(&HeaderMap::new(), actions::read(app, person, id).await?))
}

impl From<EntryBody> for TypedEntry {
    fn from(body: EntryBody) -> Self {
        let EntryBody { section, kind, source, text, corrects } = body;
        Self {
            section: section.to_string(),
            kind: kind.code().to_owned(),
            source: source.unwrap_or_default(),
            text,
            corrects: corrects.map(|id| id.to_string()).unwrap_or_default(),
        }
    }
}

impl From<CompletionBody> for TypedCompletion {
    fn from(body: CompletionBody) -> Self {
        let CompletionBody { similar_before, proposed_grade, kept_because } = body;
        Self {
            similar_before: similar_before.code().to_owned(),
            proposed_grade: proposed_grade.code().to_owned(),
            kept_because: kept_because.unwrap_or_default(),
        }
    }
}

impl From<DecisionBody> for TypedDecision {
    fn from(body: DecisionBody) -> Self {
        let DecisionBody { grade, reasons, ivo_required, delegation } = body;
        let ivo = match ivo_required {
            Some(true) => "yes",
            Some(false) => "no",
            None => "",
        };
        Self { grade: grade.code().to_owned(), reasons, ivo: ivo.to_owned(), delegation }
    }
}
