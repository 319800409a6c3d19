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

impl Refusal {
    /// The key of the sentence that tells it, in the texts that all services share. It may say `$size`, the most that is taken in
    /// megabytes, and `$kinds`, what is taken in words.
    pub const fn text(self) -> &'static str {
        match self {
            Self::Empty => "files-empty",
            Self::TooLarge => "files-too-large",
            Self::NotTaken => "files-wrong-kind",
            Self::Mismatch => "files-mismatch",
            Self::Markup => "files-markup",
            Self::Archive => "files-archive",
            Self::Macros => "files-macros",
            Self::Program => "files-program",
            Self::Locked => "files-locked",
            Self::TooManyPixels => "files-pixels",
            Self::Damaged => "files-broken",
            Self::Infected => "files-virus",
            Self::BrokenOff => "files-cut",
        }
    }
}
