//! What makes the list quicker by keyboard. It is whole without.

use std::sync::LazyLock;

use axum::response::IntoResponse;
use web::assets::{SCRIPT, kept, versioned};

const INBOX: &str = include_str!("../../../static/inbox.js");

pub(super) fn inbox_address() -> &'static str {
    static ADDRESS: LazyLock<String> = LazyLock::new(|| versioned("/static/inbox.js", INBOX));
    &ADDRESS
}

pub(super) async fn inbox() -> impl IntoResponse {
    kept(SCRIPT, INBOX)
}
