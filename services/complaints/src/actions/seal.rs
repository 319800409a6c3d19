//! How keys and addresses are sealed for others.

use kernel::EmailAddress;
use proto::Service;
use vault::SealingKey;

/// What case keys of this service are bound to.
pub(crate) const SERVICE: &str = Service::Complaints.name();

/// An address as notifications opens it.
pub(crate) fn address(key: &SealingKey, email: &EmailAddress) -> Vec<u8> {
    key.seal("lyssna address v1", email.as_str().as_bytes())
}
