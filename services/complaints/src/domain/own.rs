//! Matters of somebody who wrote while logged in.

use kernel::{PersonId, UnitId, Uuid};
use organisation::{Colleague, Role};

use crate::domain::Relation;

/// As what somebody wrote.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Own {
    /// Of this youth.
    Guardian(PersonId),
    Youth,
}

impl Own {
    pub const fn relation(self) -> Relation {
        match self {
            Self::Guardian(_) => Relation::Guardian,
            Self::Youth => Relation::Youth,
        }
    }

    /// As who wrote for this youth, or as a youth.
    pub fn of(youth: Option<PersonId>) -> Self {
        youth.map_or(Self::Youth, Self::Guardian)
    }

    pub const fn youth(self) -> Option<PersonId> {
        match self {
            Self::Guardian(youth) => Some(youth),
            Self::Youth => None,
        }
    }
}

/// What somebody may write about: the unit, and as what.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct About {
    pub own: Own,
    pub unit: UnitId,
}

impl About {
    /// Every one that the person has today. Who is both guardian and youth at a unit is a guardian there.
    pub fn all_of(person: &Colleague) -> Vec<Self> {
        let as_guardian =
            person.youths.iter().map(|(youth, unit)| Self { own: Own::Guardian(*youth), unit: *unit });
        let mut all: Vec<_> = as_guardian.collect();
        for unit in person.units_as(Role::Youth) {
            if !all.iter().any(|known| known.unit == unit) {
                all.push(Self { own: Own::Youth, unit });
            }
        }
        all
    }

    /// The one of the person that is called so, if it is theirs today.
    pub fn called(name: &str, person: &Colleague) -> Option<Self> {
        Self::all_of(person).into_iter().find(|about| about.name() == name)
    }

    /// As it is chosen in a form: the unit and, from a guardian, the youth.
    pub fn name(self) -> String {
        let ids: Vec<Uuid> = [Some(self.unit.as_uuid()), self.own.youth().map(PersonId::as_uuid)]
            .into_iter()
            .flatten()
            .collect();
        ids.iter().map(ToString::to_string).collect::<Vec<_>>().join(".")
    }
}

/// Whether somebody may still follow what they sent. A guardian's standing ends on the youth's 18th birthday, for each youth on
/// their own: the register holds the day before as the role's last (H12, OSL 12:3). What a youth wrote stays theirs.
pub fn may_follow(person: &Colleague, own: Own) -> bool {
    match own {
        Own::Youth => true,
        Own::Guardian(youth) => person.is_guardian_of(youth),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ELDER: u128 = 7;
    const YOUNGER: u128 = 8;

    fn person(roles: &[(Role, u128)], youths: &[(u128, u128)]) -> Colleague {
        let roles = roles.iter().map(|(role, at)| (*role, Some(unit(*at)))).collect();
        let youths = youths.iter().map(|(of, at)| (youth(*of), unit(*at))).collect();
        let id = Uuid::from_u128(9).into();
        Colleague {
            id,
            name: "Vera".into(),
            title: None,
            roles,
            youths,
            stands_in_for: Vec::new(),
            placed_by: None,
        }
    }

    fn unit(number: u128) -> UnitId {
        Uuid::from_u128(number).into()
    }

    fn youth(number: u128) -> PersonId {
        Uuid::from_u128(number).into()
    }

    #[test]
    fn a_guardian_follows_what_is_about_a_youth_while_they_are_that_youth_s_guardian() {
        let guardian = person(&[(Role::Guardian, 1)], &[(YOUNGER, 1)]);
        assert!(may_follow(&guardian, Own::Guardian(youth(YOUNGER))));
        let elder = Own::Guardian(youth(ELDER));
        assert!(!may_follow(&guardian, elder), "who has come of age, though a sibling is at the unit");
    }

    #[test]
    fn a_youth_keeps_what_they_wrote() {
        assert!(may_follow(&person(&[], &[]), Own::Youth));
    }

    #[test]
    fn one_writes_about_each_youth_and_for_no_role_that_one_does_not_have() {
        let own = |person: &Colleague| About::all_of(person).iter().map(|each| each.own).collect::<Vec<_>>();
        let siblings = [(ELDER, 1), (YOUNGER, 1)];
        let guardian = person(&[(Role::Guardian, 1), (Role::Youth, 1), (Role::Youth, 2)], &siblings);
        let expected = [Own::Guardian(youth(ELDER)), Own::Guardian(youth(YOUNGER)), Own::Youth];
        assert_eq!(own(&guardian), expected, "as a guardian where one is both");
        assert_eq!(own(&person(&[(Role::Staff, 1)], &[])), []);
    }

    #[test]
    fn a_standing_is_found_by_its_name_and_only_by_whoever_has_it() {
        let guardian = person(&[(Role::Guardian, 1)], &[(ELDER, 1)]);
        let [about] = About::all_of(&guardian)[..] else { panic!("one") };
        assert_eq!(About::called(&about.name(), &guardian), Some(about));
        let other = person(&[(Role::Guardian, 1)], &[(YOUNGER, 1)]);
        assert_eq!(About::called(&about.name(), &other), None);
        assert_eq!(About::called("", &guardian), None);
    }
}
