//! Measures in two or three units: "5ft 7in", "6-foot-3", "10 lb 2 oz", "10 km, 8 metres, 6 cm".

use super::{Measured, is_hyphen, read};
use crate::facts::exact::Exact;
use crate::facts::extract::numeral::{self, Numeral};
use crate::facts::units;
use crate::text::{Text, TokenKind};

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

/// The smaller parts of a measure in two or three units: "7in" of "5ft 7in", "3" of "6-foot-3".
///
/// Gives the whole in the first unit and one past the last token.
pub(in crate::facts::extract) fn with_parts(text: &Text<'_>, value: Exact, first: &Measured) -> Option<(Exact, usize)> {
    let (value, end, name) = second(text, value, first, &first.unit.name, first.end)?;
    // "10 km, 8 metres, 6 cm", "2 yards 2 ft 10 inches".
    let third = second(text, value, first, &name, end);
    Some(third.map_or((value, end), |(value, end, _)| (value, end)))
}

/// The value with the part after `end` added, one past it, and the part's unit.
fn second(
    text: &Text<'_>,
    value: Exact,
    first: &Measured,
    larger: &str,
    end: usize,
) -> Option<(Exact, usize, Box<str>)> {
    let smaller = smaller(larger);
    if smaller.is_empty() {
        return None;
    }
    let joiner = text.lower(end);
    let hyphen = is_hyphen(text, end);
    let at = if matches!(joiner, "and" | ",") || hyphen { end + 1 } else { end };
    let numeral = numeral::read(text, at).filter(|numeral| !numeral.fraction || is_hyphen(text, numeral.end))?;
    let inches = text.lower(numeral.end) == "in" && ends(text, numeral.end + 1);
    let (name, past): (Box<str>, usize) = match read(text, numeral.end, &numeral) {
        None if inches => ("inch".into(), numeral.end + 1),
        Some(second) => (second.unit.name.clone(), second.end),
        None => {
            // "6-foot-3", "6ft 3", "11 stone 4": a bare number of the smaller unit.
            let unit = match larger {
                "foot" => "inch",
                "stone" => "pound",
                _ => return None,
            };
            let quote = usize::from(unit == "inch" && text.word(numeral.end) == "\"");
            let stops = hyphen || ends(text, numeral.end) || quote > 0;
            let bare = !matches!(joiner, "and" | ",") && numeral.style.decimals == 0 && stops;
            (if bare { unit.into() } else { return None }, numeral.end + quote)
        }
    };
    if !smaller.contains(&&*name) {
        return None;
    }
    let small = units::by_word(&name)?.factor?;
    let whole = units::by_word(larger)?.factor?.over(small)?;
    if numeral.value >= whole || numeral.value < Exact::ZERO {
        return None;
    }
    let added = numeral.value.times(small)?.over(first.unit.factor?)?;
    Some((value.plus(added)?, past, name))
}

fn ends(text: &Text<'_>, at: usize) -> bool {
    text.kind(at) == TokenKind::Mark || matches!(text.lower(at), "and" | "or" | "tall" | "high" | "long")
}

/// `6'2"`: feet and inches by their marks; gives the feet and one past the last token.
pub(in crate::facts::extract) fn height(text: &Text<'_>, numeral: &Numeral) -> Option<(Exact, usize)> {
    let at = numeral.end;
    let prime = matches!(text.word(at), "'" | "’" | "′") && text.glued(at) && text.glued(at + 1);
    if !prime || text.kind(at + 1) != TokenKind::Number || numeral.style.decimals > 0 {
        return None;
    }
    let inches = numeral::read(text, at + 1).filter(|inches| inches.value < Exact::whole(12))?;
    let quote = matches!(text.word(inches.end), "\"" | "”" | "″") && text.glued(inches.end);
    if !quote || numeral.value > Exact::whole(400) {
        return None;
    }
    Some((numeral.value.plus(inches.value.over(Exact::whole(12))?)?, inches.end + 1))
}
