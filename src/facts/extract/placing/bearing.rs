//! Bearings: one city as it lies from another, "Nara, south-west of Tokyo", "Leeds, 190 miles north of London", "Lyon,
//! 290 miles from Paris", "the 290-mile drive from Paris to Lyon".

use super::namesakes::{Namesakes, Region};
use super::{city_at, is_capital};
use crate::facts::exact::Exact;
use crate::facts::extract::Reading;
use crate::facts::interval::Interval;
use crate::facts::model::{Bearing, Measure, Name, range_of};
use crate::facts::names::Certainty;
use crate::facts::quantity::{Dimension, Measured, Quantity};
use crate::source::Span;
use crate::text::lexicon::{self, Classes};
use crate::text::{Sentence, Text, TokenKind, gazetteer};

/// The radius of the earth in metres.
const EARTH: f64 = 6_371_000.0;

/// Nearer than this cities run into one another, and further off no direction is meant, in metres.
const NEAR: f64 = 40_000.0;
const FAR: f64 = 1_500_000.0;

/// Further off than that no two cities are told by their distance, in metres.
const FARTHEST: f64 = 10_000_000.0;

/// Ways that lead straight enough for their length to be held against the distance. Walks and journeys wander.
const WAYS: &[&str] =
    &["drive", "flight", "distance", "ride", "road", "route", "line", "railway", "motorway", "highway"];

/// What may stand between a city and the direction.
const BETWEEN: &[&str] = &[
    ",",
    "is",
    "lies",
    "about",
    "some",
    "roughly",
    "around",
    "just",
    "located",
    "which",
    "to",
    "the",
    "(",
    ")",
    "km",
    "kilometres",
    "kilometers",
    "miles",
    "mile",
    "nearly",
    "almost",
    "a",
    "city",
    "town",
    "far",
    "over",
    "situated",
    "away",
    "-",
];

/// The directions, with their degrees clockwise from the north.
const COMPASS: &[(&str, f64)] = &[
    ("north", 0.0),
    ("northeast", 45.0),
    ("east", 90.0),
    ("southeast", 135.0),
    ("south", 180.0),
    ("southwest", 225.0),
    ("west", 270.0),
    ("northwest", 315.0),
];

/// The bearing that begins with the city in `first..end`.
pub(super) fn read(reading: &Reading<'_>, sentence: &Sentence, first: usize, end: usize) -> Option<Bearing> {
    if reading.text.lower(end) == "to" {
        return way(reading, sentence, first, end);
    }
    let text = reading.text;
    if let Some(at) = beside(text, end) {
        return near(reading, sentence, (first, end), at);
    }
    let mut at = end;
    let limit = sentence.tokens.end.min(end + 14);
    let (stated, after) = loop {
        if at >= limit {
            return None;
        }
        if let Some((stated, after)) = direction(text, at) {
            break (Some(stated), after);
        }
        if text.lower(at) == "from" {
            break (None, at);
        }
        let plain = BETWEEN.contains(&text.lower(at)) || text.kind(at) == TokenKind::Number;
        if !plain {
            return None;
        }
        at += 1;
    };
    if at == end || text.lower(after) != if stated.is_some() { "of" } else { "from" } {
        return None;
    }
    let other = (after + 1, city_at(text, after + 1)?);
    let next = other.1;
    let whole = next >= sentence.tokens.end
        || !is_capital(text, next)
            && text.kind(next) != TokenKind::Possessive
            && !matches!(text.word(next), "-" | "–" | "/")
            && text.lower(next) != "and"
            && (stated.is_some() || text.word(next) != "," || !is_capital(text, next + 1));
    let (here, there) = (spot(text, first, end)?, spot(text, other.0, other.1)?);
    let apart = distance(here, there);
    let far = if stated.is_some() { FAR } else { FARTHEST };
    if !whole || !(NEAR..far).contains(&apart) {
        return None;
    }
    let angle = bearing(there, here);
    let off = stated.map(|stated| Exact::whole(between_angles(angle, stated).round() as i128));
    let between = text.span(end, at);
    let measure = told_in(reading, between);
    // "Leeds is far from London" tells no distance; "Leeds, 60 miles north of York and 90 from Hull" tells another's.
    if stated.is_none() && measure.is_none() {
        return None;
    }
    let name = |first: usize, end: usize| named(text, first, end);
    Some(Bearing {
        at: reading.at(text.span(first, next - 1), Certainty::Likely),
        city: name(first, end),
        from: name(other.0, other.1),
        direction: stated.map(|_| name(at, after)),
        actual: nearest(angle).into(),
        off,
        distance: measure,
        apart: metres(apart),
        near: false,
    })
}

/// "Leeds, near York", "Leeds, on the outskirts of York": one past the words that say so.
fn beside(text: &Text<'_>, end: usize) -> Option<usize> {
    let at = end + usize::from(text.word(end) == ",");
    let words: &[&[&str]] = &[
        &["near"],
        &["just", "outside"],
        &["close", "to"],
        &["on", "the", "outskirts", "of"],
        &["a", "suburb", "of"],
        &["not", "far", "from"],
    ];
    let is = |known: &&&[&str]| known.iter().enumerate().all(|(nth, word)| text.lower(at + nth) == *word);
    words.iter().find(is).map(|words| at + words.len())
}

/// A city that is said to be near another.
fn near(reading: &Reading<'_>, sentence: &Sentence, city: (usize, usize), at: usize) -> Option<Bearing> {
    let text = reading.text;
    let other = (at, city_at(text, at).filter(|end| *end <= sentence.tokens.end)?);
    let next = other.1;
    let longer = next < sentence.tokens.end
        && (is_capital(text, next)
            || text.kind(next) == TokenKind::Possessive
            || matches!(text.word(next), "-" | "–" | "/")
            || text.word(next) == "," && is_capital(text, next + 1)
            // "Near Berlin time", "near Paris levels": something of that city.
            || lexicon::usual_class(text.lower(next)).has(Classes::NOUN));
    // Part of a longer name, or the last of a list: "from Paris to Leeds near York".
    let before = city.0.checked_sub(1).filter(|&before| before >= sentence.tokens.start);
    let joined = before.is_some_and(|before| is_capital(text, before) && text.glued(city.0));
    if longer || joined {
        return None;
    }
    let (here, there) = (spot(text, city.0, city.1)?, spot(text, other.0, other.1)?);
    if has_namesake(text, city, other) || has_namesake(text, other, city) {
        return None;
    }
    Some(Bearing {
        at: reading.at(text.span(city.0, next - 1), Certainty::Likely),
        city: named(text, city.0, city.1),
        from: named(text, other.0, other.1),
        direction: None,
        actual: nearest(bearing(there, here)).into(),
        off: None,
        distance: None,
        apart: metres(distance(here, there)),
        near: true,
    })
}

fn named(text: &Text<'_>, first: usize, end: usize) -> Name {
    let span = text.span(first, end - 1);
    Name { key: text.lowered(span).into(), span }
}

fn metres(apart: f64) -> Quantity {
    let interval = Interval::exactly(Exact::whole(apart as i128));
    Quantity { interval, measured: Measured::Physical(Dimension { length: 1, ..Dimension::default() }), unit: None }
}

/// The index of the one length that is told in some words of a sentence.
fn told_in(reading: &Reading<'_>, words: Span) -> Option<u32> {
    // Figures are read from one sentence to the next, so that the measures of a sentence stand together.
    let length = Dimension { length: 1, ..Dimension::default() };
    let number = reading.text.sentence_at(words.start) as u32;
    let measures = &reading.facts.measures;
    let fits = |measure: &Measure| measure.unit.dimension == length && words.contains(measure.at.span);
    let mut lengths = range_of(measures, number).filter(|&at| measures.get(at).is_some_and(fits));
    let index = lengths.next()?;
    lengths.next().is_none().then_some(index as u32)
}

/// "the 290-mile drive from Paris to Lyon", "from Paris to Lyon, a distance of 290 miles".
fn way(reading: &Reading<'_>, sentence: &Sentence, first: usize, end: usize) -> Option<Bearing> {
    let text = reading.text;
    let from = first.checked_sub(1).filter(|&at| at > sentence.tokens.start && text.lower(at) == "from")?;
    let other = (end + 1, city_at(text, end + 1)?);
    let next = other.1;
    let joined = next < sentence.tokens.end
        && (is_capital(text, next)
            || text.kind(next) == TokenKind::Possessive
            || matches!(text.word(next), "-" | "–" | "/")
            // "from Paris to Lyon and on to Nice", "from Paris to London, Ontario".
            || matches!(text.lower(next), "and" | "via" | "through" | "to" | "by")
            || text.word(next) == "," && (is_capital(text, next + 1) || text.lower(next + 1) == "and"));
    if joined {
        return None;
    }
    let noun = from - 1;
    let before = (noun.saturating_sub(5).max(sentence.tokens.start), noun);
    let after = (next, (next + 8).min(sentence.tokens.end));
    let words = if WAYS.contains(&text.lower(noun)) {
        before
    } else if matches!((text.word(next), text.lower(next + 1), text.lower(next + 2)), (",", "a", "distance")) {
        after
    } else {
        return None;
    };
    // "a 1,100-mile round trip drive": there and back.
    if (words.0..words.1).any(|at| matches!(text.lower(at), "round" | "return" | "roundtrip" | "round-trip")) {
        return None;
    }
    let distance = told_in(reading, text.span(words.0, words.1.checked_sub(1)?))?;
    let apart = distance_of(text, (first, end), other).filter(|apart| (NEAR..FARTHEST).contains(apart))?;
    Some(Bearing {
        at: reading.at(text.span(words.0.min(first), words.1.max(next) - 1), Certainty::Likely),
        city: named(text, first, end),
        from: named(text, other.0, other.1),
        direction: None,
        actual: "".into(),
        off: None,
        distance: Some(distance),
        apart: metres(apart),
        near: false,
    })
}

/// Whether a smaller place of a city's name lies in the land of the other: Toledo near Madrid is not that of Ohio.
fn has_namesake(text: &Text<'_>, city: (usize, usize), other: (usize, usize)) -> bool {
    let known = |(first, end): (usize, usize)| gazetteer::city(text.lowered(text.span(first, end - 1)));
    let (Some(own), Some(beside)) = (known(city), known(other)) else { return true };
    let Some(namesakes) = Namesakes::of(text.lowered(text.span(city.0, city.1 - 1))) else { return true };
    if own.country != beside.country {
        let land = gazetteer::country(&beside.country.to_lowercase()).and_then(Region::country);
        return land.is_none_or(|land| namesakes.has(land));
    }
    let state = gazetteer::us_state(&beside.state.to_lowercase());
    own.state != beside.state && state.is_some_and(|state| namesakes.has(Region::State(state.postal)))
}

fn distance_of(text: &Text<'_>, one: (usize, usize), other: (usize, usize)) -> Option<f64> {
    Some(distance(spot(text, one.0, one.1)?, spot(text, other.0, other.1)?))
}

/// "north", "south-west": its degrees, and one past it.
fn direction(text: &Text<'_>, at: usize) -> Option<(f64, usize)> {
    let lower = text.lower(at);
    if !COMPASS.iter().any(|(known, _)| known.starts_with(lower)) {
        return None;
    }
    let joined = matches!(text.word(at + 1), "-" | "‑") && text.glued(at + 1);
    let is = |known: &str| if joined { known.strip_prefix(lower) == Some(text.lower(at + 2)) } else { known == lower };
    let end = if joined { at + 3 } else { at + 1 };
    COMPASS.iter().find(|(known, _)| is(known)).map(|&(_, degrees)| (degrees, end))
}

/// The degrees between two directions, at most 180.
fn between_angles(one: f64, other: f64) -> f64 {
    let off = (one - other).rem_euclid(360.0);
    off.min(360.0 - off)
}

/// The name of the direction that is nearest.
fn nearest(angle: f64) -> &'static str {
    COMPASS.iter().find(|(_, degrees)| between_angles(angle, *degrees) <= 22.5).map_or("", |&(name, _)| name)
}

/// Where a city lies that is far larger than all its namesakes, in radians.
fn spot(text: &Text<'_>, first: usize, end: usize) -> Option<(f64, f64)> {
    let lower = text.lowered(text.span(first, end - 1));
    let mut people = gazetteer::cities(lower).map(|city| city.population);
    let (largest, next) = (people.next()?, people.next().unwrap_or(0));
    let (latitude, longitude) = Namesakes::of(lower).filter(|_| next * 10 < largest)?.at?;
    Some((latitude.to_radians(), longitude.to_radians()))
}

/// The length of the great circle between two places, in metres.
fn distance(one: (f64, f64), other: (f64, f64)) -> f64 {
    let half = |a: f64, b: f64| ((b - a) / 2.0).sin().powi(2);
    let chord = half(one.0, other.0) + one.0.cos() * other.0.cos() * half(one.1, other.1);
    2.0 * EARTH * chord.sqrt().min(1.0).asin()
}

/// The direction in which one sees the other, in degrees clockwise from the north.
fn bearing(from: (f64, f64), to: (f64, f64)) -> f64 {
    let east = (to.1 - from.1).sin() * to.0.cos();
    let north = from.0.cos() * to.0.sin() - from.0.sin() * to.0.cos() * (to.1 - from.1).cos();
    east.atan2(north).to_degrees().rem_euclid(360.0)
}
