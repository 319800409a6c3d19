//! How the sender can be reached, if they want to be, and what they need to be understood (I.2 C1, H54).

use kernel::{EmailAddress, text::FreeText};

/// Everything in it may be left out.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Contact {
    pub name: Option<FreeText>,
    /// Whose guardian wrote, by name, when they were logged in.
    pub youth: Option<FreeText>,
    pub email: Option<EmailAddress>,
    pub phone: Option<FreeText>,
    /// How and when they would rather be reached.
    pub reach: Option<FreeText>,
    /// The language they need an interpreter for (FL 13 §).
    pub interpreter: Option<FreeText>,
    /// Whether they want to read easy Swedish.
    pub easy_read: bool,
}

impl Contact {
    /// Whether it says how to reach them.
    pub const fn says_how(&self) -> bool {
        self.email.is_some() || self.phone.is_some() || self.reach.is_some()
    }

    pub fn is_empty(&self) -> bool {
        !self.easy_read && self.lines().next().is_none()
    }

    /// Each thing that was written.
    pub fn lines(&self) -> impl Iterator<Item = &str> {
        let Self { name, youth, email, phone, reach, interpreter, easy_read: _ } = self;
        let lines = [
            name.as_ref().map(FreeText::as_str),
            youth.as_ref().map(FreeText::as_str),
            email.as_ref().map(EmailAddress::as_str),
            phone.as_ref().map(FreeText::as_str),
            reach.as_ref().map(FreeText::as_str),
            interpreter.as_ref().map(FreeText::as_str),
        ];
        lines.into_iter().flatten()
    }
}
