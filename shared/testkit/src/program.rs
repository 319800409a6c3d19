//! A program that calls the API.

use axum::{
    Router,
    body::Body,
    http::{HeaderMap, Request, StatusCode, header},
};
use http_body_util::BodyExt;
use kernel::Uuid;
use serde_json::Value;
use tower::ServiceExt;

/// A caller with or without a token.
#[derive(Clone)]
pub struct Program {
    router: Router,
    headers: Vec<(&'static str, String)>,
}

/// What came back.
#[derive(Debug, Clone)]
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub bytes: Vec<u8>,
    /// Null when it is no JSON.
    pub json: Value,
}

impl Program {
    pub const fn new(router: Router) -> Self {
        Self { router, headers: Vec::new() }
    }

    #[must_use]
    pub fn bearer(self, token: &str) -> Self {
        self.header("authorization", format!("Bearer {token}"))
    }

    /// The same program with one more header, or another value for it.
    #[must_use]
    pub fn header(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.headers.retain(|(known, _)| *known != name);
        self.headers.push((name, value.into()));
        self
    }

    pub async fn get(&self, path: &str) -> Answer {
        self.request("GET", path, None, Vec::new()).await
    }

    /// Posts JSON under a repeat key of its own, unless the program has set one.
    pub async fn post(&self, path: &str, body: &Value) -> Answer {
        self.request("POST", path, Some("application/json"), body.to_string().into_bytes()).await
    }

    pub async fn post_bytes(&self, path: &str, kind: &str, body: impl Into<Vec<u8>>) -> Answer {
        self.request("POST", path, Some(kind), body.into()).await
    }

    async fn request(&self, method: &str, path: &str, kind: Option<&str>, body: Vec<u8>) -> Answer {
        let mut request = Request::builder().method(method).uri(path);
        if method == "POST" && !self.headers.iter().any(|(name, _)| *name == "idempotency-key") {
            request = request.header("idempotency-key", Uuid::now_v7().to_string());
        }
        if let Some(kind) = kind {
            request = request.header(header::CONTENT_TYPE, kind);
        }
        // An empty value leaves the header out: for tests of what is missing.
        for (name, value) in self.headers.iter().filter(|(_, value)| !value.is_empty()) {
            request = request.header(*name, value);
        }
        let response = self.router.clone().oneshot(request.body(Body::from(body)).unwrap()).await.unwrap();
        let (head, body) = response.into_parts();
        let bytes = body.collect().await.unwrap().to_bytes().to_vec();
        let json = serde_json::from_slice(&bytes).unwrap_or_default();
        Answer { status: head.status, headers: head.headers, bytes, json }
    }
}

impl Answer {
    /// The answer, if it has this status; else the test ends with what it says.
    #[must_use]
    pub fn expect(self, status: u16) -> Self {
        assert_eq!(self.status.as_u16(), status, "{}", String::from_utf8_lossy(&self.bytes));
        if self.status.is_client_error() || self.status.is_server_error() {
            assert_eq!(self.headers[header::CONTENT_TYPE], "application/problem+json");
            for part in ["type", "title", "status", "detail", "instance"] {
                assert!(!self.json[part].is_null(), "the problem lacks {part}");
            }
        }
        self
    }

    /// The test ends with what it says unless it was done.
    pub fn expect_success(&self) {
        assert!(self.status.is_success(), "{} {}", self.status, String::from_utf8_lossy(&self.bytes));
    }

    pub fn etag(&self) -> String {
        self.headers[header::ETAG].to_str().unwrap().to_owned()
    }
}
