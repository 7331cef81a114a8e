//! What an extractor finds: one plain struct for each kind of fact.

use super::exact::Exact;
use super::interval::Interval;
use super::names::{Certainty, Hedge};
use crate::article::Part;
use crate::source::Span;

/// Where and how a fact is stated; every fact has one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct At {
    /// The words that state it, in the reading text.
    pub span: Span,
    /// Index of the sentence in [`Text::sentences`](crate::text::Text::sentences).
    pub sentence: u32,
    /// Index of the block in [`Article::blocks`](crate::article::Article::blocks).
    pub block: u32,
    /// The part that the block is of.
    pub part: Part,
    /// Whether the words stand inside a quotation.
    pub quoted: bool,
    /// Whether the sentence denies it ("did not reach 150 countries").
    pub negated: bool,
    /// How sure the reading is. Weak facts may excuse, never accuse.
    pub certainty: Certainty,
}

/// A figure as it is written and as it is meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// The number as written, scale applied, without hedge; `None` for a range.
    pub written: Option<Exact>,
    /// The lower end of a written range, or the bound that a hedge sets.
    pub low: Option<Exact>,
    /// The upper end of a written range, or the bound that a hedge sets.
    pub high: Option<Exact>,
    /// What the wording can mean: hedge and rounding applied, in the unit as written.
    pub value: Interval,
    /// The hedge.
    pub hedge: Hedge,
    /// The words of the hedge.
    pub hedge_span: Option<Span>,
    /// The number itself (digits or number words with their scale word), without hedge, unit and noun.
    pub span: Span,
    /// How the number was written, so that a worked-out one can be printed alike.
    pub style: Style,
}

impl Figure {
    /// How many of its digits count: zeros at the end do after a point alone.
    pub fn digits(&self) -> Option<u32> {
        let shift = i32::from(self.style.decimals) - i32::from(self.style.scale).min(i32::from(self.style.decimals));
        let ten = Exact::whole(10);
        let mut whole = self.written?.times(Exact::power_of_ten(shift)?)?.abs();
        while self.style.decimals == 0 && whole >= ten {
            match whole.over(ten).filter(|next| next.is_whole()) {
                Some(next) => whole = next,
                None => break,
            }
        }
        whole.numerator().checked_ilog10().map(|last| last + 1)
    }
}

/// How a number is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Style {
    /// Whether it is in words ("forty").
    pub words: bool,
    /// Decimals after the point.
    pub decimals: u8,
    /// The power of ten of the scale word or suffix: 6 for "1.2 million", else 0.
    pub scale: u8,
    /// Whether it is a range ("40 to 50").
    pub range: bool,
}

/// A noun: what is counted, what a share is of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Noun {
    /// The head in the singular, lower case: `country`.
    pub key: Box<str>,
    /// The singular with its modifiers as written: `different country`, `hybrid car`.
    pub phrase: Box<str>,
    /// The head as it stands in the text: `countries`.
    pub span: Span,
    /// Where the phrase begins, modifiers included.
    pub phrase_span: Span,
}

/// A verb in its base form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verb {
    /// The base form, lower case: `infect`.
    pub key: Box<str>,
    /// As it stands in the text.
    pub span: Span,
}

/// A name that two facts can share.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// The canonical form that identities compare by.
    pub key: Box<str>,
    /// As it stands in the text.
    pub span: Span,
}

/// The number of a fact of one kind.
pub type Index = u32;

/// A fact with its place.
pub trait Placed {
    /// Where and how it is stated.
    fn at(&self) -> &At;
}

/// The numbers of the facts of a sentence, in a list that is in the order of the text.
pub fn range_of<F: Placed>(facts: &[F], sentence: u32) -> std::ops::Range<usize> {
    let from = facts.partition_point(|fact| fact.at().sentence < sentence);
    let rest = facts.get(from..).unwrap_or_default();
    from..from + rest.partition_point(|fact| fact.at().sentence == sentence)
}

/// The facts of a sentence, of a list that is in the order of the text.
pub fn of_sentence<F: Placed>(facts: &[F], sentence: u32) -> &[F] {
    facts.get(range_of(facts, sentence)).unwrap_or_default()
}

/// The fact that begins at a byte, of a list that is in the order of the text.
pub fn beginning_at<F: Placed>(facts: &[F], start: u32) -> Option<&F> {
    let fact = facts.get(facts.partition_point(|fact| fact.at().span.start < start))?;
    (fact.at().span.start == start).then_some(fact)
}

/// The one fact of a sentence, where it has no second of the list.
pub fn only_of_sentence<F: Placed>(facts: &[F], sentence: u32) -> Option<&F> {
    match of_sentence(facts, sentence) {
        [only] => Some(only),
        _ => None,
    }
}

macro_rules! fact_structs {
    ($($(#[$meta:meta])* $name:ident { $($(#[$fmeta:meta])* $field:ident: $ty:ty,)* })*) => {
        $($(#[$meta])* #[derive(Clone, Debug, PartialEq, Eq)]
        pub struct $name {
            /// Where and how it is stated.
            pub at: At,
            $($(#[$fmeta])* pub $field: $ty,)*
        }
        impl super::Placed for $name {
            fn at(&self) -> &At {
                &self.at
            }
        })*
    };
}

mod figures;
mod print;
mod relations;
mod times;
mod world;

pub use figures::*;
pub use print::*;
pub use relations::*;
pub use times::*;
pub use world::*;
