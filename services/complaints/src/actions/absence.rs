//! Somebody is away for a time, and another sees to their matters.

use audit::Actor;
use chrono::NaiveDate;
use kernel::{PersonId, calendar::swedish_day};
use organisation::{Colleague, Register, Role};
use outbox::Parcel;
use proto::{
    Service,
    message::{NewMessage, Occasion, Recipient},
};

use crate::{
    StaffApp,
    actions::Failed,
    domain::{Absence, AbsenceId, leads},
};

/// From its first day to its last the deputy sees and is told what the person would, and may do the same; but for matters that
/// the person is off (G.2). The deputy is told, and the person when somebody else noted it.
#[tracing::instrument(skip_all, fields(absence.id = %absence.id), err)]
pub async fn mark_absent(app: &StaffApp, absence: Absence) -> Result<(), Failed> {
    let now = app.now();
    let tx = app.store.begin().await?;
    // Pressed twice.
    if tx.is_noted(&absence).await? {
        return Ok(());
    }
    tx.add_absence(&absence, now).await?;
    let (by, id) = (Actor::Person(absence.noted_by), absence.id.as_uuid());
    if absence.is_noted_by_another() {
        tx.trace_beside(by, "note_absence", id, Some(absence.person), now).await?;
    }
    tx.trace_beside(by, "mark_absent", id, Some(absence.deputy), now).await?;
    for person in [absence.deputy, absence.person].into_iter().filter(|person| *person != absence.noted_by) {
        tx.put(told(&absence, person), now).await?;
    }
    tx.commit().await?;
    app.inside.deliveries.wake();
    Ok(())
}

fn told(absence: &Absence, person: PersonId) -> Parcel {
    Parcel::message(&NewMessage {
        occasion: Occasion::Absence,
        recipient: Recipient::Person { person_id: person.as_uuid() },
        case_number: absence.number.to_string(),
        due_on: Some(absence.from),
        link_to: Service::Complaints,
    })
}

/// The person is back. The deputy's access ends at once. What was noted for the person, whoever leads them may end too.
#[tracing::instrument(skip_all, fields(absence.id = %id), err)]
pub async fn come_back(app: &StaffApp, id: AbsenceId, by: &Colleague) -> Result<(), Failed> {
    let now = app.now();
    let absence = app.store.absence(id, swedish_day(now)).await?.ok_or(Failed::NotFound)?;
    let absent = app.inside.ground.directory.colleague(absence.person, now);
    let may_end = || absence.is_noted_by_another() && absent.is_some_and(|absent| leads(by, &absent));
    let is_own = absence.person == by.id;
    if !is_own && !may_end() {
        return Err(Failed::NotFound);
    }
    let tx = app.store.begin().await?;
    tx.end_absence(id, now).await?;
    let action = if is_own { "come_back" } else { "end_absence" };
    tx.trace_beside(Actor::Person(by.id), action, id.as_uuid(), Some(absence.person), now).await?;
    Ok(tx.commit().await?)
}

/// What was noted for somebody holds while whoever noted it leads them in all that they answer for: neither a role that the absent gets
/// meanwhile nor one that the other leaves gives the deputy anything.
pub(super) fn counts(absence: &Absence, register: &Register, day: NaiveDate) -> bool {
    let [absent, noted_by] = [absence.person, absence.noted_by].map(|person| register.colleague(person, day));
    !absence.is_noted_by_another()
        || absent.zip(noted_by).is_some_and(|(absent, noted_by)| leads(&noted_by, &absent))
}

/// Whom somebody leads, and so may mark as absent.
pub fn led(register: &Register, person: &Colleague, day: NaiveDate) -> Vec<PersonId> {
    let units = register.organisation().units.iter().map(|unit| unit.id.into());
    let mut led: Vec<_> = units
        .flat_map(|unit| [Role::UnitManager, Role::Principal].map(|role| (role, Some(unit))))
        .flat_map(|(role, unit)| register.holders(role, unit, day))
        .filter(|other| register.colleague(*other, day).is_some_and(|other| leads(person, &other)))
        .collect();
    led.sort_unstable();
    led.dedup();
    led
}

/// The person with those they stand in for today.
pub async fn with_stand_ins(app: &StaffApp, person: Colleague) -> Result<Colleague, Failed> {
    let today = swedish_day(app.now());
    let register = app.inside.ground.directory.now();
    let absences = app.store.stands_in(person.id, today).await?;
    let counting = absences.iter().filter(|one| one.has_begun(today) && counts(one, &register, today));
    let placed = |one: &Absence| {
        let absent = register.colleague(one.person, today)?;
        Some(Colleague { placed_by: Some(one.noted_by).filter(|_| one.is_noted_by_another()), ..absent })
    };
    Ok(Colleague { stands_in_for: counting.filter_map(placed).collect(), ..person })
}
