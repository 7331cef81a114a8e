//! Small relations between figures that stand close together; rules then do arithmetic only.
//!
//! All run after the figures are read. [`Spots`] is what most of them share: every figure of the article in
//! the order of the text, whatever its kind, with the tokens it covers.

mod average;
mod balance;
mod ballot;
mod bar;
mod bearer;
mod benches;
mod bracket;
mod bracketed;
mod breakdown;
mod cents;
mod chain;
mod change;
mod compound;
mod converted;
mod each;
mod elapsed;
mod elision;
mod enumeration;
pub(super) mod flow;
mod held;
mod jubilee;
mod later;
mod length;
mod likeness;
pub(super) mod listing;
mod mismatch;
pub(super) mod multiple;
mod neighbour;
mod net;
mod order;
mod others;
mod outcome;
mod overlap;
mod partition;
mod parts;
mod poll;
mod proportion;
mod rank;
mod redated;
mod rescaled;
mod reversed;
mod rounding;
mod share;
mod shift;
mod since;
mod spread;
mod standing;
mod toll;
mod total;
mod whole;
mod zones;

use super::Reading;
use crate::facts::exact::Exact;
use crate::facts::model::{At, Figure};
use crate::facts::names::Certainty;
use crate::text::Text;
use std::ops::Range;

/// Reads all relations.
pub(super) fn read(reading: &mut Reading<'_>) {
    reversed::read(reading);
    length::read(reading);
    redated::read(reading);
    since::read(reading);
    jubilee::read(reading);
    elapsed::read(reading);
    later::read(reading);
    reading.facts.anniversaries.sort_by_key(|anniversary| anniversary.at.span);
    zones::read(reading);
    whole::read(reading);
    enumeration::read(reading);
    order::histories(reading);
    listing::together(reading);
    let spots = Spots::of(reading);
    multiple::read(reading, &spots);
    compound::read(reading);
    if spots.all.is_empty() {
        return;
    }
    chain::read(reading, &spots);
    bracket::read(reading, &spots);
    share::read(reading, &spots);
    proportion::read(reading, &spots);
    toll::read(reading, &spots);
    change::read(reading, &spots);
    shift::read(reading, &spots);
    poll::read(reading, &spots);
    breakdown::read(reading, &spots);
    parts::read(reading, &spots);
    others::read(reading, &spots);
    bracketed::read(reading, &spots);
    total::read(reading, &spots);
    held::read(reading, &spots);
    // Several readers find each of these.
    reading.facts.breakdowns.sort_by_key(|breakdown| breakdown.at.span.start);
    reading.facts.totals.sort_by_key(|total| total.at.span.start);
    average::read(reading, &spots);
    each::read(reading, &spots);
    spread::read(reading, &spots);
    flow::read(reading, &spots);
    net::read(reading, &spots);
    balance::read(reading, &spots);
    partition::read(reading, &spots);
    ballot::read(reading, &spots);
    order::respective(reading, &spots);
    listing::read(reading, &spots);
    reading.facts.listings.sort_by_key(|listing| listing.at.span.start);
    elision::read(reading, &spots);
    rescaled::read(reading, &spots);
    mismatch::read(reading, &spots);
    likeness::read(reading, &spots);
    bar::read(reading, &spots);
    rank::read(reading, &spots);
    benches::read(reading, &spots);
    reading.facts.limits.sort_by_key(|limit| limit.at.span);
}

/// What a figure is a figure of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum SpotKind {
    Number,
    Count,
    Measure,
    Money,
    Percent,
    Points,
    Ratio,
}

/// A figure, whatever its kind.
#[derive(Clone, Copy, Debug)]
struct Spot {
    kind: SpotKind,
    /// Its number among the facts of its kind.
    index: u32,
    at: At,
    /// Its first token.
    first: usize,
    /// One past its last token.
    end: usize,
}

impl Spot {
    /// Whether a relation of it may accuse.
    fn is_firm(&self) -> bool {
        self.at.certainty != Certainty::Weak
    }
}

/// All figures of an article in the order of the text.
#[derive(Debug)]
struct Spots {
    all: Vec<Spot>,
}

impl Spots {
    fn of(reading: &Reading<'_>) -> Self {
        let facts = &reading.facts;
        let mut all = Vec::new();
        let mut add = |kind: SpotKind, ats: &mut dyn Iterator<Item = At>| {
            for (index, at) in ats.enumerate() {
                let first = reading.text.token_from(at.span.start);
                let end = reading.text.token_from(at.span.end.saturating_sub(1)) + 1;
                all.push(Spot { kind, index: index as u32, at, first, end });
            }
        };
        add(SpotKind::Number, &mut facts.numbers.iter().map(|fact| fact.at));
        add(SpotKind::Count, &mut facts.counts.iter().map(|fact| fact.at));
        add(SpotKind::Measure, &mut facts.measures.iter().map(|fact| fact.at));
        add(SpotKind::Money, &mut facts.moneys.iter().map(|fact| fact.at));
        add(SpotKind::Percent, &mut facts.percents.iter().map(|fact| fact.at));
        add(SpotKind::Points, &mut facts.points.iter().map(|fact| fact.at));
        add(SpotKind::Ratio, &mut facts.ratios.iter().map(|fact| fact.at));
        all.sort_by_key(|spot| (spot.at.span.start, spot.at.span.end));
        Self { all }
    }

    fn get(&self, index: usize) -> Option<&Spot> {
        self.all.get(index)
    }

    /// The index of the first spot that begins with the token `at` or after it.
    fn index_from(&self, text: &Text<'_>, at: usize) -> usize {
        let start = text.token(at).map_or(u32::MAX, |token| token.span.start);
        self.all.partition_point(|spot| spot.at.span.start < start)
    }

    /// The first spot that begins with the token `at` or after it.
    fn from(&self, text: &Text<'_>, at: usize) -> Option<&Spot> {
        self.get(self.index_from(text, at))
    }

    /// The index of the spot that ends right before the token `at`.
    fn before(&self, text: &Text<'_>, at: usize) -> Option<usize> {
        let index = self.index_from(text, at).checked_sub(1)?;
        self.get(index).is_some_and(|spot| spot.end == at).then_some(index)
    }

    /// Whether some of the things at an index are meant: the 15 of "two of the 15 victims", not the nine of "one of
    /// the nine members".
    fn is_drawn_from(&self, reading: &Reading<'_>, index: usize) -> bool {
        let (Some(inner), Some(outer)) = (self.get(index), index.checked_sub(1).and_then(|before| self.get(before)))
        else {
            return false;
        };
        let one = figure(reading, outer).is_some_and(|figure| figure.written == Some(Exact::ONE));
        outer.kind == SpotKind::Count && outer.end == inner.end && !one
    }

    /// The three figures of each sentence that has no others, where none stands in another.
    fn threes(&self) -> impl Iterator<Item = [Spot; 3]> + '_ {
        self.by_sentence().filter_map(|sentence| match self.all.get(sentence)? {
            [a, b, c] if a.end <= b.first && b.end <= c.first => Some([*a, *b, *c]),
            _ => None,
        })
    }

    /// The indices of the spots of each sentence that has any.
    fn by_sentence(&self) -> impl Iterator<Item = Range<usize>> + '_ {
        let mut from = 0;
        std::iter::from_fn(move || {
            let sentence = self.all.get(from)?.at.sentence;
            let length = self.all.get(from..)?.iter().take_while(|spot| spot.at.sentence == sentence).count();
            let range = from..from + length;
            from += length;
            Some(range)
        })
    }
}

/// The figure of a spot.
fn figure<'r>(reading: &'r Reading<'_>, spot: &Spot) -> Option<&'r Figure> {
    let facts = &reading.facts;
    let at = spot.index as usize;
    match spot.kind {
        SpotKind::Number => facts.numbers.get(at).map(|fact| &fact.figure),
        SpotKind::Count => facts.counts.get(at).map(|fact| &fact.figure),
        SpotKind::Measure => facts.measures.get(at).map(|fact| &fact.figure),
        SpotKind::Money => facts.moneys.get(at).map(|fact| &fact.figure),
        SpotKind::Percent => facts.percents.get(at).map(|fact| &fact.figure),
        SpotKind::Points => facts.points.get(at).map(|fact| &fact.figure),
        SpotKind::Ratio => facts.ratios.get(at).map(|fact| &fact.figure),
    }
}

/// What a spot counts, where it is a count.
fn counted<'r>(reading: &'r Reading<'_>, spot: &Spot) -> Option<&'r str> {
    let count = reading.facts.counts.get(spot.index as usize).filter(|_| spot.kind == SpotKind::Count)?;
    Some(&count.noun.key)
}

/// The least sure of two certainties.
fn weaker(a: Certainty, b: Certainty) -> Certainty {
    a.max(b)
}

/// Whether the tokens `range` are exactly these words, in lower case.
fn are(text: &Text<'_>, range: Range<usize>, words: &[&str]) -> bool {
    range.len() == words.len() && range.zip(words).all(|(at, word)| text.lower(at) == *word)
}
