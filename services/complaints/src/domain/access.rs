//! Who may see and do what with one complaint (requirements G). Pure: asked of the complaint and the person.

use kernel::{PersonId, UnitId};
use organisation::{Colleague, Role};

words! {
    /// Whom a complaint lies with. It moves up when the manager is named in it or responsible for what it is about (G.1, G.2),
    /// or when the sender is not satisfied (C11).
    Level {
        UnitManager = "unit_manager",
        Principal = "principal",
        SchoolOwnerRepresentative = "school_owner_representative",
    }
}

/// What decides who may see a complaint.
#[derive(Debug, Clone, Copy)]
pub struct Parties {
    pub unit: Option<UnitId>,
    pub level: Level,
    pub handler: Option<PersonId>,
}

/// What a person is to a complaint they may know of. Nobody gets one who has no ground to know of it.
#[expect(clippy::struct_excessive_bools, reason = "one may be several of them")]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// May read what was written.
    pub reads: bool,
    /// It lies with them.
    pub in_charge: bool,
    pub registrar: bool,
    pub archivist: bool,
    /// In whose place they act: their own, or theirs who is away.
    pub acts_for: PersonId,
}

/// Whether somebody manages the unit, or stands in for one who does.
pub fn manages(person: &Colleague, unit: UnitId) -> bool {
    person.hats().any(|hat| hat.is_at(Role::UnitManager, unit))
}

impl Level {
    pub const fn role(self) -> Role {
        match self {
            Self::UnitManager => Role::UnitManager,
            Self::Principal => Role::Principal,
            Self::SchoolOwnerRepresentative => Role::SchoolOwnerRepresentative,
        }
    }

    /// The next one up. Above the school owner's representative there is nobody in the house: the sender turns to IVO.
    #[must_use]
    pub const fn up(self) -> Self {
        match self {
            Self::UnitManager => Self::Principal,
            Self::Principal | Self::SchoolOwnerRepresentative => Self::SchoolOwnerRepresentative,
        }
    }

    /// The lowest level, from `self` up, at which somebody is left. `holders` gives those who hold a role for the unit.
    #[must_use]
    pub fn first_with_somebody(self, holders: impl Fn(Self) -> usize) -> Self {
        Self::ALL
            .iter()
            .copied()
            .find(|level| *level >= self && holders(*level) > 0)
            .unwrap_or(Self::SchoolOwnerRepresentative)
    }
}

impl Parties {
    /// None: to this person it is not there. Somebody with a conflict of interest is never asked about here: the store
    /// does not find it for them, nor in the place of somebody who has one.
    pub fn standing(self, person: &Colleague) -> Option<Standing> {
        let all: Vec<_> = person.hats().map(|hat| self.standing_of(hat)).collect();
        let standing = Standing {
            reads: all.iter().any(|standing| standing.reads),
            in_charge: all.iter().any(|standing| standing.in_charge),
            registrar: all.iter().any(|standing| standing.registrar),
            archivist: person.is(Role::Archivist),
            acts_for: all.iter().find(|standing| standing.in_charge).map_or(person.id, |hat| hat.acts_for),
        };
        let knows = standing.reads || standing.registrar;
        knows.then_some(standing)
    }

    /// The same without those in whose place the person acts.
    fn standing_of(self, hat: &Colleague) -> Standing {
        let holds = |level: Level| self.unit.is_some_and(|unit| holds(hat, level, unit));
        let registrar = hat.is(Role::Registrar);
        // What belongs to no unit lies with those who lead it on.
        let lies_with = holds(self.level) || (registrar && self.unit.is_none());
        // The principal has a copy of what the manager handles.
        let reads = lies_with || holds(Level::UnitManager) || holds(Level::Principal);
        Standing {
            reads,
            // To be given a matter gives nobody a right to read it, and who leaves a role leaves what it gave.
            in_charge: lies_with || (reads && self.handler == Some(hat.id)),
            registrar,
            archivist: hat.is(Role::Archivist),
            acts_for: hat.id,
        }
    }
}

const WORK_WITH_COMPLAINTS: [Role; 4] =
    [Role::UnitManager, Role::Principal, Role::SchoolOwnerRepresentative, Role::Registrar];

/// Whether there can be anything here for the person at all.
pub fn works_with_complaints(person: &Colleague) -> bool {
    WORK_WITH_COMPLAINTS.into_iter().any(|role| person.acts_as(role))
}

/// Whether somebody leads another, by roles of their own, in everything that the other answers for here: then they may note that the other is away, since whoever
/// has fallen ill cannot. A deputy may all that the absent may, so a single thing that is not theirs to lead says no.
pub fn leads(person: &Colleague, other: &Colleague) -> bool {
    let leads_in = |role: Role, unit: Option<UnitId>| {
        let above: &[Level] = match role {
            Role::UnitManager => &[Level::Principal, Level::SchoolOwnerRepresentative],
            Role::Principal => &[Level::SchoolOwnerRepresentative],
            _ => &[],
        };
        unit.is_some_and(|unit| above.iter().any(|level| holds(person, *level, unit)))
    };
    let answers_for = || other.roles.iter().filter(|(role, _)| WORK_WITH_COMPLAINTS.contains(role));
    person.id != other.id
        && answers_for().next().is_some()
        && answers_for().all(|(role, unit)| leads_in(*role, *unit))
}

/// About which units somebody may write down what they were told (FL 27 §, H39).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TakesIn {
    /// About any, and about none yet.
    All,
    Only(Vec<UnitId>),
}

impl TakesIn {
    /// Whoever handles complaints and the contact centre about any; staff about their own. None of them reads it for that.
    pub fn of(person: &Colleague) -> Option<Self> {
        if works_with_complaints(person) || person.is(Role::ContactCentre) {
            return Some(Self::All);
        }
        let units = person.units_as(Role::Staff);
        (!units.is_empty()).then_some(Self::Only(units))
    }

    pub fn covers(&self, unit: Option<UnitId>) -> bool {
        match self {
            Self::All => true,
            Self::Only(units) => unit.is_some_and(|unit| units.contains(&unit)),
        }
    }
}

/// Whether the person is the unit's manager, its principal, or the school owner's representative for it.
fn holds(person: &Colleague, level: Level, unit: UnitId) -> bool {
    person.is_at(level.role(), unit)
        || (level == Level::SchoolOwnerRepresentative && person.roles.contains(&(level.role(), None)))
}

#[cfg(test)]
mod tests {
    use kernel::Uuid;

    use super::*;

    fn person(roles: &[(Role, Option<UnitId>)]) -> Colleague {
        let id = Uuid::now_v7().into();
        Colleague {
            id,
            name: "A".into(),
            title: None,
            roles: roles.to_vec(),
            youths: Vec::new(),
            stands_in_for: Vec::new(),
            placed_by: None,
        }
    }

    fn at(unit: Option<UnitId>, level: Level) -> Parties {
        Parties { unit, level, handler: None }
    }

    #[test]
    fn the_manager_acts_and_the_principal_reads_along() {
        let unit = Some(Uuid::now_v7().into());
        let manager = at(unit, Level::UnitManager).standing(&person(&[(Role::UnitManager, unit)])).unwrap();
        assert!(manager.reads && manager.in_charge);
        let principal = at(unit, Level::UnitManager).standing(&person(&[(Role::Principal, unit)])).unwrap();
        assert!(principal.reads && !principal.in_charge);
        let principal = at(unit, Level::Principal).standing(&person(&[(Role::Principal, unit)])).unwrap();
        assert!(principal.in_charge);
    }

    #[test]
    fn another_units_people_and_other_roles_know_nothing_of_it() {
        use Role::{
            Administrator, Archivist, ContactCentre, DecisionMaker, Guardian, LexSarahInvestigator,
            Principal, Staff, UnitManager, Youth,
        };
        let (unit, other) = (Some(Uuid::now_v7().into()), Some(Uuid::now_v7().into()));
        for level in Level::ALL {
            for role in [UnitManager, Principal] {
                assert_eq!(at(unit, *level).standing(&person(&[(role, other), (role, None)])), None);
            }
        }
        for role in [
            Guardian,
            Youth,
            Staff,
            ContactCentre,
            LexSarahInvestigator,
            DecisionMaker,
            Archivist,
            Administrator,
        ] {
            assert_eq!(at(unit, Level::UnitManager).standing(&person(&[(role, unit), (role, None)])), None);
        }
    }

    #[test]
    fn a_deputy_is_what_the_absent_is_and_acts_for_them() {
        let (unit, other) = (Some(Uuid::now_v7().into()), Some(Uuid::now_v7().into()));
        let absent = person(&[(Role::UnitManager, unit)]);
        let deputy = Colleague { stands_in_for: vec![absent.clone()], ..person(&[(Role::Staff, unit)]) };
        let standing = at(unit, Level::UnitManager).standing(&deputy).unwrap();
        assert!(standing.reads && standing.in_charge && standing.acts_for == absent.id);
        assert_eq!(at(other, Level::UnitManager).standing(&deputy), None);
        assert_eq!(at(unit, Level::UnitManager).standing(&deputy.but_not_for(&[absent.id])), None);
        let manager = Colleague { stands_in_for: vec![absent], ..person(&[(Role::UnitManager, unit)]) };
        let standing = at(unit, Level::UnitManager).standing(&manager).unwrap();
        assert_eq!(standing.acts_for, manager.id, "whoever may act in their own name does");
    }

    #[test]
    fn nobody_leads_themself_a_level_beside_or_somebody_who_answers_for_more() {
        let (unit, other) = (Some(Uuid::now_v7().into()), Some(Uuid::now_v7().into()));
        let manager = person(&[(Role::UnitManager, unit), (Role::Staff, unit)]);
        let principal = person(&[(Role::Principal, unit)]);
        let representative = person(&[(Role::SchoolOwnerRepresentative, None)]);
        assert!(leads(&principal, &manager) && leads(&representative, &manager));
        assert!(leads(&representative, &principal));
        assert!(!leads(&manager, &principal) && !leads(&principal, &principal));
        assert!(
            !leads(&principal, &person(&[(Role::Principal, unit)])) && !leads(&principal, &representative)
        );
        assert!(!leads(&principal, &person(&[(Role::Staff, unit)])), "there is nothing to stand in for");
        for more in [(Role::UnitManager, other), (Role::Registrar, None)] {
            assert!(!leads(&principal, &person(&[(Role::UnitManager, unit), more])));
        }
        let deputy = Colleague { stands_in_for: vec![principal], ..person(&[(Role::Staff, unit)]) };
        assert!(!leads(&deputy, &manager), "nor does whoever stands in for a day");
    }

    #[test]
    fn the_registrar_opens_only_what_belongs_to_no_unit() {
        let (unit, registrar) = (Some(Uuid::now_v7().into()), person(&[(Role::Registrar, None)]));
        assert!(!at(unit, Level::UnitManager).standing(&registrar).unwrap().reads);
        assert!(at(None, Level::UnitManager).standing(&registrar).unwrap().reads);
    }

    #[test]
    fn the_representative_comes_in_only_when_it_has_come_to_them() {
        let unit = Some(Uuid::now_v7().into());
        let representative = person(&[(Role::SchoolOwnerRepresentative, None)]);
        assert_eq!(at(unit, Level::UnitManager).standing(&representative), None);
        assert!(at(unit, Level::SchoolOwnerRepresentative).standing(&representative).unwrap().in_charge);
    }

    #[test]
    fn it_moves_to_the_first_level_with_somebody_left() {
        let left = |manager, principal| {
            Level::UnitManager.first_with_somebody(|level| match level {
                Level::UnitManager => manager,
                Level::Principal => principal,
                Level::SchoolOwnerRepresentative => 0,
            })
        };
        assert_eq!(left(1, 1), Level::UnitManager);
        assert_eq!(left(0, 1), Level::Principal);
        assert_eq!(left(0, 0), Level::SchoolOwnerRepresentative);
    }
}
