//! What this provider can do and by which key its tokens are checked.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use openidconnect::core::{
    CoreAuthDisplay, CoreClaimName, CoreClaimType, CoreClientAuthMethod, CoreGrantType, CoreJsonWebKey,
    CoreJsonWebKeySet, CoreJweContentEncryptionAlgorithm, CoreJweKeyManagementAlgorithm,
    CoreJwsSigningAlgorithm, CoreResponseMode, CoreResponseType, CoreSubjectIdentifierType,
};
use openidconnect::{
    AdditionalProviderMetadata, AuthUrl, AuthenticationContextClass, JsonWebKeySetUrl, PrivateSigningKey,
    ProviderMetadata, ResponseTypes, Scope, TokenUrl, UserInfoUrl,
};
use serde::{Deserialize, Serialize};

use super::id_token::{LEVEL_OF_ASSURANCE, issuer_url};
use super::provider::Provider;

/// What openidconnect's own type leaves out.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct More {
    end_session_endpoint: String,
    code_challenge_methods_supported: Vec<String>,
    authorization_response_iss_parameter_supported: bool,
}

impl AdditionalProviderMetadata for More {}

pub type Metadata = ProviderMetadata<
    More,
    CoreAuthDisplay,
    CoreClientAuthMethod,
    CoreClaimName,
    CoreClaimType,
    CoreGrantType,
    CoreJweContentEncryptionAlgorithm,
    CoreJweKeyManagementAlgorithm,
    CoreJsonWebKey,
    CoreResponseMode,
    CoreResponseType,
    CoreSubjectIdentifierType,
>;

pub async fn metadata(State(provider): State<Arc<Provider>>) -> Json<Metadata> {
    let issuer = provider.issuer();
    let eddsa = vec![CoreJwsSigningAlgorithm::EdDsa];
    let more = More {
        end_session_endpoint: issuer.at("/end_session"),
        code_challenge_methods_supported: vec!["S256".to_owned()],
        authorization_response_iss_parameter_supported: true,
    };
    let ours = "our own addresses are well formed";
    let metadata = Metadata::new(
        issuer_url(&provider),
        AuthUrl::new(issuer.at("/authorize")).expect(ours),
        JsonWebKeySetUrl::new(issuer.at("/jwks")).expect(ours),
        vec![ResponseTypes::new(vec![CoreResponseType::Code])],
        vec![CoreSubjectIdentifierType::Public],
        eddsa.clone(),
        more,
    )
    .set_token_endpoint(Some(TokenUrl::new(issuer.at("/token")).expect(ours)))
    .set_userinfo_endpoint(Some(UserInfoUrl::new(issuer.at("/userinfo")).expect(ours)))
    .set_response_modes_supported(Some(vec![CoreResponseMode::Query]))
    .set_grant_types_supported(Some(vec![CoreGrantType::AuthorizationCode, CoreGrantType::ClientCredentials]))
    .set_token_endpoint_auth_methods_supported(Some(vec![CoreClientAuthMethod::PrivateKeyJwt]))
    .set_token_endpoint_auth_signing_alg_values_supported(Some(eddsa))
    .set_scopes_supported(Some(vec![Scope::new("openid".to_owned()), Scope::new("profile".to_owned())]))
    .set_acr_values_supported(Some(vec![AuthenticationContextClass::new(LEVEL_OF_ASSURANCE.to_owned())]))
    .set_claims_supported(Some(claims()))
    .set_request_parameter_supported(Some(false))
    .set_request_uri_parameter_supported(Some(false));
    Json(metadata)
}

pub async fn keys(State(provider): State<Arc<Provider>>) -> Json<CoreJsonWebKeySet> {
    Json(CoreJsonWebKeySet::new(vec![provider.config.key.openid().as_verification_key()]))
}

fn claims() -> Vec<CoreClaimName> {
    let names = ["sub", "name", "preferred_username", "auth_time", "acr", "nonce", "at_hash", "sid"];
    names.into_iter().map(|name| CoreClaimName::new(name.to_owned())).collect()
}
