//! Findings: plain data until a report prints them.

use crate::article::{Article, Place};
use crate::language::rule::Severity;
use jiff::civil::Date;
use std::sync::Arc;

/// Something that cannot be true, with every place involved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The rule's id.
    pub rule: String,
    /// How grave it is.
    pub severity: Severity,
    /// One line that stands alone.
    pub message: String,
    /// What to do, one advice a line.
    pub help: Vec<String>,
    /// The places; the first is the main one.
    pub marks: Vec<MarkedPlace>,
    /// Alternatives of what could be written instead.
    pub suggestions: Vec<Suggestion>,
    /// The decision that lets it stand, where there is one: it then counts as no finding.
    pub stet: Option<Stet>,
}

/// A decision to let a finding stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stet {
    /// Who decided, where it is signed.
    pub who: Option<String>,
    /// The day of the decision, where it is signed.
    pub when: Option<Date>,
    /// The reason.
    pub why: String,
    /// The last day that it holds.
    pub until: Option<Date>,
}

/// A place in a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MarkedPlace {
    /// Where.
    pub place: Place,
    /// What it is.
    pub label: String,
    /// The article that it is in, where that is not the finding's own.
    pub elsewhere: Option<Arc<Elsewhere>>,
}

/// Another article than the one that a finding is of.
#[derive(Debug)]
pub struct Elsewhere {
    /// Where it was read: a path, or a path and a line.
    pub name: String,
    /// The file that it was found in.
    pub file: String,
    /// The article.
    pub article: Article,
}

impl PartialEq for Elsewhere {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

impl Eq for Elsewhere {}

/// What could be written at a place instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// The words to replace.
    pub place: Place,
    /// The new words.
    pub text: String,
    /// Why, where the rule says.
    pub because: Option<String>,
}
