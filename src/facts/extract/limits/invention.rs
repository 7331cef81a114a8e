//! Things of a year in which there was none of them: "won the cup in 1090", "the website was launched in 1890".

use super::{Bounds, Reading, note};
use crate::facts::date::Precision;
use crate::facts::exact::Exact;
use crate::text::Text;
use crate::text::words::WordMap;
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// A row of the table.
#[derive(Clone, Copy)]
struct Thing {
    name: &'static str,
    since: i16,
    /// Whether it is one of sport only where somebody wins it.
    won: bool,
}

/// The things by the last word of their names, longer names first.
static THINGS: LazyLock<WordMap<Vec<Thing>>> = LazyLock::new(|| {
    let table = include_str!("../../../../tables/inventions.csv");
    let mut rows: FxHashMap<&'static str, Vec<Thing>> = FxHashMap::default();
    for line in table.lines().filter(|line| !line.starts_with('#')).skip(1) {
        let mut cells = line.split(',');
        let (Some(name), Some(Ok(since)), Some(won)) = (cells.next(), cells.next().map(str::parse), cells.next())
        else {
            continue;
        };
        let last = name.rsplit(' ').next().unwrap_or(name);
        rows.entry(last).or_default().push(Thing { name, since, won: won == "yes" });
    }
    for things in rows.values_mut() {
        things.sort_by_key(|thing| std::cmp::Reverse(thing.name.len()));
    }
    rows.into_iter().collect()
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
        let Some((first, thing)) = thing(text, floor, end, end + 1 < at).filter(|(_, thing)| year < thing.since) else {
            continue;
        };
        let by = text.span(first, end - 1);
        let bounds = Bounds { least: Some(Exact::from(i64::from(thing.since))), most: None };
        note(reading, "year", (Exact::from(i64::from(year)), span), by, bounds);
    }
}

/// The thing whose name ends before the token, and its first token.
fn thing(text: &Text<'_>, floor: usize, end: usize, came: bool) -> Option<(usize, Thing)> {
    let last = end.checked_sub(1).filter(|&last| last >= floor)?;
    let things = THINGS.get(text.lower(last))?;
    things.iter().find_map(|thing| {
        let first = end.checked_sub(thing.name.split(' ').count()).filter(|&first| first >= floor)?;
        let named = text.lowered(text.span(first, last)) == thing.name;
        // What came about in "the bridge near the station was built in 1690" may be the bridge.
        let before = (first.saturating_sub(2).max(floor)..first).any(|at| PREPOSITIONS.contains(&text.lower(at)));
        let won = || (first.saturating_sub(4).max(floor)..first).any(|at| WON.contains(&text.lower(at)));
        (named && (!thing.won || won()) && (!came || !before)).then_some((first, *thing))
    })
}
