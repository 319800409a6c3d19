//! A development OpenID Connect provider: one click logs in as a made-up person. It knows no password, so it refuses
//! every address but loopback and belongs to `standalone` only.

mod access_token;
mod authorize;
mod back;
mod client;
mod client_assertion;
mod codes;
mod dev;
mod discovery;
mod end_session;
mod id_token;
mod issuer;
mod oauth_error;
mod parameters;
mod people;
mod provider;
mod public_key;
mod request;
mod service;
mod signing_key;
mod token;
mod userinfo;

pub use client::Client;
pub use issuer::{Issuer, IssuerRefused};
pub use people::{DevPerson, Group, Role};
pub use provider::{Config, router};
pub use public_key::PublicKey;
pub use signing_key::{KeyRefused, SigningKey};
