//! Letters that are a unit only where the sentence speaks of what they measure: "2.5 F" of a capacitor.

use crate::text::Text;

/// A symbol of one letter, the unit that it may be, and words that make it one.
struct Told {
    symbol: &'static str,
    unit: &'static str,
    words: &'static [&'static str],
}

/// The letters that are something else in most news: a grade, a name, a thousand, a scale of temperature.
#[rustfmt::skip] // One a line.
const TOLD: &[Told] = &[
    Told { symbol: "A", unit: "ampere", words: &["current", "currents", "amp", "amps", "fuse", "circuit", "voltage", "charger"] },
    Told { symbol: "C", unit: "coulomb", words: &["coulomb", "coulombs", "electron", "electrons", "electrostatic"] },
    Told { symbol: "F", unit: "farad", words: &["capacitor", "capacitors", "capacitance", "farad", "farads"] },
    Told { symbol: "J", unit: "joule", words: &["joule", "joules", "energy", "kinetic"] },
    Told { symbol: "K", unit: "kelvin", words: &["temperature", "temperatures", "kelvin", "superconductor", "superconducting", "celsius", "°"] },
    Told { symbol: "N", unit: "newton", words: &["newton", "newtons", "force", "forces", "thrust"] },
    Told { symbol: "R", unit: "roentgen", words: &["roentgen", "radiation", "radiologist", "radiologists", "x-ray", "x-rays", "dose", "gamma"] },
    Told { symbol: "T", unit: "tesla", words: &["magnet", "magnets", "magnetic", "mri"] },
];

/// The name of the unit that a letter is where only a unit can stand.
pub(super) fn spelled(symbol: &str) -> Option<&'static str> {
    TOLD.iter().find(|told| told.symbol == symbol).map(|told| told.unit)
}

/// How many tokens before and after the letter may tell what it is.
const REACH: usize = 14;

/// The name of the unit that the letter at the token is here.
pub(super) fn unit(text: &Text<'_>, at: usize) -> Option<&'static str> {
    let told = TOLD.iter().find(|told| told.symbol == text.word(at))?;
    text.near(at..at, REACH)
        .filter(|&near| near != at)
        .any(|near| told.words.contains(&text.lower(near)))
        .then_some(told.unit)
}
