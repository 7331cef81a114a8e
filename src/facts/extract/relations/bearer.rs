//! What a figure is the price or the size of: "the tunnel will cost £6bn", "the £6m cost of the tunnel", "a crowd of
//! 3,200", "the 3,200-strong crowd".

use super::{Spot, SpotKind};
use crate::text::lexicon::{self, Classes};
use crate::text::{Case, Text, TokenKind};

/// The thing, by its tokens.
#[derive(Clone, Copy, Debug)]
pub(super) struct Bearer {
    head: usize,
    /// Whether it is told as known: "the scheme".
    definite: bool,
}

/// Those who are told by how many they are.
const GROUPS: &[&str] = &[
    "crowd",
    "army",
    "audience",
    "congregation",
    "force",
    "workforce",
    "fleet",
    "convoy",
    "garrison",
    "queue",
    "march",
    "rally",
    "procession",
    "contingent",
    "squad",
    "team",
    "staff",
    "mob",
    "herd",
    "flock",
];

/// What a price is called.
const PRICES: &[&str] = &["cost", "price", "bill", "budget", "tag"];

/// What may stand between a thing and "cost".
const AUXILIARIES: &[&str] = &[
    "will",
    "would",
    "could",
    "may",
    "might",
    "should",
    "must",
    "to",
    "is",
    "are",
    "was",
    "were",
    "has",
    "have",
    "had",
    "expected",
    "set",
    "likely",
    "now",
    "already",
    "reportedly",
    "estimated",
    "due",
    "which",
    "that",
    ",",
];

/// The thing that a figure is told of.
pub(super) fn of(text: &Text<'_>, spot: &Spot, start: usize) -> Option<Bearer> {
    match spot.kind {
        SpotKind::Number | SpotKind::Count => group(text, spot, start),
        SpotKind::Money => priced(text, spot, start).or_else(|| costing(text, spot, start)),
        SpotKind::Measure | SpotKind::Percent | SpotKind::Points | SpotKind::Ratio => None,
    }
}

/// Whether two things are one, the second told as known already.
pub(super) fn are_one(text: &Text<'_>, one: Bearer, other: Bearer) -> bool {
    let same = lexicon::singular(text.lower(one.head)) == lexicon::singular(text.lower(other.head));
    if !same || is_of_its_own(text, one) || is_of_its_own(text, other) {
        return false;
    }
    let kind = |bearer: Bearer| bearer.head.checked_sub(1).filter(|&at| is_modifier(text, at)).map(|at| text.lower(at));
    let alike = match (kind(one), kind(other)) {
        (Some(one), Some(other)) => one == other,
        (Some(_) | None, None) | (None, Some(_)) => true,
    };
    alike && other.definite
}

/// Whether the sentence tells of a place or a time after the thing, or of another time: "the march of 5,000 in Hull".
fn is_of_its_own(text: &Text<'_>, bearer: Bearer) -> bool {
    let Some(span) = text.token(bearer.head).map(|token| token.span) else { return true };
    let Some(sentence) = text.sentences.get(text.sentence_at(span.start)) else { return true };
    sentence.tokens.clone().any(|at| {
        let word = text.lower(at);
        let next = text.token(at + 1).is_some_and(|token| token.case != Case::Lower || token.kind == TokenKind::Number);
        let placed = at > bearer.head && next && matches!(word, "in" | "at" | "on" | "near" | "for" | "of" | "outside");
        let figure = placed && word == "of" && text.kind(at + 1) == TokenKind::Number;
        let timed = matches!(
            word,
            "last"
                | "previous"
                | "previously"
                | "earlier"
                | "ago"
                | "another"
                | "next"
                | "then"
                | "once"
                | "morning"
                | "noon"
                | "afternoon"
                | "evening"
                | "night"
                | "nightfall"
                | "dusk"
                | "grew"
                | "swelled"
                | "volunteers"
                | "replaces"
                | "replaced"
                | "far"
        );
        placed && !figure || timed || matches!(word, "next" | "beside") && at == bearer.head + 1
    })
}

fn is_lower(text: &Text<'_>, at: usize) -> bool {
    text.token(at).is_some_and(|token| token.kind == TokenKind::Word && token.case == Case::Lower)
}

/// Words that no noun is told apart by.
const GRAMMAR: Classes = Classes::PREPOSITION.or(Classes::DETERMINER).or(Classes::AUXILIARY).or(Classes::PRONOUN);

fn is_modifier(text: &Text<'_>, at: usize) -> bool {
    let classes = lexicon::classes(text.lower(at));
    text.kind(at) == TokenKind::Word
        && !matches!(text.lower(at), "strong" | "of" | "whole" | "entire")
        && classes.has_any(Classes::NOUN.or(Classes::ADJECTIVE))
        && !classes.has_any(GRAMMAR)
}

fn is_definite(word: &str) -> bool {
    matches!(word, "the" | "this" | "that" | "its" | "their" | "his" | "her")
}

/// "a crowd of 3,200", "the 3,200-strong crowd".
fn group(text: &Text<'_>, spot: &Spot, start: usize) -> Option<Bearer> {
    let back = |n: usize| spot.first.checked_sub(n).filter(|&at| at >= start).map_or("", |at| text.lower(at));
    // "The army of 5,000 that left" may be another one.
    let told_apart = |end: usize| {
        matches!(text.lower(end), "that" | "which" | "who" | "from" | "at" | "in" | "of" | "for" | "on" | "outside")
    };
    if back(1) == "of" && GROUPS.contains(&back(2)) {
        return Some(Bearer { head: spot.first - 2, definite: is_definite(back(3)) && !told_apart(spot.end) });
    }
    let hyphen = matches!(text.word(spot.end), "-" | "‑") && text.glued(spot.end);
    let head = spot.end + 2;
    let strong = hyphen && text.lower(spot.end + 1) == "strong" && GROUPS.contains(&text.lower(head));
    strong.then(|| Bearer { head, definite: is_definite(back(1)) && !told_apart(head + 1) })
}

/// "the £6m tunnel", "the £6m cost of the tunnel".
fn priced(text: &Text<'_>, spot: &Spot, start: usize) -> Option<Bearer> {
    let before = spot.first.checked_sub(1).filter(|&at| at >= start).map_or("", |at| text.lower(at));
    if !is_definite(before) {
        return None;
    }
    let head = phrase(text, spot.end)?;
    // "The £200m scheme's successor" is another.
    if text.kind(head + 1) == TokenKind::Possessive {
        return None;
    }
    if !PRICES.contains(&text.lower(head)) {
        return Some(Bearer { head, definite: true });
    }
    let of = text.lower(head + 1) == "of" && is_definite(text.lower(head + 2));
    let head = of.then(|| phrase(text, head + 3)).flatten()?;
    Some(Bearer { head, definite: true })
}

/// The last of the nouns that begin at a token.
fn phrase(text: &Text<'_>, from: usize) -> Option<usize> {
    let noun = |at: usize| is_lower(text, at) && is_modifier(text, at);
    let end = (from..from + 4).find(|&at| !noun(at)).unwrap_or(from + 4);
    let head = end.checked_sub(1).filter(|&head| head >= from)?;
    lexicon::classes(text.lower(head)).has(Classes::NOUN).then_some(head)
}

/// "the tunnel will cost £6bn", "the tunnel, which is expected to cost £6bn"; what it "cost £6m to draw up" is another price.
fn costing(text: &Text<'_>, spot: &Spot, start: usize) -> Option<Bearer> {
    if matches!(
        text.lower(spot.end),
        "to" | "more" | "less" | "extra" | "each" | "apiece" | "per" | "a" | "every" | "for"
    ) {
        return None;
    }
    let cost = spot.first.checked_sub(1).filter(|&at| at >= start && matches!(text.lower(at), "cost" | "costs"))?;
    let head = (start..cost).rev().find(|&at| !AUXILIARIES.contains(&text.lower(at)))?;
    let noun = is_lower(text, head) && lexicon::classes(text.lower(head)).has(Classes::NOUN) && is_modifier(text, head);
    // "The head of the tunnel", "repairs to the harbour would cost": something of it is meant.
    let first = (start..head).rev().find(|&at| !is_modifier(text, at));
    let led = first.is_none_or(|at| matches!(text.lower(at), "the" | "this" | "its" | "their" | "a" | "an" | "new"));
    let inner = first.and_then(|at| at.checked_sub(1)).filter(|&at| at >= start).is_some_and(|at| {
        lexicon::classes(text.lower(at)).has(Classes::PREPOSITION) && !matches!(text.lower(at), "that" | "as" | "but")
    });
    let definite = first.is_some_and(|at| is_definite(text.lower(at)));
    (noun && led && !inner).then_some(Bearer { head, definite })
}
