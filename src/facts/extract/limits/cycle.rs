//! What is held in certain years alone, with another year: "the 2015 Winter Olympics", "the 2017 presidential election".

use super::{Bounds, Reading, american, note};
use crate::facts::date::Precision;
use crate::facts::exact::Exact;
use crate::text::{Case, Text, TokenKind};

/// Games and votes: the last words of their name, the years between two, the rest that their years leave, the first year of
/// that order, and whether they are American.
struct Cycle {
    name: &'static [&'static str],
    every: i16,
    rest: i16,
    since: i16,
    american: bool,
}

const fn cycle(name: &'static [&'static str], every: i16, rest: i16, since: i16) -> Cycle {
    Cycle { name, every, rest, since, american: false }
}

/// Longer names stand first. The Games of 2020 were held in 2021, and some say so.
const CYCLES: &[Cycle] = &[
    cycle(&["summer", "olympics"], 4, 0, 1896),
    cycle(&["summer", "olympic", "games"], 4, 0, 1896),
    cycle(&["summer", "paralympics"], 4, 0, 1960),
    cycle(&["winter", "olympics"], 4, 2, 1994),
    cycle(&["winter", "olympic", "games"], 4, 2, 1994),
    cycle(&["winter", "paralympics"], 4, 2, 1994),
    // In one year with the Winter Games until 1992, but for the games between of 1906.
    cycle(&["olympics"], 2, 0, 1908),
    cycle(&["olympic", "games"], 2, 0, 1908),
    cycle(&["paralympics"], 2, 0, 1994),
    cycle(&["fifa", "world", "cup"], 4, 2, 1950),
    cycle(&["football", "world", "cup"], 4, 2, 1950),
    cycle(&["soccer", "world", "cup"], 4, 2, 1950),
    cycle(&["commonwealth", "games"], 4, 2, 1950),
    Cycle { name: &["presidential", "election"], every: 4, rest: 0, since: 1792, american: true },
    Cycle { name: &["presidential", "elections"], every: 4, rest: 0, since: 1792, american: true },
    Cycle { name: &["midterm", "elections"], every: 4, rest: 2, since: 1790, american: true },
    Cycle { name: &["midterms"], every: 4, rest: 2, since: 1790, american: true },
];

/// Games of other years.
#[rustfmt::skip] // Words, a dozen a line.
const OTHERS: &[&str] = &[
    "special", "youth", "junior", "women", "girls", "female", "club", "beach", "rugby", "cricket", "league", "math", "deaf", "senior", "world",
];

/// What is held before the Games, or decided of them.
#[rustfmt::skip] // Words, a dozen a line.
const BEFORE: &[&str] = &[
    "bid", "bids", "trials", "trial", "qualifier", "qualifiers", "qualifying", "qualification", "committee", "test", "vote",
    "budget", "draw", "preparations", "campaign", "season", "calendar", "primary", "primaries", "runoff", "host",
];

/// How many words may stand between the year and the name: "the 2014 Sochi Olympics".
const BETWEEN: usize = 2;

/// Reads the years before such a name.
pub(super) fn read(reading: &mut Reading<'_>) {
    let text = reading.text;
    for index in 0..reading.facts.dates.len() {
        let Some(date) = reading.facts.dates.get(index) else { return };
        let plain = date.explicit && !date.relative && date.precision == Precision::Year && !date.at.negated;
        let Some(year) = date.value.filter(|_| plain).map(|value| value.first.year()) else { continue };
        let end = text.token_from(date.at.span.end);
        let span = text.span(end - 1, end - 1);
        let Some((cycle, first, last)) = named(text, end).filter(|(cycle, ..)| year >= cycle.since) else { continue };
        let tokens =
            text.sentences.get(date.at.sentence as usize).map_or(first..last, |sentence| sentence.tokens.clone());
        let near = text.near(first..last, 40);
        // Women are told of beside votes, but have games of their own.
        let near = if cycle.american { end..first } else { near };
        let other = near.into_iter().any(|at| OTHERS.contains(&text.lower(at)) && !(first..last).contains(&at));
        let apart = BEFORE.contains(&text.lower(last)) || text.word(last) == "-" && text.glued(last);
        let ours = !cycle.american
            || american::is_near(text, tokens.clone())
            || american::is_article(reading) && !is_abroad(text, tokens);
        // Held a year late, as the world stood still.
        let late = year == 2021 && cycle.rest == 0 && !cycle.american;
        if other || apart || late || !ours {
            continue;
        }
        let every = if cycle.every == 2 && year < 1994 { 4 } else { cycle.every };
        let held = year - (year - cycle.rest).rem_euclid(every);
        let by = text.span(first, last - 1);
        note(reading, "cycle", (Exact::from(i64::from(year)), span), by, Bounds::just(Exact::from(i64::from(held))));
    }
}

/// Whether another land is named in the sentence, or in the one before it.
fn is_abroad(text: &Text<'_>, tokens: std::ops::Range<usize>) -> bool {
    let before = tokens.start.checked_sub(1).map_or(0..0, |last| text.near(last..last + 1, REACH));
    // "Russian meddling in the 2017 presidential election" was in another land's.
    let meddled = tokens.clone().any(|at| MEDDLED.contains(&text.lower(at)));
    let russia = |at: usize| meddled && matches!(text.lower(at), "russia" | "russian" | "russians");
    before.chain(tokens).any(|at| american::is_land(text, at) && !russia(at))
}

/// What one land does in the votes of another.
const MEDDLED: &[&str] = &[
    "meddling",
    "meddled",
    "interference",
    "interfered",
    "interfering",
    "interfere",
    "collusion",
    "colluded",
    "colluding",
];

/// How far in the sentence before a land is looked for, in tokens.
const REACH: usize = 60;

/// What is named behind a year, its first token and one past its last.
fn named(text: &Text<'_>, end: usize) -> Option<(&'static Cycle, usize, usize)> {
    let place =
        |at: usize| text.kind(at) == TokenKind::Word && text.token(at).is_some_and(|token| token.case != Case::Lower);
    (0..=BETWEEN).take_while(|&n| (end..end + n).all(place)).find_map(|n| {
        let first = end + n;
        let is_there = |cycle: &&Cycle| cycle.name.iter().enumerate().all(|(at, word)| text.lower(first + at) == *word);
        CYCLES.iter().find(is_there).map(|cycle| (cycle, first, first + cycle.name.len()))
    })
}
