//! The information duty (LSS 24 c §): the routine, who has been told of it, and that somebody was.

use auth::Bearer;
use axum::{
    Json as JsonAnswer,
    extract::{Path, State},
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
};
use chrono::NaiveDate;
use kernel::Uuid;
use serde::Serialize;
use utoipa::ToSchema;
use vault::Token;
use web::{BodyProblems, CallerProblems, Error, Json, RepeatKey};

use super::{CaseProblems, CreationProblems, reports::tagged};
use crate::{
    App,
    actions::{self, Informedness, Known, Repeat},
    domain::{Knowledge, Routine, TypedBriefing, TypedRoutine, sees_who_is_informed},
};

/// The routine in force, and every version.
#[derive(Serialize, ToSchema)]
pub struct Routines {
    current: Routine,
    /// The latest first.
    versions: Vec<Routine>,
}

/// A unit, and how each who works there stands to the duty.
#[derive(Serialize, ToSchema)]
pub struct InformedUnit {
    unit_id: Uuid,
    people: Vec<InformedPerson>,
}

#[derive(Serialize, ToSchema)]
pub struct InformedPerson {
    person_id: Uuid,
    #[schema(example = "Filip Provsson")]
    name: String,
    #[schema(example = "fritidsledare")]
    title: Option<String>,
    told_on: Option<NaiveDate>,
    /// The version of the routine they were told of.
    #[schema(example = "2026-09")]
    version: Option<String>,
    status: Knowledge,
    /// By when they are to be told, for the first time or again.
    tell_by: NaiveDate,
}

/// What was recorded.
#[derive(Serialize, ToSchema)]
pub struct Recorded {
    id: Uuid,
}

/// The board's local routine for lex Sarah, as everybody who works here may read it.
///
/// **Svenska:** Nämndens lokala rutin för lex Sarah, som alla som arbetar här får läsa.
#[utoipa::path(
    get,
    path = "/api/v1/routines",
    tag = "information",
    summary = "Read the routine / Läs rutinen",
    security(("bearer" = [])),
    responses(
        (status = 200, description = "The version in force, and all. Den version som gäller, och alla.", body = Routines,
            headers(("ETag" = String, description = "Names this very answer. Betecknar just det här svaret.")),
            example = json!({"current": {"version": "2026-09", "link": null, "words": "Rapportera genast.", "valid_from": "2026-09-01"},
                "versions": []})),
        (status = 304, description = "The caller has it already. Den som anropar har det redan."),
        CallerProblems,
    ),
)]
pub async fn routines(State(app): State<App>, caller: Bearer, headers: HeaderMap) -> Result<Response, Error> {
    caller.person()?;
    let (current, versions) = actions::routines(&app).await?;
    tagged(&headers, &Routines { current, versions })
}

/// Enters a version of the routine (H43). It is never changed.
///
/// By a decision-maker. It is valid from today or later, and stands in every case that is reported from then on.
///
/// **Svenska:** Lägger in en version av rutinen. Görs av en beslutsfattare. Den gäller från i dag eller senare, och står i varje
/// ärende som rapporteras från och med då.
#[utoipa::path(
    post,
    path = "/api/v1/routines",
    tag = "information",
    summary = "Enter a version of the routine / Lägg in en version av rutinen",
    security(("bearer" = [])),
    params(("Idempotency-Key" = String, Header, description = "1–200 characters of the caller's choice. 1–200 tecken som den som \
        anropar väljer.", example = "019a0000-0000-7000-8000-000000000001")),
    request_body(content = TypedRoutine, description = "The version. Versionen.",
        example = json!({"version": "2027-01", "link": "https://example.org/rutin", "valid_from": "2027-01-01"})),
    responses(
        (status = 201, description = "It is entered. Den är inlagd.", body = Routines,
            headers(("Location" = String, description = "The versions. Versionerna.")),
            example = json!({"current": {"version": "2026-09", "link": null, "words": "Rapportera genast.", "valid_from": "2026-09-01"},
                "versions": []})),
        CallerProblems,
        BodyProblems,
        CreationProblems,
    ),
)]
pub async fn add_routine(
    State(app): State<App>,
    caller: Bearer,
    RepeatKey(_key): RepeatKey,
    Json(body): Json<TypedRoutine>,
) -> Result<impl IntoResponse, Error> {
    let person = caller.person()?;
    actions::add_routine(&app, &person, &body).await?;
    let (current, versions) = actions::routines(&app).await?;
    let location = [(header::LOCATION, "/api/v1/routines")];
    Ok((StatusCode::CREATED, location, JsonAnswer(Routines { current, versions })))
}

/// Who has been told of the duty to report, at the units of which the caller may see it.
///
/// **Svenska:** Vilka som är informerade om rapporteringsplikten, på de enheter där den som anropar får se det.
#[utoipa::path(
    get,
    path = "/api/v1/information",
    tag = "information",
    summary = "Who is informed / Vilka som är informerade",
    security(("bearer" = [])),
    responses(
        (status = 200, description = "The units. Enheterna.", body = Vec<InformedUnit>,
            headers(("ETag" = String, description = "Names this very answer. Betecknar just det här svaret.")),
            example = json!([{"unit_id": "01900000-0000-7000-8000-000000000001", "people": [
                {"person_id": "01900000-0000-7000-8000-000000010000", "name": "Filip Provsson", "title": "fritidsledare",
                    "told_on": "2026-09-14", "version": "2026-09", "status": "current", "tell_by": "2027-09-14"}]}])),
        (status = 304, description = "The caller has it already. Den som anropar har det redan."),
        CallerProblems,
    ),
)]
pub async fn informed(State(app): State<App>, caller: Bearer, headers: HeaderMap) -> Result<Response, Error> {
    let person = caller.person()?;
    if !sees_who_is_informed(&person) {
        return Err(Error::Forbidden);
    }
    let units = actions::informedness(&app, &person).await?;
    tagged(&headers, &units.iter().map(InformedUnit::from).collect::<Vec<_>>())
}

/// Records that a manager has gone through the routine with those who work at the unit (H44–H45).
///
/// By the unit's manager. The version that was in force that day is kept with it.
///
/// **Svenska:** Antecknar att gruppchefen har gått igenom rutinen med dem som arbetar på enheten. Den version som gällde den
/// dagen sparas.
#[utoipa::path(
    post,
    path = "/api/v1/units/{id}/briefings",
    tag = "information",
    summary = "Record a briefing / Anteckna en genomgång",
    security(("bearer" = [])),
    params(
        ("id" = Uuid, Path, description = "The unit. Enheten.", example = "01900000-0000-7000-8000-000000000001"),
        ("Idempotency-Key" = String, Header, description = "1–200 characters of the caller's choice. The same key with the same \
            body is one briefing. 1–200 tecken som den som anropar väljer. Samma nyckel med samma innehåll är en genomgång.",
            example = "019a0000-0000-7000-8000-000000000001"),
    ),
    request_body(content = TypedBriefing, description = "Who was there, and when. Vilka som var med, och när.",
        example = json!({"kind": "meeting", "held_on": "2026-11-20", "present": ["01900000-0000-7000-8000-000000010000"]})),
    responses(
        (status = 201, description = "It is recorded. Den är antecknad.", body = Recorded,
            headers(("Location" = String, description = "Who is informed. Vilka som är informerade.")),
            example = json!({"id": "019a0000-0000-7000-8000-000000000003"})),
        CallerProblems,
        BodyProblems,
        CaseProblems,
        CreationProblems,
    ),
)]
pub async fn record_briefing(
    State(app): State<App>,
    caller: Bearer,
    Path(unit): Path<String>,
    RepeatKey(key): RepeatKey,
    Json(body): Json<TypedBriefing>,
) -> Result<impl IntoResponse, Error> {
    let person = caller.person()?;
    let unit = unit.parse::<Uuid>().map_err(|_| Error::NotFound)?;
    let said = [unit.to_string(), body.kind.clone(), body.held_on.clone(), body.present.join(" ")].join("\n");
    let repeat = Repeat {
        key: Token::chosen(&[b"api briefing", person.id.as_uuid().as_bytes(), key.as_bytes()]),
        request: Token::chosen(&[said.as_bytes()]),
    };
    let id = actions::record_briefing(&app, &person, unit.into(), &body, &repeat).await?;
    let location = [(header::LOCATION, "/api/v1/information")];
    Ok((StatusCode::CREATED, location, JsonAnswer(Recorded { id })))
}

impl From<&Informedness> for InformedUnit {
    fn from(of: &Informedness) -> Self {
        Self { unit_id: of.unit.as_uuid(), people: of.people.iter().map(InformedPerson::from).collect() }
    }
}

impl From<&Known> for InformedPerson {
    fn from(Known { who, last, knows, by }: &Known) -> Self {
        Self {
            person_id: who.id.as_uuid(),
            name: who.signature.name.clone(),
            title: who.signature.title.clone(),
            told_on: last.as_ref().map(|last| last.on),
            version: last.as_ref().map(|last| last.version.clone()),
            status: *knows,
            tell_by: *by,
        }
    }
}
