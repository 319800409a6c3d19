//! Programs: only with a token of the issuer, for this service, in time.

use std::collections::HashMap;

use chrono::TimeDelta;
use data_encoding::BASE64URL_NOPAD;
use jsonwebtoken::{Algorithm, EncodingKey, Header};
use proto::Service::{self, Complaints, LexSarah, Quality};
use serde_json::{Value, json};
use testkit::{Issuer, Standing, World};

use crate::{NAME, SESSION, WHO, guarded, site::PART};

async fn asked(standing: &Standing, token: &str) -> (u16, Value) {
    let answer = standing.program().bearer(token).get("/api/v1/me").await;
    (answer.status.as_u16(), answer.json)
}

async fn assert_unknown(standing: &Standing, what: &str, token: &str) {
    let answer = standing.program().bearer(token).get("/api/v1/me").await;
    assert_eq!(answer.status.as_u16(), 401, "{what}");
    assert_eq!(answer.expect(401).headers["www-authenticate"], "Bearer", "{what}");
}

/// A person's token, changed and signed.
fn token(world: &World, change: impl FnOnce(&mut Value)) -> String {
    let now = world.clock.now().timestamp();
    let mut claims = world.issuer.claims(WHO, "a-program", "complaints", 300);
    claims["preferred_username"] = WHO.into();
    claims["auth_time"] = now.into();
    change(&mut claims);
    claims.as_object_mut().unwrap().retain(|_, value| !value.is_null());
    world.issuer.sign("at+jwt", &claims)
}

#[tokio::test]
async fn a_person_and_a_service_are_known_by_their_tokens() {
    let (world, standing) = guarded().await;
    let person = world.issuer.access_token(WHO, Complaints);
    let service = world.issuer.service_token(LexSarah, Complaints);
    assert_eq!(asked(&standing, &person).await, (200, json!({ "person": NAME, "fresh": true })));
    assert_eq!(asked(&standing, &service).await, (200, json!({ "service": "lex-sarah" })));
    for (token, path, status) in [
        (&person, "/api/v1/person", 200),
        (&person, "/api/v1/service", 403),
        (&service, "/api/v1/person", 403),
        (&service, "/api/v1/service", 200),
    ] {
        let _ = standing.program().bearer(token).get(path).await.expect(status);
    }
}

#[tokio::test]
async fn without_a_token_of_this_kind_nobody_is_known() {
    let (world, standing) = guarded().await;
    let token = world.issuer.access_token(WHO, Complaints);
    for header in
        ["", "Bearer", "Bearer ", &token, &format!("Basic {token}"), &format!("Bearer {token} x"), "Bearer å"]
    {
        let answer = standing.program().header("authorization", header).get("/api/v1/me").await.expect(401);
        assert_eq!(answer.headers["www-authenticate"], "Bearer");
    }
    let header = format!("bearer {token}");
    let _ = standing.program().header("authorization", header).get("/api/v1/me").await.expect(200);
    for garbage in ["a.b.c", "..", &token[1..], &token[..token.len() - 4], &token.replace('.', "")] {
        assert_unknown(&standing, garbage, garbage).await;
    }
}

#[tokio::test]
async fn a_token_that_says_something_else_is_refused() {
    let (world, standing) = guarded().await;
    assert_eq!(asked(&standing, &token(&world, |_| {})).await.0, 200);
    let cases: [(&str, &str, Value); 9] = [
        ("another service", "aud", "lex-sarah".into()),
        ("a service that begins alike", "aud", "complaints-2".into()),
        ("no audience", "aud", Value::Null),
        ("another issuer", "iss", "https://evil.example".into()),
        ("no issuer", "iss", Value::Null),
        ("no subject", "sub", Value::Null),
        ("no end", "exp", Value::Null),
        ("no beginning", "iat", Value::Null),
        ("an end that is no number", "exp", "tomorrow".into()),
    ];
    for (what, claim, value) in cases {
        assert_unknown(&standing, what, &token(&world, |claims| claims[claim] = value)).await;
    }
}

#[tokio::test]
async fn a_token_is_good_in_its_time_give_or_take_a_minute() {
    let (world, standing) = guarded().await;
    let now = world.clock.now().timestamp();
    for (begins, ends, good) in [
        (0, 300, true),
        (-359, -59, true),
        (-360, -60, false),
        (60, 360, true),
        (61, 361, false),
        (0, 600, true),
        (0, 601, false),
        (-10_000, 300, false),
    ] {
        let token = token(&world, |claims| {
            (claims["iat"], claims["exp"]) = ((now + begins).into(), (now + ends).into());
        });
        let status = asked(&standing, &token).await.0;
        assert_eq!(status == 200, good, "from {begins} to {ends}: {status}");
    }
    assert_unknown(&standing, "not yet", &token(&world, |claims| claims["nbf"] = (now + 61).into())).await;
    let once = token(&world, |_| {});
    world.clock.advance(TimeDelta::minutes(7));
    assert_unknown(&standing, "over", &once).await;
}

#[tokio::test]
async fn a_token_of_another_kind_is_refused() {
    let (world, standing) = guarded().await;
    let claims = world.issuer.claims(WHO, "a-program", "complaints", 300);
    for kind in ["JWT", "logout+jwt", "", "at+jwt2"] {
        assert_unknown(&standing, kind, &world.issuer.sign(kind, &claims)).await;
    }
    for kind in ["AT+JWT", "application/at+jwt"] {
        let mut claims = claims.clone();
        claims["preferred_username"] = WHO.into();
        assert_eq!(asked(&standing, &world.issuer.sign(kind, &claims)).await.0, 200, "{kind}");
    }
}

#[tokio::test]
async fn a_token_that_the_issuer_did_not_sign_is_refused() {
    let (world, standing) = guarded().await;
    let good = token(&world, |_| {});
    let kid = jsonwebtoken::decode_header(&good).unwrap().kid.unwrap();
    let claims = world.issuer.claims(WHO, "a-program", "complaints", 300);
    let encode = |json: &Value| BASE64URL_NOPAD.encode(json.to_string().as_bytes());
    let unsigned = |head: &Value| format!("{}.{}.", encode(head), encode(&claims));
    assert_unknown(&standing, "none", &unsigned(&json!({ "alg": "none", "typ": "at+jwt", "kid": kid })))
        .await;
    assert_unknown(&standing, "None", &unsigned(&json!({ "alg": "None", "typ": "at+jwt", "kid": kid })))
        .await;
    assert_unknown(
        &standing,
        "no signature",
        &unsigned(&json!({ "alg": "EdDSA", "typ": "at+jwt", "kid": kid })),
    )
    .await;

    let mut head = Header::new(Algorithm::HS256);
    (head.typ, head.kid) = (Some("at+jwt".to_owned()), Some(kid));
    // The public key as a shared secret, the classical confusion.
    let known: Value = reqwest_json(&format!("{}jwks", world.issuer.url())).await;
    let public = BASE64URL_NOPAD.decode(known["keys"][0]["x"].as_str().unwrap().as_bytes()).unwrap();
    for secret in [public.as_slice(), b"complaints"] {
        let forged = jsonwebtoken::encode(&head, &claims, &EncodingKey::from_secret(secret)).unwrap();
        assert_unknown(&standing, "HS256", &forged).await;
    }
    let of_another = Issuer::start(world.clock.clock()).await.sign("at+jwt", &claims);
    assert_unknown(&standing, "another's key", &of_another).await;
    let [head, _, signature] = good.split('.').collect::<Vec<_>>()[..] else { panic!("three parts") };
    assert_unknown(&standing, "changed", &format!("{head}.{}.{signature}", encode(&claims))).await;
}

async fn reqwest_json(address: &str) -> Value {
    let client = reqwest::Client::builder().no_proxy().build().unwrap();
    client.get(address).send().await.unwrap().json().await.unwrap()
}

#[tokio::test]
async fn somebody_the_register_does_not_know_may_nothing() {
    let (world, standing) = guarded().await;
    for (what, claim, value) in [
        ("a name nobody has", "preferred_username", Value::from("okänd")),
        ("no name", "preferred_username", Value::Null),
        ("a name that is no text", "preferred_username", json!([WHO])),
    ] {
        assert_eq!(asked(&standing, &token(&world, |claims| claims[claim] = value)).await.0, 403, "{what}");
    }
    // The first who comes by a name has it.
    assert_eq!(asked(&standing, &token(&world, |_| {})).await.0, 200);
    assert_eq!(asked(&standing, &token(&world, |claims| claims["sub"] = "subject-2".into())).await.0, 403);
}

#[tokio::test]
async fn a_person_is_never_taken_for_a_service() {
    let (world, standing) = guarded().await;
    let now = world.clock.now().timestamp();
    let sign = |claims: &Value| world.issuer.sign("at+jwt", claims);
    for service in Service::ALL.map(Service::name) {
        // Somebody whose log-in is called as a service, through a program of anybody's.
        let claims = world.issuer.claims(service, "a-program", "complaints", 300);
        assert_eq!(asked(&standing, &sign(&claims)).await.0, 403, "{service} through another client");
        // The same through the service's own client: it tells of a log-in.
        for (claim, value) in [("auth_time", json!(now)), ("sid", json!("session"))] {
            let mut claims = world.issuer.claims(service, service, "complaints", 300);
            claims[claim] = value;
            assert_eq!(asked(&standing, &sign(&claims)).await.0, 403, "{service} with {claim}");
        }
        // Keycloak says who the client is by `azp`, and a person's token has no `client_id`.
        let mut claims = world.issuer.claims(service, "", "complaints", 300);
        claims.as_object_mut().unwrap().remove("client_id");
        claims["azp"] = service.into();
        assert_eq!(asked(&standing, &sign(&claims)).await.0, 403, "{service} without client");
    }
}

#[tokio::test]
async fn a_client_is_never_taken_for_a_person() {
    let mut world = World::of(PART).await;
    world.identity.login_claim = Some("sub".to_owned());
    let standing = world.open(PART).await;
    // A client that somebody has registered under a person's log-in name.
    let client = world.issuer.sign("at+jwt", &world.issuer.claims(WHO, WHO, "complaints", 300));
    assert_eq!(asked(&standing, &client).await.0, 403);
    assert_eq!(asked(&standing, &token(&world, |_| {})).await.0, 200);
}

#[tokio::test]
async fn subjects_that_the_issuer_makes_up_for_services_are_named_in_the_settings() {
    const SUBJECT: &str = "f0a1c5be-7a4e-4a1e-9d5e-0f9f6f2a2d11";
    let mut world = World::of(PART).await;
    world.identity.service_subjects = HashMap::from([(SUBJECT.to_owned(), Quality)]);
    world.identity.audience_prefix = "urn:lyssna:".to_owned();
    let standing = world.open(PART).await;
    let sign = |subject: &str, client: &str| {
        world.issuer.sign("at+jwt", &world.issuer.claims(subject, client, "urn:lyssna:complaints", 300))
    };
    assert_eq!(
        asked(&standing, &sign(SUBJECT, "lyssna-quality")).await,
        (200, json!({ "service": "quality" }))
    );
    assert_eq!(asked(&standing, &sign("another", "lyssna-quality")).await.0, 403);
    let plain = world.issuer.service_token(Quality, Complaints);
    assert_unknown(&standing, "an audience without its prefix", &plain).await;
}

#[tokio::test]
async fn a_browser_s_session_opens_no_address_of_programs() {
    let (world, standing) = guarded().await;
    let mut browser = standing.logged_in(&world.issuer, WHO).await;
    assert!(browser.cookie(SESSION).is_some());
    assert_eq!(browser.get("/api/v1/me").await.status.as_u16(), 401);
    assert_eq!(browser.get("/api/v1/person").await.status.as_u16(), 401);
}

#[tokio::test]
async fn a_token_opens_no_page() {
    let (world, standing) = guarded().await;
    let token = world.issuer.access_token(WHO, Complaints);
    let answer = standing.program().bearer(&token).get("/mitt").await;
    assert_eq!(answer.status.as_u16(), 303);
}

#[tokio::test]
async fn an_id_token_is_no_access_token() {
    let (world, standing) = guarded().await;
    let mut stolen = String::new();
    let authorize = standing.visitor().begin_log_in("/logga-in").await;
    world.issuer.answer_signed(WHO, &authorize, |claims| {
        stolen = world.issuer.sign("JWT", &claims);
        stolen.clone()
    });
    assert_unknown(&standing, "an ID token", &stolen).await;
}

#[tokio::test]
async fn how_fresh_a_person_s_log_in_is_follows_from_the_token() {
    let (world, standing) = guarded().await;
    let now = world.clock.now().timestamp();
    for (auth_time, fresh) in [(json!(now - 299), true), (json!(now - 301), false), (Value::Null, false)] {
        let answer = asked(&standing, &token(&world, |claims| claims["auth_time"] = auth_time)).await;
        assert_eq!(answer, (200, json!({ "person": NAME, "fresh": fresh })));
    }
}
