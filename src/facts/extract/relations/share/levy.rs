//! What is taken of a sum, told after it: "a 5% tax on the £60m sale came to £3m", "7% commission on the £400,000 price,
//! or £28,000", "a deposit of 10%, or £20,000, on the £200,000 flat".

use super::super::{Reading, Spot, SpotKind, Spots, figure};
use super::portion::{Portion, Whole};
use crate::text::{Text, TokenKind};
use std::ops::Range;

/// What is taken as a share.
const LEVIES: &[&str] = &[
    "tax",
    "levy",
    "duty",
    "tariff",
    "fee",
    "fees",
    "commission",
    "tip",
    "deposit",
    "interest",
    "surcharge",
    "royalty",
    "royalties",
    "toll",
    "charge",
    "payment",
    "contribution",
    "vat",
];

/// What is owned as a share: it is worth so much of the whole, whatever was paid for it.
const STAKES: &[&str] = &["stake", "holding", "shareholding", "share"];

/// The most tokens of the words that say of what, and of those that say how much.
const REACH: usize = 8;

/// The percentage `index` of a sentence with two sums and no other figure.
pub(super) fn read(
    reading: &Reading<'_>,
    spots: &Spots,
    index: usize,
    sentence: &Range<usize>,
) -> Option<(Portion, Spot)> {
    let text = reading.text;
    let [share, one, two] = [index, index + 1, index + 2].map(|at| spots.get(at).copied());
    let (share, one, two) = (share?, one?, two?);
    let sums = one.kind == SpotKind::Money && two.kind == SpotKind::Money && sentence.len() == 3;
    if index != sentence.start || share.kind != SpotKind::Percent || !sums {
        return None;
    }
    if ![share, one, two].iter().all(Spot::is_firm) || !alike(reading, &one, &two) {
        return None;
    }
    let stake = named(text, &share, STAKES);
    if !stake && !named(text, &share, LEVIES) {
        return None;
    }
    let (whole, part) = if is_on(text, share.end..one.first) && comes_to(text, one.end..two.first, stake) {
        (one, two)
    } else if !stake && is_or(text, share.end..one.first) && is_on(text, one.end..two.first) {
        (two, one)
    } else {
        return None;
    };
    // "A 1% tax on £5m homes would raise £2bn" is on all of them; "cost £3m in lost trade" tells on.
    let value = |spot: &Spot| figure(reading, spot).map(|figure| figure.value);
    let less = value(&part)?.surely_below(value(&whole)?);
    if !less || !(text.kind(part.end) == TokenKind::Mark || matches!(text.lower(part.end), "a" | "per" | "")) {
        return None;
    }
    let (first, end) = (share.first, two.end);
    Some((Portion { part, whole: Whole::Spot(whole), first, end, next: index + 3 }, share))
}

/// Sums of one currency, of which neither is told for something.
fn alike(reading: &Reading<'_>, one: &Spot, two: &Spot) -> bool {
    let [one, two] = [one, two].map(|spot| reading.facts.moneys.get(spot.index as usize));
    one.zip(two).is_some_and(|(one, two)| one.currency == two.currency && one.per.is_none())
}

/// "a 5% tax", "a tax of 5%".
fn named(text: &Text<'_>, share: &Spot, nouns: &[&str]) -> bool {
    let back = |n: usize| share.first.checked_sub(n).map_or("", |at| text.lower(at));
    let of = 1 + usize::from(matches!(back(1), "about" | "nearly" | "almost" | "some"));
    let next = share.end + usize::from(text.word(share.end) == "-");
    back(of) == "of" && nouns.contains(&back(of + 1))
        || (next..next + 3).take_while(|&at| text.kind(at) == TokenKind::Word).any(|at| nouns.contains(&text.lower(at)))
}

/// "tax on the", ", on the": the words between a share and the sum that it is of.
fn is_on(text: &Text<'_>, gap: Range<usize>) -> bool {
    let plain = |at: usize| {
        let word = text.lower(at);
        let other =
            matches!(word, "off" | "first" | "above" | "over" | "up" | "more" | "less" | "least" | "than" | "and");
        text.kind(at) == TokenKind::Word && !other || at == gap.start && matches!(text.word(at), "," | "-")
    };
    let on = gap.clone().any(|at| matches!(text.lower(at), "on" | "of" | "in"));
    on && gap.len() <= REACH && gap.clone().all(plain)
}

/// ", or", ", or about".
fn is_or(text: &Text<'_>, gap: Range<usize>) -> bool {
    let words: Vec<&str> = gap.map(|at| text.lower(at)).collect();
    matches!(words.as_slice(), ["or"] | [",", "or"] | [",", "or", "about" | "some" | "nearly" | "almost"])
}

/// "sale came to", "price, or", "firm is worth": the words between a sum and what is taken of it.
fn comes_to(text: &Text<'_>, gap: Range<usize>, stake: bool) -> bool {
    let back = |n: usize| gap.end.checked_sub(n).filter(|at| gap.contains(at)).map_or("", |at| text.lower(at));
    let hedge = usize::from(matches!(back(1), "about" | "some" | "nearly" | "almost" | "around" | "roughly"));
    let told = match back(1 + hedge) {
        "to" => matches!(back(2 + hedge), "comes" | "came" | "come" | "amounts" | "amounted" | "amount"),
        "worth" => matches!(back(2 + hedge), "is" | "was" | "be"),
        "or" => true,
        "cost" | "costs" | "raised" | "raises" | "raise" | "means" | "meant" => !stake,
        _ => false,
    };
    let parted = |at: usize| {
        matches!(text.lower(at), "and" | "but" | "while" | "plus" | "after" | "which" | "who") || text.word(at) == ";"
    };
    told && gap.len() <= REACH && !gap.into_iter().any(parted)
}
