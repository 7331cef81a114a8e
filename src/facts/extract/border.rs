//! Borders that a country is said to have with another: "Poland's border with Ukraine", "the border between Chad and Niger".

use super::Reading;
use super::coast::is_of_the_past;
use super::location::{Land, land_at, land_ending_at};
use super::triggers::Trigger;
use crate::facts::model::{Border, Name};
use crate::facts::names::Certainty;
use crate::text::{Case, Text, TokenKind};
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// The words for a border.
pub(super) const WORDS: &[&str] = &["border", "borders", "frontier"];

/// The lands that each has a border with.
static NEIGHBOURS: LazyLock<FxHashMap<&'static str, Vec<&'static str>>> = LazyLock::new(|| {
    let table = include_str!("../../../tables/borders.csv");
    let rows = table.lines().filter(|line| !line.starts_with('#')).skip(1);
    rows.filter_map(|line| line.split_once(',')).map(|(land, others)| (land, others.split('|').collect())).collect()
});

/// Words between a land and its border.
#[rustfmt::skip] // Words, a dozen a line.
const BETWEEN: &[&str] = &[
    "northern", "southern", "eastern", "western", "north", "south", "east", "west", "northeastern", "northwestern",
    "southeastern", "southwestern", "northeast", "northwest", "southeast", "southwest", "north-eastern", "north-western",
    "south-eastern", "south-western", "long", "porous", "shared", "land", "own", "common", "entire", "mountainous", "remote",
    "desert", "main", "closed", "international", "vast",
];

/// Words of waters, of another time, of what is not or may be, and of tales.
#[rustfmt::skip] // Words, a dozen a line.
const OTHER: &[&str] = &[
    "maritime", "sea", "naval", "gulf", "strait", "no", "not", "never", "without", "former", "formerly", "imaginary", "joke",
    "joked", "jokes", "empire", "kingdom", "soviet", "union", "occupied", "annexed", "if", "would", "could", "virtual",
    "film", "novel", "game", "mistakenly", "wrongly", "nor", "neither", "nearest", "hypothetical", "imagine", "ancient",
];

/// How far from a border such words are looked for, in tokens.
const REACH: usize = 20;

/// Reads the borders that two countries are said to have.
pub(super) fn read(reading: &mut Reading<'_>) {
    let text = reading.text;
    let mut next = 0;
    while let Some(at) = reading.next(next, text.tokens.len(), Trigger::BORDER) {
        next = at + 1;
        if let Some(border) = border(reading, at) {
            reading.facts.borders.push(border);
        }
    }
}

fn border(reading: &Reading<'_>, at: usize) -> Option<Border> {
    let text = reading.text;
    let token = text.token(at).filter(|token| token.case == Case::Lower)?;
    let index = text.sentence_at(token.span.start);
    let (land, other) = match text.lower(at + 1) {
        "with" => (own(text, text.sentences.get(index)?.tokens.start, at)?, named(text, at + 2)?),
        "between" => {
            let land = named(text, at + 2)?;
            let and = land.spot.end;
            let other = named(text, and + 1).filter(|_| text.lower(and) == "and")?;
            (land, other)
        }
        _ => return None,
    };
    let end = other.spot.end;
    // "Chad's border with Niger state", "with Iraq's north", "with Spain-held Ceuta", "between Chad and Niger and Mali".
    let name =
        |at: usize| text.token(at).is_some_and(|token| token.kind == TokenKind::Word && token.case != Case::Lower);
    let goes_on = text.kind(end) == TokenKind::Possessive
        || matches!(text.word(end), "-" | "–" | "/")
        || matches!(text.lower(end), "state" | "region" | "province")
        || text.lower(end) == "and" && text.lower(at + 1) == "between"
        || name(end);
    let (one, two) = (land.spot.name, other.spot.name);
    let lands = NEIGHBOURS.get(one).filter(|_| NEIGHBOURS.contains_key(two) && one != two && !goes_on)?;
    let fits = lands.contains(&two);
    let elsewhere = !fits
        && (text.near(at..at + 1, REACH).any(|at| OTHER.contains(&text.lower(at)))
            || is_of_the_past(reading, index as u32));
    if elsewhere {
        return None;
    }
    let place = |land: &Land| text.span(land.spot.first, land.spot.end - 1);
    let name = |land: &Land| Name { key: land.spot.name.into(), span: place(land) };
    let whole = place(&land).to(place(&other)).to(token.span);
    Some(Border { at: reading.at(whole, Certainty::Likely), land: name(&land), other: name(&other), fits })
}

/// The country whose name begins with the token.
fn named(text: &Text<'_>, at: usize) -> Option<Land> {
    land_at(text, at + usize::from(text.lower(at) == "the"))
}

/// "Poland's eastern border", "the Polish border".
fn own(text: &Text<'_>, floor: usize, at: usize) -> Option<Land> {
    let mut end = at;
    while end > floor && BETWEEN.contains(&text.lower(end - 1)) {
        end -= 1;
    }
    if end <= floor {
        return None;
    }
    let land = land_ending_at(text, end).filter(|land| land.spot.first >= floor)?;
    let possessive = text.kind(end - 1) == TokenKind::Possessive;
    let bare =
        !possessive && text.lowered(text.span(land.spot.first, land.spot.end - 1)) == land.spot.name.to_lowercase();
    // "The US-Mexico border with Guatemala"
    let joined = land.spot.first.checked_sub(1).is_some_and(|at| matches!(text.word(at), "-" | "–" | "/"));
    (!bare && !joined).then_some(land)
}

#[cfg(test)]
mod tests {
    use super::NEIGHBOURS;
    use crate::text::gazetteer;

    #[test]
    fn every_border_has_two_sides() {
        for (land, others) in NEIGHBOURS.iter() {
            assert!(gazetteer::country(&land.to_lowercase()).is_some(), "{land} is no country");
            for other in others {
                assert!(gazetteer::country(&other.to_lowercase()).is_some(), "{other} is no country");
                let back = NEIGHBOURS.get(other).is_none_or(|lands| lands.contains(land));
                assert!(back, "{other} has no border with {land}");
            }
        }
    }
}
