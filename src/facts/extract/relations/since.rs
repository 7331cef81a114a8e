//! Years that have passed since a year: "the 50th anniversary of the 1968 riots", "it is 247 years since … in 1756".

use super::Reading;
use crate::facts::date::{DateRange, Precision};
use crate::facts::exact::Exact;
use crate::facts::interval::Interval;
use crate::facts::model::{Anniversary, Date, Figure, Index, range_of};
use crate::facts::names::{Certainty, Hedge};
use crate::facts::quantity::{Measured, Quantity};
use crate::facts::units;
use crate::source::Span;
use crate::text::lexicon::{self, VerbForms};
use crate::text::{Text, TokenKind};

/// The most words between "anniversary of" or "years since" and the year.
const REACH: usize = 14;

/// The most words between "in the two years since" and the year.
const NEAR: usize = 8;

pub(super) fn read(reading: &mut Reading<'_>) {
    for index in 0..reading.facts.ordinals.len() {
        let Some(ordinal) = reading.facts.ordinals.get(index) else { continue };
        let noun = ordinal.noun.as_ref().is_some_and(|noun| &*noun.key == "anniversary");
        let (figure, at) = (ordinal.figure.clone(), ordinal.at);
        if noun && at.certainty != Certainty::Weak {
            let after = reading.text.token_from(at.span.end);
            let Some(of) = (after..after + 3).find(|&at| reading.text.lower(at) == "of") else { continue };
            note(reading, &figure, at.span, of, Precision::Year);
        }
    }
    for index in 0..reading.facts.durations.len() {
        let Some(duration) = reading.facts.durations.get(index) else { continue };
        let (figure, at) = (duration.figure.clone(), duration.at);
        let plain = &*duration.unit == "year" && figure.hedge == Hedge::Exactly && at.certainty != Certainty::Weak;
        let since = reading.text.token_from(at.span.end);
        // "the two-year anniversary of the 2012 order"
        if plain && reading.text.lower(since) == "anniversary" && reading.text.lower(since + 1) == "of" {
            note(reading, &figure, at.span, since + 1, Precision::Year);
            continue;
        }
        let told = plain && reading.text.lower(since) == "since";
        if told && (is_now(reading.text, at.span) || is_up_to_now(reading.text, at.span, since)) {
            note(reading, &figure, at.span, since, Precision::Day);
        }
    }
}

/// "It is 20 years since", "it has been 20 years since", "it's 20 years since", "this year marks 20 years since".
fn is_now(text: &Text<'_>, span: Span) -> bool {
    let first = text.token_from(span.start);
    let back = |n: usize| first.checked_sub(n).map_or("", |at| text.lower(at));
    matches!(back(1), "is" | "been" | "'s" | "’s" | "it's" | "it’s" | "marks" | "mark" | "marking" | "marked")
}

/// "In the two years since the 2014 election, the council has met": the year right behind, and what has happened since.
fn is_up_to_now(text: &Text<'_>, span: Span, since: usize) -> bool {
    let first = text.token_from(span.start);
    let first = first + usize::from(text.lower(first) == "the");
    let back = |n: usize| first.checked_sub(n).map_or("", |at| text.lower(at));
    let led = back(1) == "the" && matches!(back(2), "in" | "over" | "during");
    let Some(sentence) = text.token(since).map(|token| text.sentence_at(token.span.start)) else { return false };
    let Some(sentence) = text.sentences.get(sentence).filter(|_| led) else { return false };
    let year = (since + 1..since + NEAR).take_while(|&at| text.kind(at) != TokenKind::Mark);
    let mut year = year.filter(|&at| text.kind(at) == TokenKind::Number && text.word(at).len() == 4);
    // "since the 2014 election", "since she left in 2014", not "since she left the 2014 champions".
    let near = year.next().is_some_and(|year| year <= since + 2 || text.lower(year - 1) == "in");
    let has = |at: usize| matches!(text.lower(at), "has" | "have" | "’ve" | "'ve");
    let then =
        |at: usize| matches!(text.lower(at), "had" | "would" | "until" | "then" | "if" | "by" | "said" | "wrote");
    near && sentence.tokens.clone().any(has) && !sentence.tokens.clone().any(then)
}

/// Notes the years that stand before `from`, where the sentence tells one year that they are counted from.
fn note(reading: &mut Reading<'_>, figure: &Figure, span: Span, from: usize, finest: Precision) {
    let text = reading.text;
    let Some(token) = text.token(from).filter(|_| figure.written.is_some()) else { return };
    let sentence = text.sentence_at(token.span.start) as u32;
    let told = range_of(&reading.facts.dates, sentence);
    let (mut since, mut stood, mut today, mut others) = (None, None, false, false);
    for index in told {
        let Some(date) = reading.facts.dates.get(index) else { break };
        let year = date.explicit && !date.relative && date.precision <= Precision::Year;
        if year && date.at.span.start > span.end && since.is_none() {
            let near = text.token_from(date.at.span.start) - from <= REACH;
            since = Some((index as u32, date.value)).filter(|_| near);
            others |= !near;
        } else if (year || is_year_beside(text, date)) && date.at.span.end < span.start && stood.is_none() {
            stood = date.value;
        } else {
            today |= is_today(text, date);
            others |= !is_today(text, date);
        }
    }
    // "The 150th anniversary of the speech on 19 November 2013" tells the day of the feast.
    let Some((since, Some(value))) = since.filter(|_| !others) else { return };
    if value.precision < finest {
        return;
    }
    // "On the 20th anniversary of the 1995 floods, she said": it may be long past.
    let first = text.token_from(span.start);
    let back = |n: usize| first.checked_sub(n).map_or("", |at| text.lower(at));
    // "A film for the 25th anniversary" may be as old.
    let led = matches!(back(2), "on" | "since" | "before" | "after" | "for" | "to" | "from" | "by" | "until");
    let to_come = is_yet_to_come(reading, value, figure);
    // "The 60th anniversary of the 1962 flood will be marked": in years to come.
    if to_come && !today && stood.is_none() && is_told_ahead(text, sentence) {
        return;
    }
    let past = back(2) == "on" && is_told_past(text, sentence, first) && to_come;
    if back(1) == "the" && led && stood.is_none() && !today && !past {
        return;
    }
    let published = reading.article().published.map(DateRange::day);
    let Some(as_of) = stood.or(published).filter(|as_of| value.surely_before(*as_of)) else { return };
    push(reading, figure.value, [span, figure.span], since, as_of);
}

/// Whether the feast is later than the year after publication.
fn is_yet_to_come(reading: &Reading<'_>, since: DateRange, figure: &Figure) -> bool {
    let due = figure.written.and_then(|years| years.plus(Exact::from(i64::from(since.first.year()))));
    let published = reading.article().published.map(|day| Exact::from(i64::from(day.year()) + 1));
    due.zip(published).is_some_and(|(due, published)| due > published)
}

fn is_told_ahead(text: &Text<'_>, sentence: u32) -> bool {
    let tokens = text.sentences.get(sentence as usize).map_or(0..0, |sentence| sentence.tokens.clone());
    tokens.into_iter().any(|at| matches!(text.lower(at), "will" | "shall" | "’ll" | "'ll" | "plans"))
}

/// "On the 50th anniversary of the 1969 riots, the museum opened": the sentence begins with the feast, and tells what
/// was done on it.
fn is_told_past(text: &Text<'_>, sentence: u32, first: usize) -> bool {
    let Some(tokens) = text.sentences.get(sentence as usize).map(|sentence| sentence.tokens.clone()) else {
        return false;
    };
    let Some(comma) = (first..tokens.end).find(|&at| text.word(at) == ",") else { return false };
    let aux = |at: usize| {
        matches!(
            text.lower(at),
            "will" | "would" | "shall" | "may" | "could" | "should" | "to" | "plans" | "is" | "are" | "be"
        )
    };
    let done = |at: usize| {
        let form = lexicon::verb_form(text.lower(at));
        form.has(VerbForms::PAST)
    };
    tokens.start + 2 == first && !tokens.clone().any(aux) && (comma + 1..(comma + 7).min(tokens.end)).any(done)
}

/// Notes so many years from a date to a day or year: the words, and the number among them.
pub(super) fn push(
    reading: &mut Reading<'_>,
    years: Interval,
    [span, figure_span]: [Span; 2],
    since: Index,
    as_of: DateRange,
) {
    let Some((_, days)) = units::period("year") else { return };
    let value = Quantity::of(years.scaled(days), Measured::Time);
    let at = reading.at(span, Certainty::Likely);
    reading.facts.anniversaries.push(Anniversary { at, value, figure_span, since, as_of });
}

/// "Last year marked", "next year will be": the year of the feast, not that of publication.
fn is_year_beside(text: &Text<'_>, date: &Date) -> bool {
    let pause = text.kind(text.token_from(date.at.span.end)) == TokenKind::Mark;
    date.relative && !pause && matches!(text.lowered(date.at.span), "last year" | "next year")
}

/// "this year", "on Saturday", "today": about the day of publication.
fn is_today(text: &Text<'_>, date: &Date) -> bool {
    date.relative
        && !text.lowered(date.at.span).contains("ago")
        && !text.lowered(date.at.span).contains("last")
        && date.precision <= Precision::Year
}
