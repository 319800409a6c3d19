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
    /// Together they are larger than what one complaint may bring.
    #[error("the files are larger together than what is taken")]
    TooMuch,
    /// So much waits to be sent that no more is taken now. What somebody writes always is.
    #[error("no more files are taken now; what is written is taken all the same")]
    NoRoom,
}
