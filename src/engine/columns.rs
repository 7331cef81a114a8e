//! The fields of an article's facts, each read at most once.

use crate::facts::model::At;
use crate::facts::names::Certainty;
use crate::facts::schema::{COMMON, Kind, View};
use crate::facts::value::{FactRef, Value};
use std::cell::OnceCell;

/// The values of one field, by the number of the fact.
type Column = OnceCell<Box<[OnceCell<Value>]>>;

/// What was read of an article's facts so far.
#[derive(Debug)]
pub(super) struct Columns<'a> {
    view: View<'a>,
    /// One for each field of each kind, the fields that all facts have first.
    read: Vec<Column>,
    /// Where the columns of a kind begin.
    starts: Vec<usize>,
}

/// What a field that does not exist gives.
static ABSENT: Value = Value::ABSENT;

impl<'a> Columns<'a> {
    /// Nothing is read before it is asked for.
    pub(super) fn new(view: View<'a>) -> Self {
        let mut starts = Vec::with_capacity(Kind::ALL.len());
        let mut total = 0;
        for kind in Kind::ALL {
            starts.push(total);
            total += COMMON.len() + kind.schema().fields.len();
        }
        let mut read = Vec::new();
        read.resize_with(total, OnceCell::new);
        Self { view, read, starts }
    }

    /// A field of a fact, by its number in the schema.
    pub(super) fn field(&self, fact: FactRef, field: usize) -> &Value {
        let Some(schema) = fact.kind.schema().fields.get(field) else { return &ABSENT };
        self.cell(fact, COMMON.len() + field, || (schema.read)(self.view, fact.index))
    }

    /// A field that every fact has, by its number in [`COMMON`].
    pub(super) fn common(&self, fact: FactRef, field: usize) -> &Value {
        let Some(common) = COMMON.get(field) else { return &ABSENT };
        self.cell(fact, field, || self.at(fact).map_or(Value::ABSENT, |at| (common.read)(self.view, at)))
    }

    fn cell(&self, fact: FactRef, column: usize, read: impl FnOnce() -> Value) -> &Value {
        let start = self.starts.get(fact.kind as usize).copied().unwrap_or_default();
        let Some(column) = self.read.get(start + column) else { return &ABSENT };
        let cells = column.get_or_init(|| std::iter::repeat_with(OnceCell::new).take(self.count(fact.kind)).collect());
        cells.get(fact.index as usize).map_or(&ABSENT, |cell| cell.get_or_init(read))
    }

    /// How many facts of a kind there are.
    pub(super) fn count(&self, kind: Kind) -> usize {
        (kind.schema().count)(self.view) as usize
    }

    /// Where and how a fact is stated; the article itself is nowhere.
    pub(super) fn at(&self, fact: FactRef) -> Option<At> {
        (fact.kind.schema().at)(self.view, fact.index)
    }

    /// Whether the reading may be wrong.
    pub(super) fn is_weak(&self, fact: FactRef) -> bool {
        self.at(fact).is_some_and(|at| at.certainty == Certainty::Weak)
    }
}
