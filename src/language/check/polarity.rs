//! The polarity check: a rule may not report what is only possible.
//!
//! `can be` is *no* only when the two are surely apart. Inside `must` it may stand only where making
//! it true makes `must` hold; under `not`, a mere possibility would break `must`.

use super::Checker;
use crate::language::rule::{Comparison, Expr, ExprKind};
use crate::source::Span;

/// Which way a condition counts.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    /// Making it true makes `must` hold.
    With,
    /// Making it true breaks `must`.
    Against,
}

impl Way {
    fn turned(self) -> Self {
        match self {
            Self::With => Self::Against,
            Self::Against => Self::With,
        }
    }
}

impl Checker<'_, '_> {
    /// Reports every `can be` by which a mere possibility would break `must`.
    pub(super) fn polarity(&mut self, must: &Expr) {
        let mut against = Vec::new();
        self.possibilities(must, Way::With, &mut |way, span| {
            if way == Way::Against {
                against.push(span);
            }
        });
        for span in against {
            self.only_possible(span);
        }
    }

    /// Tells `found` of every `can be` and the way that it counts, the condition counting `way`.
    pub(super) fn possibilities(&self, condition: &Expr, way: Way, found: &mut dyn FnMut(Way, Span)) {
        match &condition.kind {
            ExprKind::Compare(Comparison::CanBe, ..) => found(way, condition.span),
            ExprKind::Not(inner) => self.possibilities(inner, way.turned(), found),
            ExprKind::And(all) | ExprKind::Or(all) => {
                for inner in all {
                    self.possibilities(inner, way, found);
                }
            }
            ExprKind::Some { with, .. } => self.possibilities(with, way, found),
            ExprKind::Slot(_) => {
                for &inside in self.named_at(condition).map_or(&[][..], |named| &named.possible) {
                    found(if way == Way::With { inside } else { inside.turned() }, condition.span);
                }
            }
            // A condition compared with another may count either way.
            ExprKind::Compare(_, left, right) => {
                for side in [left, right] {
                    self.possibilities(side, Way::With, &mut |_, span| {
                        found(Way::With, span);
                        found(Way::Against, span);
                    });
                }
            }
            _ => {}
        }
    }
}
