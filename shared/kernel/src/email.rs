//! E-mail addresses.

use std::{fmt, str::FromStr};

/// An address that a mail server could take. Masked in `Debug`.
#[derive(Clone, PartialEq, Eq)]
pub struct EmailAddress(String);

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not an e-mail address")]
pub struct NotAnEmailAddress;

impl EmailAddress {
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for EmailAddress {
    type Err = NotAnEmailAddress;

    /// Space around it is forgiven. Only what no mail server takes is refused: a mail that cannot be delivered is
    /// found out later anyway.
    fn from_str(typed: &str) -> Result<Self, NotAnEmailAddress> {
        let typed = typed.trim();
        let (mailbox, host) = typed.rsplit_once('@').ok_or(NotAnEmailAddress)?;
        let plain = |part: &str| {
            !part.chars().any(|c| c.is_whitespace() || c.is_control() || "<>()[],;:\\\"@".contains(c))
        };
        let labels = host
            .split('.')
            .all(|label| !label.is_empty() && !label.starts_with('-') && !label.ends_with('-'));
        let fits = !mailbox.is_empty() && mailbox.len() <= 64 && typed.len() <= 254;
        let dots = !mailbox.starts_with('.') && !mailbox.ends_with('.') && !mailbox.contains("..");
        if plain(mailbox) && plain(host) && host.contains('.') && labels && fits && dots {
            Ok(Self(typed.to_owned()))
        } else {
            Err(NotAnEmailAddress)
        }
    }
}

impl fmt::Debug for EmailAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("EmailAddress(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_people_have_are_taken() {
        for typed in ["karin@example.org", " åsa.öberg+ktt@skola.example.se ", "o'neil@a-b.example"] {
            assert_eq!(
                typed.parse::<EmailAddress>().map(|a| a.as_str().to_owned()),
                Ok(typed.trim().to_owned())
            );
        }
    }

    #[test]
    fn what_no_server_takes_is_refused() {
        for typed in [
            "",
            "karin",
            "karin@",
            "@example.org",
            "a b@example.org",
            "a@b",
            "a@b..se",
            "a@-b.se",
            "a..b@c.se",
            "a@b.se\r\nBcc: x@y.se",
            "a@b@c.se",
        ] {
            assert_eq!(typed.parse::<EmailAddress>(), Err(NotAnEmailAddress), "{typed:?}");
        }
    }
}
