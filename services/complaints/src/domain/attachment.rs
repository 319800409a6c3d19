//! Files that come with a complaint: which are taken.

kernel::define_id!(
    /// A file sent in.
    AttachmentId
);

words! {
    /// The kinds of file that are taken.
    FileKind {
        Jpeg = "image/jpeg",
        Png = "image/png",
        Heic = "image/heic",
        Webp = "image/webp",
        Pdf = "application/pdf",
        Text = "text/plain",
        Docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        Mp3 = "audio/mpeg",
        M4a = "audio/mp4",
        Ogg = "audio/ogg",
        Wav = "audio/wav",
        Mp4 = "video/mp4",
    }
}

/// Why a file is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum FileFault {
    #[error("the file is empty")]
    Empty,
    #[error("the file is larger than can be taken")]
    TooLarge,
    /// Its content or its name is of no kind that is taken, or the two do not go together.
    #[error("the file is of a kind that is not taken")]
    KindRefused,
    #[error("the file did not arrive whole")]
    BrokenOff,
}
