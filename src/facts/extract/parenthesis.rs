//! Brackets without a partner: "(the second this year" with nothing that closes it.

use super::Reading;
use super::triggers::Trigger;
use crate::article::Part;
use crate::facts::model::Parenthesis;
use crate::facts::names::Certainty;
use crate::text::{Case, Text, TokenKind};
use smallvec::SmallVec;
use std::ops::Range;

/// How many blocks a bracket may run over.
const BLOCKS: usize = 4;

/// The most words of a block that is looked at.
const LONGEST: usize = 2000;

/// Finds the brackets of running text that nothing closes or opens.
pub(super) fn read(reading: &mut Reading<'_>) {
    let text = reading.text;
    for (block, tokens) in text.blocks() {
        let Some(at) = reading.next(tokens.start, tokens.end, Trigger::BRACKET) else { continue };
        let Some(block) = text.article.blocks.get(block) else { continue };
        if !matches!(block.part, Part::Body | Part::Standfirst) || tokens.len() > LONGEST {
            continue;
        }
        let (open, lone) = unmatched(reading, at..tokens.end);
        match (open, lone) {
            (Some(first), None) => add(reading, first, &tokens, true),
            (None, Some(lone)) => add(reading, lone, &tokens, false),
            // Two slips in a block, or a passage of signs: no telling which bracket lacks its partner.
            (Some(_), Some(_)) | (None, None) => {}
        }
    }
}

/// The first bracket of a run of tokens that nothing closes, and the first that nothing opens. Which of the two
/// shapes it is does not count: "(a]" is closed, if wrongly.
fn unmatched(reading: &Reading<'_>, tokens: Range<usize>) -> (Option<usize>, Option<usize>) {
    let text = reading.text;
    let mut open: SmallVec<[usize; 8]> = SmallVec::new();
    let mut lone = None;
    let mut next = tokens.start;
    while let Some(at) = reading.next(next, tokens.end, Trigger::BRACKET) {
        next = at + 1;
        match text.word(at) {
            "(" | "[" => open.push(at),
            mark if open.pop().is_none() && !is_label(text, at, mark) => lone = lone.or(Some(at)),
            _ => {}
        }
    }
    (open.first().copied(), lone)
}

fn add(reading: &mut Reading<'_>, at: usize, tokens: &Range<usize>, opens: bool) {
    let text = reading.text;
    let certainty = if is_prose(text, tokens) && is_apart(text, at, opens) && !runs_on(reading, tokens, opens) {
        Certainty::Likely
    } else {
        Certainty::Weak
    };
    let at = reading.at(text.span(at, at), certainty);
    reading.facts.parentheses.push(Parenthesis { at, opens });
}

/// "a) …", "ii) …", "1) …" and the faces that people draw with marks.
fn is_label(text: &Text<'_>, at: usize, mark: &str) -> bool {
    let Some(before) = at.checked_sub(1).filter(|_| text.glued(at)) else { return false };
    let apart = !text.glued(before) || before.checked_sub(1).is_some_and(|mark| matches!(text.word(mark), "“" | "\""));
    let short = match text.kind(before) {
        TokenKind::Word => text.word(before).len() == 1 || text.lower(before).bytes().all(|b| b"ivx".contains(&b)),
        TokenKind::Number => text.word(before).len() <= 2,
        TokenKind::Mark => matches!(text.word(before), ":" | ";" | "-" | "=" | "^"),
        TokenKind::Possessive => false,
    };
    let opened = before.checked_sub(1).is_some_and(|open| text.word(open) == "(" && text.glued(before));
    mark == ")" && short && !opened && (apart || text.kind(before) == TokenKind::Mark)
}

/// Whether a block is running text: it begins and ends as sentences do and holds no signs of code.
fn is_prose(text: &Text<'_>, tokens: &Range<usize>) -> bool {
    let last = tokens.end.saturating_sub(1);
    let begins =
        text.token(tokens.start).is_some_and(|token| token.kind != TokenKind::Word || token.case != Case::Lower);
    let next = text.token(tokens.end + 1);
    let goes_on = next.is_some_and(|next| next.kind == TokenKind::Word && next.case == Case::Lower);
    let broken = text.word(last) == "." && text.word(last.saturating_sub(1)) == ".";
    // "He left early.)": the bracket that nothing opens may stand last.
    let stopped = text.word(last) == ")" && matches!(text.word(last.saturating_sub(1)), "." | "!" | "?");
    let short = text.word(last).len() > 2 && text.word(last).ends_with('.');
    let ends = matches!(text.word(last), "." | "!" | "?" | "\"" | "”" | ":") || stopped || short;
    let signs = tokens.clone().any(|at| matches!(text.word(at), "`" | "{" | "}" | "<" | ">" | "|" | "_" | "\\" | "*"));
    begins && ends && !goes_on && !broken && !signs
}

/// Whether a bracket stands where one of its kind stands in running text.
fn is_apart(text: &Text<'_>, at: usize, opens: bool) -> bool {
    let words = |at: usize| matches!(text.kind(at), TokenKind::Word | TokenKind::Number);
    if opens {
        text.glued(at + 1) && (words(at + 1) || matches!(text.word(at + 1), "“" | "\"" | "‘" | "'" | "$" | "£" | "€"))
    } else {
        text.glued(at) && at.checked_sub(1).is_some_and(|before| words(before) || text.word(before).len() <= 3)
    }
}

/// Whether a bracket's partner may stand in a block beside.
fn runs_on(reading: &Reading<'_>, tokens: &Range<usize>, opens: bool) -> bool {
    let text = reading.text;
    let mut edge = if opens { tokens.end + 1 } else { tokens.start };
    for _ in 0..BLOCKS {
        let (from, end) = if opens {
            (edge, text.block_end(edge))
        } else {
            let Some(last) = edge.checked_sub(2) else { return false };
            let start = text.token(last).map_or(0, |token| {
                let block = text.sentences.get(text.sentence_at(token.span.start)).map_or(0, |found| found.block);
                let start = text.article.blocks.get(block).map_or(0, |block| block.span.start);
                text.token_from(start)
            });
            (start, last + 1)
        };
        let (open, lone) = unmatched(reading, from..end);
        if if opens { lone } else { open }.is_some() {
            return true;
        }
        edge = if opens { end + 1 } else { from };
    }
    false
}
