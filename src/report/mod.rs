//! Reports: findings and facts in, output out; one small file a format.
//!
//! A format turns the findings of one article into bytes, so that articles can be reported side by
//! side and written in their order. To add one, write its file and its line in [`Format`].

#[cfg(feature = "cli")]
pub(crate) mod diff;
#[cfg(feature = "cli")]
pub(crate) mod drawing;
#[cfg(feature = "cli")]
pub(crate) mod examples;
pub mod excerpt;
pub mod explanation;
pub mod facts;
#[cfg(feature = "cli")]
mod human;
mod json;
pub mod manual;
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

pub use totals::Totals;

use crate::article::{Article, Place};
use crate::lint::Note;
use crate::lint::finding::Finding;
use crate::source::Lines;

/// How findings are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// The article's own lines with every place marked, for people.
    #[cfg(feature = "cli")]
    Human(Style),
    /// One line a finding: `path:line:column: severity: message [rule]`.
    Short,
    /// One JSON document.
    Json,
    /// One JSON object a line.
    Jsonl,
}

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
    /// The article.
    pub article: &'a Article,
    /// Its findings, in their order.
    pub findings: &'a [Finding],
    /// The rules that were given up on it; people are told apart from the findings.
    pub notes: &'a [Note],
}

impl Checked<'_> {
    fn is_silent(&self) -> bool {
        self.findings.is_empty() && self.notes.is_empty()
    }
}

/// An article that could not be read.
#[derive(Clone, Copy, Debug)]
pub struct Unread<'a> {
    /// Where it should have been.
    pub name: &'a str,
    /// Why it could not be read.
    pub message: &'a str,
}

impl Format {
    /// What comes before everything else.
    pub fn opening(self) -> &'static str {
        if self == Self::Json { json::OPENING } else { "" }
    }

    /// What comes between the findings of one article and those of the next.
    pub fn between(self) -> &'static str {
        if self == Self::Json { json::BETWEEN } else { "" }
    }

    /// The findings of one article; empty where there are none.
    pub fn article(self, checked: Checked<'_>) -> String {
        match self {
            #[cfg(feature = "cli")]
            Self::Human(style) => human::article(checked, style),
            Self::Short => short::article(checked),
            Self::Json => json::article(checked, json::BETWEEN),
            Self::Jsonl => json::article(checked, "\n") + if checked.is_silent() { "" } else { "\n" },
        }
    }

    /// The findings of one article that stets let stand, for people; machines are told of them with the others.
    pub fn stets(self, checked: Checked<'_>) -> String {
        match self {
            #[cfg(feature = "cli")]
            Self::Human(_) => stets::listed(checked),
            Self::Short => stets::lines(checked),
            Self::Json | Self::Jsonl => String::new(),
        }
    }

    /// What machines are told of an article that could not be read; people are told apart from the findings.
    pub fn unread(self, unread: Unread<'_>) -> String {
        match self {
            #[cfg(feature = "cli")]
            Self::Human(_) => String::new(),
            Self::Short => String::new(),
            Self::Json => json::unread(unread),
            Self::Jsonl => json::unread(unread) + "\n",
        }
    }

    /// What comes after everything else.
    pub fn closing(self, totals: &Totals) -> String {
        if self == Self::Json { json::closing(totals) } else { String::new() }
    }
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
