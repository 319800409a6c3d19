//! Who is told of a report, and who may not be (rules G.1 and G.2).

use chrono::NaiveDate;
use kernel::{PersonId, UnitId};
use organisation::{Register, Role};

/// Those who answer for a unit, nearest first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ladder(Vec<Rung>);

#[derive(Debug, Clone, PartialEq, Eq)]
struct Rung {
    role: Role,
    /// None: the role is held for the whole city.
    unit: Option<UnitId>,
    holders: Vec<PersonId>,
}

/// Where a report goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Route {
    /// The role that receives it at the unit. None: investigators only.
    pub receiver: Option<Role>,
    /// Where the role is held. None: for the whole city.
    pub receiver_at: Option<UnitId>,
    /// Those it is about: never told, never let in.
    pub implicated: Vec<PersonId>,
}

impl Ladder {
    pub fn of(register: &Register, unit: UnitId, day: NaiveDate) -> Self {
        let rung = |role, at| Rung { role, unit: at, holders: register.holders(role, at, day) };
        Self(vec![
            rung(Role::UnitManager, Some(unit)),
            rung(Role::Principal, Some(unit)),
            rung(Role::SchoolOwnerRepresentative, Some(unit)),
            rung(Role::SchoolOwnerRepresentative, None),
        ])
    }

    /// The roles in which somebody else than these answers for the unit, and where each is held.
    pub fn held_by_others(&self, than: &[PersonId]) -> impl Iterator<Item = (Role, Option<UnitId>)> {
        let is_held = |rung: &&Rung| rung.holders.iter().any(|holder| !than.contains(holder));
        self.0.iter().filter(is_held).map(|rung| (rung.role, rung.unit))
    }

    /// The first rung on which nobody reports and nobody is reported. So a principal who is also the unit's manager is
    /// passed over together with the manager.
    pub fn route(&self, reporter: PersonId, concerns_manager: bool) -> Route {
        let implicated = if concerns_manager { self.managers_of(reporter) } else { Vec::new() };
        self.route_past(reporter, implicated)
    }

    /// The route past everybody it is about.
    pub fn route_past(&self, reporter: PersonId, implicated: Vec<PersonId>) -> Route {
        let is_part = |person: &PersonId| *person == reporter || implicated.contains(person);
        let free = |rung: &&Rung| !rung.holders.is_empty() && !rung.holders.iter().any(is_part);
        let (receiver, receiver_at) = match self.0.iter().find(free) {
            Some(rung) => (Some(rung.role), rung.unit),
            None => (None, None),
        };
        Route { receiver, receiver_at, implicated }
    }

    /// Who answers for the unit above a role: the next rung with somebody else on it, on which nobody reports and nobody is reported.
    pub fn above(
        &self,
        role: Role,
        reporter: PersonId,
        implicated: &[PersonId],
    ) -> Option<(Role, Option<UnitId>)> {
        let is_part = |person: &PersonId| *person == reporter || implicated.contains(person);
        let own = self.0.iter().rposition(|rung| rung.role == role)?;
        let is_another = |person: &PersonId| !self.0[own].holders.contains(person);
        let is_next = |rung: &&Rung| rung.holders.iter().any(is_another) && !rung.holders.iter().any(is_part);
        let next = self.0.iter().skip(own + 1).find(is_next)?;
        Some((next.role, next.unit))
    }

    /// Whether somebody answers for the unit in this role.
    pub fn is_held_by(&self, role: Role, person: PersonId) -> bool {
        self.0.iter().any(|rung| rung.role == role && rung.holders.contains(&person))
    }

    /// The nearest people above the reporter: a manager's own manager is the principal.
    fn managers_of(&self, reporter: PersonId) -> Vec<PersonId> {
        let own = self.0.iter().rposition(|rung| rung.holders.contains(&reporter));
        let above = self.0.iter().skip(own.map_or(0, |own| own + 1));
        above.map(|rung| rung.holders.clone()).find(|holders| !holders.is_empty()).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use kernel::Uuid;

    use super::*;

    fn person(number: u128) -> PersonId {
        Uuid::from_u128(number).into()
    }

    const STAFF: u128 = 1;
    const MANAGER: u128 = 2;
    const PRINCIPAL: u128 = 3;
    const OWNER: u128 = 4;

    fn ladder(managers: &[u128], principals: &[u128], owners: &[u128]) -> Ladder {
        let unit = Some(Uuid::from_u128(9).into());
        let rung = |role, unit, holders: &[u128]| Rung {
            role,
            unit,
            holders: holders.iter().copied().map(person).collect(),
        };
        Ladder(vec![
            rung(Role::UnitManager, unit, managers),
            rung(Role::Principal, unit, principals),
            rung(Role::SchoolOwnerRepresentative, unit, &[]),
            rung(Role::SchoolOwnerRepresentative, None, owners),
        ])
    }

    fn receiver(ladder: &Ladder, reporter: u128, concerns_manager: bool) -> Option<Role> {
        ladder.route(person(reporter), concerns_manager).receiver
    }

    #[test]
    fn the_manager_receives_unless_they_report_or_are_reported() {
        let ladder = ladder(&[MANAGER], &[PRINCIPAL], &[OWNER]);
        assert_eq!(receiver(&ladder, STAFF, false), Some(Role::UnitManager));
        assert_eq!(receiver(&ladder, STAFF, true), Some(Role::Principal));
        assert_eq!(receiver(&ladder, MANAGER, false), Some(Role::Principal));
        assert_eq!(receiver(&ladder, MANAGER, true), Some(Role::SchoolOwnerRepresentative));
        assert_eq!(receiver(&ladder, PRINCIPAL, false), Some(Role::UnitManager));
        assert_eq!(receiver(&ladder, PRINCIPAL, true), Some(Role::UnitManager));
    }

    #[test]
    fn a_principal_who_is_the_manager_is_passed_over_together_with_the_manager() {
        let both = ladder(&[PRINCIPAL], &[PRINCIPAL], &[OWNER]);
        assert_eq!(receiver(&both, STAFF, false), Some(Role::UnitManager));
        assert_eq!(receiver(&both, STAFF, true), Some(Role::SchoolOwnerRepresentative));
        assert_eq!(receiver(&both, PRINCIPAL, false), Some(Role::SchoolOwnerRepresentative));
        let nobody_above = ladder(&[PRINCIPAL], &[PRINCIPAL], &[]);
        assert_eq!(receiver(&nobody_above, STAFF, true), None, "investigators only");
    }

    #[test]
    fn the_next_level_is_somebody_else_and_nobody_who_is_part_of_it() {
        let above = |ladder: &Ladder, role, implicated: &[u128]| {
            let implicated: Vec<_> = implicated.iter().copied().map(person).collect();
            ladder.above(role, person(STAFF), &implicated).map(|(role, _)| role)
        };
        let ladder = ladder(&[MANAGER], &[PRINCIPAL], &[OWNER]);
        assert_eq!(above(&ladder, Role::UnitManager, &[]), Some(Role::Principal));
        assert_eq!(above(&ladder, Role::UnitManager, &[PRINCIPAL]), Some(Role::SchoolOwnerRepresentative));
        assert_eq!(above(&ladder, Role::Principal, &[MANAGER]), Some(Role::SchoolOwnerRepresentative));
        assert_eq!(above(&ladder, Role::SchoolOwnerRepresentative, &[]), None);
        assert_eq!(above(&ladder, Role::UnitManager, &[PRINCIPAL, OWNER]), None);
        let both = self::ladder(&[PRINCIPAL], &[PRINCIPAL], &[OWNER]);
        assert_eq!(above(&both, Role::UnitManager, &[]), Some(Role::SchoolOwnerRepresentative));
    }

    #[test]
    fn the_reporters_nearest_manager_is_the_one_it_concerns() {
        let ladder = ladder(&[MANAGER], &[PRINCIPAL], &[OWNER]);
        assert_eq!(ladder.route(person(STAFF), true).implicated, [person(MANAGER)]);
        assert_eq!(ladder.route(person(MANAGER), true).implicated, [person(PRINCIPAL)]);
        assert_eq!(ladder.route(person(STAFF), false).implicated, []);
        let without_manager = self::ladder(&[], &[PRINCIPAL], &[OWNER]);
        assert_eq!(without_manager.route(person(STAFF), true).implicated, [person(PRINCIPAL)]);
        assert_eq!(receiver(&without_manager, STAFF, false), Some(Role::Principal));
    }
}
