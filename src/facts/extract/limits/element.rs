//! Chemical elements beside a number or a sign of theirs: "uranium-253", "gold, atomic number 97", "lead (Pd)".

use super::{Bounds, Reading, note};
use crate::facts::exact::Exact;
use crate::facts::extract::things::Things;
use crate::facts::extract::triggers::Trigger;
use crate::facts::names::Certainty;
use crate::text::{Case, Text, TokenKind};
use std::sync::LazyLock;

/// What the table says of an element.
#[derive(Clone, Copy, Debug)]
struct Element {
    number: i64,
    lightest: i64,
    heaviest: i64,
}

static TABLE: &str = include_str!("../../../../tables/elements.csv");

static ELEMENTS: LazyLock<Things<Element>> = LazyLock::new(|| {
    Things::of(TABLE, |cells| match cells {
        [_, number, lightest, heaviest] => Some(Element {
            number: number.parse().ok()?,
            lightest: lightest.parse().ok()?,
            heaviest: heaviest.parse().ok()?,
        }),
        _ => None,
    })
});

/// What may stand between an element and its number.
const BETWEEN: &[&str] = &[",", "(", "has", "with", "whose", "the", "is", "an", "’s", "'s", "element"];

/// Reads the numbers and signs that stand beside an element.
pub(super) fn read(reading: &mut Reading<'_>) {
    let text = reading.text;
    let mut next = 0;
    while let Some(at) = reading.next(next, text.tokens.len(), Trigger::NUMBER.or(Trigger::BRACKET)) {
        next = at + 1;
        match text.kind(at) {
            TokenKind::Number => numbered(reading, at),
            TokenKind::Mark => signed(reading, at),
            TokenKind::Word | TokenKind::Possessive => {}
        }
    }
}

/// "uranium-235", "atomic number 79": the number of an isotope, or of the element itself.
fn numbered(reading: &mut Reading<'_>, at: usize) {
    let text = reading.text;
    let back = |n: usize| at.checked_sub(n).map_or("", |at| text.lower(at));
    let isotope = matches!(back(1), "-" | "‑" | "–") && text.glued(at) && text.glued(at - 1);
    let own = usize::from(matches!(back(1), "of" | "is" | "was"));
    let number = back(own + 1) == "number" && back(own + 2) == "atomic";
    if !isotope && !number {
        return;
    }
    let Ok(written) = text.word(at).parse::<i64>() else { return };
    let mut end = if isotope { at - 1 } else { at - own - 2 };
    while !isotope && end > 0 && at - end < 8 && BETWEEN.contains(&text.lower(end - 1)) {
        end -= 1;
    }
    let floor = sentence(text, at);
    let Some(found) = ELEMENTS.ending(text, floor, end) else { return };
    let element = found.row;
    // "Mercury-13" and "the Argon-1" are names of their own; "iron-60-rich" and "carbon-14.2" something else.
    let lower = is_plain(text, found.first, floor);
    let goes_on = text.glued(at + 1) && !matches!(text.word(at + 1), "." | "," | ";" | ":" | ")" | "”" | "\"" | "?");
    let quoted = reading.at(text.span(at, at), Certainty::Likely).quoted;
    if isotope && (!lower || goes_on) || number && written == element.number || quoted && isotope {
        return;
    }
    let whole = |n: i64| Exact::from(n);
    let by = text.span(found.first, found.end - 1);
    if isotope {
        let bounds = Bounds { least: Some(whole(element.lightest)), most: Some(whole(element.heaviest)) };
        note(reading, "isotope", (whole(written), text.span(at, at)), by, bounds);
    } else {
        note(reading, "atomic number", (whole(written), text.span(at, at)), by, Bounds::just(whole(element.number)));
    }
}

/// "lead (Pd)": the sign of another element in the bracket.
fn signed(reading: &mut Reading<'_>, at: usize) {
    let text = reading.text;
    let sign = text.word(at + 1);
    if text.word(at) != "(" || text.word(at + 2) != ")" || !(1..=2).contains(&sign.len()) {
        return;
    }
    let capital = sign.starts_with(|c: char| c.is_ascii_uppercase()) && !sign.ends_with(|c: char| c.is_ascii_digit());
    // "iron (I)" and "copper (V)" tell how much of it is bound.
    let roman = matches!(sign, "I" | "V");
    let other = (capital && !roman).then(|| number_of(sign)).flatten();
    let found = other.and_then(|_| ELEMENTS.ending(text, sentence(text, at), at));
    if let (Some(other), Some(found)) = (other, found)
        && other != found.row.number
        && is_plain(text, found.first, sentence(text, at))
    {
        let (figure, by) = (Exact::from(other), text.span(found.first, found.end - 1));
        note(reading, "sign", (figure, text.span(at + 1, at + 1)), by, Bounds::just(Exact::from(found.row.number)));
    }
}

/// Whether a word is written as a noun is, not as a name.
fn is_plain(text: &Text<'_>, at: usize, floor: usize) -> bool {
    at == floor || text.token(at).is_some_and(|token| token.case == Case::Lower)
}

/// The number of the element that has the sign.
fn number_of(sign: &str) -> Option<i64> {
    let rows = TABLE.lines().filter(|line| !line.starts_with('#')).skip(1);
    rows.into_iter().find_map(|row| {
        let mut cells = row.split(',').skip(1);
        (cells.next() == Some(sign)).then(|| cells.next()?.parse().ok()).flatten()
    })
}

/// The first token of the sentence.
fn sentence(text: &Text<'_>, at: usize) -> usize {
    let start = text.token(at).map_or(0, |token| token.span.start);
    text.sentences.get(text.sentence_at(start)).map_or(at, |sentence| sentence.tokens.start)
}
