//! Plans: in what order a rule's variables are bound and its conditions tested.

use super::apart::{Apart, How};
use super::key::{comparable, is_figure};
use super::slots::{Slots, conjuncts, needs, quantifies, slots, uses_let};
use crate::facts::schema::Kind;
use crate::facts::value::Type;
use crate::language::rule::{Binding, Comparison, Expr, ExprKind, Function, Rule};

/// The order in which a rule is run; made once, used for every article.
#[derive(Clone, Debug)]
pub struct Plan {
    /// What is done, in order.
    pub(super) steps: Vec<Step>,
    /// The conditions of `where`, each on its own.
    pub(super) conditions: Vec<Expr>,
    /// The step that binds the last variable of `once per`, where there are steps after it.
    pub(super) once: Option<usize>,
    /// What every `some` and `no` goes through, by the slot of its variable.
    pub(super) quantified: Vec<Quantified>,
}

/// The facts that a `some` or `no` goes through: for all that are in none of the branches the
/// condition surely does not hold, which changes nothing.
#[derive(Clone, Debug)]
pub(super) struct Quantified {
    pub(super) kind: Kind,
    pub(super) slot: usize,
    /// The sides of its `or`, or all of its condition.
    pub(super) branches: Vec<Branch>,
}

/// Conditions that must all hold.
#[derive(Clone, Debug, Default)]
pub(super) struct Branch {
    /// Those on the variable alone.
    pub(super) own: Vec<Expr>,
    /// Equalities of the variable with others.
    pub(super) joins: Vec<Join>,
    /// A figure of it, and one of the others that it may be.
    pub(super) meets: Option<Join>,
    /// How far off it may stand.
    pub(super) near: Option<Near>,
}

/// `sentences_between(it, other) <= limit`.
#[derive(Clone, Debug)]
pub(super) struct Near {
    pub(super) other: Expr,
    pub(super) limit: Expr,
}

/// One step of a plan.
#[derive(Clone, Debug)]
pub(super) enum Step {
    /// Binds each fact of a kind.
    Each(Each),
    /// Binds each group: the number of the binding.
    Group { binding: usize, alone: bool },
    /// Binds each row of a table.
    Row { table: usize, slot: usize },
    /// Gives an expression its name: the number of the `let`.
    Let(usize),
    /// Goes on only where the condition surely holds.
    Test(usize),
}

/// A variable that holds a fact.
#[derive(Clone, Debug)]
pub(super) struct Each {
    pub(super) kind: Kind,
    pub(super) slot: usize,
    /// Whether no variable is bound before it.
    pub(super) first: bool,
    /// The slot of a fact that comes before this one in the text: the first of a pair.
    pub(super) after: Option<usize>,
    /// The conditions on this variable alone.
    pub(super) own: Vec<usize>,
    /// Equalities with variables that are bound before.
    pub(super) joins: Vec<Join>,
    /// Differences from variables that are bound before, without which the rule cannot report.
    pub(super) apart: Vec<Apart>,
}

/// An equality between a new variable and those before it.
#[derive(Clone, Debug)]
pub(super) struct Join {
    /// The side that needs the new variable alone.
    pub(super) mine: Expr,
    /// The side that needs only variables bound before.
    pub(super) theirs: Expr,
}

impl Plan {
    /// Plans a rule.
    pub fn new(rule: &Rule) -> Self {
        let mut conditions = Vec::new();
        for condition in &rule.wheres {
            conjuncts(condition, &mut conditions);
        }
        let mut planner = Planner {
            rule,
            needs: conditions.iter().map(|condition| needs(condition, rule)).collect(),
            tested: vec![false; conditions.len()],
            named: vec![false; rule.lets.len()],
            bound: Slots::new(),
            steps: Vec::new(),
            conditions: &conditions,
        };
        planner.settle();
        for (number, binding) in rule.bindings.iter().enumerate() {
            planner.bind(number, binding);
        }
        let steps = planner.steps;
        let mut quantified: Vec<Quantified> = Vec::new();
        let lets = rule.lets.iter().map(|named| &named.expr);
        let excuses = rule.unless.iter().map(|unless| &unless.expr);
        for expr in conditions.iter().chain(lets).chain([&rule.must]).chain(excuses) {
            expr.walk(&mut |expr| quantified.extend(quantifier(expr, rule)));
        }
        // Two that share a slot cannot be told apart when they run: neither is planned.
        let shared: Slots = quantified.iter().map(|one| one.slot).collect();
        quantified.retain(|one| shared.iter().filter(|slot| **slot == one.slot).count() == 1);
        let once = once(rule, &steps);
        Self { steps, conditions, once, quantified }
    }
}

/// The first step after which all that `once per` reads is bound.
fn once(rule: &Rule, steps: &[Step]) -> Option<usize> {
    let needed: Slots = rule.once.iter().flat_map(|key| needs(key, rule)).collect();
    let last = needed.iter().map(|slot| {
        steps.iter().position(|step| match step {
            Step::Each(each) => each.slot == *slot,
            Step::Group { .. } | Step::Row { .. } | Step::Let(_) | Step::Test(_) => false,
        })
    });
    // What is bound by a group or a row is told at the end alone.
    let last = last.collect::<Option<Vec<usize>>>()?.into_iter().max()?;
    let more = steps.iter().skip(last + 1).any(|step| !matches!(step, Step::Let(_) | Step::Test(_)));
    more.then_some(last)
}

struct Planner<'r> {
    rule: &'r Rule,
    needs: Vec<Slots>,
    tested: Vec<bool>,
    named: Vec<bool>,
    bound: Slots,
    steps: Vec<Step>,
    conditions: &'r [Expr],
}

impl Planner<'_> {
    fn bind(&mut self, number: usize, binding: &Binding) {
        match binding {
            Binding::Each { kind, slot, .. } => self.each(*kind, *slot, None),
            Binding::Pair { kind, slots: [first, second], .. } => {
                self.each(*kind, *first, None);
                self.each(*kind, *second, Some(*first));
            }
            Binding::Group { slot, member, with, by, keys, .. } => {
                let inner = with.iter().chain(by.iter().map(|(_, key)| key));
                let alone = inner.flat_map(|expr| needs(expr, self.rule)).all(|slot| slot == *member);
                self.steps.push(Step::Group { binding: number, alone });
                self.bound.push(*slot);
                self.bound.extend(keys.iter().copied());
            }
            Binding::Row { table, slot, .. } => {
                self.steps.push(Step::Row { table: *table, slot: *slot });
                self.bound.push(*slot);
            }
        }
        self.settle();
    }

    fn each(&mut self, kind: Kind, slot: usize, after: Option<usize>) {
        let mut own = Vec::new();
        let mut joins = Vec::new();
        let conditions = self.needs.iter().zip(&mut self.tested).zip(self.conditions).enumerate();
        for (number, ((needs, tested), condition)) in conditions {
            if *tested {
                continue;
            }
            // A named expression is worked out after its variables are bound, so what uses one waits.
            if needs.as_slice() == [slot] && !uses_let(condition, self.rule) {
                *tested = true;
                own.push(number);
            } else if let Some(join) = join(condition, slot, &self.bound, self.rule) {
                joins.push(join);
            }
        }
        let apart = self.apart(slot);
        self.steps.push(Step::Each(Each { kind, slot, first: self.bound.is_empty(), after, own, joins, apart }));
        self.bound.push(slot);
        self.settle();
    }

    /// The differences between a new variable and those before that a report rests on: conditions of
    /// `where` that say so, and sides of `must` that break only where there is one.
    fn apart(&self, slot: usize) -> Vec<Apart> {
        let sides = match &self.rule.must.kind {
            ExprKind::Or(sides) => sides.as_slice(),
            _ => std::slice::from_ref(&self.rule.must),
        };
        let mut found = Vec::new();
        for (expr, in_must) in
            self.conditions.iter().map(|expr| (expr, false)).chain(sides.iter().map(|expr| (expr, true)))
        {
            let (left, right, how) = match &expr.kind {
                ExprKind::Compare(comparison, left, right) => {
                    let figures = is_figure(&left.of) && is_figure(&right.of);
                    let how = match (comparison, in_must) {
                        (Comparison::CanBe | Comparison::Equal, true) | (Comparison::Unequal, false) if figures => {
                            How::Disjoint
                        }
                        (Comparison::Is, true) | (Comparison::IsNot, false) if !figures => How::Other,
                        _ => continue,
                    };
                    (left, right, how)
                }
                // What meets a figure lies within any distance of it.
                ExprKind::Within { value, of, .. } if in_must && is_figure(&value.of) && is_figure(&of.of) => {
                    (value, of, How::Disjoint)
                }
                _ => continue,
            };
            let sides = between(left, right, slot, &self.bound, self.rule);
            found.extend(sides.map(|(mine, theirs)| Apart { mine: mine.clone(), theirs: theirs.clone(), how }));
        }
        found
    }

    /// Names and tests all that has its variables.
    fn settle(&mut self) {
        for (number, named) in self.rule.lets.iter().enumerate() {
            let ready = needs(&named.expr, self.rule).iter().all(|slot| self.bound.contains(slot));
            if let Some(done) = self.named.get_mut(number).filter(|done| ready && !**done) {
                *done = true;
                self.steps.push(Step::Let(number));
            }
        }
        for (number, (needs, tested)) in self.needs.iter().zip(&mut self.tested).enumerate() {
            if !*tested && needs.iter().all(|slot| self.bound.contains(slot)) {
                *tested = true;
                self.steps.push(Step::Test(number));
            }
        }
    }
}

fn join(condition: &Expr, slot: usize, bound: &Slots, rule: &Rule) -> Option<Join> {
    let ExprKind::Compare(Comparison::Is | Comparison::Equal, left, right) = &condition.kind else { return None };
    let (mine, theirs) = between(left, right, slot, bound, rule)?;
    Some(Join { mine: mine.clone(), theirs: theirs.clone() })
}

/// The sides of a comparison with keys between a new variable and those before it: the new one's first.
fn between<'e>(
    left: &'e Expr,
    right: &'e Expr,
    slot: usize,
    bound: &Slots,
    rule: &Rule,
) -> Option<(&'e Expr, &'e Expr)> {
    if !comparable(&left.of, &right.of) || uses_let(left, rule) || uses_let(right, rule) {
        return None;
    }
    let only_mine = |expr: &Expr| needs(expr, rule).as_slice() == [slot];
    let only_theirs = |expr: &Expr| {
        let needs = needs(expr, rule);
        !needs.is_empty() && needs.iter().all(|slot| bound.contains(slot))
    };
    if only_mine(left) && only_theirs(right) {
        Some((left, right))
    } else if only_mine(right) && only_theirs(left) {
        Some((right, left))
    } else {
        None
    }
}

fn quantifier(expr: &Expr, rule: &Rule) -> Option<Quantified> {
    let ExprKind::Some { kind, slot, with, .. } = &expr.kind else { return None };
    let branches = match &with.kind {
        ExprKind::Or(sides) => sides.iter().map(|side| branch(side, *slot, rule)).collect(),
        _ => vec![branch(with, *slot, rule)],
    };
    Some(Quantified { kind: *kind, slot: *slot, branches })
}

fn branch(condition: &Expr, slot: usize, rule: &Rule) -> Branch {
    let mut conditions = Vec::new();
    conjuncts(condition, &mut conditions);
    let mut branch = Branch::default();
    for condition in conditions {
        if uses_let(&condition, rule) || quantifies(&condition) {
            continue;
        }
        let others: Slots = needs(&condition, rule).into_iter().filter(|other| *other != slot).collect();
        if others.is_empty() {
            branch.own.push(condition);
        } else if let Some(join) = join(&condition, slot, &others, rule)
            && excludes(&join)
        {
            branch.joins.push(join);
        } else if let Some(meets) = meets(&condition, slot, &others, rule) {
            branch.meets = Some(meets);
        } else if let Some(near) = near(&condition, slot) {
            branch.near = Some(near);
        }
    }
    branch
}

/// `it.value can be other.value`: surely does not hold of a figure that lies apart from the other.
fn meets(condition: &Expr, slot: usize, others: &Slots, rule: &Rule) -> Option<Join> {
    let ExprKind::Compare(Comparison::CanBe | Comparison::Equal, left, right) = &condition.kind else { return None };
    let (mine, theirs) = between(left, right, slot, others, rule)?;
    is_figure(&mine.of).then(|| Join { mine: mine.clone(), theirs: theirs.clone() })
}

fn near(condition: &Expr, slot: usize) -> Option<Near> {
    let ExprKind::Compare(Comparison::AtMost | Comparison::Less, distance, limit) = &condition.kind else {
        return None;
    };
    let ExprKind::Call(Function::SentencesBetween, ends) = &distance.kind else { return None };
    let [first, second] = ends.as_slice() else { return None };
    let is_it = |expr: &Expr| matches!(expr.kind, ExprKind::Slot(of) if of == slot);
    let mentions_it = |expr: &Expr| {
        let mut found = false;
        slots(expr, &mut |of| found |= of == slot);
        found
    };
    let other = match (is_it(first), is_it(second)) {
        (true, false) => second,
        (false, true) => first,
        (true, true) | (false, false) => return None,
    };
    let apart = !mentions_it(other) && !mentions_it(limit);
    apart.then(|| Near { other: other.clone(), limit: limit.as_ref().clone() })
}

/// Whether terms of the two types that are not the same surely are not: figures of different kinds are absent.
fn excludes(join: &Join) -> bool {
    match &join.mine.of {
        Type::AnyQuantity | Type::Money | Type::Measure => false,
        mine => *mine == join.theirs.of,
    }
}
