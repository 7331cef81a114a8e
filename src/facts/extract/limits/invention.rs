//! Things of a year in which there was none of them: "won the cup in 1090", "the website was launched in 1890".

use super::{Bounds, Reading, note};
use crate::facts::date::Precision;
use crate::facts::exact::Exact;
use crate::facts::extract::things::{Found, Things};
use crate::text::Text;
use std::sync::LazyLock;

/// What the table says of a thing.
#[derive(Clone, Copy)]
struct Thing {
    since: i16,
    /// Whether it is one of sport only where somebody wins it.
    won: bool,
}

static THINGS: LazyLock<Things<Thing>> = LazyLock::new(|| {
    Things::of(include_str!("../../../../tables/inventions.csv"), |cells| match cells {
        [since, won] => Some(Thing { since: since.parse().ok()?, won: *won == "yes" }),
        _ => None,
    })
});

/// No thing of the table is younger than that.
const LATEST: i16 = 1990;

/// What may stand between the thing and its year, and says no more than that it came about.
const CAME: &[&str] = &[
    "was",
    "were",
    "first",
    "founded",
    "launched",
    "opened",
    "invented",
    "established",
    "made",
    "released",
    "created",
    "built",
    "published",
    "again",
    "last",
    "here",
    "began",
    "started",
    "took",
    "place",
];

/// Words before a thing that it is not the thing itself that came about.
const PREPOSITIONS: &[&str] =
    &["of", "near", "in", "at", "by", "on", "to", "from", "with", "behind", "beside", "for", "into", "as", "under"];

/// Verbs of winning.
const WON: &[&str] =
    &["won", "win", "wins", "winning", "lifted", "retained", "claimed", "lost", "clinched", "took", "defended"];

/// Reads the years that stand after a thing.
pub(super) fn read(reading: &mut Reading<'_>) {
    let text = reading.text;
    for index in 0..reading.facts.dates.len() {
        let Some(date) = reading.facts.dates.get(index) else { return };
        let Some(year) = date.value.map(|value| value.first.year()).filter(|year| *year < LATEST) else { continue };
        if !date.explicit || date.relative || date.precision != Precision::Year || date.at.quoted {
            continue;
        }
        let span = date.at.span;
        let at = text.token_from(span.start);
        let Some(floor) = text.sentences.get(date.at.sentence as usize).map(|sentence| sentence.tokens.start) else {
            continue;
        };
        // A year before Christ tells of another thing by the same name.
        let bc = matches!(text.lower(text.token_from(span.end)), "bc" | "bce" | "b.c." | "-" | "–" | "ad");
        if at <= floor + 1 || text.lower(at - 1) != "in" || bc {
            continue;
        }
        let mut end = at - 1;
        while end > floor && CAME.contains(&text.lower(end - 1)) {
            end -= 1;
        }
        let thing = thing(text, floor, end, end + 1 < at).filter(|found| year < found.row.since);
        let Some(found) = thing else { continue };
        let by = text.span(found.first, end - 1);
        let bounds = Bounds { least: Some(Exact::from(i64::from(found.row.since))), most: None };
        note(reading, "year", (Exact::from(i64::from(year)), span), by, bounds);
    }
}

/// Reads the years that are asked for: "the year that they last won the cup was 1090".
pub(super) fn asked(reading: &mut Reading<'_>) {
    let text = reading.text;
    for index in 0..reading.facts.numbers.len() {
        let Some(number) = reading.facts.numbers.get(index) else { return };
        let year = |n: &Exact| n.is_whole() && *n >= Exact::whole(1000) && *n < Exact::whole(i128::from(LATEST));
        let Some(written) = number.figure.written.filter(year) else { continue };
        let (span, at) = (number.at.span, text.token_from(number.at.span.start));
        let Some(floor) = text.sentences.get(number.at.sentence as usize).map(|sentence| sentence.tokens.start) else {
            continue;
        };
        let back = |n: usize| at.checked_sub(n).filter(|&at| at >= floor).map_or("", |at| text.lower(at));
        let year = || (floor..at).any(|at| text.lower(at) == "the" && text.lower(at + 1) == "year");
        if text.word(at).len() != 4 || !matches!(back(1), "was" | "is") || !year() {
            continue;
        }
        let Some(found) = thing(text, floor, at - 1, false) else { continue };
        let since = Exact::from(i64::from(found.row.since));
        if written < since {
            let by = text.span(found.first, at - 2);
            note(reading, "year", (written, span), by, Bounds { least: Some(since), most: None });
        }
    }
}

/// The thing that came about, or was won, whose name ends before the token.
fn thing(text: &Text<'_>, floor: usize, end: usize, came: bool) -> Option<Found<Thing>> {
    let found = THINGS.ending(text, floor, end)?;
    let first = found.first;
    // What came about in "the bridge near the station was built in 1690" may be the bridge.
    let before = || (first.saturating_sub(2).max(floor)..first).any(|at| PREPOSITIONS.contains(&text.lower(at)));
    let won = || (first.saturating_sub(4).max(floor)..first).any(|at| WON.contains(&text.lower(at)));
    ((!found.row.won || won()) && !(came && before())).then_some(found)
}
