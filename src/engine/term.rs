//! Terms: values while a rule is evaluated, borrowed from facts, tables and literals where they can be.

use crate::facts::date::DateRange;
use crate::facts::exact::Exact;
use crate::facts::interval::Interval;
use crate::facts::names::Named;
use crate::facts::quantity::Quantity;
use crate::facts::value::{Content, FactRef, Thing, Value};
use crate::language::rule::Literal;
use crate::language::table::Cell;
use crate::source::Span;
use std::borrow::Cow;

/// A value with its place in the reading text, if it has one of its own.
#[derive(Clone, Debug, PartialEq)]
pub struct Term<'v> {
    /// What it is.
    pub what: What<'v>,
    /// Where it stands in the text.
    pub span: Option<Span>,
    /// Whether it is only possibly a member of the set that it was taken from.
    pub possible: bool,
}

/// What a term is.
#[derive(Clone, Debug, PartialEq)]
pub enum What<'v> {
    /// The text does not give it.
    Absent,
    /// Yes or no.
    YesNo(bool),
    /// A quantity.
    Quantity(Cow<'v, Quantity>),
    /// Days.
    Date(DateRange),
    /// Words.
    Text(Cow<'v, str>),
    /// A member of a closed list.
    Named(Named),
    /// A noun, verb, name or unit.
    Thing(Cow<'v, Thing>),
    /// A fact.
    Fact(FactRef),
    /// Several values.
    Set(Members<'v>),
    /// A row of a table: the table's index and the row's.
    Row(usize, usize),
    /// A whole table.
    Table(usize),
}

/// The members of a set.
#[derive(Clone, Debug, PartialEq)]
pub enum Members<'v> {
    /// From a field of a fact.
    Values(&'v [Value]),
    /// From a literal list.
    Literals(&'v [Literal]),
    /// From a cell of a table.
    Texts(&'v [Box<str>]),
    /// Worked out.
    Terms(Vec<Term<'v>>),
    /// Worked out and kept elsewhere.
    Lent(&'v [Term<'v>]),
}

impl<'v> Term<'v> {
    /// What the text does not give.
    pub const ABSENT: Self = Self { what: What::Absent, span: None, possible: false };

    /// A term without a place.
    pub fn new(what: What<'v>) -> Self {
        Self { what, span: None, possible: false }
    }

    /// A worked-out quantity.
    pub fn quantity(quantity: Quantity) -> Self {
        Self::new(What::Quantity(Cow::Owned(quantity)))
    }

    /// One exact plain number.
    pub fn number(n: Exact) -> Self {
        Self::quantity(Quantity::number(Interval::exactly(n)))
    }

    /// A fact.
    pub fn fact(fact: FactRef) -> Self {
        Self::new(What::Fact(fact))
    }

    /// A set of worked-out terms.
    pub fn set(members: Vec<Self>) -> Self {
        Self::new(What::Set(Members::Terms(members)))
    }

    /// A value of a fact.
    pub fn of(value: &'v Value) -> Self {
        let what = match &value.content {
            Content::Absent => What::Absent,
            Content::YesNo(yes) => What::YesNo(*yes),
            Content::Quantity(quantity) => What::Quantity(Cow::Borrowed(quantity)),
            Content::Date(date) => What::Date(*date),
            Content::Text(text) => What::Text(Cow::Borrowed(text)),
            Content::Named(named) => What::Named(*named),
            Content::Thing(thing) => What::Thing(Cow::Borrowed(thing)),
            Content::Fact(fact) => What::Fact(*fact),
            Content::Set(values) => What::Set(Members::Values(values)),
            Content::Row(table, row) => What::Row(*table, *row),
        };
        Self { what, span: value.span, possible: false }
    }

    /// A value that is written in a rule.
    pub fn literal(literal: &'v Literal) -> Self {
        Self::new(match literal {
            Literal::Quantity(quantity) => What::Quantity(Cow::Borrowed(quantity)),
            Literal::Date(date) => What::Date(*date),
            Literal::Text(text) => What::Text(Cow::Borrowed(text)),
            Literal::Named(named) => What::Named(*named),
            Literal::YesNo(yes) => What::YesNo(*yes),
            Literal::List(list) => What::Set(Members::Literals(list)),
        })
    }

    /// A cell of a table.
    pub fn cell(cell: &'v Cell) -> Self {
        match cell {
            Cell::Absent => Self::ABSENT,
            Cell::Text(text) => Self::new(What::Text(Cow::Borrowed(text))),
            Cell::Number(n) => Self::number(*n),
            Cell::Date(date) => Self::new(What::Date(*date)),
            Cell::YesNo(yes) => Self::new(What::YesNo(*yes)),
            Cell::Texts(texts) => Self::new(What::Set(Members::Texts(texts))),
        }
    }

    /// Whether it is absent.
    pub fn is_absent(&self) -> bool {
        matches!(self.what, What::Absent)
    }

    /// The same, holding nothing borrowed.
    pub fn into_owned(self) -> Term<'static> {
        let what = match self.what {
            What::Absent => What::Absent,
            What::YesNo(yes) => What::YesNo(yes),
            What::Quantity(quantity) => What::Quantity(Cow::Owned(quantity.into_owned())),
            What::Date(date) => What::Date(date),
            What::Text(text) => What::Text(Cow::Owned(text.into_owned())),
            What::Named(named) => What::Named(named),
            What::Thing(thing) => What::Thing(Cow::Owned(thing.into_owned())),
            What::Fact(fact) => What::Fact(fact),
            What::Set(members) => What::Set(Members::Terms(members.iter().map(Term::into_owned).collect())),
            What::Row(table, row) => What::Row(table, row),
            What::Table(table) => What::Table(table),
        };
        Term { what, span: self.span, possible: self.possible }
    }

    /// The same, borrowing from this one.
    pub fn borrowed(&self) -> Term<'_> {
        let what = match &self.what {
            What::Absent => What::Absent,
            What::YesNo(yes) => What::YesNo(*yes),
            What::Quantity(quantity) => What::Quantity(Cow::Borrowed(quantity)),
            What::Date(date) => What::Date(*date),
            What::Text(text) => What::Text(Cow::Borrowed(text)),
            What::Named(named) => What::Named(*named),
            What::Thing(thing) => What::Thing(Cow::Borrowed(thing)),
            What::Fact(fact) => What::Fact(*fact),
            What::Set(members) => What::Set(members.borrowed()),
            What::Row(table, row) => What::Row(*table, *row),
            What::Table(table) => What::Table(*table),
        };
        Term { what, span: self.span, possible: self.possible }
    }
}

impl<'v> Members<'v> {
    /// How many members there are, possible ones among them.
    pub fn len(&self) -> usize {
        match self {
            Self::Values(values) => values.len(),
            Self::Literals(literals) => literals.len(),
            Self::Texts(texts) => texts.len(),
            Self::Terms(terms) => terms.len(),
            Self::Lent(terms) => terms.len(),
        }
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The members, in their order.
    pub fn iter(&self) -> impl Iterator<Item = Term<'v>> + '_ {
        (0..self.len()).filter_map(|index| match self {
            Self::Values(values) => values.get(index).map(Term::of),
            Self::Literals(literals) => literals.get(index).map(Term::literal),
            Self::Texts(texts) => texts.get(index).map(|text| Term::new(What::Text(Cow::Borrowed(text)))),
            Self::Terms(terms) => terms.get(index).cloned(),
            Self::Lent(terms) => terms.get(index).cloned(),
        })
    }

    fn borrowed(&self) -> Members<'_> {
        match self {
            Self::Values(values) => Members::Values(values),
            Self::Literals(literals) => Members::Literals(literals),
            Self::Texts(texts) => Members::Texts(texts),
            Self::Terms(terms) => Members::Lent(terms),
            Self::Lent(terms) => Members::Lent(terms),
        }
    }

    /// The members that are surely there.
    pub fn sure(&self) -> impl Iterator<Item = Term<'v>> + '_ {
        self.iter().filter(|term| !term.possible)
    }
}
