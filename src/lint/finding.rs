//! Findings: plain data until a report prints them.

use crate::article::Place;
use crate::language::rule::Severity;

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
}

/// A place in a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MarkedPlace {
    /// Where.
    pub place: Place,
    /// What it is.
    pub label: String,
}

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
