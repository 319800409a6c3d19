//! Facts that other services tell.

use auth::Bearer;
use axum::{extract::State, http::StatusCode};
use chrono::SubsecRound;
use proto::{
    Service,
    event::{CloudEvent, Fact as Told},
};
use web::{BodyProblems, CallerProblems, Error, Fault, Json};

use crate::{
    App, actions,
    domain::fact::{Fact, Finding, Reported},
};

/// Takes in one fact: a `CloudEvent` 1.0 in structured JSON.
///
/// A service tells its own facts and no other's. (`source`, `id`) removes repeats: what comes in again is answered the same
/// and counted once, so no `Idempotency-Key` is asked for. A type that is not known here is refused.
///
/// **Svenska:** Tar emot ett faktum: ett `CloudEvent` 1.0 i strukturerad JSON. En tjänst berättar bara sina egna fakta.
/// (`source`, `id`) tar bort upprepningar: det som kommer igen får samma svar och räknas en gång, så ingen
/// `Idempotency-Key` behövs. En typ som inte är känd avvisas.
#[utoipa::path(
    post,
    path = "/api/v1/events",
    tag = "events",
    summary = "A fact to be counted / Ett faktum att räkna",
    security(("bearer" = [])),
    request_body(content = CloudEvent, description = "The fact, without a person and without free text. Faktumet, utan personer \
        och utan fritext.", example = json!({
            "specversion": "1.0",
            "id": "019a0000-0000-7000-8000-000000000001",
            "source": "/complaints",
            "subject": "019a0000-0000-7000-8000-000000000002",
            "time": "2026-11-21T09:00:00Z",
            "datacontenttype": "application/json",
            "type": "se.lyssna.complaints.complaint.answered.v1",
            "data": {
                "unit_id": "019a0000-0000-7000-8000-000000000003",
                "month": "2026-10",
                "category": "SUPERVISION_SAFETY",
                "severity": 2,
                "again": false
            }
        })),
    responses(
        (status = 204, description = "It is kept, or was already. Det är sparat, eller var det redan."),
        CallerProblems,
        BodyProblems,
    ),
)]
pub async fn take_in(
    State(app): State<App>,
    bearer: Bearer,
    Json(event): Json<CloudEvent>,
) -> Result<StatusCode, Error> {
    if bearer.service()? != teller(&event.fact) {
        return Err(Error::Forbidden);
    }
    actions::take_in_fact(&app, parse(event).map_err(Error::Invalid)?).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Whose fact it is to tell.
const fn teller(fact: &Told) -> Service {
    match fact {
        Told::ComplaintAnswered(_) | Told::ComplaintSettled(_) | Told::DeviationFound(_) => {
            Service::Complaints
        }
        Told::CaseDecided(_) => Service::LexSarah,
    }
}

/// Every fault at once.
fn parse(event: CloudEvent) -> Result<Reported, Vec<Fault>> {
    let source = format!("/{}", teller(&event.fact));
    let mut faults = Faults::default();
    faults.check("/specversion", event.specversion == "1.0", "must be 1.0");
    faults.check("/source", event.source == source, "must be the service that tells it");
    faults.check("/datacontenttype", event.datacontenttype == "application/json", "must be application/json");
    let fact = match event.fact {
        Told::ComplaintAnswered(told) => {
            let month = faults.take("/data/month", told.month.parse());
            let category = faults.take("/data/category", told.category.parse());
            let severity = faults.take("/data/severity", told.severity.try_into());
            month.zip(category).zip(severity).map(|((month, category), severity)| Fact {
                unit: told.unit_id.map(Into::into),
                month,
                finding: Finding::ComplaintAnswered { category, severity, again: told.again },
            })
        }
        Told::ComplaintSettled(told) => {
            let month = faults.take("/data/month", told.month.parse());
            let how = faults.take("/data/how", told.how.parse());
            let category = match told.category {
                Some(category) => faults.take("/data/category", category.parse()).map(Some),
                None => Some(None),
            };
            month.zip(how).zip(category).map(|((month, how), category)| Fact {
                unit: told.unit_id.map(Into::into),
                month,
                finding: Finding::ComplaintSettled { how, category },
            })
        }
        Told::DeviationFound(told) => {
            let month = faults.take("/data/month", told.month.parse());
            let category = faults.take("/data/category", told.category.parse());
            let deviation = faults.take("/data/deviation", told.deviation.parse());
            month.zip(category).zip(deviation).map(|((month, category), deviation)| Fact {
                unit: told.unit_id.map(Into::into),
                month,
                finding: Finding::DeviationFound { category, deviation },
            })
        }
        Told::CaseDecided(told) => {
            let month = faults.take("/data/month", told.month.parse());
            let grade = faults.take("/data/grade", told.grade.parse());
            month.zip(grade).map(|(month, grade)| Fact {
                unit: Some(told.unit_id.into()),
                month,
                finding: Finding::CaseDecided { grade, ivo_required: told.ivo_required },
            })
        }
    };
    match fact {
        Some(fact) if faults.0.is_empty() => Ok(Reported {
            id: event.id,
            subject: event.subject,
            occurred_at: event.time.trunc_subsecs(6),
            fact,
        }),
        _ => Err(faults.0),
    }
}

#[derive(Default)]
struct Faults(Vec<Fault>);

impl Faults {
    fn check(&mut self, pointer: &str, holds: bool, detail: &str) {
        if !holds {
            self.0.push(Fault { pointer: pointer.to_owned(), detail: detail.to_owned() });
        }
    }

    fn take<T, E: std::fmt::Display>(&mut self, pointer: &str, parsed: Result<T, E>) -> Option<T> {
        parsed.map_err(|error| self.check(pointer, false, &error.to_string())).ok()
    }
}
