//! What a provider says of itself (OpenID Connect Discovery 1.0).

use std::collections::HashMap;

use jsonwebtoken::DecodingKey;
use openidconnect::{
    AdditionalProviderMetadata, LogoutProviderMetadata, ProviderMetadata,
    core::{
        CoreAuthDisplay, CoreClaimName, CoreClaimType, CoreClientAuthMethod, CoreGrantType, CoreJsonWebKey,
        CoreJweContentEncryptionAlgorithm, CoreJweKeyManagementAlgorithm, CoreResponseMode, CoreResponseType,
        CoreSubjectIdentifierType,
    },
};
use serde::{Deserialize, Serialize};
use tokio::time::Instant;

/// What we ask of it beyond what the crate knows.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Promises {
    /// Every answer names the issuer it is from (RFC 9207).
    #[serde(default)]
    authorization_response_iss_parameter_supported: bool,
}

impl AdditionalProviderMetadata for Promises {}

pub(crate) type Metadata = ProviderMetadata<
    LogoutProviderMetadata<Promises>,
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

/// What was learnt of an issuer, and when.
pub(crate) struct Learnt {
    pub metadata: Metadata,
    pub keys: HashMap<String, DecodingKey>,
    pub at: Instant,
}

impl Learnt {
    /// Whether an answer that names `iss` as its issuer is from this one (RFC 9207). One that names none is taken only
    /// from a provider that never promised to: otherwise another's answer could pass for it (mix-up).
    pub fn has_answered(&self, iss: Option<&str>) -> bool {
        let promises = &self.metadata.additional_metadata().additional_metadata;
        match iss {
            Some(iss) => iss == self.metadata.issuer().as_str(),
            None => !promises.authorization_response_iss_parameter_supported,
        }
    }
}
