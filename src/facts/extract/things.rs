//! The things that a table names, found in a text by the last word of their names.

use crate::text::Text;
use crate::text::words::WordMap;
use rustc_hash::FxHashMap;

/// A thing in a text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Found<T> {
    /// Its first token and one past its last.
    pub(super) first: usize,
    pub(super) end: usize,
    pub(super) name: &'static str,
    /// What the table says of it.
    pub(super) row: T,
}

/// The rows of a table whose first column is a name, or several divided by bars.
#[derive(Debug)]
pub(super) struct Things<T> {
    /// By the last word of the name, longer names first.
    rows: WordMap<Vec<(&'static str, T)>>,
    /// The words of the longest name.
    longest: usize,
}

impl<T: Copy> Things<T> {
    /// Reads a table: lines that begin with "#" say where it is from, and the first after them names the columns. What
    /// `row` makes nothing of is left out; `tools/check_tables.py` finds such rows.
    pub(super) fn of(table: &'static str, row: impl Fn(&[&'static str]) -> Option<T>) -> Self {
        let mut rows: FxHashMap<&'static str, Vec<(&'static str, T)>> = FxHashMap::default();
        let mut longest = 1;
        for line in table.lines().filter(|line| !line.starts_with('#')).skip(1) {
            let cells: Vec<&'static str> = line.split(',').collect();
            let Some((names, rest)) = cells.split_first() else { continue };
            let Some(row) = row(rest) else { continue };
            for name in names.split('|') {
                longest = longest.max(words(name));
                rows.entry(name.rsplit(' ').next().unwrap_or(name)).or_default().push((name, row));
            }
        }
        for things in rows.values_mut() {
            things.sort_by_key(|(name, _)| std::cmp::Reverse(name.len()));
        }
        Self { rows: rows.into_iter().collect(), longest }
    }

    /// The thing whose name ends before the token `end` and begins at `floor` or after it.
    pub(super) fn ending(&self, text: &Text<'_>, floor: usize, end: usize) -> Option<Found<T>> {
        self.ending_of(text, floor, end, |_| true)
    }

    /// The same, of the rows that fit: a table may say several things of one.
    pub(super) fn ending_of(
        &self,
        text: &Text<'_>,
        floor: usize,
        end: usize,
        fits: impl Fn(T) -> bool,
    ) -> Option<Found<T>> {
        let last = end.checked_sub(1).filter(|&last| last >= floor)?;
        self.rows.get(text.lower(last))?.iter().filter(|(_, row)| fits(*row)).find_map(|&(name, row)| {
            let first = end.checked_sub(words(name)).filter(|&first| first >= floor)?;
            let named = first == last || text.lowered(text.span(first, last)) == name;
            named.then_some(Found { first, end, name, row })
        })
    }

    /// What all rows say of the name that stands there.
    pub(super) fn all_ending<'t>(
        &'t self,
        text: &'t Text<'_>,
        first: usize,
        end: usize,
    ) -> impl Iterator<Item = T> + 't {
        self.named(end.checked_sub(1).map_or("", |last| text.lowered(text.span(first, last))))
    }

    /// What all rows say of a name.
    pub(super) fn named<'t>(&'t self, name: &'t str) -> impl Iterator<Item = T> + 't {
        let rows = self.rows.get(name.rsplit(' ').next().unwrap_or(name));
        rows.into_iter().flatten().filter(move |row| row.0 == name).map(|&(_, row)| row)
    }

    /// The thing with the longest name that begins with the token.
    pub(super) fn beginning(&self, text: &Text<'_>, first: usize) -> Option<Found<T>> {
        self.beginning_of(text, first, |_| true)
    }

    /// The same, of the rows that fit.
    pub(super) fn beginning_of(
        &self,
        text: &Text<'_>,
        first: usize,
        fits: impl Fn(T) -> bool + Copy,
    ) -> Option<Found<T>> {
        let ends = (first + 1..=first + self.longest).rev();
        ends.filter_map(|end| self.ending_of(text, first, end, fits)).find(|found| found.first == first)
    }
}

/// How many tokens a name has: the point of an abbreviation and a hyphen are some of their own, the points of "U.S." not.
fn words(name: &str) -> usize {
    let point = |word: &str| word.ends_with('.') && word.matches('.').count() == 1;
    name.split(' ').map(|word| 1 + usize::from(point(word)) + 2 * word.matches('-').count()).sum()
}
