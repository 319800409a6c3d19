//! One address a verb. Each names the version it is made to, so the same request sent twice is done once.

use axum::{extract::State, response::IntoResponse};
use kernel::text::FreeText;
use serde::Deserialize;
use utoipa::ToSchema;
use uuid::Uuid;
use web::{BodyProblems, CallerProblems, Json};

use super::{
    caller::{AtVersion, Caller, Done, OfComplaint},
    refusal::{ChangeProblems, Refusal},
};
use crate::{
    StaffApp,
    actions::{self, Report},
    domain::{
        AnsweredBy, Category, Concerns, Deviation, NewAnswer, NewInquiry, Triage, TypedAnswer, TypedInquiry,
        TypedTriage,
    },
    http::faults,
};

/// What the sender is told, and what stands in the journal.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct AnswerToSender {
    /// How the sender gets it: on their page unless it says otherwise.
    #[serde(default = "on_their_page")]
    by: AnsweredBy,
    #[schema(min_length = 1, max_length = 20000)]
    text: String,
    /// What the youth said and how it was considered, or why nobody could ask (H10). Required when a youth wrote, or a guardian
    /// or somebody near; the sender does not see it.
    #[serde(default)]
    #[schema(max_length = 20000)]
    youth_heard: String,
}

const fn on_their_page() -> AnsweredBy {
    AnsweredBy::Page
}

/// What was judged. Every question is answered.
#[expect(clippy::struct_excessive_bools, reason = "each is a question of its own")]
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Judgement {
    category: Category,
    /// What else it is about. It is counted under none of them.
    #[serde(default)]
    #[schema(max_items = 3)]
    besides: Vec<Category>,
    /// 0 praise or a suggestion, 1 a question, 2 a shortcoming without risk, 3 one that was felt, 4 a suspected misconduct.
    #[schema(minimum = 0, maximum = 4)]
    severity: i16,
    /// (a) Then the one who learnt of it reports at once (LSS 24 b §). Goes with severity 4, and only with it.
    misconduct_suspected: bool,
    /// (b) Then socialnämnden is told.
    child_at_risk: bool,
    /// (c) Then 72 hours run (GDPR art. 33).
    data_breach: bool,
    /// (d)
    concerns: Concerns,
    /// (e)
    other_authority: bool,
    /// (f)
    threat: bool,
    /// The one who judges is not themself concerned (rule G.2).
    no_conflict: bool,
}

/// What is judged anew, and why.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewJudgement {
    judgement: Judgement,
    /// For the journal.
    #[schema(min_length = 1, max_length = 20000)]
    reason: String,
}

/// What the inquiry found. The first time every text is required; later only what is new.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Findings {
    #[schema(min_length = 1, max_length = 20000)]
    happened: String,
    /// What that rests on: what was read and seen.
    #[serde(default)]
    #[schema(max_length = 20000)]
    sources: String,
    /// Who was heard and what they said, or why nobody was.
    #[serde(default)]
    #[schema(max_length = 20000)]
    heard: String,
    /// What the routine says, and whether it was followed.
    #[serde(default)]
    #[schema(max_length = 20000)]
    compared: String,
    /// What a guardian may be told of a youth of 12 to 17, and why (H12, OSL 12:3).
    #[serde(default)]
    #[schema(max_length = 20000)]
    towards_guardian: String,
    /// Whether it is a deviation (H40).
    deviation: Deviation,
}

/// The unit that it is about, and how somebody knows.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct OtherUnit {
    unit_id: Uuid,
    #[schema(min_length = 1, max_length = 20000)]
    reason: String,
}

/// What somebody writes.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Words {
    #[schema(min_length = 1, max_length = 20000)]
    text: String,
}

/// What somebody writes for those who handle it.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NoteWords {
    #[schema(min_length = 1, max_length = 20000)]
    text: String,
    /// To remember while one works: no part of the record (TF 2:12). Refused once it is closed.
    #[serde(default)]
    working: bool,
    /// The entry that it corrects. It is of the same kind then.
    #[serde(default)]
    corrects: Option<Uuid>,
}

/// The person's own report.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct OwnReport {
    /// What the person has learnt, in their own words.
    #[schema(min_length = 1, max_length = 20000)]
    text: String,
    /// What has been done about it already.
    #[serde(default)]
    #[schema(max_length = 20000)]
    acted: Option<String>,
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ToUnit {
    unit_id: Uuid,
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct WhoIsConcerned {
    person_id: Uuid,
}

/// Judges what it is: the six questions, the category, the severity (I.2 C4).
///
/// **Svenska:** Bedömer vad det är: de sex frågorna, kategorin, allvarsgraden.
#[utoipa::path(
    post,
    path = "/api/v1/complaints/{id}/triage",
    tag = "verbs",
    summary = "Triage / Bedöm",
    security(("bearer" = [])),
    params(OfComplaint, AtVersion),
    request_body(content = Judgement, example = json!({"category": "COORDINATION_EXTERNAL", "severity": 2, "misconduct_suspected": false, "child_at_risk": false, "data_breach": false, "concerns": "ktt", "other_authority": false, "threat": false, "no_conflict": true})),
    responses(Done, ChangeProblems, CallerProblems, BodyProblems),
)]
pub(crate) async fn triage(
    State(app): State<StaffApp>,
    caller: Caller,
    Json(body): Json<Judgement>,
) -> Result<impl IntoResponse, Refusal> {
    let triage = Triage::parse(&body.into()).map_err(faults::answers)?;
    actions::triage(&app, caller.at(), triage).await?;
    Ok(caller.done())
}

/// Judges it anew when something else has come out: a breach, a threat, a child at risk (I.2 C4). What was judged before is kept, and duties that were found now begin now.
///
/// **Svenska:** Bedömer det på nytt när något annat har kommit fram: en incident, ett hot, ett barn som kan fara illa. Den förra bedömningen sparas, och det som lagen kräver börjar gälla nu.
#[utoipa::path(
    post,
    path = "/api/v1/complaints/{id}/rejudge",
    tag = "verbs",
    summary = "Judge it anew / Bedöm på nytt",
    security(("bearer" = [])),
    params(OfComplaint, AtVersion),
    request_body(content = NewJudgement, example = json!({"judgement": {"category": "PRIVACY_AND_SECRECY", "besides": ["COORDINATION_EXTERNAL"], "severity": 2, "misconduct_suspected": false, "child_at_risk": false, "data_breach": true, "concerns": "ktt", "other_authority": false, "threat": false, "no_conflict": true}, "reason": "Taxibolaget hade skickat listan till fel familj."})),
    responses(Done, ChangeProblems, CallerProblems, BodyProblems),
)]
pub(crate) async fn rejudge(
    State(app): State<StaffApp>,
    caller: Caller,
    Json(body): Json<NewJudgement>,
) -> Result<impl IntoResponse, Refusal> {
    let triage = Triage::parse(&body.judgement.into()).map_err(faults::answers)?;
    let reason = text(&app, "/reason", &body.reason)?;
    actions::rejudge(&app, caller.at(), triage, reason).await?;
    Ok(caller.done())
}

/// Begins the inquiry. The person handles the complaint from then on (I.2 C8).
///
/// **Svenska:** Börjar utreda. Personen handlägger klagomålet från och med nu.
#[utoipa::path(
    post,
    path = "/api/v1/complaints/{id}/start-inquiry",
    tag = "verbs",
    summary = "Take it on / Ta dig an det",
    security(("bearer" = [])),
    params(OfComplaint, AtVersion),
    responses(Done, ChangeProblems, CallerProblems),
)]
pub(crate) async fn start_inquiry(
    State(app): State<StaffApp>,
    caller: Caller,
) -> Result<impl IntoResponse, Refusal> {
    actions::start_inquiry(&app, caller.at()).await?;
    Ok(caller.done())
}

/// What the inquiry found, written in the journal: what happened, how that is known, who was heard, what the routine says, whether it is a deviation (I.2 C8). Nobody answers before. May be called again with what is new.
///
/// **Svenska:** Vad utredningen kom fram till, skrivet i journalen: vad som hände, hur ni vet det, vilka ni har hört, vad rutinen säger och om det är en avvikelse. Ingen svarar innan. Kan göras igen med det som är nytt.
#[utoipa::path(
    post,
    path = "/api/v1/complaints/{id}/inquire",
    tag = "verbs",
    summary = "What was found / Vad utredningen visar",
    security(("bearer" = [])),
    params(OfComplaint, AtVersion),
    request_body(content = Findings, example = json!({"happened": "Bilen kom 35 minuter för sent tre dagar i oktober.", "sources": "Taxibolagets körjournal.", "heard": "Två i personalen och chauffören.", "compared": "Rutinen säger att vi ringer efter tio minuter. Ingen ringde.", "deviation": "routine_not_followed"})),
    responses(Done, ChangeProblems, CallerProblems, BodyProblems),
)]
pub(crate) async fn inquire(
    State(app): State<StaffApp>,
    caller: Caller,
    Json(body): Json<Findings>,
) -> Result<impl IntoResponse, Refusal> {
    let at = caller.at();
    let seen = app.store.complaint_as_seen_by(at.id, at.person).await.map_err(actions::Failed::from)?;
    let (complaint, _) = seen.ok_or(web::Error::NotFound)?;
    let typed = TypedInquiry {
        happened: body.happened,
        sources: body.sources,
        heard: body.heard,
        compared: body.compared,
        towards_guardian: body.towards_guardian,
        deviation: body.deviation.to_string(),
    };
    let new = NewInquiry::parse(&typed, &complaint, &app.policy).map_err(faults::answers)?;
    actions::inquire(&app, at, new).await?;
    Ok(caller.done())
}

/// A view or praise (severity 0) needs no inquiry; it can be closed then.
///
/// **Svenska:** En synpunkt eller beröm (allvarsgrad 0) behöver ingen utredning och kan sedan avslutas.
#[utoipa::path(
    post,
    path = "/api/v1/complaints/{id}/no-complaint",
    tag = "verbs",
    summary = "Put it down as a view / Lägg det som synpunkt",
    security(("bearer" = [])),
    params(OfComplaint, AtVersion),
    responses(Done, ChangeProblems, CallerProblems),
)]
pub(crate) async fn no_complaint(
    State(app): State<StaffApp>,
    caller: Caller,
) -> Result<impl IntoResponse, Refusal> {
    actions::put_down_as_view(&app, caller.at()).await?;
    Ok(caller.done())
}

/// For those who handle it. The sender's receipt does not open it.
///
/// **Svenska:** För dem som handlägger. Avsändarens kvittokod öppnar det inte.
#[utoipa::path(
    post,
    path = "/api/v1/complaints/{id}/note",
    tag = "verbs",
    summary = "Write in the journal / Anteckna",
    security(("bearer" = [])),
    params(OfComplaint, AtVersion),
    request_body(content = NoteWords, example = json!({"text": "Ringde taxibolaget.", "working": false})),
    responses(Done, ChangeProblems, CallerProblems, BodyProblems),
)]
pub(crate) async fn note(
    State(app): State<StaffApp>,
    caller: Caller,
    Json(body): Json<NoteWords>,
) -> Result<impl IntoResponse, Refusal> {
    let text = text(&app, "/text", &body.text)?;
    let corrects = body.corrects.map(Into::into);
    let new = actions::NewNote { text, is_working: body.working, corrects };
    actions::note(&app, caller.at(), new).await?;
    Ok(caller.done())
}

/// The sender reads it with the receipt. A mail, if there is an address, says only that something waits.
///
/// **Svenska:** Avsändaren läser med kvittokoden. Ett mejl, om det finns en adress, säger bara att något väntar.
#[utoipa::path(
    post,
    path = "/api/v1/complaints/{id}/message",
    tag = "verbs",
    summary = "Write to the sender / Skriv till avsändaren",
    security(("bearer" = [])),
    params(OfComplaint, AtVersion),
    request_body(content = Words, example = json!({"text": "Vilken dag var det?"})),
    responses(Done, ChangeProblems, CallerProblems, BodyProblems),
)]
pub(crate) async fn message(
    State(app): State<StaffApp>,
    caller: Caller,
    Json(body): Json<Words>,
) -> Result<impl IntoResponse, Refusal> {
    let text = text(&app, "/text", &body.text)?;
    actions::write_to_sender(&app, caller.at(), text).await?;
    Ok(caller.done())
}

/// The answer to the complaint (I.2 C9). The sender is told, and nobody else.
///
/// **Svenska:** Svaret på klagomålet. Avsändaren får veta det, och ingen annan.
#[utoipa::path(
    post,
    path = "/api/v1/complaints/{id}/answer",
    tag = "verbs",
    summary = "Answer / Svara",
    security(("bearer" = [])),
    params(OfComplaint, AtVersion),
    request_body(content = AnswerToSender, example = json!({"text": "Vi har kommit överens med taxibolaget om vem som ringer.",
        "youth_heard": "Hon vill veta när bilen är sen. Därför får hon också ett sms."})),
    responses(Done, ChangeProblems, CallerProblems, BodyProblems),
)]
pub(crate) async fn answer(
    State(app): State<StaffApp>,
    caller: Caller,
    Json(body): Json<AnswerToSender>,
) -> Result<impl IntoResponse, Refusal> {
    let at = caller.at();
    let seen = app.store.complaint_as_seen_by(at.id, at.person).await.map_err(actions::Failed::from)?;
    let (complaint, _) = seen.ok_or(web::Error::NotFound)?;
    let typed = TypedAnswer { by: body.by.to_string(), text: body.text, youth_heard: body.youth_heard };
    let answer = NewAnswer::parse(&typed, complaint.relation, &app.policy).map_err(faults::answers)?;
    actions::answer(&app, at, answer).await?;
    Ok(caller.done())
}

/// The person's own report under lex Sarah (LSS 24 b §), sealed for that service and not kept here. Once a person. Both matters go on.
///
/// **Svenska:** Personens egen rapport enligt lex Sarah (LSS 24 b §), låst för den tjänsten och inte sparad här. En gång per person. Båda ärendena går vidare.
#[utoipa::path(
    post,
    path = "/api/v1/complaints/{id}/hand-over",
    tag = "verbs",
    summary = "Report a suspected misconduct / Rapportera ett misstänkt missförhållande",
    security(("bearer" = [])),
    params(OfComplaint, AtVersion),
    request_body(content = OwnReport, example = json!({"text": "En ungdom lämnades ensam utanför grinden.", "acted": "Ny rutin för hämtning från i dag."})),
    responses(Done, ChangeProblems, CallerProblems, BodyProblems),
)]
pub(crate) async fn hand_over(
    State(app): State<StaffApp>,
    caller: Caller,
    Json(body): Json<OwnReport>,
) -> Result<impl IntoResponse, Refusal> {
    let acted = FreeText::parse_optional(body.acted.as_deref().unwrap_or_default(), app.policy.longest_text);
    let report = Report {
        text: text(&app, "/text", &body.text)?,
        acted: acted.map_err(|fault| faults::text("/acted", fault))?,
    };
    actions::hand_over(&app, caller.at(), report).await?;
    Ok(caller.done())
}

/// A registrar leads a complaint that named no unit to the one it is about.
///
/// **Svenska:** En registrator leder ett klagomål utan enhet till den det gäller.
#[utoipa::path(
    post,
    path = "/api/v1/complaints/{id}/route",
    tag = "verbs",
    summary = "Lead it to a unit / Led det till en enhet",
    security(("bearer" = [])),
    params(OfComplaint, AtVersion),
    request_body(content = ToUnit, example = json!({"unit_id": "019a0000-0000-7000-8000-000000000003"})),
    responses(Done, ChangeProblems, CallerProblems, BodyProblems),
)]
pub(crate) async fn route(
    State(app): State<StaffApp>,
    caller: Caller,
    Json(body): Json<ToUnit>,
) -> Result<impl IntoResponse, Refusal> {
    actions::route(&app, caller.at(), body.unit_id.into()).await?;
    Ok(caller.done())
}

/// It is about another unit than the sender said (FL 6 §). Those there are told, and it is theirs from then on; what was judged and done stays.
///
/// **Svenska:** Det gäller en annan enhet än avsändaren skrev. De som arbetar där får veta det, och ärendet är deras från och med nu; bedömningen och det som är gjort finns kvar.
#[utoipa::path(
    post,
    path = "/api/v1/complaints/{id}/move",
    tag = "verbs",
    summary = "Move it to another unit / Flytta det till en annan enhet",
    security(("bearer" = [])),
    params(OfComplaint, AtVersion),
    request_body(content = OtherUnit, example = json!({"unit_id": "019a0000-0000-7000-8000-000000000004", "reason": "Ungdomen går på Stjärnvretens KTT sedan i augusti."})),
    responses(Done, ChangeProblems, CallerProblems, BodyProblems),
)]
pub(crate) async fn move_to(
    State(app): State<StaffApp>,
    caller: Caller,
    Json(body): Json<OtherUnit>,
) -> Result<impl IntoResponse, Refusal> {
    let reason = text(&app, "/reason", &body.reason)?;
    actions::move_to(&app, caller.at(), body.unit_id.into(), reason).await?;
    Ok(caller.done())
}

/// Whoever is named in it or responsible for what it is about (rule G.2). To them it is not there from then on, and nothing says why.
///
/// **Svenska:** Den som nämns eller ansvarar för det som klagomålet gäller. För den personen finns det inte längre, och inget säger varför.
#[utoipa::path(
    post,
    path = "/api/v1/complaints/{id}/exclude",
    tag = "verbs",
    summary = "Take a person off it / Ta bort en person från det",
    security(("bearer" = [])),
    params(OfComplaint, AtVersion),
    request_body(content = WhoIsConcerned, example = json!({"person_id": "019a0000-0000-7000-8000-000000000005"})),
    responses(Done, ChangeProblems, CallerProblems, BodyProblems),
)]
pub(crate) async fn exclude(
    State(app): State<StaffApp>,
    caller: Caller,
    Json(body): Json<WhoIsConcerned>,
) -> Result<impl IntoResponse, Refusal> {
    actions::exclude(&app, caller.at(), body.person_id.into()).await?;
    Ok(caller.done())
}

fn text(app: &StaffApp, pointer: &str, typed: &str) -> Result<FreeText, web::Error> {
    FreeText::parse(typed, app.policy.longest_text).map_err(|fault| faults::text(pointer, fault))
}

impl From<Judgement> for TypedTriage {
    fn from(body: Judgement) -> Self {
        let word = |yes: bool| if yes { "yes" } else { "no" }.to_owned();
        Self {
            category: body.category.to_string(),
            besides: body.besides.iter().map(ToString::to_string).collect(),
            severity: body.severity.to_string(),
            misconduct_suspected: word(body.misconduct_suspected),
            child_at_risk: word(body.child_at_risk),
            data_breach: word(body.data_breach),
            concerns: body.concerns.to_string(),
            other_authority: word(body.other_authority),
            threat: word(body.threat),
            no_conflict: word(body.no_conflict),
        }
    }
}
