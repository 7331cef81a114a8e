//! A rank with the figure for it, and that of the one before or after: "the second-largest lake, at 340 sq km, behind Lake
//! Orr, at 380 sq km".

use super::change::ends;
use super::{Reading, Spot, SpotKind, Spots, counted, figure};
use crate::facts::extract::limits::slower::PLACES;
use crate::facts::extract::limits::superlative::{LEAST, MOST};
use crate::facts::extract::limits::{self, Bounds};
use crate::facts::names::Hedge;
use crate::text::{Text, TokenKind};

/// More superlatives, of what is counted and paid.
const BIGGER: &[&str] =
    &["busiest", "richest", "wealthiest", "dearest", "costliest", "highest-paid", "wettest", "hottest"];

/// What is most so: "the second most populous".
const MOST_SO: &[&str] = &["populous", "populated", "expensive", "valuable", "visited"];

/// How far before its figure a superlative may stand, and how far after it the other, in tokens.
const REACH: usize = 12;

pub(super) fn read(reading: &mut Reading<'_>, spots: &Spots) {
    for sentence in spots.by_sentence() {
        for index in sentence.clone().skip(1) {
            let (Some(own), Some(other)) = (spots.get(index - 1).copied(), spots.get(index).copied()) else { continue };
            if (own.kind == other.kind || other.kind == SpotKind::Number)
                && let Some(behind) = link(reading.text, &own, &other)
                && let Some(rank) =
                    rank(reading.text, &own, behind).or_else(|| finished(reading, &own).filter(|_| behind))
            {
                note(reading, &rank, &own, &other, behind);
            }
        }
    }
}

/// Whether one is said to be behind the other, or ahead of it.
fn link(text: &Text<'_>, own: &Spot, other: &Spot) -> Option<bool> {
    let gap = own.end..other.first;
    if !(2..=REACH).contains(&gap.len()) || !figured(text, own) || !figured(text, other) {
        return None;
    }
    let plain = |at: usize| match text.kind(at) {
        TokenKind::Word | TokenKind::Possessive => {
            !matches!(text.lower(at), "and" | "but" | "which" | "who" | "that" | "was")
        }
        TokenKind::Mark => matches!(text.word(at), "," | "(" | ")" | "." | "-" | "’" | "'"),
        TokenKind::Number => false,
    };
    let word = gap.clone().find(|&at| matches!(text.lower(at), "behind" | "after" | "ahead"))?;
    let near =
        (gap.start..word).all(|at| matches!(text.word(at), "," | ")") || matches!(text.lower(at), "just" | "only"));
    let ahead = text.lower(word) == "ahead";
    (near && gap.into_iter().all(plain) && (!ahead || text.lower(word + 1) == "of")).then_some(!ahead)
}

/// ", at 400 sq km", "with 4,000 staff", "(400 sq km)", "'s 400,000".
fn figured(text: &Text<'_>, spot: &Spot) -> bool {
    let back = spot.first.checked_sub(1);
    back.is_some_and(|at| {
        matches!(text.lower(at), "at" | "with" | "on" | "the" | "(" | "has" | "had" | "," | "of")
            || text.kind(at) == TokenKind::Possessive
    })
}

/// What the first has most of.
const POINTS: &[&str] = &["point", "vote", "goal", "medal", "gold", "seat", "win", "run"];

/// How one comes in a place.
#[rustfmt::skip] // Words, a dozen a line.
const COMES: &[&str] =
    &["finished", "finishing", "came", "is", "are", "was", "were", "lie", "lies", "stand", "stands", "sit", "sits", "in"];

/// "finished second with 48 points": a place that follows from what is counted.
fn finished(reading: &Reading<'_>, own: &Spot) -> Option<Rank> {
    let text = reading.text;
    let more = own.kind == SpotKind::Percent || counted(reading, own).is_some_and(|noun| POINTS.contains(&noun));
    let mut at = own.first.checked_sub(2)?;
    at -= usize::from(text.word(at) == "," && at > 0);
    let verb = at.checked_sub(1).is_some_and(|verb| COMES.contains(&text.lower(verb)));
    let told = verb && PLACES.contains(&text.lower(at)) && matches!(text.lower(own.first - 1), "with" | "on" | "at");
    (more && told).then_some(Rank { first: at, last: at, more })
}

/// A superlative with its place.
struct Rank {
    first: usize,
    last: usize,
    more: bool,
}

/// The superlative before a figure: "the second-largest lake in Norland,"; behind others, no first.
fn rank(text: &Text<'_>, own: &Spot, behind: bool) -> Option<Rank> {
    let plain = |&at: &usize| match text.kind(at) {
        TokenKind::Word | TokenKind::Possessive => {
            !matches!(text.lower(at), "by" | "per" | "and" | "but" | "behind" | "since")
        }
        TokenKind::Mark => matches!(text.word(at), "," | "(" | "-"),
        TokenKind::Number => false,
    };
    let so = |at: usize| MOST_SO.contains(&text.lower(at)) && text.lower(at.wrapping_sub(1)) == "most";
    let known = |at: usize| {
        let lower = text.lower(at);
        MOST.contains(&lower) || LEAST.contains(&lower) || BIGGER.contains(&lower) || so(at)
    };
    let last = (own.first.saturating_sub(REACH)..own.first).rev().take_while(plain).find(|&at| known(at))?;
    let mut first = last - usize::from(so(last));
    let hyphen = usize::from(text.word(first.checked_sub(1)?) == "-");
    let place = first.checked_sub(1 + hyphen).filter(|&at| PLACES.contains(&text.lower(at)));
    first = place.unwrap_or(first);
    let the = first
        .checked_sub(1)
        .is_some_and(|at| matches!(text.lower(at), "the" | "its" | "their") || text.kind(at) == TokenKind::Possessive);
    (the && place.is_some() == behind).then_some(Rank { first, last, more: !LEAST.contains(&text.lower(last)) })
}

fn note(reading: &mut Reading<'_>, rank: &Rank, own: &Spot, other: &Spot, behind: bool) {
    let plain = |spot: &Spot| {
        spot.is_firm()
            && figure(reading, spot).is_some_and(|figure| figure.hedge == Hedge::Exactly && figure.written.is_some())
    };
    if !plain(own) || !plain(other) {
        return;
    }
    let Some((one, two)) = ends(reading, own, other) else { return };
    let (Some(own_figure), Some(other)) = (one.value.interval.middle(), two.value.interval.middle()) else { return };
    // Behind another, the larger of it is smaller.
    let bounds = if behind == rank.more {
        Bounds { least: None, most: Some(other) }
    } else {
        Bounds { least: Some(other), most: None }
    };
    let by = reading.text.span(rank.first, rank.last);
    limits::note(reading, "rank", (own_figure, own.at.span), by, bounds);
}
