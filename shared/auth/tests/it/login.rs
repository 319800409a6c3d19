//! Log-in by the code flow: where it ends, and everything that must not pass.

use std::collections::HashMap;

use aws_lc_rs::digest::{SHA512, digest};
use data_encoding::BASE64URL_NOPAD;
use jsonwebtoken::{Algorithm, EncodingKey, Header};
use serde_json::{Value, json};
use testkit::{Browser, Issuer, Standing, World, organisation::organisation};
use url::Url;

use crate::{NAME, SESSION, WHO, guarded, seen_as, site::PART};

const LOA3: &str = "http://id.elegnamnden.se/loa/1.0/loa3";

fn query(url: &Url) -> HashMap<String, String> {
    url.query_pairs().into_owned().collect()
}

/// Nobody is logged in, and no cookie says otherwise.
async fn assert_refused(browser: &mut Browser, what: &str) {
    assert!(!browser.page.status.is_success(), "{what}: {}", browser.page.status);
    let set = browser.page.headers.get_all("set-cookie");
    assert!(!set.iter().any(|cookie| cookie.to_str().unwrap().contains(SESSION)), "{what}");
    assert_eq!(browser.cookie(SESSION), None, "{what}");
    assert_eq!(seen_as(browser).await, "ingen", "{what}");
}

/// Logs in with an ID token that the test has changed.
async fn with(world: &World, standing: &Standing, change: impl FnOnce(&mut Value)) -> Browser {
    let mut browser = standing.visitor();
    let authorize = browser.begin_log_in("/logga-in?next=/mitt").await;
    let back = world.issuer.answer_with(WHO, &authorize, change);
    browser.come_back(&back).await;
    browser
}

async fn assert_let_in(world: &World, standing: &Standing, what: &str, change: impl FnOnce(&mut Value)) {
    let browser = with(world, standing, change).await;
    assert_eq!((browser.page.path.as_str(), browser.page.status.as_u16()), ("/mitt", 200), "{what}");
    assert!(browser.cookie(SESSION).is_some(), "{what}");
}

async fn assert_kept_out(world: &World, standing: &Standing, what: &str, change: impl FnOnce(&mut Value)) {
    let mut browser = with(world, standing, change).await;
    assert_eq!(browser.page.status.as_u16(), 403, "{what}");
    assert_refused(&mut browser, what).await;
}

#[tokio::test]
async fn it_ends_where_one_was_going() {
    let (world, standing) = guarded().await;
    let mut browser = standing.visitor();
    // A page that is not for everybody leads to the log-in itself.
    browser.open("/mitt").await;
    let login = browser.location().unwrap();
    assert_eq!(login, "/logga-in?next=%2Fmitt");
    let authorize = browser.begin_log_in(&login).await;
    browser.come_back(&world.issuer.answer(WHO, &authorize)).await;
    assert_eq!(browser.page.path, "/mitt");
    assert_eq!(browser.page.text("#who"), NAME);
    assert_eq!(seen_as(&mut browser).await, NAME);
}

#[tokio::test]
async fn it_asks_for_a_code_with_everything_that_ties_the_answer_to_this_browser() {
    let (_world, standing) = guarded().await;
    let mut browser = standing.visitor();
    let [one, other] = [browser.begin_log_in("/logga-in").await, browser.begin_log_in("/logga-in").await]
        .map(|url| query(&url));
    assert_eq!(one["response_type"], "code");
    assert_eq!(one["client_id"], "complaints");
    assert_eq!(one["redirect_uri"], "http://127.0.0.1:7777/login/callback");
    assert_eq!(one["code_challenge_method"], "S256");
    for secret in ["state", "nonce", "code_challenge"] {
        assert!(one[secret].len() >= 22, "{secret} has fewer than 128 bits");
        assert_ne!(one[secret], other[secret], "{secret} is the same twice");
    }
    assert!(!one.contains_key("prompt"));
}

#[tokio::test]
async fn it_never_ends_on_another_site() {
    let (world, standing) = guarded().await;
    for next in [
        "https://evil.example/",
        "//evil.example",
        "/%5cevil.example",
        "/%09/evil.example",
        "/%0a/evil.example",
        "%2f%2fevil.example",
    ] {
        let mut browser = standing.visitor();
        let authorize = browser.begin_log_in(&format!("/logga-in?next={next}")).await;
        let back = world.issuer.answer(WHO, &authorize);
        browser.open(&format!("{}?{}", back.path(), back.query().unwrap())).await;
        assert_eq!(browser.location().as_deref(), Some("/"), "{next}");
    }
}

#[tokio::test]
async fn a_visitor_by_another_name_of_the_host_is_sent_to_the_right_one_first() {
    let (_world, standing) = guarded().await;
    let mut browser = standing.visitor();
    browser.headers.push(("host", "localhost:7777".to_owned()));
    let right = browser.begin_log_in("/logga-in?next=/mitt?a=%C3%A5&fresh=1").await;
    assert_eq!(right.origin().ascii_serialization(), standing.origin);
    assert_eq!(query(&right)["next"], "/mitt?a=å");
    assert!(query(&right).contains_key("fresh"));
    assert_eq!(browser.cookie("complaints-login"), None);
}

#[tokio::test]
async fn an_answer_to_another_request_is_refused() {
    let (world, standing) = guarded().await;
    for (what, change) in [
        ("another state", "state=another"),
        ("no state", ""),
        ("another issuer (RFC 9207)", "state=STATE&iss=https://evil.example"),
        ("another issuer of the same host", "state=STATE&iss=ISSUER/other"),
    ] {
        let mut browser = standing.visitor();
        let authorize = browser.begin_log_in("/logga-in?next=/mitt").await;
        let back = world.issuer.answer(WHO, &authorize);
        let (code, state) = (&query(&back)["code"], &query(&authorize)["state"]);
        let issuer = world.issuer.url();
        let change = change.replace("STATE", state).replace("ISSUER", issuer.as_str().trim_end_matches('/'));
        let named = if change.contains("iss=") { String::new() } else { format!("&iss={issuer}") };
        let named = named.trim_end_matches('/');
        browser.get(&format!("/login/callback?code={code}&{change}{named}")).await;
        assert_refused(&mut browser, what).await;
    }
}

/// RFC 9207: without this, another provider's answer could be taken for this one's.
#[tokio::test]
async fn an_answer_that_names_no_issuer_is_taken_only_from_one_that_never_promised_to() {
    let (world, standing) = guarded().await;
    let mut browser = standing.visitor();
    let authorize = browser.begin_log_in("/logga-in?next=/mitt").await;
    let mut back = world.issuer.answer(WHO, &authorize);
    let unnamed: Vec<_> = back.query_pairs().into_owned().filter(|(name, _)| name != "iss").collect();
    back.query_pairs_mut().clear().extend_pairs(unnamed);
    browser.come_back(&back).await;
    assert_eq!(browser.page.status.as_u16(), 403);
    assert_refused(&mut browser, "it was promised").await;

    let (world, standing) = guarded().await;
    world.issuer.does_not_name_itself();
    let mut browser = standing.visitor();
    let authorize = browser.begin_log_in("/logga-in?next=/mitt").await;
    let mut back = world.issuer.answer(WHO, &authorize);
    assert!(!back.query().unwrap().contains("iss="));
    browser.come_back(&back).await;
    assert_eq!(browser.page.text("#who"), NAME);
    // What it names all the same must be true.
    let authorize = browser.begin_log_in("/logga-in?next=/mitt").await;
    back = world.issuer.answer(WHO, &authorize);
    back.query_pairs_mut().append_pair("iss", "https://evil.example");
    browser.open(&format!("{}?{}", back.path(), back.query().unwrap())).await;
    assert_eq!(browser.page.status.as_u16(), 403);
}

/// `private_key_jwt`: a proof of its own for each request, made for this issuer, good for a minute.
#[tokio::test]
async fn a_code_is_redeemed_with_a_proof_by_our_own_key() {
    let (world, standing) = guarded().await;
    for _ in 0..2 {
        standing.logged_in(&world.issuer, WHO).await;
    }
    let claims: Vec<Value> = world.issuer.assertions().iter().map(|proof| payload(proof)).collect();
    assert_eq!(claims.len(), 2);
    for claims in &claims {
        assert_eq!((&claims["iss"], &claims["sub"]), (&json!("complaints"), &json!("complaints")));
        assert_eq!(claims["aud"], world.issuer.url().as_str().trim_end_matches('/'));
        assert_eq!(claims["exp"].as_i64().unwrap() - claims["iat"].as_i64().unwrap(), 60);
    }
    assert_ne!(claims[0]["jti"], claims[1]["jti"]);
    let head = world.issuer.assertions()[0].split('.').next().unwrap().to_owned();
    let head: Value = serde_json::from_slice(&BASE64URL_NOPAD.decode(head.as_bytes()).unwrap()).unwrap();
    assert_eq!(head["alg"], "EdDSA");
}

fn payload(token: &str) -> Value {
    let payload = token.split('.').nth(1).unwrap();
    serde_json::from_slice(&BASE64URL_NOPAD.decode(payload.as_bytes()).unwrap()).unwrap()
}

#[tokio::test]
async fn an_answer_without_a_code_is_refused() {
    let (world, standing) = guarded().await;
    let mut browser = standing.visitor();
    let authorize = browser.begin_log_in("/logga-in?next=/mitt").await;
    let state = &query(&authorize)["state"];
    browser.get(&format!("/login/callback?state={state}&iss={}", world.issuer.url())).await;
    assert_refused(&mut browser, "no code").await;
}

#[tokio::test]
async fn an_answer_in_another_browser_is_refused() {
    let (world, standing) = guarded().await;
    let authorize = standing.visitor().begin_log_in("/logga-in?next=/mitt").await;
    let back = world.issuer.answer(WHO, &authorize);
    let mut victim = standing.visitor();
    victim.come_back(&back).await;
    assert_refused(&mut victim, "no cookie").await;
    // Not even when that browser has begun a log-in of its own.
    victim.begin_log_in("/logga-in").await;
    victim.come_back(&back).await;
    assert_refused(&mut victim, "another cookie").await;
}

#[tokio::test]
async fn an_answer_counts_once() {
    let (world, standing) = guarded().await;
    let mut browser = standing.visitor();
    let authorize = browser.begin_log_in("/logga-in?next=/mitt").await;
    let mut twin = browser.clone();
    let back = world.issuer.answer(WHO, &authorize);
    browser.come_back(&back).await;
    assert_eq!(browser.page.path, "/mitt");
    twin.come_back(&back).await;
    assert_refused(&mut twin, "the second use").await;
    // Whoever is logged in and comes back to the same address is not troubled.
    let session = browser.cookie(SESSION).unwrap().to_owned();
    browser.come_back(&back).await;
    assert_eq!((browser.page.path.as_str(), browser.cookie(SESSION)), ("/", Some(session.as_str())));
}

#[tokio::test]
async fn an_answer_that_comes_after_half_an_hour_is_refused() {
    let (world, standing) = guarded().await;
    let mut browser = standing.visitor();
    let authorize = browser.begin_log_in("/logga-in?next=/mitt").await;
    world.clock.advance(chrono::TimeDelta::minutes(31));
    browser.come_back(&world.issuer.answer(WHO, &authorize)).await;
    assert_refused(&mut browser, "late").await;
}

#[tokio::test]
async fn a_provider_that_refuses_or_a_browser_without_cookies_does_not_go_round_in_circles() {
    let (world, standing) = guarded().await;
    let mut browser = standing.visitor();
    let authorize = browser.begin_log_in("/logga-in?next=/mitt").await;
    let state = &query(&authorize)["state"];
    browser.get(&format!("/login/callback?error=access_denied&state={state}")).await;
    assert_eq!(browser.page.status.as_u16(), 401);
    assert_eq!(browser.page.text("h1"), "Du behöver logga in");
    assert_refused(&mut browser, "the provider refused").await;

    let authorize = browser.begin_log_in("/logga-in?next=/mitt").await;
    browser.forget_cookies();
    browser.come_back(&world.issuer.answer(WHO, &authorize)).await;
    assert_eq!(browser.page.status.as_u16(), 401);
}

#[tokio::test]
async fn an_id_token_that_is_not_for_this_log_in_is_refused() {
    let (world, standing) = guarded().await;
    let cases: [(&str, &str, Value); 13] = [
        ("another nonce", "nonce", "another".into()),
        ("no nonce", "nonce", Value::Null),
        ("another audience", "aud", "lex-sarah".into()),
        ("one more audience", "aud", json!(["complaints", "lex-sarah"])),
        ("no audience", "aud", Value::Null),
        ("another authorised party", "azp", "lex-sarah".into()),
        ("another issuer", "iss", "https://evil.example".into()),
        ("no issuer", "iss", Value::Null),
        ("no subject", "sub", Value::Null),
        ("no end", "exp", Value::Null),
        ("no beginning", "iat", Value::Null),
        ("another access token", "at_hash", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA".into()),
        ("a person nobody knows", "preferred_username", "okänd".into()),
    ];
    for (what, claim, value) in cases {
        let change = |claims: &mut Value| {
            claims[claim] = value;
            claims.as_object_mut().unwrap().retain(|_, value| !value.is_null());
        };
        assert_kept_out(&world, &standing, what, change).await;
    }
}

#[tokio::test]
async fn an_id_token_that_says_more_of_the_same_is_taken() {
    let (world, standing) = guarded().await;
    let hash = BASE64URL_NOPAD.encode(&digest(&SHA512, Issuer::ACCESS_TOKEN.as_bytes()).as_ref()[..32]);
    assert_let_in(&world, &standing, "a list of one audience", |claims| {
        claims["aud"] = json!(["complaints"]);
    })
    .await;
    assert_let_in(&world, &standing, "we are the authorised party", |claims| {
        claims["azp"] = "complaints".into();
    })
    .await;
    assert_let_in(&world, &standing, "the access token's hash", |claims| claims["at_hash"] = hash.into())
        .await;
}

#[tokio::test]
async fn two_clocks_may_differ_by_a_minute_and_no_more() {
    let (world, standing) = guarded().await;
    let now = world.clock.now().timestamp();
    for claim in ["iat", "exp", "auth_time"] {
        for (by, fits) in [(-59, true), (-61, claim == "auth_time"), (59, true), (61, claim == "exp")] {
            let (what, change) =
                (format!("{claim} by {by} s"), |claims: &mut Value| claims[claim] = (now + by).into());
            if fits {
                assert_let_in(&world, &standing, &what, change).await;
            } else {
                assert_kept_out(&world, &standing, &what, change).await;
            }
        }
    }
}

/// Makes a token out of claims.
type Sign<'a> = Box<dyn Fn(Value) -> String + 'a>;

#[tokio::test]
async fn an_id_token_that_the_issuer_did_not_sign_is_refused() {
    let (world, standing) = guarded().await;
    let encode = |text: &str| BASE64URL_NOPAD.encode(text.as_bytes());
    let of_another = Issuer::start(world.clock.clock()).await;
    let forgeries: [(&str, Sign); 4] = [
        ("another's key", Box::new(|claims| of_another.sign("JWT", &claims))),
        (
            "no signature",
            Box::new(|claims| format!("{}.{}.", encode(r#"{"alg":"none"}"#), encode(&claims.to_string()))),
        ),
        (
            "a shared secret",
            Box::new(|claims| {
                let key = EncodingKey::from_secret(b"complaints");
                jsonwebtoken::encode(&Header::new(Algorithm::HS256), &claims, &key).unwrap()
            }),
        ),
        (
            "changed afterwards",
            Box::new(|mut claims| {
                let signed = world.issuer.sign("JWT", &claims);
                claims["preferred_username"] = "administrator".into();
                let [head, _, signature] = signed.split('.').collect::<Vec<_>>()[..] else {
                    panic!("three parts")
                };
                format!("{head}.{}.{signature}", encode(&claims.to_string()))
            }),
        ),
    ];
    for (what, sign) in forgeries {
        let mut browser = standing.visitor();
        let authorize = browser.begin_log_in("/logga-in?next=/mitt").await;
        browser.come_back(&world.issuer.answer_signed(WHO, &authorize, sign)).await;
        assert_refused(&mut browser, what).await;
    }
}

#[tokio::test]
async fn a_log_in_name_that_is_given_to_somebody_new_does_not_open_the_old_one_s_matters() {
    let (world, standing) = guarded().await;
    let is = |subject: &'static str, login: &'static str| {
        move |claims: &mut Value| {
            claims["sub"] = subject.into();
            claims["preferred_username"] = login.into();
        }
    };
    assert_let_in(&world, &standing, "the first", is("subject-1", WHO)).await;
    assert_kept_out(&world, &standing, "another by the same name", is("subject-2", WHO)).await;
    // The first stays who they are, whatever they are called now.
    let mut renamed = with(&world, &standing, is("subject-1", "nytt-namn")).await;
    assert_eq!(seen_as(&mut renamed).await, NAME);
    let mut renamed = with(&world, &standing, is("subject-1", "administrator")).await;
    assert_eq!(seen_as(&mut renamed).await, NAME);
}

#[tokio::test]
async fn somebody_whom_the_register_has_lost_is_refused() {
    let (world, standing) = guarded().await;
    assert_let_in(&world, &standing, "as long as known", |_| {}).await;
    let mut without = organisation();
    without.people.retain(|person| person.login != WHO);
    standing.ground.directory.replace(without);
    let mut browser = with(&world, &standing, |_| {}).await;
    assert_eq!(seen_as(&mut browser).await, "ingen");
}

#[tokio::test]
async fn the_level_of_assurance_that_is_asked_for_is_demanded() {
    let mut world = World::of(PART).await;
    world.identity.accepted_levels = vec![LOA3.to_owned()];
    let standing = world.open(PART).await;
    let authorize = standing.visitor().begin_log_in("/logga-in").await;
    assert_eq!(query(&authorize)["acr_values"], LOA3);
    assert_let_in(&world, &standing, "the level", |claims| claims["acr"] = LOA3.into()).await;
    assert_kept_out(&world, &standing, "no level", |_| {}).await;
    let lower = LOA3.replace("loa3", "loa2");
    assert_kept_out(&world, &standing, "a lower level", |claims| claims["acr"] = lower.into()).await;
}

#[tokio::test]
async fn another_claim_may_say_who_it_is() {
    let mut world = World::of(PART).await;
    world.identity.login_claim = Some("https://id.oidc.se/claim/orgAffiliation".to_owned());
    let standing = world.open(PART).await;
    assert_kept_out(&world, &standing, "the usual claim", |_| {}).await;
    let change = |claims: &mut Value| {
        claims["preferred_username"] = "administrator".into();
        claims["https://id.oidc.se/claim/orgAffiliation"] = WHO.into();
    };
    let mut browser = with(&world, &standing, change).await;
    assert_eq!(seen_as(&mut browser).await, NAME);
}

#[tokio::test]
async fn a_provider_that_is_away_is_an_outage_and_not_a_refusal() {
    let (world, standing) = guarded().await;
    world.issuer.is_away(true);
    let page = standing.visitor().get("/logga-in").await.clone();
    assert_eq!((page.status.as_u16(), page.text("h1").as_str()), (503, "Lyssna svarar inte just nu"));
    world.issuer.is_away(false);
    standing.visitor().begin_log_in("/logga-in").await;
}

#[tokio::test]
async fn what_a_log_in_begins_with_is_stored_where_only_that_browser_opens_it() {
    let (world, standing) = guarded().await;
    let mut browser = standing.visitor();
    let authorize = browser.begin_log_in("/logga-in?next=/mitt").await;
    let authorize = query(&authorize);
    let cookie = browser.cookie("complaints-login").unwrap().to_owned();
    for (place, value) in testkit::everything_stored(&standing.ground.database).await {
        for secret in [&authorize["state"], &authorize["nonce"], &cookie, &"/mitt".to_owned()] {
            assert!(!value.contains(secret.as_str()), "{place} holds {secret}");
        }
    }
    drop(world);
}
