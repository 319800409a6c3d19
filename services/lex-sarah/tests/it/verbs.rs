//! Every verb of the table by everybody to whom the table does not give it, in every state: refused, and nothing has changed. How it is
//! tried comes from the table and from the document, so a new verb is tried by itself.

use lex_sarah::domain::{Standing, State, TABLE, Verb};
use organisation::Role;
use proto::organisation::Assignment;
use serde_json::{Value, json};
use testkit::{
    Browser, Program, everything_stored,
    organisation::{NORRGLIMT, organisation, person},
};

use crate::office::{
    DECIDER, INVESTIGATOR, MANAGER, Office, REPORTER, completion, decision, effect, feedback, measure,
    settled,
};

/// Whom the report is about, though they hold every role that a case knows.
const IMPLICATED: &str = MANAGER;
/// Receives it in the place of the manager.
const RECEIVER: &str = "rektor-norrglimt";
const ANOTHER: &str = "utredare-2";
/// Works at the unit, and gets a measure to do.
const OWNER: &str = "utan-roll";
const ARCHIVIST: &str = "arkivarie";
const REGISTRAR: &str = "registrator";

const EVERYBODY: [&str; 14] = [
    REPORTER,
    IMPLICATED,
    RECEIVER,
    INVESTIGATOR,
    ANOTHER,
    DECIDER,
    OWNER,
    ARCHIVIST,
    REGISTRAR,
    "fritidsledare-stjarnvret",
    "rektor-stjarnvret",
    "vardnadshavare-norrglimt",
    "dataskyddsombud",
    "administrator",
];

/// Where a case stands, and what that is to people.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Moment {
    state: State,
    /// Whether no investigator has it.
    is_free: bool,
    /// Whether something in it waits, or has waited, for a decision.
    is_laid_before_the_decision_maker: bool,
}

/// What each is to the case, told once more and without the code's own word for it.
fn standings(login: &str, at: Moment) -> &'static [Standing] {
    match login {
        REPORTER => &[Standing::Reporter],
        RECEIVER => &[Standing::Receiver],
        // They hold the other role too: until they have had it they may do either, never both.
        INVESTIGATOR if at.state == State::Registered => {
            &[Standing::FreeInvestigator, Standing::DecisionMaker]
        }
        INVESTIGATOR if !at.is_free => &[Standing::Assigned],
        INVESTIGATOR | ANOTHER if at.is_free => &[Standing::FreeInvestigator],
        DECIDER => &[Standing::DecisionMaker],
        OWNER if has_measures(at) => &[Standing::Owner],
        ARCHIVIST => &[Standing::Archivist],
        REGISTRAR => &[Standing::Registrar],
        _ => &[],
    }
}

fn has_measures(at: Moment) -> bool {
    matches!(at.state, State::Measures | State::FollowUp)
}

/// Whether the case is there at all for them.
fn sees(login: &str, at: Moment) -> bool {
    match login {
        REPORTER | RECEIVER => true,
        INVESTIGATOR | ANOTHER => !standings(login, at).is_empty(),
        DECIDER => at.is_laid_before_the_decision_maker && at.state != State::Archived,
        OWNER => has_measures(at),
        ARCHIVIST => matches!(at.state, State::Closed | State::ClosedNoMisconduct | State::OutOfScope),
        _ => false,
    }
}

/// What the table says, where the case is there for them; the registrar sees the diary alone.
fn may(login: &str, verb: Verb, at: Moment) -> bool {
    let is_theirs = TABLE.iter().any(|row| {
        row.verb == verb
            && row.from.contains(&at.state)
            && row.who.iter().any(|who| standings(login, at).contains(who))
    });
    is_theirs && (sees(login, at) || verb == Verb::CheckRegistration)
}

/// The page of a case on which it is done. None: this service does it by itself, or no case is there yet.
fn place(case: &str, verb: Verb) -> Option<String> {
    let of_the_case = match verb {
        Verb::Report | Verb::Register | Verb::CloseNoMisconduct | Verb::OpenMeasures => return None,
        Verb::WishToWithdraw => return Some(format!("/rapporterat/{case}/ta-tillbaka")),
        Verb::CheckRegistration => return Some(format!("/registratur/{case}")),
        Verb::Protect => "skydda",
        Verb::Take => "ta",
        Verb::HandBack => "lamna-tillbaka",
        Verb::AddKey => "kodnyckel",
        Verb::LookInKeyList => "kodnyckel/oppna",
        Verb::Implicate => "undanta",
        Verb::StartInquiry => "inled-utredning",
        Verb::ProposeOutOfScope => "inte-lex-sarah",
        Verb::FindOutOfScope | Verb::DeclineOutOfScope => "prova-om-lex-sarah",
        Verb::ProposeIvo => "foresla-ivo",
        Verb::RequireIvo => "kraver-ivo",
        Verb::PrepareIvo => "anmalan-ivo",
        Verb::NotifyIvo => "anmald-ivo",
        Verb::ConsiderDuty => "annan-skyldighet",
        Verb::AddEntry => "anteckna",
        Verb::Remedy => "avhjalpt",
        Verb::CompleteInquiry => "utredning-klar",
        Verb::Decide => "besluta",
        Verb::ExtendIvo => "anstand-ivo",
        Verb::SendInquiryToIvo => "utredning-till-ivo",
        Verb::CloseIvo => "svar-ivo",
        Verb::AddMeasure => "atgard",
        Verb::SettleMeasure => "atgard-klar",
        Verb::FollowUp => "folj-upp",
        Verb::JudgeEffect => "effekt",
        Verb::GiveFeedback => "aterforing",
        Verb::Close => "avsluta",
        Verb::Reopen => "oppna-igen",
        Verb::Archive => "arkivera",
    };
    Some(format!("/arenden/{case}/{of_the_case}"))
}

/// The last part of the address at which programs do it.
fn address(verb: Verb) -> String {
    let verb = if verb == Verb::DeclineOutOfScope { Verb::FindOutOfScope } else { verb };
    verb.code().replace('_', "-")
}

/// What a program sends, as the document shows it. None: programs have no address for it.
fn body(document: &Value, verb: Verb) -> Option<Value> {
    let path = format!("/api/v1/cases/{{id}}/{}", address(verb));
    let content = &document["paths"][&path]["post"]["requestBody"]["content"]["application/json"];
    let mut example = content.get("example")?.clone();
    if verb == Verb::DeclineOutOfScope {
        example["agrees"] = json!("no");
    }
    Some(example)
}

/// The fields that a form has before anybody has filled it in.
fn of_an_empty_form(verb: Verb, version: &str) -> String {
    match verb {
        Verb::WishToWithdraw | Verb::LookInKeyList => String::new(),
        Verb::CheckRegistration => "&checks=0".to_owned(),
        _ => format!("&version={version}"),
    }
}

/// What there is nothing to fill in for.
const WITHOUT_FIELDS: [Verb; 2] = [Verb::FollowUp, Verb::WishToWithdraw];

/// How many cells were tried, and how many of them were theirs.
#[derive(Debug, Default, Clone, Copy)]
struct Tried {
    cells: usize,
    theirs: usize,
    requests: usize,
}

/// Somebody at a browser, and the program that they use. They log in once.
struct Somebody {
    login: &'static str,
    browser: Browser,
    token: String,
    program: Program,
}

struct Scene {
    office: Office,
    case: String,
    people: Vec<Somebody>,
    document: Value,
    tried: Tried,
}

impl Scene {
    /// A report about the manager, who holds every role that a case knows; so do others hold more than one.
    async fn open() -> Self {
        let office = Office::open().await;
        let mut register = organisation();
        let mut gets = |login: &str, role: Role, unit_id| {
            let from = "2026-01-01".parse().unwrap();
            let person_id = person(login).as_uuid();
            register.assignments.push(Assignment {
                person_id,
                role,
                unit_id,
                youth_id: None,
                from,
                to: None,
            });
        };
        for login in [REPORTER, IMPLICATED] {
            gets(login, Role::LexSarahInvestigator, None);
            gets(login, Role::DecisionMaker, None);
        }
        gets(IMPLICATED, Role::Archivist, None);
        gets(IMPLICATED, Role::Registrar, None);
        gets(INVESTIGATOR, Role::DecisionMaker, None);
        gets(OWNER, Role::Staff, Some(NORRGLIMT));
        office.service.ground.directory.replace(register);
        let body = json!({ "text": "Min chef slog honom.", "concerns_manager": true });
        let case = office.reported_by(REPORTER, &body).await;
        let document = serde_json::to_value(lex_sarah::openapi()).unwrap();
        let mut people = Vec::new();
        for login in EVERYBODY {
            let browser = office.browser(login).await;
            let token = browser.page.attribute("[name=csrf]", "value").unwrap_or_default();
            people.push(Somebody { login, browser, token, program: office.program(login) });
        }
        Self { office, case, people, document, tried: Tried::default() }
    }

    async fn does(&self, login: &str, verb: &str, body: &Value) -> Value {
        let answer = self.office.does(login, &self.case, verb, body).await;
        answer.expect_success();
        answer.json
    }

    /// Everybody tries everything.
    async fn tries(&mut self, state: State, is_free: bool, is_laid_before_the_decision_maker: bool) {
        let at = Moment { state, is_free, is_laid_before_the_decision_maker };
        let (before, done) = (self.stored().await, self.done().await);
        assert_eq!(column(&before, "lex_sarah_case.state"), state.code());
        let version = column(&before, "lex_sarah_case.version");
        for Somebody { login, program, .. } in &self.people {
            let read = program.get(&format!("/api/v1/cases/{}", self.case)).await;
            assert_eq!(read.status.is_success(), sees(login, at), "{login} sees it at {at:?}");
        }
        let mut people = std::mem::take(&mut self.people);
        for somebody in &mut people {
            for verb in Verb::ALL {
                self.by_a_program(somebody, *verb, at, &version).await;
                self.on_a_page(somebody, *verb, at, &version).await;
            }
            let login = somebody.login;
            assert_eq!(self.done().await, done, "{login} leaves no trace of a deed at {at:?}");
        }
        // To look at every cell that is stored takes as long as some hundred requests: once for all of them.
        let after = self.stored().await;
        let is_new = |cell: &&(String, String)| !before.contains(cell);
        let new: Vec<_> = after.iter().filter(is_new).map(|(column, _)| column).collect();
        assert!(after == before, "nobody changes anything at {at:?}: {new:?}");
        self.people = people;
    }

    async fn by_a_program(&mut self, somebody: &Somebody, verb: Verb, at: Moment, version: &str) {
        let login = somebody.login;
        let may = may(login, verb, at);
        self.tried.cells += 1;
        self.tried.theirs += usize::from(may);
        if may {
            return;
        }
        let (body, address) =
            (body(&self.document, verb), format!("/api/v1/cases/{}/{}", self.case, address(verb)));
        let program = somebody.program.clone().header("if-match", format!("\"{version}\""));
        let answer = program.post(&address, body.as_ref().unwrap_or(&json!({}))).await.status.as_u16();
        let known: &[u16] = if body.is_none() { &[404, 405] } else { refusal(login, verb, at) };
        assert!(known.contains(&answer), "{login} does {verb:?} by a program at {at:?}: {answer}");
        self.tried.requests += 1;
    }

    async fn on_a_page(&mut self, somebody: &mut Somebody, verb: Verb, at: Moment, version: &str) {
        let Somebody { login, browser, token, .. } = somebody;
        let (may, place) = (may(login, verb, at), place(&self.case, verb));
        let is_nobodys =
            TABLE.iter().all(|row| row.verb != verb || row.from.is_empty() || row.who == [Standing::System]);
        assert_eq!(place.is_none(), is_nobodys, "{verb:?} has a page unless it is nobody's");
        let Some(place) = place.filter(|_| !(may && WITHOUT_FIELDS.contains(&verb))) else { return };
        let form = format!("csrf={token}{}", of_an_empty_form(verb, version));
        let answer = browser.post(&place, "application/x-www-form-urlencoded", form).await.status.as_u16();
        // Whoever may do it is told what is wanting in the form, or in the case.
        let known = if may { &[409, 422] } else { refusal(login, verb, at) };
        assert!(known.contains(&answer), "{login} does {verb:?} on a page at {at:?}: {answer}");
        self.tried.requests += 1;
    }

    /// What stands in the database but for log-ins and traces.
    async fn stored(&self) -> Vec<(String, String)> {
        let beside = ["audit", "session", "login_attempt", "pinned_identity"];
        let mut all = everything_stored(&self.office.service.ground.database).await;
        all.retain(|(column, _)| !beside.iter().any(|table| column.starts_with(table)));
        all.sort();
        all
    }

    /// What was done to the case, by its traces: without the readings.
    async fn done(&self) -> Vec<String> {
        let traces = self.office.traces(&self.case).await;
        traces.into_iter().filter(|action| action != "read").collect()
    }
}

fn column(stored: &[(String, String)], column: &str) -> String {
    let (_, value) = stored.iter().find(|(name, _)| name == column).unwrap();
    value.rsplit_once(' ').unwrap().0.to_owned()
}

/// How somebody is refused: a case that is not there for them is not there, whatever they try.
fn refusal(login: &str, verb: Verb, at: Moment) -> &'static [u16] {
    match (sees(login, at), verb) {
        // Somebody else was quicker.
        (false, Verb::Take) if login == ANOTHER => &[404, 409],
        (true, verb) if verb != Verb::CheckRegistration => &[403, 409],
        // The diary is the registrar's, and there for nobody else.
        _ => &[403, 404],
    }
}

fn tells(tried: Tried) {
    let Tried { cells, theirs, requests } = tried;
    assert!(0 < theirs && theirs < cells && cells < requests, "each cell is asked, and few may");
    println!(
        "{cells} cells of state × verb × person tried by {requests} requests; {theirs} of them are theirs"
    );
}

#[tokio::test]
async fn until_it_is_decided_nobody_does_what_the_table_does_not_give_them() {
    let mut scene = Scene::open().await;
    let case = scene.case.clone();
    scene.tries(State::Registered, true, false).await;
    scene.office.taken(&case).await;
    scene.tries(State::Assessing, false, false).await;
    scene.does(INVESTIGATOR, "start-inquiry", &json!({ "plan": "Samtal." })).await;
    scene.tries(State::Inquiry, false, false).await;
    for section in 1..=10 {
        scene.does(INVESTIGATOR, "add-entry", &crate::office::entry(section)).await;
    }
    scene.does(INVESTIGATOR, "hand-back", &json!({ "reasons": "Jag är ledig." })).await;
    scene.tries(State::Inquiry, true, false).await;
    scene.office.taken(&case).await;
    scene.does(INVESTIGATOR, "complete-inquiry", &completion()).await;
    scene.tries(State::Inquiry, false, true).await;
    tells(scene.tried);
}

#[tokio::test]
async fn after_the_decision_nobody_does_what_the_table_does_not_give_them() {
    let mut scene = Scene::open().await;
    let case = scene.case.clone();
    scene.office.decided(&case).await;
    let planned = scene.does(RECEIVER, "add-measure", &measure(OWNER)).await;
    let id = planned["records"][0]["id"].as_str().unwrap().to_owned();
    scene.tries(State::Measures, false, true).await;
    scene.does(OWNER, "settle-measure", &settled(&id)).await;
    scene.does(RECEIVER, "follow-up", &json!({})).await;
    scene.tries(State::FollowUp, false, true).await;
    scene.does(RECEIVER, "judge-effect", &effect(&id)).await;
    for to in ["reporter", "staff_group", "youth", "guardian"] {
        scene.does(RECEIVER, "give-feedback", &feedback(to)).await;
    }
    scene.does(DECIDER, "close", &json!({ "note": "Det har hjälpt." })).await;
    scene.tries(State::Closed, false, true).await;
    scene.does(ARCHIVIST, "archive", &json!({ "decision": "UTBF 2026-118: bevaras" })).await;
    scene.tries(State::Archived, false, true).await;
    tells(scene.tried);
}

#[tokio::test]
async fn where_it_was_something_else_nobody_does_what_the_table_does_not_give_them() {
    let mut scene = Scene::open().await;
    let case = scene.case.clone();
    scene.office.completed(&case).await;
    let mut none = decision();
    none["grade"] = json!("no_misconduct");
    scene.does(DECIDER, "decide", &none).await;
    scene.tries(State::ClosedNoMisconduct, false, true).await;
    tells(scene.tried);

    let mut scene = Scene::open().await;
    let case = scene.case.clone();
    scene.office.proposed_out_of_scope(&case).await;
    scene.tries(State::Assessing, false, true).await;
    let agrees = json!({ "agrees": "yes", "reasons": "Det är skolans sak." });
    scene.does(DECIDER, "find-out-of-scope", &agrees).await;
    scene.tries(State::OutOfScope, false, true).await;
    tells(scene.tried);
}
