//! One line a finding, as editors and `grep` understand it.

use super::excerpt::harmless;
use super::{Checked, FieldLines};
use crate::article::Place;
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
        let field = |place: Place| checked.article.fields.get(usize::from(place.field));
        let position = at
            .and_then(|(place, lines)| field(place).map(|field| (field, field.shown(place.span), lines)))
            .map_or(Position { line: 1, column: 1 }, |(field, span, lines)| lines.position(&field.text, span.start));
        let (severity, rule) = (finding.severity.word(), &finding.rule);
        let message = harmless(&finding.message).replace('\n', " ");
        // Writing to a string cannot fail.
        let _ = writeln!(report, "{name}:{}:{}: {severity}: {message} [{rule}]", position.line, position.column);
    }
    report
}
