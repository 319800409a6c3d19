//! Counts of which none is small, nor can be worked out.

/// Rows with a count each, and what is left taken together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table<K> {
    pub total: usize,
    /// The largest first. What had none at all is left out.
    pub rows: Vec<(K, usize)>,
    /// All others together, of which at least one was small.
    pub rest: Option<usize>,
}

impl<K> Table<K> {
    /// `cells` are all there can be, those with none among them. None when there are fewer than `fewest` in all.
    ///
    /// A small one is never alone in the rest: else it would be the total less what is shown. The rest is never small itself, nor the
    /// most that its parts can make, which would tell each of them.
    pub fn of(cells: impl Iterator<Item = (K, usize)>, fewest: usize) -> Option<Self> {
        let (mut small, mut rows): (Vec<_>, Vec<_>) = cells.partition(|(_, count)| *count < fewest);
        rows.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        let total = sum(&small) + sum(&rows);
        if total < fewest.max(1) {
            return None;
        }
        if sum(&small) == 0 {
            return Some(Self { total, rows, rest: None });
        }
        while tells_too_much(&small, fewest)
            && let Some(next) = rows.pop()
        {
            small.push(next);
        }
        Some(Self { total, rows, rest: Some(sum(&small)) })
    }
}

fn sum<K>(cells: &[(K, usize)]) -> usize {
    cells.iter().map(|(_, count)| count).sum()
}

fn tells_too_much<K>(small: &[(K, usize)], fewest: usize) -> bool {
    small.len() < 2 || sum(small) < fewest || sum(small) == small.len() * (fewest - 1)
}
