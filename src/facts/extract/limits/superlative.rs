//! The most of its kind, and beside it more of the same: "the Lyra, the tallest mast at 180m, looks down on the Orin (205m)".

use super::{Bounds, Reading, note};
use crate::facts::exact::Exact;
use crate::facts::names::{Certainty, Hedge};
use crate::text::{Text, TokenKind};
use std::ops::Range;

/// Superlatives of more.
pub(in super::super) const MOST: &[&str] =
    &["tallest", "biggest", "largest", "longest", "highest", "heaviest", "deepest", "widest", "fastest"];

/// Superlatives of less.
pub(in super::super) const LEAST: &[&str] =
    &["shortest", "smallest", "lightest", "lowest", "narrowest", "shallowest", "slowest"];

/// Words of another set, another time or a place in the order.
const ELSEWHERE: &[&str] = &[
    "second",
    "third",
    "fourth",
    "once",
    "formerly",
    "then",
    "until",
    "former",
    "than",
    "one",
    "among",
    "next",
    "previous",
    "previously",
    "was",
    "had",
    "another",
    "other",
    "outside",
    "except",
    "apart",
    "after",
    "but",
    "by",
    "part",
    "replaced",
    "beat",
    "behind",
];

/// Reads the sentences with two measures of one unit and a superlative.
pub(super) fn read(reading: &mut Reading<'_>) {
    let text = reading.text;
    let mut from = 0;
    while let Some(first) = reading.facts.measures.get(from) {
        let sentence = first.at.sentence;
        let length = reading.facts.measures.iter().skip(from).take_while(|m| m.at.sentence == sentence).count();
        let two = from..from + length;
        from += length;
        if let Some((own, other, by, more)) = compared(reading, two, sentence) {
            let bounds = if more {
                Bounds { least: Some(other), most: None }
            } else {
                Bounds { least: None, most: Some(other) }
            };
            note(reading, "superlative", own, text.span(by, by), bounds);
        }
    }
}

type Own = (Exact, crate::source::Span);

/// The measure of what is the most or the least, the other one, the superlative and whether it is of more.
fn compared(reading: &Reading<'_>, two: Range<usize>, sentence: u32) -> Option<(Own, Exact, usize, bool)> {
    let text = reading.text;
    let (one, other) = (reading.facts.measures.get(two.start)?, reading.facts.measures.get(two.start + 1)?);
    if two.len() != 2 || one.unit.name != other.unit.name || other.at.span.start < one.at.span.end {
        return None;
    }
    let sure = [one, other].iter().all(|m| m.figure.hedge == Hedge::Exactly && m.at.certainty != Certainty::Weak);
    let tokens = text.sentences.get(sentence as usize)?.tokens.clone();
    let mut found = tokens.clone().filter(|&at| {
        text.kind(at) == TokenKind::Word && (MOST.contains(&text.lower(at)) || LEAST.contains(&text.lower(at)))
    });
    let at = found.next().filter(|_| sure && found.next().is_none())?;
    if tokens.into_iter().any(|at| ELSEWHERE.contains(&text.lower(at))) || text.lower(at.wrapping_sub(1)) != "the" {
        return None;
    }
    let place = |m: &crate::facts::model::Measure| text.token_from(m.at.span.start)..text.token_from(m.at.span.end);
    let own = |m: &crate::facts::model::Measure| beside(text, at, place(m));
    let (own, other) = match (own(one), own(other)) {
        (true, false) => (one, other),
        (false, true) => (other, one),
        (true, true) | (false, false) => return None,
    };
    let more = MOST.contains(&text.lower(at));
    Some(((own.figure.written?, own.at.span), other.figure.written?, at, more))
}

/// "the tallest tower at 210m", "the tallest, 210m high", "at 210m the tallest".
fn beside(text: &Text<'_>, at: usize, measure: Range<usize>) -> bool {
    if measure.start > at {
        let gap = at + 1..measure.start;
        let led = gap.clone().last().is_none_or(|last| matches!(text.lower(last), "at" | "," | "("));
        return gap.len() <= 2
            && led
            && gap.into_iter().all(|at| !matches!(text.lower(at), "in" | "of" | "on" | "and"));
    }
    text.lower(measure.start.wrapping_sub(1)) == "at"
        && (measure.end + 1 == at || text.lower(measure.end) == "," && measure.end + 2 == at)
        && !matches!(text.lower(at + 2), "in" | "of" | "on")
}
