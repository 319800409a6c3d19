//! Which numbers are told where nobody is to be found behind a small one (requirements I.3).

/// Which parts of a whole that is told too can be told. `least` is three or more; `hidden` are those that must not be told for another reason.
///
/// Several small ones are not told, and stay between the least and the most that could be. Where they do not, one that is not small is
/// hidden with them, and together they are more than the least that could be: so nothing follows from the whole and the parts that
/// are told. Where that is not enough, nothing is told but the whole. Which one it is follows from its place and not from its size, and
/// it is not told which are small: whoever knows this rule would otherwise reckon on (two that are under five and make eight are four
/// each). A reader may also know that not all that are hidden were none.
pub fn told(counts: &[u64], hidden: &[usize], least: u64) -> Vec<bool> {
    let mut told: Vec<bool> =
        counts.iter().enumerate().map(|(at, count)| *count >= least && !hidden.contains(&at)).collect();
    let Some(first) = told.iter().position(|told| !told) else { return told };
    let away = |told: &[bool]| -> Vec<u64> {
        counts.iter().zip(told).filter(|(_, told)| !**told).map(|(count, _)| *count).collect()
    };
    let among = away(&told);
    let are_small = among.iter().all(|count| *count < least);
    let most = among.len() as u64 * least.saturating_sub(1);
    if are_small && (least..most).contains(&among.iter().sum()) {
        return told;
    }
    if among.len() < 2 || are_small {
        let next = (first..told.len()).chain(0..first).find(|at| told[*at]);
        if let Some(next) = next {
            told[next] = false;
        }
    }
    let among = away(&told);
    let many = among.iter().filter(|count| **count >= least).count() as u64;
    if among.iter().sum::<u64>() <= many * least + 1 {
        told.fill(false);
    }
    told
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeSet, HashMap};

    use super::*;

    #[test]
    fn what_is_small_is_hidden_and_one_more_with_it() {
        assert_eq!(told(&[12, 3, 7, 30], &[], 5), [true, false, false, true]);
        assert_eq!(
            told(&[12, 3, 4, 30], &[], 5),
            [true, false, false, true],
            "seven are three and four, or four and three"
        );
        assert_eq!(
            told(&[12, 4, 4, 30], &[], 5),
            [true, false, false, false],
            "eight would be four and four"
        );
        assert_eq!(told(&[12, 1, 2, 30], &[], 5), [true, false, false, false], "three is small itself");
        assert_eq!(told(&[12, 30, 0], &[], 5), [false, true, false], "none is small too");
        assert_eq!(told(&[0, 5, 30], &[], 5), [false; 3], "none and five are the only ways to five");
        assert_eq!(
            told(&[1, 5, 30], &[], 5),
            [false; 3],
            "one and five, for whoever knows that it is not none"
        );
        assert_eq!(told(&[12, 30], &[], 5), [true, true]);
        assert_eq!(told(&[12, 30, 9], &[1], 5), [true, false, false]);
        assert_eq!(told(&[2, 1], &[], 5), [false, false]);
    }

    /// Every way there is to share out small numbers among two, three or four: whoever sees what is told and the whole, and knows how
    /// it is hidden, can still not say what any hidden part is.
    #[test]
    fn no_hidden_part_can_be_reckoned_out() {
        reckoned(|_| false);
    }

    /// The same where nothing is hidden but for a small number that is not none.
    #[test]
    fn no_hidden_part_can_be_reckoned_out_where_none_is_told() {
        reckoned(|counts| counts.iter().all(|count| *count == 0 || *count >= LEAST));
    }

    const LEAST: u64 = 3;

    fn reckoned(all_is_told: impl Fn(&[u64]) -> bool) {
        const MOST: u64 = 14;
        for number in 2..=4_u32 {
            let mut seen: HashMap<_, Vec<Vec<u64>>> = HashMap::new();
            for shared in 0..MOST.pow(number) {
                let counts: Vec<u64> = (0..number).map(|at| shared / MOST.pow(at) % MOST).collect();
                let whole: u64 = counts.iter().sum();
                if whole >= LEAST && !all_is_told(&counts) {
                    let told = told(&counts, &[], LEAST);
                    let shown: Vec<_> =
                        counts.iter().zip(told).map(|(count, told)| told.then_some(*count)).collect();
                    seen.entry((whole, shown)).or_default().push(counts);
                }
            }
            // With more than that, parts beyond what is tried here would look the same.
            for ((whole, shown), alike) in seen.iter().filter(|((whole, _), _)| *whole < MOST) {
                for at in (0..number as usize).filter(|at| shown[*at].is_none()) {
                    let possible: BTreeSet<_> = alike.iter().map(|counts| counts[at]).collect();
                    assert!(possible.len() > 1, "{shown:?} of {whole} tells {possible:?}");
                }
            }
        }
    }
}
