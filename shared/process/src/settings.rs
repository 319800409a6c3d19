//! Every setting of a process, read once: a TOML file, then the environment (`LYSSNA__DATABASE=…`).

use std::{
    collections::HashMap,
    net::SocketAddr,
    path::{Path, PathBuf},
};

use anyhow::Context;
use proto::Service;
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use url::Url;
use web::Contacts;

/// The settings of one process.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// `sqlite:<file>` or `postgres://…`.
    pub database: String,
    /// How people reach the service: scheme, host, port.
    pub origin: String,
    pub listen: SocketAddr,
    /// For those who run it: health and metrics. Not to be reachable from outside.
    pub operations: SocketAddr,
    /// Whether pages say that nothing here is real.
    #[serde(default)]
    pub development: bool,
    /// Whom people reach beside Lyssna.
    pub contacts: Contacts,
    /// A folder with `form.key` and, inside, `opening.key` and `client.pem`, readable by the process only.
    pub keys: PathBuf,
    /// The public halves of the services that this one seals for.
    #[serde(default)]
    pub sealing_keys: HashMap<Service, String>,
    /// Where other services take calls.
    #[serde(default)]
    pub addresses: HashMap<Service, Url>,
    /// Who says who people are. The public half of complaints has none.
    #[serde(default)]
    pub identity: Option<Identity>,
    #[serde(default)]
    pub telemetry: telemetry::Settings,
    /// What only this service can be told, such as the mail server of notifications.
    #[serde(default)]
    pub own: Own,
}

/// Settings that one service alone has. Their type is the service's, which reads them when it opens.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(transparent)]
pub struct Own(serde_json::Map<String, serde_json::Value>);

/// The identity provider, as this service knows it.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Identity {
    pub issuer: Url,
    #[serde(default)]
    pub client_id: Option<String>,
    #[serde(default)]
    pub login_claim: Option<String>,
    #[serde(default)]
    pub accepted_levels: Vec<String>,
    #[serde(default)]
    pub audience_prefix: String,
    #[serde(default)]
    pub service_subjects: HashMap<String, Service>,
}

impl Settings {
    pub fn read(file: &Path) -> anyhow::Result<Self> {
        let environment = config::Environment::with_prefix("LYSSNA").separator("__").try_parsing(true);
        let sources = config::Config::builder().add_source(config::File::from(file)).add_source(environment);
        Ok(sources.build()?.try_deserialize()?)
    }
}

impl Own {
    /// Settings made in code rather than read from a file.
    pub fn of(settings: &impl Serialize) -> anyhow::Result<Self> {
        Ok(Self(serde_json::from_value(serde_json::to_value(settings)?)?))
    }

    /// The settings as their service knows them.
    pub fn read<T: DeserializeOwned>(&self) -> anyhow::Result<T> {
        serde_json::from_value(self.0.clone().into()).context("the settings under `own` cannot be used")
    }
}

impl Identity {
    /// A provider at which services and people are known by their plain names.
    pub fn at(issuer: Url) -> Self {
        Self {
            issuer,
            client_id: None,
            login_claim: None,
            accepted_levels: Vec::new(),
            audience_prefix: String::new(),
            service_subjects: HashMap::new(),
        }
    }

    pub(crate) fn settings(&self, service: Service) -> auth::Settings {
        let mut settings = auth::Settings::new(service, self.issuer.clone());
        settings.audience_prefix.clone_from(&self.audience_prefix);
        settings.accepted_levels.clone_from(&self.accepted_levels);
        settings.client_id = self.client_id.clone().unwrap_or(settings.client_id);
        settings.login_claim = self.login_claim.clone().unwrap_or(settings.login_claim);
        settings.service_subjects.clone_from(&self.service_subjects);
        settings
    }
}
