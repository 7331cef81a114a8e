//! Years between two years, or between a year and today, told beside them: "in prison since 2015, a total of 9 years",
//! "in 2014, ten years after the flood of 2004", "imposed in 2010, was lifted after ten years in 2020", "the 100-year-old
//! firm, founded in 1924".

use super::jubilee::BEGUN;
use super::{Reading, since};
use super::{later, length};
use crate::facts::date::{DateRange, Precision};
use crate::facts::extract::asked::Asked;
use crate::facts::model::{Date, Figure, range_of};
use crate::facts::names::{Certainty, Hedge};
use crate::source::Span;
use crate::text::lexicon::{self, VerbForms};
use crate::text::{Case, Text, TokenKind};
use std::ops::Range;

/// The most words between "after" and the year, or between a length and what it is of.
const REACH: usize = 10;

/// What else begins to be of an age, where it is told as "30 years old".
const MADE: &[&str] = &["passed", "enacted", "adopted", "introduced", "signed", "completed", "erected", "written"];

/// How many years apart two years of one sentence stand.
struct Elapsed {
    /// The earlier: index of a date.
    since: usize,
    /// The later; that of publication where it is not told.
    as_of: Option<usize>,
}

/// Reads the lengths of all sentences that tell one year or two.
pub(super) fn read(reading: &mut Reading<'_>) {
    let text = reading.text;
    let mut unbroken = Asked::default();
    for index in 0..reading.facts.durations.len() {
        let Some(duration) = reading.facts.durations.get(index) else { return };
        let firm = duration.at.certainty != Certainty::Weak && duration.per.is_none();
        if &*duration.unit != "year" || !firm || !matches!(duration.figure.hedge, Hedge::Exactly | Hedge::Nearly) {
            continue;
        }
        let (figure, span, sentence) = (duration.figure.clone(), duration.at.span, duration.at.sentence);
        let years = years(&reading.facts.dates, sentence);
        let words = text.token_from(span.start)..text.token_from(span.end.saturating_sub(1)) + 1;
        let found = match years.as_slice() {
            [one] => to_today(reading, *one, words),
            [one, two] => apart(reading, [*one, *two], words),
            _ => None,
        };
        if let Some(found) = found.filter(|_| unbroken.once(sentence, || length::is_unbroken(text, sentence))) {
            note(reading, &figure, span, &found);
        }
    }
    for index in 0..reading.facts.ages.len() {
        let Some(age) = reading.facts.ages.get(index) else { return };
        let plain = age.figure.hedge == Hedge::Exactly && &*age.unit == "year" && age.at.certainty != Certainty::Weak;
        let years = years(&reading.facts.dates, age.at.sentence);
        let [since] = years.as_slice() else { continue };
        let (figure, span) = (age.figure.clone(), age.at.span);
        if plain && is_of_thing(reading, span, *since) {
            note(reading, &figure, span, &Elapsed { since: *since, as_of: None });
        }
    }
}

/// The dates of a sentence that are written with their years; none where another is reckoned from them.
fn years(dates: &[Date], sentence: u32) -> Vec<usize> {
    let told = range_of(dates, sentence).take(4);
    let whole = |date: &Date| date.explicit && !date.relative && date.precision <= Precision::Year;
    if told.clone().all(|index| dates.get(index).is_some_and(whole)) { told.collect() } else { Vec::new() }
}

/// "since 2015, a total of nine years": a length up to today.
fn to_today(reading: &Reading<'_>, since: usize, words: Range<usize>) -> Option<Elapsed> {
    let text = reading.text;
    let year = tokens(text, reading.facts.dates.get(since)?);
    let led = year.start.checked_sub(1).is_some_and(|at| text.lower(at) == "since");
    // "He had been married for 60 years, since 1924": then, not today.
    let then = |at: usize| matches!(text.lower(at), "had" | "then" | "time" | "would" | "if" | "until" | "before");
    let near = text.near(words.clone(), 3 * REACH);
    let first = |at: usize| text.lower(at) == "first" && text.lower(at + 1) == "time";
    if !led || near.clone().any(|at| then(at) && !first(at.saturating_sub(1))) {
        return None;
    }
    let told = if words.end <= year.start {
        // "for 40 years, since 1984", "the first win in 20 years, since 2004"
        let before = words.start.checked_sub(1).map_or("", |at| text.lower(at));
        let gap = words.end..year.start;
        matches!(before, "for" | "in") && gap.len() == 2 && text.word(gap.start) == ","
    } else {
        let gap = year.end..words.start;
        let plain =
            |at: usize| matches!(text.lower(at), "," | "—" | "–" | "(" | "a" | "total" | "of" | "for" | "or" | "some");
        let paused = text.kind(gap.start) == TokenKind::Mark;
        paused && gap.len() <= 4 && gap.into_iter().all(plain) && text.kind(words.end) == TokenKind::Mark
    };
    told.then_some(Elapsed { since, as_of: None })
}

/// A length between two years.
fn apart(reading: &Reading<'_>, [one, two]: [usize; 2], words: Range<usize>) -> Option<Elapsed> {
    let text = reading.text;
    let dates = &reading.facts.dates;
    let (first, second) = (tokens(text, dates.get(one)?), tokens(text, dates.get(two)?));
    let plain = |gap: Range<usize>| {
        let of = gap.clone().filter(|&at| text.lower(at) == "of").count();
        gap.len() <= REACH && of <= 1 && gap.clone().all(|at| is_plain(text, at))
    };
    let beside = |gap: Range<usize>| {
        gap.len() <= 2 && gap.clone().all(|at| matches!(text.lower(at), "," | "some" | "just" | "only" | "—" | "–"))
    };
    let lead = |at: usize| at.checked_sub(1).map_or("", |at| text.lower(at));
    let forth = Elapsed { since: one, as_of: Some(two) };
    let back = Elapsed { since: two, as_of: Some(one) };
    match text.lower(words.end) {
        // "in 2014, ten years after the flood of 2004"
        "after" if first.end <= words.start && beside(first.end..words.start) && plain(words.end + 1..second.start) => {
            Some(back)
        }
        "before"
            if first.end <= words.start && beside(first.end..words.start) && plain(words.end + 1..second.start) =>
        {
            Some(forth)
        }
        // "ten years after the 2004 flood, in 2014,"
        "after" if words.end <= first.start && plain(words.end + 1..first.start) => {
            let gap = first.end..second.start;
            let told = gap.len() >= 2 && lead(second.start) == "in" && text.word(gap.end - 2) == ",";
            (told && gap.len() <= 6).then_some(forth)
        }
        // "imposed in 2010, was lifted after ten years in 2020"
        "in" if lead(words.start) == "after" && words.end + 1 == second.start && first.end <= words.start => {
            let begun = first.start.checked_sub(2).is_some_and(|at| text.lower(at).ends_with("ed"));
            let whole = (first.end..words.start).all(|at| text.lower(at) != "and" && text.lower(at) != "who");
            (begun && lead(first.start) == "in" && whole).then_some(forth)
        }
        // "After 18 years at the paper, which he joined in 1996, he retired in 2014."
        "at" | "with"
            if lead(words.start) == "after"
                && words.end <= first.start
                && lead(first.start) == "in"
                && is_joined(text, words.end..first.start)
                && is_deed(text, first.end..second.start) =>
        {
            Some(forth)
        }
        // "he died in 1990, 14 years after she left in 1986"
        "after"
            if first.end <= words.start
                && beside(first.end..words.start)
                && is_deed(text, words.end + 1..second.start) =>
        {
            Some(back)
        }
        _ if second.end <= words.start && later::is_given(text, [&first, &second], &words) => Some(forth),
        // "retired in 2012 after 40 years at the school, which she joined in 1972"
        _ if lead(words.start) == "after" && first.end + 1 == words.start && words.end <= second.start => {
            let verb = second.start.checked_sub(2).map_or("", |at| text.lower(at));
            let begun = BEGUN.contains(&verb) || matches!(verb, "joined" | "entered" | "bought");
            let gap = words.end..second.start;
            let which = gap.clone().any(|at| text.word(at) == "," && matches!(text.lower(at + 1), "which" | "where"));
            let there = matches!(text.lower(words.end), "at" | "with") && which && gap.len() <= REACH;
            (begun && there && lead(second.start) == "in").then_some(back)
        }
        _ => None,
    }
}

/// "at the paper, which he joined in": where somebody was for so long.
fn is_joined(text: &Text<'_>, gap: Range<usize>) -> bool {
    let verb = gap.end.checked_sub(2).map_or("", |at| text.lower(at));
    let which = gap.clone().any(|at| text.word(at) == "," && matches!(text.lower(at + 1), "which" | "where"));
    let begun = BEGUN.contains(&verb) || matches!(verb, "joined" | "entered" | "bought");
    let who = gap.end.checked_sub(3).is_some_and(|at| matches!(text.lower(at), "he" | "she" | "they"));
    which && begun && who && gap.len() <= REACH
}

/// "she left in": what somebody did in the year that follows.
fn is_deed(text: &Text<'_>, gap: Range<usize>) -> bool {
    let gap = gap.start + usize::from(text.word(gap.start) == ",")..gap.end;
    let done = gap.len() == 3 && lexicon::verb_form(text.lower(gap.start + 1)).has(VerbForms::PAST);
    done && matches!(text.lower(gap.start), "he" | "she" | "they" | "it") && text.lower(gap.end - 1) == "in"
}

/// "the 100-year-old firm, founded in", "the club, which is 100 years old, was founded in".
fn is_of_thing(reading: &Reading<'_>, age: Span, since: usize) -> bool {
    let text = reading.text;
    let Some(year) = reading.facts.dates.get(since).map(|date| tokens(text, date)) else { return false };
    let (first, end) = (text.token_from(age.start), text.token_from(age.end.saturating_sub(1)) + 1);
    let begun =
        year.start.checked_sub(2).filter(|&at| BEGUN.contains(&text.lower(at)) || MADE.contains(&text.lower(at)));
    // "the law, passed in 2004, is 30 years old"
    if begun.is_some_and(|at| text.lower(at + 1) == "in" && text.word(at.wrapping_sub(1)) == ",") && year.end < first {
        let gap = year.end..first;
        let is = gap.len() == 2 && text.word(gap.start) == "," && matches!(text.lower(gap.end - 1), "is" | "are");
        return is && matches!(text.lower(end), "." | "," | ";" | "and" | "but" | "this" | "today" | "");
    }
    // "Built in 1880, the 140-year-old hall is to be sold."
    if begun.is_some_and(|at| text.lower(at + 1) == "in" && is_opening(text, at)) && year.end + 2 == first {
        let noun = text.token(end).is_some_and(|token| token.kind == TokenKind::Word && token.case == Case::Lower);
        return text.word(year.end) == "," && text.lower(first - 1) == "the" && noun;
    }
    let Some(begun) = begun.filter(|&at| text.lower(at + 1) == "in" && at > end) else { return false };
    let gap = end..begun;
    let which = |at: usize| matches!(text.lower(at), "which" | "that" | "was" | "is");
    if text.lower(first.wrapping_sub(1)) == "is" && text.lower(first.wrapping_sub(2)) == "which" {
        return gap.len() == 2 && text.word(gap.start) == "," && text.lower(gap.end - 1) == "was";
    }
    let comma = gap.clone().find(|&at| text.word(at) == ",");
    comma.is_some_and(|comma| {
        let noun = gap.start..comma;
        let lower = |at: usize| text.token(at).is_some_and(|token| token.case == Case::Lower);
        let article = |at: usize| matches!(text.lower(at), "a" | "an" | "the" | "his" | "her" | "their");
        let plain = (1..=3).contains(&noun.len()) && noun.into_iter().all(|at| lower(at) && !article(at));
        plain && (comma + 1..gap.end).all(which)
    })
}

/// Whether a token begins its sentence.
fn is_opening(text: &Text<'_>, at: usize) -> bool {
    let start = text.token(at).map(|token| text.sentence_at(token.span.start));
    start.and_then(|index| text.sentences.get(index)).is_some_and(|sentence| sentence.tokens.start == at)
}

fn tokens(text: &Text<'_>, date: &Date) -> Range<usize> {
    text.token_from(date.at.span.start)..text.token_from(date.at.span.end.saturating_sub(1)) + 1
}

/// A word that is no clause of its own: "after the flood of 2004".
fn is_plain(text: &Text<'_>, at: usize) -> bool {
    let word = matches!(text.kind(at), TokenKind::Word | TokenKind::Possessive) || text.word(at) == "-";
    let lower = text.lower(at);
    let other = matches!(
        lower,
        "and"
            | "but"
            | "or"
            | "that"
            | "which"
            | "who"
            | "until"
            | "before"
            | "after"
            | "than"
            | "he"
            | "she"
            | "they"
            | "it"
    );
    word && !other && !lower.ends_with("ing")
}

fn note(reading: &mut Reading<'_>, figure: &Figure, span: Span, found: &Elapsed) {
    let dates = &reading.facts.dates;
    let value = |index: usize| dates.get(index).and_then(|date| date.value);
    let told = match found.as_of {
        Some(index) => value(index),
        None => reading.article().published.map(DateRange::day),
    };
    let ordered = value(found.since).zip(told).filter(|(from, to)| from.surely_before(*to));
    let Some((_, as_of)) = ordered else { return };
    since::push(reading, figure.value, [span, figure.span], found.since as u32, as_of);
}
