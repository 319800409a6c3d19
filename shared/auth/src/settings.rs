//! What can be set about log-in.

use std::collections::HashMap;

use chrono::TimeDelta;
use proto::Service;
use url::Url;

/// How one service knows people and other services.
#[derive(Debug, Clone)]
pub struct Settings {
    /// The service this is.
    pub service: Service,
    pub issuer: Url,
    pub client_id: String,
    /// The claim that is matched with `Person.login` in the register at the first log-in.
    pub login_claim: String,
    /// Levels of assurance of which the provider must state one. Empty: whichever.
    pub accepted_levels: Vec<String>,
    /// What stands before a service's name in the audience of a token for it.
    pub audience_prefix: String,
    /// Subjects of tokens that services get for themselves, where the issuer calls services otherwise than we do. It must
    /// give none of them to a person.
    pub service_subjects: HashMap<String, Service>,
    /// A session ends after so long without a request. POLICY
    pub idle: TimeDelta,
    /// A session ends so long after log-in, come what may. POLICY
    pub longest: TimeDelta,
    /// How recent a log-in must be for what asks for a fresh one. POLICY
    pub fresh: TimeDelta,
}

impl Settings {
    /// As the services are known by name at `issuer`.
    pub fn new(service: Service, issuer: Url) -> Self {
        Self {
            service,
            issuer,
            client_id: service.name().to_owned(),
            login_claim: "preferred_username".to_owned(),
            accepted_levels: Vec::new(),
            audience_prefix: String::new(),
            service_subjects: HashMap::new(),
            idle: TimeDelta::minutes(30),
            longest: TimeDelta::hours(8),
            fresh: TimeDelta::minutes(5),
        }
    }

    /// The audience of a token for `service`.
    pub fn audience(&self, service: Service) -> String {
        format!("{}{service}", self.audience_prefix)
    }
}
