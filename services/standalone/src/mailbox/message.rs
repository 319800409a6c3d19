//! One message as a person would read it.

use kernel::{Timestamp, calendar};
use mail_parser::MessageParser;
use serde::{Serialize, Serializer};

/// What came in, without its wrapping.
#[derive(Clone, Debug, Serialize)]
pub struct Message {
    #[serde(rename = "to", serialize_with = "joined")]
    recipients: Vec<String>,
    pub subject: String,
    pub text: String,
    pub received_at: Timestamp,
}

/// The text in parts, so that the page can make addresses clickable.
#[derive(Debug, PartialEq, Eq)]
pub enum Piece<'a> {
    Words(&'a str),
    Link(&'a str),
}

impl Message {
    /// `recipients` are those of the envelope: whom it was delivered to, whatever the headers say.
    pub fn read(raw: &[u8], recipients: Vec<String>, received_at: Timestamp) -> Self {
        let mail = MessageParser::default().parse(raw);
        let subject = mail.as_ref().and_then(|mail| mail.subject()).unwrap_or_default().to_owned();
        let text = match mail.as_ref().and_then(|mail| mail.body_text(0)) {
            Some(text) => text.into_owned(),
            None => String::from_utf8_lossy(raw).into_owned(),
        };
        let text = text.replace("\r\n", "\n").trim_end_matches('\n').to_owned();
        Self { recipients, subject, text, received_at }
    }

    pub fn is_to(&self, address: &str) -> bool {
        self.recipients.iter().any(|recipient| recipient.eq_ignore_ascii_case(address))
    }

    pub fn to(&self) -> String {
        self.recipients.join(", ")
    }

    pub(super) fn swedish_time(&self) -> String {
        calendar::swedish_time(self.received_at).format("%Y-%m-%d %H:%M:%S").to_string()
    }

    pub(super) fn pieces(&self) -> impl Iterator<Item = Piece<'_>> {
        self.text.split_inclusive(char::is_whitespace).flat_map(pieces_of)
    }
}

/// A word and the white space after it.
fn pieces_of(word: &str) -> [Piece<'_>; 2] {
    let is_link = word.starts_with("http://") || word.starts_with("https://");
    let address = word.trim_end_matches(|c: char| c.is_whitespace() || ".,;:)>".contains(c));
    let (address, rest) = if is_link { word.split_at(address.len()) } else { ("", word) };
    [Piece::Link(address), Piece::Words(rest)]
}

fn joined<S: Serializer>(recipients: &[String], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&recipients.join(", "))
}
