//! The service on a fresh database, and the people who come to it.

use std::path::Path;

use lex_sarah::PART;
use process::Open;
use proto::Service;
use sea_orm::ConnectionTrait;
use serde_json::{Value, json};
use testkit::{Answer, Browser, Program, Standing, World, everything_stored};
use tokio_util::sync::CancellationToken;

pub const REPORTER: &str = "fritidsledare-norrglimt";
pub const MANAGER: &str = "gruppchef-norrglimt";
pub const INVESTIGATOR: &str = "utredare-1";
pub const DECIDER: &str = "beslutsfattare";

pub struct Office {
    pub world: World,
    pub service: Standing,
}

impl Office {
    pub async fn open() -> Self {
        Self::with(json!({})).await
    }

    /// With settings of the municipality's own.
    pub async fn with(own: Value) -> Self {
        let mut world = World::of(PART).await;
        world.own = serde_json::from_value(own).unwrap();
        let service = world.open(PART).await;
        Self { world, service }
    }

    pub async fn browser(&self, login: &str) -> Browser {
        self.service.logged_in(&self.world.issuer, login).await
    }

    pub fn program(&self, login: &str) -> Program {
        self.service.program().bearer(&self.world.issuer.access_token(login, Service::LexSarah))
    }

    /// A report of the usual reporter; the id of its case.
    pub async fn reported(&self, text: &str) -> String {
        self.reported_by(REPORTER, &json!({ "text": text })).await
    }

    pub async fn reported_by(&self, login: &str, body: &Value) -> String {
        let answer = self.program(login).post("/api/v1/reports", body).await.expect(201);
        answer.json["id"].as_str().unwrap().to_owned()
    }

    /// Does a verb to the case at the version the doer sees.
    pub async fn does(&self, login: &str, case: &str, verb: &str, body: &Value) -> Answer {
        let program = self.program(login);
        let address = format!("/api/v1/cases/{case}");
        let seen = program.get(&address).await;
        let tag = if seen.status.is_success() { seen.etag() } else { "\"1\"".to_owned() };
        program.header("if-match", tag).post(&format!("{address}/{verb}"), body).await
    }

    pub async fn taken(&self, case: &str) {
        let _ = self.does(INVESTIGATOR, case, "take", &json!({ "free_of_conflict": true })).await.expect(200);
    }

    /// Taken, and the inquiry begun.
    pub async fn inquired(&self, case: &str) {
        self.taken(case).await;
        let plan = json!({ "plan": "Samtal med dem som arbetade." });
        let _ = self.does(INVESTIGATOR, case, "start-inquiry", &plan).await.expect(200);
    }

    /// Says why they look, and sees who is who.
    pub async fn looks_in_key_list(&self, login: &str, case: &str) {
        let mut browser = self.browser(login).await;
        browser.get(&format!("/arenden/{case}")).await;
        let csrf = browser.page.attribute("[name=csrf]", "value").unwrap();
        let form = format!("csrf={csrf}&reason=Namnen+ska+bytas+mot+koder.");
        let kind = "application/x-www-form-urlencoded";
        let shown = browser.post(&format!("/arenden/{case}/kodnyckel/oppna"), kind, form).await;
        assert!(shown.status.is_success(), "{}", shown.status);
    }

    /// All ten points told.
    pub async fn filled(&self, case: &str) {
        self.inquired(case).await;
        for section in 1..=10 {
            let _ = self.does(INVESTIGATOR, case, "add-entry", &entry(section)).await.expect(200);
        }
    }

    pub async fn completed(&self, case: &str) {
        self.filled(case).await;
        let _ = self.does(INVESTIGATOR, case, "complete-inquiry", &completion()).await.expect(200);
    }

    /// An answer to each thing that the check found in the inquiry: all of it stays.
    pub async fn keeps_what_is_found(&self, case: &str) -> Value {
        let mut browser = self.browser(INVESTIGATOR).await;
        browser.get(&format!("/arenden/{case}/utredning-klar")).await;
        let (_, fields) = browser.form("");
        let of = |part: &str, number: usize| {
            fields
                .iter()
                .find(|(name, _)| *name == format!("{part}-{number}"))
                .map(|(_, value)| value.clone())
        };
        let asked = (0..).map_while(|number| Some((of("looks", number)?, of("found", number)?)));
        let kept = asked.map(|(looks_like, found)| {
            json!({ "looks_like": looks_like, "found": found, "because": "Rättat i en senare anteckning." })
        });
        kept.collect()
    }

    pub async fn decided(&self, case: &str) {
        self.completed(case).await;
        let _ = self.does(DECIDER, case, "decide", &decision()).await.expect(200);
    }

    pub async fn proposed_out_of_scope(&self, case: &str) {
        self.taken(case).await;
        let proposal =
            json!({ "reasons": "Det hände i skolan.", "opened": "school_violation", "reference": "rektor" });
        let _ = self.does(INVESTIGATOR, case, "propose-out-of-scope", &proposal).await.expect(200);
    }

    /// Decided, and a measure planned; its id.
    pub async fn planned(&self, case: &str) -> String {
        self.decided(case).await;
        self.plan(case).await
    }

    pub async fn plan(&self, case: &str) -> String {
        let planned = self.does(MANAGER, case, "add-measure", &measure(MANAGER)).await.expect(200).json;
        last_measure(&planned)
    }

    /// The measure is done and is to be judged; its id.
    pub async fn followed_up(&self, case: &str) -> String {
        self.decided(case).await;
        self.measured(case).await
    }

    async fn measured(&self, case: &str) -> String {
        let id = self.plan(case).await;
        self.settled(MANAGER, case, &id).await;
        id
    }

    async fn settled(&self, receiver: &str, case: &str, measure: &str) {
        let _ = self.does(receiver, case, "settle-measure", &settled(measure)).await.expect(200);
        let _ = self.does(receiver, case, "follow-up", &json!({})).await.expect(200);
    }

    /// A case that is decided: a measure is done and judged, and everybody is told.
    pub async fn judged(&self, case: &str) {
        let _ = self.plan(case).await;
        self.finished(MANAGER, case).await;
    }

    /// The one measure that is planned is done and judged, and everybody is told.
    pub async fn finished(&self, receiver: &str, case: &str) {
        let read = self.program(receiver).get(&format!("/api/v1/cases/{case}")).await.expect(200).json;
        let id = last_measure(&read);
        self.settled(receiver, case, &id).await;
        let _ = self.does(receiver, case, "judge-effect", &effect(&id)).await.expect(200);
        for to in ["reporter", "staff_group", "youth", "guardian"] {
            let _ = self.does(receiver, case, "give-feedback", &feedback(to)).await.expect(200);
        }
    }

    pub async fn closed(&self, case: &str) {
        self.decided(case).await;
        self.judged(case).await;
        let _ = self.does(DECIDER, case, "close", &json!({ "note": "Det har hjälpt." })).await.expect(200);
    }

    /// Does one round of what the service does beside its requests.
    pub async fn works_once(&self) {
        let Open::Inside(open) = PART.open else { panic!("people log in here") };
        let stop = CancellationToken::new();
        let (_, work) = open(self.service.inside.clone().unwrap(), stop.clone()).unwrap();
        // Told to stop, it does one round.
        stop.cancel();
        for each in work {
            each.await;
        }
    }

    /// Lets rows be changed that are only added, as whoever owns the database can. An empty name is no such table.
    pub async fn opens_to_changes(&self, table: &str) {
        if table.is_empty() {
            return;
        }
        let open = if self.service.ground.database.is_sqlite() {
            format!("DROP TRIGGER {table}_no_UPDATE")
        } else {
            format!("ALTER TABLE {table} DISABLE TRIGGER ALL")
        };
        self.changes(&open).await;
    }

    /// Changes the database as whoever owns it can.
    pub async fn changes(&self, statement: &str) {
        let database = self.service.ground.database.reader();
        database.execute_unprepared(statement).await.unwrap();
    }

    /// The bodies of the parcels that wait, oldest first.
    pub async fn parcels(&self) -> Vec<Value> {
        parcels_among(&everything_stored(&self.service.ground.database).await)
    }

    /// To which services parcels wait.
    pub async fn recipients(&self) -> Vec<String> {
        let stored = everything_stored(&self.service.ground.database).await;
        let recipients = stored.into_iter().filter(|(column, _)| column == "outbox.recipient");
        recipients.map(|(_, value)| value.rsplit_once(' ').unwrap().0.to_owned()).collect()
    }

    /// What was done to a case, in order: the actions of its traces.
    pub async fn traces(&self, case: &str) -> Vec<String> {
        let id = case.parse().unwrap();
        let traces = audit::of_case(self.service.ground.database.reader(), id).await.unwrap();
        traces.into_iter().map(|trace| trace.action).collect()
    }
}

/// The bodies of the parcels among everything that is stored.
pub fn parcels_among(stored: &[(String, String)]) -> Vec<Value> {
    let bodies = stored.iter().filter(|(column, _)| column == "outbox.body");
    bodies.map(|(_, value)| json_of(value)).collect()
}

/// A stored value is followed by the same in hexadecimal digits.
fn json_of(value: &str) -> Value {
    serde_json::from_str(value.rsplit_once(' ').unwrap().0).unwrap()
}

pub fn entry(section: u8) -> Value {
    json!({ "section": section, "kind": "fact", "source": "samtal med personal 2", "text": format!("Svar {section}.") })
}

pub fn completion() -> Value {
    json!({ "similar_before": "no", "proposed_grade": "misconduct" })
}

pub fn decision() -> Value {
    json!({ "grade": "misconduct", "reasons": "Rutinen följdes inte.", "ivo_required": false, "delegation": "7.4" })
}

fn last_measure(case: &Value) -> String {
    let mut records = case["records"].as_array().unwrap().iter();
    let measure = records.rfind(|record| record["content"]["record"] == "measure").unwrap();
    measure["id"].as_str().unwrap().to_owned()
}

pub fn measure(owner: &str) -> Value {
    let owner = testkit::organisation::person(owner).as_uuid();
    json!({ "text": "Två vuxna vid grinden vid hemgång.", "owner": owner, "due_on": "2026-12-04" })
}

pub fn settled(measure: &str) -> Value {
    json!({ "measure": measure, "progress": "done", "words": "Två namn på schemat." })
}

pub fn effect(measure: &str) -> Value {
    json!({ "measure": measure, "effect": "fully", "shown_by": "Ingen går ensam.", "routine": "revised",
        "routine_words": "Rutin för hemgång, version 3." })
}

pub fn feedback(to: &str) -> Value {
    json!({ "to": to, "is_given": "yes", "words": "Vad vi ändrar, på mötet." })
}

/// The reports that come with the project, as people write them.
pub fn cases() -> Vec<Value> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/cases/lex-sarah.json");
    serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap()
}
