//! Offices of a country, and who holds them: "England's chief medical officer", "the Iraqi president, Ann Lee".

use super::Reading;
use super::location::{Land, land_at, land_ending_at};
use super::person::{end_of, ending_at, starting_at};
use super::triggers::Trigger;
use crate::facts::model::{Name, Post};
use crate::facts::names::Certainty;
use crate::source::Span;
use crate::text::gazetteer::{self, Reading as Meaning};
use crate::text::{Case, Text, TokenKind};

/// Offices of which a country has one, whatever stands before them.
const ALONE: &[&str] = &["president", "premier", "chancellor", "king", "queen", "ombudsman"];

/// Offices of which a country has one where words stand before them: "chief medical officer".
const TOLD: &[&str] =
    &["minister", "officer", "secretary", "commissioner", "adviser", "advisor", "inspector", "statistician"];

/// Words before an office that say which it is.
const WHICH: &[&str] = &[
    "chief",
    "medical",
    "scientific",
    "nursing",
    "veterinary",
    "prime",
    "foreign",
    "interior",
    "home",
    "health",
    "finance",
    "defence",
    "defense",
    "justice",
    "education",
    "environment",
    "energy",
    "transport",
    "trade",
    "agriculture",
    "culture",
    "immigration",
    "children",
    "information",
    "national",
    "prisons",
    "schools",
];

/// Words before an office that make another of it.
const OTHER: &[&str] =
    &["deputy", "vice", "former", "ex", "acting", "interim", "shadow", "junior", "assistant", "next", "future", "late"];

/// The words that an office may end with.
pub(super) fn words() -> impl Iterator<Item = &'static str> {
    ALONE.iter().chain(TOLD).copied()
}

/// Finds the offices that are said to be a country's.
pub(super) fn read(reading: &mut Reading<'_>) {
    let text = reading.text;
    let mut next = 0;
    while let Some(head) = reading.next(next, text.tokens.len(), Trigger::POST) {
        next = head + 1;
        let Some(first) = office(text, head) else { continue };
        let before = land_ending_at(text, first).map(|land| (land.spot.first, first, land));
        let after = || of_land(text, head + 1).map(|(end, land)| (first, end, land));
        let Some((start, end, land)) = before.or_else(after) else { continue };
        // "the former Slovak prime minister" holds it no more.
        let past = start.checked_sub(1).is_some_and(|before| OTHER.contains(&text.lower(before)));
        let joined =
            start.checked_sub(1).is_some_and(|before| matches!(text.word(before), "-" | "–") && text.glued(start));
        if past || joined || is_ambiguous(text, &land) {
            continue;
        }
        let end = end.max(head + 1);
        let people = &reading.facts.people;
        let holder = holder(people, text, start, end);
        let at = reading.at(text.span(start, end - 1), Certainty::Sure);
        let office = text.span(first, head);
        let spot = text.span(land.spot.first, land.spot.end - 1);
        reading.facts.posts.push(Post {
            at,
            office: named(text, office),
            land: Name { key: land.spot.name.into(), span: spot },
            holder: holder.map(|person| person as u32),
        });
    }
}

fn named(text: &Text<'_>, span: Span) -> Name {
    Name { key: text.lowered(span).into(), span }
}

/// The first token of an office that ends with `head` and of which a country has one.
fn office(text: &Text<'_>, head: usize) -> Option<usize> {
    let mut first = head;
    while let Some(before) = first.checked_sub(1).filter(|&before| head - before < 5) {
        // "children's commissioner".
        let owner = text.kind(before) == TokenKind::Possessive && before > 0 && WHICH.contains(&text.lower(before - 1));
        if !owner && !WHICH.contains(&text.lower(before)) {
            break;
        }
        first = if owner { before - 1 } else { before };
    }
    let before = first.checked_sub(1).map_or("", |before| text.lower(before));
    let known = ALONE.contains(&text.lower(head)) || first < head;
    (known && !OTHER.contains(&before) && !matches!(text.word(first.wrapping_sub(1)), "-" | "–")).then_some(first)
}

/// "of Iraq", "for the UK": the land, and one past it.
fn of_land(text: &Text<'_>, at: usize) -> Option<(usize, Land)> {
    if !matches!(text.lower(at), "of" | "for") {
        return None;
    }
    let land = land_at(text, at + 1 + usize::from(text.lower(at + 1) == "the"))?;
    let end = land.spot.end;
    // "president of England Netball", "chancellor of Iraq's university".
    let longer = text.kind(end) == TokenKind::Possessive
        || !text.glued(end)
            && text.token(end).is_some_and(|token| token.kind == TokenKind::Word && token.case != Case::Lower);
    (!longer).then_some((end, land))
}

/// Whether the word can mean several lands: "Korean", "Congolese".
fn is_ambiguous(text: &Text<'_>, land: &Land) -> bool {
    let lower = text.lowered(text.span(land.spot.first, land.spot.end - 1));
    let lands = gazetteer::readings(lower).filter_map(|meaning| match meaning {
        Meaning::Country(country) | Meaning::Demonym(country) => Some(country.name),
        Meaning::State(state) | Meaning::StateDemonym(state) => Some(state.name),
        Meaning::City(_) => None,
    });
    let mut others = lands.filter(|name| *name != land.spot.name);
    others.next().is_some() || matches!(lower, "korean" | "korea" | "congolese" | "congo" | "guinean" | "guinea")
}

/// Who holds it: the name right behind, behind a comma, or before one.
fn holder(people: &[crate::facts::model::Person], text: &Text<'_>, start: usize, end: usize) -> Option<usize> {
    if let Some(index) = starting_at(people, text, end) {
        return Some(index);
    }
    if text.word(end) == ","
        && let Some(index) = starting_at(people, text, end + 1)
        && matches!(text.word(end_of(people, text, index)?), "," | "." | ";" | ":" | ")" | "")
    {
        return Some(index);
    }
    let start = start - usize::from(start > 0 && text.lower(start - 1) == "the");
    let comma = start.checked_sub(1).filter(|&comma| text.word(comma) == ",")?;
    ending_at(people, text, comma)
}
