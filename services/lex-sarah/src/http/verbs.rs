//! Changing a case: one address a verb. The change names the version it is made to, so a repeat is refused.

use auth::Bearer;
use axum::{
    extract::State,
    http::{HeaderMap, StatusCode, header},
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
    course::{NothingMore, NotifyIvoBody, ProposeIvoBody, RequireIvoBody, SendInquiryBody},
    wire::CaseDocument,
};
use crate::{
    App,
    actions::{self, Failed},
    at::At,
    domain::{
        CaseId, TypedAgreement, TypedArchiving, TypedClosing, TypedDuty, TypedEffect, TypedFeedback,
        TypedHandBack, TypedIvoAnswer, TypedIvoForm, TypedMeasure, TypedOutOfScope, TypedProgress,
        TypedRemedy, TypedReopening, TypedRespite,
    },
};

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
                (status = 204, description = "It is done, and the case is now somebody else's. Det är gjort, och ärendet är nu någon annans."),
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
    /// Lets a case go, for another investigator to take (L4).
    ///
    /// By the investigator, or a decision-maker before whom it lies. Whoever has had it never decides it.
    ///
    /// **Svenska:** Lämnar tillbaka ett ärende så att en annan utredare kan ta det. Görs av utredaren, eller av en beslutsfattare
    /// som har det framför sig. Den som har haft ärendet beslutar aldrig i det.
    hand_back: TypedHandBack, "/api/v1/cases/{id}/hand-back", "Let a case go / Lämna tillbaka ett ärende",
    {"reasons": "Jag är ledig i fyra veckor."}
}

verb! {
    /// Marks a case that is over as archived (L16). Nothing is removed.
    ///
    /// **Svenska:** Markerar ett avslutat ärende som arkiverat. Görs av arkivarien. Inget tas bort.
    archive: TypedArchiving, "/api/v1/cases/{id}/archive", "Mark as archived / Markera som arkiverat",
    {"decision": "UTBF 2026-118: lex Sarah bevaras"}
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
    {"section": 1, "kind": "fact", "source_kind": "interview", "source": "personal 2", "source_on": "2026-11-19", "text": "Ungdomen var ensam vid grinden i tio minuter."}
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

verb! {
    /// Lays before the decision-maker that it is something else than lex Sarah (L5b).
    ///
    /// By the investigator, with what was opened instead. The report stays registered.
    ///
    /// **Svenska:** Föreslår för beslutsfattaren att ärendet är något annat än lex Sarah. Görs av utredaren, som anger vad som har
    /// öppnats i stället. Rapporten är kvar i diariet.
    propose_out_of_scope: TypedOutOfScope, "/api/v1/cases/{id}/propose-out-of-scope",
    "Propose that it is not lex Sarah / Föreslå att det inte är lex Sarah",
    {"reasons": "Det hände i skolan.", "opened": "school_violation", "reference": "7KM4-Q2XP"}
}

verb! {
    /// Answers whether it is something else than lex Sarah (L5b).
    ///
    /// By a decision-maker logged in within the last five minutes. If they do not agree the investigator inquires.
    ///
    /// **Svenska:** Svarar på om ärendet är något annat än lex Sarah. Görs av en beslutsfattare som har loggat in de senaste fem
    /// minuterna. Vid nej går ärendet vidare till utredning.
    find_out_of_scope: TypedAgreement, "/api/v1/cases/{id}/find-out-of-scope",
    "Answer whether it is lex Sarah / Svara på om det är lex Sarah",
    {"agrees": "yes", "reasons": "Händelsen gäller skolan."}
}

verb! {
    /// Records that the misconduct is remedied or the risk removed, and what shows it (L8, LSS 24 e §).
    ///
    /// By the receiver at the unit, beside the inquiry.
    ///
    /// **Svenska:** Antecknar att missförhållandet är avhjälpt eller risken undanröjd, och vad som visar det. Görs av mottagaren på
    /// enheten, vid sidan av utredningen.
    remedy: TypedRemedy, "/api/v1/cases/{id}/remedy", "Record that it is remedied / Anteckna att det är avhjälpt",
    {"done": "Grinden är lagad sedan 9 november.", "evidence": "Vaktmästarens kvitto."}
}

verb! {
    /// Plans a measure: somebody does it by a day (H47).
    ///
    /// By the receiver, the investigator or the decision-maker. Its owner is told that something waits.
    ///
    /// **Svenska:** Planerar en åtgärd: vem som gör den och till vilken dag. Görs av mottagaren, utredaren eller beslutsfattaren. Den
    /// som ska göra den får veta att något väntar.
    add_measure: TypedMeasure, "/api/v1/cases/{id}/add-measure", "Plan a measure / Planera en åtgärd",
    {"text": "Två vuxna vid grinden vid hemgång.", "owner": "01900000-0000-7000-8000-000000010000", "due_on": "2026-12-04"}
}

verb! {
    /// Says that a measure is done, or gives it another day.
    ///
    /// By the receiver or the measure's owner.
    ///
    /// **Svenska:** Säger att en åtgärd är klar, eller ger den en ny dag. Görs av mottagaren eller den som ska göra åtgärden.
    settle_measure: TypedProgress, "/api/v1/cases/{id}/settle-measure",
    "Settle a measure / Avsluta eller flytta en åtgärd",
    {"measure": "019a0000-0000-7000-8000-000000000004", "progress": "done", "words": "Två namn på schemat."}
}

verb! {
    /// Begins the follow-up (L13).
    ///
    /// By the receiver, when every measure is done or has a new day.
    ///
    /// **Svenska:** Inleder uppföljningen. Görs av mottagaren, när varje åtgärd är klar eller har fått en ny dag.
    follow_up: NothingMore, "/api/v1/cases/{id}/follow-up", "Begin the follow-up / Inled uppföljningen", {}
}

verb! {
    /// Judges what a measure has led to, and whether the routine was looked over.
    ///
    /// **Svenska:** Bedömer vad en åtgärd har lett till, och om rutinen har setts över.
    judge_effect: TypedEffect, "/api/v1/cases/{id}/judge-effect", "Judge the effect / Bedöm effekten",
    {"measure": "019a0000-0000-7000-8000-000000000004", "effect": "fully", "shown_by": "Ingen har gått ensam sedan dess.",
        "routine": "revised", "routine_words": "Rutin för hemgång, version 3."}
}

verb! {
    /// Records what somebody whom it concerned was told, or why they are not (H48).
    ///
    /// **Svenska:** Antecknar vad någon som berörs har fått veta, eller varför den inte får veta.
    give_feedback: TypedFeedback, "/api/v1/cases/{id}/give-feedback", "Record feedback / Anteckna återföring",
    {"to": "staff_group", "is_given": "yes", "words": "På mötet 12 november: vad vi ändrar vid hemgång."}
}

verb! {
    /// Closes the case (L14).
    ///
    /// By a decision-maker logged in within the last five minutes. Every effect is judged, the routine looked over, everybody told, and
    /// nothing is left to send to IVO.
    ///
    /// **Svenska:** Avslutar ärendet. Görs av en beslutsfattare som har loggat in de senaste fem minuterna. Varje effekt är bedömd,
    /// rutinen sedd över, återföringen gjord, och inget återstår att skicka till IVO.
    close: TypedClosing, "/api/v1/cases/{id}/close", "Close the case / Avsluta ärendet",
    {"note": "Åtgärderna har hjälpt. Rutinen är ny."}
}

verb! {
    /// Opens a closed case again (L15).
    ///
    /// By a decision-maker logged in within the last five minutes. The decision stands until there is a new one.
    ///
    /// **Svenska:** Öppnar ett avslutat ärende igen. Görs av en beslutsfattare som har loggat in de senaste fem minuterna. Beslutet
    /// gäller tills det finns ett nytt.
    reopen: TypedReopening, "/api/v1/cases/{id}/reopen", "Reopen the case / Öppna ärendet igen",
    {"cause": "new_facts", "reasons": "Två nya rapporter om samma grind."}
}

verb! {
    /// Lays before the decision-maker that IVO should be notified (L6).
    ///
    /// By the investigator, as soon as it is beyond doubt, also before the inquiry is done.
    ///
    /// **Svenska:** Föreslår för beslutsfattaren att IVO ska få en anmälan. Görs av utredaren så snart det är klart, även innan
    /// utredningen är färdig.
    propose_ivo: ProposeIvoBody, "/api/v1/cases/{id}/propose-ivo", "Propose to notify IVO / Föreslå anmälan till IVO",
    {"reasons": "Ungdomen var ensam vid en trafikerad väg i tjugo minuter."}
}

verb! {
    /// Settles that IVO is to be notified (L6, LSS 24 f §).
    ///
    /// By a decision-maker logged in within the last five minutes.
    ///
    /// **Svenska:** Bestämmer att IVO ska få en anmälan. Görs av en beslutsfattare som har loggat in de senaste fem minuterna.
    require_ivo: RequireIvoBody, "/api/v1/cases/{id}/require-ivo", "Require a notification to IVO / Bestäm att IVO ska få en anmälan",
    {"reasons": "Ungdomen var ensam vid en trafikerad väg i tjugo minuter."}
}

verb! {
    /// Fills in IVO's form (law A.7). The latest one is what is filed.
    ///
    /// **Svenska:** Fyller i IVO:s blankett. Den senaste är den som skickas.
    prepare_ivo: TypedIvoForm, "/api/v1/cases/{id}/prepare-ivo", "Fill in the form to IVO / Fyll i anmälan till IVO",
    {"matter": "serious_misconduct", "kind": "supervision", "description": "En ungdom var ensam i tjugo minuter."}
}

verb! {
    /// Records that the notification has been filed with IVO (L6). Nothing is sent from here.
    ///
    /// By a decision-maker logged in within the last five minutes. The form is frozen, and the clock for the inquiry begins.
    ///
    /// **Svenska:** Antecknar att anmälan har skickats till IVO. Inget skickas härifrån. Görs av en beslutsfattare som har loggat in
    /// de senaste fem minuterna. Anmälan går sedan inte att ändra, och tiden för utredningen börjar löpa.
    notify_ivo: NotifyIvoBody, "/api/v1/cases/{id}/notify-ivo", "Record the notification to IVO / Anteckna anmälan till IVO",
    {"sent_on": "2026-11-23", "channel": "e_service", "receipt": "Kvittens 4711"}
}

verb! {
    /// Records that IVO has given more time for the inquiry (L12).
    ///
    /// **Svenska:** Antecknar att IVO har gett anstånd med utredningen.
    extend_ivo: TypedRespite, "/api/v1/cases/{id}/extend-ivo", "Record a respite / Anteckna anstånd",
    {"until": "2027-02-15", "given": "IVO 2026-12-01, dnr 3.1-4711/2026"}
}

verb! {
    /// Records that the inquiry has been sent to IVO (L12). The clock stops.
    ///
    /// **Svenska:** Antecknar att utredningen har skickats till IVO. Klockan stannar.
    send_inquiry_to_ivo: SendInquiryBody, "/api/v1/cases/{id}/send-inquiry-to-ivo",
    "Record that IVO has got the inquiry / Anteckna att IVO har fått utredningen",
    {"sent_on": "2026-12-18", "channel": "post", "receipt": "Rekommenderat brev RR 4711 SE"}
}

verb! {
    /// Records that IVO is done with the matter.
    ///
    /// **Svenska:** Antecknar att IVO är klar med ärendet.
    close_ivo: TypedIvoAnswer, "/api/v1/cases/{id}/close-ivo", "Record IVO's answer / Anteckna IVO:s svar",
    {"answer": "IVO avslutar ärendet utan krav."}
}

verb! {
    /// Says that something else is owed beside lex Sarah, is done, or is not needed (law A.9).
    ///
    /// A data breach that is to be reported has 72 hours from the moment somebody here became aware of it.
    ///
    /// **Svenska:** Säger att något annat ska göras vid sidan av lex Sarah, är gjort eller inte behövs. En personuppgiftsincident ska
    /// anmälas inom 72 timmar från det att någon här fick kännedom om den.
    consider_duty: TypedDuty, "/api/v1/cases/{id}/consider-duty", "Consider another duty / Pröva en annan skyldighet",
    {"track": "child_protection", "step": "done", "words": "Orosanmälan till socialtjänsten 21 november kl. 10."}
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
    match actions::read(app, &person, id).await {
        Ok(opened) => Ok(answer(&HeaderMap::new(), opened)),
        // With the deed the case has become somebody else's.
        Err(Failed::NotThere) => Ok(StatusCode::NO_CONTENT.into_response()),
        Err(failed) => Err(failed.into()),
    }
}
