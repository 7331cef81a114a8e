//! Changes: "rose 20%, from 50 to 70 cars", "to 7% from 6%, an increase of 1%".

use super::{Reading, Spot, SpotKind, Spots, figure, weaker};
use crate::facts::model::{AnyQuantity, Change};
use crate::facts::names::{Direction, UnitKind};
use crate::facts::quantity::{Measured, Quantity};
use crate::text::{Text, TokenKind};
use std::ops::Range;

/// Words that say that something rises.
const UP: &[&str] = &[
    "rose",
    "rise",
    "rises",
    "risen",
    "rising",
    "increase",
    "increases",
    "increased",
    "increasing",
    "grew",
    "grow",
    "grows",
    "grown",
    "growing",
    "growth",
    "climbed",
    "climb",
    "climbs",
    "climbing",
    "jumped",
    "jump",
    "jumps",
    "surged",
    "surge",
    "soared",
    "soar",
    "leapt",
    "leap",
    "up",
    "gained",
    "raised",
    "raising",
    "raise",
    "higher",
    "more",
    "greater",
    "edged up",
    "swelled",
    "ballooned",
    "doubled",
    "tripled",
    "trebled",
    "quadrupled",
];

/// Words that say that something falls.
const DOWN: &[&str] = &[
    "fell",
    "fall",
    "falls",
    "fallen",
    "falling",
    "drop",
    "drops",
    "dropped",
    "dropping",
    "decline",
    "declines",
    "declined",
    "declining",
    "decrease",
    "decreases",
    "decreased",
    "decreasing",
    "slipped",
    "slid",
    "plunged",
    "plunge",
    "plummeted",
    "down",
    "tumbled",
    "dipped",
    "shrank",
    "shrunk",
    "cut",
    "cuts",
    "cutting",
    "reduced",
    "reduces",
    "reduction",
    "lowered",
    "slashed",
    "lower",
    "less",
    "halved",
];

/// Words that say which way only after the figures (", 20% higher"); before them they compare other
/// things ("with lower tax rates, receipts …").
const COMPARATIVES: &[&str] = &["up", "down", "higher", "lower", "more", "less", "greater"];

/// How far before the figures the word of change may stand, in tokens.
const REACH: usize = 12;

pub(super) fn read(reading: &mut Reading<'_>, spots: &Spots) {
    for sentence in spots.by_sentence() {
        for index in sentence.clone().skip(1) {
            let (Some(one), Some(other)) = (spots.get(index - 1), spots.get(index)) else { continue };
            let (from, to) = match order(reading.text, one, other) {
                Some(Order::FromTo) => (one, other),
                Some(Order::ToFrom) => (other, one),
                None => continue,
            };
            let Some((from, to)) = ends(reading, from, to) else { continue };
            let before = index.checked_sub(2).filter(|&at| at >= sentence.start).and_then(|at| spots.get(at));
            let after = spots.get(index + 1).filter(|_| index + 1 < sentence.end);
            let Some(cue) = cue(reading.text, one, other, before, after) else { continue };
            push(reading, from, to, &cue);
        }
    }
}

pub(super) enum Order {
    FromTo,
    ToFrom,
}

/// Whether the two are the ends of a change, and which is which.
pub(super) fn order(text: &Text<'_>, one: &Spot, other: &Spot) -> Option<Order> {
    let lead = text.lower(one.first.checked_sub(1)?);
    let between = one.end..other.first;
    let joint = text.lower(between.end.checked_sub(1)?);
    // "from 2 million in 1985 to 3.5 million": a year may stand between.
    let dated = |at: usize| text.kind(at) == TokenKind::Number && text.lower(at.wrapping_sub(1)) == "in";
    let plain = between.len() <= 4 && between.clone().all(|at| text.kind(at) == TokenKind::Word || dated(at));
    if between.is_empty() || !plain {
        return None;
    }
    match (lead, joint) {
        ("from", "to") => Some(Order::FromTo),
        ("to" | "at", "from") => Some(Order::ToFrom),
        _ => None,
    }
}

/// The two ends as quantities of one kind; a bare number takes the unit of the other end.
pub(super) fn ends(reading: &Reading<'_>, from: &Spot, to: &Spot) -> Option<(AnyQuantity, AnyQuantity)> {
    let kind_of = |spot: &Spot, other: &Spot| match (spot.kind, other.kind) {
        (SpotKind::Number, SpotKind::Percent | SpotKind::Count) => other.kind,
        (kind, _) => kind,
    };
    let (from_kind, to_kind) = (kind_of(from, to), kind_of(to, from));
    let from = quantity(reading, from, from_kind)?;
    let to = quantity(reading, to, to_kind)?;
    (from.unit == to.unit && from.value.measured == to.value.measured).then_some((from, to))
}

pub(super) fn quantity(reading: &Reading<'_>, spot: &Spot, kind: SpotKind) -> Option<AnyQuantity> {
    let figure = figure(reading, spot)?.clone();
    let at = spot.index as usize;
    let (value, unit) = match kind {
        SpotKind::Number | SpotKind::Count => (Quantity::number(figure.value), UnitKind::Count),
        SpotKind::Percent => (Quantity::of(figure.value, Measured::Percent), UnitKind::Percent),
        SpotKind::Points => (reading.facts.points.get(at)?.value.clone(), UnitKind::Points),
        SpotKind::Ratio => return None,
        SpotKind::Money => (reading.facts.moneys.get(at)?.value.clone(), UnitKind::Money),
        SpotKind::Measure => {
            let measure = reading.facts.measures.get(at)?;
            (measure.value.clone(), dimension_kind(&measure.value))
        }
    };
    Some(AnyQuantity { at: spot.at, figure, value, unit })
}

fn dimension_kind(value: &Quantity) -> UnitKind {
    let Measured::Physical(dimension) = value.measured else { return UnitKind::Other };
    let powers =
        (dimension.length, dimension.mass, dimension.time, dimension.temperature + dimension.warmth, dimension.data);
    match powers {
        (1, 0, 0, 0, 0) => UnitKind::Length,
        (2, 0, 0, 0, 0) => UnitKind::Area,
        (3, 0, 0, 0, 0) => UnitKind::Volume,
        (0, 1, 0, 0, 0) => UnitKind::Mass,
        (0, 0, 1, 0, 0) => UnitKind::Time,
        (1, 0, -1, 0, 0) => UnitKind::Speed,
        (0, 0, 0, 1, 0) => UnitKind::Temperature,
        (0, 0, 0, 0, 1) => UnitKind::Data,
        _ => UnitKind::Other,
    }
}

/// The word of change and, where it is said, by how much.
struct Cue {
    direction: Direction,
    token: usize,
    by: Option<Spot>,
}

fn cue(text: &Text<'_>, one: &Spot, other: &Spot, before: Option<&Spot>, after: Option<&Spot>) -> Option<Cue> {
    let lead = one.first.checked_sub(1)?;
    let ahead = ahead(text, lead, before);
    let behind = behind(text, other, after);
    let restated = after.filter(|after| {
        let gap = other.end..after.first;
        after.kind == SpotKind::Percent && super::are(text, gap, &[",", "or"]) && closes(text, after.end)
    });
    match (ahead, behind) {
        // "fell from 8,000 to 6,000, or 25%."
        (Some(Cue { by: None, direction, token }), None) if restated.is_some() => {
            Some(Cue { direction, token, by: restated.copied() })
        }
        // "the new fare, from 40p to 50p, is an increase of 25%": what follows says by how much.
        (Some(cue), Some(behind)) if cue.by.is_none() && cue.direction == behind.direction => Some(behind),
        (Some(cue), _) => Some(cue),
        (None, behind) => behind,
    }
}

fn closes(text: &Text<'_>, at: usize) -> bool {
    matches!(text.lower(at), "." | "," | ";" | ")" | "")
}

/// A word of change before the figures, nearest first, in the same clause.
fn ahead(text: &Text<'_>, lead: usize, before: Option<&Spot>) -> Option<Cue> {
    for at in (lead.saturating_sub(REACH)..lead).rev() {
        let inside = before.filter(|spot| (spot.first..spot.end).contains(&at));
        if inside.is_some() {
            continue;
        }
        let word = text.lower(at);
        if breaks_clause(word) {
            return None;
        }
        let Some(direction) = direction_of(word).filter(|_| !COMPARATIVES.contains(&word)) else { continue };
        let by = before.copied().filter(|spot| {
            let reach = if text.lower(lead.wrapping_sub(1)) == "," { 7 } else { 3 };
            let near = spot.first > at && spot.first - at <= 4 && lead.saturating_sub(spot.end) <= reach;
            near && !text.lower(spot.first.saturating_sub(1)).eq("to")
                && !text.lower(spot.first.saturating_sub(1)).eq("from")
        });
        // A figure that is not the change stands between: it is that figure's word, not ours.
        if by.is_none() && before.is_some_and(|spot| spot.first > at) {
            return None;
        }
        return Some(Cue { direction, token: at, by });
    }
    None
}

/// ", a rise of 20%", ", up 20%", ", which is an increase of 20%" after the figures.
fn behind(text: &Text<'_>, other: &Spot, after: Option<&Spot>) -> Option<Cue> {
    let after = after?;
    if !matches!(text.lower(other.end), "," | "—" | "–" | "(") {
        return None;
    }
    let gap: Range<usize> = other.end + 1..after.first;
    if gap.len() > 6 {
        return None;
    }
    let (token, direction) = gap.clone().find_map(|at| Some((at, direction_of(text.lower(at))?)))?;
    let tail: Vec<&str> = (token + 1..after.first).map(|at| text.lower(at)).collect();
    let plain = tail.iter().all(|word| matches!(*word, "of" | "by" | "about" | "just" | "only" | "some"));
    let lead = (gap.start..token).all(|at| {
        matches!(
            text.lower(at),
            "a" | "an"
                | "is"
                | "was"
                | "which"
                | "that"
                | "this"
                | "representing"
                | "it"
                | "means"
                | ","
                | "the"
                | "or"
                | "overall"
                | "net"
                | "marking"
                | "for"
        )
    });
    (plain && lead).then_some(Cue { direction, token, by: Some(*after) })
}

pub(super) fn direction_of(word: &str) -> Option<Direction> {
    if UP.contains(&word) {
        Some(Direction::Up)
    } else if DOWN.contains(&word) {
        Some(Direction::Down)
    } else {
        None
    }
}

pub(super) fn breaks_clause(word: &str) -> bool {
    matches!(
        word,
        ";" | ":" | "while" | "but" | "whereas" | "although" | "though" | "as" | "when" | "(" | ")" | "\"" | "”" | "“"
    )
}

fn push(reading: &mut Reading<'_>, from: AnyQuantity, to: AnyQuantity, cue: &Cue) {
    let mut by = None;
    let mut difference = None;
    let mut span = from.at.span.to(to.at.span);
    let mut certainty = weaker(from.at.certainty, to.at.certainty);
    let unit = from.unit;
    if let Some(spot) = cue.by {
        let compatible = match spot.kind {
            SpotKind::Percent => {
                by = Some(spot.index);
                true
            }
            SpotKind::Points => unit == UnitKind::Percent,
            kind => quantity(reading, &spot, kind)
                .is_some_and(|by| by.unit == unit && by.value.measured == from.value.measured),
        };
        if !compatible {
            return;
        }
        if by.is_none()
            && let Some(quantity) = quantity(reading, &spot, spot.kind)
        {
            difference = Some(reading.facts.quantities.len() as u32);
            reading.facts.quantities.push(quantity);
        }
        span = span.to(spot.at.span);
        certainty = weaker(certainty, spot.at.certainty);
    }
    let cue_span = reading.text.span(cue.token, cue.token);
    let at = reading.at(span.to(cue_span), certainty);
    let next = reading.facts.quantities.len() as u32;
    reading.facts.quantities.push(from);
    reading.facts.quantities.push(to);
    reading.facts.changes.push(Change {
        at,
        from: Some(next),
        to: Some(next + 1),
        by,
        difference,
        direction: cue.direction,
        of: None,
        cue: cue_span,
    });
}
