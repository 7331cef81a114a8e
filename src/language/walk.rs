//! Walking over checked rules and their expressions.

use super::rule::{Binding, Expr, ExprKind, Piece, Rule, Template};

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

impl Rule {
    /// Calls `see` with every expression that a report is made of: what is marked, filled in and replaced, with the
    /// names for it and the keys of groups, since what has no key is in no group.
    pub fn each_reported<'r>(&'r self, see: &mut dyn FnMut(&'r Expr)) {
        for binding in &self.bindings {
            match binding {
                Binding::Group { by, .. } => by.iter().for_each(|(_, key)| see(key)),
                Binding::Each { .. } | Binding::Pair { .. } | Binding::Row { .. } => {}
            }
        }
        self.lets.iter().for_each(|named| see(&named.expr));
        self.message.each_hole(see);
        for mark in &self.marks {
            see(&mark.expr);
            mark.label.each_hole(see);
        }
        self.help.iter().for_each(|help| help.text.each_hole(see));
        for suggest in &self.suggestions {
            see(&suggest.replace);
            suggest.with.each_hole(see);
        }
    }

    /// Calls `see` with every expression of the rule, in whatever clause.
    pub fn each_expression<'r>(&'r self, see: &mut dyn FnMut(&'r Expr)) {
        for binding in &self.bindings {
            match binding {
                Binding::Group { with, .. } => with.iter().for_each(&mut *see),
                Binding::Each { .. } | Binding::Pair { .. } | Binding::Row { .. } => {}
            }
        }
        self.each_reported(see);
        self.wheres.iter().chain([&self.must]).chain(&self.once).for_each(&mut *see);
        self.unless.iter().for_each(|unless| see(&unless.expr));
        self.help.iter().filter_map(|help| help.when.as_ref()).for_each(see);
    }
}

impl Template {
    /// Calls `see` with what is filled in, and with what is where that is absent.
    fn each_hole<'t>(&'t self, see: &mut dyn FnMut(&'t Expr)) {
        for piece in &self.pieces {
            match piece {
                Piece::Hole { expr, fallback, .. } => {
                    std::iter::once(expr).chain(fallback.as_deref()).for_each(&mut *see);
                }
                Piece::Text(_) => {}
            }
        }
    }
}
