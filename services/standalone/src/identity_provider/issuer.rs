//! The name and address of this provider. Only an address on loopback can become one.

use url::Url;

use crate::development::is_loopback;

/// The issuer as it stands in every token: `http://127.0.0.1:8090`, without a slash at the end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Issuer(String);

#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum IssuerRefused {
    #[error(
        "the development identity provider lets anybody be anyone, so it runs on loopback only, not at {0}"
    )]
    NotLoopback(Url),
    #[error("an issuer is scheme, host and port only, not {0}")]
    NotBare(Url),
}

impl Issuer {
    pub fn parse(url: &Url) -> Result<Self, IssuerRefused> {
        if !is_loopback(url) {
            return Err(IssuerRefused::NotLoopback(url.clone()));
        }
        let origin = url.origin().ascii_serialization();
        if url.as_str().trim_end_matches('/') != origin {
            return Err(IssuerRefused::NotBare(url.clone()));
        }
        Ok(Self(origin))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The full address of one of our paths.
    pub fn at(&self, path: &str) -> String {
        format!("{}{path}", self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(url: &str) -> Result<Issuer, IssuerRefused> {
        Issuer::parse(&url.parse().unwrap())
    }

    #[test]
    fn every_way_to_write_loopback_is_accepted() {
        for url in
            ["http://127.0.0.1:8090", "http://127.0.0.1:8090/", "http://localhost:1", "http://[::1]:8090"]
        {
            assert_eq!(parse(url).unwrap().as_str(), url.trim_end_matches('/'));
        }
    }

    #[test]
    fn an_issuer_beyond_loopback_is_refused() {
        for url in [
            "http://0.0.0.0:8090",
            "http://192.168.1.4:8090",
            "https://login.example",
            "http://localhost.example",
        ] {
            assert!(matches!(parse(url), Err(IssuerRefused::NotLoopback(_))), "{url}");
        }
    }

    #[test]
    fn an_issuer_with_a_path_a_query_or_a_user_is_refused() {
        for url in ["http://127.0.0.1:8090/realm", "http://127.0.0.1:8090?a=b", "http://user@127.0.0.1:8090"]
        {
            assert!(matches!(parse(url), Err(IssuerRefused::NotBare(_))), "{url}");
        }
    }
}
