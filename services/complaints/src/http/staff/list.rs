//! What a person may know of.

use auth::Bearer;
use axum::{
    Json,
    extract::{Query, State, rejection::QueryRejection},
    http::HeaderMap,
    response::Response,
};
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;
use web::{CallerProblems, Error, etag};

use super::caller::person;
use crate::{
    StaffApp,
    domain::{Category, Complaint, Kind, State as Stands, works_with_complaints},
    store::Part,
};

/// Rows that can be reached by page.
const REACHABLE: u64 = 10_000;

#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct ListQuery {
    /// 1–100; 20 when it is left out. Hur många, högst 100.
    #[serde(default = "twenty")]
    #[param(minimum = 1, maximum = 100, example = 20)]
    limit: u64,
    /// From 1, for the first 10,000 rows. Sidan, från 1.
    #[serde(default = "first")]
    #[param(minimum = 1, example = 1)]
    page: u64,
    /// Only those that stand here. Bara de som står här.
    #[serde(default)]
    state: Option<Stands>,
}

const fn twenty() -> u64 {
    20
}

const fn first() -> u64 {
    1
}

#[derive(Serialize, ToSchema)]
pub(crate) struct ComplaintList {
    complaints: Vec<ListedComplaint>,
    #[schema(example = 20)]
    limit: u64,
    #[schema(example = 1)]
    page: u64,
}

/// A complaint without what was written in it.
#[derive(Serialize, ToSchema)]
pub(crate) struct ListedComplaint {
    id: Uuid,
    #[schema(example = "7KM4-Q2XP")]
    case_number: String,
    state: Stands,
    kind: Kind,
    received_at: DateTime<Utc>,
    unit_id: Option<Uuid>,
    /// Once it is triaged.
    category: Option<Category>,
    /// 0–4, once it is triaged.
    #[schema(example = 2)]
    severity: Option<i16>,
    /// The unit's own next target, while something is left to answer.
    next_target: Option<NaiveDate>,
}

/// The complaints that the person may know of, newest first.
///
/// **Svenska:** De klagomål som personen får känna till, nyast först.
#[utoipa::path(
    get,
    path = "/api/v1/complaints",
    tag = "complaints",
    summary = "List complaints / Lista klagomål",
    security(("bearer" = [])),
    params(ListQuery),
    responses(
        (status = 200, description = "A page of the list. En sida av listan.", body = ComplaintList,
            headers(("ETag" = String, description = "Names this very page. Anger just den här sidan.")),
            example = json!({"complaints": [{"id": "019a0000-0000-7000-8000-000000000001", "case_number": "7KM4-Q2XP",
                "state": "registered", "kind": "complaint", "received_at": "2026-11-21T09:00:00Z",
                "unit_id": "019a0000-0000-7000-8000-000000000003", "category": null, "severity": null,
                "next_target": "2026-11-23"}], "limit": 20, "page": 1})),
        (status = 304, description = "The caller has this very page. Den som anropar har just den här sidan."),
        (status = 400, description = "The query cannot be read. Frågan går inte att läsa.", body = web::Problem,
            content_type = "application/problem+json"),
        (status = 422, description = "A value is out of range. Ett värde ligger utanför gränserna.", body = web::Problem,
            content_type = "application/problem+json"),
        CallerProblems,
    ),
)]
pub(crate) async fn list(
    State(app): State<StaffApp>,
    bearer: Bearer,
    headers: HeaderMap,
    query: Result<Query<ListQuery>, QueryRejection>,
) -> Result<Response, Error> {
    let person = person(&app, bearer).await?;
    if !works_with_complaints(&person) {
        return Err(Error::Forbidden);
    }
    let Query(ListQuery { limit, page, state }) = query.map_err(|_| Error::BadRequest)?;
    if !(1..=100).contains(&limit) {
        return Err(Error::invalid("/limit", "must be 1–100"));
    }
    if page == 0 || page.saturating_mul(limit) > REACHABLE {
        return Err(Error::invalid("/page", "must be 1 or more, within the first 10,000 rows"));
    }
    let part = Part { limit, offset: (page - 1) * limit };
    let found = app.store.newest_complaints(&person, state, part).await;
    let found = found.map_err(crate::actions::Failed::from)?;
    let complaints =
        ComplaintList { complaints: found.iter().map(ListedComplaint::from).collect(), limit, page };
    let tag = etag::of(&serde_json::to_vec(&complaints).map_err(|error| Error::Internal(error.into()))?);
    Ok(etag::answer(&headers, &tag, Json(complaints)))
}

impl From<&Complaint> for ListedComplaint {
    fn from(complaint: &Complaint) -> Self {
        let triage = complaint.triaged.map(|(triage, _)| triage);
        Self {
            id: complaint.id.as_uuid(),
            case_number: complaint.number.to_string(),
            state: complaint.state,
            kind: complaint.kind,
            received_at: complaint.received_at,
            unit_id: complaint.unit.map(kernel::UnitId::as_uuid),
            category: triage.map(|triage| triage.category),
            severity: triage.map(|triage| triage.severity.number()),
            next_target: complaint.next_target(),
        }
    }
}
