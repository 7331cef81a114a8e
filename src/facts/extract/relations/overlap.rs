//! Whether parts may share members, as far as the words beside them tell: "30 at Hull and 20 at Dover, some counted
//! twice", "ten trainers: six in spring and four in winter".

use super::{Reading, Spot, counted};
use crate::facts::extract::times::{is_month, is_weekday};
use crate::text::{Text, TokenKind};
use std::ops::Range;

/// Whether the rest of the sentence says that some are in two parts.
pub(super) fn is_said(reading: &Reading<'_>, last: &Spot) -> bool {
    let text = reading.text;
    let end = text.sentences.get(last.at.sentence as usize).map_or(last.end, |sentence| sentence.tokens.end);
    (last.end..end).any(|at| {
        let back = |n: usize| at.checked_sub(n).filter(|&at| at >= last.end).map_or("", |at| text.lower(at));
        match text.lower(at) {
            "overlap" | "overlaps" | "overlapping" | "overlapped" | "double-counted" => true,
            "twice" => is_counted(back(1)) || (1..4).any(|n| matches!(back(n), "some" | "several" | "many" | "them")),
            "once" => back(1) == "than" && back(2) == "more" && (3..6).any(|n| is_counted(back(n))),
            "both" => {
                matches!(back(1), "in" | "at" | "to" | "on")
                    && (2..6).any(|n| matches!(back(n), "some" | "several" | "many"))
            }
            _ => false,
        }
    })
}

fn is_counted(word: &str) -> bool {
    matches!(word, "counted" | "listed" | "named" | "included" | "appear" | "counting" | "recorded" | "registered")
}

/// What happens once, so that nothing of one time is of another.
#[rustfmt::skip] // Words, a dozen a line.
const HAPPENINGS: &[&str] = &[
    "murder", "killing", "death", "birth", "wedding", "attack", "raid", "crash", "accident", "fire", "blast", "storm",
    "flood", "quake", "strike", "robbery", "burglary", "theft", "arrest", "game", "match", "win", "defeat", "goal",
    "concert", "festival", "meeting", "election", "flight", "launch", "visit", "trip", "vote",
    "medal", "title", "trophy", "championship", "prize", "award",
];

/// Whether parts are told apart by nothing but their times, of things that may be there at each of them: a murder of May
/// is none of June, a trainer of spring may be one of winter.
pub(super) fn are_of_times<'p>(
    reading: &Reading<'_>,
    whole: &Spot,
    mut parts: impl Iterator<Item = &'p Range<usize>>,
) -> bool {
    let happens = counted(reading, whole).is_some_and(|noun| HAPPENINGS.contains(&noun));
    !happens && parts.all(|words| is_time(reading.text, words))
}

/// "in spring", "on Monday", "at night", "by day", "in 2019".
fn is_time(text: &Text<'_>, words: &Range<usize>) -> bool {
    let led = matches!(text.lower(words.start), "in" | "on" | "at" | "by" | "during");
    let at = words.start + 1 + usize::from(text.lower(words.start + 1) == "the");
    let word = text.lower(at);
    let year = text.kind(at) == TokenKind::Number && word.len() == 4;
    let time = year
        || is_weekday(word.trim_end_matches('s'))
        || is_month(word)
        || matches!(
            word,
            "spring"
                | "summer"
                | "autumn"
                | "fall"
                | "winter"
                | "morning"
                | "afternoon"
                | "evening"
                | "night"
                | "day"
                | "weekend"
        );
    led && time && at + 1 >= words.end
}
