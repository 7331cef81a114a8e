//! A speed beside the way and the time, and an area beside its two sides: "the 300 miles in two hours at an average speed
//! of 90mph", "100 metres by 50 metres, or 50,000 square metres".

use super::{Bounds, Reading, note};
use crate::facts::model::{Duration, Measure, only_of_sentence};
use crate::facts::names::{Certainty, Hedge};
use crate::facts::quantity::{Dimension, Measured};
use crate::text::lexicon::{self, VerbForms};
use crate::text::{Text, TokenKind};
use std::ops::Range;

/// The most tokens between a rate and what flows by it.
const LEAD: usize = 10;

/// Reads the sentences that tell a way, a time and a speed, or two sides and an area.
pub(super) fn read(reading: &mut Reading<'_>) {
    let mut from = 0;
    while let Some(first) = reading.facts.measures.get(from) {
        let sentence = first.at.sentence;
        let length = reading.facts.measures.iter().skip(from).take_while(|next| next.at.sentence == sentence).count();
        let measures = from..from + length;
        from += length;
        let found = match length {
            2 => speed(reading, measures.clone()).or_else(|| rate(reading, measures)),
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
    let time = only_duration(reading, way.at.sentence)?;
    if !(moves && far) {
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
    let bounds = Bounds::around(pace, (&speed.value, &speed.figure), (5, 6), (6, 5))?;
    Some(("speed", measures.start + 1, measures.start, bounds))
}

/// "At 30 litres a minute, the pump would empty 6,000 litres in 200 minutes", "… would take 200 minutes to empty 6,000
/// litres"
fn rate(reading: &Reading<'_>, measures: Range<usize>) -> Option<Found> {
    let text = reading.text;
    let (rate, amount) = (reading.facts.measures.get(measures.start)?, reading.facts.measures.get(measures.start + 1)?);
    let (per, whole) = (dimension(rate)?, dimension(amount)?);
    let flows = per.time == -1 && whole.time == 0 && Dimension { time: 0, ..*per } == *whole;
    let time = only_duration(reading, rate.at.sentence)?;
    let tokens = |span: crate::source::Span| text.token_from(span.start)..text.token_from(span.end);
    let (rate_at, amount_at, time_at) = (tokens(rate.at.span), tokens(amount.at.span), tokens(time.at.span));
    // "Pumping 30 litres a minute, …"
    let led = rate_at
        .start
        .checked_sub(1)
        .is_some_and(|at| text.lower(at) == "at" || lexicon::verb_form(text.lower(at)).has(VerbForms::GERUND));
    let joined = match time_at.start.checked_sub(amount_at.end) {
        Some(1) => matches!(text.lower(amount_at.end), "in" | "took" | "takes"),
        Some(2) => matches!(text.lower(amount_at.end), "would" | "will") && text.lower(amount_at.end + 1) == "take",
        Some(_) => false,
        // "take 20 minutes to empty the 6,000 litres"
        None => {
            let gap = time_at.end..amount_at.start;
            text.lower(gap.start) == "to"
                && gap.len() <= 5
                && gap.into_iter().all(|at| text.kind(at) == TokenKind::Word)
        }
    };
    let until = rate_at.end..amount_at.start.min(time_at.start);
    let plain =
        |at: usize| !matches!(text.lower(at), "and" | "but" | "then" | "another" | "more" | "first" | "last" | ";");
    let closed = text.kind(amount_at.end.max(time_at.end)) == TokenKind::Mark;
    if !(flows && led && joined && closed && until.len() <= LEAD && until.into_iter().all(plain)) {
        return None;
    }
    let pace = amount.value.interval.over(time.value.interval);
    let bounds = Bounds::around(pace, (&rate.value, &rate.figure), (5, 6), (6, 5))?;
    Some(("speed", measures.start, measures.start + 1, bounds))
}

/// The one length of time of a sentence, where it has no other.
fn only_duration<'r>(reading: &'r Reading<'_>, sentence: u32) -> Option<&'r Duration> {
    let time = only_of_sentence(&reading.facts.durations, sentence)?;
    (time.figure.hedge == Hedge::Exactly && time.per.is_none()).then_some(time)
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
