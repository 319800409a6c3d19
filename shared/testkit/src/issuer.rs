//! A small issuer on loopback, so that fast tests log in by the real code flow without a provider of somebody else.
//! The providers of others are met in the suites that have them.

use std::{
    collections::HashMap,
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
};

use aws_lc_rs::{
    digest::{SHA256, digest},
    encoding::{AsDer, Pkcs8V1Der},
    signature::{Ed25519KeyPair, KeyPair},
};
use axum::{
    Json, Router,
    body::Bytes,
    extract::{Request, State},
    http::StatusCode,
    middleware::{self, Next},
    response::{IntoResponse, Response},
    routing::get,
};
use data_encoding::BASE64URL_NOPAD;
use jsonwebtoken::{Algorithm, EncodingKey, Header};
use kernel::{Clock, Uuid};
use proto::Service;
use serde_json::{Value, json};
use url::Url;

/// An issuer that believes everybody.
#[derive(Clone)]
pub struct Issuer(Arc<Parts>);

struct Parts {
    url: String,
    clock: Clock,
    /// The last one signs.
    keys: Mutex<Vec<Key>>,
    codes: Mutex<HashMap<String, Grant>>,
    asked: AtomicUsize,
    tokens_given: AtomicUsize,
    away: AtomicBool,
    silent: AtomicBool,
    assertions: Mutex<Vec<String>>,
}

struct Key {
    kid: String,
    signing: EncodingKey,
    public: String,
}

struct Grant {
    id_token: String,
    challenge: String,
}

impl Issuer {
    /// The access token that comes along with every ID token.
    pub const ACCESS_TOKEN: &str = "unused";

    pub async fn start(clock: Clock) -> Self {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let issuer = Self(Arc::new(Parts {
            url: format!("http://{}", listener.local_addr().unwrap()),
            clock,
            keys: Mutex::new(vec![Key::new()]),
            codes: Mutex::default(),
            asked: AtomicUsize::new(0),
            tokens_given: AtomicUsize::new(0),
            away: AtomicBool::new(false),
            silent: AtomicBool::new(false),
            assertions: Mutex::default(),
        }));
        let routes = Router::new()
            .route("/.well-known/openid-configuration", get(discovery))
            .route("/jwks", get(keys))
            .route("/token", axum::routing::post(token))
            .layer(middleware::from_fn_with_state(issuer.clone(), answer_unless_away))
            .with_state(issuer.clone());
        tokio::spawn(async { axum::serve(listener, routes).await });
        issuer
    }

    pub fn url(&self) -> Url {
        self.0.url.parse().unwrap()
    }

    /// How often somebody has asked what it says of itself.
    pub fn times_asked(&self) -> usize {
        self.0.asked.load(Ordering::Relaxed)
    }

    /// How often it has given a service a token.
    pub fn tokens_given(&self) -> usize {
        self.0.tokens_given.load(Ordering::Relaxed)
    }

    /// The proofs that clients have brought along, in the order in which they came.
    pub fn assertions(&self) -> Vec<String> {
        self.0.assertions.lock().unwrap().clone()
    }

    /// Answers nothing but errors, until it is back.
    pub fn is_away(&self, away: bool) {
        self.0.away.store(away, Ordering::Relaxed);
    }

    /// Neither promises to name itself in its answers (RFC 9207) nor does so, as older issuers.
    pub fn does_not_name_itself(&self) {
        self.0.silent.store(true, Ordering::Relaxed);
    }

    /// Signs with a new key from now on. The old ones are still told, unless they are `forgotten`.
    pub fn rotate_keys(&self, forgotten: bool) {
        let mut keys = self.0.keys.lock().unwrap();
        if forgotten {
            keys.clear();
        }
        keys.push(Key::new());
    }

    /// The token a program of `login`, who has just logged in, has for `service`.
    pub fn access_token(&self, login: &str, service: Service) -> String {
        self.token_for(login, service.name(), 300)
    }

    /// The token the service `from` has for the service `to`.
    pub fn service_token(&self, from: Service, to: Service) -> String {
        self.client_token(from.name(), to.name())
    }

    /// A person's token for `audience`, good for so many seconds.
    pub fn token_for(&self, login: &str, audience: &str, lasts: i64) -> String {
        let mut claims = self.claims(login, "a-program", audience, lasts);
        claims["preferred_username"] = login.into();
        claims["auth_time"] = claims["iat"].clone();
        self.sign("at+jwt", &claims)
    }

    fn client_token(&self, client: &str, audience: &str) -> String {
        self.sign("at+jwt", &self.claims(client, client, audience, 300))
    }

    /// What stands in every access token.
    pub fn claims(&self, subject: &str, client: &str, audience: &str, lasts: i64) -> Value {
        let now = self.0.clock.now().timestamp();
        json!({
            "iss": self.0.url, "sub": subject, "aud": audience, "client_id": client, "iat": now, "exp": now + lasts,
            "jti": Uuid::now_v7(),
        })
    }

    /// Any token at all, for tests of refusal.
    pub fn sign(&self, kind: &str, claims: &Value) -> String {
        let keys = self.0.keys.lock().unwrap();
        let key = keys.last().unwrap();
        let mut header = Header::new(Algorithm::EdDSA);
        header.typ = Some(kind.to_owned());
        header.kid = Some(key.kid.clone());
        jsonwebtoken::encode(&header, claims, &key.signing).unwrap()
    }

    /// What the log-in page does when `login` is chosen: the address to go back to.
    pub fn answer(&self, login: &str, authorize: &Url) -> Url {
        self.answer_with(login, authorize, |_| {})
    }

    /// The same, with an ID token whose claims the test has changed.
    pub fn answer_with(&self, login: &str, authorize: &Url, change: impl FnOnce(&mut Value)) -> Url {
        self.answer_signed(login, authorize, |mut claims| {
            change(&mut claims);
            self.sign("JWT", &claims)
        })
    }

    /// The same, with an ID token that the test has made out of the claims it should have.
    pub fn answer_signed(&self, login: &str, authorize: &Url, sign: impl FnOnce(Value) -> String) -> Url {
        let query: HashMap<_, _> = authorize.query_pairs().into_owned().collect();
        assert_eq!(query["code_challenge_method"], "S256");
        let (code, now) = (Uuid::now_v7().to_string(), self.0.clock.now().timestamp());
        let claims = json!({
            "iss": self.0.url, "sub": login, "preferred_username": login, "aud": query["client_id"], "sid": "test-sid",
            "nonce": query["nonce"], "iat": now, "exp": now + 300, "auth_time": now,
        });
        let grant = Grant { id_token: sign(claims), challenge: query["code_challenge"].clone() };
        self.0.codes.lock().unwrap().insert(code.clone(), grant);
        let mut back: Url = query["redirect_uri"].parse().unwrap();
        back.query_pairs_mut().append_pair("code", &code).append_pair("state", &query["state"]);
        if !self.0.silent.load(Ordering::Relaxed) {
            back.query_pairs_mut().append_pair("iss", &self.0.url);
        }
        back
    }
}

impl Key {
    fn new() -> Self {
        let pair = Ed25519KeyPair::generate().unwrap();
        let der: Pkcs8V1Der = pair.as_der().unwrap();
        Self {
            kid: Uuid::now_v7().to_string(),
            signing: EncodingKey::from_ed_der(der.as_ref()),
            public: BASE64URL_NOPAD.encode(pair.public_key().as_ref()),
        }
    }
}

/// Whoever asks what it says of itself is counted, answered or not.
async fn answer_unless_away(State(issuer): State<Issuer>, request: Request, next: Next) -> Response {
    let is_discovery = request.uri().path().starts_with("/.well-known/");
    issuer.0.asked.fetch_add(usize::from(is_discovery), Ordering::Relaxed);
    if issuer.0.away.load(Ordering::Relaxed) {
        return StatusCode::BAD_GATEWAY.into_response();
    }
    next.run(request).await
}

async fn discovery(State(issuer): State<Issuer>) -> Json<Value> {
    let url = &issuer.0.url;
    Json(json!({
        "issuer": url, "authorization_endpoint": format!("{url}/authorize"), "token_endpoint": format!("{url}/token"),
        "jwks_uri": format!("{url}/jwks"), "end_session_endpoint": format!("{url}/end"),
        "response_types_supported": ["code"], "subject_types_supported": ["public"],
        "id_token_signing_alg_values_supported": ["EdDSA"],
        "authorization_response_iss_parameter_supported": !issuer.0.silent.load(Ordering::Relaxed),
    }))
}

async fn keys(State(issuer): State<Issuer>) -> Json<Value> {
    let keys = issuer.0.keys.lock().unwrap();
    let key = |key: &Key| json!({ "kty": "OKP", "crv": "Ed25519", "use": "sig", "alg": "EdDSA", "kid": key.kid, "x": key.public });
    Json(json!({ "keys": keys.iter().map(key).collect::<Vec<_>>() }))
}

async fn token(State(issuer): State<Issuer>, form: Bytes) -> Json<Value> {
    let form: HashMap<String, String> = form_urlencoded::parse(&form).into_owned().collect();
    // Whoever asks proves itself with a key and never with a shared secret (`private_key_jwt`).
    assert!(!form.contains_key("client_secret"));
    assert_eq!(form["client_assertion_type"], "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
    issuer.0.assertions.lock().unwrap().push(form["client_assertion"].clone());
    if form["grant_type"] == "client_credentials" {
        issuer.0.tokens_given.fetch_add(1, Ordering::Relaxed);
        let token = issuer.client_token(&form["client_id"], &form["resource"]);
        return Json(json!({ "access_token": token, "token_type": "Bearer", "expires_in": 300 }));
    }
    let grant = issuer.0.codes.lock().unwrap().remove(&form["code"]).unwrap();
    let challenge = BASE64URL_NOPAD.encode(digest(&SHA256, form["code_verifier"].as_bytes()).as_ref());
    assert_eq!(challenge, grant.challenge, "whoever brings the code did not ask for it");
    Json(json!({
        "access_token": Issuer::ACCESS_TOKEN, "token_type": "Bearer", "expires_in": 300, "id_token": grant.id_token,
    }))
}
