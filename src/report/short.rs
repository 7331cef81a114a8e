//! One line a finding, as editors and `grep` understand it.

use super::excerpt::harmless;
use super::{Checked, FieldLines};
use crate::article::Place;
use std::fmt::Write;

/// The findings of an article, each as `path:line:column: severity: message [rule]`. Of a record the
/// path has the line already, and the field is named with the line and column in it.
pub(super) fn article(checked: Checked<'_>) -> String {
    let mut report = String::new();
    let mut lines = FieldLines::new(checked);
    for finding in checked.findings {
        let place = finding.marks.first().map(|mark| mark.place);
        lines.find(place.into_iter());
        let at = place.and_then(|place| at(checked, &lines, place)).unwrap_or_default();
        let (name, severity, rule) = (checked.name, finding.severity.word(), &finding.rule);
        let message = harmless(&finding.message).replace('\n', " ");
        // Writing to a string cannot fail.
        let _ = writeln!(report, "{name}:{at} {severity}: {message} [{rule}]");
    }
    report
}

fn at(checked: Checked<'_>, lines: &FieldLines<'_>, place: Place) -> Option<String> {
    let field = checked.article.fields.get(usize::from(place.field))?;
    let position = lines.of(place)?.position(&field.text, field.shown(place.span).start);
    let name = if field.name == "source" { String::new() } else { format!(" {}:", field.name) };
    Some(format!("{name}{}:{}:", position.line, position.column))
}
