//! What every answer says to the browser, whatever the answer is.

use axum::{
    extract::{Request, State},
    http::{HeaderName, HeaderValue, header},
    middleware::Next,
    response::Response,
};

use crate::Site;

const ALWAYS: [(&str, &str); 7] = [
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "no-referrer"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    ("permissions-policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
    ("x-frame-options", "DENY"),
    ("cache-control", "no-store"),
];

/// No script, nothing from elsewhere, no frame around it. Forms go home, or to `forms_also_to`.
pub(crate) fn policy(forms_also_to: &str) -> HeaderValue {
    let policy = format!(
        "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self' {forms_also_to}; base-uri 'none'; \
         frame-ancestors 'none'"
    );
    HeaderValue::from_str(&policy).expect("an origin is visible ASCII")
}

/// The same, with leave for scripts that this site serves, and for what they send home.
pub(crate) fn with_script(policy: &HeaderValue) -> HeaderValue {
    let more = [policy.as_bytes(), b"; script-src 'self'; connect-src 'self'"].concat();
    HeaderValue::from_bytes(&more).expect("an origin is visible ASCII")
}

/// A handler that sets one of these itself (a downloaded file is sandboxed, the style sheet may be kept) is left alone.
pub(crate) async fn add(State(site): State<Site>, request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    for (name, value) in ALWAYS {
        headers.entry(HeaderName::from_static(name)).or_insert(HeaderValue::from_static(value));
    }
    headers.entry(header::CONTENT_SECURITY_POLICY).or_insert(site.policy().clone());
    if site.is_secure() {
        let year = HeaderValue::from_static("max-age=31536000; includeSubDomains");
        headers.insert(header::STRICT_TRANSPORT_SECURITY, year);
    }
    response
}
