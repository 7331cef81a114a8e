//! Numbered entries: paragraphs or headings that begin with "1.", "2.", "3." down the article; and headings without
//! numbers.

use super::Reading;
use crate::article::Part;
use crate::facts::model::{Enumeration, Gap, Sectioning};
use crate::facts::names::Certainty;
use crate::source::Span;
use crate::text::{Text, TokenKind};

/// The most entries that anybody counts.
const MOST: u32 = 60;

/// The fewest entries that are a list at all.
const FEWEST: u32 = 3;

/// Adds the one enumeration of an article; it is sure where the entries are what the article is made of.
///
/// Where two lists are numbered, or numbers are left out or given twice, nothing says how many there are.
pub(super) fn read(reading: &mut Reading<'_>) {
    let text = reading.text;
    let mut numbers: Vec<(u32, Span)> = Vec::new();
    let outermost = text.article.blocks.iter().filter_map(|block| block.entry).min().unwrap_or_default();
    for (block, tokens) in text.blocks() {
        let Some(block) = text.article.blocks.get(block) else { continue };
        // A list inside an entry has numbers of its own.
        let inner = block.entry.is_some_and(|level| level > outermost);
        if inner || !matches!(block.part, Part::Body | Part::Crosshead | Part::List) {
            continue;
        }
        if let Some(number) = block.number.or_else(|| number(text, tokens.start)) {
            let sentence = text.token(tokens.start).map(|token| text.sentence_at(token.span.start));
            let end = sentence.and_then(|at| text.sentences.get(at)).map_or(tokens.end, |sentence| sentence.tokens.end);
            numbers.push((number, text.span(tokens.start, end.max(tokens.start + 1) - 1)));
        }
    }
    let (Some(&(first, start)), Some(&(last, end))) = (numbers.first(), numbers.last()) else {
        sections(reading);
        return;
    };
    let entries = first.max(last);
    let step = |pair: &[(u32, Span)]| match pair {
        [(one, _), (next, _)] => i64::from(*next) - i64::from(*one),
        _ => 0,
    };
    let up = first == 1 && numbers.windows(2).all(|pair| step(pair) == 1);
    let down = last == 1 && numbers.windows(2).all(|pair| step(pair) == -1);
    if !(up || down) {
        skipped(reading, &numbers);
    }
    if !(up || down) || !(FEWEST..=MOST).contains(&entries) {
        return;
    }
    // What the article is made of runs down most of it; a short list inside it is another thing.
    let (from, to) = (start.start.min(end.start), start.end.max(end.end));
    let main = u64::from(to - from) * 4 >= text.article.text.len() as u64;
    let certainty = if main { Certainty::Sure } else { Certainty::Weak };
    let at = reading.at(if up { end } else { start }, certainty);
    reading.facts.enumerations.push(Enumeration { at, entries });
}

/// Adds the crossheads of an article that has no lists, where most of it stands between the first and the last of them.
fn sections(reading: &mut Reading<'_>) {
    let article = reading.article();
    if article.blocks.iter().any(|block| block.entry.is_some() || block.number.is_some()) {
        return;
    }
    let mut heads = article.blocks.iter().filter(|block| block.part == Part::Crosshead);
    let (Some(first), Some(last)) = (heads.clone().next(), heads.clone().next_back()) else { return };
    let headings = heads.by_ref().count() as u32;
    let main = u64::from(last.span.start - first.span.start) * 5 >= article.text.len() as u64 * 2;
    if !main || !(FEWEST..=MOST).contains(&headings) {
        return;
    }
    let at = reading.at(last.span, Certainty::Likely);
    reading.facts.sectionings.push(Sectioning { at, headings });
}

/// The fewest entries of a list whose numbers are held against each other.
const COUNTED: usize = 4;

/// Notes the one place where the numbers of a list leave one out or give one twice, up or down.
fn skipped(reading: &mut Reading<'_>, numbers: &[(u32, Span)]) {
    let (Some(&(first, _)), Some(&(last, _))) = (numbers.first(), numbers.last()) else { return };
    let way = if first == 1 { 1 } else { -1 };
    if numbers.len() < COUNTED || first != 1 && last != 1 {
        return;
    }
    let mut odd = numbers.windows(2).filter_map(|pair| match pair {
        [(one, before), (next, at)] => {
            let step = (i64::from(*next) - i64::from(*one)) * way;
            (step != 1).then(|| (step, u32::try_from(i64::from(*one) + way), *next, *before, *at))
        }
        _ => None,
    });
    // Two slips are two lists, or a list that is numbered in another way.
    if let (Some((0 | 2, Ok(expected), number, previous, span)), None) = (odd.next(), odd.next()) {
        let at = reading.at(span, Certainty::Likely);
        // A number that comes again further down may be no entry.
        if number != expected
            && way.signum() * (i64::from(number) - i64::from(expected)) < 0
            && at.block != reading.at(previous, Certainty::Likely).block + 1
        {
            return;
        }
        reading.facts.gaps.push(Gap { at, previous, number, expected });
    }
}

/// The number that the words of a block begin with, as in a heading: "1. It rained", "#3: The mayor".
fn number(text: &Text<'_>, start: usize) -> Option<u32> {
    let spelt = text.lower(start) == "no" && text.word(start + 1) == ".";
    let at = start + usize::from(matches!(text.lower(start), "#" | "no.")) + if spelt { 2 } else { 0 };
    let number = text.word(at).parse().ok().filter(|_| text.kind(at) == TokenKind::Number)?;
    let stop = matches!(text.word(at + 1), "." | ")" | ":") && text.glued(at + 1);
    let begins =
        text.kind(at + 2) == TokenKind::Word && !text.glued(at + 2) || matches!(text.word(at + 2), "“" | "\"" | "‘");
    (stop && begins).then_some(number)
}
