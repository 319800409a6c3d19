//! Who of those that something waits for is still there to act on it.

use chrono::NaiveDate;
use kernel::PersonId;
use organisation::{Register, Role};

use super::{Case, target::Reminded};

/// The register, as of a day.
pub struct Reach<'a> {
    register: &'a Register,
    day: NaiveDate,
}

impl<'a> Reach<'a> {
    pub const fn on(day: NaiveDate, register: &'a Register) -> Self {
        Self { register, day }
    }

    /// Whether somebody hears of it who can act: an investigator who still is one, somebody who still works here, a role that somebody
    /// holds who is not kept from the case.
    pub(super) fn reaches(&self, who: &Reminded, case: &Case) -> bool {
        match who {
            Reminded::Person(person) if case.investigator == Some(*person) => {
                self.register.holders(Role::LexSarahInvestigator, None, self.day).contains(person)
            }
            Reminded::Person(person) => {
                self.register.colleague(*person, self.day).is_some_and(|known| !known.roles.is_empty())
            }
            Reminded::Role(role, unit) => {
                let kept_from_it = case.kept_from(*role);
                let holders = self.register.holders(*role, *unit, self.day);
                holders.iter().any(|holder| !kept_from_it.contains(holder))
            }
        }
    }
}

impl Case {
    /// Whom it is about, who reported it and who inquires into it.
    pub fn part_of_it(&self) -> impl Iterator<Item = PersonId> {
        self.implicated.iter().copied().chain([self.reported_by]).chain(self.investigator)
    }

    /// Those who hold a role and are told nothing in it.
    pub fn kept_from(&self, role: Role) -> Vec<PersonId> {
        // Rule G.3: whoever has had it does not decide it, and whoever has decided it does not inquire into it.
        let had_it = self.investigators.iter().filter(|_| role == Role::DecisionMaker);
        let decided = self.deciders.iter().filter(|_| role == Role::LexSarahInvestigator);
        let mut kept: Vec<PersonId> = Vec::new();
        for person in self.part_of_it().chain(had_it.chain(decided).copied()) {
            if !kept.contains(&person) {
                kept.push(person);
            }
        }
        kept
    }
}
