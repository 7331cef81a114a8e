//! So much a year for so many years, and what that comes to: "£40,000 a year for five years, a total of £200,000".

use super::{Bounds, Reading, note};
use crate::facts::exact::Exact;
use crate::facts::model::{Duration, Money, only_of_sentence};
use crate::facts::names::{Certainty, Hedge};
use crate::text::{Text, TokenKind};
use std::ops::Range;

/// Words by which the sum grows, or is no sum of what was paid so.
#[rustfmt::skip] // Words, a dozen a line.
const OTHER: &[&str] = &[
    "least", "most", "up", "interest", "rising", "rises", "increasing", "increases", "growing", "first", "then", "plus",
    "inflation", "initially", "initial", "additional", "another", "more", "and", "including", "but", "while", "average",
    "after", "before", "than", "bonus", "bonuses", "options", "option", "each", "apiece", "per", "worth", "value",
    "index-linked", "deposit", "upfront", "until", "except", "minus", "less", "every", "could", "repayments", "mortgage",
];

/// Reads the sentences that tell one sum for a period, one length of that unit and one sum more.
pub(super) fn read(reading: &mut Reading<'_>) {
    for index in 0..reading.facts.moneys.len() {
        let Some(money) = reading.facts.moneys.get(index) else { return };
        let Some((unit, past)) = period(reading.text, money) else { continue };
        let Some(found) = total(reading, index, unit, past) else { continue };
        note(reading, "annuity", found.0, found.1, found.2);
    }
}

type Found = ((Exact, crate::source::Span), crate::source::Span, Bounds);

/// "£2m a year", "£2m annually": the period, and one past its words.
fn period(text: &Text<'_>, money: &Money) -> Option<(&'static str, usize)> {
    let end = text.token_from(money.at.span.end.saturating_sub(1)) + 1;
    let unit = match (money.per.as_deref(), text.lower(end)) {
        (Some("year"), _) => ("year", end),
        (Some("month"), _) => ("month", end),
        (Some("week"), _) => ("week", end),
        (None, "annually" | "yearly") => ("year", end + 1),
        (None, "monthly") => ("month", end + 1),
        (None, "weekly") => ("week", end + 1),
        _ => return None,
    };
    Some(unit)
}

fn total(reading: &Reading<'_>, index: usize, unit: &str, past: usize) -> Option<Found> {
    let text = reading.text;
    let moneys = &reading.facts.moneys;
    let (each, all) = (moneys.get(index)?, moneys.get(index + 1)?);
    let sentence = each.at.sentence;
    let in_it = |money: Option<&Money>| money.is_some_and(|money| money.at.sentence == sentence);
    let two = in_it(Some(all))
        && !in_it(moneys.get(index + 2))
        && !in_it(index.checked_sub(1).and_then(|before| moneys.get(before)));
    let firm = |money: &Money| money.figure.hedge == Hedge::Exactly && money.at.certainty != Certainty::Weak;
    if !two || !firm(each) || !firm(all) || all.per.is_some() || each.currency != all.currency {
        return None;
    }
    let tokens = text.sentences.get(sentence as usize)?.tokens.clone();
    if tokens
        .clone()
        .any(|at| OTHER.contains(&text.lower(at)) && at != past.wrapping_sub(2) && at != past.wrapping_sub(1))
    {
        return None;
    }
    let times = length(reading, sentence, unit)?;
    let (from, upto) = (text.token_from(times.at.span.start), text.token_from(times.at.span.end));
    let (sum, end) = (text.token_from(all.at.span.start), text.token_from(all.at.span.end));
    let over = usize::from(text.lower(from) == "over");
    let from = from + over;
    let for_so_long = |at: usize| matches!(text.lower(at.wrapping_sub(1)), "for" | "over");
    // "£2m a year for five years, a total of £10m", "£2m annually, totalling £10m over five years"
    let told = past < from && for_so_long(from) && from - past == 1 && comes_to(text, upto..sum)
        || comes_to(text, past..sum) && for_so_long(from) && from == end + 1;
    if !told || upto.max(end) < tokens.end && text.kind(upto.max(end)) != TokenKind::Mark {
        return None;
    }
    let value = each.value.interval.scaled(times.figure.written?);
    let bounds = Bounds::around(value, (&all.value, &all.figure), (9, 10), (11, 10))?;
    Some(((all.figure.written?, all.at.span), each.at.span, bounds))
}

/// The only length of the sentence, where it is told in the unit.
fn length<'r>(reading: &'r Reading<'_>, sentence: u32, unit: &str) -> Option<&'r Duration> {
    let told = only_of_sentence(&reading.facts.durations, sentence);
    let only = told.filter(|duration| &*duration.unit == unit && duration.per.is_none())?;
    // "Over eight years" tells the time in which it is paid.
    let firm = matches!(only.figure.hedge, Hedge::Exactly | Hedge::Over);
    let whole = only.figure.written.is_some_and(Exact::is_whole) && firm;
    whole.then_some(only)
}

/// ", a total of", ", or", ", totalling": the words before what it comes to.
fn comes_to(text: &Text<'_>, gap: Range<usize>) -> bool {
    let words: Vec<&str> = gap.map(|at| text.lower(at)).collect();
    matches!(
        words.as_slice(),
        [",", "or" | "totalling" | "totaling",]
            | [",", "a", "total", "of"]
            | [",", "or" | "for", "a", "total", "of"]
            | [",", "adding", "up", "to"]
            | [",", "amounting", "to"]
    )
}
