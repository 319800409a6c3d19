//! Who is let in when very many send at once. By what they are, not by where they come from: programs share one lane, and each who has
//! the form open has a lane of their own.

use std::sync::{Arc, Mutex, PoisonError};

use axum::{
    extract::{Request, State},
    http::{Method, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use axum_extra::extract::CookieJar;
use chrono::TimeDelta;
use kernel::{Clock, Timestamp};

use crate::{
    PublicApp,
    domain::{Lane, Lanes},
};

/// The lanes of the public half. Kept in memory: they forget everything at a restart, and know nobody.
#[derive(Clone)]
pub(crate) struct Admission {
    programs: Arc<Mutex<Lane>>,
    visits: Arc<Mutex<Lanes>>,
    /// The cookie without which a form is not taken.
    cookie: String,
    clock: Clock,
}

impl Admission {
    pub fn of(app: &PublicApp) -> Self {
        Self {
            programs: Arc::new(Mutex::new(Lane::new(app.policy.programs, app.now()))),
            visits: Arc::new(Mutex::new(Lanes::new(app.policy.visits))),
            cookie: app.ground.site.cookie_name("form"),
            clock: app.ground.clock.clone(),
        }
    }

    fn ask(&self, request: &Request, now: Timestamp) -> Result<(), TimeDelta> {
        if request.uri().path().starts_with("/api/") {
            return self.programs.lock().unwrap_or_else(PoisonError::into_inner).admit(now);
        }
        // Without the cookie the form is refused anyway, before anything is asked of the database.
        let jar = CookieJar::from_headers(request.headers());
        let Some(visit) = jar.get(&self.cookie).map(|cookie| cookie.value().to_owned()) else {
            return Ok(());
        };
        self.visits.lock().unwrap_or_else(PoisonError::into_inner).admit(visit, now)
    }
}

/// Refuses what comes too fast before any of it is read (429), and says when to come again.
pub(crate) async fn admit(State(admission): State<Admission>, request: Request, next: Next) -> Response {
    if request.method() != Method::POST {
        return next.run(request).await;
    }
    match admission.ask(&request, admission.clock.now()) {
        Ok(()) => next.run(request).await,
        Err(wait) => {
            let seconds = wait.num_seconds() + 1;
            (StatusCode::TOO_MANY_REQUESTS, [(header::RETRY_AFTER, seconds.to_string())]).into_response()
        }
    }
}
