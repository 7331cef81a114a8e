//! Findings for people: the article's own lines, every place marked, and what to do.

use super::drawing::Drawing;
use super::excerpt::Pointer;
use super::{Checked, FieldLines, Style};
use crate::article::{Article, Place};
use crate::language::rule::Severity;
use crate::lint::finding::{Finding, Suggestion};

/// Quoted words longer than this are shown by their two ends.
const QUOTED: usize = 60;
/// What tells the fields of another article from those of the finding's own.
const OTHER: u8 = 1 << 7;
/// At most so many places of one finding are shown.
const PLACES: usize = 20;

/// The findings of an article that do not stand, each with an empty line after it.
pub(super) fn article(checked: Checked<'_>, style: Style) -> String {
    let mut report = String::new();
    let mut lines = FieldLines::new(checked);
    for finding in checked.findings.iter().filter(|finding| finding.stet.is_none()) {
        lines.find(finding.marks.iter().filter(|mark| mark.elsewhere.is_none()).map(|mark| mark.place));
        report.push_str(&drawing(checked.article, finding, &lines, style.width).draw(style));
        report.push_str("   why: factlint explain ");
        report.push_str(&finding.rule);
        report.push_str("\n\n");
    }
    report
}

fn drawing(article: &Article, finding: &Finding, lines: &FieldLines<'_>, width: usize) -> Drawing {
    let names: Vec<_> = finding.marks.iter().map(|mark| shown_name(lines.checked.of(mark), mark.place)).collect();
    let elsewhere = finding.marks.iter().map(|mark| {
        let mut lines = mark.elsewhere.as_ref().map(|_| FieldLines::new(lines.checked.of(mark)))?;
        lines.find(std::iter::once(mark.place));
        Some(lines)
    });
    let elsewhere: Vec<Option<FieldLines<'_>>> = elsewhere.collect();
    let marks = finding.marks.iter().zip(&names).zip(&elsewhere).take(PLACES);
    let places = marks.filter_map(|((mark, name), elsewhere)| {
        let lines = elsewhere.as_ref().unwrap_or(lines);
        let field = lines.checked.article.fields.get(usize::from(mark.place.field))?;
        let (lines, span) = (lines.of(mark.place)?, field.shown(mark.place.span));
        // The fields of another article come after those of the finding's own.
        let number = if elsewhere.is_some() { mark.place.field | OTHER } else { mark.place.field };
        Some((Pointer { field: number, name, text: &field.text, lines, span }, mark.label.as_str()))
    });
    let places: Vec<_> = places.collect();
    let severity = match finding.severity {
        Severity::Error => miette::Severity::Error,
        Severity::Warning => miette::Severity::Warning,
        Severity::Note => miette::Severity::Advice,
    };
    Drawing::new(severity, &finding.message)
        .heading(format!("{}: {}", finding.severity.word(), finding.rule))
        .help(&help(article, finding))
        .places(&places, width)
}

/// The field's name as people are shown it: the path, and for a record which field.
fn shown_name(checked: Checked<'_>, place: Place) -> String {
    match checked.article.field_name(place) {
        "source" => checked.name.to_owned(),
        field => format!("{} ({field})", checked.name),
    }
}

/// The advice of the rule, then what could be written instead, one a line.
fn help(article: &Article, finding: &Finding) -> Vec<String> {
    let suggestions = finding.suggestions.iter().enumerate().map(|(at, suggestion)| {
        let or = if at == 0 { "" } else { "or " };
        format!("{or}{}", suggested(article, suggestion))
    });
    let more = finding.marks.len().saturating_sub(PLACES);
    let more = (more > 0).then(|| format!("there are {more} more places like these"));
    more.into_iter().chain(finding.help.iter().cloned()).chain(suggestions).collect()
}

fn suggested(article: &Article, suggestion: &Suggestion) -> String {
    let old = quoted(article.written(suggestion.place));
    let change = if suggestion.text.is_empty() {
        format!("delete “{old}”")
    } else {
        format!("replace “{old}” with “{}”", quoted(&suggestion.text))
    };
    match &suggestion.because {
        Some(because) => format!("{change}: {because}"),
        None => change,
    }
}

/// Words on one line, the middle of long ones left out.
fn quoted(words: &str) -> String {
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let count = words.chars().count();
    if count <= QUOTED {
        return words;
    }
    let head: String = words.chars().take(QUOTED / 2).collect();
    let tail: String = words.chars().skip(count - QUOTED / 2).collect();
    format!("{} … {}", head.trim_end(), tail.trim_start())
}
