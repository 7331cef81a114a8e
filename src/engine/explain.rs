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
use super::world::{Fuel, World};
use crate::language::rule::{Binding, Expr, ExprKind, Rule, Setting};
use crate::source::Span;

/// One candidate and what the conditions give for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explanation {
    /// The variables with what they hold, as written.
    pub candidate: Vec<(String, String)>,
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

    fn passed(&self) -> usize {
        self.conditions.iter().filter(|condition| condition.passed).count()
    }
}

/// How many candidates an explanation looks at.
const CANDIDATES: u64 = 100_000;

/// The candidates of a rule that come nearest to being reported, the nearest first and at most
/// `most`; of those, where `near` is given, only what has a part in a place that it holds for.
pub fn explain(
    rule: &Rule,
    settings: &[Setting],
    world: &World<'_>,
    near: Option<&dyn Fn(Span) -> bool>,
    most: usize,
) -> Vec<Explanation> {
    // Every candidate counts here, so nothing is tested before all variables are bound.
    let open = Rule { wheres: Vec::new(), ..rule.clone() };
    let fuel = Fuel::new(CANDIDATES);
    let evaluator = Evaluator { world, settings, fuel: &fuel, scans: &[] };
    let mut nearest: Vec<Explanation> = Vec::new();
    search(&open, &Plan::new(&open), evaluator, Joining::Nested, &mut |scope| {
        if fuel.is_empty() {
            return;
        }
        let explanation = explanation(rule, &evaluator, scope);
        if near.is_some_and(|near| !explanation.places.iter().any(|&place| near(place))) {
            return;
        }
        let at = nearest.partition_point(|other| other.passed() >= explanation.passed());
        if at < most {
            nearest.insert(at, explanation);
            nearest.truncate(most);
        }
    });
    nearest
}

fn explanation(rule: &Rule, evaluator: &Evaluator<'_>, scope: &Scope<'_>) -> Explanation {
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
        values.push(if term.is_absent() {
            "absent".to_owned()
        } else {
            print::print(&term, None, evaluator, &Manner::default()).unwrap_or_default()
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
    Condition { clause, source, span: expr.span, answer, passed, values }
}

fn candidate(rule: &Rule, evaluator: &Evaluator<'_>, scope: &Scope<'_>) -> (Vec<(String, String)>, Vec<Span>) {
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
        held.push((name.clone(), print::print(&term, None, evaluator, &Manner::default()).unwrap_or_default()));
        match &term.what {
            What::Set(members) => places.extend(members.sure().filter_map(|member| evaluator.place(&member))),
            _ => places.extend(evaluator.place(&term)),
        }
    }
    (held, places)
}
