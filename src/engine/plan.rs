//! Plans: in what order a rule's variables are bound and its conditions tested.

use super::key::comparable;
use super::slots::{Slots, conjuncts, needs, quantifies, slots, uses_let, walk};
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
    /// The slot of a fact that comes before this one in the text: the first of a pair.
    pub(super) after: Option<usize>,
    /// The conditions on this variable alone.
    pub(super) own: Vec<usize>,
    /// Equalities with variables that are bound before.
    pub(super) joins: Vec<Join>,
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
            walk(expr, &mut |expr| quantified.extend(quantifier(expr, rule)));
        }
        // Two that share a slot cannot be told apart when they run: neither is planned.
        let shared: Slots = quantified.iter().map(|one| one.slot).collect();
        quantified.retain(|one| shared.iter().filter(|slot| **slot == one.slot).count() == 1);
        Self { steps, conditions, quantified }
    }
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
        self.steps.push(Step::Each(Each { kind, slot, after, own, joins }));
        self.bound.push(slot);
        self.settle();
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
    if !comparable(&left.of, &right.of) || uses_let(condition, rule) {
        return None;
    }
    let only_mine = |expr: &Expr| needs(expr, rule).as_slice() == [slot];
    let only_theirs = |expr: &Expr| {
        let needs = needs(expr, rule);
        !needs.is_empty() && needs.iter().all(|slot| bound.contains(slot))
    };
    let (mine, theirs) = if only_mine(left) && only_theirs(right) {
        (left, right)
    } else if only_mine(right) && only_theirs(left) {
        (right, left)
    } else {
        return None;
    };
    Some(Join { mine: mine.as_ref().clone(), theirs: theirs.as_ref().clone() })
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
        } else if let Some(near) = near(&condition, slot) {
            branch.near = Some(near);
        }
    }
    branch
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
