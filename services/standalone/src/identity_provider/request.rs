//! From the parameters of `/authorize` to a request that we answer.

use url::Url;

use super::back::Back;
use super::oauth_error::OAuthError;
use super::parameters::Parameters;
use super::provider::Provider;

/// A request by a client we know, to an address of its own, with PKCE.
#[derive(Debug)]
pub struct AuthorizationRequest {
    pub client_id: String,
    pub scope: String,
    pub nonce: String,
    pub challenge: String,
    pub state: String,
    pub back: Back,
}

#[derive(Debug)]
pub enum Refused {
    /// The browser stays here: who asks, or where it should go, cannot be trusted (RFC 6749 4.1.2.1).
    Here(OAuthError),
    /// The client is told, by sending the browser there.
    ToClient(Url),
}

impl AuthorizationRequest {
    pub fn parse(provider: &Provider, parameters: &Parameters) -> Result<Self, Refused> {
        let back = Back::parse(provider, parameters).map_err(Refused::Here)?;
        Self::checked(parameters, back.clone())
            .map_err(|error| Refused::ToClient(back.with_error(provider.issuer(), error)))
    }

    fn checked(parameters: &Parameters, back: Back) -> Result<Self, OAuthError> {
        refuse_what_we_cannot(parameters)?;
        let scope = parameters.required("scope", "scope is missing")?;
        if !scope.split(' ').any(|part| part == "openid") {
            return Err(OAuthError::InvalidScope("scope must contain openid"));
        }
        Ok(Self {
            client_id: parameters.required("client_id", "client_id is missing")?.to_owned(),
            scope: scope.to_owned(),
            nonce: parameters.required("nonce", "nonce is missing")?.to_owned(),
            challenge: challenge(parameters)?.to_owned(),
            state: parameters.required("state", "state is missing")?.to_owned(),
            back,
        })
    }

    /// The same request again, as hidden fields of the form.
    pub fn fields(&self) -> [(&'static str, &str); 8] {
        [
            ("response_type", "code"),
            ("client_id", &self.client_id),
            ("redirect_uri", self.back.uri.as_str()),
            ("scope", &self.scope),
            ("state", &self.state),
            ("nonce", &self.nonce),
            ("code_challenge", &self.challenge),
            ("code_challenge_method", "S256"),
        ]
    }
}

fn refuse_what_we_cannot(parameters: &Parameters) -> Result<(), OAuthError> {
    if parameters.required("response_type", "response_type is missing")? != "code" {
        return Err(OAuthError::UnsupportedResponseType("only response_type=code is answered"));
    }
    if parameters.get("response_mode").is_some_and(|mode| mode != "query") {
        return Err(OAuthError::InvalidRequest("only response_mode=query is answered"));
    }
    if parameters.get("request").or(parameters.get("request_uri")).is_some() {
        return Err(OAuthError::RequestNotSupported("request objects are not read here"));
    }
    // Nobody stays logged in here: every request asks, which is all that prompt=login and max_age can want.
    if parameters.get("prompt").is_some_and(|prompt| prompt.split(' ').any(|part| part == "none")) {
        return Err(OAuthError::LoginRequired("every log-in asks, so prompt=none cannot be met"));
    }
    if parameters.get("max_age").is_some_and(|age| age.parse::<u32>().is_err()) {
        return Err(OAuthError::InvalidRequest("max_age is not a number of seconds"));
    }
    Ok(())
}

/// RFC 7636, and only with S256: 32 bytes in base64url.
fn challenge(parameters: &Parameters) -> Result<&str, OAuthError> {
    let challenge = parameters.required("code_challenge", "code_challenge is missing: PKCE is demanded")?;
    if parameters.get("code_challenge_method") != Some("S256") {
        return Err(OAuthError::InvalidRequest("code_challenge_method must be S256"));
    }
    let is_hash =
        data_encoding::BASE64URL_NOPAD.decode(challenge.as_bytes()).is_ok_and(|hash| hash.len() == 32);
    if is_hash {
        Ok(challenge)
    } else {
        Err(OAuthError::InvalidRequest("code_challenge is not a SHA-256 in base64url"))
    }
}
