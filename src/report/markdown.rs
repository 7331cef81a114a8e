//! A Markdown table of findings, for the comment of a review or the summary of a CI run.

use super::excerpt::harmless;
use super::{Checked, FieldLines, Totals, Unread, short};
use crate::lint::finding::Finding;
use std::fmt::Write;

pub(super) const OPENING: &str = "| | Place | Finding | Rule |\n|---|---|---|---|\n";

/// The findings of an article that do not stand, a row each.
pub(super) fn article(checked: Checked<'_>) -> String {
    let live = checked.findings.iter().filter(|finding| finding.stet.is_none());
    rows(checked, live, |finding| (finding.severity.word().to_owned(), String::new()))
}

/// Those that are let stand, and why.
pub(super) fn stets(checked: Checked<'_>) -> String {
    let standing = checked.findings.iter().filter(|finding| finding.stet.is_some());
    rows(checked, standing, |finding| {
        let why = finding.stet.as_ref().map(|stet| format!("<br>stet: {}", cell(&stet.why)));
        ("stet".to_owned(), why.unwrap_or_default())
    })
}

/// An article that could not be read.
pub(super) fn unread(unread: Unread<'_>) -> String {
    format!("| error | {} | cannot be read: {} | |\n", cell(unread.name), cell(unread.message))
}

/// The end of the table and what the run came to.
pub(super) fn closing(totals: &Totals) -> String {
    format!("\n{totals}\n")
}

fn rows<'f>(
    checked: Checked<'_>,
    findings: impl Iterator<Item = &'f Finding>,
    more: impl Fn(&Finding) -> (String, String),
) -> String {
    let mut rows = String::new();
    let mut lines = FieldLines::new(checked);
    for finding in findings {
        let (kind, why) = more(finding);
        let at = format!("{}:{}", checked.name, short::at(&mut lines, finding));
        let lines = std::iter::once(&finding.message).chain(&finding.help).map(|line| cell(line));
        let places =
            std::iter::once(at.trim_end_matches(':').to_owned()).chain(short::in_other_articles(checked, finding));
        let at = places.map(|place| cell(&place)).collect::<Vec<_>>().join("<br>");
        let said = lines.collect::<Vec<_>>().join("<br>");
        // Writing to a string cannot fail.
        let _ = writeln!(rows, "| {kind} | {at} | {said}{why} | `{}` |", finding.rule);
    }
    rows
}

/// Words in a cell: nothing of them is markup.
fn cell(words: &str) -> String {
    let mut cell = String::with_capacity(words.len());
    for c in harmless(words).chars() {
        match c {
            '\n' | '\r' | '\t' => cell.push(' '),
            '&' => cell.push_str("&amp;"),
            '<' => cell.push_str("&lt;"),
            '>' => cell.push_str("&gt;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '~' | '#' | '@' => {
                cell.push('\\');
                cell.push(c);
            }
            c => cell.push(c),
        }
    }
    cell
}
