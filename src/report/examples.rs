//! Examples that do not hold, drawn in their rule file.

use super::Style;
use super::drawing::Drawing;
use super::excerpt::Pointer;
use crate::engine::explain::Explanation;
use crate::language::rule::Pack;
use crate::lint::examples::{Failure, Outcome, Tried};
use crate::source::{Lines, Span};
use miette::Severity;
use std::fmt;

/// How many examples were run and what became of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    /// The rules.
    pub(crate) rules: usize,
    /// Examples that hold.
    pub(crate) held: usize,
    /// Examples that do not hold, or hold though the rule says that they do not.
    pub(crate) failed: usize,
    /// Examples that do not hold, as the rule says.
    pub(crate) gaps: usize,
    /// Examples that were not run.
    pub(crate) not_run: usize,
}

impl Tally {
    /// Counts one more example.
    pub(crate) fn add(&mut self, tried: &Tried<'_>) {
        match tried.outcome {
            Outcome::Held => self.held += 1,
            Outcome::Failed(_) | Outcome::GapClosed => self.failed += 1,
            Outcome::KnownGap(_) => self.gaps += 1,
            Outcome::NotRun(_) => self.not_run += 1,
        }
    }
}

/// "61 examples of 24 rules: 60 hold, 1 does not".
impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { rules, held, failed, gaps, not_run } = *self;
        let all = held + failed + gaps + not_run;
        let plural = |count: usize| if count == 1 { "" } else { "s" };
        write!(f, "{all} example{} of {rules} rule{}: ", plural(all), plural(rules))?;
        write!(f, "{held} hold{}", if held == 1 { "s" } else { "" })?;
        if failed > 0 {
            write!(f, ", {failed} do{} not", if failed == 1 { "es" } else { "" })?;
        }
        if gaps > 0 {
            write!(f, ", {gaps} known gap{}", plural(gaps))?;
        }
        if not_run > 0 {
            write!(f, ", {not_run} not run")?;
        }
        Ok(())
    }
}

/// What is wrong with an example; empty where it holds.
pub(crate) fn failures(pack: &Pack, tried: &Tried<'_>, style: Style) -> String {
    match &tried.outcome {
        Outcome::Held | Outcome::KnownGap(_) | Outcome::NotRun(_) => String::new(),
        Outcome::GapClosed => {
            let places = [(tried.example.span, "marked as a known gap")];
            drawn(pack, tried, "the example holds: take `todo` away", &places, &[], style)
        }
        Outcome::Failed(failure) => {
            let places = places(tried, failure);
            let places: Vec<_> = places.iter().map(|(span, label)| (*span, label.as_str())).collect();
            drawn(pack, tried, &failure.reason, &places, &help(pack, failure), style)
        }
    }
}

fn drawn(
    pack: &Pack,
    tried: &Tried<'_>,
    message: &str,
    places: &[(Span, &str)],
    help: &[String],
    style: Style,
) -> String {
    let Some(source) = pack.sources.get(tried.example.source) else { return String::new() };
    let lines = Lines::new(&source.text);
    let pointer = |span| Pointer { field: 0, name: &source.name, text: &source.text, lines: &lines, span };
    let places: Vec<_> = places.iter().map(|&(span, label)| (pointer(span), label)).collect();
    let drawing = Drawing::new(Severity::Error, message).heading(tried.rule.id.clone());
    drawing.help(help).places(&places, style.width).draw(style) + "\n"
}

/// The words that should be marked and those that are, each with what is the matter.
fn places(tried: &Tried<'_>, failure: &Failure) -> Vec<(Span, String)> {
    let mut places: Vec<(Span, String)> = Vec::new();
    for (span, label) in &failure.found {
        let as_expected = failure.expected.contains(span);
        let what = if as_expected { "marked, as expected" } else { "marked, and should not be" };
        places.push((*span, if label.is_empty() { what.to_owned() } else { format!("{what}: {label}") }));
    }
    for span in &failure.expected {
        if !failure.found.iter().any(|(found, _)| found == span) {
            places.push((*span, "should be marked, and is not".to_owned()));
        }
    }
    if places.is_empty() {
        places.push((tried.example.span, "this example".to_owned()));
    }
    places
}

/// What the rule says, and what decided about the candidate that came nearest.
fn help(pack: &Pack, failure: &Failure) -> Vec<String> {
    let says = failure.messages.iter().map(|message| format!("the rule says: {message}"));
    let nearest = failure.nearest.as_ref().map(|nearest| decided(pack, nearest));
    says.chain(nearest.into_iter().flatten()).collect()
}

fn decided(pack: &Pack, nearest: &Explanation) -> Vec<String> {
    let held = nearest.candidate.iter().map(|held| format!("{} = “{}”", held.name, held.words));
    let mut lines = vec![format!("the nearest candidate: {}", held.collect::<Vec<_>>().join(", "))];
    if let Some(condition) = nearest.deciding() {
        let source = pack.sources.get(condition.source).map_or("", |source| source.text.as_str());
        let words = condition.span.of(source).split_whitespace().collect::<Vec<_>>().join(" ");
        let values =
            if condition.values.is_empty() { String::new() } else { format!(" ({})", condition.values.join(", ")) };
        lines.push(format!("decided by `{} {words}`: {}{values}", condition.clause.word(), condition.answer.word()));
    }
    lines
}
