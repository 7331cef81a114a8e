//! Sets of a match: "she won the final 6-4, 5-7, 4-6" gives the winner one set of three.

use super::{Bounds, Reading, note};
use crate::facts::exact::Exact;
use crate::facts::extract::triggers::Trigger;
use crate::text::{Text, TokenKind};

/// The most tokens between the word of winning and the first set: "beat the second seed Ann Lee of Norland 6-4".
const REACH: usize = 12;

/// How far around the sets what tells of another end is looked for, in tokens: a sentence may have none.
const FAR: usize = 36;

/// Words of winning, whose subject has the first figure of each set.
const WON: &[&str] = &[
    "won",
    "win",
    "wins",
    "winning",
    "beat",
    "beats",
    "beating",
    "defeated",
    "defeats",
    "defeating",
    "overcame",
    "downed",
    "edged",
    "routed",
    "thrashed",
    "ousted",
    "outlasted",
    "upset",
    "dispatched",
];

/// Words of a match that was not played to its end, or that somebody lost.
const OTHERWISE: &[&str] = &[
    "retired",
    "retire",
    "retiring",
    "ret",
    "injury",
    "set",
    "injured",
    "abandoned",
    "withdrew",
    "suspended",
    "lost",
    "loses",
    "losing",
    "loss",
    "fell",
    "defeat",
    "beaten",
    "trailed",
    "trailing",
    "led",
    "leading",
    "was",
    "were",
];

/// Sets in a row.
struct Sets {
    won: i64,
    lost: i64,
    /// One past the last token.
    end: usize,
}

/// Reads the sets of all matches.
pub(super) fn read(reading: &mut Reading<'_>) {
    let text = reading.text;
    let mut next = 0;
    while let Some(at) = reading.next(next, text.tokens.len(), Trigger::NUMBER) {
        next = at + 1;
        let Some(sets) = sets(text, at) else { continue };
        next = sets.end;
        // "beat Lund 4-6, 6-3, 10-8": a short set may decide what two do not.
        let goes_on = (sets.end..sets.end + 4).any(|at| text.kind(at) == TokenKind::Number);
        if sets.lost < sets.won || sets.lost == sets.won && goes_on {
            continue;
        }
        let Some(verb) = (text.near(at..at, REACH).start..at).rev().find(|&at| WON.contains(&text.lower(at))) else {
            continue;
        };
        if text.near(at..sets.end, FAR).any(|at| OTHERWISE.contains(&text.lower(at))) {
            continue;
        }
        let most = Bounds { least: Some(Exact::from(i64::midpoint(sets.won, sets.lost) + 1)), most: None };
        note(reading, "sets", (Exact::from(sets.won), text.span(at, sets.end - 1)), text.span(verb, verb), most);
    }
}

/// "6-4, 5-7, 4-6", "7-6 (7-5) 3-6 6-2": two sets at least, from the token on.
fn sets(text: &Text<'_>, at: usize) -> Option<Sets> {
    let mut sets = Sets { won: 0, lost: 0, end: at };
    let mut from = at;
    while let Some((one, other)) = set(text, from) {
        if one > other {
            sets.won += 1;
        } else {
            sets.lost += 1;
        }
        sets.end = past_bracket(text, from + 3);
        from = sets.end;
        from += usize::from(matches!(text.word(from), "," | ";"));
        from += usize::from(text.lower(from) == "and");
    }
    // A figure that goes on is no set: "6-4, 5-7, 4-6-2".
    let goes_on = text.glued(sets.end) && text.kind(sets.end) != TokenKind::Mark;
    (sets.won + sets.lost >= 2 && !goes_on).then_some(sets)
}

/// The games of a set of tennis: six with two more than the other, or seven.
fn set(text: &Text<'_>, at: usize) -> Option<(u8, u8)> {
    let digit = |at: usize| -> Option<u8> {
        let word = text.word(at);
        if text.kind(at) == TokenKind::Number && word.len() == 1 { word.parse().ok() } else { None }
    };
    let joined = matches!(text.word(at + 1), "-" | "–") && text.glued(at + 1) && text.glued(at + 2);
    let (one, other) = digit(at).zip(digit(at + 2)).filter(|_| joined)?;
    let (most, least) = (one.max(other), one.min(other));
    let played = most == 6 && least <= 4 || most == 7 && matches!(least, 5 | 6);
    played.then_some((one, other))
}

/// One past the bracket of a tie-break: "7-6 (7-5)", "7-6(5)".
fn past_bracket(text: &Text<'_>, at: usize) -> usize {
    let close = (at..at + 5).find(|&at| matches!(text.word(at), ")" | "]"));
    match close {
        Some(close) if matches!(text.word(at), "(" | "[") => close + 1,
        _ => at,
    }
}
