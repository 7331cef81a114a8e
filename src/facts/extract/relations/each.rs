//! A number of things, what each of them costs or holds, and what that comes to: "300 tickets at £20 each, raising
//! £6,000", "each of its 30m shares is at $12, valuing it at $360m", "$60m, or $120 for each of 500,000 residents".

use super::average::{is_other, note};
use super::{Reading, Spot, SpotKind, Spots};
use crate::facts::exact::Exact;
use crate::facts::units;
use crate::text::lexicon;
use crate::text::{Text, TokenKind};
use std::ops::Range;

/// Words before a sum that is what all of them come to.
const COMES_TO: &[&str] = &[
    "raising",
    "raised",
    "costing",
    "cost",
    "costs",
    "totalling",
    "totaling",
    "worth",
    "earning",
    "earned",
    "netting",
    "bringing",
    "making",
    "valuing",
    "valued",
    "generating",
    "raise",
    "raises",
    "fetched",
    "total",
    "value",
    "values",
];

/// Nouns of a sum: "at a cost of £6,000", "a bill of £6,000".
const SUM: &[&str] =
    &["cost", "total", "bill", "value", "valuation", "sum", "price", "worth", "outlay", "expense", "proceeds", "bonus"];

/// The three figures of a sentence that has no others.
pub(super) fn read(reading: &mut Reading<'_>, spots: &Spots) {
    for [a, b, c] in spots.threes() {
        if ![a, b, c].iter().all(|spot| spot.is_firm() && spot.end > spot.first) {
            continue;
        }
        // Which of them is of things, which for each and which for all.
        let roles = [(a, b, c), (a, c, b), (b, a, c), (b, c, a), (c, b, a), (c, a, b)];
        let found = roles.into_iter().find(|(number, each, total)| fits(reading, number, each, total));
        if let Some((number, each, total)) = found {
            let times = in_priced_unit(reading, &number, &each);
            note(reading, &number, &each, &total, times);
        }
    }
}

fn fits(reading: &Reading<'_>, number: &Spot, each: &Spot, total: &Spot) -> bool {
    let text = reading.text;
    let amounts = match each.kind {
        SpotKind::Money | SpotKind::Measure => total.kind == each.kind,
        SpotKind::Count => total.kind == SpotKind::Count || total.kind == SpotKind::Number,
        SpotKind::Number | SpotKind::Percent | SpotKind::Points | SpotKind::Ratio => false,
    };
    if is_in_instalments(reading, number, each, total) {
        return true;
    }
    let (first, last) = (number.first.min(each.first).min(total.first), number.end.max(each.end).max(total.end));
    amounts
        && (number.kind == SpotKind::Count || in_priced_unit(reading, number, each).is_some())
        && is_for_each(reading, number, each)
        && is_for_all(reading, number, each, total)
        && !(first.saturating_sub(1)..=last).any(|at| {
            let word = text.lower(at);
            // "each of 30m households" is of households, "£5 a head" for so many households of others.
            is_other(word) && !(number.first..number.end).contains(&at) || is_beside(word)
        })
}

/// "the loan of £1m was paid out in five instalments of £200,000"
fn is_in_instalments(reading: &Reading<'_>, number: &Spot, each: &Spot, total: &Spot) -> bool {
    let text = reading.text;
    let kinds = [number.kind, each.kind, total.kind] == [SpotKind::Count, SpotKind::Money, SpotKind::Money];
    let ordered = total.end < number.first && number.end + 1 == each.first && text.lower(number.end) == "of";
    let count = reading.facts.counts.get(number.index as usize).filter(|_| kinds && ordered);
    let parts = ["instalment", "installment", "tranche"];
    let parted = count.is_some_and(|count| parts.contains(&&*count.noun.key));
    let led = number.first.checked_sub(1).is_some_and(|at| text.lower(at) == "in");
    let money = |spot: &Spot| reading.facts.moneys.get(spot.index as usize).is_some_and(|money| money.per.is_none());
    let rest = |at: usize| {
        matches!(
            text.lower(at),
            "rest" | "remaining" | "remainder" | "balance" | "first" | "plus" | "deposit" | "then" | "another"
        )
    };
    let first = total.first.saturating_sub(8);
    let and = |at: usize| text.lower(at) == "and" && !matches!(text.lower(at + 1), "that" | "it" | "was");
    let rest = |at: usize| rest(at) || and(at);
    let closes =
        text.kind(each.end) == TokenKind::Mark || matches!(text.lower(each.end), "with" | "over" | "from" | "in");
    parted && led && closes && money(each) && money(total) && !(first..number.first).any(rest)
}

/// "£20 each", "$15 a share" of so many shares, "£500" of "each of the 200 homes", "$120 for each of 500,000 residents".
fn is_for_each(reading: &Reading<'_>, number: &Spot, each: &Spot) -> bool {
    let text = reading.text;
    if number.kind == SpotKind::Measure {
        return true;
    }
    let Some(count) = reading.facts.counts.get(number.index as usize) else { return false };
    let per = match each.kind {
        SpotKind::Money => reading.facts.moneys.get(each.index as usize).and_then(|money| money.per.as_deref()),
        SpotKind::Count => reading.facts.counts.get(each.index as usize).and_then(|count| count.per.as_deref()),
        SpotKind::Number | SpotKind::Measure | SpotKind::Percent | SpotKind::Points | SpotKind::Ratio => None,
    };
    if let Some(per) = per {
        let heads = matches!(per, "head" | "person" | "capita" | "resident") && PEOPLE.contains(&&*count.noun.key);
        return (*count.noun.key == *per || heads) && LED.contains(&text.lower(number.first.wrapping_sub(1)));
    }
    let after = text.lower(each.end);
    let gap = number.end..each.first;
    let one = (gap.len() == 1).then(|| text.lower(gap.start));
    // "10m shares at 50p": a price is that of one share.
    if one == Some("at") && &*count.noun.key == "share" {
        return true;
    }
    if matches!(after, "each" | "apiece") {
        // "40,000 people, and tickets at $50 each" is of the tickets, "$500 each paid in May" of a part.
        let next = text.lower(each.end + 1);
        let closed = matches!(next, "," | "." | ";" | "" | "—" | "–" | ")" | "to" | "and") || COMES_TO.contains(&next);
        let apart = gap.clone().any(|at| matches!(text.lower(at), "and" | "with" | "for" | ";"));
        let apart = apart && one.is_none() && !is_divided(text, number);
        return number.end <= each.first && closed && !apart;
    }
    let rated = matches!(after, "a" | "per") && lexicon::singular(text.lower(each.end + 1)) == *count.noun.key;
    let for_each = matches!(text.lower(each.end + 1), "each" | "every") && matches!(after, "for" | "to");
    let reaches = (each.end + 2..number.first).len() <= 5
        && (each.end + 2..number.first)
            .all(|at| text.kind(at) == TokenKind::Word || text.kind(at) == TokenKind::Possessive);
    // "The 400 workers will each get £500".
    let told_each = gap.len() <= 6
        && gap.clone().any(|at| text.lower(at) == "each")
        && gap.clone().all(|at| text.kind(at) == TokenKind::Word && text.lower(at) != "and");
    rated || for_each && reaches || of_each(text, number) && number.end <= each.first && gap.len() <= 8 || told_each
}

/// Nouns of whom so much a head is told.
const PEOPLE: &[&str] = &["person", "resident", "inhabitant", "citizen", "taxpayer", "villager"];

/// What may stand before the number that a price is told for each of.
#[rustfmt::skip] // Words, a dozen a line.
const LED: &[&str] = &[
    "the", "its", "their", "all", "a", "of", "for", "on", "with", "sold", "bought", "has", "have", "having", "owns", "holds",
];

/// "He divided £1bn by 300 people and came to".
fn is_divided(text: &Text<'_>, number: &Spot) -> bool {
    let by = number.first.checked_sub(1).filter(|&at| matches!(text.lower(at), "by" | "among" | "between"));
    by.is_some_and(|by| {
        (by.saturating_sub(8)..by).any(|at| matches!(text.lower(at), "divided" | "divide" | "dividing"))
    })
}

/// How many of the unit that a price is told for go into the unit of a measure: 1,000 grams into the kilogram of "an
/// 18-kilogram stone at £6 a gram".
fn in_priced_unit(reading: &Reading<'_>, number: &Spot, each: &Spot) -> Option<Exact> {
    let measure = reading.facts.measures.get(number.index as usize).filter(|_| number.kind == SpotKind::Measure)?;
    let money = reading.facts.moneys.get(each.index as usize).filter(|_| each.kind == SpotKind::Money)?;
    let unit = units::by_word(money.per.as_deref()?)?;
    let alike = unit.dimension == measure.unit.dimension;
    measure.unit.factor?.over(unit.factor?).filter(|_| alike && measure.figure.written.is_some())
}

/// "each of its 20m shares"
fn of_each(text: &Text<'_>, number: &Spot) -> bool {
    let back = |n: usize| number.first.checked_sub(n).map_or("", |at| text.lower(at));
    let of = 1 + usize::from(matches!(back(1), "the" | "its" | "his" | "her" | "their" | "those" | "these"));
    back(of) == "of" && back(of + 1) == "each"
}

/// Whether the words about a sum say that it is for all of them.
fn is_for_all(reading: &Reading<'_>, number: &Spot, each: &Spot, total: &Spot) -> bool {
    let text = reading.text;
    let money = reading.facts.moneys.get(total.index as usize).filter(|_| total.kind == SpotKind::Money);
    if money.is_some_and(|money| money.per.is_some())
        || matches!(text.lower(total.end), "each" | "apiece" | "per" | "every" | "a" | "an" | "more")
    {
        return false;
    }
    let back = |n: usize| total.first.checked_sub(n).map_or("", |at| text.lower(at));
    let all = text.lower(total.end) == "in" && matches!(text.lower(total.end + 1), "all" | "total")
        || text.lower(total.end) == "altogether"
        || back(1) == "of" && back(2) == "total"
        || matches!(back(1), "totalling" | "totaling");
    if total.kind != SpotKind::Money {
        return all;
    }
    let named = back(1) == "of" && SUM.contains(&back(2)) || SUM.contains(&text.lower(total.end));
    // "costing the club £6,000", "raised about £6,000"
    let verb = (1..=4).find(|&n| COMES_TO.contains(&back(n))).is_some_and(|n| {
        let plain = |n: usize| !matches!(back(n), "and" | "but" | "for" | "of" | "from" | "per" | "with" | "on");
        (1..n).all(|n| total.first.checked_sub(n).is_some_and(|at| text.kind(at) == TokenKind::Word) && plain(n))
    });
    let end = each.end.max(number.end);
    let last = total.first > end;
    let closes = text.kind(total.end) == TokenKind::Mark || total.end >= text.tokens.len();
    let after = end + usize::from(matches!(text.lower(end), "each" | "apiece"));
    let paid = number.end <= each.first && total.end <= number.first && says_again(text, number.end..each.first);
    let again = total.end <= each.first && says_again(text, total.end..each.first)
        || last && closes && says_again(text, after.min(total.first)..total.first)
        || paid && matches!(text.lower(total.end), "for" | "on" | "to");
    // "a prize of £6m was split among three, £2m each"
    let split = total.end <= number.first
        && (total.end..number.first).any(|at| {
            matches!(text.lower(at), "shared" | "split" | "divided")
                && matches!(text.lower(total.end), "was" | "is" | "will")
        });
    let again = again || split && number.end <= each.first;
    // "3,000 shares at $12, for $36,000."
    let again = again || last && closes && back(1) == "for" && back(2) == ",";
    // "at £20 each, raised £6,000": the sum comes last, or the parts are shared out of it.
    let shared = (1..=6).any(|n| {
        let noun = matches!(back(n + 1), "a" | "the" | "his" | "her" | "their" | "its");
        matches!(back(n), "share" | "shared" | "sharing" | "split" | "splitting" | "divided") && !noun
    });
    all || named || shared || again || verb && total.first > each.end
}

/// "£10m, or £2 for each of", "$3tn works out at $9,000 for every one of": the words by which the sum is shared out.
fn says_again(text: &Text<'_>, gap: Range<usize>) -> bool {
    let from = gap.start + usize::from(matches!(text.lower(gap.start), "," | "—" | "–" | "which" | "that" | "and"));
    let from = from + usize::from(matches!(text.lower(from), "which" | "that"));
    let words: [&[&str]; 9] = [
        &["or"],
        &["or", "about"],
        &["equivalent", "to"],
        &["the", "equivalent", "of"],
        &["is", "the", "equivalent", "of"],
        &["works", "out", "at"],
        &["worked", "out", "at"],
        &["amounts", "to"],
        &["comes", "to"],
    ];
    words.iter().any(|words| super::are(text, from..gap.end, words))
}

/// Words that bring in something else that a sum may be of.
fn is_beside(lower: &str) -> bool {
    matches!(
        lower,
        "plus"
            | "with"
            | "before"
            | "after"
            | "today"
            | "now"
            | "top"
            | "including"
            | "least"
            | "another"
            | "other"
            | "up"
            | "minimum"
            | "maximum"
            | "than"
            | ";"
            | "but"
            | "if"
            | "extra"
            | "discount"
            | "tax"
            | "fee"
            | "fees"
            | "rather"
            | "first"
            | "some"
            | "month"
            | "week"
            | "day"
            | "monthly"
            | "weekly"
            | "daily"
            | "would-be"
    )
}
