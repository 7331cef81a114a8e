//! A rate for so many people beside the cases and the people: "8 million people and 400 murders a year, a rate of 5 per
//! 100,000", "20 cases per 100,000 people, or 40 among its 200,000 people".

use super::{Bounds, Reading, note};
use crate::facts::exact::Exact;
use crate::facts::extract::numeral;
use crate::facts::model::{At, Figure};
use crate::facts::names::{Certainty, Hedge};
use crate::text::{Text, TokenKind};

/// Those whom a rate counts.
const PEOPLE: &[&str] =
    &["people", "person", "resident", "inhabitant", "child", "woman", "man", "adult", "pupil", "islander"];

/// How far a rate may stand from what it is of, in tokens.
const REACH: usize = 40;

/// A figure with its tokens.
struct Told<'r> {
    at: At,
    figure: &'r Figure,
    /// What it counts, where it is a count.
    noun: Option<&'r str>,
    first: usize,
    end: usize,
}

/// Reads the sentences with a rate, its cases and its people, and no other figure.
pub(super) fn read(reading: &mut Reading<'_>) {
    let text = reading.text;
    let rates = all(reading, 0, 0).filter_map(|told| Some((base(text, &told)?, told)));
    let found: Vec<_> = rates
        .filter_map(|((base, past), rate)| {
            let (cases, people) = cases(reading, &rate, past)?;
            let one = cases.figure.value.over(people.figure.value).scaled(base);
            let ends = (
                one.low.number()?.times(Exact::fraction(9, 10)?)?,
                one.high.number()?.times(Exact::fraction(11, 10)?)?,
            );
            let told = rate.figure.written?;
            Some(((told, rate.at.span), cases.at.span, Bounds { least: Some(ends.0), most: Some(ends.1) }))
        })
        .collect();
    for (figure, by, bounds) in found {
        note(reading, "rate", figure, by, bounds);
    }
}

/// The numbers and counts from the given ones on.
fn all<'r>(reading: &'r Reading<'_>, number: usize, count: usize) -> impl Iterator<Item = Told<'r>> {
    let text = reading.text;
    let numbers = reading.facts.numbers.iter().skip(number).map(|number| (number.at, &number.figure, None));
    let counts = reading.facts.counts.iter().skip(count).map(|count| (count.at, &count.figure, Some(&*count.noun.key)));
    numbers.chain(counts).map(move |(at, figure, noun)| Told {
        at,
        figure,
        noun,
        first: text.token_from(at.span.start),
        end: text.token_from(at.span.end),
    })
}

/// For how many a figure is told, and one past that: "50 per 100,000", "20 cases for every 100,000 people".
fn base(text: &Text<'_>, rate: &Told<'_>) -> Option<(Exact, usize)> {
    let at = match (text.lower(rate.end), text.lower(rate.end + 1)) {
        ("per", _) => rate.end + 1,
        ("for", "every" | "each") => rate.end + 2,
        _ => return None,
    };
    // "50 per million"
    let bare = match text.lower(at) {
        "million" => Some(1_000_000),
        "thousand" => Some(1000),
        _ => None,
    };
    if let Some(bare) = bare {
        return Some((Exact::whole(bare), at + 1));
    }
    let number = numeral::read(text, at).filter(|number| number.value >= Exact::whole(1000))?;
    let end = number.end + usize::from(text.kind(number.end) == TokenKind::Word && is_people(text.lower(number.end)));
    Some((number.value, end))
}

fn is_people(lower: &str) -> bool {
    matches!(lower, "people" | "residents" | "inhabitants" | "population")
}

/// The first figures of a sentence beside a rate, no more than say that there are too many.
fn beside<'r>(reading: &'r Reading<'_>, rate: &Told<'_>, past: usize) -> Vec<Told<'r>> {
    let sentence = rate.at.sentence;
    let number = reading.facts.numbers.partition_point(|number| number.at.sentence < sentence);
    let count = reading.facts.counts.partition_point(|count| count.at.sentence < sentence);
    let other = |told: &Told<'_>| told.end <= rate.first || told.first >= past;
    let own = |told: &Told<'_>| told.at.sentence == sentence;
    let numbers = all(reading, number, usize::MAX).take_while(own).filter(other).take(3);
    numbers.chain(all(reading, usize::MAX, count).take_while(own).filter(other).take(3)).collect()
}

/// The cases and the people of a rate, where the sentence has no other figures.
fn cases<'r>(reading: &'r Reading<'_>, rate: &Told<'_>, past: usize) -> Option<(Told<'r>, Told<'r>)> {
    let text = reading.text;
    let firm = |told: &Told<'_>| {
        told.at.certainty != Certainty::Weak && told.figure.hedge == Hedge::Exactly && told.figure.written.is_some()
    };
    let near = text.near(rate.first..past, REACH);
    let mut others: Vec<Told<'r>> = beside(reading, rate, past);
    others.sort_by_key(|told| told.first);
    let lived = |told: &Told<'_>| told.noun.is_some_and(|noun| PEOPLE.contains(&noun));
    let mut others = others.into_iter();
    let (one, two, None) = (others.next()?, others.next()?, others.next()) else { return None };
    if ![&one, &two].into_iter().all(firm) || !firm(rate) || one.first < near.start || two.end > near.end {
        return None;
    }
    let words = |from: usize, to: usize, word: &str| (from..to).any(|at| text.lower(at) == word);
    // "a rate of 50 per 100,000" after both.
    let back = |n: usize| rate.first.checked_sub(n).map_or("", |at| text.lower(at));
    let named = back(1) == "of" && matches!(back(2), "rate" | "average") || back(1) == "or" && back(2) == ",";
    let rated = two.end <= rate.first && named && rate.first - two.end <= 10;
    if rated {
        let among = words(one.end, two.first, "among") || words(one.end, two.first, "in");
        // "8 million people and 400 floods", "two million people recorded 400 floods"
        let alone = two.first - one.end <= 4
            && (one.end..two.first).all(|at| text.kind(at) == TokenKind::Word || text.word(at) == ",");
        return match (lived(&one), lived(&two)) {
            (true, false) if alone => Some((two, one)),
            (false, true) if among => Some((one, two)),
            _ => None,
        };
    }
    // ", or 400 among its 200,000 people" after the rate.
    let or = text.word(past) == "," && text.lower(past + 1) == "or" && one.first == past + 2;
    let among = two.first.checked_sub(1).is_some_and(|at| two.first - one.end <= 4 && text.kind(at) == TokenKind::Word)
        && (one.end..two.first).any(|at| matches!(text.lower(at), "among" | "in" | "for" | "of"));
    let close = text.kind(two.end) == TokenKind::Mark;
    (or && among && close && lived(&two)).then_some((one, two))
}
