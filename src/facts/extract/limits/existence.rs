//! Bodies and products of a year in which there was none of them: "joined the CIA in 1935", "a 1938 Land Rover", "in 2009
//! the INS arrested him", "the wartime Land Rover".

use super::{Bounds, Reading, note};
use crate::facts::date::{DateRange, Precision};
use crate::facts::exact::Exact;
use crate::facts::extract::things::{Found, Things};
use crate::facts::extract::triggers::Trigger;
use crate::source::Span;
use crate::text::lexicon::{self, VerbForms};
use crate::text::{Case, Text};
use std::sync::LazyLock;

/// What the table says of a thing.
#[derive(Clone, Copy)]
struct Life {
    since: i16,
    until: Option<i16>,
    /// Whether it is made and sold.
    made: bool,
}

static LIVES: LazyLock<Things<Life>> = LazyLock::new(|| {
    Things::of(include_str!("../../../../tables/lifetimes.csv"), |cells| match cells {
        [since, until, made] => {
            let until = if until.is_empty() { None } else { Some(until.parse().ok()?) };
            Some(Life { since: since.parse().ok()?, until, made: *made == "yes" })
        }
        _ => None,
    })
});

/// The words that a war as a time is told by.
pub(in crate::facts::extract) const WORDS: &[&str] = &["wartime", "war"];

/// What somebody does with a body or a product, and it with nobody before its time.
#[rustfmt::skip] // Words, a dozen a line.
const DEEDS: &[&str] = &[
    "joined", "left", "entered", "quit", "sued", "bought", "drove", "flew", "advised", "chaired", "headed", "addressed",
    "invaded", "fled", "visited",
];

/// The same, where a preposition stands before the name.
#[rustfmt::skip] // Words, a dozen a line.
const WORKED: &[&str] = &[
    "worked", "served", "spied", "posted", "flew", "hired", "recruited", "arrested", "employed", "funded", "trained",
    "studied", "born", "travelled", "traveled", "moved", "emigrated", "interviewed", "met", "launched", "sold", "enlisted",
    "deported", "fired", "dismissed", "jailed", "tortured", "signed",
];

/// What somebody does on a platform, and how far before its name that is said, in tokens.
const POSTED: &[&str] =
    &["posted", "shared", "uploaded", "wrote", "published", "announced", "streamed", "tweeted", "met"];
const POSTED_REACH: usize = 8;

/// What a body does that speaks of nothing long past.
#[rustfmt::skip] // Words, a dozen a line.
const ACTS: &[&str] = &[
    "hired", "recruited", "arrested", "sent", "launched", "signed", "opened", "closed", "banned", "bought", "sold",
    "invaded", "attacked", "bombed", "shot", "deported", "detained", "fired", "sued", "raided", "elected", "awarded",
    "rejected", "approved", "refused", "invited", "moved", "built", "ordered", "seized", "offered", "paid", "gave",
    "joined", "won", "lost", "warned", "agreed", "voted", "imposed", "lifted", "released", "asked", "told",
];

/// Reads the years that stand beside a name of the table, and what is told of a war.
pub(super) fn read(reading: &mut Reading<'_>) {
    let text = reading.text;
    for index in 0..reading.facts.dates.len() {
        let Some(date) = reading.facts.dates.get(index) else { return };
        let plain = date.explicit && !date.relative && date.precision <= Precision::Year && !date.at.quoted;
        let Some(value) = date.value.filter(|_| plain) else { continue };
        let (span, sentence) = (date.at.span, date.at.sentence);
        let Some(tokens) = text.sentences.get(sentence as usize).map(|sentence| sentence.tokens.clone()) else {
            continue;
        };
        let (first, end) = (text.token_from(span.start), text.token_from(span.end));
        let found = taken_part(text, tokens.start, first)
            .or_else(|| acting(text, tokens.start, first, end).filter(|found| !found.row.made))
            .or_else(|| of_year(text, first, end));
        if let Some(found) = found
            && !is_of_others(text, text.near(first..end, REACH))
        {
            hold(reading, &found, value, span);
        }
    }
    let mut next = 0;
    while let Some(at) = reading.next(next, text.tokens.len(), Trigger::WAR) {
        next = at + 1;
        wartime(reading, at);
    }
}

/// Notes a year outside the life of a thing.
fn hold(reading: &mut Reading<'_>, found: &Found<Life>, value: DateRange, span: Span) {
    let (year, life) = (value.first.year(), found.row);
    if value.last.year() >= life.since && life.until.is_none_or(|until| year <= until) {
        return;
    }
    let bounds = Bounds {
        least: Some(Exact::from(i64::from(life.since))),
        most: life.until.map(|until| Exact::from(i64::from(until))),
    };
    let by = reading.text.span(found.first, found.end - 1);
    note(reading, "life", (Exact::from(i64::from(year)), span), by, bounds);
}

/// The thing of the table that ends before a token, where it is written as a name.
fn ending(text: &Text<'_>, floor: usize, end: usize) -> Option<Found<Life>> {
    LIVES.ending(text, floor, end).filter(|found| is_name(text, found))
}

/// The thing of the table that begins with a token.
fn beginning(text: &Text<'_>, first: usize) -> Option<Found<Life>> {
    LIVES.beginning(text, first).filter(|found| is_name(text, found))
}

/// Whether it is a name, and no part of a longer one: "CIA", no "ins and outs", no "Facebook Live".
fn is_name(text: &Text<'_>, found: &Found<Life>) -> bool {
    let capital = |at: usize| text.token(at).is_some_and(|token| token.case != Case::Lower);
    let short = found.name.len() <= 4;
    let upper = |at: usize| text.word(at).chars().all(|c| c.is_uppercase() || c.is_ascii_digit());
    let camel = text.word(found.first).starts_with('i')
        && text.word(found.first).chars().nth(1).is_some_and(char::is_uppercase);
    (capital(found.first) || camel) && (!short || found.row.made || upper(found.first) || !upper_in_table(found.name))
}

/// Whether a short name is written in capitals: "INS", no "eBay".
fn upper_in_table(name: &str) -> bool {
    !matches!(name, "ebay" | "uber" | "nato" | "ipad" | "ipod" | "unicef")
}

/// "joined the CIA in 1935", "worked for NASA in 1950".
fn taken_part(text: &Text<'_>, floor: usize, first: usize) -> Option<Found<Life>> {
    let last = first.checked_sub(1).filter(|&last| last > floor && matches!(text.lower(last), "in" | "on"))?;
    let found = ending(text, floor, last)?;
    let mut before = found.first.checked_sub(1).filter(|&at| at >= floor)?;
    if matches!(text.lower(before), "the" | "a" | "an" | "his" | "her" | "their") {
        before = before.checked_sub(1).filter(|&at| at >= floor)?;
    }
    let back = before.checked_sub(1).filter(|&at| at >= floor).map_or("", |at| text.lower(at));
    let by = matches!(text.lower(before), "for" | "at" | "in" | "by" | "on" | "with" | "aboard" | "from" | "to");
    // "posted the photo on Instagram": no article stands before what one posts on.
    let posted = text.lower(before) == "on"
        && before + 1 == found.first
        && (before.saturating_sub(POSTED_REACH).max(floor)..before).any(|at| POSTED.contains(&text.lower(at)));
    (DEEDS.contains(&text.lower(before)) || by && WORKED.contains(&back) || posted).then_some(found)
}

/// "In 2009 the INS arrested him".
fn acting(text: &Text<'_>, floor: usize, first: usize, end: usize) -> Option<Found<Life>> {
    let led = first.checked_sub(1).is_some_and(|at| at == floor && text.lower(at) == "in");
    let past = end + usize::from(text.word(end) == ",");
    let found = beginning(text, past + usize::from(text.lower(past) == "the"))?;
    let acts = ACTS.contains(&text.lower(found.end)) && lexicon::verb_form(text.lower(found.end)).has(VerbForms::PAST);
    (led && acts).then_some(found)
}

/// "a 1938 Land Rover".
fn of_year(text: &Text<'_>, first: usize, end: usize) -> Option<Found<Life>> {
    let found = beginning(text, end).filter(|found| found.row.made)?;
    let before = first.checked_sub(1).map_or("", |at| text.lower(at));
    let led = matches!(before, "a" | "an" | "the" | "his" | "her" | "their" | "this" | "that" | "vintage" | "old");
    let whole = !text.token(found.end).is_some_and(|token| token.case != Case::Lower && !text.glued(found.end));
    (led && end - first == 1 && (whole || text.word(found.end).is_empty())).then_some(found)
}

/// How far from a year words are looked for that tell of something else, in tokens.
const REACH: usize = 40;

/// Words that tell of a forerunner, a name of later, a dispute or a story.
#[rustfmt::skip] // Words, a dozen a line.
const OTHERS: &[&str] = &[
    "forerunner", "predecessor", "precursor", "later", "future", "then", "became", "become", "former", "formerly", "old",
    "film", "movie", "novel", "replica", "called", "known", "renamed", "fictional", "game", "today", "now", "successor",
    "eventually", "what", "would",
];

fn is_of_others(text: &Text<'_>, mut tokens: std::ops::Range<usize>) -> bool {
    tokens.any(|at| OTHERS.contains(&text.lower(at)))
}

/// "The wartime Land Rover", "a second world war Land Rover": what was made only later.
fn wartime(reading: &mut Reading<'_>, at: usize) {
    let text = reading.text;
    let back = |n: usize| at.checked_sub(n).map_or("", |at| text.lower(at));
    let mut first = at + 1;
    let named = match text.lower(at) {
        "wartime" => true,
        _ if back(1) == "world" && matches!(back(2), "second" | "first") => true,
        _ if back(1) == "world" => {
            let numbered = matches!(text.lower(first), "ii" | "two" | "i" | "one" | "2" | "1");
            first += usize::from(numbered);
            numbered
        }
        _ => false,
    };
    if matches!(text.lower(first), "-") && text.lower(first + 1) == "era" {
        first += 2;
    }
    let Some(found) = beginning(text, first).filter(|found| named && found.row.made && found.row.since > 1945) else {
        return;
    };
    if is_of_others(text, text.near(at..at, REACH)) {
        return;
    }
    let by = text.span(found.first, found.end - 1);
    let span = text.span(at, at);
    let bounds = Bounds { least: Some(Exact::from(i64::from(found.row.since))), most: None };
    note(reading, "life", (Exact::whole(1945), span), by, bounds);
}
