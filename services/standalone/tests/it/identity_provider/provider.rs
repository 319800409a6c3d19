//! A provider under test and what one does with it.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Method, Request, StatusCode, header};
use data_encoding::BASE64URL_NOPAD;
use jsonwebtoken::{Algorithm, Header};
use kernel::{Clock, Timestamp};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use standalone::identity_provider::{Client, Config, DevPerson, Group, Issuer, Role, SigningKey, router};
use tower::ServiceExt;
use url::Url;

pub const ISSUER: &str = "http://127.0.0.1:8090";
pub const CALLBACK: &str = "http://127.0.0.1:8081/inloggning/svar";
pub const AFTER_LOGOUT: &str = "http://127.0.0.1:8081/";
pub const VERIFIER: &str = "a-verifier-of-more-than-forty-three-characters-in-all";
const START: i64 = 1_795_000_000;

pub struct TestProvider {
    router: Router,
    seconds: Arc<AtomicI64>,
    pub complaints: SigningKey,
    pub quality: SigningKey,
}

pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub text: String,
}

impl TestProvider {
    pub fn start() -> Self {
        Self::at(ISSUER)
    }

    pub fn at(issuer: &str) -> Self {
        let seconds = Arc::new(AtomicI64::new(START));
        let (complaints, quality) = (SigningKey::generate(), SigningKey::generate());
        let ticking = seconds.clone();
        let clock =
            Clock::from_fn(move || Timestamp::from_timestamp(ticking.load(Ordering::SeqCst), 0).unwrap());
        let router = router(config(issuer, &complaints, &quality, clock));
        Self { router, seconds, complaints, quality }
    }

    /// With the system's clock, for clients that look at theirs.
    pub fn now_at(issuer: &str) -> (Router, SigningKey) {
        let (complaints, quality) = (SigningKey::generate(), SigningKey::generate());
        (router(config(issuer, &complaints, &quality, Clock::system())), complaints)
    }

    pub fn wait(&self, seconds: i64) {
        self.seconds.fetch_add(seconds, Ordering::SeqCst);
    }

    pub fn now(&self) -> i64 {
        self.seconds.load(Ordering::SeqCst)
    }

    pub async fn get(&self, path: &str) -> Answer {
        self.send(Request::get(path).body(Body::empty()).unwrap()).await
    }

    pub async fn post(&self, path: &str, form: &Form) -> Answer {
        let request = Request::post(path).header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        self.send(request.body(Body::from(form.encoded())).unwrap()).await
    }

    pub async fn send(&self, request: Request<Body>) -> Answer {
        let response = self.router.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        let body = to_bytes(body, usize::MAX).await.unwrap();
        Answer {
            status: parts.status,
            headers: parts.headers,
            text: String::from_utf8(body.to_vec()).unwrap(),
        }
    }

    pub async fn userinfo(&self, method: Method, authorization: &str) -> Answer {
        let request = Request::builder().method(method).uri("/userinfo");
        self.send(request.header(header::AUTHORIZATION, authorization).body(Body::empty()).unwrap()).await
    }

    /// Clicks on a person and takes the code that the browser brings back.
    pub async fn code(&self) -> String {
        let answer = self.post("/authorize", &authorization().with("person", "rektor-solgarden")).await;
        answer.returned()["code"].clone()
    }

    /// A form for `/token` with a statement signed by the complaints service.
    pub fn exchange(&self, code: &str) -> Form {
        signed(&self.assertion("complaints"), &self.complaints)
            .with("grant_type", "authorization_code")
            .with("code", code)
            .with("redirect_uri", CALLBACK)
            .with("code_verifier", VERIFIER)
    }

    pub fn assertion(&self, client: &str) -> Value {
        json!({ "iss": client, "sub": client, "aud": format!("{ISSUER}/token"), "exp": self.now() + 60, "jti": "the-first" })
    }
}

impl Answer {
    pub fn location(&self) -> Url {
        assert_eq!(self.status, StatusCode::SEE_OTHER, "{}", self.text);
        self.headers[header::LOCATION].to_str().unwrap().parse().unwrap()
    }

    /// What came back to the client in the address.
    pub fn returned(&self) -> BTreeMap<String, String> {
        self.location().query_pairs().into_owned().collect()
    }

    pub fn json(&self) -> Value {
        serde_json::from_str(&self.text).unwrap()
    }

    pub fn header(&self, name: &str) -> &str {
        self.headers[name].to_str().unwrap()
    }

    pub fn is_refused(&self, status: u16, error: &str) {
        assert_eq!(
            (self.status.as_u16(), self.json()["error"].as_str().unwrap()),
            (status, error),
            "{}",
            self.text
        );
    }
}

#[derive(Clone, Default)]
pub struct Form(Vec<(String, String)>);

impl Form {
    pub fn with(self, name: &str, value: &str) -> Self {
        let mut form = self.without(name);
        form.0.push((name.to_owned(), value.to_owned()));
        form
    }

    pub fn without(mut self, name: &str) -> Self {
        self.0.retain(|(known, _)| known != name);
        self
    }

    pub fn encoded(&self) -> String {
        form_urlencoded::Serializer::new(String::new()).extend_pairs(&self.0).finish()
    }
}

/// A request as the complaints service sends it.
pub fn authorization() -> Form {
    Form::default()
        .with("response_type", "code")
        .with("client_id", "complaints")
        .with("redirect_uri", CALLBACK)
        .with("scope", "openid profile")
        .with("state", "the-state")
        .with("nonce", "the-nonce")
        .with("code_challenge", &BASE64URL_NOPAD.encode(&Sha256::digest(VERIFIER)))
        .with("code_challenge_method", "S256")
}

/// A statement about a service, as a form for `/token`.
pub fn signed(assertion: &Value, key: &SigningKey) -> Form {
    let signed = jsonwebtoken::encode(&Header::new(Algorithm::EdDSA), assertion, key.encoding()).unwrap();
    Form::default()
        .with("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer")
        .with("client_assertion", &signed)
}

/// The claims of a token whose signature another test checks.
pub fn claims(token: &str) -> Value {
    jsonwebtoken::dangerous::insecure_decode_claims(token).unwrap()
}

fn config(issuer: &str, complaints: &SigningKey, quality: &SigningKey, clock: Clock) -> Config {
    Config {
        issuer: Issuer::parse(&issuer.parse().unwrap()).unwrap(),
        people: vec![
            person("administrator", "Aino Testberg", ("Administratör", "Administrator"), Group::CityWide),
            person("rektor-solgarden", "Åsa Öström", ("Rektor", "Principal"), unit("Solgården")),
            person("fritidsledare-eken", "Ali <b>Test</b>", ("Fritidsledare", "Youth worker"), unit("Eken")),
            person("gruppchef-solgarden", "Bo Prov", ("Gruppchef", "Group manager"), unit("Solgården")),
        ],
        clients: vec![client("complaints", complaints), client("quality", quality)],
        key: SigningKey::generate(),
        clock,
    }
}

fn person(id: &str, name: &str, (sv, en): (&str, &str), group: Group) -> DevPerson {
    DevPerson { id: id.into(), name: name.into(), role: Role { sv: sv.into(), en: en.into() }, group }
}

fn unit(name: &str) -> Group {
    Group::Unit(name.into())
}

fn client(id: &str, key: &SigningKey) -> Client {
    Client {
        id: id.into(),
        redirect_uris: vec![CALLBACK.parse().unwrap()],
        post_logout_uris: vec![AFTER_LOGOUT.parse().unwrap()],
        key: key.public(),
    }
}
