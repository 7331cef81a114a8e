//! What a share of a firm was paid for it, and what that values the firm at: "took a 10% stake for £5m, valuing it at £50m".

use super::{Bounds, Reading, note};
use crate::facts::exact::Exact;
use crate::facts::model::{Money, Percent, of_sentence};
use crate::facts::names::Certainty;
use crate::text::Text;
use std::ops::Range;

/// Words behind a percentage that is a share of a firm.
const STAKE: &[&str] = &["stake", "shareholding", "holding", "equity", "interest", "share"];

/// Words of what else is bought, owed or counted in.
#[rustfmt::skip] // Words, a dozen a line.
const OTHER: &[&str] = &[
    "debt", "enterprise", "up", "option", "options", "another", "additional", "further", "initial", "tranche", "plus",
    "more", "previously", "already", "raised", "raising", "raise", "total", "combined", "earlier", "loan", "loans",
    "convertible", "rising", "instalments", "cash", "including", "excluding", "discount", "premium", "instead", "than",
    "not", "whole", "entire", "group", "parent", "once", "peak",
];

/// How far before the second sum the word of valuing may stand, in tokens.
const REACH: usize = 8;

/// Reads the shares of firms whose sentence tells two sums.
pub(super) fn read(reading: &mut Reading<'_>) {
    let text = reading.text;
    for index in 0..reading.facts.percents.len() {
        let Some(percent) = reading.facts.percents.get(index) else { return };
        let after = text.token_from(percent.at.span.end);
        let of_firm = (after..after + 3).any(|at| STAKE.contains(&text.lower(at))) || text.lower(after) == "of";
        let sentence = percent.at.sentence;
        let other = |at: Option<&Percent>| at.is_some_and(|percent| percent.at.sentence == sentence);
        let percents = &reading.facts.percents;
        let alone = !other(percents.get(index + 1)) && !other(index.checked_sub(1).and_then(|at| percents.get(at)));
        if !of_firm || !alone || percent.at.certainty == Certainty::Weak {
            continue;
        }
        let Some(found) = valued(reading, percent) else { continue };
        note(reading, "valuation", found.0, found.1, found.2);
    }
}

type Found = ((Exact, crate::source::Span), crate::source::Span, Bounds);

/// The sum that the share values all at, and what it can be.
fn valued(reading: &Reading<'_>, percent: &Percent) -> Option<Found> {
    let text = reading.text;
    let [paid, all] = of_sentence(&reading.facts.moneys, percent.at.sentence) else { return None };
    let firm = |money: &Money| money.per.is_none() && money.at.certainty != Certainty::Weak;
    let tokens = text.sentences.get(percent.at.sentence as usize)?.tokens.clone();
    let alike = firm(paid) && firm(all) && paid.currency == all.currency;
    if !alike || tokens.clone().any(|at| OTHER.contains(&text.lower(at))) {
        return None;
    }
    let (price, value_at) = (text.token_from(paid.at.span.start), text.token_from(all.at.span.start));
    let share = text.token_from(percent.at.span.start);
    let from = text.token_from(paid.at.span.end.max(percent.at.span.end));
    if !is_price(text, price, share, text.token_from(paid.at.span.end))
        || !is_value(text, from, value_at)
        || share > value_at
    {
        return None;
    }
    let whole = Exact::whole(100);
    let value = paid.value.interval.over(percent.figure.value).scaled(whole);
    // What was put in may be counted or not.
    let bounds = Bounds::around(value, (&all.value, &all.figure), (7, 10), (13, 10))?;
    Some(((all.figure.written?, all.at.span), paid.at.span, bounds))
}

/// "for £5m" behind the share, or "£5m for a 10% stake", "£5m in exchange for".
fn is_price(text: &Text<'_>, paid: usize, share: usize, end: usize) -> bool {
    let words = |range: Range<usize>| range.map(|at| text.lower(at)).collect::<Vec<_>>();
    if share < paid {
        let lead = (paid.saturating_sub(2)..paid).any(|at| text.lower(at) == "for");
        return lead && !words(share..paid).contains(&"and");
    }
    matches!(
        words(end..share).as_slice(),
        ["for", "a" | "an" | "the"] | ["for"] | ["in", "exchange" | "return", "for", "a" | "an"]
    )
}

/// ", valuing the firm at", "at a valuation of", ", which values it at", right behind the price.
fn is_value(text: &Text<'_>, from: usize, sum: usize) -> bool {
    let back = |n: usize| sum.checked_sub(n).map_or("", |at| text.lower(at));
    let word = match back(1) {
        "at" => (2..REACH).find(|&n| matches!(back(n), "valuing" | "values" | "valued")),
        "of" => Some(2).filter(|&n| back(n) == "valuation"),
        _ => None,
    };
    // "in a deal valuing", ", in a deal that values", "stake in the firm for £5m at a valuation"
    word.and_then(|n| sum.checked_sub(n)).is_some_and(|at| {
        let gap = from..at;
        let plain = |at: usize| {
            matches!(
                text.lower(at),
                "," | "in"
                    | "a"
                    | "deal"
                    | "round"
                    | "transaction"
                    | "that"
                    | "which"
                    | "at"
                    | "move"
                    | "stake"
                    | "—"
                    | "–"
            )
        };
        gap.len() <= REACH && gap.into_iter().all(plain)
    })
}
