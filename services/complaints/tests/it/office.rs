//! Both halves on one database, and the people who meet there.

use complaints::{PUBLIC_PART, STAFF_PART, StaffApp, actions};
use process::Own;
use proto::Service;
use serde_json::{Value, json};
use testkit::{Answer, Browser, Program, Standing, World, everything_stored, organisation::NORRGLIMT};

/// The manager of the unit most complaints here are about.
pub const MANAGER: &str = "gruppchef-norrglimt";

pub struct Office {
    pub world: World,
    pub public: Standing,
    pub staff: Standing,
    pub app: StaffApp,
}

/// A complaint that was sent.
#[derive(Clone)]
pub struct Sent {
    pub id: String,
    pub number: String,
    pub receipt: String,
}

impl Office {
    pub async fn open() -> Self {
        Self::with(json!({})).await
    }

    /// With settings of its own.
    pub async fn with(own: Value) -> Self {
        let mut world = World::of(STAFF_PART).await;
        world.own = Own::of(&own).unwrap();
        let (public, staff) = (world.open(PUBLIC_PART).await, world.open(STAFF_PART).await);
        let app = StaffApp::new(staff.inside.clone().unwrap()).unwrap();
        Self { world, public, staff, app }
    }

    /// A program without a token, at the public half.
    pub fn anyone(&self) -> Program {
        self.public.program()
    }

    /// A program of somebody, at the half for staff.
    pub fn program(&self, login: &str) -> Program {
        self.staff.program().bearer(&self.world.issuer.access_token(login, Service::Complaints))
    }

    pub async fn browser(&self, login: &str) -> Browser {
        self.staff.logged_in(&self.world.issuer, login).await
    }

    /// Sends a complaint and waits until it is registered.
    pub async fn receives(&self, body: Value) -> Sent {
        let sent = self.receives_unregistered(body).await;
        actions::register(&self.app).await.unwrap();
        sent
    }

    pub async fn receives_unregistered(&self, body: Value) -> Sent {
        let answer = self.anyone().post("/api/v1/complaints", &body).await.expect(201);
        let number = answer.json["case_number"].as_str().unwrap().to_owned();
        let receipt = answer.json["receipt"].as_str().unwrap().to_owned();
        let list = self.program("registrator").get("/api/v1/complaints?limit=100").await.expect(200);
        let complaints = list.json["complaints"].as_array().unwrap().clone();
        let found = complaints.iter().find(|complaint| complaint["case_number"] == number.as_str()).unwrap();
        Sent { id: found["id"].as_str().unwrap().to_owned(), number, receipt }
    }

    /// A complaint about the unit most are about.
    pub async fn receives_text(&self, text: &str) -> Sent {
        self.receives(json!({ "text": text, "unit_id": NORRGLIMT })).await
    }

    /// Does a verb to the complaint as it is now.
    pub async fn does(&self, login: &str, sent: &Sent, verb: &str, body: &Value) -> Answer {
        let address = format!("/api/v1/complaints/{}", sent.id);
        let tag = self.program("registrator").get(&address).await.expect(200).etag();
        let program = self.program(login).header("if-match", tag);
        match body {
            Value::Null => program.post_bytes(&format!("{address}/{verb}"), "text/plain", "").await,
            body => program.post(&format!("{address}/{verb}"), body).await,
        }
    }

    /// Does one verb after another as the manager.
    pub async fn handles(&self, sent: &Sent, verbs: &[(&str, Value)]) {
        for (verb, body) in verbs {
            let _ = self.does(MANAGER, sent, verb, body).await.expect(204);
        }
    }

    /// Takes it on and writes down what was found: it can be answered then.
    pub async fn inquires(&self, login: &str, sent: &Sent) {
        let _ = self.does(login, sent, "start-inquiry", &Value::Null).await.expect(204);
        let _ = self.does(login, sent, "inquire", &inquired()).await.expect(204);
    }

    /// Handles it, as the manager, from the judgement to the answer.
    pub async fn answers(&self, sent: &Sent) {
        let _ = self.does(MANAGER, sent, "triage", &ordinary()).await.expect(204);
        self.inquires(MANAGER, sent).await;
        let _ = self.does(MANAGER, sent, "answer", &json!({ "text": "b" })).await.expect(204);
    }

    pub async fn reads(&self, login: &str, sent: &Sent) -> Answer {
        self.program(login).get(&format!("/api/v1/complaints/{}", sent.id)).await
    }

    /// What the sender sees with the receipt.
    pub async fn dialogue(&self, sent: &Sent) -> Value {
        let body = json!({ "receipt": sent.receipt });
        self.anyone().post("/api/v1/dialogue", &body).await.expect(200).json
    }

    /// What lies in the outbox for a service, oldest first.
    pub async fn parcels(&self, to: &str) -> Vec<Value> {
        use sea_orm::{ConnectionTrait, Statement};
        let reader = self.staff.ground.database.reader();
        let all = format!("SELECT body FROM outbox WHERE recipient = '{to}' ORDER BY id");
        let statement = Statement::from_string(reader.get_database_backend(), all);
        let rows = reader.query_all_raw(statement).await.unwrap();
        rows.iter()
            .map(|row| serde_json::from_str(&row.try_get::<String>("", "body").unwrap()).unwrap())
            .collect()
    }

    /// How many rows a table has.
    pub async fn count(&self, column: &str) -> usize {
        let stored = everything_stored(&self.staff.ground.database).await;
        stored.iter().filter(|(found, _)| found == column).count()
    }
}

/// A triage that calls for nothing special.
pub fn ordinary() -> Value {
    json!({
        "category": "COORDINATION_EXTERNAL", "severity": 2, "misconduct_suspected": false, "child_at_risk": false,
        "data_breach": false, "concerns": "ktt", "other_authority": false, "threat": false, "no_conflict": true,
    })
}

/// A triage with a suspected misconduct.
pub fn grave() -> Value {
    let mut triage = ordinary();
    triage["severity"] = 4.into();
    triage["misconduct_suspected"] = true.into();
    triage["category"] = "SUPERVISION_SAFETY".into();
    triage
}

/// What an inquiry found: no deviation.
pub fn inquired() -> Value {
    json!({ "happened": "Bilen kom sent.", "sources": "Körjournalen.", "heard": "Chauffören.", "compared": "Rutinen följdes.", "deviation": "none" })
}

/// How a complaint that was inquired into is closed.
pub fn closing() -> Value {
    json!({ "measures": "Överenskommelse.", "routine_reviewed": true, "routine_why": "Ny punkt.", "feedback": "På mötet." })
}
