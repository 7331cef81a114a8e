//! Two bounds of one figure: "more than 30 and less than 100", "at least 5 but no more than 10".

use super::figure::{Drawn, Numbers, state};
use super::hedge::{self, Hedged};
use super::range::{Joiner, Lead};
use super::side::{self, Side, Tail};
use super::{Reading, range};
use crate::facts::model::Style;
use crate::facts::names::Hedge;
use crate::text::Text;

/// Words and marks that the second bound may take before its number.
const REACH: usize = 7;

/// Reads two bounds of which `one` is the first; gives the token to go on with.
pub(super) fn read(reading: &mut Reading<'_>, one: &Side, floor: usize) -> Option<usize> {
    let (drawn, tail) = pair(reading, one, floor)?;
    let end = drawn.end;
    Some(state(reading, drawn, &tail, end, floor))
}

/// Two bounds with the unit that they share.
fn pair(reading: &Reading<'_>, one: &Side, floor: usize) -> Option<(Drawn, Tail)> {
    let text = reading.text;
    let next = past_joiner(text, one.end)?;
    let first = hedge::before(text, one.first, floor)?;
    let rises = is_lower(first)?;
    let (other, second) = (next + 1..next + REACH).find_map(|at| {
        let second = hedge::before(text, at, next).filter(|second| second.first == next && second.end == at)?;
        Some((side::second(text, at, next)?, second))
    })?;
    // "just over 10, just under 20" are two figures of a list, "more than 10, less than 20" one.
    let than = |end: usize| matches!(text.lower(end - 1), "than" | "to");
    let listed = text.word(next - 1) == "," && !(than(first.end) && than(second.end));
    if reading.is_claimed(next) || is_lower(second)? == rises || listed {
        return None;
    }
    let ends = if rises { (one, &other) } else { (&other, one) };
    let drawn = between(text, one, &other, ends)?;
    let hedge_span = Some(text.span(first.first, first.end - 1));
    Some((Drawn { first: first.first, hedge_span, ..drawn }, range::shared(&one.tail, &other.tail)?))
}

/// Two shares that are the ends of a range: "between a third and a half", "more than a quarter but less than half".
pub(super) fn shares(reading: &Reading<'_>, one: &Side, floor: usize) -> Option<Drawn> {
    if let Some((drawn, Tail::Bare)) = pair(reading, one, floor) {
        return Some(drawn);
    }
    let text = reading.text;
    let lead = Lead::before(text, one.first, floor);
    let (joiner, next) = range::joiner(text, one.end, lead)?;
    if !matches!(joiner, Joiner::And | Joiner::To) || lead == Lead::From {
        return None;
    }
    let other = side::second(text, next, floor).filter(|other| matches!(other.tail, Tail::Bare))?;
    let drawn = between(text, one, &other, (one, &other))?;
    let first = if lead == Lead::Between { one.first - 1 } else { one.first };
    Some(Drawn { first, ..drawn })
}

/// The figure between two ends, the lower of which comes first in `ends`.
fn between(text: &Text<'_>, one: &Side, other: &Side, ends: (&Side, &Side)) -> Option<Drawn> {
    let (low, high) = (ends.0.numeral.value, ends.1.numeral.value);
    if low >= high || one.numeral.fraction != other.numeral.fraction {
        return None;
    }
    Some(Drawn {
        first: one.first,
        end: other.end,
        span: text.span(one.first, other.numeral.end - 1),
        numbers: Numbers::Two(low, high),
        hedge: Hedge::Range,
        hedge_span: None,
        style: Style { range: true, ..other.numeral.style },
        rough: false,
        certainty: one.numeral.certainty.max(other.numeral.certainty),
    })
}

/// "and", "but", ", and": what joins two bounds of one thing.
fn past_joiner(text: &Text<'_>, at: usize) -> Option<usize> {
    let comma = usize::from(text.word(at) == ",");
    let word = usize::from(matches!(text.lower(at + comma), "and" | "but"));
    (comma + word > 0).then_some(at + comma + word)
}

/// Whether a hedge bounds from below; nothing where it does not bound.
fn is_lower(hedged: Hedged) -> Option<bool> {
    match hedged.hedge {
        Hedge::Over | Hedge::AtLeast => Some(true),
        Hedge::Under | Hedge::AtMost => Some(false),
        Hedge::Exactly | Hedge::About | Hedge::Nearly | Hedge::Range | Hedge::Dozens => None,
    }
}
