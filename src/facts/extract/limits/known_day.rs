//! Days that are known by their date, in another year: "the Sept. 11, 2011, terrorist attacks".

use super::{Bounds, Reading, note};
use crate::facts::exact::Exact;
use crate::text::Text;

/// Month and day, what it is known for, and the years that had one.
type Known = (i8, i8, &'static [&'static str], &'static [i16]);

/// "Sept. 11, 2012" was the attack in Benghazi.
#[rustfmt::skip] // One day a line.
const DAYS: &[Known] = &[
    (9, 11, &["attacks", "hijackings", "hijackers"], &[2001, 2012]),
    (7, 7, &["bombings", "bombers"], &[2005]),
    (1, 6, &["insurrection", "riot", "riots", "insurrectionists"], &[2021]),
    (6, 6, &["landings", "invasion"], &[1944]),
    (11, 5, &["gunpowder"], &[1605]),
];

/// Reads the dates with a year before such a word.
pub(super) fn read(reading: &mut Reading<'_>) {
    let text = reading.text;
    for index in 0..reading.facts.dates.len() {
        let Some(date) = reading.facts.dates.get(index).filter(|date| date.explicit) else { continue };
        let (Some((number, _)), Some(value)) = (date.day, date.value) else { continue };
        let first = value.first;
        let days = DAYS.iter().filter(|day| day.0 == first.month() && day.1 == first.day());
        let span = date.at.span;
        let (begin, end) = (text.token_from(span.start), text.token_from(span.end));
        if text.lower(begin) != "the" && begin.checked_sub(1).is_none_or(|the| text.lower(the) != "the") {
            continue;
        }
        let found = days.filter(|_| number > 0).find_map(|day| Some((named(text, end, day.2)?, day.3)));
        let Some((by, years)) = found.filter(|(_, years)| !years.contains(&first.year())) else { continue };
        let Some(&year) = years.first() else { continue };
        let bounds = Bounds::just(Exact::from(i64::from(year)));
        note(reading, "known day", (Exact::from(i64::from(first.year())), span), text.span(by, by), bounds);
    }
}

/// ", terrorist attacks", "attacks": the word that a day is known by.
fn named(text: &Text<'_>, end: usize, words: &[&str]) -> Option<usize> {
    let from = end + usize::from(text.word(end) == ",");
    let plain = |at: usize| {
        matches!(text.lower(at), "terrorist" | "terror" | "normandy" | "london" | "capitol" | "al" | "qaeda")
    };
    (from..from + 3)
        .take_while(|&at| plain(at) || words.contains(&text.lower(at)))
        .find(|&at| words.contains(&text.lower(at)))
}
