//! Files that come with a complaint.

use files::Refusal;

kernel::define_id!(
    /// A file sent in.
    AttachmentId
);

/// Why a file is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum FileFault {
    /// For what it is.
    #[error(transparent)]
    Refused(#[from] Refusal),
    #[error("there are as many files as are taken")]
    TooMany,
}
