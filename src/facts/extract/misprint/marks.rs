//! Marks of which one is too many: "a failure,. But", "the year,, when", "the think tank.. It".

use super::Misprint;
use crate::facts::extract::Reading;
use crate::facts::extract::triggers::Trigger;
use crate::text::{Case, Text, Token, TokenKind};

/// What is wrong with them.
const FAULT: &str = "two marks where one is meant";

/// Words that are written short, with a point that a comma may follow.
#[rustfmt::skip] // Words, a dozen a line.
const SHORTENED: &[&str] = &[
    "approx", "dept", "depts", "govt", "assn", "univ", "incl", "excl", "misc", "vols", "assoc", "corp", "bros", "prof",
    "supt", "messrs", "capt", "calif", "conn", "mass", "minn", "penn", "tenn", "wash", "ariz", "sept", "gens", "sens", "reps",
    "govs", "figs", "apts", "blvd", "intl", "natl", "mins", "secs", "hrs", "yrs", "max", "temp", "esp", "spec", "exec",
];

/// Whether a mark that hangs on the token before it may be one too many.
pub(in super::super) fn begins(text: &Text<'_>, before: Option<&Token>, mark: Token) -> bool {
    let ends = before.is_some_and(|before| match before.kind {
        TokenKind::Mark => matches!(text.written(before.span), "." | ","),
        TokenKind::Word => text.written(before.span).ends_with('.'),
        TokenKind::Number | TokenKind::Possessive => false,
    });
    ends && mark.glued && matches!(text.written(mark.span), "." | ",")
}

/// Finds the marks.
pub(super) fn read(reading: &Reading<'_>) -> Vec<Misprint> {
    let text = reading.text;
    let (mut found, mut points) = (Vec::new(), Vec::new());
    // Who writes two points for a pause means no other thing with any of them.
    let mut pauses = false;
    let mut next = 0;
    while let Some(at) = reading.next(next, text.tokens.len(), Trigger::MARKS) {
        next = at + 1;
        if text.kind(at) != TokenKind::Mark {
            continue;
        }
        let first = if text.kind(at.wrapping_sub(1)) == TokenKind::Mark { at - 1 } else { at };
        let Some(word) = first.checked_sub(1) else { continue };
        let two = if first == at { "." } else { text.word(first) };
        match (two, text.word(at)) {
            (",", _) | (".", ",") if first < at => {
                let whole = two == "," || is_written_out(text, word);
                if whole && text.glued(first) && names(text, word) && closes(text, at + 1) {
                    found.push((word, at + 1, FAULT));
                }
            }
            (".", ".") if !is_point(text, word) && !is_point(text, at + 1) => {
                if text.glued(first) && names(text, word) && ends(text, at + 1) {
                    points.push((word, at + 1, FAULT));
                } else if first < at {
                    pauses = true;
                }
            }
            _ => {}
        }
    }
    if !pauses {
        found.extend(points);
    }
    found
}

/// Whether a token is a point that hangs on the one before it.
fn is_point(text: &Text<'_>, at: usize) -> bool {
    text.word(at) == "." && text.glued(at)
}

/// Whether the marks stand behind a word or a number of a sentence.
fn names(text: &Text<'_>, at: usize) -> bool {
    match text.kind(at) {
        TokenKind::Word => text.word(at).chars().count() > 1,
        TokenKind::Number | TokenKind::Possessive => true,
        TokenKind::Mark => matches!(text.word(at), "”" | "\"" | ")" | "%"),
    }
}

/// Whether a word is none of those that are written short.
fn is_written_out(text: &Text<'_>, at: usize) -> bool {
    let (word, lower) = (text.word(at), text.lower(at));
    let plain = word.bytes().all(|byte| byte.is_ascii_alphabetic()) && !SHORTENED.contains(&lower);
    match text.token(at).map(|token| token.case) {
        Some(Case::Lower) => plain && word.len() > 3,
        Some(Case::Title) => plain && word.len() > 5,
        _ => false,
    }
}

/// Whether nothing hangs on the marks but what closes a quotation or a bracket.
fn closes(text: &Text<'_>, at: usize) -> bool {
    !text.glued(at) || matches!(text.word(at), "”" | "\"" | "’" | ")")
}

/// Whether a sentence ends there: another begins, or none follows.
fn ends(text: &Text<'_>, at: usize) -> bool {
    let next = (at..at + 3).find(|&at| !matches!(text.word(at), "”" | "\"" | "’" | ")")).unwrap_or(at);
    let begins = text.token(next).is_none_or(|token| match token.kind {
        TokenKind::Word => token.case != Case::Lower,
        TokenKind::Mark => matches!(text.word(next), "" | "“" | "\u{1c}"),
        TokenKind::Number | TokenKind::Possessive => false,
    });
    closes(text, at) && !text.glued(next) && begins
}
