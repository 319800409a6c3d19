//! Where a log-out may lead.

use super::TestProvider;
use super::provider::{AFTER_LOGOUT, Form};

async fn hint(provider: &TestProvider) -> String {
    let answer = provider.post("/token", &provider.exchange(&provider.code().await)).await.json();
    answer["id_token"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn a_log_out_leads_back_with_its_state_even_when_the_hint_is_old() {
    let provider = TestProvider::start();
    let form = Form::default().with("id_token_hint", &hint(&provider).await);
    let form = form.with("post_logout_redirect_uri", AFTER_LOGOUT).with("state", "the-state");
    provider.wait(8 * 3600);
    let by_link = provider.get(&format!("/end_session?{}", form.encoded())).await;
    let by_form = provider.post("/end_session", &form).await;
    for answer in [by_link, by_form] {
        assert_eq!(answer.location().as_str(), format!("{AFTER_LOGOUT}?state=the-state"));
    }
}

#[tokio::test]
async fn a_client_may_name_itself_instead() {
    let provider = TestProvider::start();
    let form = Form::default().with("client_id", "complaints").with("post_logout_redirect_uri", AFTER_LOGOUT);
    assert_eq!(provider.post("/end_session", &form).await.location().as_str(), AFTER_LOGOUT);
}

#[tokio::test]
async fn an_address_that_is_not_the_clients_is_not_gone_to() {
    let provider = TestProvider::start();
    let evil = Form::default()
        .with("client_id", "complaints")
        .with("post_logout_redirect_uri", "http://evil.example/");
    let nobodys = Form::default().with("post_logout_redirect_uri", AFTER_LOGOUT);
    let strangers = nobodys.clone().with("client_id", "stranger");
    let forged = nobodys.clone().with("id_token_hint", "e30.e30.e30");
    let anothers = nobodys.clone().with("id_token_hint", &hint(&provider).await).with("client_id", "quality");
    for form in [evil, nobodys, strangers, forged, anothers] {
        let answer = provider.post("/end_session", &form).await;
        assert_eq!(answer.status, 400);
        assert!(answer.text.contains("Du är utloggad"));
    }
}

#[tokio::test]
async fn a_log_out_without_an_address_ends_on_our_page() {
    let answer = TestProvider::start().get("/end_session").await;
    assert_eq!(answer.status, 200);
    assert!(answer.text.contains("Du är utloggad"));
}
