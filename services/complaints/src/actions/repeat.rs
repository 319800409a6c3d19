//! A request that may come twice.

use vault::Token;

/// The key a request carries, and what it asks for. The same key and the same request get the same answer.
#[derive(Debug, Clone)]
pub struct Repeat {
    pub(crate) key: Token,
    pub(crate) request: Token,
}

impl Repeat {
    /// `what` names the verb, `key` is the caller's choice, `request` everything it asks for.
    pub fn new(what: &str, key: &str, request: &[u8]) -> Self {
        Self {
            key: Token::chosen(&[what.as_bytes(), key.as_bytes()]),
            request: Token::chosen(&[what.as_bytes(), request]),
        }
    }
}
