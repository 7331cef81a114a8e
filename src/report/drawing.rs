//! Messages with places, drawn by miette: findings, complaints and failed examples look alike.

use super::Style;
use super::excerpt::{Excerpt, Pointer, harmless};
use miette::{Diagnostic, GraphicalReportHandler, GraphicalTheme, LabeledSpan, Severity, SourceCode};
use std::fmt;
use std::ops::Range;

/// A message with places.
#[derive(Debug)]
pub(crate) struct Drawing {
    heading: Option<String>,
    severity: Severity,
    message: String,
    help: Option<String>,
    excerpt: Excerpt,
    labels: Vec<LabeledSpan>,
}

impl Drawing {
    /// A message that stands alone.
    pub(crate) fn new(severity: Severity, message: &str) -> Self {
        let (excerpt, labels) = (Excerpt::default(), Vec::new());
        Self { heading: None, severity, message: harmless(message), help: None, excerpt, labels }
    }

    /// The line above the message.
    pub(crate) fn heading(mut self, heading: String) -> Self {
        self.heading = Some(heading);
        self
    }

    /// What to do, one advice a line.
    pub(crate) fn help(mut self, lines: &[String]) -> Self {
        self.help = (!lines.is_empty()).then(|| harmless(&lines.join("\n")));
        self
    }

    /// The places with their labels, the main one first, on a page of that width.
    pub(crate) fn places(mut self, places: &[(Pointer<'_>, &str)], width: usize) -> Self {
        let pointers: Vec<_> = places.iter().map(|(pointer, _)| *pointer).collect();
        self.excerpt = Excerpt::new(&pointers, width);
        let main = self.excerpt.shown(0);
        let shown = places.iter().enumerate().map(|(at, (_, label))| (self.excerpt.shown(at), harmless(label)));
        let labels = apart(shown.collect()).into_iter().map(|(place, label)| {
            let label = (!label.is_empty()).then_some(label);
            if main.contains(&place.start) {
                LabeledSpan::new_primary_with_span(label, place)
            } else {
                LabeledSpan::new_with_span(label, place)
            }
        });
        self.labels = labels.collect();
        self
    }

    /// Draws it.
    pub(crate) fn draw(&self, style: Style) -> String {
        drawn(self, style)
    }

    /// Draws it without saying at which line and column the main place is.
    pub(crate) fn draw_unplaced(&self, style: Style) -> String {
        let mut text = String::new();
        // Writing to a string cannot fail.
        let _ = handler(style).without_primary_span_start().render_report(&mut text, self);
        text
    }
}

/// Draws any diagnostic.
pub(crate) fn drawn(diagnostic: &dyn Diagnostic, style: Style) -> String {
    let mut text = String::new();
    // Writing to a string cannot fail.
    let _ = handler(style).render_report(&mut text, diagnostic);
    text
}

fn handler(style: Style) -> GraphicalReportHandler {
    let theme = if style.colour { GraphicalTheme::unicode() } else { GraphicalTheme::unicode_nocolor() };
    GraphicalReportHandler::new_themed(theme).with_width(style.width).with_context_lines(1).with_links(false)
}

/// Gives every label a place of its own: labels of one place are joined, and of two places that
/// overlap the longer keeps what the shorter does not take.
fn apart(mut labels: Vec<(Range<usize>, String)>) -> Vec<(Range<usize>, String)> {
    labels.sort_by_key(|(place, _)| (place.len(), place.start));
    let mut placed: Vec<(Range<usize>, String)> = Vec::new();
    for (mut place, text) in labels {
        if let Some((_, same)) = placed.iter_mut().find(|(other, _)| *other == place) {
            if !same.contains(&text) {
                same.push_str("; ");
                same.push_str(&text);
            }
            continue;
        }
        placed.sort_by_key(|(other, _)| other.start);
        for (other, _) in &placed {
            if other.start < place.end && place.start < other.end {
                if place.start < other.start {
                    place.end = other.start;
                } else {
                    place.start = other.end.min(place.end);
                }
            }
        }
        placed.push((place, text));
    }
    placed
}

impl fmt::Display for Drawing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Drawing {}

impl Diagnostic for Drawing {
    fn code<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        self.heading.as_ref().map(|heading| Box::new(heading) as Box<dyn fmt::Display + 'a>)
    }

    fn severity(&self) -> Option<Severity> {
        Some(self.severity)
    }

    fn help<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        self.help.as_ref().map(|help| Box::new(help) as Box<dyn fmt::Display + 'a>)
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        (!self.labels.is_empty()).then_some(&self.excerpt as &dyn SourceCode)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        Some(Box::new(self.labels.iter().cloned()))
    }
}
