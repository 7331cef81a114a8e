//! Reference tables that rules look things up in.

use crate::facts::date::DateRange;
use crate::facts::exact::Exact;
use rustc_hash::FxHashMap;

/// The type of a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColumnType {
    /// Words.
    Text,
    /// A number that may be rounded: it is read as a figure of the text would be.
    Number,
    /// An exact number.
    Exact,
    /// A date, month or year.
    Date,
    /// `yes` or `no`.
    YesNo,
    /// Several texts.
    Texts,
}

/// One cell; an empty one is absent.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Empty.
    Absent,
    /// Words.
    Text(Box<str>),
    /// A number.
    Number(Exact),
    /// A date.
    Date(DateRange),
    /// Yes or no.
    YesNo(bool),
    /// Several texts.
    Texts(Box<[Box<str>]>),
}

/// A column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its name.
    pub name: String,
    /// Its type.
    pub of: ColumnType,
}

/// A table, loaded and checked.
#[derive(Clone, Debug, Default)]
pub struct Table {
    /// Its name.
    pub name: String,
    /// Its columns.
    pub columns: Vec<Column>,
    /// The column that rows are looked up by, where there is one.
    pub key: Option<usize>,
    /// Its rows, each with a cell for every column.
    pub rows: Vec<Vec<Cell>>,
    /// Rows by key and by alias, in lower case.
    pub keys: FxHashMap<Box<str>, usize>,
}

impl Table {
    /// The row with the key or alias, whatever its case.
    pub fn row(&self, key: &str) -> Option<usize> {
        self.keys.get(key.to_lowercase().as_str()).copied()
    }
}
