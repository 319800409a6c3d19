//! A form that makes something new: what is filled in, and what makes it known when it is sent twice.

use auth::Person;
use kernel::text::without_control_characters;
use serde::{Deserialize, de::DeserializeOwned};
use vault::Token;
use web::Error;

use crate::actions::Repeat;

/// A form that was sent.
pub struct Sent<T> {
    pub filled: T,
    /// Without what cannot be kept, so that sending again works.
    pub cleaned: T,
    pub repeat: String,
    /// The language that was chosen in it; empty when none was.
    pub language: String,
    /// The button that was pressed; empty when it was the one that sends.
    pub pressed: String,
    request: Token,
}

/// The fields that every such form has.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Envelope {
    repeat: String,
    #[serde(default)]
    switch_language: String,
    #[serde(default)]
    pressed: String,
}

impl<T: DeserializeOwned> Sent<T> {
    pub fn read(fields: Vec<(String, String)>) -> Result<Self, Error> {
        let is_ours = |name: &str| matches!(name, "repeat" | "switch_language" | "pressed");
        let (envelope, mut fields): (Vec<_>, Vec<_>) =
            fields.into_iter().partition(|(name, _)| is_ours(name.as_str()));
        let Envelope { repeat, switch_language, pressed } = web::parse_fields(envelope)?;
        // In whichever order a browser sends them.
        fields.sort();
        let said: Vec<_> =
            fields.iter().flat_map(|(name, value)| [name.as_bytes(), value.as_bytes()]).collect();
        let request = Token::chosen(&said);
        let cleaned = fields.iter().map(|(name, value)| (name.clone(), without_control_characters(value)));
        Ok(Self {
            cleaned: web::parse_fields(cleaned.collect())?,
            filled: web::parse_fields(fields)?,
            repeat,
            language: switch_language,
            pressed,
            request,
        })
    }

    pub fn as_repeat(&self, form: &str, person: &Person) -> Repeat {
        let person = person.id.as_uuid();
        let key = Token::chosen(&[form.as_bytes(), person.as_bytes(), self.repeat.as_bytes()]);
        Repeat { key, request: self.request.clone() }
    }
}
