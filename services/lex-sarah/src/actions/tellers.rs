//! Who can tell a report to somebody who writes it down.

use kernel::{UnitId, calendar::swedish_day};
use organisation::{Colleague, Role};

use crate::{
    App,
    domain::{Signature, Standing, Standings, Teller},
};

/// The units whose reports the person may write down.
pub fn units_to_take_down_for(app: &App, person: &Colleague) -> Vec<UnitId> {
    let register = app.register();
    let units = register.organisation().units.iter().map(|unit| UnitId::from(unit.id));
    units.filter(|unit| Standings::taking_down(person, *unit).has(Standing::Receiver)).collect()
}

/// Those who work at one of the units, by name.
pub fn tellers(app: &App, units: &[UnitId]) -> Vec<Teller> {
    let (register, today) = (app.register(), swedish_day(app.now()));
    let working = |unit: &UnitId| {
        [Role::Staff, Role::UnitManager, Role::Principal]
            .into_iter()
            .flat_map(|role| register.holders(role, Some(*unit), today))
            .collect::<Vec<_>>()
    };
    let mut people: Vec<_> = units.iter().flat_map(working).collect();
    people.sort_unstable();
    people.dedup();
    let known = people.into_iter().filter_map(|id| register.colleague(id, today));
    let mut tellers: Vec<_> =
        known.map(|person| Teller { id: Some(person.id), signature: Signature::of(&person) }).collect();
    tellers.sort_by_cached_key(|teller| teller.signature.name.to_lowercase());
    tellers
}
