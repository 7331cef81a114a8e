//! Expressions: what a rule's conditions and messages are made of.

use super::Literal;
use crate::facts::schema::Kind;
use crate::facts::value::Type;
use crate::language::pattern::Pattern;
use crate::source::Span;
use std::sync::Arc;

/// An expression with its place and type.
#[derive(Clone, Debug)]
pub struct Expr {
    /// What it does.
    pub kind: ExprKind,
    /// Where it stands in the rule file.
    pub span: Span,
    /// Its type; conditions are [`Type::YesNo`].
    pub of: Type,
}

/// What an expression does.
#[derive(Clone, Debug)]
pub enum ExprKind {
    /// A literal.
    Literal(Literal),
    /// A setting of the rule, by its number in [`Rule::settings`](super::Rule::settings).
    Setting(usize),
    /// The value in a slot.
    Slot(usize),
    /// The article itself.
    Article,
    /// A field of a fact: its number in the kind's schema.
    Field {
        /// The fact, or a set of facts (the field is then taken of each).
        of: Box<Expr>,
        /// The kind whose field it is.
        kind: Kind,
        /// The number of the field.
        field: usize,
    },
    /// A field that every fact has: its number in [`COMMON`](crate::facts::schema::COMMON).
    Common {
        /// The fact, or a set of facts.
        of: Box<Expr>,
        /// The number of the field.
        field: usize,
    },
    /// A column of a row.
    Column {
        /// The row.
        row: Box<Expr>,
        /// The table.
        table: usize,
        /// The column.
        column: usize,
    },
    /// The row of a table with a key; absent where there is none.
    Lookup {
        /// The table.
        table: usize,
        /// The key.
        key: Box<Expr>,
    },
    /// All rows of a table, for `size(…)` and `in`.
    Table(usize),
    /// A list.
    List(Vec<Expr>),
    /// The number with the other sign.
    Negative(Box<Expr>),
    /// Arithmetic.
    Arithmetic(Operator, Box<Expr>, Box<Expr>),
    /// A call of a built-in function.
    Call(Function, Vec<Expr>),
    /// A comparison.
    Compare(Comparison, Box<Expr>, Box<Expr>),
    /// `a within tolerance of b`.
    Within {
        /// The one value.
        value: Box<Expr>,
        /// How far it may be off: a percentage of `of`, or an amount of its dimension.
        tolerance: Box<Expr>,
        /// The other value.
        of: Box<Expr>,
    },
    /// `value in low to high`.
    InRange {
        /// The value.
        value: Box<Expr>,
        /// The lowest.
        low: Box<Expr>,
        /// The highest.
        high: Box<Expr>,
    },
    /// `x is known`; `is missing` is its negation.
    Known(Box<Expr>),
    /// `text matches /…/`.
    Matches(Box<Expr>, Arc<Pattern>),
    /// All hold.
    And(Vec<Expr>),
    /// One holds.
    Or(Vec<Expr>),
    /// The opposite.
    Not(Box<Expr>),
    /// `some kind x with condition`; `no …` is its negation.
    Some {
        /// The kind.
        kind: Kind,
        /// The slot of the variable.
        slot: usize,
        /// The variable.
        name: String,
        /// The condition.
        with: Box<Expr>,
    },
}

/// An arithmetic operator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operator {
    /// `+`
    Plus,
    /// `-`
    Minus,
    /// `*`
    Times,
    /// `/`
    Over,
}

/// A comparison of two values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Comparison {
    /// `=`: two quantities or dates.
    Equal,
    /// `!=`
    Unequal,
    /// `<`, `before`
    Less,
    /// `<=`
    AtMost,
    /// `>`, `after`
    Greater,
    /// `>=`
    AtLeast,
    /// `can be`: the intervals meet.
    CanBe,
    /// `is`: things, named values, texts, facts, yes and no.
    Is,
    /// `is not`
    IsNot,
    /// `is one of`, and `in` a list: a member of a list on the right.
    OneOf,
    /// `is a kind of`: nouns.
    KindOf,
    /// `contains`: a text holds the text on the right, or any text of the list there, as whole words.
    Contains,
    /// `in` a table: there is a row with the key.
    InTable,
}

/// A built-in function.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Function {
    /// Without its sign.
    Abs,
    /// The least.
    Min,
    /// The greatest.
    Max,
    /// The sum of a set.
    Sum,
    /// How many: of a set, a list or a table.
    Size,
    /// The first of a set.
    First,
    /// The last of a set.
    Last,
    /// A set without repetitions.
    Distinct,
    /// Rounded to whole numbers, or to so many decimals.
    Round,
    /// The weekday of a date.
    Weekday,
    /// `nearest(weekday, date)`: the nearest date of that weekday.
    Nearest,
    /// `convert(measure, unit)`: the measure in that unit.
    Convert,
    /// Completed years from one date to another.
    YearsBetween,
    /// Days from one date to another.
    DaysBetween,
    /// Sentences between two facts; 0 in one sentence.
    SentencesBetween,
    /// Words between two facts.
    WordsBetween,
}
