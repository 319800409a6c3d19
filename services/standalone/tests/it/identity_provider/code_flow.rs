//! The whole log-in with a client that others wrote: openidconnect over a real connection.

use jsonwebtoken::{Algorithm, DecodingKey, Header, Validation, jwk::JwkSet};
use openidconnect::core::{CoreAuthenticationFlow, CoreClient, CoreProviderMetadata, CoreUserInfoClaims};
use openidconnect::{
    AuthType, AuthorizationCode, ClientId, CsrfToken, HttpRequest, HttpResponse, IssuerUrl, Nonce,
    OAuth2TokenResponse, PkceCodeChallenge, RedirectUrl, Scope, TokenResponse,
};
use serde_json::{Value, json};
use standalone::identity_provider::SigningKey;
use tokio::net::TcpListener;
use url::Url;

use super::TestProvider;
use super::provider::CALLBACK;

async fn listening() -> (String, SigningKey) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let issuer = format!("http://{}", listener.local_addr().unwrap());
    let (router, key) = TestProvider::now_at(&issuer);
    tokio::spawn(async move { axum::serve(listener, router).await });
    (issuer, key)
}

fn browser() -> reqwest::Client {
    reqwest::Client::builder().redirect(reqwest::redirect::Policy::none()).build().unwrap()
}

async fn send(request: HttpRequest) -> Result<HttpResponse, reqwest::Error> {
    let response = browser().execute(request.try_into()?).await?;
    let mut answer = HttpResponse::new(Vec::new());
    *answer.status_mut() = response.status();
    *answer.headers_mut() = response.headers().clone();
    *answer.body_mut() = response.bytes().await?.to_vec();
    Ok(answer)
}

fn assertion(issuer: &str, key: &SigningKey) -> String {
    let now = kernel::Clock::system().now().timestamp();
    let claims =
        json!({ "iss": "complaints", "sub": "complaints", "aud": issuer, "exp": now + 60, "jti": "once" });
    jsonwebtoken::encode(&Header::new(Algorithm::EdDSA), &claims, key.encoding()).unwrap()
}

/// What the browser brings back after a click on the page at `address`.
async fn click(address: &Url, person: &str) -> Url {
    let form = [("person", person)].into_iter().map(|(name, value)| (name.to_owned(), value.to_owned()));
    let form = form.chain(address.query_pairs().into_owned()).collect::<Vec<_>>();
    let answer =
        browser().post(address[..url::Position::AfterPath].to_owned()).form(&form).send().await.unwrap();
    answer.headers()["location"].to_str().unwrap().parse().unwrap()
}

#[tokio::test]
async fn a_client_that_others_wrote_logs_in_and_believes_the_token() {
    let (issuer, key) = listening().await;
    let metadata =
        CoreProviderMetadata::discover_async(IssuerUrl::new(issuer.clone()).unwrap(), &send).await.unwrap();
    let client = CoreClient::from_provider_metadata(metadata, ClientId::new("complaints".into()), None)
        .set_redirect_uri(RedirectUrl::new(CALLBACK.into()).unwrap())
        .set_auth_type(AuthType::RequestBody);
    let (challenge, verifier) = PkceCodeChallenge::new_random_sha256();
    let (address, state, nonce) = client
        .authorize_url(CoreAuthenticationFlow::AuthorizationCode, CsrfToken::new_random, Nonce::new_random)
        .add_scope(Scope::new("profile".into()))
        .set_pkce_challenge(challenge)
        .url();

    let back = click(&address, "rektor-solgarden").await;
    let returned = back.query_pairs().into_owned().collect::<std::collections::HashMap<_, _>>();
    assert_eq!(&returned["state"], state.secret());
    assert_eq!(returned["iss"], issuer);

    let tokens = client
        .exchange_code(AuthorizationCode::new(returned["code"].clone()))
        .unwrap()
        .set_pkce_verifier(verifier)
        .add_extra_param("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer")
        .add_extra_param("client_assertion", assertion(&issuer, &key))
        .request_async(&send)
        .await
        .unwrap();
    let id_token = tokens.id_token().unwrap();
    let claims = id_token.claims(&client.id_token_verifier(), &nonce).unwrap();
    assert_eq!(claims.subject().as_str(), "rektor-solgarden");

    let verifier = client.id_token_verifier();
    let signer = id_token.signing_key(&verifier).unwrap();
    let hash = openidconnect::AccessTokenHash::from_token(
        tokens.access_token(),
        id_token.signing_alg().unwrap(),
        signer,
    );
    assert_eq!(claims.access_token_hash(), Some(&hash.unwrap()));

    let subject = Some(claims.subject().clone());
    let info = client.user_info(tokens.access_token().clone(), subject).unwrap();
    let info: CoreUserInfoClaims = info.request_async(&send).await.unwrap();
    assert_eq!(info.preferred_username().unwrap().as_str(), "rektor-solgarden");
}

#[tokio::test]
async fn a_service_checks_an_access_token_against_the_published_keys() {
    let (issuer, _) = listening().await;
    let form = [("person", "administrator"), ("audience", "quality")];
    let answer = browser().post(format!("{issuer}/dev/token")).form(&form).send().await.unwrap();
    let answer: Value = answer.json().await.unwrap();
    let token = answer["access_token"].as_str().unwrap();

    let keys: JwkSet = browser().get(format!("{issuer}/jwks")).send().await.unwrap().json().await.unwrap();
    let header = jsonwebtoken::decode_header(token).unwrap();
    let key = DecodingKey::from_jwk(keys.find(&header.kid.unwrap()).unwrap()).unwrap();
    let mut validation = Validation::new(Algorithm::EdDSA);
    validation.set_audience(&["quality"]);
    validation.set_issuer(&[&issuer]);
    let claims = jsonwebtoken::decode::<Value>(token, &key, &validation).unwrap().claims;
    assert_eq!(claims["sub"], "administrator");
    validation.set_audience(&["complaints"]);
    assert!(jsonwebtoken::decode::<Value>(token, &key, &validation).is_err());
}
