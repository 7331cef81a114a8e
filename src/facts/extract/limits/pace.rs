//! A speed beside the way and the time, and an area beside its two sides: "the 300 miles in two hours at an average speed
//! of 90mph", "100 metres by 50 metres, or 50,000 square metres".

use super::{Bounds, Reading, note};
use crate::facts::model::{Measure, only_of_sentence};
use crate::facts::names::{Certainty, Hedge};
use crate::facts::quantity::{Dimension, Measured};
use crate::text::Text;
use std::ops::Range;

/// Reads the sentences that tell a way, a time and a speed, or two sides and an area.
pub(super) fn read(reading: &mut Reading<'_>) {
    let mut from = 0;
    while let Some(first) = reading.facts.measures.get(from) {
        let sentence = first.at.sentence;
        let length = reading.facts.measures.iter().skip(from).take_while(|next| next.at.sentence == sentence).count();
        let measures = from..from + length;
        from += length;
        let found = match length {
            2 => speed(reading, measures),
            3 => area(reading, measures),
            _ => None,
        };
        if let Some((of, index, by, bounds)) = found
            && let Some(measure) = reading.facts.measures.get(index)
            && let Some(written) = measure.figure.written
        {
            let (figure, by) = ((written, measure.at.span), reading.facts.measures.get(by).map(|by| by.at.span));
            if let Some(by) = by {
                note(reading, of, figure, by, bounds);
            }
        }
    }
}

type Found = (&'static str, usize, usize, Bounds);

fn dimension(measure: &Measure) -> Option<&Dimension> {
    match &measure.value.measured {
        Measured::Physical(dimension) if is_plain(measure) => Some(dimension),
        _ => None,
    }
}

fn is_plain(measure: &Measure) -> bool {
    measure.figure.hedge == Hedge::Exactly && measure.at.certainty != Certainty::Weak
}

/// "covered 300 miles in two hours at an average speed of 90mph"
fn speed(reading: &Reading<'_>, measures: Range<usize>) -> Option<Found> {
    let text = reading.text;
    let (way, speed) = (reading.facts.measures.get(measures.start)?, reading.facts.measures.get(measures.start + 1)?);
    let (length, rate) = (dimension(way)?, dimension(speed)?);
    let (moves, far) = ((rate.length, rate.time) == (1, -1), (length.length, length.time) == (1, 0));
    let time = only_of_sentence(&reading.facts.durations, way.at.sentence)?;
    if !(moves && far && time.figure.hedge == Hedge::Exactly && time.per.is_none()) {
        return None;
    }
    let gap = text.token_from(way.at.span.end)..text.token_from(time.at.span.start);
    let lead = text.token_from(time.at.span.end)..text.token_from(speed.at.span.start);
    let inside = gap.len() == 1 && text.lower(gap.start) == "in";
    let averaged: Vec<&str> = lead.map(|at| text.lower(at)).collect();
    let averaged = matches!(
        averaged.as_slice(),
        [",", "averaging"]
            | ["at" | ",", "an", "average", "of"]
            | ["at" | ",", "an", "average" | "mean", "speed", "of"]
    );
    if !inside || !averaged {
        return None;
    }
    let pace = way.value.interval.over(time.value.interval);
    let bounds = Bounds::around(pace, (&speed.value, &speed.figure), (3, 4), (4, 3))?;
    Some(("speed", measures.start + 1, measures.start, bounds))
}

/// "100 metres by 50 metres, or 50,000 square metres"
fn area(reading: &Reading<'_>, measures: Range<usize>) -> Option<Found> {
    let text = reading.text;
    let of = |nth: usize| reading.facts.measures.get(measures.start + nth);
    let (one, two, area) = (of(0)?, of(1)?, of(2)?);
    let powers = [dimension(one)?.length, dimension(two)?.length, dimension(area)?.length];
    let flat = [one, two, area].iter().all(|one| dimension(one).is_some_and(|one| (one.mass, one.time) == (0, 0)));
    let by = text.token_from(one.at.span.end)..text.token_from(two.at.span.start);
    let sides = by.len() == 1 && matches!(text.lower(by.start), "by" | "x" | "×");
    if powers != [1, 1, 2]
        || !flat
        || !sides
        || !is_area(text, text.token_from(two.at.span.end)..text.token_from(area.at.span.start))
    {
        return None;
    }
    let product = one.value.interval.times(two.value.interval);
    // What is no rectangle has less.
    let bounds = Bounds::around(product, (&area.value, &area.figure), (2, 5), (23, 20))?;
    Some(("area", measures.start + 2, measures.start, bounds))
}

fn is_area(text: &Text<'_>, gap: Range<usize>) -> bool {
    let words: Vec<&str> = gap.map(|at| text.lower(at)).collect();
    matches!(
        words.as_slice(),
        ["," | "("]
            | [",", "or" | "covers" | "covering"]
            | [",", "or", "about" | "roughly"]
            | [",", "a", "total", "of"]
            | [",", "an", "area", "of"]
            | [",", "for", "a", "total", "of"]
    )
}
