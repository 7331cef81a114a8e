//! A record and what is said to break it: "in 9.95 seconds, beating the record of 9.97", "broke the record of 2:05:30
//! with a time of 2:04:11", "a leap of 8.95m, breaking the record of 8.90m".

use super::{Bounds, Reading, note};
use crate::facts::exact::Exact;
use crate::facts::model::{At, Figure, beginning_at};
use crate::facts::names::{Certainty, Hedge};
use crate::source::Span;
use crate::text::{Text, TokenKind};
use std::ops::Range;

#[rustfmt::skip] // Words, a dozen a line.
const BREAKS: &[&str] = &[
    "broke", "breaks", "breaking", "break", "beat", "beats", "beating", "smashed", "smashes", "smashing", "smash",
    "shattered", "shattering", "bettered", "bettering", "better", "eclipsed", "eclipsing", "eclipse", "surpassed",
    "surpassing", "surpass",
];

const RECORD: &[&str] = &["record", "best", "mark", "high", "low"];

/// By what a race is told.
#[rustfmt::skip] // Words, a dozen a line.
const RACE: &[&str] = &[
    "ran", "run", "running", "race", "raced", "swam", "swim", "clocked", "clocking", "finished", "finishing", "sprint",
    "sprinted", "marathon", "lap", "cycled", "rode", "rowed", "skated", "skied", "time", "timed", "metres", "meters",
    "100m", "200m", "400m", "800m", "1500m", "freestyle", "won", "winning", "hurdles", "solved",
];

/// What lasts, and is the better for it.
#[rustfmt::skip] // Words, a dozen a line.
const LASTS: &[&str] = &[
    "longest", "endurance", "underwater", "plank", "breath", "stayed", "staying", "continuous", "non-stop", "nonstop",
    "dance", "danced", "dancing", "talk", "speech", "speaking", "held", "holding", "reign", "lasted", "lasting", "spent",
    "survived", "unbeaten", "without", "flight", "flew", "aloft", "hour", "slowest",
];

/// What is measured or counted, and the better for more.
#[rustfmt::skip] // Words, a dozen a line.
const MORE: &[&str] = &[
    "jump", "jumped", "leap", "leapt", "leaped", "throw", "threw", "throwing", "put", "vault", "vaulted", "lift",
    "lifted", "score", "scored", "scoring", "total", "haul", "tally", "crowd", "attendance", "cleared", "clearing",
    "hurled", "height", "distance", "jumping", "leaping", "sold", "fetched", "raised", "sales", "turnout", "reached",
    "took", "grossed", "earned", "paid",
];

/// Words by which nothing was broken, or not so.
#[rustfmt::skip] // Words, a dozen a line.
const DENIED: &[&str] = &[
    "not", "n’t", "n't", "never", "without", "if", "failed", "almost", "nearly", "would", "could", "may", "might", "can",
    "should", "will", "hopes", "hoping", "hoped", "wants", "trying", "tried", "attempt", "bid", "aims", "aiming", "yet",
    "lowest", "fewest", "least",
];

/// How far the figures may stand from the verb, in tokens.
const REACH: usize = 14;

/// A figure that may be a record.
#[derive(Clone, Copy)]
struct Told<'r> {
    at: At,
    figure: &'r Figure,
    first: usize,
    end: usize,
    /// The unit, where it has one; a time by the clock is one in seconds.
    unit: Option<&'r str>,
    kind: Kind,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Number,
    Count,
    Measure,
    Time,
    Money,
}

/// Reads the records that are told with what broke them.
pub(super) fn read(reading: &mut Reading<'_>) {
    let text = reading.text;
    let facts = &reading.facts;
    let starts = (facts.numbers.iter().map(|fact| fact.at))
        .chain(facts.counts.iter().map(|fact| fact.at))
        .chain(facts.measures.iter().map(|fact| fact.at))
        .chain(facts.durations.iter().map(|fact| fact.at))
        .chain(facts.moneys.iter().map(|fact| fact.at));
    let mut found: Vec<(Exact, Span, Span, Bounds)> = starts
        .filter_map(|at| {
            let first = text.token_from(at.span.start);
            let noun = first.checked_sub(2)?;
            let of = text.lower(noun + 1) == "of" && RECORD.contains(&text.lower(noun));
            // "a record £4.2m, beating the £3.1m paid in 2012"
            let the = text.lower(noun + 1) == "the" && BREAKS.contains(&text.lower(noun));
            (of || the).then(|| broken(reading, noun, first)).flatten()
        })
        .collect();
    found.sort_by_key(|(_, figure, _, _)| *figure);
    found.dedup_by_key(|(_, figure, by, _)| (*figure, *by));
    for (figure, span, by, bounds) in found {
        note(reading, "record", (figure, span), by, bounds);
    }
}

fn broken(reading: &Reading<'_>, noun: usize, first: usize) -> Option<(Exact, Span, Span, Bounds)> {
    let text = reading.text;
    let record = told(reading, first)?;
    let sentence = text.near(noun..record.end, 2 * REACH);
    let words = |&at: &usize| matches!(text.kind(at), TokenKind::Word | TokenKind::Possessive) || text.word(at) == "-";
    let verb = (sentence.start..=noun).rev().take(7).take_while(words).find(|&at| BREAKS.contains(&text.lower(at)))?;
    let denied = (sentence.start.max(verb.saturating_sub(5))..noun).any(|at| DENIED.contains(&text.lower(at)));
    let own = before(reading, sentence.start..verb).or_else(|| after(reading, record.end..sentence.end))?;
    let (figure, least) = alike(&own, &record)?;
    let named = text.lower(noun);
    let called = is_called_record(text, own.first);
    if !RECORD.contains(&named) && !called {
        return None;
    }
    let has = |words: &[&str]| sentence.clone().any(|at| words.contains(&text.lower(at)));
    let raced = own.kind == Kind::Time || record.kind == Kind::Time || own.kind == Kind::Number && timed(text, &own);
    let bounds = if named == "low" {
        Bounds { least: None, most: Some(least) }
    } else if raced {
        if !has(RACE) || has(LASTS) {
            return None;
        }
        Bounds { least: None, most: Some(least) }
    } else {
        let lead = own.first.saturating_sub(4).max(sentence.start)..own.first;
        let counts = lead.into_iter().any(|at| MORE.contains(&text.lower(at)));
        let high = named == "high" || called && own.kind != Kind::Number;
        if !counts && (!high || named == "best") {
            return None;
        }
        Bounds { least: Some(least), most: None }
    };
    (!denied).then(|| (figure, own.at.span, text.span(verb, record.end - 1), bounds))
}

/// "a record £4.2m", "a record high of 39.1C"
fn is_called_record(text: &Text<'_>, first: usize) -> bool {
    let back = |n: usize| first.checked_sub(n).map_or("", |at| text.lower(at));
    back(1) == "record" || back(1) == "of" && (2..4).any(|n| back(n) == "record") && back(2) != "low"
}

/// "a time of 9.95"
fn timed(text: &Text<'_>, own: &Told<'_>) -> bool {
    own.first.checked_sub(2).is_some_and(|time| text.lower(time) == "time" && text.lower(time + 1) == "of")
}

/// What stands before the comma and the verb: "in 9.95 seconds, narrowly beating", "with a leap of 8.95m to break".
fn before<'r>(reading: &'r Reading<'_>, lead: Range<usize>) -> Option<Told<'r>> {
    let text = reading.text;
    let mut end = lead.end;
    while end > lead.start
        && matches!(text.lower(end - 1), "narrowly" | "comfortably" | "easily" | "just" | "thus" | "and" | "to")
    {
        end -= 1;
    }
    end -= usize::from(end > lead.start && text.word(end - 1) == ",");
    (lead.start.max(end.saturating_sub(5))..end).rev().filter_map(|at| told(reading, at)).find(|told| told.end == end)
}

/// What stands after the record: "with a time of 2:04:11", "in 9.95 seconds".
fn after<'r>(reading: &'r Reading<'_>, rest: Range<usize>) -> Option<Told<'r>> {
    let text = reading.text;
    let until = rest.end.min(rest.start + REACH);
    let stops = |&at: &usize| {
        !matches!(text.word(at), ";" | "." | "“" | "\"") && !matches!(text.lower(at), "and" | "but" | "beating")
    };
    let named = |noun: usize| text.lower(noun) == "time" || MORE.contains(&text.lower(noun));
    (rest.start..until).take_while(stops).find_map(|at| {
        let of = text.lower(at) == "of" && at > rest.start && named(at - 1);
        let own = told(reading, at + 1)?;
        let timed = matches!(text.lower(at), "in" | "with") && own.kind == Kind::Time;
        (of || timed).then_some(own)
    })
}

/// The figure that begins with a token.
fn told<'r>(reading: &'r Reading<'_>, first: usize) -> Option<Told<'r>> {
    let (text, facts) = (reading.text, &reading.facts);
    let start = text.token(first)?.span.start;
    let own = |at: At, figure: &'r Figure, unit: Option<&'r str>, kind: Kind| {
        let end = text.token_from(at.span.end);
        let sure = figure.hedge == Hedge::Exactly && (kind == Kind::Time || at.certainty != Certainty::Weak);
        sure.then_some(Told { at, figure, first, end, unit, kind })
    };
    if let Some(fact) = beginning_at(&facts.durations, start) {
        return own(fact.at, &fact.figure, Some(&fact.unit), Kind::Time);
    }
    if let Some(fact) = beginning_at(&facts.measures, start) {
        return own(fact.at, &fact.figure, Some(&fact.unit.name), Kind::Measure);
    }
    if let Some(fact) = beginning_at(&facts.moneys, start) {
        return own(fact.at, &fact.figure, Some(&fact.currency), Kind::Money);
    }
    if let Some(fact) = beginning_at(&facts.counts, start) {
        return own(fact.at, &fact.figure, Some(&fact.noun.key), Kind::Count);
    }
    let fact = beginning_at(&facts.numbers, start)?;
    own(fact.at, &fact.figure, None, Kind::Number)
}

/// The two figures, where they are told in one unit: "9.95 seconds" and "9.97".
fn alike(own: &Told<'_>, record: &Told<'_>) -> Option<(Exact, Exact)> {
    let bare = own.kind == Kind::Number || record.kind == Kind::Number;
    let fits = own.unit == record.unit && own.kind == record.kind
        || bare && own.kind != Kind::Money && record.kind != Kind::Money;
    Some((own.figure.written?, record.figure.written?)).filter(|_| fits)
}
