//! What a figure is told for: "$40 a barrel", "12 calls a day", "5 deaths per 100,000 people".

use super::{count, measure as unit};
use crate::facts::units;
use crate::text::lexicon;
use crate::text::{Text, TokenKind};

/// What a count or a length of time is told for: "a day" of "12 calls a day", "per week", "per 100,000 people".
pub(super) fn often(text: &Text<'_>, at: usize) -> Option<Box<str>> {
    let (name, end) = match text.lower(at) {
        "per" => of(text, at)?,
        "a" | "an" | "each" | "every" if units::period(text.lower(at + 1)).is_some() => per(text, at)?,
        _ => return None,
    };
    // "gave the men a week to pay": a length of time.
    let length = matches!(text.lower(at), "a" | "an") && matches!(text.lower(end), "to" | "off");
    (!length).then_some(name)
}

/// What one amount is paid for, twice over: "per person per day".
pub(super) fn of(text: &Text<'_>, at: usize) -> Option<(Box<str>, usize)> {
    let (first, end) = per(text, at)?;
    match per(text, end) {
        Some((second, past)) if text.lower(end) == "per" => Some(([&*first, " per ", &second].concat().into(), past)),
        _ => Some((first, end)),
    }
}

/// What one amount is paid for: "a barrel", "per share", "an hour", "/month", "per 1,000 gallons".
pub(super) fn per(text: &Text<'_>, at: usize) -> Option<(Box<str>, usize)> {
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
    // "a $5,000-a-ticket fundraiser": what the hyphens join is one word.
    let thing = if hyphen > 0 && text.kind(next) == TokenKind::Word {
        (lexicon::singular(text.lower(next)).into_owned().into(), next + 1)
    } else {
        noun(text, next)?
    };
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
