//! Orders of magnitude beside the two figures: "two orders of magnitude, from 10 to 100".

use super::{Bounds, Reading, note};
use crate::facts::exact::Exact;
use crate::facts::extract::numeral;
use crate::text::{Text, TokenKind};

/// The most tokens between the orders and the first figure.
const REACH: usize = 3;

/// Reads a count of orders.
pub(super) fn read(reading: &mut Reading<'_>, index: usize) {
    let text = reading.text;
    let Some(count) = reading.facts.counts.get(index) else { return };
    let (Some(written), span, noun) = (count.figure.written, count.figure.span, count.noun.span) else { return };
    let of = text.token_from(noun.end);
    if text.lower(of) != "of" || text.lower(of + 1) != "magnitude" {
        return;
    }
    let Some(from) = (of + 2..of + 2 + REACH).find(|&at| text.lower(at) == "from") else { return };
    // "From 10 to 100 million" leaves open what the ten are: words of scale are left out.
    let number = |at: usize| {
        let numeral = numeral::read(text, at).filter(|numeral| numeral.end == at + 1 && !numeral.fraction)?;
        (text.kind(at) == TokenKind::Number && numeral.value > Exact::ZERO).then_some(numeral.value)
    };
    let Some(low) = number(from + 1) else { return };
    let Some(high) = number(from + 3).filter(|_| text.lower(from + 2) == "to") else { return };
    if !is_bare(text, from + 4) {
        return;
    }
    let Some(bounds) = high.over(low).and_then(orders) else { return };
    note(reading, "magnitude", (written, span), text.span(from + 1, from + 3), bounds);
}

/// Whether the second figure ends there: "to 100 million" and "to 100%" are others.
fn is_bare(text: &Text<'_>, after: usize) -> bool {
    matches!(text.word(after), "." | "," | ";" | ")" | "" | "—" | "–" | "”" | "\"")
}

/// The powers of ten that a ratio lies between.
fn orders(ratio: Exact) -> Option<Bounds> {
    let ratio = if ratio < Exact::ONE { Exact::ONE.over(ratio)? } else { ratio };
    let below = (0..30).rev().find(|&n| Exact::power_of_ten(n).is_some_and(|power| power <= ratio))?;
    let least = Exact::whole(i128::from(below));
    let exact = Exact::power_of_ten(below) == Some(ratio);
    let most = if exact { Some(least) } else { least.plus(Exact::ONE) };
    Some(Bounds { least: Some(least), most })
}
