//! Who wrote something: name and title as they were that day.

use organisation::Colleague;

/// Kept sealed with what was written.
#[derive(Clone, PartialEq, Eq)]
pub struct Signature {
    pub name: String,
    pub title: Option<String>,
}

impl Signature {
    pub fn of(person: &Colleague) -> Self {
        Self { name: person.name.clone(), title: person.title.clone() }
    }
}

impl std::fmt::Display for Signature {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match &self.title {
            Some(title) => write!(f, "{}, {title}", self.name),
            None => f.write_str(&self.name),
        }
    }
}

impl std::fmt::Debug for Signature {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Signature(…)")
    }
}
