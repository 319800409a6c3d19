//! A change comes from a page of ours.

use axum::{
    body::Body,
    http::{Request, StatusCode},
};
use tower::ServiceExt;

use crate::site::{ORIGIN, router};

async fn posted(path: &str, headers: &[(&str, &str)]) -> StatusCode {
    let mut request = Request::post(path);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    router().oneshot(request.body(Body::empty()).unwrap()).await.unwrap().status()
}

/// The answer of a handler that was reached.
const REACHED: StatusCode = StatusCode::CONFLICT;

#[tokio::test]
async fn a_change_from_elsewhere_is_refused() {
    for headers in [
        &[("sec-fetch-site", "cross-site")][..],
        &[("sec-fetch-site", "same-site")],
        &[("sec-fetch-site", "none")],
        // The newer header is believed before the older one.
        &[("sec-fetch-site", "cross-site"), ("origin", ORIGIN)],
        &[("origin", "https://evil.example")],
        &[("origin", "http://127.0.0.1:7778")],
        &[("origin", "null")],
        &[],
    ] {
        assert_eq!(posted("/fel/conflict", headers).await, StatusCode::FORBIDDEN, "{headers:?}");
    }
}

#[tokio::test]
async fn a_change_from_a_page_of_ours_is_taken() {
    for headers in [("sec-fetch-site", "same-origin"), ("origin", ORIGIN)] {
        assert_eq!(posted("/fel/conflict", &[headers]).await, REACHED, "{headers:?}");
    }
}

#[tokio::test]
async fn a_program_brings_a_token_and_is_not_asked() {
    assert_eq!(posted("/api/v1/fel/conflict", &[("sec-fetch-site", "cross-site")]).await, REACHED);
}

#[tokio::test]
async fn the_refusal_is_a_page_that_says_what_happened() {
    let mut visitor = crate::site::visitor();
    visitor.headers.push(("sec-fetch-site", "cross-site".to_owned()));
    let page = visitor.post("/", "application/x-www-form-urlencoded", "text=a").await;
    assert_eq!(page.status, StatusCode::FORBIDDEN);
    assert_eq!(page.text("h1"), "Vi tog inte emot det som skickades");
}

#[tokio::test]
async fn other_methods_that_change_are_looked_at_too() {
    for method in ["PUT", "PATCH", "DELETE"] {
        let request = Request::builder().method(method).uri("/").body(Body::empty()).unwrap();
        assert_eq!(router().oneshot(request).await.unwrap().status(), StatusCode::FORBIDDEN, "{method}");
    }
}
