//! Questions to the register.

use std::collections::HashMap;

use chrono::NaiveDate;
use kernel::{PersonId, UnitId};
use proto::organisation::{Assignment, Organisation, Person, Role, Unit};

/// The register at one moment.
#[derive(Debug, Default)]
pub struct Register {
    organisation: Organisation,
    person_at: HashMap<PersonId, usize>,
    login_at: HashMap<String, PersonId>,
}

/// A person with the roles of a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Colleague {
    pub id: PersonId,
    pub name: String,
    pub title: Option<String>,
    /// Role and unit; no unit means the whole city.
    pub roles: Vec<(Role, Option<UnitId>)>,
    /// Whose guardian they are that day, and at which unit the youth is.
    pub youths: Vec<(PersonId, UnitId)>,
    /// Those in whose place they act that day, as far as a service lets anybody. The register knows of none.
    pub stands_in_for: Vec<Self>,
    /// Of somebody in whose place another acts: who said so, if they did not themselves.
    pub placed_by: Option<PersonId>,
}

impl Colleague {
    /// The person themself, and then each in whose place they act.
    pub fn hats(&self) -> impl Iterator<Item = &Self> {
        std::iter::once(self).chain(&self.stands_in_for)
    }

    /// Whether the role is held, or somebody's who holds it is filled.
    pub fn acts_as(&self, role: Role) -> bool {
        self.hats().any(|hat| hat.is(role))
    }

    /// The same, without those places in which they may not act here: where one of `people` is away, or has chosen who acts for them.
    #[must_use]
    pub fn but_not_for(&self, people: &[PersonId]) -> Self {
        let may = |hat: &&Self| {
            !people.contains(&hat.id) && hat.placed_by.is_none_or(|placed_by| !people.contains(&placed_by))
        };
        Self { stands_in_for: self.stands_in_for.iter().filter(may).cloned().collect(), ..self.clone() }
    }

    pub fn is(&self, role: Role) -> bool {
        self.roles.iter().any(|(held, _)| *held == role)
    }

    /// Whether the role is held at this very unit.
    pub fn is_at(&self, role: Role, unit: UnitId) -> bool {
        self.roles.contains(&(role, Some(unit)))
    }

    /// The units at which the role is held.
    pub fn units_as(&self, role: Role) -> Vec<UnitId> {
        self.roles.iter().filter(|(held, _)| *held == role).filter_map(|(_, unit)| *unit).collect()
    }

    /// Whether they are the youth's guardian that day.
    pub fn is_guardian_of(&self, youth: PersonId) -> bool {
        self.youths.iter().any(|(known, _)| *known == youth)
    }

    /// Whether the person works in the activity, and so must report a misconduct (LSS 24 b §).
    pub fn performs_tasks(&self) -> bool {
        !self.units_of_work().is_empty()
    }

    /// The units the person works at.
    pub fn units_of_work(&self) -> Vec<UnitId> {
        let mut units =
            [Role::Staff, Role::UnitManager, Role::Principal].map(|role| self.units_as(role)).concat();
        units.sort_unstable();
        units.dedup();
        units
    }

    /// Name and title, as they stand under what the person writes.
    pub fn signature(&self) -> String {
        signature(&self.name, self.title.as_deref())
    }
}

fn signature(name: &str, title: Option<&str>) -> String {
    title.map_or_else(|| name.to_owned(), |title| format!("{name}, {title}"))
}

impl Register {
    pub fn new(organisation: Organisation) -> Self {
        let people = organisation.people.iter();
        let person_at = people.clone().enumerate().map(|(at, person)| (person.id.into(), at)).collect();
        let login_at = people.map(|person| (person.login.clone(), person.id.into())).collect();
        Self { organisation, person_at, login_at }
    }

    pub const fn organisation(&self) -> &Organisation {
        &self.organisation
    }

    pub fn unit(&self, id: UnitId) -> Option<&Unit> {
        self.organisation.units.iter().find(|unit| unit.id == id.as_uuid())
    }

    /// The units that may run the activity: those notified to IVO (LSS 23 §, H16).
    pub fn active_units(&self) -> impl Iterator<Item = &Unit> {
        self.organisation.units.iter().filter(|unit| unit.ivo_notified_on.is_some())
    }

    /// The person whom the identity provider calls `login`.
    pub fn person_called(&self, login: &str) -> Option<PersonId> {
        self.login_at.get(login).copied()
    }

    pub fn person(&self, id: PersonId) -> Option<&Person> {
        self.person_at.get(&id).map(|at| &self.organisation.people[*at])
    }

    /// As [`Colleague::signature`], whatever roles the person holds. None when unknown.
    pub fn signature(&self, id: PersonId) -> Option<String> {
        self.person(id).map(|person| signature(&person.name, person.title.as_deref()))
    }

    /// A person with the roles held on `day`. None when unknown; somebody whose roles have ended has none.
    pub fn colleague(&self, id: PersonId, day: NaiveDate) -> Option<Colleague> {
        let person = self.person(id)?;
        let held = || self.held_on(day).filter(|assignment| assignment.person_id == person.id);
        let mut roles = Vec::new();
        for role in held().map(|assignment| (assignment.role, assignment.unit_id.map(UnitId::from))) {
            // Once, however many youths somebody is the guardian of.
            if !roles.contains(&role) {
                roles.push(role);
            }
        }
        let youths = held().filter_map(|a| Some((a.youth_id?.into(), a.unit_id?.into()))).collect();
        Some(Colleague {
            id,
            name: person.name.clone(),
            title: person.title.clone(),
            roles,
            youths,
            stands_in_for: Vec::new(),
            placed_by: None,
        })
    }

    /// Everybody who holds the role on `day`, at the unit, or city-wide when `unit` is None.
    pub fn holders(&self, role: Role, unit: Option<UnitId>, day: NaiveDate) -> Vec<PersonId> {
        let unit = unit.map(UnitId::as_uuid);
        let mut holders: Vec<PersonId> = self
            .held_on(day)
            .filter(|assignment| assignment.role == role && assignment.unit_id == unit)
            .map(|assignment| assignment.person_id.into())
            .collect();
        holders.sort_unstable();
        holders.dedup();
        holders
    }

    fn held_on(&self, day: NaiveDate) -> impl Iterator<Item = &Assignment> {
        self.organisation
            .assignments
            .iter()
            .filter(move |a| a.from <= day && a.to.is_none_or(|last| day <= last))
    }
}

#[cfg(test)]
mod tests {
    use kernel::Uuid;

    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn register() -> (Register, PersonId, UnitId) {
        let (person, unit) = (Uuid::now_v7(), Uuid::now_v7());
        let assignment = |role, unit_id, from, to: Option<&str>| Assignment {
            person_id: person,
            role,
            unit_id,
            youth_id: None,
            from: day(from),
            to: to.map(day),
        };
        let organisation = Organisation {
            units: vec![Unit { id: unit, name: "A".into(), short_name: "a".into(), ivo_notified_on: None }],
            people: vec![Person {
                id: person,
                name: "Maja".into(),
                title: Some("gruppchef".into()),
                login: "maja".into(),
                email: None,
            }],
            assignments: vec![
                assignment(Role::UnitManager, Some(unit), "2026-01-01", Some("2026-06-30")),
                assignment(Role::Administrator, None, "2026-03-01", None),
            ],
        };
        (Register::new(organisation), person.into(), unit.into())
    }

    #[test]
    fn a_role_is_held_from_its_first_day_to_its_last() {
        let (register, person, unit) = register();
        let manages = |on| register.colleague(person, day(on)).unwrap().is_at(Role::UnitManager, unit);
        assert!(!manages("2025-12-31"));
        assert!(manages("2026-01-01"));
        assert!(manages("2026-06-30"));
        assert!(!manages("2026-07-01"));
        assert_eq!(register.holders(Role::UnitManager, Some(unit), day("2026-06-30")), [person]);
        assert_eq!(register.holders(Role::UnitManager, Some(unit), day("2026-07-01")), []);
    }

    #[test]
    fn a_role_for_the_city_is_not_a_role_at_a_unit() {
        let (register, person, unit) = register();
        let today = day("2026-10-01");
        assert!(register.colleague(person, today).unwrap().is(Role::Administrator));
        assert!(!register.colleague(person, today).unwrap().is_at(Role::Administrator, unit));
        assert_eq!(register.holders(Role::Administrator, Some(unit), today), []);
    }

    #[test]
    fn a_unit_that_ivo_was_not_told_of_is_not_active() {
        assert_eq!(register().0.active_units().count(), 0);
    }
}
