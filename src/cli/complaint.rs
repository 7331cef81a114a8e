//! What could not be read, said on standard error with its place.

use super::input::Unread;
use crate::report::excerpt::{Excerpt, Pointer, harmless};
use crate::report::{Style, handler};
use crate::source::Lines;
use miette::{Diagnostic, LabeledSpan, Severity, SourceCode};
use std::fmt;

/// The complaint about something that could not be read.
pub(super) fn complaint(unread: &Unread, style: Style) -> String {
    let message = format!("cannot read {}: {}", unread.name, unread.error.message);
    told(unread, &message, Severity::Error, style)
}

/// The complaint about something in an article that was read without it.
pub(super) fn remark(unused: &Unread, style: Style) -> String {
    let message = format!("{}: {}", unused.name, unused.error.message);
    told(unused, &message, Severity::Warning, style)
}

fn told(Unread { name, error }: &Unread, message: &str, severity: Severity, style: Style) -> String {
    let source = error.source.as_deref().unwrap_or_default();
    let lines = Lines::new(source);
    let pointer = error.span.map(|span| Pointer { field: 0, name, text: source, lines: &lines, span });
    let excerpt = pointer.map(|pointer| Excerpt::new(&[pointer], style.width));
    let label = (!error.label.is_empty()).then(|| harmless(&error.label));
    let shown = Complaint { message: harmless(message), severity, help: error.help.as_deref(), excerpt, label };
    // Of a record only a part is printed, whose own columns would mislead.
    let whole = error.span.is_some_and(|span| error.offset == Some(span.start));
    let handler = if whole { handler(style) } else { handler(style).without_primary_span_start() };
    let mut text = String::new();
    // Writing to a string cannot fail.
    let _ = handler.render_report(&mut text, &shown);
    text
}

#[derive(Debug)]
struct Complaint<'a> {
    message: String,
    severity: Severity,
    help: Option<&'a str>,
    excerpt: Option<Excerpt>,
    label: Option<String>,
}

impl fmt::Display for Complaint<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Complaint<'_> {}

impl Diagnostic for Complaint<'_> {
    fn severity(&self) -> Option<Severity> {
        Some(self.severity)
    }

    fn help<'b>(&'b self) -> Option<Box<dyn fmt::Display + 'b>> {
        self.help.map(|help| Box::new(help) as Box<dyn fmt::Display + 'b>)
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        self.excerpt.as_ref().map(|excerpt| excerpt as &dyn SourceCode)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        let place = self.excerpt.as_ref()?.shown(0);
        Some(Box::new(std::iter::once(LabeledSpan::new_with_span(self.label.clone(), place))))
    }
}
