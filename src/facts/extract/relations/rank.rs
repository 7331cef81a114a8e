//! A rank with the figure for it, and that of the one before or after: "the second-largest lake, at 340 sq km, behind Lake
//! Orr, at 380 sq km".

use super::bar::is_change;
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
            let text = reading.text;
            let alike = own.kind == other.kind || other.kind == SpotKind::Number;
            let told = || {
                let behind = link(text, &own, &other)?;
                let place = || finished(reading, &own).filter(|_| behind);
                rank(text, &own, behind).or_else(place).map(|rank| (rank, behind))
            };
            let more = || {
                let more = compared(text, &own, &other).or_else(|| against(text, &own, &other));
                more.or_else(|| beaten(reading, &own, &other)).map(|rank| (rank, false))
            };
            if alike && let Some((rank, behind)) = told().or_else(more) {
                note(reading, &rank, &own, &other, behind);
            }
        }
    }
}

/// Comparatives of more and of less.
#[rustfmt::skip] // Words, a dozen a line.
const MORE_THAN: &[&str] = &[
    "higher", "taller", "longer", "bigger", "larger", "heavier", "wider", "deeper", "faster", "hotter", "dearer", "pricier",
];
#[rustfmt::skip] // Words, a dozen a line.
const LESS_THAN: &[&str] =
    &["lower", "shorter", "smaller", "lighter", "narrower", "shallower", "slower", "colder", "cheaper", "cooler"];

/// Words by which two figures are not compared as they stand.
#[rustfmt::skip] // Words, a dozen a line.
const APART: &[&str] = &[
    "no", "not", "never", "n't", "n’t", "less", "more", "times", "twice", "half", "and", "but", "if", "would", "could", "may",
    "last", "year", "ago", "earlier", "expected", "average", "usual", "any", "all", "until", "once", "than", "before", "from",
    "up", "down", "by", "per", "nearly", "almost",
];

/// "At 210m the tower is taller than the Orin, at 190m": the comparative.
fn compared(text: &Text<'_>, own: &Spot, other: &Spot) -> Option<Rank> {
    let gap = own.end..other.first;
    if !(4..=REACH + 4).contains(&gap.len()) || !figured(text, own) {
        return None;
    }
    let than = gap.clone().find(|&at| text.lower(at) == "than")?;
    let word = than.checked_sub(1)?;
    let (more, less) = (MORE_THAN.contains(&text.lower(word)), LESS_THAN.contains(&text.lower(word)));
    let plain = |at: usize| match text.kind(at) {
        TokenKind::Word | TokenKind::Possessive => !APART.contains(&text.lower(at)),
        TokenKind::Mark => matches!(text.word(at), "," | "(" | "-" | "’" | "'"),
        TokenKind::Number => false,
    };
    let said = (gap.start..word)
        .any(|at| matches!(text.lower(at), "is" | "are" | "making" | "makes" | "stands" | "remains" | "was" | "were"));
    let lead = text.lower(other.first - 1);
    let second = matches!(lead, "at" | "with" | "to" | "(") || lead == "is" && text.lower(other.first - 2) == "which";
    let apart = (than + 1..other.first - 1).any(|at| matches!(text.word(at), ",")) || lead == "(";
    let closes = text.kind(other.end) == TokenKind::Mark || text.lower(other.end).is_empty();
    let sides = (gap.start..word).all(plain) && (than + 1..gap.end).all(plain);
    let until = text.near(own.first..other.end, REACH).any(|at| matches!(text.lower(at), "until" | "once" | "before"));
    (more != less && said && second && apart && closes && sides && !until).then_some(Rank {
        first: word,
        last: than,
        more,
    })
}

/// "rose faster than prices, by 4.1% against 3.4%": the comparative.
fn against(text: &Text<'_>, own: &Spot, other: &Spot) -> Option<Rank> {
    let gap: Vec<&str> = (own.end..other.first).map(|at| text.lower(at)).collect();
    let joined = matches!(
        gap.as_slice(),
        ["against" | "versus"] | ["compared", "with" | "to"] | [",", "compared", "with" | "to"]
    );
    let by = own.first.checked_sub(2).filter(|&mark| text.lower(mark + 1) == "by" && text.word(mark) == ",");
    let lead = by.filter(|_| joined)?;
    let plain = |&at: &usize| text.kind(at) == TokenKind::Word;
    let than = (lead.saturating_sub(REACH)..lead).rev().take_while(plain).find(|&at| text.lower(at) == "than")?;
    let back = |n: usize| than.checked_sub(n).map_or("", |at| text.lower(at));
    let faster = back(1) == "faster"
        || back(2) == "more" && matches!(back(1), "quickly" | "sharply" | "steeply" | "strongly" | "rapidly");
    faster.then_some(Rank { first: than - 1, last: than, more: true })
}

/// "18,400 votes, beating Cole, who polled 17,100": who has more of them.
fn beaten(reading: &Reading<'_>, own: &Spot, other: &Spot) -> Option<Rank> {
    let text = reading.text;
    let gap = own.end..other.first;
    if counted(reading, own) != Some("vote") || !(3..=REACH).contains(&gap.len()) {
        return None;
    }
    let verb = (gap.start..gap.start + 3).find(|&at| {
        matches!(text.lower(at), "beating" | "defeating" | "beat" | "defeat")
            || text.lower(at) == "ahead" && text.lower(at + 1) == "of"
    })?;
    let opens = (gap.start..verb).all(|at| text.word(at) == "," || text.lower(at) == "to");
    let plain = |at: usize| match text.kind(at) {
        TokenKind::Word => !APART.contains(&text.lower(at)),
        TokenKind::Possessive => true,
        TokenKind::Mark => text.word(at) == ",",
        TokenKind::Number => false,
    };
    let last = text.lower(other.first - 1);
    let told = matches!(last, "polled" | "got" | "won" | "had" | "took" | "received" | "secured" | "with" | "on");
    let closes = text.kind(other.end) == TokenKind::Mark;
    (opens && told && closes && (verb..gap.end).all(plain)).then_some(Rank { first: verb, last: verb, more: true })
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
        matches!(text.lower(at), "at" | "with" | "on" | "the" | "worth" | "(" | "has" | "had" | "," | "of")
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
    if !one.value.interval.meets(two.value.interval) && is_change(reading, own, other) {
        return;
    }
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
