//! Log-out: here at once, then at the provider.

use std::collections::HashMap;

use url::Url;

use crate::{NAME, SESSION, WHO, guarded, seen_as};

#[tokio::test]
async fn it_ends_the_session_here_and_leads_on_to_the_provider() {
    let (world, standing) = guarded().await;
    let mut browser = standing.logged_in(&world.issuer, WHO).await;
    let mut stolen = browser.clone();
    browser.send("/logga-ut", &[]).await;
    assert_eq!(browser.cookie(SESSION), None);
    assert_eq!(seen_as(&mut stolen).await, "ingen");

    let mut browser = standing.logged_in(&world.issuer, WHO).await;
    browser.send("/logga-ut", &[]).await;
    let end: Url = browser.location().unwrap().parse().unwrap();
    assert!(end.as_str().starts_with(&format!("{}end?", world.issuer.url())));
    let query: HashMap<_, _> = end.query_pairs().into_owned().collect();
    assert_eq!(query["client_id"], "complaints");
    assert_eq!(query["post_logout_redirect_uri"], "http://127.0.0.1:7777/utloggad");
    assert!(!query.contains_key("id_token_hint"), "a token reached the browser");
    let page = browser.get("/utloggad").await;
    assert_eq!((page.status.as_u16(), page.text("h1").as_str()), (200, "Du är utloggad"));
}

#[tokio::test]
async fn it_is_not_done_for_another_site_or_without_the_form_s_token() {
    let (world, standing) = guarded().await;
    let mut browser = standing.logged_in(&world.issuer, WHO).await;
    let form = "application/x-www-form-urlencoded";
    assert_eq!(browser.post("/logga-ut", form, "").await.status.as_u16(), 422);
    assert_eq!(browser.post("/logga-ut", form, "csrf=forged").await.status.as_u16(), 422);
    browser.get("/").await;
    browser.headers.push(("sec-fetch-site", "cross-site".to_owned()));
    assert_eq!(browser.send("/logga-ut", &[]).await.status.as_u16(), 403);
    assert_eq!(browser.get("/logga-ut").await.status.as_u16(), 405);
    assert_eq!(seen_as(&mut browser).await, NAME);
}

#[tokio::test]
async fn it_ends_on_our_own_page_when_the_provider_is_away() {
    let (world, standing) = guarded().await;
    let mut browser = standing.logged_in(&world.issuer, WHO).await;
    let copy = world.open(crate::site::PART).await;
    world.issuer.is_away(true);
    let cookies: Vec<_> =
        [SESSION, "complaints-form"].map(|name| format!("{name}={}", browser.cookie(name).unwrap())).into();
    let (_, fields) = browser.form("/logga-ut");
    let mut elsewhere = copy.visitor();
    elsewhere.headers = vec![("cookie", cookies.join("; "))];
    let body = format!("csrf={}", fields[0].1);
    let page = elsewhere.post("/logga-ut", "application/x-www-form-urlencoded", body).await.clone();
    assert_eq!(page.headers["location"], "http://127.0.0.1:7777/utloggad");
    assert_eq!(seen_as(&mut browser).await, "ingen");
}

#[tokio::test]
async fn whoever_is_not_logged_in_may_log_out_too() {
    let (_world, standing) = guarded().await;
    let mut browser = standing.visitor();
    browser.get("/").await;
    assert_eq!(browser.send("/logga-ut", &[]).await.status.as_u16(), 303);
}
