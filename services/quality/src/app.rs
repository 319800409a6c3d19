//! What every handler can reach.

use std::time::Duration;

use auth::Auth;
use axum::extract::FromRef;
use chrono::NaiveDate;
use kernel::{Timestamp, calendar};
use process::Inside;
use tokio_util::sync::CancellationToken;
use web::Site;

use crate::store::{Store, StoreError};

/// The service.
#[derive(Clone)]
pub struct App {
    pub store: Store,
    pub inside: Inside,
}

/// How soon a change of the register that another copy of the service made is known here.
const REREAD: Duration = Duration::from_secs(2);

impl App {
    pub fn new(inside: Inside) -> Self {
        Self { store: Store::new(inside.ground.database.clone()), inside }
    }

    pub fn now(&self) -> Timestamp {
        self.inside.ground.clock.now()
    }

    pub fn today(&self) -> NaiveDate {
        calendar::swedish_day(self.now())
    }

    /// Answers from the register in the database, also when another copy of the service or the program that sets it up
    /// has changed it, until told to stop.
    pub async fn follow_register(self, stop: CancellationToken) {
        let mut known = None;
        loop {
            match self.reread_register(known).await {
                Ok(version) => known = version,
                Err(error) => tracing::warn!(%error, "the register cannot be read; the last copy serves"),
            }
            tokio::select! {
                () = stop.cancelled() => return,
                () = tokio::time::sleep(REREAD) => {}
            }
        }
    }

    /// Takes the register from the database unless it has the version that is known. Returns its version.
    pub async fn reread_register(&self, known: Option<i64>) -> Result<Option<i64>, StoreError> {
        if self.store.version().await? == known {
            return Ok(known);
        }
        let Some(kept) = self.store.register().await? else { return Ok(None) };
        self.inside.ground.directory.replace(kept.organisation);
        Ok(Some(kept.version))
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
