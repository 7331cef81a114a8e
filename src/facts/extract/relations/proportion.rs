//! Amounts with the share that they are of a whole whose size is not told: "4,500 homes, 26% of the total,".

use super::change::quantity;
use super::{Reading, Spot, SpotKind, Spots, figure, weaker};
use crate::facts::exact::Exact;
use crate::facts::model::{AnyQuantity, Proportion};
use crate::facts::names::Certainty;
use crate::facts::quantity::Quantity;
use crate::source::Span;
use crate::text::{Case, Text, TokenKind, lexicon};

/// The most words of a whole: "of all rented homes".
const WORDS: usize = 4;

/// How far a place or time of the sentence may stand from the amount, in tokens.
const NEAR: usize = 60;

pub(super) fn read(reading: &mut Reading<'_>, spots: &Spots) {
    for sentence in spots.by_sentence() {
        for index in sentence.clone().skip(1) {
            let (Some(part), Some(share)) = (spots.get(index - 1).copied(), spots.get(index).copied()) else {
                continue;
            };
            if share.kind == SpotKind::Percent && share.is_firm() && part.is_firm() {
                proportion(reading, &part, &share);
            }
        }
    }
}

fn proportion(reading: &mut Reading<'_>, part: &Spot, share: &Spot) {
    let text = reading.text;
    let amount = match part.kind {
        SpotKind::Number | SpotKind::Count | SpotKind::Money | SpotKind::Measure => part.kind,
        SpotKind::Percent | SpotKind::Points | SpotKind::Ratio => return,
    };
    let single = |spot: &Spot| figure(reading, spot).is_some_and(|figure| figure.written.is_some());
    if !single(part) || !single(share) {
        return;
    }
    let Some((opening, whole)) = beside(text, part, share) else { return };
    if opening == "(" && text.word(text.token_from(whole.end)) != ")" || is_elsewhere(text, part) {
        return;
    }
    let Some(quantity) = quantity(reading, part, amount) else { return };
    let count = (part.kind == SpotKind::Count).then(|| reading.facts.counts.get(part.index as usize)).flatten();
    let of = count.map(|count| count.noun.clone());
    let certainty = weaker(part.at.certainty, share.at.certainty);
    if certainty == Certainty::Weak {
        return;
    }
    let Some(implied) = implied(reading, &quantity, share) else { return };
    let at = reading.at(part.at.span.to(whole), certainty);
    let index = reading.facts.quantities.len() as u32;
    reading.facts.quantities.push(quantity);
    // One whole, wherever its words are broken into lines.
    let words: Vec<&str> = text.lowered(whole).split_whitespace().collect();
    let whole = (words.join(" ").into(), whole);
    reading.facts.proportions.push(Proportion { at, part: index, percent: share.index, whole, of, implied });
}

/// The whole of which the amount is that share.
fn implied(reading: &Reading<'_>, part: &AnyQuantity, share: &Spot) -> Option<Quantity> {
    let percent = figure(reading, share)?.value;
    let interval = part.value.interval.over(percent).scaled(Exact::whole(100));
    Some(Quantity { interval, ..part.value.clone() })
}

/// The mark between the two, and the words of the whole: ", or 74% of the total,".
fn beside<'t>(text: &'t Text<'_>, part: &Spot, share: &Spot) -> Option<(&'t str, Span)> {
    let gap: Vec<&str> = (part.end..share.first).map(|at| text.lower(at)).collect();
    let opening = match gap.as_slice() {
        [mark @ ("," | "(" | "—" | "–")] | [mark @ ("," | "(" | "—" | "–"), "or"] => *mark,
        _ => return None,
    };
    let from = share.end + 1;
    let led = text.lower(share.end) == "of" && matches!(text.lower(from), "the" | "its" | "their" | "all");
    let end = (from..=from + WORDS).find(|&at| text.kind(at) != TokenKind::Word).unwrap_or(from);
    let closes = matches!(text.word(end), "," | ")" | "—" | "–" | "." | ";");
    let lower = (from..end).all(|at| text.token(at).is_some_and(|token| token.case == Case::Lower));
    let named = end.checked_sub(1).is_some_and(|head| lexicon::classes(text.lower(head)).has(lexicon::Classes::NOUN));
    (led && closes && lower && named && end > from + 1).then(|| (opening, text.span(from, end - 1)))
}

/// Whether the sentence is of a place or a time of its own, which the whole would be of too.
fn is_elsewhere(text: &Text<'_>, part: &Spot) -> bool {
    text.near(part.first..part.end, NEAR).any(|at| {
        let led =
            matches!(text.lower(at), "in" | "at" | "across" | "for" | "during" | "by" | "last" | "this" | "since");
        let next = at + 1 + usize::from(text.lower(at + 1) == "the");
        let named = text.token(next).is_some_and(|token| token.case != Case::Lower || token.kind == TokenKind::Number);
        let time =
            matches!(text.lower(next), "year" | "month" | "week" | "quarter" | "day" | "last" | "first" | "second");
        let compared =
            matches!(text.lower(at), "compared" | "earlier" | "ago" | "previously" | "than" | "from" | "while" | ";");
        led && (named || time) || compared
    })
}
