//! Reading cases.

use auth::Bearer;
use axum::{Json as JsonAnswer, extract::State, http::HeaderMap, response::Response};
use web::{CallerProblems, Error, etag};

use super::{
    CaseProblems,
    reports::tagged,
    window::{Paging, Window},
    wire::{CaseDocument, CaseLine, Listing},
};
use crate::{
    App,
    actions::{self, Failed, Opened},
    at::At,
    domain::Sight,
    store::Part,
};

/// The cases the caller investigates, may take, decides, receives for a unit or may archive; the nearest day first, the internal
/// target or IVO's.
///
/// A case that nobody has taken shows its number, unit and day.
///
/// **Svenska:** De ärenden som den som anropar utreder, kan ta, beslutar i, tar emot för en enhet eller kan arkivera; närmaste
/// dag först, det interna målet eller IVO:s. Ett ärende som ingen har tagit visar nummer, enhet och dag.
#[utoipa::path(
    get,
    path = "/api/v1/cases",
    tag = "cases",
    summary = "List cases / Lista ärenden",
    security(("bearer" = [])),
    params(Paging),
    responses(
        (status = 200, description = "A page of them. En sida av dem.", body = Listing<CaseLine>,
            headers(("ETag" = String, description = "Names this very answer. Betecknar just det här svaret.")),
            example = json!({"items": [{"id": "019a0000-0000-7000-8000-000000000002", "case_number": "7KM4-Q2XP",
                "unit_id": "01900000-0000-7000-8000-000000000001", "received_at": "2026-11-21T09:00:00Z",
                "status": "received", "state": "registered", "due_on": "2026-11-23", "ivo_due_on": null, "nearest": {"on": "2026-11-20", "of": "protect"}, "is_mine": false}],
                "limit": 20, "page": 1, "more": false})),
        (status = 304, description = "The caller has it already. Den som anropar har det redan."),
        (status = 400, description = "No such page. Ingen sådan sida.", body = web::Problem,
            content_type = "application/problem+json"),
        CallerProblems,
    ),
)]
pub async fn list(
    State(app): State<App>,
    caller: Bearer,
    headers: HeaderMap,
    Window(window): Window,
) -> Result<Response, Error> {
    let person = caller.person()?;
    let lines = app.store.cases_for(&person, Part::All, window).await.map_err(Failed::from)?;
    tagged(&headers, &Listing::of(lines, window, |line| CaseLine::of(&line, &person)))
}

/// One case, with as much of it as the caller sees.
///
/// The reporter sees their own words and how far it has come; the receiver the report and the protective measures; the
/// investigator who has taken it, and the decision-maker once the inquiry is complete, everything. Each reading leaves a trace.
///
/// **Svenska:** Ett ärende, med så mycket som den som anropar ser. Den som rapporterade ser sina egna ord och hur långt det har
/// kommit; mottagaren rapporten och skyddsåtgärderna; utredaren som har tagit det, och beslutsfattaren när utredningen är
/// klar, allt. Varje läsning lämnar ett spår.
#[utoipa::path(
    get,
    path = "/api/v1/cases/{id}",
    tag = "cases",
    summary = "Read a case / Läs ett ärende",
    security(("bearer" = [])),
    params(("id" = kernel::Uuid, Path, description = "The case. Ärendet.", example = "019a0000-0000-7000-8000-000000000002")),
    responses(
        (status = 200, description = "The case. Ärendet.", body = CaseDocument,
            headers(("ETag" = String, description = "The version, for `If-Match`. Versionen, för `If-Match`.")),
            example = json!({"id": "019a0000-0000-7000-8000-000000000002", "case_number": "7KM4-Q2XP",
                "unit_id": "01900000-0000-7000-8000-000000000001", "received_at": "2026-11-21T09:00:00Z",
                "status": "received", "state": "registered", "due_on": "2026-11-23", "diary_number": null, "ivo": null, "ivo_due_on": null,
                "inquiry_completed_at": null, "next": ["take"], "report": null, "attachments": [], "protections": [], "plan": [],
                "entries": [], "completion": null, "decision": null, "records": []})),
        (status = 304, description = "The caller has this version already. Den som anropar har redan den här versionen."),
        CallerProblems,
        CaseProblems,
    ),
)]
pub async fn show(
    State(app): State<App>,
    caller: Bearer,
    At(id): At,
    headers: HeaderMap,
) -> Result<Response, Error> {
    let person = caller.person()?;
    Ok(answer(&headers, actions::read(&app, &person, id).await?))
}

/// The reporter's tag follows the three words, so that it does not tell how much is done in the case.
pub fn answer(headers: &HeaderMap, opened: Opened) -> Response {
    let tag = match opened.sight {
        Sight::Own => etag::of(opened.case.state.status().code().as_bytes()),
        Sight::Listed | Sight::Task | Sight::Received | Sight::Whole => etag::tag(opened.case.version),
    };
    etag::answer(headers, &tag, JsonAnswer(CaseDocument::from(opened)))
}
