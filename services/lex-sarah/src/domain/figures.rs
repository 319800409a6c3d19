//! Figures in which nobody can be found: small numbers are hidden, and others with them.

use kernel::small_numbers;
use serde::{Deserialize, Serialize};

/// A number as it is published.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Figure {
    Count(u64),
    /// Under the least that is told, and part of no sum.
    Few,
    /// Hidden: small, or so that a small one cannot be reckoned out.
    Withheld,
}

impl Figure {
    /// One that stands by itself.
    pub const fn alone(count: u64, least: u64) -> Self {
        if count < least { Self::Few } else { Self::Count(count) }
    }

    pub const fn is_hidden(self) -> bool {
        !matches!(self, Self::Count(_))
    }
}

/// The parts of a whole that is told too, as far as [`small_numbers`] lets them be. `hidden` must not be told for another reason.
pub fn parts(counts: &[u64], hidden: &[usize], least: u64) -> Vec<Figure> {
    let told = small_numbers::told(counts, hidden, least);
    counts
        .iter()
        .zip(told)
        .map(|(count, told)| if told { Figure::Count(*count) } else { Figure::Withheld })
        .collect()
}
