//! Who is told that something waits.

use chrono::NaiveDate;
use kernel::{PersonId, UnitId};
use organisation::{Register, Role};
use proto::message::Recipient;

use crate::domain::{Complaint, Level};

/// Whoever handles it; before that everybody whom it lies with; without a unit the registrars. Nobody in `except` (G.2).
pub(crate) fn of(complaint: &Complaint, except: Vec<PersonId>) -> Recipient {
    if let Some(handler) = complaint.handler {
        return Recipient::Person { person_id: handler.as_uuid() };
    }
    let except = except.into_iter().map(PersonId::as_uuid).collect();
    match (complaint.unit, complaint.level) {
        (None, _) => Recipient::Role { role: Role::Registrar, unit_id: None, except },
        (Some(_), Level::SchoolOwnerRepresentative) => {
            Recipient::Role { role: complaint.level.role(), unit_id: None, except }
        }
        (Some(unit), level) => Recipient::Role { role: level.role(), unit_id: Some(unit.as_uuid()), except },
    }
}

/// The first level, from `lowest` up, with somebody who may act.
pub(crate) fn level(
    lowest: Level,
    register: &Register,
    unit: UnitId,
    day: NaiveDate,
    excluded: &[PersonId],
) -> Level {
    lowest.first_with_somebody(|level| {
        let at = (level != Level::SchoolOwnerRepresentative).then_some(unit);
        register.holders(level.role(), at, day).iter().filter(|person| !excluded.contains(person)).count()
    })
}
