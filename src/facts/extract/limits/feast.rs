//! A feast that is always on one day, beside another day: "Christmas Day, 26 December", "on Halloween (October 30)".

use super::{Bounds, Reading, note};
use crate::facts::date::Precision;
use crate::facts::exact::Exact;
use crate::facts::names::Certainty;
use crate::text::{Text, TokenKind};

/// Feasts that the whole world keeps on one day, with the month and day; not those that are moved where they meet a Sunday.
#[rustfmt::skip] // A table, some a line.
const FEASTS: &[(&[&str], (i8, i8))] = &[
    (&["christmas", "day"], (12, 25)), (&["christmas", "eve"], (12, 24)), (&["new", "year", "day"], (1, 1)),
    (&["new", "year", "eve"], (12, 31)), (&["valentine", "day"], (2, 14)), (&["halloween"], (10, 31)),
    (&["bastille", "day"], (7, 14)), (&["st", "patrick", "day"], (3, 17)), (&["april", "fools", "day"], (4, 1)),
    (&["armistice", "day"], (11, 11)), (&["anzac", "day"], (4, 25)), (&["pi", "day"], (3, 14)), (&["all", "saints", "day"], (11, 1)),
    (&["bonfire", "night"], (11, 5)), (&["burns", "night"], (1, 25)), (&["hogmanay"], (12, 31)),
];

/// Words of a day that stands for the feast, or of one beside it.
#[rustfmt::skip] // Words, a dozen a line.
const MOVED: &[&str] = &[
    "observed", "observes", "orthodox", "julian", "bank", "lieu", "substitute", "instead", "before", "after", "eve",
    "until", "weekend", "coptic", "armenian", "postponed", "moved", "celebrated", "held", "early", "late", "party",
];

/// Reads the days that stand right behind a feast.
pub(super) fn read(reading: &mut Reading<'_>) {
    let text = reading.text;
    for index in 0..reading.facts.dates.len() {
        let Some(date) = reading.facts.dates.get(index) else { return };
        let plain = date.precision == Precision::Day && date.day.is_some() && !date.relative && !date.at.negated;
        let Some(value) = date.value.filter(|_| plain && date.at.certainty != Certainty::Weak) else { continue };
        let first = text.token_from(date.at.span.start);
        let Some((from, to, feast)) = before(text, first) else { continue };
        let told = (value.first.month(), value.first.day());
        let near = text.near(from..first, 12);
        let moved = near.clone().any(|at| MOVED.contains(&text.lower(at)) && !(from..to).contains(&at));
        let after = text.token_from(date.at.span.end);
        // Half of Christendom keeps Christmas and the New Year by the old calendar.
        let old = matches!(told, (1, 6 | 7 | 13 | 14)) && matches!(feast, (12, 24 | 25 | 31) | (1, 1));
        if told == feast || moved || old || matches!(text.lower(after), "and" | "to" | "-" | "–") {
            continue;
        }
        let figure = (Exact::from(i64::from(told.1)), date.at.span);
        note(reading, "feast", figure, text.span(from, to - 1), Bounds::just(Exact::from(i64::from(feast.1) + 100)));
    }
}

/// The feast right before a date, with a comma or bracket between: its tokens, and its day.
fn before(text: &Text<'_>, date: usize) -> Option<(usize, usize, (i8, i8))> {
    let mark = date.checked_sub(1).filter(|&at| matches!(text.word(at), "," | "("))?;
    FEASTS.iter().find_map(|(words, day)| {
        let mut at = mark;
        for word in words.iter().rev() {
            at = at.checked_sub(1)?;
            // "New Year's Eve", "St. Patrick’s Day"
            while text.kind(at) == TokenKind::Possessive || text.word(at) == "." && text.glued(at) {
                at = at.checked_sub(1)?;
            }
            let written = text.lower(at);
            let stem = written.trim_end_matches(['\'', '’']);
            let stem = stem.strip_suffix("'s").or_else(|| stem.strip_suffix("’s")).unwrap_or(stem);
            if stem != *word && !(stem == "saint" && *word == "st") {
                return None;
            }
        }
        // "on Christmas Day, 26 December", not "Santa, Christmas Day, 26 December and …".
        let lead = at.checked_sub(1).map_or("", |lead| text.lower(lead));
        let placed = matches!(lead, "on" | "is" | "was" | "by" | "since" | "." | "" | "for" | "from" | "this" | "last");
        placed.then_some((at, mark, *day))
    })
}
