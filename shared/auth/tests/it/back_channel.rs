//! The provider tells us that somebody has logged out.

use serde_json::{Value, json};
use testkit::{Browser, Issuer, Standing, World};

use crate::{NAME, SESSION, WHO, guarded, seen_as};

const PATH: &str = "/api/v1/back-channel-logout";
const EVENT: &str = "http://schemas.openid.net/event/backchannel-logout";

/// What a logout token says of the session that the issuer gives everybody.
fn claims(world: &World) -> Value {
    let now = world.clock.now().timestamp();
    json!({
        "iss": world.issuer.url().as_str().trim_end_matches('/'), "aud": "complaints", "iat": now, "exp": now + 120,
        "jti": "one", "sub": WHO, "sid": "test-sid", "events": { EVENT: {} },
    })
}

/// What the provider is answered.
async fn told(standing: &Standing, body: String) -> u16 {
    // It is no browser: it comes with no cookie and from no page of ours.
    let mut provider = standing.visitor();
    provider.headers.push(("sec-fetch-site", "cross-site".to_owned()));
    provider.post(PATH, "application/x-www-form-urlencoded", body).await.status.as_u16()
}

async fn told_token(standing: &Standing, token: &str) -> u16 {
    told(standing, format!("logout_token={token}")).await
}

async fn logged_in() -> (World, Standing, Browser) {
    let (world, standing) = guarded().await;
    let browser = standing.logged_in(&world.issuer, WHO).await;
    (world, standing, browser)
}

#[tokio::test]
async fn a_session_ends_at_once_by_its_id_or_by_its_person() {
    for named in [&["sub", "sid"][..], &["sid"], &["sub"]] {
        let (world, standing, mut browser) = logged_in().await;
        let mut claims = claims(&world);
        claims
            .as_object_mut()
            .unwrap()
            .retain(|name, _| !["sub", "sid"].contains(&name.as_str()) || named.contains(&name.as_str()));
        assert_eq!(told_token(&standing, &world.issuer.sign("logout+jwt", &claims)).await, 200, "{named:?}");
        assert_eq!(seen_as(&mut browser).await, "ingen", "{named:?}");
    }
}

#[tokio::test]
async fn others_and_other_sessions_go_on() {
    let (world, standing, mut browser) = logged_in().await;
    for (claim, another) in [("sub", "somebody-else"), ("sid", "another-session")] {
        let mut claims = claims(&world);
        claims[claim] = another.into();
        assert_eq!(told_token(&standing, &world.issuer.sign("logout+jwt", &claims)).await, 200);
        assert_eq!(seen_as(&mut browser).await, NAME, "{claim}");
    }
}

#[tokio::test]
async fn who_logs_in_again_is_let_in() {
    let (world, standing, _) = logged_in().await;
    let token = world.issuer.sign("logout+jwt", &claims(&world));
    for _ in 0..2 {
        assert_eq!(told_token(&standing, &token).await, 200, "twice is once");
    }
    let mut again = standing.logged_in(&world.issuer, WHO).await;
    assert_eq!(seen_as(&mut again).await, NAME);
    assert!(again.cookie(SESSION).is_some());
}

#[tokio::test]
async fn what_is_no_logout_token_of_our_issuer_for_us_ends_nothing() {
    let (world, standing, mut browser) = logged_in().await;
    let now = world.clock.now().timestamp();
    let cases: [(&str, &str, Value); 15] = [
        ("another issuer", "iss", "https://evil.example".into()),
        ("no issuer", "iss", Value::Null),
        ("for another service", "aud", "lex-sarah".into()),
        ("for nobody", "aud", Value::Null),
        ("no time", "iat", Value::Null),
        ("of tomorrow", "iat", (now + 61).into()),
        ("over", "exp", (now - 61).into()),
        ("an ID token", "nonce", "nonce".into()),
        ("no events", "events", Value::Null),
        ("another event", "events", json!({ "http://schemas.openid.net/event/other": {} })),
        ("an event that is no object", "events", json!({ EVENT: true })),
        ("events that are none", "events", EVENT.into()),
        ("a person that is no text", "sub", 7.into()),
        ("a session that is no text", "sid", json!({})),
        ("an old one without an end", "exp", Value::Null),
    ];
    for (what, claim, value) in cases {
        let mut claims = claims(&world);
        claims[claim] = value;
        if what.starts_with("an old one") {
            claims["iat"] = (now - 361).into();
        }
        claims.as_object_mut().unwrap().retain(|_, value| !value.is_null());
        assert_eq!(told_token(&standing, &world.issuer.sign("logout+jwt", &claims)).await, 400, "{what}");
    }
    let mut nobody = claims(&world);
    nobody.as_object_mut().unwrap().retain(|name, _| name != "sub" && name != "sid");
    assert_eq!(told_token(&standing, &world.issuer.sign("logout+jwt", &nobody)).await, 400, "names nobody");
    let access_token = world.issuer.sign("at+jwt", &claims(&world));
    assert_eq!(told_token(&standing, &access_token).await, 400, "another kind of token");
    let another = Issuer::start(world.clock.clock()).await;
    assert_eq!(
        told_token(&standing, &another.sign("logout+jwt", &claims(&world))).await,
        400,
        "another's key"
    );
    let good = world.issuer.sign("logout+jwt", &claims(&world));
    let (signed, _) = good.rsplit_once('.').unwrap();
    assert_eq!(told_token(&standing, &format!("{signed}.AAAA")).await, 400, "another signature");
    for body in [
        String::new(),
        "logout_token=".into(),
        format!("token={good}"),
        format!("logout_token={good}&logout_token={good}"),
    ] {
        assert_eq!(told(&standing, body.clone()).await, 400, "{body}");
    }
    assert_eq!(seen_as(&mut browser).await, NAME);
}
