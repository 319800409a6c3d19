//! Notifications as services, people and mail servers meet it.
#![expect(clippy::unwrap_used, reason = "a test stops at the first thing that is not as it should be")]

mod canary;
mod contract;
mod delivery;
mod intake;
mod migrations;
mod pages;
mod rooms;
mod starttls;
mod tasks;
mod wording;

use data_encoding::BASE64;
use notifications::{
    App, actions,
    config::{Mail, Origins, Security, Settings},
};
use process::Own;
use proto::Service;
use serde_json::{Value, json};
use testkit::{
    Answer, Browser, MailServer, Program, Standing, World,
    organisation::{NORRGLIMT, person},
};

pub const MESSAGES: &str = "/api/v1/messages";
pub const NUMBER: &str = "7KM4-Q2XP";

/// Notifications with a mail server.
struct Notifications {
    world: World,
    standing: Standing,
    app: App,
    server: MailServer,
}

impl Notifications {
    async fn start() -> Self {
        let server = MailServer::start().await;
        let mail = Mail {
            server: "127.0.0.1".into(),
            port: server.port(),
            security: Security::Plain,
            from: "Lyssna <svara-inte@kommun.example>".into(),
            username: None,
            password_file: None,
            ca: None,
        };
        Self::with(mail, server).await
    }

    /// With another mail server than `server`, which then stays idle.
    async fn with(mail: Mail, server: MailServer) -> Self {
        let mut world = World::of(notifications::PART).await;
        world.own = Own::of(&Settings { mail, origins: origins(), keep_addresses_days: 30 }).unwrap();
        let standing = world.open(notifications::PART).await;
        let app = App::new(standing.inside.clone().unwrap()).unwrap();
        Self { world, standing, app, server }
    }

    fn service(&self, from: Service) -> Program {
        self.standing.program().bearer(&self.world.issuer.service_token(from, Service::Notifications))
    }

    /// Complaints asks that somebody be told.
    async fn told(&self, message: &Value) -> Answer {
        self.service(Service::Complaints).post(MESSAGES, message).await.expect(202)
    }

    /// Tries what is due until nothing is.
    async fn deliver(&self) {
        while actions::deliver(&self.app).await.unwrap() > 0 {}
    }

    /// What complaints is told of a message.
    async fn progress(&self, id: &Value) -> Value {
        let address = format!("{MESSAGES}/{}", id.as_str().unwrap());
        self.service(Service::Complaints).get(&address).await.expect(200).json
    }

    /// An address as a service seals it for this one.
    fn sealed(&self, address: &str) -> String {
        let key = self.world.rings[&Service::Notifications].sealing_key().clone();
        BASE64.encode(&key.seal("lyssna address v1", address.as_bytes()))
    }

    async fn person(&self, login: &str) -> Browser {
        self.standing.logged_in(&self.world.issuer, login).await
    }
}

pub fn origins() -> Origins {
    let origin = |name: &str| format!("https://{name}.example").parse().unwrap();
    Origins {
        complaints_public: origin("beratta"),
        complaints: origin("arende-1"),
        lex_sarah: origin("arende-2"),
        notifications: origin("utskick"),
        quality: origin("kvalitet"),
    }
}

/// That a new matter waits for the manager of a unit.
pub fn to_the_manager() -> Value {
    json!({
        "occasion": "new_matter",
        "recipient": { "kind": "role", "role": "unit_manager", "unit_id": NORRGLIMT },
        "case_number": NUMBER,
        "link_to": "complaints",
    })
}

pub fn to_person(login: &str) -> Value {
    json!({
        "occasion": "task_waits",
        "recipient": { "kind": "person", "person_id": person(login) },
        "case_number": NUMBER,
        "due_on": "2026-12-01",
        "link_to": "lex-sarah",
    })
}

pub fn to_address(sealed: &str, language: &str) -> Value {
    json!({
        "occasion": "answer_ready",
        "recipient": { "kind": "sealed_address", "sealed": sealed, "language": language },
        "case_number": NUMBER,
        "link_to": "complaints",
    })
}
