//! Who is asking: log-in by OpenID Connect, sessions, and the tokens of services.
//!
//! The identity provider says who; the organisation register says what ([`organisation`]). No token ever reaches
//! the browser: it holds a random session id, the database its hash.

mod attempt;
mod back_channel;
mod bearer;
mod client_key;
mod courier;
mod id_token;
mod issuer;
mod login;
mod logout;
mod person;
mod pin;
mod promises;
mod session;
mod settings;
mod signed_form;
mod signed_in;

use std::sync::Arc;

use axum::{Router, routing};
use db::{Database, Script};
use kernel::Clock;
use organisation::Directory;
use web::Site;

pub use bearer::{Bearer, Caller};
pub use client_key::ClientKey;
pub use courier::Courier;
pub use issuer::Issuer;
pub use person::Person;
pub use settings::Settings;
pub use signed_form::{FreshForm, SignedForm};
pub use signed_in::SignedIn;

/// The tables of log-ins and sessions.
pub const MIGRATION: Script = Script {
    name: "auth_1",
    up: include_str!("auth_1.sql"),
    append_only: &[],
    tables: &["session", "login_attempt", "pinned_identity"],
};

/// What a service needs to know who is asking. Cheap to clone.
#[derive(Clone)]
pub struct Auth(Arc<Parts>);

struct Parts {
    settings: Settings,
    issuer: Issuer,
    database: Database,
    directory: Directory,
    site: Site,
    clock: Clock,
}

impl Auth {
    pub fn new(
        settings: Settings,
        issuer: Issuer,
        database: Database,
        directory: Directory,
        site: Site,
        clock: Clock,
    ) -> Self {
        Self(Arc::new(Parts { settings, issuer, database, directory, site, clock }))
    }

    /// The addresses of log-in and log-out, and around all `routes` the layer that knows who is logged in.
    pub fn guard(&self, routes: Router) -> Router {
        let own = Router::new()
            .route("/logga-in", routing::get(login::start))
            .route("/login/callback", routing::get(login::finish))
            .route("/logga-ut", routing::post(logout::log_out))
            .route(web::LOG_IN, routing::get(signed_in::end).post(signed_in::stay))
            .route("/utloggad", routing::get(logout::logged_out))
            .route("/api/v1/back-channel-logout", routing::post(back_channel::log_out))
            .with_state(self.clone());
        routes
            .merge(own)
            .merge(self.0.site.keys())
            .layer(axum::middleware::from_fn_with_state(self.clone(), signed_in::recognise))
    }

    pub fn directory(&self) -> &Directory {
        &self.0.directory
    }

    pub fn issuer(&self) -> &Issuer {
        &self.0.issuer
    }
}

impl axum::extract::FromRef<Auth> for Site {
    fn from_ref(auth: &Auth) -> Self {
        auth.0.site.clone()
    }
}
