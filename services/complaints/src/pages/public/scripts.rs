//! What makes the form smoother. It is whole without.

use std::sync::LazyLock;

use axum::response::IntoResponse;
use web::assets::{SCRIPT, kept, versioned};

const FORM: &str = include_str!("../../../static/form.js");
const RECEIPT: &str = include_str!("../../../static/receipt.js");
const FILES: &str = include_str!("../../../static/files.js");

pub(in crate::pages) fn form_address() -> &'static str {
    static ADDRESS: LazyLock<String> = LazyLock::new(|| versioned("/static/form.js", FORM));
    &ADDRESS
}

pub(in crate::pages) async fn form() -> impl IntoResponse {
    kept(SCRIPT, FORM)
}

pub(in crate::pages) fn files_address() -> &'static str {
    static ADDRESS: LazyLock<String> = LazyLock::new(|| versioned("/static/files.js", FILES));
    &ADDRESS
}

pub(in crate::pages) async fn files() -> impl IntoResponse {
    kept(SCRIPT, FILES)
}

pub(super) fn receipt_address() -> &'static str {
    static ADDRESS: LazyLock<String> = LazyLock::new(|| versioned("/static/receipt.js", RECEIPT));
    &ADDRESS
}

pub(super) async fn receipt() -> impl IntoResponse {
    kept(SCRIPT, RECEIPT)
}
