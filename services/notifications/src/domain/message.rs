//! What another service asks for: that somebody be told that something waits.

use chrono::NaiveDate;
use kernel::{CaseNumber, EmailAddress, PersonId, UnitId, define_id};
use organisation::Role;

define_id!(
    /// A message that was asked for.
    MessageId
);

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewMessage {
    pub recipient: Recipient,
    pub notice: Notice,
}

/// What is told. There is no field for text: what cannot be said cannot leave by mail (requirements I.3).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    pub occasion: Occasion,
    pub case_number: CaseNumber,
    pub due_on: Option<NaiveDate>,
    pub place: Place,
}

/// Why somebody is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Occasion {
    NewMatter,
    TaskWaits,
    NewMessage,
    AnswerReady,
    Received,
    Decided,
    TargetNears,
    TargetPassed,
    Absence,
}

impl Occasion {
    pub const ALL: [Self; 9] = [
        Self::NewMatter,
        Self::TaskWaits,
        Self::NewMessage,
        Self::AnswerReady,
        Self::Received,
        Self::Decided,
        Self::TargetNears,
        Self::TargetPassed,
        Self::Absence,
    ];
}

/// Who is to be told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Recipient {
    /// Everybody who has the role today, but those who may not be told (rule G.2).
    Holders {
        role: Role,
        unit: Option<UnitId>,
        except: Vec<PersonId>,
    },
    Person(PersonId),
    /// Somebody who is not in the register, at an address that they gave for this.
    Outside {
        address: EmailAddress,
        language: String,
    },
}

/// Where the link leads: the start page of a place, never a matter of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Place {
    /// Where one comes back with a receipt.
    ComplaintsPublic,
    Complaints,
    LexSarah,
    Notifications,
    Quality,
}

impl Place {
    pub const ALL: [Self; 5] =
        [Self::ComplaintsPublic, Self::Complaints, Self::LexSarah, Self::Notifications, Self::Quality];

    /// Whether one logs in there.
    pub const fn is_inside(self) -> bool {
        match self {
            Self::ComplaintsPublic => false,
            Self::Complaints | Self::LexSarah | Self::Notifications | Self::Quality => true,
        }
    }
}
