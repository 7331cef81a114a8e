//! How many of a unit another holds: "there are 244 pence to the pound", "there are 5,820 feet in a mile".

use super::{Bounds, Reading, note};
use crate::facts::exact::Exact;
use crate::facts::names::{Certainty, Hedge};
use crate::source::Span;
use crate::text::Text;

/// The smaller unit, the larger one, and the least and the most of the one that the other can be said to hold: old and
/// new pence, common and leap years, rounded and exact metric units.
#[rustfmt::skip] // One pair a line.
const UNITS: &[(&[&str], &[&str], (i128, i128), (i128, i128))] = &[
    (&["pence", "pennies", "pee"], &["pound"], (100, 1), (240, 1)),
    (&["shillings"], &["pound"], (20, 1), (20, 1)),
    (&["pence", "pennies"], &["shilling"], (12, 1), (12, 1)),
    (&["cents"], &["dollar", "euro"], (100, 1), (100, 1)),
    (&["inches"], &["foot"], (12, 1), (12, 1)),
    (&["inches"], &["yard"], (36, 1), (36, 1)),
    (&["feet"], &["yard"], (3, 1), (3, 1)),
    (&["feet"], &["mile"], (5280, 1), (6080, 1)),
    (&["yards"], &["mile"], (1760, 1), (2027, 1)),
    (&["millimetres", "millimeters", "mm"], &["inch"], (25, 1), (254, 10)),
    (&["centimetres", "centimeters", "cm"], &["inch"], (25, 10), (254, 100)),
    (&["centimetres", "centimeters", "cm"], &["metre", "meter"], (100, 1), (100, 1)),
    (&["metres", "meters"], &["kilometre", "kilometer"], (1000, 1), (1000, 1)),
    (&["kilometres", "kilometers", "km"], &["mile"], (16, 10), (161, 100)),
    (&["acres"], &["hectare"], (247, 100), (25, 10)),
    (&["hectares"], &["acre"], (4, 10), (405, 1000)),
    (&["grams", "grammes"], &["ounce"], (28, 1), (3111, 100)),
    (&["grams", "grammes"], &["kilogram", "kilo"], (1000, 1), (1000, 1)),
    (&["pounds"], &["kilogram", "kilo"], (22, 10), (221, 100)),
    (&["pounds"], &["stone"], (14, 1), (14, 1)),
    (&["kilograms", "kilos", "kg"], &["tonne"], (1000, 1), (1000, 1)),
    (&["seconds"], &["minute"], (60, 1), (61, 1)),
    (&["minutes"], &["hour"], (60, 1), (60, 1)),
    (&["hours"], &["day"], (24, 1), (24, 1)),
    (&["hours"], &["week"], (168, 1), (168, 1)),
    (&["days"], &["week"], (7, 1), (7, 1)),
    (&["days"], &["year"], (365, 1), (366, 1)),
    (&["weeks"], &["year"], (52, 1), (53, 1)),
    (&["months"], &["year"], (12, 1), (13, 1)),
    (&["years"], &["decade"], (10, 1), (10, 1)),
    (&["years"], &["century"], (100, 1), (100, 1)),
    (&["decades"], &["century"], (10, 1), (10, 1)),
    (&["years"], &["millennium"], (1000, 1), (1000, 1)),
];

/// Words of what is not, or is felt to be.
const FANCIED: &[&str] =
    &["if", "wish", "though", "like", "feel", "feels", "felt", "only", "not", "n’t", "n't", "enough", "never", "were"];

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
            && let Some((by, bounds)) = defines(reading.text, at.span)
        {
            found.push(((written, at.span), by, bounds));
        }
    }
    for (figure, by, bounds) in found {
        note(reading, "unit", figure, by, bounds);
    }
}

/// The larger unit after "244 pence to the", and how many of the smaller it holds.
fn defines(text: &Text<'_>, span: Span) -> Option<(Span, Bounds)> {
    let (first, end) = (text.token_from(span.start), text.token_from(span.end));
    let to = text.lower(end) == "to" && text.lower(end + 1) == "the";
    let within =
        text.lower(end) == "in" && matches!(text.lower(end + 1), "a" | "an" | "the" | "every" | "each" | "one");
    if !(to || within) {
        return None;
    }
    let (small, large) = (text.lower(end - 1), text.lower(end + 2));
    let (_, _, low, high) =
        UNITS.iter().find(|(smalls, larges, ..)| smalls.contains(&small) && larges.contains(&large))?;
    let before = first.saturating_sub(5)..first;
    let there = before.clone().rev().take(3).any(|at| text.lower(at) == "there");
    // "Six inches to the mile" is the scale of a map, "30 hours in a week" what somebody works.
    let coin = to && matches!(large, "pound" | "dollar" | "euro");
    let fancied = (first.saturating_sub(9)..first).any(|at| FANCIED.contains(&text.lower(at)));
    if !(there && !fancied || coin) {
        return None;
    }
    let bounds = Bounds { least: Exact::fraction(low.0, low.1), most: Exact::fraction(high.0, high.1) };
    Some((text.span(end + 2, end + 2), bounds))
}
