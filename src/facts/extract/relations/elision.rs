//! Numbers whose noun is understood: "63,150 cars, short of estimates of 64,900", "1.5 million in the region".
//!
//! Such a number may count something else, so that the count is weak: it is shown, and accuses nobody.

use super::{Reading, Spot, SpotKind, Spots, breakdown};
use crate::facts::exact::Exact;
use crate::facts::model::At;
use crate::facts::names::Certainty;
use crate::source::Span;
use crate::text::{Text, TokenKind, lexicon};
use lexicon::Classes;
use rustc_hash::FxHashSet;

/// How many tokens may lie between a count and a number of the same things.
const REACH: usize = 20;

/// A count that a number after it may leave out the noun of.
#[derive(Clone, Copy, Debug)]
struct Told {
    /// Its number among the counts.
    index: u32,
    /// One past its last token.
    end: usize,
    at: At,
}

pub(super) fn read(reading: &mut Reading<'_>, spots: &Spots) {
    // What a breakdown or bracket took for a count already; the rest is looked at once.
    let elided = reading.facts.counts.iter().filter(|count| count.elided);
    let known: FxHashSet<Span> = elided.map(|count| count.at.span).collect();
    let mut earlier: Option<Told> = None;
    for sentence in spots.by_sentence() {
        let mut told: Option<Told> = None;
        let end = sentence.end;
        for (index, spot) in sentence.filter_map(|index| Some((index, spots.get(index)?))) {
            match spot.kind {
                SpotKind::Count => {
                    told = is_several(reading, spot).then_some(Told { index: spot.index, end: spot.end, at: spot.at });
                    earlier = told;
                }
                SpotKind::Number => {
                    let next = spots.get(index + 1).filter(|_| index + 1 < end);
                    if known.contains(&spot.at.span) {
                        continue;
                    }
                    if let Some(whole) = noun_of(reading, spot, told, earlier, next)
                        && let Some(count) = breakdown::elided(reading, spot.index, whole)
                        && let Some(count) = reading.facts.counts.get_mut(count as usize)
                    {
                        count.at.certainty = Certainty::Weak;
                        // "Of those, 12 were hurt and 40 were not."
                        told = told.or_else(|| earlier.filter(|earlier| earlier.index == whole));
                        told = told.map(|told| Told { end: spot.end, ..told });
                    }
                }
                // "12 homes worth £3m, 5 of them": what an amount is told of is not known.
                SpotKind::Measure | SpotKind::Money | SpotKind::Percent | SpotKind::Points | SpotKind::Ratio => {}
            }
        }
    }
}

/// Whether a spot surely counts more than one of what it names.
fn is_several(reading: &Reading<'_>, spot: &Spot) -> bool {
    let one = |count: &crate::facts::model::Count| count.figure.written == Some(Exact::ONE);
    spot.is_firm() && reading.facts.counts.get(spot.index as usize).is_some_and(|count| !count.elided && !one(count))
}

/// The count whose noun a number leaves out: one told before it in the sentence, the last one of the sentence
/// before ("Of those, 12 were …"), or the next one, which shares its noun ("from 50 to 70 cars").
fn noun_of(
    reading: &Reading<'_>,
    number: &Spot,
    told: Option<Told>,
    earlier: Option<Told>,
    next: Option<&Spot>,
) -> Option<u32> {
    let text = reading.text;
    if let Some(told) = told.filter(|told| number.first <= told.end + REACH) {
        let points = reading.facts.counts.get(told.index as usize).is_some_and(|count| &*count.noun.key == "point");
        if is_understood(text, told.end, number) || points && is_level(text, number) {
            return Some(told.index);
        }
    }
    if let Some(next) = next.filter(|next| next.kind == SpotKind::Count && is_several(reading, next))
        && shares(text, number, next)
    {
        return Some(next.index);
    }
    let of_those = number.first.checked_sub(3).is_some_and(|of| {
        text.lower(of) == "of" && matches!(text.lower(of + 1), "those" | "these" | "them") && text.word(of + 2) == ","
    });
    let told = earlier.filter(|told| of_those && told.at.block == number.at.block)?;
    (told.at.sentence + 1 >= number.at.sentence && has_verb(text, number.end)).then_some(told.index)
}

/// Whether the words beside a number say that it counts what was counted up to the token `counted`.
fn is_understood(text: &Text<'_>, counted: usize, number: &Spot) -> bool {
    if number.first <= counted {
        return false;
    }
    let next = text.lower(number.end);
    let over = text.kind(number.end) == TokenKind::Mark && !text.glued(number.end + 1) || next.is_empty();
    let goes_on = lexicon::usual_class(next)
        .has_any(Classes::PREPOSITION.or(Classes::CONJUNCTION).or(Classes::AUXILIARY).or(Classes::PRONOUN));
    let dated = matches!(next, "last" | "this" | "that" | "a" | "the" | "each" | "per" | "next" | "today" | "now");
    let before = text.lower(number.first - 1);
    match before {
        // "rose to 150 cases from 120", "20 burglaries, compared with an average of 16".
        "from" | "to" | "than" | "against" | "versus" => over || goes_on || dated,
        "of" => is_sum(text.lower(number.first.saturating_sub(2))) && (over || goes_on || dated),
        "with" => match text.lower(number.first.saturating_sub(2)) {
            "compared" => over || goes_on || dated,
            // "44,000 ballots, with 25,000 more to go".
            _ => matches!(next, "more" | "of"),
        },
        // "6 million homes, 1.5 million in the region", "12 people died and 30 were hurt", "nine people, but only
        // four were named".
        "and" | "," | ";" | "including" | "another" | "—" | "–" | "but" | "while" | "only" => {
            is_placed(next) || has_verb(text, number.end)
        }
        _ => false,
    }
}

/// Words after a number that say where, or of which, the things are.
fn is_placed(lower: &str) -> bool {
    ["in", "at", "from", "on", "across", "near", "of", "more", "to", "under", "outside", "inside", "who", "whose"]
        .contains(&lower)
}

/// "30 were hurt", "12 have been found", "nine did not": what is said of the things.
fn has_verb(text: &Text<'_>, at: usize) -> bool {
    let lower = text.lower(at);
    ["were", "are", "had", "have", "did", "didn't", "didn’t", "weren't", "weren’t", "will", "would", "could"]
        .contains(&lower)
}

/// "to end at 1,334.20" after an index that stood at so many points.
fn is_level(text: &Text<'_>, number: &Spot) -> bool {
    let decimals = text.word(number.end - 1).contains('.');
    let end = text.kind(number.end) == TokenKind::Mark || text.lower(number.end).is_empty();
    decimals && end && matches!(text.lower(number.first.saturating_sub(1)), "at" | "to")
}

/// "from 50 to 70 cars": the noun after the second is the first's too; an index that
/// is "16,369.03, up 58.06 points".
fn shares(text: &Text<'_>, number: &Spot, next: &Spot) -> bool {
    let gap = number.end..next.first;
    let change = gap.len() == 1
        && text.lower(gap.start) == "to"
        && number.first > 0
        && text.lower(number.first.saturating_sub(1)) == "from";
    let comma = usize::from(text.word(gap.start) == ",");
    let index = gap.len() == 1 + comma
        && matches!(text.lower(gap.start + comma), "up" | "down")
        && matches!(text.lower(next.end - 1), "points" | "point");
    change || index
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
