//! The names that a text of a case is compared with before it is kept (law A.8).

use super::{Failed, people::people_to_find};
use crate::{
    App,
    domain::{Names, Standing},
    store::{Seen, StoreError, Tx},
};

/// The key list is compared with, and nothing of it is shown but what somebody has already written. For whoever may not look in it,
/// it is left out: else one could try name after name, and learn who is in it.
pub(super) async fn names_in(app: &App, tx: &Tx, seen: &Seen) -> Result<Names, Failed> {
    let case = &seen.case;
    let damaged = StoreError::Damaged { table: "report", column: "case_id", row: case.id.as_uuid() };
    let report = tx.report(case.id, &seen.key).await?.ok_or(damaged)?;
    let people = people_to_find(app, case.unit);
    let may_look = seen.standings.any(&[Standing::Assigned, Standing::DecisionMaker]);
    let keys = if may_look { tx.keys(case.id).await? } else { Vec::new() };
    let register = app.register();
    let unit = register.unit(case.unit).map(|unit| unit.name.clone()).unwrap_or_default();
    let units = register.organisation().units.iter().map(|unit| unit.name.clone());
    let authorities = [app.policy.authority.clone(), app.policy.municipality.clone()];
    Ok(Names { reporter: report.by, keys, people, unit, places: units.chain(authorities).collect() })
}
