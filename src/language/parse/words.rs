//! Strings and the templates in them.

use super::token::blank;
use super::{Read, Reader};
use crate::language::syntax::{Hole, Piece, Text};
use crate::source::Span;
use nom::Parser;
use nom::combinator::cut;

impl<'a> Reader<'a> {
    /// `"…"`, or several side by side.
    pub(super) fn strings(&self, rest: &'a str) -> Read<'a, Text<'a>> {
        let (mut rest, mut text) = self.string(rest)?;
        while blank(rest).starts_with(['"', '“']) {
            let (after, more) = self.string(rest)?;
            if !blank_at_end(&text) && !blank_at_start(&more) {
                text.run_together.get_or_insert(more.span);
            }
            rest = after;
            text.span = text.span.to(more.span);
            text.pieces.extend(more.pieces);
        }
        Ok((rest, text))
    }

    /// One string. A hole's expression is read in place, so that it may hold strings of its own.
    pub(super) fn string(&self, rest: &'a str) -> Read<'a, Text<'a>> {
        let start = blank(rest);
        let close = match start.chars().next() {
            Some('"') => '"',
            Some('“') => '”',
            _ => return self.fail(start, "a string in quotes"),
        };
        let mut rest = start.get(start.chars().next().map_or(0, char::len_utf8)..).unwrap_or_default();
        let mut pieces = Vec::new();
        let mut words = String::new();
        loop {
            let Some(c) = rest.chars().next().filter(|&c| c != '\n') else {
                return self.unclosed(start, "string", "a string ends with a quote on the line that it starts on");
            };
            let after = rest.get(c.len_utf8()..).unwrap_or_default();
            if c == close {
                push_words(&mut pieces, words);
                return Ok((after, Text { pieces, span: self.span(start, after), run_together: None }));
            }
            rest = match c {
                '\\' => escaped(after, &mut words),
                '{' | '}' if after.starts_with(c) => {
                    words.push(c);
                    after.get(1..).unwrap_or_default()
                }
                '{' => {
                    push_words(&mut pieces, std::mem::take(&mut words));
                    let (after, hole) = self.hole(rest)?;
                    pieces.push(Piece::Hole(hole));
                    after
                }
                '}' => {
                    let at = self.offset(rest);
                    pieces.push(Piece::Stray(Span::new(at, at + 1)));
                    after
                }
                _ => {
                    words.push(c);
                    after
                }
            };
        }
    }

    /// `{expr}`, `{expr:format}`, `{expr | "fallback"}`.
    fn hole(&self, start: &'a str) -> Read<'a, Hole<'a>> {
        let (rest, _) = self.sign(start, "{", "`{`")?;
        let (mut rest, expr) = cut(|rest| self.deeper(rest, |rest| self.sum(rest))).parse(rest)?;
        let (mut format, mut fallback) = (None, None);
        if let Some(after) = blank(rest).strip_prefix(':') {
            let (after, word) = cut(|rest| self.any_word(rest, "a format such as `percent`")).parse(after)?;
            (rest, format) = (after, Some(word));
        }
        if let Some(after) = blank(rest).strip_prefix('|') {
            let (after, other) = cut(|rest| self.deeper(rest, |rest| self.sum(rest))).parse(after)?;
            (rest, fallback) = (after, Some(Box::new(other)));
        }
        let (rest, _) = cut(|rest| self.sign(rest, "}", "`}`")).parse(rest)?;
        Ok((rest, Hole { expr: Box::new(expr), format, fallback, span: self.span(start, rest) }))
    }
}

/// Whether what is joined to the text stands apart from its last word.
fn blank_at_end(text: &Text<'_>) -> bool {
    match text.pieces.last() {
        Some(Piece::Words(words)) => words.ends_with(char::is_whitespace) || words.ends_with(['-', '(', '“', '/']),
        Some(Piece::Hole(_) | Piece::Stray(_)) => false,
        None => true,
    }
}

fn blank_at_start(text: &Text<'_>) -> bool {
    match text.pieces.first() {
        Some(Piece::Words(words)) => {
            words.starts_with(char::is_whitespace)
                || words.starts_with(['-', ',', '.', ';', ':', '!', '?', ')', '”', '/'])
        }
        Some(Piece::Hole(_) | Piece::Stray(_)) => false,
        None => true,
    }
}

/// What `\` makes of the character after it.
fn escaped<'a>(rest: &'a str, words: &mut String) -> &'a str {
    let Some(c) = rest.chars().next().filter(|&c| c != '\n') else { return rest };
    words.push(match c {
        'n' => '\n',
        't' => '\t',
        other => other,
    });
    rest.get(c.len_utf8()..).unwrap_or_default()
}

fn push_words(pieces: &mut Vec<Piece<'_>>, words: String) {
    if !words.is_empty() {
        pieces.push(Piece::Words(words));
    }
}
