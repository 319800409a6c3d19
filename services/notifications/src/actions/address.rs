//! Addresses, sealed for as long as they are needed.

use kernel::EmailAddress;
use vault::{CannotOpen, KeyRing};

use crate::{domain::DeliveryId, store::SealedAddress};

/// Bound to its delivery: moved to another one it does not open.
fn purpose(id: DeliveryId) -> String {
    format!("lyssna delivery v1|{id}")
}

pub fn seal(ring: &KeyRing, id: DeliveryId, address: &EmailAddress) -> SealedAddress {
    let key = ring.sealing_key();
    SealedAddress { key_id: key.id().to_owned(), sealed: key.seal(&purpose(id), address.as_str().as_bytes()) }
}

pub fn open(ring: &KeyRing, id: DeliveryId, address: &SealedAddress) -> Result<EmailAddress, CannotOpen> {
    let opened = ring.open(&address.key_id, &purpose(id), &address.sealed)?;
    std::str::from_utf8(&opened).ok().and_then(|text| text.parse().ok()).ok_or(CannotOpen)
}
