//! Checked rules: what the checker gives and the evaluator runs.
//!
//! Names are resolved (variables to slots, fields to their line of the schema, tables to their
//! number in the [`Pack`]), definitions are inlined, and every expression has a type.

mod amended;
mod expr;

pub use amended::{Amended, Change, Disagreement};
pub use expr::{Comparison, Expr, ExprKind, Function, Operator};

use super::table::Table;
use crate::facts::date::DateRange;
use crate::facts::exact::Exact;
use crate::facts::names::Named;
use crate::facts::quantity::Quantity;
use crate::facts::schema::Kind;
use crate::facts::value::Type;
use crate::source::Span;
use std::sync::Arc;

/// A file of rules or a table, as it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleSource {
    /// Its path, for messages.
    pub name: String,
    /// Its text; spans of the rules count bytes of it.
    pub text: String,
}

/// All rules in force, with what they share.
#[derive(Clone, Debug, Default)]
pub struct Pack {
    /// The files that the rules were read from.
    pub sources: Vec<Arc<RuleSource>>,
    /// The packs that the files make.
    pub headers: Vec<Header>,
    /// The tables.
    pub tables: Vec<Table>,
    /// The rules, in the order of their files.
    pub rules: Vec<Rule>,
}

/// The first line of a pack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Header {
    /// Its name; empty where no file of its folder gives one.
    pub name: String,
    /// What it is, in one line.
    pub title: String,
    /// Its version, as written.
    pub version: String,
}

/// How grave a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// For the curious.
    Note,
    /// Probably wrong.
    Warning,
    /// Cannot be true.
    Error,
}

impl Severity {
    /// All, the least grave first.
    pub const ALL: &[Self] = &[Self::Note, Self::Warning, Self::Error];

    /// One grade less grave; a note stays one.
    #[must_use]
    pub fn lower(self) -> Self {
        match self {
            Self::Error => Self::Warning,
            Self::Warning | Self::Note => Self::Note,
        }
    }

    /// Its word in rules, settings and reports.
    pub fn word(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

/// One rule, checked.
#[derive(Clone, Debug)]
pub struct Rule {
    /// `group/name`.
    pub id: String,
    /// Index into [`Pack::sources`].
    pub source: usize,
    /// Index into [`Pack::headers`].
    pub pack: usize,
    /// The id in the rule file.
    pub id_span: Span,
    /// All of the rule in its file.
    pub span: Span,
    /// One line for lists.
    pub title: String,
    /// How grave its findings are.
    pub severity: Severity,
    /// Words to choose rules by.
    pub tags: Vec<String>,
    /// A longer explanation, in Markdown; empty where there is none.
    pub why: String,
    /// What a newsroom may set.
    pub settings: Vec<Setting>,
    /// Rules whose overlapping findings this one replaces.
    pub instead_of: Vec<String>,
    /// Why the rule is a draft, where it is one; drafts run only when asked for.
    pub draft: Option<String>,
    /// Why the rule runs only where a newsroom asks for it, where that is so.
    pub opt_in: Option<String>,
    /// Where the rule joins facts of different articles, which of them.
    pub across: Option<Across>,
    /// What the rule looks at. Bindings fill slots in order, a pair two; `let`s and the variables of
    /// `some` and `no` take the slots after them.
    pub bindings: Vec<Binding>,
    /// The number of slots that an evaluation needs.
    pub slots: usize,
    /// Named expressions, each of which may use those before it.
    pub lets: Vec<Let>,
    /// What must surely hold for a candidate to count; joined by *and*.
    pub wheres: Vec<Expr>,
    /// What has to hold; broken for sure, it is reported.
    pub must: Expr,
    /// What excuses.
    pub unless: Vec<Unless>,
    /// At most one report for each value of these.
    pub once: Vec<Expr>,
    /// The message.
    pub message: Template,
    /// The places; the first is the main one.
    pub marks: Vec<Mark>,
    /// What to do about it.
    pub help: Vec<Help>,
    /// What could be written instead.
    pub suggestions: Vec<Suggest>,
    /// The examples, in the order of the file; those of amendments after them.
    pub examples: Vec<Example>,
    /// What packs change of it, in the order of their files.
    pub amendments: Vec<Amended>,
    /// What two of them disagree on; it stops a run whose settings do not decide it.
    pub disagreements: Vec<Disagreement>,
}

/// Which articles a rule across the archive joins.
#[derive(Clone, Debug, PartialEq)]
pub struct Across {
    /// How many days apart they may be published at most; any, where there is none.
    pub within: Option<Exact>,
}

/// Something a newsroom may set, with its default.
#[derive(Clone, Debug)]
pub struct Setting {
    /// Its name.
    pub name: String,
    /// Its value in force; expressions read it through [`ExprKind::Setting`].
    pub value: Literal,
    /// Its type.
    pub of: Type,
    /// What it is, for the manual.
    pub about: String,
}

/// A value that is written in a rule.
#[derive(Clone, Debug, PartialEq)]
pub enum Literal {
    /// A number with its unit.
    Quantity(Quantity),
    /// A date.
    Date(DateRange),
    /// A text.
    Text(Arc<str>),
    /// A member of a closed list.
    Named(Named),
    /// Yes or no.
    YesNo(bool),
    /// A word list or a list of literals.
    List(Arc<[Literal]>),
}

/// What a rule looks at.
#[derive(Clone, Debug)]
pub enum Binding {
    /// Each fact of a kind.
    Each {
        /// The kind.
        kind: Kind,
        /// The slot that holds the fact.
        slot: usize,
        /// The variable, for messages and explanations.
        name: String,
        /// The variable in the rule file.
        span: Span,
    },
    /// Each unordered pair of facts of a kind; the first comes first in the text.
    Pair {
        /// The kind.
        kind: Kind,
        /// The slots of the two.
        slots: [usize; 2],
        /// The variables.
        names: [String; 2],
        /// The variables in the rule file.
        spans: [Span; 2],
    },
    /// Each group of facts of a kind with equal keys.
    Group {
        /// The kind.
        kind: Kind,
        /// The slot that holds the set of facts.
        slot: usize,
        /// The slot that holds the member while `with` and `by` are worked out.
        member: usize,
        /// The variable of the group.
        name: String,
        /// The variable in the rule file.
        span: Span,
        /// Which facts are members: those for which it surely holds.
        with: Option<Expr>,
        /// The keys, with the name of the last field of each (`p.whole` is `whole`).
        by: Vec<(String, Expr)>,
        /// The slots that hold the values of the keys, in their order.
        keys: Vec<usize>,
    },
    /// Each row of a table.
    Row {
        /// The table.
        table: usize,
        /// The slot that holds the row.
        slot: usize,
        /// The variable.
        name: String,
        /// The variable in the rule file.
        span: Span,
    },
}

/// A named expression.
#[derive(Clone, Debug)]
pub struct Let {
    /// Its name.
    pub name: String,
    /// The slot that holds its value.
    pub slot: usize,
    /// The expression.
    pub expr: Expr,
}

/// What excuses a candidate.
#[derive(Clone, Debug)]
pub struct Unless {
    /// Index into [`Pack::sources`]: an amendment stands in a file of its own.
    pub source: usize,
    /// The condition.
    pub expr: Expr,
    /// Why it excuses; for explanations.
    pub because: Option<String>,
}

/// A place of a finding.
#[derive(Clone, Debug)]
pub struct Mark {
    /// What is marked: a fact, or anything that has a place.
    pub expr: Expr,
    /// For `mark each`, the slot of the member (`it`).
    pub each: Option<usize>,
    /// The label.
    pub label: Template,
}

/// What to do about a finding.
#[derive(Clone, Debug)]
pub struct Help {
    /// The advice.
    pub text: Template,
    /// Said only when this surely holds.
    pub when: Option<Expr>,
}

/// What could be written instead.
#[derive(Clone, Debug)]
pub struct Suggest {
    /// What is replaced; it comes from the text.
    pub replace: Expr,
    /// The new words.
    pub with: Template,
    /// Why.
    pub because: Option<String>,
}

/// Text with holes.
#[derive(Clone, Debug, Default)]
pub struct Template {
    /// Its pieces, in order.
    pub pieces: Vec<Piece>,
}

/// A piece of a template.
#[derive(Clone, Debug)]
pub enum Piece {
    /// Words.
    Text(String),
    /// A value.
    Hole {
        /// The expression.
        expr: Expr,
        /// How to print it.
        format: Option<Format>,
        /// What to print where the value is absent.
        fallback: Option<Box<Expr>>,
    },
}

/// How a value is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// As a percentage.
    Percent,
    /// As percentage points.
    Points,
    /// As "a, b and c".
    List,
    /// A date in full; a quantity with its unit's full name.
    Long,
    /// Rounded to be read at a glance, with the unit as written in the text.
    Short,
    /// The day of the month.
    Day,
    /// A number in words.
    Words,
    /// A bare number with grouping commas.
    Figure,
}

/// A text that a rule must or must not report.
#[derive(Clone, Debug)]
pub struct Example {
    /// Index into [`Pack::sources`]: an amendment stands in a file of its own.
    pub source: usize,
    /// Whether it must be reported.
    pub bad: bool,
    /// The text: lines without their `>`, marks left in, joined by newlines.
    pub text: String,
    /// For each line of the text, the byte of the rule file that its first character stands at.
    pub line_starts: Vec<u32>,
    /// All of the example in the rule file.
    pub span: Span,
    /// The article's date.
    pub published: Option<jiff::civil::Date>,
    /// A name to refer to it by.
    pub name: Option<String>,
    /// Settings for this example only: their numbers and values.
    pub settings: Vec<(usize, Literal)>,
    /// A known gap: counted, not failed.
    pub todo: bool,
    /// A part of the message that must occur.
    pub says: Option<String>,
    /// The text after the first suggestion.
    pub becomes: Option<String>,
}

impl Literal {
    /// A plain exact number.
    pub fn number(n: Exact) -> Self {
        Self::Quantity(Quantity::number(crate::facts::interval::Interval::exactly(n)))
    }
}
