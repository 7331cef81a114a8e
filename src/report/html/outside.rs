//! Marked places that are no part of the text that readers see: comments, links, the file's own head.

use super::escape;
use super::finding::{Numbered, chip};
use crate::report::{Checked, FieldLines};
use crate::source::Span;
use std::fmt::Write;

/// So many characters before and after a place are shown.
const AROUND: usize = 60;
/// Of a place of more bytes its two ends are shown.
const LONGEST: usize = 240;

/// A list of the places, each with its line and what stands around it.
pub(super) fn places(checked: Checked<'_>, findings: &[Numbered<'_>], elsewhere: &[(usize, usize)]) -> String {
    if elsewhere.is_empty() {
        return String::new();
    }
    let mut html = String::from(
        "<div class=\"outside\">\n<h4>Marked outside of the text</h4>\n<p class=\"aside\">These places are in the file, but no part of what \
         readers see.</p>\n<ul>\n",
    );
    let mut lines = FieldLines::new(checked);
    for &(number, nth) in elsewhere {
        let Some(numbered) = findings.get(number) else { continue };
        let Some(mark) = numbered.finding.marks.get(nth) else { continue };
        lines.find(std::iter::once(mark.place));
        let Some(field) = checked.article.fields.get(usize::from(mark.place.field)) else { continue };
        let span = field.shown(mark.place.span);
        let line = lines.of(mark.place).map_or(0, |lines| lines.line_of(span.start)) + 1;
        let (before, marked, after) = around(&field.text, span);
        // Writing to a string cannot fail.
        let _ = writeln!(
            html,
            "<li><span class=\"part\">Line {line}</span> <code>{}<mark class=\"{}\" data-of=\"{}\" id=\"{}\">{}</mark>{}</code>{}</li>",
            escape::words(before),
            numbered.class(),
            numbered.id(),
            numbered.mark_id(nth),
            escape::words(&marked),
            escape::words(after),
            chip(numbered, &mark.label)
        );
    }
    html + "</ul>\n</div>\n"
}

/// The words of a place, and what of its lines stands before and after it.
fn around(text: &str, span: Span) -> (&str, String, &str) {
    let before = text.get(..span.start as usize).unwrap_or_default();
    let before = before.rsplit('\n').next().unwrap_or_default();
    let after = text.get(span.end as usize..).unwrap_or_default();
    let after = after.split('\n').next().unwrap_or_default();
    let marked = span.of(text);
    let marked = if marked.len() > LONGEST {
        format!("{} … {}", head(marked, LONGEST / 2), tail(marked, LONGEST / 2))
    } else {
        marked.to_owned()
    };
    (tail(before, AROUND), marked, head(after, AROUND))
}

/// The first so many characters.
fn head(words: &str, count: usize) -> &str {
    let end = words.char_indices().nth(count).map_or(words.len(), |(at, _)| at);
    words.get(..end).unwrap_or_default()
}

/// The last so many characters.
fn tail(words: &str, count: usize) -> &str {
    let start = words.char_indices().rev().nth(count.saturating_sub(1)).map_or(0, |(at, _)| at);
    words.get(start..).unwrap_or_default()
}
