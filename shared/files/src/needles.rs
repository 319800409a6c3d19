//! Words that give a file away, wherever in it they stand.

use memchr::memmem;

/// What is looked for. None of them is compressed in the files that have it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Needle {
    /// A PDF's trailer names how it is locked.
    LockedPdf,
    /// An Office document that is locked is a compound file with this stream (its name in UTF-16).
    LockedOffice,
    /// The name of the file with the macros, in a zip's directory.
    Macros,
    /// The name of the file with the text of a Word document: `document.xml`, or `document2.xml` when Word ran on the web.
    WordDocument,
}

const WORDS: [(Needle, &[u8]); 8] = [
    (Needle::LockedPdf, b"/Encrypt "),
    (Needle::LockedPdf, b"/Encrypt\n"),
    (Needle::LockedPdf, b"/Encrypt\r"),
    (Needle::LockedPdf, b"/Encrypt<"),
    (Needle::LockedOffice, b"E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"),
    (Needle::Macros, b"vbaProject.bin"),
    (Needle::Macros, b"vbaData.xml"),
    (Needle::WordDocument, b"word/document"),
];
const LONGEST: usize = 32;

/// Which of the words have come by.
#[derive(Debug, Default)]
pub(crate) struct Needles {
    found: Vec<Needle>,
    /// The end of what came, since a word may be cut in two.
    tail: Vec<u8>,
}

impl Needles {
    pub fn feed(&mut self, piece: &[u8]) {
        let seam = [self.tail.as_slice(), &piece[..piece.len().min(LONGEST)]].concat();
        for (needle, word) in WORDS {
            let comes_by = |bytes| memmem::find(bytes, word).is_some();
            if !self.has(needle) && (comes_by(&seam) || comes_by(piece)) {
                self.found.push(needle);
            }
        }
        let end = if piece.len() < LONGEST { seam.as_slice() } else { piece };
        self.tail = end[end.len().saturating_sub(LONGEST)..].to_vec();
    }

    pub fn has(&self, needle: Needle) -> bool {
        self.found.contains(&needle)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_found_wherever_it_is_cut() {
        let haystack = [&[b'x'; 40], &b"word/vbaProject.bin"[..], &[b'y'; 40]].concat();
        for size in [1, 2, 7, 31, 32, 33, 64, 99] {
            let mut needles = Needles::default();
            haystack.chunks(size).for_each(|piece| needles.feed(piece));
            assert!(needles.has(Needle::Macros), "in pieces of {size}");
            assert!(!needles.has(Needle::LockedPdf));
        }
    }

    #[test]
    fn no_word_is_longer_than_what_is_kept_of_the_end() {
        assert!(WORDS.iter().all(|(_, word)| word.len() <= LONGEST));
    }
}
