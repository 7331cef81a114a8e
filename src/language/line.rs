//! A line of a rule file, with its place and first word.

use super::syntax::Word;
use crate::source::Span;

/// A line of the file.
#[derive(Clone, Copy)]
pub(super) struct Line<'a> {
    /// Without blanks at its ends.
    pub(super) text: &'a str,
    /// Where that begins in the file.
    pub(super) start: usize,
    /// The blanks before it.
    pub(super) column: usize,
    /// The word that it starts with, if it does.
    pub(super) word: &'a str,
}

impl<'a> Line<'a> {
    pub(super) fn new(line: &'a str, start: usize) -> Self {
        let ended = line.strip_suffix('\n').unwrap_or(line);
        let ended = ended.strip_suffix('\r').unwrap_or(ended);
        let unmarked = if start == 0 { ended.trim_start_matches('\u{feff}') } else { ended };
        let text = unmarked.trim_start();
        let end = text.find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(text.len());
        let word = text.get(..end).filter(|word| !word.starts_with(|c: char| c.is_ascii_digit())).unwrap_or_default();
        let column = unmarked.len() - text.len();
        Self { text, start: start + (ended.len() - text.len()), column, word }
    }

    pub(super) fn span(self) -> Span {
        let end = self.text.trim_end().len();
        Span::new(self.start, self.start + end)
    }

    pub(super) fn word(self) -> Word<'a> {
        Word { text: self.word, span: Span::new(self.start, self.start + self.word.len()) }
    }

    /// What follows the first word.
    pub(super) fn rest(self) -> &'a str {
        self.text.get(self.word.len()..).unwrap_or_default()
    }

    /// Whether what follows the first word can only go on with an expression, such as `.part`.
    pub(super) fn goes_on(self) -> bool {
        let operators = ['.', '=', '<', '!', '+', '-', '*', '/', ',', ')', '%'];
        self.rest().starts_with(['(', '[']) || self.rest().trim_start().starts_with(operators)
    }

    /// Whether the line is the head of a rule whose id has lost its group: `rule /name`.
    pub(super) fn lacks_group(self) -> bool {
        matches!(self.word, "rule" | "amend") && self.rest().trim_start().starts_with('/')
    }

    /// Whether the line begins with something like `group/name`.
    pub(super) fn names_rule(self) -> bool {
        let id = self.text.split_whitespace().next().unwrap_or_default();
        id.split_once('/').is_some_and(|(group, name)| {
            let part = |part: &str| {
                part.starts_with(|c: char| c.is_ascii_lowercase())
                    && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
            };
            part(group) && part(name)
        })
    }
}
