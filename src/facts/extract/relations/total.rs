//! Sums that are said: "40 boats and 30 ferries, for a total of 70", "120 men and 80 women, 200 in all".

use super::breakdown::{as_counts, joins, push_as};
use super::{Reading, Spot, SpotKind, Spots};
use crate::text::Text;
use std::ops::Range;

/// A total, and the parts joined right before it.
pub(super) fn read(reading: &mut Reading<'_>, spots: &Spots) {
    for sentence in spots.by_sentence() {
        for index in sentence.clone().skip(2) {
            let (Some(last), Some(total)) = (spots.get(index - 1), spots.get(index)) else { continue };
            if countable(total) && countable(last) && is_total(reading.text, last.end..total.first, total.end) {
                add_up(reading, spots, sentence.start..index, total);
            }
        }
    }
}

fn countable(spot: &Spot) -> bool {
    matches!(spot.kind, SpotKind::Count | SpotKind::Number) && spot.is_firm()
}

/// Whether the words before a figure, or those after it, say that it is the sum.
fn is_total(text: &Text<'_>, gap: Range<usize>, end: usize) -> bool {
    let words: Vec<&str> = gap.map(|at| text.lower(at)).collect();
    let words = words.strip_prefix(&[","]).unwrap_or(&words);
    let leads =
        matches!(words, ["for" | "making", "a", "total", "of"] | ["a", "total", "of"] | ["totaling" | "totalling"]);
    let follows = words.is_empty() && text.lower(end) == "in" && matches!(text.lower(end + 1), "all" | "total");
    leads || follows
}

fn add_up(reading: &mut Reading<'_>, spots: &Spots, before: Range<usize>, total: &Spot) {
    let text = reading.text;
    let mut parts: Vec<Spot> = Vec::new();
    for spot in before.rev().map_while(|at| spots.get(at)) {
        let joined = parts.last().is_none_or(|next| joins(text, spot.end..next.first));
        if !joined || !countable(spot) {
            break;
        }
        parts.push(*spot);
    }
    parts.reverse();
    let Some(counted) = parts.iter().find(|part| part.kind == SpotKind::Count).copied() else { return };
    if parts.len() < 2 {
        return;
    }
    parts.push(*total);
    let counts = as_counts(reading, &parts, &counted);
    if let Some([parts @ .., whole]) = counts.as_deref() {
        push_as(reading, whole, parts, true, false);
    }
}
