//! The settings that only this service has: the mail server, and where links lead.

use std::path::PathBuf;

use anyhow::bail;
use chrono::TimeDelta;
use serde::{Deserialize, Serialize};
use url::Url;

use crate::domain::Place;

/// The table `own` of the settings.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    pub mail: Mail,
    pub origins: Origins,
    /// How many days an address is kept after the last try to reach it. POLICY
    #[serde(default = "thirty")]
    pub keep_addresses_days: u32,
}

/// The server that takes our mail.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mail {
    pub server: String,
    pub port: u16,
    #[serde(default)]
    pub security: Security,
    /// Whom mails are from, such as `Lyssna <no-reply@kommun.example>`.
    pub from: String,
    #[serde(default)]
    pub username: Option<String>,
    /// A file with the password: a setting or the environment would show it.
    #[serde(default)]
    pub password_file: Option<PathBuf>,
    /// Who vouches for the server, as PEM, when it is not one that the system trusts.
    #[serde(default)]
    pub ca: Option<PathBuf>,
}

/// How the way to the mail server is kept secret.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Security {
    /// TLS or nothing.
    #[default]
    Starttls,
    /// Readable on the way: for a server on this very machine only.
    Plain,
}

/// How people reach each place.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Origins {
    /// The half of complaints that is open to everybody.
    pub complaints_public: Url,
    pub complaints: Url,
    pub lex_sarah: Url,
    pub notifications: Url,
    pub quality: Url,
}

const fn thirty() -> u32 {
    30
}

/// What a host may not be called: everybody who sees a mail sees where its link leads.
const TELLING: [&str; 14] = [
    "anmalan",
    "avvikelse",
    "avvikelser",
    "complaint",
    "complaints",
    "klagomal",
    "lex",
    "lexsarah",
    "missforhallande",
    "rapport",
    "rapporter",
    "report",
    "reports",
    "sarah",
];

impl Settings {
    pub fn keep_addresses(&self) -> TimeDelta {
        TimeDelta::days(self.keep_addresses_days.into())
    }
}

impl Origins {
    /// Refuses hosts whose names say what a matter is about: a mail may not reveal its kind (requirements I.3).
    pub fn keep_quiet(&self) -> anyhow::Result<()> {
        for origin in Place::ALL.map(|place| self.of(place)) {
            let host = origin.host_str().unwrap_or_default();
            let telling =
                host.split(|c: char| !c.is_ascii_alphanumeric()).find(|word| TELLING.contains(word));
            if let Some(word) = telling {
                bail!(
                    "own.origins: {host} says `{word}`, and every mail would: give it a name that tells nothing"
                );
            }
        }
        Ok(())
    }

    pub const fn of(&self, place: Place) -> &Url {
        match place {
            Place::ComplaintsPublic => &self.complaints_public,
            Place::Complaints => &self.complaints,
            Place::LexSarah => &self.lex_sarah,
            Place::Notifications => &self.notifications,
            Place::Quality => &self.quality,
        }
    }
}
