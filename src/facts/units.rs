//! Units of measure by the words and symbols that news writes for them.
//!
//! The table is `tables/units.csv`, made by `tools/units.py` from CLDR.

use super::exact::Exact;
use super::quantity::{Dimension, Unit};
use rustc_hash::FxHashMap;
use std::sync::{Arc, LazyLock};

static TABLE: &str = include_str!("../../tables/units.csv");

static UNITS: LazyLock<Units> = LazyLock::new(Units::read);

#[derive(Debug, Default)]
struct Units {
    words: FxHashMap<Box<str>, Arc<Unit>>,
    symbols: FxHashMap<&'static str, Arc<Unit>>,
}

impl Units {
    fn read() -> Self {
        let mut units = Self::default();
        for line in TABLE.lines().skip(1) {
            let mut cells = line.split(',');
            let mut cell = || cells.next().unwrap_or_default();
            let (name, plural, words, symbols) = (cell(), cell(), cell(), cell());
            let unit = Arc::new(Unit {
                name: name.into(),
                dimension: dimension(cell()),
                factor: rational(cell()),
                offset: rational(cell()).unwrap_or_default(),
            });
            for word in [name, plural].into_iter().chain(words.split('|')).filter(|word| !word.is_empty()) {
                units.words.insert(word.into(), Arc::clone(&unit));
                if word.contains([' ', '-']) {
                    units.words.insert(word.replace(' ', "-").into(), Arc::clone(&unit));
                    units.words.insert(word.replace('-', " ").into(), Arc::clone(&unit));
                }
            }
            for symbol in symbols.split('|').filter(|symbol| !symbol.is_empty()) {
                units.symbols.insert(symbol, Arc::clone(&unit));
            }
        }
        units
    }
}

fn dimension(cell: &str) -> Dimension {
    let mut dimension = Dimension::default();
    let mut words = cell.split(' ');
    while let (Some(name), Some(power)) = (words.next(), words.next()) {
        let power = power.parse().unwrap_or_default();
        match name {
            "length" => dimension.length = power,
            "mass" => dimension.mass = power,
            "time" => dimension.time = power,
            "temperature" => dimension.temperature = power,
            "current" => dimension.current = power,
            "data" => dimension.data = power,
            "angle" => dimension.angle = power,
            _ => dimension.other = power,
        }
    }
    dimension
}

fn rational(cell: &str) -> Option<Exact> {
    let (over, under) = cell.split_once('/').unwrap_or((cell, "1"));
    Exact::fraction(over.parse().ok()?, under.parse().ok()?)
}

/// The unit of a word or words in lower case, singular or plural: "square miles", "kilometer".
pub fn by_word(lower: &str) -> Option<&'static Arc<Unit>> {
    UNITS.words.get(lower)
}

/// The unit of a symbol, whose case counts: `km`, `MW`.
pub fn by_symbol(written: &str) -> Option<&'static Arc<Unit>> {
    UNITS.symbols.get(written)
}

/// The unit that a rule or a setting names, by word or symbol.
pub fn named(name: &str) -> Option<&'static Arc<Unit>> {
    by_symbol(name).or_else(|| by_word(name))
}

/// The names and symbols of all units, singular and plural.
pub fn written() -> impl Iterator<Item = &'static str> {
    TABLE.lines().skip(1).flat_map(|line| {
        let mut cells = line.split(',');
        let (name, plural, symbols) = (cells.next(), cells.next(), cells.nth(1));
        [name, plural].into_iter().flatten().chain(symbols.into_iter().flat_map(|symbols| symbols.split('|')))
    })
}

/// The square (2) or cube (3) of a unit of length.
pub fn powered(unit: &Unit, power: u8) -> Option<Arc<Unit>> {
    if unit.dimension != (Dimension { length: 1, ..Dimension::default() }) {
        return None;
    }
    let factor = unit.factor?;
    let (word, mut whole) = if power == 2 { ("square", factor.times(factor)?) } else { ("cubic", factor) };
    if power == 3 {
        whole = factor.times(factor)?.times(factor)?;
    }
    let name = format!("{word} {}", unit.name);
    let dimension = Dimension { length: power.cast_signed(), ..Dimension::default() };
    Some(Arc::new(Unit { name: name.into(), dimension, factor: Some(whole), offset: Exact::ZERO }))
}

/// A length of time that rates are told by: its name and how many days it has.
pub fn period(lower: &str) -> Option<(&'static str, Exact)> {
    let (name, over, under) = match lower {
        "millisecond" | "milliseconds" | "ms" => ("millisecond", 1, 86_400_000),
        "second" | "seconds" | "sec" | "s" => ("second", 1, 86_400),
        "minute" | "minutes" | "min" => ("minute", 1, 1_440),
        "hour" | "hours" | "hr" | "h" => ("hour", 1, 24),
        "day" | "days" => ("day", 1, 1),
        "night" | "nights" => ("night", 1, 1),
        "week" | "weeks" => ("week", 7, 1),
        "fortnight" => ("fortnight", 14, 1),
        "month" | "months" => ("month", 146_097, 4_800),
        "quarter" => ("quarter", 146_097, 1_600),
        "year" | "years" | "annum" | "yr" => ("year", 146_097, 400),
        "decade" | "decades" => ("decade", 146_097, 40),
        "century" => ("century", 146_097, 4),
        _ => return None,
    };
    Some((name, Exact::fraction(over, under)?))
}

/// A unit per length of time: "mile per hour", "barrel per day".
pub fn per_time(unit: &Unit, period: (&str, Exact)) -> Arc<Unit> {
    let mut dimension = unit.dimension;
    dimension.time -= 1;
    let factor = unit.factor.and_then(|factor| factor.over(period.1));
    let name = format!("{} per {}", unit.name, period.0);
    Arc::new(Unit { name: name.into(), dimension, factor, offset: Exact::ZERO })
}

/// A unit per other unit: "gram per kilometre".
pub fn per_unit(unit: &Unit, under: &Unit) -> Arc<Unit> {
    let (a, b) = (unit.dimension, under.dimension);
    let dimension = Dimension {
        length: a.length - b.length,
        mass: a.mass - b.mass,
        time: a.time - b.time,
        temperature: a.temperature - b.temperature,
        warmth: a.warmth - b.warmth,
        current: a.current - b.current,
        data: a.data - b.data,
        angle: a.angle - b.angle,
        other: if b.other == 0 { a.other } else { 100 },
    };
    let factor = unit.factor.zip(under.factor).and_then(|(over, under)| over.over(under));
    let name = format!("{} per {}", unit.name, under.name);
    Arc::new(Unit { name: name.into(), dimension, factor, offset: Exact::ZERO })
}

/// The unit for differences of temperature: a degree without the zero of its scale.
pub fn difference(unit: &Unit) -> Arc<Unit> {
    let mut dimension = unit.dimension;
    dimension.warmth += dimension.temperature;
    dimension.temperature = 0;
    Arc::new(Unit { name: unit.name.clone(), dimension, factor: unit.factor, offset: Exact::ZERO })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_are_found_with_their_size() {
        for (written, name, factor) in [
            ("miles", "mile", "1609.344"),
            ("km", "kilometre", "1,000"),
            ("kilometers", "kilometre", "1,000"),
            ("mph", "mile per hour", "38,624.256"),
            ("square feet", "square foot", "0.092903"),
            ("kilowatt-hours", "kilowatt hour", "26,873,856,000,000,000"),
            ("light-years", "light year", "9,460,730,472,580,800"),
        ] {
            let unit = named(written).unwrap_or_else(|| panic!("no unit {written}"));
            assert_eq!(&*unit.name, name);
            assert_eq!(unit.factor.unwrap().to_string(), factor.replace("1609", "1,609"), "{written}");
        }
    }

    #[test]
    fn words_without_a_size_never_convert() {
        for written in ["gallons", "tons", "cups", "decibels", "pints"] {
            assert_eq!(named(written).unwrap_or_else(|| panic!("no unit {written}")).factor, None, "{written}");
        }
        for written in ["suns", "KMS", "people", "to", "pinch"] {
            assert!(named(written).is_none(), "{written}");
        }
    }

    #[test]
    fn rates_divide() {
        let kilometre = named("km").unwrap();
        let rate = per_time(kilometre, period("hour").unwrap());
        assert_eq!((&*rate.name, rate.factor), ("kilometre per hour", named("km/h").unwrap().factor));
        assert_eq!(powered(kilometre, 2).unwrap().factor, named("km²").unwrap().factor);
        assert!(powered(named("kg").unwrap(), 2).is_none());
    }
}
