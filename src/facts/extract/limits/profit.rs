//! A profit that is more than what was taken in: "a profit of $3.4 million on sales of $2.1 million".

use super::{Bounds, Reading, note};
use crate::facts::names::{Certainty, Hedge};

/// What comes in.
const SALES: &[&str] = &["sales", "revenue", "revenues", "turnover", "takings"];

/// Words of gains that are no sales: what is sold whole, given back or told of several years.
#[rustfmt::skip] // Words, a dozen a line.
const GAINS: &[&str] = &[
    "gain", "gains", "disposal", "sale", "tax", "credit", "one-off", "exceptional", "investment", "investments",
    "holding", "fund", "trust", "revaluation", "property", "writedown", "write-down", "subsidiary", "stake", "interest",
    "insurance", "settlement", "bitcoin", "biotech",
];

/// How far such a word may stand from the two sums, in tokens.
const REACH: usize = 60;

/// Reads the profits that are told on sales.
pub(super) fn read(reading: &mut Reading<'_>) {
    let text = reading.text;
    for index in 1..reading.facts.moneys.len() {
        let Some([profit, sales]) =
            reading.facts.moneys.get(index - 1..=index).and_then(|two| <&[_; 2]>::try_from(two).ok())
        else {
            return;
        };
        let (first, end) = (text.token_from(profit.at.span.start), text.token_from(profit.at.span.end));
        let on = text.token_from(sales.at.span.start).checked_sub(3).filter(|&on| on == end);
        let told = on.is_some_and(|on| {
            text.lower(on) == "on" && SALES.contains(&text.lower(on + 1)) && text.lower(on + 2) == "of"
        });
        if !told || profit.at.sentence != sales.at.sentence {
            continue;
        }
        let back = |n: usize| first.checked_sub(n).map_or("", |at| text.lower(at));
        let earned = back(1) == "of" && matches!(back(2), "profit" | "profits" | "income" | "earnings");
        let sure = [profit, sales].iter().all(|money| {
            money.figure.hedge == Hedge::Exactly && money.at.certainty != Certainty::Weak && money.per.is_none()
        });
        let gained = text.near(first..end, REACH).any(|at| GAINS.contains(&text.lower(at)));
        let alike = profit.value.measured == sales.value.measured;
        let (Some(figure), Some(most)) = (profit.value.interval.middle(), sales.value.interval.middle()) else {
            continue;
        };
        if earned && sure && alike && !gained {
            let (span, by) = (profit.at.span, sales.at.span);
            note(reading, "profit", (figure, span), by, Bounds::up_to(most));
        }
    }
}
