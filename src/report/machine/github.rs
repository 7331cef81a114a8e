//! Annotations of GitHub's workflows.
//!
//! A step shows ten errors, ten warnings and ten notices, and drops the rest without a word: what is gravest comes
//! first, and what is too much is printed as lines of the log.

use super::{Region, in_full, live, named, path, plain_path};
use crate::language::rule::Severity;
use crate::report::{Checked, Unread};
use std::fmt::Write;

/// How many annotations of one kind a step shows.
const SHOWN: usize = 10;
/// The kinds of annotation, the gravest first.
const KINDS: [&str; 3] = ["error", "warning", "notice"];

/// The findings of an article, an annotation a line.
pub(in crate::report) fn article(checked: Checked<'_>) -> String {
    let mut lines = String::new();
    for (finding, region) in live(checked) {
        let kind = match finding.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "notice",
        };
        let message = match checked.record_line() {
            Some(_) => format!("{}: {}", named(checked.article, checked.name), in_full(finding)),
            None => in_full(finding),
        };
        // Writing to a string cannot fail.
        let _ = writeln!(
            lines,
            "::{kind} file={}{},title={}::{}",
            property(&path(checked)),
            place(region),
            property(&finding.rule),
            data(&message)
        );
    }
    lines
}

/// An article that could not be read.
pub(in crate::report) fn unread(unread: Unread<'_>) -> String {
    let (path, message) = (property(&plain_path(unread.file)), data(unread.message));
    let line = unread.line.map(|line| format!(",line={line}")).unwrap_or_default();
    format!("::error file={path}{line},title=cannot be read::{message}\n")
}

/// The annotations of all articles, the gravest first.
pub(in crate::report) fn closing(held: &str) -> String {
    let mut report = String::new();
    for kind in KINDS {
        let start = format!("::{kind} ");
        let lines = held.lines().filter(|line| line.starts_with(&start));
        for (count, line) in lines.enumerate() {
            if count < SHOWN {
                report.push_str(line);
            } else {
                // One space and it is a line like any other.
                report.push_str(&line.replacen("::", " ", 1));
            }
            report.push('\n');
        }
    }
    report
}

fn place(region: Option<Region>) -> String {
    match region {
        // Columns are given only where the place is on one line.
        Some(region) if region.exact && region.start.line == region.end.line => {
            let (start, end) = (region.start, region.end);
            format!(",line={},endLine={},col={},endColumn={}", start.line, end.line, start.column, end.column)
        }
        Some(region) => format!(",line={},endLine={}", region.start.line, region.end.line),
        None => String::new(),
    }
}

/// The words of an annotation.
fn data(words: &str) -> String {
    words.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// The value of one of its properties.
fn property(words: &str) -> String {
    data(words).replace(':', "%3A").replace(',', "%2C")
}
