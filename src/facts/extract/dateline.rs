//! Datelines, and those whose place the story spells otherwise: "PHILLIPINES —".

use super::Reading;
use crate::article::Part;
use crate::facts::model::Dateline;
use crate::facts::names::Certainty;
use crate::text::{Case, Text, TokenKind, gazetteer};
use std::ops::Range;

/// The fewest letters of a place that is held against others.
const SHORTEST: usize = 6;

/// From so many letters on two of them may differ.
const LONG: usize = 9;

/// So many datelines are held against the words of the article at most.
const HELD: usize = 12;

/// The tokens that a dateline has at most.
const LONGEST: usize = 18;

/// Finds the datelines of an article.
pub(super) fn read(reading: &mut Reading<'_>) {
    let text = reading.text;
    for (block, tokens) in text.blocks() {
        let Some(of) = text.article.blocks.get(block) else { continue };
        if !matches!(of.part, Part::Body | Part::Sidebar) {
            continue;
        }
        let Some(place) = place(text, tokens) else { continue };
        let span = text.span(place.start, place.end - 1);
        let held = reading.facts.datelines.len() < HELD;
        let near = place.clone().filter(|_| held).find_map(|at| otherwise(text, &place, at));
        let at = reading.at(span, Certainty::Likely);
        reading.facts.datelines.push(Dateline { at, near: near.map(|at| text.span(at, at)) });
    }
}

fn is_shouted(text: &Text<'_>, at: usize) -> bool {
    text.token(at)
        .is_some_and(|token| token.kind == TokenKind::Word && token.case == Case::Upper && token.span.len() > 2)
}

/// The tokens of the place of a dateline that opens a block.
fn place(text: &Text<'_>, tokens: Range<usize>) -> Option<Range<usize>> {
    let first = tokens.start;
    if !is_shouted(text, first) {
        return None;
    }
    let end = (first..tokens.end.min(first + 4)).find(|&at| !is_shouted(text, at))?;
    let limit = tokens.end.min(first + LONGEST);
    let dash = (end..limit).find(|&at| matches!(text.word(at), "—" | "–" | "-" | "--") && !text.glued(at + 1))?;
    let plain = (end..dash)
        .all(|at| text.token(at).is_some_and(|token| token.kind != TokenKind::Word || token.case != Case::Lower));
    plain.then_some(first..end)
}

/// Where the article spells a word of the place otherwise, and nowhere as the dateline does.
fn otherwise(text: &Text<'_>, place: &Range<usize>, at: usize) -> Option<usize> {
    let word = text.lower(at);
    if word.len() < SHORTEST || !word.is_ascii() || gazetteer::longest(text, at).is_some() {
        return None;
    }
    let mut near = None;
    for other in (0..text.tokens.len()).filter(|other| !place.contains(other)) {
        let known = text.lower(other);
        if known == word {
            return None;
        }
        let name = near.is_none()
            && known.as_bytes().first() == word.as_bytes().first()
            && known.len().abs_diff(word.len()) < 3
            && text.token(other).is_some_and(|token| token.kind == TokenKind::Word && token.case != Case::Lower);
        if name && is_near(word.as_bytes(), known.as_bytes()) {
            near = Some(other);
        }
    }
    near
}

/// Whether two words differ by one letter, or by two where they are long.
fn is_near(one: &[u8], other: &[u8]) -> bool {
    let most = if one.len().min(other.len()) >= LONG { 2 } else { 1 };
    let apart = distance(one, other);
    // An "s" at the end is a plural or somebody of the place.
    let end = one.strip_prefix(other).or_else(|| other.strip_prefix(one));
    (1..=most).contains(&apart) && !end.is_some_and(|end| matches!(end, b"s" | b"n" | b"an" | b"er"))
}

/// How many letters have to be put in, left out or changed.
fn distance(one: &[u8], other: &[u8]) -> usize {
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (line, letter) in one.iter().enumerate() {
        let mut corner = std::mem::replace(row.first_mut().unwrap_or(&mut 0), line + 1);
        let mut left = line + 1;
        for (cell, against) in row.iter_mut().skip(1).zip(other) {
            let changed = corner + usize::from(letter != against);
            corner = *cell;
            left = changed.min(left + 1).min(corner + 1);
            *cell = left;
        }
    }
    row.last().copied().unwrap_or_default()
}
