//! How many people a country or the world is said to have: "Norway, a country of 55 million people", "Peru has a
//! population of 340 million", "the world's population reached 8 million".

use super::{Bounds, Reading, note};
use crate::facts::exact::Exact;
use crate::facts::extract::location::land_ending_at;
use crate::facts::model::{Figure, of_sentence};
use crate::facts::names::{Certainty, Hedge};
use crate::source::Span;
use crate::text::{Case, Text, TokenKind, gazetteer};

/// Words for people of every kind.
const PEOPLE: &[&str] = &["person", "people", "inhabitant", "citizen"];

/// What a country is called.
const LANDS: &[&str] = &["country", "nation", "state", "republic", "kingdom", "democracy"];

/// Words of another time, or of a plan, beside a country.
#[rustfmt::skip] // Words, a dozen a line.
const OTHER: &[&str] = &[
    "will", "would", "could", "projected", "forecast", "expected", "once", "then", "was", "were", "had", "century",
    "ancient", "grow", "grew", "rise", "reach", "refugees", "combined", "together", "diaspora", "lost", "abroad",
];

/// How far from a figure words of another time are looked for, in tokens.
const REACH: usize = 40;

/// Reads the populations that are told of countries and of the world.
pub(super) fn read(reading: &mut Reading<'_>) {
    for index in 0..reading.facts.counts.len() {
        let Some(count) = reading.facts.counts.get(index) else { return };
        if PEOPLE.contains(&&*count.noun.key) && count.at.certainty != Certainty::Weak {
            let (figure, span, sentence) = (count.figure.clone(), count.at.span, count.at.sentence);
            hold(reading, &figure, span, sentence);
        }
    }
    for index in 0..reading.facts.numbers.len() {
        let Some(number) = reading.facts.numbers.get(index) else { return };
        if number.at.certainty != Certainty::Weak {
            let (figure, span, sentence) = (number.figure.clone(), number.at.span, number.at.sentence);
            hold(reading, &figure, span, sentence);
        }
    }
}

/// Notes a population beside what the table says, far more and far less allowed for other years.
fn hold(reading: &mut Reading<'_>, figure: &Figure, span: Span, sentence: u32) {
    let text = reading.text;
    let whole = |n: &Exact| *n >= Exact::whole(10_000);
    let Some(written) = figure.written.filter(whole).filter(|_| figure.hedge != Hedge::Dozens) else { return };
    if let Some((by, bounds)) = of_the_world(text, text.token_from(span.start)) {
        note(reading, "population", (written, figure.span), by, bounds);
        return;
    }
    // "Sudan, with 5 million people in need", counts some of them.
    let past = text.token_from(span.end);
    let past = past + usize::from(text.lower(past) == "people");
    if text.kind(past) == TokenKind::Word && text.lower(past) != "and" {
        return;
    }
    let Some((name, land)) = told_of(text, text.token_from(span.start)) else { return };
    let Some(country) = gazetteer::country(&name.to_lowercase()).filter(|country| country.population > 100_000) else {
        return;
    };
    let first = text.token_from(span.start);
    let times = &reading.facts.dates;
    let dated = !of_sentence(times, sentence).is_empty();
    if dated || country.name == "Georgia" || text.near(first..first, REACH).any(|at| OTHER.contains(&text.lower(at))) {
        return;
    }
    let people = Exact::whole(i128::from(country.population));
    let tenths = |n: i128| people.times(Exact::fraction(n, 10)?);
    let (Some(least), Some(most)) = (tenths(LEAST), tenths(MOST)) else { return };
    note(reading, "population", (written, span), land, Bounds { least: Some(least), most: Some(most) });
}

/// How many tenths of today's population a country may be said to have, at least and at most: it was smaller in the
/// archive, and it grows.
const LEAST: i128 = 4;
const MOST: i128 = 17;

/// The country whose people a figure counts that begins at the token, and its place.
fn told_of(text: &Text<'_>, first: usize) -> Option<(&'static str, Span)> {
    let back = |n: usize| first.checked_sub(n).map_or("", |at| text.lower(at));
    let end = if back(1) == "of" && LANDS.contains(&back(2)) {
        // "Norway, a small country of 5 million people".
        let article = (3..7).find(|&n| matches!(back(n), "a" | "an"))?;
        (back(article + 1) == ",").then(|| first - article - 1)?
    } else if back(1) == "of" && back(2) == "population" {
        match (back(3), back(4), back(5)) {
            ("a", "has", _) => first - 4,
            ("a", "with", ",") | ("total", "a", "has") => first - 5,
            _ => return None,
        }
    } else if matches!(back(1), "is" | "numbers" | "at" | "exceeds") {
        // "The population of Norway is 5.5 million", "stands at 5.5 million".
        let verb = first - 1 - usize::from(back(1) == "at" && matches!(back(2), "stands" | "remains"));
        let land = land_ending_at(text, verb)?;
        let the = usize::from(land.spot.first.checked_sub(1).is_some_and(|at| text.lower(at) == "the"));
        let of = land.spot.first.checked_sub(1 + the)?;
        let told = text.lower(of) == "of" && of > 0 && text.lower(of - 1) == "population";
        let whose = matches!(text.lower(of.checked_sub(2)?), "the" | "total" | "entire" | "whole");
        return (told && whose).then(|| (land.spot.name, text.span(land.spot.first, land.spot.end - 1)));
    } else if back(1) == "population" && back(2) == "," || back(1) == "with" && back(2) == "," {
        first - 2
    } else {
        return None;
    };
    let land = land_ending_at(text, end)?;
    let before = land.spot.first.checked_sub(1);
    let of_other = before.is_some_and(|at| {
        let name = text.token(at).is_some_and(|token| token.kind == TokenKind::Word && token.case != Case::Lower);
        matches!(text.lower(at), "in" | "of" | "from" | "near" | "," | "and" | "to" | "for" | "outside" | "(" | "at")
            || name && text.glued(land.spot.first)
    });
    let country = back(1) == "of" && LANDS.contains(&back(2));
    let span = text.span(land.spot.first, land.spot.end - 1);
    (country || !of_other).then_some((land.spot.name, span))
}

/// How many times the people of today the world may be said to have, and how small a part of them: censuses and forecasts
/// lie between.
const TIMES: i128 = 12;

/// Words of other times, and of others than all who live on earth.
#[rustfmt::skip] // Words, a dozen a line.
const OF_OTHERS: &[&str] = &[
    "ago", "century", "centuries", "then", "once", "bc", "b.c.", "bce", "ancient", "medieval", "colonial", "colony",
    "empire", "independence", "when", "by", "before", "capital", "city", "town", "village", "island", "province",
    "region", "district", "county", "parish", "camp", "suburb",
];

/// "the world's population reached", before the figure at the token: not that of the world's wolves.
fn of_the_world(text: &Text<'_>, first: usize) -> Option<(Span, Bounds)> {
    let near = text.near(first..first, REACH);
    let last = (near.start.max(first.saturating_sub(3))..first).rev().find(|&at| text.lower(at) == "population")?;
    let lead = (last + 1..first).all(|at| matches!(text.lower(at), "of" | "reached" | "hit" | "passed" | "about"));
    let owned = last.checked_sub(2).filter(|&at| at >= near.start && text.kind(at + 1) == TokenKind::Possessive)?;
    if !lead || last + 1 == first || text.lower(owned) != "world" {
        return None;
    }
    let of_old = |at: usize| {
        let word = text.word(at);
        let year = text.kind(at) == TokenKind::Number && word.len() == 4;
        year && matches!(word.get(..2), Some("16" | "17" | "18" | "19")) || OF_OTHERS.contains(&text.lower(at))
    };
    if near.into_iter().any(of_old) {
        return None;
    }
    let people: i128 = gazetteer::countries().iter().map(|country| i128::from(country.population)).sum();
    let bounds =
        Bounds { least: Exact::fraction(people, TIMES), most: Exact::whole(people).times(Exact::whole(TIMES)) };
    Some((text.span(owned, owned), bounds))
}
