//! Differences of temperatures, apart from points of a scale: "warmed by 1.5C", "2 degrees warmer".

use crate::facts::exact::Exact;
use crate::text::{Text, TokenKind};

/// Whether the words around a temperature make it a difference: "warmed by 1.5C", "2 degrees warmer".
pub(super) fn is_difference(text: &Text<'_>, first: usize, end: usize, floor: usize) -> bool {
    match text.lower(end) {
        "warmer" | "cooler" | "colder" | "hotter" | "higher" | "lower" | "warming" | "rise" | "increase" | "target"
        | "goal" | "limit" | "threshold" | "drop" | "ceiling" => return true,
        "above" | "below" => return !matches!(text.lower(end + 1), "zero" | "freezing" | "0"),
        "of" if text.lower(end + 1) == "warming" => return true,
        _ => {}
    }
    let before = |back: usize| match first.checked_sub(back) {
        Some(at) if at >= floor => text.lower(at),
        _ => "",
    };
    match before(1) {
        "by" | "rose" | "fell" | "warmed" | "dropped" | "risen" | "increased" | "climbed" | "another" | "extra" => {
            return true;
        }
        "of" if matches!(before(2), "rise" | "increase" | "warming" | "drop" | "fall" | "difference" | "swing") => {
            return true;
        }
        _ => {}
    }
    (2..=6).any(|back| matches!(before(back), "warming" | "pre-industrial"))
}

/// Verbs and nouns whose "by" or "of" gives a difference of temperatures.
const CHANGE: &[&str] = &[
    "warmed",
    "warm",
    "warming",
    "cooled",
    "cool",
    "rise",
    "risen",
    "rose",
    "rising",
    "increase",
    "increased",
    "drop",
    "dropped",
    "fell",
    "fall",
    "fallen",
    "heated",
    "up",
    "down",
    "difference",
    "swing",
    "swings",
    "vary",
    "varies",
    "varied",
    "fluctuate",
    "fluctuates",
    "fluctuated",
    "differ",
    "differs",
    "differed",
    "variation",
];

/// Words that make the degrees just before them a difference.
const AFTER: &[&str] = &[
    "warmer",
    "cooler",
    "hotter",
    "colder",
    "warming",
    "threshold",
    "limit",
    "target",
    "higher",
    "lower",
    "rise",
    "increase",
    "goal",
];

/// Whether the words around a temperature that begins at `first`, with all that restates it before `end`, leave no doubt
/// that it is a difference.
pub(super) fn is_surely_difference(text: &Text<'_>, first: usize, end: usize) -> bool {
    let back = |n: usize| first.checked_sub(n).map_or("", |at| text.lower(at));
    let by = matches!(back(1), "by" | "of") && (2..=4).any(|n| CHANGE.contains(&back(n)));
    let more = matches!(back(1), "another" | "extra") || (1..=3).any(|n| matches!(back(n), "threshold" | "warming"));
    let after = (end..end + 4).take_while(|&at| !matches!(text.lower(at), "." | "," | ";"));
    by || more
        || limits_rise(text, first)
        || is_changed_by(text, first)
        || is_from_usual(text, end)
        || after.into_iter().any(|at| AFTER.contains(&text.lower(at)))
}

/// Whether the words before a temperature leave no doubt that it is a point of the scale: "reached 40C", "it was minus 40C".
/// A planet is told of in differences alone.
pub(super) fn is_surely_point(text: &Text<'_>, first: usize) -> bool {
    let back = |n: usize| first.checked_sub(n).map_or("", |at| text.lower(at));
    let reached = matches!(back(1), "reached" | "reaching" | "hit" | "hitting" | "touched" | "topped");
    let was = matches!(back(1), "was" | "is") && matches!(back(2), "it" | "temperature");
    let near = text.near(first..first, CLIMATE_REACH);
    (reached || was) && !near.into_iter().any(|at| CLIMATE.contains(&text.lower(at)))
}

/// Words of the climate, and of how far one temperature is from another.
#[rustfmt::skip] // Words, a dozen a line.
const CLIMATE: &[&str] = &[
    "warming", "above", "below", "industrial", "average", "averages", "global", "climate", "rise", "increase", "target",
    "limit", "difference", "anomaly", "warmer", "cooler", "higher", "lower", "change",
];

/// How far from a temperature words of the climate are looked for, in tokens.
const CLIMATE_REACH: usize = 40;

/// "has warmed about 2C", "is expected to rise 5C": the verb and no preposition; the hedge is part of the figure.
fn is_changed_by(text: &Text<'_>, first: usize) -> bool {
    let back = |n: usize| first.checked_sub(n).map_or("", |at| text.lower(at));
    let hedge = text.lower(first);
    let about = matches!(hedge, "about" | "around" | "nearly" | "almost" | "roughly" | "some" | "just")
        || text.kind(first) == TokenKind::Number
        || hedge == "at" && text.lower(first + 1) == "least";
    match back(1) {
        "warmed" | "cooled" => about || hedge == "as" || hedge == "more",
        // "a warm 30C" is a point of the scale.
        "warm" | "cool" => about && matches!(back(2), "to" | "will" | "would" | "could" | "may" | "might" | "can"),
        "rose" | "risen" | "rise" | "rises" | "fell" | "fallen" | "fall" | "dropped" | "climbed" => about,
        _ => false,
    }
}

/// "3C (5.4F) above the long-term average".
fn is_from_usual(text: &Text<'_>, end: usize) -> bool {
    let end = end + usize::from(text.lower(end) == ")");
    matches!(text.lower(end), "above" | "below")
        && (end + 1..end + 6).any(|at| {
            matches!(
                text.lower(at),
                "average"
                    | "averages"
                    | "normal"
                    | "usual"
                    | "norm"
                    | "norms"
                    | "mean"
                    | "baseline"
                    | "pre"
                    | "preindustrial"
            )
        })
}

/// "keep the rise in global temperatures below 2C (3.6F)".
fn limits_rise(text: &Text<'_>, first: usize) -> bool {
    let from = first.saturating_sub(8);
    let limits = |at: usize| matches!(text.lower(at), "below" | "under" | "to" | "at" | "within" | "of");
    (limits(first) || limits(first.wrapping_sub(1)))
        && (from..first).any(|at| {
            matches!(text.lower(at), "rise" | "increase")
                && text.lower(at + 1) == "in"
                && (at + 2..at + 5).any(|at| text.lower(at).starts_with("temperature"))
        })
}

/// Whether the sentence is about the warming of the planet, whose few degrees are all differences; or
/// the article, where the degrees are those that governments agreed on.
pub(super) fn speaks_of_climate(text: &Text<'_>, sentence: usize, degrees: &[Exact]) -> bool {
    let is_climate = |at: usize| match text.lower(at) {
        "preindustrial" => true,
        "industrial" => text.lower(at.wrapping_sub(2)) == "pre",
        "warming" | "temperature" | "temperatures" => {
            text.lower(at.wrapping_sub(1)) == "global" || text.lower(at.wrapping_sub(2)) == "global"
        }
        _ => false,
    };
    let agreed = [(3, 2), (2, 1), (27, 10), (18, 5)].map(|(over, under)| Exact::fraction(over, under));
    let sentence = text.sentences.get(sentence);
    sentence.is_some_and(|sentence| sentence.tokens.clone().any(is_climate))
        || degrees.iter().all(|&degrees| agreed.contains(&Some(degrees))) && (0..text.tokens.len()).any(is_climate)
}
