//! What a file is, by its first bytes.

use crate::{Kind, Refusal};

/// What the beginning of a file looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Content {
    /// A container of sound and perhaps moving pictures; recorders do not agree on its brand.
    Mp4OrM4a,
    Of(Kind),
    /// A zip: a Word document, or a packed folder.
    Zip,
    /// A compound file: an old Office document, or a new one that is locked.
    Compound,
    /// Known, and never taken.
    Bad(Refusal),
    /// Nothing known: text, perhaps.
    Unknown,
}

const COMPOUND: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

impl Content {
    pub fn of(head: &[u8]) -> Self {
        if head.starts_with(b"PK\x03\x04") {
            return Self::Zip;
        }
        if head.starts_with(COMPOUND) {
            return Self::Compound;
        }
        if is_markup(head) {
            return Self::Bad(Refusal::Markup);
        }
        // Speech at half the rate, as dictation machines keep it.
        if head.starts_with(b"\xff\xf3") || head.starts_with(b"\xff\xf2") {
            return Self::Of(Kind::Mp3);
        }
        infer::get(head).map_or(Self::Unknown, |found| by_type(found.mime_type(), found.matcher_type()))
    }
}

fn by_type(media_type: &str, group: infer::MatcherType) -> Content {
    match media_type {
        "audio/m4a" | "video/mp4" | "video/x-m4v" => Content::Mp4OrM4a,
        "image/heif" => Content::Of(Kind::Heic),
        "audio/x-wav" => Content::Of(Kind::Wav),
        "audio/opus" => Content::Of(Kind::Ogg),
        known => known.parse().map_or_else(|_| bad(group), Content::Of),
    }
}

fn bad(group: infer::MatcherType) -> Content {
    Content::Bad(match group {
        infer::MatcherType::App => Refusal::Program,
        infer::MatcherType::Archive => Refusal::Archive,
        infer::MatcherType::Text => Refusal::Markup,
        _ => Refusal::NotTaken,
    })
}

/// What a browser could take for a page or a drawing, whatever it is called.
fn is_markup(head: &[u8]) -> bool {
    let head = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head).trim_ascii_start();
    head.starts_with(b"<")
}

/// What the ending of a name says of kinds that are never taken.
pub(crate) fn bad_ending(ending: &str) -> Option<Refusal> {
    Some(match ending {
        "svg" | "svgz" | "htm" | "html" | "xhtml" | "xml" | "mht" | "mhtml" => Refusal::Markup,
        "zip" | "rar" | "7z" | "tar" | "gz" | "tgz" | "bz2" | "xz" | "cab" | "iso" | "img" => {
            Refusal::Archive
        }
        "docm" | "dotm" | "xlsm" | "xltm" | "xlam" | "pptm" | "potm" | "ppsm" => Refusal::Macros,
        "exe" | "com" | "scr" | "pif" | "msi" | "dll" | "bat" | "cmd" | "ps1" | "vbs" | "vbe" | "js"
        | "jse" | "wsf" | "hta" | "jar" | "sh" | "apk" | "app" | "dmg" | "lnk" | "url" => Refusal::Program,
        _ => return None,
    })
}
