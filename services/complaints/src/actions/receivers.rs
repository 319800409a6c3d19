//! Who is told that something waits.

use chrono::NaiveDate;
use kernel::{PersonId, Timestamp, UnitId, calendar::swedish_day};
use organisation::{Register, Role};
use outbox::Parcel;
use proto::{
    Service,
    message::{NewMessage, Occasion, Recipient},
};

use crate::{
    domain::{Complaint, Level},
    store::{StoreError, Tx},
};

/// Tells whoever it lies with, and whoever stands in for them.
pub(super) async fn tell(
    tx: &Tx,
    register: &Register,
    complaint: &Complaint,
    occasion: Occasion,
    at: Timestamp,
) -> Result<(), StoreError> {
    for recipient in recipients(tx, register, complaint, at).await? {
        tx.put(message(complaint, recipient, occasion), at).await?;
    }
    Ok(())
}

/// That something waits, with the next internal target. Of a task that waits the mail would call it the last day, so it is left
/// out: a reminder of its own comes before it.
pub(super) fn message(complaint: &Complaint, recipient: Recipient, occasion: Occasion) -> Parcel {
    Parcel::message(&NewMessage {
        occasion,
        recipient,
        case_number: complaint.number.to_string(),
        due_on: complaint.next_target().filter(|_| occasion != Occasion::TaskWaits),
        link_to: Service::Complaints,
    })
}

/// Whoever it lies with, and whoever stands in for them that day. Nobody who is off it, and nobody in place of such a one (G.2).
pub(super) async fn recipients(
    tx: &Tx,
    register: &Register,
    complaint: &Complaint,
    at: Timestamp,
) -> Result<Vec<Recipient>, StoreError> {
    let (day, excluded) = (swedish_day(at), tx.excluded(complaint.id).await?);
    let handler = handler(register, complaint, day);
    let (role, unit) = role(complaint);
    let lies_with = handler.map_or_else(|| register.holders(role, unit, day), |handler| vec![handler]);
    let deputies = tx.deputies_of(&lies_with, day).await?;
    let may_know = |person: &PersonId| !excluded.contains(person);
    let deputies: Vec<_> = deputies
        .into_iter()
        .filter(|(absent, deputy)| may_know(absent) && may_know(deputy))
        .map(|(_, deputy)| Recipient::Person { person_id: deputy.as_uuid() })
        .collect();
    Ok(std::iter::once(of(complaint, handler, excluded)).chain(deputies).collect())
}

/// Whoever handles it, while their role leads them to it.
fn handler(register: &Register, complaint: &Complaint, day: NaiveDate) -> Option<PersonId> {
    let reads = |person| {
        let person = register.colleague(person, day)?;
        complaint.parties().standing(&person).filter(|standing| standing.reads)
    };
    complaint.handler.filter(|handler| reads(*handler).is_some())
}

/// Whoever handles it; before that everybody whom it lies with; without a unit the registrars. Nobody in `except` (G.2).
fn of(complaint: &Complaint, handler: Option<PersonId>, except: Vec<PersonId>) -> Recipient {
    if let Some(handler) = handler {
        return Recipient::Person { person_id: handler.as_uuid() };
    }
    let except = except.into_iter().map(PersonId::as_uuid).collect();
    let (role, unit) = role(complaint);
    Recipient::Role { role, unit_id: unit.map(UnitId::as_uuid), except }
}

/// Whose it is while nobody in particular handles it, and where they hold that role.
const fn role(complaint: &Complaint) -> (Role, Option<UnitId>) {
    match (complaint.unit, complaint.level) {
        (None, _) => (Role::Registrar, None),
        (Some(_), Level::SchoolOwnerRepresentative) => (complaint.level.role(), None),
        (Some(unit), level) => (level.role(), Some(unit)),
    }
}

/// The first level, from `lowest` up, with somebody who may act. Whoever stands in for somebody who may not act may not either,
/// so deputies do not count.
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
