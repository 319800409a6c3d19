//! People of the register, by name.

use kernel::{PersonId, UnitId, calendar::swedish_day};
use organisation::{Colleague, Role};

use crate::{
    App,
    domain::{Case, Employee, Signature, Standing, Standings, Teller},
};

/// The roles of those who work at a unit.
pub const WORKING: [Role; 3] = [Role::Staff, Role::UnitManager, Role::Principal];

/// Those who hold one of the roles today, each once.
pub fn holding(
    app: &App,
    roles: impl IntoIterator<Item = (Role, Option<UnitId>)>,
) -> Vec<(PersonId, Signature)> {
    let (register, today) = (app.register(), swedish_day(app.now()));
    let mut ids: Vec<_> =
        roles.into_iter().flat_map(|(role, unit)| register.holders(role, unit, today)).collect();
    ids.sort_unstable();
    ids.dedup();
    let known = ids.into_iter().filter_map(|id| register.colleague(id, today));
    let mut people: Vec<_> = known.map(|person| (person.id, Signature::of(&person))).collect();
    people.sort_by_cached_key(|(_, signature)| signature.name.to_lowercase());
    people
}

/// The units whose reports the person may write down.
pub fn units_to_take_down_for(app: &App, person: &Colleague) -> Vec<UnitId> {
    let register = app.register();
    let units = register.organisation().units.iter().map(|unit| UnitId::from(unit.id));
    units.filter(|unit| Standings::taking_down(person, *unit).has(Standing::Receiver)).collect()
}

/// Those who work at one of the units.
pub fn tellers(app: &App, units: &[UnitId]) -> Vec<Teller> {
    let roles = units.iter().flat_map(|unit| WORKING.map(|role| (role, Some(*unit))));
    let people = holding(app, roles).into_iter();
    people.map(|(id, signature)| Teller { id: Some(id), signature }).collect()
}

/// Whom an investigator must not be tied to: everybody at the unit, so that the list tells neither who reported nor whom it is
/// about (rule G.2).
pub fn people_to_check(app: &App, case: &Case) -> Vec<Signature> {
    let people = holding(app, WORKING.map(|role| (role, Some(case.unit))));
    people.into_iter().map(|(_, signature)| signature).collect()
}

/// Those who work at a unit today, and since when the register has them there.
pub fn employees(app: &App, unit: UnitId) -> Vec<Employee> {
    let register = app.register();
    let people = holding(app, WORKING.map(|role| (role, Some(unit))));
    let since = |person: PersonId| {
        let assignments = &register.organisation().assignments;
        let here = assignments.iter().filter(|each| {
            each.person_id == person.as_uuid()
                && each.unit_id == Some(unit.as_uuid())
                && WORKING.contains(&each.role)
        });
        here.map(|each| each.from).min().unwrap_or_default()
    };
    people.into_iter().map(|(id, signature)| Employee { id, signature, since: since(id) }).collect()
}

/// Everybody whom the register has or had at a unit, and those who receive reports from the whole city: by name, with the word that can
/// stand instead. What happened may be older than who works there today.
pub fn people_to_find(app: &App, unit: UnitId) -> Vec<(String, String)> {
    let register = app.register();
    let concerns = |at: Option<UnitId>, role: Role| match at {
        Some(at) => at == unit,
        None => role == Role::SchoolOwnerRepresentative,
    };
    let assignments = register.organisation().assignments.iter();
    let theirs = assignments.filter(|each| concerns(each.unit_id.map(UnitId::from), each.role));
    let named = theirs.filter_map(|each| {
        let person = register.person(each.person_id.into())?;
        Some((person.name.clone(), instead_of(each.role).to_owned()))
    });
    let mut people: Vec<_> = named.collect();
    people.sort();
    people.dedup_by(|one, other| one.0 == other.0);
    people
}

/// As the inquiry is written: in Swedish.
const fn instead_of(role: Role) -> &'static str {
    match role {
        Role::UnitManager => "gruppchefen",
        Role::Principal => "rektorn",
        Role::Youth => "ungdomen",
        Role::Guardian => "vårdnadshavaren",
        Role::SchoolOwnerRepresentative => "huvudmannarepresentanten",
        Role::Staff
        | Role::LexSarahInvestigator
        | Role::DecisionMaker
        | Role::Registrar
        | Role::Archivist
        | Role::DataProtectionOfficer
        | Role::ContactCentre
        | Role::Administrator => "en medarbetare",
    }
}
