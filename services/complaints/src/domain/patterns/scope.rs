//! Who sees the figures of what.

use kernel::UnitId;
use organisation::{Colleague, Role};

/// What somebody sees the figures of. Never both a unit's and the city's: the difference is another unit's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Scope {
    City,
    /// One at a time, in no order.
    Units(Vec<UnitId>),
}

impl Scope {
    /// None for who has no part in the work with patterns.
    pub fn of(person: &Colleague) -> Option<Self> {
        if person.roles.contains(&(Role::SchoolOwnerRepresentative, None)) {
            return Some(Self::City);
        }
        let roles = [Role::UnitManager, Role::Principal, Role::SchoolOwnerRepresentative];
        let mut units = roles.map(|role| person.units_as(role)).concat();
        units.sort_unstable();
        units.dedup();
        (!units.is_empty()).then_some(Self::Units(units))
    }
}
