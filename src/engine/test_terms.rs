//! Terms written down for tests.

use super::term::{Term, What};
use crate::facts::date::DateRange;
use crate::facts::exact::Exact;
use crate::facts::interval::{End, Interval};
use crate::facts::names::{Hedge, Role};
use crate::facts::quantity::{Dimension, Measured, Quantity, Unit};
use crate::facts::value::{Thing, ThingKind};
use std::borrow::Cow;
use std::sync::Arc;

/// Reads `150`, `[3, 9]`, `(150, ∞)` with a unit: `%`, `pp`, `share`, `GBP`, `days`, `km`.
pub(super) fn term(written: &str) -> Term<'static> {
    match written {
        "absent" => return Term::ABSENT,
        "yes" | "no" => return Term::new(What::YesNo(written == "yes")),
        "about" => return Term::new(What::Named(Hedge::About.named())),
        "over" => return Term::new(What::Named(Hedge::Over.named())),
        "of" => return Term::new(What::Named(Role::Of.named())),
        _ => {}
    }
    if let Some(text) = written.strip_prefix('“') {
        return Term::new(What::Text(Cow::Owned(text.trim_end_matches('”').to_owned())));
    }
    if let Some(noun) = written.strip_prefix("noun ") {
        return thing(ThingKind::Noun, noun, false);
    }
    if let Some(name) = written.strip_prefix("name? ") {
        return thing(ThingKind::Name, name, true);
    }
    if let Some(name) = written.strip_prefix("name ") {
        return thing(ThingKind::Name, name, false);
    }
    if let Some(list) = written.strip_prefix('{') {
        return Term::set(list.trim_end_matches('}').split("; ").filter(|item| !item.is_empty()).map(term).collect());
    }
    if let Some(date) = date(written) {
        return Term::new(What::Date(date));
    }
    let (interval, unit) = if let Some(end) = written.find([']', ')']) {
        let (ends, unit) = written.split_at(end + 1);
        (interval(ends), unit.trim())
    } else {
        let end = written.find(|c: char| !c.is_ascii_digit() && c != '.' && c != '-').unwrap_or(written.len());
        let (digits, unit) = written.split_at(end);
        (Interval::exactly(Exact::parse(digits).unwrap()), unit.trim())
    };
    let sizeless = Unit { name: "cup".into(), dimension: Dimension::default(), factor: None, offset: Exact::ZERO };
    let length = Dimension { length: 1, ..Dimension::default() };
    let (measured, unit) = match unit {
        "" => (Measured::Number, None),
        "%" => (Measured::Percent, None),
        "pp" => (Measured::Points, None),
        "share" => (Measured::Share, None),
        "days" => (Measured::Time, None),
        "years" => (Measured::Time, Some(Arc::clone(&super::arithmetic::YEAR))),
        "km" => (Measured::Physical(length), Some(Arc::new(sized("kilometre", length, 1000)))),
        "foot" => (Measured::Physical(length), Some(Arc::new(sized("foot", length, 1)))),
        "C" => (Measured::Physical(Dimension { temperature: 1, ..Dimension::default() }), None),
        "warmth" => (Measured::Physical(Dimension { warmth: 1, ..Dimension::default() }), None),
        "m2" => (Measured::Physical(Dimension { length: 2, ..Dimension::default() }), None),
        "m/day" => (Measured::Physical(Dimension { length: 1, time: -1, ..Dimension::default() }), None),
        "m" => (Measured::Physical(length), None),
        "kg" => (Measured::Physical(Dimension { mass: 1, ..Dimension::default() }), None),
        "cups" => (Measured::Physical(Dimension { other: 1, ..Dimension::default() }), Some(Arc::new(sizeless))),
        "other" => (Measured::Physical(Dimension { other: 1, ..Dimension::default() }), None),
        currency => (Measured::Money(currency.into()), None),
    };
    Term::quantity(Quantity { interval, measured, unit })
}

fn thing(kind: ThingKind, key: &str, ambiguous: bool) -> Term<'static> {
    Term::new(What::Thing(Cow::Owned(Thing { kind, key: key.into(), ambiguous })))
}

pub(super) fn date(written: &str) -> Option<DateRange> {
    let parts: Vec<&str> = written.split('-').collect();
    match parts.as_slice() {
        ["year", year] => DateRange::year(year.parse().ok()?),
        [year, month] if year.len() == 4 => DateRange::month(year.parse().ok()?, month.parse().ok()?),
        [_, _, _] => Some(DateRange::day(written.parse().ok()?)),
        _ => None,
    }
}

pub(super) fn interval(written: &str) -> Interval {
    let (low, high) = written.trim_matches(['[', ']', '(', ')']).split_once(", ").unwrap();
    let end = |n: &str, open: bool| match Exact::parse(n) {
        Some(n) if open => End::Open(n),
        Some(n) => End::Closed(n),
        None => End::Unbounded,
    };
    Interval { low: end(low, written.starts_with('(')), high: end(high, written.ends_with(')')) }
}

fn sized(name: &str, dimension: Dimension, factor: i128) -> Unit {
    Unit { name: name.into(), dimension, factor: Some(Exact::whole(factor)), offset: Exact::ZERO }
}
