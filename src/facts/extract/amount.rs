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
use crate::text::{Text, TokenKind, lexicon};
use std::sync::Arc;

/// States a sum of money; gives one past its last token.
pub(super) fn money(reading: &mut Reading<'_>, mut drawn: Drawn, currency: Currency) -> usize {
    let text = reading.text;
    let per = per(text, drawn.end);
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
    let per = per.map(|(noun, _)| noun);
    reading.facts.moneys.push(Money { at, figure, value, currency: currency.key.into(), per, event: None });
    drawn.end
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
        return Some((name.into(), next + 1));
    }
    if matches!(word, "each" | "every") {
        return (joiner > at).then(|| noun(text, next)).flatten();
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

fn noun(text: &Text<'_>, at: usize) -> Option<(Box<str>, usize)> {
    let word = text.kind(at) == TokenKind::Word;
    word.then(|| (lexicon::singular(text.lower(at)).into_owned().into(), at + 1))
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
pub(super) fn measure(reading: &mut Reading<'_>, drawn: &Drawn, measured: &unit::Measured, floor: usize) -> usize {
    let text = reading.text;
    let mut unit = Arc::clone(&measured.unit);
    if unit.dimension.temperature != 0 && unit::is_difference(text, drawn.first, drawn.end, floor) {
        unit = units::difference(&unit);
    }
    let figure = drawn.figure(Grain::Measure);
    let interval = match unit.factor {
        Some(factor) => figure.value.scaled(factor).plus(Interval::exactly(unit.offset)),
        None => figure.value,
    };
    let value = Quantity { interval, measured: Measured::Physical(unit.dimension), unit: Some(Arc::clone(&unit)) };
    let of = (text.lower(drawn.end) == "of").then(|| count::measured(text, drawn.end + 1)).flatten();
    let certainty = if &*unit.name == "degree" { drawn.certainty.max(Certainty::Likely) } else { drawn.certainty };
    let at = reading.at(span(reading, drawn), certainty);
    reading.facts.measures.push(Measure { at, figure, value, unit, unit_span: measured.span, of, event: None });
    drawn.end
}
