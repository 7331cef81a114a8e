//! One line a finding, as editors and `grep` understand it.

use super::excerpt::harmless;
use super::{Checked, FieldLines};
use crate::source::Position;
use std::fmt::Write;

/// The findings of an article, each as `path:line:column: severity: message [rule]`.
pub(super) fn article(checked: Checked<'_>) -> String {
    let mut report = String::new();
    let mut lines = FieldLines::new(checked);
    for finding in checked.findings {
        let place = finding.marks.first().map(|mark| mark.place);
        lines.find(place.into_iter());
        let (name, at) = match place {
            Some(place) => (lines.name(place), lines.of(place).map(|lines| (place, lines))),
            None => (checked.name.to_owned(), None),
        };
        let text = |field: u8| checked.article.fields.get(usize::from(field)).map_or("", |field| &field.text);
        let position = at.map_or(Position { line: 1, column: 1 }, |(place, lines)| {
            lines.position(text(place.field), place.span.start)
        });
        let (severity, rule) = (finding.severity.word(), &finding.rule);
        let message = harmless(&finding.message).replace('\n', " ");
        // Writing to a string cannot fail.
        let _ = writeln!(report, "{name}:{}:{}: {severity}: {message} [{rule}]", position.line, position.column);
    }
    report
}
