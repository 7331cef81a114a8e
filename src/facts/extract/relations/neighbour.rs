//! The sentence before, where another takes up its only figure: "It looked at 328 plans. Of those, …", "It had 457 boats.
//! That is …".

use super::{Reading, Spot, SpotKind, Spots, figure};
use crate::facts::exact::Exact;
use std::ops::Range;

/// Fewer than these may be a count of anything.
const FEWEST: i128 = 20;

/// The one figure of the sentence right before another, of which something may be said further on; both are ranges of
/// spots.
pub(super) fn level(
    reading: &Reading<'_>,
    spots: &Spots,
    before: Range<usize>,
    sentence: &Range<usize>,
) -> Option<Spot> {
    let one = *spots.get(before.start).filter(|_| before.len() == 1)?;
    let next_door = one.at.sentence + 1 == spots.get(sentence.start)?.at.sentence;
    (next_door && is_level(reading, &one)).then_some(one)
}

/// Whether a figure is one number of some size, surely read, and no share of anything.
pub(super) fn is_level(reading: &Reading<'_>, spot: &Spot) -> bool {
    let written = figure(reading, spot).and_then(|figure| figure.written);
    let enough = |written: Exact| match spot.kind {
        SpotKind::Count | SpotKind::Number => written >= Exact::whole(FEWEST),
        SpotKind::Money | SpotKind::Measure => true,
        SpotKind::Percent | SpotKind::Points | SpotKind::Ratio => false,
    };
    spot.is_firm() && written.is_some_and(enough)
}
