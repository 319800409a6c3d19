//! What every handler can reach.

use auth::Auth;
use axum::extract::FromRef;
use files::Scanner;
use kernel::Timestamp;
use organisation::Register;
use process::Inside;
use std::sync::Arc;
use web::Site;

use crate::{
    domain::{Policy, RECEIVERS},
    store::Store,
};

/// Cheap to clone.
#[derive(Clone)]
pub struct App {
    pub store: Store,
    pub inside: Inside,
    pub policy: Arc<Policy>,
    /// Whom files are shown to while they arrive.
    pub scanner: Option<Scanner>,
}

impl App {
    /// Refuses to start with a policy it cannot read.
    pub fn new(inside: Inside) -> anyhow::Result<Self> {
        let policy: Policy = inside.ground.own.read()?;
        let can_receive = policy.on_call.is_none_or(|role| RECEIVERS.contains(&role));
        anyhow::ensure!(can_receive, "on_call must be a role that can receive a report");
        let policy = Arc::new(policy);
        let store = Store::new(inside.ground.database.clone(), inside.ring.clone());
        let scanner = policy.scanner();
        Ok(Self { store, inside, policy, scanner })
    }

    pub fn now(&self) -> Timestamp {
        self.inside.ground.clock.now()
    }

    pub fn register(&self) -> Arc<Register> {
        self.inside.ground.directory.now()
    }
}

impl FromRef<App> for Site {
    fn from_ref(app: &App) -> Self {
        app.inside.ground.site.clone()
    }
}

impl FromRef<App> for Auth {
    fn from_ref(app: &App) -> Self {
        app.inside.auth.clone()
    }
}
