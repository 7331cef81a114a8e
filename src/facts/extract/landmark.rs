//! Well-known events, wars and terms of office of which the text tells the year: "the 1963 March on Washington",
//! "in 1971 under President Nixon", "he fought in the Korean War".

use super::Reading;
use super::naming::is_kin;
use super::person::starting_at;
use super::triggers::Trigger;
use crate::facts::date::{DateRange, Precision};
use crate::facts::model::{Date, Index, Landmark};
use crate::facts::names::{Certainty, DateRole};
use crate::text::words::WordMap;
use crate::text::{Case, Text};
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// What a row of the table is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum About {
    War,
    Event,
    /// Somebody is head of state or government.
    Term,
}

/// A row of the table.
#[derive(Clone, Debug)]
struct Row {
    about: About,
    /// The name's words in lower case.
    words: Vec<&'static str>,
    days: DateRange,
}

/// The rows by the first word of a name.
static ROWS: LazyLock<WordMap<Vec<Row>>> = LazyLock::new(|| {
    let table = include_str!("../../../tables/landmarks.csv");
    let mut rows: FxHashMap<&'static str, Vec<Row>> = FxHashMap::default();
    for line in table.lines().filter(|line| !line.starts_with('#')).skip(1) {
        let mut cells = line.split(',');
        let (Some(kind), Some(names), Some(from), Some(to)) = (cells.next(), cells.next(), cells.next(), cells.next())
        else {
            continue;
        };
        let about = match kind {
            "war" => About::War,
            "term" => About::Term,
            _ => About::Event,
        };
        let (Ok(first), Ok(last)) = (from.parse(), to.parse()) else { continue };
        let days = DateRange { first, last, precision: Precision::Day };
        for name in names.split('|') {
            let words: Vec<&str> = name.split(' ').collect();
            let Some(&opening) = words.first() else { continue };
            rows.entry(opening).or_default().push(Row { about, words, days });
        }
    }
    rows.into_iter().collect()
});

/// Words that many write small in the name of one event.
const GENERIC: &[&str] = &["battle", "treaty", "fall", "storming", "attack", "bombing", "siege"];

/// The words that a name of the table begins with.
pub(super) fn words() -> impl Iterator<Item = &'static str> {
    ROWS.words()
}

/// Reads the mentions of the table's names that a year or a birth stands beside.
pub(super) fn read(reading: &mut Reading<'_>) {
    let text = reading.text;
    let mut next = 0;
    while let Some(at) = reading.next(next, text.tokens.len(), Trigger::LANDMARK) {
        next = at + 1;
        // "the battle of Trafalgar", but there are many marches on Washington.
        if text.token(at).is_none_or(|token| token.case == Case::Lower) && !GENERIC.contains(&text.lower(at)) {
            continue;
        }
        let Some(rows) = ROWS.get(text.lower(at)) else { continue };
        let found: Vec<&Row> = rows.iter().filter(|row| stands(text, at, &row.words)).collect();
        let Some(row) = found.first() else { continue };
        let end = at + text_length(text, at, &row.words);
        next = end;
        let told = told(reading, row.about, at, end).or_else(|| ages_before(reading, row, at, end));
        let born = if row.about == About::War && is_fought(text, at) { born(reading, at) } else { None };
        if told.is_none() && born.is_none() {
            continue;
        }
        let value = told.and_then(|index| reading.facts.dates.get(index as usize)).and_then(|date| date.value);
        let fits = value.is_none_or(|value| found.iter().any(|row| row.days.meets(value)));
        let span = text.span(at, end - 1);
        let fact = Landmark { at: reading.at(span, Certainty::Likely), days: row.days, told, born, fits };
        reading.facts.landmarks.push(fact);
    }
}

/// Whether the words of a name begin at a token; a hyphen stands inside a word.
fn stands(text: &Text<'_>, at: usize, words: &[&str]) -> bool {
    text_length(text, at, words) > 0
}

/// How many tokens the words of a name take; none where they do not stand here.
fn text_length(text: &Text<'_>, at: usize, words: &[&str]) -> usize {
    let mut now = at;
    for word in words {
        // "George W. Bush": the point is a token of its own.
        if let Some(initial) = word.strip_suffix('.').filter(|word| word.len() == 1) {
            if text.lower(now) != initial || text.word(now + 1) != "." {
                return 0;
            }
            now += 2;
            continue;
        }
        for part in word.split_inclusive('-') {
            let (part, hyphen) = part.strip_suffix('-').map_or((part, false), |part| (part, true));
            if text.lower(now) != part {
                return 0;
            }
            now += 1;
            if hyphen {
                if text.word(now) != "-" {
                    return 0;
                }
                now += 1;
            }
        }
    }
    now - at
}

/// Whether somebody fights in the war: "fought in the Korean War".
fn is_fought(text: &Text<'_>, at: usize) -> bool {
    let back = |n: usize| at.checked_sub(n).map_or("", |at| text.lower(at));
    let the = usize::from(back(1) == "the");
    matches!(back(the + 1), "in" | "during" | "throughout")
        && matches!(back(the + 2), "fought" | "served" | "flew" | "fighting" | "soldier" | "pilot" | "serving")
}

/// When whoever fights was born: a birth before it in the sentence, and nobody else between.
fn born(reading: &Reading<'_>, at: usize) -> Option<Index> {
    let text = reading.text;
    let start = text.token(at)?.span.start;
    let sentence = text.sentence_at(start) as u32;
    let dates = &reading.facts.dates;
    let near = dates.partition_point(|date| date.at.sentence < sentence);
    let told = dates.iter().enumerate().skip(near).take_while(|(_, date)| date.at.span.end <= start);
    let (index, birth) = told.filter(|(_, date)| date.role == DateRole::Birth).last()?;
    let after = text.token_from(birth.at.span.end);
    let other = (after..at).any(|at| {
        is_kin(text.lower(at))
            || starting_at(&reading.facts.people, text, at).is_some()
            || matches!(
                text.lower(at),
                "whose" | "about" | "played" | "plays" | "wrote" | "portrayed" | "film" | "novel"
            )
    });
    (birth.explicit && !other).then_some(index as Index)
}

/// The year that the text gives the name, where nothing else can be of that year.
fn told(reading: &Reading<'_>, about: About, at: usize, end: usize) -> Option<Index> {
    let text = reading.text;
    let back = |n: usize| at.checked_sub(n).map_or("", |at| text.lower(at));
    if matches!(back(1), "former" | "future" | "late" | "ex" | "-" | "then" | "elect" | "vice" | "deputy") {
        return None;
    }
    let dates = &reading.facts.dates;
    let start = text.token(at)?.span.start;
    let sentence = text.sentence_at(start) as u32;
    let past = text.token(end.wrapping_sub(1))?.span.end;
    // A year of the name stands right beside it, and a sentence may hold thousands.
    let near = dates.partition_point(|date| date.at.sentence < sentence || date.at.span.end + REACH < start);
    let published = reading.article().published;
    // "their bid for the 2036 London Olympics" tells of a plan.
    let year = |date: &Date| {
        let past = date.value.is_none_or(|value| published.is_none_or(|published| value.first <= published));
        date.explicit && !date.relative && date.precision == Precision::Year && past
    };
    let told = dates.iter().enumerate().skip(near);
    let told = told.take_while(|(_, date)| date.at.sentence == sentence && date.at.span.start <= past + REACH);
    for (index, date) in told.filter(|(_, date)| year(date)) {
        let first = text.token_from(date.at.span.start);
        let last = text.token_from(date.at.span.end.saturating_sub(1));
        let here = match about {
            // "in 1971 under President Ford", "under President Ford in 1971", "In 1971, President Ford signed".
            About::Term => {
                let under = back(1) == "under";
                let led = under && last + 2 == at && text.lower(first.wrapping_sub(1)) == "in";
                let follows = under && first == end + 1 && text.lower(end) == "in" && !is_joined(text, last + 1);
                let acts = last + 2 == at && text.word(last + 1) == "," && is_act(text, end);
                led || follows || acts
            }
            // "the 1963 March on Washington", "since the March on Washington in 1963", "the March on Washington (1963)".
            About::War | About::Event => {
                let before = last + 1 == at
                    && !matches!(text.lower(first.wrapping_sub(1)), "," | "and" | "to")
                    && !REMEMBERED.contains(&text.lower(end));
                let bracketed = first == end + 1 && text.word(end) == "(" && text.word(last + 1) == ")";
                let speech = usize::from(matches!(text.lower(end), "speech" | "march" | "rally"));
                let of = first == end + speech + 1 && text.lower(end + speech) == "of";
                let the = usize::from(back(1) == "the");
                let since = matches!(back(the + 1), "since" | "after" | "before" | "until" | "during" | "at" | "in")
                    && first == end + 1
                    && text.lower(end) == "in"
                    && !is_joined(text, last + 1);
                // "the battle of Trafalgar, fought in 1805"
                let fought = text.word(end) == ","
                    && matches!(text.lower(end + 1), "fought" | "signed")
                    && text.lower(end + 2) == "in"
                    && first == end + 3;
                about == About::Event && (before || bracketed || of || since || fought)
            }
        };
        if here {
            return Some(index as Index);
        }
    }
    None
}

/// A year right behind a war that is a lifetime before it: "the Korean War in 1850". Of a later year news tells what came
/// of it, and of some before it who foresaw it.
fn ages_before(reading: &Reading<'_>, row: &Row, at: usize, end: usize) -> Option<Index> {
    let text = reading.text;
    let date = (row.about == About::War && text.lower(end) == "in").then(|| text.span(end + 1, end + 1))?;
    let dates = &reading.facts.dates;
    let index = dates.partition_point(|known| known.at.span.start < date.start);
    let year = dates.get(index).filter(|year| year.at.span.start == date.start && year.explicit && !year.relative)?;
    let early = year.value?.last.year() + LIFETIME < row.days.first.year();
    let the = at.checked_sub(1).is_some_and(|the| text.lower(the) == "the");
    (early && the && year.precision == Precision::Year && !is_joined(text, end + 2)).then_some(index as Index)
}

/// The years of a life.
const LIFETIME: i16 = 60;

/// How far a year may stand from the name, in bytes.
const REACH: u32 = 80;

/// What is held in memory of an event, in another year.
const REMEMBERED: &[&str] = &[
    "anniversary",
    "commemoration",
    "commemorations",
    "memorial",
    "reenactment",
    "re",
    "day",
    "festival",
    "show",
    "airshow",
    "exhibition",
    "film",
    "documentary",
    "trial",
    "inquiry",
    "inquest",
    "report",
    "tribute",
    "celebration",
    "celebrations",
    "ceremony",
    "case",
    "bid",
    "bids",
    "torch",
];

/// Whether a range goes on after a year.
fn is_joined(text: &Text<'_>, at: usize) -> bool {
    matches!(text.lower(at), "-" | "–" | "to" | "and" | "when")
}

/// What only somebody in office does.
fn is_act(text: &Text<'_>, at: usize) -> bool {
    matches!(text.lower(at), "signed" | "vetoed" | "pardoned" | "nominated" | "appointed" | "resigned")
}
