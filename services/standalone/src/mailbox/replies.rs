//! What we say back in an SMTP conversation, until we have had enough.

const MOST_FAULTS: usize = 20;

#[derive(Default)]
pub struct Replies {
    /// To be sent; whoever sends them empties it.
    pub bytes: Vec<u8>,
    faults: usize,
    /// The last word has been said.
    pub are_over: bool,
}

impl Replies {
    pub fn say(&mut self, line: &str) {
        self.bytes.extend_from_slice(line.as_bytes());
        self.bytes.extend_from_slice(b"\r\n");
    }

    /// Something was wrong; who does only wrong is hung up on.
    pub fn fault(&mut self, line: &str) {
        self.faults += 1;
        if self.faults > MOST_FAULTS {
            return self.close("421 too many faults");
        }
        self.say(line);
    }

    pub fn close(&mut self, line: &str) {
        self.say(line);
        self.are_over = true;
    }
}
