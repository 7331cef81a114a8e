//! The variables that an expression can see.

use super::answer::Answer;
use super::term::{Term, What};
use crate::facts::value::FactRef;
use crate::language::rule::Expr;
use std::cell::{Cell, OnceCell};

/// One variable and those bound before it.
#[derive(Debug)]
pub(super) struct Scope<'s> {
    slot: usize,
    held: Held<'s>,
    outer: Option<&'s Scope<'s>>,
}

/// What a slot holds.
#[derive(Debug)]
pub(super) enum Held<'s> {
    /// Something that is bound.
    Term(Term<'static>),
    /// A named expression, worked out when first asked for.
    Let { expr: &'s Expr, term: OnceCell<Term<'static>>, answer: Cell<Option<Answer>> },
}

/// The empty slot that every scope ends with.
const NOTHING: usize = usize::MAX;

impl<'s> Scope<'s> {
    /// No variable at all.
    pub(super) const EMPTY: Self = Self { slot: NOTHING, held: Held::Term(Term::ABSENT), outer: None };

    /// One more variable.
    pub(super) fn bind(&'s self, slot: usize, term: Term<'static>) -> Self {
        Self { slot, held: Held::Term(term), outer: Some(self) }
    }

    /// One more named expression.
    pub(super) fn name(&'s self, slot: usize, expr: &'s Expr) -> Self {
        let held = Held::Let { expr, term: OnceCell::new(), answer: Cell::new(None) };
        Self { slot, held, outer: Some(self) }
    }

    /// The scope that holds a slot, and what it holds.
    pub(super) fn find(&self, slot: usize) -> Option<(&Held<'s>, &Scope<'s>)> {
        let mut scope = self;
        loop {
            let outer = scope.outer?;
            if scope.slot == slot {
                return Some((&scope.held, outer));
            }
            scope = outer;
        }
    }

    /// The fact that was bound last.
    pub(super) fn last_fact(&self) -> Option<FactRef> {
        let mut scope = Some(self);
        while let Some(inner) = scope {
            if let Held::Term(Term { what: What::Fact(held), .. }) = &inner.held {
                return Some(*held);
            }
            scope = inner.outer;
        }
        None
    }

    /// The fact that a slot holds.
    pub(super) fn fact(&self, slot: usize) -> Option<FactRef> {
        match self.find(slot) {
            Some((Held::Term(Term { what: What::Fact(fact), .. }), _)) => Some(*fact),
            _ => None,
        }
    }

    /// What a slot of the bindings holds.
    pub(super) fn term(&self, slot: usize) -> Option<Term<'_>> {
        match self.find(slot) {
            Some((Held::Term(term), _)) => Some(term.borrowed()),
            Some((Held::Let { .. }, _)) | None => None,
        }
    }

    /// Whether a variable holds the fact.
    pub(super) fn holds(&self, fact: FactRef) -> bool {
        let mut scope = Some(self);
        while let Some(inner) = scope {
            if matches!(&inner.held, Held::Term(Term { what: What::Fact(held), .. }) if *held == fact) {
                return true;
            }
            scope = inner.outer;
        }
        false
    }
}
