//! What all rules see of one article, and how much a rule may try.

use super::columns::Columns;
use super::views::Views;
use crate::facts::schema::View;
use crate::language::table::Table;
use std::cell::Cell;

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

/// How many candidates may still be tried.
#[derive(Debug)]
pub(super) struct Fuel(Cell<u64>);

impl Fuel {
    pub(super) fn new(candidates: u64) -> Self {
        Self(Cell::new(candidates))
    }

    /// Uses up one candidate; `false` where there is none left.
    pub(super) fn burn(&self) -> bool {
        let left = self.0.get();
        self.0.set(left.saturating_sub(1));
        left > 0
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.get() == 0
    }
}
