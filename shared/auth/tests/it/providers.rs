//! The same log-in, service token and log-out at the providers of others: npm's oidc-provider and Keycloak
//! (`tests/parts`). Their promises stand in `tests/parts/README.md`.

use std::{collections::HashMap, path::Path};

use auth::Courier;
use aws_lc_rs::digest::{SHA256, digest};
use data_encoding::BASE64URL_NOPAD;
use jsonwebtoken::{Algorithm, EncodingKey, Header};
use kernel::{Clock, Uuid};
use outbox::{Carry, Outcome, Parcel};
use process::Identity;
use proto::Service::Complaints;
use serde_json::{Value, json};
use testkit::{Browser, Standing, World, organisation::organisation};
use tokio_util::sync::CancellationToken;
use url::Url;

use crate::{NAME, WHO, seen_as, site::PART, stranger::Stranger};

const LOA3: &str = "http://id.elegnamnden.se/loa/1.0/loa3";
const CLIENT: &str = "lyssna-test";

/// A provider of others, and what its log-in page asks for.
struct Provider {
    variable: &'static str,
    credentials: &'static [(&'static str, &'static str)],
}

const OIDC_PROVIDER: Provider =
    Provider { variable: "TEST_OIDC_PROVIDER", credentials: &[("login", "person-1")] };
const KEYCLOAK: Provider = Provider {
    variable: "TEST_KEYCLOAK",
    credentials: &[("username", "person-1"), ("password", "person-1")],
};

/// The site as the provider knows it.
struct Known {
    standing: Standing,
    provider: Provider,
    identity: Identity,
    key: String,
    _world: World,
}

macro_rules! at_each_provider {
    ($($story:ident)*) => {
        mod oidc_provider {
            $(#[tokio::test] async fn $story() { super::told(super::OIDC_PROVIDER, stringify!($story), super::$story).await; })*
        }
        mod keycloak {
            $(#[tokio::test] async fn $story() { super::told(super::KEYCLOAK, stringify!($story), super::$story).await; })*
        }
    };
}

at_each_provider! {
    a_person_logs_in_and_out
    who_logs_out_at_the_provider_is_logged_out_here
    a_fresh_log_in_is_asked_for_again
    what_is_lower_than_the_level_asked_for_is_refused
    a_code_is_good_for_the_browser_that_asked_for_it
    a_service_gets_a_token_that_another_takes
    a_person_s_token_is_no_service_s
}

/// Tells the story, unless the provider is missing.
async fn told(provider: Provider, story: &str, tell: impl AsyncFn(Known)) {
    let Some(issuer) = testkit::part(provider.variable, story) else { return };
    let Some(key) = testkit::part("TEST_OIDC_CLIENT_KEY", story) else { return };
    let mut world = World::of(PART).await;
    world.clock.set(&Clock::system().now().to_rfc3339());
    world.take_client_key(Path::new(&key));
    "https://lyssna.test".clone_into(&mut world.origin);
    world.identity = Identity {
        client_id: Some(CLIENT.to_owned()),
        audience_prefix: "urn:lyssna-test:".to_owned(),
        accepted_levels: vec![LOA3.to_owned()],
        service_subjects: HashMap::from([(CLIENT.to_owned(), Complaints)]),
        ..Identity::at(issuer.parse().unwrap())
    };
    let standing = world.open(PART).await;
    let mut register = organisation();
    let who = register.people.iter_mut().find(|person| person.login == WHO).unwrap();
    "person-1".clone_into(&mut who.login);
    standing.ground.directory.replace(register);
    tell(Known { identity: world.identity.clone(), standing, provider, key, _world: world }).await;
}

impl Known {
    /// A browser that has logged in, and the one beside it at the provider.
    async fn logged_in(&self) -> (Browser, Stranger) {
        let (mut browser, mut stranger) = (self.standing.visitor(), Stranger::new());
        let authorize = browser.begin_log_in("/logga-in?next=/mitt").await;
        let page = stranger.open(&authorize).await;
        let back = stranger.fill_in(page, self.provider.credentials).await.back();
        browser.come_back(&back).await;
        (browser, stranger)
    }

    fn settings(&self) -> auth::Settings {
        let mut settings = auth::Settings::new(Complaints, self.identity.issuer.clone());
        settings.audience_prefix.clone_from(&self.identity.audience_prefix);
        settings
    }
}

async fn a_person_logs_in_and_out(known: Known) {
    let (mut browser, mut stranger) = known.logged_in().await;
    assert_eq!((browser.page.path.as_str(), browser.page.text("#who").as_str()), ("/mitt", NAME));
    assert_eq!(browser.page.text("#fresh"), "true");

    browser.send("/logga-ut", &[]).await;
    let end: Url = browser.location().unwrap().parse().unwrap();
    // Without the ID token as a hint the provider asks whether it is meant.
    let asked = stranger.open(&end).await;
    let back = stranger.fill_in(asked, &[("logout", "yes")]).await.back();
    assert_eq!(back.as_str(), "https://lyssna.test/utloggad");
    browser.come_back(&back).await;
    assert_eq!(browser.page.text("h1"), "Du är utloggad");
    assert_eq!(seen_as(&mut browser).await, "ingen");
    let authorize = browser.begin_log_in("/logga-in").await;
    let page = stranger.open(&authorize).await.html();
    assert!(!page.contains("person-1"), "the provider still knows them");
}

/// The provider itself posts the logout token; the part keeps what it posts, since lyssna.test answers to nobody.
async fn who_logs_out_at_the_provider_is_logged_out_here(known: Known) {
    if known.provider.variable != "TEST_OIDC_PROVIDER" {
        // Keycloak's test realm posts to an address that does not answer, and shows nobody what.
        return;
    }
    let ((mut browser, mut stranger), (mut other, _)) = (known.logged_in().await, known.logged_in().await);
    let issuer = known.identity.issuer.as_str().trim_end_matches('/');
    let end: Url = format!("{issuer}/session/end").parse().unwrap();
    let asked = stranger.open(&end).await;
    stranger.fill_in(asked, &[("logout", "yes")]).await;
    let http = reqwest::Client::builder().no_proxy().build().unwrap();
    let posted: Vec<Value> =
        http.get(format!("{issuer}/back-channel")).send().await.unwrap().json().await.unwrap();
    let mut codes = Vec::new();
    for told in &posted {
        let body = format!("logout_token={}", told["logout_token"].as_str().unwrap());
        let page =
            browser.post("/api/v1/back-channel-logout", "application/x-www-form-urlencoded", body).await;
        codes.push(page.status.as_u16());
    }
    assert!(codes.contains(&200), "{codes:?} for {posted:?}");
    assert_eq!(seen_as(&mut browser).await, "ingen");
    assert_eq!(seen_as(&mut other).await, NAME, "their session elsewhere is another");
}

async fn a_fresh_log_in_is_asked_for_again(known: Known) {
    let (mut browser, mut stranger) = known.logged_in().await;
    let authorize = browser.begin_log_in("/logga-in?next=/mitt&fresh=1").await;
    let page = stranger.open(&authorize).await;
    let back = stranger.fill_in(page, known.provider.credentials).await.back();
    browser.come_back(&back).await;
    assert_eq!((browser.page.text("#who").as_str(), browser.page.text("#fresh").as_str()), (NAME, "true"));
}

async fn what_is_lower_than_the_level_asked_for_is_refused(known: Known) {
    let mut browser = known.standing.visitor();
    let mut stranger = Stranger::new();
    let mut authorize = browser.begin_log_in("/logga-in?next=/mitt").await;
    assert!(authorize.query().unwrap().contains("acr_values="));
    // Keycloak has one level only, and gives another name to it when none is asked for.
    let kept: Vec<_> =
        authorize.query_pairs().into_owned().filter(|(name, _)| name != "acr_values").collect();
    authorize.query_pairs_mut().clear().extend_pairs(kept);
    let page = stranger.open(&authorize).await;
    let lower = [known.provider.credentials, &[("acr", "http://id.elegnamnden.se/loa/1.0/loa2")]].concat();
    let back = stranger.fill_in(page, &lower).await.back();
    browser.come_back(&back).await;
    if known.provider.variable == "TEST_OIDC_PROVIDER" {
        assert_eq!(browser.page.status.as_u16(), 403);
        assert_eq!(seen_as(&mut browser).await, "ingen");
    } else {
        // The realm has one level.
        assert_eq!(browser.page.text("#who"), NAME);
    }
}

async fn a_code_is_good_for_the_browser_that_asked_for_it(known: Known) {
    let (mut browser, mut victim, mut stranger) =
        (known.standing.visitor(), known.standing.visitor(), Stranger::new());
    let authorize = browser.begin_log_in("/logga-in?next=/mitt").await;
    let page = stranger.open(&authorize).await;
    let back = stranger.fill_in(page, known.provider.credentials).await.back();
    // Even with the state of a log-in of its own, another browser has another verifier and nonce.
    let own = victim.begin_log_in("/logga-in?next=/mitt").await;
    let state = own.query_pairs().find(|(name, _)| name == "state").unwrap().1.into_owned();
    let given: Vec<_> = back.query_pairs().into_owned().filter(|(name, _)| name != "state").collect();
    let mut stolen = back.clone();
    stolen.query_pairs_mut().clear().extend_pairs(given).append_pair("state", &state);
    victim.come_back(&stolen).await;
    assert_eq!(victim.page.status.as_u16(), 403);
    assert_eq!(seen_as(&mut victim).await, "ingen");
}

async fn a_service_gets_a_token_that_another_takes(known: Known) {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address: Url = format!("http://{}", listener.local_addr().unwrap()).parse().unwrap();
    tokio::spawn(web::serve(listener, known.standing.router.clone(), CancellationToken::new()));
    let issuer = known.standing.inside.as_ref().unwrap().auth.issuer().clone();
    let courier = Courier::new(issuer, known.settings(), HashMap::from([(Complaints, address)]));
    let parcel = Parcel {
        id: Uuid::now_v7(),
        to: Complaints,
        path: "/api/v1/answers/202".to_owned(),
        body: "{}".to_owned(),
    };
    assert_eq!(courier.carry(&parcel).await, Outcome::Taken);
}

async fn a_person_s_token_is_no_service_s(known: Known) {
    // By their first log-in they are known to the register.
    let (_, stranger) = known.logged_in().await;
    let token = known.token_of_a_person(stranger).await;
    let program = known.standing.program().bearer(&token);
    assert_eq!(program.get("/api/v1/me").await.expect(200).json["person"], NAME);
    let _ = program.get("/api/v1/service").await.expect(403);
}

impl Known {
    /// The token of a program that somebody lets call in their name: code flow with PKCE by the client's own key.
    async fn token_of_a_person(&self, mut stranger: Stranger) -> String {
        let issuer = self.identity.issuer.as_str().trim_end_matches('/').to_owned();
        let http = reqwest::Client::builder().no_proxy().build().unwrap();
        let about = http.get(format!("{issuer}/.well-known/openid-configuration")).send().await.unwrap();
        let about: Value = about.json().await.unwrap();
        let verifier = format!("{}{}", Uuid::now_v7().simple(), Uuid::now_v7().simple());
        let redirect = "https://lyssna.test/login/callback";
        let (resource, challenge) = (
            "urn:lyssna-test:complaints",
            BASE64URL_NOPAD.encode(digest(&SHA256, verifier.as_bytes()).as_ref()),
        );
        let mut authorize: Url = about["authorization_endpoint"].as_str().unwrap().parse().unwrap();
        authorize.query_pairs_mut().extend_pairs([
            ("client_id", CLIENT),
            ("response_type", "code"),
            ("redirect_uri", redirect),
            ("scope", "openid profile"),
            ("state", "state"),
            ("nonce", "nonce"),
            ("resource", resource),
            ("code_challenge_method", "S256"),
            ("code_challenge", &challenge),
        ]);
        let back = stranger.open(&authorize).await.back();
        let code = back.query_pairs().find(|(name, _)| name == "code").expect("a code").1.into_owned();
        let assertion = self.assertion(&issuer);
        let form = [
            ("grant_type", "authorization_code"),
            ("code", &code),
            ("redirect_uri", redirect),
            ("code_verifier", &verifier),
            ("resource", resource),
            ("client_id", CLIENT),
            ("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"),
            ("client_assertion", &assertion),
        ];
        let answer = http.post(about["token_endpoint"].as_str().unwrap()).form(&form).send().await.unwrap();
        let answer: Value = answer.json().await.unwrap();
        answer["access_token"].as_str().unwrap_or_else(|| panic!("no token: {answer}")).to_owned()
    }

    fn assertion(&self, audience: &str) -> String {
        let key = EncodingKey::from_ed_pem(&std::fs::read(&self.key).unwrap()).unwrap();
        let now = Clock::system().now().timestamp();
        let claims = json!({
            "iss": CLIENT, "sub": CLIENT, "aud": audience, "iat": now, "exp": now + 60, "jti": Uuid::now_v7(),
        });
        jsonwebtoken::encode(&Header::new(Algorithm::EdDSA), &claims, &key).unwrap()
    }
}
