//! Checkstyle's XML, which many CI systems and reviewers read.

use super::xml::attribute;
use super::{in_full, live, named, path, plain_path};
use crate::report::{Checked, Unread};
use std::fmt::Write;

pub(in crate::report) const OPENING: &str =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<checkstyle version=\"4.3\">\n";
pub(in crate::report) const CLOSING: &str = "</checkstyle>\n";

/// The file of an article with its findings; empty where it has none.
pub(in crate::report) fn article(checked: Checked<'_>) -> String {
    let mut errors = String::new();
    for (finding, region) in live(checked) {
        let severity = match finding.severity.word() {
            "note" => "info",
            word => word,
        };
        let place = match region {
            Some(region) if region.exact => {
                format!("line=\"{}\" column=\"{}\" ", region.start.line, region.start.column)
            }
            Some(region) => format!("line=\"{}\" ", region.start.line),
            None => String::new(),
        };
        let message = match checked.record_line() {
            Some(_) => format!("{}: {}", named(checked.article, checked.name), in_full(finding)),
            None => in_full(finding),
        };
        // Writing to a string cannot fail.
        let _ = writeln!(
            errors,
            "    <error {place}severity=\"{severity}\" message=\"{}\" source=\"factlint.{}\"/>",
            attribute(&message),
            attribute(&finding.rule)
        );
    }
    if errors.is_empty() {
        return errors;
    }
    format!("  <file name=\"{}\">\n{errors}  </file>\n", attribute(&path(checked)))
}

/// The file of an article that could not be read.
pub(in crate::report) fn unread(unread: Unread<'_>) -> String {
    let (name, message) = (attribute(&plain_path(unread.file)), attribute(unread.message));
    let line = unread.line.map(|line| format!("line=\"{line}\" ")).unwrap_or_default();
    format!(
        "  <file name=\"{name}\">\n    <error {line}severity=\"error\" message=\"{message}\" source=\"factlint\"/>\n  </file>\n"
    )
}
