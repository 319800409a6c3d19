//! What a person sees, and what the browser is told about it.

use axum::body::Body;
use axum::http::Request;
use scraper::{Html, Selector};

use super::TestProvider;
use super::provider::authorization;

fn texts(page: &str, selector: &str) -> Vec<String> {
    let selector = Selector::parse(selector).unwrap();
    Html::parse_document(page)
        .select(&selector)
        .map(|found| found.text().collect::<String>().trim().to_owned())
        .collect()
}

fn values(page: &str, selector: &str, attribute: &str) -> Vec<String> {
    let selector = Selector::parse(selector).unwrap();
    Html::parse_document(page)
        .select(&selector)
        .map(|found| found.attr(attribute).unwrap().to_owned())
        .collect()
}

fn log_in_page() -> String {
    format!("/authorize?{}", authorization().encoded())
}

#[tokio::test]
async fn there_is_a_button_for_each_person_by_unit_and_the_city_last() {
    let provider = TestProvider::start();
    for path in [log_in_page().as_str(), "/dev/people", "/"] {
        let page = provider.get(path).await.text;
        let ids = values(&page, "form[method=post] button[name=person]", "value");
        assert_eq!(ids, ["rektor-solgarden", "gruppchef-solgarden", "fritidsledare-eken", "administrator"]);
        let groups = texts(&page, "h2");
        assert_eq!(groups[..2], ["Solgården", "Eken"]);
        assert!(groups[2].starts_with("Hela kommunen"));
        assert_eq!(texts(&page, "button .name")[2], "Ali <b>Test</b>", "names are text, not markup");
    }
}

#[tokio::test]
async fn the_form_carries_the_request_so_that_one_post_logs_in() {
    let provider = TestProvider::start();
    let page = provider.get(&log_in_page()).await.text;
    let names = values(&page, "input[type=hidden]", "name");
    let values = values(&page, "input[type=hidden]", "value");
    let form = names
        .iter()
        .zip(&values)
        .fold(super::provider::Form::default(), |form, (name, value)| form.with(name, value));
    let answer = provider.post("/authorize", &form.with("person", "administrator")).await;
    assert!(answer.returned().contains_key("code"));
}

#[tokio::test]
async fn every_page_says_in_both_languages_that_it_is_not_for_real() {
    let provider = TestProvider::start();
    for path in [log_in_page().as_str(), "/dev/people", "/authorize", "/end_session"] {
        let banner = texts(&provider.get(path).await.text, ".banner").concat();
        assert!(
            banner.contains("Får aldrig användas på riktigt") && banner.contains("Never to be used for real"),
            "{path}"
        );
    }
}

#[tokio::test]
async fn no_answer_may_run_a_script_be_framed_or_kept() {
    let provider = TestProvider::start();
    for path in [log_in_page().as_str(), "/dev/people", "/jwks", "/style.css", "/no-such-page", "/token"] {
        let answer = provider.get(path).await;
        let policy = answer.header("content-security-policy");
        assert!(policy.starts_with("default-src 'none'; style-src 'self'; form-action 'self'"), "{path}");
        assert!(policy.contains("frame-ancestors 'none'") && !policy.contains("script"), "{path}");
        assert_eq!(answer.header("cache-control"), "no-store", "{path}");
        assert_eq!(answer.header("x-content-type-options"), "nosniff", "{path}");
        assert_eq!(answer.header("referrer-policy"), "no-referrer", "{path}");
    }
}

#[tokio::test]
async fn the_log_in_form_may_lead_on_to_the_service_that_asked() {
    let answer = TestProvider::start().get(&log_in_page()).await;
    assert!(answer.header("content-security-policy").contains("form-action 'self' http://127.0.0.1:8081;"));
}

#[tokio::test]
async fn a_name_that_another_site_points_at_this_machine_is_refused() {
    let provider = TestProvider::start();
    for (host, status) in
        [("evil.example:8090", 421), ("127.0.0.1:8090", 200), ("localhost", 200), ("[::1]:8090", 200)]
    {
        let request = Request::get("/dev/people").header("host", host).body(Body::empty()).unwrap();
        assert_eq!(provider.send(request).await.status, status, "{host}");
    }
}
