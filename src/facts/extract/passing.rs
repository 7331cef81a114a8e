//! Ages at death: "Ann Lee has died at the age of 84", "Lee died on Monday, aged 68", "… died on Saturday. She was 53."

use super::Reading;
use super::naming::is_kin;
use super::person::{end_of, ending_at, starting_at};
use super::pronoun;
use crate::article::Part;
use crate::facts::date::DateRange;
use crate::facts::names::Certainty;
use crate::text::{Case, Sentence, Text, TokenKind};
use jiff::ToSpan;

/// How far a verb of dying may stand before the age.
const REACH: usize = 24;

/// How long after a death news still says that somebody "has died".
const RECENT: i32 = 45;

/// Whose age at death stands at the tokens `first..end`, and when that was.
pub(super) fn of(reading: &Reading<'_>, first: usize, end: usize) -> Option<(usize, DateRange)> {
    let text = reading.text;
    let start = text.token(first)?.span.start;
    let number = text.sentence_at(start);
    let sentence = text.sentences.get(number)?;
    let worded = matches!(text.lower(first), "aged" | "age" | "at")
        || first > sentence.tokens.start && matches!(text.lower(first - 1), "at" | "aged" | "age");
    if let Some(verb) = verb_before(text, sentence.tokens.start, first).filter(|_| worded) {
        let person = subject(reading, sentence, verb)?;
        return Some((person, day(reading, person, verb)?));
    }
    // "She was 53." after the sentence that tells of the death.
    let mut at = first;
    while at > sentence.tokens.start && matches!(text.lower(at - 1), "was" | "were" | "aged" | "just" | "only") {
        at -= 1;
    }
    let alone = at == sentence.tokens.start + 1
        && matches!(text.lower(at - 1), "he" | "she")
        && text.lower(at) == "was"
        && matches!(text.word(end), "." | "")
        && number > 0;
    let before = text.sentences.get(number.checked_sub(1)?).filter(|before| alone && before.block == sentence.block)?;
    let verb = before.tokens.clone().find(|&at| is_death(text.lower(at)))?;
    let person = subject(reading, before, verb)?;
    Some((person, day(reading, person, verb)?))
}

pub(super) fn is_death(lower: &str) -> bool {
    matches!(lower, "died" | "dies" | "dead")
}

/// The verb of dying that an age belongs to: no other clause or person stands between.
fn verb_before(text: &Text<'_>, floor: usize, first: usize) -> Option<usize> {
    let mut at = first;
    while at > floor && first - at < REACH {
        at -= 1;
        let lower = text.lower(at);
        if is_death(lower) {
            return Some(at);
        }
        let turns = matches!(
            lower,
            "and"
                | "but"
                | "who"
                | "whose"
                | "when"
                | "while"
                | "that"
                | "which"
                | ";"
                | "leaving"
                | "he"
                | "she"
                | "they"
                | "as"
                | "—"
                | "before"
        );
        // "dies aged 90" ends before another age begins.
        let other = at + 1 < first && matches!(lower, "aged" | "age");
        if turns || other || is_kin(lower) || text.kind(at) == TokenKind::Word && lower.ends_with("vived") {
            return None;
        }
    }
    None
}

/// Who dies: the name before the verb, or the one that the sentence begins with and tells more of in an apposition.
pub(super) fn subject(reading: &Reading<'_>, sentence: &Sentence, verb: usize) -> Option<usize> {
    let meant = || verb.checked_sub(1).filter(|&at| at == sentence.tokens.start);
    named_subject(reading, sentence, verb).or_else(|| pronoun::stands_for(reading, meant()?))
}

/// Who dies, where the sentence tells the name.
pub(super) fn named_subject(reading: &Reading<'_>, sentence: &Sentence, verb: usize) -> Option<usize> {
    let text = reading.text;
    let people = &reading.facts.people;
    let mut before = verb;
    while before > sentence.tokens.start && matches!(text.lower(before - 1), "has" | "who" | "also" | "reportedly") {
        before -= 1;
    }
    let plain = |person: usize| {
        people.get(person).is_some_and(|person| person.at.certainty != Certainty::Weak && !person.ambiguous)
    };
    if let Some(person) = ending_at(people, text, before) {
        return Some(person).filter(|&person| plain(person));
    }
    if text.word(before.checked_sub(1)?) != "," {
        return ending_at(people, text, before - usize::from(text.word(before - 1) == ")")).filter(|&p| plain(p));
    }
    // "Ann Lee, who" and "Ann Lee, the first host of …, has died".
    if let Some(person) = ending_at(people, text, before - 1) {
        return Some(person).filter(|&person| plain(person));
    }
    let named = sentence.tokens.clone().take(12).find_map(|at| Some((at, starting_at(people, text, at)?)));
    let (at, person) = named?;
    let end = end_of(people, text, person)?;
    let led = (sentence.tokens.start..at).all(|at| {
        text.token(at).is_some_and(|token| {
            token.kind != TokenKind::Word || token.case != Case::Lower || at < sentence.tokens.start + 4
        })
    });
    let apart = text.word(end) == "," && end < before - 1;
    let names_other = |from: usize| (from..before).any(|at| starting_at(people, text, at).is_some());
    let others = (end + 1..before - 1).any(|at| {
        let lower = text.lower(at);
        is_kin(lower)
            || lower == "whose" && names_other(at)
            || matches!(lower, "said" | "says" | "told" | "after" | "when" | "that" | "died")
    });
    (led && apart && !others && plain(person)).then_some(person)
}

/// When the person died: the day that is told, or lately where it is news.
fn day(reading: &Reading<'_>, person: usize, verb: usize) -> Option<DateRange> {
    let text = reading.text;
    let span = text.token(verb)?.span;
    let sentence = text.sentence_at(span.start) as u32;
    let told =
        reading.facts.deaths.iter().find(|death| death.at.sentence == sentence && death.at.span.start == span.start);
    if let Some(death) = told {
        return Some(death.date);
    }
    let published = reading.article().published?;
    let lately = DateRange { first: published.checked_sub(RECENT.days()).ok()?, ..DateRange::day(published) };
    let perfect = verb.checked_sub(1).is_some_and(|at| text.lower(at) == "has");
    let part = reading.facts.people.get(person).map(|person| person.at.part);
    let news = perfect || text.lower(verb) != "died" || part == Some(Part::Headline);
    if news {
        return Some(lately);
    }
    // "died Saturday in a hospice": the only day of the sentence after the verb.
    let mut days =
        reading.facts.dates.iter().filter(|date| date.at.sentence == sentence && date.at.span.start > span.end);
    let only = days.next().filter(|_| days.next().is_none())?;
    only.value.filter(|_| only.at.certainty != Certainty::Weak)
}
