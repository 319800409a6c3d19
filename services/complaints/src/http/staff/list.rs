//! What a person may know of.

use auth::Bearer;
use axum::{
    Json,
    extract::{Query, State, rejection::QueryRejection},
    http::HeaderMap,
    response::Response,
};
use chrono::{DateTime, NaiveDate, Utc};
use data_encoding::BASE64URL_NOPAD;
use organisation::Colleague;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;
use web::{CallerProblems, Error, etag};

use super::caller::person;
use crate::{
    StaffApp,
    actions::Failed,
    domain::{
        Category, Complaint, Filter, Kind, News, State as Stands, search::Wanted, works_with_complaints,
    },
    store::{Reach, Sought, Spot},
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
    #[serde(default)]
    #[param(minimum = 1, example = 1)]
    page: Option<u64>,
    /// The `next_cursor` of the page before, instead of `page`. `next_cursor` från sidan före, i stället för `page`.
    #[serde(default)]
    #[param(example = "AAYLxY7XgAABmgAAAAB3AIAAAAAAAAAB")]
    cursor: Option<String>,
    /// Only those that stand here. Bara de som står här.
    #[serde(default)]
    state: Option<Stands>,
    /// Only those where the sender wrote and nobody whom it lies with has read it. Bara de där avsändaren har skrivit och ingen som
    /// ärendet ligger hos har läst det.
    #[serde(default)]
    #[param(inline)]
    news: Option<News>,
}

const fn twenty() -> u64 {
    20
}

#[derive(Serialize, ToSchema)]
pub(crate) struct ComplaintList {
    complaints: Vec<ListedComplaint>,
    #[schema(example = 20)]
    limit: u64,
    /// None when it was asked for by cursor.
    #[schema(example = 1)]
    page: Option<u64>,
    /// Where the next page begins; none when this one is the last.
    #[schema(example = "AAYLxY7XgAABmgAAAAB3AIAAAAAAAAAB")]
    next_cursor: Option<String>,
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
    /// Since when something from the sender waits to be read by somebody whom it lies with.
    unread_since: Option<DateTime<Utc>>,
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
                "next_target": "2026-11-23", "unread_since": null}], "limit": 20, "page": 1, "next_cursor": null})),
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
    let Query(query) = query.map_err(|_| Error::BadRequest)?;
    let complaints = page_of(&app, &person, &query).await?;
    let tag = etag::of(&serde_json::to_vec(&complaints).map_err(|error| Error::Internal(error.into()))?);
    Ok(etag::answer(&headers, &tag, Json(complaints)))
}

async fn page_of(app: &StaffApp, person: &Colleague, query: &ListQuery) -> Result<ComplaintList, Error> {
    let ListQuery { limit, page, cursor, state, news } = query;
    let (offset, after) = begins(*limit, *page, cursor.as_deref())?;
    let wanted =
        Wanted { filter: Filter { state: *state, news: *news, ..Filter::default() }, ..Wanted::default() };
    // One more than is shown tells whether there is another page; nothing is counted.
    let sought = Sought { wanted: &wanted, reach: Reach::Known, after, limit: offset + limit + 1 };
    let found = app.store.sought(person, &sought).await.map_err(Failed::from)?;
    let rows = |number: u64| usize::try_from(number).unwrap_or(usize::MAX);
    let these: Vec<_> = found.iter().skip(rows(offset)).take(rows(*limit)).collect();
    let last = these.last().filter(|_| found.len() > rows(offset + limit));
    let complaints = these.iter().map(|complaint| ListedComplaint::from(*complaint)).collect();
    let page = if cursor.is_some() { None } else { page.or(Some(1)) };
    Ok(ComplaintList {
        complaints,
        limit: *limit,
        page,
        next_cursor: last.map(|last| written(Spot::of(last))),
    })
}

/// How many rows are passed over, and from where on: by page or by cursor.
fn begins(limit: u64, page: Option<u64>, cursor: Option<&str>) -> Result<(u64, Option<Spot>), Error> {
    if !(1..=100).contains(&limit) {
        return Err(Error::invalid("/limit", "must be 1–100"));
    }
    let Some(cursor) = cursor else {
        let page = page.unwrap_or(1);
        if page == 0 || page.saturating_mul(limit) > REACHABLE {
            return Err(Error::invalid("/page", "must be 1 or more, within the first 10,000 rows"));
        }
        return Ok(((page - 1) * limit, None));
    };
    if page.is_some() {
        return Err(Error::invalid("/page", "must be left out where there is a cursor"));
    }
    let spot =
        read(cursor).ok_or_else(|| Error::invalid("/cursor", "must be one that this list has given"))?;
    Ok((0, Some(spot)))
}

/// A place in the list as programs hold it: the microsecond and the id.
fn written(Spot { received_at, id }: Spot) -> String {
    let at = received_at.timestamp_micros().to_be_bytes();
    BASE64URL_NOPAD.encode(&[at.as_slice(), id.as_uuid().as_bytes()].concat())
}

fn read(cursor: &str) -> Option<Spot> {
    let bytes = BASE64URL_NOPAD.decode(cursor.as_bytes()).ok()?;
    let (at, id) = bytes.split_first_chunk::<8>()?;
    Spot::read(i64::from_be_bytes(*at), Uuid::from_slice(id).ok()?)
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
            unread_since: complaint.unread_since,
        }
    }
}
