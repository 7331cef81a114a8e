//! Lines and columns of byte offsets.

use super::Span;

/// A line and a column, both counted from one; the column counts characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// The line, from one.
    pub line: usize,
    /// The column in characters, from one.
    pub column: usize,
}

/// Where the lines of a text begin.
#[derive(Clone, Debug)]
pub struct Lines {
    starts: Vec<u32>,
}

impl Lines {
    /// Finds the lines of `text`.
    pub fn new(text: &str) -> Self {
        let starts =
            std::iter::once(0).chain(memchr::memchr_iter(b'\n', text.as_bytes()).map(|at| at as u32 + 1)).collect();
        Self { starts }
    }

    /// The line (from zero) that holds the byte `at`.
    pub fn line_of(&self, at: u32) -> usize {
        self.starts.partition_point(|&start| start <= at).saturating_sub(1)
    }

    /// The position of the byte `at` of `text`, the text that the lines were made from.
    pub fn position(&self, text: &str, at: u32) -> Position {
        let line = self.line_of(at);
        let start = self.starts.get(line).copied().unwrap_or_default();
        let column = Span { start, end: at }.of(text).chars().count() + 1;
        Position { line: line + 1, column }
    }
}
