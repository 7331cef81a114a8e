//! Days that are known by their date, in another year: "the Sept. 11, 2010, terrorist attacks".

use super::{Bounds, Reading, note};
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
        if text.lower(begin) != "the" && begin.checked_sub(1).is_none_or(|the| text.lower(the) != "the") {
            continue;
        }
        let found = days.filter(|_| number > 0).find_map(|known| Some((named(text, end, known)?, known.years)));
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
