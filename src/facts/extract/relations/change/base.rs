//! Whether a figure that stands after a change is the one that the change began from, or one of another time.

use super::words::direction_of;
use super::{Spot, ends};
use crate::facts::extract::times::{is_month, is_weekday};
use crate::text::{Case, Text, TokenKind};
use std::ops::Range;

/// "fell 3% to 204p, down from 250p in January", "rose 2% to $52, recovering from $45", "from a peak of 10%":
/// the percentage before the two is of another time than the figure after them.
pub(super) fn is_of_another_time(text: &Text<'_>, to: &Spot, from: &Spot) -> bool {
    let Some((_, lead)) = ends::lead(text, from) else { return false };
    let moved = (to.end..lead).any(|at| {
        let word = text.lower(at);
        direction_of(word).is_some() || MOVED.contains(&word)
    });
    let extreme = (lead + 1..from.first).any(|at| EXTREMES.contains(&text.lower(at)));
    // "to 900 in the first half, from 2,100 in all of last year"
    let longer = (from.end..from.end + 5).any(|at| matches!(text.lower(at), "all" | "whole" | "entire" | "full"));
    let apart = placed(text, to.end..lead) && !placed(text, from.end..from.end + 5);
    let told = dated(text, to.end..lead) && text.lower(to.end) != "last" && !apart;
    moved
        || extreme
        || longer
        || lengths_differ(text, to.end..lead, from.end..from.end + 7)
        || dated(text, from.end..from.end + 5) && !told
}

/// Whether a time stands right after the figure and what it counts, but for the year before.
fn dated(text: &Text<'_>, near: Range<usize>) -> bool {
    let Some(at) = near.into_iter().find(|&at| TIMES.contains(&text.lower(at)) || text.kind(at) == TokenKind::Mark)
    else {
        return false;
    };
    let before = (at..at + 5).any(|at| BEFORE.contains(&text.lower(at)));
    text.kind(at) == TokenKind::Word && !before
}

/// Whether the first "in", "on" or "at" after a figure leads to a place and no time: "to 204 in Oster from 250 in May".
fn placed(text: &Text<'_>, near: Range<usize>) -> bool {
    let lead = |at: &usize| matches!(text.lower(*at), "in" | "on" | "at") || text.kind(*at) == TokenKind::Mark;
    let Some(at) = near.into_iter().find(lead).filter(|&at| text.kind(at) == TokenKind::Word) else { return false };
    let next = at + 1 + usize::from(text.lower(at + 1) == "the");
    let word = text.lower(next);
    let named = text.token(next).is_some_and(|token| token.kind == TokenKind::Word && token.case != Case::Lower);
    named && !is_month(word) && !is_weekday(word) && !is_quarter(word)
}

fn is_quarter(word: &str) -> bool {
    matches!(word, "q1" | "q2" | "q3" | "q4" | "h1" | "h2" | "fy" | "christmas" | "easter")
}

/// Whether the two are told of times of different lengths: "in the week to Sunday" and "in the month before".
fn lengths_differ(text: &Text<'_>, near: Range<usize>, far: Range<usize>) -> bool {
    matches!((length(text, near), length(text, far)), (Some(near), Some(far)) if near != far)
}

/// About how many days the time right after a figure has, where it is not told from another ("a year earlier").
fn length(text: &Text<'_>, near: Range<usize>) -> Option<u32> {
    let near = near.take_while(|&at| text.kind(at) != TokenKind::Mark);
    let mut led = false;
    for at in near {
        let word = text.lower(at);
        if RELATIVE.contains(&word) {
            return None;
        }
        let number = matches!(text.kind(at.wrapping_sub(1)), TokenKind::Number)
            || matches!(text.lower(at.wrapping_sub(1)), "two" | "three" | "four" | "six" | "nine" | "of");
        let days = match word {
            "in" | "on" | "during" | "over" | "for" => {
                led = true;
                None
            }
            "day" => Some(1),
            "week" | "weekend" => Some(7),
            "month" => Some(30),
            "quarter" => Some(90),
            "half" => Some(180),
            "year" => Some(360),
            _ if is_weekday(word) => Some(1),
            _ if text.kind(at) == TokenKind::Number && word.len() == 4 => Some(360),
            _ => is_month(word).then_some(30),
        };
        if let Some(days) = days.filter(|_| led && !number) {
            return Some(days);
        }
    }
    None
}

/// Words that tell a time from another, whatever its length.
const RELATIVE: &[&str] =
    &["earlier", "ago", "same", "previous", "prior", "preceding", "last", "year-ago", "comparable"];

/// Verbs of a second movement.
const MOVED: &[&str] = &[
    "off",
    "having",
    "after",
    "recovering",
    "rebounding",
    "bouncing",
    "retreating",
    "recovered",
    "rebounded",
    "coming",
    "started",
    "starting",
];

/// What a figure was at its most or least.
const EXTREMES: &[&str] = &["peak", "high", "low", "record", "top", "bottom", "trough", "best", "worst"];

/// What a time begins with.
const TIMES: &[&str] =
    &["in", "on", "at", "last", "when", "during", "since", "before", "five", "two", "three", "four", "ten"];

/// Words of the time that figures are commonly compared with.
const BEFORE: &[&str] = &[
    "earlier",
    "same",
    "previous",
    "prior",
    "preceding",
    "year",
    "corresponding",
    "comparable",
    "first",
    "second",
    "third",
    "fourth",
    "quarter",
];
