//! What is called by the century in which it was made, and the year of its making: "the 18th-century mill, built in 1743".

use super::{Bounds, Reading, note};
use crate::facts::date::Precision;
use crate::facts::exact::Exact;
use crate::facts::model::Date;
use crate::text::{Case, Text, TokenKind};

/// How something comes to be in a year; what is finished or renewed then may be older.
#[rustfmt::skip] // Words, a dozen a line.
const MADE: &[&str] = &[
    "built", "erected", "constructed", "founded", "designed", "written", "painted", "composed", "carved", "woven", "made",
    "forged", "minted", "printed", "published", "invented", "sculpted", "established",
];

/// The most words of what is called so.
const NOUN: usize = 4;

/// How many years a century may be off: building goes on for some.
const ROOM: i64 = 10;

/// Styles of building, and the first years of their reigns. Later ones were built again and again, as the Tudor houses of
/// the 1920s were, and Georgian churches stand in Georgia.
const STYLES: &[(&str, i64)] = &[
    ("victorian", 1837),
    ("edwardian", 1901),
    ("regency", 1790),
    ("elizabethan", 1558),
    ("jacobean", 1603),
    ("tudor", 1485),
];

/// What is called after them; other things are of Victoria in Australia.
#[rustfmt::skip] // Words, a dozen a line.
const BUILDINGS: &[&str] = &[
    "house", "houses", "terrace", "villa", "mansion", "townhouse", "cottage", "chapel", "pier", "mill", "workhouse",
    "rectory", "vicarage", "manor", "barn", "church", "crescent", "almshouse", "lodge", "pub", "inn",
];

/// Words of what only looks like it.
const COPIES: &[&str] =
    &["replica", "style", "mock", "revival", "pastiche", "copy", "reproduction", "emigrants", "rebuilt"];

/// Reads the styles that a building is called by: "the Victorian villa, built in 1868".
pub(super) fn styles(reading: &mut Reading<'_>) {
    let text = reading.text;
    for index in 0..reading.facts.dates.len() {
        let Some(year) = reading.facts.dates.get(index) else { return };
        let written = year.explicit && !year.relative && year.precision <= Precision::Year && !year.at.negated;
        let Some(told) = year.value.filter(|_| written) else { continue };
        let first = text.token_from(year.at.span.start);
        let Some(at) = style(text, first) else { continue };
        let Some((_, from)) = STYLES.iter().find(|(word, _)| *word == text.lower(at)) else { continue };
        let copied = text.near(at..first, 2 * NOUN).any(|at| COPIES.contains(&text.lower(at)));
        let bounds = Bounds { least: Some(Exact::from(from - ROOM)), most: None };
        if !copied {
            let figure = (Exact::from(i64::from(told.first.year())), year.at.span);
            note(reading, "century", figure, text.span(at, at), bounds);
        }
    }
}

/// The style before "house was built in", "villa, built in".
fn style(text: &Text<'_>, year: usize) -> Option<usize> {
    let verb = year
        .checked_sub(2)
        .filter(|&at| text.lower(at + 1) == "in" && matches!(text.lower(at), "built" | "erected"))?;
    let mut noun = verb.checked_sub(1)?;
    while matches!(text.lower(noun), "was" | "were" | "which" | "that" | ",") && verb - noun <= NOUN {
        noun = noun.checked_sub(1)?;
    }
    let style = noun.checked_sub(1)?;
    let called = text.token(style).is_some_and(|token| token.case != Case::Lower);
    let apart = noun + 1 < verb && BUILDINGS.contains(&text.lower(noun));
    (called && apart && STYLES.iter().any(|(word, _)| *word == text.lower(style))).then_some(style)
}

/// Reads the centuries that a thing is called by, with a year behind.
pub(super) fn read(reading: &mut Reading<'_>) {
    for index in 1..reading.facts.dates.len() {
        let dates = &reading.facts.dates;
        let (Some(century), Some(year)) = (dates.get(index - 1), dates.get(index)) else { return };
        let written = year.explicit && !year.relative && year.precision <= Precision::Year;
        let called = century.precision == Precision::Century && century.at.sentence == year.at.sentence;
        let (Some(span), Some(told)) = (century.value, year.value) else { continue };
        if !written || !called || !is_made(reading.text, century, year) {
            continue;
        }
        let figure = (Exact::from(i64::from(told.first.year())), year.at.span);
        let (least, most) = (i64::from(span.first.year()) - ROOM, i64::from(span.last.year()) + ROOM);
        let by = century.at.span;
        note(reading, "century", figure, by, Bounds { least: Some(Exact::from(least)), most: Some(Exact::from(most)) });
    }
}

/// "house was built in", "mill, which was built in", "chapel, built in": the thing itself, and nothing between.
fn is_made(text: &Text<'_>, century: &Date, year: &Date) -> bool {
    let from = text.token_from(century.at.span.end);
    let first = text.token_from(year.at.span.start);
    let joined =
        text.lowered(century.at.span).ends_with("-century") || text.lowered(century.at.span).ends_with("century");
    let Some(verb) = first.checked_sub(2).filter(|&verb| text.lower(verb + 1) == "in" && verb > from) else {
        return false;
    };
    let is_noun = |at: &usize| {
        text.token(*at).is_some_and(|token| token.kind == TokenKind::Word && token.case == Case::Lower)
            && !matches!(text.lower(*at), "was" | "were" | "and" | "or" | "of" | "is" | "by" | "from" | "with" | "that")
    };
    let noun = (from..verb).take_while(is_noun).count();
    let rest: Vec<&str> = (from + noun..verb).map(|at| text.lower(at)).collect();
    let said = matches!(
        rest.as_slice(),
        ["was" | "were" | "," | "("] | [",", "which", "was" | "were"] | ["that", "was" | "were"]
    );
    joined && (1..=NOUN).contains(&noun) && said && MADE.contains(&text.lower(verb))
}
