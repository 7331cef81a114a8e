//! The polarity check: a rule may not report what is only possible.
//!
//! `can be` is *no* only when the two are surely apart. Inside `must` it may stand only where making
//! it true makes `must` hold; under `not`, a mere possibility would break `must`.

use super::Checker;
use crate::language::rule::{Comparison, Expr, ExprKind};

/// Which way a condition counts.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
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
        self.counts(must, Way::With);
    }

    fn counts(&mut self, expr: &Expr, way: Way) {
        match &expr.kind {
            ExprKind::Compare(Comparison::CanBe, ..) if way == Way::With => {}
            ExprKind::Compare(Comparison::CanBe, ..) => self.only_possible(expr.span),
            ExprKind::Not(inner) => self.counts(inner, way.turned()),
            ExprKind::And(all) | ExprKind::Or(all) => all.iter().for_each(|inner| self.counts(inner, way)),
            ExprKind::Some { with, .. } => self.counts(with, way),
            ExprKind::Slot(slot) => {
                let named = self.let_at(*slot).cloned();
                if let Some(named) = named {
                    self.counts(&named, way);
                }
            }
            // A condition compared with another may count either way.
            ExprKind::Compare(_, left, right) => {
                for side in [left, right] {
                    self.counts(side, Way::With);
                    self.counts(side, Way::Against);
                }
            }
            _ => {}
        }
    }
}
