//! A service ready to be used by a test: a fresh database, its keys, an issuer, the sample register, a still clock.

use std::{collections::HashMap, fs, path::Path};

use auth::ClientKey;
use axum::Router;
use process::{Ground, Identity, Inside, Open, Own, Part, Settings};
use proto::Service;
use tempfile::TempDir;
use tokio_util::sync::CancellationToken;
use vault::{KeyRing, MacKey};
use web::Contacts;

use crate::{Browser, Issuer, Program, TestClock, TestDatabase, database, organisation};

/// The surroundings of one or more parts that share a database.
pub struct World {
    pub clock: TestClock,
    pub issuer: Issuer,
    /// The rings of all services, so that a test can open what was sealed for another.
    pub rings: HashMap<Service, KeyRing>,
    /// The settings that only the part's service has; to be filled in before it is opened, as are those below.
    pub own: Own,
    /// Who says who people are: the issuer, unless the test names another.
    pub identity: Identity,
    pub origin: String,
    database: TestDatabase,
    keys: TempDir,
    stop: CancellationToken,
}

/// A part in the world, dressed and guarded as in a process.
pub struct Standing {
    pub router: Router,
    pub origin: String,
    pub ground: Ground,
    pub inside: Option<Inside>,
}

impl World {
    /// Migrates a fresh database for `part`.
    pub async fn of(part: Part) -> Self {
        let clock = TestClock::default();
        let keys = tempfile::tempdir().unwrap();
        MacKey::create(&keys.path().join("form.key")).unwrap();
        ClientKey::create(&keys.path().join("client.pem")).unwrap();
        let ring = |service: Service| {
            let name =
                if service == part.service { "opening.key".to_owned() } else { format!("{service}.key") };
            (service, KeyRing::create(&keys.path().join(name)).unwrap())
        };
        let database = database().await;
        let connection = database.connect().await;
        (part.migrate)(&connection).await.unwrap();
        connection.close().await;
        let issuer = Issuer::start(clock.clock()).await;
        Self {
            identity: Identity::at(issuer.url()),
            origin: "http://127.0.0.1:7777".to_owned(),
            issuer,
            rings: Service::ALL.map(ring).into(),
            own: Own::default(),
            clock,
            database,
            keys,
            stop: CancellationToken::new(),
        }
    }

    pub fn settings(&self) -> Settings {
        Settings {
            database: self.database.url().to_owned(),
            origin: self.origin.clone(),
            listen: "127.0.0.1:0".parse().unwrap(),
            operations: "127.0.0.1:0".parse().unwrap(),
            development: false,
            contacts: Contacts::fictional(),
            keys: self.keys.path().to_owned(),
            sealing_keys: self
                .rings
                .iter()
                .map(|(service, ring)| (*service, ring.sealing_key().to_text()))
                .collect(),
            addresses: HashMap::new(),
            identity: Some(self.identity.clone()),
            telemetry: telemetry::Settings::default(),
            own: self.own.clone(),
        }
    }

    /// Proves itself to the issuer with the key in `file` and not with one of its own.
    pub fn take_client_key(&self, file: &Path) {
        fs::copy(file, self.keys.path().join("client.pem")).unwrap();
    }

    /// Opens a part: its routes as a process serves them, on the sample register. Work beside the requests is not started.
    pub async fn open(&self, part: Part) -> Standing {
        let settings = self.settings();
        let ground = Ground::lay(part, &settings, self.clock.clock()).await.unwrap();
        ground.directory.replace(organisation::organisation());
        let (origin, site) = (settings.origin.clone(), ground.site.clone());
        match part.open {
            Open::Outside { open, .. } => {
                Standing { router: site.dress(open(ground.clone()).unwrap()), origin, ground, inside: None }
            }
            Open::Inside(open) => {
                let inside = Inside::enter(ground, &settings).unwrap();
                let (opened, _) = open(inside.clone(), self.stop.clone()).unwrap();
                let router = site.dress(inside.auth.guard(opened));
                Standing { router, origin, ground: inside.ground.clone(), inside: Some(inside) }
            }
        }
    }
}

impl Standing {
    /// A visitor who has not been here before.
    pub fn visitor(&self) -> Browser {
        Browser::new(self.router.clone(), &self.origin)
    }

    /// A visitor who has logged in.
    pub async fn logged_in(&self, issuer: &Issuer, login: &str) -> Browser {
        let mut browser = self.visitor();
        browser.log_in(issuer, login).await;
        browser
    }

    /// A program without a token.
    pub fn program(&self) -> Program {
        Program::new(self.router.clone())
    }
}
