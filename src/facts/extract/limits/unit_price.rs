//! Prices of a unit that nobody pays: "drivers pay $171.90 a litre", "a rebate of £2.80 per kilowatt hour".

use super::{Bounds, Reading, note};
use crate::facts::exact::Exact;
use crate::facts::model::Money;
use crate::facts::names::{Certainty, Hedge};

/// What a unit of something costs at least and at most, in any of the currencies below, far beyond what was ever paid.
struct Price {
    unit: &'static str,
    /// A word of the sentence that says what is sold; any where the unit is of one thing alone.
    of: &'static [&'static str],
    least: (i128, i128),
    most: (i128, i128),
}

const FUEL: &[&str] =
    &["petrol", "fuel", "diesel", "gasoline", "gas", "unleaded", "motorists", "drivers", "pump", "pumps"];
const OIL: &[&str] = &["oil", "crude", "brent", "opec"];
const POWER: &[&str] = &[
    "electricity",
    "power",
    "energy",
    "solar",
    "wind",
    "customers",
    "households",
    "rate",
    "rates",
    "tariff",
    "rebate",
    "utility",
    "bills",
    "bill",
    "charging",
    "grid",
];

const PRICES: &[Price] = &[
    Price { unit: "litre", of: FUEL, least: (1, 100), most: (10, 1) },
    Price { unit: "liter", of: FUEL, least: (1, 100), most: (10, 1) },
    Price { unit: "gallon", of: FUEL, least: (1, 20), most: (25, 1) },
    Price { unit: "barrel", of: OIL, least: (1, 1), most: (400, 1) },
    Price { unit: "kilowatt hour", of: POWER, least: (1, 10_000), most: (2, 1) },
    Price { unit: "megawatt hour", of: POWER, least: (1, 10), most: (20_000, 1) },
];

/// Words of other amounts that are told for such a unit: what a fine is, what a battery costs for what it holds, what a
/// field is worth for what flows from it, what is paid in war and need, and dear liquids that are measured beside cheap
/// ones.
#[rustfmt::skip] // Words, a dozen a line.
const OTHER: &[&str] = &[
    "fine", "fined", "fines", "penalty", "penalties", "damages", "compensation", "battery", "batteries", "storage",
    "lithium", "capacity", "pack", "packs", "cells", "install", "installed", "build", "flowing", "daily", "cooking",
    "valued", "acquisition", "acquired", "reserves", "venom", "ink", "perfume", "whisky", "whiskey",
    "wine", "champagne", "rum", "olive", "essential", "peak", "saved", "cutting", "cuts", "storm", "wholesale", "spot",
    "emergency", "smugglers", "smuggled", "siege", "black", "shortage", "shortages", "blockade", "pentagon", "army",
    "military", "troops", "war",
];

/// Currencies of which one buys about as much as another.
const ALIKE: &[&str] = &["USD", "GBP", "EUR", "AUD", "CAD", "NZD", "dollar", "pound", "euro"];

/// The figure as written, pence as parts of a pound.
fn in_main_unit(money: &Money) -> Option<Exact> {
    let unit = money.value.interval.middle()?.over(money.figure.value.middle()?)?;
    money.figure.written.filter(|_| money.figure.hedge != Hedge::Dozens)?.times(unit)
}

/// Reads the prices that are told for such a unit.
pub(super) fn read(reading: &mut Reading<'_>) {
    let text = reading.text;
    for index in 0..reading.facts.moneys.len() {
        let Some(money) = reading.facts.moneys.get(index) else { return };
        let Some(per) = money.per.as_deref() else { continue };
        let Some(amount) = in_main_unit(money) else { continue };
        if money.at.certainty == Certainty::Weak || !ALIKE.contains(&&*money.currency) {
            continue;
        }
        let Some(tokens) = text.sentences.get(money.at.sentence as usize).map(|found| found.tokens.clone()) else {
            continue;
        };
        let of = |price: &&Price| price.unit == per && tokens.clone().any(|at| price.of.contains(&text.lower(at)));
        let Some(price) = PRICES.iter().find(of) else { continue };
        let span = money.at.span;
        let end = text.token_from(span.end);
        // "$50,000 per barrel of oil a day", "$12,000 a barrel-equivalent".
        let of = end + if text.lower(end) == "of" { 2 } else { 0 };
        let flows = matches!(text.lower(of), "a" | "per" | "each" | "-");
        if flows || tokens.clone().any(|at| OTHER.contains(&text.lower(at))) {
            continue;
        }
        let last = end - 1;
        let bounds = Bounds {
            least: Exact::fraction(price.least.0, price.least.1),
            most: Exact::fraction(price.most.0, price.most.1),
        };
        note(reading, "unit price", (amount, span), text.span(last, last), bounds);
    }
}
