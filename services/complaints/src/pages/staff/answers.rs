//! What was filled in, of a form that is data.

use std::fmt;

use serde::{
    Deserialize, Deserializer,
    de::{Error as _, MapAccess, Visitor},
};

/// What was filled in. A field that comes twice is refused.
#[derive(Debug, Default)]
pub(super) struct Answers(Vec<(String, String)>);

impl Answers {
    /// Everything, to tell whether it is the same as before.
    pub fn bytes(&self) -> Vec<u8> {
        self.0.iter().flat_map(|(name, value)| format!("{name}\0{value}\0").into_bytes()).collect()
    }

    /// As if this had been filled in and nothing else.
    pub fn only(filled_in: Vec<(String, String)>) -> Self {
        Self(filled_in)
    }

    /// The same without what some fields said.
    #[must_use]
    pub fn without(mut self, fields: &[&str]) -> Self {
        self.0.retain(|(name, _)| !fields.contains(&name.as_str()));
        self
    }

    /// Empty when it was not filled in.
    pub fn of(&self, name: &str) -> &str {
        self.found(name).unwrap_or_default()
    }

    /// The names of all that came.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|(name, _)| name.as_str())
    }

    /// Those whose name begins so: the rest of the name, and the value.
    pub fn beginning<'a>(&'a self, with: &'a str) -> impl Iterator<Item = (&'a str, &'a str)> {
        self.0.iter().filter_map(move |(name, value)| Some((name.strip_prefix(with)?, value.as_str())))
    }

    pub fn found(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }
}

impl<'de> Deserialize<'de> for Answers {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Pairs;
        impl<'de> Visitor<'de> for Pairs {
            type Value = Answers;

            fn expecting(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
                to.write_str("fields")
            }

            fn visit_map<M: MapAccess<'de>>(self, mut fields: M) -> Result<Answers, M::Error> {
                let mut answers = Answers::default();
                while let Some((name, value)) = fields.next_entry::<String, String>()? {
                    if answers.found(&name).is_some() {
                        return Err(M::Error::custom("a field came twice"));
                    }
                    answers.0.push((name, value));
                }
                Ok(answers)
            }
        }
        from.deserialize_map(Pairs)
    }
}
