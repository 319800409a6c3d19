//! A file on its way in.

use crate::{
    Kind, Refusal,
    content::{Content, bad_ending},
    needles::{Needle, Needles},
    text::Utf8,
};

/// POLICY: how much is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// In bytes.
    pub size: usize,
    /// More than any camera makes; a flood says billions.
    pub pixels: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self { size: 25 * 1024 * 1024, pixels: 250_000_000 }
    }
}

/// Looks at a file while it arrives. Keeps its first megabyte and no more.
#[derive(Debug)]
pub struct Check {
    limits: Limits,
    promised: Kind,
    size: usize,
    head: Vec<u8>,
    utf8: Utf8,
    needles: Needles,
}

/// Where a picture says how large it is, behind what cameras put before it.
const HEAD: usize = 1024 * 1024;

impl Check {
    /// Begins with the name, of which only the ending is looked at.
    pub fn of(name: &str, limits: Limits) -> Result<Self, Refusal> {
        let ending =
            name.rsplit_once('.').map(|(_, ending)| ending.trim().to_lowercase()).unwrap_or_default();
        let promised =
            Kind::promised_by(&ending).ok_or_else(|| bad_ending(&ending).unwrap_or(Refusal::NotTaken))?;
        let (utf8, needles) = Default::default();
        Ok(Self { limits, promised, size: 0, head: Vec::new(), utf8, needles })
    }

    /// What came next.
    pub fn feed(&mut self, piece: &[u8]) -> Result<(), Refusal> {
        self.size += piece.len();
        if self.size > self.limits.size {
            return Err(Refusal::TooLarge);
        }
        let room = HEAD - self.head.len();
        self.head.extend_from_slice(&piece[..piece.len().min(room)]);
        match self.promised {
            Kind::Text => self.utf8.feed(piece),
            Kind::Pdf | Kind::Docx => self.needles.feed(piece),
            _ => {}
        }
        Ok(())
    }

    /// How many bytes came.
    pub const fn size(&self) -> usize {
        self.size
    }

    /// What it is by what came so far: what only its end can tell is still to come.
    pub fn kind(&self) -> Result<Kind, Refusal> {
        if self.size == 0 {
            return Err(Refusal::Empty);
        }
        let kind = self.agreed()?;
        if kind.is_picture() { self.pixels().map(|()| kind) } else { Ok(kind) }
    }

    /// What it is, now that it is whole.
    pub fn finish(self) -> Result<Kind, Refusal> {
        let kind = self.kind()?;
        match kind {
            Kind::Text if !self.utf8.is_text() => Err(Refusal::Mismatch),
            Kind::Pdf if self.needles.has(Needle::LockedPdf) => Err(Refusal::Locked),
            Kind::Docx if self.needles.has(Needle::Macros) => Err(Refusal::Macros),
            Kind::Docx if !self.needles.has(Needle::WordDocument) => Err(Refusal::Archive),
            _ => Ok(kind),
        }
    }

    /// The kind on which name and content agree.
    fn agreed(&self) -> Result<Kind, Refusal> {
        match (Content::of(&self.head), self.promised) {
            (Content::Bad(refusal), _) => Err(refusal),
            (Content::Of(kind), promised) if kind == promised => Ok(kind),
            (Content::Mp4OrM4a, Kind::Mp4 | Kind::M4a) => Ok(self.promised),
            (Content::Zip, Kind::Docx) => Ok(Kind::Docx),
            (Content::Zip, _) => Err(Refusal::Archive),
            (Content::Compound, Kind::Docx) if self.needles.has(Needle::LockedOffice) => Err(Refusal::Locked),
            (Content::Unknown, Kind::Text) if self.utf8.may_be_text() => Ok(Kind::Text),
            _ => Err(Refusal::Mismatch),
        }
    }

    fn pixels(&self) -> Result<(), Refusal> {
        match imagesize::blob_size(&self.head) {
            Ok(size) if size.width as u64 * size.height as u64 > self.limits.pixels => {
                Err(Refusal::TooManyPixels)
            }
            Ok(_) => Ok(()),
            // Some phones put megabytes of depth before it. The preview looks again before it opens anything.
            Err(_) if self.size > HEAD => Ok(()),
            Err(_) => Err(Refusal::Damaged),
        }
    }
}
