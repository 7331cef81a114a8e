//! Cells: what stands in one column in clauses of one kind, and in the columns of a table.

use super::page::{Cut, Page, put_tokens, width};
use super::token::{Gap, Kind, Token};
use crate::language::syntax::Column;
use std::borrow::Cow;

/// The blanks before the reason or the description at the end of a line.
const APART: usize = 3;

/// Tokens, cut into cells.
#[derive(Debug)]
pub(super) struct Printed<'a> {
    tokens: Vec<Token<'a>>,
    cuts: Vec<Cut>,
    /// The first token belongs to the clause's word, as in `for each`.
    phrase: bool,
    /// Whether it shares its columns with its neighbours.
    in_columns: bool,
}

impl<'a> Printed<'a> {
    /// The word that follows the clause's own, as in `for each`.
    pub(super) fn phrase(&self) -> Option<&str> {
        self.tokens.first().filter(|_| self.phrase).map(|token| &*token.text)
    }

    fn body(&self) -> &[Token<'a>] {
        self.tokens.get(usize::from(self.phrase)..).unwrap_or_default()
    }

    pub(super) fn is_empty(&self) -> bool {
        self.body().is_empty()
    }

    /// Prints it where the page is; lines of their own begin at `indent`.
    pub(super) fn put(&self, page: &mut Page, indent: usize) {
        put_tokens(page, self.body(), &self.cuts, indent);
    }

    fn is_line(&self) -> bool {
        self.body().iter().skip(1).all(|token| token.gap != Gap::Line)
    }
}

/// A clause or the head of an item.
pub(super) fn of_clause<'a>(tokens: Vec<Token<'a>>, keyword: &str) -> Printed<'a> {
    let first = |word: &str| tokens.first().is_some_and(|token| token.text == word);
    let phrase = matches!(keyword, "for" | "once" | "instead") && (first("each") || first("per") || first("of"));
    let in_columns = matches!(keyword, "mark" | "suggest" | "let" | "setting");
    let mut printed = Printed { tokens, cuts: Vec::new(), phrase, in_columns };
    let mut cuts = Vec::new();
    let mut depth = 0_usize;
    for (at, token) in printed.body().iter().enumerate() {
        let blanks = match (keyword, token.kind, &*token.text) {
            (_, Kind::Word, "because") => APART,
            ("let" | "setting", Kind::Sign, "=") if at == 1 => 1,
            ("suggest", Kind::Word, "with") | ("mark", Kind::Text, _) => 1,
            ("setting", Kind::Text, _) if at > 2 => APART,
            _ => 0,
        };
        match token.kind {
            Kind::Open => depth += 1,
            Kind::Close => depth = depth.saturating_sub(1),
            _ => {}
        }
        // Strings that are joined to the one before them belong to its cell.
        let joined = token.kind == Kind::Text && cuts.last().is_some_and(|cut: &Cut| cut.token + 1 == at);
        if blanks > 0 && depth == 0 && at > 0 && !joined {
            cuts.push(Cut { token: at, blanks, column: 0 });
        }
    }
    printed.cuts = cuts;
    printed
}

/// A line of a table's declaration: the name, the type, and what more there is.
pub(super) fn of_columns<'a>(mut tokens: Vec<Token<'a>>, columns: &[Column<'_>]) -> Printed<'a> {
    let mut cuts = Vec::new();
    if let [column] = columns {
        let of = column.type_span.start as usize..column.type_span.end as usize;
        if let Some(first) = tokens.iter().position(|token| token.start == of.start) {
            // `yes/no` is written `yes_no`.
            if tokens.get(first + 1).is_some_and(|next| next.text == "/") {
                tokens.drain(first + 1..first + 3);
                if let Some(token) = tokens.get_mut(first) {
                    token.text = Cow::Borrowed("yes_no");
                }
            }
            let rest = tokens.iter().position(|token| token.start >= of.end);
            cuts.extend([Some(first), rest].into_iter().flatten().map(|token| Cut { token, blanks: 2, column: 0 }));
        }
    }
    Printed { tokens, cuts, phrase: false, in_columns: true }
}

/// Gives the cells of neighbours the same columns.
pub(super) fn align(all: &mut [Printed<'_>]) {
    let mut lines: Vec<&mut Printed<'_>> = all.iter_mut().filter(|one| one.in_columns && one.is_line()).collect();
    let most = lines.iter().map(|line| line.cuts.len()).max().unwrap_or_default();
    let mut starts = vec![0; lines.len()];
    for number in 0..most {
        let mut column = 0;
        let mut ends = Vec::with_capacity(lines.len());
        for (line, start) in lines.iter().zip(&starts) {
            let from = number.checked_sub(1).and_then(|before| line.cuts.get(before)).map_or(0, |cut| cut.token);
            let end = line.cuts.get(number).map(|cut| {
                let cell = line.body().get(from..cut.token).unwrap_or_default();
                start + width(cell) + cut.blanks
            });
            column = column.max(end.unwrap_or_default());
            ends.push(end);
        }
        for ((line, start), end) in lines.iter_mut().zip(&mut starts).zip(ends) {
            if let (Some(cut), Some(end)) = (line.cuts.get_mut(number), end) {
                cut.blanks += column - end;
                *start = column;
            }
        }
    }
}
