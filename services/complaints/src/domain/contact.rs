//! How the sender can be reached, if they want to be.

use kernel::{EmailAddress, text::FreeText};

/// Everything in it may be left out.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Contact {
    pub name: Option<FreeText>,
    pub email: Option<EmailAddress>,
    pub phone: Option<FreeText>,
}

impl Contact {
    pub const fn is_empty(&self) -> bool {
        self.name.is_none() && self.email.is_none() && self.phone.is_none()
    }

    /// Each thing that was given.
    pub fn lines(&self) -> impl Iterator<Item = &str> {
        let Self { name, email, phone } = self;
        let lines = [
            name.as_ref().map(FreeText::as_str),
            email.as_ref().map(EmailAddress::as_str),
            phone.as_ref().map(FreeText::as_str),
        ];
        lines.into_iter().flatten()
    }
}
