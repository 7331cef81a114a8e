//! Parts between dashes or in brackets that are told apart by places, names or nouns: "six sailors – two
//! Norwegian and four Danish –", "nine inspectors (five at Marren, four at Oster)".

use super::breakdown::{push, push_as};
use super::{Reading, Spot, SpotKind, Spots};
use crate::facts::exact::Exact;
use crate::facts::extract::rate;
use crate::facts::interval::Interval;
use crate::facts::model::{Count, Figure, Style};
use crate::facts::names::{Certainty, Hedge, Role};
use crate::text::{Case, Text, TokenKind};
use rustc_hash::FxHashSet;
use std::ops::Range;

/// How many words may stand between the whole and the mark.
const GAP: usize = 7;

/// The most words of a label.
const LONGEST: usize = 8;

/// What tells one part from the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Label {
    /// "five at Marren", "two in the harbour of Oster": nobody is counted at two places.
    Place,
    /// "two Norwegian", "four Poles": names of peoples and parties.
    Name,
    /// "two teachers", "nine pupils".
    Noun,
}

/// A part, with the words that tell it from the others.
struct Part {
    /// The figure; none for the word "one".
    spot: Option<Spot>,
    first: usize,
    label: Label,
    words: Range<usize>,
}

pub(super) fn read(reading: &mut Reading<'_>, spots: &Spots) {
    // A whole whose parts are read already has no others.
    let known: FxHashSet<u32> = reading.facts.breakdowns.iter().map(|breakdown| breakdown.whole).collect();
    for sentence in spots.by_sentence() {
        for index in sentence.clone() {
            let whole = spots.get(index).filter(|spot| spot.kind == SpotKind::Count && spot.is_firm()).copied();
            // Further on, the parts may be those of an earlier figure.
            if let Some(whole) = whole
                && let Some(open) = opening(reading.text, spots, index)
                && (open == whole.end || index == sentence.start)
                && !known.contains(&whole.index)
            {
                parts(reading, spots, &whole, open);
            }
        }
    }
}

/// The mark that parts may stand after: at once, or after what more is said of the whole.
fn opening(text: &Text<'_>, spots: &Spots, index: usize) -> Option<usize> {
    let whole = spots.get(index)?;
    let next = spots.get(index + 1).map_or(usize::MAX, |spot| spot.first);
    let end = next.min(whole.end + GAP + 1);
    let open =
        (whole.end..end).find(|&at| text.kind(at) != TokenKind::Word && text.kind(at) != TokenKind::Possessive)?;
    opens(text, open).then_some(open)
}

fn opens(text: &Text<'_>, at: usize) -> bool {
    let spaced = !text.glued(at) && !text.glued(at + 1);
    matches!(text.word(at), "—" | "–" | "--" | "(") || text.word(at) == "-" && spaced
}

fn closes(text: &Text<'_>, open: usize, at: usize) -> bool {
    match text.word(open) {
        "(" => text.word(at) == ")",
        _ => matches!(text.word(at), "." | ";") || opens(text, at) && text.word(at) != "(",
    }
}

fn parts(reading: &mut Reading<'_>, spots: &Spots, whole: &Spot, open: usize) {
    let text = reading.text;
    let mut parts: Vec<Part> = Vec::new();
    let mut at = open + 1;
    loop {
        let Some((part, after)) = part(text, spots, at, open) else { return };
        parts.push(part);
        if closes(text, open, after) {
            break;
        }
        at = match (text.lower(after), text.lower(after + 1)) {
            (",", "and") => after + 2,
            ("," | "and", _) => after + 1,
            _ => return,
        };
    }
    let same = parts.windows(2).all(|pair| matches!(pair, [one, other] if one.label == other.label));
    let words = |part: &Part| part.words.clone().map(|at| text.lower(at)).collect::<Vec<_>>();
    let alone = |at: usize, part: &Part| !parts.iter().take(at).any(|other| words(other) == words(part));
    let distinct = parts.iter().enumerate().all(|(at, part)| alone(at, part));
    let Some(label) = parts.first().map(|part| part.label) else { return };
    if parts.len() < 2 || !same || !distinct {
        return;
    }
    let counted: Option<Vec<Spot>> = parts.iter().map(|part| as_count(reading, part, whole)).collect();
    if let Some(parts) = counted {
        // A teacher may be a parent too; whether nouns exclude each other is for the one table to say.
        if label == Label::Noun {
            push(reading, whole, &parts, open == whole.end);
        } else {
            push_as(reading, whole, &parts, open == whole.end, false);
        }
    }
}

/// The part that begins at a token, and one past it.
fn part(text: &Text<'_>, spots: &Spots, at: usize, open: usize) -> Option<(Part, usize)> {
    let spot = spots.from(text, at).filter(|spot| spot.first == at).copied();
    let one = spot.is_none() && text.lower(at) == "one";
    if !one && !spot.is_some_and(|spot| matches!(spot.kind, SpotKind::Count | SpotKind::Number) && spot.is_firm()) {
        return None;
    }
    let named = |at: usize| text.kind(at) == TokenKind::Word && text.token(at).is_some_and(|t| t.case != Case::Lower);
    let word = |at: usize| text.kind(at) == TokenKind::Word;
    let over = |at: usize| matches!(text.lower(at), "," | "and") || closes(text, open, at);
    let number = spot.filter(|spot| spot.kind == SpotKind::Number);
    let from = if one { at + 1 } else { number.map_or(at + 1, |number| number.end) };
    let past = (from..from + LONGEST).find(|&at| over(at))?;
    let words = from..past;
    let plain = !words.is_empty() && words.clone().all(|at| word(at) || text.lower(at) == "-");
    let told =
        |word: &str| matches!(word, "of" | "others" | "more" | "other" | "them" | "who" | "that" | "were" | "was");
    if !plain || words.clone().any(|at| told(text.lower(at))) {
        return None;
    }
    let place = matches!(text.lower(from), "at" | "in" | "from" | "on" | "for") && words.clone().any(named);
    let last = past - 1;
    let label = if place {
        Label::Place
    } else if named(last) && past - from <= 2 {
        Label::Name
    } else if !place
        && !named(last)
        && (one || spot.is_some_and(|spot| spot.kind == SpotKind::Count && spot.end == past))
    {
        Label::Noun
    } else {
        return None;
    };
    Some((Part { spot, first: at, label, words }, past))
}

/// A part as a count; a bare number counts what the whole counts.
fn as_count(reading: &mut Reading<'_>, part: &Part, whole: &Spot) -> Option<Spot> {
    match part.spot {
        Some(spot) if spot.kind == SpotKind::Count => Some(spot),
        Some(spot) => {
            let index = super::breakdown::elided(reading, spot.index, whole.index)?;
            Some(Spot { kind: SpotKind::Count, index, ..spot })
        }
        None => one(reading, part.first, whole),
    }
}

/// "one in York": a count of one of what the whole counts.
fn one(reading: &mut Reading<'_>, first: usize, whole: &Spot) -> Option<Spot> {
    let text = reading.text;
    let counted = reading.facts.counts.get(whole.index as usize)?;
    let (noun, source) = (counted.noun.clone(), counted.source);
    let span = text.span(first, first);
    let at = reading.at(span, Certainty::Sure);
    let figure = Figure {
        written: Some(Exact::ONE),
        low: None,
        high: None,
        value: Interval::exactly(Exact::ONE),
        hedge: Hedge::Exactly,
        hedge_span: None,
        span,
        style: Style { words: true, ..Style::default() },
    };
    let per = rate::often(text, first + 1);
    let role = Role::Other;
    let count = Count { at, figure, noun, per, event: None, role, source, as_of: None, revises: None, elided: true };
    reading.facts.counts.push(count);
    let index = reading.facts.counts.len() as u32 - 1;
    Some(Spot { kind: SpotKind::Count, index, at, first, end: first + 1 })
}
