//! That the sender learns that it has come, and what came of it (I.2 C3, C9).

use kernel::Timestamp;

use crate::domain::{Channel, Complaint, Contact, NewComplaint};

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

impl Complaint {
    /// Whether somebody has to write to the sender before it is closed: they can be reached and want to hear, and nobody has
    /// written to them.
    pub const fn awaits_word(&self, contact: &Contact, has_been_written_to: bool) -> bool {
        self.wants_answer && contact.says_how() && !has_been_written_to
    }

    /// Whether nobody can tell the sender anything: it came by post or mail and says no way back, or that no answer is wanted.
    /// Whoever closes it says so then.
    pub const fn is_out_of_reach(&self, contact: &Contact) -> bool {
        let by_post_or_mail = matches!(self.channel, Channel::Letter | Channel::EMail);
        by_post_or_mail && contact.email.is_none() && !(self.wants_answer && contact.says_how())
    }
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
