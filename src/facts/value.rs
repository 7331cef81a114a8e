//! Values as rules see them, and their types.

use super::date::DateRange;
use super::exact::Exact;
use super::names::{NameList, Named};
use super::quantity::Quantity;
use super::schema::Kind;
use crate::source::Span;

/// The type of a field or an expression of the rule language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Type {
    /// An interval: a plain number or a number of things.
    Number,
    /// One exact number.
    Exact,
    /// A percentage.
    Percent,
    /// Percentage points.
    Points,
    /// A share of one.
    Share,
    /// A physical quantity.
    Measure,
    /// An amount of money.
    Money,
    /// A length of time.
    Time,
    /// A quantity whose kind is known only when it is read.
    AnyQuantity,
    /// Days.
    Date,
    /// A word or sequence of words.
    Text,
    /// Yes or no.
    YesNo,
    /// A member of a closed list.
    Named(&'static NameList),
    /// A noun, verb or name: two are the same where their canonical forms are.
    Thing(ThingKind),
    /// A fact of a kind.
    Fact(Kind),
    /// Several values of one type.
    Set(Box<Type>),
    /// A row of a table; the index of the table in the checked pack.
    Row(usize),
    /// A mistake was reported; nothing more is said about it.
    Unknown,
}

/// What kind of thing a canonical form names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ThingKind {
    /// A common noun; only nouns have "is a kind of".
    Noun,
    /// A verb.
    Verb,
    /// A person, place, source or organisation.
    Name,
    /// A unit of measure.
    Unit,
}

/// A canonical thing.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Thing {
    /// What kind of thing.
    pub kind: ThingKind,
    /// The canonical form.
    pub key: Box<str>,
    /// Whether another thing might have the same form (two people of one surname).
    pub ambiguous: bool,
}

/// The reference to one fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FactRef {
    /// Its kind.
    pub kind: Kind,
    /// Its number among the facts of its kind.
    pub index: u32,
}

/// What a value is.
#[derive(Clone, Debug, PartialEq)]
pub enum Content {
    /// The text does not give it.
    Absent,
    /// Yes or no.
    YesNo(bool),
    /// A quantity of any kind, exact numbers among them.
    Quantity(Quantity),
    /// Days.
    Date(DateRange),
    /// Words.
    Text(Box<str>),
    /// A member of a closed list.
    Named(Named),
    /// A noun, verb or name.
    Thing(Thing),
    /// A fact.
    Fact(FactRef),
    /// Several values.
    Set(Vec<Value>),
    /// A row of a table: the table's index and the row's.
    Row(usize, usize),
}

/// A value and its place in the reading text, if it has one of its own.
#[derive(Clone, Debug, PartialEq)]
pub struct Value {
    /// What it is.
    pub content: Content,
    /// Where it stands in the text.
    pub span: Option<Span>,
}

impl Value {
    /// What the text does not give.
    pub const ABSENT: Self = Self { content: Content::Absent, span: None };

    /// A value without a place.
    pub fn new(content: Content) -> Self {
        Self { content, span: None }
    }

    /// A value at a place.
    pub fn at(content: Content, span: Span) -> Self {
        Self { content, span: Some(span) }
    }

    /// One exact plain number.
    pub fn exact(n: Exact) -> Content {
        Content::Quantity(Quantity::number(super::interval::Interval::exactly(n)))
    }

    /// Whether it is absent.
    pub fn is_absent(&self) -> bool {
        matches!(self.content, Content::Absent)
    }
}
