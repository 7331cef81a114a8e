//! Moves that say where they end: "rose 12 points, or 0.5%, to 2,412", "fell 2%, or $1.40, to $68.60", "closed 12 points
//! lower at 2,412, a fall of 0.5%".

use super::change::{direction_of, in_unit_of, quantity};
use super::{Reading, Spot, SpotKind, Spots, weaker};
use crate::facts::model::Change;
use crate::facts::names::Direction;
use crate::text::Text;
use std::ops::Range;

/// What may stand between the verb and the first figure.
const AFTER_VERB: &[&str] = &["by", "about", "some", "just", "another", "nearly", "almost", "roughly", "only", "more"];

/// What may stand between the move and the figure that it ends at.
const BEFORE_END: &[&str] = &[
    ",",
    ")",
    "to",
    "at",
    "close",
    "closing",
    "closed",
    "end",
    "ending",
    "ended",
    "finish",
    "finishing",
    "finished",
    "settle",
    "settling",
    "settled",
    "stand",
    "trade",
    "trading",
    "and",
];

/// A difference, the same in per cent, and the figure after it, next to each other.
pub(super) fn read(reading: &mut Reading<'_>, spots: &Spots) {
    for sentence in spots.by_sentence() {
        for index in sentence.clone().skip(2) {
            let (Some(one), Some(other), Some(end)) = (spots.get(index - 2), spots.get(index - 1), spots.get(index))
            else {
                continue;
            };
            let text = reading.text;
            if let Some((difference, end, percent, (direction, word))) = closing(reading, spots, index) {
                push(reading, [&difference, &percent, &end], direction, word);
                continue;
            }
            let (difference, percent) = match (one.kind, other.kind) {
                (SpotKind::Percent, SpotKind::Percent) => continue,
                (_, SpotKind::Percent) => (one, other),
                (SpotKind::Percent, _) => (other, one),
                _ => continue,
            };
            let Some((direction, verb)) = verb(text, one.first) else { continue };
            if restates(text, one.end..other.first) && ends_at(text, other.end..end.first) {
                push(reading, [difference, percent, end], direction, verb);
            }
        }
    }
}

/// "closed 12 points lower at 2,412, a fall of 0.5%": the difference, the end, and the same in per cent.
fn closing(reading: &Reading<'_>, spots: &Spots, index: usize) -> Option<(Spot, Spot, Spot, (Direction, usize))> {
    let text = reading.text;
    let (difference, end, percent) =
        (*spots.get(index.checked_sub(2)?)?, *spots.get(index.checked_sub(1)?)?, *spots.get(index)?);
    let word = difference.end;
    let direction = match text.lower(word) {
        "lower" | "down" => Direction::Down,
        "higher" | "up" => Direction::Up,
        _ => return None,
    };
    let closed = |at: usize| matches!(text.lower(at), "closed" | "ended" | "finished" | "closing" | "ending" | "was");
    let verb = difference.first.checked_sub(1).is_some_and(closed);
    let at = word + 2 == end.first && matches!(text.lower(word + 1), "at" | "to");
    let gap = end.end..percent.first;
    let plain = super::are(text, gap.clone(), &[",", "or"])
        || gap.len() == 4
            && text.word(gap.start) == ","
            && matches!(text.lower(gap.start + 1), "a" | "an")
            && direction_of(text.lower(gap.start + 2)).is_some()
            && text.lower(gap.start + 3) == "of"
        || gap.len() == 2 && text.word(gap.start) == "," && matches!(text.lower(gap.start + 1), "down" | "up");
    // "a fall of 9% since May" is another one.
    let ends = matches!(text.word(percent.end), "." | "," | ";" | "");
    let fits = ends && percent.kind == SpotKind::Percent && difference.kind != SpotKind::Percent;
    (verb && at && plain && fits).then_some((difference, end, percent, (direction, word)))
}

/// The verb of a move right before a figure.
fn verb(text: &Text<'_>, first: usize) -> Option<(Direction, usize)> {
    let mut at = first.checked_sub(1)?;
    while AFTER_VERB.contains(&text.lower(at)) && first - at <= 2 {
        at = at.checked_sub(1)?;
    }
    let word = text.lower(at);
    let up = matches!(word, "added" | "adding" | "advanced" | "rallied" | "gaining" | "gains");
    let down = matches!(word, "lost" | "losing" | "shed" | "sank" | "sliding" | "slumped" | "retreated" | "gave");
    let direction = match (up, down) {
        (true, _) => Direction::Up,
        (_, true) => Direction::Down,
        (false, false) => direction_of(word)?,
    };
    Some((direction, at))
}

/// ", or", "or", "(": what says the move once more.
fn restates(text: &Text<'_>, gap: Range<usize>) -> bool {
    let words: Vec<&str> = gap.map(|at| text.lower(at)).collect();
    matches!(words.as_slice(), ["," | "or" | "("] | ["," | "—" | "–", "or"] | [",", "or", "about"])
}

/// ", to", "to close at": what leads to the figure that the move ends at.
fn ends_at(text: &Text<'_>, gap: Range<usize>) -> bool {
    let last = gap.end.checked_sub(1).map_or("", |at| text.lower(at));
    (1..=6).contains(&gap.len())
        && matches!(last, "to" | "at")
        && gap.clone().all(|at| BEFORE_END.contains(&text.lower(at)))
}

fn push(reading: &mut Reading<'_>, [difference, percent, end]: [&Spot; 3], direction: Direction, verb: usize) {
    let Some(to) = quantity(reading, end, end.kind) else { return };
    let moved = quantity(reading, difference, difference.kind).and_then(|moved| in_unit_of(&to, moved, false));
    let Some(moved) = moved else { return };
    let certainty =
        [percent, end].into_iter().fold(difference.at.certainty, |least, spot| weaker(least, spot.at.certainty));
    let cue = reading.text.span(verb, verb);
    let span = cue.to(difference.at.span).to(percent.at.span).to(end.at.span);
    let next = reading.facts.quantities.len() as u32;
    reading.facts.quantities.extend([moved, to]);
    let at = reading.at(span, certainty);
    reading.facts.changes.push(Change {
        at,
        from: None,
        to: Some(next + 1),
        by: Some(percent.index),
        difference: Some(next),
        part: None,
        direction: Some(direction),
        of: None,
        cue: Some(cue),
    });
}
