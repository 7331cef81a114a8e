//! Named expressions: `let`, with what the checks of the whole rule ask of them.
//!
//! What they ask is worked out once, when the name is given, so that names made of names made of
//! names cost no more than what is written.

use super::Checker;
use super::absent::Known;
use super::name::Bound;
use super::polarity::Way;
use crate::language::code::Code;
use crate::language::rule::{Expr, ExprKind, Let};
use crate::language::syntax::{self, Word};

/// How many names a rule may give.
const MOST: usize = 100;

/// A named expression, seen through to what it is made of.
pub(super) struct Named {
    slot: usize,
    /// The way to it, where it is a field of something.
    pub(super) way: Option<String>,
    /// The ways to everything that it is worked out from.
    pub(super) ways: Known,
    /// Those among them that may be absent.
    pub(super) optional: Vec<String>,
    /// The slots that it uses.
    pub(super) slots: Vec<usize>,
    pub(super) has_place: bool,
    /// The ways that possibilities count in it.
    pub(super) possible: Vec<Way>,
}

impl Checker<'_, '_> {
    /// Names an expression, which may use those named before.
    pub(super) fn name_expression(&mut self, name: Word<'_>, expr: &syntax::Expr<'_>) {
        let expr = self.value(expr, None);
        let slot = self.new_slot();
        self.bind(name, expr.of.clone(), Bound::Let(slot));
        if self.named.len() == MOST {
            let mistake = self.mistake(Code::TooLarge, name.span, format!("a rule names at most {MOST} expressions"));
            self.say(mistake.help("split the rule, or make definitions"));
        }
        if self.named.len() < MOST {
            let named = self.seen_through(slot, &expr);
            self.named.push(named);
        }
        self.lets.push(Let { name: name.text.to_owned(), slot, expr });
    }

    fn seen_through(&self, slot: usize, expr: &Expr) -> Named {
        let mut ways = Known::default();
        self.ways(expr, &mut ways);
        let mut optional: Vec<String> =
            self.may_be_absent(expr, &Known::default()).into_iter().filter_map(|part| self.way(part)).collect();
        let mut slots = self.used(expr);
        slots.push(slot);
        let mut possible = Vec::new();
        self.possibilities(expr, Way::With, &mut |way, _| {
            if !possible.contains(&way) {
                possible.push(way);
            }
        });
        expr.walk(&mut |part| {
            if let Some(named) = self.named_at(part) {
                optional.extend(named.optional.iter().cloned());
            }
        });
        optional.sort();
        optional.dedup();
        Named { slot, way: self.way(expr), ways, optional, slots, has_place: self.has_place(expr), possible }
    }

    /// What an expression is the name of.
    pub(super) fn named_at(&self, expr: &Expr) -> Option<&Named> {
        match expr.kind {
            ExprKind::Slot(slot) => self.named.iter().find(|named| named.slot == slot),
            _ => None,
        }
    }
}
