//! More money than there is: "£2,000,000,000,000,000,000 was wiped off", "a national debt of £350tn".

use super::{Bounds, Reading, note};
use crate::facts::exact::Exact;
use crate::facts::names::Certainty;
use crate::text::Text;

/// No more than this many dollars, pounds or euros is told of the world: all that it owns is half of it, all contracts on
/// all exchanges are as much.
const WORLD: i128 = 1_000_000_000_000_000;

/// No country owes or earns more; the United States, which owes and earns most, are below it.
const COUNTRY: i128 = 60_000_000_000_000;

/// What a country owes or earns.
#[rustfmt::skip] // One thing a line.
const OF_A_COUNTRY: &[[&str; 2]] = &[
    ["national", "debt"], ["public", "debt"], ["government", "debt"], ["federal", "debt"], ["budget", "deficit"],
    ["trade", "deficit"], ["federal", "budget"], ["federal", "deficit"], ["national", "income"],
];

/// Words of sums that nobody has to have: what passes to and fro within a year, what contracts are written for, what is
/// demanded, shown by mistake, or thought to lie in an asteroid.
#[rustfmt::skip] // Words, a dozen a line.
const FANCIED: &[&str] = &[
    "settled", "settles", "cleared", "clears", "clearing", "processed", "processes", "handled", "handles", "traded",
    "turnover", "transactions", "payments", "transfers", "swaps", "derivatives", "contracts", "notional", "futures",
    "sue", "sued", "sues", "suing", "suit", "lawsuit", "damages", "fine", "fined", "fines", "penalty", "demanded",
    "demands", "demanding", "ransom", "joked", "jokingly", "joke", "error", "glitch", "mistake", "mistakenly",
    "accidentally", "credited", "asteroid", "asteroids", "imaginary", "fictional",
];

/// How far from a sum what it is of may be told, in tokens.
const NEAR: usize = 80;

/// Reads the sums that are larger than that.
pub(super) fn read(reading: &mut Reading<'_>) {
    let text = reading.text;
    for index in 0..reading.facts.moneys.len() {
        let Some(money) = reading.facts.moneys.get(index) else { return };
        let hard = matches!(&*money.currency, "USD" | "GBP" | "EUR" | "dollar" | "pound");
        let Some(written) = money.figure.written.filter(|n| hard && *n > Exact::whole(COUNTRY)) else { continue };
        let first = text.token_from(money.at.span.start);
        let tokens = text.near(first..first, NEAR);
        // Who writes "quadrillion" has counted the zeros.
        let meant = money.figure.style.scale > 12;
        if money.at.certainty == Certainty::Weak || meant || tokens.clone().any(|at| FANCIED.contains(&text.lower(at)))
        {
            continue;
        }
        let (figure, by) = ((written, money.at.span), money.figure.span);
        if written > Exact::whole(WORLD) {
            note(reading, "wealth", figure, by, Bounds::up_to(Exact::whole(WORLD)));
        } else if let Some(thing) = tokens.clone().find(|&at| is_of_a_country(text, at))
            && !tokens
                .into_iter()
                .any(|at| matches!(text.lower(at), "global" | "world" | "worldwide" | "by" | "unfunded"))
        {
            note(reading, "wealth", figure, text.span(thing, thing + 1), Bounds::up_to(Exact::whole(COUNTRY)));
        }
    }
}

fn is_of_a_country(text: &Text<'_>, at: usize) -> bool {
    OF_A_COUNTRY.iter().any(|[first, second]| text.lower(at) == *first && text.lower(at + 1) == *second)
}
