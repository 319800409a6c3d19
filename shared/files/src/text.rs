//! Plain text, as it arrives in pieces.

/// Whether bytes that come in pieces are text: UTF-8 without NUL.
#[derive(Debug)]
pub(crate) struct Utf8 {
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

    /// Whether it was so far; a character may be half there.
    pub fn may_be_text(&self) -> bool {
        self.is_text
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
