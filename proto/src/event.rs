//! Events as CloudEvents 1.0 (structured JSON): past tense, ids and codes, never a person and never free text.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

/// An event on its way. (`source`, `id`) removes repeats.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct CloudEvent {
    #[schema(example = "1.0")]
    pub specversion: String,
    pub id: Uuid,
    #[schema(example = "/complaints")]
    pub source: String,
    /// An opaque id.
    pub subject: Uuid,
    pub time: DateTime<Utc>,
    #[schema(example = "application/json")]
    pub datacontenttype: String,
    #[serde(flatten)]
    pub fact: Fact,
}

impl CloudEvent {
    pub fn new(id: Uuid, source: crate::Service, subject: Uuid, time: DateTime<Utc>, fact: Fact) -> Self {
        Self {
            specversion: "1.0".into(),
            id,
            source: format!("/{source}"),
            subject,
            time,
            datacontenttype: "application/json".into(),
            fact,
        }
    }
}

/// What quality is told: enough to count, too little to recognise anybody.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "type", content = "data")]
pub enum Fact {
    /// A complaint was answered (H46).
    #[serde(rename = "se.lyssna.complaints.complaint.answered.v1")]
    ComplaintAnswered(ComplaintAnswered),
    /// What came in was a view or praise, or is for somebody else, so there is nothing to answer by an inquiry (H46).
    #[serde(rename = "se.lyssna.complaints.complaint.settled.v1")]
    ComplaintSettled(ComplaintSettled),
    /// An inquiry into a complaint found a deviation (H40).
    #[serde(rename = "se.lyssna.complaints.deviation.found.v1")]
    DeviationFound(DeviationFound),
    /// A lex Sarah case was decided (H50).
    #[serde(rename = "se.lyssna.lex-sarah.case.decided.v1")]
    CaseDecided(CaseDecided),
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ComplaintAnswered {
    pub unit_id: Option<Uuid>,
    /// The month it came in, `YYYY-MM`.
    #[schema(example = "2026-10")]
    pub month: String,
    /// A category code of requirements I.4.
    #[schema(example = "SUPERVISION_SAFETY")]
    pub category: String,
    /// 0–4, set by staff at triage.
    pub severity: i16,
    /// Whether one of the same category about the same unit had come in not long before.
    #[serde(default)]
    pub again: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ComplaintSettled {
    pub unit_id: Option<Uuid>,
    /// The month it came in, `YYYY-MM`.
    #[schema(example = "2026-10")]
    pub month: String,
    /// `VIEW` or `REDIRECTED`.
    #[schema(example = "VIEW")]
    pub how: String,
    /// A category code of requirements I.4. Missing when nobody judged it before it was sent on.
    #[serde(default)]
    #[schema(example = "PRAISE")]
    pub category: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DeviationFound {
    pub unit_id: Option<Uuid>,
    /// The month the complaint came in, `YYYY-MM`.
    #[schema(example = "2026-10")]
    pub month: String,
    /// A category code of requirements I.4.
    #[schema(example = "SUPERVISION_SAFETY")]
    pub category: String,
    /// `QUALITY_NOT_REACHED` or `ROUTINE_NOT_FOLLOWED`.
    #[schema(example = "ROUTINE_NOT_FOLLOWED")]
    pub deviation: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CaseDecided {
    pub unit_id: Uuid,
    /// The month the report came in, `YYYY-MM`.
    #[schema(example = "2026-10")]
    pub month: String,
    /// One of the five grades.
    #[schema(example = "MISCONDUCT")]
    pub grade: String,
    /// Whether IVO is to be notified (LSS 24 f §).
    pub ivo_required: bool,
}
