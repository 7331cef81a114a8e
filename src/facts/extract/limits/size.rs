//! Sizes that no such thing has: "a 48km-high fence", "a football 30 inches in diameter", "a 16-ounce turkey".

use super::{Bounds, Reading, note};
use crate::facts::exact::Exact;
use crate::facts::extract::things::{Found, Things};
use crate::facts::extract::times::is_weekday;
use crate::facts::names::Certainty;
use crate::facts::quantity::Dimension;
use crate::text::lexicon::{self, Classes};
use crate::text::{Case, Text, TokenKind};
use std::ops::Range;
use std::sync::LazyLock;

/// What the table says of a thing.
#[derive(Clone, Copy)]
struct Size {
    what: What,
    /// The direction that a length is told in: `up`, `across`, `long`, `wide`, `deep`; `of` what falls, `aloft`.
    along: &'static str,
    low: Exact,
    high: Exact,
}

/// What is measured of a thing.
#[derive(Clone, Copy, PartialEq, Eq)]
enum What {
    Length,
    Mass,
    Speed,
}

impl What {
    fn of(dimension: Dimension) -> Option<Self> {
        let Dimension { length, mass, time, .. } = dimension;
        let alone = dimension == Dimension { length, mass, time, ..Dimension::default() };
        match (length, mass, time) {
            (1, 0, 0) if alone => Some(Self::Length),
            (0, 1, 0) if alone => Some(Self::Mass),
            (1, 0, -1) if alone => Some(Self::Speed),
            _ => None,
        }
    }
}

static THINGS: LazyLock<Things<Size>> = LazyLock::new(|| {
    Things::of(include_str!("../../../../tables/sizes.csv"), |cells| match *cells {
        [measures, along, low, high] => {
            let what = match measures {
                "length" => What::Length,
                "mass" => What::Mass,
                _ => What::Speed,
            };
            // The base unit of a speed is a metre a day.
            let base = Exact::whole(if what == What::Speed { 24_000 } else { 1 });
            Some(Size { what, along, low: Exact::parse(low)?.times(base)?, high: Exact::parse(high)?.times(base)? })
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
        let (Some(written), Some(factor)) = (measure.figure.written, measure.unit.factor) else { continue };
        let Some(what) = What::of(measure.unit.dimension).filter(|_| measure.at.certainty != Certainty::Weak) else {
            continue;
        };
        let (span, sentence) = (measure.at.span, measure.at.sentence as usize);
        let Some(tokens) = text.sentences.get(sentence).map(|sentence| sentence.tokens.clone()) else { continue };
        let (first, end) = (text.token_from(span.start), text.token_from(span.end));
        let small = factor < Exact::whole(100);
        let Some(thing) = thing(text, what, (first, end), &tokens, small) else { continue };
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

/// The thing that a measure is told of.
fn thing(
    text: &Text<'_>,
    what: What,
    (first, end): (usize, usize),
    tokens: &Range<usize>,
    small: bool,
) -> Option<Found<Size>> {
    let hyphen = usize::from(matches!(text.word(end), "-" | "‑"));
    let of = |along: &'static str| move |size: Size| size.what == what && size.along == along;
    if what != What::Length {
        let fits = of("");
        let before = || (hyphen == 0).then(|| ends_at(text, first, tokens.start, fits)).flatten();
        return begins_at(text, end, fits).or_else(before);
    }
    let (told, past) = along(text, end + hyphen);
    if let Some(told) = told {
        let fits = of(told);
        let before = || (hyphen == 0).then(|| ends_at(text, first, tokens.start, fits)).flatten();
        return begins_at(text, past, fits).or_else(before);
    }
    if text.lower(end) == "of" {
        let fits = of(if text.near(first..end, DAY_REACH).any(|at| is_day(text, at)) { "of a day" } else { "of" });
        return begins_at(text, end + 1, fits);
    }
    if (first..end).any(|at| matches!(text.word(at), "-" | "‑")) {
        // "a 70-metre snake", but "a 300-mile car" goes so far on its battery, and a "9-foot fence" is as high.
        return begins_at(text, end, of("long")).filter(|_| small && begins_at(text, end, of("up")).is_none());
    }
    let mut before = (tokens.start..first).rev().map(|at| text.lower(at)).take_while(|word| TOLD.contains(word));
    // "flew at 39,000 feet", "climbed to about 39,000 feet", and not "flew 3,000 miles".
    let led = before.find(|word| !HEDGES.contains(word)).is_some_and(|word| matches!(word, "at" | "to" | "of"));
    (led && before.any(|word| ALOFT.contains(&word))).then(|| ends_at(text, first, tokens.start, of("aloft")))?
}

/// How far from the rain the day of it is looked for, in tokens.
const DAY_REACH: usize = 16;

/// "overnight", "in a single day", "in 24 hours", "an hour".
fn is_day(text: &Text<'_>, at: usize) -> bool {
    let before = text.lower(at.wrapping_sub(1));
    match text.lower(at) {
        "overnight" | "yesterday" => true,
        "day" => matches!(before, "a" | "one" | "single"),
        "hours" | "hour" => matches!(before, "24" | "12" | "six" | "an" | "one" | "-"),
        _ => false,
    }
}

/// "a 48km-high fence.": the thing right after the measure, where its name ends there.
fn begins_at(text: &Text<'_>, at: usize, fits: impl Fn(Size) -> bool + Copy) -> Option<Found<Size>> {
    let at = at + usize::from(matches!(text.word(at), "-" | "‑"));
    THINGS.beginning_of(text, at, fits).filter(|&Found { end, .. }| match text.kind(end) {
        TokenKind::Mark => !matches!(text.word(end), "-" | "‑" | "/"),
        // "a turkey breast" is another thing, and so is "a fence post".
        TokenKind::Word => {
            let name = text.token(end).is_some_and(|token| token.case != Case::Lower) && !is_weekday(text.lower(end));
            !name && !lexicon::usual_class(text.lower(end)).has_any(Classes::NOUN.or(Classes::ADJECTIVE))
        }
        TokenKind::Number => true,
        TokenKind::Possessive => false,
    })
}

/// Words between a thing and its size: "the fence, which is about 48km", "the turkey weighed in at just 16 ounces", "a car
/// that was travelling at up to 90mph".
#[rustfmt::skip] // Words, a dozen a line.
const TOLD: &[&str] = &[
    "is", "was", "be", "been", "a", "about", ",", "standing", "stands", "stood", "measures", "measured", "measuring",
    "weighing", "weighs", "weighed", "which", "that", "who", "nearly", "almost", "around", "roughly", "some", "just", "over",
    "only", "approximately", "in", "at", "were", "are", "can", "could", "travelling", "traveling", "travelled", "traveled",
    "going", "doing", "driving", "driven", "moving", "running", "sailed", "sails", "sailing", "run", "runs", "ran", "speeding", "reached", "reaches",
    "reach", "reaching", "clocked", "hit", "hits", "of", "top", "speed", "speeds", "maximum", "up", "to", "flying", "flew",
    "flies", "fly", "cruising", "cruised", "cruises", "cruise", "altitude", "an", "height", "climbed", "climbing",
];

/// Those of them that say how near a size is.
const HEDGES: &[&str] =
    &["a", "about", "nearly", "almost", "around", "roughly", "some", "just", "over", "only", "approximately"];

/// Those of them that tell how high something flies.
const ALOFT: &[&str] =
    &["flying", "flew", "flies", "fly", "cruising", "cruised", "cruises", "cruise", "altitude", "climbed", "climbing"];

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
