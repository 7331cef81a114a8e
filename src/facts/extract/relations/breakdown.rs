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
            } else if matches!(reading.text.lower(whole.end), ":" | "—" | "–") {
                enumerated(reading, spots, index, sentence.end);
                labelled(reading, spots, index, sentence.end);
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

/// "five men, four women and three children" after a colon or dash, to the end of the clause.
fn enumerated(reading: &mut Reading<'_>, spots: &Spots, index: usize, end: usize) {
    let Some(whole) = spots.get(index).copied() else { return };
    let text = reading.text;
    let mut parts: Vec<Spot> = Vec::new();
    let mut at = whole.end + 1;
    let mut closed = false;
    for spot in (index + 1..end).map_while(|next| spots.get(next)) {
        let joined = if parts.is_empty() { spot.first == at } else { joins(text, at..spot.first) };
        if !joined || spot.kind != SpotKind::Count || !spot.is_firm() {
            break;
        }
        parts.push(*spot);
        at = spot.end;
        closed = ends_clause(text, at);
        if closed {
            break;
        }
    }
    if parts.len() >= 2 && closed {
        push(reading, &whole, &parts, true);
    }
}

/// What tells one part from the others.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Label {
    /// "five at Marren", "two in the harbour of Oster": nobody is counted at two places.
    Place,
    /// "two Norwegian", "four Poles": names of peoples and parties.
    Name,
}

/// "two Norwegian and four Danish", "five at Marren and four at Oster" between a dash after the whole
/// and the next: parts told apart by places or names, which are all there is.
fn labelled(reading: &mut Reading<'_>, spots: &Spots, index: usize, end: usize) {
    let Some(whole) = spots.get(index).copied() else { return };
    let text = reading.text;
    if text.lower(whole.end) == ":" {
        return;
    }
    let mut parts: Vec<(Spot, Label, Range<usize>)> = Vec::new();
    let mut at = whole.end + 1;
    let mut closed = false;
    for spot in (index + 1..end).map_while(|next| spots.get(next)) {
        let countable = matches!(spot.kind, SpotKind::Count | SpotKind::Number) && spot.is_firm();
        if spot.first != at || !countable {
            return;
        }
        let Some((label, words, past)) = label(text, spot) else { return };
        parts.push((*spot, label, words));
        closed = matches!(text.lower(past), "—" | "–" | ".");
        if closed {
            break;
        }
        at = match (text.lower(past), text.lower(past + 1)) {
            (",", "and") => past + 2,
            ("," | "and", _) => past + 1,
            _ => return,
        };
    }
    let same = parts.windows(2).all(|pair| matches!(pair, [one, other] if one.1 == other.1));
    let words = |part: &(Spot, Label, Range<usize>)| part.2.clone().map(|at| text.lower(at)).collect::<Vec<_>>();
    let distinct =
        parts.iter().enumerate().all(|(at, part)| !parts.iter().take(at).any(|other| words(other) == words(part)));
    if parts.len() < 2 || !closed || !same || !distinct {
        return;
    }
    let spots: Vec<Spot> = parts.into_iter().map(|(spot, ..)| spot).collect();
    if let Some(parts) = as_counts(reading, &spots, &whole) {
        push_as(reading, &whole, &parts, true, false);
    }
}

/// The label of a part, its words, and one past them.
fn label(text: &Text<'_>, part: &Spot) -> Option<(Label, Range<usize>, usize)> {
    let name = |at: usize| {
        text.kind(at) == TokenKind::Word && text.token(at).is_some_and(|token| token.case != crate::text::Case::Lower)
    };
    let over = |at: usize| matches!(text.lower(at), "," | "and" | "—" | "–" | ".");
    if matches!(text.lower(part.end), "at" | "in" | "from") {
        let past = (part.end + 1..part.end + 8).find(|&at| over(at))?;
        let words = part.end + 1..past;
        let named = words.clone().any(name) && words.clone().all(|at| text.kind(at) == TokenKind::Word);
        return named.then_some((Label::Place, words, past));
    }
    if part.kind == SpotKind::Number && name(part.end) && over(part.end + 1) {
        return Some((Label::Name, part.end..part.end + 1, part.end + 1));
    }
    let last = part.end.checked_sub(1)?;
    (part.kind == SpotKind::Count && name(last) && over(part.end)).then_some((Label::Name, last..part.end, part.end))
}

/// The parts as counts: a bare number counts what the whole counts.
fn as_counts(reading: &mut Reading<'_>, parts: &[Spot], whole: &Spot) -> Option<Vec<Spot>> {
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

fn ends_clause(text: &Text<'_>, at: usize) -> bool {
    matches!(text.lower(at), "." | ";" | "" | ")" | "—" | "–" | "!" | "?")
}

fn push(reading: &mut Reading<'_>, whole: &Spot, parts: &[Spot], exhaustive: bool) {
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
