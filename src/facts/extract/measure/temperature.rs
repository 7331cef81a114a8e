//! Temperatures: degrees with their scale, below zero, and differences apart from points of the scale.

use super::is_hyphen;
use crate::facts::exact::Exact;
use crate::facts::extract::numeral::Numeral;
use crate::facts::quantity::Unit;
use crate::facts::units;
use crate::text::lexicon::{self, Classes};
use crate::text::{Case, Text, TokenKind};
use std::sync::Arc;

/// The scale that a word after "degrees" or "°" names.
fn scale(text: &Text<'_>, at: usize) -> Option<&'static Arc<Unit>> {
    let symbol = match text.word(at) {
        "C" | "c" | "Centigrade" | "centigrade" => "°C",
        "F" | "f" => "°F",
        // "30 degrees K" is rare, "300 degrees Kelvin" is not.
        _ => return units::by_word(text.lower(at)).filter(|unit| unit.dimension.temperature == 1),
    };
    let alone = text.kind(at + 1) != TokenKind::Word || !text.glued(at + 1);
    units::by_symbol(symbol).filter(|_| alone && !is_hyphen(text, at + 1))
}

/// "on the Celsius scale" after degrees.
fn scale_after(text: &Text<'_>, at: usize) -> Option<&'static Arc<Unit>> {
    let named = text.lower(at) == "on" && text.lower(at + 1) == "the" && text.lower(at + 3) == "scale";
    named.then(|| scale(text, at + 2)).flatten()
}

/// "°C", "° F", "°".
pub(super) fn mark(text: &Text<'_>, at: usize) -> Option<(Arc<Unit>, usize)> {
    let written = text.word(at);
    if matches!(written, "°" | "º" | "˚") {
        return match scale(text, at + 1) {
            Some(unit) => Some((Arc::clone(unit), at + 2)),
            None => scale_after(text, at + 1).or_else(|| units::by_symbol("°")).map(|unit| (Arc::clone(unit), at + 1)),
        };
    }
    let unit = match written {
        "℃" => "°C",
        "℉" => "°F",
        "′" => "ft",
        _ => return None,
    };
    units::by_symbol(unit).map(|unit| (Arc::clone(unit), at + 1))
}

/// "30 degrees", "30 degrees Celsius", "30 degrees C".
pub(super) fn degrees(text: &Text<'_>, at: usize, hyphen: bool, numeral: &Numeral) -> Option<(Arc<Unit>, usize)> {
    let dash = usize::from(is_hyphen(text, at + 1));
    let next = at + 1 + dash;
    if let Some(scale) = scale(text, next) {
        return Some((Arc::clone(scale), next + 1));
    }
    // "two degrees in law" are no temperature.
    let weather =
        ["below", "above", "warmer", "cooler", "colder", "hotter", "higher", "lower", "north", "south", "east", "west"]
            .contains(&text.lower(at + 1))
            || is_extreme(text, numeral.first);
    let study = matches!(text.lower(at + 1), "from" | "of")
        || numeral.style.words && numeral.value < Exact::whole(20) && !weather && !numeral.fraction;
    if study && !hyphen {
        return None;
    }
    units::by_symbol("°").map(|unit| (Arc::clone(unit), at + 1))
}

/// "lows of two degrees", "a high of ten degrees".
fn is_extreme(text: &Text<'_>, number: usize) -> bool {
    let word = |back: usize| number.checked_sub(back).map_or("", |at| text.lower(at));
    word(1) == "of" && matches!(word(2), "low" | "lows" | "high" | "highs" | "temperature" | "temperatures")
}

/// "30 C." is a temperature, "30 C batteries" are not: whether a letter after a space is a scale.
pub(super) fn is_scale(text: &Text<'_>, at: usize) -> bool {
    const GRAMMAR: Classes =
        Classes::PREPOSITION.or(Classes::CONJUNCTION).or(Classes::DETERMINER).or(Classes::AUXILIARY);
    if text.kind(at + 1) != TokenKind::Word {
        return text.kind(at + 1) == TokenKind::Mark && !is_hyphen(text, at + 1);
    }
    let next = text.lower(at + 1);
    let lower = text.token(at + 1).is_some_and(|token| token.case == Case::Lower);
    let warm = matches!(
        next,
        "melting" | "boiling" | "freezing" | "heat" | "water" | "weather" | "temperature" | "temperatures" | "warming"
    );
    lower && (warm || lexicon::classes(next).has_any(GRAMMAR))
}

/// How many tokens before and after digits with an "F" may tell that they are a temperature.
const REACH: usize = 14;

/// "lows near 18F", "it was 85F", "30C (86F)"; "18F" by itself is a name.
pub(super) fn is_told(text: &Text<'_>, letter: usize, numeral: &Numeral) -> bool {
    let before = |back: usize| numeral.first.checked_sub(back).map_or("", |at| text.lower(at));
    let reached = matches!(
        before(1),
        "is" | "was"
            | "be"
            | "hit"
            | "hits"
            | "topped"
            | "reached"
            | "reach"
            | "near"
            | "around"
            | "below"
            | "above"
            | "under"
            | "over"
            | "-"
            | "−"
            | "minus"
            | "exceed"
            | "exceeded"
            | "past"
    );
    let weather = |at: usize| {
        matches!(
            text.lower(at),
            "temperature"
                | "temperatures"
                | "degree"
                | "degrees"
                | "fahrenheit"
                | "celsius"
                | "c"
                | "°"
                | "heat"
                | "hot"
                | "hotter"
                | "hottest"
                | "cold"
                | "colder"
                | "coldest"
                | "warm"
                | "warmer"
                | "warmest"
                | "cool"
                | "cooler"
                | "freezing"
                | "freeze"
                | "frost"
                | "high"
                | "highs"
                | "low"
                | "lows"
                | "weather"
                | "shade"
                | "chill"
                | "oven"
                | "bake"
                | "fever"
                | "forecast"
                | "warmth"
                | "warming"
                | "thermometer"
                | "mercury"
                | "thermostat"
                | "boil"
                | "boils"
                | "melt"
                | "melts"
                | "heated"
                | "cooled"
                | "humid"
        )
    };
    reached || text.near(letter..letter, REACH).filter(|&at| at != letter).any(weather)
}

/// "20 below zero", "5 degrees below zero"; gives one past it.
pub(in crate::facts::extract) fn below_zero(text: &Text<'_>, at: usize) -> Option<usize> {
    (text.lower(at) == "below" && text.lower(at + 1) == "zero" && !is_hyphen(text, at + 2)).then_some(at + 2)
}
