//! Giving out the register.

use auth::{Bearer, Caller};
use axum::{
    Json,
    extract::State,
    http::{HeaderMap, HeaderValue, header},
    response::Response,
};
use proto::{Service, organisation::Organisation};
use web::{CallerProblems, Error, etag};

use crate::{App, domain::access};

/// How much of the register a caller gets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum View {
    /// For notifications.
    WithAddresses,
    /// For complaints, which shows a guardian what is about a youth of theirs.
    WithYouths,
    /// For the other services, which must know everybody who logs in.
    WithoutAddresses,
    /// For people: without those who have the support and their guardians, which is secret (OSL 26:1).
    OfTheWork,
}

/// The organisation register: units, people, and who has which role where from which day to which.
///
/// Services get all of it but for this: e-mail addresses only notifications, whose guardian somebody is only complaints. People get those who work in or for the activity. With
/// `If-None-Match` the answer is 304 when nothing has changed.
///
/// **Svenska:** Organisationsregistret: enheter, personer och vem som har vilken roll, var och från vilken dag till
/// vilken. Tjänster får hela registret, men e-postadresser bara meddelandetjänsten och vems vårdnadshavare någon är bara
/// klagomålstjänsten. Personer får dem som arbetar i eller för
/// verksamheten. Med `If-None-Match` blir svaret 304 när inget har ändrats.
#[utoipa::path(
    get,
    path = "/api/v1/organisation",
    tag = "organisation",
    summary = "The organisation register / Organisationsregistret",
    security(("bearer" = [])),
    params(("If-None-Match" = Option<String>, Header, description = "The ETag of the copy the caller has. ETag för den kopia som \
        den som anropar har.", example = "\"7\"")),
    responses(
        (status = 200, description = "The register. Registret.", body = Organisation,
            headers(("ETag" = String, description = "Names this version as this caller sees it. Anger den här versionen så som \
                den som anropar ser den."))),
        (status = 304, description = "The caller's copy is still true. Kopian gäller fortfarande."),
        CallerProblems,
    ),
)]
pub async fn organisation(
    State(app): State<App>,
    Bearer(caller): Bearer,
    headers: HeaderMap,
) -> Result<Response, Error> {
    let view = View::of(&caller)?;
    // Before the first import there is nothing to give; an empty register would be believed.
    let kept = app.store.register().await.map_err(|error| Error::Internal(error.into()))?;
    let kept = kept.ok_or(Error::Unavailable)?;
    let mut response = etag::answer(&headers, &view.tag(kept.version), Json(view.cut(kept.organisation)));
    response.headers_mut().insert(header::VARY, HeaderValue::from_static("authorization"));
    Ok(response)
}

impl View {
    fn of(caller: &Caller) -> Result<Self, Error> {
        match caller {
            Caller::Service(Service::Notifications) => Ok(Self::WithAddresses),
            Caller::Service(Service::Complaints) => Ok(Self::WithYouths),
            Caller::Service(Service::LexSarah | Service::Quality) => Ok(Self::WithoutAddresses),
            Caller::Person(person) if access::may_read_register(person) => Ok(Self::OfTheWork),
            Caller::Person(_) => Err(Error::Forbidden),
        }
    }

    /// Different views of one version are different documents.
    fn tag(self, version: i64) -> HeaderValue {
        let view = match self {
            Self::WithAddresses => "-addresses",
            Self::WithYouths => "-youths",
            Self::WithoutAddresses => "",
            Self::OfTheWork => "-work",
        };
        HeaderValue::from_str(&format!("\"{version}{view}\"")).expect("digits, letters and quotes")
    }

    fn cut(self, mut organisation: Organisation) -> Organisation {
        if self != Self::WithAddresses {
            organisation.people.iter_mut().for_each(|person| person.email = None);
        }
        if self != Self::WithYouths {
            organisation.assignments.iter_mut().for_each(|assignment| assignment.youth_id = None);
        }
        if self == Self::OfTheWork {
            organisation.assignments.retain(|a| access::is_of_the_work(a.role));
            let assignments = &organisation.assignments;
            organisation.people.retain(|person| assignments.iter().any(|a| a.person_id == person.id));
        }
        organisation
    }
}
