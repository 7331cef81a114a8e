//! Which variables an expression reads.

use crate::facts::schema::Kind;
use crate::language::rule::{Binding, Expr, ExprKind, Rule};
use smallvec::SmallVec;

/// A set of slots.
pub(super) type Slots = SmallVec<[usize; 6]>;

/// The conditions that a condition joins by *and*, each on its own.
pub(super) fn conjuncts(condition: &Expr, into: &mut Vec<Expr>) {
    match &condition.kind {
        ExprKind::And(all) => all.iter().for_each(|condition| conjuncts(condition, into)),
        _ => into.push(condition.clone()),
    }
}

/// Whether an expression reads a named one.
pub(super) fn uses_let(expr: &Expr, rule: &Rule) -> bool {
    let mut found = false;
    slots(expr, &mut |slot| found |= rule.lets.iter().any(|named| named.slot == slot));
    found
}

/// The bound slots that an expression needs, in rising order, those of named expressions among
/// them. A `some` needs all variables of its kind: it passes over the facts that they hold.
pub(super) fn needs(expr: &Expr, rule: &Rule) -> Slots {
    let mut seen = Slots::new();
    let mut waiting = Slots::new();
    let note = |expr: &Expr, waiting: &mut Slots| {
        slots(expr, &mut |slot| waiting.push(slot));
        expr.walk(&mut |expr| {
            if let ExprKind::Some { kind, .. } = &expr.kind {
                waiting.extend(rule.bindings.iter().flat_map(|binding| variables_of(binding, *kind)));
            }
        });
    };
    note(expr, &mut waiting);
    while let Some(slot) = waiting.pop() {
        if seen.contains(&slot) {
            continue;
        }
        seen.push(slot);
        if let Some(named) = rule.lets.iter().find(|named| named.slot == slot) {
            note(&named.expr, &mut waiting);
        }
    }
    seen.retain(|slot| !rule.lets.iter().any(|named| named.slot == *slot));
    seen.sort_unstable();
    seen
}

/// The slots of a binding that hold facts of a kind.
fn variables_of(binding: &Binding, of: Kind) -> Slots {
    match binding {
        Binding::Each { kind, slot, .. } if *kind == of => Slots::from_slice(&[*slot]),
        Binding::Pair { kind, slots, .. } if *kind == of => Slots::from_slice(slots),
        Binding::Each { .. } | Binding::Pair { .. } | Binding::Group { .. } | Binding::Row { .. } => Slots::new(),
    }
}

/// Whether there is a `some` in an expression.
pub(super) fn quantifies(expr: &Expr) -> bool {
    let mut found = false;
    expr.walk(&mut |expr| found |= matches!(expr.kind, ExprKind::Some { .. }));
    found
}

/// Calls `note` with every slot that an expression reads but those it binds itself.
pub(super) fn slots(expr: &Expr, note: &mut dyn FnMut(usize)) {
    let mut bound = Slots::new();
    expr.walk(&mut |expr| {
        if let ExprKind::Some { slot, .. } = &expr.kind {
            bound.push(*slot);
        }
    });
    expr.walk(&mut |expr| {
        if let ExprKind::Slot(slot) = &expr.kind
            && !bound.contains(slot)
        {
            note(*slot);
        }
    });
}
