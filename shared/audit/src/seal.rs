//! What a seal says, and what its signature is over.

use kernel::Timestamp;
use sha2::{Digest, Sha256};

use crate::entity::trace;

/// What a service's signing key for its traces is derived for.
pub const PURPOSE: &str = "audit";

/// A SHA-256 hash.
pub type Hash = [u8; 32];

/// What a trace says: every column, each after its length, so that none can pass for a part of its neighbour. Times count
/// to the microsecond, as both databases keep them.
pub(crate) fn digest(row: &trace::Model) -> Hash {
    let trace::Model { id, at, actor_kind, person_id, action, case_id, part_id } = row;
    let optional = |id: &Option<kernel::Uuid>| id.map(|id| id.as_bytes().to_vec()).unwrap_or_default();
    hash(&[
        b"lyssna trace v1",
        id.as_bytes(),
        &at.timestamp_micros().to_be_bytes(),
        actor_kind.as_bytes(),
        &optional(person_id),
        action.as_bytes(),
        case_id.as_bytes(),
        &optional(part_id),
    ])
}

/// The chain with one trace more.
pub(crate) fn chained(before: &[u8], digest: &Hash) -> Vec<u8> {
    hash(&[b"lyssna chain v1", before, digest]).to_vec()
}

/// What is signed of a trace in its place.
pub(crate) fn link(service: proto::Service, place: i64, digest: &Hash) -> Hash {
    hash(&[b"lyssna link v1", service.name().as_bytes(), &place.to_be_bytes(), digest])
}

/// What is signed of a batch.
pub(crate) fn head(
    service: proto::Service,
    number: i64,
    place: i64,
    chain: &[u8],
    closed_at: Timestamp,
) -> Hash {
    hash(&[
        b"lyssna head v1",
        service.name().as_bytes(),
        &number.to_be_bytes(),
        &place.to_be_bytes(),
        chain,
        &closed_at.timestamp_micros().to_be_bytes(),
    ])
}

fn hash(parts: &[&[u8]]) -> Hash {
    let mut hash = Sha256::new();
    for part in parts {
        hash.update(u64::try_from(part.len()).expect("a length fits").to_be_bytes());
        hash.update(part);
    }
    hash.finalize().into()
}
