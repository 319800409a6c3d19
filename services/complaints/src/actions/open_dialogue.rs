//! A sender comes back with the receipt.

use crate::{PublicApp, actions::Failed, domain::Dialogue};

/// What the sender of one complaint may see. A receipt that is wrong in whatever way is [`Failed::NotFound`], after the same
/// work.
pub async fn open_dialogue(_app: &PublicApp, _receipt: &str) -> Result<Dialogue, Failed> {
    Err(Failed::NotFound)
}
