//! The articles that a rule looks at: one, or two that a rule across the archive joins.
//!
//! Of two, the facts of the second have the highest bit of their numbers set, and its spans stand behind the text of
//! the first, so that a fact and a place tell on their own which article they are of.

use crate::facts::model::At;
use crate::facts::schema::View;
use crate::facts::value::{Content, FactRef, Value};
use crate::source::Span;

/// One article, or two.
#[derive(Clone, Copy, Debug)]
pub struct Views<'a> {
    pub(super) first: View<'a>,
    second: Option<View<'a>>,
}

/// Which of two articles something is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Side {
    /// The first, or the only one.
    First,
    /// The second.
    Second,
}

/// The bit of a fact's number that says that it is of the second article.
const SECOND: u32 = 1 << 31;

impl<'a> Views<'a> {
    /// One article.
    pub fn one(view: View<'a>) -> Self {
        Self { first: view, second: None }
    }

    /// Two articles; none where their places could not be told apart.
    pub fn two(first: View<'a>, second: View<'a>) -> Option<Self> {
        let whole = first.article.text.len() + 1 + second.article.text.len();
        u32::try_from(whole).is_ok().then_some(Self { first, second: Some(second) })
    }

    pub(super) fn second(self) -> Option<View<'a>> {
        self.second
    }

    /// Where the second article begins.
    pub(super) fn base(self) -> u32 {
        self.first.article.text.len() as u32 + 1
    }

    /// The article that a fact is of, and the fact as that article knows it.
    pub(super) fn of(self, fact: FactRef) -> (View<'a>, FactRef) {
        match self.second {
            Some(second) if is_of_second(fact) => (second, local(fact)),
            Some(_) | None => (self.first, fact),
        }
    }

    /// The article that a place is in, and the place as that article knows it.
    pub(super) fn at(self, span: Span) -> (View<'a>, Span) {
        let (side, span) = self.side(span);
        (self.view(side), span)
    }

    pub(super) fn view(self, side: Side) -> View<'a> {
        match (side, self.second) {
            (Side::Second, Some(second)) => second,
            (Side::First | Side::Second, _) => self.first,
        }
    }

    /// Which article a place is in, and the place as that article knows it.
    pub fn side(self, span: Span) -> (Side, Span) {
        let base = self.base();
        if self.second.is_some() && span.start >= base {
            (Side::Second, Span { start: span.start - base, end: span.end.saturating_sub(base) })
        } else {
            (Side::First, span)
        }
    }

    /// The words at a place.
    pub(super) fn written(self, span: Span) -> &'a str {
        let (view, span) = self.at(span);
        span.of(&view.article.text)
    }
}

/// A fact of the second article.
pub(super) fn of_second(fact: FactRef) -> FactRef {
    FactRef { index: fact.index | SECOND, ..fact }
}

/// A fact as its own article knows it.
pub(super) fn local(fact: FactRef) -> FactRef {
    FactRef { index: fact.index & !SECOND, ..fact }
}

/// Whether a fact is of the second article.
pub(super) fn is_of_second(fact: FactRef) -> bool {
    fact.index & SECOND != 0
}

/// Where a fact of the second article is stated, told of both.
pub(super) fn at_of_second(at: At, base: u32) -> At {
    At { span: at.span.shifted(base), sentence: at.sentence | SECOND, block: at.block | SECOND, ..at }
}

/// A value of the second article, told of both.
pub(super) fn value_of_second(value: Value, base: u32) -> Value {
    let content = match value.content {
        Content::Fact(fact) => Content::Fact(of_second(fact)),
        Content::Set(values) => Content::Set(values.into_iter().map(|value| value_of_second(value, base)).collect()),
        content @ (Content::Absent
        | Content::YesNo(_)
        | Content::Quantity(_)
        | Content::Date(_)
        | Content::Text(_)
        | Content::Named(_)
        | Content::Thing(_)
        | Content::Row(..)) => content,
    };
    Value { content, span: value.span.map(|span| span.shifted(base)) }
}
