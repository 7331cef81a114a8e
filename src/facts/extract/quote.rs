//! Quotations: words between quotation marks, and how much of a sentence they are.

use super::triggers::Trigger;
use super::{Reading, unclosed};
use crate::facts::model::Quote;
use crate::facts::names::{Certainty, QuoteKind};
use crate::source::Span;
use crate::text::{Case, Text, TokenKind};
use std::ops::Range;

/// A quotation by its marks: the tokens of the opening and of the closing mark, both included.
#[derive(Clone, Copy, Debug)]
struct Quotation {
    first: usize,
    last: usize,
    certainty: Certainty,
    /// Whether the closing mark is there.
    closed: bool,
}

/// What stands open while the marks of a block are walked.
#[derive(Clone, Copy, Debug)]
struct Open {
    first: usize,
    /// A lone apostrophe after a plural that may have been the closing mark.
    maybe_close: Option<usize>,
}

/// Reads the quotations of all blocks; later extractors know by them what is quoted.
pub fn read(reading: &mut Reading<'_>) {
    let text = reading.text;
    let mut found = Vec::new();
    for (_, tokens) in text.blocks() {
        found.clear();
        double_marks(reading, &tokens, &mut found);
        single_marks(reading, &tokens, &mut found);
        if found.is_empty() {
            continue;
        }
        found.sort_unstable_by_key(|quotation| (quotation.first, std::cmp::Reverse(quotation.last)));
        let mut reached = 0;
        for quotation in &found {
            if quotation.first < reached {
                continue;
            }
            reached = quotation.last + 1;
            push(reading, *quotation);
        }
    }
}

fn push(reading: &mut Reading<'_>, quotation: Quotation) {
    let text = reading.text;
    let span = text.span(quotation.first, quotation.last);
    reading.quote(span);
    if !quotation.closed && unclosed::add(reading, quotation.first, quotation.last + 1) {
        return;
    }
    let inside = quotation.first + 1..quotation.last + usize::from(!quotation.closed);
    let words = inside.clone().filter(|&at| matches!(text.kind(at), TokenKind::Word | TokenKind::Number)).count();
    if words == 0 {
        return;
    }
    let mut at = reading.at(Span { start: span.start, end: span.start }, quotation.certainty);
    at.span = span;
    at.quoted = true;
    let kind = if is_sentence(text, inside) { QuoteKind::Direct } else { QuoteKind::Partial };
    reading.facts.quotes.push(Quote { at, kind, words: words as u32, speaker: None });
}

/// Whether the words are at least one whole sentence, and not the title of a work.
fn is_sentence(text: &Text<'_>, inside: Range<usize>) -> bool {
    let is_word = |at: &usize| matches!(text.kind(*at), TokenKind::Word | TokenKind::Number);
    let Some(first) = inside.clone().find(is_word) else { return false };
    let capital = text.kind(first) == TokenKind::Number || text.token(first).is_some_and(|t| t.case != Case::Lower);
    let last = inside.end.saturating_sub(1);
    let ending =
        if text.kind(last) == TokenKind::Mark && last > first { text.word(last) } else { text.word(inside.end + 1) };
    if !capital || !matches!(ending, "." | "," | "!" | "?" | "…" | "—" | "–" | "-" | "”" | "’" | "'" | "\"") {
        return false;
    }
    let long = |at: usize| text.kind(at) == TokenKind::Word && text.word(at).len() > 3;
    let lower = inside.clone().filter(|&at| long(at) && text.token(at).is_some_and(|t| t.case == Case::Lower)).count();
    let words = inside.clone().filter(is_word).count();
    let full_stop = matches!(ending, "." | "!" | "?");
    if words >= 5 { lower > 0 } else { full_stop && (words > 1 && lower > 0 || words == 1) }
}

/// Quotations in double marks, curly, straight, low or angular.
fn double_marks(reading: &mut Reading<'_>, tokens: &Range<usize>, found: &mut Vec<Quotation>) {
    let text = reading.text;
    let mut open: Option<usize> = None;
    let mut marked = false;
    let mut next = tokens.start;
    while let Some(at) = reading.next(next, tokens.end, Trigger::QUOTATION) {
        next = at + 1;
        match text.word(at) {
            "“" | "„" | "«" => {
                let hangs = text.glued(at + 1) && at + 1 < tokens.end;
                if let Some(first) = open
                    && (at == first + 1 || text.glued(at) && !after_opening(text, at) || !hangs)
                {
                    // A second opening mark where only a closing one can stand: a slip of the keyboard.
                    close(found, &mut open, at);
                } else if at + 1 < tokens.end {
                    open = Some(at);
                }
            }
            "”" | "»" => {
                if open.is_none() && !marked {
                    unclosed::add_unopened(reading, tokens.start, at);
                }
                close(found, &mut open, at);
            }
            "’" | "'" if open.is_some() && is_doubled(text, at) => close(found, &mut open, at + 1),
            "\"" if open.is_some() && !is_inch(text, at) && (text.glued(at) || !text.glued(at + 1)) => {
                close(found, &mut open, at);
            }
            "\"" if open.is_some() => {}
            "\"" => {
                let opens = !text.glued(at) || at == tokens.start || after_opening(text, at);
                if opens && at + 1 < tokens.end {
                    open = Some(at);
                } else if !opens && !marked {
                    unclosed::add_unopened(reading, tokens.start, at);
                }
            }
            "'" | "’" | "‘" => continue,
            _ => {}
        }
        marked = true;
    }
    if let Some(first) = open {
        found.push(Quotation { first, last: tokens.end - 1, certainty: Certainty::Sure, closed: false });
    }
}

fn close(found: &mut Vec<Quotation>, open: &mut Option<usize>, last: usize) {
    if let Some(first) = open.take() {
        found.push(Quotation { first, last, certainty: Certainty::Sure, closed: true });
    }
}

/// Whether the token before is a mark that a quotation can begin after.
pub(super) fn after_opening(text: &Text<'_>, at: usize) -> bool {
    let before = at.checked_sub(1).map_or("", |before| text.word(before));
    matches!(before, "(" | "[" | "{" | "—" | "–" | "-" | "/" | ":" | "‘" | "'" | "“" | "\"")
}

/// Whether two apostrophes stand for one double mark: `said.''`.
fn is_doubled(text: &Text<'_>, at: usize) -> bool {
    let next = at + 1;
    text.glued(at) && text.glued(next) && matches!(text.word(next), "’" | "'") && !text.glued(next + 1)
}

/// Whether a straight mark means inches: `6'2"`.
fn is_inch(text: &Text<'_>, at: usize) -> bool {
    let before = |back: usize| at.checked_sub(back);
    before(1).is_some_and(|number| text.kind(number) == TokenKind::Number)
        && before(2).is_some_and(|foot| text.glued(foot + 1) && matches!(text.word(foot), "'" | "’" | "′"))
        && before(3).is_some_and(|feet| text.kind(feet) == TokenKind::Number)
}

/// Quotations in single marks, told from apostrophes by what they are glued to.
fn single_marks(reading: &Reading<'_>, tokens: &Range<usize>, found: &mut Vec<Quotation>) {
    let text = reading.text;
    let mut open: Option<Open> = None;
    let mut from = tokens.start;
    while let Some(at) = reading.next(from, tokens.end, Trigger::QUOTATION) {
        from = at + 1;
        let kind = text.kind(at);
        let word = text.word(at);
        let (curly_open, apostrophe) = (word == "‘", matches!(word, "’" | "'"));
        if !curly_open && !apostrophe {
            continue;
        }
        if kind == TokenKind::Possessive {
            if let Some(open) = open.as_mut() {
                open.maybe_close.get_or_insert(at);
            }
            continue;
        }
        if curly_open || word == "'" && !text.glued(at) {
            if may_open(text, at, tokens) && (open.is_none() || curly_open) {
                settle(open.take(), found);
                open = Some(Open { first: at, maybe_close: None });
            }
        } else if text.glued(at)
            && !text.token(at + 1).is_some_and(|next| next.glued && next.kind != TokenKind::Mark)
            && let Some(Open { first, .. }) = open.take()
        {
            found.push(Quotation { first, last: at, certainty: Certainty::Likely, closed: true });
        }
    }
    settle(open, found);
}

/// Ends a quotation whose only closing mark is an apostrophe after a plural.
fn settle(open: Option<Open>, found: &mut Vec<Quotation>) {
    if let Some(Open { first, maybe_close: Some(last) }) = open {
        found.push(Quotation { first, last, certainty: Certainty::Likely, closed: true });
    }
}

/// Whether a single mark can open a quotation: it is glued to the word after it, which is no clipped word.
fn may_open(text: &Text<'_>, at: usize, tokens: &Range<usize>) -> bool {
    let next = at + 1;
    let free = !text.glued(at) || after_opening(text, at);
    let digits = text.kind(next) == TokenKind::Number && text.word(at) != "‘";
    next < tokens.end && free && !digits && text.glued(next) && !is_clipped(text, next)
}

/// Words that an apostrophe begins: 'em, '90s.
fn is_clipped(text: &Text<'_>, at: usize) -> bool {
    let decade = text.kind(at) == TokenKind::Number && text.glued(at + 1) && text.lower(at + 1) == "s";
    decade
        || matches!(text.lower(at), "em" | "tis" | "twas" | "til" | "till" | "cause" | "n" | "bout" | "round" | "cos")
}
