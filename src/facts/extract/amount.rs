//! Amounts as facts: money with what it is paid for, and physical quantities.

use super::currency::Currency;
use super::figure::{Drawn, span};
use super::meaning::Grain;
use super::{Reading, count, measure as unit};
use crate::facts::exact::Exact;
use crate::facts::interval::Interval;
use crate::facts::model::{Measure, Money};
use crate::facts::names::Certainty;
use crate::facts::quantity::{Dimension, Measured, Quantity, Unit};
use crate::facts::units;
use crate::text::lexicon::{self, Classes};
use crate::text::{Text, TokenKind};
use std::sync::Arc;

/// States a sum of money; gives one past its last token.
pub(super) fn money(reading: &mut Reading<'_>, mut drawn: Drawn, currency: Currency) -> usize {
    let text = reading.text;
    let per = rate(text, drawn.end);
    if let Some((_, end)) = &per {
        drawn.end = *end;
    }
    let at = reading.at(span(reading, &drawn), drawn.certainty);
    let figure = drawn.figure(Grain::Money);
    let (interval, unit) = match currency.cent {
        None => (figure.value, None),
        Some(cent) => {
            let hundredth = Exact::fraction(1, 100);
            let unit =
                Unit { name: cent.into(), dimension: Dimension::default(), factor: hundredth, offset: Exact::ZERO };
            (figure.value.scaled(hundredth.unwrap_or_default()), Some(Arc::new(unit)))
        }
    };
    let value = Quantity { interval, measured: Measured::Money(currency.key.into()), unit };
    let per = per.map(|(noun, _)| noun).or_else(|| after_bracket(text, drawn.end));
    reading.facts.moneys.push(Money { at, figure, value, currency: currency.key.into(), per, event: None });
    drawn.end
}

/// "$6 (£4) per share", "(£4) per share": what is paid for stands after the sum in another currency.
fn after_bracket(text: &Text<'_>, at: usize) -> Option<Box<str>> {
    let from = if text.word(at) == "(" { at + 1 } else { at };
    let close = (from..from + 6).find(|&close| text.word(close) == ")")?;
    let sum = from == at || (from..close).any(|at| text.kind(at) == TokenKind::Number);
    let bracketed = sum && (from > at || close == at);
    bracketed.then(|| per(text, close + 1)).flatten().map(|(noun, _)| noun)
}

/// What one amount is paid for, twice over: "per person per day".
fn rate(text: &Text<'_>, at: usize) -> Option<(Box<str>, usize)> {
    let (first, end) = per(text, at)?;
    match per(text, end) {
        Some((second, past)) if text.lower(end) == "per" => Some(([&*first, " per ", &second].concat().into(), past)),
        _ => Some((first, end)),
    }
}

/// What one amount is paid for: "a barrel", "per share", "an hour", "/month", "per 1,000 gallons".
fn per(text: &Text<'_>, at: usize) -> Option<(Box<str>, usize)> {
    let hyphen = usize::from(text.word(at) == "-" && text.glued(at) && text.glued(at + 1));
    let at = at + hyphen;
    let joiner = match text.lower(at) {
        "for" if matches!(text.lower(at + 1), "each" | "every") => at + 1,
        "per" | "a" | "an" | "each" | "every" | "/" => at,
        _ => return None,
    };
    let next = joiner + 1 + usize::from(hyphen > 0 && text.word(joiner + 1) == "-");
    let word = text.lower(joiner);
    if let Some((name, _)) = units::period(text.lower(next)) {
        // "$6.8bn a year earlier" is no rate.
        let ago = matches!(word, "a" | "an") && unit::is_since(text.lower(next + 1));
        return (!ago).then(|| (name.into(), next + 1));
    }
    // "per academic year".
    if let Some((name, _)) = units::period(text.lower(next + 1))
        && matches!(text.lower(next), "academic" | "school" | "fiscal" | "financial" | "calendar" | "working")
    {
        return Some(([text.lower(next), " ", name].concat().into(), next + 2));
    }
    if matches!(word, "each" | "every") {
        return (joiner > at && is_sold(text.lower(next))).then(|| noun(text, next)).flatten();
    }
    let article = matches!(word, "a" | "an");
    // "per 100,000", "per 1,000 gallons".
    if !article && text.kind(next) == TokenKind::Number && text.word(next).len() > 1 {
        let (name, end) = unit_of(text, next + 1).or_else(|| noun(text, next + 1)).unwrap_or_default();
        let space = if name.is_empty() { "" } else { " " };
        return Some(([text.word(next), space, &name].concat().into(), end.max(next + 1)));
    }
    if let Some((name, end)) = unit_of(text, next).filter(|_| !article || !is_everyday(text.lower(next))) {
        return Some((name, end));
    }
    let thing = noun(text, next)?;
    let fits = if article { is_sold(text.lower(next)) } else { word == "per" || text.glued(next) };
    fits.then_some(thing)
}

/// The unit at a token, alone or squared, by word or symbol, and one past it.
fn unit_of(text: &Text<'_>, at: usize) -> Option<(Box<str>, usize)> {
    if text.kind(at) != TokenKind::Word {
        return None;
    }
    unit::named(text, at).map(|(unit, end)| (unit.name.clone(), end))
}

/// "per share", "per registered voter": the thing with its modifiers.
fn noun(text: &Text<'_>, at: usize) -> Option<(Box<str>, usize)> {
    if text.kind(at) != TokenKind::Word {
        return None;
    }
    if let Some(counted) = count::after(text, at, true).filter(|counted| counted.end <= at + 4) {
        return Some((counted.noun.phrase, counted.end));
    }
    Some((lexicon::singular(text.lower(at)).into_owned().into(), at + 1))
}

/// Units that are other things after an article: "a foot", "a stone".
fn is_everyday(lower: &str) -> bool {
    matches!(lower, "stone" | "hand" | "cup" | "gig" | "bit" | "foot" | "yard" | "degree" | "knot" | "g" | "m" | "l")
}

/// What things are sold by: "$5 a head".
fn is_sold(lower: &str) -> bool {
    [
        "share",
        "head",
        "person",
        "ticket",
        "unit",
        "piece",
        "bottle",
        "pack",
        "copy",
        "seat",
        "plate",
        "pop",
        "dozen",
        "bag",
        "box",
        "case",
        "mile",
        "barrel",
        "gallon",
        "litre",
        "ounce",
        "acre",
        "throw",
        "vote",
        "word",
        "go",
        "room",
        "bed",
        "kilo",
        "shot",
        "game",
        "term",
        "semester",
        "session",
        "lesson",
        "course",
        "visit",
        "trip",
        "ride",
        "night",
        "shift",
        "day",
        "cup",
        "pint",
        "glass",
        "can",
        "pair",
        "tonne",
        "ton",
        "bushel",
        "pound",
        "kilogram",
        "household",
        "family",
        "pupil",
        "student",
        "child",
        "patient",
        "passenger",
        "vehicle",
        "car",
        "tree",
        "book",
        "episode",
        "token",
        "coin",
        "carat",
        "square",
        "minute",
        "message",
        "call",
        "click",
        "download",
        "user",
        "worker",
        "employee",
        "customer",
    ]
    .contains(&lower)
}

/// States a physical quantity; gives one past its last token.
pub(super) fn measure(reading: &mut Reading<'_>, mut drawn: Drawn, measured: &unit::Measured, floor: usize) -> usize {
    let text = reading.text;
    let mut unit = Arc::clone(&measured.unit);
    let of = (text.lower(drawn.end) == "of").then(|| count::measured(text, drawn.end + 1)).flatten();
    // "2 million barrels of oil a day": the rate stands after what is measured.
    if let Some(of) = &of {
        let end = text.token_from(of.span.end.saturating_sub(1)) + 1;
        // "tons of zinc ore a year".
        let end = (end..end + 3).find(|&end| !lexicon::classes(text.lower(end)).has(Classes::NOUN)).unwrap_or(end);
        let (rate, past) = unit::rate(text, Arc::clone(&unit), end);
        if past > end {
            (unit, drawn.end) = (rate, past);
        }
    }
    if unit.dimension.temperature != 0 && unit::is_difference(text, drawn.first, drawn.end, floor) {
        unit = units::difference(&unit);
    }
    let figure = drawn.figure(Grain::Measure);
    let interval = match unit.factor {
        Some(factor) => figure.value.scaled(factor).plus(Interval::exactly(unit.offset)),
        None => figure.value,
    };
    let value = Quantity { interval, measured: Measured::Physical(unit.dimension), unit: Some(Arc::clone(&unit)) };
    let certainty = if &*unit.name == "degree" { drawn.certainty.max(Certainty::Likely) } else { drawn.certainty };
    let at = reading.at(span(reading, &drawn), certainty);
    reading.facts.measures.push(Measure { at, figure, value, unit, unit_span: measured.span, of, event: None });
    drawn.end
}
