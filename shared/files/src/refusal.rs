//! Why a file is not taken.

/// Each is something else that the one who sends can do about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
pub enum Refusal {
    #[error("the file is empty")]
    Empty,
    #[error("the file is larger than can be taken")]
    TooLarge,
    #[error("the file is of a kind that is not taken")]
    NotTaken,
    #[error("the file's name says another kind than its content")]
    Mismatch,
    /// HTML, SVG and other XML: a browser would run what stands in it.
    #[error("the file is a web page or a drawing that can hold script")]
    Markup,
    #[error("the file is a packed folder")]
    Archive,
    #[error("the document holds macros")]
    Macros,
    #[error("the file is a program")]
    Program,
    /// Nobody who has to read it could.
    #[error("the document is locked with a password")]
    Locked,
    /// More than a camera makes, and enough to fill the memory of whoever opens it.
    #[error("the picture has too many pixels")]
    TooManyPixels,
    #[error("the file is damaged")]
    Damaged,
    #[error("the scanner knows the file for bad")]
    Infected,
    #[error("the file did not arrive whole")]
    BrokenOff,
}
