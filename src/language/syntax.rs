//! The syntax tree: what a rule file says, with places, before names and types are known.
//!
//! The tree is wider than the language: `==`, `cannot be` or mixed `and` and `or` are read, and
//! explained by the checker.

use super::rule::Operator;
use super::table::ColumnType;
use crate::source::Span;

/// A word with its place.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word<'a> {
    pub(super) text: &'a str,
    pub(super) span: Span,
}

/// An expression.
#[derive(Debug)]
pub(super) struct Expr<'a> {
    pub(super) node: Node<'a>,
    pub(super) span: Span,
    /// How many expressions are nested in it, at most.
    pub(super) depth: u16,
}

impl<'a> Expr<'a> {
    /// The expressions that this one is made of; those in strings are not among them.
    pub(super) fn children(&self) -> Vec<&Expr<'a>> {
        match &self.node {
            Node::Number(_) | Node::Date(_) | Node::Text(_) | Node::Name(_) => Vec::new(),
            Node::Call(_, exprs) | Node::List(exprs) | Node::Joined(exprs, _) => exprs.iter().collect(),
            Node::Bracketed(expr) | Node::Field(expr, _) | Node::Negative(expr) | Node::Not(expr) => vec![expr],
            Node::Index(a, b) | Node::Arithmetic(_, a, b) => vec![a, b],
            Node::Compare(compare) => {
                let mut children = vec![&compare.left];
                children.extend(compare.relation.values());
                children
            }
            Node::Quantified(quantified) => vec![&quantified.with],
        }
    }
}

#[derive(Debug)]
pub(super) enum Node<'a> {
    Number(Number<'a>),
    /// `2017-12-19`, `2017-12`, `year 2017`.
    Date(Word<'a>),
    Text(Text<'a>),
    Name(&'a str),
    Call(Word<'a>, Vec<Expr<'a>>),
    List(Vec<Expr<'a>>),
    Bracketed(Box<Expr<'a>>),
    Field(Box<Expr<'a>>, Word<'a>),
    Index(Box<Expr<'a>>, Box<Expr<'a>>),
    Negative(Box<Expr<'a>>),
    Arithmetic(Operator, Box<Expr<'a>>, Box<Expr<'a>>),
    Compare(Box<Compare<'a>>),
    Not(Box<Expr<'a>>),
    /// Conditions with the words between them.
    Joined(Vec<Expr<'a>>, Vec<Word<'a>>),
    Quantified(Box<Quantified<'a>>),
}

/// `left relation right`.
#[derive(Debug)]
pub(super) struct Compare<'a> {
    pub(super) left: Expr<'a>,
    pub(super) relation: Relation<'a>,
    /// The words of the relation.
    pub(super) at: Span,
    /// A second relation after the first, which the language does not have.
    pub(super) chained: Option<Span>,
}

#[derive(Debug)]
pub(super) enum Relation<'a> {
    /// `=`, `<` and the like, also in other languages' spelling.
    Symbol(&'a str, Expr<'a>),
    Is(Turn, Expr<'a>),
    OneOf(Turn, Expr<'a>),
    KindOf(Turn, Expr<'a>),
    Known,
    Missing,
    CanBe(Expr<'a>),
    CannotBe(Expr<'a>),
    Within(Expr<'a>, Expr<'a>),
    Range(Turn, Expr<'a>, Expr<'a>),
    In(Turn, Expr<'a>),
    Before(Expr<'a>),
    After(Expr<'a>),
    Matches(PatternText<'a>),
    Contains(Expr<'a>),
}

impl<'a> Relation<'a> {
    /// What stands after its words.
    fn values(&self) -> Vec<&Expr<'a>> {
        match self {
            Self::Symbol(_, value)
            | Self::Is(_, value)
            | Self::OneOf(_, value)
            | Self::KindOf(_, value)
            | Self::In(_, value)
            | Self::CanBe(value)
            | Self::CannotBe(value)
            | Self::Before(value)
            | Self::After(value)
            | Self::Contains(value) => vec![value],
            Self::Within(first, second) | Self::Range(_, first, second) => vec![first, second],
            Self::Known | Self::Missing | Self::Matches(_) => Vec::new(),
        }
    }
}

/// Whether a `not` stands in the relation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Turn {
    Plain,
    Not,
}

/// `some kind name with condition`, or `no …`.
#[derive(Debug)]
pub(super) struct Quantified<'a> {
    pub(super) turn: Turn,
    pub(super) kind: Word<'a>,
    pub(super) name: Word<'a>,
    pub(super) with: Expr<'a>,
}

/// Digits with a unit or scale.
#[derive(Clone, Copy, Debug)]
pub(super) struct Number<'a> {
    pub(super) digits: &'a str,
    /// `million` and the like.
    pub(super) scale: Option<Word<'a>>,
    /// `%`, `pp`, `km`.
    pub(super) unit: Option<Word<'a>>,
}

#[derive(Clone, Copy, Debug)]
pub(super) struct PatternText<'a> {
    /// Between the slashes.
    pub(super) written: Word<'a>,
    pub(super) any_case: bool,
}

/// A string, or several that stand side by side.
#[derive(Debug)]
pub(super) struct Text<'a> {
    pub(super) pieces: Vec<Piece<'a>>,
    pub(super) span: Span,
    /// Where a string begins that runs into the one before it without a blank.
    pub(super) run_together: Option<Span>,
}

#[derive(Debug)]
pub(super) enum Piece<'a> {
    Words(String),
    /// A `}` that closes nothing.
    Stray(Span),
    Hole(Hole<'a>),
}

#[derive(Debug)]
pub(super) struct Hole<'a> {
    pub(super) expr: Box<Expr<'a>>,
    pub(super) format: Option<Word<'a>>,
    pub(super) fallback: Option<Box<Expr<'a>>>,
    /// From `{` to `}`.
    pub(super) span: Span,
}

/// A clause of a rule, read.
#[derive(Debug)]
pub(super) enum Clause<'a> {
    Title(Text<'a>),
    Severity(Word<'a>),
    Tags(Vec<Word<'a>>),
    Why(Option<Text<'a>>),
    Setting(Setting<'a>),
    Instead(Vec<Word<'a>>),
    /// Across the archive, at most so far apart.
    Across(Option<Expr<'a>>),
    For(Vec<Binding<'a>>),
    Let(Word<'a>, Expr<'a>),
    Where(Expr<'a>),
    Must(Expr<'a>),
    Unless(Expr<'a>, Option<Text<'a>>),
    Once(Vec<Expr<'a>>),
    Message(Text<'a>),
    Mark {
        each: bool,
        thing: Expr<'a>,
        label: Text<'a>,
    },
    /// Without a string the advice is in the lines of text.
    Help(Option<Text<'a>>, Option<Expr<'a>>),
    Suggest {
        replace: Expr<'a>,
        with: Text<'a>,
        because: Option<Text<'a>>,
    },
    Bad(Vec<ExampleOption<'a>>),
    Good(Vec<ExampleOption<'a>>),
    Becomes,
    Says(Text<'a>),
    /// Only in amendments: the names of examples that the rule no longer has to report.
    Excuses(Vec<Text<'a>>),
    Draft(Option<Text<'a>>),
    /// The rule runs only where a newsroom asks for it.
    Off(Text<'a>),
}

#[derive(Debug)]
pub(super) struct Setting<'a> {
    pub(super) name: Word<'a>,
    pub(super) value: Expr<'a>,
    pub(super) about: Option<Text<'a>>,
}

#[derive(Debug)]
pub(super) enum Binding<'a> {
    Each { kind: Word<'a>, name: Word<'a> },
    Pair { kind: Word<'a>, names: [Word<'a>; 2] },
    Group { name: Word<'a>, kind: Word<'a>, member: Word<'a>, with: Option<Expr<'a>>, by: Vec<Expr<'a>> },
    Row { name: Word<'a>, table: Word<'a> },
}

#[derive(Debug)]
pub(super) enum ExampleOption<'a> {
    Published(Word<'a>),
    Name(Text<'a>),
    Setting(Word<'a>, Expr<'a>),
    Todo,
}

/// Whose names a pack uses beside its own.
#[derive(Debug)]
pub(super) enum Use<'a> {
    /// Every name of a pack.
    All(Word<'a>),
    /// One name of a pack; `what` is `words`, `table` or `define`.
    One { what: Word<'a>, name: Word<'a>, pack: Word<'a> },
}

/// What an amendment changes.
#[derive(Debug)]
pub(super) struct AmendHead<'a> {
    pub(super) id: Word<'a>,
    pub(super) off: Option<Off<'a>>,
}

/// The words that switch a rule off.
#[derive(Debug)]
pub(super) struct Off<'a> {
    pub(super) span: Span,
    pub(super) because: Option<Text<'a>>,
}

/// The declaration of a table.
#[derive(Debug)]
pub(super) struct TableHead<'a> {
    pub(super) name: Word<'a>,
    pub(super) file: Text<'a>,
}

/// The declaration of a column.
#[derive(Debug)]
pub(super) struct Column<'a> {
    pub(super) key: bool,
    pub(super) name: Word<'a>,
    pub(super) of: ColumnType,
    /// The words of the type.
    pub(super) type_span: Span,
    pub(super) also: Option<(Word<'a>, Text<'a>)>,
    pub(super) split: Option<Text<'a>>,
}

/// `words`, with its entries or where they come from.
#[derive(Debug)]
pub(super) enum Words<'a> {
    Listed(Word<'a>, Vec<Text<'a>>),
    From { name: Word<'a>, file: Text<'a>, column: Word<'a> },
}

/// `define`.
#[derive(Debug)]
pub(super) struct Define<'a> {
    pub(super) name: Word<'a>,
    pub(super) params: Vec<Param<'a>>,
    pub(super) body: Expr<'a>,
}

/// A parameter: a kind of fact, or the type of a value.
#[derive(Debug)]
pub(super) struct Param<'a> {
    pub(super) name: Word<'a>,
    pub(super) of: Word<'a>,
    /// Whether the word `value` follows: the value of such a fact, not the fact.
    pub(super) value: bool,
}
