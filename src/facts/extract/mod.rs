//! Extractors: one file for each family of facts, run in the order of `EXTRACTORS`.
//!
//! An extractor walks the tokens, adds facts, and may *claim* tokens so that a later one does not
//! read them again ("May 2015" is a date and no number).

mod address;
pub mod affiliation;
mod age;
mod amount;
pub mod attribution;
pub mod birth;
mod bounds;
mod capital;
#[cfg(test)]
mod cases;
mod catalogue;
mod clause;
pub mod coordinates;
mod count;
mod currency;
mod dialled;
mod digits;
mod doer;
mod doubled;
mod echo;
pub mod event;
mod figure;
#[cfg(test)]
mod figure_cases;
mod fragment;
mod handle;
mod hedge;
mod identifier;
mod label;
mod landmark;
mod lexemes;
mod limits;
pub mod location;
mod lone;
mod lookalike;
mod malformed;
mod meaning;
mod measure;
mod modifier;
mod naming;
mod notation;
pub mod numeral;
mod occurrence;
mod ordinal;
pub mod owner;
mod parenthesis;
mod passing;
mod percent;
pub mod person;
pub mod placing;
mod priced;
pub mod quote;
mod range;
mod rate;
mod ratio;
mod reference;
mod relations;
pub mod repeat;
mod residue;
mod role;
pub mod score;
mod side;
mod suspended;
mod tags;
mod times;
pub mod title;
mod triggers;
mod unclosed;
mod vague;
mod verbs;

use super::Facts;
use super::exact::Exact;
use super::interval::Interval;
use super::model::{At, Style};
use super::names::{Certainty, Hedge};
use super::wording::Wording;
use crate::article::{Article, Part};
use crate::source::Span;
use crate::text::Text;
use triggers::{Trigger, Triggers};

/// An article while its facts are read.
#[derive(Debug)]
pub struct Reading<'a> {
    /// The article's words.
    pub text: &'a Text<'a>,
    /// What was found so far.
    pub facts: Facts,
    /// For each token, whether a fact that excludes others holds it.
    claimed: Vec<bool>,
    /// The spans in quotation marks, in the order of the text.
    quotations: Vec<Span>,
    /// For each token, what it may begin.
    triggers: Triggers,
    /// What rough wordings allow.
    wording: Wording,
}

/// The extractors, in their order.
#[rustfmt::skip] // One a line, in the order of running.
static EXTRACTORS: &[fn(&mut Reading<'_>)] = &[
    // Quotations come first: every later fact knows whether it is quoted.
    quote::read,
    parenthesis::read,
    // Ages before times ("35-year-old"), times before figures ("in 2015").
    age::read,
    times::read,
    coordinates::read,
    figure::read,
    // Names and events need the figures that they are linked to.
    person::read,
    title::read,
    birth::read,
    owner::read,
    attribution::read,
    affiliation::read,
    location::read,
    placing::read,
    score::read,
    event::read,
    landmark::read,
    repeat::read,
    doubled::read,
    residue::read,
    address::read,
    catalogue::read,
    dialled::read,
    handle::read,
    reference::read,
    echo::read,
    fragment::read,
    lookalike::read,
    limits::read,
    // Relations need all figures.
    relations::read,
];

/// What a bare number of things can mean where it stands outside a text, as in a table: it is
/// rounded as far as its final zeros say.
pub fn rounded(written: Exact) -> Interval {
    meaning::interval(written, Style::default(), Hedge::Exactly, meaning::Grain::Things, &Wording::default())
}

impl Facts {
    /// Reads all facts of an article.
    pub fn read(text: &Text<'_>) -> Self {
        Self::read_as(text, &Wording::default())
    }

    /// Reads all facts of an article, where rough wordings allow what `wording` says.
    pub fn read_as(text: &Text<'_>, wording: &Wording) -> Self {
        let mut reading = Reading {
            text,
            facts: Self::default(),
            claimed: vec![false; text.tokens.len()],
            quotations: Vec::new(),
            triggers: Triggers::of(text),
            wording: *wording,
        };
        for extractor in EXTRACTORS {
            extractor(&mut reading);
        }
        reading.facts
    }
}

impl<'a> Reading<'a> {
    /// The article.
    pub fn article(&self) -> &'a Article {
        self.text.article
    }

    /// Whether an earlier extractor holds the token.
    pub fn is_claimed(&self, token: usize) -> bool {
        self.claimed.get(token).copied().unwrap_or(true)
    }

    /// Whether a token may begin what the trigger stands for.
    fn triggers(&self, token: usize, trigger: Trigger) -> bool {
        self.triggers.has(token, trigger)
    }

    /// The first of the tokens `from..end` that may begin what the trigger stands for.
    fn next(&self, from: usize, end: usize, trigger: Trigger) -> Option<usize> {
        self.triggers.next(from, end, trigger)
    }

    /// Holds the tokens `first..=last` against later extractors.
    pub fn claim(&mut self, first: usize, last: usize) {
        if let Some(tokens) = self.claimed.get_mut(first..=last) {
            tokens.fill(true);
        }
    }

    /// Notes a span in quotation marks; spans come in the order of the text.
    pub fn quote(&mut self, span: Span) {
        self.quotations.push(span);
    }

    /// Where and how a fact at `span` is stated.
    pub fn at(&self, span: Span, certainty: Certainty) -> At {
        let sentence = self.text.sentence_at(span.start);
        let found = self.text.sentences.get(sentence);
        let block = found.map_or(0, |sentence| sentence.block);
        let of = self.article().blocks.get(block);
        let after = self.quotations.partition_point(|quotation| quotation.start <= span.start);
        let inside = self.quotations.get(after.wrapping_sub(1)).is_some_and(|quotation| quotation.contains(span));
        At {
            span,
            sentence: sentence as u32,
            block: block as u32,
            part: of.map_or(Part::Body, |block| block.part),
            quoted: inside || of.is_some_and(|block| block.quoted),
            negated: false,
            certainty,
        }
    }
}
