//! A share told in the sentence after its part or its whole: "It looked at 328 plans. Of those, 277, or about 85%, passed",
//! "It took £40m. That is 60% of the £68m raised".

use super::super::{Reading, Spot, SpotKind, Spots, figure, neighbour};
use super::portion::{Portion, Whole, past_of};
use crate::facts::exact::Exact;
use crate::text::Text;
use std::ops::Range;

/// The portion of a sentence that takes up the only figure of the one before, with its share.
pub(super) fn read(
    reading: &Reading<'_>,
    spots: &Spots,
    before: Range<usize>,
    sentence: Range<usize>,
) -> Option<(Portion, Spot)> {
    let text = reading.text;
    let one = *spots.get(sentence.start)?;
    let start = text.sentences.get(one.at.sentence as usize)?.tokens.start;
    let earlier = neighbour::level(reading, spots, before, &sentence)?;
    let two = *spots.get(sentence.start + 1).filter(|_| sentence.len() > 1)?;
    if !one.is_firm() || !two.is_firm() {
        return None;
    }
    if let Some(first) = past_those(text, start)
        && one.first == first
        && sentence.len() == 2
    {
        let (part, share) = if one.kind == SpotKind::Percent { (two, one) } else { (one, two) };
        let whole = counts(&part) && counts(&earlier) && share.kind == SpotKind::Percent && beside(text, &one, &two);
        return whole.then_some((
            Portion { part, whole: Whole::Spot(earlier), first: one.first, end: two.end, next: sentence.end },
            share,
        ));
    }
    // "That is 60% of the £68m": the part stands in the sentence before.
    let points =
        matches!(text.lower(start), "that" | "this") && matches!(text.lower(start + 1), "is" | "was" | "’s" | "'s");
    let filled = (start + 2..one.first)
        .all(|at| matches!(text.lower(at), "just" | "only" | "about" | "nearly" | "roughly" | "some" | "almost"));
    let at = past_of(text, one.end)?;
    let at = at + usize::from(text.lower(at) == "total");
    let alike = earlier.kind == two.kind && earlier.kind == SpotKind::Money;
    let told = points && filled && one.kind == SpotKind::Percent && two.first == at && alike && sentence.len() == 2;
    let less = value_of(reading, &earlier)? < value_of(reading, &two)?;
    (told && less).then_some((
        Portion { part: earlier, whole: Whole::Spot(two), first: one.first, end: two.end, next: sentence.end },
        one,
    ))
}

/// One past "Of those,", "Of those proposals,".
fn past_those(text: &Text<'_>, start: usize) -> Option<usize> {
    if text.lower(start) != "of" || !matches!(text.lower(start + 1), "those" | "them" | "these") {
        return None;
    }
    (start + 2..start + 5).find(|&at| text.word(at) == ",").map(|comma| comma + 1)
}

/// "277, or about 85%,", "85%, or 277,", "277 (85%)", "85% – or 277 –".
fn beside(text: &Text<'_>, one: &Spot, two: &Spot) -> bool {
    let gap: Vec<&str> = (one.end..two.first).map(|at| text.lower(at)).collect();
    let closing = text.word(two.end);
    match gap.as_slice() {
        ["," | "—" | "–" | "-", "or"] => matches!(closing, "," | "—" | "–" | "-" | "." | ";"),
        ["("] => closing == ")",
        _ => false,
    }
}

fn counts(spot: &Spot) -> bool {
    matches!(spot.kind, SpotKind::Count | SpotKind::Number)
}

fn value_of(reading: &Reading<'_>, spot: &Spot) -> Option<Exact> {
    figure(reading, spot).and_then(|figure| figure.written)
}
