//! Findings for people: the article's own lines, every place marked, and what to do.

use super::excerpt::{Excerpt, Pointer, harmless};
use super::{Checked, FieldLines, Style};
use crate::article::Article;
use crate::language::rule::Severity;
use crate::lint::finding::{Finding, Suggestion};
use miette::{Diagnostic, GraphicalReportHandler, GraphicalTheme, LabeledSpan, SourceCode};
use std::fmt::{self, Write};
use std::ops::Range;

/// Quoted words longer than this are shown by their two ends.
const QUOTED: usize = 60;

/// At most so many places of one finding are shown.
const PLACES: usize = 20;

/// The findings of an article, each with an empty line after it.
pub(super) fn article(checked: Checked<'_>, style: Style) -> String {
    let mut report = String::new();
    let mut lines = FieldLines::new(checked);
    for finding in checked.findings {
        lines.find(finding.marks.iter().map(|mark| mark.place));
        let shown = Shown::new(checked.article, finding, &lines, style.width);
        // Writing to a string cannot fail.
        let _ = handler(style).render_report(&mut report, &shown);
        let _ = writeln!(report, "   why: factlint explain {}\n", finding.rule);
    }
    report
}

/// How diagnostics are drawn.
pub(crate) fn handler(style: Style) -> GraphicalReportHandler {
    let theme = if style.colour { GraphicalTheme::unicode() } else { GraphicalTheme::unicode_nocolor() };
    GraphicalReportHandler::new_themed(theme).with_width(style.width).with_context_lines(1).with_links(false)
}

/// A finding as miette draws it.
#[derive(Debug)]
struct Shown<'a> {
    finding: &'a Finding,
    message: String,
    help: Option<String>,
    excerpt: Excerpt,
    labels: Vec<LabeledSpan>,
}

impl<'a> Shown<'a> {
    fn new(article: &'a Article, finding: &'a Finding, lines: &FieldLines<'_>, width: usize) -> Self {
        let names: Vec<_> = finding.marks.iter().map(|mark| lines.name(mark.place)).collect();
        let marks = finding.marks.iter().zip(&names).take(PLACES).filter_map(|(mark, name)| {
            let field = article.fields.get(usize::from(mark.place.field))?;
            let lines = lines.of(mark.place)?;
            let pointer =
                Pointer { field: mark.place.field, name, text: &field.text, lines, span: field.shown(mark.place.span) };
            Some((pointer, harmless(&mark.label)))
        });
        let (pointers, texts): (Vec<_>, Vec<_>) = marks.unzip();
        let excerpt = Excerpt::new(&pointers, width);
        let main = excerpt.shown(0);
        let places = texts.into_iter().enumerate().map(|(index, text)| (excerpt.shown(index), text));
        let labels = apart(places.collect()).into_iter().map(|(place, text)| {
            let text = (!text.is_empty()).then_some(text);
            if main.contains(&place.start) {
                LabeledSpan::new_primary_with_span(text, place)
            } else {
                LabeledSpan::new_with_span(text, place)
            }
        });
        let labels = labels.collect();
        let help = help(article, finding);
        Self { finding, message: harmless(&finding.message), help, excerpt, labels }
    }
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

/// The advice of the rule, then what could be written instead, one a line.
fn help(article: &Article, finding: &Finding) -> Option<String> {
    let suggestions = finding.suggestions.iter().enumerate().map(|(at, suggestion)| {
        let or = if at == 0 { "" } else { "or " };
        format!("{or}{}", suggested(article, suggestion))
    });
    let more = finding.marks.len().saturating_sub(PLACES);
    let more = (more > 0).then(|| format!("there are {more} more places like these"));
    let advice = finding.help.iter().map(|help| harmless(help));
    let lines: Vec<_> = more.into_iter().chain(advice).chain(suggestions).collect();
    (!lines.is_empty()).then(|| lines.join("\n"))
}

fn suggested(article: &Article, suggestion: &Suggestion) -> String {
    let old = quoted(article.written(suggestion.place));
    let change = if suggestion.text.is_empty() {
        format!("delete “{old}”")
    } else {
        format!("replace “{old}” with “{}”", quoted(&suggestion.text))
    };
    match &suggestion.because {
        Some(because) => format!("{change}: {}", harmless(because)),
        None => change,
    }
}

/// Words on one line, the middle of long ones left out.
fn quoted(words: &str) -> String {
    let words = harmless(words).split_whitespace().collect::<Vec<_>>().join(" ");
    let count = words.chars().count();
    if count <= QUOTED {
        return words;
    }
    let head: String = words.chars().take(QUOTED / 2).collect();
    let tail: String = words.chars().skip(count - QUOTED / 2).collect();
    format!("{} … {}", head.trim_end(), tail.trim_start())
}

impl fmt::Display for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Shown<'_> {}

impl Diagnostic for Shown<'_> {
    fn code<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        Some(Box::new(format!("{}: {}", self.finding.severity.word(), self.finding.rule)))
    }

    fn severity(&self) -> Option<miette::Severity> {
        Some(match self.finding.severity {
            Severity::Error => miette::Severity::Error,
            Severity::Warning => miette::Severity::Warning,
            Severity::Note => miette::Severity::Advice,
        })
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
