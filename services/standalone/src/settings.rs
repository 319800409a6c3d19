//! The settings of each process, filled in for loopback.

use std::collections::HashMap;

use process::{Identity, Own, Settings};
use proto::Service;
use serde_json::json;
use web::Contacts;

use crate::{DataFolder, Ports, ports::Place};

/// A part's place, key folder and database.
pub struct Seat {
    pub process: &'static str,
    pub service: Service,
    pub place: Place,
}

/// What the processes of one system share.
pub struct Shared<'a> {
    pub folder: &'a DataFolder,
    pub ports: Ports,
    pub sealing_keys: HashMap<Service, String>,
}

impl Shared<'_> {
    pub fn settings(&self, seat: &Seat) -> Settings {
        let has_log_in = seat.process != "complaints-public";
        let issuer = self.ports.url(Place::IDENTITY_PROVIDER);
        Settings {
            database: self.folder.database(seat.service.name()),
            origin: self.ports.origin(seat.place),
            listen: self.ports.address(seat.place),
            operations: self.ports.operations(seat.place),
            development: true,
            contacts: Contacts::fictional(),
            keys: self.folder.keys(seat.process),
            sealing_keys: self.sealing_keys.clone(),
            addresses: Service::ALL.map(|service| (service, self.ports.url(home(service)))).into(),
            identity: has_log_in.then(|| Identity::at(issuer)),
            telemetry: telemetry::Settings::default(),
            own: match seat.service {
                Service::Notifications => self.mail(),
                Service::Complaints => self.complaints(),
                Service::LexSarah | Service::Quality => Own::default(),
            },
        }
    }

    /// Where the public half leads those who would rather log in; and of what is kept, one kind that the fictional city has decided on
    /// and one that it has not.
    fn complaints(&self) -> Own {
        let own = json!({
            "log_in_at": format!("{}/mina-arenden", self.ports.origin(Place::COMPLAINTS_STAFF)),
            "disposal": [
                { "kind": "inquired", "years": 5 },
                { "kind": "plain", "years": 2, "decision": "UTBF 2024/118" },
            ],
        });
        Own::of(&own).expect("JSON of our own")
    }

    /// The development mailbox as the mail server, and the way in to each service.
    fn mail(&self) -> Own {
        let origin = |place| self.ports.origin(place);
        let smtp = self.ports.address(Place::SMTP);
        let mail = json!({
            "mail": {
                "server": smtp.ip(), "port": smtp.port(), "security": "plain", "from": "Lyssna <svara-inte@kommun.example>",
            },
            "origins": {
                "complaints-public": origin(Place::COMPLAINTS_PUBLIC),
                "complaints": origin(Place::COMPLAINTS_STAFF),
                "lex-sarah": origin(Place::LEX_SARAH),
                "notifications": origin(Place::NOTIFICATIONS),
                "quality": origin(Place::QUALITY),
            },
        });
        Own::of(&mail).expect("JSON of our own")
    }
}

/// Where a service takes the calls of other services.
pub const fn home(service: Service) -> Place {
    match service {
        Service::Complaints => Place::COMPLAINTS_STAFF,
        Service::LexSarah => Place::LEX_SARAH,
        Service::Notifications => Place::NOTIFICATIONS,
        Service::Quality => Place::QUALITY,
    }
}
