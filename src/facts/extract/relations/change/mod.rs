//! Changes: "rose 20%, from 50 to 70 cars", "to 7% from 6%, an increase of 1%".

mod amount;
mod apart;
mod base;
mod compare;
mod ends;
mod gap;
pub(super) mod outset;
mod reached;
mod resumed;
mod words;

pub(super) use amount::{after, is_between};
pub(super) use apart::{has_own_footing, is_of_others};
pub(super) use ends::{Lead, ends, lead, pair};
pub(super) use words::{breaks_clause, direction_of};

use super::rounding::share_fineness;
use super::{Reading, Spot, SpotKind, Spots, figure, weaker};
use crate::facts::model::{AnyQuantity, Change};
use crate::facts::names::{Certainty, Direction, UnitKind};
use crate::facts::quantity::{Measured, Quantity};
use crate::text::Text;
use amount::Amount;
use words::is_paced;

pub(super) fn read(reading: &mut Reading<'_>, spots: &Spots) {
    let text = reading.text;
    let mut before = 0..0;
    let mut earlier = 0..0;
    for sentence in spots.by_sentence() {
        let first = reading.facts.changes.len();
        if let Some((from, to, amount)) = resumed::read(reading, spots, before.clone(), sentence.clone()) {
            let [first, second] = [from, to].map(|spot| quantity(reading, &spot, spot.kind));
            note(reading, (Some(&from), first), (Some(&to), second), amount);
        }
        if let Some((change, by)) = resumed::named(reading, spots, &sentence, earlier)
            && let Some(change) = reading.facts.changes.get(change).cloned()
        {
            reading.facts.changes.push(Change { by: Some(by.index), ..change });
        }
        before = sentence.clone();
        let floor = spots.get(sentence.start).and_then(|spot| text.sentences.get(spot.at.sentence as usize));
        let floor = floor.map_or(0, |sentence| sentence.tokens.start);
        let mut told = Vec::new();
        for index in sentence.clone() {
            let Some(pair) = pair(reading, spots, index, sentence.end) else { continue };
            let said = amount::before(text, spots, sentence.start, pair.lead);
            if said.is_known() && spots.get(pair.last()).is_some_and(|last| is_one_of_two(text, last)) {
                continue;
            }
            let end = spots.get(pair.last()).map_or(usize::MAX, |last| last.end);
            let after = amount::after(text, spots, end, sentence.end);
            let last = spots.get(pair.last());
            let others = |said: &Amount| {
                let first = said.spots().map(|spot| spot.end).max();
                first.zip(last).is_some_and(|(from, last)| apart::is_of_others(reading, from..pair.lead, last))
            };
            let said = if others(&said) { Amount::default() } else { said };
            let amount = if said.is_known() { said.or(after) } else { after };
            told.extend(amount.by.map(|by| by.index));
            let inside = said.spots().next();
            let way = said.way.or_else(|| amount::verb(text, floor, pair.lead, inside.as_ref())).or(amount.way);
            let (Some(from), Some(to)) = (spots.get(pair.from), spots.get(pair.to)) else { continue };
            let apart = said.is_known() && to.end <= from.first && base::is_of_another_time(text, to, from);
            push(reading, Some(from).filter(|_| !apart), Some(to), Amount { way, ..amount });
        }
        if told.is_empty()
            && let Some((from, to, amount)) =
                dated(reading, spots, sentence.clone()).or_else(|| untaxed(reading, spots, sentence.clone()))
        {
            told.extend(amount.by.map(|by| by.index));
            push(reading, Some(&from), Some(&to), amount);
        }
        for index in sentence.clone() {
            if let Some(compared) = compare::read(reading, spots, index, sentence.clone()) {
                told.extend(compared.amount.by.map(|by| by.index));
                push(reading, Some(&compared.from), Some(&compared.to), compared.amount);
            }
            if let Some((one, other, apart)) = gap::read(reading, spots, index, &sentence) {
                push(reading, Some(&one), Some(&other), apart);
            }
        }
        for index in sentence.clone() {
            if spots.get(index).is_some_and(|by| by.kind != SpotKind::Percent || !told.contains(&by.index))
                && let Some((from, to, amount)) = outset::read(reading, spots, index, &sentence)
            {
                told.extend(amount.by.map(|by| by.index));
                push(reading, Some(&from), Some(&to), amount);
            }
        }
        for index in sentence.clone() {
            if spots.get(index).is_some_and(|spot| spot.kind == SpotKind::Percent && !told.contains(&spot.index)) {
                match reached::read(reading, spots, index, &sentence) {
                    Some((to, amount)) => push(reading, None, Some(&to), amount),
                    None => alone(reading, spots, index, sentence.end),
                }
            }
        }
        earlier = first..reading.facts.changes.len();
    }
}

/// "rose by half, from 10 to 12 in the north and from 20 to 40 in the south": what is said before is of both.
fn is_one_of_two(text: &Text<'_>, last: &Spot) -> bool {
    let near = (last.end..last.end + SECOND).take_while(|&at| !matches!(text.lower(at), "." | ";" | ""));
    let own = matches!(text.lower(last.end), "including" | "excluding");
    let mut near = near.skip_while(|&at| text.lower(at) != "and");
    own || near.next().is_some_and(|and| text.lower(and + 1) == "from")
}

/// How far after a change a second one may stand, in tokens.
const SECOND: usize = 12;

/// "£1,102 in January 2000 and £3,875 in January 2020 — a 252% increase": two figures of two times, and no third.
fn dated(reading: &Reading<'_>, spots: &Spots, sentence: std::ops::Range<usize>) -> Option<(Spot, Spot, Amount)> {
    let text = reading.text;
    let percent = sentence.clone().find(|&at| spots.get(at).is_some_and(|spot| spot.kind == SpotKind::Percent))?;
    let (one, other) = (*spots.get(percent.checked_sub(2)?)?, *spots.get(percent.checked_sub(1)?)?);
    let two = percent - sentence.start == 2 && one.end <= other.first && ends(reading, &one, &other).is_some();
    // Each with its time right after it, or after the noun.
    let timed = |spot: &Spot| {
        let from = text.token(spot.end).map_or(u32::MAX, |token| token.span.start);
        let date = reading.facts.dates.partition_point(|date| date.at.span.start < from);
        let near = reading.facts.dates.get(date).map(|date| text.token_from(date.at.span.start));
        near.is_some_and(|near| {
            near <= spot.end + 4 && (spot.end..near).all(|at| text.kind(at) == crate::text::TokenKind::Word)
        })
    };
    if !two || !timed(&one) || !timed(&other) {
        return None;
    }
    let amount = after(text, spots, other.end, percent + 1);
    let by = amount.by.filter(|_| amount.way.is_some())?;
    Some((one, other, Amount { by: Some(by), ..amount }))
}

/// "The lathe was £2,400; with 20% VAT gone it is £2,000, a 20% cut": the two prices of a sentence about a tax, and by
/// how much the second is lower.
fn untaxed(reading: &Reading<'_>, spots: &Spots, sentence: std::ops::Range<usize>) -> Option<(Spot, Spot, Amount)> {
    let text = reading.text;
    let last = sentence.end.checked_sub(1)?;
    let by = spots.get(last).filter(|by| by.kind == SpotKind::Percent)?;
    let to = *spots.get(last.checked_sub(1)?).filter(|to| to.kind == SpotKind::Money && to.is_firm())?;
    let mut moneys =
        (sentence.start..last - 1).filter_map(|at| spots.get(at)).filter(|spot| spot.kind == SpotKind::Money);
    let from = *moneys.next().filter(|from| from.is_firm() && moneys.next().is_none())?;
    let words = text.sentences.get(from.at.sentence as usize)?.tokens.clone();
    let taxed = words.clone().any(|at| matches!(text.lower(at), "vat" | "tax" | "duty" | "levy"));
    // "a 20% cut in the tax" is of another thing, and so are prices that are not of one thing at two times.
    let closes = |at: usize| matches!(text.lower(at), "." | "," | ";" | ")" | "");
    let whole = closes(by.end)
        || direction_of(text.lower(by.end)).is_some() && closes(by.end + 1)
        || matches!(text.lower(by.end), "saving" | "discount") && closes(by.end + 1);
    let apart = (from.end..to.first).any(|at| matches!(text.lower(at), "and" | "of" | "plus" | "than" | "or"));
    if !taxed || !whole || apart {
        return None;
    }
    let (first, second) = ends(reading, &from, &to)?;
    let lower = second.figure.value.surely_below(first.figure.value);
    let gap = to.end..by.first;
    let said = matches!(text.lower(gap.start), "," | "—" | "–") && gap.len() <= 5;
    let cue = gap.clone().chain([by.end]).find(|&at| {
        matches!(text.lower(at), "saving" | "discount") || direction_of(text.lower(at)) == Some(Direction::Down)
    })?;
    let amount = Amount { by: Some(*by), way: Some((cue, Direction::Down)), ..Amount::default() };
    (lower && said).then_some((from, to, amount))
}

/// "fell 12%", with where it leads to if that is said next: no more is known of the change.
fn alone(reading: &mut Reading<'_>, spots: &Spots, index: usize, until: usize) {
    let text = reading.text;
    let Some(spot) = spots.get(index) else { return };
    if is_paced(text.lower(spot.end), text.lower(spot.end + 1)) {
        return;
    }
    let Some(way) = amount::beside(text, spot) else { return };
    let end = spots.get(index + 1).filter(|end| index + 1 < until && end.first > spot.end);
    let near = end.and_then(|end| lead(text, end)).filter(|(_, at)| *at == spot.end);
    let amount = Amount { by: Some(*spot), way: Some(way), ..Amount::default() };
    match near {
        Some((Lead::To, _)) => push(reading, None, end, amount),
        Some((Lead::From, _)) => push(reading, end, None, amount),
        Some((Lead::At, _)) | None => push(reading, None, None, amount),
    }
}

pub(super) fn quantity(reading: &Reading<'_>, spot: &Spot, kind: SpotKind) -> Option<AnyQuantity> {
    let figure = figure(reading, spot)?.clone();
    let at = spot.index as usize;
    let (value, unit) = match kind {
        SpotKind::Number | SpotKind::Count => (Quantity::number(figure.value), UnitKind::Count),
        SpotKind::Percent => (Quantity::of(figure.value, Measured::Percent), UnitKind::Percent),
        SpotKind::Points => (reading.facts.points.get(at)?.value.clone(), UnitKind::Points),
        SpotKind::Ratio => (Quantity::of(figure.value, Measured::Share), UnitKind::Other),
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

/// A difference in the unit of the end: index points are counted as the index itself, points of a share as
/// percentage points.
pub(super) fn in_unit_of(end: &AnyQuantity, difference: AnyQuantity, points: bool) -> Option<AnyQuantity> {
    match (difference.unit, end.unit) {
        (UnitKind::Points, UnitKind::Percent) => Some(difference),
        (UnitKind::Count, UnitKind::Percent) if points => {
            let value = Quantity::of(difference.figure.value, Measured::Points);
            Some(AnyQuantity { value, unit: UnitKind::Points, ..difference })
        }
        (UnitKind::Points, UnitKind::Count) => {
            let value = Quantity::of(difference.figure.value, Measured::Number);
            Some(AnyQuantity { value, unit: UnitKind::Count, ..difference })
        }
        (one, other) => (one == other && difference.value.measured == end.value.measured).then_some(difference),
    }
}

/// Whether the figure counts points: those of an index, or of a share.
pub(super) fn counts_points(reading: &Reading<'_>, spot: &Spot) -> bool {
    let noun = (spot.kind == SpotKind::Count).then(|| reading.facts.counts.get(spot.index as usize)).flatten();
    noun.is_some_and(|count| &*count.noun.key == "point")
}

/// Notes a change, as far as it is known.
fn push(reading: &mut Reading<'_>, from: Option<&Spot>, to: Option<&Spot>, amount: Amount) {
    let both = from.zip(to).and_then(|(from, to)| ends(reading, from, to));
    // "12%, with boats up from 4,000" are no two ends.
    let from = from.filter(|_| to.is_none() || both.is_some());
    let (first, second) = match both {
        Some((first, second)) => (Some(first), Some(second)),
        None => {
            (from.and_then(|from| quantity(reading, from, from.kind)), to.and_then(|to| quantity(reading, to, to.kind)))
        }
    };
    note(reading, (from, first), (to, second), amount);
}

/// An end of a change, with what it is worth.
type End<'s> = (Option<&'s Spot>, Option<AnyQuantity>);

/// Notes a change between two ends that are surely of one thing.
fn note(reading: &mut Reading<'_>, (from, first): End<'_>, (to, second): End<'_>, amount: Amount) {
    let difference = amount.difference.zip(first.as_ref().or(second.as_ref())).and_then(|(spot, end)| {
        let kind =
            if spot.kind == SpotKind::Number && end.unit == UnitKind::Count { SpotKind::Count } else { spot.kind };
        in_unit_of(end, quantity(reading, &spot, kind)?, counts_points(reading, &spot))
    });
    let (mut first, mut second, mut difference) = (first, second, difference);
    let mut figures: Vec<_> = [&mut first, &mut second, &mut difference].into_iter().flatten().collect();
    share_fineness(&mut figures);
    let amount = Amount { difference: amount.difference.filter(|_| difference.is_some()), ..amount };
    if amount.way.is_none() && !amount.is_known() {
        return;
    }
    let (mut span, mut certainty) = (None, Certainty::Sure);
    for spot in from.into_iter().chain(to).copied().chain(amount.spots()) {
        span = Some(span.map_or(spot.at.span, |span: crate::source::Span| span.to(spot.at.span)));
        certainty = weaker(certainty, spot.at.certainty);
    }
    let Some(span) = span else { return };
    let cue = amount.way.map(|(at, _)| reading.text.span(at, at));
    let at = reading.at(cue.map_or(span, |cue| span.to(cue)), certainty);
    let mut store = |quantity: Option<AnyQuantity>| {
        let index = reading.facts.quantities.len() as u32;
        quantity.map(|quantity| {
            reading.facts.quantities.push(quantity);
            index
        })
    };
    let (from, to, difference) = (store(first), store(second), store(difference));
    reading.facts.changes.push(Change {
        at,
        from,
        to,
        by: amount.by.map(|spot| spot.index),
        part: amount.part.map(|spot| spot.index),
        difference,
        direction: amount.way.map(|(_, direction)| direction),
        of: None,
        cue,
    });
}
