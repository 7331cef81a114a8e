//! Years from one told year to another: "founded in 2004, and eight years later, in 2012, sold", "In 2008 she joined. Two
//! years later, in 2010, …", "took office in 1877 and left in 1883, giving him six years".

use super::super::numeral;
use super::{Reading, since};
use crate::facts::date::{DateRange, Precision};
use crate::facts::exact::Exact;
use crate::facts::interval::Interval;
use crate::facts::model::Date;
use crate::source::Span;
use crate::text::lexicon::{self, VerbForms};
use crate::text::{Text, TokenKind};
use std::ops::Range;

/// The most words between a year and "three years later" in one sentence.
const REACH: usize = 14;

/// The most words before "three years later" in the sentence behind the year.
const LEAD: usize = 6;

/// Words that bring in another time, which the years may be counted from.
#[rustfmt::skip] // Words, a dozen a line.
const OTHERS: &[&str] = &[
    "then", "after", "before", "when", "while", "until", "since", "once", "following", "during", "later", "earlier",
    "aged", "age", "who", "whose", "which", "where", "decade", "decades", "anniversary", "graduated",
    "graduating", "years", "months", "next", "eventually", "soon", "again", "finally",
];

/// So many years told as lying before or behind another time.
struct Counted {
    years: Exact,
    /// The words, and the number among them.
    spans: [Span; 2],
    /// Whether they lead back.
    back: bool,
    /// The first token.
    first: usize,
}

/// Reads the years told between two dates.
pub(super) fn read(reading: &mut Reading<'_>) {
    let text = reading.text;
    for index in 0..reading.facts.dates.len() {
        let Some(counted) = reading.facts.dates.get(index).and_then(|date| counted(text, date)) else { continue };
        let told = index + 1;
        let Some(other) = reading.facts.dates.get(told).filter(|date| is_year(date)) else { continue };
        if !are_beside(text, reading.facts.dates.get(index), other) {
            continue;
        }
        let Some(origin) = origin(reading, index, counted.first) else { continue };
        let (from, to) = if counted.back { (told, origin) } else { (origin, told) };
        let value = |index: usize| reading.facts.dates.get(index).and_then(|date| date.value);
        let ordered = value(from).zip(value(to)).filter(|(from, to)| from.surely_before(*to));
        if let Some((_, as_of)) = ordered {
            note(reading, &counted, from, as_of);
        }
    }
}

fn note(reading: &mut Reading<'_>, counted: &Counted, from: usize, as_of: DateRange) {
    let taken = reading.facts.anniversaries.iter().any(|one| one.at.span == counted.spans[0]);
    if !taken {
        since::push(reading, about(counted.years), counted.spans, from as u32, as_of);
    }
}

/// What so many years can be: tens and fives are often rounded.
fn about(years: Exact) -> Interval {
    let room = [(10, 20, 2), (5, 10, 1)].into_iter().find(|(of, from, _)| {
        years >= Exact::whole(*from) && years.over(Exact::whole(*of)).is_some_and(Exact::is_whole)
    });
    let room = Exact::whole(room.map_or(0, |(_, _, room)| room));
    Interval::exactly(years).plus(Interval::closed(room.negated(), room))
}

/// "three years later", "just two years earlier": an exact number of them.
fn counted(text: &Text<'_>, date: &Date) -> Option<Counted> {
    let (first, last) = (text.token_from(date.at.span.start), text.token_from(date.at.span.end.saturating_sub(1)));
    let back = match text.lower(last) {
        "later" | "afterwards" => false,
        "earlier" | "before" | "previously" => true,
        _ => return None,
    };
    let number = (first..last).find_map(|at| numeral::read(text, at))?;
    let plain = number.end + 1 == last && matches!(text.lower(number.end), "years" | "year") && !number.fraction;
    let lead = number.first.checked_sub(1).map_or("", |at| text.lower(at));
    (plain && !is_hedge(lead)).then_some(Counted {
        years: number.value,
        spans: [date.at.span, number.span],
        back,
        first,
    })
}

/// "Some three years later" may be four.
fn is_hedge(lower: &str) -> bool {
    matches!(
        lower,
        "about"
            | "around"
            | "almost"
            | "nearly"
            | "some"
            | "over"
            | "roughly"
            | "approximately"
            | "than"
            | "least"
            | "another"
            | "further"
            | "within"
            | "every"
            | "or"
            | "to"
            | "under"
    )
}

/// A year, or a day or month of one, that is written out.
fn is_year(date: &Date) -> bool {
    date.explicit && !date.relative && date.precision <= Precision::Year && date.value.is_some()
}

/// "three years later, in 2014": nothing but "in" between, and nothing that goes on with the year.
fn are_beside(text: &Text<'_>, counted: Option<&Date>, told: &Date) -> bool {
    let Some(counted) = counted.filter(|counted| counted.at.sentence == told.at.sentence) else { return false };
    let gap = text.token_from(counted.at.span.end)..text.token_from(told.at.span.start);
    let words: Vec<&str> = gap.map(|at| text.lower(at)).collect();
    let after = text.token_from(told.at.span.end);
    let goes_on = matches!(text.lower(after), "and" | "or" | "to" | "through" | "-" | "–" | "/" | "season")
        || text.word(after) == "," && text.kind(after + 1) == TokenKind::Number;
    matches!(words.as_slice(), ["in" | "on"] | ["," | "(" | "—" | "–", "in" | "on"]) && !goes_on
}

/// The date that the years are counted from: the only one before in the sentence, or that of the sentence before.
fn origin(reading: &Reading<'_>, index: usize, first: usize) -> Option<usize> {
    let text = reading.text;
    let dates = &reading.facts.dates;
    let sentence = dates.get(index)?.at.sentence;
    let before = index.checked_sub(1)?;
    let date = dates.get(before)?;
    let alone = |at: usize, sentence: u32| {
        at.checked_sub(1).and_then(|at| dates.get(at)).is_none_or(|date| date.at.sentence != sentence)
    };
    if !is_year(date) || !alone(before, date.at.sentence) {
        return None;
    }
    let end = text.token_from(date.at.span.end);
    if date.at.sentence == sentence {
        let near = end < first && first - end <= REACH && is_quiet(text, end..first);
        let stands = text.lower(text.token_from(date.at.span.start).wrapping_sub(1)) == "in";
        return (near && stands).then_some(before);
    }
    let (own, told) = (text.sentences.get(sentence as usize)?, text.sentences.get(date.at.sentence as usize)?);
    let next = date.at.sentence + 1 == sentence && date.at.block == dates.get(index)?.at.block;
    let lead = own.tokens.start..first;
    // "His career ended ten years later": somebody else's years.
    let same =
        lead.is_empty() || matches!(text.lower(lead.start), "he" | "she" | "it" | "they" | "just" | "only" | "but");
    (next && same && lead.len() <= LEAD && is_quiet(text, lead) && is_of_sentence(text, told.tokens.clone(), date))
        .then_some(before)
}

/// Whether no other time and no other number stands there.
fn is_quiet(text: &Text<'_>, mut words: Range<usize>) -> bool {
    words.all(|at| {
        text.kind(at) != TokenKind::Number
            && !OTHERS.contains(&text.lower(at))
            && !matches!(text.word(at), "“" | "”" | "\"" | ";")
            && numeral::read(text, at).is_none_or(|numeral| numeral.fraction || numeral.value == Exact::ONE)
    })
}

/// Whether the date is that of all the sentence tells: "In 2008 she joined …", "The mill opened in 1968."
fn is_of_sentence(text: &Text<'_>, sentence: Range<usize>, date: &Date) -> bool {
    let (first, end) = (text.token_from(date.at.span.start), text.token_from(date.at.span.end));
    let rest = sentence.start..first;
    let leads = rest.len() == 1 && matches!(text.lower(rest.start), "in" | "on");
    let closes = end + 1 >= sentence.end && matches!(text.lower(first.wrapping_sub(1)), "in" | "on");
    let quiet = is_quiet(text, rest) && is_quiet(text, end..sentence.end);
    let told = sentence.clone().filter(|&at| lexicon::verb_form(text.lower(at)).has(VerbForms::PAST)).count();
    let clause = sentence.clone().all(|at| !matches!(text.word(at), "," | ":" | "(" | "—" | "–"));
    let goes_on = text.word(end) == "," || matches!(text.lower(end), "he" | "she" | "they" | "it" | "the");
    quiet && (leads && goes_on || closes && clause && told == 1)
}

/// Years told after two dates that bound them: "took office in 1877 and left in 1883, giving him six years".
pub(super) fn is_given(text: &Text<'_>, [first, second]: [&Range<usize>; 2], words: &Range<usize>) -> bool {
    let gap = second.end..words.start;
    let lead: Vec<&str> = gap.map(|at| text.lower(at)).collect();
    let given = matches!(lead.as_slice(), [",", "giving", "him" | "her" | "them" | "it"] | [",", "after"]);
    let between = first.end..second.start;
    let left = between.clone().any(|at| LEFT.contains(&text.lower(at)));
    let plain = (2..=8).contains(&between.len()) && is_quiet(text, between.clone());
    let joined = text.lower(between.start) == "and" || text.lower(between.start) == "," && plain;
    let past = text.lower(words.end);
    given && left && plain && joined && (text.kind(words.end) == TokenKind::Mark || past == "in")
}

/// What ends an office or a membership.
const LEFT: &[&str] = &[
    "left",
    "quit",
    "resigned",
    "retired",
    "ended",
    "closed",
    "stepped",
    "stood",
    "departed",
    "finished",
    "disbanded",
];
