//! Examples that do not hold, drawn in their rule file.

use super::Style;
use super::drawing::Drawing;
use super::excerpt::Pointer;
use super::explanation::looked_at;
use crate::engine::explain::{Clause, Condition, Explanation};
use crate::language::rule::{Change, Pack, Rule};
use crate::lint::Needed;
use crate::lint::examples::{Failure, Outcome, Tried};
use crate::lint::thorough::Needless;
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
    /// Conditions that no example needs; `None` where nobody asked.
    pub(crate) needless: Option<usize>,
}

impl Tally {
    /// Counts one more example.
    pub(crate) fn add(&mut self, tried: &Tried<'_>) {
        match tried.outcome {
            Outcome::Held => self.held += 1,
            Outcome::Failed(_) | Outcome::GapClosed => self.failed += 1,
            Outcome::KnownGap(_) => self.gaps += 1,
        }
    }

    /// The sum of two.
    pub(crate) fn and(self, other: Self) -> Self {
        let needless = [self.needless, other.needless].into_iter().flatten().reduce(|a, b| a + b);
        Self {
            rules: self.rules + other.rules,
            held: self.held + other.held,
            failed: self.failed + other.failed,
            gaps: self.gaps + other.gaps,
            needless,
        }
    }

    /// Whether nothing is to be mended.
    pub(crate) fn is_clean(self) -> bool {
        self.failed == 0 && self.needless.is_none_or(|count| count == 0)
    }
}

/// "61 examples of 24 rules: 60 hold, 1 does not".
impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { rules, held, failed, gaps, needless } = *self;
        let all = held + failed + gaps;
        let plural = |count: usize| if count == 1 { "" } else { "s" };
        write!(f, "{all} example{} of {rules} rule{}: ", plural(all), plural(rules))?;
        write!(f, "{held} hold{}", if held == 1 { "s" } else { "" })?;
        if failed > 0 {
            write!(f, ", {failed} do{} not", if failed == 1 { "es" } else { "" })?;
        }
        if gaps > 0 {
            write!(f, ", {gaps} known gap{}", plural(gaps))?;
        }
        match needless {
            None => {}
            Some(0) => write!(f, "; they need every condition")?,
            Some(1) => write!(f, "; 1 condition that none needs")?,
            Some(count) => write!(f, "; {count} conditions that none needs")?,
        }
        Ok(())
    }
}

/// What is wrong with an example; empty where it holds.
pub(crate) fn failures(pack: &Pack, tried: &Tried<'_>, style: Style) -> String {
    match &tried.outcome {
        Outcome::Held | Outcome::KnownGap(_) => String::new(),
        Outcome::GapClosed => {
            let places = [(tried.example.span, "marked as a known gap")];
            drawn(pack, tried, "the example holds: take `todo` away", &places, &[], style)
        }
        Outcome::Failed(failure) => {
            let places = places(tried, failure);
            let places: Vec<_> = places.iter().map(|(span, label)| (*span, label.as_str())).collect();
            drawn(pack, tried, &failure.reason, &places, &help(pack, tried, failure), style)
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
    let drawing = Drawing::new(Severity::Error, message).heading(tried.rule.id.clone()).help(help);
    in_file(pack, tried.example.source, drawing, places, style)
}

fn in_file(pack: &Pack, source: usize, drawing: Drawing, places: &[(Span, &str)], style: Style) -> String {
    let Some(source) = pack.sources.get(source) else { return String::new() };
    let lines = Lines::new(&source.text);
    let pointer = |span| Pointer { field: 0, name: &source.name, text: &source.text, lines: &lines, span };
    let places: Vec<_> = places.iter().map(|&(span, label)| (pointer(span), label)).collect();
    drawing.places(&places, style.width).draw(style) + "\n"
}

/// That no example needs something of a rule.
pub(crate) fn needless(pack: &Pack, rule: &Rule, needless: &Needless, style: Style) -> String {
    let words = written(pack, needless.source, needless.span);
    let space = if needless.word.is_empty() { "" } else { " " };
    let message = format!("nothing in the examples needs `{}{space}{words}`", needless.word);
    let help = match needless.needed {
        Needed::Good => "add a `good` example that would be reported without it, or drop it",
        Needed::Bad => "add a `bad` example that is reported only because of it, or drop it",
        Needed::Repeated => "add a `bad` example that would be reported more than once without it, or drop it",
        Needed::Apart => "add a `bad` example with two reports that differ in this alone, or drop it",
        Needed::Both => "add a `bad` example that the other rule reports too, or drop it",
    };
    let drawing = Drawing::new(Severity::Warning, &message).heading(rule.id.clone()).help(&[help.to_owned()]);
    in_file(pack, needless.source, drawing, &[(needless.span, "without it every example holds")], style)
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
fn help(pack: &Pack, tried: &Tried<'_>, failure: &Failure) -> Vec<String> {
    let says = failure.messages.iter().map(|message| format!("the rule says: {message}"));
    let decided = match &failure.nearest {
        Some(nearest) => decided(pack, nearest),
        None => vec![format!("nothing here that the rule looks at ({})", looked_at(tried.rule))],
    };
    says.chain(decided).chain(narrowed(pack, tried, failure)).collect()
}

/// That a pack changes what is reported of the rule, where an example of the rule itself does not hold.
fn narrowed(pack: &Pack, tried: &Tried<'_>, failure: &Failure) -> Option<String> {
    let Tried { rule, example, .. } = tried;
    let changes = |what: &Change| match what {
        Change::Unless(_) | Change::Setting(_) => true,
        Change::Off(_) | Change::Severity(_) | Change::Tags | Change::Help | Change::Example | Change::Excuses(_) => {
            false
        }
    };
    let amended = rule.amendments.iter().find(|one| one.source != example.source && changes(&one.what))?;
    let source = pack.sources.get(amended.source)?;
    let place = format!("{}:{}", source.name, Lines::new(&source.text).line_of(amended.span.start) + 1);
    let words = failure.expected.first().map(|span| written(pack, example.source, *span));
    let words = example.name.clone().or(words).filter(|_| example.bad);
    Some(match words {
        Some(words) => format!("{place} amends the rule; where this is meant, add `excuses \"{words}\"` there"),
        None => format!("{place} amends the rule, and may only narrow it"),
    })
}

fn decided(pack: &Pack, nearest: &Explanation) -> Vec<String> {
    let held = nearest.candidate.iter().map(|held| format!("{} = “{}”", held.name, held.words));
    let held = held.collect::<Vec<_>>().join(", ");
    let said = |condition: &Condition| {
        let words = written(pack, condition.source, condition.span);
        let values =
            if condition.values.is_empty() { String::new() } else { format!(" ({})", condition.values.join(", ")) };
        format!("`{} {words}`: {}{values}", condition.clause.word(), condition.answer.word())
    };
    if let Some(condition) = nearest.deciding() {
        return vec![format!("the nearest candidate: {held}"), format!("decided by {}", said(condition))];
    }
    let must = nearest.conditions.iter().find(|condition| condition.clause == Clause::Must);
    let broken = must.map(|must| format!("broken for sure: {}", said(must)));
    std::iter::once(format!("the candidate: {held}")).chain(broken).collect()
}

fn written(pack: &Pack, source: usize, span: Span) -> String {
    let source = pack.sources.get(source).map_or("", |source| source.text.as_str());
    span.of(source).split_whitespace().collect::<Vec<_>>().join(" ")
}
