//! One flow told by two periods: "£850m a year, or £2.3m a day".

use super::change::{breaks_clause, quantity};
use super::{Reading, Spot, SpotKind, Spots, figure, weaker};
use crate::facts::exact::Exact;
use crate::facts::extract::numeral;
use crate::facts::interval::Interval;
use crate::facts::model::Flow;
use crate::facts::names::{Certainty, Hedge};
use crate::facts::quantity::Measured;
use crate::facts::units;
use crate::text::{Text, TokenKind};
use std::ops::Range;

/// A period, and those in it: the fewest and the most.
type Long = (&'static str, &'static [(&'static str, i128, i128)]);

/// The periods, each with how many of those before it there can be in one: a working day has fewer hours.
const PERIODS: &[Long] = &[
    ("second", &[]),
    ("minute", &[("second", 60, 60)]),
    ("hour", &[("second", 3600, 3600), ("minute", 60, 60)]),
    ("day", &[("second", 20_000, 86_400), ("minute", 360, 1440), ("hour", 6, 24)]),
    ("week", &[("minute", 1500, 10_080), ("hour", 20, 168), ("day", 4, 7)]),
    ("month", &[("hour", 80, 744), ("day", 18, 31), ("week", 4, 5)]),
    (
        "year",
        &[("minute", 84_000, 527_040), ("hour", 1000, 8784), ("day", 180, 366), ("week", 36, 53), ("month", 10, 13)],
    ),
    ("decade", &[("month", 120, 120), ("year", 10, 10)]),
];

pub(super) fn read(reading: &mut Reading<'_>, spots: &Spots) {
    for sentence in spots.by_sentence() {
        for index in sentence.clone().skip(1) {
            flow(reading, spots, index);
        }
    }
}

fn flow(reading: &mut Reading<'_>, spots: &Spots, index: usize) {
    let text = reading.text;
    let (Some(one), Some(other)) = (index.checked_sub(1).and_then(|at| spots.get(at)), spots.get(index)) else {
        return;
    };
    let amounts = matches!(one.kind, SpotKind::Money | SpotKind::Count) && one.is_firm() && other.is_firm();
    let alike = one.kind == other.kind || one.kind == SpotKind::Count && other.kind == SpotKind::Number;
    if !amounts || !alike || other.first < one.end {
        return;
    }
    let Some((second, end)) = told(reading, other) else { return };
    let known = told(reading, one).or_else(|| yearly(text, spots, index - 1));
    let told = known.map(|(period, past)| (period, past, Exact::ONE));
    let told = told.or_else(|| lasting(text, one.end)).or_else(|| within(text, one, other.first));
    let Some((first, past, times)) = told else { return };
    // ", about $70,000 a month" says so by its hedge alone.
    let about = figure(reading, other).is_some_and(|figure| figure.hedge == Hedge::About);
    if !restates(text, past..other.first, about) || is_ranged(text, end) {
        return;
    }
    let several = times != Exact::ONE;
    let one_for_one = (several && first == second).then_some((true, Interval::exactly(Exact::ONE)));
    let Some((long, periods)) = one_for_one.or_else(|| between(first, second)) else { return };
    // "£12m over six months, or £2m a year"
    if several && !long {
        return;
    }
    let periods = periods.scaled(times);
    let (Some(a), Some(mut b)) = (quantity(reading, one, one.kind), quantity(reading, other, one.kind)) else { return };
    if is_named(&a.value.measured, &b.value.measured) {
        b.value.measured.clone_from(&a.value.measured);
    }
    let certainty = weaker(one.at.certainty, other.at.certainty);
    if a.value.measured != b.value.measured || certainty == Certainty::Weak {
        return;
    }
    let at = reading.at(text.span(one.first, end - 1), certainty);
    let next = reading.facts.quantities.len() as u32;
    reading.facts.quantities.extend([a, b]);
    let (long, short) = if long { (next, next + 1) } else { (next + 1, next) };
    reading.facts.flows.push(Flow { at, long, short, periods });
}

/// Whether an amount is told in the currency of the one before, by its name alone: "£850m …, or half a million pounds".
fn is_named(first: &Measured, second: &Measured) -> bool {
    let (Measured::Money(code), Measured::Money(name)) = (first, second) else { return false };
    match &**name {
        "pound" => &**code == "GBP",
        "dollar" => code.len() == 3 && code.ends_with('D'),
        _ => false,
    }
}

/// How far before a figure the word for its period may stand, in tokens.
const REACH: usize = 10;

/// "the annual salary is £29,510", "a monthly income of £1,265": the period of a bare figure, where a word before it names
/// one, and one past the figure.
fn yearly(text: &Text<'_>, spots: &Spots, index: usize) -> Option<(&'static str, usize)> {
    let spot = spots.get(index)?;
    let floor = index.checked_sub(1).and_then(|before| spots.get(before)).map_or(0, |before| before.end);
    let named = |at: &usize| match text.lower(*at) {
        "annual" | "yearly" => Some("year"),
        "monthly" => Some("month"),
        "weekly" => Some("week"),
        "hourly" => Some("hour"),
        _ => None,
    };
    let at = (spot.first.saturating_sub(REACH).max(floor)..spot.first).rev().find(|at| named(at).is_some())?;
    let pay = |at: usize| {
        matches!(
            text.lower(at),
            "salary"
                | "salaries"
                | "wage"
                | "wages"
                | "income"
                | "pay"
                | "rent"
                | "cost"
                | "costs"
                | "fee"
                | "pension"
                | "earnings"
        )
    };
    let plain = (at..spot.first).all(|at| text.kind(at) == TokenKind::Word) && (at..spot.first).any(pay);
    let leads = matches!(text.lower(spot.first.wrapping_sub(1)), "of" | "is" | "was" | "at" | "are" | "were");
    (plain && leads && spot.kind == SpotKind::Money).then(|| named(&at)).flatten().map(|period| (period, spot.end))
}

/// The period that a figure is told for, and one past its words.
fn told(reading: &Reading<'_>, spot: &Spot) -> Option<(&'static str, usize)> {
    let money = reading.facts.moneys.get(spot.index as usize).filter(|_| spot.kind == SpotKind::Money);
    match money.and_then(|money| money.per.as_deref()) {
        Some(per) => PERIODS.iter().find(|(period, _)| *period == per).map(|(period, _)| (*period, spot.end)),
        None => period(reading.text, spot.end),
    }
}

/// The period that stands at a token, and one past its words: "a year", "every single day".
fn period(text: &Text<'_>, at: usize) -> Option<(&'static str, usize)> {
    let lower = text.lower(at);
    let adverb = match lower {
        "annually" | "yearly" => Some("year"),
        "monthly" => Some("month"),
        "weekly" => Some("week"),
        "daily" => Some("day"),
        "hourly" => Some("hour"),
        _ => None,
    };
    if let Some(name) = adverb {
        return Some((name, at + 1));
    }
    // "3,650 cakes last year, an average of ten a day", "$10m over a decade".
    match (lower, text.lower(at + 1), text.lower(at + 2)) {
        ("last", "year", _) => return Some(("year", at + 2)),
        // "12,000 in a month", "$10m over a decade".
        ("over" | "in" | "within", "a" | "one", unit) => {
            let name = units::period(unit).map(|(name, _)| name)?;
            let name = PERIODS.iter().map(|(period, _)| *period).find(|period| *period == name)?;
            return Some((name, at + 3));
        }
        ("in", year, after) if text.kind(at + 1) == TokenKind::Number && year.len() == 4 && after == "," => {
            return Some(("year", at + 2));
        }
        _ => {}
    }
    if !matches!(lower, "a" | "an" | "per" | "each" | "every") {
        return None;
    }
    let at = at + 1 + usize::from(text.lower(at + 1) == "single");
    let (name, _) = units::period(text.lower(at))?;
    let name = PERIODS.iter().map(|(period, _)| *period).find(|period| *period == name)?;
    (text.lower(at + 1) != "for").then_some((name, at + 1))
}

/// "over five years", "over the next 10 weeks": the periods that an amount is spread over, one past their words, and how
/// many they are.
fn lasting(text: &Text<'_>, at: usize) -> Option<(&'static str, usize, Exact)> {
    matches!(text.lower(at), "over" | "across").then(|| spread(text, at)).flatten()
}

/// The periods after "over", "in the first".
fn spread(text: &Text<'_>, at: usize) -> Option<(&'static str, usize, Exact)> {
    let mut first = at + 1;
    while first < at + 4 && matches!(text.lower(first), "the" | "next" | "coming" | "past" | "last" | "a") {
        first += 1;
    }
    let number = numeral::read(text, first).filter(|number| number.first == first && number.value > Exact::ONE)?;
    // "a five-year span"
    let unit = number.end + usize::from(text.word(number.end) == "-");
    let (name, _) = units::period(text.lower(unit))?;
    let period = PERIODS.iter().map(|(period, _)| *period).find(|period| *period == name)?;
    let span = usize::from(unit > number.end && matches!(text.lower(unit + 1), "period" | "span" | "term"));
    (unit == number.end || span == 1).then_some((period, unit + 1 + span, number.value))
}

/// "sold 40 cars in five days, an average of eight a day": as [`lasting`], where an average is told.
fn within(text: &Text<'_>, one: &Spot, until: usize) -> Option<(&'static str, usize, Exact)> {
    let at = one.end;
    let lead = (at..at + 3)
        .take_while(|&at| text.kind(at) == TokenKind::Word)
        .find(|&at| matches!(text.lower(at), "in" | "during"));
    let averaged =
        until.checked_sub(2).is_some_and(|at| text.lower(at) == "average" || text.lower(at + 1) == "averaging");
    if !averaged {
        return None;
    }
    // "In five days it sold 40 cars, an average of eight a day"
    let start = text.sentences.get(one.at.sentence as usize)?.tokens.start;
    let opens = matches!(text.lower(start), "in" | "over" | "during");
    let first = || {
        let (period, past, times) = spread(text, start).filter(|_| opens)?;
        let near = past <= one.first && one.first - past <= 2 * REACH;
        let plain = near && (past..one.first).all(|at| text.kind(at) != TokenKind::Number);
        plain.then_some((period, at, times))
    };
    lead.map_or_else(first, |lead| spread(text, lead))
}

/// Words by which a flow is told again, and those of them that say so.
#[rustfmt::skip] // Words, a dozen a line.
const RESTATE: &[&str] = &[
    ",", "or", "(", "—", "–", "that", "is", "which", "the", "equivalent", "of", "to", "equal", "roughly", "an", "average",
    "about",
];
const SAYS_SO: &[&str] = &["or", "(", "equivalent", "equal", "is", "average"];

/// The most tokens that are said of the first: "£60 a week on food".
const SAID: usize = 5;

/// ", or", "— about", "(", " on food, or": the words between a flow and the same told again.
fn restates(text: &Text<'_>, gap: Range<usize>, about: bool) -> bool {
    let says = |gap: Range<usize>| {
        let about = about && gap.len() == 1 && text.kind(gap.start) == TokenKind::Mark;
        (1..=6).contains(&gap.len())
            && gap.clone().all(|at| RESTATE.contains(&text.lower(at)))
            && (about || gap.clone().any(|at| SAYS_SO.contains(&text.lower(at))))
    };
    let said = |at: usize| text.kind(at) == TokenKind::Word && !breaks_clause(text.lower(at));
    let mark = gap.clone().take(SAID + 1).find(|&at| matches!(text.word(at), "," | "(" | "—" | "–"));
    says(gap.clone()) || mark.is_some_and(|mark| (gap.start..mark).all(said) && says(mark..gap.end))
}

/// "for each worker", "in 2015": what a second flow may be told of.
fn is_ranged(text: &Text<'_>, end: usize) -> bool {
    matches!(
        text.lower(end),
        "for"
            | "per"
            | "in"
            | "during"
            | "from"
            | "if"
            | "by"
            | "after"
            | "before"
            | "when"
            | "on"
            | "more"
            | "less"
            | "at"
            | "until"
            | "to"
    )
}

/// Whether the first of two periods is the longer, and how many of the shorter it has.
pub(in super::super) fn between(first: &str, second: &str) -> Option<(bool, Interval)> {
    let in_one = |long: &str, short: &str| {
        let (_, shorter) = PERIODS.iter().find(|(period, _)| *period == long)?;
        let (_, low, high) = shorter.iter().find(|(period, _, _)| *period == short)?;
        Some(Interval::closed(Exact::whole(*low), Exact::whole(*high)))
    };
    match in_one(first, second) {
        Some(periods) => Some((true, periods)),
        None => in_one(second, first).map(|periods| (false, periods)),
    }
}
