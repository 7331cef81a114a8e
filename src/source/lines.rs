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

/// How many bytes lie between two places where the characters before are known.
const STRIDE: usize = 4096;

/// Where the lines of a text begin.
#[derive(Clone, Debug)]
pub struct Lines {
    starts: Vec<u32>,
    /// The characters that begin before each multiple of [`STRIDE`], so that the column of a place
    /// far into an endless line costs no more than any other.
    characters: Vec<u32>,
}

impl Lines {
    /// Finds the lines of `text`.
    pub fn new(text: &str) -> Self {
        let bytes = text.as_bytes();
        let starts = std::iter::once(0).chain(memchr::memchr_iter(b'\n', bytes).map(|at| at as u32 + 1)).collect();
        let mut characters = vec![0];
        let mut before = 0;
        for chunk in bytes.chunks(STRIDE) {
            before += begun(chunk);
            characters.push(before);
        }
        Self { starts, characters }
    }

    /// The line (from zero) that holds the byte `at`.
    pub fn line_of(&self, at: u32) -> usize {
        self.starts.partition_point(|&start| start <= at).saturating_sub(1)
    }

    /// How many lines there are.
    pub fn count(&self) -> usize {
        self.starts.len()
    }

    /// The bytes of a line (from zero) of `text`, without its end.
    pub fn span(&self, text: &str, line: usize) -> Span {
        let start = self.starts.get(line).map_or(text.len(), |&start| start as usize);
        let end = self.starts.get(line + 1).map_or(text.len(), |&next| next as usize);
        let written = Span::new(start, end).of(text);
        Span::new(start, start + written.trim_end_matches(['\n', '\r']).len())
    }

    /// The position of the byte `at` of `text`, the text that the lines were made from.
    pub fn position(&self, text: &str, at: u32) -> Position {
        let line = self.line_of(at);
        let start = self.starts.get(line).copied().unwrap_or_default();
        let column = self.characters_before(text, at).saturating_sub(self.characters_before(text, start));
        Position { line: line + 1, column: column as usize + 1 }
    }

    fn characters_before(&self, text: &str, at: u32) -> u32 {
        let stride = at as usize / STRIDE;
        let rest = text.as_bytes().get(stride * STRIDE..at as usize).unwrap_or_default();
        self.characters.get(stride).copied().unwrap_or_default() + begun(rest)
    }
}

/// How many characters begin in these bytes of UTF-8.
fn begun(bytes: &[u8]) -> u32 {
    bytes.iter().map(|&byte| u32::from(byte & 0xC0 != 0x80)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn positions_count_lines_and_characters() {
        let check = |text: &str, at: u32, line: usize, column: usize| {
            assert_eq!(Lines::new(text).position(text, at), Position { line, column }, "{at} of {text:?}");
        };
        check("", 0, 1, 1);
        check("one\ntwo", 3, 1, 4);
        check("one\ntwo", 4, 2, 1);
        check("“one”\ntwo", 6, 1, 5);
        check("one\r\ntwo", 7, 2, 3);
        let long = "é".repeat(5000);
        check(&long, 8192, 1, 4097);
        check(&long, 9998, 1, 5000);
        check(&format!("{long}\n{long}"), 10_001 + 8000, 2, 4001);
    }

    #[test]
    fn lines_are_without_their_ends() {
        let text = "one\r\n\ntwo\n";
        let lines = Lines::new(text);
        let found: Vec<_> = (0..lines.count()).map(|line| lines.span(text, line).of(text)).collect();
        assert_eq!(found, ["one", "", "two", ""]);
    }
}
