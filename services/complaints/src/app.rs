//! What every handler can reach: one value for each half.

use auth::Auth;
use axum::extract::FromRef;
use files::Scanner;
use kernel::Timestamp;
use process::{Ground, Inside};
use proto::Service;
use vault::SealingKey;
use web::Site;

use crate::{domain::Policy, store::Store};

/// The public half. It has keys that seal, and none that opens.
#[derive(Clone)]
pub struct PublicApp {
    pub store: Store,
    pub policy: Policy,
    pub scanner: Option<Scanner>,
    pub ground: Ground,
}

/// The half for staff.
#[derive(Clone)]
pub struct StaffApp {
    pub store: Store,
    pub policy: Policy,
    pub scanner: Option<Scanner>,
    pub inside: Inside,
}

impl PublicApp {
    /// Refuses to start without the keys it seals with.
    pub fn new(ground: Ground) -> anyhow::Result<Self> {
        ground.sealing_key(Service::Complaints)?;
        ground.sealing_key(Service::Notifications)?;
        let policy: Policy = ground.own.read()?;
        let (store, scanner) = (Store::new(ground.database.clone()), policy.scanner());
        Ok(Self { store, policy, scanner, ground })
    }

    pub fn now(&self) -> Timestamp {
        self.ground.clock.now()
    }

    /// What the other half opens.
    pub fn sealing_key(&self) -> &SealingKey {
        self.ground.sealing_key(Service::Complaints).expect("asked for at start")
    }

    /// What notifications opens: for addresses.
    pub fn address_key(&self) -> &SealingKey {
        self.ground.sealing_key(Service::Notifications).expect("asked for at start")
    }
}

impl StaffApp {
    /// Refuses to start without the keys it seals with.
    pub fn new(inside: Inside) -> anyhow::Result<Self> {
        inside.ground.sealing_key(Service::Notifications)?;
        inside.ground.sealing_key(Service::LexSarah)?;
        let policy: Policy = inside.ground.own.read()?;
        let (store, scanner) = (Store::new(inside.ground.database.clone()), policy.scanner());
        Ok(Self { store, policy, scanner, inside })
    }

    pub fn now(&self) -> Timestamp {
        self.inside.ground.clock.now()
    }

    /// What this half itself opens: for matters that begin here.
    pub fn sealing_key(&self) -> &SealingKey {
        self.inside.ring.sealing_key()
    }

    /// What notifications opens: for addresses.
    pub fn address_key(&self) -> &SealingKey {
        self.inside.ground.sealing_key(Service::Notifications).expect("asked for at start")
    }

    /// What lex Sarah opens: for reports that are handed over.
    pub fn hand_over_key(&self) -> &SealingKey {
        self.inside.ground.sealing_key(Service::LexSarah).expect("asked for at start")
    }
}

impl StaffApp {
    /// What takes a complaint in is the same, whoever sends it.
    pub fn intake(&self) -> PublicApp {
        let Self { store, policy, scanner, inside } = self.clone();
        let policy = Policy {
            // What strangers send without end keeps nobody out who is logged in.
            most_unsent: u64::MAX,
            // A draft that is found by logging in is kept as long as one that is found by a code.
            drafts_for_hours: 24 * policy.saved_drafts_for_days,
            ..policy
        };
        PublicApp { store, policy, scanner, ground: inside.ground }
    }
}

impl FromRef<PublicApp> for Site {
    fn from_ref(app: &PublicApp) -> Self {
        app.ground.site.clone()
    }
}

impl FromRef<StaffApp> for Site {
    fn from_ref(app: &StaffApp) -> Self {
        app.inside.ground.site.clone()
    }
}

impl FromRef<StaffApp> for Auth {
    fn from_ref(app: &StaffApp) -> Self {
        app.inside.auth.clone()
    }
}
