//! Files that come with a report or belong to a piece of the inquiry.

use files::{Held, Kind};
use kernel::{Timestamp, define_id};

use super::EntryId;

define_id!(
    /// A file.
    AttachmentId
);

/// What is known of a file without opening it.
#[derive(Clone)]
pub struct Attachment {
    pub id: AttachmentId,
    /// As the device of the one who added it calls it.
    pub name: String,
    pub kind: Kind,
    /// In bytes.
    pub size: i64,
    /// In hexadecimal, over its content as it came.
    pub sha256: String,
    /// Why nobody may open it. None: whoever sees it may.
    pub held: Option<Held>,
    /// The piece of the inquiry it belongs to. None: it came with the report.
    pub entry: Option<EntryId>,
    pub added_at: Timestamp,
}

impl std::fmt::Debug for Attachment {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Attachment({}, {}, {} bytes)", self.id, self.kind, self.size)
    }
}
