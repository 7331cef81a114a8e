//! The words that may follow a number in a rule.

use crate::facts::exact::Exact;
use crate::facts::quantity::{Dimension, Measured, Unit};
use crate::facts::units;
use std::sync::Arc;

/// What a number with a unit is.
pub(super) struct InUnit {
    pub(super) measured: Measured,
    /// How many base units one is.
    pub(super) factor: Exact,
    /// What is added after the factor; only temperatures have one.
    pub(super) offset: Exact,
    /// The unit, to print a worked-out value in.
    pub(super) unit: Option<Arc<Unit>>,
}

/// What a number with this word behind it is; none where there is no such unit of a fixed size.
pub(super) fn unit(word: &str) -> Option<InUnit> {
    let plain = |measured| InUnit { measured, factor: Exact::ONE, offset: Exact::ZERO, unit: None };
    match word {
        "%" | "percent" => return Some(plain(Measured::Percent)),
        "pp" | "point" | "points" => return Some(plain(Measured::Points)),
        "centuries" => return unit("century"),
        "fortnights" => return unit("fortnight"),
        "quarters" => return unit("quarter"),
        _ => {}
    }
    if word.len() == 3 && word.bytes().all(|b| b.is_ascii_uppercase()) {
        return Some(plain(Measured::Money(word.into())));
    }
    if let Some((name, factor)) = units::period(word) {
        let dimension = Dimension { time: 1, ..Dimension::default() };
        let unit = Unit { name: name.into(), dimension, factor: Some(factor), offset: Exact::ZERO };
        return Some(InUnit { measured: Measured::Time, factor, offset: Exact::ZERO, unit: Some(Arc::new(unit)) });
    }
    let unit = units::named(word)?;
    let measured = Measured::Physical(unit.dimension);
    Some(InUnit { measured, factor: unit.factor?, offset: unit.offset, unit: Some(Arc::clone(unit)) })
}

/// The words that a number may have behind it, each a word of the language; currencies are not among them.
pub(super) fn words() -> Vec<&'static str> {
    let is_word = |word: &&str| word.starts_with(char::is_alphabetic) && word.chars().all(char::is_alphanumeric);
    let mut words: Vec<_> = units::written().filter(is_word).chain(USUAL.iter().copied()).collect();
    words.push("pp");
    words.sort_unstable();
    words.dedup();
    words.retain(|word| unit(word).is_some());
    words
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

/// The usual words, to find one that was misspelt.
pub(super) const USUAL: &[&str] = &[
    "years",
    "year",
    "months",
    "month",
    "weeks",
    "week",
    "days",
    "day",
    "hours",
    "hour",
    "minutes",
    "seconds",
    "decades",
    "percent",
    "points",
    "thousand",
    "million",
    "billion",
    "trillion",
    "km",
    "kilometres",
    "metres",
    "miles",
    "mile",
    "feet",
    "inches",
    "kg",
    "kilograms",
    "grams",
    "pounds",
    "tonnes",
    "litres",
    "acres",
    "hectares",
    "celsius",
    "fahrenheit",
];

#[cfg(test)]
mod tests {
    use super::unit;

    #[test]
    fn units_of_rules() {
        for (word, factor) in [
            ("km", Some("1,000")),
            ("miles", Some("1,609.344")),
            ("year", Some("365.2425")),
            ("centuries", Some("36,524.25")),
            ("pp", Some("1")),
            ("USD", Some("1")),
            ("celsius", Some("1")),
            ("cups", None),
            ("people", None),
            ("usd", None),
        ] {
            let found = unit(word).map(|found| found.factor.to_string());
            assert_eq!(found.as_deref(), factor, "{word}");
        }
    }
}
