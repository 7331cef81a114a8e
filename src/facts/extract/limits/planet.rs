//! Planets beside a distance, a size or a place of theirs: "Mars, 14 million miles from the Sun", "Jupiter is 14,000 km
//! across", "Mars, the third planet from the Sun".

use super::{Bounds, Reading, note};
use crate::facts::exact::Exact;
use crate::facts::extract::things::{Found, Things};
use crate::facts::names::Hedge;
use crate::facts::quantity::Dimension;
use crate::source::Span;
use crate::text::{Text, TokenKind};
use std::sync::LazyLock;

/// What the table says of a planet.
#[derive(Clone, Copy, Debug)]
struct Planet {
    /// What it circles.
    circles: &'static str,
    place: i64,
    /// In millions of kilometres.
    near: Exact,
    far: Exact,
    /// In kilometres.
    narrow: Exact,
    wide: Exact,
}

static PLANETS: LazyLock<Things<Planet>> = LazyLock::new(|| {
    Things::of(include_str!("../../../../tables/planets.csv"), |cells| match cells {
        [circles, place, near, far, narrow, wide] => Some(Planet {
            circles,
            place: place.parse().ok()?,
            near: Exact::parse(near)?,
            far: Exact::parse(far)?,
            narrow: Exact::parse(narrow)?,
            wide: Exact::parse(wide)?,
        }),
        _ => None,
    })
});

/// What may stand between a planet and the figure.
const BETWEEN: &[&str] = &[
    ",", "(", "is", "lies", "orbits", "circles", "at", "about", "some", "roughly", "around", "which", "that", "a",
    "an", "the", "distance", "of", "it", "average", "mean", "sits", "has", "diameter", "’s", "'s", "was", "measures",
    "only", "its", "on", "travels", "with", "planet", "giant",
];

/// By how much a figure may leave what the table gives: articles round, and choose a mean or an end.
const SLACK: (i128, i128) = (11, 10);

/// Reads the distances, widths and places of planets.
pub(super) fn read(reading: &mut Reading<'_>) {
    for index in 0..reading.facts.measures.len() {
        measured(reading, index);
    }
    for index in 0..reading.facts.ordinals.len() {
        placed(reading, index);
    }
}

/// "142 million miles from the Sun", "88,846 miles across".
fn measured(reading: &mut Reading<'_>, index: usize) {
    let text = reading.text;
    let Some(measure) = reading.facts.measures.get(index) else { return };
    let (Some(written), Some(factor)) = (measure.figure.written, measure.unit.factor) else { return };
    let length = measure.unit.dimension == Dimension { length: 1, ..Dimension::default() };
    let plain = matches!(measure.figure.hedge, Hedge::Exactly | Hedge::About);
    let span = measure.at.span;
    let (first, end) = (text.token_from(span.start), text.token_from(span.end));
    let Some(found) = (length && plain).then(|| planet(text, measure.at.sentence, first)).flatten() else { return };
    let Planet { circles, near, far, narrow, wide, .. } = found.row;
    let from = text.lower(end) == "from"
        && (text.lower(end + 1) == "the" && text.lower(end + 2) == circles || text.lower(end + 1) == circles);
    let across = matches!(text.lower(end), "across" | "wide")
        || matches!(text.lower(end), "in") && text.lower(end + 1) == "diameter"
        || (found.end..first).any(|at| text.lower(at) == "diameter");
    let millions = Exact::whole(1_000_000_000);
    let (low, high, scale) = if from {
        (near, far, millions)
    } else if across {
        (narrow, wide, Exact::whole(1000))
    } else {
        return;
    };
    let Some(slack) = Exact::whole(SLACK.0).over(Exact::whole(SLACK.1)) else { return };
    let told = |end: Option<Exact>| end.and_then(|end| end.times(scale)).and_then(|end| end.over(factor));
    let bounds = Bounds { least: told(low.over(slack)), most: told(high.times(slack)) };
    let by = text.span(found.first, found.end - 1);
    note(reading, if from { "distance" } else { "width" }, (written, span), by, bounds);
}

/// "Mars, the fourth planet from the Sun".
fn placed(reading: &mut Reading<'_>, index: usize) {
    let text = reading.text;
    let Some(ordinal) = reading.facts.ordinals.get(index) else { return };
    let Some(written) = ordinal.figure.written else { return };
    let span: Span = ordinal.at.span;
    let (first, mut end) = (text.token_from(span.start), text.token_from(span.end));
    end += usize::from(matches!(text.lower(end), "planet" | "rock"));
    let from_sun = text.lower(end) == "from" && matches!((text.lower(end + 1), text.lower(end + 2)), ("the", "sun"));
    if text.lower(end - 1) != "planet" && text.lower(end - 1) != "rock" || !from_sun {
        return;
    }
    let Some(found) = planet(text, ordinal.at.sentence, first).filter(|found| found.row.circles == "sun") else {
        return;
    };
    let by = text.span(found.first, found.end - 1);
    note(reading, "planet", (written, span), by, Bounds::just(Exact::from(found.row.place)));
}

/// The planet that a figure is told of, right before it.
fn planet(text: &Text<'_>, sentence: u32, first: usize) -> Option<Found<Planet>> {
    let floor = text.sentences.get(sentence as usize)?.tokens.start;
    let mut end = first;
    while end > floor && first - end < 8 && BETWEEN.contains(&text.lower(end - 1)) {
        end -= 1;
    }
    let found = PLANETS.ending(text, floor, end)?;
    let before = found.first.checked_sub(1).filter(|&at| at >= floor).map_or("", |at| text.lower(at));
    // "A probe near Jupiter, 12 million miles from the Sun" tells of the probe; "the Mercury 13" and "planet Earth" of
    // their own.
    let alone = matches!(before, "" | "," | "“" | "\"" | "planet" | "that" | "and" | "but" | "while" | "where");
    let moon = found.name != "moon" || before == "the";
    let capital = text.token(found.first).is_some_and(|token| token.kind == TokenKind::Word);
    ((alone || before == "the" && matches!(found.name, "moon" | "earth")) && moon && capital).then_some(found)
}
