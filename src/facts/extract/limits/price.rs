//! Prices that lost their thousands or millions, and such as have a word of scale too many: "the mill was valued at $140",
//! "they built the bridge for £64", "a £450bn cottage", "sold the painting for $90bn".

use super::unit_price::ALIKE;
use super::{Bounds, Reading, note};
use crate::facts::exact::Exact;
use crate::facts::extract::things::{Found, Things};
use crate::facts::model::{Money, of_sentence};
use crate::facts::names::{Certainty, Hedge};
use crate::text::lexicon::{VerbForms, verb_form};
use crate::text::{Case, Text, TokenKind};
use std::sync::LazyLock;

/// What the table says of a thing.
#[derive(Clone, Copy, Debug)]
struct Price {
    least: Option<Exact>,
    most: Option<Exact>,
}

/// What such things are sold or built for.
static THINGS: LazyLock<Things<Price>> = LazyLock::new(|| {
    Things::of(include_str!("../../../../tables/prices.csv"), |cells| match cells {
        [least, most] => Some(Price { least: Exact::parse(least), most: Exact::parse(most) }),
        _ => None,
    })
});

/// No thing of the table costs more at least.
const MOST: i128 = 10_000;

/// Nothing of the table costs less at most.
const LEAST: i128 = 100_000_000;

/// Reads the prices of such things.
pub(super) fn read(reading: &mut Reading<'_>) {
    let text = reading.text;
    for index in 0..reading.facts.moneys.len() {
        let Some(money) = reading.facts.moneys.get(index) else { return };
        let Some(written) = money.figure.written.filter(|_| money.per.is_none()) else { continue };
        if money.at.certainty == Certainty::Weak || goes_on(text, text.token_from(money.at.span.end)) {
            continue;
        }
        let found = if written < Exact::whole(MOST) {
            too_low(reading, money).filter(|found| found.row.least.is_some_and(|least| written < least))
        } else if written > Exact::whole(LEAST) && ALIKE.contains(&&*money.currency) {
            too_high(text, money).filter(|found| found.row.most.is_some_and(|most| written > most))
        } else {
            None
        };
        if let Some(Found { first, end, row, .. }) = found {
            let bounds = Bounds { least: row.least, most: row.most };
            let span = money.at.span;
            note(reading, "price", (written, span), text.span(first, end - 1), bounds);
        }
    }
}

/// Whether an amount is one of a unit, or of a range.
fn goes_on(text: &Text<'_>, at: usize) -> bool {
    let next = text.lower(at);
    next == "to" && text.kind(at + 1) != TokenKind::Word
        || matches!(next, "a" | "an" | "per" | "each" | "every" | "million" | "billion" | "–" | "and" | "or" | "apiece")
}

/// The thing that a small amount is the whole price of.
fn too_low(reading: &Reading<'_>, money: &Money) -> Option<Found<Price>> {
    let text = reading.text;
    let figure = &money.figure;
    let plain = figure.hedge == Hedge::Exactly && figure.style.scale == 0 && figure.written > Some(Exact::ONE);
    let next = text.lower(text.token_from(money.at.span.end));
    if !plain || money.at.quoted || matches!(next, "for" | "-") {
        return None;
    }
    // What was paid long ago was less.
    let past = of_sentence(&reading.facts.dates, money.at.sentence).iter().any(|date| date.explicit);
    if past { None } else { valued(text, text.token_from(money.at.span.start)) }
}

/// The thing that is valued at the amount at the token: "the tower was valued at", "the tower, valued at", "the tower was
/// worth", "sold the tower for".
fn valued(text: &Text<'_>, first: usize) -> Option<Found<Price>> {
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

/// Words before the name of one thing.
const ONE: &[&str] = &["a", "an", "the", "this", "that", "his", "her", "their", "its", "my", "your", "our", "one"];

/// Words between an amount and its verb: "sold for a record $4m", "cost more than £3m".
const HEDGES: &[&str] = &[
    "about", "around", "almost", "nearly", "over", "than", "more", "roughly", "some", "just", "a", "record", "up", "to",
];

/// How many words may stand between the article of a thing and its name, and before that the verb of paying.
const WORDS: usize = 3;

/// The thing that a huge amount is the price of: "a £450bn cottage", "paid $90bn for a painting", "the house sold for £450bn",
/// "the house cost £450bn".
fn too_high(text: &Text<'_>, money: &Money) -> Option<Found<Price>> {
    let mut first = text.token_from(money.at.span.start);
    let end = text.token_from(money.at.span.end);
    let led = first.checked_sub(1).is_some_and(|at| ONE.contains(&text.lower(at)));
    if led && let Some(found) = headed(text, end + usize::from(matches!(text.word(end), "-" | "‑"))) {
        return Some(found);
    }
    while first > 0 && HEDGES.contains(&text.lower(first - 1)) {
        first -= 1;
    }
    let back = |n: usize| first.checked_sub(n).map_or("", |at| text.lower(at));
    let paid =
        matches!(back(1), "paid" | "pays" | "pay" | "paying" | "spent" | "spend" | "spending" | "cost" | "fetched");
    if paid && matches!(text.lower(end), "for" | "on") && ONE.contains(&text.lower(end + 1)) {
        return headed(text, end + 2);
    }
    valued(text, first).or_else(|| {
        let verb = match (back(1), back(2)) {
            ("for", "sold" | "went" | "bought" | "built") | ("at", "valued" | "priced") => 2,
            ("cost" | "costs" | "fetched" | "was" | "is", _) => 1,
            _ => return None,
        };
        let verb = verb + usize::from(matches!(back(verb + 1), "was" | "is" | "were" | "which" | "that"));
        THINGS.ending(text, 0, first.checked_sub(verb)?)
    })
}

/// The thing whose name ends at most a few words on, and ends there: not "a $40bn home builder".
fn headed(text: &Text<'_>, at: usize) -> Option<Found<Price>> {
    let lower =
        |at: usize| text.token(at).is_some_and(|token| token.case == Case::Lower || token.kind != TokenKind::Word);
    let found = (at..=at + WORDS).take_while(|&at| lower(at)).find_map(|at| THINGS.beginning(text, at))?;
    let next = text.lower(found.end);
    let closes = text.kind(found.end) == TokenKind::Mark && !matches!(next, "-" | "‑" | "/" | "&")
        || verb_form(next).has(VerbForms::PAST)
        || matches!(
            next,
            "in" | "on" | "at" | "by" | "of" | "near" | "is" | "was" | "with" | "that" | "which" | "from" | "last"
        );
    let plain =
        (at..found.first).all(|at| text.kind(at) == TokenKind::Word || matches!(text.word(at), "-" | "‑" | ","));
    (closes && plain).then_some(found)
}
