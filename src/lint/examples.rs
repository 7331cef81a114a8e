//! Examples are tests: runs the examples of a rule and says which hold.

use super::across;
use super::check::folded;
use super::example_text::ExampleText;
use crate::engine::explain::{Explanation, explain};
use crate::engine::{Plan, Replacement, Report, Running, World, run};
use crate::facts::Facts;
use crate::facts::schema::View;
use crate::language::rule::{Example, Pack, Rule, Setting};
use crate::source::Span;
use crate::text::Text;

/// An example and what became of it.
#[derive(Clone, Debug)]
pub struct Tried<'p> {
    /// The rule.
    pub rule: &'p Rule,
    /// The example.
    pub example: &'p Example,
    /// What became of it.
    pub outcome: Outcome,
}

/// What became of an example.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It holds.
    Held,
    /// It does not hold.
    Failed(Box<Failure>),
    /// It does not hold, and the rule says so (`todo`).
    KnownGap(Box<Failure>),
    /// It holds, though the rule says that it does not (`todo`).
    GapClosed,
}

/// How an example does not hold. Places are bytes of the rule file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// One line that stands alone.
    pub reason: String,
    /// The text without its marks.
    pub text: String,
    /// The words that are marked in the example, in the rule file.
    pub expected: Vec<Span>,
    /// The words that the rule marks, in the rule file, with their labels.
    pub found: Vec<(Span, String)>,
    /// What the rule says, one message a report.
    pub messages: Vec<String>,
    /// The candidate that came nearest to being reported, or that was; with what decided.
    pub nearest: Option<Explanation>,
}

/// Runs the examples of one rule, in their order.
pub fn try_examples<'p>(pack: &'p Pack, rule: &'p Rule) -> Vec<Tried<'p>> {
    let plan = Plan::new(rule);
    let trial = Trial { pack, rule, plan: &plan };
    rule.examples
        .iter()
        .map(|example| {
            let outcome = match (trial.failure(example), example.todo) {
                (None, false) => Outcome::Held,
                (None, true) => Outcome::GapClosed,
                (Some(failure), false) => Outcome::Failed(Box::new(failure)),
                (Some(failure), true) => Outcome::KnownGap(Box::new(failure)),
            };
            Tried { rule, example, outcome }
        })
        .collect()
}

/// What a rule says of one of its examples.
pub fn said_of(pack: &Pack, rule: &Rule, example: &Example) -> Vec<Report> {
    let plan = Plan::new(rule);
    let text = ExampleText::read(&example.text);
    let told = told_by(&[(rule, &plan)], pack, &text, example, &settings(rule, example));
    told.into_iter().flat_map(|told| told.reports).collect()
}

#[derive(Clone, Copy)]
struct Trial<'p> {
    pack: &'p Pack,
    rule: &'p Rule,
    plan: &'p Plan,
}

/// What a rule says about a text.
#[derive(Debug, Default)]
pub(super) struct Told {
    /// The reports, in places of the whole text of the example.
    pub(super) reports: Vec<Report>,
    pub(super) given_up: bool,
}

/// What each of some rules says about a text, whose facts are read once.
pub(super) fn told_by(
    rules: &[(&Rule, &Plan)],
    pack: &Pack,
    text: &ExampleText,
    example: &Example,
    settings: &[Setting],
) -> Vec<Told> {
    let mut told: Vec<Told> = rules.iter().map(|_| Told::default()).collect();
    if rules.iter().any(|(rule, _)| rule.across.is_some()) {
        let articles = text.articles(example.published);
        for ((rule, plan), told) in rules.iter().zip(&mut told) {
            *told = across::told_of(rule, plan, settings, pack, &articles);
        }
        return told;
    }
    each_world(pack, text, example, &mut |start, world| {
        for ((rule, plan), told) in rules.iter().zip(&mut told) {
            let run = run(rule, plan, settings, world, Running::default());
            told.given_up |= run.given_up;
            told.reports
                .extend(folded(run.reports).into_iter().map(|report| report.placed(&|span| span.shifted(start))));
        }
    });
    told
}

/// Reads the articles of an example, each with the byte of the text that it begins at.
fn each_world(pack: &Pack, text: &ExampleText, example: &Example, see: &mut dyn FnMut(u32, &World<'_>)) {
    for (start, article) in text.articles(example.published) {
        let text = Text::read(&article);
        let facts = Facts::read(&text);
        see(start, &World::new(View { article: &article, text: &text, facts: &facts }, &pack.tables));
    }
}

impl Trial<'_> {
    fn failure(&self, example: &Example) -> Option<Failure> {
        let text = ExampleText::read(&example.text);
        let settings = settings(self.rule, example);
        let told = self.told(&text, example, &settings);
        let reason = if example.bad && self.rule.excuses(example) {
            (!told.reports.is_empty()).then(|| "an amendment excuses this, and it is still reported".to_owned())
        } else if told.given_up {
            Some("there is too much to compare in this text".to_owned())
        } else if example.bad {
            wrong_report(example, &text, &told.reports)
                .or_else(|| wrong_suggestion(example, &text, &told.reports))
                .or_else(|| self.still_reported(example, &text, &told.reports, &settings))
        } else {
            (!told.reports.is_empty()).then(|| "this must not be reported, and is".to_owned())
        };
        let reason = reason?;
        let nearest = self.nearest(&text, example, &settings);
        Some(Failure {
            reason,
            expected: text.marks.iter().map(|&mark| in_rule_file(mark, &text, example)).collect(),
            found: told
                .reports
                .iter()
                .flat_map(|report| &report.marks)
                .map(|(span, label)| (in_rule_file(*span, &text, example), label.clone()))
                .collect(),
            messages: told.reports.into_iter().map(|report| report.message).collect(),
            nearest,
            text: text.text,
        })
    }

    fn told(&self, text: &ExampleText, example: &Example, settings: &[Setting]) -> Told {
        let told = told_by(&[(self.rule, self.plan)], self.pack, text, example, settings);
        told.into_iter().next().unwrap_or_default()
    }

    /// The candidate that came nearest to being reported, or that was.
    fn nearest(&self, text: &ExampleText, example: &Example, settings: &[Setting]) -> Option<Explanation> {
        let mut nearest: Option<Explanation> = None;
        // Of two articles there is no one text to explain it in.
        if self.rule.across.is_some() {
            return nearest;
        }
        each_world(self.pack, text, example, &mut |_, world| {
            let found = explain(self.rule, settings, world, None, 1).nearest.pop();
            let nearer = |one: &Explanation| nearest.as_ref().is_none_or(|other| one.nearness() > other.nearness());
            if let Some(found) = found.filter(nearer) {
                nearest = Some(found);
            }
        });
        nearest
    }

    /// After each suggestion the rule has nothing more to say of its place.
    fn still_reported(
        &self,
        example: &Example,
        text: &ExampleText,
        reports: &[Report],
        settings: &[Setting],
    ) -> Option<String> {
        let suggestions: Vec<&Replacement> = reports.iter().flat_map(|report| &report.suggestions).collect();
        suggestions.into_iter().find_map(|suggestion| {
            let corrected = applied(&text.text, suggestion);
            let again = self.told(&ExampleText::read(&corrected), example, settings);
            let (new, old) = (&suggestion.text, suggestion.span.of(&text.text));
            (!mends(suggestion, &again)).then(|| format!("with “{new}” instead of “{old}” it is still reported"))
        })
    }
}

/// Whether nothing is said of the place of a suggestion any more, once it is taken.
pub(super) fn mends(suggestion: &Replacement, again: &Told) -> bool {
    let start = suggestion.span.start as usize;
    let place = Span::new(start, start + suggestion.text.len());
    !again.reports.iter().flat_map(|report| &report.marks).any(|(mark, _)| mark.overlaps(place))
}

/// The settings of a rule in one of its examples.
pub(super) fn settings(rule: &Rule, example: &Example) -> Vec<Setting> {
    let mut settings = rule.settings.clone();
    for (number, value) in &example.settings {
        if let Some(setting) = settings.get_mut(*number) {
            setting.value = value.clone();
        }
    }
    settings
}

/// What is wrong with the reports of a bad example, if anything.
pub(super) fn wrong_report(example: &Example, text: &ExampleText, reports: &[Report]) -> Option<String> {
    if reports.is_empty() {
        return Some("this must be reported, and is not".to_owned());
    }
    let marked = |report: &Report| report.marks.iter().map(|(span, _)| *span).collect::<Vec<Span>>();
    let mut found: Vec<Span> = reports.iter().flat_map(marked).collect();
    found.sort_unstable();
    found.dedup();
    let mut expected = text.marks.clone();
    expected.sort_unstable();
    if found != expected {
        return Some("other words are marked than those in [[ ]]".to_owned());
    }
    let needless = reports.iter().enumerate().any(|(number, report)| {
        let others = reports.iter().enumerate().filter(|(other, _)| *other != number);
        let others: Vec<Span> = others.flat_map(|(_, other)| marked(other)).collect();
        marked(report).iter().all(|span| others.contains(span))
    });
    if needless {
        return Some(format!("it is reported {} times, more often than its marks need", reports.len()));
    }
    match &example.says {
        Some(says) if !reports.iter().any(|report| report.message.contains(says.as_str())) => {
            Some(format!("no message says “{says}”"))
        }
        _ => None,
    }
}

/// What is wrong with the first suggestion, where the example says what it gives.
pub(super) fn wrong_suggestion(example: &Example, text: &ExampleText, reports: &[Report]) -> Option<String> {
    let becomes = example.becomes.as_ref()?;
    let Some(suggestion) = reports.iter().flat_map(|report| &report.suggestions).next() else {
        return Some("there is no suggestion that could give what it becomes".to_owned());
    };
    let corrected = applied(&text.text, suggestion);
    let lines = |text: &str| text.trim_end().lines().map(|line| line.trim_end().to_owned()).collect::<Vec<_>>();
    (lines(&corrected) != lines(becomes)).then(|| format!("the first suggestion gives “{}”", suggestion.text))
}

/// The text with a suggestion in it.
pub(super) fn applied(text: &str, suggestion: &Replacement) -> String {
    let before = Span { start: 0, end: suggestion.span.start }.of(text);
    let after = Span { start: suggestion.span.end, end: text.len() as u32 }.of(text);
    format!("{before}{}{after}", suggestion.text)
}

/// Where words of the text without marks stand in the rule file.
fn in_rule_file(span: Span, text: &ExampleText, example: &Example) -> Span {
    let start = file_offset(text.marked_offset(span.start, false), example);
    let end = file_offset(text.marked_offset(span.end, true), example);
    Span { start, end: end.max(start) }
}

/// The byte of the rule file that a byte of the example's text stands at.
fn file_offset(at: u32, example: &Example) -> u32 {
    let mut line_start = 0;
    let mut place = example.span.start;
    let lines = example.text.split_inclusive('\n').zip(&example.line_starts);
    for (line, start) in lines {
        let end = line_start + line.len() as u32;
        place = start + (at - line_start);
        if at < end {
            break;
        }
        line_start = end;
    }
    place
}
