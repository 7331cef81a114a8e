//! Numerals: digits, number words, scale words and fractions, without hedge, unit or noun.

use crate::facts::exact::Exact;
use crate::facts::model::Style;
use crate::source::Span;
use crate::text::{Text, TokenKind};

/// A number as it stands in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Numeral {
    /// Its first token.
    pub first: usize,
    /// One past its last token.
    pub end: usize,
    /// Its bytes: a suffix glued to the digits is part of it ("1.2m").
    pub span: Span,
    /// Its value, scale applied.
    pub value: Exact,
    /// How it is written.
    pub style: Style,
    /// Whether it is a share ("a third", "three-quarters", "2/3").
    pub fraction: bool,
}

/// Reads the longest numeral that begins with the token `at`.
pub fn read(text: &Text<'_>, at: usize) -> Option<Numeral> {
    if text.kind(at) != TokenKind::Number {
        return None;
    }
    let value = Exact::parse(&text.word(at).replace(',', ""))?;
    Some(Numeral { first: at, end: at + 1, span: text.span(at, at), value, style: Style::default(), fraction: false })
}
