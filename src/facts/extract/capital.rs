//! Capitals: a city that is said to be the capital of a country or state.
//!
//! The country may be written in any way; the rule looks both up in its own table. A city counts
//! only where the gazetteer knows a place of that name.

use super::location::{Land, Spot, city_at, land_at, land_ending_at, span};
use crate::source::Span;
use crate::text::abbreviations::is_date_word;
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

/// Words of another time or of a plan: with them near, no capital of today is named.
const ANOTHER_TIME: &[&str] = &[
    "former",
    "formerly",
    "then",
    "ancient",
    "old",
    "historic",
    "historical",
    "wartime",
    "future",
    "new",
    "onetime",
    "erstwhile",
    "temporary",
    "interim",
    "provisional",
    "proposed",
    "planned",
    "de",
    "became",
    "become",
    "becomes",
    "becoming",
    "once",
];

/// Words about moving, naming or disputing a capital, wherever they stand in the sentence.
const MOVING: &[&str] = &[
    "moved",
    "moving",
    "move",
    "moves",
    "relocate",
    "relocating",
    "relocated",
    "relocation",
    "recognise",
    "recognize",
    "recognised",
    "recognized",
    "recognises",
    "recognizes",
    "recognising",
    "recognizing",
    "recognition",
    "declared",
    "declare",
    "proclaimed",
    "century",
    "centuries",
    "empire",
    "kingdom",
    "dynasty",
    "ancient",
    "medieval",
    "colonial",
    "caliphate",
];

/// Whether the word means another thing: money, punishment, a figurative capital, or the capital of another time.
fn is_other_capital(text: &Text<'_>, sentence: &Sentence, at: usize) -> bool {
    let before = at.checked_sub(1).filter(|&before| before >= sentence.tokens.start);
    let word = before.map_or("", |before| text.lower(before));
    let plain = matches!(word, "the" | "a" | "and" | "its" | "national" | "administrative" | "political")
        || before.is_some_and(|before| text.kind(before) == TokenKind::Possessive || is_capitalised(text, before));
    let mut near = (at.saturating_sub(5).max(sentence.tokens.start)..at).map(|at| text.lower(at));
    let moving = sentence.tokens.clone().any(|at| MOVING.contains(&text.lower(at)));
    !plain || near.any(|word| ANOTHER_TIME.contains(&word)) || moving || is_history(text, sentence, at)
}

/// Whether a year stands near in which the capital may have been another.
fn is_history(text: &Text<'_>, sentence: &Sentence, at: usize) -> bool {
    (at.saturating_sub(8).max(sentence.tokens.start)..(at + 8).min(sentence.tokens.end)).any(|at| {
        let word = text.word(at);
        text.kind(at) == TokenKind::Number && word.len() == 4 && matches!(word.parse(), Ok(1000_u32..1992))
    })
}

/// Whether the word before `start` denies the claim or makes a report of it: "was the Bonn capital", "not", "as".
fn is_hedged(text: &Text<'_>, sentence: &Sentence, start: usize) -> bool {
    let before = start.checked_sub(1).filter(|&before| before >= sentence.tokens.start);
    let word = before.map_or("", |before| text.lower(before));
    matches!(
        word,
        "was" | "were" | "be" | "been" | "being" | "not" | "as" | "isn't" | "isn’t" | "never" | "nor" | "make" | "made"
    )
}

/// Whether a time before today follows the claim: "until 1991", "before the war".
fn is_ended(text: &Text<'_>, sentence: &Sentence, end: usize) -> bool {
    let next = end + usize::from(text.word(end) == ",");
    let time = || text.kind(next + 1) == TokenKind::Number || text.lower(next + 1) == "the";
    next < sentence.tokens.end
        && match text.lower(next) {
            "until" | "till" | "then" => true,
            "before" | "between" | "during" | "under" => time(),
            _ => false,
        }
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
    let mut name = country.first;
    if name > 0 && text.lower(name - 1) == "the" {
        name -= 1;
    }
    if is_hedged(text, sentence, name) {
        return None;
    }
    let comma = text.word(next) == ",";
    if (comma || text.lower(next) == "of")
        && let Some(city) = city_at(text, next + 1, land.capitals)
        && closes(text, sentence, city.end, comma)
        && !is_ended(text, sentence, city.end)
    {
        return Some((city, country));
    }
    if let Some(city) = city_at(text, next, land.capitals).filter(|city| !goes_on(text, city.end)) {
        return Some((city, country));
    }
    // "Sydney, the Australian capital,": the city goes before.
    let before = city_before_comma(text, sentence, name, land).or_else(|| city_before_is(text, sentence, name, land));
    let ends = |next: usize| closes(text, sentence, next, true) || goes_on_in_clause(text, sentence, next);
    before.filter(|_| ends(next) && !is_ended(text, sentence, next)).map(|city| (city, country))
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
            "" | "and"
                | "on"
                | "in"
                | "at"
                | "has"
                | "is"
                | "as"
                | "after"
                | "where"
                | "with"
                | "to"
                | "for"
                | "by"
                | "that"
                | "which"
        )
        || is_day(text, after);
    if !plain || is_ended(text, sentence, after) {
        return None;
    }
    let start = phrase_start(text, sentence, at);
    if is_hedged(text, sentence, start) {
        return None;
    }
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

/// The city of "Sydney is the capital", "Sydney, which is the capital".
fn city_before_is(text: &Text<'_>, sentence: &Sentence, at: usize, land: Land) -> Option<Spot> {
    let verb = at.checked_sub(1).filter(|&verb| verb > sentence.tokens.start && text.lower(verb) == "is")?;
    let which = verb.checked_sub(2).filter(|&comma| text.lower(verb - 1) == "which" && text.word(comma) == ",");
    city_ending(text, sentence, which.unwrap_or(verb), land)
}

fn city_ending(text: &Text<'_>, sentence: &Sentence, end: usize, land: Land) -> Option<Spot> {
    let mut first = end;
    while first > sentence.tokens.start
        && end - first < 5
        && (is_capitalised(text, first.wrapping_sub(1)) || joins(text, first.wrapping_sub(1)))
    {
        first -= 1;
    }
    // "In Phnom Penh, the capital": the name may begin after a word that begins the sentence.
    (first..end).filter_map(|first| city_at(text, first, land.capitals)).find(|city| city.end == end)
}

/// Marks and small words inside the name of a city: "Port-au-Prince", "St. John's", "Rio de Janeiro".
fn joins(text: &Text<'_>, at: usize) -> bool {
    matches!(text.word(at), "de" | "es" | "do" | "da" | "del") && is_capitalised(text, at + 1)
        || text.word(at) == "-" && text.glued(at) && text.glued(at + 1)
        || text.word(at) == "." && text.lower(at.saturating_sub(1)) == "st"
}

/// Whether the words at `end` go on with the name or begin another: "Canberra Times"; a day does not.
fn goes_on(text: &Text<'_>, end: usize) -> bool {
    is_capitalised(text, end) && !is_day(text, end)
}

/// Whether the token is a weekday or a month, as they follow a place: "in the Norwegian capital of Oslo Saturday".
fn is_day(text: &Text<'_>, at: usize) -> bool {
    is_capitalised(text, at) && is_date_word(text.lower(at))
}

/// Whether "and" leads on to a verb or another predicate rather than to one more name: "Oslo, Norway’s capital, and
/// set off", "Oslo, which is Norway’s capital and a port".
fn goes_on_in_clause(text: &Text<'_>, sentence: &Sentence, end: usize) -> bool {
    let and = end + usize::from(text.word(end) == ",");
    let comma = and > end;
    and + 1 < sentence.tokens.end
        && text.lower(and) == "and"
        && !is_capitalised(text, and + 1)
        && !(comma && text.lower(and + 1) == "the")
}

/// Whether an apposition ends with the token before: no list goes on, and no other noun follows.
fn closes(text: &Text<'_>, sentence: &Sentence, end: usize, comma: bool) -> bool {
    if end >= sentence.tokens.end {
        return true;
    }
    if !comma {
        return !goes_on(text, end);
    }
    match text.word(end) {
        "," => {
            let next = end + 1;
            !matches!(text.lower(next), "and" | "or" | "the") && !is_capitalised(text, next)
        }
        "." | ";" | ")" | "—" | "–" | "!" | "?" | "”" | "\"" | ":" => true,
        _ => is_day(text, end),
    }
}
