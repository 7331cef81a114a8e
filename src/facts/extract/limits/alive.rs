//! People held against those alive: "845bn users", "the world's population reached 8 million".

use super::{Bounds, Reading, note};
use crate::facts::exact::Exact;
use crate::facts::names::{Certainty, Hedge};
use crate::text::gazetteer;
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
    "aggregate", "altogether", "future", "fictional", "novel", "game", "estimated", "served", "carried", "flown",
    "transported", "visited", "welcomed",
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

/// Where a figure is told of all the world's people, and how many they are.
struct Population {
    by: usize,
    people: i128,
}

impl Population {
    fn note(&self, reading: &mut Reading<'_>, figure: (Exact, crate::source::Span)) {
        let by = reading.text.span(self.by, self.by);
        let least = Exact::fraction(self.people, TIMES);
        let most = Exact::whole(self.people).times(Exact::whole(TIMES));
        note(reading, "population", figure, by, Bounds { least, most });
    }
}

/// "the world's population reached": not that of the world's wolves. Countries have a reader of their own.
fn population(text: &Text<'_>, sentence: u32, start: u32) -> Option<Population> {
    let near = around(text, sentence, start);
    let first = text.token_from(start);
    let floor = near.start;
    let last = (floor.max(first.saturating_sub(3))..first).rev().find(|&at| text.lower(at) == "population")?;
    let lead = (last + 1..first).all(|at| matches!(text.lower(at), "of" | "reached" | "hit" | "passed" | "about"));
    let figures = near.clone().filter(|&at| text.kind(at) == TokenKind::Number && text.word(at).len() == 4);
    let years = figures.into_iter().any(|at| matches!(text.word(at).get(..2), Some("16" | "17" | "18" | "19")));
    let owned = last.checked_sub(2).filter(|&at| at >= floor && text.kind(at + 1) == TokenKind::Possessive)?;
    let told = lead && last + 1 < first && !years && text.lower(owned) == "world";
    if !told || near.into_iter().any(|at| OTHER.contains(&text.lower(at))) {
        return None;
    }
    let people = gazetteer::countries().iter().map(|country| i128::from(country.population)).sum();
    Some(Population { by: owned, people })
}
