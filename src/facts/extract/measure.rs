//! Physical units after a number: words, symbols, squares and rates, two units in one measure.

use super::numeral::{self, Numeral};
use crate::facts::exact::Exact;
use crate::facts::quantity::Unit;
use crate::facts::units;
use crate::source::Span;
use crate::text::{Case, Text, TokenKind, lexicon};
use std::sync::Arc;

/// A unit as it stands in the text.
#[derive(Clone, Debug)]
pub(super) struct Measured {
    /// The unit.
    pub(super) unit: Arc<Unit>,
    /// Its words.
    pub(super) span: Span,
    /// One past its last token.
    pub(super) end: usize,
}

/// Reads the unit that begins with the token `at`, right after the number `numeral`.
pub(super) fn read(text: &Text<'_>, at: usize, numeral: &Numeral) -> Option<Measured> {
    let hyphen = is_hyphen(text, at);
    let first = if hyphen { at + 1 } else { at };
    let glued = !hyphen && text.glued(first);
    let (unit, end) = alone(text, first, glued, hyphen, numeral)?;
    let (unit, end) = rate(text, unit, end);
    Some(Measured { unit, span: text.span(first, end - 1), end })
}

fn is_hyphen(text: &Text<'_>, at: usize) -> bool {
    matches!(text.lower(at), "-" | "‑" | "‐") && text.glued(at) && text.glued(at + 1)
}

/// A unit without what it is divided by.
fn alone(text: &Text<'_>, at: usize, glued: bool, hyphen: bool, numeral: &Numeral) -> Option<(Arc<Unit>, usize)> {
    match text.kind(at) {
        TokenKind::Mark => return mark(text, at),
        TokenKind::Word => {}
        TokenKind::Number | TokenKind::Possessive => return None,
    }
    if let Some(found) = square_or_cubic(text, at) {
        return Some(found);
    }
    if let Some((unit, end)) = words(text, at, hyphen, numeral) {
        let power = match text.lower(end) {
            "squared" => 2,
            "cubed" => 3,
            _ => return Some((unit, end)),
        };
        return Some(units::powered(&unit, power).map_or((unit, end), |unit| (unit, end + 1)));
    }
    symbol(text, at, glued, numeral)
}

/// "°C", "° F", "°".
fn mark(text: &Text<'_>, at: usize) -> Option<(Arc<Unit>, usize)> {
    let written = text.word(at);
    if matches!(written, "°" | "º" | "˚") {
        let unit = match text.word(at + 1) {
            "C" | "c" | "Celsius" | "celsius" | "centigrade" => "°C",
            "F" | "f" | "Fahrenheit" | "fahrenheit" => "°F",
            _ => return units::by_symbol("°").map(|unit| (Arc::clone(unit), at + 1)),
        };
        return units::by_symbol(unit).map(|unit| (Arc::clone(unit), at + 2));
    }
    let unit = match written {
        "℃" => "°C",
        "℉" => "°F",
        "′" => "ft",
        "″" => "in",
        _ => return None,
    };
    units::by_symbol(unit).map(|unit| (Arc::clone(unit), at + 1))
}

fn square_or_cubic(text: &Text<'_>, at: usize) -> Option<(Arc<Unit>, usize)> {
    let power = match text.lower(at) {
        "square" | "sq" => 2,
        "cubic" | "cu" => 3,
        _ => return None,
    };
    let mut next = at + 1;
    if text.lower(next) == "." && text.glued(next) || is_hyphen(text, next) {
        next += 1;
    }
    let of = units::by_word(text.lower(next)).or_else(|| units::by_symbol(text.word(next)))?;
    units::powered(of, power).map(|unit| (unit, next + 1))
}

/// The unit at a token that no number stands before ("per square metre"), by words or symbol.
pub(super) fn named(text: &Text<'_>, at: usize) -> Option<(Arc<Unit>, usize)> {
    square_or_cubic(text, at).or_else(|| several_words(text, at)).or_else(|| {
        let unit = units::by_word(text.lower(at)).or_else(|| units::by_symbol(text.word(at)))?;
        let power = if text.glued(at + 1) { raised(text.word(at + 1)) } else { None };
        let squared = power.and_then(|power| units::powered(unit, power));
        Some(squared.map_or_else(|| (Arc::clone(unit), at + 1), |unit| (unit, at + 2)))
    })
}

/// The power that a mark or digit right after a symbol says.
fn raised(written: &str) -> Option<u8> {
    match written {
        "²" | "2" => Some(2),
        "³" | "3" => Some(3),
        _ => None,
    }
}

/// Units of two to five words: "metric tons", "miles to the gallon".
fn several_words(text: &Text<'_>, at: usize) -> Option<(Arc<Unit>, usize)> {
    [5, 3, 2].into_iter().find_map(|length| {
        let last = at + length - 1;
        let word = text.kind(last) == TokenKind::Word;
        let unit = units::by_word(text.lowered(text.span(at, last))).filter(|_| word)?;
        Some((Arc::clone(unit), last + 1))
    })
}

/// A unit by its words.
fn words(text: &Text<'_>, at: usize, hyphen: bool, numeral: &Numeral) -> Option<(Arc<Unit>, usize)> {
    let lower = text.lower(at);
    if matches!(lower, "degree" | "degrees" | "deg") {
        return degrees(text, at, hyphen, numeral);
    }
    if let Some(found) = several_words(text, at) {
        return Some(found);
    }
    let unit = units::by_word(lower)?;
    (fits(text, at, lower, hyphen, numeral)).then(|| (Arc::clone(unit), at + 1))
}

/// Whether a word that is a unit is one here.
fn fits(text: &Text<'_>, at: usize, lower: &str, hyphen: bool, numeral: &Numeral) -> bool {
    let next = text.lower(at + 1);
    let title = text.token(at).is_some_and(|token| token.case != Case::Lower);
    match lower {
        "hand" | "hands" => matches!(next, "high" | "tall"),
        "cup" | "cups" => next == "of" && !title,
        "bit" | "bits" => hyphen,
        "gig" | "gigs" | "gravity" | "gravities" | "gray" | "grays" | "tesla" | "teslas" | "newton" | "newtons"
        | "byte" | "atmosphere" | "atmospheres" | "dram" | "drams" | "fathom"
            if title =>
        {
            false
        }
        "gig" | "gigs" | "gravity" | "gravities" => false,
        "stone" | "stones" => {
            lower == "stone" && (text.kind(at + 1) == TokenKind::Number || !lexicon::is_plural(next) && !hyphen)
        }
        "foot" if !hyphen && numeral.value == Exact::ONE => !matches!(next, "in" | "on" | "out" | "of"),
        "kilo" if next == "-" => false,
        _ => true,
    }
}

/// "30 degrees", "30 degrees Celsius", "30 degrees C".
fn degrees(text: &Text<'_>, at: usize, hyphen: bool, numeral: &Numeral) -> Option<(Arc<Unit>, usize)> {
    let dash = usize::from(is_hyphen(text, at + 1));
    let next = at + 1 + dash;
    let scale = match text.word(next) {
        "C" | "Celsius" | "celsius" | "Centigrade" | "centigrade" | "Celcius" => Some("°C"),
        "F" | "Fahrenheit" | "fahrenheit" | "Farenheit" => Some("°F"),
        _ => None,
    };
    if let Some(scale) = scale {
        return units::by_symbol(scale).map(|unit| (Arc::clone(unit), next + 1));
    }
    // "two degrees in law" are no temperature.
    let weather =
        ["below", "above", "warmer", "cooler", "colder", "hotter", "higher", "lower", "north", "south", "east", "west"]
            .contains(&text.lower(at + 1));
    let study = matches!(text.lower(at + 1), "from" | "of") || numeral.style.words && !weather;
    if study && !hyphen {
        return None;
    }
    units::by_symbol("°").map(|unit| (Arc::clone(unit), at + 1))
}

fn symbol(text: &Text<'_>, at: usize, glued: bool, numeral: &Numeral) -> Option<(Arc<Unit>, usize)> {
    // "km/h": the symbol goes over a stroke.
    if text.lower(at + 1) == "/" && text.glued(at + 1) && text.glued(at + 2) {
        let span = text.span(at, at + 2);
        if let Some(unit) = units::by_symbol(text.written(span)) {
            return Some((Arc::clone(unit), at + 3));
        }
    }
    let written = text.word(at);
    if glued {
        // "18F projects", "3C's": no temperature has a plural or an owner after it.
        let named = text.kind(at + 1) == TokenKind::Possessive
            || text.token(at + 1).is_some_and(|next| next.kind == TokenKind::Word && next.case != Case::Lower)
            || lexicon::is_plural(text.lower(at + 1));
        match written {
            "C" | "F" if named => return None,
            "C" => return units::by_symbol("°C").map(|unit| (Arc::clone(unit), at + 1)),
            "F" => return units::by_symbol("°F").map(|unit| (Arc::clone(unit), at + 1)),
            "st" if is_stone(text, at, numeral) => {
                return units::by_word("stone").map(|unit| (Arc::clone(unit), at + 1));
            }
            _ => {}
        }
    } else if written.len() == 1 && !matches!(written, "m" | "l" | "g" | "L")
        || matches!(written, "in" | "ins" | "AU" | "ha" | "mb")
    {
        // "30 C." is a temperature, "30 C batteries" are not.
        let celsius = matches!(written, "C" | "F") && text.kind(at + 1) != TokenKind::Word && !is_hyphen(text, at + 1);
        let unit = if written == "C" { "°C" } else { "°F" };
        let hectares = written == "ha" && text.lower(at + 1) != "ha";
        return if celsius {
            units::by_symbol(unit).map(|unit| (Arc::clone(unit), at + 1))
        } else if hectares {
            units::by_symbol("ha").map(|unit| (Arc::clone(unit), at + 1))
        } else {
            None
        };
    }
    let unit = units::by_symbol(written)?;
    if written.len() == 1 && is_hyphen(text, at + 1) {
        return None;
    }
    // "km²", "km2", "km^2", "km squared".
    let caret = text.word(at + 1) == "^" && text.glued(at + 1);
    let power = match text.lower(at + 1 + usize::from(caret)) {
        "squared" | "2" if caret || text.lower(at + 1) == "squared" => Some(2),
        "cubed" | "3" if caret || text.lower(at + 1) == "cubed" => Some(3),
        _ => None,
    };
    if let Some(power) = power {
        let end = at + 2 + usize::from(caret);
        return Some(units::powered(unit, power).map_or((Arc::clone(unit), at + 1), |unit| (unit, end)));
    }
    let power = match text.word(at + 1) {
        "²" | "2" if text.glued(at + 1) => 2,
        "³" | "3" if text.glued(at + 1) => 3,
        _ => return Some((Arc::clone(unit), at + 1)),
    };
    Some(units::powered(unit, power).map_or((Arc::clone(unit), at + 1), |unit| (unit, at + 2)))
}

/// "12st 4lb", "10st": never what "21st" and "1st" can be.
fn is_stone(text: &Text<'_>, at: usize, numeral: &Numeral) -> bool {
    let ones = numeral.value.numerator() % 100;
    let ordinal = ones % 10 == 1 && ones != 11;
    let pounds = text.kind(at + 1) == TokenKind::Number && matches!(text.lower(at + 2), "lb" | "lbs" | "pounds");
    pounds || !ordinal && numeral.value.is_whole()
}

/// What a measure is divided by: "an hour", "per day", "/s", "per kilogram".
fn rate(text: &Text<'_>, unit: Arc<Unit>, end: usize) -> (Arc<Unit>, usize) {
    let hyphens = is_hyphen(text, end);
    let at = if hyphens { end + 1 } else { end };
    let joiner = text.lower(at);
    let next = if is_hyphen(text, at + 1) { at + 2 } else { at + 1 };
    let of_time = matches!(joiner, "per" | "a" | "an" | "each" | "every") || joiner == "/" && text.glued(at);
    if !of_time || unit.dimension.time < 0 {
        return (unit, end);
    }
    if let Some(period) = units::period(text.lower(next)) {
        return (units::per_time(&unit, period), next + 1);
    }
    if matches!(joiner, "per" | "/")
        && let Some((other, end)) = named(text, next)
    {
        return (units::per_unit(&unit, &other), end);
    }
    (unit, end)
}

/// The smaller part of a measure in two units: "7in" of "5ft 7in", "3" of "6-foot-3".
///
/// Gives the whole in the first unit and one past the last token.
pub(super) fn second_part(text: &Text<'_>, value: Exact, first: &Measured) -> Option<(Exact, usize)> {
    let smaller: &[&str] = match &*first.unit.name {
        "foot" => &["inch"],
        "stone" => &["pound"],
        "pound" => &["ounce"],
        "yard" => &["foot", "inch"],
        "mile" => &["yard", "foot"],
        "kilometre" => &["metre"],
        "metre" => &["centimetre"],
        "kilogram" => &["gram"],
        _ => return None,
    };
    let joined = matches!(text.lower(first.end), "and" | ",") || is_hyphen(text, first.end);
    let at = if joined { first.end + 1 } else { first.end };
    let numeral = numeral::read(text, at).filter(|numeral| !numeral.fraction || is_hyphen(text, numeral.end))?;
    let inches = text.lower(numeral.end) == "in" && ends(text, numeral.end + 1);
    let (name, end) = match read(text, numeral.end, &numeral) {
        None if inches => ("inch".into(), numeral.end + 1),
        Some(second) => (second.unit.name.clone(), second.end),
        None => {
            // "6-foot-3", "6ft 3": a bare number of inches.
            let bare = &*first.unit.name == "foot"
                && text.lower(first.end) != "and"
                && text.lower(first.end) != ","
                && numeral.style.decimals == 0
                && (is_hyphen(text, first.end) || ends(text, numeral.end) || text.word(numeral.end) == "\"");
            let quote = usize::from(text.word(numeral.end) == "\"");
            (if bare { "inch".into() } else { return None }, numeral.end + quote)
        }
    };
    if !smaller.contains(&&*name) {
        return None;
    }
    let small = units::by_word(&name)?.factor?;
    let parts = first.unit.factor?.over(small)?;
    if numeral.value >= parts || numeral.value < Exact::ZERO {
        return None;
    }
    Some((value.plus(numeral.value.over(parts)?)?, end))
}

fn ends(text: &Text<'_>, at: usize) -> bool {
    text.kind(at) == TokenKind::Mark || matches!(text.lower(at), "and" | "or" | "tall" | "high" | "long")
}

/// `6'2"`: feet and inches by their marks; gives the feet and one past the last token.
pub(super) fn height(text: &Text<'_>, numeral: &Numeral) -> Option<(Exact, usize)> {
    let at = numeral.end;
    let prime = matches!(text.word(at), "'" | "’" | "′") && text.glued(at) && text.glued(at + 1);
    if !prime || text.kind(at + 1) != TokenKind::Number || numeral.style.decimals > 0 {
        return None;
    }
    let inches = numeral::read(text, at + 1).filter(|inches| inches.value < Exact::whole(12))?;
    let quote = matches!(text.word(inches.end), "\"" | "”" | "″") && text.glued(inches.end);
    if !quote || numeral.value > Exact::whole(400) {
        return None;
    }
    Some((numeral.value.plus(inches.value.over(Exact::whole(12))?)?, inches.end + 1))
}

/// Whether the words around a temperature make it a difference: "warmed by 1.5C", "2 degrees warmer".
pub(super) fn is_difference(text: &Text<'_>, first: usize, end: usize, floor: usize) -> bool {
    match text.lower(end) {
        "warmer" | "cooler" | "colder" | "hotter" | "higher" | "lower" | "warming" | "rise" | "increase" | "target"
        | "goal" | "limit" | "threshold" | "drop" | "ceiling" => return true,
        "above" | "below" => return !matches!(text.lower(end + 1), "zero" | "freezing" | "0"),
        "of" if text.lower(end + 1) == "warming" => return true,
        _ => {}
    }
    let before = |back: usize| match first.checked_sub(back) {
        Some(at) if at >= floor => text.lower(at),
        _ => "",
    };
    match before(1) {
        "by" | "rose" | "fell" | "warmed" | "dropped" | "risen" | "increased" | "climbed" | "another" | "extra" => {
            return true;
        }
        "of" if matches!(before(2), "rise" | "increase" | "warming" | "drop" | "fall" | "difference" | "swing") => {
            return true;
        }
        _ => {}
    }
    (2..=6).any(|back| matches!(before(back), "warming" | "pre-industrial"))
}
