//! Whose an age is: the person whose name stands beside it.

use super::asked::Asked;
use super::person::{end_of, ending_at, last_before, starting_at};
use super::{Reading, passing};
use crate::facts::date::{DateRange, Precision};
use crate::facts::exact::Exact;
use crate::facts::model::of_sentence;
use crate::facts::names::{Certainty, DateRole};
use crate::source::Span;
use crate::text::{Case, Sentence, Text, TokenKind};
use jiff::civil::Date;

/// Links ages to the people that they are of, where the wording leaves no doubt.
pub fn read(reading: &mut Reading<'_>) {
    let text = reading.text;
    let mut other_year = Asked::default();
    for index in 0..reading.facts.ages.len() {
        let Some(age) = reading.facts.ages.get(index) else { continue };
        // A group's age and a building's are nobody's.
        let oldest = age.figure.written.is_some_and(|years| years > Exact::whole(125));
        if age.at.quoted || age.person.is_some() || oldest {
            continue;
        }
        let (span, sentence) = (age.at.span, age.at.sentence);
        let first = text.token_from(span.start);
        let end = text.token_from(span.end.saturating_sub(1)) + 1;
        let Some((person, now)) = owner(reading, span) else {
            let of_then = passing::of(reading, first, end).or_else(|| in_a_year(reading, first, end));
            if let Some((person, day)) = of_then
                && let Some(age) = reading.facts.ages.get_mut(index)
            {
                (age.person, age.as_of) = (Some(person as u32), Some(day));
            }
            continue;
        };
        let sure = reading
            .facts
            .people
            .get(person)
            .is_some_and(|person| person.at.certainty != Certainty::Weak && person.at.sentence == sentence);
        if !sure || is_of_kin(reading, person) {
            continue;
        }
        let now = now && !other_year.once(sentence, || is_another_year(text, sentence));
        // "who is 89", "now 75": whatever days the sentence tells of.
        let today = matches!(text.lower(first.wrapping_sub(1)), "is" | "now");
        let earlier = earliest(reading, sentence).filter(|_| !today);
        let published = text.article.published.filter(|_| now);
        let as_of = match (died(reading, person, sentence), earlier) {
            (Some(day), _) => Some(day),
            (None, None) => published.map(DateRange::day),
            (None, Some(first)) => published.map(|last| DateRange { first, last, precision: Precision::Day }),
        };
        // "Ann Lee was 19 when she left in 1980"
        let as_of = as_of.or_else(|| in_a_year(reading, first, end).map(|(_, day)| day));
        let today = as_of.is_none_or(|days| days.first == days.last && Some(days.first) == published);
        if let Some(age) = reading.facts.ages.get_mut(index) {
            (age.person, age.as_of, age.now) = (Some(person as u32), as_of, now && earlier.is_none() && today);
        }
    }
}

/// "her brother, Lee, 30": a bare surname beside a word of kin is that of another.
fn is_of_kin(reading: &Reading<'_>, person: usize) -> bool {
    let text = reading.text;
    let Some(first) = reading.facts.people.get(person).map(|person| text.token_from(person.at.span.start)) else {
        return true;
    };
    let bare = end_of(&reading.facts.people, text, person) == Some(first + 1);
    let back = |n: usize| first.checked_sub(n).map_or("", |at| text.lower(at));
    bare && (super::naming::is_kin(back(1)) || back(1) == "," && super::naming::is_kin(back(2)))
}

/// "A year later, Lee, 35, left": the sentence tells of another year without a date.
fn is_another_year(text: &Text<'_>, sentence: u32) -> bool {
    let Some(sentence) = text.sentences.get(sentence as usize) else { return false };
    let opening = text.lower(sentence.tokens.start);
    if matches!(opening, "when" | "then" | "once") {
        return true;
    }
    sentence.tokens.clone().any(|at| {
        let before = at.checked_sub(1).map_or("", |at| text.lower(at));
        match text.lower(at) {
            "later" | "earlier" | "afterwards" | "on" => {
                matches!(before, "year" | "years" | "month" | "months" | "decade" | "decades" | "season" | "seasons")
            }
            "time" | "days" => {
                matches!(before, "the" | "those") && matches!(text.lower(at.wrapping_sub(2)), "at" | "in")
            }
            "then" => before == "back",
            "year" | "season" | "summer" | "spring" | "autumn" | "winter" => matches!(before, "following" | "next"),
            _ => false,
        }
    })
}

/// The person that an age is of, and whether it is the age of the day.
fn owner(reading: &Reading<'_>, age: Span) -> Option<(usize, bool)> {
    let text = reading.text;
    let people = &reading.facts.people;
    let first = text.token_from(age.start);
    let end = text.token_from(age.end.saturating_sub(1)) + 1;
    let back = |n: usize| first.checked_sub(n).map_or("", |at| text.lower(at));
    let then = matches!(back(1), "then") || text.lower(end) == "at" && text.lower(end + 2) == "time";
    // In "Ann Lee, 34-year-old Bea Moss and" the age is of the name that follows.
    let following = named_after(reading, end).map(|person| (person, true));
    if following.is_some() && !matches!(back(1), "a" | "an" | "the") {
        return following;
    }
    // "Ann Lee, 34,", "Ann Lee (34)", "Ann Lee, aged 34,", "Ann Lee, then 34,".
    let mut gap = first;
    while gap > 0
        && first - gap < 4
        && matches!(text.lower(gap - 1), "," | "(" | "aged" | "age" | "now" | "then" | "who" | "is" | "was" | "turns")
    {
        gap -= 1;
    }
    let gapped = (gap..first).any(|at| matches!(text.lower(at), "," | "(" | "is" | "was" | "aged" | "age"));
    let ends = matches!(text.word(end), "," | ")" | "." | ";" | "" | "and" | "when")
        || text.lower(end - 1) == "old"
        || !matches!(text.kind(end), TokenKind::Word | TokenKind::Number);
    if gapped
        && ends
        && (back(1) != "(" || is_age_in_brackets(reading, first))
        && let Some(person) = ending_at(people, text, gap)
    {
        let past =
            (gap..first).any(|at| matches!(text.lower(at), "was" | "then" | "turns")) || text.lower(end) == "when";
        return Some((person, !then && !past));
    }
    // "Ann Lee, a 34-year-old teacher,".
    if matches!(back(1), "a" | "an" | "the")
        && back(2) == ","
        && let Some(person) = ending_at(people, text, first - 2)
    {
        return Some((person, true));
    }
    following
}

/// "She recalled 1982, when she was 36", "Lee was 37 in 1980": whose age of another day it is, and of which.
fn in_a_year(reading: &Reading<'_>, first: usize, end: usize) -> Option<(usize, DateRange)> {
    let text = reading.text;
    let people = &reading.facts.people;
    let be = first.checked_sub(1).filter(|&be| matches!(text.lower(be), "was" | "turned"))?;
    let subject = be.checked_sub(1)?;
    let start = text.token(subject)?.span.start;
    let sentence = text.sentences.get(text.sentence_at(start))?;
    let dates = &reading.facts.dates;
    let day = |date: &crate::facts::model::Date| date.value.filter(|_| date.explicit && !date.relative);
    let after = text.token(end + 1).map_or(u32::MAX, |token| token.span.start);
    let later = dates.iter().find(|date| date.at.span.start == after).filter(|_| text.lower(end) == "in");
    let when = subject.checked_sub(1).filter(|&when| text.lower(when) == "when");
    let told = when.and_then(|when| {
        let before = when.checked_sub(1)?;
        before.checked_sub(usize::from(text.word(before) == ","))
    });
    let earlier = told.and_then(|last| {
        let last = text.token(last)?.span.end;
        dates.iter().find(|date| date.at.span.end == last)
    });
    let act = (text.lower(be) == "was" && text.lower(end) == "when").then(|| of_act(reading, end, sentence)).flatten();
    let day = later.or(earlier).or(act).and_then(day)?;
    if text.word(subject) == "," && act.is_some() {
        // "Ann Lee, now 75, was 19 when she left in 1980"
        let told = reading
            .facts
            .ages
            .iter()
            .find(|age| age.at.span.end == text.token(subject - 1).map_or(0, |t| t.span.end))?;
        return told.person.map(|person| (person as usize, day));
    }
    if let Some(person) = ending_at(people, text, be) {
        return Some((person, day));
    }
    if !matches!(text.lower(subject), "he" | "she") {
        return None;
    }
    // "In 1980, when she was 37, Ann Lee left": the name that follows; else the only one of the sentence.
    if earlier.is_some()
        && text.word(end) == ","
        && let Some(person) = starting_at(people, text, end + 1)
    {
        return Some((person, day));
    }
    let number = text.sentence_at(start) as u32;
    let mut named = people.iter().enumerate().filter(|(_, person)| person.at.sentence == number);
    let (person, found) = named.next()?;
    let only = named.all(|(_, other)| other.name.key == found.name.key) && found.at.span.start < start;
    let kin = (sentence.tokens.start..subject).any(|at| super::naming::is_kin(text.lower(at)));
    (only && !kin).then_some((person, day))
}

/// "was 19 when she moved to Leeds in 1980": the one date of the rest of the sentence, where no other clause begins.
fn of_act<'a>(reading: &'a Reading<'_>, when: usize, sentence: &Sentence) -> Option<&'a crate::facts::model::Date> {
    let text = reading.text;
    if !matches!(text.lower(when + 1), "he" | "she" | "they") {
        return None;
    }
    let clause = when + 1..sentence.tokens.end;
    let other = |at: usize| {
        matches!(text.word(at), "," | ";" | "—" | "–" | "(" | ":")
            || matches!(
                text.lower(at),
                "after"
                    | "before"
                    | "since"
                    | "until"
                    | "who"
                    | "whose"
                    | "which"
                    | "that"
                    | "when"
                    | "where"
                    | "while"
                    | "and"
                    | "but"
                    | "by"
                    | "from"
                    | "of"
                    | "as"
            )
    };
    let until = clause.clone().find(|&at| other(at)).unwrap_or(clause.end);
    let (from, to) = (text.token(when)?.span.end, text.token(until.checked_sub(1)?)?.span.end);
    let start = reading.facts.dates.partition_point(|date| date.at.span.start < from);
    let mut dates = reading.facts.dates.iter().skip(start).take_while(|date| date.at.span.end <= to);
    let only = dates.next().filter(|_| dates.next().is_none())?;
    let at = text.token_from(only.at.span.start);
    matches!(text.lower(at.wrapping_sub(1)), "in" | "on").then_some(only)
}

/// Whether the sentence has no other number in brackets: several are scores or shares of a vote.
fn is_age_in_brackets(reading: &Reading<'_>, at: usize) -> bool {
    let text = reading.text;
    let Some(token) = text.token(at) else { return false };
    let Some(sentence) = text.sentences.get(text.sentence_at(token.span.start)) else { return false };
    let brackets = sentence.tokens.clone().filter(|&at| text.word(at) == "(" && text.kind(at + 1) == TokenKind::Number);
    let polls = sentence.tokens.clone().take(300).any(|at| {
        matches!(
            text.lower(at),
            "%" | "percent" | "per" | "points" | "poll" | "votes" | "goals" | "times" | "scored" | "minutes"
        )
    });
    brackets.take(2).count() == 1 && !polls && text.word(at).len() == 2
}

/// The person of "34-year-old teacher Ann Lee": only words of a noun phrase stand between.
fn named_after(reading: &Reading<'_>, end: usize) -> Option<usize> {
    let text = reading.text;
    if text.lower(end.checked_sub(1)?) != "old" {
        return None;
    }
    for at in end..end + 5 {
        if let Some(person) = starting_at(&reading.facts.people, text, at) {
            return Some(person);
        }
        let token = text.token(at)?;
        let plain = token.kind == TokenKind::Word && (token.case != Case::Lower || !is_link(text.lower(at)));
        if !plain {
            return None;
        }
    }
    None
}

/// Words that end a noun phrase.
fn is_link(lower: &str) -> bool {
    matches!(
        lower,
        "of" | "in"
            | "on"
            | "at"
            | "from"
            | "with"
            | "who"
            | "whose"
            | "and"
            | "or"
            | "was"
            | "is"
            | "had"
            | "has"
            | "to"
            | "by"
            | "for"
            | "said"
            | "told"
            | "that"
            | "which"
            | "as"
            | "when"
            | "after"
            | "before"
            | "named"
            | "called"
            | "son"
            | "daughter"
            | "child"
            | "nephew"
            | "niece"
            | "sister"
            | "brother"
            | "killed"
            | "shot"
            | "met"
    )
}

/// The first of the days well before that of publication that the sentence speaks of, so that an age may be of then.
fn earliest(reading: &Reading<'_>, sentence: u32) -> Option<Date> {
    let published = reading.article().published;
    let told = of_sentence(&reading.facts.dates, sentence).iter().take(16);
    let days = told.filter(|date| date.role != DateRole::Birth).filter_map(|date| date.value);
    // Without a day of publication every written date may be of long ago.
    let before = |days: DateRange| match published {
        Some(published) => days.last < published && (published - days.last).get_days() > 60,
        None => true,
    };
    days.filter(|&days| before(days)).map(|days| days.first).min()
}

/// When the person died, where the sentence tells.
fn died(reading: &Reading<'_>, person: usize, sentence: u32) -> Option<DateRange> {
    let people = &reading.facts.people;
    let key = |at: usize| people.get(at).map(|person| &person.name.key);
    let told = reading.facts.deaths.iter().find(|death| death.at.sentence == sentence)?;
    (key(told.person as usize) == key(person)).then_some(told.date)
}

/// The nearest mention before a token in its sentence, with one past its last token.
pub(super) fn nearest(reading: &Reading<'_>, token: usize) -> Option<(usize, usize)> {
    let text: &Text<'_> = reading.text;
    let people = &reading.facts.people;
    let index = last_before(people, text, token)?;
    let same = people.get(index)?.at.sentence as usize == text.sentence_at(text.token(token)?.span.start);
    same.then_some(index).and_then(|index| Some((index, end_of(people, text, index)?)))
}
