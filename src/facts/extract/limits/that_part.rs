//! Half or twice a sum that was just told: "it costs £500m, with the state giving half that amount, or £250m", "will get £8m
//! but pay back double, or £16m", "budgeted at £2m. The council doubled that estimate to £4m".

use super::{Bounds, Reading, note};
use crate::facts::exact::Exact;
use crate::facts::model::Money;
use crate::facts::names::{Certainty, Hedge};
use crate::text::Text;

/// Words for so many times as much.
const TIMES: &[(&str, i128, i128)] = &[("half", 1, 2), ("twice", 2, 1), ("double", 2, 1), ("triple", 3, 1)];

/// Verbs for the same.
const VERBS: &[(&str, i128, i128)] = &[
    ("halved", 1, 2),
    ("doubled", 2, 1),
    ("doubling", 2, 1),
    ("tripled", 3, 1),
    ("trebled", 3, 1),
    ("quadrupled", 4, 1),
];

/// What the sum before is called.
const SUM: &[&str] = &[
    "amount", "sum", "figure", "total", "price", "cost", "estimate", "offer", "bid", "budget", "much", "number", "fee",
];

/// Reads the sums that are said to be so many times the one before.
pub(super) fn read(reading: &mut Reading<'_>) {
    for index in 1..reading.facts.moneys.len() {
        let moneys = &reading.facts.moneys;
        let (Some(before), Some(money)) = (moneys.get(index - 1), moneys.get(index)) else { return };
        if !is_plain(before) || !is_plain(money) || before.currency != money.currency {
            continue;
        }
        let Some(times) = times(reading.text, money) else { continue };
        let earlier = index.checked_sub(2).and_then(|at| moneys.get(at));
        let own = before.at.sentence == money.at.sentence;
        let near = own || before.at.sentence + 1 == money.at.sentence && before.at.block == money.at.block;
        let alone = earlier.is_none_or(|earlier| earlier.at.sentence != before.at.sentence);
        let bounds = bounds(before, money, times).filter(|_| near && alone);
        if let (Some(bounds), Some(written)) = (bounds, money.figure.written) {
            let (figure, by) = ((written, money.at.span), before.at.span);
            note(reading, "that part", figure, by, bounds);
        }
    }
}

fn is_plain(money: &Money) -> bool {
    let near = matches!(money.figure.hedge, Hedge::Exactly | Hedge::About | Hedge::Nearly);
    near && money.per.is_none() && money.at.certainty != Certainty::Weak
}

/// "half that amount, or", "double, or", "doubled that estimate to": how many times the sum before it is.
fn times(text: &Text<'_>, money: &Money) -> Option<Exact> {
    let first = text.token_from(money.at.span.start);
    let back = |n: usize| first.checked_sub(n).map_or("", |at| text.lower(at));
    let (at, words) = match (back(1), back(2)) {
        ("or", ",") if SUM.contains(&back(3)) && back(4) == "that" => (5, TIMES),
        ("or", ",") if back(3) == "that" => (4, TIMES),
        ("or", ",") if back(3) == "double" => (3, TIMES),
        ("to", noun) if noun.len() > 2 && matches!(back(3), "that" | "this") => (4, VERBS),
        _ => return None,
    };
    let (_, over, under) = words.iter().find(|(word, _, _)| *word == back(at))?;
    // "Nearly half that amount" is less, "a half that" another half.
    let hedged = matches!(
        back(at + 1),
        "nearly"
            | "almost"
            | "about"
            | "than"
            | "over"
            | "roughly"
            | "around"
            | "least"
            | "a"
            | "some"
            | "and"
            | "other"
            | "of"
    );
    Exact::fraction(*over, *under).filter(|_| !hedged)
}

/// What so many times the sum before can be, with some room.
fn bounds(before: &Money, money: &Money, times: Exact) -> Option<Bounds> {
    let value = before.value.interval.scaled(times);
    Bounds::around(value, (&money.value, &money.figure), (17, 20), (23, 20))
}
