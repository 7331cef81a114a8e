//! The units that may follow a number in a rule.

use crate::facts::exact::Exact;
use crate::facts::quantity::{Dimension, Measured, Unit};
use std::sync::Arc;

/// The units by their words: singular, plural and symbol; how many base units one is, as a fraction.
static UNITS: &[(&[&str], &str, Of, i128, i128)] = &[
    (&["km", "kilometre", "kilometres"], "kilometre", Of::Length, 1000, 1),
    (&["m", "metre", "metres"], "metre", Of::Length, 1, 1),
    (&["cm", "centimetre", "centimetres"], "centimetre", Of::Length, 1, 100),
    (&["mm", "millimetre", "millimetres"], "millimetre", Of::Length, 1, 1000),
    (&["mile", "miles"], "mile", Of::Length, 1_609_344, 1000),
    (&["yard", "yards"], "yard", Of::Length, 9144, 10_000),
    (&["ft", "foot", "feet"], "foot", Of::Length, 3048, 10_000),
    (&["inch", "inches"], "inch", Of::Length, 254, 10_000),
    (&["kg", "kilogram", "kilograms"], "kilogram", Of::Mass, 1, 1),
    (&["g", "gram", "grams"], "gram", Of::Mass, 1, 1000),
    (&["lb", "pound", "pounds"], "pound", Of::Mass, 45_359_237, 100_000_000),
    (&["tonne", "tonnes"], "tonne", Of::Mass, 1000, 1),
    (&["second", "seconds"], "second", Of::Time, 1, 86_400),
    (&["minute", "minutes"], "minute", Of::Time, 1, 1440),
    (&["hour", "hours"], "hour", Of::Time, 1, 24),
    (&["day", "days"], "day", Of::Time, 1, 1),
    (&["week", "weeks"], "week", Of::Time, 7, 1),
    (&["month", "months"], "month", Of::Time, 3_652_425, 120_000),
    (&["year", "years"], "year", Of::Time, 3_652_425, 10_000),
    (&["decade", "decades"], "decade", Of::Time, 3_652_425, 1000),
    (&["century", "centuries"], "century", Of::Time, 3_652_425, 100),
    (&["degree", "degrees"], "degree celsius", Of::Warmth, 1, 1),
];

#[derive(Clone, Copy)]
enum Of {
    Length,
    Mass,
    Time,
    Warmth,
}

/// What a number with this unit is a quantity of, how many base units one is, and the unit itself.
pub(super) fn unit(word: &str) -> Option<(Measured, Exact, Option<Arc<Unit>>)> {
    match word {
        "%" | "percent" => return Some((Measured::Percent, Exact::ONE, None)),
        "pp" | "point" | "points" => return Some((Measured::Points, Exact::ONE, None)),
        _ => {}
    }
    if word.len() == 3 && word.bytes().all(|b| b.is_ascii_uppercase()) {
        return Some((Measured::Money(word.into()), Exact::ONE, None));
    }
    let &(_, name, of, over, under) = UNITS.iter().find(|(words, ..)| words.contains(&word))?;
    let factor = Exact::fraction(over, under)?;
    let mut dimension = Dimension::default();
    match of {
        Of::Length => dimension.length = 1,
        Of::Mass => dimension.mass = 1,
        Of::Time => dimension.time = 1,
        Of::Warmth => dimension.warmth = 1,
    }
    let measured = if matches!(of, Of::Time) { Measured::Time } else { Measured::Physical(dimension) };
    let unit = Unit { name: name.into(), dimension, factor: Some(factor), offset: Exact::ZERO };
    Some((measured, factor, Some(Arc::new(unit))))
}

/// How many a scale word stands for.
pub(super) fn scale(word: &str) -> Option<Exact> {
    Exact::power_of_ten(match word {
        "thousand" => 3,
        "million" => 6,
        "billion" => 9,
        "trillion" => 12,
        _ => return None,
    })
}

/// All words for units, to find one that was misspelt.
pub(super) fn words() -> impl Iterator<Item = &'static str> {
    UNITS.iter().flat_map(|(words, ..)| words.iter().copied())
}
