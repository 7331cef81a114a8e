//! Prices of a unit that nobody pays: "drivers pay $171.90 a litre", "a rebate of £2.80 per kilowatt hour".

use super::{Bounds, Reading, note};
use crate::facts::exact::Exact;
use crate::facts::model::Money;
use crate::facts::names::{Certainty, Hedge};

/// What a unit of something costs at most, in any of the currencies below, far beyond what was ever paid. Less than
/// anybody pays is a tax, a discount or a change of the price.
struct Price {
    unit: &'static str,
    /// A word of the sentence that says what is sold; any where the unit is of one thing alone.
    of: &'static [&'static str],
    most: i128,
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
    Price { unit: "litre", of: FUEL, most: 10 },
    Price { unit: "liter", of: FUEL, most: 10 },
    Price { unit: "gallon", of: FUEL, most: 25 },
    Price { unit: "barrel", of: OIL, most: 400 },
    Price { unit: "kilowatt hour", of: POWER, most: 2 },
    Price { unit: "megawatt hour", of: POWER, most: 20_000 },
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

/// Words of what power is sold for by the hour where it is scarce, which is a thousand times the usual.
#[rustfmt::skip] // Words, a dozen a line.
const SCARCE: &[&str] = &[
    "hit", "hits", "spike", "spikes", "spiked", "spiking", "soared", "soaring", "surged", "peaked", "reached", "freeze",
    "blackout", "blackouts", "outage", "outages", "cap", "capped", "ceiling", "crisis", "market", "auction",
];

/// How far from a price what is sold may be told, in tokens.
const NEAR: usize = 80;

/// Currencies of which one buys about as much as another.
pub(super) const ALIKE: &[&str] = &["USD", "GBP", "EUR", "AUD", "CAD", "NZD", "dollar", "pound", "euro"];

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
        let first = text.token_from(money.at.span.start);
        let tokens = text.near(first..first, NEAR);
        let of = |price: &&Price| price.unit == per && tokens.clone().any(|at| price.of.contains(&text.lower(at)));
        let Some(price) = PRICES.iter().find(of) else { continue };
        if price.unit == "kilowatt hour" && tokens.clone().any(|at| SCARCE.contains(&text.lower(at))) {
            continue;
        }
        let span = money.at.span;
        let end = text.token_from(span.end);
        // "$50,000 per barrel of oil a day", "$12,000 a barrel-equivalent".
        let of = end + if text.lower(end) == "of" { 2 } else { 0 };
        let flows = matches!(text.lower(of), "a" | "per" | "each" | "-");
        if flows || tokens.clone().any(|at| OTHER.contains(&text.lower(at))) {
            continue;
        }
        let last = end - 1;
        let bounds = Bounds::up_to(Exact::whole(price.most));
        note(reading, "unit price", (amount, span), text.span(last, last), bounds);
    }
}
