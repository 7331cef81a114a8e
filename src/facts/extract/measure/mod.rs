//! Physical units after a number: words, symbols, squares and rates, two units in one measure.

mod context;
mod parts;
mod temperature;

pub(super) use self::parts::{height, with_parts};
pub(super) use self::temperature::below_zero;

use super::numeral::Numeral;
use crate::facts::exact::Exact;
use crate::facts::quantity::Unit;
use crate::facts::units;
use crate::source::Span;
use crate::text::{Case, Text, TokenKind, lexicon};
use std::sync::Arc;

/// A unit as it stands in the text.
#[derive(Clone, Debug)]
pub(super) struct Measured {
    /// The unit.
    pub(super) unit: Arc<Unit>,
    /// Its words.
    pub(super) span: Span,
    /// One past its last token.
    pub(super) end: usize,
}

impl Measured {
    /// Whether the unit is one of temperature, or degrees of whatever scale.
    pub(super) fn is_degrees(&self) -> bool {
        self.unit.dimension.temperature == 1 || &*self.unit.name == "degree"
    }
}

/// Reads the unit that begins with the token `at`, right after the number `numeral`.
pub(super) fn read(text: &Text<'_>, at: usize, numeral: &Numeral) -> Option<Measured> {
    let hyphen = is_hyphen(text, at) || is_spaced_hyphen(text, at, numeral);
    let first = if hyphen { at + 1 } else { at };
    let glued = !hyphen && text.glued(first);
    let (unit, end) = alone(text, first, glued, hyphen, numeral)?;
    let (mut unit, mut end) = rate(text, unit, end);
    // "20 J/m^2 per year".
    if text.lower(end) == "per" && unit.name.contains(" per ") {
        (unit, end) = rate(text, unit, end);
    }
    Some(Measured { unit, span: text.span(first, end - 1), end })
}

fn is_hyphen(text: &Text<'_>, at: usize) -> bool {
    matches!(text.lower(at), "-" | "‑" | "‐") && text.glued(at) && text.glued(at + 1)
}

/// "68 - ounce cans": the singular and the noun after it show that the hyphen parts no clauses.
fn is_spaced_hyphen(text: &Text<'_>, at: usize, numeral: &Numeral) -> bool {
    let lower = text.lower(at + 1);
    text.word(at) == "-"
        && !text.glued(at)
        && !text.glued(at + 1)
        && numeral.value > Exact::ONE
        && units::by_word(lower).is_some_and(|unit| &*unit.name == lower)
        && lexicon::classes(text.lower(at + 2)).has(lexicon::Classes::NOUN)
}

/// A unit without what it is divided by.
fn alone(text: &Text<'_>, at: usize, glued: bool, hyphen: bool, numeral: &Numeral) -> Option<(Arc<Unit>, usize)> {
    match text.kind(at) {
        TokenKind::Mark => return temperature::mark(text, at).or_else(|| inch_mark(text, at)),
        TokenKind::Word => {}
        TokenKind::Number | TokenKind::Possessive => return None,
    }
    if let Some(found) = square_or_cubic(text, at) {
        return Some(found);
    }
    let modified = if hyphen { None } else { past_modifier(text, at) };
    let found = words(text, at, hyphen, numeral).or_else(|| words(text, modified?, false, numeral));
    if let Some((unit, end)) = found {
        let power = match text.lower(end) {
            "squared" => 2,
            "cubed" => 3,
            _ => return Some((unit, end)),
        };
        return Some(units::powered(&unit, power).map_or((unit, end), |unit| (unit, end + 1)));
    }
    symbol(text, at, glued, numeral)
}

fn square_or_cubic(text: &Text<'_>, at: usize) -> Option<(Arc<Unit>, usize)> {
    let power = match text.lower(at) {
        "square" | "sq" => 2,
        "cubic" | "cu" => 3,
        _ => return None,
    };
    let mut next = at + 1;
    if text.lower(next) == "." && text.glued(next) || is_hyphen(text, next) {
        next += 1;
    }
    let of = units::by_word(text.lower(next)).or_else(|| units::by_symbol(text.word(next)))?;
    units::powered(of, power).map(|unit| (unit, next + 1))
}

/// Past a word between the number and its unit: "2 US gallons", "20 more miles", "517 rushing yards".
pub(super) fn past_modifier(text: &Text<'_>, at: usize) -> Option<usize> {
    let several = several_words(text, at + 1).map(|(unit, _)| unit);
    let unit = several.as_ref().or_else(|| units::by_word(text.lower(at + 1)))?;
    let of = unit.dimension;
    let fits = match text.lower(at) {
        "us" | "u.s." | "uk" | "british" | "american" | "english" | "imperial" => {
            of.length == 3 && text.lower(at) != "us" || text.word(at) == "US" || of.mass == 1
        }
        "rushing" | "passing" | "receiving" | "offensive" | "scrimmage" | "all-purpose" | "penalty" | "return" => {
            &*unit.name == "yard"
        }
        "more" | "additional" | "extra" | "further" | "total" | "net" | "full" | "whole" | "vertical" | "straight"
        | "linear" | "consecutive" | "statute" => of.length != 0 || of.mass != 0,
        _ => false,
    };
    let whose = matches!(text.lower(at), "us" | "u.s." | "uk" | "imperial");
    (fits && (whose || text.lower(at + 1) != &*unit.name)).then_some(at + 1)
}

/// `9"` and `10 " long`: a quotation mark that closes nothing.
fn inch_mark(text: &Text<'_>, at: usize) -> Option<(Arc<Unit>, usize)> {
    let end = match text.word(at) {
        "″" | "\"" | "”" => at + 1,
        "'" | "’" if matches!(text.word(at + 1), "'" | "’") && text.glued(at + 1) && text.glued(at) => at + 2,
        "'" | "’" if text.glued(at) && !text.glued(at + 1) => at + 1,
        _ => return None,
    };
    // "an altitude of 30'".
    if end == at + 1 && matches!(text.word(at), "'" | "’") {
        return is_foot_mark(text, at).then(|| units::by_word("foot").map(|unit| (Arc::clone(unit), end))).flatten();
    }
    let is_inch = text.word(at) == "″" || is_size(text.lower(end)) || text.glued(at) && !closes_quotation(text, at);
    is_inch.then(|| units::by_word("inch").map(|unit| (Arc::clone(unit), end))).flatten()
}

/// Whether an apostrophe after digits stands for feet: a word for a length is what the number is told of, or an
/// article and a noun stand around it ("a 30' pole") and no quotation is open that it could close.
fn is_foot_mark(text: &Text<'_>, at: usize) -> bool {
    let article = at.checked_sub(2).is_some_and(|before| matches!(text.lower(before), "a" | "an"));
    let noun = text.token(at + 1).is_some_and(|next| next.case == Case::Lower && next.kind == TokenKind::Word);
    // The mark of another length hangs on its digits.
    let opens = |back: usize| matches!(text.word(back), "'" | "‘") && !text.glued(back);
    let opened = || (at.saturating_sub(QUOTATION).max(text.block_start(at))..at.saturating_sub(1)).any(opens);
    if (article && noun || is_size(text.lower(at + 1))) && !opened() {
        return true;
    }
    at.checked_sub(3).is_some_and(|size| {
        text.lower(size + 1) == "of"
            && matches!(text.lower(size), "altitude" | "height" | "depth" | "length" | "width" | "elevation")
    })
}

/// Words that say which way a length goes.
fn is_size(lower: &str) -> bool {
    ["long", "wide", "tall", "high", "thick", "deep", "diameter", "x", "×"].contains(&lower)
}

/// How far back a quotation mark looks for the one that it closes.
const QUOTATION: usize = 200;

/// Whether the quotation mark at the token ends a quotation that began before it.
fn closes_quotation(text: &Text<'_>, at: usize) -> bool {
    let mut open = false;
    for back in (at.saturating_sub(QUOTATION).max(text.block_start(at))..at).rev() {
        match text.word(back) {
            "“" => return true,
            "\"" => open = !open,
            "”" => break,
            _ => {}
        }
    }
    open
}

/// The unit at a token that no number stands before ("per square metre"), by words or symbol.
pub(super) fn named(text: &Text<'_>, at: usize) -> Option<(Arc<Unit>, usize)> {
    square_or_cubic(text, at).or_else(|| several_words(text, at)).or_else(|| {
        let unit = units::by_word(text.lower(at)).or_else(|| units::by_symbol(text.word(at)))?;
        // "20g per bar" is of chocolate.
        if &*unit.name == "bar" {
            return None;
        }
        let powered = power_at(text, at + 1).and_then(|(power, end)| Some((units::powered(unit, power)?, end)));
        Some(powered.unwrap_or_else(|| (Arc::clone(unit), at + 1)))
    })
}

/// Symbols that no word and no name is written like, so that they follow a number in words: "two kb".
fn is_plain_symbol(written: &str) -> bool {
    [
        "km", "kg", "cm", "mm", "ml", "mg", "lb", "lbs", "mph", "kph", "km/h", "kb", "kB", "Mb", "Gb", "kW", "MW",
        "GW", "kWh", "MWh", "GWh", "Hz", "kHz", "MHz", "GHz", "mAh", "sq", "dB",
    ]
    .contains(&written)
}

/// The power that a mark or digit right after a symbol says.
fn raised(written: &str) -> Option<u8> {
    match written {
        "²" | "2" => Some(2),
        "³" | "3" => Some(3),
        _ => None,
    }
}

/// Units of two to five words: "metric tons", "miles to the gallon".
fn several_words(text: &Text<'_>, at: usize) -> Option<(Arc<Unit>, usize)> {
    [5, 4, 3, 2].into_iter().find_map(|length| {
        let last = at + length - 1;
        let word = text.kind(last) == TokenKind::Word;
        let unit = units::by_word(text.lowered(text.span(at, last))).filter(|_| word)?;
        Some((Arc::clone(unit), last + 1))
    })
}

/// A unit by its words.
fn words(text: &Text<'_>, at: usize, hyphen: bool, numeral: &Numeral) -> Option<(Arc<Unit>, usize)> {
    let lower = text.lower(at);
    if matches!(lower, "degree" | "degrees" | "deg") {
        return temperature::degrees(text, at, hyphen, numeral);
    }
    if let Some(found) = several_words(text, at) {
        return Some(found);
    }
    let unit = units::by_word(lower)?;
    (fits(text, at, lower, hyphen, numeral)).then(|| (Arc::clone(unit), at + 1))
}

/// Whether a word that is a unit is one here.
fn fits(text: &Text<'_>, at: usize, lower: &str, hyphen: bool, numeral: &Numeral) -> bool {
    let next = text.lower(at + 1);
    let title = text.token(at).is_some_and(|token| token.case != Case::Lower);
    match lower {
        "hand" | "hands" => matches!(next, "high" | "tall"),
        // "won two cups", "two Cups of Nations"; "3 cups of flour", "half a cup sugar".
        "cup" | "cups" => {
            let of = next == "of" && text.token(at + 2).is_some_and(|token| !title || token.case == Case::Lower);
            of || !title && (numeral.fraction || numeral.style.decimals > 0)
        }
        "bit" | "bits" => hyphen,
        // "2.5 bar" of pressure; bars are things.
        "bar" | "bars" => {
            lower == "bar" && !title && numeral.value != Exact::ONE && !numeral.style.words && ends_here(text, at + 1)
        }
        "gig" | "gigs" | "gravity" | "gravities" | "gray" | "grays" | "tesla" | "teslas" | "newton" | "newtons"
        | "byte" | "atmosphere" | "atmospheres" | "dram" | "drams" | "fathom" | "joule" | "joules" | "pascal"
        | "pascals" | "hertz" | "kelvin" | "watt"
            if title =>
        {
            false
        }
        "gig" | "gigs" | "gravity" | "gravities" => false,
        "stone" | "stones" => {
            // "two birds with one stone"
            let thrown = numeral.value == Exact::ONE && numeral.first > 0 && text.lower(numeral.first - 1) == "with";
            lower == "stone"
                && !thrown
                && (text.kind(at + 1) == TokenKind::Number
                    || !lexicon::is_plural(next) && !hyphen
                    // "a 9-stone (57kg) woman"
                    || next == "(" && text.kind(at + 2) == TokenKind::Number)
        }
        "foot" if !hyphen && numeral.value == Exact::ONE => !matches!(next, "in" | "on" | "out" | "of"),
        "kilo" if next == "-" => false,
        _ => true,
    }
}

fn symbol(text: &Text<'_>, at: usize, glued: bool, numeral: &Numeral) -> Option<(Arc<Unit>, usize)> {
    // "km/h": the symbol goes over a stroke.
    if text.lower(at + 1) == "/" && text.glued(at + 1) && text.glued(at + 2) {
        // "m/s²" before "m/s".
        for last in [at + 3, at + 2] {
            if let Some(unit) = units::by_symbol(text.written(text.span(at, last))).filter(|_| text.glued(last)) {
                return Some((Arc::clone(unit), last + 1));
            }
        }
    }
    let written = text.word(at);
    // "dozens of Pa. lawmakers", "18 Pa. counties": a state.
    if numeral.style.words && !is_plain_symbol(written) || written == "Pa" && text.word(at + 1) == "." {
        return None;
    }
    let taken = |name: &str| units::by_symbol(name).map(|unit| (Arc::clone(unit), at + 1));
    if written.len() == 1
        && (!text.glued(at + 1) || text.kind(at + 1) == TokenKind::Mark)
        && let Some(unit) = context::unit(text, at).and_then(units::by_word)
    {
        return Some((Arc::clone(unit), at + 1));
    }
    // "20 J/m^2": only units are divided by units.
    let divided = text.word(at + 1) == "/" && text.glued(at + 1) && text.glued(at + 2);
    if written.len() == 1
        && divided
        && let Some(unit) = units::by_symbol(written).or_else(|| units::by_word(context::spelled(written)?))
        && named(text, at + 2).is_some()
    {
        return Some((Arc::clone(unit), at + 1));
    }
    // "a storm of 950 mb", "a file of 100 mb".
    if written == "mb" {
        let pressure = (Exact::whole(850)..=Exact::whole(1100)).contains(&numeral.value);
        let unit = units::by_word(if pressure { "millibar" } else { "megabyte" })?;
        return Some((Arc::clone(unit), at + 1));
    }
    if glued {
        // "18F projects", "3C's", "14.7C/share": no temperature has a plural or an owner after it.
        let named = text.kind(at + 1) == TokenKind::Possessive
            || text.token(at + 1).is_some_and(|next| next.kind == TokenKind::Word && next.case != Case::Lower)
            || text.word(at + 1) == "/" && text.glued(at + 1) && !is_oven(text, at + 2)
            || lexicon::is_plural(text.lower(at + 1));
        match written {
            "C" | "F" if named => return None,
            "C" => return taken("°C"),
            "F" if numeral.style.decimals == 0 && !temperature::is_told(text, at, numeral) => return None,
            "F" => return taken("°F"),
            "st" if is_stone(text, at, numeral) => {
                return units::by_word("stone").map(|unit| (Arc::clone(unit), at + 1));
            }
            _ => {}
        }
    } else if written.len() == 1 && !matches!(written, "m" | "l" | "g" | "L") || matches!(written, "ins" | "AU" | "MP")
    {
        return match written {
            // "5 AU troops" are the African Union's.
            "AU" if numeral.style.decimals > 0 => taken(written),
            "C" if temperature::is_scale(text, at) => taken("°C"),
            "F" if temperature::is_scale(text, at) => taken("°F"),
            "W" | "V" if !is_result(text, at + 1) => taken(written),
            _ => None,
        };
    } else if written == "ha" && text.lower(at + 1) == "ha" || written == "WAR" && numeral.style.decimals == 0 {
        return None;
    } else if written == "in" {
        return inches(text, at, numeral).then(|| taken("in")).flatten();
    }
    // "2.5 bar", "190 PS": no three bar staff and no forty PS deputies.
    if matches!(written, "bar" | "PS") && !ends_here(text, at + 1) {
        return None;
    }
    let unit = units::by_symbol(written)?;
    // "2m-3m"
    let range = text.kind(at + 2) == TokenKind::Number && text.word(at + 3) == written && text.glued(at + 3);
    // "a 3m-long snake"
    let sized = text.glued(at + 1) && text.glued(at + 2) && is_size(text.lower(at + 2));
    if written.len() == 1 && is_hyphen(text, at + 1) && !range && !sized {
        return None;
    }
    if let Some((power, end)) = power_at(text, at + 1) {
        return Some(units::powered(unit, power).map_or((Arc::clone(unit), at + 1), |unit| (unit, end)));
    }
    // "m212" is no length.
    let code = text.kind(at + 1) == TokenKind::Number && text.glued(at + 1);
    (!code).then(|| (Arc::clone(unit), at + 1))
}

/// Whether no noun follows that an abbreviation could belong to.
fn ends_here(text: &Text<'_>, at: usize) -> bool {
    let next = text.lower(at);
    match text.kind(at) {
        TokenKind::Word => {
            !text.glued(at)
                && (lexicon::classes(next).has_any(
                    lexicon::Classes::PREPOSITION.or(lexicon::Classes::CONJUNCTION).or(lexicon::Classes::AUXILIARY),
                ) || matches!(next, "pressure" | "diesel" | "petrol" | "engine" | "motor"))
        }
        TokenKind::Mark => true,
        TokenKind::Number | TokenKind::Possessive => false,
    }
}

/// What a recipe says after a stroke for the same heat: "180C/160C fan/gas 4", "350F/gas mark 4".
fn is_oven(text: &Text<'_>, at: usize) -> bool {
    matches!(text.lower(at), "gas" | "fan")
        || text.kind(at) == TokenKind::Number && matches!(text.word(at + 1), "C" | "F")
}

/// "km²", "km2", "km^2", "km squared": the power after a symbol and one past it.
fn power_at(text: &Text<'_>, at: usize) -> Option<(u8, usize)> {
    if matches!(text.lower(at), "squared" | "cubed") {
        return Some((if text.lower(at) == "squared" { 2 } else { 3 }, at + 1));
    }
    let caret = usize::from(text.word(at) == "^");
    if !text.glued(at) || !text.glued(at + caret) {
        return None;
    }
    raised(text.word(at + caret)).map(|power| (power, at + caret + 1))
}

/// "5 W, 3 L": a table of games won and lost.
fn is_result(text: &Text<'_>, at: usize) -> bool {
    let next = at + usize::from(text.word(at) == "," || is_hyphen(text, at));
    text.kind(next) == TokenKind::Number || is_hyphen(text, at)
}

/// Whether "in" after a number is an abbreviation: "12 in. of rain", "(30 in)", "2½ in thick".
fn inches(text: &Text<'_>, at: usize, numeral: &Numeral) -> bool {
    let point = text.word(at + 1) == "." && text.glued(at + 1);
    let next = text.lower(at + 1 + usize::from(point));
    let weather = next == "of"
        && matches!(
            text.lower(at + 2 + usize::from(point)),
            "rain" | "snow" | "water" | "rainfall" | "snowfall" | "ice"
        );
    let closes = matches!(text.word(at + 1), ")" | "");
    let part = numeral.style.decimals > 0 && text.kind(at + 1) == TokenKind::Mark;
    let opens = numeral.first.checked_sub(1).is_some_and(|before| text.word(before) == "(");
    is_size(next) || weather || next.is_empty() || part || closes && opens
}

/// "12st 4lb", "10st": never what "21st" and "1st" can be.
fn is_stone(text: &Text<'_>, at: usize, numeral: &Numeral) -> bool {
    let ones = numeral.value.numerator() % 100;
    let ordinal = ones % 10 == 1 && ones != 11;
    let pounds = text.kind(at + 1) == TokenKind::Number && matches!(text.lower(at + 2), "lb" | "lbs" | "pounds");
    pounds || numeral.style.decimals == 1 || !ordinal && numeral.value.is_whole()
}

/// Words that make "a year" before them a time: "a year earlier", "a month ago".
pub(super) fn is_since(lower: &str) -> bool {
    ["earlier", "ago", "before", "later", "previously", "prior", "after", "on", "since"].contains(&lower)
}

/// What a measure is divided by: "an hour", "per day", "/s", "per kilogram".
pub(super) fn rate(text: &Text<'_>, unit: Arc<Unit>, end: usize) -> (Arc<Unit>, usize) {
    let hyphens = is_hyphen(text, end);
    let at = if hyphens { end + 1 } else { end };
    let joiner = text.lower(at);
    let next = if is_hyphen(text, at + 1) { at + 2 } else { at + 1 };
    let of_time = matches!(joiner, "per" | "a" | "an" | "each" | "every") || joiner == "/" && text.glued(at);
    let rated = unit.name.contains(" per ") || &*unit.name == "knot";
    if !of_time || rated && !matches!(joiner, "/" | "per") {
        return (unit, end);
    }
    if let Some(period) = units::period(text.lower(next)) {
        // "5 tonnes a year earlier" are no rate.
        let ago = matches!(joiner, "a" | "an") && is_since(text.lower(next + 1));
        return if ago { (unit, end) } else { (units::per_time(&unit, period), next + 1) };
    }
    if joiner == "per"
        && let Some(found) = per_several(text, &unit, next)
    {
        return found;
    }
    if matches!(joiner, "per" | "/")
        && let Some((other, end)) = named(text, next)
    {
        return (units::per_unit(&unit, &other), end);
    }
    (unit, end)
}

/// "6 litres per 100 km", "80mg per 100ml".
fn per_several(text: &Text<'_>, unit: &Arc<Unit>, at: usize) -> Option<(Arc<Unit>, usize)> {
    let count = Exact::parse(text.word(at)).filter(|count| count.is_whole() && text.kind(at) == TokenKind::Number)?;
    let (other, end) = named(text, at + 1)?;
    let known = [&*unit.name, " per ", text.word(at), " ", &other.name, "s"].concat();
    if let Some(known) = units::by_word(&known) {
        return Some((Arc::clone(known), end));
    }
    let one = units::per_unit(unit, &other);
    let name = [&*unit.name, " per ", text.word(at), " ", &other.name].concat();
    let factor = one.factor.and_then(|factor| factor.over(count));
    Some((Arc::new(Unit { name: name.into(), factor, ..(*one).clone() }), end))
}
