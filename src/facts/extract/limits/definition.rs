//! How many of a unit another holds: "there are 244 pence to the pound", "there are 5,820 feet in a mile".

use super::{Bounds, Reading, note};
use crate::facts::exact::Exact;
use crate::facts::extract::lexemes::lexeme;
use crate::facts::model::At;
use crate::facts::names::{Certainty, Hedge};
use crate::source::Span;
use crate::text::{Text, TokenKind};

/// A unit and a larger one, and the least and the most of the one that the other can be said to hold: old and new pence,
/// common and leap years, rounded and exact metric units.
struct Pair {
    small: &'static [&'static str],
    large: &'static [&'static str],
    least: Fraction,
    most: Fraction,
}

/// A number as what stands over the line and what stands under it.
struct Fraction(i128, i128);

const fn pair(small: &'static [&'static str], large: &'static [&'static str], least: Fraction, most: Fraction) -> Pair {
    Pair { small, large, least, most }
}

#[rustfmt::skip] // One pair a line.
const PAIRS: &[Pair] = &[
    pair(&["pence", "pennies"], &["pound"], Fraction(100, 1), Fraction(240, 1)),
    pair(&["shillings"], &["pound"], Fraction(20, 1), Fraction(20, 1)),
    pair(&["pence", "pennies"], &["shilling"], Fraction(12, 1), Fraction(12, 1)),
    pair(&["cents"], &["dollar", "euro"], Fraction(100, 1), Fraction(100, 1)),
    pair(&["inches"], &["foot"], Fraction(12, 1), Fraction(12, 1)),
    pair(&["inches"], &["yard"], Fraction(36, 1), Fraction(36, 1)),
    pair(&["feet"], &["yard"], Fraction(3, 1), Fraction(3, 1)),
    pair(&["feet"], &["mile"], Fraction(5280, 1), Fraction(6080, 1)),
    pair(&["yards"], &["mile"], Fraction(1760, 1), Fraction(2027, 1)),
    pair(&["millimetres", "millimeters", "mm"], &["inch"], Fraction(25, 1), Fraction(254, 10)),
    pair(&["centimetres", "centimeters", "cm"], &["inch"], Fraction(25, 10), Fraction(254, 100)),
    pair(&["centimetres", "centimeters", "cm"], &["metre", "meter"], Fraction(100, 1), Fraction(100, 1)),
    pair(&["metres", "meters"], &["kilometre", "kilometer"], Fraction(1000, 1), Fraction(1000, 1)),
    pair(&["kilometres", "kilometers", "km"], &["mile"], Fraction(16, 10), Fraction(161, 100)),
    pair(&["acres"], &["hectare"], Fraction(247, 100), Fraction(25, 10)),
    pair(&["hectares"], &["acre"], Fraction(4, 10), Fraction(405, 1000)),
    pair(&["grams", "grammes"], &["ounce"], Fraction(28, 1), Fraction(3111, 100)),
    pair(&["grams", "grammes"], &["kilogram", "kilo"], Fraction(1000, 1), Fraction(1000, 1)),
    pair(&["pounds"], &["kilogram", "kilo"], Fraction(22, 10), Fraction(221, 100)),
    pair(&["pounds"], &["stone"], Fraction(14, 1), Fraction(14, 1)),
    pair(&["kilograms", "kilos", "kg"], &["tonne"], Fraction(1000, 1), Fraction(1000, 1)),
    pair(&["seconds"], &["minute"], Fraction(60, 1), Fraction(61, 1)),
    pair(&["minutes"], &["hour"], Fraction(60, 1), Fraction(60, 1)),
    pair(&["hours"], &["day"], Fraction(24, 1), Fraction(24, 1)),
    pair(&["hours"], &["week"], Fraction(168, 1), Fraction(168, 1)),
    pair(&["days"], &["week"], Fraction(7, 1), Fraction(7, 1)),
    pair(&["days"], &["year"], Fraction(365, 1), Fraction(366, 1)),
    pair(&["weeks"], &["year"], Fraction(52, 1), Fraction(53, 1)),
    pair(&["months"], &["year"], Fraction(12, 1), Fraction(13, 1)),
    pair(&["years"], &["decade"], Fraction(10, 1), Fraction(10, 1)),
    pair(&["years"], &["century"], Fraction(100, 1), Fraction(100, 1)),
    pair(&["decades"], &["century"], Fraction(10, 1), Fraction(10, 1)),
    pair(&["years"], &["millennium"], Fraction(1000, 1), Fraction(1000, 1)),
];

/// Words of what is not, or is felt to be.
const FANCIED: &[&str] =
    &["if", "wish", "though", "like", "feel", "feels", "felt", "only", "not", "n’t", "n't", "enough", "never"];

/// Reads the measures, sums and lengths of time that stand before "in a mile", "to the pound".
pub(super) fn read(reading: &mut Reading<'_>) {
    let facts = &reading.facts;
    let measures = facts.measures.iter().map(|fact| (&fact.figure, fact.at));
    let moneys = facts.moneys.iter().map(|fact| (&fact.figure, fact.at));
    let durations = facts.durations.iter().map(|fact| (&fact.figure, fact.at));
    let mut found = Vec::new();
    for (figure, at) in measures.chain(moneys).chain(durations) {
        let plain = matches!(figure.hedge, Hedge::Exactly | Hedge::About) && at.certainty != Certainty::Weak;
        if let Some(written) = figure.written.filter(|_| plain)
            && let Some((by, bounds)) = defines(reading.text, at)
        {
            found.push(((written, at.span), by, bounds));
        }
    }
    for (figure, by, bounds) in found {
        note(reading, "unit", figure, by, bounds);
    }
}

/// The larger unit after "244 pence to the", and how many of the smaller it holds.
fn defines(text: &Text<'_>, at: At) -> Option<(Span, Bounds)> {
    let (first, end) = (text.token_from(at.span.start), text.token_from(at.span.end));
    let to = text.lower(end) == "to" && text.lower(end + 1) == "the";
    let within =
        text.lower(end) == "in" && matches!(text.lower(end + 1), "a" | "an" | "the" | "every" | "each" | "one");
    if !(to || within) {
        return None;
    }
    let (small, large) = (text.lower(end - 1), text.lower(end + 2));
    let pair = PAIRS.iter().find(|pair| pair.small.contains(&small) && pair.large.contains(&large))?;
    let floor = text.sentences.get(at.sentence as usize)?.tokens.start;
    let before = |far: usize| first.saturating_sub(far).max(floor)..first;
    // "Three working days in a week" are not all that it has.
    let bare = end.checked_sub(2).is_some_and(|at| {
        text.kind(at) == TokenKind::Number || lexeme(text.lower(at)).is_some() || text.word(at) == "-"
    });
    // There were 240 pence to the pound; creditors get 30 to the pound.
    let coin = to && matches!(large, "pound" | "dollar" | "euro");
    // "There were 30 hours in a week when nobody answered" says what happened in one, "there are ten hours in the day when"
    // how many of them.
    let last = end + 2;
    let closes = text.kind(last + 1) == TokenKind::Mark
        || matches!(text.lower(last + 1), "" | "and" | "as" | "but" | "so" | "because");
    let there = bare
        && (closes || coin)
        && before(3).any(|at| {
            text.lower(at) == "there"
                && (matches!(text.lower(at + 1), "are" | "is" | "’s" | "'s" | "’re" | "'re")
                    || coin && text.lower(at + 1) == "were")
        });
    let fancied = before(9).any(|at| FANCIED.contains(&text.lower(at)));
    // "There are 260 days in a year, not counting weekends."
    let counted = matches!(small, "days" | "weeks" | "months") && text.word(last + 1) == ",";
    if !there || fancied || counted {
        return None;
    }
    let bounds =
        Bounds { least: Exact::fraction(pair.least.0, pair.least.1), most: Exact::fraction(pair.most.0, pair.most.1) };
    Some((text.span(end + 2, end + 2), bounds))
}
