//! Reports: findings and facts in, output out; one small file a format.
//!
//! A format turns the findings of one article into bytes, so that articles can be reported side by
//! side and written in their order. To add one, write its file and its lines in [`Format`].

#[cfg(feature = "cli")]
pub(crate) mod diff;
#[cfg(feature = "cli")]
pub(crate) mod drawing;
#[cfg(feature = "cli")]
pub(crate) mod examples;
pub mod excerpt;
pub mod explanation;
pub mod facts;
mod format;
mod html;
#[cfg(feature = "cli")]
mod human;
mod machine;
pub mod manual;
mod markdown;
#[cfg(feature = "cli")]
pub mod mistake;
mod object;
pub mod plan;
pub mod rule;
pub mod schema;
mod short;
pub mod stats;
mod stets;
mod totals;

pub use format::Format;
pub use totals::Totals;

use crate::article::{Article, Place};
use crate::facts::wording::Wording;
use crate::language::rule::Severity;
use crate::lint::Note;
use crate::lint::finding::{Finding, MarkedPlace};
use crate::source::Lines;
use std::ops::RangeInclusive;

/// How wide and colourful a report for people is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Style {
    /// The columns of the page.
    pub width: usize,
    /// Whether colours are understood.
    pub colour: bool,
}

/// An article with its findings.
#[derive(Clone, Copy, Debug)]
pub struct Checked<'a> {
    /// Where it was read: a path, or a path and a line (`feed.jsonl:12`).
    pub name: &'a str,
    /// The file that it was found in; `-` for standard input.
    pub file: &'a str,
    /// The article.
    pub article: &'a Article,
    /// Its findings, in their order.
    pub findings: &'a [Finding],
    /// Those that a baseline knows, which are no findings of this run.
    pub known: &'a [Finding],
    /// The rules that were given up on it; people are told apart from the findings.
    pub notes: &'a [Note],
    /// What all findings of the run rest on.
    pub backing: &'a Backing,
}

impl Checked<'_> {
    fn is_silent(&self) -> bool {
        self.findings.is_empty() && self.notes.is_empty()
    }

    /// The lines, from one, of its file that the marks of a finding stand on.
    pub fn lines(self, finding: &Finding) -> Vec<RangeInclusive<usize>> {
        if let Some(line) = self.record_line() {
            return vec![line..=line];
        }
        let mut lines = FieldLines::new(self);
        let here = || finding.marks.iter().filter(|mark| mark.elsewhere.is_none());
        lines.find(here().map(|mark| mark.place));
        let marked = here().filter_map(|mark| {
            let span = self.article.fields.get(usize::from(mark.place.field))?.shown(mark.place.span);
            let found = lines.of(mark.place)?;
            let last = span.end.saturating_sub(1).max(span.start);
            Some(found.line_of(span.start) + 1..=found.line_of(last) + 1)
        });
        marked.collect()
    }

    /// The article that a mark of one of its findings is in, without findings.
    fn of<'m>(self, mark: &'m MarkedPlace) -> Checked<'m>
    where
        Self: 'm,
    {
        let nothing = Checked { findings: &[], known: &[], notes: &[], ..self };
        mark.elsewhere.as_ref().map_or(nothing, |elsewhere| Checked {
            name: &elsewhere.name,
            file: &elsewhere.file,
            article: &elsewhere.article,
            ..nothing
        })
    }

    /// The line of the file that the article is, where each of its lines is one.
    fn record_line(&self) -> Option<usize> {
        self.name.strip_prefix(self.file)?.strip_prefix(':')?.parse().ok()
    }
}

/// What the findings of a run rest on, for the formats that tell of it.
#[derive(Clone, Debug, Default)]
pub struct Backing {
    /// The rules, where a format tells of them.
    pub rules: Vec<RuleCard>,
    /// How rough wordings are read.
    pub wording: Wording,
}

impl Backing {
    /// What is to be said of a rule.
    fn card(&self, rule: &str) -> Option<&RuleCard> {
        self.rules.iter().find(|card| card.id == rule)
    }
}

/// What a report says of a rule.
#[derive(Clone, Debug)]
pub struct RuleCard {
    /// Its id: `group/name`.
    pub id: String,
    /// One line for lists.
    pub title: String,
    /// A longer explanation, in Markdown; empty where there is none.
    pub why: String,
    /// Words to choose rules by.
    pub tags: Vec<String>,
    /// How grave its findings are.
    pub severity: Severity,
}

/// An article that could not be read.
#[derive(Clone, Copy, Debug)]
pub struct Unread<'a> {
    /// Where it should have been: a path, or a path and a line.
    pub name: &'a str,
    /// The path alone.
    pub file: &'a str,
    /// The line of it.
    pub line: Option<usize>,
    /// Why it could not be read.
    pub message: &'a str,
}

/// The lines of an article's fields, found when they are first asked for.
struct FieldLines<'a> {
    checked: Checked<'a>,
    found: Vec<Option<Lines>>,
}

impl<'a> FieldLines<'a> {
    fn new(checked: Checked<'a>) -> Self {
        Self { checked, found: Vec::new() }
    }

    /// Finds the lines of all fields that `places` are in.
    fn find(&mut self, places: impl Iterator<Item = Place>) {
        for place in places {
            let field = usize::from(place.field);
            if self.found.len() <= field {
                self.found.resize(field + 1, None);
            }
            if let (Some(found), Some(of)) = (self.found.get_mut(field), self.checked.article.fields.get(field)) {
                found.get_or_insert_with(|| Lines::new(&of.text));
            }
        }
    }

    /// The lines of the field that the place is in, once found.
    fn of(&self, place: Place) -> Option<&Lines> {
        self.found.get(usize::from(place.field))?.as_ref()
    }
}

#[cfg(test)]
#[cfg(feature = "cli")]
mod tests;
