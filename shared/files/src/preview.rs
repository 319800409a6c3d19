//! A picture made anew, to be shown.

use std::io::Cursor;

use image::{
    DynamicImage, ImageDecoder, ImageError, ImageFormat, ImageReader, Limits, codecs::jpeg::JpegEncoder,
    imageops::FilterType,
};

use tokio::{sync::Semaphore, task::spawn_blocking};

use crate::Kind;

/// A picture that holds pixels and nothing else.
#[derive(Clone, PartialEq, Eq)]
pub struct Preview {
    /// `image/jpeg`, or `image/png` where something is transparent.
    pub kind: Kind,
    pub bytes: Vec<u8>,
    pub width: u32,
    pub height: u32,
}

/// Why there is nothing to show. The file itself can be fetched all the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NoPreview {
    #[error("files of this kind are not shown")]
    NotShown,
    #[error("the picture is too large to be opened here")]
    TooLarge,
    #[error("the picture is damaged")]
    Damaged,
}

/// POLICY: what one picture may take of the memory while it is opened: some fifty million pixels.
const MEMORY: u64 = 256 * 1024 * 1024;
/// Fine enough to read a note by.
const QUALITY: u8 = 85;

/// One at a time: what an opened picture needs is memory that the next one then uses.
static AT_ONCE: Semaphore = Semaphore::const_new(1);

/// [`preview`], beside the async threads.
pub async fn show(kind: Kind, original: Vec<u8>, longest: u32) -> Result<Preview, NoPreview> {
    let turn = AT_ONCE.acquire().await.expect("it is never closed");
    let made = spawn_blocking(move || preview(kind, &original, longest)).await;
    drop(turn);
    made.unwrap_or(Err(NoPreview::Damaged))
}

/// The picture anew, turned as the camera was held, no side longer than `longest`. Of one that moves, its first frame.
pub fn preview(kind: Kind, original: &[u8], longest: u32) -> Result<Preview, NoPreview> {
    let format = match kind {
        Kind::Jpeg => ImageFormat::Jpeg,
        Kind::Png => ImageFormat::Png,
        Kind::Webp => ImageFormat::WebP,
        Kind::Gif => ImageFormat::Gif,
        Kind::Heic
        | Kind::Pdf
        | Kind::Text
        | Kind::Docx
        | Kind::M4a
        | Kind::Mp3
        | Kind::Ogg
        | Kind::Wav
        | Kind::Mp4
        | Kind::Mov
        | Kind::Webm => return Err(NoPreview::NotShown),
    };
    let picture = open(format, original).map_err(|error| NoPreview::from(&error))?;
    let fits = picture.width().max(picture.height()) <= longest;
    let picture = if fits { picture } else { picture.resize(longest, longest, FilterType::CatmullRom) };
    written(&picture).map_err(|error| NoPreview::from(&error))
}

fn open(format: ImageFormat, original: &[u8]) -> Result<DynamicImage, ImageError> {
    let mut limits = Limits::default();
    limits.max_alloc = Some(MEMORY);
    let mut reader = ImageReader::with_format(Cursor::new(original), format);
    reader.limits(limits.clone());
    let mut decoder = reader.into_decoder()?;
    // Asked again: a decoder takes its limits by what it allocates beside the picture.
    limits.reserve(decoder.total_bytes())?;
    let held = decoder.orientation()?;
    let mut picture = DynamicImage::from_decoder(decoder)?;
    picture.apply_orientation(held);
    Ok(picture)
}

fn written(picture: &DynamicImage) -> Result<Preview, ImageError> {
    let mut bytes = Cursor::new(Vec::new());
    let kind = if picture.color().has_alpha() {
        picture.to_rgba8().write_to(&mut bytes, ImageFormat::Png)?;
        Kind::Png
    } else {
        picture.to_rgb8().write_with_encoder(JpegEncoder::new_with_quality(&mut bytes, QUALITY))?;
        Kind::Jpeg
    };
    Ok(Preview { kind, bytes: bytes.into_inner(), width: picture.width(), height: picture.height() })
}

impl std::fmt::Debug for Preview {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Preview({}, {} × {})", self.kind, self.width, self.height)
    }
}

impl From<&ImageError> for NoPreview {
    fn from(error: &ImageError) -> Self {
        match error {
            ImageError::Limits(_) => Self::TooLarge,
            _ => Self::Damaged,
        }
    }
}
