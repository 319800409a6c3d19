//! The way back to the client: where the browser goes next, and with what.

use url::Url;

use super::issuer::Issuer;
use super::oauth_error::OAuthError;
use super::parameters::Parameters;
use super::provider::Provider;

/// Where the browser goes next, and what the client recognises it by.
#[derive(Clone, Debug)]
pub struct Back {
    pub uri: Url,
    pub state: Option<String>,
}

impl Back {
    /// Only to a client we know, at an address it has registered.
    pub fn parse(provider: &Provider, parameters: &Parameters) -> Result<Self, OAuthError> {
        let client_id = parameters.required("client_id", "client_id is missing")?;
        let client =
            provider.client(client_id).ok_or(OAuthError::InvalidClient("the client is not registered"))?;
        let uri = parameters.required("redirect_uri", "redirect_uri is missing")?;
        let uri = client.redirects_to(uri).ok_or(OAuthError::InvalidRequest(
            "redirect_uri is not registered for this client, letter by letter",
        ))?;
        Ok(Self { uri: uri.clone(), state: parameters.get("state").map(str::to_owned) })
    }

    pub fn with_code(self, issuer: &Issuer, code: &str) -> Url {
        self.with(issuer, &[("code", code)])
    }

    pub fn with_error(self, issuer: &Issuer, error: OAuthError) -> Url {
        let (error, description) = error.parts();
        self.with(issuer, &[("error", error), ("error_description", description)])
    }

    /// Every answer names us, so that a client with several issuers cannot mix them up (RFC 9207).
    fn with(mut self, issuer: &Issuer, answer: &[(&str, &str)]) -> Url {
        self.uri
            .query_pairs_mut()
            .extend_pairs(answer)
            .extend_pairs(self.state.map(|state| ("state", state)))
            .append_pair("iss", issuer.as_str());
        self.uri
    }
}
