//! Lines that are comments or blank, and what each belongs to.
//!
//! Comments inside the expression of a clause are tokens of it and are not among these.

use super::tree::Branch;
use crate::language::line::Line;
use crate::source::Span;
use std::collections::BTreeMap;

/// Where a line of comment stands; items and what is in them are counted from zero.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Place {
    /// Above an item; one more than there are items is the end of the file.
    Above(usize),
    /// Above a clause of an item, or above a column of a table.
    Inside(usize, usize),
    /// Among the lines of text of a clause.
    Among(usize, usize),
    /// Under the last line of an item.
    Below(usize),
}

/// A line that says nothing to the reader of rules.
#[derive(Clone, Copy, Debug)]
pub(super) enum Note<'a> {
    Blank,
    /// The comment and where it begins in the file.
    Comment(&'a str, usize),
}

/// The notes of a file by their places, in the order of the file.
#[derive(Debug, Default)]
pub(super) struct Notes<'a>(BTreeMap<Place, Vec<Note<'a>>>);

impl<'a> Notes<'a> {
    pub(super) fn read(text: &'a str, branches: &[Branch<'a>]) -> Self {
        let mut notes = Self::default();
        let mut end = 0;
        let mut item = 0;
        // Whether a comment at the margin came after the last item, so that the item is over.
        let mut over = false;
        for line in text.split_inclusive('\n') {
            let start = end;
            end += line.len();
            let line = Line::new(line, start);
            while branches.get(item).is_some_and(|branch| branch.item.span.start as usize <= line.start) {
                item += 1;
                over = false;
            }
            let note = match line.text.trim_end() {
                "" => Note::Blank,
                comment if comment.starts_with('#') => Note::Comment(comment, line.start),
                _ => continue,
            };
            let Some(last) = item.checked_sub(1) else {
                notes.keep(Place::Above(0), note);
                continue;
            };
            let Some(branch) = branches.get(last) else { continue };
            let place = match (note, inside(branch, text, line.start)) {
                (Note::Comment(..), Inside::Body) | (Note::Blank, Inside::Body | Inside::Part(_) | Inside::Text(_)) => {
                    continue;
                }
                (Note::Comment(..), Inside::Part(part)) => Place::Inside(last, part),
                (Note::Comment(..), Inside::Text(clause)) => Place::Among(last, clause),
                (Note::Comment(..), Inside::Behind) if line.column > 0 && !over => Place::Below(last),
                (Note::Comment(..) | Note::Blank, Inside::Behind) => {
                    over |= matches!(note, Note::Comment(..));
                    Place::Above(item)
                }
            };
            notes.keep(place, note);
        }
        notes
    }

    fn keep(&mut self, place: Place, note: Note<'a>) {
        self.0.entry(place).or_default().push(note);
    }

    pub(super) fn at(&self, place: Place) -> &[Note<'a>] {
        self.0.get(&place).map_or(&[], Vec::as_slice)
    }

    /// The comments at a place.
    pub(super) fn comments(&self, place: Place) -> impl Iterator<Item = (&'a str, usize)> + '_ {
        self.at(place).iter().filter_map(|note| match note {
            Note::Comment(text, start) => Some((*text, *start)),
            Note::Blank => None,
        })
    }
}

/// Where in an item, or behind it, a line stands.
enum Inside {
    /// Among the tokens of a head or a clause.
    Body,
    /// Above the clause or column of that number.
    Part(usize),
    /// Among the lines of text of that clause.
    Text(usize),
    Behind,
}

fn inside(branch: &Branch<'_>, text: &str, at: usize) -> Inside {
    let item = &branch.item;
    if at >= item.span.end as usize {
        return Inside::Behind;
    }
    if item.keyword == "table" {
        return Inside::Part(item.lines.iter().filter(|line| place(text, line).start as usize <= at).count());
    }
    let begun = item.clauses.iter().filter(|clause| clause.span.start as usize <= at).count();
    let body = match begun.checked_sub(1).and_then(|last| item.clauses.get(last)) {
        Some(clause) if at >= clause.span.end as usize => return Inside::Part(begun),
        Some(clause) => clause.body,
        None => item.head,
    };
    if at < place(text, body).end as usize {
        Inside::Body
    } else if begun == 0 {
        Inside::Part(0)
    } else {
        Inside::Text(begun - 1)
    }
}

/// Where `part`, which is a slice of `text`, stands in it.
pub(super) fn place(text: &str, part: &str) -> Span {
    let start = (part.as_ptr() as usize).saturating_sub(text.as_ptr() as usize);
    Span::new(start, start + part.len())
}
