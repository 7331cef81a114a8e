//! Amounts as facts: money with what it is paid for, and physical quantities.

use super::currency::Currency;
use super::figure::{Drawn, span};
use super::meaning::Grain;
use super::{Reading, count, measure as unit, rate, warmth};
use crate::facts::exact::Exact;
use crate::facts::interval::Interval;
use crate::facts::model::{Measure, Money};
use crate::facts::names::Certainty;
use crate::facts::quantity::{Dimension, Measured, Quantity, Unit};
use crate::facts::units;
use crate::text::lexicon::{self, Classes};
use crate::text::{Text, TokenKind};
use std::sync::Arc;

/// States a sum of money; gives one past its last token.
pub(super) fn money(reading: &mut Reading<'_>, mut drawn: Drawn, currency: Currency) -> usize {
    let text = reading.text;
    let per = rate::of(text, drawn.end);
    if let Some((_, end)) = &per {
        drawn.end = *end;
    }
    let at = reading.at(span(reading, &drawn), drawn.certainty);
    let figure = drawn.figure(Grain::Money, &reading.wording);
    let (interval, unit) = match currency.cent {
        None => (figure.value, None),
        Some(cent) => {
            let hundredth = Exact::fraction(1, 100);
            let unit =
                Unit { name: cent.into(), dimension: Dimension::default(), factor: hundredth, offset: Exact::ZERO };
            (figure.value.scaled(hundredth.unwrap_or_default()), Some(Arc::new(unit)))
        }
    };
    let value = Quantity { interval, measured: Measured::Money(currency.key.into()), unit };
    let per = per.map(|(noun, _)| noun).or_else(|| after_bracket(text, drawn.end));
    reading.facts.moneys.push(Money { at, figure, value, currency: currency.key.into(), per, event: None });
    drawn.end
}

/// "$6 (£4) per share", "(£4) per share": what is paid for stands after the sum in another currency.
fn after_bracket(text: &Text<'_>, at: usize) -> Option<Box<str>> {
    let from = if text.word(at) == "(" { at + 1 } else { at };
    let close = (from..from + 6).find(|&close| text.word(close) == ")")?;
    let sum = from == at || (from..close).any(|at| text.kind(at) == TokenKind::Number);
    let bracketed = sum && (from > at || close == at);
    bracketed.then(|| rate::per(text, close + 1)).flatten().map(|(noun, _)| noun)
}

/// States a physical quantity; gives one past its last token.
pub(super) fn measure(reading: &mut Reading<'_>, mut drawn: Drawn, measured: &unit::Measured, floor: usize) -> usize {
    let text = reading.text;
    let mut unit = Arc::clone(&measured.unit);
    let of = (text.lower(drawn.end) == "of").then(|| count::measured(text, drawn.end + 1)).flatten();
    // "2 million barrels of oil a day": the rate stands after what is measured.
    if let Some(of) = &of {
        let end = text.token_from(of.span.end.saturating_sub(1)) + 1;
        // "tons of zinc ore a year".
        let end = (end..end + 3).find(|&end| !lexicon::classes(text.lower(end)).has(Classes::NOUN)).unwrap_or(end);
        let (rate, past) = unit::rate(text, Arc::clone(&unit), end);
        if past > end {
            (unit, drawn.end) = (rate, past);
        }
    }
    if unit.dimension.temperature != 0 && warmth::is_difference(text, drawn.first, drawn.end, floor) {
        unit = units::difference(&unit);
    }
    let figure = drawn.figure(Grain::Measure, &reading.wording);
    let interval = match unit.factor {
        Some(factor) => figure.value.scaled(factor).plus(Interval::exactly(unit.offset)),
        None => figure.value,
    };
    let value = Quantity { interval, measured: Measured::Physical(unit.dimension), unit: Some(Arc::clone(&unit)) };
    let certainty = if &*unit.name == "degree" { drawn.certainty.max(Certainty::Likely) } else { drawn.certainty };
    let at = reading.at(span(reading, &drawn), certainty);
    reading.facts.measures.push(Measure { at, figure, value, unit, unit_span: measured.span, of, event: None });
    drawn.end
}
