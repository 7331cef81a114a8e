//! The tokens of a clause, with the blanks before them and the comments among them.
//!
//! The parser has read the clause before, so that every string and bracket is known to be closed.

use super::spacing::inline;
use crate::language::parse::SIGNS;
use std::borrow::Cow;

/// A token as it is to be printed.
#[derive(Clone, Debug)]
pub(in crate::language) struct Token<'a> {
    pub(in crate::language) kind: Kind,
    pub(in crate::language) text: Cow<'a, str>,
    /// Where it begins in the file.
    pub(in crate::language) start: usize,
    /// What stands before it.
    pub(in crate::language) gap: Gap,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::language) enum Gap {
    None,
    Blank,
    Line,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::language) enum Kind {
    Word,
    Number,
    Text,
    Pattern,
    Open,
    Close,
    Comma,
    Dot,
    Colon,
    Sign,
    Comment,
}

/// What may stand inside a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::language) enum Wording {
    /// Names of expressions: letters, digits and `_`.
    Names,
    /// Tags and the entries of word lists: hyphens and apostrophes too.
    Hyphened,
    /// The ids of rules: `/` and `.` too.
    Ids,
}

/// Cuts `body`, which begins at the byte `start` of the file.
pub(in crate::language) fn tokens(body: &str, start: usize, wording: Wording) -> Vec<Token<'_>> {
    let mut tokens: Vec<Token<'_>> = Vec::new();
    let mut rest = body;
    loop {
        let next = rest.trim_start();
        let blanks = rest.get(..rest.len() - next.len()).unwrap_or_default();
        let Some(first) = next.chars().next() else { return tokens };
        let gap = match blanks {
            "" => Gap::None,
            blanks if blanks.contains('\n') => Gap::Line,
            _ => Gap::Blank,
        };
        let after_matches = tokens.last().is_some_and(|last| last.kind == Kind::Word && last.text == "matches");
        let (kind, length) = match first {
            '/' if after_matches => (Kind::Pattern, pattern_length(next)),
            '#' => (Kind::Comment, next.find('\n').unwrap_or(next.len())),
            '"' | '“' => (Kind::Text, string_length(next)),
            _ if wording == Wording::Ids && in_id(first) => {
                (Kind::Word, next.find(|c| !in_id(c)).unwrap_or(next.len()))
            }
            _ if wording == Wording::Hyphened && first.is_alphanumeric() => (Kind::Word, hyphened_length(next)),
            _ if first.is_ascii_digit() => (Kind::Number, number_length(next)),
            _ if first.is_alphabetic() => (Kind::Word, next.find(|c| !in_name(c)).unwrap_or(next.len())),
            '(' | '[' => (Kind::Open, 1),
            ')' | ']' => (Kind::Close, 1),
            ',' => (Kind::Comma, 1),
            '.' => (Kind::Dot, 1),
            ':' => (Kind::Colon, 1),
            _ => {
                let sign = SIGNS.iter().find(|sign| next.starts_with(**sign));
                (Kind::Sign, sign.map_or(first.len_utf8(), |sign| sign.len()))
            }
        };
        let at = start + (body.len() - next.len());
        let (written, after) = next.split_at_checked(length).unwrap_or((next, ""));
        tokens.push(Token { kind, text: shown(kind, written), start: at, gap });
        rest = after;
    }
}

/// A token in the spelling of a formatted file.
fn shown(kind: Kind, written: &str) -> Cow<'_, str> {
    match kind {
        Kind::Comment => Cow::Borrowed(written.trim_end()),
        Kind::Number if written.contains(',') => Cow::Owned(written.replace(',', "_")),
        Kind::Text => Cow::Owned(string(written)),
        _ => Cow::Borrowed(written),
    }
}

fn in_name(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

fn in_id(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '-' | '_' | '/' | '.')
}

fn hyphened_length(text: &str) -> usize {
    let mut end = 0;
    loop {
        let rest = text.get(end..).unwrap_or_default();
        end += rest.find(|c| !in_name(c)).unwrap_or(rest.len());
        let rest = text.get(end..).unwrap_or_default();
        let mut next = rest.chars();
        match (next.next(), next.next()) {
            (Some(joint @ ('-' | '\'' | '’' | '.')), Some(after)) if after.is_alphanumeric() => {
                end += joint.len_utf8();
            }
            _ => return end,
        }
    }
}

/// The length of a number with its `%`, or of a date.
fn number_length(text: &str) -> usize {
    let digits = |at: usize| text.get(at..).unwrap_or_default().bytes().take_while(u8::is_ascii_digit).count();
    let sign = |at: usize| text.get(at..).and_then(|rest| rest.chars().next());
    let mut end = digits(0);
    if end == 4 && sign(4) == Some('-') && digits(5) == 2 {
        end = if sign(7) == Some('-') && digits(8) == 2 { 10 } else { 7 };
        if !sign(end).is_some_and(char::is_alphanumeric) {
            return end;
        }
        end = 4;
    }
    loop {
        let more = digits(end + 1);
        match sign(end) {
            Some('_') if more > 0 => end += 1 + more,
            Some(',') if more == 3 => end += 1 + more,
            _ => break,
        }
    }
    if sign(end) == Some('.') && digits(end + 1) > 0 {
        end += 1 + digits(end + 1);
    }
    if sign(end) == Some('%') { end + 1 } else { end }
}

fn pattern_length(text: &str) -> usize {
    let mut escaped = true;
    for (at, c) in text.char_indices() {
        if c == '/' && !escaped {
            let after = text.get(at + 1..).unwrap_or_default();
            let word = after.find(|c| !in_name(c)).unwrap_or(after.len());
            return at + 1 + usize::from(after.starts_with('i') && word == 1);
        }
        // The slash at the beginning counts as escaped.
        escaped = c == '\\' && !escaped;
    }
    text.len()
}

/// The length of a string with its quotes; the strings inside its holes are part of it.
fn string_length(text: &str) -> usize {
    let close = if text.starts_with('“') { '”' } else { '"' };
    let mut end = text.chars().next().map_or(0, char::len_utf8);
    while let Some(c) = text.get(end..).and_then(|rest| rest.chars().next()) {
        let rest = text.get(end..).unwrap_or_default();
        end += match c {
            '\\' => 1 + rest.chars().nth(1).map_or(0, char::len_utf8),
            '{' if !rest.starts_with("{{") => hole_length(rest),
            '{' => 2,
            _ => c.len_utf8(),
        };
        if c == close {
            return end;
        }
    }
    text.len()
}

fn hole_length(text: &str) -> usize {
    let mut end = 1;
    while let Some(c) = text.get(end..).and_then(|rest| rest.chars().next()) {
        let rest = text.get(end..).unwrap_or_default();
        end += match c {
            '}' => return end + 1,
            '"' | '“' => string_length(rest),
            '#' => rest.find('\n').unwrap_or(rest.len()),
            _ => c.len_utf8(),
        };
    }
    text.len()
}

/// A string with straight quotes, and its holes formatted.
fn string(written: &str) -> String {
    let curly = written.starts_with('“');
    let inside = written.strip_prefix(['"', '“']).unwrap_or(written);
    let inside = inside.strip_suffix(if curly { '”' } else { '"' }).unwrap_or(inside);
    let mut text = String::from("\"");
    let mut rest = inside;
    while let Some(c) = rest.chars().next() {
        let length = match c {
            '\\' => 1 + rest.chars().nth(1).map_or(0, char::len_utf8),
            '{' if rest.starts_with("{{") => 2,
            '{' => hole_length(rest),
            _ => c.len_utf8(),
        };
        let (piece, after) = rest.split_at_checked(length).unwrap_or((rest, ""));
        match c {
            '{' if !piece.starts_with("{{") => text.push_str(&hole(piece)),
            // Between curly quotes, a straight one is a mark like any other.
            '"' => text.push_str("\\\""),
            _ => text.push_str(piece),
        }
        rest = after;
    }
    text.push('"');
    text
}

fn hole(written: &str) -> String {
    let inside = written.strip_prefix('{').and_then(|inside| inside.strip_suffix('}'));
    match inside {
        Some(inside) if !written.contains(['\n', '#']) => {
            format!("{{{}}}", inline(&tokens(inside, 0, Wording::Names)))
        }
        _ => written.to_owned(),
    }
}
