//! Explanations: what each condition of a rule gives for a candidate, with the values it looked at.

use super::answer::Answer;
use super::evaluate::Evaluator;
use super::figures::Manner;
use super::plan::Plan;
use super::print;
use super::scope::Scope;
use super::search::{Joining, search};
use super::slots::conjuncts;
use super::term::{Term, What};
use super::views::{Side, is_of_second};
use super::world::{RunState, World};
use crate::facts::names::part;
use crate::language::rule::{Binding, Comparison, Expr, ExprKind, Rule, Setting};
use crate::source::Span;

/// What became of a rule's candidates in an article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Explained {
    /// Those that come nearest to being reported, the nearest first.
    pub nearest: Vec<Explanation>,
    /// The others, by the condition that kept each from being reported, the commonest first.
    pub others: Vec<Others>,
    /// Whether there were too many candidates to look at them all.
    pub given_up: bool,
}

/// Candidates that are not shown one by one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Others {
    /// How many there are.
    pub count: usize,
    /// The condition that decided about them; `None` where they were reported.
    pub condition: Option<(Clause, usize, Span)>,
}

/// What a variable of a candidate holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    /// The variable.
    pub name: String,
    /// What it holds, as written.
    pub words: String,
    /// The part of the article that it stands in, where it is a fact.
    pub part: Option<&'static str>,
    /// Which of two articles it is of.
    pub side: Side,
}

/// One candidate and what the conditions give for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explanation {
    /// The variables with what they hold.
    pub candidate: Vec<Held>,
    /// Where they stand in the text, those that stand there.
    pub places: Vec<Span>,
    /// The conditions, in the order of the rule.
    pub conditions: Vec<Condition>,
    /// Whether the rule reports the candidate.
    pub reported: bool,
}

/// A condition and what it gives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Condition {
    /// The clause it stands in.
    pub clause: Clause,
    /// The number of the rule file that it stands in.
    pub source: usize,
    /// The condition in its rule file.
    pub span: Span,
    /// What it gives.
    pub answer: Answer,
    /// Whether the report may go through it.
    pub passed: bool,
    /// Whether it holds where something else does not.
    pub negation: bool,
    /// The values that it compares.
    pub values: Vec<String>,
}

/// The clauses that hold conditions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clause {
    /// `where`
    Where,
    /// `must`
    Must,
    /// `unless`
    Unless,
}

impl Clause {
    /// Its word in rules.
    pub fn word(self) -> &'static str {
        match self {
            Self::Where => "where",
            Self::Must => "must",
            Self::Unless => "unless",
        }
    }
}

impl Explanation {
    /// The condition that kept the candidate from being reported.
    pub fn deciding(&self) -> Option<&Condition> {
        self.conditions.iter().find(|condition| !condition.passed)
    }

    /// The clause, file and place of the condition that decided.
    pub fn decided(&self) -> Option<(Clause, usize, Span)> {
        self.deciding().map(|condition| (condition.clause, condition.source, condition.span))
    }

    /// How near the candidate came to being reported: how many `where` conditions hold, where one that
    /// only rules something out says nothing, and then whether `must` is broken; with all of `where`, the other
    /// clauses count too.
    pub fn nearness(&self) -> usize {
        let wheres = || self.conditions.iter().filter(|condition| condition.clause == Clause::Where);
        let held = wheres().filter(|condition| condition.passed && !condition.negation).count();
        let rest = self.conditions.iter().filter(|condition| condition.clause != Clause::Where);
        let mut rest = rest.filter(|condition| condition.passed);
        if wheres().any(|condition| !condition.passed) {
            // Of two alike, the one that breaks the rule is what its author looks for.
            return 2 * held + usize::from(held > 0 && rest.any(|condition| condition.clause == Clause::Must));
        }
        2 * self.conditions.len() + rest.count()
    }
}

/// How many candidates an explanation looks at.
pub(super) const CANDIDATES: u64 = 100_000;

/// What became of the candidates of a rule: at most `most` of them one by one, the others by what
/// decided about them. Where `near` is given, only of those that have a part in a place that it holds for.
pub fn explain(
    rule: &Rule,
    settings: &[Setting],
    world: &World<'_>,
    near: Option<&dyn Fn(Span) -> bool>,
    most: usize,
) -> Explained {
    // Every candidate counts here, so nothing is tested before all variables are bound.
    let open = Rule { wheres: Vec::new(), ..rule.clone() };
    let state = RunState::new(CANDIDATES);
    let evaluator = Evaluator { world, settings, state: &state, scans: &[] };
    let mut explained = Explained::default();
    search(&open, &Plan::new(&open), evaluator, Joining::Nested, &mut |scope| {
        if state.is_spent() {
            return false;
        }
        let explanation = explanation(rule, &evaluator, scope);
        if near.is_none_or(|near| explanation.places.iter().any(|&place| near(place))) {
            explained.add(explanation, most);
        }
        false
    });
    explained.others.sort_by_key(|others| std::cmp::Reverse(others.count));
    Explained { given_up: state.is_spent(), ..explained }
}

impl Explained {
    /// Adds a candidate: one of the nearest, which are `most`, or one that is counted.
    pub(super) fn add(&mut self, explanation: Explanation, most: usize) {
        let at = self.nearest.partition_point(|other| other.nearness() >= explanation.nearness());
        self.nearest.insert(at, explanation);
        if self.nearest.len() > most
            && let Some(last) = self.nearest.pop()
        {
            add(&mut self.others, last.decided());
        }
    }
}

/// Counts one more candidate of which `condition` decided.
pub fn add(others: &mut Vec<Others>, condition: Option<(Clause, usize, Span)>) {
    match others.iter_mut().find(|others| others.condition == condition) {
        Some(others) => others.count += 1,
        None => others.push(Others { count: 1, condition }),
    }
}

/// What the conditions of a rule give for what its variables hold.
pub(super) fn explanation(rule: &Rule, evaluator: &Evaluator<'_>, scope: &Scope<'_>) -> Explanation {
    let mut conditions = Vec::new();
    let mut wheres = Vec::new();
    rule.wheres.iter().for_each(|condition| conjuncts(condition, &mut wheres));
    for condition in &wheres {
        let answer = evaluator.answer(condition, scope);
        conditions.push(told(Clause::Where, rule.source, condition, (answer, answer == Answer::Yes), evaluator, scope));
    }
    let answer = evaluator.answer(&rule.must, scope);
    conditions.push(told(Clause::Must, rule.source, &rule.must, (answer, answer == Answer::No), evaluator, scope));
    for unless in &rule.unless {
        let answer = evaluator.answer(&unless.expr, scope);
        let excused = evaluator.excuses(&unless.expr, scope);
        conditions.push(told(Clause::Unless, unless.source, &unless.expr, (answer, !excused), evaluator, scope));
    }
    let reported = conditions.iter().all(|condition| condition.passed);
    let (candidate, places) = candidate(rule, evaluator, scope);
    Explanation { candidate, places, conditions, reported }
}

fn told(
    clause: Clause,
    source: usize,
    expr: &Expr,
    (answer, passed): (Answer, bool),
    evaluator: &Evaluator<'_>,
    scope: &Scope<'_>,
) -> Condition {
    let mut values = Vec::new();
    let mut say = |expr: &Expr| {
        let term = evaluator.term(expr, scope);
        values.push(match &term.what {
            What::Absent => "absent".to_owned(),
            // What the wording allows is what made the answer uncertain.
            What::Quantity(quantity) if answer == Answer::Perhaps => print::allowed(quantity),
            _ => print::print(&term, None, evaluator, &Manner::default()).unwrap_or_default(),
        });
    };
    match &expr.kind {
        ExprKind::Compare(_, left, right) => {
            say(left);
            say(right);
        }
        ExprKind::Within { value, tolerance, of } => [value, tolerance, of].into_iter().for_each(|expr| say(expr)),
        ExprKind::InRange { value, low, high } => [value, low, high].into_iter().for_each(|expr| say(expr)),
        ExprKind::Known(of) | ExprKind::Matches(of, _) => say(of),
        ExprKind::Literal(_)
        | ExprKind::Setting(_)
        | ExprKind::Slot(_)
        | ExprKind::Article
        | ExprKind::Field { .. }
        | ExprKind::Common { .. }
        | ExprKind::Column { .. }
        | ExprKind::Lookup { .. }
        | ExprKind::Table(_)
        | ExprKind::List(_)
        | ExprKind::Negative(_)
        | ExprKind::Arithmetic(..)
        | ExprKind::Call(..)
        | ExprKind::And(_)
        | ExprKind::Or(_)
        | ExprKind::Not(_)
        | ExprKind::Some { .. } => {}
    }
    let negation = matches!(expr.kind, ExprKind::Not(_))
        || matches!(expr.kind, ExprKind::Compare(Comparison::IsNot | Comparison::Unequal, ..));
    Condition { clause, source, span: expr.span, answer, passed, negation, values }
}

fn candidate(rule: &Rule, evaluator: &Evaluator<'_>, scope: &Scope<'_>) -> (Vec<Held>, Vec<Span>) {
    let mut variables = Vec::new();
    for binding in &rule.bindings {
        match binding {
            Binding::Each { name, slot, .. } | Binding::Group { name, slot, .. } | Binding::Row { name, slot, .. } => {
                variables.push((name, *slot));
            }
            Binding::Pair { names: [first, second], slots: [a, b], .. } => {
                variables.extend([(first, *a), (second, *b)]);
            }
        }
    }
    let terms = variables.into_iter().map(|(name, slot)| (name, scope.term(slot).unwrap_or(Term::ABSENT)));
    let mut held = Vec::new();
    let mut places = Vec::new();
    for (name, term) in terms {
        let words = print::print(&term, None, evaluator, &Manner::default()).unwrap_or_default();
        let part = match &term.what {
            What::Fact(fact) => evaluator.world.columns.at(*fact).map(|at| part(at.part).word()),
            _ => None,
        };
        let side = match &term.what {
            What::Fact(fact) if is_of_second(*fact) => Side::Second,
            _ => Side::First,
        };
        held.push(Held { name: name.clone(), words, part, side });
        match &term.what {
            What::Set(members) => places.extend(members.sure().filter_map(|member| evaluator.place(&member))),
            _ => places.extend(evaluator.place(&term)),
        }
    }
    (held, places)
}
