//! Counts that may be shown.

use kernel::UnitId;

use crate::domain::{fact::Kind, month::Month};

/// How many matters have facts of a kind about a unit and a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Count {
    pub unit: Option<UnitId>,
    pub month: Month,
    pub kind: Kind,
    pub number: i64,
}

/// A count as people may see it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shown {
    Number(i64),
    /// Also none at all: else an empty place would tell that the others are not empty, and one matter in a small unit points
    /// at somebody.
    FewerThanFive,
}

impl Shown {
    pub const fn of(number: i64) -> Self {
        if number < 5 { Self::FewerThanFive } else { Self::Number(number) }
    }
}

/// What is shown for one unit, month and kind.
pub fn shown(counts: &[Count], unit: Option<UnitId>, month: Month, kind: Kind) -> Shown {
    let wanted = |count: &&Count| count.unit == unit && count.month == month && count.kind == kind;
    Shown::of(counts.iter().filter(wanted).map(|count| count.number).sum())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_under_five_are_not_told_apart() {
        for number in 0..5 {
            assert_eq!(Shown::of(number), Shown::FewerThanFive);
        }
        assert_eq!(Shown::of(5), Shown::Number(5));
    }
}
