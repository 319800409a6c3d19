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
    #[error("there are as many files as are taken")]
    TooMany,
}

impl FileKind {
    /// The kind, when the content and the ending of the name agree on it. `head` is the file's beginning.
    pub fn of(name: &str, head: &[u8]) -> Result<Self, FileFault> {
        let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase()).unwrap_or_default();
        let content = infer::get(head).map(|found| found.mime_type());
        match (ending.as_str(), content) {
            ("jpg" | "jpeg", Some("image/jpeg")) => Ok(Self::Jpeg),
            ("png", Some("image/png")) => Ok(Self::Png),
            ("heic" | "heif", Some("image/heif")) => Ok(Self::Heic),
            ("webp", Some("image/webp")) => Ok(Self::Webp),
            ("pdf", Some("application/pdf")) => Ok(Self::Pdf),
            ("docx", Some(found)) if found == Self::Docx.word() => Ok(Self::Docx),
            ("mp3", Some("audio/mpeg")) => Ok(Self::Mp3),
            // The same container, with or without a picture; recorders do not agree on its brand.
            ("m4a", Some("audio/m4a" | "video/mp4")) => Ok(Self::M4a),
            ("mp4", Some("video/mp4")) => Ok(Self::Mp4),
            ("ogg" | "oga" | "opus", Some("audio/ogg" | "audio/opus")) => Ok(Self::Ogg),
            ("wav", Some("audio/x-wav")) => Ok(Self::Wav),
            ("txt", None) if !is_markup(head) => Ok(Self::Text),
            _ => Err(FileFault::KindRefused),
        }
    }
}

/// What a browser could take for a page or a drawing.
fn is_markup(head: &[u8]) -> bool {
    head.trim_ascii_start().strip_prefix(b"\xef\xbb\xbf").unwrap_or(head).trim_ascii_start().starts_with(b"<")
}

/// Whether bytes that come in pieces are text: UTF-8 without NUL.
#[derive(Debug)]
pub struct Utf8 {
    is_text: bool,
    /// The beginning of a character whose rest comes with the next piece.
    pending: Vec<u8>,
}

impl Default for Utf8 {
    fn default() -> Self {
        Self { is_text: true, pending: Vec::new() }
    }
}

impl Utf8 {
    pub fn feed(&mut self, piece: &[u8]) {
        if !self.is_text {
            return;
        }
        let joined;
        let bytes = if self.pending.is_empty() {
            piece
        } else {
            joined = [self.pending.as_slice(), piece].concat();
            &joined
        };
        let whole = match std::str::from_utf8(bytes) {
            Ok(_) => bytes.len(),
            Err(error) if error.error_len().is_none() => error.valid_up_to(),
            Err(_) => return self.is_text = false,
        };
        self.is_text = !bytes[..whole].contains(&0);
        self.pending = bytes[whole..].to_vec();
    }

    /// Whether all of it was, to the last character.
    pub fn is_text(&self) -> bool {
        self.is_text && self.pending.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn name_and_content_must_agree() {
        let png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR";
        assert_eq!(FileKind::of("bild.PNG", png), Ok(FileKind::Png));
        for (name, content) in [
            ("bild.jpg", &png[..]),
            ("bild", png),
            ("bild.png", b"MZ\x90\0\x03\0\0\0\x04\0"),
            ("bild.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>"),
            ("bild.txt", b"<svg xmlns='http://www.w3.org/2000/svg'/>"),
            ("bild.txt", b"\xef\xbb\xbf <!doctype html>"),
            ("sida.html", b"<!doctype html>"),
            ("arkiv.zip", b"PK\x03\x04\x14\0\0\0\x08\0aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"),
            ("arkiv.docx", b"PK\x03\x04\x14\0\0\0\x08\0aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"),
            ("skript.txt", b"#!/bin/sh\nrm -r /\n"),
        ] {
            assert_eq!(FileKind::of(name, content), Err(FileFault::KindRefused), "{name}");
        }
        assert_eq!(FileKind::of("brev.txt", "Hej! Ähum.".as_bytes()), Ok(FileKind::Text));
    }

    #[test]
    fn text_is_known_wherever_its_pieces_are_cut() {
        let text = "åäö 👩‍👧 مرحبا".as_bytes();
        for cut in 0..text.len() {
            let mut utf8 = Utf8::default();
            utf8.feed(&text[..cut]);
            utf8.feed(&text[cut..]);
            assert!(utf8.is_text(), "cut at {cut}");
        }
        for other in [&b"a\0b"[..], b"\xff", b"a\xc3"] {
            let mut utf8 = Utf8::default();
            utf8.feed(other);
            assert!(!utf8.is_text());
        }
    }
}
