//! Matters of somebody who wrote while logged in.

use kernel::UnitId;
use organisation::{Colleague, Role};

use crate::domain::Relation;

words! {
    /// As what somebody wrote.
    Own {
        Guardian = "guardian",
        Youth = "youth",
    }
}

impl Own {
    /// As what the person may write about a unit. Who is both is a guardian there.
    pub fn of(person: &Colleague, unit: UnitId) -> Option<Self> {
        if person.is_at(Role::Guardian, unit) {
            Some(Self::Guardian)
        } else if person.is_at(Role::Youth, unit) {
            Some(Self::Youth)
        } else {
            None
        }
    }

    pub const fn relation(self) -> Relation {
        match self {
            Self::Guardian => Relation::Guardian,
            Self::Youth => Relation::Youth,
        }
    }
}

/// The units that somebody may write about while logged in.
pub fn own_units(person: &Colleague) -> Vec<UnitId> {
    let mut units = [Role::Guardian, Role::Youth].map(|role| person.units_as(role)).concat();
    units.sort_unstable();
    units.dedup();
    units
}

/// Whether somebody may still follow what they sent. A guardian's standing ends on the youth's 18th birthday: the register
/// holds the day before as the role's last (H12, OSL 12:3). What a youth wrote stays theirs.
pub fn may_follow(person: &Colleague, own: Own, unit: Option<UnitId>) -> bool {
    match own {
        Own::Youth => true,
        Own::Guardian => unit.is_some_and(|unit| person.is_at(Role::Guardian, unit)),
    }
}

#[cfg(test)]
mod tests {
    use kernel::Uuid;

    use super::*;

    fn person(roles: &[(Role, u128)]) -> Colleague {
        let roles = roles.iter().map(|(role, unit)| (*role, Some(Uuid::from_u128(*unit).into()))).collect();
        Colleague {
            id: Uuid::from_u128(9).into(),
            name: "Vera".into(),
            title: None,
            roles,
            stands_in_for: Vec::new(),
        }
    }

    fn unit(number: u128) -> UnitId {
        Uuid::from_u128(number).into()
    }

    #[test]
    fn a_guardian_follows_while_the_role_lasts_and_only_there() {
        let guardian = person(&[(Role::Guardian, 1)]);
        assert!(may_follow(&guardian, Own::Guardian, Some(unit(1))));
        assert!(!may_follow(&guardian, Own::Guardian, Some(unit(2))));
        assert!(!may_follow(&guardian, Own::Guardian, None));
        assert!(!may_follow(&person(&[]), Own::Guardian, Some(unit(1))), "the youth has come of age");
    }

    #[test]
    fn a_youth_keeps_what_they_wrote() {
        assert!(may_follow(&person(&[]), Own::Youth, Some(unit(1))));
    }

    #[test]
    fn nobody_writes_for_a_role_they_do_not_have() {
        assert_eq!(Own::of(&person(&[(Role::Youth, 1)]), unit(1)), Some(Own::Youth));
        assert_eq!(Own::of(&person(&[(Role::Staff, 1), (Role::Youth, 2)]), unit(1)), None);
    }
}
