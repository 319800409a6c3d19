//! What the services say to each other. Plain wire values: not yet trusted, converted where they arrive.
//!
//! The documents under `openapi/` and `events/` are generated from these types and from the handlers that use
//! them; a test compares. A published event version is never edited: a next one is added.

pub mod event;
pub mod handover;
pub mod message;
pub mod organisation;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A service, as it is called in addresses, token audiences and event sources.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Service {
    Complaints,
    LexSarah,
    Notifications,
    Quality,
}

impl Service {
    pub const ALL: [Self; 4] = [Self::Complaints, Self::LexSarah, Self::Notifications, Self::Quality];

    /// The name in addresses and token audiences.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Complaints => "complaints",
            Self::LexSarah => "lex-sarah",
            Self::Notifications => "notifications",
            Self::Quality => "quality",
        }
    }
}

impl std::fmt::Display for Service {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name())
    }
}

/// `GET /api/v1/api-info`, as the national profile asks for it.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ApiInfo {
    #[schema(example = "complaints")]
    pub api_name: String,
    #[schema(example = "0.1.0")]
    pub api_version: String,
    #[schema(example = "2026-11-21")]
    pub api_released: String,
    #[schema(example = "/api/v1/openapi.json")]
    pub api_documentation: String,
    #[schema(example = "active")]
    pub api_status: String,
}
