//! Sizes that no such thing has: "a 48km-high fence", "a football 30 inches in diameter", "a 16-ounce turkey".

use super::{Bounds, Reading, note};
use crate::facts::exact::Exact;
use crate::facts::extract::things::{Found, Things};
use crate::facts::names::Certainty;
use crate::facts::quantity::Dimension;
use crate::text::{Text, TokenKind};
use std::sync::LazyLock;

/// What the table says of a thing.
#[derive(Clone, Copy)]
struct Size {
    mass: bool,
    /// The direction that a length is told in: `up`, `across`, `long`, `wide`, `deep`.
    along: &'static str,
    low: Exact,
    high: Exact,
}

static THINGS: LazyLock<Things<Size>> = LazyLock::new(|| {
    Things::of(include_str!("../../../../tables/sizes.csv"), |cells| match cells {
        [measures, along, low, high] => {
            Some(Size { mass: *measures == "mass", along, low: Exact::parse(low)?, high: Exact::parse(high)? })
        }
        _ => None,
    })
});

/// Words of a game with a ball.
const GAME: &[&str] =
    &["league", "rules", "regulation", "players", "match", "pitch", "basketball", "football", "soccer"];

/// Reads the measures that stand right beside a thing of the table.
pub(super) fn read(reading: &mut Reading<'_>) {
    let text = reading.text;
    for index in 0..reading.facts.measures.len() {
        let Some(measure) = reading.facts.measures.get(index) else { return };
        let length = measure.unit.dimension == Dimension { length: 1, ..Dimension::default() };
        let mass = measure.unit.dimension == Dimension { mass: 1, ..Dimension::default() };
        let (Some(written), Some(factor)) = (measure.figure.written, measure.unit.factor) else { continue };
        if !(length || mass) || measure.at.certainty == Certainty::Weak {
            continue;
        }
        let (span, sentence) = (measure.at.span, measure.at.sentence as usize);
        let Some(tokens) = text.sentences.get(sentence).map(|sentence| sentence.tokens.clone()) else { continue };
        let (first, mut end) = (text.token_from(span.start), text.token_from(span.end));
        let hyphen = usize::from(matches!(text.word(end), "-" | "‑"));
        let (told, past) = along(text, end + hyphen);
        if length {
            let Some(_) = told else { continue };
            end = past;
        }
        let fits = |size: Size| size.mass == mass && (mass || told == Some(size.along));
        let before = || (hyphen == 0).then(|| ends_at(text, first, tokens.start, fits)).flatten();
        let Some(thing) = begins_at(text, end, fits).or_else(before) else { continue };
        // "A ball" is one of sport where the sentence tells of a game.
        if thing.name == "ball" && !tokens.clone().any(|at| GAME.contains(&text.lower(at))) {
            continue;
        }
        // "metres" are the base of lengths, kilograms of masses: the limits are told in the unit as written.
        let (Some(low), Some(high)) = (thing.row.low.over(factor), thing.row.high.over(factor)) else { continue };
        let by = text.span(thing.first, thing.end - 1);
        note(reading, "size", (written, span), by, Bounds { least: Some(low), most: Some(high) });
    }
}

/// The direction of a length, and one past the words that tell it.
fn along(text: &Text<'_>, at: usize) -> (Option<&'static str>, usize) {
    let found = match text.lower(at) {
        "tall" | "high" => "up",
        "across" => "across",
        "long" => "long",
        "wide" => "wide",
        "deep" => "deep",
        "in" => match text.lower(at + 1) {
            "diameter" => "across",
            "height" => "up",
            "length" => "long",
            "width" => "wide",
            "depth" => "deep",
            _ => return (None, at),
        },
        _ => return (None, at),
    };
    (Some(found), at + 1 + usize::from(text.lower(at) == "in"))
}

/// "a 48km-high fence.": the thing right after the measure, where its name ends there.
fn begins_at(text: &Text<'_>, at: usize, fits: impl Fn(Size) -> bool + Copy) -> Option<Found<Size>> {
    let at = at + usize::from(matches!(text.word(at), "-" | "‑"));
    THINGS.beginning_of(text, at, fits).filter(|&Found { end, .. }| {
        text.kind(end) == TokenKind::Mark && !matches!(text.word(end), "-" | "‑" | "/")
            || matches!(text.lower(end), "is" | "was" | "in" | "on" | "at" | "for" | "and" | "with" | "who" | "that")
    })
}

/// Words between a thing and its size: "the fence, which is about 48km", "the turkey weighed in at just 16 ounces".
#[rustfmt::skip] // Words, a dozen a line.
const TOLD: &[&str] = &[
    "is", "was", "be", "been", "a", "about", ",", "standing", "stands", "stood", "measures", "measured", "measuring",
    "weighing", "weighs", "weighed", "which", "that", "who", "nearly", "almost", "around", "roughly", "some", "just", "over",
    "only", "approximately", "in", "at",
];

/// "a football 30 inches", "the fence is 48km": the thing right before the measure.
fn ends_at(text: &Text<'_>, first: usize, floor: usize, fits: impl Fn(Size) -> bool) -> Option<Found<Size>> {
    let back = |at: usize| at.checked_sub(1).filter(|&at| at >= floor).map_or("", |at| text.lower(at));
    let mut end = first;
    while TOLD.contains(&back(end)) {
        end -= 1;
    }
    let found = THINGS.ending_of(text, floor, end, fits)?;
    // "the statue of a man is 40ft high" measures the statue.
    let of = (found.first.saturating_sub(3).max(floor)..found.first).any(|at| {
        matches!(text.lower(at), "of" | "from" | "than" | "like" | "by" | "to" | "toy" | "giant" | "model" | "near")
    });
    (!of).then_some(found)
}
