//! The findings that stets let stand, for whoever audits them.

use super::excerpt::harmless;
use super::{Checked, FieldLines, short};
use crate::language::rule::Severity;
use crate::lint::finding::{Finding, Stet};

/// One line a finding: `path:line:column: stet: message [rule] reason (who, when, until)`.
pub(super) fn lines(checked: Checked<'_>) -> String {
    standing(checked, |at, finding, stet| {
        format!("{at} stet: {} [{}] {}\n", one_line(&finding.message), finding.rule, said(stet))
    })
}

/// Two lines a finding and an empty one: what is let stand, and why.
#[cfg(feature = "cli")]
pub(super) fn listed(checked: Checked<'_>) -> String {
    standing(checked, |at, finding, stet| {
        let severity = finding.severity.word();
        format!("stet: {} ({severity})\n  {at} {}\n  {}\n\n", finding.rule, one_line(&finding.message), said(stet))
    })
}

/// The findings with those that stand told as notes, for formats that have no word for what stands.
pub(super) fn as_notes(findings: &[Finding]) -> Vec<Finding> {
    let told = |finding: &Finding| {
        let mut told = finding.clone();
        if let Some(stet) = told.stet.take() {
            told.severity = Severity::Note;
            told.message = format!("stands: {}: {}", said(&stet), one_line(&finding.message));
            told.help.clear();
            told.suggestions.clear();
        }
        told
    };
    findings.iter().map(told).collect()
}

fn standing(checked: Checked<'_>, line: impl Fn(&str, &Finding, &Stet) -> String) -> String {
    let mut lines = FieldLines::new(checked);
    let standing = checked.findings.iter().filter_map(|finding| Some((finding, finding.stet.as_ref()?)));
    let written = standing.map(|(finding, stet)| {
        let at = format!("{}:{}", checked.name, short::at(&mut lines, finding));
        line(&at, finding, stet)
    });
    written.collect()
}

/// The reason, and in brackets who decided, when, and until when.
pub(super) fn said(stet: &Stet) -> String {
    let signed = [
        stet.who.as_deref().map(one_line),
        stet.when.map(|day| day.to_string()),
        stet.until.map(|day| format!("until {day}")),
    ];
    let signed: Vec<String> = signed.into_iter().flatten().collect();
    let why = one_line(&stet.why);
    if signed.is_empty() { why } else { format!("{why} ({})", signed.join(", ")) }
}

fn one_line(words: &str) -> String {
    harmless(words).split_whitespace().collect::<Vec<_>>().join(" ")
}
