//! Figures in which nobody can be found: small numbers are hidden, and others with them, so that none can be reckoned out from a
//! sum (requirements I.3).

use serde::{Deserialize, Serialize};

/// A number as it is published.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Figure {
    Count(u64),
    /// Under the least that is told.
    Few,
    /// Hidden so that another cannot be reckoned out.
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

/// The parts of a whole that is told too. `hidden` are those that must not be told for another reason.
///
/// What is hidden is more than one part, and together at least `least`: so nothing follows from the whole and the parts that are
/// told.
pub fn parts(counts: &[u64], hidden: &[usize], least: u64) -> Vec<Figure> {
    let mut told: Vec<bool> =
        counts.iter().enumerate().map(|(at, count)| *count >= least && !hidden.contains(&at)).collect();
    let unsafe_still = |told: &[bool]| {
        let away = counts.iter().zip(told).filter(|(_, told)| !**told).map(|(count, _)| *count);
        let (number, sum) = away.fold((0, 0), |(number, sum), count| (number + 1, sum + count));
        number > 0 && (number < 2 || sum < least)
    };
    while unsafe_still(&told) {
        let smallest = (0..counts.len()).filter(|at| told[*at]).min_by_key(|at| counts[*at]);
        let Some(smallest) = smallest else { break };
        told[smallest] = false;
    }
    let figure = |(count, told): (&u64, &bool)| match (*told, *count < least) {
        (true, _) => Figure::Count(*count),
        (false, true) => Figure::Few,
        (false, false) => Figure::Withheld,
    };
    counts.iter().zip(&told).map(figure).collect()
}

#[cfg(test)]
mod tests {
    use super::{
        Figure::{Count, Few, Withheld},
        *,
    };

    #[test]
    fn what_is_few_is_hidden_and_the_next_smallest_with_it() {
        assert_eq!(parts(&[12, 3, 7, 30], &[], 5), [Count(12), Few, Withheld, Count(30)]);
        assert_eq!(parts(&[12, 3, 4, 30], &[], 5), [Count(12), Few, Few, Count(30)], "together seven");
        assert_eq!(
            parts(&[12, 1, 2, 30], &[], 5),
            [Withheld, Few, Few, Count(30)],
            "together three: a third"
        );
        assert_eq!(parts(&[12, 0, 30], &[], 5), [Withheld, Few, Count(30)], "none is few too");
        assert_eq!(parts(&[12, 30], &[], 5), [Count(12), Count(30)]);
        assert_eq!(parts(&[2, 1], &[], 5), [Few, Few]);
        assert_eq!(parts(&[12, 30, 9], &[1], 5), [Count(12), Withheld, Withheld]);
    }
}
