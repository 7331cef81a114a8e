//! The parser: the body of one clause in, its syntax tree out.
//!
//! nom reads plain `&str`; where a token stands follows from its slice's address. Every token that
//! does not fit records where and what was expected, and the deepest record is what is reported.

mod binding;
mod clause;
mod expr;
mod item;
mod relation;
mod token;
mod words;

pub(super) use clause::{clause, setting_literal};
pub(super) use item::{amend, columns, define, pack, rule_id, table, uses, words};
pub(super) use relation::SIGNS;
pub(super) use token::{RESERVED, SCALES};

use super::code::Code;
use super::diagnostic::Mistake;
use super::rule::RuleSource;
use super::syntax::{Expr, Node};
use crate::source::Span;
use nom::IResult;
use nom::error::{ErrorKind, ParseError};
use std::cell::{Cell, RefCell};
use std::sync::Arc;

/// How deeply expressions may be nested.
const DEEPEST: u16 = 40;

/// What a production gives: what is left, and what was read.
type Read<'a, T> = IResult<&'a str, T, Stop>;

/// Why a production stopped; the details are in the [`Reader`].
#[derive(Clone, Copy, Debug)]
pub(super) struct Stop;

impl<'a> ParseError<&'a str> for Stop {
    fn from_error_kind(_: &'a str, _: ErrorKind) -> Self {
        Self
    }

    fn append(_: &'a str, _: ErrorKind, other: Self) -> Self {
        other
    }
}

/// Reads productions of one file.
#[derive(Debug)]
pub(super) struct Reader<'a> {
    source: &'a Arc<RuleSource>,
    /// What the clause or item is called, for messages.
    what: &'a str,
    furthest: RefCell<Furthest>,
    /// A mistake that says more than what was expected.
    said: RefCell<Option<Mistake>>,
    depth: Cell<u16>,
}

/// The deepest byte that was reached, and what would have fitted there.
#[derive(Debug, Default)]
struct Furthest {
    at: usize,
    expected: Vec<&'static str>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(source: &'a Arc<RuleSource>, what: &'a str) -> Self {
        Self { source, what, furthest: RefCell::default(), said: RefCell::default(), depth: Cell::new(0) }
    }

    /// Reads all of `body` by one production.
    pub(super) fn all<T>(
        &self,
        body: &'a str,
        production: impl FnOnce(&Self, &'a str) -> Read<'a, T>,
    ) -> Result<T, Box<Mistake>> {
        *self.furthest.borrow_mut() = Furthest { at: self.offset(body), expected: Vec::new() };
        if let Ok((rest, tree)) = production(self, body) {
            let rest = token::blank(rest);
            if rest.is_empty() {
                return Ok(tree);
            }
            self.expect(rest, "");
        }
        Err(Box::new(self.said.take().unwrap_or_else(|| self.unexpected(body))))
    }

    fn offset(&self, rest: &str) -> usize {
        (rest.as_ptr() as usize).saturating_sub(self.source.text.as_ptr() as usize)
    }

    /// From the beginning of one rest to that of another.
    fn span(&self, from: &str, to: &str) -> Span {
        Span::new(self.offset(from), self.offset(to))
    }

    /// Records that something else was expected at `rest`.
    fn expect(&self, rest: &'a str, expected: &'static str) {
        let at = self.offset(rest);
        let mut furthest = self.furthest.borrow_mut();
        if at > furthest.at {
            *furthest = Furthest { at, expected: Vec::new() };
        }
        if at == furthest.at && !expected.is_empty() && !furthest.expected.contains(&expected) {
            furthest.expected.push(expected);
        }
    }

    /// Fails at `rest`, where `expected` would have fitted.
    fn fail<T>(&self, rest: &'a str, expected: &'static str) -> Read<'a, T> {
        self.expect(token::blank(rest), expected);
        Err(nom::Err::Error(Stop))
    }

    /// Fails for good with a mistake of its own.
    fn stop<T>(&self, mistake: Mistake) -> Read<'a, T> {
        self.said.borrow_mut().get_or_insert(mistake);
        Err(nom::Err::Failure(Stop))
    }

    /// Reads something that may hold itself.
    fn deeper<T>(&self, rest: &'a str, production: impl FnOnce(&'a str) -> Read<'a, T>) -> Read<'a, T> {
        if self.depth.get() >= DEEPEST {
            return self.too_deep(rest);
        }
        self.depth.set(self.depth.get() + 1);
        let read = production(rest);
        self.depth.set(self.depth.get() - 1);
        read
    }

    fn too_deep<T>(&self, rest: &'a str) -> Read<'a, T> {
        let at = self.offset(token::blank(rest));
        let mistake = Mistake::new(
            Code::TooDeep,
            self.source,
            Span::new(at, at + token::shown(token::blank(rest)).len()),
            "this expression is nested too deeply",
        );
        self.stop(mistake.labelled("too deep from here").help("name a part of it with `let`"))
    }

    /// An expression from `start` to `rest`.
    fn node(&self, start: &'a str, rest: &'a str, node: Node<'a>) -> Read<'a, Expr<'a>> {
        let mut expr = Expr { node, span: self.span(token::blank(start), rest), depth: 1 };
        expr.depth += expr.children().iter().map(|child| child.depth).max().unwrap_or_default();
        if expr.depth > DEEPEST {
            return self.too_deep(start);
        }
        Ok((rest, expr))
    }

    fn unexpected(&self, body: &'a str) -> Mistake {
        let furthest = self.furthest.take();
        let end = self.offset(body) + body.len();
        let expected = list(&furthest.expected);
        let found = self.source.text.get(furthest.at..end).unwrap_or_default();
        if found.is_empty() {
            let read = self.source.text.get(..furthest.at).unwrap_or_default().trim_end();
            let last = read.chars().next_back().map_or(0, char::len_utf8);
            let span = Span::new(read.len() - last, read.len());
            let message = format!("`{}` ends too early", self.what);
            let label = if expected.is_empty() {
                "something is missing".into()
            } else {
                format!("expected {expected} after this")
            };
            return Mistake::new(Code::Unexpected, self.source, span, message).labelled(label);
        }
        let shown = token::shown(found);
        let span = Span::new(furthest.at, furthest.at + shown.len());
        let label =
            if expected.is_empty() { "nothing more was expected here".into() } else { format!("expected {expected}") };
        Mistake::new(Code::Unexpected, self.source, span, format!("`{shown}` was not expected here"))
            .labelled(label)
            .maybe_help(token::advice(shown))
    }
}

/// "a, b or c".
fn list(expected: &[&str]) -> String {
    match expected {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [most @ .., last] => format!("{} or {last}", most.join(", ")),
    }
}
