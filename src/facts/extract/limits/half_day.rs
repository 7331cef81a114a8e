//! Hours of the whole day with a half of it: "at 13:30 a.m.", "at 31 p.m.", and "16:53 p.m.", which says it twice.

use super::{Bounds, Reading, note};
use crate::facts::exact::Exact;
use crate::facts::extract::times::is_weekday;
use crate::facts::extract::triggers::Trigger;
use crate::text::lexicon::{self, Classes};
use crate::text::{Case, Text, TokenKind};

/// What an hour without minutes is led by.
#[rustfmt::skip] // Words, a dozen a line.
const LEADS: &[&str] = &[
    "at", "by", "until", "till", "til", "before", "after", "from", "around", "about", "approximately", "between", "to",
    "past", "since", "-", "–", "roughly", "nearly", "and", "or", "noon", "for",
];

/// Reads the hours above twelve that a half of the day follows.
pub(super) fn read(reading: &mut Reading<'_>) {
    let text = reading.text;
    let mut next = 0;
    while let Some(at) = reading.next(next, text.tokens.len(), Trigger::NUMBER) {
        next = at + 1;
        if text.word(at).len() != 2 || text.glued(at) && matches!(text.word(at.wrapping_sub(1)), ":" | "." | "/" | ",")
        {
            continue;
        }
        let Some(hour) = text.word(at).parse::<i128>().ok().filter(|hour| *hour > 12) else { continue };
        let colon = matches!(text.word(at + 1), ":") && text.glued(at + 1) && text.glued(at + 2);
        let minutes = colon && text.kind(at + 2) == TokenKind::Number && text.word(at + 2).len() == 2;
        let end = if minutes { at + 3 } else { at + 1 };
        let Some(morning) = half(text, end) else { continue };
        let lead = at.checked_sub(1).map_or("", |lead| text.lower(lead));
        let possessive = at > 0 && text.kind(at - 1) == TokenKind::Possessive;
        let called = (possessive || matches!(lead, "a" | "an" | "the")) && text.word(end).contains('.');
        if minutes || (LEADS.contains(&lead) || called || is_weekday(lead)) && is_hour(text, end) {
            // What is no hour of any clock is wrong in either half, and without minutes nobody counts to 24.
            let of = if morning || hour > 24 || !minutes { "half day" } else { "half day twice" };
            note(
                reading,
                of,
                (Exact::whole(hour), text.span(at, end - 1)),
                text.span(end, end),
                Bounds::up_to(Exact::whole(12)),
            );
        }
    }
}

/// Whether the word at a token is for the morning; nothing where it is for no half of the day.
fn half(text: &Text<'_>, at: usize) -> Option<bool> {
    match text.lower(at) {
        "am" | "a.m." | "a.m" => Some(true),
        "pm" | "p.m." | "p.m" => Some(false),
        _ => None,
    }
}

/// "at 13 a.m. on", not "at 20, PM Ann Lee", "at 16 am I" and "at 13 AM stations".
fn is_hour(text: &Text<'_>, half: usize) -> bool {
    let pointed = text.word(half).contains('.');
    let small = text.token(half).is_some_and(|token| token.case == Case::Lower);
    let next = half + 1;
    let name = text.token(next).is_some_and(|token| token.kind == TokenKind::Word && token.case != Case::Lower);
    let noun = lexicon::usual_class(text.lower(next)).has(Classes::NOUN) && !is_weekday(text.lower(next));
    pointed || text.lower(next) != "i" && !noun && (small || !name)
}
