//! Who may send a browser here, and what it brings back.

use super::TestProvider;
use super::provider::{AFTER_LOGOUT, CALLBACK, Form, ISSUER, authorization};

async fn asked(form: Form) -> super::Answer {
    TestProvider::start().get(&format!("/authorize?{}", form.encoded())).await
}

/// The browser stays on our page and is sent nowhere.
async fn is_refused_here(form: Form) {
    let answer = asked(form).await;
    assert_eq!(answer.status, 400);
    assert!(!answer.headers.contains_key("location"));
    assert!(answer.text.contains("Inloggningen kan inte börja"));
}

/// The client is told why, and which request it was.
async fn is_refused_to_client(form: Form, error: &str) {
    let answer = asked(form).await;
    assert!(answer.location().as_str().starts_with(CALLBACK));
    let returned = answer.returned();
    assert_eq!((returned["error"].as_str(), returned["iss"].as_str()), (error, ISSUER));
    assert!(!returned.contains_key("code"));
}

#[tokio::test]
async fn a_click_brings_back_code_state_and_issuer() {
    let provider = TestProvider::start();
    let answer = provider.post("/authorize", &authorization().with("person", "rektor-solgarden")).await;
    assert!(answer.location().as_str().starts_with(CALLBACK));
    let returned = answer.returned();
    assert_eq!(returned.keys().collect::<Vec<_>>(), ["code", "iss", "state"]);
    assert_eq!((returned["state"].as_str(), returned["iss"].as_str()), ("the-state", ISSUER));
}

#[tokio::test]
async fn an_unknown_client_is_refused_here() {
    is_refused_here(authorization().with("client_id", "stranger")).await;
    is_refused_here(authorization().without("client_id")).await;
}

#[tokio::test]
async fn an_address_that_is_not_registered_letter_by_letter_is_refused_here() {
    let longer = format!("{CALLBACK}/");
    for address in
        ["http://evil.example/", longer.as_str(), "http://localhost:8081/inloggning/svar", AFTER_LOGOUT]
    {
        is_refused_here(authorization().with("redirect_uri", address)).await;
    }
    is_refused_here(authorization().without("redirect_uri")).await;
}

#[tokio::test]
async fn a_parameter_sent_twice_is_refused_here() {
    let twice = format!("/authorize?{}&state=another", authorization().encoded());
    assert_eq!(TestProvider::start().get(&twice).await.status, 400);
}

#[tokio::test]
async fn a_request_without_pkce_is_refused() {
    is_refused_to_client(authorization().without("code_challenge"), "invalid_request").await;
    is_refused_to_client(authorization().without("code_challenge_method"), "invalid_request").await;
    is_refused_to_client(authorization().with("code_challenge_method", "plain"), "invalid_request").await;
    is_refused_to_client(authorization().with("code_challenge", "too-short"), "invalid_request").await;
}

#[tokio::test]
async fn a_request_without_state_nonce_or_openid_is_refused() {
    is_refused_to_client(authorization().without("state"), "invalid_request").await;
    is_refused_to_client(authorization().without("nonce"), "invalid_request").await;
    is_refused_to_client(authorization().without("scope"), "invalid_request").await;
    is_refused_to_client(authorization().with("scope", "profile"), "invalid_scope").await;
}

#[tokio::test]
async fn what_is_not_offered_is_refused_by_name() {
    is_refused_to_client(authorization().with("response_type", "id_token"), "unsupported_response_type")
        .await;
    is_refused_to_client(authorization().with("response_mode", "fragment"), "invalid_request").await;
    is_refused_to_client(authorization().with("request", "eyJ"), "request_not_supported").await;
    is_refused_to_client(authorization().with("request_uri", "http://x.example"), "request_not_supported")
        .await;
    is_refused_to_client(authorization().with("max_age", "soon"), "invalid_request").await;
}

#[tokio::test]
async fn every_log_in_asks_so_a_silent_one_is_refused() {
    is_refused_to_client(authorization().with("prompt", "none"), "login_required").await;
    assert_eq!(asked(authorization().with("prompt", "login").with("max_age", "0")).await.status, 200);
}

#[tokio::test]
async fn an_unknown_person_is_refused_here() {
    let provider = TestProvider::start();
    let answer = provider.post("/authorize", &authorization().with("person", "kungen")).await;
    assert_eq!(answer.status, 400);
    assert!(!answer.headers.contains_key("location"));
}

#[tokio::test]
async fn a_link_that_names_a_person_logs_nobody_in() {
    let answer = asked(authorization().with("person", "rektor-solgarden")).await;
    assert_eq!(answer.status, 200);
}

#[tokio::test]
async fn a_posted_request_without_a_person_shows_the_page() {
    let answer = TestProvider::start().post("/authorize", &authorization()).await;
    assert_eq!(answer.status, 200);
    assert!(answer.text.contains("Vem vill du logga in som?"));
}
