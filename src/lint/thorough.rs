//! Which conditions of a rule its examples need: each is left out in turn, and the examples are run again.

use super::example_text::ExampleText;
use super::examples::{Told, applied, mends, settings, told_by, wrong_report, wrong_suggestion};
use super::leave_out::{LeftOut, Needed, left_out};
use crate::engine::{Plan, Report};
use crate::language::rule::{Example, Pack, Rule};
use crate::source::Span;

/// Something of a rule that could be left out, and every example would still hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Needless {
    /// Index into [`Pack::sources`].
    pub source: usize,
    /// Where it stands.
    pub span: Span,
    /// The word before it: `and`, `or`, `where`, `unless`, `once per`, `instead of`.
    pub word: &'static str,
    /// The example that would need it.
    pub needed: Needed,
}

/// What the examples of a rule do not need. Examples that do not hold as it is count for nothing.
pub fn needless(pack: &Pack, rule: &Rule) -> Vec<Needless> {
    let without = left_out(rule);
    let plans: Vec<Plan> = without.iter().map(|without| Plan::new(&without.rule)).collect();
    let own = Plan::new(rule);
    let mut standing: Vec<(&LeftOut, &Plan)> = without.iter().zip(&plans).collect();
    for example in &rule.examples {
        let mut rules = vec![(rule, &own)];
        rules.extend(standing.iter().map(|(without, plan)| (&without.rule, *plan)));
        let holds = held(pack, rule, example, &rules);
        let mut holds = holds.into_iter();
        if holds.next() == Some(true) {
            standing.retain(|_| holds.next().unwrap_or(true));
        }
    }
    let conditions = standing.into_iter().map(|(without, _)| Needless {
        source: without.source,
        span: without.span,
        word: without.word,
        needed: without.needed,
    });
    let all: Vec<Needless> = conditions.chain(needless_precedence(pack, rule, &own)).collect();
    // Of what no example needs, the parts are no news.
    let inside = |one: &Needless, other: &Needless| {
        one.source == other.source && one.span != other.span && other.span.contains(one.span)
    };
    all.iter().filter(|one| !all.iter().any(|other| inside(one, other))).cloned().collect()
}

/// Whether an example holds, for each of several forms of its rule, the rule itself first.
fn held(pack: &Pack, rule: &Rule, example: &Example, forms: &[(&Rule, &Plan)]) -> Vec<bool> {
    let text = ExampleText::read(&example.text);
    let settings = settings(rule, example);
    let quiet = !example.bad || rule.excuses(example);
    let told = told_by(forms, pack, &text, example, &settings);
    let suggestions: Vec<_> = told.iter().take(1).flat_map(|told| &told.reports).flat_map(|r| &r.suggestions).collect();
    let holds = |told: &Told| {
        if quiet {
            return told.reports.is_empty();
        }
        wrong_report(example, &text, &told.reports).is_none()
            && wrong_suggestion(example, &text, &told.reports).is_none()
    };
    let mut held: Vec<bool> = told.iter().map(|told| !told.given_up && holds(told)).collect();
    if quiet || held.first() != Some(&true) {
        return held;
    }
    for suggestion in suggestions {
        let corrected = ExampleText::read(&applied(&text.text, suggestion));
        let again = told_by(forms, pack, &corrected, example, &settings);
        for (held, again) in held.iter_mut().zip(again) {
            *held &= mends(suggestion, &again);
        }
    }
    held
}

/// The rules that this one is said to stand instead of, though neither has an example that both report.
fn needless_precedence(pack: &Pack, rule: &Rule, own: &Plan) -> Vec<Needless> {
    let text = pack.sources.get(rule.source).map_or("", |source| source.text.as_str());
    let clause = rule.span.of(text).find("instead of").unwrap_or_default();
    let both = |other: &Rule| {
        let plan = Plan::new(other);
        let examples = rule.examples.iter().chain(&other.examples).filter(|example| example.bad);
        examples.into_iter().any(|example| {
            let text = ExampleText::read(&example.text);
            // Settings of an example are numbers of its own rule's.
            let told = |rule: &Rule, plan: &Plan| told_by(&[(rule, plan)], pack, &text, example, &rule.settings);
            let (mine, others) = (told(rule, own), told(other, &plan));
            let marks = |report: &Report| report.marks.iter().map(|(span, _)| *span).collect::<Vec<Span>>();
            let mine: Vec<Span> = mine.iter().flat_map(|told| &told.reports).flat_map(marks).collect();
            let mut theirs = others.iter().flat_map(|told| &told.reports).flat_map(marks);
            theirs.any(|theirs| mine.iter().any(|mine| mine.overlaps(theirs)))
        })
    };
    let others = rule.instead_of.iter().filter_map(|id| pack.rules.iter().find(|other| other.id == *id));
    let needless = others.filter(|other| !both(other)).map(|other| {
        let at = rule.span.of(text).get(clause..).and_then(|clause| clause.find(&other.id)).unwrap_or_default();
        let start = rule.span.start as usize + clause + at;
        Needless {
            source: rule.source,
            span: Span::new(start, start + other.id.len()),
            word: "instead of",
            needed: Needed::Both,
        }
    });
    needless.collect()
}
