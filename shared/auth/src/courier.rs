//! Carrying parcels to other services, and fetching the register: HTTP with a service token.

use std::{collections::HashMap, sync::Arc, time::Duration};

use anyhow::Context;
use db::Database;
use kernel::Clock;
use organisation::{Directory, Organisation};
use outbox::{Carry, Outcome, Parcel};
use proto::Service;
use reqwest::{StatusCode, header};
use tokio::{sync::Mutex, time::Instant};
use url::Url;

use crate::{Issuer, Settings};

/// Calls other services as this one. Cheap to clone.
#[derive(Clone)]
pub struct Courier(Arc<Parts>);

struct Parts {
    issuer: Issuer,
    settings: Settings,
    addresses: HashMap<Service, Url>,
    tokens: Mutex<HashMap<Service, (String, Instant)>>,
}

impl Carry for Courier {
    /// What may pass is tried again; what the receiver refuses is not.
    async fn carry(&self, parcel: &Parcel) -> Outcome {
        match self.post(parcel).await {
            Ok(status) if status.is_success() => Outcome::Taken,
            Ok(status) if is_final(status) => Outcome::Refused { status: status.as_u16() },
            Ok(status) => {
                if status == StatusCode::UNAUTHORIZED {
                    self.0.tokens.lock().await.remove(&parcel.to);
                }
                Outcome::NotNow { status: Some(status.as_u16()) }
            }
            Err(error) => {
                tracing::info!(parcel.id = %parcel.id, to = %parcel.to, error = format!("{error:#}"), "not now");
                Outcome::NotNow { status: None }
            }
        }
    }
}

impl Courier {
    /// `addresses`: where each service takes calls of programs.
    pub fn new(issuer: Issuer, settings: Settings, addresses: HashMap<Service, Url>) -> Self {
        Self(Arc::new(Parts { issuer, settings, addresses, tokens: Mutex::default() }))
    }

    /// Keeps the directory fresh: asks at once, then every minute, and more often until there is a first copy.
    pub async fn keep_register(
        self,
        directory: Directory,
        database: Database,
        clock: Clock,
        stop: impl Future<Output = ()>,
    ) {
        let mut stop = std::pin::pin!(stop);
        let mut etag = directory.load(&database).await.unwrap_or_else(|error| {
            tracing::error!(%error, "the kept copy of the register cannot be read");
            None
        });
        loop {
            match self.register(etag.as_deref()).await {
                Ok(None) => {}
                Ok(Some((tag, organisation))) => {
                    if let Err(error) = directory.store(&database, &tag, organisation, clock.now()).await {
                        tracing::error!(%error, "the register cannot be kept");
                    }
                    etag = Some(tag);
                }
                Err(error) => {
                    tracing::info!(
                        error = format!("{error:#}"),
                        "the register is away; the last copy serves"
                    );
                }
            }
            let pause = if etag.is_some() { Duration::from_mins(1) } else { Duration::from_millis(200) };
            tokio::select! {
                () = &mut stop => return,
                () = tokio::time::sleep(pause) => {}
            }
        }
    }

    async fn post(&self, parcel: &Parcel) -> anyhow::Result<StatusCode> {
        let request = self
            .request(reqwest::Method::POST, parcel.to, &parcel.path)
            .await?
            .header("idempotency-key", parcel.id.to_string())
            .header(header::CONTENT_TYPE, "application/json")
            .body(parcel.body.clone());
        Ok(request.send().await?.status())
    }

    /// The register, unless it is the one with this tag.
    async fn register(&self, etag: Option<&str>) -> anyhow::Result<Option<(String, Organisation)>> {
        let mut request =
            self.request(reqwest::Method::GET, Service::Quality, "/api/v1/organisation").await?;
        if let Some(etag) = etag {
            request = request.header(header::IF_NONE_MATCH, etag);
        }
        let response = request.send().await?.error_for_status()?;
        if response.status() == StatusCode::NOT_MODIFIED {
            return Ok(None);
        }
        let etag = response
            .headers()
            .get(header::ETAG)
            .and_then(|tag| tag.to_str().ok())
            .unwrap_or_default()
            .to_owned();
        Ok(Some((etag, response.json().await?)))
    }

    async fn request(
        &self,
        method: reqwest::Method,
        to: Service,
        path: &str,
    ) -> anyhow::Result<reqwest::RequestBuilder> {
        let address =
            self.0.addresses.get(&to).with_context(|| format!("no address for {to}"))?.join(path)?;
        let token = self.token(to).await?;
        Ok(self.0.issuer.http().0.request(method, address).bearer_auth(token))
    }

    /// A token for another service, asked for again a minute before it ends.
    async fn token(&self, to: Service) -> anyhow::Result<String> {
        let mut tokens = self.0.tokens.lock().await;
        if let Some((token, until)) = tokens.get(&to)
            && *until > Instant::now()
        {
            return Ok(token.clone());
        }
        let (token, lasts) = self.0.issuer.service_token(&self.0.settings.audience(to)).await?;
        let until = Instant::now() + lasts.saturating_sub(Duration::from_mins(1));
        tokens.insert(to, (token.clone(), until));
        Ok(token)
    }
}

/// Whether trying again would give the same answer, so that an operator has to look: a right that is missing, an address
/// that is not there, a body that cannot be read. What is about our token, the moment or the load passes by itself, and so does
/// a conflict: the receiver is still at the same parcel.
fn is_final(status: StatusCode) -> bool {
    status.is_client_error()
        && !matches!(
            status,
            StatusCode::UNAUTHORIZED
                | StatusCode::REQUEST_TIMEOUT
                | StatusCode::CONFLICT
                | StatusCode::TOO_EARLY
                | StatusCode::TOO_MANY_REQUESTS
        )
}
