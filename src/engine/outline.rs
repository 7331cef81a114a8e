//! What a plan does, for people: its steps as data, its shape, and what it costs.

use super::apart::How;
use super::needs::is_need;
use super::plan::{Plan, Step};
use super::slots::{conjuncts, quantifies};
use crate::facts::schema::Kind;
use crate::language::rule::{Binding, Expr, ExprKind, Rule};

/// A plan, told.
#[derive(Clone, Debug)]
pub struct Outline<'p> {
    /// What is done, in order; naming expressions is left out.
    pub steps: Vec<Outlined<'p>>,
    /// What the rule is like.
    pub shape: Shape,
}

/// A step of a plan, told.
#[derive(Clone, Debug)]
pub enum Outlined<'p> {
    /// Goes through facts of a kind.
    Facts {
        /// The slot of the variable.
        slot: usize,
        /// The kind.
        kind: Kind,
        /// Conditions on the variable alone that an article has to meet, or the rule does not start.
        needed: Vec<&'p Expr>,
        /// The other conditions on the variable alone.
        own: Vec<&'p Expr>,
        /// What of it equals what of the variables before, by which it is found.
        keys: Vec<&'p Expr>,
        /// What of it has to differ from what of the variables before.
        apart: Vec<Apart<'p>>,
    },
    /// Goes through groups: the number of the binding.
    Groups(usize),
    /// Goes through the rows of a table.
    Rows {
        /// The table.
        table: usize,
        /// The slot of the variable.
        slot: usize,
    },
    /// Goes on only where a condition surely holds.
    Test(&'p Expr),
}

/// A difference that a report rests on.
#[derive(Clone, Copy, Debug)]
pub struct Apart<'p> {
    /// What of the new variable.
    pub mine: &'p Expr,
    /// What of the variables before.
    pub theirs: &'p Expr,
    /// Whether their intervals must not meet; else they are different things.
    pub disjoint: bool,
}

/// What a rule is like; says how its time grows with the facts of an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// One fact by itself.
    One,
    /// One fact, and whether there is another.
    Absence,
    /// Facts with equal keys.
    Group,
    /// One fact and a table.
    Rows,
    /// Two facts of a kind with equal keys.
    Pair,
    /// Two facts of a kind with equal keys, found by how they differ.
    PairApart,
    /// Facts of several kinds with equal keys.
    Kinds,
    /// Facts that nothing equal ties together.
    Product,
}

impl Shape {
    /// Its words.
    pub fn word(self) -> &'static str {
        match self {
            Self::One => "one fact",
            Self::Absence => "absence",
            Self::Group => "group",
            Self::Rows => "fact and table",
            Self::Pair => "pair on key",
            Self::PairApart => "pair on key, apart",
            Self::Kinds => "kinds on key",
            Self::Product => "product",
        }
    }

    /// How its time grows: n facts of the kind, m of them with one key, r that may be reported.
    pub fn cost(self) -> &'static str {
        match self {
            Self::One | Self::Group => "O(n)",
            Self::Absence => "O(n log n)",
            Self::Rows => "O(n × rows)",
            Self::Pair | Self::Kinds => "O(n + Σ m²)",
            Self::PairApart => "O(n + Σ m log m + r)",
            Self::Product => "O(n²)",
        }
    }
}

impl Plan {
    /// What the plan of a rule does.
    pub fn outline<'p>(&'p self, rule: &Rule) -> Outline<'p> {
        let steps: Vec<Outlined<'p>> = self.steps.iter().filter_map(|step| self.outlined(step)).collect();
        let shape = shape(&steps, rule);
        Outline { steps, shape }
    }

    fn outlined<'p>(&'p self, step: &'p Step) -> Option<Outlined<'p>> {
        match step {
            Step::Each(each) => {
                let own = each.own.iter().filter_map(|&number| self.conditions.get(number));
                let (needed, own) = own.partition(|condition| is_need(condition, each.kind, each.slot));
                let keys = each.joins.iter().map(|join| &join.mine).collect();
                let apart = each.apart.iter().map(|apart| Apart {
                    mine: &apart.mine,
                    theirs: &apart.theirs,
                    disjoint: apart.how == How::Disjoint,
                });
                let apart = apart.collect();
                Some(Outlined::Facts { slot: each.slot, kind: each.kind, needed, own, keys, apart })
            }
            Step::Group { binding, .. } => Some(Outlined::Groups(*binding)),
            Step::Row { table, slot } => Some(Outlined::Rows { table: *table, slot: *slot }),
            Step::Test(condition) => self.conditions.get(*condition).map(Outlined::Test),
            Step::Let(_) => None,
        }
    }
}

fn shape(steps: &[Outlined<'_>], rule: &Rule) -> Shape {
    let mut kinds = Vec::new();
    let (mut tied, mut differs) = (true, false);
    for step in steps {
        match step {
            Outlined::Facts { kind, keys, apart, .. } => {
                tied &= kinds.is_empty() || !keys.is_empty();
                differs |= !apart.is_empty();
                kinds.push(*kind);
            }
            Outlined::Groups(_) => return Shape::Group,
            Outlined::Rows { .. } => return Shape::Rows,
            Outlined::Test(_) => {}
        }
    }
    let alike = kinds.windows(2).all(|pair| matches!(pair, [a, b] if a == b));
    match kinds.len() {
        0 | 1 if looks_for_another(rule) => Shape::Absence,
        0 | 1 => Shape::One,
        _ if !tied => Shape::Product,
        _ if alike && differs => Shape::PairApart,
        _ if alike => Shape::Pair,
        _ => Shape::Kinds,
    }
}

fn looks_for_another(rule: &Rule) -> bool {
    let mut must = Vec::new();
    conjuncts(&rule.must, &mut must);
    let bare = |expr: &Expr| match &expr.kind {
        ExprKind::Not(of) => quantifies(of),
        _ => quantifies(expr),
    };
    must.iter().chain(&rule.wheres).any(bare)
}

/// The variable that a slot holds, by the name that the rule gives it.
pub fn variable(rule: &Rule, slot: usize) -> Option<&str> {
    rule.bindings.iter().find_map(|binding| match binding {
        Binding::Each { name, slot: of, .. }
        | Binding::Group { name, slot: of, .. }
        | Binding::Row { name, slot: of, .. } => (*of == slot).then_some(name.as_str()),
        Binding::Pair { names: [first, second], slots: [a, b], .. } => {
            if *a == slot {
                Some(first.as_str())
            } else {
                (*b == slot).then_some(second.as_str())
            }
        }
    })
}
