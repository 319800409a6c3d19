//! Changing a case: one address a verb. The change names the version it is made to, so a repeat is refused.

use auth::Bearer;
use axum::{
    extract::State,
    http::{HeaderMap, header},
    response::{IntoResponse, Response},
};
use web::{BodyProblems, CallerProblems, Error, Json, etag::IfMatch};

use super::{
    ChangeProblems,
    bodies::{
        CompletionBody, DecisionBody, Deed, EntryBody, ImplicateBody, KeyBody, PlanBody, ProtectBody,
        TakeBody,
    },
    cases::answer,
    wire::CaseDocument,
};
use crate::{App, actions, at::At, domain::CaseId};

/// The address of one verb, with what it promises: `name: body, "/address", "summary", {example}`.
macro_rules! verb {
    ($(#[$promise:meta])* $name:ident: $Body:ident, $path:tt, $summary:tt, $example:tt) => {
        $(#[$promise])*
        #[utoipa::path(
            post,
            path = $path,
            tag = "cases",
            summary = $summary,
            security(("bearer" = [])),
            params(
                ("id" = Uuid, Path, description = "The case. Ärendet.", example = "019a0000-0000-7000-8000-000000000002"),
                ("If-Match" = String, Header, description = "The version it is done to. Versionen det görs i.", example = "\"3\""),
            ),
            request_body(content = $Body, description = "What is done. Det som görs.", example = json!($example)),
            responses(
                (status = 200, description = "The case as it is now. Ärendet som det är nu.", body = CaseDocument,
                    headers(("ETag" = String, description = "The new version. Den nya versionen."))),
                CallerProblems,
                BodyProblems,
                ChangeProblems,
            ),
        )]
        pub async fn $name(
            State(app): State<App>,
            caller: Bearer,
            At(id): At,
            IfMatch(version): IfMatch,
            Json(body): Json<$Body>,
        ) -> Result<Response, Error> {
            done(&app, caller, id, version, body).await
        }
    };
}

verb! {
    /// Takes a case that nobody investigates (L4).
    ///
    /// By an investigator whom nothing ties to it. A key list is made.
    ///
    /// **Svenska:** Tar ett ärende som ingen utreder. Görs av en utredare som inte är jävig. En kodnyckel skapas.
    take: TakeBody, "/api/v1/cases/{id}/take", "Take a case / Ta ett ärende", {"free_of_conflict": true}
}

verb! {
    /// Records something that was done at once to protect somebody (L2).
    ///
    /// By the receiver at the unit or the investigator.
    ///
    /// **Svenska:** Antecknar något som har gjorts genast för att skydda någon. Görs av mottagaren på enheten eller utredaren.
    protect: ProtectBody, "/api/v1/cases/{id}/protect", "Record a protective measure / Anteckna en skyddsåtgärd",
    {"text": "En vuxen går vid hans sida från och med nu."}
}

verb! {
    /// Gives somebody a code in the key list (L4).
    ///
    /// By the investigator. The name is kept under the list's own key; the inquiry says the code.
    ///
    /// **Svenska:** Ger någon en kod i kodnyckeln. Görs av utredaren. Namnet förvaras under kodnyckelns egen nyckel; utredningen
    /// använder koden.
    add_key: KeyBody, "/api/v1/cases/{id}/add-key", "Give somebody a code / Ge någon en kod",
    {"name": "Prov Provsson", "part": "youth"}
}

verb! {
    /// Leaves somebody out who turns out to be part of what happened (rule G.2).
    ///
    /// By the investigator. From then on the case is not there for that person, who is not told. It cannot be undone.
    ///
    /// **Svenska:** Undantar någon som visar sig beröras av det som har hänt. Görs av utredaren. Ärendet finns inte längre för
    /// personen, som inte får veta det. Det går inte att ångra.
    implicate: ImplicateBody, "/api/v1/cases/{id}/implicate", "Leave somebody out / Undanta någon",
    {"person_id": "01900000-0000-7000-8000-000000010000"}
}

verb! {
    /// Begins the inquiry, with a plan (L5).
    ///
    /// By the investigator who has taken the case.
    ///
    /// **Svenska:** Inleder utredningen med en plan. Görs av utredaren som har tagit ärendet.
    start_inquiry: PlanBody, "/api/v1/cases/{id}/start-inquiry", "Begin the inquiry / Inled utredningen",
    {"plan": "Samtal med dem som arbetade. Läsa schemat för dagen."}
}

verb! {
    /// Adds a piece to the inquiry (L7).
    ///
    /// By the investigator who has taken the case. An inquiry that was complete must then be completed again.
    ///
    /// **Svenska:** Lägger till en uppgift i utredningen. Görs av utredaren som har tagit ärendet. En utredning som var klar måste
    /// sedan göras klar igen.
    add_entry: EntryBody, "/api/v1/cases/{id}/add-entry", "Add an entry / Lägg till en uppgift",
    {"section": 1, "kind": "fact", "source": "samtal med personal 2", "text": "Ungdomen var ensam vid grinden i tio minuter."}
}

verb! {
    /// Says that the inquiry is complete.
    ///
    /// All ten points must say something, and what could tell who somebody is must be gone or explained.
    ///
    /// **Svenska:** Säger att utredningen är klar. Alla tio punkter måste ha text, och uppgifter som kan röja någon måste vara borta
    /// eller motiverade.
    complete_inquiry: CompletionBody, "/api/v1/cases/{id}/complete-inquiry", "Complete the inquiry / Gör utredningen klar",
    {"similar_before": "no", "proposed_grade": "misconduct"}
}

verb! {
    /// Decides (L9), and what follows from the decision follows (L10, L11).
    ///
    /// By a decision-maker who did not investigate it, logged in within the last five minutes. The record is frozen.
    ///
    /// **Svenska:** Beslutar. Görs av en beslutsfattare som inte har utrett ärendet och som har loggat in de senaste fem minuterna.
    /// Beslutet går inte att ändra.
    decide: DecisionBody, "/api/v1/cases/{id}/decide", "Decide / Besluta",
    {"grade": "no_misconduct", "reasons": "Händelsen ledde inte till någon fara.", "ivo_required": false, "delegation": "Delegationsordningen 7.4"}
}

/// The case as the caller sees it after the change.
async fn done<D: Deed>(
    app: &App,
    caller: Bearer,
    id: CaseId,
    version: i64,
    deed: D,
) -> Result<Response, Error> {
    let person = caller.person()?;
    if D::FRESH && !person.is_fresh {
        // RFC 9470.
        let step_up = "Bearer error=\"insufficient_user_authentication\", max_age=300";
        return Ok(([(header::WWW_AUTHENTICATE, step_up)], Error::Unauthorized).into_response());
    }
    deed.done(app, &person, id, version).await?;
    Ok(answer(&HeaderMap::new(), actions::read(app, &person, id).await?))
}
