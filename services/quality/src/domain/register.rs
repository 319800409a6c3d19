//! A register that can be relied on.

use std::{collections::HashSet, hash::Hash};

use kernel::{EmailAddress, Uuid, text::FreeText};
use organisation::{Assignment, Organisation, Role};

/// Longer than any name or title.
const LONGEST: usize = 200;

/// An organisation in which everything fits: nothing stands twice, nobody lacks a name, every role has its holder and
/// its place. In one order, so that two of them are equal when they say the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SoundRegister(Organisation);

/// What is wrong, and where: a JSON pointer, never the value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    pub pointer: String,
    pub what: What,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum What {
    #[error("stands there twice")]
    Twice,
    #[error("is not in the register")]
    Unknown,
    #[error("is not one line of text")]
    NotALine,
    #[error("is not a word of small letters, digits and hyphens")]
    NotAWord,
    #[error("is not an e-mail address")]
    NotAnAddress,
    #[error("is before the first day")]
    EndsBeforeItBegins,
    /// What a guardian may know ends then (OSL 12:3).
    #[error("must be there for a guardian: the day before the youth turns 18")]
    NeedsLastDay,
    /// It ends for each youth on a day of their own.
    #[error("must be there for a guardian: whose guardian it is")]
    NeedsYouth,
    #[error("must not be there for this role")]
    IsForGuardians,
    #[error("is nobody with the role youth at the same unit")]
    NoYouthThere,
    #[error("must name a unit for this role")]
    NeedsUnit,
    #[error("must not name a unit for this role")]
    IsForTheCity,
}

/// Where a role is held.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    Unit,
    City,
}

const fn place(role: Role) -> Place {
    match role {
        Role::Guardian | Role::Youth | Role::Staff | Role::UnitManager | Role::Principal => Place::Unit,
        Role::SchoolOwnerRepresentative
        | Role::LexSarahInvestigator
        | Role::DecisionMaker
        | Role::Registrar
        | Role::ContactCentre
        | Role::Archivist
        | Role::DataProtectionOfficer
        | Role::Administrator => Place::City,
    }
}

impl SoundRegister {
    /// Every fault at once.
    pub fn parse(mut organisation: Organisation) -> Result<Self, Vec<Fault>> {
        let mut faults = Faults::default();
        faults.of_units(&organisation);
        faults.of_people(&organisation);
        faults.of_assignments(&organisation);
        if !faults.0.is_empty() {
            return Err(faults.0);
        }
        organisation.units.sort_by_key(|unit| unit.id);
        organisation.people.sort_by_key(|person| person.id);
        organisation
            .assignments
            .sort_by_key(|a| (a.person_id, a.from, a.unit_id, a.role as u8, a.youth_id, a.to));
        Ok(Self(organisation))
    }

    pub const fn organisation(&self) -> &Organisation {
        &self.0
    }

    pub fn into_organisation(self) -> Organisation {
        self.0
    }
}

#[derive(Default)]
struct Faults(Vec<Fault>);

impl Faults {
    fn of_units(&mut self, organisation: &Organisation) {
        let (mut ids, mut words) = (Seen::default(), Seen::default());
        for (at, unit) in organisation.units.iter().enumerate() {
            let field = |name| format!("/units/{at}/{name}");
            self.check(ids.is_new(unit.id), field("id"), What::Twice);
            self.check(is_line(&unit.name), field("name"), What::NotALine);
            self.check(is_word(&unit.short_name), field("short_name"), What::NotAWord);
            self.check(words.is_new(unit.short_name.as_str()), field("short_name"), What::Twice);
        }
    }

    fn of_people(&mut self, organisation: &Organisation) {
        let (mut ids, mut logins) = (Seen::default(), Seen::default());
        for (at, person) in organisation.people.iter().enumerate() {
            let field = |name| format!("/people/{at}/{name}");
            self.check(ids.is_new(person.id), field("id"), What::Twice);
            self.check(is_line(&person.name), field("name"), What::NotALine);
            self.check(person.title.as_deref().is_none_or(is_line), field("title"), What::NotALine);
            self.check(is_line(&person.login), field("login"), What::NotALine);
            self.check(logins.is_new(person.login.as_str()), field("login"), What::Twice);
            self.check(person.email.as_deref().is_none_or(is_address), field("email"), What::NotAnAddress);
        }
    }

    fn of_assignments(&mut self, organisation: &Organisation) {
        let units: HashSet<Uuid> = organisation.units.iter().map(|unit| unit.id).collect();
        let people: HashSet<Uuid> = organisation.people.iter().map(|person| person.id).collect();
        let youths = organisation.assignments.iter().filter(|a| a.role == Role::Youth);
        let youths: HashSet<_> = youths.map(|a| (a.person_id, a.unit_id)).collect();
        let mut held = Seen::default();
        for (at, a) in organisation.assignments.iter().enumerate() {
            let field = |name| format!("/assignments/{at}/{name}");
            let is_new = held.is_new((a.person_id, a.role, a.unit_id, a.youth_id, a.from));
            self.check(is_new, format!("/assignments/{at}"), What::Twice);
            self.check(people.contains(&a.person_id), field("person_id"), What::Unknown);
            self.check(a.to.is_none_or(|last| a.from <= last), field("to"), What::EndsBeforeItBegins);
            let has_an_end = a.role != Role::Guardian || a.to.is_some();
            self.check(has_an_end, field("to"), What::NeedsLastDay);
            self.of_youth(a, &youths, field("youth_id"));
            match (place(a.role), a.unit_id) {
                (Place::Unit, None) => self.check(false, field("unit_id"), What::NeedsUnit),
                (Place::City, Some(_)) => self.check(false, field("unit_id"), What::IsForTheCity),
                (Place::City, None) => {}
                (Place::Unit, Some(unit)) => {
                    self.check(units.contains(&unit), field("unit_id"), What::Unknown);
                }
            }
        }
    }

    /// Whose guardian somebody is. Whoever is named is a youth, so that nobody else is taken for one by mistake.
    fn of_youth(&mut self, held: &Assignment, youths: &HashSet<(Uuid, Option<Uuid>)>, field: String) {
        match (held.role, held.youth_id) {
            (Role::Guardian, None) => self.check(false, field, What::NeedsYouth),
            (Role::Guardian, Some(youth)) => {
                self.check(youths.contains(&(youth, held.unit_id)), field, What::NoYouthThere);
            }
            (_, Some(_)) => self.check(false, field, What::IsForGuardians),
            (_, None) => {}
        }
    }

    fn check(&mut self, holds: bool, pointer: String, what: What) {
        if !holds {
            self.0.push(Fault { pointer, what });
        }
    }
}

struct Seen<T>(HashSet<T>);

impl<T> Default for Seen<T> {
    fn default() -> Self {
        Self(HashSet::new())
    }
}

impl<T: Eq + Hash> Seen<T> {
    fn is_new(&mut self, value: T) -> bool {
        self.0.insert(value)
    }
}

fn is_line(text: &str) -> bool {
    matches!(FreeText::parse_line(text, LONGEST), Ok(Some(line)) if line.as_str() == text)
}

fn is_word(text: &str) -> bool {
    let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    (1..=40).contains(&text.len()) && text.chars().all(fits)
}

fn is_address(text: &str) -> bool {
    text.parse::<EmailAddress>().is_ok_and(|address| address.as_str() == text)
}

#[cfg(test)]
mod tests {
    use testkit::organisation::{NORRGLIMT, organisation, person};

    use super::*;

    fn faults(change: impl FnOnce(&mut Organisation)) -> Vec<(String, What)> {
        let mut changed = organisation();
        change(&mut changed);
        let faults = SoundRegister::parse(changed).expect_err("it is not sound");
        faults.into_iter().map(|fault| (fault.pointer, fault.what)).collect()
    }

    #[test]
    fn the_order_in_which_it_is_told_does_not_matter() {
        let mut turned = organisation();
        turned.units.reverse();
        turned.people.reverse();
        turned.assignments.reverse();
        assert_eq!(SoundRegister::parse(turned), SoundRegister::parse(organisation()));
    }

    #[test]
    fn every_fault_is_told_at_once_and_by_its_place() {
        let faults = faults(|organisation| {
            organisation.units[1].short_name = "norrglimt".into();
            organisation.people[0].email = Some("Maja".into());
            organisation.people[1].name = "Rut\nBcc: x".into();
            organisation.assignments[0].unit_id = Some(Uuid::nil());
        });
        let expected = [
            ("/units/1/short_name", What::Twice),
            ("/people/0/email", What::NotAnAddress),
            ("/people/1/name", What::NotALine),
            ("/assignments/0/unit_id", What::Unknown),
        ];
        assert_eq!(faults, expected.map(|(pointer, what)| (pointer.to_owned(), what)));
    }

    #[test]
    fn a_role_is_held_where_it_belongs_by_somebody_known_and_not_backwards() {
        let holds = |role, unit_id| {
            move |organisation: &mut Organisation| {
                let first = &mut organisation.assignments[0];
                (first.role, first.unit_id) = (role, unit_id);
            }
        };
        let at = |what| vec![("/assignments/0/unit_id".to_owned(), what)];
        assert_eq!(faults(holds(Role::UnitManager, None)), at(What::NeedsUnit));
        assert_eq!(faults(holds(Role::Registrar, Some(NORRGLIMT))), at(What::IsForTheCity));
        assert_eq!(
            faults(|organisation| organisation.assignments[0].person_id = Uuid::nil()),
            [("/assignments/0/person_id".to_owned(), What::Unknown)]
        );
        assert_eq!(
            faults(|organisation| organisation.assignments[0].to = "2025-12-31".parse().ok()),
            [("/assignments/0/to".to_owned(), What::EndsBeforeItBegins)]
        );
    }

    #[test]
    fn a_guardian_has_a_last_day_before_the_youth_turns_eighteen_and_others_need_none() {
        let found = faults(|organisation| {
            for assignment in &mut organisation.assignments {
                assignment.to = None;
            }
        });
        let assignments = organisation().assignments;
        let guardians = assignments.iter().enumerate().filter(|(_, a)| a.role == Role::Guardian);
        let expected = guardians.map(|(at, _)| (format!("/assignments/{at}/to"), What::NeedsLastDay));
        assert_eq!(found, expected.collect::<Vec<_>>());
    }

    #[test]
    fn a_guardian_is_the_guardian_of_a_youth_at_the_unit_and_nobody_else_is() {
        let guardian = organisation().assignments.iter().position(|a| a.role == Role::Guardian).unwrap();
        let named = |at: usize, youth: Option<&str>| {
            let youth = youth.map(|login| person(login).as_uuid());
            faults(|organisation| organisation.assignments[at].youth_id = youth)
        };
        let at = |at, what| vec![(format!("/assignments/{at}/youth_id"), what)];
        assert_eq!(named(guardian, None), at(guardian, What::NeedsYouth));
        assert_eq!(named(guardian, Some("administrator")), at(guardian, What::NoYouthThere));
        assert_eq!(named(0, Some("ungdom-norrglimt")), at(0, What::IsForGuardians));
    }

    #[test]
    fn the_guardian_of_two_siblings_at_one_unit_is_so_twice() {
        let register = SoundRegister::parse(organisation()).unwrap().into_organisation();
        let guardian = person("vardnadshavare-syskon").as_uuid();
        assert_eq!(register.assignments.iter().filter(|a| a.person_id == guardian).count(), 2);
    }

    #[test]
    fn the_same_role_can_be_held_twice_but_not_from_the_same_day() {
        let again = |from: &str| {
            let mut organisation = organisation();
            let mut assignment = organisation.assignments[0].clone();
            assert_eq!(assignment.person_id, person("gruppchef-norrglimt").as_uuid());
            assignment.from = from.parse().unwrap();
            organisation.assignments.push(assignment);
            SoundRegister::parse(organisation)
        };
        assert!(again("2026-10-01").is_ok());
        assert!(again("2026-01-01").is_err());
    }
}
