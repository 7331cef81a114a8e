//! Two sums of a sentence, each with what it is for a household: "a debt of £3.5bn, or £140,000 per household, not £700bn
//! (£28,000 per household)" counts the households twice.

use super::{Bounds, Reading, note};
use crate::facts::exact::Exact;
use crate::facts::model::Money;
use crate::facts::names::{Certainty, Hedge};
use crate::text::Text;

/// Of what there are as many, whatever the sum.
const ALIKE: &[&str] = &["household", "head", "person", "capita", "family", "taxpayer", "home", "resident", "adult"];

/// How far apart the two numbers may be: households of two years, or sums that are rounded.
const SLACK: (i128, i128) = (3, 2);

/// Reads the sums that are told with what they are for each.
pub(super) fn read(reading: &mut Reading<'_>) {
    let text = reading.text;
    for index in 1..reading.facts.moneys.len() {
        let Some(each) = reading.facts.moneys.get(index).filter(|money| is_each(money)) else { continue };
        let before = (1..index)
            .rev()
            .take_while(|&at| reading.facts.moneys.get(at).is_some_and(|money| money.at.sentence == each.at.sentence));
        let same =
            |at: &usize| reading.facts.moneys.get(*at).is_some_and(|money| is_each(money) && money.per == each.per);
        let other = before.into_iter().find(same);
        let other = other.filter(|&at| are_of_one(reading, at, index));
        let Some((one, two)) = other.and_then(|at| number(reading, at)).zip(number(reading, index)) else { continue };
        let slack = |(over, under): (i128, i128)| one.times(Exact::fraction(over, under)?);
        let bounds = Bounds { least: slack((SLACK.1, SLACK.0)), most: slack(SLACK) };
        let span = each.at.span;
        let last = text.token_from(span.end) - 1;
        note(reading, "per head", (two, span), text.span(last, last), bounds);
    }
}

fn is_each(money: &Money) -> bool {
    money.per.as_deref().is_some_and(|per| ALIKE.contains(&per)) && money.at.certainty != Certainty::Weak
}

/// Words between two sums of one thing, the second for the first: "not", "now and would cost".
#[rustfmt::skip] // Words, a dozen a line.
const BETWEEN: &[&str] = &[
    ",", ")", "(", "and", "or", "but", "not", "rather", "than", "instead", "of", "now", "it", "is", "was", "will",
    "would", "be", "cost", "costs", "to", "from", "up", "down", "rise", "fall", "about",
];

/// Whether nothing tells two sums apart: other towns, lands, years and people are other households. The second sum of all
/// stands right before what it is for each.
fn are_of_one(reading: &Reading<'_>, first: usize, second: usize) -> bool {
    let text = reading.text;
    let money = |at: usize| reading.facts.moneys.get(at);
    let (Some(one), Some(sum), Some(each)) = (money(first), second.checked_sub(1).and_then(money), money(second))
    else {
        return false;
    };
    let (from, until) = (text_end(text, one), text.token_from(sum.at.span.start));
    let end = text_end(text, each);
    let after = end + usize::from(text.word(end) == ")");
    let led = matches!(text.lower(after), "in" | "on" | "at" | "for" | "among" | "by" | "across" | "if" | "from");
    !led && (from..until).all(|at| BETWEEN.contains(&text.lower(at)))
}

/// How many the sum before an amount for each is for: "£3.5bn, or £140,000 per household".
fn number(reading: &Reading<'_>, index: usize) -> Option<Exact> {
    let (total, each) = (reading.facts.moneys.get(index.checked_sub(1)?)?, reading.facts.moneys.get(index)?);
    let plain = |money: &Money| matches!(money.figure.hedge, Hedge::Exactly | Hedge::About | Hedge::Nearly);
    let told = restates(reading.text, text_end(reading.text, total), reading.text.token_from(each.at.span.start));
    if !plain(total) || !plain(each) || total.per.is_some() || total.currency != each.currency || !told {
        return None;
    }
    total.figure.written?.over(each.figure.written.filter(|each| *each > Exact::ZERO)?)
}

fn text_end(text: &Text<'_>, money: &Money) -> usize {
    text.token_from(money.at.span.end)
}

/// ", or", "(": the words by which the second says the first again.
fn restates(text: &Text<'_>, from: usize, until: usize) -> bool {
    match until.checked_sub(from) {
        Some(1) => text.word(from) == "(",
        Some(2) => text.word(from) == "," && text.lower(from + 1) == "or",
        Some(_) | None => false,
    }
}
