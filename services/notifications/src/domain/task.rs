//! What somebody who runs the service has to see to: a bounced mail is a task, never a try at another address
//! (requirements I.3).

use crate::domain::{DeliveryId, MessageId};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Task {
    /// A mail that was refused for good.
    Refused(DeliveryId),
    /// A message of which somebody was to be told and was not.
    Untold(MessageId),
}
