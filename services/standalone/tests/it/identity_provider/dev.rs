//! A token by hand.

use serde_json::json;

use super::TestProvider;
use super::provider::{Form, claims};

fn form(person: &str, audience: &str) -> Form {
    Form::default().with("person", person).with("audience", audience)
}

#[tokio::test]
async fn anyone_gets_a_token_for_any_service() {
    let provider = TestProvider::start();
    for audience in ["complaints", "lex-sarah", "notifications", "quality"] {
        let answer = provider.post("/dev/token", &form("rektor-solgarden", audience)).await.json();
        assert_eq!((&answer["token_type"], &answer["expires_in"]), (&json!("Bearer"), &json!(300)));
        let claims = claims(answer["access_token"].as_str().unwrap());
        assert_eq!((&claims["aud"], &claims["sub"]), (&json!(audience), &json!("rektor-solgarden")));
        assert_eq!(claims["preferred_username"], "rektor-solgarden");
        assert_eq!(claims["client_id"], "development");
        assert_eq!(claims["auth_time"], provider.now());
    }
}

#[tokio::test]
async fn an_unknown_person_is_refused() {
    let provider = TestProvider::start();
    provider.post("/dev/token", &form("kungen", "quality")).await.is_refused(400, "invalid_request");
    provider.post("/dev/token", &form("", "quality")).await.is_refused(400, "invalid_request");
}

#[tokio::test]
async fn an_unknown_audience_is_refused() {
    let provider = TestProvider::start();
    provider.post("/dev/token", &form("administrator", "payroll")).await.is_refused(400, "invalid_target");
    provider.post("/dev/token", &form("administrator", "")).await.is_refused(400, "invalid_target");
}

#[tokio::test]
async fn a_token_for_a_service_is_not_one_for_userinfo() {
    let provider = TestProvider::start();
    let answer = provider.post("/dev/token", &form("administrator", "quality")).await.json();
    let bearer = format!("Bearer {}", answer["access_token"].as_str().unwrap());
    assert_eq!(provider.userinfo(axum::http::Method::GET, &bearer).await.status, 401);
}
