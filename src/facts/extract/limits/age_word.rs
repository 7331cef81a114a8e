//! Ages beside a word that tells another: "the octogenarian, 74,", "a 23-year-old teenager", "a man in his 40s, who is 53".

use super::{Bounds, Reading, note};
use crate::facts::exact::Exact;
use crate::facts::model::Age;
use crate::facts::names::{Certainty, Hedge};
use crate::source::Span;
use crate::text::{Case, Text, TokenKind};

/// Words for people of an age, with the least and the most years that they are used for.
const WORDS: &[(&str, i128, i128)] = &[
    ("newborn", 0, 1),
    ("toddler", 0, 5),
    ("preschooler", 1, 7),
    ("schoolboy", 4, 20),
    ("schoolgirl", 4, 20),
    ("teenager", 12, 19),
    ("teen", 12, 19),
    ("adolescent", 9, 21),
    ("pensioner", 45, 130),
    ("sexagenarian", 60, 69),
    ("septuagenarian", 70, 79),
    ("octogenarian", 80, 89),
    ("nonagenarian", 90, 99),
    ("centenarian", 100, 130),
];

/// The same, where the age stands right before them: "the birthday girl, 50," is none, and grown children are children.
const CALLED: &[(&str, i128, i128)] =
    &[("girl", 0, 39), ("boy", 0, 39), ("baby", 0, 6), ("infant", 0, 5), ("tot", 0, 6)];

/// The most words of a name or a noun between such a word and the age.
const NAME: usize = 3;

/// Reads the ages that stand beside such a word.
pub(super) fn read(reading: &mut Reading<'_>) {
    let text = reading.text;
    for index in 0..reading.facts.ages.len() {
        if let Some((age, by, bounds)) = decade(reading, index) {
            note(reading, "age word", age, by, bounds);
        }
        let Some(age) = reading.facts.ages.get(index) else { return };
        let Some(written) = age.figure.written.filter(|_| is_plain(age)) else { continue };
        let span = age.at.span;
        let (first, end) = (text.token_from(span.start), text.token_from(span.end.saturating_sub(1)) + 1);
        let quoted = age.at.quoted;
        if let Some((at, word)) = beside(text, first, end).filter(|(_, word)| !(quoted && CALLED.contains(word))) {
            hold(reading, (written, span), text.span(at, at), word.1, word.2);
        }
    }
    // "The octogenarian, 74," is read as an age where the word is known for a person's.
    for index in 0..reading.facts.numbers.len() {
        let Some(number) = reading.facts.numbers.get(index) else { return };
        let Some(written) = number.figure.written.filter(|_| number.figure.hedge == Hedge::Exactly) else { continue };
        let span = number.at.span;
        let (first, end) = (text.token_from(span.start), text.token_from(span.end.saturating_sub(1)) + 1);
        let word = first.checked_sub(2).and_then(|at| Some((at, known(text, at)?)));
        let parted = text.word(first.wrapping_sub(1)) == "," && text.word(end) == ",";
        if let Some((at, word)) = word.filter(|_| parted) {
            hold(reading, (written, span), text.span(at, at), word.1, word.2);
        }
    }
}

fn hold(reading: &mut Reading<'_>, age: (Exact, Span), by: Span, least: i128, most: i128) {
    let bounds = Bounds { least: Some(Exact::whole(least)), most: Some(Exact::whole(most)) };
    note(reading, "age word", age, by, bounds);
}

fn is_plain(age: &Age) -> bool {
    &*age.unit == "year" && age.figure.hedge == Hedge::Exactly && age.at.certainty != Certainty::Weak
}

fn known(text: &Text<'_>, at: usize) -> Option<&'static (&'static str, i128, i128)> {
    WORDS.iter().find(|(word, ..)| *word == text.lower(at))
}

/// The word right behind the age, or before it with a comma, a name or a noun between.
fn beside(text: &Text<'_>, first: usize, end: usize) -> Option<(usize, &'static (&'static str, i128, i128))> {
    if text.word(first).contains('-') || text.lower(end.wrapping_sub(1)).ends_with("old") {
        // "a 23-year-old teenager", not "the 50-year-old teen magazine".
        let closes = text.kind(end + 1) == TokenKind::Mark && text.word(end + 1) != "-"
            || matches!(
                text.lower(end + 1),
                "who"
                    | "was"
                    | "is"
                    | "has"
                    | "from"
                    | "in"
                    | "with"
                    | "and"
                    | "during"
                    | "died"
                    | "at"
                    | "on"
                    | "after"
                    | "while"
            );
        // "like a 50-year-old boy", "he is a 50-year-old boy", "a 50-year-old boy who never grew up"
        let like = (first.saturating_sub(3)..first)
            .any(|at| matches!(text.lower(at), "like" | "as" | "than" | "big" | "is" | "was" | "am" | "be"));
        let figure = like || matches!(text.lower(end + 1), "who" | "with");
        let called = || CALLED.iter().find(|(word, ..)| !figure && *word == text.lower(end));
        return known(text, end).or_else(called).filter(|_| closes).map(|word| (end, word));
    }
    let mut at = first.checked_sub(1)?;
    if matches!(text.lower(at), "is" | "was") && text.lower(at.wrapping_sub(1)) == "who" {
        at = at.checked_sub(2)?;
    }
    if text.word(at) != "," {
        return None;
    }
    // "The teenager, 23,", "octogenarian Ann Lee, 74,", "the septuagenarian singer, who is 83".
    let from = at.checked_sub(1)?;
    let capital =
        |at: usize| text.token(at).is_some_and(|token| token.case != Case::Lower && token.kind == TokenKind::Word);
    let names =
        (from.saturating_sub(NAME)..=from).rev().take_while(|&at| capital(at) && known(text, at).is_none()).count();
    let noun = usize::from(names == 0 && known(text, from).is_none());
    let word = from.checked_sub(names + noun)?;
    // "the mother of the toddler, aged 33"
    let of = word.checked_sub(2).map_or("", |at| text.lower(at));
    let other = matches!(of, "of" | "with" | "by" | "for" | "to" | "from" | "than");
    known(text, word).filter(|_| !other).map(|found| (word, found))
}

/// "in his 40s, who is 53", "36, in her late twenties": the age, the words of the decade, and its years.
fn decade(reading: &Reading<'_>, index: usize) -> Option<((Exact, Span), Span, Bounds)> {
    let text = reading.text;
    let (one, two) = (reading.facts.ages.get(index)?, reading.facts.ages.get(index + 1)?);
    let (tens, plain) = if one.figure.hedge == Hedge::Range { (one, two) } else { (two, one) };
    if tens.figure.hedge != Hedge::Range || !is_plain(plain) || one.at.sentence != two.at.sentence {
        return None;
    }
    let gap = text.token_from(one.at.span.end)..text.token_from(two.at.span.start);
    let told = |at: usize| {
        matches!(
            text.lower(at),
            "," | "who"
                | "is"
                | "was"
                | "aged"
                | "in"
                | "his"
                | "her"
                | "their"
                | "late"
                | "early"
                | "mid"
                | "-"
                | "the"
        )
    };
    let own = gap.clone().any(|at| matches!(text.lower(at), "who" | "in"));
    let (low, high) = (tens.figure.value.low.number()?, tens.figure.value.high.number()?);
    let joined = gap.len() <= 6 && own && text.word(gap.start) == "," && gap.into_iter().all(told);
    let bounds = Bounds { least: Some(low), most: Some(high) };
    let age = (plain.figure.written?, plain.at.span);
    joined.then_some((age, tens.at.span, bounds))
}
