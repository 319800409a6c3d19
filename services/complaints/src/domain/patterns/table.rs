//! Counts of which none is small, nor can be worked out.

use kernel::small_numbers;

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
    /// `cells` are all there can be, those with none among them. None when there are fewer than `fewest` in all. That there was none is
    /// told only where nothing is small.
    pub fn of(cells: impl Iterator<Item = (K, usize)>, fewest: usize) -> Option<Self> {
        let cells: Vec<_> = cells.collect();
        let counts: Vec<u64> = cells.iter().map(|(_, count)| *count as u64).collect();
        let total = cells.iter().map(|(_, count)| count).sum();
        if total < fewest.max(1) {
            return None;
        }
        let told = if cells.iter().any(|(_, count)| (1..fewest).contains(count)) {
            small_numbers::told(&counts, &[], fewest as u64)
        } else {
            counts.iter().map(|count| *count > 0).collect()
        };
        let shown = cells.into_iter().zip(told).filter(|(_, told)| *told);
        let mut rows: Vec<_> = shown.map(|(cell, _)| cell).collect();
        rows.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        let rest = total - rows.iter().map(|(_, count)| count).sum::<usize>();
        Some(Self { total, rows, rest: (rest > 0).then_some(rest) })
    }
}
