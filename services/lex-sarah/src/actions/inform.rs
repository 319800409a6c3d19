//! The information duty (LSS 24 c §): the routine is laid down, a manager goes through it with those who work at the unit,
//! and a unit where somebody is not informed is reminded.

use audit::Actor;
use chrono::{Days, NaiveDate};
use kernel::{CaseNumber, Timestamp, UnitId, Uuid, calendar::swedish_day};
use organisation::{Colleague, Role};
use proto::{
    Service,
    message::{NewMessage, Occasion, Recipient},
};

use super::{Failed, Repeat, people::employees};
use crate::{
    App,
    domain::{
        Employee, Informed, Knowledge, Routine, TypedBriefing, TypedRoutine, decides_the_routine,
        in_force_on, informs_at, sees_who_is_informed_at,
    },
    store::{Answered, StoreError},
};

/// A unit, and how each who works there stands to the duty.
pub struct Informedness {
    pub unit: UnitId,
    pub people: Vec<Known>,
    /// Under which number the unit was last reminded, and when.
    pub reminded: Option<(NaiveDate, String)>,
}

/// Somebody who works at a unit, and when they were last informed.
pub struct Known {
    pub who: Employee,
    pub last: Option<Informed>,
    pub knows: Knowledge,
    /// By when they are to be informed, for the first time or again.
    pub by: NaiveDate,
}

/// The version in force, and every version, the latest first.
pub async fn routines(app: &App) -> Result<(Routine, Vec<Routine>), Failed> {
    let all = app.store.routines().await?;
    Ok((routine_of(app, &all, swedish_day(app.now())), all))
}

/// Until a version is entered, the one that the settings name.
pub(super) fn routine_of(app: &App, all: &[Routine], day: NaiveDate) -> Routine {
    in_force_on(all, day).cloned().unwrap_or_else(|| Routine {
        version: app.policy.routine.clone(),
        link: None,
        words: None,
        valid_from: NaiveDate::default(),
    })
}

/// The very same version entered twice is one.
#[tracing::instrument(skip_all, err)]
pub async fn add_routine(app: &App, person: &Colleague, typed: &TypedRoutine) -> Result<(), Failed> {
    if !decides_the_routine(person) {
        return Err(Failed::NotTheirs);
    }
    let (tx, now) = (app.store.begin().await?, app.now());
    let known = tx.routines().await?;
    if known.iter().any(|each| typed.is(each)) {
        return Ok(());
    }
    let new = typed.parse(&known, swedish_day(now), &app.policy)?;
    tx.add_routine(&new, person.id, now).await?;
    tx.trace_beside(Actor::Person(person.id), "add_routine", Uuid::now_v7(), now).await?;
    Ok(tx.commit().await?)
}

/// The unit's manager has gone through the version that was in force that day.
#[tracing::instrument(skip_all, err)]
pub async fn record_briefing(
    app: &App,
    person: &Colleague,
    unit: UnitId,
    typed: &TypedBriefing,
    repeat: &Repeat,
) -> Result<Uuid, Failed> {
    if !informs_at(person, unit) {
        return Err(if sees_who_is_informed_at(person, unit) { Failed::NotTheirs } else { Failed::NotThere });
    }
    let (tx, now) = (app.store.begin().await?, app.now());
    match tx.answered(&repeat.key, &repeat.request).await? {
        Answered::With(answer) => return Uuid::from_slice(&answer).map_err(|_| Failed::KeyReused),
        Answered::ToAnother => return Err(Failed::KeyReused),
        Answered::Never => {}
    }
    let new = typed.parse(&employees(app, unit), swedish_day(now))?;
    let version = routine_of(app, &tx.routines().await?, new.held_on).version;
    let id = tx.add_briefing(unit, &new, &version, person.id, now).await?;
    tx.trace_beside(Actor::Person(person.id), "record_briefing", id, now).await?;
    tx.keep_answer(&repeat.key, &repeat.request, id.as_bytes(), now).await?;
    tx.commit().await?;
    Ok(id)
}

/// The units that the person may see this of.
pub async fn informedness(app: &App, person: &Colleague) -> Result<Vec<Informedness>, Failed> {
    let register = app.register();
    let units = register.active_units().map(|unit| UnitId::from(unit.id));
    let mut seen = Vec::new();
    for unit in units.filter(|unit| sees_who_is_informed_at(person, *unit)) {
        seen.push(informedness_at(app, unit).await?);
    }
    Ok(seen)
}

async fn informedness_at(app: &App, unit: UnitId) -> Result<Informedness, StoreError> {
    let employees = employees(app, unit);
    let ids: Vec<_> = employees.iter().map(|each| each.id).collect();
    let informed = app.store.informed(&ids).await?;
    let today = swedish_day(app.now());
    let known = |who: Employee| {
        let last = informed.iter().find(|each| each.person == who.id).cloned();
        let (knows, by) = who.knows(last.as_ref(), today, &app.policy);
        Known { who, last, knows, by }
    };
    let people = employees.into_iter().map(known).collect();
    Ok(Informedness { unit, people, reminded: app.store.briefing_reminder(unit).await? })
}

/// Tells the managers of units where somebody is not informed: a number that says nothing, and where to log in.
/// Nobody before the board has entered a version of its routine.
pub async fn remind_of_informing(app: &App) -> Result<usize, StoreError> {
    let (now, today) = (app.now(), swedish_day(app.now()));
    if app.store.routines().await?.is_empty() {
        return Ok(0);
    }
    let register = app.register();
    let mut told = 0;
    for unit in register.active_units().map(|unit| UnitId::from(unit.id)) {
        match remind_at(app, unit, now, today).await {
            Ok(is_told) => told += usize::from(is_told),
            // The other units do not wait for it.
            Err(error) => tracing::warn!(%error, unit.id = %unit, "a unit is not reminded yet"),
        }
    }
    if told > 0 {
        app.inside.deliveries.wake();
    }
    Ok(told)
}

async fn remind_at(app: &App, unit: UnitId, now: Timestamp, today: NaiveDate) -> Result<bool, StoreError> {
    let then = today - Days::new(app.policy.inform_reminder_every.into());
    let state = informedness_at(app, unit).await?;
    let was_told = state.reminded.as_ref().is_some_and(|(on, _)| *on > then);
    if was_told || !state.people.iter().any(|each| each.knows.is_wanting()) {
        return Ok(false);
    }
    let (tx, number) = (app.store.begin().await?, CaseNumber::random());
    let is_theirs = tx.take_briefing_reminder(unit, &number, today, then).await?;
    if is_theirs {
        tx.send(outbox::Parcel::message(&reminder(unit, &number)), now).await?;
    }
    tx.commit().await?;
    Ok(is_theirs)
}

fn reminder(unit: UnitId, number: &CaseNumber) -> NewMessage {
    NewMessage {
        occasion: Occasion::TaskWaits,
        recipient: Recipient::Role {
            role: Role::UnitManager,
            unit_id: Some(unit.as_uuid()),
            except: Vec::new(),
        },
        case_number: number.to_string(),
        due_on: None,
        link_to: Service::LexSarah,
    }
}
