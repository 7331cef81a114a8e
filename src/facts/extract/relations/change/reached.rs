//! By how much something changed, what it came to, and the same in per cent behind: "rose by 15p to 330p, a gain of 5%".

use super::amount::Amount;
use super::words::direction_of;
use super::{Lead, Reading, Spot, SpotKind, Spots, ends, lead};
use crate::text::TokenKind;
use std::ops::Range;

/// What the change whose percentage is the spot `index` came to, and by how much it changed.
pub(super) fn read(
    reading: &Reading<'_>,
    spots: &Spots,
    index: usize,
    sentence: &Range<usize>,
) -> Option<(Spot, Amount)> {
    let text = reading.text;
    let first = index.checked_sub(2).filter(|&first| first >= sentence.start)?;
    let (by, to, share) = (*spots.get(first)?, *spots.get(first + 1)?, *spots.get(index)?);
    let kinds = by.kind == to.kind && matches!(by.kind, SpotKind::Money | SpotKind::Number | SpotKind::Measure);
    if !kinds || ![by, to, share].iter().all(Spot::is_firm) || lead(text, &to) != Some((Lead::To, by.end)) {
        return None;
    }
    // One unit, and the one figure far below the other: "rose £15 to £20" may be a range.
    let (amount, end) = ends(reading, &by, &to)?;
    let back = |n: usize| by.first.checked_sub(n).filter(|&at| text.kind(at) == TokenKind::Word);
    let verb = back(1).map(|at| if text.lower(at) == "by" { back(2).unwrap_or(at) } else { at })?;
    let way = direction_of(text.lower(verb))?;
    let gap: Vec<&str> = (to.end..share.first).map(|at| text.lower(at)).collect();
    let told = match gap.as_slice() {
        [",", "or"] | ["("] => true,
        [",", "a" | "an", noun, "of"] => direction_of(noun) == Some(way) || matches!(*noun, "gain" | "change"),
        _ => false,
    };
    let closes = text.kind(share.end) == TokenKind::Mark;
    (told && closes && amount.figure.value.surely_below(end.figure.value))
        .then_some((to, Amount { by: Some(share), difference: Some(by), way: Some((verb, way)), ..Amount::default() }))
}
