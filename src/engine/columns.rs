//! The fields of an article's facts, each read at most once.

use super::views::{Views, at_of_second, is_of_second, local, of_second, value_of_second};
use crate::facts::model::At;
use crate::facts::names::Certainty;
use crate::facts::schema::{COMMON, Kind, View};
use crate::facts::value::{FactRef, Value};
use std::cell::OnceCell;

/// The values of one field, by the number of the fact.
type Column = OnceCell<Box<[OnceCell<Value>]>>;

/// What was read of an article's facts so far; of two articles, what was read of both.
#[derive(Debug)]
pub(super) struct Columns<'a> {
    view: View<'a>,
    /// One for each field of each kind, the fields that all facts have first.
    read: Vec<Column>,
    /// Where the columns of a kind begin.
    starts: Vec<usize>,
    /// Those of the second article.
    second: Option<Box<Self>>,
    /// Where the text begins, of the second article.
    base: Option<u32>,
}

/// What a field that does not exist gives.
static ABSENT: Value = Value::ABSENT;

impl<'a> Columns<'a> {
    /// Nothing is read before it is asked for.
    pub(super) fn new(views: Views<'a>) -> Self {
        let second = views.second().map(|second| Box::new(Self::of(second, None, Some(views.base()))));
        Self::of(views.first, second, None)
    }

    fn of(view: View<'a>, second: Option<Box<Self>>, base: Option<u32>) -> Self {
        let mut starts = Vec::with_capacity(Kind::ALL.len());
        let mut total = 0;
        for kind in Kind::ALL {
            starts.push(total);
            total += COMMON.len() + kind.schema().fields.len();
        }
        let mut read = Vec::new();
        read.resize_with(total, OnceCell::new);
        Self { view, read, starts, second, base }
    }

    /// The columns of the article that a fact is of, and the fact as that article knows it.
    fn side(&self, fact: FactRef) -> (&Self, FactRef) {
        match &self.second {
            Some(second) if is_of_second(fact) => (second, local(fact)),
            Some(_) | None => (self, fact),
        }
    }

    /// A field of a fact, by its number in the schema.
    pub(super) fn field(&self, fact: FactRef, field: usize) -> &Value {
        let Some(schema) = fact.kind.schema().fields.get(field) else { return &ABSENT };
        let (columns, fact) = self.side(fact);
        columns.cell(fact, COMMON.len() + field, || (schema.read)(columns.view, fact.index))
    }

    /// A field that every fact has, by its number in [`COMMON`].
    pub(super) fn common(&self, fact: FactRef, field: usize) -> &Value {
        let Some(common) = COMMON.get(field) else { return &ABSENT };
        let (columns, fact) = self.side(fact);
        let at = || (fact.kind.schema().at)(columns.view, fact.index);
        columns.cell(fact, field, || at().map_or(Value::ABSENT, |at| (common.read)(columns.view, at)))
    }

    fn cell(&self, fact: FactRef, column: usize, read: impl FnOnce() -> Value) -> &Value {
        let start = self.starts.get(fact.kind as usize).copied().unwrap_or_default();
        let Some(column) = self.read.get(start + column) else { return &ABSENT };
        let cells = column.get_or_init(|| std::iter::repeat_with(OnceCell::new).take(self.count(fact.kind)).collect());
        let read = || match self.base {
            Some(base) => value_of_second(read(), base),
            None => read(),
        };
        cells.get(fact.index as usize).map_or(&ABSENT, |cell| cell.get_or_init(read))
    }

    /// How many facts of a kind there are in the first article.
    pub(super) fn count(&self, kind: Kind) -> usize {
        (kind.schema().count)(self.view) as usize
    }

    /// The numbers of all facts of a kind.
    pub(super) fn numbers(&self, kind: Kind) -> impl Iterator<Item = u32> {
        let second = self.second.as_ref().map_or(0, |second| second.count(kind));
        let of_second = (0..second as u32).map(move |index| of_second(FactRef { kind, index }).index);
        (0..self.count(kind) as u32).chain(of_second)
    }

    /// Where and how a fact is stated; the article itself is nowhere.
    pub(super) fn at(&self, fact: FactRef) -> Option<At> {
        let (columns, fact) = self.side(fact);
        let at = (fact.kind.schema().at)(columns.view, fact.index)?;
        Some(columns.base.map_or(at, |base| at_of_second(at, base)))
    }

    /// Whether the reading may be wrong.
    pub(super) fn is_weak(&self, fact: FactRef) -> bool {
        self.at(fact).is_some_and(|at| at.certainty == Certainty::Weak)
    }
}
