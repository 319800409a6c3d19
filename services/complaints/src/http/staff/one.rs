//! Reading one complaint, and who has read it.

use auth::Bearer;
use axum::{Json, extract::State, http::HeaderMap, response::Response};
use chrono::{DateTime, Utc};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;
use web::{CallerProblems, Error, etag};

use super::{caller::person, detail::ComplaintDetail, refusal::NothingThere};
use crate::{StaffApp, actions, address::Named};

/// One complaint, as much of it as the person may see. That they read it is written before it is shown.
///
/// **Svenska:** Ett klagomål, så mycket av det som personen får se. Att de läste skrivs innan det visas.
#[utoipa::path(
    get,
    path = "/api/v1/complaints/{id}",
    tag = "complaints",
    summary = "Read a complaint / Läs ett klagomål",
    security(("bearer" = [])),
    params(("id" = Uuid, Path, description = "Of the complaint. Klagomålets.")),
    responses(
        (status = 200, description = "The complaint. Klagomålet.", body = ComplaintDetail,
            headers(("ETag" = String, description = "The version, for `If-Match`. Versionen, för `If-Match`.")),
            example = json!({"id": "019a0000-0000-7000-8000-000000000001", "case_number": "7KM4-Q2XP", "state": "registered",
                "received_at": "2026-11-21T09:00:00Z", "channel": "web_form", "taken_in": null, "language": "sv", "kind": "complaint",
                "relation": "guardian", "wants_answer": true, "unit_id": "019a0000-0000-7000-8000-000000000003",
                "about_manager": false, "level": "unit_manager", "handler_id": null,
                "targets": {"acknowledge_by": null, "triage_by": "2026-11-23", "answer_by": "2026-12-04"},
                "acknowledged": {"at": "2026-11-21T09:00:00Z", "how": "screen"},
                "registration": {"number": "KTT 2026/0042", "registered_at": "2026-11-21T09:00:01Z",
                    "line": "Klagomål, korttidstillsyn", "secrecy_mark": "OSL 26:1", "checked": null},
                "triage": null, "breach_by": null, "names_withheld": false, "redirected": null, "links": [], "inquiry_started_at": null, "answered": null, "closed": null, "handed_over": [],
                "permitted": ["exclude", "triage", "hand_over", "note", "write_to_sender"],
                "content": {"messages": [{"id": "019a0000-0000-7000-8000-000000000002", "from": "sender", "kind": "original",
                    "author": null, "text": "I torsdags kom bussen 50 minuter för sent.",
                    "written_at": "2026-11-21T09:00:00Z"}], "journal": [],
                    "contact": {"name": null, "email": null, "phone": null}, "attachments": [],
                    "measures": [], "fulfilled": []}})),
        (status = 304, description = "The caller has this very version. Den som anropar har just den versionen."),
        NothingThere,
        CallerProblems,
    ),
)]
pub(crate) async fn one(
    State(app): State<StaffApp>,
    bearer: Bearer,
    Named(id): Named,
    headers: HeaderMap,
) -> Result<Response, Error> {
    let person = person(&app, bearer).await?;
    let case = actions::read(&app, id, &person).await?;
    let tag = etag::tag(case.complaint.version);
    Ok(etag::answer(&headers, &tag, Json(ComplaintDetail::from(case))))
}

/// Who has read a complaint, and done what with it.
#[derive(Serialize, ToSchema)]
pub(crate) struct Readings {
    /// Oldest first.
    traces: Vec<TraceLine>,
}

#[derive(Serialize, ToSchema)]
pub(crate) struct TraceLine {
    at: DateTime<Utc>,
    /// `person`, `sender`, `system`, or the name of a service.
    #[schema(example = "person")]
    actor: String,
    person_id: Option<Uuid>,
    #[schema(example = "read")]
    action: String,
    /// The part it was done to: a message, a file.
    part_id: Option<Uuid>,
}

/// Who has read it and done what with it: for those who read it themselves. Asking leaves a trace too.
///
/// **Svenska:** Vem som har läst och gjort vad: för dem som själva läser ärendet. Att fråga lämnar också spår.
#[utoipa::path(
    get,
    path = "/api/v1/complaints/{id}/readings",
    tag = "complaints",
    summary = "Who has read it / Vem som har läst",
    security(("bearer" = [])),
    params(("id" = Uuid, Path, description = "Of the complaint. Klagomålets.")),
    responses(
        (status = 200, description = "The traces. Spåren.", body = Readings, example = json!({"traces": [
            {"at": "2026-11-21T09:00:00Z", "actor": "sender", "person_id": null, "action": "submit", "part_id": null}]})),
        NothingThere,
        CallerProblems,
    ),
)]
pub(crate) async fn readings(
    State(app): State<StaffApp>,
    bearer: Bearer,
    Named(id): Named,
) -> Result<Json<Readings>, Error> {
    let person = person(&app, bearer).await?;
    let (_, traces) = actions::who_has_read(&app, id, &person).await?;
    let line = |trace: audit::Trace| TraceLine {
        at: trace.at,
        actor: trace.actor_kind,
        person_id: trace.person.map(kernel::PersonId::as_uuid),
        action: trace.action,
        part_id: trace.part,
    };
    Ok(Json(Readings { traces: traces.into_iter().map(line).collect() }))
}
