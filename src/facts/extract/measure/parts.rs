//! Measures in two or three units: "5ft 7in", "6-foot-3", "10 lb 2 oz", "10 km, 8 metres, 6 cm".

use super::{Measured, is_hyphen, read};
use crate::facts::exact::Exact;
use crate::facts::extract::numeral::{self, Numeral};
use crate::facts::quantity::Unit;
use crate::facts::units;
use crate::text::{Text, TokenKind};
use std::sync::Arc;

/// The smaller units that go with a larger one.
fn smaller(name: &str) -> &'static [&'static str] {
    match name {
        "foot" => &["inch"],
        "stone" => &["pound"],
        "pound" => &["ounce"],
        "yard" => &["foot", "inch"],
        "mile" => &["yard", "foot"],
        "kilometre" => &["metre"],
        "metre" => &["centimetre", "millimetre"],
        "centimetre" => &["millimetre"],
        "tonne" => &["kilogram"],
        "kilogram" => &["gram"],
        "litre" => &["millilitre", "centilitre"],
        _ => &[],
    }
}

/// A measure in several units, as so many of the smallest one: a whole number where the author wrote whole numbers.
#[derive(Clone, Debug)]
pub(in crate::facts::extract) struct Whole {
    /// How many of the smallest unit.
    pub(in crate::facts::extract) value: Exact,
    /// The smallest unit.
    pub(in crate::facts::extract) unit: Arc<Unit>,
    /// Digits after the point of the last number.
    pub(in crate::facts::extract) decimals: u8,
    /// One past the last token.
    pub(in crate::facts::extract) end: usize,
}

/// A measure with its smaller parts: "5ft 7in", "6-foot-3", "10 km, 8 metres, 6 cm".
pub(in crate::facts::extract) fn with_parts(text: &Text<'_>, value: Exact, first: &Measured) -> Option<Whole> {
    let two = second(text, value, &first.unit, first.end)?;
    Some(second(text, two.value, &two.unit, two.end).unwrap_or(two))
}

/// The measure of so many of a larger unit with the part after `end` added.
fn second(text: &Text<'_>, value: Exact, larger: &Unit, end: usize) -> Option<Whole> {
    let smaller = smaller(&larger.name);
    if smaller.is_empty() {
        return None;
    }
    // "6 ft. 2 in.", "7 lb., 8 oz."
    let point = text.word(end) == "." && text.glued(end);
    let end = end + usize::from(point);
    let joiner = text.lower(end);
    let hyphen = is_hyphen(text, end);
    let at = if matches!(joiner, "and" | ",") || hyphen { end + 1 } else { end };
    let numeral = numeral::read(text, at).filter(|numeral| !numeral.fraction || is_hyphen(text, numeral.end))?;
    let inches = text.lower(numeral.end) == "in" && ends(text, numeral.end + 1);
    let (unit, past) = match read(text, numeral.end, &numeral) {
        None if inches => (Arc::clone(units::by_word("inch")?), numeral.end + 1),
        // "2 yd 7'"
        None if &*larger.name == "yard" && text.word(numeral.end) == "'" && text.glued(numeral.end) => {
            (Arc::clone(units::by_word("foot")?), numeral.end + 1)
        }
        Some(second) => (second.unit, second.end),
        None => {
            // "6-foot-3", "6ft 3", "11 stone 4": a bare number of the smaller unit.
            let unit = match &*larger.name {
                "foot" => "inch",
                "stone" => "pound",
                _ => return None,
            };
            let quote = usize::from(unit == "inch" && text.word(numeral.end) == "\"");
            let stops = hyphen || ends(text, numeral.end) || quote > 0;
            let bare = !point && !matches!(joiner, "and" | ",") && numeral.style.decimals == 0 && stops;
            (if bare { Arc::clone(units::by_word(unit)?) } else { return None }, numeral.end + quote)
        }
    };
    if !smaller.contains(&&*unit.name) {
        return None;
    }
    let times = larger.factor?.over(unit.factor?)?;
    // "2 yards, 7 feet" are one length too, though the feet make yards of their own.
    let room = if (&*larger.name, &*unit.name) == ("yard", "foot") { Exact::whole(12) } else { times };
    if numeral.value >= room || numeral.value < Exact::ZERO {
        return None;
    }
    let value = value.times(times)?.plus(numeral.value)?;
    Some(Whole { value, unit, decimals: numeral.style.decimals, end: past })
}

fn ends(text: &Text<'_>, at: usize) -> bool {
    text.kind(at) == TokenKind::Mark || matches!(text.lower(at), "and" | "or" | "tall" | "high" | "long")
}

/// `6'2"`, `6' 2"`: feet and inches by their marks; gives the inches and one past the last token.
pub(in crate::facts::extract) fn height(text: &Text<'_>, numeral: &Numeral) -> Option<(Exact, usize)> {
    let at = numeral.end;
    let prime = matches!(text.word(at), "'" | "’" | "′") && text.glued(at);
    if !prime || text.kind(at + 1) != TokenKind::Number || numeral.style.decimals > 0 {
        return None;
    }
    let inches = numeral::read(text, at + 1).filter(|inches| inches.value < Exact::whole(12))?;
    let quote = matches!(text.word(inches.end), "\"" | "”" | "″") && text.glued(inches.end);
    if !quote || numeral.value > Exact::whole(400) {
        return None;
    }
    Some((numeral.value.times(Exact::whole(12))?.plus(inches.value)?, inches.end + 1))
}
