//! The printer: items, clauses and comments in their order and columns.

use super::cells::{self, Printed};
use super::notes::{Note, Notes, Place, place};
use super::page::Page;
use super::rewrite::{Edit, edited, edits};
use super::token::{Wording, tokens};
use super::tree::{Branch, Head, first_line};
use crate::language::layout::{RawClause, order};

/// Where clauses begin.
const CLAUSE: usize = 2;
/// The width of a clause's word, so that what follows begins in one column.
const WORD: usize = 10;
/// The width of an example's word.
const EXAMPLE: usize = 5;
/// Where lines of text begin under their clause.
const TEXT: usize = 4;

/// The file as it is formatted, with `\n` at the ends of its lines.
pub(super) fn print(text: &str, branches: &[Branch<'_>]) -> String {
    let notes = Notes::read(text, branches);
    let printer = Printer { text, notes, end: Place::Above(branches.len()) };
    let mut page = Page::default();
    for (number, branch) in branches.iter().enumerate() {
        let before = number.checked_sub(1).and_then(|before| branches.get(before));
        let close = before.is_some_and(|before| is_short(before) && is_short(branch));
        printer.above(&mut page, Place::Above(number), before.is_some() && !close);
        printer.item(&mut page, number, branch);
    }
    printer.above(&mut page, printer.end, false);
    if !page.text.is_empty() {
        page.text.push('\n');
    }
    page.text
}

/// Whether an item may follow its like without a blank line.
fn is_short(branch: &Branch<'_>) -> bool {
    match branch.item.keyword {
        "define" => branch.item.lines.is_empty(),
        keyword => matches!(keyword, "pack" | "use" | "words"),
    }
}

struct Printer<'a> {
    text: &'a str,
    notes: Notes<'a>,
    /// Behind the last item.
    end: Place,
}

impl<'a> Printer<'a> {
    /// The comments above an item, in the paragraphs that the author made of them.
    fn above(&self, page: &mut Page, place: Place, apart: bool) {
        let mut blank = apart;
        for note in self.notes.at(place) {
            match note {
                Note::Blank => blank = !page.text.is_empty(),
                Note::Comment(comment, _) => {
                    if std::mem::take(&mut blank) {
                        page.blank_line();
                    }
                    page.line(0);
                    page.put(comment);
                }
            }
        }
        if blank && place != self.end {
            page.blank_line();
        }
    }

    fn comments(&self, page: &mut Page, place: Place, column: usize) {
        for (comment, _) in self.notes.comments(place) {
            page.line(column);
            page.put(comment);
        }
    }

    fn item(&self, page: &mut Page, number: usize, branch: &Branch<'a>) {
        let item = &branch.item;
        let edits = edits(branch, self.text);
        page.line(0);
        page.put(item.keyword);
        page.gap(1, 0);
        let (head, wording) = match branch.head {
            Head::Table(..) => (first_line(item), Wording::Names),
            Head::Define(_) => (item.head, Wording::Names),
            Head::Words(_) => (item.head, Wording::Hyphened),
            Head::Rule(_) | Head::Amend(_) | Head::Use(_) | Head::Pack(..) => (item.head, Wording::Ids),
        };
        self.printed(head, wording, &edits, "").put(page, CLAUSE);
        if let Head::Table(_, columns) = &branch.head {
            let lines = item.lines.iter().zip(columns).map(|(line, columns)| {
                let tokens = tokens(line, place(self.text, line).start as usize, Wording::Names);
                cells::of_columns(tokens, columns)
            });
            let mut lines: Vec<_> = lines.collect();
            cells::align(&mut lines);
            for (line, printed) in lines.iter().enumerate() {
                self.comments(page, Place::Inside(number, line), CLAUSE);
                page.line(CLAUSE);
                printed.put(page, CLAUSE);
            }
        } else {
            self.clauses(page, number, branch, &edits);
        }
        self.comments(page, Place::Below(number), CLAUSE);
    }

    fn printed(&self, body: &'a str, wording: Wording, edits: &[Edit], keyword: &str) -> Printed<'a> {
        let tokens = tokens(body, place(self.text, body).start as usize, wording);
        cells::of_clause(edited(tokens, edits), keyword)
    }

    fn clauses(&self, page: &mut Page, number: usize, branch: &Branch<'a>, edits: &[Edit]) {
        let order = order(branch.item.clauses.iter().map(|clause| clause.keyword));
        let mut clauses: Vec<_> = branch.item.clauses.iter().enumerate().collect();
        clauses.sort_by_key(|(at, _)| order.get(*at));
        let printed = |raw: &RawClause<'a>| {
            let wording = match raw.keyword {
                "instead" => Wording::Ids,
                "tags" => Wording::Hyphened,
                _ => Wording::Names,
            };
            self.printed(raw.body, wording, edits, raw.keyword)
        };
        let mut bodies: Vec<Printed<'a>> = clauses.iter().map(|(_, raw)| printed(raw)).collect();
        // Clauses of one kind that follow each other share their columns.
        let mut rest = bodies.as_mut_slice();
        for run in clauses.chunk_by(|(_, a), (_, b)| a.keyword == b.keyword) {
            let (same, others) = rest.split_at_mut_checked(run.len()).unwrap_or_default();
            cells::align(same);
            rest = others;
        }
        for ((at, raw), body) in clauses.into_iter().zip(&bodies) {
            self.comments(page, Place::Inside(number, at), CLAUSE);
            page.line(CLAUSE);
            self.clause(page, Place::Among(number, at), raw, body);
        }
    }

    fn clause(&self, page: &mut Page, among: Place, raw: &RawClause<'a>, body: &Printed<'a>) {
        page.put(raw.keyword);
        if let Some(word) = body.phrase() {
            page.put(" ");
            page.put(word);
        }
        let width = if matches!(raw.keyword, "bad" | "good" | "becomes" | "says") { EXAMPLE } else { WORD };
        page.gap(1, CLAUSE + width);
        body.put(page, CLAUSE + WORD);
        let mut texts: Vec<(&str, u32)> = raw.text.iter().map(|line| (line.text, line.span.start)).collect();
        let comments = self.notes.comments(among).map(|(comment, start)| (comment, start as u32));
        let comments: Vec<(&str, u32)> = comments.collect();
        if let [(text, start)] = texts.as_slice()
            && comments.is_empty()
            && !self.text.get(raw.word.span.end as usize..*start as usize).unwrap_or_default().contains('\n')
        {
            page.gap(usize::from(!body.is_empty()), 0);
            page.put("> ");
            page.put(text);
            return;
        }
        texts.extend(&comments);
        texts.sort_by_key(|(_, start)| *start);
        for line in texts {
            page.line(TEXT);
            if comments.contains(&line) {
                page.put(line.0);
            } else if line.0.is_empty() {
                page.put(">");
            } else {
                page.put("> ");
                page.put(line.0);
            }
        }
    }
}
