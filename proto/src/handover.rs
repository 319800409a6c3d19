//! The hand-over of a suspected misconduct from complaints to lex Sarah (LSS 24 b §): the reader's own report,
//! citing the complaint. Nothing comes back but that it was taken.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

/// `POST /api/v1/handovers`
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct HandOver {
    /// The complaint it came from; lex Sarah stores the id and the number, and cannot open it.
    pub complaint_id: Uuid,
    #[schema(example = "7KM4-Q2XP")]
    pub complaint_number: String,
    pub unit_id: Uuid,
    /// The person in whose name the report is made. The receiver checks that person's own right to report.
    pub reported_by: Uuid,
    pub reported_at: DateTime<Utc>,
    /// Who may not know of the complaint (rule G.2), and so not of the report.
    #[serde(default)]
    pub left_out: Vec<Uuid>,
    /// A [`HandedOverReport`] as JSON, sealed to the key of lex Sarah, base64.
    pub sealed_report: String,
}

/// What only lex Sarah reads.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HandedOverReport {
    pub text: String,
    pub acted: Option<String>,
}
