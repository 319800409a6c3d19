//! One mail to one recipient.

use kernel::define_id;

define_id!(
    /// A mail to one recipient. Its name on the way (`Message-ID`) follows from it, so that a mail that was sent twice
    /// can be told from two.
    DeliveryId
);

/// How far it has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum State {
    /// To be sent, or to be tried again.
    Waiting,
    /// The mail server has taken it.
    Sent,
    /// Refused for good. It is not tried at another address: an operator sees it.
    Refused,
}

/// What became of one try.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    Taken,
    /// Nobody there, or not now. With what the server said, if it said anything.
    NotNow {
        status: Option<u16>,
    },
    /// Refused for good.
    Refused {
        status: Option<u16>,
    },
}

impl Outcome {
    /// From what the server answered. A refused log-in is about us and not about the recipient (RFC 4954): whoever set
    /// the password wrong must not lose every mail by it.
    pub const fn answered(status: u16) -> Self {
        match status {
            530..=538 => Self::NotNow { status: Some(status) },
            500.. => Self::Refused { status: Some(status) },
            _ => Self::NotNow { status: Some(status) },
        }
    }

    /// What the delivery is after it.
    pub const fn leads_to(self) -> State {
        match self {
            Self::Taken => State::Sent,
            Self::NotNow { .. } => State::Waiting,
            Self::Refused { .. } => State::Refused,
        }
    }

    pub const fn status(self) -> Option<u16> {
        match self {
            Self::Taken => None,
            Self::NotNow { status } | Self::Refused { status } => status,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_refusal_of_the_mail_itself_is_final() {
        for status in [421, 450, 451, 452, 530, 535, 538] {
            assert_eq!(Outcome::answered(status).leads_to(), State::Waiting, "{status}");
        }
        for status in [500, 550, 552, 554] {
            assert_eq!(Outcome::answered(status).leads_to(), State::Refused, "{status}");
        }
    }
}
