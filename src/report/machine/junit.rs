//! `JUnit`'s XML: a suite for each article, a failed test for each finding, a skipped one for each that stands.

use super::xml::attribute;
use super::{all, in_full, named, path, plain_path};
use crate::language::rule::Severity;
use crate::report::stets::said;
use crate::report::{Checked, Unread};
use std::fmt::Write;

pub(in crate::report) const OPENING: &str =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"factlint\">\n";
pub(in crate::report) const CLOSING: &str = "</testsuites>\n";

/// The suite of an article. One without findings has one test, which passes.
pub(in crate::report) fn article(checked: Checked<'_>) -> String {
    let mut cases = String::new();
    let (mut tests, mut failures, mut skipped) = (0, 0, 0);
    let class = attribute(&path(checked));
    for (finding, region) in all(checked) {
        let at = match region {
            Some(region) if region.exact => format!("{}:{}: ", region.start.line, region.start.column),
            Some(region) => format!("{}: ", region.start.line),
            None => String::new(),
        };
        let (name, message) = (attribute(&format!("{at}{}", finding.rule)), attribute(&finding.message));
        let (kind, details) = (finding.severity.word(), attribute(&in_full(finding)));
        tests += 1;
        // A note fails nothing. Writing to a string cannot fail.
        let _ = if let Some(stet) = &finding.stet {
            skipped += 1;
            let why = attribute(&format!("stands: {}", said(stet)));
            writeln!(
                cases,
                "    <testcase classname=\"{class}\" name=\"{name}\" time=\"0\">\n      <skipped message=\"{why}\">{details}</skipped>\n    </testcase>"
            )
        } else if finding.severity == Severity::Note {
            writeln!(
                cases,
                "    <testcase classname=\"{class}\" name=\"{name}\" time=\"0\">\n      <system-out>{details}</system-out>\n    </testcase>"
            )
        } else {
            failures += 1;
            writeln!(
                cases,
                "    <testcase classname=\"{class}\" name=\"{name}\" time=\"0\">\n      <failure type=\"{kind}\" message=\"{message}\">{details}</failure>\n    </testcase>"
            )
        };
    }
    if tests == 0 {
        tests = 1;
        let _ = writeln!(cases, "    <testcase classname=\"{class}\" name=\"no findings\" time=\"0\"/>");
    }
    let name = attribute(&named(checked.article, checked.name));
    suite(&name, (tests, failures, 0, skipped), &cases)
}

/// The suite of an article that could not be read.
pub(in crate::report) fn unread(unread: Unread<'_>) -> String {
    let (name, message) = (attribute(&plain_path(unread.name)), attribute(unread.message));
    let case = format!(
        "    <testcase classname=\"{name}\" name=\"cannot be read\" time=\"0\">\n      <error type=\"unread\" message=\"{message}\"/>\n    </testcase>\n"
    );
    suite(&name, (1, 0, 1, 0), &case)
}

fn suite(name: &str, (tests, failures, errors, skipped): (usize, usize, usize, usize), cases: &str) -> String {
    format!(
        "  <testsuite name=\"{name}\" tests=\"{tests}\" failures=\"{failures}\" errors=\"{errors}\" skipped=\"{skipped}\" time=\"0\">\n{cases}  </testsuite>\n"
    )
}
