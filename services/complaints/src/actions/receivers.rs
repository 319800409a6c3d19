//! Whom a complaint lies with, from the start and now, and that they are told.

use audit::Actor;
use chrono::NaiveDate;
use kernel::{PersonId, Timestamp, UnitId, calendar::swedish_day};
use organisation::{Register, Role};
use outbox::Parcel;
use proto::{
    Service,
    message::{NewMessage, Occasion, Recipient},
};

use crate::{
    actions::{Failed, absence},
    domain::{Absence, Complaint, ComplaintId, Level},
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

/// Tells whoever has what is opened again, and the principal in any case (I.2 C11).
pub(super) async fn tell_of_reopening(
    tx: &Tx,
    register: &Register,
    complaint: &Complaint,
    at: Timestamp,
) -> Result<(), StoreError> {
    let principal = Complaint { level: Level::Principal, handler: None, ..complaint.clone() };
    let mut told = recipients(tx, register, &principal, at).await?;
    for recipient in recipients(tx, register, complaint, at).await? {
        if !told.contains(&recipient) {
            told.push(recipient);
        }
    }
    for recipient in told {
        tx.put(message(complaint, recipient, Occasion::TaskWaits), at).await?;
    }
    Ok(())
}

/// Tells the data-protection officer that a breach was found.
pub(super) async fn tell_of_breach(tx: &Tx, complaint: &Complaint, at: Timestamp) -> Result<(), StoreError> {
    let told = NewMessage {
        occasion: Occasion::TaskWaits,
        recipient: officer(tx, complaint).await?,
        case_number: complaint.number.to_string(),
        // The day is the law's (GDPR art. 33).
        due_on: complaint.breach_by.map(swedish_day),
        link_to: Service::Complaints,
    };
    tx.put(Parcel::message(&told), at).await
}

/// The data-protection officer, who is asked what to do about a breach though no matter is theirs to read. Nobody who is off it (G.2).
pub(super) async fn officer(tx: &Tx, complaint: &Complaint) -> Result<Recipient, StoreError> {
    let except = tx.excluded(complaint.id).await?.into_iter().map(PersonId::as_uuid).collect();
    Ok(Recipient::Role { role: Role::DataProtectionOfficer, unit_id: None, except })
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
    let handler = complaint.present_handler(register, day);
    let (role, unit) = role(complaint);
    let lies_with = handler.map_or_else(|| register.holders(role, unit, day), |handler| vec![handler]);
    let absences = tx.absences_of(&lies_with, day).await?;
    let is_off_nothing = |absence: &Absence| {
        [absence.person, absence.deputy, absence.noted_by].iter().all(|person| !excluded.contains(person))
    };
    let deputies: Vec<_> = absences
        .iter()
        .filter(|absence| is_off_nothing(absence) && absence::counts(absence, register, day))
        .map(|absence| Recipient::Person { person_id: absence.deputy.as_uuid() })
        .collect();
    Ok(std::iter::once(of(complaint, handler, excluded)).chain(deputies).collect())
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

/// Whom it lies with at first: the unit's manager, or the next level when the unit has none or it is about the manager
/// (I.2 C8). Those who manage it are then off it (G.2), in whatever other role they would meet it (G.1).
pub(super) fn at_first(
    register: &Register,
    unit: Option<UnitId>,
    about_manager: bool,
    at: Timestamp,
) -> (Level, Vec<PersonId>) {
    let day = swedish_day(at);
    match unit {
        Some(unit) if about_manager => {
            let off = register.holders(Role::UnitManager, Some(unit), day);
            (level(Level::Principal, register, unit, day, &off), off)
        }
        Some(unit) => (level(Level::UnitManager, register, unit, day, &[]), Vec::new()),
        None => (Level::UnitManager, Vec::new()),
    }
}

/// At which level it lies with a unit that it is led to, once those whom the sender says that it is about are off it.
pub(super) async fn level_at(
    tx: &Tx,
    register: &Register,
    complaint: &Complaint,
    unit: UnitId,
    by: PersonId,
    at: Timestamp,
) -> Result<Level, Failed> {
    if register.unit(unit).is_none() {
        return Err(Failed::UnknownUnit);
    }
    let (lowest, off) = at_first(register, Some(unit), complaint.about_manager, at);
    exclude_as_said(tx, complaint.id, &off, Actor::Person(by), at).await?;
    Ok(level(lowest, register, unit, swedish_day(at), &tx.excluded(complaint.id).await?))
}

/// Takes those off it whom the sender says that it is about. Nobody at work has judged that, so nobody stands for it but
/// whoever wrote it.
pub(super) async fn exclude_as_said(
    tx: &Tx,
    id: ComplaintId,
    off: &[PersonId],
    actor: Actor,
    at: Timestamp,
) -> Result<(), StoreError> {
    let by = match actor {
        Actor::Person(person) => Some(person),
        _ => None,
    };
    for person in off {
        tx.exclude_as_said(id, *person, by, at).await?;
        tx.trace(actor, "exclude", id, Some(person.as_uuid()), at).await?;
    }
    Ok(())
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
