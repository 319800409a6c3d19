//! The identity provider: what it says of itself, its keys, and asking it for tokens.

use std::{collections::HashMap, pin::Pin, sync::Arc, time::Duration};

use anyhow::{Context, anyhow};
use arc_swap::ArcSwapOption;
use jsonwebtoken::{DecodingKey, jwk::Jwk};
use kernel::Clock;
use openidconnect::{AsyncHttpClient, HttpClientError, HttpRequest, HttpResponse, IssuerUrl};
use serde::Deserialize;
use tokio::{sync::Mutex, time::Instant};
use url::Url;

use crate::{
    ClientKey,
    promises::{Learnt, Metadata},
};

/// What was learnt is asked again after so long, so that a withdrawn key is forgotten.
const TRUSTED_FOR: Duration = Duration::from_hours(1);
/// An unknown key asks again at most this often.
const COOL_DOWN: Duration = Duration::from_mins(1);

/// One issuer, as one client sees it. It may be away when the service starts. Cheap to clone.
#[derive(Clone)]
pub struct Issuer(Arc<Parts>);

struct Parts {
    url: Url,
    client_id: String,
    key: ClientKey,
    clock: Clock,
    http: Http,
    learnt: ArcSwapOption<Learnt>,
    /// Held while asking, so that a hundred requests ask once. When the last question ended, answered or not.
    asking: Mutex<Option<Instant>>,
}

#[derive(Deserialize)]
struct TokenAnswer {
    access_token: String,
    #[serde(default)]
    expires_in: Option<u64>,
}

/// What requests are sent with, ours and those of `openidconnect`.
pub(crate) struct Http(pub reqwest::Client);

impl<'c> AsyncHttpClient<'c> for Http {
    type Error = HttpClientError<reqwest::Error>;
    type Future = Pin<Box<dyn Future<Output = Result<HttpResponse, Self::Error>> + Send + 'c>>;

    fn call(&'c self, request: HttpRequest) -> Self::Future {
        Box::pin(async move {
            let response = self.0.execute(request.try_into().map_err(Box::new)?).await.map_err(Box::new)?;
            let (status, headers) = (response.status(), response.headers().clone());
            let mut answer = HttpResponse::new(response.bytes().await.map_err(Box::new)?.to_vec());
            *answer.status_mut() = status;
            *answer.headers_mut() = headers;
            Ok(answer)
        })
    }
}

impl Issuer {
    pub fn new(url: Url, client_id: String, key: ClientKey, clock: Clock) -> anyhow::Result<Self> {
        let http = reqwest::Client::builder()
            .redirect(reqwest::redirect::Policy::none())
            .connect_timeout(Duration::from_secs(3))
            .timeout(Duration::from_secs(10))
            .no_proxy()
            .build()?;
        let (http, learnt, asking) = (Http(http), ArcSwapOption::empty(), Mutex::new(None));
        Ok(Self(Arc::new(Parts { url, client_id, key, clock, http, learnt, asking })))
    }

    pub fn url(&self) -> &Url {
        &self.0.url
    }

    pub(crate) fn http(&self) -> &Http {
        &self.0.http
    }

    /// What the issuer says of itself: asked once an hour, and remembered longer when it does not answer.
    pub(crate) async fn learnt(&self) -> anyhow::Result<Arc<Learnt>> {
        match self.0.learnt.load_full() {
            Some(learnt) if learnt.at.elapsed() < TRUSTED_FOR => Ok(learnt),
            Some(old) => Ok(self.ask(COOL_DOWN).await.unwrap_or(old)),
            None => self.ask(Duration::ZERO).await,
        }
    }

    /// The key called `kid`. An unknown one may be new: the issuer is asked again, once a minute at most.
    pub(crate) async fn key(&self, kid: &str) -> anyhow::Result<DecodingKey> {
        let learnt = self.learnt().await?;
        if let Some(key) = learnt.keys.get(kid) {
            return Ok(key.clone());
        }
        self.ask(COOL_DOWN).await?.keys.get(kid).cloned().ok_or_else(|| anyhow!("the issuer has no such key"))
    }

    /// Asks anew, unless somebody did so less than `at_most_every` ago: then what was learnt before serves. An issuer that
    /// is away is asked no more often, so that requests do not queue up behind its silence.
    pub(crate) async fn ask(&self, at_most_every: Duration) -> anyhow::Result<Arc<Learnt>> {
        let before = Instant::now();
        let mut asked = self.0.asking.lock().await;
        if asked.is_some_and(|ended| ended > before || ended.elapsed() < at_most_every) {
            return self.0.learnt.load_full().context("the identity provider did not answer a moment ago");
        }
        let learnt = self.learn().await;
        *asked = Some(Instant::now());
        learnt
    }

    async fn learn(&self) -> anyhow::Result<Arc<Learnt>> {
        let issuer = IssuerUrl::new(self.0.url.as_str().trim_end_matches('/').to_owned())?;
        let metadata = Metadata::discover_async(issuer, &self.0.http)
            .await
            .context("the identity provider does not answer")?;
        let keys = self.fetch_keys(metadata.jwks_uri().as_str()).await?;
        let learnt = Arc::new(Learnt { metadata, keys, at: Instant::now() });
        self.0.learnt.store(Some(Arc::clone(&learnt)));
        Ok(learnt)
    }

    /// A token for ourselves at another service, and how long it is good.
    pub(crate) async fn service_token(&self, audience: &str) -> anyhow::Result<(String, Duration)> {
        let learnt = self.learnt().await?;
        let endpoint =
            learnt.metadata.token_endpoint().ok_or_else(|| anyhow!("the issuer gives no tokens"))?;
        let assertion = self.assertion()?;
        let form = [
            ("grant_type", "client_credentials"),
            ("client_id", &self.0.client_id),
            ("client_assertion_type", ASSERTION_TYPE),
            ("client_assertion", &assertion),
            ("resource", audience),
        ];
        let answer = self.0.http.0.post(endpoint.as_str()).form(&form).send().await?.error_for_status()?;
        // The answer holds a token: its parse error must not be shown with it.
        let answer: TokenAnswer =
            answer.json().await.map_err(|_| anyhow!("the issuer's token answer is no such"))?;
        Ok((answer.access_token, Duration::from_secs(answer.expires_in.unwrap_or(60))))
    }

    /// The proof that goes along with each request for a token.
    pub(crate) fn assertion(&self) -> anyhow::Result<String> {
        self.0.key.assertion(&self.0.client_id, self.0.url.as_str().trim_end_matches('/'), self.0.clock.now())
    }

    /// Keys of a kind we do not know are skipped: tokens they signed are refused, others go on.
    async fn fetch_keys(&self, address: &str) -> anyhow::Result<HashMap<String, DecodingKey>> {
        #[derive(Deserialize)]
        struct Keys {
            keys: Vec<serde_json::Value>,
        }
        let Keys { keys } = self.0.http.0.get(address).send().await?.error_for_status()?.json().await?;
        let key = |value| {
            let jwk: Jwk = serde_json::from_value(value).ok()?;
            Some((jwk.common.key_id.clone()?, DecodingKey::from_jwk(&jwk).ok()?))
        };
        Ok(keys.into_iter().filter_map(key).collect())
    }
}

pub(crate) const ASSERTION_TYPE: &str = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
