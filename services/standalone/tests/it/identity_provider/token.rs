//! What a code is worth, to whom, how often and for how long.

use axum::http::Method;
use serde_json::json;

use super::TestProvider;
use super::provider::{ISSUER, claims, signed};

#[tokio::test]
async fn a_code_becomes_an_id_token_and_an_access_token() {
    let provider = TestProvider::start();
    let answer = provider.post("/token", &provider.exchange(&provider.code().await)).await;
    assert_eq!(answer.header("cache-control"), "no-store");
    let answer = answer.json();
    let id_token = claims(answer["id_token"].as_str().unwrap());
    assert_eq!(id_token["iss"], ISSUER);
    assert_eq!(id_token["aud"], json!(["complaints"]));
    assert_eq!(id_token["sub"], "rektor-solgarden");
    assert_eq!(id_token["preferred_username"], "rektor-solgarden");
    assert_eq!(id_token["name"], "Åsa Öström");
    assert_eq!(id_token["nonce"], "the-nonce");
    assert_eq!(id_token["acr"], "http://id.elegnamnden.se/loa/1.0/loa3");
    assert_eq!(id_token["auth_time"], provider.now());
    assert!(id_token["sid"].is_string() && id_token["at_hash"].is_string());
    assert_eq!((&answer["token_type"], &answer["expires_in"]), (&json!("Bearer"), &json!(300)));
}

#[tokio::test]
async fn the_time_of_log_in_is_that_of_the_click() {
    let provider = TestProvider::start();
    let clicked = provider.now();
    let code = provider.code().await;
    provider.wait(59);
    let answer = provider.post("/token", &provider.exchange(&code)).await.json();
    assert_eq!(claims(answer["id_token"].as_str().unwrap())["auth_time"], clicked);
}

#[tokio::test]
async fn a_code_is_good_once() {
    let provider = TestProvider::start();
    let code = provider.code().await;
    assert_eq!(provider.post("/token", &provider.exchange(&code)).await.status, 200);
    let mut again = provider.assertion("complaints");
    again["jti"] = json!("the-second");
    let again = signed(&again, &provider.complaints);
    let again = again.with("grant_type", "authorization_code").with("code", &code);
    provider.post("/token", &again).await.is_refused(400, "invalid_grant");
}

#[tokio::test]
async fn a_code_is_good_for_a_minute() {
    let provider = TestProvider::start();
    let code = provider.code().await;
    provider.wait(60);
    provider.post("/token", &provider.exchange(&code)).await.is_refused(400, "invalid_grant");
}

#[tokio::test]
async fn a_code_without_its_verifier_or_with_a_wrong_one_is_refused() {
    let provider = TestProvider::start();
    let wrong = provider.exchange(&provider.code().await).with("code_verifier", "another");
    provider.post("/token", &wrong).await.is_refused(400, "invalid_grant");
    let provider = TestProvider::start();
    let missing = provider.exchange(&provider.code().await).without("code_verifier");
    provider.post("/token", &missing).await.is_refused(400, "invalid_request");
}

#[tokio::test]
async fn a_code_with_another_address_is_refused() {
    let provider = TestProvider::start();
    let form = provider.exchange(&provider.code().await).with("redirect_uri", "http://127.0.0.1:8081/");
    provider.post("/token", &form).await.is_refused(400, "invalid_grant");
}

#[tokio::test]
async fn a_code_of_another_client_is_refused() {
    let provider = TestProvider::start();
    let theirs = signed(&provider.assertion("quality"), &provider.quality);
    let form = provider.exchange(&provider.code().await);
    let form =
        theirs.encoded() + "&" + &form.without("client_assertion").without("client_assertion_type").encoded();
    let request =
        axum::http::Request::post("/token").header("content-type", "application/x-www-form-urlencoded");
    provider.send(request.body(form.into()).unwrap()).await.is_refused(400, "invalid_grant");
}

#[tokio::test]
async fn an_unknown_code_or_kind_of_grant_is_refused() {
    let provider = TestProvider::start();
    provider.post("/token", &provider.exchange("guessed")).await.is_refused(400, "invalid_grant");
    let provider = TestProvider::start();
    let password = provider.exchange("guessed").with("grant_type", "password");
    provider.post("/token", &password).await.is_refused(400, "unsupported_grant_type");
}

#[tokio::test]
async fn userinfo_says_who_to_the_holder_of_the_token_for_five_minutes() {
    let provider = TestProvider::start();
    let answer = provider.post("/token", &provider.exchange(&provider.code().await)).await.json();
    let bearer = format!("Bearer {}", answer["access_token"].as_str().unwrap());
    for method in [Method::GET, Method::POST] {
        let answer = provider.userinfo(method, &bearer).await;
        let expected = json!({ "sub": "rektor-solgarden", "name": "Åsa Öström", "preferred_username": "rektor-solgarden" });
        assert_eq!(answer.json(), expected);
    }
    provider.wait(300);
    assert_eq!(provider.userinfo(Method::GET, &bearer).await.status, 401);
}

#[tokio::test]
async fn userinfo_refuses_other_tokens() {
    let provider = TestProvider::start();
    let answer = provider.post("/token", &provider.exchange(&provider.code().await)).await.json();
    let id_token = format!("Bearer {}", answer["id_token"].as_str().unwrap());
    for authorization in ["Bearer nonsense", "Basic YTpi", &id_token] {
        let answer = provider.userinfo(Method::GET, authorization).await;
        assert_eq!(answer.status, 401);
        assert!(answer.header("www-authenticate").starts_with("Bearer"));
    }
}
