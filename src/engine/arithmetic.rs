//! Interval arithmetic with kinds: what a sum, difference, product or quotient is a quantity of.

use super::compare::{day_number, on_one_scale, share_scale};
use super::term::{Term, What};
use crate::facts::date::DateRange;
use crate::facts::exact::Exact;
use crate::facts::interval::{End, Interval};
use crate::facts::quantity::{Dimension, Measured, Quantity, Unit};
use crate::language::rule::Operator;
use std::sync::{Arc, LazyLock};

/// Works out `left operator right`; absent where it means nothing.
pub fn work_out(operator: Operator, left: &Term<'_>, right: &Term<'_>) -> Term<'static> {
    let result = match (&left.what, &right.what) {
        (What::Quantity(a), What::Quantity(b)) => match operator {
            Operator::Plus => sum(a, b, false),
            Operator::Minus => sum(a, b, true),
            Operator::Times => product(a, b),
            Operator::Over => quotient(a, b),
        },
        (What::Date(a), What::Date(b)) if operator == Operator::Minus => Some(days_between(*b, *a)),
        (What::Date(date), What::Quantity(time)) if matches!(operator, Operator::Plus | Operator::Minus) => {
            let time = if operator == Operator::Minus { time.interval.negated() } else { time.interval };
            return shifted(*date, time).map_or(Term::ABSENT, |date| Term::new(What::Date(date)));
        }
        _ => None,
    };
    result.map_or(Term::ABSENT, Term::quantity)
}

/// The quantity with the other sign.
pub fn negated(quantity: &Quantity) -> Quantity {
    Quantity { interval: quantity.interval.negated(), ..quantity.clone() }
}

/// A sum or difference. A percentage less a percentage is in points; a temperature less a
/// temperature is a difference of temperatures.
pub(super) fn sum(a: &Quantity, b: &Quantity, minus: bool) -> Option<Quantity> {
    let unit = a.unit.clone().or_else(|| b.unit.clone());
    let join = |a: Interval, b: Interval| if minus { a.minus(b) } else { a.plus(b) };
    let measured = match (&a.measured, &b.measured) {
        (Measured::Percent, Measured::Percent) if minus => Measured::Points,
        (Measured::Percent, Measured::Points) => Measured::Percent,
        (Measured::Physical(first), Measured::Physical(second)) => {
            Measured::Physical(warmth_apart(*first, *second, minus)?)
        }
        (first, second) if first == second => first.clone(),
        _ => {
            let (first, second) = on_one_scale(a, b)?;
            let measured = if share_scale(&a.measured).is_some() { Measured::Share } else { a.measured.clone() };
            return Some(Quantity { interval: join(first, second), measured, unit });
        }
    };
    Some(Quantity { interval: join(a.interval, b.interval), measured, unit })
}

/// The dimension of a sum of two physical quantities.
fn warmth_apart(a: Dimension, b: Dimension, minus: bool) -> Option<Dimension> {
    let point = Dimension { temperature: 1, ..Dimension::default() };
    let apart = Dimension { warmth: 1, ..Dimension::default() };
    match (a == point, b == point) {
        (true, true) => minus.then_some(apart),
        (true, false) => (b == apart).then_some(point),
        (false, _) => (a == b).then_some(a),
    }
}

fn product(a: &Quantity, b: &Quantity) -> Option<Quantity> {
    // What is not a bare factor keeps its kind: 20% of £800 is an amount of money.
    let interval = match (share_scale(&a.measured), share_scale(&b.measured)) {
        (Some(first), Some(second)) => {
            let plain = a.measured == Measured::Number || b.measured == Measured::Number;
            let measured = if plain { Measured::Number } else { Measured::Share };
            let interval = a.interval.scaled(first).times(b.interval.scaled(second));
            return Some(Quantity::of(interval, measured));
        }
        (Some(scale), None) => a.interval.scaled(scale).times(b.interval),
        (None, Some(scale)) => a.interval.times(b.interval.scaled(scale)),
        (None, None) => a.interval.times(b.interval),
    };
    let keep = |q: &Quantity| Quantity { interval, measured: q.measured.clone(), unit: q.unit.clone() };
    match (share_scale(&a.measured), share_scale(&b.measured)) {
        (None, Some(_)) => Some(keep(a)),
        (Some(_), None) => Some(keep(b)),
        _ => {
            let dimension = joined(dimension(&a.measured)?, dimension(&b.measured)?, 1)?;
            Some(Quantity::of(interval, measured_of(dimension)))
        }
    }
}

fn quotient(a: &Quantity, b: &Quantity) -> Option<Quantity> {
    let interval = a.interval.over(b.interval);
    match (&a.measured, &b.measured) {
        (Measured::Number, Measured::Number) => return Some(Quantity::of(interval, Measured::Number)),
        (Measured::Percent, Measured::Number) => return Some(Quantity::of(interval, Measured::Percent)),
        // Two points more of five per cent are two fifths more.
        (Measured::Points, Measured::Percent) | (Measured::Percent, Measured::Points) => {
            return Some(Quantity::of(interval, Measured::Share));
        }
        (first, second) if first == second => return Some(Quantity::of(interval, Measured::Share)),
        _ => {}
    }
    match (share_scale(&a.measured), share_scale(&b.measured)) {
        (Some(first), Some(second)) => {
            let plain = a.measured == Measured::Number;
            let interval = a.interval.scaled(first).over(b.interval.scaled(second));
            Some(Quantity::of(interval, if plain { Measured::Number } else { Measured::Share }))
        }
        (None, Some(scale)) => Some(Quantity { interval: a.interval.over(b.interval.scaled(scale)), ..a.clone() }),
        (Some(scale), None) => {
            let dimension = joined(Dimension::default(), dimension(&b.measured)?, -1)?;
            Some(Quantity::of(a.interval.scaled(scale).over(b.interval), measured_of(dimension)))
        }
        (None, None) => {
            let dimension = joined(dimension(&a.measured)?, dimension(&b.measured)?, -1)?;
            Some(Quantity::of(interval, measured_of(dimension)))
        }
    }
}

fn dimension(measured: &Measured) -> Option<Dimension> {
    match measured {
        Measured::Time => Some(Dimension { time: 1, ..Dimension::default() }),
        // A point on a scale of temperature has no multiples.
        Measured::Physical(dimension) => (dimension.temperature == 0).then_some(*dimension),
        Measured::Number | Measured::Share | Measured::Percent | Measured::Points | Measured::Money(_) => None,
    }
}

fn measured_of(dimension: Dimension) -> Measured {
    if dimension == Dimension::default() {
        Measured::Number
    } else if dimension == (Dimension { time: 1, ..Dimension::default() }) {
        Measured::Time
    } else {
        Measured::Physical(dimension)
    }
}

fn joined(a: Dimension, b: Dimension, sign: i8) -> Option<Dimension> {
    // What does not convert is told apart by number, and numbers of things do not multiply.
    if a.other != 0 && b.other != 0 && !(a.other == b.other && sign < 0) {
        return None;
    }
    let add = |a: i8, b: i8| a.checked_add(b.checked_mul(sign)?);
    Some(Dimension {
        length: add(a.length, b.length)?,
        mass: add(a.mass, b.mass)?,
        time: add(a.time, b.time)?,
        temperature: add(a.temperature, b.temperature)?,
        warmth: add(a.warmth, b.warmth)?,
        current: add(a.current, b.current)?,
        data: add(a.data, b.data)?,
        angle: add(a.angle, b.angle)?,
        other: add(a.other, b.other)?,
    })
}

/// A year of the calendar's mean length, 146,097 days in 400 years.
pub static YEAR: LazyLock<Arc<Unit>> = LazyLock::new(|| unit_of_time("year", Exact::fraction(146_097, 400)));

/// A day.
pub static DAY: LazyLock<Arc<Unit>> = LazyLock::new(|| unit_of_time("day", Some(Exact::ONE)));

fn unit_of_time(name: &str, factor: Option<Exact>) -> Arc<Unit> {
    let dimension = Dimension { time: 1, ..Dimension::default() };
    Arc::new(Unit { name: name.into(), dimension, factor, offset: Exact::ZERO })
}

/// Days from one date to another.
pub fn days_between(from: DateRange, to: DateRange) -> Quantity {
    let days = |date: DateRange| Interval::closed(day_number(date.first), day_number(date.last));
    Quantity { interval: days(to).minus(days(from)), measured: Measured::Time, unit: Some(Arc::clone(&DAY)) }
}

/// Completed years from one date to another, as a length of time in whole mean years: an age of
/// 33 is exactly 33 such years.
pub fn years_between(from: DateRange, to: DateRange) -> Quantity {
    let least = completed_years(from.last, to.first, LeapDay::March);
    let most = completed_years(from.first, to.last, LeapDay::February);
    let years = Interval::closed(Exact::from(i64::from(least)), Exact::from(i64::from(most)));
    let interval = YEAR.factor.map_or(Interval::ALL, |days| years.scaled(days));
    Quantity { interval, measured: Measured::Time, unit: Some(Arc::clone(&YEAR)) }
}

/// When those born on 29 February come of age in common years; countries differ.
#[derive(Clone, Copy, PartialEq, Eq)]
enum LeapDay {
    February,
    March,
}

fn completed_years(from: jiff::civil::Date, to: jiff::civil::Date, leap: LeapDay) -> i32 {
    if to < from {
        let other = if leap == LeapDay::March { LeapDay::February } else { LeapDay::March };
        return -completed_years(to, from, other);
    }
    let leapling = leap == LeapDay::February && (from.month(), from.day()) == (2, 29) && !to.in_leap_year();
    let birthday = if leapling { (2, 28) } else { (from.month(), from.day()) };
    let years = i32::from(to.year()) - i32::from(from.year());
    if (to.month(), to.day()) < birthday { years - 1 } else { years }
}

fn shifted(date: DateRange, by: Interval) -> Option<DateRange> {
    let days = |end: End, up: bool| -> Option<i64> {
        let days = end.number()?;
        let whole = if up { days.negated().floor().checked_neg()? } else { days.floor() };
        i64::try_from(whole).ok().filter(|days| days.abs() < 4_000_000)
    };
    let first = date.first.checked_add(jiff::Span::new().try_days(days(by.low, false)?).ok()?).ok()?;
    let last = date.last.checked_add(jiff::Span::new().try_days(days(by.high, true)?).ok()?).ok()?;
    (first <= last).then_some(DateRange { first, last, precision: date.precision })
}
