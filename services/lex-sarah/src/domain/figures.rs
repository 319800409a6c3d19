//! Figures in which nobody can be found: small numbers are hidden, and others with them, so that none can be reckoned out from a
//! sum (requirements I.3).

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

/// The parts of a whole that is told too. `hidden` are those that must not be told for another reason.
///
/// Beside the few ones, one that is not is hidden too, and together they are more than the least that could be: so nothing follows from
/// the whole and the parts that are told. Where that is not enough, nothing is told but the whole. Which one it is follows from its
/// place and not from its size, and it is not told which are few: whoever knows this rule would otherwise reckon on (two that are under
/// five and make eight are four each).
pub fn parts(counts: &[u64], hidden: &[usize], least: u64) -> Vec<Figure> {
    let mut told: Vec<bool> =
        counts.iter().enumerate().map(|(at, count)| *count >= least && !hidden.contains(&at)).collect();
    let Some(first) = told.iter().position(|told| !told) else { return figures(counts, &told) };
    let away = |told: &[bool]| -> Vec<u64> {
        counts.iter().zip(told).filter(|(_, told)| !**told).map(|(count, _)| *count).collect()
    };
    let among = away(&told);
    if among.len() < 2 || among.iter().all(|count| *count < least) {
        let next = (first..told.len()).chain(0..first).find(|at| told[*at]);
        if let Some(next) = next {
            told[next] = false;
        }
    }
    let among = away(&told);
    let many = among.iter().filter(|count| **count >= least).count() as u64;
    if among.iter().sum::<u64>() <= many * least {
        told.fill(false);
    }
    figures(counts, &told)
}

fn figures(counts: &[u64], told: &[bool]) -> Vec<Figure> {
    counts
        .iter()
        .zip(told)
        .map(|(count, told)| if *told { Figure::Count(*count) } else { Figure::Withheld })
        .collect()
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeSet, HashMap};

    use super::{
        Figure::{Count, Withheld},
        *,
    };

    #[test]
    fn what_is_few_is_hidden_and_one_more_with_it() {
        assert_eq!(parts(&[12, 3, 7, 30], &[], 5), [Count(12), Withheld, Withheld, Count(30)]);
        assert_eq!(
            parts(&[12, 3, 4, 30], &[], 5),
            [Count(12), Withheld, Withheld, Withheld],
            "one of many too"
        );
        assert_eq!(parts(&[12, 30, 0], &[], 5), [Withheld, Count(30), Withheld], "none is few too");
        assert_eq!(parts(&[0, 5, 30], &[], 5), [Withheld; 3], "none and five are the only ways to five");
        assert_eq!(parts(&[12, 30], &[], 5), [Count(12), Count(30)]);
        assert_eq!(parts(&[12, 30, 9], &[1], 5), [Count(12), Withheld, Withheld]);
        assert_eq!(parts(&[2, 1], &[], 5), [Withheld, Withheld]);
    }

    /// Every way there is to share out small numbers among two, three or four: whoever sees what is told and the whole, and knows how
    /// it is hidden, can still not say what any hidden part is.
    #[test]
    fn no_hidden_part_can_be_reckoned_out() {
        const LEAST: u64 = 3;
        const MOST: u64 = 14;
        for number in 2..=4_u32 {
            let mut seen: HashMap<(u64, String), Vec<Vec<u64>>> = HashMap::new();
            for shared in 0..MOST.pow(number) {
                let counts: Vec<u64> = (0..number).map(|at| shared / MOST.pow(at) % MOST).collect();
                let whole = counts.iter().sum();
                if whole >= LEAST {
                    let told = format!("{:?}", parts(&counts, &[], LEAST));
                    seen.entry((whole, told)).or_default().push(counts);
                }
            }
            // With more than that, parts beyond what is tried here would look the same.
            for ((whole, told), alike) in seen.iter().filter(|((whole, _), _)| *whole < MOST) {
                for at in 0..number as usize {
                    let is_told = parts(&alike[0], &[], LEAST)[at] != Withheld;
                    let possible: BTreeSet<_> = alike.iter().map(|counts| counts[at]).collect();
                    assert!(is_told || possible.len() > 1, "{told} of {whole} tells {possible:?}");
                }
            }
        }
    }
}
