//! How a service proves who it is, and what it gets for itself.

use serde_json::{Value, json};
use standalone::identity_provider::SigningKey;

use super::provider::{Form, ISSUER, claims, signed};
use super::{Answer, TestProvider};

fn for_itself(form: Form) -> Form {
    form.with("grant_type", "client_credentials").with("resource", "quality")
}

/// Asks with the usual statement after `change`.
async fn asked_with(change: impl Fn(&mut Value)) -> Answer {
    let provider = TestProvider::start();
    let mut assertion = provider.assertion("complaints");
    change(&mut assertion);
    provider.post("/token", &for_itself(signed(&assertion, &provider.complaints))).await
}

#[tokio::test]
async fn a_service_gets_a_token_for_one_other_service() {
    let provider = TestProvider::start();
    let form = for_itself(signed(&provider.assertion("complaints"), &provider.complaints));
    let answer = provider.post("/token", &form).await.json();
    assert_eq!((&answer["token_type"], &answer["expires_in"]), (&json!("Bearer"), &json!(300)));
    let token = answer["access_token"].as_str().unwrap();
    assert_eq!(jsonwebtoken::decode_header(token).unwrap().typ.unwrap(), "at+jwt");
    let claims = claims(token);
    assert_eq!((&claims["iss"], &claims["aud"]), (&json!(ISSUER), &json!("quality")));
    assert_eq!((&claims["sub"], &claims["client_id"]), (&json!("complaints"), &json!("complaints")));
    assert_eq!(claims["exp"].as_i64().unwrap() - claims["iat"].as_i64().unwrap(), 300);
    assert!(claims["jti"].is_string() && claims["acr"].is_null());
}

#[tokio::test]
async fn a_target_that_is_not_a_service_is_refused() {
    let provider = TestProvider::start();
    let form = for_itself(signed(&provider.assertion("complaints"), &provider.complaints));
    provider.post("/token", &form.with("resource", "payroll")).await.is_refused(400, "invalid_target");
    let provider = TestProvider::start();
    let form = for_itself(signed(&provider.assertion("complaints"), &provider.complaints));
    provider.post("/token", &form.without("resource")).await.is_refused(400, "invalid_target");
}

#[tokio::test]
async fn the_issuer_is_as_good_an_audience_as_the_token_endpoint() {
    assert_eq!(asked_with(|claims| claims["aud"] = json!([ISSUER])).await.status, 200);
}

#[tokio::test]
async fn a_statement_signed_by_another_key_is_refused() {
    let provider = TestProvider::start();
    for key in [&SigningKey::generate(), &provider.quality] {
        let form = for_itself(signed(&provider.assertion("complaints"), key));
        provider.post("/token", &form).await.is_refused(401, "invalid_client");
    }
}

#[tokio::test]
async fn a_statement_signed_with_a_shared_secret_or_not_at_all_is_refused() {
    let provider = TestProvider::start();
    let key = jsonwebtoken::EncodingKey::from_secret(b"secret");
    let assertion = provider.assertion("complaints");
    let shared = jsonwebtoken::encode(&jsonwebtoken::Header::default(), &assertion, &key).unwrap();
    let payload = shared.split('.').nth(1).unwrap();
    let unsigned = format!("eyJhbGciOiJub25lIn0.{payload}.");
    let form = for_itself(signed(&assertion, &provider.complaints));
    for forged in [shared.as_str(), unsigned.as_str()] {
        provider
            .post("/token", &form.clone().with("client_assertion", forged))
            .await
            .is_refused(401, "invalid_client");
    }
}

#[tokio::test]
async fn a_statement_is_good_once() {
    let provider = TestProvider::start();
    let form = for_itself(signed(&provider.assertion("complaints"), &provider.complaints));
    assert_eq!(provider.post("/token", &form).await.status, 200);
    provider.post("/token", &form).await.is_refused(401, "invalid_client");
}

#[tokio::test]
async fn a_statement_for_someone_else_is_refused() {
    asked_with(|claims| claims["aud"] = json!("http://127.0.0.1:9999"))
        .await
        .is_refused(401, "invalid_client");
    asked_with(|claims| _ = claims.as_object_mut().unwrap().remove("aud"))
        .await
        .is_refused(401, "invalid_client");
}

#[tokio::test]
async fn a_statement_that_has_expired_or_lives_too_long_is_refused() {
    let now = TestProvider::start().now();
    for exp in [now, now - 1, now + 601, i64::MAX] {
        asked_with(|claims| claims["exp"] = json!(exp)).await.is_refused(401, "invalid_client");
    }
    asked_with(|claims| _ = claims.as_object_mut().unwrap().remove("exp"))
        .await
        .is_refused(401, "invalid_client");
}

#[tokio::test]
async fn a_statement_about_someone_else_or_no_one_is_refused() {
    asked_with(|claims| claims["sub"] = json!("quality")).await.is_refused(401, "invalid_client");
    asked_with(|claims| claims["iss"] = json!("quality")).await.is_refused(401, "invalid_client");
    asked_with(|claims| _ = claims.as_object_mut().unwrap().remove("jti"))
        .await
        .is_refused(401, "invalid_client");
    asked_with(|claims| (claims["iss"], claims["sub"]) = (json!("stranger"), json!("stranger")))
        .await
        .is_refused(401, "invalid_client");
}

#[tokio::test]
async fn a_request_without_a_statement_is_refused() {
    let provider = TestProvider::start();
    let form = for_itself(Form::default()).with("client_id", "complaints").with("client_secret", "guessed");
    provider.post("/token", &form).await.is_refused(401, "invalid_client");
    let form = for_itself(signed(&provider.assertion("complaints"), &provider.complaints));
    provider.post("/token", &form.with("client_id", "quality")).await.is_refused(401, "invalid_client");
}

#[tokio::test]
async fn what_is_not_a_form_is_refused_in_oauths_words() {
    let provider = TestProvider::start();
    let request = axum::http::Request::post("/token").header("content-type", "application/json");
    provider.send(request.body("{}".into()).unwrap()).await.is_refused(400, "invalid_request");
}
