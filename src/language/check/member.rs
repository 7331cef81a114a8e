//! Comparisons with several values: lists, kinds of nouns, ranges and tables.

use super::compare::turned;
use super::{Checker, fitting, unknown};
use crate::facts::value::{ThingKind, Type};
use crate::language::code::Code;
use crate::language::rule::{Comparison, Expr, ExprKind};
use crate::language::syntax::{self, Turn};
use crate::source::Span;

impl Checker<'_, '_> {
    pub(super) fn one_of(&mut self, turn: Turn, left: &syntax::Expr<'_>, right: &syntax::Expr<'_>, span: Span) -> Expr {
        let left = self.value(left, None);
        let right = self.beside(right, &left.of);
        self.member_of(turn, left, right, span)
    }

    /// `left` is one of the members of `right`.
    fn member_of(&mut self, turn: Turn, left: Expr, right: Expr, span: Span) -> Expr {
        let fits = match &right.of {
            Type::Unknown => true,
            Type::Set(of) => fitting::same_sort(&left.of, of) || fitting::comparable(&left.of, of),
            _ => false,
        };
        if !fits {
            let what = fitting::phrase(&right.of);
            let (a, message) = (fitting::phrase(&left.of), "these two cannot be compared");
            let mistake = self.mistake(Code::Mismatch, left.span, message).labelled(a).and(right.span, what);
            let help = "a list is written `[a, b]`, or named by `words`; its members have the type of what they are compared with";
            self.say(mistake.help(help));
            return unknown(span);
        }
        if let ExprKind::List(words) = &right.kind {
            for word in words {
                self.base_form(&left, word);
            }
        }
        let found = self.made(Comparison::OneOf, left, right, span);
        turned(turn, found)
    }

    pub(super) fn kind_of(
        &mut self,
        turn: Turn,
        left: &syntax::Expr<'_>,
        right: &syntax::Expr<'_>,
        span: Span,
    ) -> Expr {
        let (left, right) = (self.value(left, None), self.value(right, None));
        for side in [&left, &right] {
            if !matches!(side.of, Type::Thing(ThingKind::Noun) | Type::Text | Type::Unknown) {
                let what = fitting::phrase(&side.of);
                let mistake = self.mistake(
                    Code::Mismatch,
                    side.span,
                    format!("`is a kind of` compares nouns, and this is {what}"),
                );
                self.say(mistake.labelled(what).help("a noun is a field such as `c.noun`, or a text"));
                return unknown(span);
            }
        }
        self.base_form(&left, &right);
        let found = self.made(Comparison::KindOf, left, right, span);
        turned(turn, found)
    }

    pub(super) fn range(
        &mut self,
        turn: Turn,
        value: &syntax::Expr<'_>,
        low: &syntax::Expr<'_>,
        high: &syntax::Expr<'_>,
        span: Span,
    ) -> Expr {
        let (value, low, high) = (self.value(value, None), self.value(low, None), self.value(high, None));
        for end in [&low, &high] {
            if !fitting::comparable(&value.of, &end.of) {
                self.mismatch(&value, end);
                return unknown(span);
            }
        }
        self.not_itself(&low, &high, span);
        let kind = ExprKind::InRange { value: Box::new(value), low: Box::new(low), high: Box::new(high) };
        turned(turn, Expr { kind, span, of: Type::YesNo })
    }

    /// `in` a list or a table.
    pub(super) fn inside(&mut self, turn: Turn, left: &syntax::Expr<'_>, right: &syntax::Expr<'_>, span: Span) -> Expr {
        let left = self.value(left, None);
        let right = self.beside(right, &left.of);
        match &right.of {
            Type::Set(of) if matches!(**of, Type::Row(_)) => {
                let Type::Row(table) = **of else { return unknown(span) };
                if left.of == Type::Unknown || !self.fits_key(&left) || !self.has_key(table, right.span) {
                    return unknown(span);
                }
                let found = self.made(Comparison::InTable, left, right, span);
                turned(turn, found)
            }
            Type::Set(_) | Type::Unknown => self.member_of(turn, left, right, span),
            _ => {
                let what = fitting::phrase(&right.of);
                let mistake = self.mistake(Code::Mismatch, right.span, format!("nothing is `in` {what}"));
                let help = "`in` takes a range `1 to 5`, a list `[a, b]` or a table";
                self.say(mistake.labelled(what).help(help));
                unknown(span)
            }
        }
    }
}
