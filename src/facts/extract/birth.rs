//! Births and deaths: "Ann Lee was born in 1990", "(1950–2020)", "Lee died on 3 May".

use super::Reading;
use super::owner::nearest;
use super::person::{ending_at, starting_at};
use super::pronoun;
use crate::facts::date::DateRange;
use crate::facts::model::{Birth, Death};
use crate::facts::names::{Certainty, DateRole};
use crate::source::Span;
use crate::text::{Case, Text, TokenKind};

/// A date that tells of a life.
struct Life {
    person: usize,
    date: usize,
    value: DateRange,
    span: Span,
    certainty: Certainty,
}

/// No birth of somebody in the news lies so many years back.
const OLDEST: i16 = 125;

/// Reads when people were born and died.
pub fn read(reading: &mut Reading<'_>) {
    for index in 0..reading.facts.dates.len() {
        let Some(date) = reading.facts.dates.get(index) else { continue };
        if date.at.quoted || date.at.negated || date.at.certainty == Certainty::Weak {
            continue;
        }
        let (Some(value), span) = (date.value, date.at.span) else { continue };
        if let Some(dates) = years_in_brackets(reading, index) {
            let [birth, death] = dates;
            add_birth(reading, &birth);
            add_death(reading, &death);
            continue;
        }
        let first = reading.text.token_from(span.start);
        let Some((cue, born)) = cue(reading.text, first) else { continue };
        let Some((person, whole)) = subject(reading, cue, born, value) else {
            // Whose birth it is may not be told by name.
            if born && let Some(date) = reading.facts.dates.get_mut(index) {
                date.role = DateRole::Birth;
            }
            continue;
        };
        let certainty = if is_plain(reading, person) { Certainty::Sure } else { Certainty::Weak };
        let life = Life { person, date: index, value, span: whole.to(span), certainty };
        if born {
            add_birth(reading, &life);
        } else {
            add_death(reading, &life);
        }
    }
    reading.facts.births.sort_by_key(|birth| birth.at.span);
    reading.facts.deaths.sort_by_key(|death| death.at.span);
}

fn add_birth(reading: &mut Reading<'_>, life: &Life) {
    let at = reading.at(life.span, life.certainty);
    let Some(date) = reading.facts.dates.get_mut(life.date) else { return };
    date.role = DateRole::Birth;
    let date_span = date.at.span;
    reading.facts.births.push(Birth { at, date: life.value, date_span, person: life.person as u32 });
}

fn add_death(reading: &mut Reading<'_>, life: &Life) {
    let at = reading.at(life.span, life.certainty);
    let Some(date) = reading.facts.dates.get_mut(life.date) else { return };
    date.role = DateRole::Death;
    let date_span = date.at.span;
    reading.facts.deaths.push(Death { at, date: life.value, date_span, person: life.person as u32 });
}

fn is_plain(reading: &Reading<'_>, person: usize) -> bool {
    reading.facts.people.get(person).is_some_and(|person| person.at.certainty != Certainty::Weak)
}

/// The "born" or "died" that a date belongs to, and whether it is a birth.
fn cue(text: &Text<'_>, first: usize) -> Option<(usize, bool)> {
    let mut at = first.checked_sub(1)?;
    for back in 0..10 {
        let lower = text.lower(at);
        match lower {
            "born" => return Some((at, true)),
            // Only what stands close by: "died in hospital on Monday" is of that day, a long sentence may not be.
            "died" if back < 6 => return Some((at, false)),
            "in" | "on" | "the" | "," | "at" | "near" | "of" | "peacefully" | "suddenly" | "hospital" | "home"
            | "aged" | "his" | "her" => {}
            // "born in Lisbon to Irish parents in 1930", "born into a family of farmers".
            "to" | "a" | "an" | "into" | "parents" | "family" | "village" | "town" | "city" | "small" | "poor"
            | "north" | "south" | "east" | "west" | "outside" | "what" | "is" | "now" | "then" | "farmers"
            | "immigrants" | "immigrant" | "raised" | "and"
                if back < 9 => {}
            _ if text.token(at).is_some_and(|token| token.kind == TokenKind::Word && token.case != Case::Lower) => {}
            _ => return None,
        }
        at = at.checked_sub(1)?;
    }
    None
}

/// Who was born or died at the cue, and the words from the verb on.
fn subject(reading: &Reading<'_>, cue: usize, born: bool, value: DateRange) -> Option<(usize, Span)> {
    let text = reading.text;
    let people = &reading.facts.people;
    let back = |n: usize| cue.checked_sub(n).map_or("", |at| text.lower(at));
    let span = text.span(cue, cue);
    // Those of long ago are of a book or a picture, and "he" may be somebody in it.
    let recent = reading.article().published.is_none_or(|published| published.year() - value.last.year() < OLDEST);
    let mut before = cue;
    if born && back(1) == "was" {
        before -= 1;
    } else if born
        && !matches!(back(1), "," | "(" | "")
        && !text.token(cue).is_some_and(|token| token.case == Case::Title)
    {
        return None;
    }
    // "He was born in 1990", "she died in 2019"
    if let Some(person) = before.checked_sub(1).filter(|_| recent).and_then(|at| pronoun::stands_for(reading, at)) {
        return Some((person, span));
    }
    // "Born in 1990 in Leeds, Lee grew up …": the first name after the comma.
    if text.token(cue).is_some_and(|token| token.case == Case::Title) {
        let pronoun = (cue..cue + 14).find(|&at| text.word(at) == "," && matches!(text.lower(at + 1), "he" | "she"));
        if let Some(person) = pronoun.filter(|_| recent).and_then(|at| pronoun::stands_for(reading, at + 1)) {
            return Some((person, span));
        }
        let comma = (cue..cue + 14).find(|&at| text.word(at) == "," && starting_at(people, text, at + 1).is_some())?;
        let same = text.sentence_at(text.token(comma)?.span.start) == text.sentence_at(span.start);
        return starting_at(people, text, comma + 1).filter(|_| same).map(|person| (person, span));
    }
    if before.checked_sub(1).is_some_and(|at| text.lower(at) == "who") {
        before -= 1;
    }
    let mut name = before;
    while name > 0 && matches!(text.word(name - 1), "," | "(") {
        name -= 1;
    }
    if let Some(person) = ending_at(people, text, name) {
        return Some((person, span));
    }
    // "Ann Lee, 34, was born …", "Ann Lee (34) died …": an apposition without another verb.
    let (person, end) = nearest(reading, before)?;
    let closed = matches!(text.word(before.checked_sub(1)?), "," | ")") && matches!(text.word(end), "," | "(");
    let short = before - end <= 8 && !(end + 1..before - 1).any(|at| is_other(text, at));
    (closed && short).then_some((person, span))
}

/// Words that may bring in another subject.
fn is_other(text: &Text<'_>, at: usize) -> bool {
    matches!(
        text.lower(at),
        "," | "and"
            | "but"
            | "son"
            | "daughter"
            | "wife"
            | "husband"
            | "father"
            | "mother"
            | "who"
            | "whose"
            | "brother"
            | "sister"
            | "child"
    )
}

/// "Ann Lee (1950–2020)": the two years of a life right after a name.
fn years_in_brackets(reading: &Reading<'_>, index: usize) -> Option<[Life; 2]> {
    let text = reading.text;
    let dates = &reading.facts.dates;
    let (one, two) = (dates.get(index)?, dates.get(index + 1)?);
    let (first, second) = (text.token_from(one.at.span.start), text.token_from(two.at.span.start));
    let bracketed = text.word(first.checked_sub(1)?) == "("
        && second == first + 2
        && matches!(text.word(first + 1), "–" | "-" | "—")
        && text.word(second + 1) == ")";
    let person = ending_at(&reading.facts.people, text, first - 1).filter(|_| bracketed)?;
    let (born, died) = (one.value?, two.value?);
    // Shorter spans are terms of office as often as lives.
    let years = i32::from(died.first.year()) - i32::from(born.first.year());
    let title = reading.facts.people.get(person).is_some_and(|person| person.title.is_some());
    let life = (if title { 45 } else { 25 }..=115).contains(&years);
    let certainty = if life { Certainty::Likely } else { Certainty::Weak };
    Some([
        Life { person, date: index, value: born, span: one.at.span, certainty },
        Life { person, date: index + 1, value: died, span: two.at.span, certainty },
    ])
}
