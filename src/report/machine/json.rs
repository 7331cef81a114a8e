//! Findings for machines: one JSON object each, alone on a line or together in one document.

use super::written;
use crate::article::{Article, Place};
use crate::lint::Note;
use crate::lint::finding::Finding;
use crate::report::{Checked, Totals, Unread};
use serde::Serialize;

/// The beginning of the document.
pub(in crate::report) const OPENING: &str = "{\"findings\": [\n";
/// What separates the entries of the document.
pub(in crate::report) const BETWEEN: &str = ",\n";

#[derive(Serialize)]
struct Record<'a> {
    article: &'a str,
    rule: &'a str,
    severity: &'static str,
    message: &'a str,
    help: Option<String>,
    marks: Vec<Mark<'a>>,
    suggestions: Vec<Suggestion<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    stet: Option<Stet<'a>>,
}

#[derive(Serialize)]
struct Stet<'a> {
    who: Option<&'a str>,
    when: Option<String>,
    why: &'a str,
    until: Option<String>,
}

#[derive(Serialize)]
struct Mark<'a> {
    /// Where it is not the finding's own.
    #[serde(skip_serializing_if = "Option::is_none")]
    article: Option<&'a str>,
    field: &'static str,
    start: u32,
    end: u32,
    text: &'a str,
    label: &'a str,
}

#[derive(Serialize)]
struct Suggestion<'a> {
    field: &'static str,
    start: u32,
    end: u32,
    text: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    because: Option<&'a str>,
}

#[derive(Serialize)]
struct Failure<'a> {
    article: &'a str,
    error: &'a str,
}

#[derive(Serialize)]
struct Unfinished<'a> {
    article: &'a str,
    error: &'a str,
    given_up: &'a str,
}

/// The findings of an article, and the rules that were given up on it, as objects with `between` between them.
pub(in crate::report) fn article(checked: Checked<'_>, between: &str) -> String {
    let findings = checked.findings.iter().map(|finding| written(&record(checked.article, finding)));
    let records = findings.chain(checked.notes.iter().map(|note| given_up(checked.article, note)));
    records.collect::<Vec<_>>().join(between)
}

/// The record of an article that could not be read.
pub(in crate::report) fn unread(unread: Unread<'_>) -> String {
    written(&Failure { article: unread.name, error: unread.message })
}

/// The record of a rule that was given up on an article.
fn given_up(article: &Article, note: &Note) -> String {
    written(&Unfinished { article: &article.id, error: &note.text, given_up: &note.rule })
}

/// The end of the document.
pub(in crate::report) fn closing(totals: &Totals) -> String {
    format!("\n], \"totals\": {}}}\n", written(totals))
}

fn record<'a>(article: &'a Article, finding: &'a Finding) -> Record<'a> {
    let place = |article: &Article, place: Place| (article.field_name(place), place.span.start, place.span.end);
    let marks = finding.marks.iter().map(|mark| {
        let elsewhere = mark.elsewhere.as_ref().map(|elsewhere| &elsewhere.article);
        let of = elsewhere.unwrap_or(article);
        let (field, start, end) = place(of, mark.place);
        let text = of.written(mark.place);
        Mark { article: elsewhere.map(|article| article.id.as_str()), field, start, end, text, label: &mark.label }
    });
    let suggestions = finding.suggestions.iter().map(|suggestion| {
        let (field, start, end) = place(article, suggestion.place);
        Suggestion { field, start, end, text: &suggestion.text, because: suggestion.because.as_deref() }
    });
    Record {
        article: &article.id,
        rule: &finding.rule,
        severity: finding.severity.word(),
        message: &finding.message,
        help: (!finding.help.is_empty()).then(|| finding.help.join("\n")),
        marks: marks.collect(),
        suggestions: suggestions.collect(),
        stet: finding.stet.as_ref().map(|stet| Stet {
            who: stet.who.as_deref(),
            when: stet.when.map(|day| day.to_string()),
            why: &stet.why,
            until: stet.until.map(|day| day.to_string()),
        }),
    }
}
