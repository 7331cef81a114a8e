//! Fractions: "half a million", "two-thirds", "3/4", "one and a half", "¾".

use super::Part;
use super::cardinal::{cardinal, digits, multiplied};
use super::place;
use crate::facts::exact::Exact;
use crate::facts::extract::digits::{self, Digits};
use crate::facts::extract::lexemes::{Lexeme, Number, Words};
use crate::facts::units;
use crate::text::TokenKind;

/// "half", "half a million", "half-dozen".
pub(super) fn half(words: Words<'_, '_>, at: usize) -> Part {
    let half = Exact::fraction(1, 2).unwrap_or_default();
    let mut part = Part { fraction: true, decimals: 1, ..Part::words(half, at + 1) };
    if matches!(words.lower(at + 1), "a" | "an") && is_factor(words, at + 2) {
        part.end = at + 2;
    }
    whole_of(words, part)
}

pub(super) fn is_factor(words: Words<'_, '_>, at: usize) -> bool {
    matches!(words.lexeme(at), Some(Lexeme::Hundred | Lexeme::Scale(_) | Lexeme::Dozen))
}

/// A fraction of a scale word: "three-quarters of a billion", "a quarter million".
pub(super) fn whole_of(words: Words<'_, '_>, part: Part) -> Part {
    let of = words.lower(part.end) == "of";
    let article = if of { part.end + 1 } else { part.end };
    let next = if of && matches!(words.lower(article), "a" | "an" | "one") {
        article + 1
    } else if of {
        return part;
    } else {
        words.past_hyphen(part.end)
    };
    if !is_factor(words, next) {
        return part;
    }
    multiplied(words, Part { end: next, fraction: false, ..part }).unwrap_or(part)
}

/// "3/4" in digits.
pub(super) fn over(words: Words<'_, '_>, part: Part) -> Option<Part> {
    let glued = words.glued(part.end) && words.glued(part.end + 1);
    if part.words || part.scale > 0 || !glued || !matches!(words.lower(part.end), "/" | "⁄") {
        return None;
    }
    let under = ratio_part(words, part.end + 1)?;
    let over = part.value.is_whole().then(|| part.value.numerator())?;
    // "24/7" is no fraction, "9/11" a day, "1/2/2019" a date.
    if over == 0 || over >= under || (over, under) == (9, 11) || words.lower(part.end + 2) == "/" {
        return None;
    }
    let value = Exact::fraction(over, under)?;
    // "2/3rds", "1/5th"
    let end = part.end + 2;
    let letters = words.glued(end) && matches!(words.lower(end), "rd" | "rds" | "th" | "ths" | "nd" | "nds");
    Some(Part { value, end: end + usize::from(letters), fraction: true, ..part })
}

fn ratio_part(words: Words<'_, '_>, at: usize) -> Option<i128> {
    if words.kind(at) != TokenKind::Number {
        return None;
    }
    match digits::read(words.lower(at)) {
        Digits::Whole(plain) if plain.decimals == 0 && plain.value <= Exact::whole(1000) => {
            Some(plain.value.numerator())
        }
        Digits::Whole(_) | Digits::Continental(_) | Digits::Notation | Digits::Malformed(_) => None,
    }
}

/// Parts of one size: "fifths", "thirty-fifths", "ten-thousandth".
#[derive(Clone, Copy, Debug)]
struct Parts {
    /// How many make one.
    under: u64,
    number: Number,
    end: usize,
    /// Whether it takes several words to say.
    compound: bool,
}

fn size(words: Words<'_, '_>, at: usize) -> Option<Parts> {
    let (under, number) = match words.lexeme(at)? {
        Lexeme::Part(under, number) => (u64::from(under), number),
        Lexeme::ScalePlace(power, number) => (10_u64.checked_pow(u32::from(power))?, number),
        Lexeme::Unit(_) | Lexeme::Teen(_) | Lexeme::Tens(_) | Lexeme::Hundred => {
            let place = place::read(words, at)?;
            let under = u64::try_from(place.value.numerator()).ok()?;
            return Some(Parts { under, number: place.number, end: place.end, compound: true });
        }
        _ => return None,
    };
    Some(Parts { under, number, end: at + 1, compound: false })
}

/// Of what size the number before the token `at` counts parts, if a plural says so: "fifths", "hundredths".
pub(super) fn parts_of(words: Words<'_, '_>, at: usize) -> Option<Exact> {
    match words.lexeme(words.past_hyphen(at))? {
        Lexeme::Part(under, Number::Plural) => Some(Exact::whole(i128::from(under))),
        Lexeme::ScalePlace(power, Number::Plural) => Exact::power_of_ten(i32::from(power)),
        _ => None,
    }
}

/// "quarter-mile" and "three-quarter-pound": parts of a unit that a hyphen joins to it.
pub(super) fn of_unit(words: Words<'_, '_>, count: Exact, at: usize) -> Option<Part> {
    let Lexeme::Part(under, Number::Singular) = words.lexeme(at)? else { return None };
    let unit = words.is_inner_hyphen(at + 1)
        && units::by_word(words.lower(at + 2))
            .is_some_and(|unit| unit.dimension.length != 0 || unit.dimension.mass != 0);
    let less = count < Exact::whole(i128::from(under)) && count > Exact::ZERO;
    (unit && less && count.is_whole()).then(|| Part::fraction(count, u64::from(under), at + 1)).flatten()
}

/// "quarter of a million", "quarter-million" without an article; "the third quarter" is one of a year.
pub(super) fn quarter_of(words: Words<'_, '_>, at: usize) -> Option<Part> {
    let numbered = at.checked_sub(1).is_some_and(|before| {
        matches!(words.lexeme(before), Some(Lexeme::Part(..) | Lexeme::Place(_)))
            || matches!(words.lower(before), "last" | "next" | "this" | "each" | "every" | "per" | "previous" | "final")
    });
    let quarter = whole_of(words, Part::fraction(Exact::ONE, 4, at + 1)?);
    (!numbered && !quarter.fraction).then_some(quarter)
}

/// "two-thirds", "one fifth", "fifty-four hundredths", "three twenty-firsts", "one ten-thousandth".
pub(super) fn parts(words: Words<'_, '_>, part: Part) -> Option<Part> {
    let free = words.lower(part.end) == "-" && parts_of(words, part.end + 1).is_some();
    let next = if free { part.end + 1 } else { words.past_hyphen(part.end) };
    let single = part.value == Exact::ONE;
    if single && words.lexeme(next) == Some(Lexeme::Half) {
        let fraction = Part::fraction(part.value, 2, next + 1)?;
        return (!words.is_inner_hyphen(next + 1)).then_some(Part { words: part.words, ..fraction });
    }
    if let Some(fraction) = of_unit(words, part.value, next).filter(|_| words.is_inner_hyphen(part.end)) {
        return Some(Part { words: part.words, ..fraction });
    }
    let parts = size(words, next)?;
    // "two third-year students", "one fifth-grader", "twenty-fifth" "one twenty-first century" and "one millionth visitor" are
    // no shares.
    let fits = match parts.number {
        Number::Singular => {
            let noun = words.kind(parts.end) == TokenKind::Word && words.lower(parts.end) != "of";
            let place = parts.compound || matches!(words.lexeme(next), Some(Lexeme::ScalePlace(..)));
            single && !words.is_inner_hyphen(parts.end) && !(place && noun)
        }
        Number::Plural => !single,
    };
    // Eight quarters are two years, two halves a match.
    let quarters = match words.lower(parts.end - 1) {
        "quarters" => part.value > Exact::whole(3),
        "halves" => part.value.numerator() % 2 == 0,
        _ => false,
    };
    let whole = part.value.is_whole() && part.value > Exact::ZERO && part.value < Exact::whole(1_000_000);
    if !fits || !whole || quarters {
        return None;
    }
    let fraction = Part::fraction(part.value, parts.under, parts.end)?;
    Some(Part { words: part.words, ..fraction })
}

/// "and a half", "½", "1/2" after a number.
pub(super) fn beside(words: Words<'_, '_>, part: Part) -> Option<Part> {
    if part.decimals > 0 || !part.value.is_whole() {
        return None;
    }
    let (more, decimals, end) = if let Some((value, decimals)) = vulgar(words.lower(part.end)) {
        (value, decimals, part.end + 1)
    } else if words.kind(words.past_hyphen(part.end)) == TokenKind::Number {
        if part.words || part.scale > 0 {
            return None;
        }
        let fraction = over(words, digits(words, words.past_hyphen(part.end))?)?;
        (fraction.value, 2, fraction.end)
    } else {
        let and = words.past_hyphen(part.end);
        if !matches!(words.lower(and), "and" | "&") {
            return None;
        }
        let fraction = share(words, words.past_hyphen(and + 1))?;
        // "two billion and a half million": the fraction has a smaller scale of its own.
        if let Some(scaled) = multiplied(words, fraction).filter(|scaled| scaled.end > fraction.end)
            && scaled.factor < part.factor
            && part.scale > 0
        {
            let value = part.value.plus(scaled.value)?;
            return Some(Part { value, end: scaled.end, decimals: 0, scale: 0, ..part });
        }
        (fraction.value, fraction.decimals, fraction.end)
    };
    let thousand = Exact::whole(1000);
    let more = if part.factor >= thousand { more.times(part.factor)? } else { more };
    let value = part.value.plus(more)?;
    Some(Part { value, end, decimals, ..part })
}

/// "a half", "three quarters", "one third": what follows "and" in a mixed number.
fn share(words: Words<'_, '_>, at: usize) -> Option<Part> {
    if let Some((value, decimals)) = vulgar(words.lower(at)) {
        return Some(Part { decimals, ..Part::words(value, at + 1) });
    }
    if words.kind(at) == TokenKind::Number {
        return over(words, digits(words, at)?);
    }
    if matches!(words.lower(at), "a" | "an") {
        let next = words.past_hyphen(at + 1);
        return match words.lexeme(next)? {
            Lexeme::Half => Part::fraction(Exact::ONE, 2, next + 1),
            Lexeme::Part(under, Number::Singular) => Part::fraction(Exact::ONE, u64::from(under), next + 1),
            _ => None,
        };
    }
    let count = cardinal(words, at)?;
    let adjective = words.past_hyphen(count.end);
    match words.lexeme(adjective) {
        // "six and three-quarter miles"
        Some(Lexeme::Part(under, Number::Singular))
            if count.value > Exact::ONE
                && count.value < Exact::whole(i128::from(under))
                && (words.is_inner_hyphen(count.end) || words.lower(adjective) == "quarter")
                && !words.is_inner_hyphen(adjective + 1) =>
        {
            Part::fraction(count.value, u64::from(under), adjective + 1)
        }
        _ => parts(words, count),
    }
}

/// The value of a vulgar fraction and the decimals that it needs.
pub(super) fn vulgar(mark: &str) -> Option<(Exact, u8)> {
    let (over, under, decimals) = match mark {
        "½" => (1, 2, 1),
        "⅓" => (1, 3, 1),
        "⅔" => (2, 3, 1),
        "¼" => (1, 4, 2),
        "¾" => (3, 4, 2),
        "⅕" => (1, 5, 1),
        "⅖" => (2, 5, 1),
        "⅗" => (3, 5, 1),
        "⅘" => (4, 5, 1),
        "⅙" => (1, 6, 1),
        "⅚" => (5, 6, 1),
        "⅛" => (1, 8, 3),
        "⅜" => (3, 8, 3),
        "⅝" => (5, 8, 3),
        "⅞" => (7, 8, 3),
        "⅐" => (1, 7, 1),
        "⅑" => (1, 9, 1),
        "⅒" => (1, 10, 1),
        _ => return None,
    };
    Some((Exact::fraction(over, under)?, decimals))
}
