//! Excerpts: the lines of an article that a finding marks, cut to the width of the page.
//!
//! A paragraph is often one line of a thousand characters, and a file may be a single line. What is
//! shown is a text of its own: the marked lines with the words around the marks, each run of lines a
//! piece that knows its name and line number in the article.

use crate::source::{Lines, Position, Span};
use miette::{MietteError, MietteSpanContents, SourceCode, SourceSpan, SpanContents};
use std::ops::Range;

/// Something to point at in one field of an article.
#[derive(Clone, Copy, Debug)]
pub struct Pointer<'a> {
    /// The field's number.
    pub field: u8,
    /// The field's name as it is shown.
    pub name: &'a str,
    /// The field's text.
    pub text: &'a str,
    /// Where its lines begin.
    pub lines: &'a Lines,
    /// The bytes of the text.
    pub span: Span,
}

/// What is shown, and where in it the pointers point.
#[derive(Debug, Default)]
pub struct Excerpt {
    text: String,
    pieces: Vec<Piece>,
    pointed: Vec<Pointed>,
}

/// A run of lines of one field.
#[derive(Debug)]
struct Piece {
    shown: Range<usize>,
    name: String,
    /// The number of its first line, from zero.
    line: usize,
    count: usize,
}

#[derive(Clone, Debug)]
struct Pointed {
    shown: Range<usize>,
    position: Position,
}

/// Lines beyond this many of one mark are left out.
const LINES_OF_A_MARK: usize = 3;
/// A word is cut rather than left out where more than so many bytes of it are at stake.
const LONG_WORD: usize = 16;
/// Neighbouring lines at least this long belong to prose that is broken by hand, and are shown too.
const BROKEN_BY_HAND: usize = 40;

impl Excerpt {
    /// Cuts out what `pointers` point at; lines are at most about `width` characters long.
    pub fn new(pointers: &[Pointer<'_>], width: usize) -> Self {
        let pointed = pointers.iter().map(|pointer| {
            let position = pointer.lines.position(pointer.text, pointer.span.start);
            Pointed { shown: 0..0, position }
        });
        let mut excerpt = Self { pointed: pointed.collect(), ..Self::default() };
        let mut fields: Vec<_> = pointers.iter().map(|pointer| pointer.field).collect();
        fields.sort_unstable();
        fields.dedup();
        for field in fields {
            excerpt.add(field, pointers, width);
        }
        excerpt
    }

    /// Where in the excerpt the pointer of that number points.
    pub fn shown(&self, pointer: usize) -> Range<usize> {
        self.pointed.get(pointer).map_or(0..0, |pointed| pointed.shown.clone())
    }

    fn add(&mut self, field: u8, pointers: &[Pointer<'_>], width: usize) {
        let of_field = || pointers.iter().enumerate().filter(|(_, pointer)| pointer.field == field);
        let Some((_, &Pointer { name, text, lines, .. })) = of_field().next() else { return };
        let marked: Vec<_> = of_field().map(|(index, pointer)| (index, marked_lines(pointer))).collect();
        for run in runs(text, lines, marked.iter().map(|(_, lines)| lines.clone()).collect(), width) {
            let from = self.text.len() + usize::from(!self.text.is_empty());
            let gutter = run.end.to_string().len() + 4;
            for line in run.clone() {
                if !self.text.is_empty() {
                    self.text.push('\n');
                }
                let span = lines.span(text, line);
                let on_line = |index: &usize| {
                    let whole = pointers.get(*index).map_or_else(Span::default, |pointer| pointer.span);
                    Span { start: whole.start.clamp(span.start, span.end), end: whole.end.clamp(span.start, span.end) }
                };
                let here: Vec<_> = marked.iter().filter(|(_, lines)| lines.contains(&line)).collect();
                let keep: Vec<_> = here.iter().map(|(index, _)| shifted_back(on_line(index), span.start)).collect();
                let kept = kept(span.of(text), &keep, width.saturating_sub(gutter));
                let places = self.print(span.of(text), &kept);
                for (&(index, ref lines), span) in here.into_iter().zip(keep) {
                    let Some(pointed) = self.pointed.get_mut(index) else { continue };
                    if line == lines.start {
                        pointed.shown = place(&places, span.start as usize, true)..0;
                    }
                    if line + 1 == lines.end {
                        pointed.shown.end = place(&places, span.end as usize, false).max(pointed.shown.start);
                    }
                }
            }
            let piece =
                Piece { shown: from..self.text.len(), name: name.to_owned(), line: run.start, count: run.len() };
            self.pieces.push(piece);
        }
    }

    /// Prints what is kept of a line, and says where in the line and in the excerpt each part begins.
    fn print(&mut self, line: &str, kept: &[Range<usize>]) -> Vec<(Range<usize>, usize)> {
        let mut places = Vec::with_capacity(kept.len());
        let mut end = 0;
        for part in kept {
            if part.start > end {
                self.text.push_str(if end == 0 { "… " } else { " … " });
            }
            places.push((part.clone(), self.text.len()));
            self.text.extend(line.get(part.clone()).unwrap_or_default().chars().map(visible));
            end = part.end;
        }
        if end < line.len() {
            self.text.push_str(" …");
        }
        places
    }
}

/// The lines that a pointer is shown on.
fn marked_lines(pointer: &Pointer<'_>) -> Range<usize> {
    let first = pointer.lines.line_of(pointer.span.start);
    let last = pointer.lines.line_of(pointer.span.end.saturating_sub(1).max(pointer.span.start));
    first..(last + 1).min(first + LINES_OF_A_MARK)
}

/// The runs of lines to show: marked lines, neighbours of the same prose, and a single line between.
fn runs(text: &str, lines: &Lines, mut marked: Vec<Range<usize>>, width: usize) -> Vec<Range<usize>> {
    marked.sort_by_key(|lines| lines.start);
    let prose = |line: usize| (BROKEN_BY_HAND..=width).contains(&lines.span(text, line).len());
    let mut runs: Vec<Range<usize>> = Vec::new();
    for Range { start, end } in marked {
        let (before, after) = (start.wrapping_sub(1), end);
        let first = if start > 0 && prose(start) && prose(before) { before } else { start };
        let last = if end < lines.count() && prose(end - 1) && prose(after) { end + 1 } else { end };
        match runs.last_mut() {
            Some(run) if first <= run.end + 1 => run.end = run.end.max(last),
            _ => runs.push(first..last),
        }
    }
    runs
}

fn shifted_back(span: Span, by: u32) -> Span {
    Span { start: span.start - by, end: span.end - by }
}

/// Which parts of a line are shown: all of it where it fits, else the words around the marks.
fn kept(line: &str, marks: &[Span], width: usize) -> Vec<Range<usize>> {
    let width = width.max(40);
    if line.chars().nth(width).is_none() {
        return std::iter::once(0..line.len()).collect();
    }
    if marks.is_empty() {
        return std::iter::once(0..whole_words(line, forward(line, 0, width - 2), 0, true)).collect();
    }
    let cores = cores(line, marks, width);
    let used: usize = cores.iter().map(|core| line.get(core.clone()).map_or(0, |core| core.chars().count())).sum();
    let spare = width.saturating_sub(used + 4);
    let around = (spare / (2 * cores.len())).max(12);
    let (mut before, mut after) = (around, around);
    if let [core] = cores.as_slice() {
        // What one side does not need is the other's.
        before = spare.saturating_sub(around.min(line.len() - core.end)).max(around);
        after = spare.saturating_sub(around.min(core.start)).max(around);
    }
    let mut kept: Vec<Range<usize>> = Vec::new();
    for core in cores {
        let inside = |at: usize| marks.iter().any(|mark| mark.range().start < at && at < mark.range().end);
        let start = if inside(core.start) { core.start } else { back(line, core.start, before) };
        let end = if inside(core.end) { core.end } else { forward(line, core.end, after) };
        let start = whole_words(line, start, core.start, false);
        let end = whole_words(line, end, core.end, true);
        match kept.last_mut() {
            // An ellipsis between has to leave out more than it takes.
            Some(last) if start <= last.end + 6 => last.end = last.end.max(end),
            _ => kept.push(start..end),
        }
    }
    kept
}

/// What has to be shown of a line: the marks with what is between near ones, and the two ends of those
/// that are themselves too long.
fn cores(line: &str, marks: &[Span], width: usize) -> Vec<Range<usize>> {
    let longest = (width / marks.len()).max(40) / 2;
    let mut ends: Vec<Range<usize>> = Vec::new();
    for mark in marks {
        let mark = mark.range();
        let (head, tail) = (forward(line, mark.start, longest), back(line, mark.end, longest));
        if head < tail {
            ends.push(mark.start..whole_words(line, head, mark.start, true));
            ends.push(whole_words(line, tail, mark.end, false)..mark.end);
        } else {
            ends.push(mark);
        }
    }
    ends.sort_by_key(|core| core.start);
    let mut cores: Vec<Range<usize>> = Vec::new();
    for core in ends {
        match cores.last_mut() {
            // Marks that are near each other are read together, and share the words around.
            Some(last) if core.start <= last.end || core.end - last.start <= width / 2 => {
                last.end = last.end.max(core.end);
            }
            _ => cores.push(core),
        }
    }
    cores
}

/// The byte `count` characters after `at`.
fn forward(line: &str, at: usize, count: usize) -> usize {
    let rest = line.get(at..).unwrap_or_default();
    at + rest.char_indices().nth(count).map_or(rest.len(), |(offset, _)| offset)
}

/// The byte `count` characters before `at`.
fn back(line: &str, at: usize, count: usize) -> usize {
    let before = line.get(..at).unwrap_or_default();
    if count == 0 {
        return at;
    }
    before.char_indices().rev().nth(count - 1).map_or(0, |(offset, _)| offset)
}

/// Moves a cut at `at` towards `core` to the nearest end of a word, if there is one near.
fn whole_words(line: &str, at: usize, core: usize, after: bool) -> usize {
    if after {
        if at >= line.len() || at <= core {
            return at.min(line.len()).max(core);
        }
        let between = line.get(core..at).unwrap_or_default();
        let space = between.rfind(char::is_whitespace).filter(|space| between.len() - space <= LONG_WORD);
        core + space.unwrap_or(between.len())
    } else {
        if at == 0 || at >= core {
            return at.min(core);
        }
        let between = line.get(at..core).unwrap_or_default();
        let space = between.find(char::is_whitespace).filter(|&space| space <= LONG_WORD);
        let rest = space.and_then(|space| between.get(space..)).unwrap_or(between);
        at + between.len() - rest.trim_start().len()
    }
}

/// Where a byte of the line stands in the excerpt; what was left out stands where it would begin or end.
fn place(places: &[(Range<usize>, usize)], at: usize, start: bool) -> usize {
    let after = places.partition_point(|(part, _)| if start { part.end <= at } else { part.end < at });
    match places.get(after).or(places.last()) {
        Some((part, shown)) => shown + at.clamp(part.start, part.end) - part.start,
        None => 0,
    }
}

/// A character as it is shown. An article must not be able to steer the terminal; the stand-in has as
/// many bytes, so that places stay what they are.
pub(super) fn visible(character: char) -> char {
    match character {
        '\t' => character,
        '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => '\u{FFFD}',
        _ if character.is_control() && character.len_utf8() == 1 => '?',
        _ if character.is_control() => '·',
        _ => character,
    }
}

/// Words for a message, with nothing in them that steers the terminal.
pub fn harmless(words: &str) -> String {
    words.chars().map(|character| if character == '\n' { '\n' } else { visible(character) }).collect()
}

impl SourceCode for Excerpt {
    /// With lines before or after asked for, the whole piece; else the place of the span itself.
    /// Spans of two pieces are refused, and shown one by one.
    fn read_span<'a>(
        &'a self,
        span: &SourceSpan,
        before: usize,
        after: usize,
    ) -> Result<Box<dyn SpanContents<'a> + 'a>, MietteError> {
        let (start, end) = (span.offset(), span.offset() + span.len());
        let piece = self.pieces.iter().find(|piece| piece.shown.start <= start && end <= piece.shown.end);
        let piece = piece.ok_or(MietteError::OutOfBounds)?;
        let (shown, line, column) = if before == 0 && after == 0 {
            let pointed = self.pointed.iter().find(|pointed| pointed.shown.start == start);
            let position = pointed.map_or(Position { line: piece.line + 1, column: 1 }, |pointed| pointed.position);
            (start..end, position.line - 1, position.column - 1)
        } else {
            (piece.shown.clone(), piece.line, 0)
        };
        let data = self.text.get(shown.clone()).unwrap_or_default().as_bytes();
        let span = SourceSpan::from(shown);
        Ok(Box::new(MietteSpanContents::new_named(piece.name.clone(), data, span, line, column, piece.count)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, marked: &str, width: usize, want: &str) {
        let start = text.find(marked).expect("the words are in the text");
        let lines = Lines::new(text);
        let span = Span::new(start, start + marked.len());
        let pointer = Pointer { field: 0, name: "a.txt", text, lines: &lines, span };
        let excerpt = Excerpt::new(&[pointer], width);
        assert_eq!(excerpt.text, want, "{marked:?} in {text:?}");
        let shown = excerpt.text.get(excerpt.shown(0)).expect("on character boundaries");
        if !shown.contains(" … ") {
            assert_eq!(shown, marked, "{text:?}");
        }
    }

    #[test]
    fn lines_are_cut_to_the_words_around_a_mark() {
        check("Four lorries.\n\nFive vans.", "lorries", 60, "Four lorries.");
        let long = "The harbour office counted forty boats on Monday, and by the evening of the next day \
                    there were, it said, only three boats left in the whole of the outer basin.";
        check(long, "three boats", 60, "… it said, only three boats left in the whole …");
        check(long, "The harbour", 60, "The harbour office counted forty boats on Monday, …");
        check(long, "outer basin", 60, "… three boats left in the whole of the outer basin.");
        check(long, long, 60, "The harbour office counted … whole of the outer basin.");
        check(
            &format!("{}40 boats", "<div>".repeat(99)),
            "boats",
            60,
            "… iv><div><div><div><div><div><div><div><div>40 boats",
        );
        check(&"ab".repeat(200), "abab", 60, &format!("{}a …", "ab".repeat(25)));
    }

    #[test]
    fn prose_broken_by_hand_keeps_its_neighbours() {
        let text = "The office counted forty boats in the harbour on\nMonday, and there were more than fifty boats in\n\
                    the outer basin, which is a good deal less wide.";
        check(text, "fifty boats", 80, text);
        check("Short\nfifty boats\n", "fifty boats", 80, "fifty boats");
    }

    #[test]
    fn an_article_cannot_steer_the_terminal() {
        check("Ten \u{1b}[31mvans\u{9b}1m", "Ten", 80, "Ten ?[31mvans·1m");
        assert_eq!(harmless("a\u{202E}b\nc\u{7}"), "a\u{FFFD}b\nc?");
    }
}
