//! Long names whose short form stands behind them in brackets: "the General Services Administration (GSA)".

use super::Reading;
use super::triggers::Trigger;
use crate::facts::model::Acronym;
use crate::facts::names::Certainty;
use crate::text::{Case, Text, TokenKind};

/// How many letters the short forms have that are looked at: two may be anything.
const LETTERS: std::ops::RangeInclusive<usize> = 3..=6;

/// Words inside a name that give no letter.
const SMALL: &[&str] = &["of", "and", "the", "for", "in", "on", "to", "at", "by", "with", "de"];

/// Short forms that an agreement made, in no language's order.
const AGREED: &[&str] = &["ISO", "UTC", "TAI"];

/// Reads the names with their short forms.
pub(super) fn read(reading: &mut Reading<'_>) {
    let text = reading.text;
    let mut next = 0;
    while let Some(at) = reading.next(next, text.tokens.len(), Trigger::BRACKET) {
        next = at + 1;
        let short = text.word(at + 1);
        let framed = text.word(at) == "(" && text.word(at + 2) == ")" && text.glued(at + 1);
        let letters = LETTERS.contains(&short.len()) && short.bytes().all(|byte| byte.is_ascii_uppercase());
        if !framed || !letters || AGREED.contains(&short) {
            continue;
        }
        let Some((first, initials)) = initials(text, at, short.len()) else { continue };
        if initials == short || is_swapped(short, &initials) {
            let place = reading.at(text.span(first, at + 2), Certainty::Likely);
            let fact = Acronym { at: place, short: short.into(), initials: initials.into() };
            reading.facts.acronyms.push(fact);
        }
    }
}

/// The first letters of so many words in capitals before the token, and the first of those words.
fn initials(text: &Text<'_>, end: usize, count: usize) -> Option<(usize, String)> {
    let mut letters: Vec<char> = Vec::new();
    let mut at = end;
    while letters.len() < count {
        at = at.checked_sub(1)?;
        let token = text.token(at)?;
        match token.kind {
            TokenKind::Word if token.case == Case::Lower => {
                // "the Centers for Disease Control", and no name without a capital at its end.
                if letters.is_empty() || !SMALL.contains(&text.lower(at)) {
                    return None;
                }
            }
            // "the FBI Academy (FA)" is made of letters that stand for words already.
            TokenKind::Word if token.case == Case::Title => letters.push(text.word(at).chars().next()?),
            // "Asia-Pacific", "Veterans’"
            TokenKind::Mark if matches!(text.word(at), "-" | "&" | "'" | "’") => {}
            TokenKind::Possessive => {}
            _ => return None,
        }
    }
    // A word more in capitals before them, as in "American Health Care Act (HCA)", leaves the letters what they are.
    letters.reverse();
    Some((at, letters.into_iter().collect()))
}

/// "GAS" for "GSA": two neighbours that changed places.
fn is_swapped(short: &str, initials: &str) -> bool {
    let (one, other) = (short.as_bytes(), initials.as_bytes());
    let differ: Vec<usize> = (0..one.len().min(other.len())).filter(|&n| one.get(n) != other.get(n)).collect();
    match differ.as_slice() {
        &[first, second] => {
            second == first + 1 && one.get(first) == other.get(second) && one.get(second) == other.get(first)
        }
        _ => false,
    }
}
