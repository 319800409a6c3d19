//! What an ID token must say before anybody is let in. Signature, issuer, audience, end and nonce are the crate's to check;
//! the limits that it leaves to us stand here (isolation.md §3).

use anyhow::ensure;
use chrono::TimeDelta;
use data_encoding::BASE64URL_NOPAD;
use kernel::Timestamp;
use openidconnect::{
    AccessToken, AccessTokenHash, Nonce,
    core::{CoreIdToken, CoreIdTokenClaims, CoreIdTokenVerifier, CoreJwsSigningAlgorithm},
};

use crate::{Auth, attempt::Attempt, promises::Learnt};

/// How far two clocks may differ.
const LEEWAY: TimeDelta = TimeDelta::seconds(60);
/// Algorithms that a token may be signed with.
const ALGORITHMS: [CoreJwsSigningAlgorithm; 4] = [
    CoreJwsSigningAlgorithm::EdDsa,
    CoreJwsSigningAlgorithm::EcdsaP256Sha256,
    CoreJwsSigningAlgorithm::RsaSsaPssSha256,
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha256,
];

/// What a verified token says.
pub(crate) struct Identity {
    pub subject: String,
    pub authenticated_at: Timestamp,
    claims: serde_json::Value,
}

impl Identity {
    pub fn claim(&self, name: &str) -> Option<String> {
        self.claims.get(name)?.as_str().map(str::to_owned)
    }
}

impl Auth {
    /// Everything the token must say to be the answer to this attempt.
    pub(crate) fn verify(
        &self,
        learnt: &Learnt,
        id_token: &CoreIdToken,
        attempt: &Attempt,
        access_token: &AccessToken,
    ) -> anyhow::Result<Identity> {
        let (now, client) = (self.0.clock.now(), self.client(learnt));
        let asked_for = attempt.started_at - LEEWAY;
        let recent = |at: Timestamp| {
            let fits = at <= now + LEEWAY && at >= asked_for;
            fits.then_some(()).ok_or_else(|| "issued at another time".to_owned())
        };
        let verifier = client
            .id_token_verifier()
            .set_allowed_algs(ALGORITHMS)
            .set_time_fn(move || now - LEEWAY)
            .set_issue_time_verifier_fn(recent)
            .set_other_audience_verifier_fn(|_| false);
        let claims = id_token.claims(&verifier, &Nonce::new(attempt.nonce.clone()))?;
        self.is_for_us(claims)?;
        self.is_at_the_level_asked_for(claims)?;
        comes_with(access_token, id_token, &verifier, claims)?;
        // A provider that does not say when may have let them pass on a log-in of long ago.
        let authenticated_at = claims.auth_time().unwrap_or(Timestamp::UNIX_EPOCH);
        ensure!(authenticated_at <= now + LEEWAY, "logged in in the future");
        ensure!(!attempt.fresh || authenticated_at >= asked_for, "the provider did not ask again");
        Ok(Identity { subject: claims.subject().to_string(), authenticated_at, claims: payload(id_token) })
    }

    /// `azp`
    fn is_for_us(&self, claims: &CoreIdTokenClaims) -> anyhow::Result<()> {
        let party = claims.authorized_party().map(|party| party.as_str());
        ensure!(
            party.is_none_or(|party| party == self.0.settings.client_id),
            "the token was made for another party"
        );
        Ok(())
    }

    /// `acr`: that it was asked for does not mean that it was given.
    fn is_at_the_level_asked_for(&self, claims: &CoreIdTokenClaims) -> anyhow::Result<()> {
        let accepted = &self.0.settings.accepted_levels;
        let level = claims.auth_context_ref().map(|level| level.as_str());
        ensure!(
            accepted.is_empty() || level.is_some_and(|level| accepted.iter().any(|known| known == level)),
            "the log-in is not at the level asked for"
        );
        Ok(())
    }
}

/// `at_hash`
fn comes_with(
    access_token: &AccessToken,
    id_token: &CoreIdToken,
    verifier: &CoreIdTokenVerifier,
    claims: &CoreIdTokenClaims,
) -> anyhow::Result<()> {
    let Some(hash) = claims.access_token_hash() else { return Ok(()) };
    let actual =
        AccessTokenHash::from_token(access_token, id_token.signing_alg()?, id_token.signing_key(verifier)?)?;
    ensure!(actual == *hash, "the access token is not the one that was issued with it");
    Ok(())
}

/// The claims of a token whose signature has been checked: the configured one may be any.
fn payload(id_token: &CoreIdToken) -> serde_json::Value {
    let token = id_token.to_string();
    let payload = token.split('.').nth(1).and_then(|part| BASE64URL_NOPAD.decode(part.as_bytes()).ok());
    payload.and_then(|json| serde_json::from_slice(&json).ok()).unwrap_or_default()
}
