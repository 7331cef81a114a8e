//! Deadlines that a sentence looks ahead to: "the county needs to build 450 homes by 2035", "is due to be back by the end
//! of 2026".

use super::{Bounds, Reading, note};
use crate::facts::exact::Exact;
use crate::text::{Text, TokenKind};
use jiff::ToSpan;

/// What needs or means to do something by a day to come.
const NEEDS: &[&str] = &[
    "need", "needs", "has", "have", "plan", "plans", "aim", "aims", "hope", "hopes", "want", "wants", "intend",
    "intends", "is", "are",
];

/// What is expected of it.
const EXPECTED: &[&str] = &["expected", "set", "due", "track", "course"];

/// How many tokens may stand between "needs to" and "by".
const REACH: usize = 25;

/// A deadline of the last weeks may be told as one to come, while the news is on its way.
const SLACK: i32 = 60;

/// Reads the deadlines, each the only date of its sentence.
pub(super) fn read(reading: &mut Reading<'_>) {
    let Some(published) = reading.article().published else { return };
    let text = reading.text;
    for index in 0..reading.facts.dates.len() {
        let Some(date) = reading.facts.dates.get(index) else { return };
        let beside = |at: Option<usize>| {
            at.and_then(|at| reading.facts.dates.get(at)).is_some_and(|other| other.at.sentence == date.at.sentence)
        };
        if !date.explicit || date.relative || date.at.quoted || beside(index.checked_sub(1)) || beside(Some(index + 1))
        {
            continue;
        }
        let (Some(value), Some(sentence)) = (date.value, text.sentences.get(date.at.sentence as usize)) else {
            continue;
        };
        let Some(need) = need(text, sentence.tokens.start, text.token_from(date.at.span.start)) else { continue };
        let over = value.last.checked_add(SLACK.days()).is_ok_and(|day| day < published);
        let (year, span) = (i64::from(value.last.year()), date.at.span);
        let bounds = Bounds { least: Some(Exact::from(year + i64::from(over))), most: None };
        note(reading, "deadline", (Exact::from(year), span), text.span(need, need), bounds);
    }
}

/// The word that looks ahead to a date which "by" leads to.
fn need(text: &Text<'_>, floor: usize, date: usize) -> Option<usize> {
    let mut by = date.checked_sub(1)?;
    while by > floor && matches!(text.lower(by), "the" | "end" | "of" | "early" | "mid" | "late" | "-") {
        by -= 1;
    }
    if text.lower(by) != "by" {
        return None;
    }
    let stops = |at: &usize| {
        matches!(text.lower(*at), "that" | "which" | "who" | "was" | "were" | "had")
            || text.kind(*at) == TokenKind::Mark && matches!(text.word(*at), "." | ";" | ":" | "," | "“" | "”" | "\"")
    };
    let words = floor.max(by.saturating_sub(REACH))..by;
    words.rev().take_while(|at| !stops(at)).find_map(|to| {
        let back = |n: usize| to.checked_sub(n).filter(|&at| at >= floor).map_or("", |at| text.lower(at));
        let verb = 1 + usize::from(EXPECTED.contains(&back(1))) + usize::from(back(2) == "on");
        let noun = matches!(back(verb + 1), "the" | "a" | "its" | "his" | "her" | "their" | "this" | "that" | "of");
        (text.lower(to) == "to" && NEEDS.contains(&back(verb)) && !noun).then(|| to - verb)
    })
}
