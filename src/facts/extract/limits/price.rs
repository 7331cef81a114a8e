//! Prices that lost their thousands or millions: "the mill was valued at $140", "they built the bridge for £64".

use super::things::{Found, Things};
use super::{Bounds, Reading, note};
use crate::facts::exact::Exact;
use crate::facts::names::{Certainty, Hedge};
use crate::text::Text;
use std::sync::LazyLock;

/// The least that such things are sold or built for.
static THINGS: LazyLock<Things<Exact>> = LazyLock::new(|| {
    Things::of(include_str!("../../../../tables/prices.csv"), |cells| {
        cells.first().and_then(|least| Exact::parse(least))
    })
});

/// No thing of the table costs more at least.
const MOST: i128 = 10_000;

/// Reads the prices of such things.
pub(super) fn read(reading: &mut Reading<'_>) {
    let text = reading.text;
    for index in 0..reading.facts.moneys.len() {
        let Some(money) = reading.facts.moneys.get(index) else { return };
        let Some(written) = money.figure.written.filter(|n| *n < Exact::whole(MOST) && *n > Exact::ONE) else {
            continue;
        };
        let plain = money.figure.hedge == Hedge::Exactly && money.figure.style.scale == 0 && money.per.is_none();
        if !plain || money.at.certainty == Certainty::Weak || money.at.quoted {
            continue;
        }
        let (span, first) = (money.at.span, text.token_from(money.at.span.start));
        let after = text.lower(text.token_from(span.end));
        if matches!(
            after,
            "a" | "per" | "each" | "every" | "to" | "for" | "million" | "billion" | "-" | "–" | "and" | "or"
        ) {
            continue;
        }
        // What was paid long ago was less.
        let (dates, sentence) = (&reading.facts.dates, money.at.sentence);
        let begin = dates.partition_point(|date| date.at.sentence < sentence);
        let past = dates.iter().skip(begin).take_while(|date| date.at.sentence == sentence).any(|date| date.explicit);
        if !past && let Some(thing) = thing(text, first) {
            let bounds = Bounds { least: Some(thing.row), most: None };
            note(reading, "price", (written, span), text.span(thing.first, thing.end - 1), bounds);
        }
    }
}

/// The thing that is valued at an amount: "the tower was valued at", "the tower, valued at", "the tower was worth", "sold
/// the tower for".
fn thing(text: &Text<'_>, first: usize) -> Option<Found<Exact>> {
    let back = |n: usize| first.checked_sub(n).map_or("", |at| text.lower(at));
    let dear = |n: usize| THINGS.ending(text, 0, (first + 1).checked_sub(n)?);
    match (back(1), back(2)) {
        ("at", "valued" | "appraised" | "assessed" | "priced") => match back(3) {
            "was" | "is" | "were" | "," | "been" => dear(4),
            _ => None,
        },
        ("for", "sold" | "bought") if matches!(back(3), "was" | "is") => dear(4),
        ("worth", _) => {
            // "was worth", "was said to be worth".
            let said = matches!(back(2), "be") && back(3) == "to" && matches!(back(4), "said" | "believed" | "thought");
            let verb = if said { 5 } else { 2 };
            matches!(back(verb), "is" | "was").then(|| dear(verb + 1)).flatten()
        }
        ("for", _) if (3..=6).any(|n| matches!(back(n), "sold" | "bought" | "built")) => dear(2),
        _ => None,
    }
}
