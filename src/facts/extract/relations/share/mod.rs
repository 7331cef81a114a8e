//! Parts of a whole, with their share where it is told: "51 of 340 rooms", "51 of 340 rooms (15%)", "three of 42 cases,
//! a success rate of 7%", "of 340 rooms, 51 (15%)", "a third of the 90 staff, or 30 people".

mod apposed;
mod levy;
mod portion;
mod resumed;
mod told;

use super::change::{breaks_clause, quantity};
use super::rounding::share_fineness;
use super::{Reading, Spot, SpotKind, Spots, figure, weaker};
use crate::facts::exact::Exact;
use crate::facts::model::{AnyQuantity, Share};
use crate::facts::names::UnitKind;
use crate::facts::quantity::Quantity;
use crate::text::{Text, TokenKind};
use portion::{Portion, Whole};
use std::ops::Range;

pub(super) fn read(reading: &mut Reading<'_>, spots: &Spots) {
    let mut before = 0..0;
    for sentence in spots.by_sentence() {
        if let Some((portion, share)) = resumed::read(reading, spots, before, sentence.clone()) {
            push(reading, &portion, Some(&share));
        }
        before = sentence.clone();
        for index in sentence.clone() {
            let turned = told::first(reading, spots, index, sentence.end)
                .or_else(|| told::between(reading, spots, index, sentence.end));
            if let Some((portion, share)) = turned {
                push(reading, &portion, Some(&share));
            } else if let Some((portion, share)) = apposed::read(reading, spots, index, sentence.clone())
                && !is_told(reading, &share)
            {
                push(reading, &portion, Some(&share));
            } else if let Some((portion, share)) = levy::read(reading, spots, index, &sentence)
                && !is_told(reading, &share)
            {
                push(reading, &portion, Some(&share));
            }
            let Some(portion) = portion::portion(reading, spots, index, sentence.end) else { continue };
            let after = told::after(reading.text, spots, &portion, sentence.end);
            let share = after.or_else(|| told::before(reading.text, spots, &portion, index, sentence.start));
            let Some(share) = share else {
                // A loss "of £4m on sales of £3m" is no part of the sales.
                let past = past_them(reading.text, portion.part.end);
                let whom = super::are(reading.text, past..past + 2, &["of", "whom"]);
                let led = portion.part.kind == SpotKind::Number
                    && are_said(reading.text, past)
                    && is_told_of(reading.text, &portion);
                if portion.is_partitive() && reading.text.lower(past) != "on" || whom || led {
                    push(reading, &portion, None);
                }
                continue;
            };
            push(reading, &portion, Some(&share));
            if after.is_some() && holds(reading, &portion, &share) {
                others(reading, spots, portion, sentence.end);
            }
        }
    }
}

/// Whether the whole leads with more than "Of the 340 rooms,", which is read as a breakdown.
fn is_told_of(text: &Text<'_>, portion: &Portion) -> bool {
    let Whole::Spot(whole) = &portion.whole else { return false };
    let plain = whole.end + 1 == portion.part.first && super::breakdown::opens_of(text, whole);
    portion.is_led() && !plain
}

/// One past "of them": "Of the 340 rooms, 51 of them were".
fn past_them(text: &Text<'_>, at: usize) -> usize {
    let them = text.lower(at) == "of" && matches!(text.lower(at + 1), "them" | "those" | "these");
    at + 2 * usize::from(them)
}

/// "Of the 340 rooms, 51 were …": what is said of several.
fn are_said(text: &Text<'_>, at: usize) -> bool {
    super::breakdown::is_said(text, at) && !matches!(text.lower(at), "is" | "was" | "has")
}

/// Whether the share is one of those read last.
fn is_told(reading: &Reading<'_>, share: &Spot) -> bool {
    let index = Some(share.index);
    let last = reading.facts.shares.iter().rev().take(2);
    last.into_iter()
        .any(|known| if share.kind == SpotKind::Ratio { known.ratio == index } else { known.percent == index })
}

/// Whether the share follows from the two, so that they are surely part and whole.
fn holds(reading: &Reading<'_>, portion: &Portion, share: &Spot) -> bool {
    let Whole::Spot(whole) = &portion.whole else { return false };
    let value = |spot: &Spot| figure(reading, spot).map(|figure| figure.value);
    let (Some(part), Some(whole), Some(told)) = (value(&portion.part), value(whole), value(share)) else {
        return false;
    };
    share.kind == SpotKind::Percent && part.over(whole).scaled(Exact::whole(100)).meets(told)
}

/// Parts of the same whole that follow, each with its share.
fn others(reading: &mut Reading<'_>, spots: &Spots, mut portion: Portion, until: usize) {
    let mut next = portion.next + 1;
    while let Some((part, share)) = told::another(reading.text, spots, next, until) {
        portion = Portion { part, ..portion };
        push(reading, &portion, Some(&share));
        next += 2;
    }
}

fn push(reading: &mut Reading<'_>, portion: &Portion, share: Option<&Spot>) {
    let single = |spot: &Spot| figure(reading, spot).is_some_and(|figure| figure.written.is_some());
    if !single(&portion.part) || share.is_some_and(|share| share.kind == SpotKind::Percent && !single(share)) {
        return;
    }
    let mut certainty = portion.part.at.certainty;
    let (whole, span) = match &portion.whole {
        Whole::Spot(whole) => {
            certainty = weaker(certainty, whole.at.certainty);
            (quantity(reading, whole, whole.kind).filter(|_| single(whole)), whole.at.span)
        }
        Whole::Duration(index) => {
            let Some(duration) = reading.facts.durations.get(*index) else { return };
            let figure = duration.figure.clone();
            let value = Quantity::number(figure.value);
            (Some(AnyQuantity { at: duration.at, figure, value, unit: UnitKind::Count }), duration.at.span)
        }
    };
    let kind = if portion.part.kind == SpotKind::Number { SpotKind::Count } else { portion.part.kind };
    let part = match portion.part.kind {
        SpotKind::Number => quantity(reading, &portion.part, kind),
        _ => quantity(reading, &portion.part, portion.part.kind),
    };
    let (Some(mut part), Some(mut whole)) = (part, whole) else { return };
    share_fineness(&mut [&mut part, &mut whole]);
    // Of "51 of 340 rooms" the part is "51".
    if part.at.span.contains(span) {
        part.at.span = part.figure.span;
    }
    let mut told = portion.part.at.span.to(span);
    if let Some(share) = share {
        told = told.to(share.at.span);
        certainty = weaker(certainty, share.at.certainty);
    }
    let at = reading.at(told, certainty);
    let next = reading.facts.quantities.len() as u32;
    reading.facts.quantities.extend([part, whole]);
    let of_kind = |kind| share.filter(|share| share.kind == kind).map(|share| share.index);
    let (percent, ratio) = (of_kind(SpotKind::Percent), of_kind(SpotKind::Ratio));
    reading.facts.shares.push(Share { at, part: next, whole: next + 1, percent, ratio });
}

/// The words of a gap that say no more than whose share it is: "about half think that it can be done (48%)".
pub(super) fn is_plain(text: &Text<'_>, gap: Range<usize>) -> bool {
    gap.clone().all(|at| {
        let word = text.lower(at);
        match text.kind(at) {
            TokenKind::Word => !breaks_clause(word) && !matches!(word, "than" | "or" | "compared" | "from"),
            TokenKind::Possessive => true,
            TokenKind::Number => false,
            TokenKind::Mark => matches!(word, "-" | "‑" | "." | "’" | "'") && at + 1 != gap.end,
        }
    })
}
