//! People held against those alive, and populations against those of their countries: "845bn users", "India, with a
//! population of 1.4 million".

use super::{Bounds, Reading, note};
use crate::facts::exact::Exact;
use crate::facts::names::{Certainty, Hedge};
use crate::text::gazetteer;
use crate::text::lexicon;
use crate::text::{Text, TokenKind};

/// More than will ever be alive at once, as far as anybody reckons.
const ALIVE: i128 = 13_000_000_000;

/// What people are counted as; nothing else is counted by these words.
const PEOPLE: &[&str] = &["person", "user", "viewer", "customer", "subscriber", "woman", "man", "child", "adult"];

/// Words of people who are counted again and again, or who are not alive.
#[rustfmt::skip] // Words, a dozen a line.
const AGAIN: &[&str] = &[
    "cumulative", "cumulatively", "combined", "total", "times", "views", "visits", "history", "ever", "lived", "born",
    "galaxy", "galaxies", "planets", "worlds", "universe", "support", "could", "would", "if", "imagine", "accounts",
    "aggregate", "altogether", "future", "fictional", "novel", "game", "estimated",
];

/// How far a population told may be from the one of today: censuses, colonies and forecasts lie between.
const TIMES: i128 = 12;

/// Words of other times and of others than all who live there.
#[rustfmt::skip] // Words, a dozen a line.
const OTHER: &[&str] = &[
    "ago", "century", "centuries", "then", "once", "bc", "b.c.", "bce", "ancient", "medieval", "colonial", "colony",
    "empire", "independence", "when", "by", "before", "capital", "city", "town", "village", "island", "province",
    "region", "district", "county", "parish", "camp", "suburb",
];

/// How far from a figure such words may stand, in tokens.
const NEAR: usize = 40;

/// Reads both.
pub(super) fn read(reading: &mut Reading<'_>) {
    let text = reading.text;
    let most = Exact::whole(ALIVE);
    for index in 0..reading.facts.counts.len() {
        let Some(count) = reading.facts.counts.get(index) else { return };
        let Some(written) = count.figure.written.filter(|_| count.at.certainty != Certainty::Weak) else { continue };
        let (figure, noun) = ((written, count.figure.span), count.noun.span);
        if written > most && PEOPLE.contains(&&*count.noun.key) && count.per.is_none() {
            let near = around(text, count.at.sentence, count.at.span.start);
            if !near.into_iter().any(|at| AGAIN.contains(&text.lower(at))) {
                note(reading, "alive", figure, noun, Bounds::up_to(most));
            }
        } else if &*count.noun.key == "person"
            && count.figure.hedge != Hedge::Dozens
            && let Some(found) = population(text, count.at.sentence, count.at.span.start)
        {
            found.note(reading, figure);
        }
    }
    for index in 0..reading.facts.numbers.len() {
        let Some(number) = reading.facts.numbers.get(index) else { return };
        let Some(written) = number.figure.written.filter(|_| number.at.certainty != Certainty::Weak) else { continue };
        let figure = (written, number.figure.span);
        if let Some(found) = population(text, number.at.sentence, number.at.span.start) {
            found.note(reading, figure);
        }
    }
}

/// The tokens of the sentence around a place.
fn around(text: &Text<'_>, sentence: u32, start: u32) -> std::ops::Range<usize> {
    let first = text.token_from(start);
    let tokens = text.sentences.get(sentence as usize).map_or(first..first, |sentence| sentence.tokens.clone());
    first.saturating_sub(NEAR).max(tokens.start)..(first + NEAR).min(tokens.end)
}

/// Where a figure is told as a population, and of how many.
struct Population {
    by: (usize, usize),
    people: i128,
}

impl Population {
    fn note(&self, reading: &mut Reading<'_>, figure: (Exact, crate::source::Span)) {
        let by = reading.text.span(self.by.0, self.by.1);
        let least = Exact::fraction(self.people, TIMES);
        let most = Exact::whole(self.people).times(Exact::whole(TIMES));
        note(reading, "population", figure, by, Bounds { least, most });
    }
}

/// "India, with a population of", "India has a population of", "the world's population reached".
fn population(text: &Text<'_>, sentence: u32, start: u32) -> Option<Population> {
    let near = around(text, sentence, start);
    let first = text.token_from(start);
    let floor = near.start;
    let last = (floor.max(first.saturating_sub(5))..first).rev().find(|&at| text.lower(at) == "population")?;
    let told = |at: usize| matches!(text.lower(at), "of" | "reached" | "hit" | "passed" | "about");
    let world = ["of", "the", "world"].iter().enumerate().all(|(n, word)| text.lower(last + 1 + n) == *word);
    let lead = (last + 1 + if world { 3 } else { 0 }..first).all(told) && (!world || last + 4 < first);
    let figures = near.clone().filter(|&at| text.kind(at) == TokenKind::Number && text.word(at).len() == 4);
    let years = figures.into_iter().any(|at| matches!(text.word(at).get(..2), Some("16" | "17" | "18" | "19")));
    if !lead || last + 1 == first || years || near.clone().any(|at| OTHER.contains(&text.lower(at))) {
        return None;
    }
    let determined = last.checked_sub(1).filter(|&at| at >= floor)?;
    if world {
        return Some(Population { by: (last + 3, last + 3), people: gazetteer::countries().iter().map(people).sum() });
    }
    match text.lower(determined) {
        // "the world's population reached": not that of the world's wolves.
        "'s" | "’s" if determined > floor && text.lower(determined - 1) == "world" => Some(Population {
            by: (determined - 1, determined - 1),
            people: gazetteer::countries().iter().map(people).sum(),
        }),
        "a" | "its" => {
            let before = determined.checked_sub(1).filter(|&at| at >= floor)?;
            let comma = |at: usize| at.checked_sub(1).filter(|&at| at >= floor && text.word(at) == ",");
            let end = match text.lower(before) {
                "with" => comma(before)? - 1,
                "has" => match before.checked_sub(1).filter(|&at| at >= floor)? {
                    which if text.lower(which) == "which" => comma(which)? - 1,
                    end => end,
                },
                _ => return None,
            };
            let (first, country) = ending(text, floor, end)?;
            Some(Population { by: (first, end), people: people(country) })
        }
        _ => None,
    }
}

fn people(country: &gazetteer::Country) -> i128 {
    i128::from(country.population)
}

/// The country whose name ends with a token.
fn ending(text: &Text<'_>, floor: usize, end: usize) -> Option<(usize, &'static gazetteer::Country)> {
    let named = |first: usize| gazetteer::country(text.lowered(text.span(first, end))).map(|country| (first, country));
    let first = end.saturating_sub(3).max(floor);
    let (first, country) = (first..=end).find_map(named)?;
    // "Georgia" and "Jersey" are places elsewhere as well, "northern Cyprus" and "West Jordan" are parts and towns.
    let before = first.checked_sub(1).filter(|&at| at >= floor).map_or("", |at| text.lower(at));
    let part = before.ends_with("ern") || matches!(before, "north" | "south" | "east" | "west" | "new" | "of" | "in");
    let alone = gazetteer::us_state(text.lowered(text.span(first, end))).is_none();
    (!part && alone && country.population > 0 && !lexicon::is_plural(before)).then_some((first, country))
}
