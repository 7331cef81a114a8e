//! Worked-out figures in plain newsroom style.

use super::scale::Scale;
use crate::facts::exact::Exact;
use crate::facts::interval::{End, Interval};
use crate::facts::quantity::{Measured, Quantity, Unit};
use crate::language::rule::Format;

/// How the author writes, so that a worked-out figure can be written alike.
#[derive(Clone, Debug, Default)]
pub(super) struct Manner {
    /// Decimals of the percentage that the figure stands beside or instead of.
    pub(super) decimals: Option<u32>,
    /// The unit as written, with what stands between number and unit.
    pub(super) unit: Option<String>,
    /// Whether small whole numbers are written in words.
    pub(super) words: bool,
    /// Whether only one figure will do, as in a suggestion; a wide interval then gives nothing.
    pub(super) single: bool,
}

/// A quantity as a format asks for it; `None` where one figure is asked for and there is none.
pub(super) fn print(quantity: &Quantity, format: Option<Format>, manner: &Manner) -> Option<String> {
    match format {
        Some(Format::Percent) => {
            let percent = scaled_to_percent(quantity);
            ends(&percent, manner, &|n| format!("{}%", percentage(n, manner)))
        }
        Some(Format::Points) => ends(&quantity.interval, manner, &|n| {
            let digits = percentage(n, manner);
            let one = digits == "1" || digits == "-1";
            format!("{digits} percentage {}", if one { "point" } else { "points" })
        }),
        Some(Format::Figure) => ends(&in_own_unit(quantity), manner, &|n| number(n)),
        Some(Format::Words) => ends(&in_own_unit(quantity), manner, &|n| in_words(n).unwrap_or_else(|| number(n))),
        Some(Format::Short) => measured(quantity, manner, &glance),
        Some(Format::Long | Format::List | Format::Day) | None => measured(quantity, manner, &number),
    }
}

fn scaled_to_percent(quantity: &Quantity) -> Interval {
    match &quantity.measured {
        Measured::Percent | Measured::Points => quantity.interval,
        Measured::Number | Measured::Share | Measured::Money(_) | Measured::Time | Measured::Physical(_) => {
            quantity.interval.scaled(Exact::whole(100))
        }
    }
}

/// What the wording allows, in the quantity's own unit.
pub(super) fn in_own_unit(quantity: &Quantity) -> Interval {
    let scale = Scale::of(quantity);
    let end = |end: End| match end {
        End::Unbounded => End::Unbounded,
        End::Closed(n) => scale.in_unit(n).map_or(End::Unbounded, End::Closed),
        End::Open(n) => scale.in_unit(n).map_or(End::Unbounded, End::Open),
    };
    Interval { low: end(quantity.interval.low), high: end(quantity.interval.high) }
}

/// A quantity with what it is a quantity of.
fn measured(quantity: &Quantity, manner: &Manner, digits: &dyn Fn(Exact) -> String) -> Option<String> {
    let interval = in_own_unit(quantity);
    match (&quantity.measured, quantity.unit.as_deref()) {
        (Measured::Percent, _) => ends(&interval, manner, &|n| format!("{}%", percentage(n, manner))),
        (Measured::Share, _) => print(quantity, Some(Format::Percent), manner),
        (Measured::Points, _) => print(quantity, Some(Format::Points), manner),
        (Measured::Money(currency), _) => ends(&interval, manner, &|n| money(n, currency)),
        (Measured::Number, _) => ends(&interval, manner, &|n| match in_words(n) {
            Some(words) if manner.words => words,
            _ => scaled_number(n, digits),
        }),
        (Measured::Time, None) => time(quantity.interval, manner, digits),
        (Measured::Time | Measured::Physical(_), unit) => {
            let name = |one: bool| match (&manner.unit, unit) {
                (Some(written), _) => written.clone(),
                (None, Some(unit)) => format!(" {}", named(unit, one)),
                (None, None) => String::new(),
            };
            let text = ends(&interval, manner, digits)?;
            let one = text == "1";
            Some(format!("{text}{}", name(one)))
        }
    }
}

/// A length of time without a unit of its own, in the largest that it is a whole number of.
fn time(days: Interval, manner: &Manner, digits: &dyn Fn(Exact) -> String) -> Option<String> {
    let year = Exact::fraction(146_097, 400)?;
    let hour = Exact::fraction(1, 24)?;
    let units = [
        ("year", year),
        ("month", year.over(Exact::whole(12))?),
        ("day", Exact::ONE),
        ("hour", hour),
        ("minute", hour.over(Exact::whole(60))?),
    ];
    let whole = |end: End, unit: Exact| end.number().and_then(|n| n.over(unit)).is_none_or(Exact::is_whole);
    let fits = |unit: Exact| whole(days.low, unit) && whole(days.high, unit);
    let (name, unit) = units.into_iter().find(|(_, unit)| fits(*unit)).unwrap_or(("day", Exact::ONE));
    let text = ends(&days.scaled(Exact::ONE.over(unit)?), manner, digits)?;
    let plural = if text == "1" { "" } else { "s" };
    Some(format!("{text} {name}{plural}"))
}

/// The name of a unit, for one or for several of it.
fn named(unit: &Unit, one: bool) -> String {
    if one {
        return unit.name.to_string();
    }
    let (head, rest) = match unit.name.find(" per ") {
        Some(at) => unit.name.split_at(at),
        None => (&*unit.name, ""),
    };
    if let Some(scale) = head.strip_prefix("degree ") {
        return format!("degrees {scale}{rest}");
    }
    let plural = match head {
        "foot" => "feet".to_owned(),
        "inch" => "inches".to_owned(),
        "stone" | "hertz" | "siemens" => head.to_owned(),
        _ => match head.rsplit_once(' ') {
            Some((before, "foot")) => format!("{before} feet"),
            Some((before, "inch")) => format!("{before} inches"),
            _ => format!("{head}s"),
        },
    };
    format!("{plural}{rest}")
}

/// The two ends of an interval in words, or the one number that it stands for.
fn ends(interval: &Interval, manner: &Manner, digits: &dyn Fn(Exact) -> String) -> Option<String> {
    if let Some(n) = interval.single() {
        return Some(digits(n));
    }
    if let Some(n) = stands_for(*interval, manner.single) {
        return Some(digits(n));
    }
    if manner.single {
        return None;
    }
    Some(match (interval.low, interval.high) {
        (End::Unbounded, End::Unbounded) => "any number".to_owned(),
        (End::Closed(low), End::Unbounded) => format!("at least {}", digits(low)),
        (End::Open(low), End::Unbounded) => format!("more than {}", digits(low)),
        (End::Unbounded, End::Closed(high)) => format!("at most {}", digits(high)),
        (End::Unbounded, End::Open(high)) => format!("less than {}", digits(high)),
        (End::Closed(low), End::Closed(high))
            if low.is_whole() && high.is_whole() && high.minus(low) == Some(Exact::ONE) =>
        {
            format!("{} or {}", digits(low), digits(high))
        }
        (End::Closed(low) | End::Open(low), End::Closed(high) | End::Open(high)) => {
            let (low, high) = (digits(low), digits(high));
            if low == high { low } else { format!("between {low} and {high}") }
        }
    })
}

/// The round number that an interval stands for: its middle, to the precision that its width
/// leaves. A rounded figure gives back what was written. Where `single` asks for one figure at any
/// price, its precision may be finer than the width.
fn stands_for(interval: Interval, single: bool) -> Option<Exact> {
    let (low, high) = (interval.low.number()?, interval.high.number()?);
    let (width, middle) = (high.minus(low)?, interval.middle()?);
    let range = matches!((interval.low, interval.high), (End::Closed(_), End::Closed(_)));
    let coarsest = (-6..=24).find(|&power| {
        let twice = Exact::power_of_ten(power).and_then(|unit| unit.times(Exact::whole(2)));
        twice.is_some_and(|twice| width <= twice)
    })?;
    let round = |power: i32| {
        let unit = Exact::power_of_ten(power)?;
        let rounded = middle.over(unit)?.rounded(0)?.times(unit)?;
        let off = rounded.minus(middle)?.abs();
        (off.times(Exact::whole(4))? <= width).then_some((unit, rounded))
    };
    if single {
        let narrow = width.times(Exact::whole(5))? <= middle.abs();
        return (-6..=coarsest).rev().find_map(round).map(|(_, rounded)| rounded).filter(|_| narrow);
    }
    let (unit, rounded) = round(coarsest)?;
    // "33 or 34" and "40 to 50" are two figures each; 295,000 to 305,000 is a rounded one.
    let two = range && width >= Exact::ONE && (width > unit || middle.abs() < unit.times(Exact::whole(5))?);
    (!two).then_some(rounded)
}

/// A percentage: one decimal, or as many as the author uses, and never nothing of something.
fn percentage(n: Exact, manner: &Manner) -> String {
    let decimals = manner.decimals.unwrap_or(1);
    let shown = n.rounded(decimals).unwrap_or(n);
    if shown == Exact::ZERO && n != Exact::ZERO { significant(n, 2) } else { n.to_decimal(decimals) }
}

/// A number with grouping commas, and no more decimals than say something.
pub(super) fn number(n: Exact) -> String {
    if n.is_whole() {
        n.to_decimal(0)
    } else if n.abs() >= Exact::whole(100) {
        n.to_decimal(1)
    } else if n.abs() >= Exact::ONE {
        n.to_decimal(2)
    } else {
        significant(n, 2)
    }
}

/// A number to be read at a glance: with a scale word from a million on, to four digits from ten
/// on, and to two significant digits below.
fn glance(n: Exact) -> String {
    let magnitude = n.abs();
    for (name, power) in SCALES {
        let Some(scaled) = Exact::power_of_ten(*power).filter(|unit| magnitude >= *unit).and_then(|unit| n.over(unit))
        else {
            continue;
        };
        let decimals = u32::from(scaled.abs() < Exact::whole(100));
        return format!("{} {name}", scaled.to_decimal(decimals));
    }
    if magnitude >= Exact::whole(10_000) {
        let power = if magnitude >= Exact::whole(100_000) { 100 } else { 10 };
        let unit = Exact::whole(power);
        let rounded = n.over(unit).and_then(|n| n.rounded(0)).and_then(|n| n.times(unit));
        return rounded.unwrap_or(n).to_decimal(0);
    }
    if magnitude >= Exact::whole(10) { n.to_decimal(0) } else { significant(n, 2) }
}

fn significant(n: Exact, digits: u32) -> String {
    let magnitude = n.abs();
    let mut decimals = 0;
    let mut least = Exact::power_of_ten(digits.cast_signed() - 1);
    while decimals < 12 && least.is_some_and(|least| magnitude < least) {
        decimals += 1;
        least = least.and_then(|least| least.over(Exact::whole(10)));
    }
    n.to_decimal(decimals)
}

/// Scale words and their powers of ten.
const SCALES: &[(&str, i32)] = &[("trillion", 12), ("billion", 9), ("million", 6)];

/// "1.2 million" where that says all of it.
fn scaled_number(n: Exact, digits: &dyn Fn(Exact) -> String) -> String {
    for (name, power) in SCALES {
        let Some(unit) = Exact::power_of_ten(*power) else { continue };
        if n.abs() < unit {
            continue;
        }
        let Some(scaled) = n.over(unit) else { continue };
        if scaled.rounded(2) == Some(scaled) {
            return format!("{} {name}", scaled.to_decimal(2));
        }
        break;
    }
    digits(n)
}

fn money(n: Exact, currency: &str) -> String {
    let amount = |n: Exact| {
        let decimals = if n.is_whole() { 0 } else { 2 };
        let text = scaled_number(n, &|n| n.to_decimal(decimals));
        // Pence have two digits.
        match text.rsplit_once('.') {
            Some((_, pence)) if pence.len() == 1 && pence.bytes().all(|b| b.is_ascii_digit()) => format!("{text}0"),
            _ => text,
        }
    };
    let sign = if n < Exact::ZERO { "-" } else { "" };
    match currency {
        "GBP" => format!("{sign}£{}", amount(n.abs())),
        "USD" => format!("{sign}${}", amount(n.abs())),
        "EUR" => format!("{sign}€{}", amount(n.abs())),
        "JPY" => format!("{sign}¥{}", amount(n.abs())),
        code if code.len() == 3 && code.bytes().all(|b| b.is_ascii_uppercase()) => format!("{} {code}", amount(n)),
        name if n == Exact::ONE => format!("{} {name}", amount(n)),
        name => format!("{} {name}s", amount(n)),
    }
}

const SMALL: [&str; 20] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];
const TENS: [&str; 10] = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

/// A whole number below a hundred in words.
fn in_words(n: Exact) -> Option<String> {
    let whole = usize::try_from(n.is_whole().then(|| n.floor())?).ok()?;
    if let Some(word) = SMALL.get(whole) {
        return Some((*word).to_owned());
    }
    let (tens, ones) = (TENS.get(whole / 10)?, SMALL.get(whole % 10)?);
    Some(if whole.is_multiple_of(10) { (*tens).to_owned() } else { format!("{tens}-{ones}") })
}
