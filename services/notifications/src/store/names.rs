//! How things are called in the database.

use db::Damaged;
use kernel::Uuid;

use crate::{
    domain::{Occasion, Place, State, Untold},
    store::StoreError,
};

pub const OCCASIONS: [(Occasion, &str); Occasion::ALL.len()] = [
    (Occasion::NewMatter, "new_matter"),
    (Occasion::TaskWaits, "task_waits"),
    (Occasion::NewMessage, "new_message"),
    (Occasion::AnswerReady, "answer_ready"),
    (Occasion::Received, "received"),
    (Occasion::Decided, "decided"),
    (Occasion::TargetNears, "target_nears"),
    (Occasion::TargetPassed, "target_passed"),
    (Occasion::Absence, "absence"),
];

pub const PLACES: [(Place, &str); Place::ALL.len()] = [
    (Place::ComplaintsPublic, "complaints_public"),
    (Place::Complaints, "complaints"),
    (Place::LexSarah, "lex_sarah"),
    (Place::Notifications, "notifications"),
    (Place::Quality, "quality"),
];

pub const STATES: [(State, &str); 3] =
    [(State::Waiting, "waiting"), (State::Sent, "sent"), (State::Refused, "refused")];

pub const UNTOLD: [(Untold, &str); 2] = [(Untold::Nobody, "nobody"), (Untold::NoAddress, "no_address")];

pub fn name<T: PartialEq>(names: &[(T, &'static str)], value: &T) -> &'static str {
    names.iter().find(|(known, _)| known == value).map(|(_, name)| *name).expect("everything has a name")
}

/// What is called so in a column.
pub fn named<T: Copy>(
    names: &[(T, &str)],
    text: &str,
    table: &'static str,
    column: &'static str,
    row: Uuid,
) -> Result<T, StoreError> {
    let found = names.iter().find(|(_, name)| *name == text);
    found.map(|(value, _)| *value).ok_or(Damaged { table, column, row }.into())
}
