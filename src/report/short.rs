//! One line a finding, as editors and `grep` understand it.

use super::excerpt::harmless;
use super::{Checked, FieldLines};
use crate::article::Place;
use crate::lint::finding::Finding;
use std::fmt::Write;

/// The findings of an article that do not stand, each as `path:line:column: severity: message [rule]`. Of a record the
/// path has the line already, and the field is named with the line and column in it.
pub(super) fn article(checked: Checked<'_>) -> String {
    let mut report = String::new();
    let mut lines = FieldLines::new(checked);
    for finding in checked.findings.iter().filter(|finding| finding.stet.is_none()) {
        let at = at(&mut lines, finding);
        let (name, severity, rule) = (checked.name, finding.severity.word(), &finding.rule);
        let message = harmless(&finding.message).replace('\n', " ");
        let others = in_other_articles(checked, finding);
        let also = if others.is_empty() { String::new() } else { format!(" (also {})", others.join(", ")) };
        // Writing to a string cannot fail.
        let _ = writeln!(report, "{name}:{at} {severity}: {message}{also} [{rule}]");
    }
    report
}

/// The field, where it is one of a record, the line and the column of a finding.
pub(super) fn at(lines: &mut FieldLines<'_>, finding: &Finding) -> String {
    let place = finding.marks.first().map(|mark| mark.place);
    lines.find(place.into_iter());
    place.and_then(|place| position(lines, place)).unwrap_or_default()
}

/// The places of a finding that are in other articles than its own, each `path:line:column`.
pub(super) fn in_other_articles(checked: Checked<'_>, finding: &Finding) -> Vec<String> {
    let elsewhere = finding.marks.iter().filter(|mark| mark.elsewhere.is_some());
    let places = elsewhere.map(|mark| {
        let mut lines = FieldLines::new(checked.of(mark));
        lines.find(std::iter::once(mark.place));
        let at = position(&lines, mark.place).unwrap_or_default();
        format!("{}:{}", lines.checked.name, at.trim_end_matches(':'))
    });
    places.collect()
}

fn position(lines: &FieldLines<'_>, place: Place) -> Option<String> {
    let field = lines.checked.article.fields.get(usize::from(place.field))?;
    let position = lines.of(place)?.position(&field.text, field.shown(place.span).start);
    let name = if field.name == "source" { String::new() } else { format!(" {}:", field.name) };
    Some(format!("{name}{}:{}:", position.line, position.column))
}
