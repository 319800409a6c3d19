//! When a log-in ends. Pages warn of it in good time and ask whether somebody is still there (WCAG 2.2.1).

use axum::Json;
use axum::response::{IntoResponse, Response};
use kernel::{Timestamp, calendar::swedish_time};
use serde::Serialize;

/// Where a page asks how long the log-in lasts, which makes it no longer, and where its form makes it last.
pub const LOG_IN: &str = "/inloggad";

/// How long before the end a page warns of it. POLICY
pub(crate) const WARNS_SECONDS: i64 = 5 * 60;

/// When a log-in ends unless somebody does something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct LogInEnd {
    #[serde(skip)]
    pub at: Timestamp,
    /// Seconds until then; none when it has ended.
    pub left: i64,
    /// Whether it ends then whatever is done, so that one has to log in again.
    pub is_last: bool,
}

impl LogInEnd {
    /// It ended before `at`, or there was none.
    pub const fn past(at: Timestamp) -> Self {
        Self { at, left: 0, is_last: true }
    }

    /// On the Swedish clock, as people here write it: `14.05`.
    pub(crate) fn time(&self) -> String {
        swedish_time(self.at).format("%H.%M").to_string()
    }
}

impl IntoResponse for LogInEnd {
    fn into_response(self) -> Response {
        Json(self).into_response()
    }
}
