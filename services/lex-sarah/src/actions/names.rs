//! The names that a text of a case is compared with before it is kept (law A.8).

use audit::Actor;
use kernel::{PersonId, Timestamp};

use super::{Failed, people::people_to_find};
use crate::{
    App,
    domain::{Fault, LOOK_LASTS, Names, Sight, Standing},
    store::{Seen, StoreError, Tx},
};

/// The key list is compared with, and that leaves a trace; the code is for whoever has just looked in it and said why: else one could try
/// name after name, and learn who is who. For whoever may not look in it, it is left out. Whose report it is, is left out for whoever
/// does not see the report.
pub(super) async fn names_in(
    app: &App,
    tx: &Tx,
    seen: &Seen,
    person: PersonId,
    now: Timestamp,
) -> Result<Names, Failed> {
    let case = &seen.case;
    let damaged = StoreError::Damaged { table: "report", column: "case_id", row: case.id.as_uuid() };
    let report = tx.report(case.id, &seen.key).await?.ok_or(damaged)?;
    let may_look = seen.standings.any(&[Standing::Assigned, Standing::DecisionMaker]);
    let keys = if may_look { tx.keys(case.id).await? } else { Vec::new() };
    if !keys.is_empty() {
        tx.trace_comparing(Actor::Person(person), case.id, now).await?;
    }
    let register = app.register();
    let unit = register.unit(case.unit).map(|unit| unit.name.clone()).unwrap_or_default();
    let units = register.organisation().units.iter().map(|unit| unit.name.clone());
    let authorities = [app.policy.authority.clone(), app.policy.municipality.clone()];
    Ok(Names {
        reporter: (seen.sight >= Sight::Received).then_some(report.by),
        has_looked: tx.has_looked(case.id, person, now - LOOK_LASTS).await?,
        keys,
        people: people_to_find(app, case.unit),
        unit,
        places: units.chain(authorities).collect(),
    })
}

/// Refused for its words. The trace of what they were compared with stays all the same.
pub(super) async fn compared(tx: Tx, faults: Vec<Fault>) -> Failed {
    match tx.commit().await {
        Ok(()) => faults.into(),
        Err(error) => error.into(),
    }
}
