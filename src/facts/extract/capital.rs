//! Capitals: a city that is said to be the capital of a country or state.
//!
//! The country may be written in any way; the rule looks both up in its own table. A city counts
//! only where the gazetteer knows a place of that name.

use super::location::{Land, Spot, city_at, land_at, land_ending_at, span};
use crate::source::Span;
use crate::text::{Case, Sentence, Text, TokenKind};

/// A city and a country that one sentence calls its capital.
pub(super) struct Claim {
    /// The city.
    pub(super) city: Spot,
    /// The country or state.
    pub(super) country: Spot,
    /// From the first of the two to the last.
    pub(super) span: Span,
}

/// The claim that the word "capital" at the token makes.
pub(super) fn claim(text: &Text<'_>, sentence: &Sentence, at: usize) -> Option<Claim> {
    if is_other_capital(text, sentence, at) {
        return None;
    }
    let (city, country) = after_adjective(text, sentence, at).or_else(|| of_country(text, sentence, at))?;
    Some(Claim { span: span(text, city, country), city, country })
}

/// Whether the word means another thing: money, punishment, a former or figurative capital.
fn is_other_capital(text: &Text<'_>, sentence: &Sentence, at: usize) -> bool {
    let before = at.checked_sub(1).filter(|&before| before >= sentence.tokens.start);
    let word = before.map_or("", |before| text.lower(before));
    let plain = matches!(word, "the" | "a" | "and" | "its" | "national" | "administrative" | "political")
        || before.is_some_and(|before| text.kind(before) == TokenKind::Possessive || is_capitalised(text, before));
    let near = (at.saturating_sub(4).max(sentence.tokens.start)..at).any(|at| {
        matches!(
            text.lower(at),
            "was" | "were" | "became" | "become" | "not" | "isn't" | "isn’t" | "be" | "been" | "as" | "future"
        )
    });
    let past = sentence.tokens.clone().any(|at| {
        matches!(
            text.lower(at),
            "until"
                | "former"
                | "formerly"
                | "then"
                | "once"
                | "moved"
                | "moving"
                | "relocate"
                | "ancient"
                | "century"
                | "empire"
                | "if"
                | "would"
                | "instead"
                | "recognise"
                | "recognize"
                | "recognised"
                | "recognized"
                | "claims"
                | "claim"
                | "declared"
        )
    });
    !plain || near || past
}

fn is_capitalised(text: &Text<'_>, at: usize) -> bool {
    text.token(at).is_some_and(|token| token.kind == TokenKind::Word && token.case != Case::Lower)
}

/// "the Australian capital, Sydney", "Iraq's capital of Mosul", "Sydney, the Australian capital".
fn after_adjective(text: &Text<'_>, sentence: &Sentence, at: usize) -> Option<(Spot, Spot)> {
    let mut before = at;
    if matches!(text.lower(before.checked_sub(1)?), "national" | "administrative" | "political") {
        before -= 1;
    }
    let land = land_ending_at(text, before)?;
    let country = land.spot;
    let mut next = at + 1;
    if text.lower(next) == "city" {
        next += 1;
    }
    let comma = text.word(next) == ",";
    if (comma || text.lower(next) == "of")
        && let Some(city) = city_at(text, next + 1, land.capitals)
        && closes(text, sentence, city.end, comma)
    {
        return Some((city, country));
    }
    if let Some(city) = city_at(text, next, land.capitals).filter(|city| !is_capitalised(text, city.end)) {
        return Some((city, country));
    }
    // "Sydney, the Australian capital,": the city goes before.
    let mut name = country.first;
    if name > 0 && text.lower(name - 1) == "the" {
        name -= 1;
    }
    let city = city_before_comma(text, sentence, name, land)?;
    closes(text, sentence, next, true).then_some((city, country))
}

/// "Sydney, the capital of Australia", "the capital of Australia, Sydney", "Sydney is the capital of Australia".
fn of_country(text: &Text<'_>, sentence: &Sentence, at: usize) -> Option<(Spot, Spot)> {
    let mut next = at + 1;
    if text.lower(next) == "city" {
        next += 1;
    }
    if text.lower(next) != "of" {
        return None;
    }
    next += 1;
    // "the capital of the US state of Nevada".
    for skip in [["the", "us", "state", "of"], ["the", "u.s.", "state", "of"], ["the", "american", "state", "of"]] {
        if skip.iter().enumerate().all(|(offset, word)| text.lower(next + offset) == *word) {
            next += skip.len();
        }
    }
    if text.lower(next) == "the" {
        next += 1;
    }
    let land = land_at(text, next)?;
    let country = land.spot;
    let after = country.end;
    if text.kind(after) == TokenKind::Possessive || is_capitalised(text, after) || text.word(after) == "-" {
        return None;
    }
    let plain = text.kind(after) == TokenKind::Mark
        || matches!(
            text.lower(after),
            "" | "and" | "on" | "in" | "at" | "has" | "is" | "as" | "after" | "where" | "with" | "when"
        );
    if !plain {
        return None;
    }
    let start = phrase_start(text, sentence, at);
    if let Some(city) =
        city_before_comma(text, sentence, start, land).or_else(|| city_before_is(text, sentence, start, land))
    {
        return Some((city, country));
    }
    let city = (text.word(after) == ",").then(|| city_at(text, after + 1, land.capitals)).flatten()?;
    let first = start <= at && !text.word(start.checked_sub(1).unwrap_or(start)).starts_with(',');
    (first && closes(text, sentence, city.end, true)).then_some((city, country))
}

/// The first token of "the largest city and capital".
fn phrase_start(text: &Text<'_>, sentence: &Sentence, at: usize) -> usize {
    let mut start = at;
    while start > sentence.tokens.start
        && matches!(
            text.lower(start.wrapping_sub(1)),
            "the"
                | "a"
                | "and"
                | "largest"
                | "biggest"
                | "city"
                | "main"
                | "national"
                | "administrative"
                | "political"
                | "port"
        )
    {
        start -= 1;
    }
    start
}

/// The city that ends right before a comma that ends before the token.
fn city_before_comma(text: &Text<'_>, sentence: &Sentence, at: usize, land: Land) -> Option<Spot> {
    let comma = at.checked_sub(1).filter(|&comma| comma > sentence.tokens.start && text.word(comma) == ",")?;
    city_ending(text, sentence, comma, land)
}

/// The city of "Sydney is the capital".
fn city_before_is(text: &Text<'_>, sentence: &Sentence, at: usize, land: Land) -> Option<Spot> {
    let verb = at.checked_sub(1).filter(|&verb| verb > sentence.tokens.start && text.lower(verb) == "is")?;
    city_ending(text, sentence, verb, land)
}

fn city_ending(text: &Text<'_>, sentence: &Sentence, end: usize, land: Land) -> Option<Spot> {
    let mut first = end;
    while first > sentence.tokens.start
        && end - first < 5
        && (is_capitalised(text, first.wrapping_sub(1)) || joins(text, first.wrapping_sub(1)))
    {
        first -= 1;
    }
    let city = city_at(text, first, land.capitals)?;
    (city.end == end).then_some(city)
}

/// Marks inside the name of a city: "Port-au-Prince", "St. John's".
fn joins(text: &Text<'_>, at: usize) -> bool {
    text.word(at) == "-" && text.glued(at) && text.glued(at + 1)
        || text.word(at) == "." && text.lower(at.saturating_sub(1)) == "st"
}

/// Whether an apposition ends with the token before: no list goes on, and no other noun follows.
fn closes(text: &Text<'_>, sentence: &Sentence, end: usize, comma: bool) -> bool {
    if end >= sentence.tokens.end {
        return true;
    }
    if !comma {
        return !is_capitalised(text, end);
    }
    match text.word(end) {
        "," => {
            let next = end + 1;
            !matches!(text.lower(next), "and" | "or" | "the") && !is_capitalised(text, next)
        }
        "." | ";" | ")" | "—" | "–" | "!" | "?" | "”" | "\"" => true,
        _ => false,
    }
}
