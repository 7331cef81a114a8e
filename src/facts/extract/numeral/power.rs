//! Powers: "1.3x10^6", "2.9 × 10⁻⁸", "1e10", "10 to the power of 3".

use super::Part;
use super::cardinal::cardinal;
use crate::facts::exact::Exact;
use crate::facts::extract::digits::{self, Digits};
use crate::facts::extract::lexemes::Words;
use crate::facts::names::Certainty;
use crate::text::TokenKind;

/// An exponent and one past its last token.
type Exponent = (i32, usize);

/// The number with the power after it, where one follows.
pub(super) fn raised(words: Words<'_, '_>, part: Part) -> Option<Part> {
    if let Some((exponent, end)) = in_words(words, part.end) {
        return Some(Part { value: power(part.value, exponent)?, factor: Exact::ONE, end, ..part });
    }
    if part.words || part.scale > 0 {
        return None;
    }
    let at = part.end;
    if let Some((exponent, end)) = after_caret(words, at).or_else(|| superscript(words, part.value, at)) {
        return Some(Part { value: power(part.value, exponent)?, end, decimals: 0, ..part });
    }
    match words.lower(at) {
        "e" if words.glued(at) && words.glued(at + 1) => {
            let (exponent, end) = signed(words, at + 1)?;
            // "3e5" may be a code as well.
            let sure = part.decimals > 0 || words.kind(at + 1) == TokenKind::Mark;
            let certainty = if sure { Certainty::Sure } else { Certainty::Weak };
            Some(Part { certainty, ..scientific(part, Exact::whole(10), exponent, end)? })
        }
        "x" | "×" | "*" | "·" | "⋅" => {
            let Digits::Whole(base) = digits::read(words.lower(at + 1)) else { return None };
            let end = at + 2;
            let (exponent, end) = after_caret(words, end)
                .or_else(|| superscript(words, base.value, end))
                .or_else(|| lost_superscript(words, base.value, end))?;
            scientific(part, base.value, exponent, end)
        }
        _ => None,
    }
}

/// A factor times a power; powers of ten say how finely it is rounded.
fn scientific(part: Part, base: Exact, exponent: i32, end: usize) -> Option<Part> {
    let value = part.value.times(power(base, exponent)?)?;
    if base != Exact::whole(10) {
        return Some(Part { value, end, decimals: 0, ..part });
    }
    let places = u8::try_from(exponent.unsigned_abs()).ok()?;
    let (scale, decimals) =
        if exponent < 0 { (0, part.decimals.checked_add(places)?) } else { (places, part.decimals) };
    Some(Part { value, end, decimals, scale, ..part })
}

/// "^6", "^-4", "^+23", "^--23"
fn after_caret(words: Words<'_, '_>, at: usize) -> Option<Exponent> {
    let glued = words.lower(at) == "^" && words.glued(at) && words.glued(at + 1);
    if glued { signed(words, at + 1) } else { None }
}

/// "6", "-4", "+23", "--23"
fn signed(words: Words<'_, '_>, mut at: usize) -> Option<Exponent> {
    let mut sign = 1;
    for _ in 0..2 {
        match words.lower(at) {
            "-" | "−" | "–" => sign = -sign,
            "+" => {}
            _ => break,
        }
        at += 1;
        if !words.glued(at) {
            return None;
        }
    }
    if words.kind(at) != TokenKind::Number {
        return None;
    }
    Some((sign * words.lower(at).parse::<i32>().ok()?, at + 1))
}

/// "10⁶", "10⁻⁸": of other bases it may be the number of a note.
fn superscript(words: Words<'_, '_>, base: Exact, at: usize) -> Option<Exponent> {
    if base != Exact::whole(10) {
        return None;
    }
    let (mut exponent, mut sign, mut next) = (None, 1, at);
    while words.glued(next) && next < at + 4 {
        let mark = words.lower(next);
        if mark == "⁻" && next == at {
            sign = -1;
        } else {
            let Some(digit) = "⁰¹²³⁴⁵⁶⁷⁸⁹".chars().position(|c| mark.starts_with(c)) else { break };
            exponent = Some(exponent.unwrap_or(0) * 10 + i32::try_from(digit).ok()?);
        }
        next += 1;
    }
    Some((sign * exponent?, next))
}

/// "10−8" after a multiplication sign: a superscript that the text has lost.
fn lost_superscript(words: Words<'_, '_>, base: Exact, at: usize) -> Option<Exponent> {
    let minus = matches!(words.lower(at), "-" | "−") && words.glued(at) && words.glued(at + 1);
    if base == Exact::whole(10) && minus { signed(words, at) } else { None }
}

/// "to the power of three"
fn in_words(words: Words<'_, '_>, at: usize) -> Option<Exponent> {
    let wording = ["to", "the", "power", "of"];
    if !(at..).zip(wording).all(|(at, word)| words.lower(at) == word) {
        return None;
    }
    let minus = matches!(words.lower(at + 4), "minus" | "negative" | "-" | "−");
    let part = cardinal(words, at + 4 + usize::from(minus)).filter(|part| part.value.is_whole())?;
    let exponent = i32::try_from(part.value.numerator()).ok()?;
    Some((if minus { -exponent } else { exponent }, part.end))
}

/// A power with a whole exponent.
fn power(base: Exact, exponent: i32) -> Option<Exact> {
    let count = exponent.unsigned_abs();
    if count > 127 {
        return None;
    }
    let mut value = Exact::ONE;
    for _ in 0..count {
        value = value.times(base)?;
    }
    if exponent < 0 { Exact::ONE.over(value) } else { Some(value) }
}
