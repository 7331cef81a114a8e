//! Walking over checked expressions.

use super::rule::{Expr, ExprKind};

impl Expr {
    /// The expressions that this one is made of, in the order of the rule.
    pub fn children(&self) -> Vec<&Expr> {
        match &self.kind {
            ExprKind::Literal(_)
            | ExprKind::Setting(_)
            | ExprKind::Slot(_)
            | ExprKind::Article
            | ExprKind::Table(_) => Vec::new(),
            ExprKind::Field { of, .. }
            | ExprKind::Common { of, .. }
            | ExprKind::Column { row: of, .. }
            | ExprKind::Lookup { key: of, .. }
            | ExprKind::Some { with: of, .. }
            | ExprKind::Negative(of)
            | ExprKind::Known(of)
            | ExprKind::Matches(of, _)
            | ExprKind::Not(of) => vec![of],
            ExprKind::List(of) | ExprKind::Call(_, of) | ExprKind::And(of) | ExprKind::Or(of) => of.iter().collect(),
            ExprKind::Arithmetic(_, left, right) | ExprKind::Compare(_, left, right) => vec![left, right],
            ExprKind::Within { value, tolerance, of } => vec![value, tolerance, of],
            ExprKind::InRange { value, low, high } => vec![value, low, high],
        }
    }

    /// As [`children`](Self::children), to be changed.
    pub(super) fn children_mut(&mut self) -> Vec<&mut Expr> {
        match &mut self.kind {
            ExprKind::Literal(_)
            | ExprKind::Setting(_)
            | ExprKind::Slot(_)
            | ExprKind::Article
            | ExprKind::Table(_) => Vec::new(),
            ExprKind::Field { of, .. }
            | ExprKind::Common { of, .. }
            | ExprKind::Column { row: of, .. }
            | ExprKind::Lookup { key: of, .. }
            | ExprKind::Some { with: of, .. }
            | ExprKind::Negative(of)
            | ExprKind::Known(of)
            | ExprKind::Matches(of, _)
            | ExprKind::Not(of) => vec![of],
            ExprKind::List(of) | ExprKind::Call(_, of) | ExprKind::And(of) | ExprKind::Or(of) => {
                of.iter_mut().collect()
            }
            ExprKind::Arithmetic(_, left, right) | ExprKind::Compare(_, left, right) => vec![left, right],
            ExprKind::Within { value, tolerance, of } => vec![value, tolerance, of],
            ExprKind::InRange { value, low, high } => vec![value, low, high],
        }
    }

    /// Calls `see` with this expression and all in it.
    pub fn walk<'e>(&'e self, see: &mut dyn FnMut(&'e Expr)) {
        see(self);
        for child in self.children() {
            child.walk(see);
        }
    }

    /// The number of expressions in this one, itself among them, and how deeply they are nested.
    pub(super) fn size(&self) -> (usize, usize) {
        let inside = self.children().into_iter().map(Self::size);
        let (nodes, depth) = inside.fold((0, 0), |(nodes, depth), (n, d)| (nodes + n, depth.max(d)));
        (nodes + 1, depth + 1)
    }
}
