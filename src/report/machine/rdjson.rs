//! Reviewdog's diagnostics as one JSON document, with suggestions that a reviewer can take.

use super::{Region, in_full, live, path, plain_path, region, written};
use crate::language::rule::Severity;
use crate::lint::finding::Finding;
use crate::report::{Checked, FieldLines, Unread};
use serde_json::{Value, json};

pub(in crate::report) const OPENING: &str = "{\"source\": {\"name\": \"factlint\"}, \"diagnostics\": [\n";
pub(in crate::report) const BETWEEN: &str = ",\n";
pub(in crate::report) const CLOSING: &str = "\n]}\n";

/// The findings of an article.
pub(in crate::report) fn article(checked: Checked<'_>) -> String {
    let mut lines = FieldLines::new(checked);
    let diagnostics = live(checked).map(|(finding, main)| {
        let severity = match finding.severity {
            Severity::Error => "ERROR",
            Severity::Warning => "WARNING",
            Severity::Note => "INFO",
        };
        let others = finding.marks.iter().skip(1).filter_map(|mark| {
            let of = checked.of(mark);
            let at = match mark.elsewhere {
                Some(_) => region(&mut FieldLines::new(of), mark.place)?,
                None => region(&mut lines, mark.place)?,
            };
            Some(json!({ "message": mark.label, "location": location(of, Some(at)) }))
        });
        let others: Vec<Value> = others.collect();
        written(&json!({
            "message": in_full(finding),
            "location": location(checked, main),
            "severity": severity,
            "code": { "value": finding.rule },
            "suggestions": suggestions(&mut lines, finding),
            "related_locations": others,
        }))
    });
    diagnostics.collect::<Vec<_>>().join(BETWEEN)
}

/// An article that could not be read.
pub(in crate::report) fn unread(unread: Unread<'_>) -> String {
    let range = json!({ "start": { "line": unread.line.unwrap_or(1) } });
    written(&json!({
        "message": format!("cannot be read: {}", unread.message),
        "location": { "path": plain_path(unread.file), "range": range },
        "severity": "ERROR",
    }))
}

fn location(checked: Checked<'_>, region: Option<Region>) -> Value {
    match region {
        Some(region) => json!({ "path": path(checked), "range": range(region) }),
        None => json!({ "path": path(checked) }),
    }
}

fn range(region: Region) -> Value {
    if !region.exact {
        return json!({ "start": { "line": region.start.line } });
    }
    // It counts bytes.
    let position = |line: usize, column: usize| json!({ "line": line, "column": column });
    let (start, end) = region.bytes;
    json!({ "start": position(region.start.line, start), "end": position(region.end.line, end) })
}

/// What could be written instead, where the file has the words as they are read.
fn suggestions(lines: &mut FieldLines<'_>, finding: &Finding) -> Vec<Value> {
    let written = finding.suggestions.iter().filter_map(|suggestion| {
        let at = region(lines, suggestion.place).filter(|region| region.exact)?;
        Some(json!({ "range": range(at), "text": suggestion.text }))
    });
    written.collect()
}
