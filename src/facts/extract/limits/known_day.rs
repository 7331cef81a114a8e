//! Days that are known by their date, in another year: "the Sept. 11, 2010, terrorist attacks".

use super::{Bounds, Reading, american, note};
use crate::facts::date::Precision;
use crate::facts::exact::Exact;
use crate::text::{Text, TokenKind};

/// A day that is known by its date.
struct Known {
    month: i8,
    day: i8,
    /// What it is known for.
    words: &'static [&'static str],
    /// The years that had one.
    years: &'static [i16],
    /// Where it was: what the words may be said to have been in, on or of.
    places: &'static [&'static str],
}

/// "Sept. 11, 2012" was the attack in Benghazi.
#[rustfmt::skip] // One day a line.
const DAYS: &[Known] = &[
    Known { month: 9, day: 11, words: &["attacks", "hijackings", "hijackers"], years: &[2001, 2012],
        places: &["new", "york", "washington", "pentagon", "america", "united", "u.s.", "us", "world", "twin"] },
    Known { month: 7, day: 7, words: &["bombings", "bombers"], years: &[2005], places: &["london", "london’s"] },
    Known { month: 1, day: 6, words: &["insurrection", "riot", "riots", "insurrectionists"], years: &[2021],
        places: &["capitol", "u.s.", "us", "washington"] },
    Known { month: 6, day: 6, words: &["landings", "invasion"], years: &[1944], places: &["normandy", "france"] },
];

/// Reads the dates with a year before such a word.
pub(super) fn read(reading: &mut Reading<'_>) {
    let text = reading.text;
    for index in 0..reading.facts.dates.len() {
        let Some(date) = reading.facts.dates.get(index).filter(|date| date.explicit) else { continue };
        let (Some((number, _)), Some(value)) = (date.day, date.value) else { continue };
        let first = value.first;
        let days = DAYS.iter().filter(|known| known.month == first.month() && known.day == first.day());
        let span = date.at.span;
        let (begin, end) = (text.token_from(span.start), text.token_from(span.end));
        let the = text.lower(begin) == "the" || begin.checked_sub(1).is_some_and(|the| text.lower(the) == "the");
        let found = days.filter(|_| number > 0).find_map(|known| {
            let by = if the { named(text, end, known) } else { None };
            Some((by.or_else(|| named_of(text, begin, known))?, known.years))
        });
        let Some((by, years)) = found.filter(|(_, years)| !years.contains(&first.year())) else { continue };
        let Some(&year) = years.first() else { continue };
        let bounds = Bounds::just(Exact::from(i64::from(year)));
        note(reading, "known day", (Exact::from(i64::from(first.year())), span), text.span(by, by), bounds);
    }
}

/// ", terrorist attacks", "attacks": the word that a day is known by. "The June 6, 2014, landings display" tells of another
/// day, and "the July 7, 2016, bombings in Baghdad" of another place.
fn named(text: &Text<'_>, end: usize, known: &Known) -> Option<usize> {
    let from = end + usize::from(text.word(end) == ",");
    let plain = |at: usize| {
        matches!(text.lower(at), "terrorist" | "terror" | "normandy" | "london" | "capitol" | "al" | "qaeda")
    };
    let is_known = |at: usize| known.words.contains(&text.lower(at));
    let word = (from..from + 3).take_while(|&at| plain(at) || is_known(at)).find(|&at| is_known(at))?;
    let after = word + 1;
    let place = after + 1 + usize::from(text.lower(after + 1) == "the");
    let goes_on = match text.lower(after) {
        "in" | "on" | "of" | "at" | "against" | "near" => known.places.contains(&text.lower(place)),
        "and" | "that" | "which" | "who" | "when" | "was" | "were" | "had" | "but" | "as" | "by" | "to" => true,
        _ => text.kind(after) == TokenKind::Mark || after >= text.tokens.len(),
    };
    goes_on.then_some(word)
}

/// "the terrorist attacks of Sept. 11, 2010": what is named by its day, before it.
fn named_of(text: &Text<'_>, begin: usize, known: &Known) -> Option<usize> {
    let lead = begin.checked_sub(1)?;
    // "the attacks that occurred on Sept. 11, 2010"
    let occurred = text.lower(lead) == "on"
        && matches!(text.lower(lead.wrapping_sub(1)), "occurred" | "happened")
        && text.lower(lead.wrapping_sub(2)) == "that";
    let last = lead.checked_sub(if occurred { 3 } else { 1 })?;
    let word =
        Some(last).filter(|&at| known.words.contains(&text.lower(at)) && (occurred || text.lower(lead) == "of"))?;
    let the = (word.saturating_sub(3)..word).any(|at| text.lower(at) == "the");
    the.then_some(word)
}

/// Words of the Middle Ages.
#[rustfmt::skip] // Words, a dozen a line.
const MEDIEVAL: &[&str] = &[
    "medieval", "mediaeval", "middle", "viking", "vikings", "norman", "normans", "saxon", "century", "king", "queen",
    "emperor", "pope", "bishop", "archbishop", "saint", "st", "abbey", "monk", "monks", "crusade", "crusades", "conquest",
    "millennium", "caliph", "sultan", "dynasty", "byzantine", "eclipse", "supernova", "chronicle", "ancient", "throne",
];

/// How far around a day words of its time are looked for, in tokens.
const REACH: usize = 60;

/// Reads the days of American news that are a thousand years early: "since Sept. 11, 1001".
pub(super) fn millennium(reading: &mut Reading<'_>) {
    let text = reading.text;
    for index in 0..reading.facts.dates.len() {
        let Some(date) = reading.facts.dates.get(index).filter(|date| date.precision == Precision::Day) else {
            continue;
        };
        let Some((day, _)) = date.day else { continue };
        let (begin, comma) = (text.token_from(date.at.span.start), text.token_from(date.at.span.end));
        // No reader of dates takes a year of so long ago.
        let at = comma + usize::from(text.word(comma) == ",");
        let digits = text.word(at).len() == 4 && text.kind(at) == TokenKind::Number;
        let Some(year) = text.word(at).parse::<i64>().ok().filter(|year| digits && (1000..=1100).contains(year)) else {
            continue;
        };
        // "On May 11, 1003 people came"; but everybody knows one day.
        let known = year == 1001 && day == 11 && text.lowered(date.at.span).contains("sept");
        let closes = matches!(text.word(at + 1), "," | "." | ";" | ")");
        let latest = reading.article().published.map_or(LATEST, |day| i64::from(day.year()));
        if year + 1000 > latest || !(known || closes && at > comma && american::is_article(reading)) {
            continue;
        }
        if !text.near(begin..at, REACH).any(|at| MEDIEVAL.contains(&text.lower(at))) {
            let (figure, by) = ((Exact::from(year), text.span(at, at)), date.at.span);
            note(reading, "millennium", figure, by, Bounds::just(Exact::from(year + 1000)));
        }
    }
}

/// The year that news of no known day may be of, at the latest.
const LATEST: i64 = 2026;
