//! What every handler can reach, and which address leads to which.

use std::sync::Arc;

use axum::Router;
use axum::routing::{get, post};
use kernel::{Clock, Timestamp};

use super::client::Client;
use super::client_assertion::UsedAssertions;
use super::codes::Codes;
use super::issuer::Issuer;
use super::people::DevPerson;
use super::signing_key::SigningKey;
use super::{authorize, dev, discovery, end_session, token, userinfo};
use crate::development::on_this_machine;

/// Everything the provider has to be told.
#[derive(Debug)]
pub struct Config {
    pub issuer: Issuer,
    pub people: Vec<DevPerson>,
    pub clients: Vec<Client>,
    pub key: SigningKey,
    pub clock: Clock,
}

/// The provider's addresses. Whoever serves them must listen on loopback.
pub fn router(config: Config) -> Router {
    let provider = Provider { config, codes: Codes::default(), used: UsedAssertions::default() };
    let routes = Router::new()
        .route("/", get(dev::people))
        .route("/.well-known/openid-configuration", get(discovery::metadata))
        .route("/jwks", get(discovery::keys))
        .route("/authorize", get(authorize::show).post(authorize::log_in))
        .route("/token", post(token::token))
        .route("/userinfo", get(userinfo::userinfo).post(userinfo::userinfo))
        .route("/end_session", get(end_session::end_session).post(end_session::end_session))
        .route("/dev/people", get(dev::people))
        .route("/dev/token", post(dev::token))
        .with_state(Arc::new(provider));
    on_this_machine(routes)
}

pub(super) struct Provider {
    pub config: Config,
    pub codes: Codes,
    pub used: UsedAssertions,
}

impl Provider {
    pub fn now(&self) -> Timestamp {
        self.config.clock.now()
    }

    pub fn issuer(&self) -> &Issuer {
        &self.config.issuer
    }

    pub fn client(&self, id: &str) -> Option<&Client> {
        self.config.clients.iter().find(|client| client.id == id)
    }

    pub fn person(&self, id: &str) -> Option<&DevPerson> {
        self.config.people.iter().find(|person| person.id == id)
    }
}
