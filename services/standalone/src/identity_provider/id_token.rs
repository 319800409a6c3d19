//! ID tokens: who logged in, when, how surely, and for whom it was said.

use chrono::TimeDelta;
use openidconnect::core::{CoreGenderClaim, CoreJweContentEncryptionAlgorithm, CoreJwsSigningAlgorithm};
use openidconnect::{
    AccessToken, AdditionalClaims, Audience, AuthenticationContextClass, EndUserName, EndUserUsername,
    IdTokenClaims, IssuerUrl, Nonce, StandardClaims, SubjectIdentifier,
};
use serde::{Deserialize, Serialize};

use super::access_token::LIFETIME_SECONDS;
use super::codes::{Grant, unguessable};
use super::people::DevPerson;
use super::provider::Provider;

/// Tillitsnivå 3, as the Swedish e-ID providers write it. Everyone here is made up, so everyone has it.
pub const LEVEL_OF_ASSURANCE: &str = "http://id.elegnamnden.se/loa/1.0/loa3";

/// The provider's name for this log-in; a later log-out names it too.
#[derive(Debug, Serialize, Deserialize)]
pub struct Session {
    sid: String,
}

impl AdditionalClaims for Session {}

pub type IdToken = openidconnect::IdToken<
    Session,
    CoreGenderClaim,
    CoreJweContentEncryptionAlgorithm,
    CoreJwsSigningAlgorithm,
>;

/// Signed, and bound to the access token that goes with it (`at_hash`).
pub fn id_token(provider: &Provider, grant: &Grant, person: &DevPerson, access_token: &str) -> IdToken {
    let now = provider.now();
    let claims = IdTokenClaims::new(
        issuer_url(provider),
        vec![Audience::new(grant.client_id.clone())],
        now + TimeDelta::seconds(LIFETIME_SECONDS),
        now,
        standard_claims(person),
        Session { sid: unguessable() },
    )
    .set_auth_time(Some(grant.logged_in_at))
    .set_auth_context_ref(Some(AuthenticationContextClass::new(LEVEL_OF_ASSURANCE.to_owned())))
    .set_nonce(Some(Nonce::new(grant.nonce.clone())));
    let (key, access_token) = (provider.config.key.openid(), AccessToken::new(access_token.to_owned()));
    IdToken::new(claims, &key, CoreJwsSigningAlgorithm::EdDsa, Some(&access_token), None)
        .expect("our own key signs our own claims")
}

pub fn standard_claims(person: &DevPerson) -> StandardClaims<CoreGenderClaim> {
    StandardClaims::new(SubjectIdentifier::new(person.id.clone()))
        .set_name(Some(EndUserName::new(person.name.clone()).into()))
        .set_preferred_username(Some(EndUserUsername::new(person.id.clone())))
}

pub fn issuer_url(provider: &Provider) -> IssuerUrl {
    IssuerUrl::new(provider.issuer().as_str().to_owned()).expect("an issuer is an address")
}
