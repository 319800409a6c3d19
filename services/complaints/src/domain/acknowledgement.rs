//! That the sender learns that it has come (I.2 C3).

use kernel::Timestamp;

use crate::domain::{Channel, NewComplaint};

words! {
    /// By what the sender learned that it had come.
    Confirmed {
        /// The receipt on the screen, or what the program got that sent it: at once (law B.3).
        Screen = "screen",
        /// Somebody at work, whom they told it.
        Spoken = "spoken",
        /// A mail to the address that they gave.
        Mail = "mail",
        /// What somebody at work wrote to them.
        Message = "message",
    }
}

/// When the sender learned it, and how.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Acknowledgement {
    pub at: Timestamp,
    pub how: Confirmed,
}

impl Confirmed {
    /// How it is confirmed as it comes in. None for what came by post or mail and names no address to answer to: then somebody
    /// has to write.
    pub const fn on_arrival(new: &NewComplaint) -> Option<Self> {
        match new.channel {
            Channel::WebForm | Channel::Api => Some(Self::Screen),
            Channel::Phone | Channel::Visit => Some(Self::Spoken),
            Channel::Letter | Channel::EMail => {
                if new.contact.email.is_some() {
                    Some(Self::Mail)
                } else {
                    None
                }
            }
        }
    }
}
