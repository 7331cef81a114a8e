//! Numbers whose noun is understood: "63,150 cars, short of estimates of 64,900", "1.5 million in the region".
//!
//! Such a number may count something else, so that the count is weak: it is shown, and accuses nobody.

use super::{Reading, SpotKind, Spots, breakdown};
use crate::facts::exact::Exact;
use crate::facts::names::Certainty;
use crate::source::Span;
use crate::text::{Text, TokenKind, lexicon};
use lexicon::Classes;
use rustc_hash::FxHashSet;
use std::ops::Range;

/// How many tokens may lie between a count and a number of the same things.
const REACH: usize = 20;

pub(super) fn read(reading: &mut Reading<'_>, spots: &Spots) {
    // What a breakdown or bracket took for a count already; the rest is looked at once.
    let elided = reading.facts.counts.iter().filter(|count| count.elided);
    let known: FxHashSet<Span> = elided.map(|count| count.at.span).collect();
    for sentence in spots.by_sentence() {
        let mut counted: Option<(u32, usize)> = None;
        for spot in sentence.filter_map(|index| spots.get(index)) {
            match spot.kind {
                SpotKind::Count => {
                    let several = reading.facts.counts.get(spot.index as usize).is_some_and(|count| {
                        !count.elided && count.figure.written.is_none_or(|written| written != Exact::ONE)
                    });
                    counted = (several && spot.is_firm()).then_some((spot.index, spot.end));
                }
                SpotKind::Number => {
                    let Some((whole, end)) = counted.filter(|(_, end)| spot.first <= end + REACH) else { continue };
                    if known.contains(&spot.at.span) || !is_understood(reading.text, end, spot.first..spot.end) {
                        continue;
                    }
                    if let Some(count) = breakdown::elided(reading, spot.index, whole)
                        && let Some(count) = reading.facts.counts.get_mut(count as usize)
                    {
                        count.at.certainty = Certainty::Weak;
                    }
                }
                // "12 homes worth £3m, 5 of them": what an amount is told of is not known.
                SpotKind::Measure | SpotKind::Money | SpotKind::Percent | SpotKind::Points | SpotKind::Ratio => {}
            }
        }
    }
}

/// Whether the words beside a number say that it counts what was counted up to the token `counted`.
fn is_understood(text: &Text<'_>, counted: usize, number: Range<usize>) -> bool {
    if number.start <= counted {
        return false;
    }
    let next = text.lower(number.end);
    let over = text.kind(number.end) == TokenKind::Mark && !text.glued(number.end + 1) || next.is_empty();
    let goes_on = lexicon::usual_class(next)
        .has_any(Classes::PREPOSITION.or(Classes::CONJUNCTION).or(Classes::AUXILIARY).or(Classes::PRONOUN));
    let dated = matches!(next, "last" | "this" | "that" | "a" | "the" | "each" | "per" | "next" | "today" | "now");
    let before = text.lower(number.start - 1);
    match before {
        // "rose to 150 cases from 120", "20 burglaries, compared with an average of 16".
        "from" | "to" | "than" | "against" | "versus" => over || goes_on || dated,
        "of" => is_sum(text.lower(number.start.saturating_sub(2))) && (over || goes_on || dated),
        "with" => text.lower(number.start.saturating_sub(2)) == "compared" && (over || goes_on || dated),
        // "6 million homes, 1.5 million in the region", "12 people died and 30 were hurt".
        "and" | "," | ";" | "including" | "another" | "—" | "–" => {
            matches!(next, "in" | "at" | "from" | "on" | "across" | "near" | "of" | "more" | "were" | "are" | "had")
        }
        _ => false,
    }
}

/// Words for a number of the same things.
fn is_sum(lower: &str) -> bool {
    [
        "average",
        "capacity",
        "estimate",
        "estimates",
        "expectations",
        "forecast",
        "forecasts",
        "goal",
        "high",
        "limit",
        "low",
        "maximum",
        "mean",
        "median",
        "minimum",
        "peak",
        "prediction",
        "predictions",
        "projection",
        "projections",
        "record",
        "target",
        "total",
    ]
    .contains(&lower)
}
