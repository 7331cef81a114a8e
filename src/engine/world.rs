//! What all rules see of one article, and what one run of a rule has used up and found out.

use super::answer::Answer;
use super::columns::Columns;
use super::views::Views;
use crate::facts::schema::View;
use crate::facts::value::FactRef;
use crate::language::table::Table;
use rustc_hash::FxHashMap;
use std::cell::{Cell, RefCell};

/// One article with its facts, as all rules see it.
#[derive(Debug)]
pub struct World<'a> {
    pub(super) views: Views<'a>,
    pub(super) tables: &'a [Table],
    pub(super) columns: Columns<'a>,
}

impl<'a> World<'a> {
    /// The article of `view`, with the tables that rules may look things up in.
    pub fn new(view: View<'a>, tables: &'a [Table]) -> Self {
        Self::of(Views::one(view), tables)
    }

    /// One article, or two.
    pub(super) fn of(views: Views<'a>, tables: &'a [Table]) -> Self {
        Self { views, tables, columns: Columns::new(views) }
    }
}

/// What one run of one rule has used up and found out.
#[derive(Debug)]
pub(super) struct RunState {
    /// How many candidates may still be tried.
    fuel: Cell<u64>,
    /// Whether a field of a fact holds certain words, or fits a pattern.
    holding: RefCell<FxHashMap<Holding, Answer>>,
}

/// A text and the words looked for in it. Many findings of one long sentence ask the same of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Holding {
    pub(super) fact: FactRef,
    /// The number of a field that every fact has.
    pub(super) field: usize,
    /// Where the expression of the words or of the pattern lies in memory: the rule stays where it is for one run.
    pub(super) words: usize,
}

impl RunState {
    pub(super) fn new(candidates: u64) -> Self {
        Self { fuel: Cell::new(candidates), holding: RefCell::default() }
    }

    /// Uses up one candidate; `false` where there is none left.
    pub(super) fn burn(&self) -> bool {
        let left = self.fuel.get();
        self.fuel.set(left.saturating_sub(1));
        left > 0
    }

    pub(super) fn is_spent(&self) -> bool {
        self.fuel.get() == 0
    }

    /// The answer for a text and words, found out once.
    pub(super) fn holding(&self, of: Holding, find_out: impl FnOnce() -> Answer) -> Answer {
        if let Some(&answer) = self.holding.borrow().get(&of) {
            return answer;
        }
        let answer = find_out();
        self.holding.borrow_mut().insert(of, answer);
        answer
    }
}
