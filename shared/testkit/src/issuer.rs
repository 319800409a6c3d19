//! A small issuer on loopback, so that fast tests log in by the real code flow without a provider of somebody else.
//! The providers of others are met in the suites that have them.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex},
};

use aws_lc_rs::{
    encoding::{AsDer, Pkcs8V1Der},
    signature::{Ed25519KeyPair, KeyPair},
};
use axum::{Json, Router, extract::State, routing::get};
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
    key: EncodingKey,
    public: String,
    clock: Clock,
    codes: Mutex<HashMap<String, Value>>,
}

const KID: &str = "test";

impl Issuer {
    pub async fn start(clock: Clock) -> Self {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let pair = Ed25519KeyPair::generate().unwrap();
        let der: Pkcs8V1Der = pair.as_der().unwrap();
        let issuer = Self(Arc::new(Parts {
            url: format!("http://{}", listener.local_addr().unwrap()),
            key: EncodingKey::from_ed_der(der.as_ref()),
            public: BASE64URL_NOPAD.encode(pair.public_key().as_ref()),
            clock,
            codes: Mutex::default(),
        }));
        let routes = Router::new()
            .route("/.well-known/openid-configuration", get(discovery))
            .route("/jwks", get(keys))
            .route("/token", axum::routing::post(token))
            .with_state(issuer.clone());
        tokio::spawn(async { axum::serve(listener, routes).await });
        issuer
    }

    pub fn url(&self) -> Url {
        self.0.url.parse().unwrap()
    }

    /// The token a program of `login` has for `service`.
    pub fn access_token(&self, login: &str, service: Service) -> String {
        self.token_for(login, service.name(), 300)
    }

    /// The token the service `from` has for the service `to`.
    pub fn service_token(&self, from: Service, to: Service) -> String {
        self.token_for(from.name(), to.name(), 300)
    }

    pub fn token_for(&self, subject: &str, audience: &str, lasts: i64) -> String {
        let now = self.0.clock.now().timestamp();
        self.sign(
            "at+jwt",
            &json!({
                "iss": self.0.url, "sub": subject, "preferred_username": subject, "aud": audience, "client_id": "test",
                "iat": now, "exp": now + lasts, "jti": Uuid::now_v7(),
            }),
        )
    }

    /// Any token at all, for tests of refusal.
    pub fn sign(&self, kind: &str, claims: &Value) -> String {
        let mut header = Header::new(Algorithm::EdDSA);
        header.typ = Some(kind.to_owned());
        header.kid = Some(KID.to_owned());
        jsonwebtoken::encode(&header, claims, &self.0.key).unwrap()
    }

    /// What the log-in page does when `login` is chosen: the address to go back to.
    pub fn answer(&self, login: &str, authorize: &Url) -> Url {
        let query: HashMap<_, _> = authorize.query_pairs().into_owned().collect();
        assert_eq!(query["code_challenge_method"], "S256");
        let (code, now) = (Uuid::now_v7().to_string(), self.0.clock.now().timestamp());
        let claims = json!({
            "iss": self.0.url, "sub": login, "preferred_username": login, "aud": query["client_id"], "sid": "test-sid",
            "nonce": query["nonce"], "iat": now, "exp": now + 300, "auth_time": now,
        });
        self.0.codes.lock().unwrap().insert(code.clone(), claims);
        let mut back: Url = query["redirect_uri"].parse().unwrap();
        back.query_pairs_mut()
            .append_pair("code", &code)
            .append_pair("state", &query["state"])
            .append_pair("iss", &self.0.url);
        back
    }
}

async fn discovery(State(issuer): State<Issuer>) -> Json<Value> {
    let url = &issuer.0.url;
    Json(json!({
        "issuer": url, "authorization_endpoint": format!("{url}/authorize"), "token_endpoint": format!("{url}/token"),
        "jwks_uri": format!("{url}/jwks"), "end_session_endpoint": format!("{url}/end"),
        "response_types_supported": ["code"], "subject_types_supported": ["public"],
        "id_token_signing_alg_values_supported": ["EdDSA"],
    }))
}

async fn keys(State(issuer): State<Issuer>) -> Json<Value> {
    let key = json!({
        "kty": "OKP", "crv": "Ed25519", "use": "sig", "alg": "EdDSA", "kid": KID, "x": issuer.0.public,
    });
    Json(json!({ "keys": [key] }))
}

async fn token(State(issuer): State<Issuer>, body: String) -> Json<Value> {
    let form: HashMap<String, String> = form_urlencoded::parse(body.as_bytes()).into_owned().collect();
    if form["grant_type"] == "client_credentials" {
        let token = issuer.token_for(&form["client_id"], &form["resource"], 300);
        return Json(json!({ "access_token": token, "token_type": "Bearer", "expires_in": 300 }));
    }
    let claims = issuer.0.codes.lock().unwrap().remove(&form["code"]).unwrap();
    let id_token = issuer.sign("JWT", &claims);
    Json(json!({ "access_token": "unused", "token_type": "Bearer", "expires_in": 300, "id_token": id_token }))
}
