//! Sessions: an id that only the browser has, and when it ends.

use chrono::TimeDelta;
use testkit::{Browser, World, organisation::organisation};

use crate::{NAME, SESSION, WHO, guarded, seen_as, site::PART};

const FORM: &str = "application/x-www-form-urlencoded";

#[tokio::test]
async fn it_ends_after_half_an_hour_without_a_request() {
    let (world, standing) = guarded().await;
    let mut browser = standing.logged_in(&world.issuer, WHO).await;
    for _ in 0..3 {
        world.clock.advance(TimeDelta::minutes(29));
        assert_eq!(seen_as(&mut browser).await, NAME);
    }
    world.clock.advance(TimeDelta::minutes(31));
    assert_eq!(seen_as(&mut browser).await, "ingen");
    // It does not come back to life.
    world.clock.advance(TimeDelta::minutes(-31));
    assert_eq!(seen_as(&mut browser).await, "ingen");
}

#[tokio::test]
async fn it_ends_after_eight_hours_whatever_is_done() {
    let (world, standing) = guarded().await;
    let mut browser = standing.logged_in(&world.issuer, WHO).await;
    for _ in 0..24 {
        world.clock.advance(TimeDelta::minutes(20));
        assert_eq!(seen_as(&mut browser).await, NAME);
    }
    world.clock.advance(TimeDelta::minutes(1));
    assert_eq!(seen_as(&mut browser).await, "ingen");
}

/// How many seconds a page is told that there are left, and whether that is all.
async fn left(browser: &mut Browser) -> (i64, bool) {
    let told: serde_json::Value = serde_json::from_str(&browser.get("/inloggad").await.html()).unwrap();
    (told["left"].as_i64().unwrap(), told["is_last"].as_bool().unwrap())
}

#[tokio::test]
async fn a_page_that_asks_how_long_it_lasts_makes_it_no_longer() {
    let (world, standing) = guarded().await;
    let mut browser = standing.logged_in(&world.issuer, WHO).await;
    for minutes in [30, 20, 10] {
        assert_eq!(left(&mut browser).await, (minutes * 60, false));
        world.clock.advance(TimeDelta::minutes(10));
    }
    world.clock.advance(TimeDelta::seconds(1));
    assert_eq!(left(&mut browser).await, (0, true), "nobody is logged in");
    assert_eq!(seen_as(&mut browser).await, "ingen");
}

#[tokio::test]
async fn who_says_to_be_there_stays_until_eight_hours_have_passed() {
    let (world, standing) = guarded().await;
    let mut browser = standing.logged_in(&world.issuer, WHO).await;
    let token = browser.get("/").await.attribute("input[name=csrf]", "value").unwrap();
    for _ in 0..16 {
        world.clock.advance(TimeDelta::minutes(29));
        assert_eq!(left(&mut browser).await, (60, false));
        let stays = browser.post("/inloggad", FORM, format!("csrf={token}")).await;
        assert_eq!(stays.status, 200);
    }
    // 7 h 44 min have passed.
    assert_eq!(left(&mut browser).await, (16 * 60, true));
    world.clock.advance(TimeDelta::minutes(17));
    assert_eq!(left(&mut browser).await, (0, true));
}

#[tokio::test]
async fn it_is_made_longer_by_a_form_of_ours_alone() {
    let (world, standing) = guarded().await;
    let mut browser = standing.logged_in(&world.issuer, WHO).await;
    assert_eq!(browser.post("/inloggad", FORM, "csrf=x").await.status, 422);
    assert_eq!(standing.visitor().get("/inloggad").await.status, 200, "who is not logged in is told so");
}

#[tokio::test]
async fn a_page_for_somebody_who_is_logged_in_may_run_the_script_that_warns() {
    let (world, standing) = guarded().await;
    let mut browser = standing.logged_in(&world.issuer, WHO).await;
    let policy = |headers: &axum::http::HeaderMap| {
        headers["content-security-policy"].to_str().unwrap().contains("script-src 'self'")
    };
    assert!(policy(&browser.get("/mitt").await.headers));
    assert!(!policy(&standing.visitor().get("/").await.headers), "and nobody else");
}

#[tokio::test]
async fn each_log_in_gives_a_new_id_and_ends_the_old_session() {
    let (world, standing) = guarded().await;
    let mut browser = standing.logged_in(&world.issuer, WHO).await;
    let mut before = browser.clone();
    browser.log_in(&world.issuer, WHO).await;
    assert_ne!(browser.cookie(SESSION), before.cookie(SESSION));
    assert_eq!(seen_as(&mut browser).await, NAME);
    assert_eq!(seen_as(&mut before).await, "ingen");
}

#[tokio::test]
async fn one_person_may_be_logged_in_in_two_browsers() {
    let (world, standing) = guarded().await;
    let mut one = standing.logged_in(&world.issuer, WHO).await;
    let mut other = standing.logged_in(&world.issuer, WHO).await;
    assert_eq!((seen_as(&mut one).await, seen_as(&mut other).await), (NAME.into(), NAME.into()));
}

#[tokio::test]
async fn an_id_chosen_by_somebody_else_is_nobody_s_session() {
    let (world, standing) = guarded().await;
    standing.logged_in(&world.issuer, WHO).await;
    for id in ["", "x", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "' OR 1=1 --"] {
        let mut guess = standing.visitor();
        guess.headers = vec![("cookie", format!("{SESSION}={id}"))];
        assert_eq!(seen_as(&mut guess).await, "ingen", "{id}");
    }
    // An id that was there before the log-in is not the one after it.
    let mut fixed = standing.visitor();
    fixed.headers = vec![("cookie", format!("{SESSION}=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"))];
    fixed.get("/").await;
    fixed.headers.clear();
    fixed.log_in(&world.issuer, WHO).await;
    assert_ne!(fixed.cookie(SESSION), Some("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"));
}

#[tokio::test]
async fn only_a_hash_of_the_id_is_stored_and_no_token() {
    let (world, standing) = guarded().await;
    let browser = standing.logged_in(&world.issuer, WHO).await;
    let id = browser.cookie(SESSION).unwrap();
    assert!(id.len() >= 43, "fewer than 256 bits");
    for (place, value) in testkit::everything_stored(&standing.ground.database).await {
        assert!(!value.contains(id), "{place} holds the id");
        assert!(!value.contains("eyJ"), "{place} holds a token");
    }
}

#[tokio::test]
async fn its_cookie_is_for_this_host_alone_and_no_script_reads_it() {
    let mut world = World::of(PART).await;
    for (origin, name, marks) in [
        ("http://127.0.0.1:7777", SESSION, &["HttpOnly", "SameSite=Lax", "Path=/"][..]),
        (
            "https://lyssna.test",
            "__Host-complaints-session",
            &["HttpOnly", "SameSite=Lax", "Path=/", "Secure"],
        ),
    ] {
        origin.clone_into(&mut world.origin);
        let standing = world.open(PART).await;
        let mut browser = standing.visitor();
        let authorize = browser.begin_log_in("/logga-in?next=//").await;
        let back = world.issuer.answer(WHO, &authorize);
        let path = format!("{}?{}", back.path(), back.query().unwrap());
        // As it is set, before the redirect is followed.
        let cookies = browser.open(&path).await.headers.clone();
        let mut cookies =
            cookies.get_all("set-cookie").iter().map(|cookie| cookie.to_str().unwrap().to_owned());
        let cookie = cookies.find(|cookie| cookie.starts_with(&format!("{name}="))).expect("it is set");
        for mark in marks {
            assert!(cookie.contains(mark), "{mark} of {cookie}");
        }
        for mark in ["Domain", "Max-Age", "Expires"] {
            assert!(!cookie.contains(mark), "{mark} of {cookie}");
        }
        browser.get("/").await;
        assert_eq!(browser.page.text("#who"), NAME);
    }
}

#[tokio::test]
async fn it_is_worth_what_the_register_says_today() {
    let (world, standing) = guarded().await;
    let mut browser = standing.logged_in(&world.issuer, WHO).await;
    let mut changed = organisation();
    changed.people.iter_mut().find(|person| person.login == WHO).unwrap().name = "Ulf Nyman".to_owned();
    standing.ground.directory.replace(changed);
    assert_eq!(seen_as(&mut browser).await, "Ulf Nyman");
    let mut without = organisation();
    without.people.retain(|person| person.login != WHO);
    standing.ground.directory.replace(without);
    assert_eq!(seen_as(&mut browser).await, "ingen");
}

#[tokio::test]
async fn it_holds_in_every_copy_of_the_service() {
    let (world, standing) = guarded().await;
    let browser = standing.logged_in(&world.issuer, WHO).await;
    let cookie = browser.cookie(SESSION).unwrap().to_owned();
    let mut elsewhere = world.open(PART).await.visitor();
    elsewhere.headers = vec![("cookie", format!("{SESSION}={cookie}"))];
    assert_eq!(seen_as(&mut elsewhere).await, NAME);
}
