//! Deeds and fates that are told of another year than theirs: "the Berlin Wall fell in 1998", "in 1921, when the Titanic
//! sank".

use super::{Bounds, Reading, note};
use crate::facts::exact::Exact;
use crate::facts::extract::things::{Found, Things};
use crate::text::{Case, Text, TokenKind};
use std::sync::LazyLock;

/// What the table says of a name.
#[derive(Clone, Copy, Debug)]
struct Deed {
    /// What it did or suffered, divided by bars.
    verbs: &'static str,
    /// The years that it may be told of, divided by bars.
    years: &'static str,
}

static DEEDS: LazyLock<Things<Deed>> = LazyLock::new(|| {
    Things::of(include_str!("../../../../tables/deeds.csv"), |cells| match cells {
        [verbs, years] => Some(Deed { verbs, years }),
        _ => None,
    })
});

/// How far before its year a deed may be told, in tokens.
const REACH: usize = 14;

/// Words of what was not, or is told to be so by somebody else.
#[rustfmt::skip] // Words, a dozen a line.
const UNREAL: &[&str] = &[
    "if", "would", "could", "might", "imagine", "suppose", "supposedly", "allegedly", "rumoured", "rumored", "conspiracy",
    "wrongly", "mistakenly", "incorrectly", "hoax", "alternate", "alternative", "counterfactual", "play", "opera",
];

/// What may stand before the name of whoever did it: "the wife of Paul Gauguin died" tells of another.
#[rustfmt::skip] // Words, a dozen a line.
const LEADS: &[&str] = &[
    "when", "after", "before", "since", "until", "till", "that", "where", "because", "as", "while", "said", "and", "but",
    "president", "princess", "king", "queen", "sir", "dr", "leader", "dictator", "singer", "star", "icon", "legend",
    "composer", "painter", "artist", "author", "writer", "scientist", "activist", "politician", "founder", "astronaut",
    "explorer", "emperor", "general", "rocker", "physicist", "naturalist", "novelist", "ship", "liner", "airship",
];

/// Reads the years that are told of such deeds.
pub(super) fn read(reading: &mut Reading<'_>) {
    let text = reading.text;
    for index in 0..reading.facts.dates.len() {
        let Some(date) = reading.facts.dates.get(index).filter(|date| date.explicit) else { continue };
        let Some(year) = date.value.filter(|value| value.first.year() == value.last.year()) else { continue };
        let (span, year) = (date.at.span, year.first.year());
        let (first, end) = (text.token_from(span.start), text.token_from(span.end));
        let near = text.near(first..end, REACH);
        let Some(found) = before(text, near.start, first).or_else(|| after(text, end)) else { continue };
        let unreal = near.into_iter().any(|at| UNREAL.contains(&text.lower(at)));
        if unreal || all(text, &found).any(|deed| lists(deed.years, year)) {
            continue;
        }
        let Some(told) = found.row.years.split('|').next().and_then(Exact::parse) else { continue };
        let by = text.span(found.first, found.end - 1);
        note(reading, "deed", (Exact::from(i64::from(year)), span), by, Bounds::just(told));
    }
}

fn lists(years: &str, year: i16) -> bool {
    years.split('|').any(|one| one.parse() == Ok(year))
}

/// All that the table says of one name and of what is told of it here.
fn all<'r>(text: &'r Text<'_>, found: &Found<Deed>) -> impl Iterator<Item = Deed> + 'r {
    let (floor, end) = (found.first, found.end);
    let past = past_auxiliaries(text, end);
    DEEDS.all_ending(text, floor, end).filter(move |deed| done(text, past, deed.verbs).is_some())
}

/// "the Berlin Wall fell in": the deed whose year stands at the token.
fn before(text: &Text<'_>, floor: usize, first: usize) -> Option<Found<Deed>> {
    let lead = first.checked_sub(1).filter(|&lead| lead > floor && matches!(text.lower(lead), "in" | "on"))?;
    (floor + 1..lead).rev().find_map(|end| {
        let past = past_auxiliaries(text, end);
        let fits = |deed: Deed| done(text, past, deed.verbs).is_some_and(|past| is_aside(text, past, lead));
        DEEDS.ending_of(text, floor, end, fits).filter(|found| is_own(text, floor, found.first))
    })
}

/// ", when the Berlin Wall fell": the deed that a year is told with.
fn after(text: &Text<'_>, end: usize) -> Option<Found<Deed>> {
    let when = end + usize::from(text.lower(end) == ",");
    let from = when + 1 + usize::from(text.lower(when + 1) == "the");
    let named = text.lower(when) == "when" && text.token(from).is_some_and(|token| token.case != Case::Lower);
    if !named {
        return None;
    }
    DEEDS.beginning_of(text, from, |_| true).and_then(|found| {
        let past = past_auxiliaries(text, found.end);
        let closes = |past: usize| text.kind(past) == TokenKind::Mark || is_aside(text, past, past + 1);
        DEEDS.ending_of(text, found.first, found.end, |deed| done(text, past, deed.verbs).is_some_and(closes))
    })
}

/// One past "Jr.", "was", "had been", "finally" and the like.
fn past_auxiliaries(text: &Text<'_>, mut at: usize) -> usize {
    if text.lower(at) == "jr" {
        at += 1 + usize::from(text.word(at + 1) == ".");
    }
    // "the Korean War, which ended in"
    if text.word(at) == "," && text.lower(at + 1) == "which" {
        at += 2;
    }
    while matches!(
        text.lower(at),
        "was" | "were" | "had" | "been" | "finally" | "itself" | "himself" | "herself" | "first"
    ) {
        at += 1;
    }
    at
}

/// One past the verb, where one of them stands at the token.
fn done(text: &Text<'_>, at: usize, verbs: &str) -> Option<usize> {
    verbs.split('|').find_map(|verb| {
        let words = verb.split(' ').count();
        verb.split(' ').enumerate().all(|(n, word)| text.lower(at + n) == word).then_some(at + words)
    })
}

/// Whether what stands between a verb and its year has no object: "launched a phone in 2016" tells of the phone.
fn is_aside(text: &Text<'_>, from: usize, to: usize) -> bool {
    let led = matches!(
        text.lower(from),
        "dead"
            | "at"
            | "of"
            | "by"
            | "on"
            | "in"
            | "off"
            | "from"
            | "near"
            | "outside"
            | "to"
            | "with"
            | "after"
            | "there"
    );
    let parted =
        |at: usize| text.kind(at) == TokenKind::Mark || matches!(text.lower(at), "and" | "who" | "that" | "but");
    from == to || led && from < to && !(from..to).any(parted)
}

/// Whether a name is not the end of another, and nobody else's: "the man who shot John Lennon died".
fn is_own(text: &Text<'_>, floor: usize, first: usize) -> bool {
    let the = first.checked_sub(1).filter(|&at| at >= floor && text.lower(at) == "the");
    let Some(lead) = the.unwrap_or(first).checked_sub(1).filter(|&lead| lead >= floor) else { return true };
    text.kind(lead) == TokenKind::Mark && text.word(lead) != "-" || LEADS.contains(&text.lower(lead))
}
