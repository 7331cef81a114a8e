//! Why a source is no article, with its place.

use crate::source::{Span, Undecodable};
use std::fmt;

/// Why a file or a record cannot be read as an article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReadError {
    /// What is wrong, in one line that stands alone.
    pub message: String,
    /// Where in the input it is wrong, in bytes from the beginning of the file or of the record's line.
    pub offset: Option<u32>,
    /// What to print: the source, or for a record the part of its line around the mistake.
    pub source: Option<String>,
    /// The wrong bytes of [`ReadError::source`].
    pub span: Option<Span>,
    /// What is at the span.
    pub label: String,
    /// What to do.
    pub help: Option<String>,
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for ReadError {}

/// How much of a record's line is printed on each side of a mistake.
const AROUND: usize = 60;

impl ReadError {
    /// A mistake at `span` of `source`, which is printed whole.
    pub(super) fn at(source: &str, span: Span, message: impl Into<String>, label: impl Into<String>) -> Self {
        Self {
            message: message.into(),
            offset: Some(span.start),
            source: Some(source.to_owned()),
            span: Some(span),
            label: label.into(),
            help: None,
        }
    }

    /// A mistake at `span` of a record's line, of which only the words around are printed.
    pub(super) fn in_line(line: &str, span: Span, message: impl Into<String>, label: impl Into<String>) -> Self {
        let floor = |at: usize| (0..=at.min(line.len())).rev().find(|&at| line.is_char_boundary(at)).unwrap_or(0);
        let (start, end) = (floor(span.start as usize), floor(span.end as usize));
        let from = floor(start.saturating_sub(AROUND));
        let to = floor(end.min(start + AROUND) + AROUND);
        let shown = line.get(from..to).unwrap_or_default();
        Self {
            message: message.into(),
            offset: Some(start as u32),
            source: Some(shown.to_owned()),
            span: Some(Span::new(start - from, end.min(to) - from)),
            label: label.into(),
            help: None,
        }
    }

    /// The same with what to do.
    #[must_use]
    pub(super) fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }
}

impl From<Undecodable> for ReadError {
    fn from(why: Undecodable) -> Self {
        let help = match &why {
            Undecodable::TooLong => "split the file",
            Undecodable::Binary(_) => "leave the file out, or save it as UTF-8 (UTF-16 needs a byte order mark)",
            Undecodable::Undeclared(_) | Undecodable::UnknownCharset(..) => {
                "save the file as UTF-8, or declare its charset (HTML: `<meta charset=\"…\">`)"
            }
            Undecodable::Malformed(..) => "correct the charset that the file declares, or save the file anew",
        };
        let offset = why.bad_byte().map(|bad| bad.offset as u32);
        Self { message: why.to_string(), offset, help: Some(help.to_owned()), ..Self::default() }
    }
}
