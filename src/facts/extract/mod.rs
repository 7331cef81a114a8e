//! Extractors: one file for each family of facts, run in the order of `EXTRACTORS`.
//!
//! An extractor walks the tokens, adds facts, and may *claim* tokens so that a later one does not
//! read them again ("May 2015" is a date and no number).

mod acronym;
mod address;
pub mod affiliation;
mod age;
mod amount;
mod asked;
pub mod attribution;
pub mod birth;
mod border;
mod bounds;
mod capital;
#[cfg(test)]
mod cases;
mod catalogue;
mod clause;
mod coast;
pub mod coordinates;
mod count;
mod currency;
mod dateline;
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
mod metonym;
mod misprint;
mod misspelt;
mod mistaken;
mod modifier;
mod naming;
mod notation;
pub mod numeral;
mod occurrence;
mod ordinal;
pub mod owner;
mod parenthesis;
mod participle;
mod passing;
mod percent;
pub mod person;
pub mod placing;
mod post;
mod priced;
mod pronoun;
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
mod tens;
mod things;
mod times;
pub mod title;
mod triggers;
mod unclosed;
mod vague;
mod verbs;
mod wanted;
mod warmth;
mod world_region;

use super::Facts;
use super::exact::Exact;
use super::interval::Interval;
use super::model::{At, Style};
use super::names::{Certainty, Hedge};
use super::schema::Kind;
use super::wording::Wording;
use crate::article::{Article, Part};
use crate::source::Span;
use crate::text::Text;
use Given::{All, Field};
use std::cell::OnceCell;
use triggers::{Trigger, Triggers};
pub use wanted::{Given, Wanted};

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
    /// Whether the commas of the article's numbers part thousands, once that was asked.
    commas: OnceCell<bool>,
    /// Whether the article is of the United States, once that was asked.
    american: OnceCell<bool>,
    /// The sentences that tell of a mistake.
    mistakes: Vec<mistaken::Mistake>,
}

/// Reads facts of an article.
struct Extractor {
    read: fn(&mut Reading<'_>),
    /// What nothing but this one gives, or what it changes; nothing where it always runs.
    gives: &'static [Given],
    /// What it looks at of all that only comes from extractors that do not always run.
    builds_on: &'static [Given],
}

/// An extractor that always runs.
const fn always(read: fn(&mut Reading<'_>)) -> Extractor {
    Extractor { read, gives: &[], builds_on: &[] }
}

/// An extractor that runs where something of what it gives is asked for.
const fn asked(read: fn(&mut Reading<'_>), gives: &'static [Given], builds_on: &'static [Given]) -> Extractor {
    Extractor { read, gives, builds_on }
}

/// The extractors, in their order.
#[rustfmt::skip] // One a line, in the order of running.
static EXTRACTORS: &[Extractor] = &[
    // Quotations come first: every later fact knows whether it is quoted.
    always(quote::read),
    asked(parenthesis::read, &[All(Kind::Parenthesis)], &[]),
    // Ages before times ("35-year-old"), times before figures ("in 2015").
    always(age::read),
    always(times::read),
    always(coordinates::read),
    always(figure::read),
    // Relations and events are as sure as their figures.
    always(mistaken::read),
    // Names and events need the figures that they are linked to.
    asked(person::read, &[All(Kind::Person)], &[]),
    asked(title::read, &[All(Kind::Title)], PEOPLE),
    asked(birth::read, &[All(Kind::Birth), All(Kind::Death), Field(Kind::Date, "role")], PEOPLE),
    asked(owner::read, &[Field(Kind::Age, "person"), Field(Kind::Age, "as_of"), Field(Kind::Age, "now")], &[All(Kind::Person), All(Kind::Death)]),
    asked(attribution::read, &[All(Kind::Attribution), All(Kind::Source), Field(Kind::Quote, "speaker"), Field(Kind::Count, "source")], PEOPLE),
    asked(affiliation::read, &[All(Kind::Affiliation)], PEOPLE),
    asked(location::read, &[All(Kind::Location), All(Kind::Capital)], PEOPLE),
    asked(coast::read, &[All(Kind::Coast)], &[]),
    asked(border::read, &[All(Kind::Border)], &[]),
    asked(world_region::read, &[All(Kind::WorldRegion)], &[All(Kind::Location)]),
    asked(placing::read, &[All(Kind::Placing), All(Kind::Bearing)], &[All(Kind::Location)]),
    asked(metonym::read, &[All(Kind::Metonym)], &[All(Kind::Location)]),
    asked(post::read, &[All(Kind::Post)], PEOPLE),
    asked(dateline::read, &[All(Kind::Dateline)], &[]),
    asked(score::read, &[All(Kind::Score)], &[]),
    asked(event::read, EVENTS, &[Field(Kind::Date, "role")]),
    asked(landmark::read, &[All(Kind::Landmark)], &[All(Kind::Person), Field(Kind::Date, "role")]),
    asked(repeat::read, &[All(Kind::Repeat)], &[]),
    asked(doubled::read, &[All(Kind::Doubled)], &[]),
    asked(misprint::read, &[All(Kind::Malformed)], &[]),
    asked(residue::read, &[All(Kind::Residue)], &[]),
    asked(address::read, &[All(Kind::Address), All(Kind::Link)], &[]),
    asked(catalogue::read, &[All(Kind::Identifier)], &[]),
    asked(dialled::read, &[All(Kind::Phone)], &[]),
    asked(handle::read, &[All(Kind::Handle)], &[]),
    asked(reference::read, &[All(Kind::Reference)], &[]),
    asked(echo::read, &[All(Kind::Echo)], &[All(Kind::Person), Field(Kind::Quote, "speaker")]),
    asked(acronym::read, &[All(Kind::Acronym)], &[]),
    asked(fragment::read, &[All(Kind::Fragment)], &[]),
    asked(lookalike::read, &[All(Kind::Lookalike)], &[]),
    asked(limits::read, &[All(Kind::Limit)], &[All(Kind::Score), All(Kind::Birth), Field(Kind::Age, "now")]),
    // Relations need all figures.
    always(relations::read),
    always(mistaken::settle),
];

const PEOPLE: &[Given] = &[All(Kind::Person)];

/// What takes part in events knows of it, and whether it is denied.
const EVENTS: &[Given] = &[
    All(Kind::Event),
    All(Kind::Multiple),
    Field(Kind::Count, "event"),
    Field(Kind::Count, "role"),
    Field(Kind::Count, "revises"),
    Field(Kind::Count, "negated"),
    Field(Kind::Measure, "event"),
    Field(Kind::Money, "event"),
    Field(Kind::Percent, "event"),
    Field(Kind::Date, "event"),
    Field(Kind::Date, "role"),
];

/// What a bare number of things can mean where it stands outside a text, as in a table: it is
/// rounded as far as its final zeros say.
pub fn rounded(written: Exact) -> Interval {
    meaning::interval(written, Style::default(), Hedge::Exactly, meaning::Grain::Things, &Wording::default())
}

impl Facts {
    /// Reads all facts of an article.
    pub fn read(text: &Text<'_>) -> Self {
        Self::read_as(text, &Wording::default(), Wanted::ALL)
    }

    /// Reads the facts of an article that are wanted, where rough wordings allow what `wording` says.
    pub fn read_as(text: &Text<'_>, wording: &Wording, wanted: Wanted) -> Self {
        let mut reading = Reading {
            text,
            facts: Self::default(),
            claimed: vec![false; text.tokens.len()],
            quotations: Vec::new(),
            triggers: Triggers::of(text),
            wording: *wording,
            commas: OnceCell::new(),
            american: OnceCell::new(),
            mistakes: Vec::new(),
        };
        for (_, extractor) in EXTRACTORS.iter().enumerate().filter(|(number, _)| wanted.has(*number)) {
            (extractor.read)(&mut reading);
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
