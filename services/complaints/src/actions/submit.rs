//! Somebody sends a complaint.

use kernel::{CaseNumber, ReceiptCode, Timestamp};

use crate::{
    PublicApp,
    actions::{Failed, Repeat},
    domain::NewComplaint,
};

/// What the sender gets. The receipt is shown this once; only its hash is kept.
#[derive(Debug, Clone)]
pub struct Submitted {
    pub number: CaseNumber,
    pub receipt: ReceiptCode,
    pub received_at: Timestamp,
}

/// Takes it in. When this returns it is kept for good, whatever becomes of mail and other services.
pub async fn submit(_app: &PublicApp, _new: NewComplaint, _repeat: &Repeat) -> Result<Submitted, Failed> {
    Err(Failed::NotFound)
}
