//! The parameters of a request, from the query or the form: each at most once, and empty means absent (RFC 6749 3.1).

use std::collections::BTreeMap;

use axum::extract::{FromRequest, RawForm, Request};

use super::oauth_error::OAuthError;

#[derive(Debug, Default)]
pub struct Parameters(BTreeMap<String, String>);

impl Parameters {
    pub fn parse(encoded: &[u8]) -> Result<Self, OAuthError> {
        let mut parameters = BTreeMap::new();
        for (name, value) in form_urlencoded::parse(encoded).into_owned() {
            if parameters.insert(name, value).is_some() {
                return Err(OAuthError::InvalidRequest("a parameter was sent more than once"));
            }
        }
        Ok(Self(parameters))
    }

    pub fn get(&self, name: &str) -> Option<&str> {
        self.0.get(name).map(String::as_str).filter(|value| !value.is_empty())
    }

    pub fn required(&self, name: &str, missing: &'static str) -> Result<&str, OAuthError> {
        self.get(name).ok_or(OAuthError::InvalidRequest(missing))
    }
}

impl<S: Send + Sync> FromRequest<S> for Parameters {
    type Rejection = OAuthError;

    async fn from_request(request: Request, state: &S) -> Result<Self, OAuthError> {
        let RawForm(encoded) = RawForm::from_request(request, state).await.map_err(|_| {
            OAuthError::InvalidRequest(
                "the body is not a form (application/x-www-form-urlencoded) or too large",
            )
        })?;
        Self::parse(&encoded)
    }
}
