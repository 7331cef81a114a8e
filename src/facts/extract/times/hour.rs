//! Hours as they are written and said less often: "half seven", "16h30", "at 9a"; and the words beside times of day.

use super::clock::{Face, Half, Sign, hours, is_last};
use super::words::{self, is, is_glued};
use crate::text::{Text, TokenKind};

/// Whether the tokens are all of their block: a line such as "10:30" says nothing else.
pub(super) fn is_alone(text: &Text<'_>, first: usize, end: usize) -> bool {
    let nothing = |at: usize| text.word(at).is_empty();
    first.checked_sub(1).is_none_or(nothing) && nothing(end)
}

/// "at half seven", as the British and the Irish say it.
pub(super) fn half_hour(text: &Text<'_>, at: usize) -> Option<Face> {
    let led = || matches!(words::before(text, at), "at" | "by" | "until" | "till" | "around" | "from");
    if text.lower(at) != "half" {
        return None;
    }
    let hour = hours(text, at + 1).filter(|hour| hour.sign == Sign::Bare && hour.minute.is_none())?;
    let fits = (1..=12).contains(&hour.hour) && (led() && is_last(text, hour.end) || is_alone(text, at, hour.end));
    fits.then_some(Face { minute: Some(30), sign: Sign::Spoken, ..hour })
}

/// "at quarter of five", "at a quarter of five": a quarter before it, as Americans say it.
pub(super) fn quarter_of(text: &Text<'_>, at: usize) -> Option<Face> {
    let quarter = at + usize::from(text.word(at) == "a");
    let led = || matches!(words::before(text, at), "at" | "by" | "until" | "till");
    if text.lower(quarter) != "quarter" || !is(text, quarter + 1, "of") || !led() {
        return None;
    }
    let hour = hours(text, quarter + 2).filter(|hour| hour.sign == Sign::Bare && hour.minute.is_none())?;
    let before = if hour.hour == 1 { 12 } else { hour.hour.checked_sub(1)? };
    let fits = (1..=12).contains(&hour.hour) && is_last(text, hour.end);
    fits.then_some(Face { hour: before, minute: Some(45), sign: Sign::Said, ..hour })
}

/// "at 16h30", "until 9h": as the French write it, and not the length "2h30".
pub(super) fn letter_hour(text: &Text<'_>, at: usize) -> Option<Face> {
    let letter = at + 1;
    let digits = text.word(at);
    if !is_glued(text, letter, "h") || text.kind(at) != TokenKind::Number || digits.len() > 2 {
        return None;
    }
    let hour = digits.parse().ok().filter(|hour| *hour < 24)?;
    let two = text.kind(letter + 1) == TokenKind::Number && text.glued(letter + 1);
    let minute = match text.word(letter + 1) {
        word if two => Some(word.parse().ok().filter(|minute| *minute < 60 && word.len() == 2)?),
        _ => None,
    };
    let end = letter + 1 + usize::from(two);
    let led = matches!(words::before(text, at), "at" | "until" | "till" | "from") && is_last(text, end);
    let alone = minute.is_some() && is_alone(text, at, end);
    (led || alone).then(|| Face::of_day(hour, minute, end))
}

/// "at 9a.", "at 7p.": the letter at the token is the half of the day of the bare hour before it.
pub(super) fn short_half(text: &Text<'_>, at: usize) -> Option<Half> {
    let hour = at.checked_sub(1).filter(|&hour| text.kind(hour) == TokenKind::Number && text.glued(at))?;
    let led = words::before(text, hour) == "at" && text.kind(at + 1) == TokenKind::Mark;
    let half = match text.word(at) {
        "a" => Half::Morning,
        "p" => Half::Afternoon,
        _ => return None,
    };
    (led || is_alone(text, hour, at + 1)).then_some(half)
}

/// "at 6 and 8 p.m.", "at 2, 4 or 6 pm": the half of the day that the last of several hours names.
pub(super) fn shared_half(text: &Text<'_>, first: usize, face: Face) -> Option<Half> {
    let led = |at: usize| matches!(words::before(text, at), "at" | "from");
    // The 5 of "at 2, 5 and 8 pm".
    let second = || is(text, first.wrapping_sub(1), ",") && first > 2 && led(first - 2);
    if text.kind(first) != TokenKind::Number || !led(first) && !second() {
        return None;
    }
    let mut face = face;
    for _ in 0..LISTED {
        if face.minute.is_some() || !(1..=12).contains(&face.hour) {
            return None;
        }
        if face.half.is_some() {
            return face.half;
        }
        let comma = usize::from(is(text, face.end, ","));
        let word = usize::from(matches!(text.lower(face.end + comma), "and" | "or"));
        let next =
            Some(face.end + comma + word).filter(|next| *next > face.end && text.kind(*next) == TokenKind::Number);
        face = super::clock::face(text, next?)?;
    }
    None
}

/// The most hours that share the half of the day.
const LISTED: usize = 5;

/// "at 4ish", "there 11ish": an hour that is about so; `end` is the token after it.
pub(super) fn is_about(text: &Text<'_>, first: usize, end: usize) -> bool {
    let before = words::before(text, first);
    let there = matches!(before, "there" | "here" | "home" | "back" | "about") || HOUR_LEADS.contains(&before);
    is(text, end.wrapping_sub(1), "ish") && (there && is_last(text, end) || is_alone(text, first, end))
}

/// What stands before a time of day in digits.
pub(super) const CLOCK_LEADS: &[&str] =
    &["at", "by", "until", "till", "before", "after", "from", "about", "around", "since", "between", "to", "and"];

/// What stands before an hour that its words alone do not show to be one.
pub(in crate::facts::extract) const HOUR_LEADS: &[&str] =
    &["at", "by", "until", "till", "before", "after", "from", "around", "since", "circa", "it's", "it’s"];

/// Words of what happens by the clock, which no age follows.
pub(super) const TIMED: &[&str] = &[
    "open",
    "opens",
    "opened",
    "close",
    "closes",
    "closed",
    "doors",
    "curtain",
    "dinner",
    "breakfast",
    "supper",
    "lunch",
    "wake",
    "wakes",
    "woke",
    "alarm",
    "back",
    "home",
    "meet",
    "meets",
    "kicks",
    "show",
    "shows",
    "train",
    "ferry",
];

/// What may follow a time of day.
pub(super) const FOLLOWERS: &[&str] = &[
    "on", "in", "and", "or", "to", "till", "until", "for", "with", "but", "when", "as", "after", "before", "because",
    "while", "where", "so", "at", "the", "he", "she", "they", "we", "i", "it",
];
