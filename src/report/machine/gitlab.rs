//! GitLab's code quality report: a subset of Code Climate's issues.

use super::{FNV_OFFSET, Fingerprints, hashed, in_full, live, path, plain_path, written};
use crate::language::rule::Severity;
use crate::report::{Checked, Unread};
use serde_json::json;

pub(in crate::report) const OPENING: &str = "[\n";
pub(in crate::report) const BETWEEN: &str = ",\n";
pub(in crate::report) const CLOSING: &str = "\n]\n";

/// The findings of an article.
pub(in crate::report) fn article(checked: Checked<'_>) -> String {
    let mut fingerprints = Fingerprints::new();
    let issues = live(checked).map(|(finding, region)| {
        let severity = match finding.severity {
            Severity::Error => "major",
            Severity::Warning => "minor",
            Severity::Note => "info",
        };
        let lines = region
            .map_or(json!({ "begin": 1 }), |region| json!({ "begin": region.start.line, "end": region.end.line }));
        written(&json!({
            "description": in_full(finding),
            "check_name": finding.rule,
            "fingerprint": fingerprints.next(checked, finding),
            "severity": severity,
            "location": { "path": path(checked), "lines": lines },
        }))
    });
    issues.collect::<Vec<_>>().join(BETWEEN)
}

/// An article that could not be read.
pub(in crate::report) fn unread(unread: Unread<'_>) -> String {
    written(&json!({
        "description": format!("cannot be read: {}", unread.message),
        "check_name": "unread",
        "fingerprint": format!("{:032x}", hashed(hashed(FNV_OFFSET, "unread"), unread.name)),
        "severity": "blocker",
        "location": { "path": plain_path(unread.file), "lines": { "begin": unread.line.unwrap_or(1) } },
    }))
}
