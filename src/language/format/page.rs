//! The page that is printed on: lines, columns, and tokens with the author's line breaks.

use super::spacing::{Inside, between};
use super::token::{Gap, Kind, Token};

/// The blanks that a line goes further in behind an open bracket at the end of the line above.
const STEP: usize = 2;

#[derive(Debug, Default)]
pub(super) struct Page {
    pub(super) text: String,
    /// Blanks that are written once something follows them.
    blanks: usize,
}

impl Page {
    /// Begins a line at a column.
    pub(super) fn line(&mut self, column: usize) {
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        self.blanks = column;
    }

    /// Leaves a line blank.
    pub(super) fn blank_line(&mut self) {
        self.line(0);
    }

    pub(super) fn put(&mut self, text: &str) {
        self.text.extend(std::iter::repeat_n(' ', std::mem::take(&mut self.blanks)));
        self.text.push_str(text);
    }

    /// Leaves blanks, and more of them up to a column.
    pub(super) fn gap(&mut self, blanks: usize, column: usize) {
        self.blanks += blanks;
        self.blanks += column.saturating_sub(self.column());
    }

    /// The column that is written at next.
    pub(super) fn column(&self) -> usize {
        self.last_line().chars().count() + self.blanks
    }

    fn last_line(&self) -> &str {
        self.text.rsplit('\n').next().unwrap_or_default()
    }
}

/// A bracket that is open.
struct Bracket {
    /// Where the lines inside begin.
    inside: usize,
    /// Where a line begins with the bracket that closes it.
    close: usize,
}

/// A token that is set apart from what stands before it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cut {
    /// The number of the token.
    pub(super) token: usize,
    pub(super) blanks: usize,
    /// It stands at this column or further on.
    pub(super) column: usize,
}

/// Prints tokens. Lines that the author broke stay broken; they go on at `indent`, or inside the bracket
/// that is open. The first token stays where the page is.
pub(super) fn put_tokens(page: &mut Page, tokens: &[Token<'_>], cuts: &[Cut], indent: usize) {
    let mut open: Vec<Bracket> = Vec::new();
    let mut margin = indent;
    for (at, token) in tokens.iter().enumerate() {
        let before = tokens.get(..at).unwrap_or_default();
        if at > 0 && token.gap == Gap::Line {
            let column = match open.last() {
                Some(bracket) if token.kind == Kind::Close => bracket.close,
                Some(bracket) => bracket.inside,
                None => indent,
            };
            margin = column;
            page.line(column);
        } else if let Some(cut) = cuts.iter().find(|cut| cut.token == at) {
            page.gap(cut.blanks, cut.column);
        } else {
            page.put(between(before, token, Inside::Clause));
        }
        page.put(&token.text);
        match token.kind {
            Kind::Open => {
                let hanging = tokens.get(at + 1).is_some_and(|next| next.gap == Gap::Line);
                let (inside, close) =
                    if hanging { (margin + STEP, margin) } else { (page.column(), page.column().saturating_sub(1)) };
                open.push(Bracket { inside, close });
            }
            Kind::Close => {
                open.pop();
            }
            Kind::Word
            | Kind::Number
            | Kind::Text
            | Kind::Pattern
            | Kind::Comma
            | Kind::Dot
            | Kind::Colon
            | Kind::Sign
            | Kind::Comment => {}
        }
    }
}

/// How wide tokens are on one line.
pub(super) fn width(tokens: &[Token<'_>]) -> usize {
    let mut page = Page::default();
    put_tokens(&mut page, tokens, &[], 0);
    page.column()
}
