//! That those who work in the activity know their duty to report (LSS 24 c §): new employees when they begin (H44), and everybody
//! at least once a year (H45).

use chrono::{Days, NaiveDate};
use kernel::{PersonId, UnitId};
use organisation::{Colleague, Role};
use serde::Deserialize;
use utoipa::ToSchema;

use super::{Fault, Faults, Policy, Signature, code::coded};

coded!(
    /// On what occasion somebody was informed.
    BriefingKind {
        /// A meeting with everybody, at least once a year.
        Meeting = "meeting",
        /// Somebody new, when their employment begins.
        NewEmployee = "new_employee",
    }
);

/// What somebody filled in, not yet looked at.
#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct TypedBriefing {
    #[schema(value_type = BriefingKind)]
    pub kind: String,
    #[schema(value_type = NaiveDate)]
    pub held_on: String,
    /// Those who were there, by id.
    #[schema(value_type = Vec<kernel::Uuid>)]
    pub present: Vec<String>,
}

/// The unit's manager has gone through the routine with these people.
#[derive(Debug, Clone)]
pub struct NewBriefing {
    pub kind: BriefingKind,
    pub held_on: NaiveDate,
    pub present: Vec<PersonId>,
}

/// Somebody who works at a unit, and since when.
#[derive(Debug, Clone)]
pub struct Employee {
    pub id: PersonId,
    pub signature: Signature,
    pub since: NaiveDate,
}

/// The last time somebody was informed, and of which version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Informed {
    pub person: PersonId,
    pub on: NaiveDate,
    pub version: String,
}

coded!(
    /// How somebody stands to the duty.
    Knowledge {
        Current = "current",
        /// More days ago than the municipality lets pass.
        TooLongAgo = "too_long_ago",
        /// New, and there is still time.
        New = "new",
        /// New, and the time has passed.
        Never = "never",
    }
);

impl Knowledge {
    /// Whether somebody has to be informed now or soon.
    pub const fn is_wanting(self) -> bool {
        !matches!(self, Self::Current)
    }
}

impl TypedBriefing {
    /// `employees` are those who can have been there.
    pub fn parse(&self, employees: &[Employee], today: NaiveDate) -> Result<NewBriefing, Vec<Fault>> {
        let mut faults = Faults::default();
        let kind = faults.choice("kind", &self.kind);
        let held_on = faults.day_between("held_on", &self.held_on, NaiveDate::MIN, today);
        let known = |typed: &String| employees.iter().find(|each| each.id.to_string() == *typed);
        let mut present: Vec<PersonId> = self.present.iter().filter_map(known).map(|each| each.id).collect();
        if self.present.is_empty() {
            faults.add(Fault::missing("present"));
        } else if present.len() < self.present.len() {
            faults.add(Fault::not_a_choice("present"));
        }
        present.sort_unstable();
        present.dedup();
        faults.or(kind.zip(held_on).map(|(kind, held_on)| NewBriefing { kind, held_on, present }))
    }
}

impl Employee {
    /// How they stand today, and the day by which they are to be informed again.
    pub fn knows(
        &self,
        last: Option<&Informed>,
        today: NaiveDate,
        policy: &Policy,
    ) -> (Knowledge, NaiveDate) {
        let (by, in_time, late) = match last {
            Some(last) => {
                let by = last.on + Days::new(policy.inform_every.into());
                (by, Knowledge::Current, Knowledge::TooLongAgo)
            }
            None => {
                (self.since + Days::new(policy.inform_new_within.into()), Knowledge::New, Knowledge::Never)
            }
        };
        (if today <= by { in_time } else { late }, by)
    }
}

/// Whether somebody informs those who work at the unit: its manager (S2:212).
pub fn informs_at(person: &Colleague, unit: UnitId) -> bool {
    person.is_at(Role::UnitManager, unit)
}

/// Whether somebody sees who is informed at the unit: whoever leads it, and whoever decides for the board.
pub fn sees_who_is_informed_at(person: &Colleague, unit: UnitId) -> bool {
    informs_at(person, unit) || person.is_at(Role::Principal, unit) || decides_the_routine(person)
}

/// Whether there is any unit of which they could see it.
pub fn sees_who_is_informed(person: &Colleague) -> bool {
    [Role::UnitManager, Role::Principal, Role::DecisionMaker].iter().any(|role| person.is(*role))
}

/// Whether somebody lays down the routine: the board, or whoever decides for it (S2:217).
pub fn decides_the_routine(person: &Colleague) -> bool {
    person.is(Role::DecisionMaker)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn stands(last: Option<&str>, today: &str) -> (Knowledge, NaiveDate) {
        let signature = Signature { name: "Filip Provsson".to_owned(), title: None };
        let filip = Employee { id: PersonId::new(), signature, since: day("2026-01-01") };
        let last = last.map(|on| Informed { person: filip.id, on: day(on), version: "2026-09".to_owned() });
        filip.knows(last.as_ref(), day(today), &Policy::default())
    }

    #[test]
    fn somebody_new_has_five_days_and_everybody_a_year() {
        assert_eq!(stands(None, "2026-01-06"), (Knowledge::New, day("2026-01-06")));
        assert_eq!(stands(None, "2026-01-07"), (Knowledge::Never, day("2026-01-06")));
        assert_eq!(stands(Some("2026-01-02"), "2027-01-02"), (Knowledge::Current, day("2027-01-02")));
        assert_eq!(stands(Some("2026-01-02"), "2027-01-03"), (Knowledge::TooLongAgo, day("2027-01-02")));
    }
}
