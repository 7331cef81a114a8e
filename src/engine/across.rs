//! Rules across the archive: what an article gives to such a rule, and what the rule says of two articles.
//!
//! A rule across the archive binds two facts of two articles. Of each article, the facts that pass the conditions on one
//! variable alone become [`Row`]s: the key that the two must share, and the value that they must differ in. Rows are
//! small and hold no text, so that an archive's fit into memory; only articles whose rows may break the rule are read
//! again, and the rule is then run over the two facts with all of the language.

use super::apart::{Apart, How, Line, ends};
use super::evaluate::Evaluator;
use super::explain::{CANDIDATES, Explained, explanation};
use super::key::{Key, joint_hash, key};
use super::plan::{Each, Join, Plan, Step};
use super::report::{Report, assemble};
use super::scope::Scope;
use super::search::Running;
use super::term::Term;
use super::views::{Side, Views, of_second};
use super::world::{RunState, World};
use crate::facts::names::Certainty;
use crate::facts::quantity::Measured;
use crate::facts::schema::{Kind, View};
use crate::facts::value::FactRef;
use crate::language::rule::{Rule, Setting};
use crate::language::table::Table;
use crate::source::Span;
use rustc_hash::FxHasher;
use std::hash::{Hash, Hasher};

/// A fact that may be bound to a variable of a rule across the archive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    /// Which of the two variables.
    pub variable: Side,
    /// The fact.
    pub fact: FactRef,
    /// What it must share with the fact of the other variable, hashed.
    pub key: u64,
    /// What it must differ in.
    pub value: Worth,
}

/// The value that two facts must differ in to break a rule, as far as it can be told without the text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Worth {
    /// The rule asks for no such value.
    Any,
    /// A thing or word, hashed: equal ones do not differ.
    Same(u64),
    /// A figure or date: those that meet do not differ. The ends lie within those of the interval.
    Between {
        /// What it is an interval of, hashed.
        line: u64,
        /// Whether figures of another line are told apart by their line alone.
        alone: bool,
        /// The lower end.
        low: f64,
        /// The upper end.
        high: f64,
    },
}

// No end is without an order.
impl Eq for Worth {}

impl Worth {
    /// Whether a rule may break on the two.
    pub fn may_differ(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Same(a), Self::Same(b)) => a != b,
            (
                Self::Between { line, alone, low, high },
                Self::Between { line: other_line, alone: other_alone, low: other_low, high: other_high },
            ) => {
                if line == other_line {
                    high < other_low || other_high < low
                } else {
                    !(*alone && *other_alone)
                }
            }
            _ => true,
        }
    }
}

/// What a rule says of two articles.
#[derive(Clone, Debug)]
pub struct Joined {
    /// The report; its places are told of both articles.
    pub report: Report,
    /// What it may be reported once for; none where the text does not give it.
    pub once: Option<Vec<OnceKey>>,
}

/// A value of `once per`, the same in every run over the archive.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum OnceKey {
    /// A value that has no article.
    Value(u64),
    /// A fact of one of the two articles.
    Fact(Side, FactRef),
}

/// The two variables of a rule across the archive, in the order of its plan.
fn variables(plan: &Plan) -> Option<[&Each; 2]> {
    let mut each = plan.steps.iter().filter_map(|step| match step {
        Step::Each(each) => Some(each),
        Step::Group { .. } | Step::Row { .. } | Step::Let(_) | Step::Test(_) => None,
    });
    Some([each.next()?, each.next()?])
}

/// Whether the first variable's fact comes from the earlier article: the rule looks at unordered pairs.
pub fn is_of_pairs(plan: &Plan) -> bool {
    variables(plan).is_some_and(|[_, second]| second.after.is_some())
}

/// What an article gives to a rule across the archive.
pub fn rows(plan: &Plan, settings: &[Setting], world: &World<'_>) -> Vec<Row> {
    let state = RunState::new(u64::MAX);
    let evaluator = Evaluator { world, settings, state: &state, scans: &[] };
    let Some([first, second]) = variables(plan) else { return Vec::new() };
    let apart = second.apart.first();
    let theirs = second.joins.iter().map(|Join { theirs, .. }| theirs);
    let mine = second.joins.iter().map(|Join { mine, .. }| mine);
    let mut rows = Vec::new();
    for (variable, each) in [(Side::First, first), (Side::Second, second)] {
        for index in 0..world.columns.count(each.kind) as u32 {
            let fact = FactRef { kind: each.kind, index };
            if world.columns.is_weak(fact) {
                continue;
            }
            let scope = Scope::EMPTY;
            let scope = scope.bind(each.slot, Term::fact(fact));
            let mut own = each.own.iter().filter_map(|&number| plan.conditions.get(number));
            if !own.all(|condition| evaluator.surely(condition, &scope)) {
                continue;
            }
            let key = match variable {
                Side::First => joint_hash(&evaluator, theirs.clone(), &scope),
                Side::Second => joint_hash(&evaluator, mine.clone(), &scope),
            };
            let value = apart.map_or(Some(Worth::Any), |apart| worth(apart, variable, &evaluator, &scope));
            rows.extend(key.zip(value).map(|(key, value)| Row { variable, fact, key, value }));
        }
    }
    rows
}

/// The value of a fact that the other must differ from; none where the text does not give it, which differs from nothing.
fn worth(apart: &Apart, variable: Side, evaluator: &Evaluator<'_>, scope: &Scope<'_>) -> Option<Worth> {
    let expr = match variable {
        Side::First => &apart.theirs,
        Side::Second => &apart.mine,
    };
    let term = evaluator.term(expr, scope);
    match apart.how {
        How::Other => Some(Worth::Same(hashed(&key(&term, evaluator.world.views)?.key))),
        How::Disjoint => {
            let (line, low, high) = ends(&term)?;
            let alone = match &line {
                Line::Days | Line::Figures(Measured::Money(_) | Measured::Physical(_)) => true,
                Line::Figures(_) => false,
            };
            Some(Worth::Between { line: hashed(&line), alone, low: low.just_above(), high: high.just_below() })
        }
    }
}

fn hashed(of: &impl Hash) -> u64 {
    let mut hasher = FxHasher::default();
    of.hash(&mut hasher);
    hasher.finish()
}

/// What a rule says of two facts of two articles, each told as its own article knows it.
pub fn joined(
    rule: &Rule,
    plan: &Plan,
    settings: &[Setting],
    views: Views<'_>,
    tables: &[Table],
    facts: [FactRef; 2],
) -> Option<Joined> {
    let world = World::of(views, tables);
    let state = RunState::new(Running::default().fuel);
    let evaluator = Evaluator { world: &world, settings, state: &state, scans: &[] };
    let [first, second] = variables(plan)?;
    let [one, other] = facts;
    let empty = Scope::EMPTY;
    let scope = empty.bind(first.slot, Term::fact(one));
    let scope = scope.bind(second.slot, Term::fact(of_second(other)));
    named(rule, 0, &scope, &mut |scope| {
        let counts = plan.conditions.iter().all(|condition| evaluator.surely(condition, scope));
        let broken = counts && evaluator.surely_not(&rule.must, scope);
        if !broken || rule.unless.iter().any(|unless| evaluator.excuses(&unless.expr, scope)) || state.is_spent() {
            return None;
        }
        let keys = rule.once.iter().map(|once| once_key(&evaluator.term(once, scope), views));
        Some(Joined { report: assemble(rule, evaluator, scope), once: keys.collect() })
    })
}

/// What became of the candidates of a rule in two articles, at most `most` of them one by one: the first variable holds a
/// fact of the first, the second one of the second. Where `near` is given, only of those that have a part in a place that
/// it holds for.
pub fn explained(
    rule: &Rule,
    plan: &Plan,
    settings: &[Setting],
    (views, tables): (Views<'_>, &[Table]),
    near: Option<&dyn Fn(Side, Span) -> bool>,
    most: usize,
) -> Explained {
    let world = World::of(views, tables);
    let state = RunState::new(u64::MAX);
    let evaluator = Evaluator { world: &world, settings, state: &state, scans: &[] };
    let mut explained = Explained::default();
    let Some([first, second]) = variables(plan) else { return explained };
    let empty = Scope::EMPTY;
    let mut looked_at = 0;
    for one in facts(views.view(Side::First), first.kind) {
        for other in facts(views.view(Side::Second), second.kind) {
            looked_at += 1;
            if looked_at > CANDIDATES {
                explained.given_up = true;
                return explained;
            }
            let scope = empty.bind(first.slot, Term::fact(one));
            let scope = scope.bind(second.slot, Term::fact(of_second(other)));
            let explanation = named(rule, 0, &scope, &mut |scope| Some(explanation(rule, &evaluator, scope)));
            let Some(explanation) = explanation else { continue };
            let is_near = |place: &Span| {
                let (side, place) = views.side(*place);
                near.is_none_or(|near| near(side, place))
            };
            if explanation.places.iter().any(is_near) {
                explained.add(explanation, most);
            }
        }
    }
    explained.others.sort_by_key(|others| std::cmp::Reverse(others.count));
    explained
}

/// The facts of an article that a variable may hold.
fn facts(view: View<'_>, kind: Kind) -> impl Iterator<Item = FactRef> {
    let count = (kind.schema().count)(view);
    let fact = (0..count).map(move |index| FactRef { kind, index });
    fact.filter(move |fact| {
        let at = (kind.schema().at)(view, fact.index);
        at.is_none_or(|at| at.certainty != Certainty::Weak)
    })
}

/// Gives the expressions of a rule their names, and calls `found` with all of them.
fn named<T>(rule: &Rule, from: usize, scope: &Scope<'_>, found: &mut dyn FnMut(&Scope<'_>) -> Option<T>) -> Option<T> {
    match rule.lets.get(from) {
        Some(of) => named(rule, from + 1, &scope.name(of.slot, &of.expr), found),
        None => found(scope),
    }
}

fn once_key(term: &Term<'_>, views: Views<'_>) -> Option<OnceKey> {
    Some(match key(term, views)?.key {
        Key::Fact(fact) => {
            let side = if views.of(fact).1 == fact { Side::First } else { Side::Second };
            OnceKey::Fact(side, views.of(fact).1)
        }
        key => OnceKey::Value(hashed(&key)),
    })
}
