//! Sizes that no such thing has: "a 48km-high fence", "a football 30 inches in diameter", "a 16-ounce turkey".

use super::{Bounds, Reading, note};
use crate::facts::exact::Exact;
use crate::facts::names::Certainty;
use crate::facts::quantity::Dimension;
use crate::text::words::WordMap;
use crate::text::{Text, TokenKind};
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// A row of the table.
#[derive(Clone, Copy)]
struct Thing {
    name: &'static str,
    mass: bool,
    /// The direction that a length is told in: `up`, `across`.
    along: &'static str,
    low: Exact,
    high: Exact,
}

/// The things by the last word of their names.
static THINGS: LazyLock<WordMap<Vec<Thing>>> = LazyLock::new(|| {
    let table = include_str!("../../../../tables/sizes.csv");
    let mut rows: FxHashMap<&'static str, Vec<Thing>> = FxHashMap::default();
    for line in table.lines().filter(|line| !line.starts_with('#')).skip(1) {
        let mut cells = line.split(',');
        let (Some(name), Some(measures), Some(along)) = (cells.next(), cells.next(), cells.next()) else { continue };
        let mut end = || cells.next().and_then(Exact::parse);
        let (Some(low), Some(high)) = (end(), end()) else { continue };
        let last = name.rsplit(' ').next().unwrap_or(name);
        rows.entry(last).or_default().push(Thing { name, mass: measures == "mass", along, low, high });
    }
    rows.into_iter().collect()
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
        let fits = |thing: &Thing| thing.mass == mass && (mass || told == Some(thing.along));
        let before = || (hyphen == 0).then(|| ends_at(text, first, tokens.start)).flatten();
        let Some((place, thing)) = begins_at(text, end).or_else(before).filter(|(_, thing)| fits(thing)) else {
            continue;
        };
        // "A ball" is one of sport where the sentence tells of a game.
        if thing.name == "ball" && !tokens.clone().any(|at| GAME.contains(&text.lower(at))) {
            continue;
        }
        // "metres" are the base of lengths, kilograms of masses: the limits are told in the unit as written.
        let (Some(low), Some(high)) = (thing.low.over(factor), thing.high.over(factor)) else { continue };
        let by = text.span(place.0, place.1 - 1);
        note(reading, "size", (written, span), by, Bounds { least: Some(low), most: Some(high) });
    }
}

/// The direction of a length, and one past the words that tell it.
fn along(text: &Text<'_>, at: usize) -> (Option<&'static str>, usize) {
    let after = text.lower(at + 1);
    match text.lower(at) {
        "tall" | "high" => (Some("up"), at + 1),
        "in" if after == "diameter" => (Some("across"), at + 2),
        "in" if after == "height" => (Some("up"), at + 2),
        "across" => (Some("across"), at + 1),
        _ => (None, at),
    }
}

/// "a 48km-high fence.": the thing right after the measure, where its name ends there.
fn begins_at(text: &Text<'_>, at: usize) -> Option<((usize, usize), Thing)> {
    let at = at + usize::from(matches!(text.word(at), "-" | "‑"));
    (at + 1..at + 3).find_map(|end| named(text, at, end).map(|thing| ((at, end), thing))).filter(|((_, end), _)| {
        text.kind(*end) == TokenKind::Mark && !matches!(text.word(*end), "-" | "‑" | "/")
            || matches!(text.lower(*end), "is" | "was" | "in" | "on" | "at" | "for" | "and" | "with" | "who" | "that")
    })
}

/// "a football 30 inches", "the fence is 48km": the thing right before the measure.
fn ends_at(text: &Text<'_>, first: usize, floor: usize) -> Option<((usize, usize), Thing)> {
    let back = |at: usize| at.checked_sub(1).filter(|&at| at >= floor).map_or("", |at| text.lower(at));
    let mut end = first;
    while matches!(back(end), "is" | "was" | "a" | "about" | "," | "standing" | "stands" | "weighing" | "weighs") {
        end -= 1;
    }
    let found = (1..3).find_map(|length| {
        let from = end.checked_sub(length).filter(|&from| from >= floor)?;
        named(text, from, end).map(|thing| ((from, end), thing))
    })?;
    // "the statue of a man is 40ft high" measures the statue.
    let of = (found.0.0.saturating_sub(3).max(floor)..found.0.0).any(|at| {
        matches!(text.lower(at), "of" | "from" | "than" | "like" | "by" | "to" | "toy" | "giant" | "model" | "near")
    });
    (!of).then_some(found)
}

fn named(text: &Text<'_>, first: usize, end: usize) -> Option<Thing> {
    let things = THINGS.get(text.lower(end - 1))?;
    things.iter().find(|thing| text.lowered(text.span(first, end - 1)) == thing.name).copied()
}
