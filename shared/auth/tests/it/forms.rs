//! Forms of those who are logged in: nothing that was written is lost, and nothing is done without them.

use chrono::TimeDelta;
use testkit::{Browser, Standing, World};

use crate::{NAME, SESSION, WHO, guarded, seen_as};

const WRITTEN: [(&str, &str); 2] = [("text", "Det hände på fritids,\nen tisdag."), ("choice", "norrglimt")];

/// Logged in, on the page with the form.
async fn writing(world: &World, standing: &Standing, path: &str) -> Browser {
    let mut browser = standing.logged_in(&world.issuer, WHO).await;
    browser.get(path).await;
    browser
}

/// The page that keeps what was written: all of it, with a way to log in. Returns the way.
fn assert_kept(browser: &Browser, action: &str) -> String {
    assert_eq!(browser.page.status.as_u16(), 401);
    assert_eq!(browser.page.text("h1"), "Det du skrev är kvar");
    let (address, mut fields) = browser.form("");
    fields.retain(|(name, _)| name != "csrf");
    assert_eq!(address, action);
    assert_eq!(fields, WRITTEN.map(|(name, value)| (name.to_owned(), value.to_owned())));
    let link = ".steps a[target=_blank]";
    assert_eq!(browser.page.attribute(link, "rel").as_deref(), Some("noopener"));
    browser.page.attribute(link, "href").unwrap()
}

/// Logs in in another tab, and comes back to this one.
async fn log_in_beside(browser: &mut Browser, world: &World, address: &str) -> String {
    let here = browser.page.clone();
    let authorize = browser.begin_log_in(address).await;
    browser.come_back(&world.issuer.answer(WHO, &authorize)).await;
    let there = std::mem::replace(&mut browser.page, here);
    assert_eq!(there.status.as_u16(), 200);
    authorize.query().unwrap().to_owned()
}

#[tokio::test]
async fn what_is_sent_while_logged_in_is_taken() {
    let (world, standing) = guarded().await;
    let mut browser = writing(&world, &standing, "/spara").await;
    browser.submit("", &WRITTEN).await;
    assert_eq!(browser.page.exact_text("#saved"), WRITTEN[0].1);
    assert_eq!(browser.page.text("#who"), NAME);
}

#[tokio::test]
async fn when_the_session_ended_meanwhile_everything_written_is_kept_until_after_the_log_in() {
    let (world, standing) = guarded().await;
    let mut browser = writing(&world, &standing, "/spara").await;
    world.clock.advance(TimeDelta::hours(2));
    browser.submit("", &WRITTEN).await;
    let login = assert_kept(&browser, "/spara");
    assert!(!login.contains("fresh"));
    // The page it stood on is where the log-in ends.
    let asked = log_in_beside(&mut browser, &world, &login).await;
    assert!(!asked.contains("prompt"));
    browser.submit("", &[]).await;
    assert_eq!(browser.page.exact_text("#saved"), WRITTEN[0].1);
    assert_eq!(browser.page.text("#choice"), WRITTEN[1].1);
}

#[tokio::test]
async fn what_the_form_asked_for_after_the_question_mark_is_kept_as_well() {
    let (world, standing) = guarded().await;
    let mut browser = writing(&world, &standing, "/spara").await;
    world.clock.advance(TimeDelta::hours(2));
    let mut fields = vec![("csrf".to_owned(), browser.form("").1[0].1.clone())];
    fields.extend(WRITTEN.map(|(name, value)| (name.to_owned(), value.to_owned())));
    let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
    browser.post("/spara?andra=1", "application/x-www-form-urlencoded", body).await;
    let login = assert_kept(&browser, "/spara?andra=1");
    assert_eq!(login, "/logga-in?next=%2Fspara%3Fandra%3D1");
}

#[tokio::test]
async fn what_is_sent_without_a_session_does_nothing() {
    let (world, standing) = guarded().await;
    for path in ["/spara", "/besluta"] {
        let mut browser = writing(&world, &standing, path).await;
        let form = browser.page.clone();
        browser.get("/").await;
        browser.send("/logga-ut", &[]).await;
        browser.page = form;
        browser.submit("", &WRITTEN).await;
        assert_kept(&browser, path);
        // Sent again without logging in, it is kept again.
        browser.submit("", &[]).await;
        assert_kept(&browser, path);
    }
}

#[tokio::test]
async fn a_form_with_an_old_token_is_kept_too() {
    let (world, standing) = guarded().await;
    for path in ["/spara", "/besluta"] {
        let mut browser = writing(&world, &standing, path).await;
        browser.submit("", &[WRITTEN[0], WRITTEN[1], ("csrf", "old")]).await;
        assert_eq!(browser.page.status.as_u16(), 422);
        assert!(!browser.page.has("#saved, #decided, .steps"));
        browser.submit("", &[]).await;
        assert_eq!(browser.page.exact_text("#saved, #decided"), WRITTEN[0].1);
    }
}

#[tokio::test]
async fn a_form_on_another_site_does_nothing() {
    let (world, standing) = guarded().await;
    for path in ["/spara", "/besluta", "/mitt"] {
        let mut browser = writing(&world, &standing, "/spara").await;
        let (_, fields) = browser.form("");
        browser.headers.push(("sec-fetch-site", "cross-site".to_owned()));
        let body = format!("csrf={}&text=a&choice=b", fields[0].1);
        let page = browser.post(path, "application/x-www-form-urlencoded", body).await;
        assert_eq!(
            (page.status.as_u16(), page.text("h1").as_str()),
            (403, "Vi tog inte emot det som skickades")
        );
    }
}

#[tokio::test]
async fn a_field_that_is_not_on_the_form_is_refused() {
    let (world, standing) = guarded().await;
    let mut browser = writing(&world, &standing, "/spara").await;
    browser.submit("", &[WRITTEN[0], WRITTEN[1], ("role", "administrator")]).await;
    assert_eq!(browser.page.status.as_u16(), 400);
}

#[tokio::test]
async fn what_asks_for_a_fresh_log_in_is_done_within_five_minutes_of_one() {
    let (world, standing) = guarded().await;
    let mut browser = writing(&world, &standing, "/besluta").await;
    world.clock.advance(TimeDelta::minutes(5));
    browser.submit("", &WRITTEN).await;
    assert_eq!(browser.page.exact_text("#decided"), WRITTEN[0].1);
}

#[tokio::test]
async fn after_six_minutes_it_asks_for_a_fresh_log_in_and_keeps_what_was_written() {
    let (world, standing) = guarded().await;
    let mut browser = writing(&world, &standing, "/besluta").await;
    world.clock.advance(TimeDelta::minutes(6));
    browser.submit("", &WRITTEN).await;
    let login = assert_kept(&browser, "/besluta");
    // Everything else goes on.
    let mut beside = browser.clone();
    beside.get("/spara").await;
    beside.submit("", &WRITTEN).await;
    assert!(beside.page.has("#saved"));

    let old = browser.cookie(SESSION).unwrap().to_owned();
    let asked = log_in_beside(&mut browser, &world, &login).await;
    assert!(asked.contains("prompt=login") && asked.contains("max_age=0"), "{asked}");
    assert_ne!(browser.cookie(SESSION), Some(old.as_str()));
    browser.submit("", &[]).await;
    assert_eq!(browser.page.exact_text("#decided"), WRITTEN[0].1);
    assert_eq!(browser.page.text("#choice"), WRITTEN[1].1);
}

#[tokio::test]
async fn a_provider_that_does_not_ask_again_gives_no_fresh_log_in() {
    let (world, standing) = guarded().await;
    let mut browser = standing.logged_in(&world.issuer, WHO).await;
    world.clock.advance(TimeDelta::minutes(6));
    let an_hour_ago = (world.clock.now() - TimeDelta::hours(1)).timestamp();
    for auth_time in [Some(an_hour_ago), None] {
        let authorize = browser.begin_log_in("/logga-in?next=/mitt&fresh=1").await;
        let back = world.issuer.answer_with(WHO, &authorize, |claims| match auth_time {
            Some(at) => claims["auth_time"] = at.into(),
            None => drop(claims.as_object_mut().unwrap().remove("auth_time")),
        });
        browser.come_back(&back).await;
        assert_eq!(browser.page.status.as_u16(), 403, "{auth_time:?}");
        // Whoever was logged in still is.
        assert_eq!(seen_as(&mut browser).await, NAME);
    }
}

#[tokio::test]
async fn a_log_in_is_as_fresh_as_the_provider_says_and_never_fresher() {
    let (world, standing) = guarded().await;
    let now = world.clock.now().timestamp();
    for (auth_time, fresh) in
        [(Some(now), "true"), (Some(now - 299), "true"), (Some(now - 301), "false"), (None, "false")]
    {
        let mut browser = standing.visitor();
        let authorize = browser.begin_log_in("/logga-in?next=/mitt").await;
        let back = world.issuer.answer_with(WHO, &authorize, |claims| match auth_time {
            Some(at) => claims["auth_time"] = at.into(),
            None => drop(claims.as_object_mut().unwrap().remove("auth_time")),
        });
        browser.come_back(&back).await;
        assert_eq!(browser.page.text("#fresh"), fresh, "{auth_time:?}");
    }
}

#[tokio::test]
async fn a_page_that_is_only_read_leads_to_the_log_in_and_a_change_does_not() {
    let (_world, standing) = guarded().await;
    let mut browser = standing.visitor();
    let page = browser.post("/mitt", "application/x-www-form-urlencoded", "").await;
    assert_eq!((page.status.as_u16(), page.text("h1").as_str()), (401, "Du behöver logga in"));
}
