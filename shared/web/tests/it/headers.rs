//! What every answer wears, whatever the answer is.

use axum::{
    body::Body,
    http::{HeaderMap, Request, StatusCode},
};
use tower::ServiceExt;

use crate::site::{FAILURES, ORIGIN, dressed, router, site};

const WORN: [(&str, &str); 7] = [
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "no-referrer"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    ("permissions-policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
    ("x-frame-options", "DENY"),
    ("cache-control", "no-store"),
];

/// What is taken from, refused and broken on the way: (method, address, content type, body, status).
fn requests() -> Vec<(&'static str, String, &'static str, Vec<u8>, u16)> {
    const FORM: &str = "application/x-www-form-urlencoded";
    let plain = |method, path: &str, status| (method, path.to_owned(), FORM, Vec::new(), status);
    let mut requests = vec![
        plain("GET", "/", 200),
        plain("HEAD", "/", 200),
        plain("GET", "/om", 200),
        plain("GET", "/sprak?to=en&back=/", 303),
        plain("GET", "/sprak", 400),
        plain("GET", "/vidare", 303),
        plain("GET", "/ingenstans", 404),
        plain("DELETE", "/", 405),
        plain("GET", "/panik", 500),
        plain("POST", "/panik", 500),
        plain("GET", "/saker/inget-id", 400),
        plain("POST", "/", 422),
        ("POST", "/".into(), "text/plain", b"text=a".to_vec(), 415),
        ("POST", "/".into(), FORM, vec![b'a'; 5 << 20], 413),
        plain("GET", "/api/v1/things", 200),
        plain("GET", "/api/v1/nowhere", 404),
        plain("DELETE", "/api/v1/things", 405),
        plain("GET", "/api/v1/panik", 500),
        plain("POST", "/api/v1/things", 400),
        ("POST", "/api/v1/things".into(), "text/plain", b"{}".to_vec(), 415),
        ("POST", "/api/v1/things".into(), "application/json", vec![b' '; 5 << 20], 413),
        ("POST", "/api/v1/things".into(), "application/json", b"{}".to_vec(), 422),
    ];
    for (kind, status) in FAILURES {
        requests.push(plain("GET", &format!("/fel/{kind}"), status));
        requests.push(plain("GET", &format!("/api/v1/fel/{kind}"), status));
    }
    requests
}

async fn answer(
    origin: &str,
    method: &str,
    path: &str,
    kind: &str,
    body: Vec<u8>,
) -> (StatusCode, HeaderMap) {
    let request = Request::builder()
        .method(method)
        .uri(path)
        .header("sec-fetch-site", "same-origin")
        .header("content-type", kind)
        .header("idempotency-key", if path == "/api/v1/things" && body.is_empty() { "" } else { "key" })
        .body(Body::from(body))
        .unwrap();
    let response = dressed(&site(origin)).oneshot(request).await.unwrap();
    (response.status(), response.headers().clone())
}

#[tokio::test]
async fn every_answer_wears_the_headers() {
    for (method, path, kind, body, status) in requests() {
        let (answered, headers) = answer(ORIGIN, method, &path, kind, body).await;
        let request = format!("{method} {path}");
        assert_eq!(answered.as_u16(), status, "{request}");
        for (name, value) in WORN {
            assert_eq!(headers.get_all(name).iter().collect::<Vec<_>>(), [value], "{name} of {request}");
        }
        let policy = headers["content-security-policy"].to_str().unwrap();
        for part in ["default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'"]
        {
            assert!(policy.contains(part), "{part} of {request}");
        }
        assert!(!policy.contains("script-src") && !policy.contains("unsafe"), "{request}");
        assert!(!headers.contains_key("strict-transport-security"), "{request}: loopback is plain");
    }
}

#[tokio::test]
async fn over_tls_every_answer_says_that_it_stays_so() {
    for (method, path, kind, body, _) in requests() {
        let (_, headers) = answer("https://lyssna.example", method, &path, kind, body).await;
        let year = "max-age=31536000; includeSubDomains";
        assert_eq!(headers["strict-transport-security"], year, "{method} {path}");
        for cookie in headers.get_all("set-cookie") {
            let cookie = cookie.to_str().unwrap();
            assert!(cookie.starts_with("__Host-quality-"), "{cookie}");
            for part in ["; Secure", "; HttpOnly", "; SameSite=Lax", "; Path=/"] {
                assert!(cookie.contains(part), "{part} of {cookie}");
            }
            assert!(!cookie.contains("Domain"), "{cookie}");
        }
    }
}

#[tokio::test(start_paused = true)]
async fn an_answer_that_takes_too_long_wears_them_too() {
    for path in ["/evig", "/api/v1/evig"] {
        let (status, headers) = answer(ORIGIN, "GET", path, "", Vec::new()).await;
        assert_eq!(status, StatusCode::SERVICE_UNAVAILABLE);
        assert_eq!(headers["cache-control"], "no-store");
        assert_eq!(headers["retry-after"], "5");
    }
}

#[tokio::test]
async fn forms_may_end_at_the_identity_provider_and_nowhere_else() {
    let site = site(ORIGIN).sending_forms_to("https://id.example");
    let request = Request::get("/ingenstans").body(Body::empty()).unwrap();
    let response = dressed(&site).oneshot(request).await.unwrap();
    let policy = response.headers()["content-security-policy"].to_str().unwrap();
    assert!(policy.contains("form-action 'self' https://id.example;"), "{policy}");
}

#[tokio::test]
async fn a_file_keeps_a_stricter_policy_of_its_own() {
    let (_, headers) = answer(ORIGIN, "GET", "/fil", "", Vec::new()).await;
    assert_eq!(headers.get_all("content-security-policy").iter().collect::<Vec<_>>(), ["sandbox"]);
    assert_eq!(headers["x-content-type-options"], "nosniff");
}

#[tokio::test]
async fn the_style_sheet_is_kept_and_gives_no_cookie() {
    let page = crate::site::visitor().get("/om").await.clone();
    for (selector, kind) in
        [("link[rel=stylesheet]", "text/css; charset=utf-8"), ("link[rel=icon]", "image/svg+xml")]
    {
        let address = page.attribute(selector, "href").unwrap();
        let request = Request::get(address).body(Body::empty()).unwrap();
        let response = router().oneshot(request).await.unwrap();
        assert_eq!(response.status(), StatusCode::OK);
        assert_eq!(response.headers()["content-type"], kind);
        assert_eq!(response.headers()["cache-control"], "public, max-age=31536000, immutable");
        assert!(!response.headers().contains_key("set-cookie"));
    }
}

#[tokio::test]
async fn a_program_gets_no_cookie() {
    for path in ["/api/v1/things", "/api/v1/nowhere", "/api/v1/panik"] {
        let (_, headers) = answer(ORIGIN, "GET", path, "", Vec::new()).await;
        assert!(!headers.contains_key("set-cookie"), "{path}");
    }
}
