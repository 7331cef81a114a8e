//! Breakdowns: a whole and its parts.
//!
//! "killed 12 people: five men, four women and three children", "of the 120 passengers, 80 were
//! adults and 30 were children".

use super::{Reading, Spot, SpotKind, Spots, weaker};
use crate::facts::extract::rate;
use crate::facts::model::{Breakdown, Count};
use crate::facts::names::{Certainty, Role};
use crate::text::{Text, TokenKind, lexicon};
use std::borrow::Cow;
use std::ops::Range;

/// Kinds of people and things of which nobody is two at once. Parts that are all of one row exclude
/// each other; any others may share members.
const EXCLUSIVE: &[&[&str]] = &[
    &["man", "woman", "boy", "girl", "child", "baby", "infant", "toddler"],
    &["adult", "child", "baby", "infant", "toddler", "teenager", "minor"],
    &["male", "female"],
    &["dead", "wounded", "injured", "missing", "unhurt"],
    &["win", "draw", "loss", "defeat", "tie"],
    &["gold", "silver", "bronze"],
    &["democrat", "republican", "independent"],
    &["yes", "no", "abstention"],
];

pub(super) fn read(reading: &mut Reading<'_>, spots: &Spots) {
    for sentence in spots.by_sentence() {
        for index in sentence.clone() {
            let Some(whole) = spots.get(index).filter(|spot| spot.kind == SpotKind::Count && spot.is_firm()) else {
                continue;
            };
            if opens_of(reading.text, whole) {
                of_which(reading, spots, index, sentence.end);
            }
        }
    }
}

/// A number that counts what `whole` counts, as a count of its own.
pub(super) fn elided(reading: &mut Reading<'_>, number: u32, whole: u32) -> Option<u32> {
    let number = reading.facts.numbers.get(number as usize)?;
    let whole = reading.facts.counts.get(whole as usize)?;
    let text = reading.text;
    let end = text.token_from(number.at.span.end.saturating_sub(1)) + 1;
    let count = Count {
        at: number.at,
        figure: number.figure.clone(),
        noun: whole.noun.clone(),
        per: rate::often(text, end),
        event: None,
        role: Role::Other,
        source: whole.source,
        as_of: None,
        revises: None,
        elided: true,
    };
    reading.facts.counts.push(count);
    Some(reading.facts.counts.len() as u32 - 1)
}

/// The parts as counts: a bare number counts what the whole counts.
pub(super) fn as_counts(reading: &mut Reading<'_>, parts: &[Spot], whole: &Spot) -> Option<Vec<Spot>> {
    let count = |part: &Spot| {
        let index = match part.kind {
            SpotKind::Number => elided(reading, part.index, whole.index)?,
            _ => part.index,
        };
        Some(Spot { kind: SpotKind::Count, index, ..*part })
    };
    parts.iter().map(count).collect()
}

/// "Of the 120 passengers, 80 were adults and 30 were children."
fn of_which(reading: &mut Reading<'_>, spots: &Spots, index: usize, end: usize) {
    let Some(whole) = spots.get(index).copied() else { return };
    let text = reading.text;
    let mut parts: Vec<Spot> = Vec::new();
    for spot in (index + 1..end).map_while(|next| spots.get(next)) {
        let before = text.lower(spot.first.wrapping_sub(1));
        let starts_clause = matches!(before, "," | "and" | "while" | ";");
        let countable = matches!(spot.kind, SpotKind::Count | SpotKind::Number) && spot.is_firm();
        if !starts_clause || !countable {
            return;
        }
        parts.push(*spot);
    }
    let predicates: Option<Vec<usize>> = parts.iter().map(|part| predicate(text, part)).collect();
    let Some(predicates) = predicates.filter(|predicates| predicates.len() >= 2) else { return };
    let exclusive = {
        let kinds: Vec<Cow<'_, str>> = predicates.iter().map(|&at| lexicon::singular(text.lower(at))).collect();
        excludes(&kinds.iter().map(AsRef::as_ref).collect::<Vec<_>>())
    };
    let Some(parts) = as_counts(reading, &parts, &whole) else { return };
    push_as(reading, &whole, &parts, false, !exclusive);
}

/// The noun or adjective after "were" in "80 were adults".
fn predicate(text: &Text<'_>, part: &Spot) -> Option<usize> {
    let verb = (part.end..part.end + 2).find(|&at| matches!(text.lower(at), "were" | "was" | "are" | "is"))?;
    (text.kind(verb + 1) == TokenKind::Word).then_some(verb + 1)
}

/// Whether a count leads its sentence as a whole: "Of the 120 passengers, …".
pub(super) fn opens_of(text: &Text<'_>, whole: &Spot) -> bool {
    let back = |n: usize| whole.first.checked_sub(n).map_or("", |at| text.lower(at));
    let sentence = text.sentences.get(whole.at.sentence as usize).map_or(0, |sentence| sentence.tokens.start);
    let opener = if back(1) == "of" { 1 } else { 2 };
    let determined = opener == 1 || matches!(back(1), "the" | "those" | "these" | "its" | "their" | "all");
    back(opener) == "of" && determined && whole.first - opener == sentence
}

pub(super) fn joins(text: &Text<'_>, between: Range<usize>) -> bool {
    let words: Vec<&str> = between.map(|at| text.lower(at)).collect();
    matches!(words.as_slice(), ["," | "and"] | [",", "and"])
}

pub(super) fn push(reading: &mut Reading<'_>, whole: &Spot, parts: &[Spot], exhaustive: bool) {
    let counts = &reading.facts.counts;
    let noun = |spot: &Spot| counts.get(spot.index as usize).map_or("", |count| &*count.noun.key);
    let exclusive = excludes(&parts.iter().map(noun).collect::<Vec<_>>());
    push_as(reading, whole, parts, exhaustive, !exclusive);
}

pub(super) fn push_as(reading: &mut Reading<'_>, whole: &Spot, parts: &[Spot], exhaustive: bool, overlapping: bool) {
    let certainty = parts.iter().fold(whole.at.certainty, |certainty, part| weaker(certainty, part.at.certainty));
    let Some(last) = parts.last().filter(|_| certainty != Certainty::Weak) else { return };
    let at = reading.at(whole.at.span.to(last.at.span), certainty);
    let parts = parts.iter().map(|part| part.index).collect();
    reading.facts.breakdowns.push(Breakdown { at, whole: whole.index, parts, exhaustive, overlapping });
}

/// Whether no member of one part can be a member of another.
fn excludes(kinds: &[&str]) -> bool {
    let has = |kind: &str| kinds.contains(&kind);
    // A girl is a child: where children are counted, boys and girls are not counted again.
    let nested = has("child") && ["boy", "girl", "baby", "infant", "toddler"].into_iter().any(has);
    let distinct = kinds.iter().enumerate().all(|(at, kind)| !kinds.iter().take(at).any(|other| other == kind));
    distinct && !nested && EXCLUSIVE.iter().any(|row| kinds.iter().all(|kind| row.contains(kind)))
}
