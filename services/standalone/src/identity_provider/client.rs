//! A service that may ask who somebody is.

use url::Url;

use super::public_key::PublicKey;

/// A registered service. Its addresses are compared letter by letter.
#[derive(Clone, Debug)]
pub struct Client {
    pub id: String,
    pub redirect_uris: Vec<Url>,
    pub post_logout_uris: Vec<Url>,
    /// Checks the service's `private_key_jwt`.
    pub key: PublicKey,
}

impl Client {
    pub(super) fn redirects_to(&self, uri: &str) -> Option<&Url> {
        self.redirect_uris.iter().find(|known| known.as_str() == uri)
    }

    pub(super) fn may_return_to(&self, uri: &str) -> Option<&Url> {
        self.post_logout_uris.iter().find(|known| known.as_str() == uri)
    }
}
