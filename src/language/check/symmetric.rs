//! Shapes of expressions: whether two are the same, and whether a rule is symmetric in two variables.

use super::Checker;
use crate::language::code::Code;
use crate::language::rule::{Binding, Comparison, Expr, ExprKind, Literal};
use std::hash::{DefaultHasher, Hash, Hasher};

impl Expr {
    /// Whether this and `other` say the same, wherever they stand.
    pub(super) fn same_as(&self, other: &Expr) -> bool {
        key(self, None) == key(other, None)
    }
}

impl Checker<'_, '_> {
    /// Two plain variables of one kind whose conditions are the same the other way round.
    pub(super) fn symmetry(&mut self, bindings: &[Binding], wheres: &[Expr], must: &Expr) {
        let [
            Binding::Each { kind, slot: a, name, span },
            Binding::Each { kind: other, slot: b, name: second, span: second_span },
        ] = bindings
        else {
            return;
        };
        if kind != other || self.mistakes.iter().any(|mistake| mistake.code == Code::Unconnected) {
            return;
        }
        let shapes = |swap: Option<(usize, usize)>| {
            let conditions = wheres.iter().chain([must]).flat_map(conjuncts);
            let mut shapes: Vec<u64> = conditions.map(|expr| key(expr, swap)).collect();
            shapes.sort_unstable();
            shapes
        };
        if shapes(None) != shapes(Some((*a, *b))) {
            return;
        }
        let mistake = self.mistake(Code::Symmetric, *span, "each pair would be reported twice").labelled("here and …");
        let help = format!(
            "the conditions are the same both ways round: write `for each pair of {} {name}, {second}`",
            kind.word()
        );
        self.say(mistake.and(*second_span, "… there").help(help));
    }
}

pub(super) fn conjuncts(expr: &Expr) -> Vec<&Expr> {
    match &expr.kind {
        ExprKind::And(all) => all.iter().flat_map(conjuncts).collect(),
        _ => vec![expr],
    }
}

/// A number that is the same for expressions that say the same; `swap` changes two slots over.
pub(super) fn key(expr: &Expr, swap: Option<(usize, usize)>) -> u64 {
    let slot = |slot: usize| match swap {
        Some((a, b)) if slot == a => b,
        Some((a, b)) if slot == b => a,
        _ => slot,
    };
    if let ExprKind::Compare(comparison, left, right) = &expr.kind {
        return compared(*comparison, key(left, swap), key(right, swap));
    }
    let mut hasher = DefaultHasher::new();
    std::mem::discriminant(&expr.kind).hash(&mut hasher);
    let mut any_order = false;
    match &expr.kind {
        ExprKind::Literal(literal) => hash_literal(literal, &mut hasher),
        ExprKind::Setting(number) | ExprKind::Table(number) | ExprKind::Lookup { table: number, .. } => {
            number.hash(&mut hasher);
        }
        ExprKind::Slot(number) => slot(*number).hash(&mut hasher),
        ExprKind::Field { kind, field, .. } => (kind.word(), field).hash(&mut hasher),
        ExprKind::Common { field, .. } => field.hash(&mut hasher),
        ExprKind::Column { table, column, .. } => (table, column).hash(&mut hasher),
        ExprKind::Arithmetic(operator, ..) => (*operator as u8).hash(&mut hasher),
        ExprKind::Call(function, _) => (*function as u8).hash(&mut hasher),
        ExprKind::Matches(_, pattern) => (&pattern.written, pattern.any_case).hash(&mut hasher),
        ExprKind::Some { kind, .. } => kind.word().hash(&mut hasher),
        ExprKind::And(_) | ExprKind::Or(_) => any_order = true,
        ExprKind::Article
        | ExprKind::List(_)
        | ExprKind::Negative(_)
        | ExprKind::Compare(..)
        | ExprKind::Within { .. }
        | ExprKind::InRange { .. }
        | ExprKind::Known(_)
        | ExprKind::Not(_) => {}
    }
    let mut children: Vec<u64> = expr.children().into_iter().map(|child| key(child, swap)).collect();
    if any_order {
        children.sort_unstable();
    }
    children.hash(&mut hasher);
    hasher.finish()
}

/// The key of a comparison of two sides by their keys.
pub(super) fn compared(comparison: Comparison, left: u64, right: u64) -> u64 {
    let both_ways = matches!(
        comparison,
        Comparison::Equal | Comparison::Unequal | Comparison::CanBe | Comparison::Is | Comparison::IsNot
    );
    let sides = if both_ways { (left.min(right), left.max(right)) } else { (left, right) };
    let mut hasher = DefaultHasher::new();
    ("compare", comparison as u8, sides).hash(&mut hasher);
    hasher.finish()
}

fn hash_literal(literal: &Literal, hasher: &mut DefaultHasher) {
    std::mem::discriminant(literal).hash(hasher);
    match literal {
        Literal::Quantity(quantity) => (quantity.interval, &quantity.measured).hash(hasher),
        Literal::Date(range) => {
            for day in [range.first, range.last] {
                (day.year(), day.month(), day.day()).hash(hasher);
            }
        }
        Literal::Text(text) => text.hash(hasher),
        Literal::Named(named) => (named.list.name, named.index).hash(hasher),
        Literal::YesNo(yes) => yes.hash(hasher),
        Literal::List(items) => items.iter().for_each(|item| hash_literal(item, hasher)),
    }
}
