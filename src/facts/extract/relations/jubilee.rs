//! Feasts by their name or number, told with the year of what they are kept for: "founded in 1987, it celebrated its
//! centenary last year", "married in 1975 … their golden wedding in 2015", "opened in 1951, it marks its 60th birthday".

use super::{Reading, since};
use crate::facts::date::{DateRange, Precision};
use crate::facts::exact::Exact;
use crate::facts::interval::Interval;
use crate::facts::model::Date;
use crate::source::Span;
use std::ops::Range;

/// What began in a year, before "in".
pub(super) const BEGUN: &[&str] = &[
    "founded",
    "established",
    "launched",
    "opened",
    "formed",
    "created",
    "started",
    "began",
    "built",
    "incorporated",
    "up",
];

const MARRIED: &[&str] = &["married", "wed"];

/// Feasts with a name, and the years that they are kept after.
const NAMED: &[(&str, i128)] = &[
    ("centenary", 100),
    ("centennial", 100),
    ("sesquicentennial", 150),
    ("bicentenary", 200),
    ("bicentennial", 200),
    ("tercentenary", 300),
    ("tricentennial", 300),
];

/// Weddings and jubilees by what they are called after.
const STONES: &[(&str, i128)] =
    &[("silver", 25), ("pearl", 30), ("ruby", 40), ("golden", 50), ("diamond", 60), ("platinum", 70)];

/// How far behind the year the feast is told, in tokens.
const REACH: usize = 30;

/// Reads the feasts that are told in the sentence of a beginning.
pub(super) fn read(reading: &mut Reading<'_>) {
    let text = reading.text;
    for index in 0..reading.facts.dates.len() {
        let Some(date) = reading.facts.dates.get(index).filter(|date| date.explicit && !date.relative) else {
            continue;
        };
        let (first, end) = (text.token_from(date.at.span.start), text.token_from(date.at.span.end));
        let back = |n: usize| first.checked_sub(n).map_or("", |at| text.lower(at));
        let (begun, married) = (BEGUN.contains(&back(2)) || back(2) == "born", MARRIED.contains(&back(2)));
        let Some(value) = date.value.filter(|_| matches!(back(1), "in" | "on") && (begun || married)) else { continue };
        let near = text.near(first..end, REACH);
        let behind = feast(reading, near.end, end, married)
            .and_then(|(years, span)| Some((years, span, told_of(reading, index, span)?)));
        let told = behind.or_else(|| {
            let (years, span) = feast(reading, first, near.start, married).filter(|_| !married)?;
            Some((years, span, kept_of(reading, index, span)?))
        });
        let Some((years, span, as_of)) = told.filter(|told| value.surely_before(told.2)) else { continue };
        since::push(reading, Interval::exactly(years), [span, span], index as u32, as_of);
    }
}

/// The feast that the subject of the beginning celebrates, and its words.
fn feast(reading: &Reading<'_>, limit: usize, from: usize, married: bool) -> Option<(Exact, Span)> {
    let text = reading.text;
    let (at, end, years) = (from..limit).find_map(|at| {
        let next = text.lower(at + 1);
        let named =
            NAMED.iter().find(|(name, _)| !married && *name == text.lower(at)).map(|named| (at, at + 1, named.1));
        let feast = if married { matches!(next, "wedding" | "anniversary") } else { next == "jubilee" };
        let stone = STONES.iter().find(|(stone, _)| feast && *stone == text.lower(at));
        named.or_else(|| stone.map(|stone| (at, at + 2, stone.1))).or_else(|| numbered(reading, at, married))
    })?;
    let own = at.checked_sub(1).is_some_and(|at| matches!(text.lower(at), "its" | "their" | "his" | "her"));
    let kept = (at.saturating_sub(4).max(from)..at).any(|at| KEPT.contains(&text.lower(at)));
    // "The firm, founded in 1987, celebrated the centenary of its hall."
    let other = text.lower(end) == "of";
    (own && kept && !other).then(|| (Exact::whole(years), text.span(at, end - 1)))
}

/// "its 60th birthday", "their 50th wedding anniversary".
fn numbered(reading: &Reading<'_>, at: usize, married: bool) -> Option<(usize, usize, i128)> {
    let text = reading.text;
    let ordinals = &reading.facts.ordinals;
    let start = text.token(at)?.span.start;
    let ordinal = ordinals.get(ordinals.partition_point(|ordinal| ordinal.at.span.start < start))?;
    let written = ordinal.figure.written.filter(|written| ordinal.at.span.start == start && written.is_whole())?;
    let past = text.token_from(ordinal.figure.span.end);
    let wedding = usize::from(text.lower(past) == "wedding");
    let feast = matches!(text.lower(past + wedding), "anniversary" | "birthday") && married == (wedding == 1);
    feast.then_some((at, past + 1 + wedding, written.floor()))
}

/// Words of keeping a feast.
const KEPT: &[&str] = &[
    "celebrates",
    "celebrate",
    "celebrated",
    "celebrating",
    "marks",
    "mark",
    "marked",
    "marking",
    "observes",
    "observed",
    "reached",
    "reaches",
];

/// "It will mark its 75th anniversary next year, having been founded in 1952": the year of a feast that is told before the
/// beginning.
fn kept_of(reading: &Reading<'_>, since: usize, feast: Span) -> Option<DateRange> {
    let text = reading.text;
    let dates = &reading.facts.dates;
    let begun = dates.get(since)?;
    let before = since.checked_sub(1).and_then(|at| dates.get(at)).filter(|date| date.at.span.start > feast.end);
    let end = text.token_from(before.map_or(feast, |date| date.at.span).end);
    let lead: Vec<&str> =
        (end..text.token_from(begun.at.span.start).saturating_sub(2)).take(5).map(|at| text.lower(at)).collect();
    let joined =
        matches!(lead.as_slice(), [",", "having", "been"] | [",", "was" | "having"] | [",", "which", "was"] | [","]);
    let own = |date: &Date| date.precision <= Precision::Year && date.at.sentence == begun.at.sentence;
    let placed = if let Some(date) = before {
        let gap = text.token_from(feast.end)..text.token_from(date.at.span.start);
        let whole = gap.is_empty() || gap.len() == 1 && matches!(text.lower(gap.start), "in" | "on");
        date.value.filter(|_| own(date) && whole)
    } else {
        let first = text.token_from(feast.start);
        let keeps = |at: usize| matches!(text.lower(at), "celebrates" | "marks" | "celebrating" | "marking");
        let now = (first.saturating_sub(3)..first).any(keeps);
        reading.article().published.filter(|_| now).map(DateRange::day)
    };
    placed.filter(|_| joined)
}

/// The day or year that a feast is told of: "this year", "last year", "in 2015", or the day of publication where the
/// present tense tells it.
fn told_of(reading: &Reading<'_>, since: usize, feast: Span) -> Option<DateRange> {
    let text = reading.text;
    let dates = &reading.facts.dates;
    let sentence = dates.get(since)?.at.sentence;
    let others: Vec<&Date> = dates.iter().skip(since + 1).take_while(|date| date.at.sentence == sentence).collect();
    match others.as_slice() {
        [] => {
            let words: Range<usize> = text.near(text.token_from(feast.start)..text.token_from(feast.start), 5);
            let now = words.clone().any(|at| matches!(text.lower(at), "celebrates" | "marks" | "reaches"))
                || words.clone().any(|at| {
                    matches!(text.lower(at), "is" | "are") && matches!(text.lower(at + 1), "celebrating" | "marking")
                });
            reading.article().published.filter(|_| now).map(DateRange::day)
        }
        [date] if date.precision <= Precision::Year && date.at.span.start > feast.start => date.value,
        _ => None,
    }
}
