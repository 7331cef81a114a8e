//! Cardinals: digits and number words with their scale words, and decimals in words.

use super::Part;
use super::fraction::{is_factor, parts_of};
use super::place;
use crate::facts::exact::Exact;
use crate::facts::extract::digits::{self, Digits};
use crate::facts::extract::lexemes::{Lexeme, Number, Words};
use crate::facts::names::Certainty;
use crate::text::TokenKind;

/// A sum of falling components: "two million three hundred thousand and five".
pub(super) fn cardinal(words: Words<'_, '_>, at: usize) -> Option<Part> {
    let thousand = Exact::whole(1000);
    let mut total = component(words, at)?;
    for _ in 0..8 {
        if total.factor < thousand {
            break;
        }
        let joiner = words.lower(total.end);
        let next = if matches!(joiner, "and" | ",") { total.end + 1 } else { words.past_hyphen(total.end) };
        let Some(part) = component(words, next) else { break };
        // "five million and one half" goes on with a fraction.
        let half = matches!(words.lexeme(part.end), Some(Lexeme::Half | Lexeme::Part(_, Number::Singular)));
        if half && part.value == Exact::ONE {
            break;
        }
        // "a billion-three" is spoken short for 1.3 billion.
        let short = words.is_inner_hyphen(total.end) && total.factor >= Exact::whole(1_000_000) && part.words;
        if short && part.value < Exact::whole(10) && words.lower(part.end) != "-" {
            let rest = total.factor.over(Exact::whole(10)).and_then(|tenth| part.value.times(tenth))?;
            return Some(Part { value: total.value.plus(rest)?, end: part.end, decimals: 1, ..total });
        }
        let fits = part.value < total.factor && part.decimals == 0 && !part.fraction;
        let worded = part.words && total.words && (joiner != "," || part.value >= Exact::whole(100));
        // "4 thousand 3 hundred", "7 crore and three hundred".
        let scaled = (part.scale > 0 || part.factor > Exact::ONE) && joiner != ",";
        if !fits || !(worded || scaled) || parts_of(words, part.end).is_some() {
            break;
        }
        // Rounding now shows in the digits alone.
        total = Part {
            value: total.value.plus(part.value)?,
            end: part.end,
            factor: part.factor,
            words: total.words && part.words,
            decimals: 0,
            scale: 0,
            fraction: false,
            certainty: total.certainty,
        };
    }
    Some(total)
}

/// A number below a hundred, or digits, times the scale words after it: "six hundred and fifty thousand".
fn component(words: Words<'_, '_>, at: usize) -> Option<Part> {
    let part = if is_factor(words, at) { Part::words(Exact::ONE, at) } else { small(words, at)? };
    multiplied(words, part)
}

pub(super) fn multiplied(words: Words<'_, '_>, mut part: Part) -> Option<Part> {
    for _ in 0..4 {
        let next = past_inner_hedge(words, part.end);
        let power = match words.lexeme(next) {
            // "one hundred-thousandth" is a part.
            Some(Lexeme::Hundred)
                if words.is_inner_hyphen(next + 1)
                    && matches!(words.lexeme(next + 2), Some(Lexeme::ScalePlace(..))) =>
            {
                break;
            }
            Some(Lexeme::Hundred) => {
                part = hundreds(words, Part { end: next + 1, ..part })?;
                continue;
            }
            Some(Lexeme::Dozen) => {
                let dozen = Exact::whole(12);
                return Some(Part { value: part.value.times(dozen)?, factor: dozen, end: next + 1, ..part });
            }
            // "three dozens".
            None if next > 0 && matches!(words.lower(next), "dozens" | "dozs") && part.end == next => {
                let dozen = Exact::whole(12);
                return Some(Part { value: part.value.times(dozen)?, factor: dozen, end: next + 1, ..part });
            }
            Some(Lexeme::Scale(power)) => power,
            // "$2 millions", as older texts have it; "in 2015 millions" is no sum.
            None if part.end == next && is_old_sum(words, part, next) => 6,
            Some(Lexeme::Suffix(power)) if !part.words => power,
            // "1,674.5 G", ".0012G": too large or too fine for a network or an acceleration.
            _ if part.decimals > 0 && part.scale == 0 && is_giga(words, part, next) => {
                part.certainty = Certainty::Weak;
                9
            }
            _ if !part.words && part.scale == 0 && words.glued(next) => match words.lower(next) {
                "k" if !is_kelvin(words, part, next) => 3,
                "mil" | "mill" => 6,
                "bil" => 9,
                _ => break,
            },
            // "5 mil", "2.5 bil"
            _ if !part.words && part.scale == 0 && is_spaced_million(words, next) => {
                part.certainty = Certainty::Weak;
                if words.lower(next) == "bil" { 9 } else { 6 }
            }
            // "2.33 k"
            _ if part.decimals > 0 && part.scale == 0 && is_spaced_thousand(words, next) => {
                part.certainty = Certainty::Weak;
                3
            }
            _ => break,
        };
        let scale = Exact::power_of_ten(i32::from(power))?;
        part =
            Part { value: part.value.times(scale)?, factor: scale, end: next + 1, scale: part.scale + power, ..part };
    }
    Some(part)
}

/// Whether "millions" stands behind digits that a currency mark stands before.
fn is_old_sum(words: Words<'_, '_>, part: Part, at: usize) -> bool {
    let marked = || at.checked_sub(2).is_some_and(|mark| matches!(words.lower(mark), "$" | "£" | "€"));
    words.lower(at) == "millions" && !part.words && part.scale == 0 && marked()
}

/// Past what hedges a number before its scale word: "twenty-odd thousand", "20 or so million", "20-plus million".
fn past_inner_hedge(words: Words<'_, '_>, at: usize) -> usize {
    let next = words.past_hyphen(at);
    let end = match (words.lower(next), words.lower(next + 1)) {
        ("odd" | "plus", _) => words.past_hyphen(next + 1),
        ("or", "so") => next + 2,
        _ => return next,
    };
    let scaled = matches!(words.lexeme(end), Some(Lexeme::Hundred | Lexeme::Scale(_)));
    if scaled { end } else { next }
}

/// Whether parts stand beside the hundreds, a fraction of one: "one hundred and two thirds", and not
/// "one hundred and forty fifths", "one hundred and twenty millionths".
fn is_beside(count: Exact, under: Exact) -> bool {
    count < under && under < Exact::whole(1_000_000)
}

/// "573.15K" is a temperature where nothing is counted.
fn is_kelvin(words: Words<'_, '_>, part: Part, at: usize) -> bool {
    part.decimals > 1 && words.written(at) == "K" && words.kind(at + 1) != TokenKind::Word
        || words.written(at) == "K" && (at.saturating_sub(6)..at).any(|at| is_warmth(words.lower(at)))
}

/// What is told in kelvin.
fn is_warmth(lower: &str) -> bool {
    matches!(lower, "temperature" | "temperatures" | "kelvin" | "celsius" | "°" | "cooled" | "superconductor")
}

/// A lone "G" after decimals that nothing follows.
fn is_giga(words: Words<'_, '_>, part: Part, at: usize) -> bool {
    let odd = part.decimals > 2 || part.value >= Exact::whole(1000);
    odd && !part.words && words.written(at) == "G" && words.kind(at + 1) == TokenKind::Mark
}

/// A lone "mil" or "bil" that nothing follows.
fn is_spaced_million(words: Words<'_, '_>, at: usize) -> bool {
    matches!(words.lower(at), "mil" | "bil") && words.kind(at + 1) == TokenKind::Mark && words.lower(at + 1) != "-"
}

/// A lone "k" after decimals that nothing follows.
fn is_spaced_thousand(words: Words<'_, '_>, at: usize) -> bool {
    words.written(at) == "k" && words.kind(at + 1) == TokenKind::Mark
}

/// What follows "hundred": "and fifty", "twenty-one", "and 21".
fn hundreds(words: Words<'_, '_>, part: Part) -> Option<Part> {
    let hundred = Exact::whole(100);
    let mut part = Part { value: part.value.times(hundred)?, factor: hundred, ..part };
    let next = words.past_hyphen(part.end);
    let and = words.lower(next) == "and";
    let next = if and { words.past_hyphen(next + 1) } else { next };
    // "one hundred forty fifths" are forty-fifths, "one hundred and forty fifths" fifths, and
    // "one hundred and two thirds" a hundred and a fraction.
    let tens = matches!(words.lexeme(next), Some(Lexeme::Tens(_)))
        && !matches!(words.lexeme(words.past_hyphen(next + 1)), Some(Lexeme::Unit(_)));
    if let Some(rest) = small(words, next)
        && (rest.words || and)
        && rest.decimals == 0
        && rest.value < hundred
        && rest.value > Exact::ZERO
        && part.decimals == 0
        && !parts_of(words, rest.end).is_some_and(|under| is_beside(rest.value, under) || tens && !and)
        && words.lexeme(words.past_hyphen(rest.end)) != Some(Lexeme::Hundred)
    {
        part.value = part.value.plus(rest.value)?;
        part.factor = Exact::ONE;
        part.end = rest.end;
    }
    Some(part)
}

/// Digits, or words below a hundred.
fn small(words: Words<'_, '_>, at: usize) -> Option<Part> {
    let point = words.lower(at) == "." && words.glued(at + 1);
    if words.kind(at) == TokenKind::Number || point {
        return if point { decimals_alone(words, at + 1) } else { digits(words, at) };
    }
    let n = match words.lexeme(at)? {
        Lexeme::Unit(n) | Lexeme::Teen(n) => n,
        Lexeme::Tens(tens) => {
            let next = past_spaced_hyphen(words, at + 1);
            if let Some(Lexeme::Unit(unit @ 1..)) = words.lexeme(next) {
                return Some(Part::words(Exact::from(i64::from(tens + unit)), next + 1));
            }
            tens
        }
        _ => return None,
    };
    // "nineteen eighty-four" is a year, "twenty twenty-fifths" a fraction.
    let next = words.past_hyphen(at + 1);
    if n >= 10
        && matches!(words.lexeme(next), Some(Lexeme::Teen(_) | Lexeme::Tens(_)))
        && place::read(words, next).is_none_or(|place| place.number == Number::Singular)
    {
        return None;
    }
    Some(Part::words(Exact::from(i64::from(n)), at + 1))
}

/// The token after a hyphen, which may stand free where the number surely goes on or ends: "ninety - five hundred".
fn past_spaced_hyphen(words: Words<'_, '_>, at: usize) -> usize {
    let free = words.lower(at) == "-" && !words.glued(at) && !words.glued(at + 1);
    let goes_on = || {
        let next = words.lexeme(at + 2);
        matches!(next, Some(Lexeme::Hundred | Lexeme::Scale(_) | Lexeme::Part(_, Number::Plural)))
            || words.kind(at + 2) == TokenKind::Mark
    };
    if free && goes_on() { at + 1 } else { words.past_hyphen(at) }
}

/// ".08"
fn decimals_alone(words: Words<'_, '_>, at: usize) -> Option<Part> {
    let token = words.lower(at);
    let count = u8::try_from(token.len()).ok().filter(|_| token.bytes().all(|byte| byte.is_ascii_digit()))?;
    let value = Exact::parse(token)?.times(Exact::power_of_ten(-i32::from(count))?)?;
    Some(Part { words: false, decimals: count, ..Part::words(value, at + 1) })
}

pub(super) fn digits(words: Words<'_, '_>, at: usize) -> Option<Part> {
    let (plain, certainty) = match digits::read(words.lower(at)) {
        Digits::Whole(plain) => (plain, Certainty::Sure),
        Digits::Continental(plain) => (plain, Certainty::Weak),
        Digits::Notation | Digits::Malformed(_) => return None,
    };
    let part = Part { words: false, decimals: plain.decimals, certainty, ..Part::words(plain.value, at + 1) };
    let grouped = spaced_groups(words, at).or_else(|| quoted_groups(words, at)).or_else(|| parted_groups(words, at));
    Some(grouped.unwrap_or(part))
}

/// "10'000", "1’250’000": as the Swiss group digits.
fn quoted_groups(words: Words<'_, '_>, at: usize) -> Option<Part> {
    let first = words.lower(at);
    if first.len() > 3 || !matches!(words.lower(at + 1), "'" | "’") {
        return None;
    }
    let (mut value, mut end) = (Exact::parse(first)?, at + 1);
    while end < at + 8 && matches!(words.lower(end), "'" | "’") && words.glued(end) && words.glued(end + 1) {
        let group = words.lower(end + 1);
        if group.len() != 3 || words.kind(end + 1) != TokenKind::Number {
            break;
        }
        value = value.times(Exact::whole(1000))?.plus(Exact::parse(group)?)?;
        end += 2;
    }
    (end > at + 1).then_some(Part { words: false, ..Part::words(value, end) })
}

/// "80, 000", "1, 250, 000": a space slipped in after the commas; no list goes on with "000".
fn parted_groups(words: Words<'_, '_>, at: usize) -> Option<Part> {
    let first = words.lower(at);
    if words.lower(at + 1) != "," || words.kind(at + 2) != TokenKind::Number || first.len() > 3 {
        return None;
    }
    let (mut value, mut end) = (Exact::parse(first).filter(|_| !first.starts_with('0'))?, at + 1);
    while end < at + 8 && words.lower(end) == "," && words.glued(end) && words.gap(end + 1) == " " {
        let group = words.lower(end + 1);
        if group.len() != 3 || !group.bytes().all(|byte| byte.is_ascii_digit()) {
            break;
        }
        value = value.times(Exact::whole(1000))?.plus(Exact::parse(group)?)?;
        end += 2;
    }
    let closes = end > at + 1 && words.lower(end - 1) == "000" && value.is_whole();
    closes.then_some(Part { words: false, certainty: Certainty::Likely, ..Part::words(value, end) })
}

/// "1 234 567": groups of three with a hard or thin space, or with a plain one where no list looks like it.
fn spaced_groups(words: Words<'_, '_>, at: usize) -> Option<Part> {
    let first = words.lower(at);
    if words.kind(at + 1) != TokenKind::Number || words.lower(at + 1).len() < 3 || first.len() > 3 {
        return None;
    }
    let mut written = first.to_owned();
    let (mut end, mut plain, mut zeros) = (at + 1, false, false);
    while end < at + 6 && words.kind(end) == TokenKind::Number {
        let group = words.lower(end);
        // "1 234 567,8" is written as the continent does.
        let point = group.find(['.', ',']).and_then(|at| Some((group.get(..at)?, group.get(at + 1..)?)));
        let (whole, rest) = point.map_or((group, None), |(whole, rest)| (whole, Some(rest)));
        let gap = words.gap(end);
        if whole.len() != 3 || !matches!(gap, " " | "\u{a0}" | "\u{2009}" | "\u{202f}") {
            break;
        }
        plain |= gap == " ";
        zeros |= whole == "000";
        written.push_str(whole);
        end += 1;
        if let Some(rest) = rest {
            written.push('.');
            written.push_str(rest);
            break;
        }
    }
    if end == at + 1 || first.starts_with('0') || plain && !zeros && end < at + 3 {
        return None;
    }
    let Digits::Whole(plain) = digits::read(&written) else { return None };
    Some(Part { words: false, decimals: plain.decimals, ..Part::words(plain.value, end) })
}

/// "two point five", "three hundred point sixty-two"
pub(super) fn decimal_words(words: Words<'_, '_>, part: Part) -> Option<Part> {
    let mut sum = part;
    sum.end += 1;
    // "nought point 77"
    if part.words && words.kind(sum.end) == TokenKind::Number {
        let decimals = decimals_alone(words, sum.end)?;
        sum.value = sum.value.plus(decimals.value)?;
        (sum.decimals, sum.end) = (decimals.decimals, decimals.end);
        return multiplied(words, sum);
    }
    while part.words && sum.decimals < 12 {
        let (digits, count) = match words.lexeme(sum.end) {
            Some(Lexeme::Unit(n)) => (n, 1),
            Some(Lexeme::Teen(n)) => (n, 2),
            Some(Lexeme::Tens(_)) => (u8::try_from(small(words, sum.end)?.value.numerator()).ok()?, 2),
            _ => break,
        };
        sum.decimals += count;
        let place = Exact::power_of_ten(-i32::from(sum.decimals))?;
        sum.value = sum.value.plus(Exact::from(i64::from(digits)).times(place)?)?;
        sum.end = if count == 2 { small(words, sum.end)?.end } else { sum.end + 1 };
    }
    if sum.decimals > part.decimals { multiplied(words, sum) } else { None }
}
