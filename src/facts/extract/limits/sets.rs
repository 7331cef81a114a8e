//! Sets of a match: "she won the final 6-4, 5-7, 4-6" gives the winner one set of three, and "beat Lund 7-4, 6-2" holds one
//! that never was.

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
    // Asked once, and where it matters.
    let mut tennis = None;
    while let Some(at) = reading.next(next, text.tokens.len(), Trigger::NUMBER) {
        next = at + 1;
        let Some(sets) = sets(text, at) else {
            if let Some((odd, beside, right, end)) = odd(text, at, &mut tennis) {
                let games = pair(text, odd).map_or(0, |(one, other)| one.max(other));
                let figure = (Exact::from(i64::from(games)), text.span(odd, odd + 2));
                note(
                    reading,
                    "set",
                    figure,
                    text.span(beside, beside + 2),
                    Bounds::just(Exact::from(i64::from(right))),
                );
                next = end;
            }
            continue;
        };
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

/// No match has more sets.
const MOST_SETS: usize = 5;

/// Words of tennis, and of no other sport with sets or with results in a row.
const TENNIS: &[&str] = &[
    "tennis",
    "wimbledon",
    "atp",
    "wta",
    "davis",
    "roland",
    "garros",
    "tie-break",
    "tiebreak",
    "seeded",
    "seed",
    "seeds",
    "slam",
];

/// Words of sports whose results may stand in a row as sets do.
const OTHER_SPORTS: &[&str] = &[
    "baseball",
    "softball",
    "hockey",
    "soccer",
    "lacrosse",
    "inning",
    "innings",
    "doubleheader",
    "goals",
    "darts",
    "runs",
];

/// A set that no match has beside others, from the token on: its first token, that of one beside it, what the games of the
/// one who has more of them should be, and one past the last set.
fn odd(text: &Text<'_>, at: usize, of_tennis: &mut Option<bool>) -> Option<(usize, usize, u8, usize)> {
    let (mut odd, mut beside, mut broken, mut count, mut end) = (None, None, false, 0, at);
    let mut from = at;
    while let Some((one, other)) = pair(text, from) {
        count += 1;
        if count > MOST_SETS {
            return None;
        }
        let (most, least) = (one.max(other), one.min(other));
        broken |= (most, least) == (7, 6);
        end = past_bracket(text, from + 3);
        let next = end + usize::from(matches!(text.word(end), "," | ";"));
        let next = next + usize::from(text.lower(next) == "and");
        let closing = pair(text, next).is_none();
        match (most, least) {
            _ if set(text, from).is_some() => beside = beside.or(Some(from)),
            (7, 0..=4) if !(closing && count > 2) => odd = odd.or(Some((from, 6))),
            (6, 5) if !closing => odd = odd.or(Some((from, 7))),
            // Sets went on to 8-6 before there were tie-breaks, and the last of a match long after.
            (8, 6) if !closing => odd = odd.or(Some((from, 0))),
            _ => return None,
        }
        from = next;
    }
    let (odd, right) = odd?;
    let beside = beside?;
    let right = if right == 0 { broken.then_some(7) } else { Some(right) };
    let goes_on = text.glued(end) && text.kind(end) != TokenKind::Mark;
    // Other sports have such results in a row too.
    let mut tennis = || *of_tennis.get_or_insert_with(|| has(text, TENNIS) && !has(text, OTHER_SPORTS));
    (!goes_on && (broken || tennis())).then_some((odd, beside, right?, end))
}

fn has(text: &Text<'_>, words: &[&str]) -> bool {
    (0..text.tokens.len()).any(|at| words.contains(&text.lower(at)))
}

/// The games of a set of tennis: six with two more than the other, or seven.
fn set(text: &Text<'_>, at: usize) -> Option<(u8, u8)> {
    let (one, other) = pair(text, at)?;
    let (most, least) = (one.max(other), one.min(other));
    let played = most == 6 && least <= 4 || most == 7 && matches!(least, 5 | 6);
    played.then_some((one, other))
}

/// Two figures of one digit, as the games of a set.
fn pair(text: &Text<'_>, at: usize) -> Option<(u8, u8)> {
    let digit = |at: usize| -> Option<u8> {
        let word = text.word(at);
        if text.kind(at) == TokenKind::Number && word.len() == 1 { word.parse().ok() } else { None }
    };
    let joined = matches!(text.word(at + 1), "-" | "–") && text.glued(at + 1) && text.glued(at + 2);
    digit(at).zip(digit(at + 2)).filter(|_| joined)
}

/// One past the bracket of a tie-break: "7-6 (7-5)", "7-6(5)".
fn past_bracket(text: &Text<'_>, at: usize) -> usize {
    let close = (at..at + 5).find(|&at| matches!(text.word(at), ")" | "]"));
    match close {
        Some(close) if matches!(text.word(at), "(" | "[") => close + 1,
        _ => at,
    }
}
