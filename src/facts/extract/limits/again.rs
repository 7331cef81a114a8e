//! A length of time told again in another unit: "it runs for three hours, or 280 minutes", "48 hours (three days)".

use super::super::relations::flow;
use super::{Bounds, Reading, note};
use crate::facts::exact::Exact;
use crate::facts::interval::Interval;
use crate::facts::model::Duration;
use crate::facts::names::{Certainty, Hedge};
use crate::text::{Text, TokenKind};
use std::ops::Range;

/// Words of a sentence that gives a choice of two lengths, or tells what neither may pass.
#[rustfmt::skip] // Words, a dozen a line.
const CHOICE: &[&str] = &[
    "can", "may", "could", "might", "must", "should", "choose", "choice", "either", "whichever", "maximum", "minimum",
    "least", "most", "if", "unless", "depending", "pass", "passes", "ticket", "tickets", "licence", "license", "option",
    "options", "per", "sessions", "classes", "lessons", "stays", "visits", "rent", "hire", "active", "total", "plus",
    "whether", "versus", "vs", "than", "instead", "not", "longer", "shorter", "notice", "even",
];

/// Reads the lengths that are told twice.
pub(super) fn read(reading: &mut Reading<'_>) {
    for index in 1..reading.facts.durations.len() {
        let (Some(one), Some(two)) = (reading.facts.durations.get(index - 1), reading.facts.durations.get(index))
        else {
            return;
        };
        let told = one.at.sentence == two.at.sentence && one.unit != two.unit && is_plain(one) && is_plain(two);
        if told && let Some(bounds) = bounds(reading.text, one, two) {
            let (figure, by) = (two.figure.written.map(|written| (written, two.figure.span)), one.at.span);
            if let Some(figure) = figure {
                note(reading, "length", figure, by, bounds);
            }
        }
    }
}

fn is_plain(duration: &Duration) -> bool {
    let exact = matches!(duration.figure.hedge, Hedge::Exactly | Hedge::About | Hedge::Nearly);
    exact && duration.at.certainty != Certainty::Weak && duration.per.is_none()
}

/// What the second length can be, where it stands right behind the first as the same.
fn bounds(text: &Text<'_>, one: &Duration, two: &Duration) -> Option<Bounds> {
    let gap = text.token_from(one.at.span.end)..text.token_from(two.at.span.start);
    let (first, end) = (text.token_from(one.at.span.start), text.token_from(two.at.span.end));
    // "In 18 months, or five years": two cases, where the lengths are rough.
    let fine = |one: &Duration| matches!(&*one.unit, "second" | "minute" | "hour");
    let bracket = text.lower(gap.start) == "(";
    if !(bracket || fine(one) || fine(two))
        || !restates(text, gap, end)
        || text.near(first..end, 40).any(|at| CHOICE.contains(&text.lower(at)))
    {
        return None;
    }
    let (long, periods) = flow::between(&one.unit, &two.unit)?;
    let days = [&*one.unit, &*two.unit].contains(&"day") && [&*one.unit, &*two.unit].contains(&"hour");
    if days {
        // A day has 24 hours, or those of a shift, and nothing between.
        let [shift, whole] =
            [(6, 12), (20, 24)].map(|(low, high)| Interval::closed(Exact::whole(low), Exact::whole(high)));
        let shift = room(one, two, long, shift)?;
        let written = two.figure.written?;
        let fits = shift.least.is_some_and(|least| written >= least) && shift.most.is_some_and(|most| written <= most);
        return if fits { None } else { room(one, two, long, whole) };
    }
    room(one, two, long, periods)
}

/// What the second length can be, with so many of the shorter unit in the longer.
fn room(one: &Duration, two: &Duration, long: bool, periods: Interval) -> Option<Bounds> {
    let half = Exact::fraction(1, 2)?;
    let near = Interval::closed(half.negated(), half);
    // A whole number of either may be rounded.
    let first = one.figure.value.plus(near);
    let other = if long { first.times(periods) } else { first.over(periods) }.plus(near);
    let (least, most) = (other.low.number()?, other.high.number()?);
    let written = two.figure.written?;
    // What is far off is another length.
    let apart = |whole: Exact, part: Exact| whole.over(part).is_none_or(|times| times > Exact::whole(2));
    if least <= Exact::ZERO || apart(written, most) || apart(least, written) {
        return None;
    }
    Some(Bounds { least: Some(least), most: Some(most) })
}

/// ", or", "(…)": one length is said to be the other.
fn restates(text: &Text<'_>, gap: Range<usize>, end: usize) -> bool {
    let words: Vec<&str> = gap.map(|at| text.lower(at)).collect();
    match words.as_slice() {
        ["("] => text.word(end) == ")",
        [",", "or"] | [",", "or", "about" | "roughly" | "nearly" | "some"] | [",", "which", "is"] => {
            matches!(text.kind(end), TokenKind::Mark) || end >= text.tokens.len()
        }
        _ => false,
    }
}
