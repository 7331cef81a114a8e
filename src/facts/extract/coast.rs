//! Coasts: a land that is said to have one, and the sea where it is named: "off the coast of Bolivia", "Portugal's
//! Mediterranean coast", "the Baltic coast of Poland".

use super::Reading;
use super::location::{Land, land_at, land_ending_at};
use super::triggers::Trigger;
use crate::facts::model::{Coast, Name, of_sentence};
use crate::facts::names::Certainty;
use crate::text::{Case, Sentence, Text, TokenKind};
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// The words for a coast.
pub(super) const WORDS: &[&str] = &["coast", "coastline", "seaboard"];

/// The lands on each sea; `landlocked` names those on none.
static SEAS: LazyLock<FxHashMap<&'static str, Vec<&'static str>>> = LazyLock::new(|| {
    let table = include_str!("../../../tables/coasts.csv");
    let rows = table.lines().filter(|line| !line.starts_with('#')).skip(1);
    rows.filter_map(|line| line.split_once(',')).map(|(sea, lands)| (sea, lands.split('|').collect())).collect()
});

/// Words between a land or a sea and the coast.
const BETWEEN: &[&str] = &[
    "northern",
    "southern",
    "eastern",
    "western",
    "north",
    "south",
    "east",
    "west",
    "northeast",
    "northwest",
    "southeast",
    "southwest",
    "rugged",
    "rocky",
    "sandy",
    "long",
    "whole",
    "entire",
    "sea",
    "ocean",
];

/// Words of another time, of a denial, or of coasts of other waters than the sea.
#[rustfmt::skip] // Words, a dozen a line.
const OTHER: &[&str] = &[
    "lake", "lakes", "river", "rivers", "lost", "lose", "loses", "losing", "former", "formerly", "ancient", "prehistoric",
    "once", "empire", "kingdom", "no", "not", "never", "without", "lacks", "lacking", "landlocked", "inland", "imaginary",
    "fictional", "film", "novel", "joke", "jokes", "joked", "corridor", "access", "austro", "habsburg", "yugoslavia",
    "fossil", "fossils", "jurassic", "cretaceous", "danube", "aral", "nearest", "guard", "claims", "claim", "regain",
    "regains", "war",
];

/// Reads the coasts that lands are said to have.
pub(super) fn read(reading: &mut Reading<'_>) {
    let text = reading.text;
    let mut next = 0;
    while let Some(at) = reading.next(next, text.tokens.len(), Trigger::COAST) {
        next = at + 1;
        if let Some(coast) = coast(reading, at) {
            reading.facts.coasts.push(coast);
        }
    }
}

fn coast(reading: &Reading<'_>, at: usize) -> Option<Coast> {
    let text = reading.text;
    let token = text.token(at).filter(|token| token.case == Case::Lower)?;
    let index = text.sentence_at(token.span.start);
    let sentence = text.sentences.get(index)?;
    // "Kansas coast to a win", "the coast guard".
    if matches!(text.lower(at + 1), "to" | "past" | "guard" | "road" | "-") {
        return None;
    }
    let (sea, first) = sea_before(text, sentence, at);
    let land = of_land(text, at).or_else(|| own(text, sentence, first))?;
    let known = |sea: &str| SEAS.get(sea).is_some_and(|lands| lands.contains(&land.spot.name));
    let listed = SEAS.values().any(|lands| lands.contains(&land.spot.name));
    let fits = match &sea {
        _ if known("landlocked") => false,
        Some(sea) => !listed || known(&sea.key),
        None => true,
    };
    let other = !fits
        && (text.near(at..at, REACH).any(|at| OTHER.contains(&text.lower(at)))
            || is_of_the_past(reading, index as u32));
    if other {
        return None;
    }
    let span = text.span(land.spot.first, land.spot.end - 1);
    let whole = span.to(token.span);
    let whole = sea.as_ref().map_or(whole, |sea| whole.to(sea.span));
    let landlocked = known("landlocked");
    let land = Name { key: land.spot.name.into(), span };
    Some(Coast { at: reading.at(whole, Certainty::Likely), land, sea, landlocked, fits })
}

/// The sea whose name stands before a coast, and where it begins: "the Black Sea coast".
fn sea_before(text: &Text<'_>, sentence: &Sentence, at: usize) -> (Option<Name>, usize) {
    let mut end = at;
    while end > sentence.tokens.start && BETWEEN.contains(&text.lower(end - 1)) && is_lower(text, end - 1) {
        end -= 1;
    }
    for length in [2, 1] {
        let Some(first) = end.checked_sub(length).filter(|&first| first >= sentence.tokens.start) else { continue };
        let lower = text.lowered(text.span(first, end - 1)).to_owned();
        let name = lower.strip_suffix(" sea").filter(|name| *name != "black" && *name != "red" && *name != "north");
        let name = name.or_else(|| lower.strip_suffix(" ocean")).unwrap_or(&lower);
        if SEAS.contains_key(name) && name != "landlocked" && !is_lower(text, first) {
            return (Some(Name { key: name.into(), span: text.span(first, end - 1) }), first);
        }
    }
    (None, end)
}

fn is_lower(text: &Text<'_>, at: usize) -> bool {
    text.token(at).is_some_and(|token| token.case == Case::Lower)
}

/// "the coast of Bolivia": not that of "Bolivia's lake" or of "Utah Lake".
fn of_land(text: &Text<'_>, at: usize) -> Option<Land> {
    if text.lower(at + 1) != "of" {
        return None;
    }
    let land = land_at(text, at + 2 + usize::from(text.lower(at + 2) == "the"))?;
    let end = land.spot.end;
    let goes_on = text.kind(end) == TokenKind::Possessive
        || matches!(text.word(end), "-" | "–" | "/")
        || matches!(text.lower(end), "," | "and") && is_name(text, end + 1)
        || is_name(text, end);
    (!goes_on).then_some(land)
}

fn is_name(text: &Text<'_>, at: usize) -> bool {
    text.token(at).is_some_and(|token| token.kind == TokenKind::Word && token.case != Case::Lower)
}

/// "Bolivia's coast", "the Swiss coast"; no bare name: "Nevada coast".
fn own(text: &Text<'_>, sentence: &Sentence, end: usize) -> Option<Land> {
    if end <= sentence.tokens.start {
        return None;
    }
    let possessive = text.kind(end - 1) == TokenKind::Possessive;
    let land = land_ending_at(text, end).filter(|land| land.spot.first >= sentence.tokens.start)?;
    let written = text.lowered(text.span(land.spot.first, land.spot.end - 1));
    // "Chad's coast" may be a man's; "West Australia's" belongs to a longer name.
    let bare = !possessive && written == land.spot.name.to_lowercase();
    (!bare && written != "chad").then_some(land)
}

/// How far from a coast words are looked for, in tokens.
const REACH: usize = 40;

/// Whether the sentence tells of a year in which borders were others.
pub(super) fn is_of_the_past(reading: &Reading<'_>, sentence: u32) -> bool {
    let mut told = of_sentence(&reading.facts.dates, sentence).iter().take(REACH);
    told.any(|date| date.value.is_some_and(|value| value.first.year() < 1995))
}

#[cfg(test)]
mod tests {
    use super::SEAS;
    use crate::text::gazetteer;

    #[test]
    fn every_land_of_the_table_is_known() {
        for land in SEAS.values().flatten() {
            let lower = land.to_lowercase();
            let known = gazetteer::country(&lower).is_some() || gazetteer::us_state(&lower).is_some();
            assert!(known, "{land} is in no table of lands");
        }
    }
}
