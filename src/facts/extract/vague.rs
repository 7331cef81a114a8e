//! Figures without a number: "dozens", "tens of thousands", "several hundred", "a couple of".

use super::figure::{Drawn, Numbers, state};
use super::lexemes::{Lexeme, lexeme};
use super::side::Tail;
use super::{Reading, count, currency, hedge, measure, percent};
use crate::facts::exact::Exact;
use crate::facts::interval::Interval;
use crate::facts::model::Style;
use crate::facts::names::{Certainty, Hedge};
use crate::facts::units;
use crate::facts::wording::Wording;
use crate::text::Text;

/// Words that may begin a vague figure, or end its first part.
pub(super) static WORDS: &[&str] = &[
    "tens",
    "dozens",
    "scores",
    "hundreds",
    "thousands",
    "millions",
    "billions",
    "trillions",
    "several",
    "few",
    "couple",
    "handful",
    "many",
    "grand",
];

/// What a plural scale word can mean, as multiples of it, and the word's size.
fn plural(lower: &str) -> Option<i128> {
    Some(match lower {
        "tens" => 10,
        "dozens" => 12,
        "scores" => 20,
        "hundreds" => 100,
        "thousands" => 1_000,
        "millions" => 1_000_000,
        "billions" => 1_000_000_000,
        "trillions" => 1_000_000_000_000,
        _ => return None,
    })
}

/// What a vague word can mean alone.
fn alone(size: i128) -> Interval {
    let (low, high) = match size {
        10 => (20, 99),
        12 => (24, 99),
        20 => (40, 199),
        100 => (200, 999),
        _ => (2 * size, 1_000 * size - 1),
    };
    Interval::closed(Exact::whole(low), Exact::whole(high))
}

/// Reads a vague figure whose word is the token `at`; gives the token to go on with.
pub(super) fn read(reading: &mut Reading<'_>, at: usize, floor: usize) -> Option<usize> {
    let text = reading.text;
    let lower = text.lower(at);
    if lower == "grand" {
        return a_grand(reading, at, floor);
    }
    let (interval, first, end) = if let Some(size) = plural(lower) {
        scale_words(text, at, size)?
    } else {
        few(text, at, floor, &reading.wording)?
    };
    let hedged = hedge::before(text, first, floor).filter(|hedged| hedged.hedge != Hedge::Exactly);
    let between = powers(text, at, end).filter(|_| hedged.is_none_or(|hedged| hedged.hedge == Hedge::About));
    let mut drawn = Drawn {
        first: hedged.map_or(first, |hedged| hedged.first),
        end,
        span: text.span(first, end - 1),
        numbers: Numbers::Vague(widened(interval, hedged.map(|hedged| hedged.hedge)), between),
        hedge: Hedge::Dozens,
        hedge_span: Some(text.span(first, end - 1)),
        style: Style { words: true, ..Style::default() },
        rough: false,
        certainty: Certainty::Sure,
    };
    // "tens of millions of dollars", "hundreds of miles", "several million pounds".
    let of = usize::from(text.lower(end) == "of");
    let next = end + of;
    if let Some((currency, past)) = currency::after(text, next, true) {
        drawn.end = past;
        return Some(state(reading, drawn, &Tail::Money(currency), past, floor));
    }
    if units::period(text.lower(next)).is_some() {
        return Some(next + 1);
    }
    if of == 0
        && let Some((percentage, past)) = percent::read(text, next)
    {
        drawn.end = past;
        return Some(state(reading, drawn, &Tail::Percentage(percentage), past, floor));
    }
    let numeral = super::numeral::Numeral {
        first,
        end,
        span: drawn.span,
        value: Exact::whole(20),
        style: drawn.style,
        fraction: false,
        certainty: Certainty::Sure,
    };
    if let Some(measured) = measure::read(text, next, &numeral) {
        drawn.end = measured.end;
        let past = measured.end;
        return Some(state(reading, drawn, &Tail::Unit(measured), past, floor));
    }
    // Without a noun it says nothing that could be compared.
    count::after(text, end, false)?;
    Some(state(reading, drawn, &Tail::Bare, end, floor))
}

/// "it cost a grand": a thousand of whatever currency.
fn a_grand(reading: &mut Reading<'_>, at: usize, floor: usize) -> Option<usize> {
    let text = reading.text;
    let first = at.checked_sub(1).filter(|&first| first >= floor && text.lower(first) == "a")?;
    // "a grand, old house".
    let end = currency::grand(text, at).filter(|&end| text.word(end) != ",")?;
    let drawn = Drawn {
        first,
        end,
        span: text.span(first, at),
        numbers: Numbers::One(Exact::whole(1_000)),
        hedge: Hedge::Exactly,
        hedge_span: None,
        style: Style { words: true, ..Style::default() },
        rough: true,
        certainty: Certainty::Weak,
    };
    Some(state(reading, drawn, &Tail::Money(currency::Currency::whole("")), end, floor))
}

/// "dozens", "tens of thousands", "hundreds of millions".
fn scale_words(text: &Text<'_>, at: usize, size: i128) -> Option<(Interval, usize, usize)> {
    let mut interval = alone(size);
    let mut end = at + 1;
    if text.lower(at + 1) == "of"
        && let Some(more) = plural(text.lower(at + 2)).filter(|&more| more >= 1_000)
    {
        interval = interval.scaled(Exact::whole(more));
        end = at + 3;
    }
    let of = text.lower(end) == "of";
    // "scores" are results and "tens" nothing without "of".
    if matches!(size, 10 | 20) && !of && end == at + 1 {
        return None;
    }
    Some((interval, at, end))
}

/// The two powers of ten that "hundreds" and "tens of thousands", which `at..end` are, lie between: another
/// word would stand there from the second on.
fn powers(text: &Text<'_>, at: usize, end: usize) -> Option<(Exact, Exact)> {
    let (low, high) = match plural(text.lower(at))? {
        size @ (10 | 100) => (size, size * 10),
        size if size >= 1_000 => (size, size * 1_000),
        _ => return None,
    };
    let scale = if end > at + 1 { plural(text.lower(end - 1))? } else { 1 };
    Some((Exact::whole(low.checked_mul(scale)?), Exact::whole(high.checked_mul(scale)?)))
}

/// "several hundred", "a few", "a couple of thousand", "a handful of".
fn few(text: &Text<'_>, at: usize, floor: usize, wording: &Wording) -> Option<(Interval, usize, usize)> {
    let article = at > floor && matches!(text.lower(at - 1), "a" | "the");
    let (low, high) = match text.lower(at) {
        "several" => wording.several,
        "few" | "couple" | "handful" if !article => return None,
        "couple" => (2, 2),
        "few" | "handful" | "many" => wording.few,
        _ => return None,
    };
    let first = if article { at - 1 } else { at };
    let of = text.lower(at + 1) == "of";
    let next = if of { at + 2 } else { at + 1 };
    let size = |at: usize| match lexeme(text.lower(at)) {
        Some(Lexeme::Hundred) => Some(100),
        Some(Lexeme::Dozen) => Some(12),
        Some(Lexeme::Scale(power)) => 10_i128.checked_pow(u32::from(power)),
        _ => None,
    };
    let mut scale = size(next);
    let mut last = next;
    // "several hundred thousand", "a few hundred million"
    if let Some((one, more)) = scale.zip(size(next + 1).filter(|&more| more >= 1_000)) {
        scale = one.checked_mul(more);
        last = next + 1;
    }
    let interval = |low: i128, high: i128| Interval::closed(Exact::whole(low), Exact::whole(high));
    if let Some(scale) = scale {
        // "several hundred" goes up to where thousands begin.
        let high = if text.lower(at) == "couple" { scale * 5 / 2 } else { scale * 10 - 1 };
        let low = if text.lower(at) == "couple" { scale * 3 / 2 } else { low * scale };
        return Some((interval(low, high), first, last + 1));
    }
    let needs_of = matches!(text.lower(at), "couple" | "handful");
    if needs_of != of || matches!(text.lower(at), "many") || text.lower(at - usize::from(article)) == "the" {
        return None;
    }
    Some((interval(low, high), first, at + 1))
}

/// "more than a dozen", "up to several hundred": the bound goes with the word.
fn widened(interval: Interval, hedge: Option<Hedge>) -> Interval {
    use crate::facts::interval::End;
    match hedge {
        Some(Hedge::Over | Hedge::AtLeast) => Interval { high: End::Unbounded, ..interval },
        Some(Hedge::Under | Hedge::AtMost | Hedge::Nearly) => Interval { low: End::Closed(Exact::ZERO), ..interval },
        Some(Hedge::About | Hedge::Exactly | Hedge::Range | Hedge::Dozens) | None => interval,
    }
}
