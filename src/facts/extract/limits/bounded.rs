//! Shares of what has an end: "a 130% abv cocktail", "turnout reached 104%", "a 200% discount", "lost 300% of its value".

use super::{Bounds, Reading, note};
use crate::facts::exact::Exact;
use crate::facts::names::Certainty;
use crate::source::Span;
use crate::text::{Text, TokenKind};

/// What nothing has more of than all.
#[rustfmt::skip] // Words, a dozen a line.
const AFTER: &[&str] = &[
    "abv", "alcohol", "humidity", "turnout", "discount", "discounts", "cheaper", "chance", "probability", "likelihood",
];
const BEFORE: &[&str] = &["turnout", "humidity", "discount", "discounts", "probability", "purity"];

/// What something may lose all of, and the verbs by which it does.
const WORTH: &[&str] = &["value", "worth", "price", "wealth", "savings"];
const LOSES: &[&str] = &["lost", "lose", "loses", "losing", "shed", "sheds", "shedding"];

/// What is taken off a price.
const DISCOUNT: &[&str] = &["discount", "discounts", "cheaper"];

/// What a price is taken off.
const PRICED: &[&str] = &["price", "prices", "rrp", "tickets", "fares", "everything"];

/// Verbs that tell how much of it there is.
const TOLD: &[&str] = &["was", "is", "reached", "hit", "stood", "were", "exceeded", "topped", "averaged"];

/// How many tokens may stand between what is told and the verb: "turnout in the harbour ward was".
const REACH: usize = 6;

/// A percentage above a hundred, with its tokens and the first of its sentence.
pub(super) struct Over {
    pub(super) written: Exact,
    pub(super) span: Span,
    pub(super) first: usize,
    pub(super) end: usize,
    pub(super) floor: usize,
}

/// The percentage `index`, where it is surely told and above a hundred: "not 120%" is denied.
pub(super) fn over(reading: &Reading<'_>, index: usize) -> Option<Over> {
    let text = reading.text;
    let percent = reading.facts.percents.get(index)?;
    let written = percent.figure.written.filter(|written| *written > Exact::whole(100))?;
    let span = percent.at.span;
    let (first, end) = (text.token_from(span.start), text.token_from(span.end));
    let denied = first.checked_sub(1).is_some_and(|at| text.lower(at) == "not");
    let floor = text.sentences.get(percent.at.sentence as usize)?.tokens.start;
    let sure = percent.at.certainty != Certainty::Weak && !denied;
    sure.then_some(Over { written, span, first, end, floor })
}

/// Reads the percentages above a hundred that stand beside such words.
pub(super) fn read(reading: &mut Reading<'_>) {
    let text = reading.text;
    for index in 0..reading.facts.percents.len() {
        let Some(Over { written, span, first, end, floor }) = over(reading, index) else { continue };
        let of = after(text, end).or_else(|| before(text, floor, first)).or_else(|| lost(text, floor, first, end));
        if let Some(of) = of {
            let priced = |word: &str| PRICED.contains(&word) || WORTH.contains(&word) || DISCOUNT.contains(&word);
            let what = if priced(text.lower(of)) { "worth" } else { "all" };
            note(reading, what, (written, span), text.span(of, of), Bounds::up_to(Exact::whole(100)));
        }
    }
}

/// "130% abv", "120% relative humidity".
fn after(text: &Text<'_>, end: usize) -> Option<usize> {
    let at = end + usize::from(matches!(text.lower(end), "relative" | "-"));
    if AFTER.contains(&text.lower(at)) {
        return Some(at);
    }
    if text.lower(end) == "off" {
        // "200% off the usual price"
        return (end + 1..end + 5).find(|&at| PRICED.contains(&text.lower(at)));
    }
    None
}

/// "lost more than 300% of its value", "saving 200% on the usual price".
fn lost(text: &Text<'_>, floor: usize, first: usize, end: usize) -> Option<usize> {
    let verb = first.checked_sub(1).filter(|&at| at >= floor)?;
    let noun = end + 2;
    let whose = matches!(text.lower(end + 1), "its" | "their" | "his" | "her" | "the");
    let all = text.lower(end) == "of" && whose && WORTH.contains(&text.lower(noun));
    if all && LOSES.contains(&text.lower(verb)) {
        return Some(noun);
    }
    let saves = matches!(text.lower(verb), "save" | "saves" | "saving");
    let on = matches!(text.lower(end), "on" | "off");
    (saves && on).then(|| (end + 1..end + 6).find(|&at| PRICED.contains(&text.lower(at)))).flatten()
}

/// "turnout of 104%", "humidity in the valley reached 120%".
fn before(text: &Text<'_>, floor: usize, first: usize) -> Option<usize> {
    let last = first.checked_sub(1).filter(|&last| last > floor)?;
    let told = |noun: usize| BEFORE.contains(&text.lower(noun)).then_some(noun);
    match text.lower(last) {
        "of" | "at" => told(last - 1).or_else(|| told(last.checked_sub(2)?)),
        verb if TOLD.contains(&verb) => {
            let plain = |&at: &usize| text.kind(at) == TokenKind::Word && text.lower(at) != "and";
            (last.saturating_sub(REACH).max(floor)..last).rev().take_while(plain).find_map(told)
        }
        _ => None,
    }
}
