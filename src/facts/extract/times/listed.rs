//! Days whose month is written once: "the 22nd, 23rd and 31st of March", "May 3, 4 and 5".

use super::day_of_month::{day_of_month, month_after_day};
use super::words::is;
use super::{Day, Item, Reader, What, timex, year};
use crate::facts::date::DateRange;
use crate::facts::names::Certainty;
use crate::text::{Text, TokenKind};
use jiff::civil::Date;

/// The most days that a list names.
const LONGEST: usize = 12;

/// What ends a list of days.
struct Listed {
    /// The token after the last day.
    end: usize,
    /// Whether "and" or "or" stands before the last.
    joined: bool,
}

/// The token after what joins one day of a list to the next, and whether it is "and" or "or".
fn joiner(text: &Text<'_>, at: usize) -> Option<(usize, bool)> {
    let comma = usize::from(is(text, at, ","));
    let word = matches!(text.lower(at + comma), "and" | "or" | "&");
    (comma > 0 || word).then_some((at + comma + usize::from(word), word))
}

/// The days that follow one, each later than the one before; `at` is the token after it.
fn days_after(text: &Text<'_>, at: usize, mut day: u8) -> Option<Listed> {
    let mut listed = Listed { end: at, joined: false };
    for _ in 0..LONGEST {
        if listed.joined {
            break;
        }
        let Some((next, joined)) = joiner(text, listed.end) else { break };
        let Some((later, _, end)) = day_of_month(text, next).filter(|(later, ..)| *later > day) else { break };
        day = later;
        listed = Listed { end, joined };
    }
    (listed.end > at).then_some(listed)
}

/// The month and year behind the last day of a list; `at` is the token after the first of them.
pub(super) fn month_behind(text: &Text<'_>, at: usize, day: u8) -> Option<(u8, Option<i16>)> {
    if !matches!(text.lower(at), "," | "or") {
        return None;
    }
    let listed = days_after(text, at, day).filter(|listed| listed.joined)?;
    let (month, after) = month_after_day(text, listed.end)?;
    Some((month, year::after(text, after).map(|(year, _)| year)))
}

/// The year behind the last day of "May 3, 4 and 5, 2015"; `at` is the token after the first day.
pub(super) fn year_behind(text: &Text<'_>, at: usize, day: u8) -> Option<i16> {
    if !is(text, at, ",") {
        return None;
    }
    let listed = days_after(text, at, day).filter(|listed| listed.joined)?;
    year::after(text, listed.end).map(|(year, _)| year)
}

impl Reader<'_> {
    /// The 4 and the 5 of "May 3, 4 and 5".
    pub(super) fn listed_day(&self, at: usize) -> Option<Item> {
        let text = self.text;
        let (.., first, until) = self.last_date.filter(|(.., until)| *until < at && *until + 2 >= at)?;
        let (before, _) = self.recent_day.filter(|(_, seen)| *seen == first)?;
        let (next, joined) = joiner(text, until)?;
        // The date before ends with its day.
        let (written, _, end) = day_of_month(text, until.checked_sub(1)?)
            .or_else(|| day_of_month(text, until.checked_sub(2)?))
            .filter(|&(.., end)| end == until)?;
        let same = i16::from(written) == i16::from(before.day()) && next == at && end == until;
        let (day, span, end) = day_of_month(text, at).filter(|(day, ..)| same && *day > written)?;
        let last = if joined { end } else { days_after(text, end, day).filter(|list| list.joined)?.end };
        if !closes(text, last) {
            return None;
        }
        let date = Date::new(before.year(), before.month(), day.cast_signed()).ok()?;
        let end = year::after(text, end).map_or(end, |(_, end)| end);
        let value = Some(DateRange::day(date));
        let day = Day { value, timex: timex::date(date), number: Some((day, span)), ..Day::default() };
        Some(Item { first: at, end, what: What::Date(day), certainty: Certainty::Weak })
    }
}

/// Whether the number before a token counts nothing that follows: "May 3, 4 and 5 people".
fn closes(text: &Text<'_>, at: usize) -> bool {
    match text.kind(at) {
        TokenKind::Word => FOLLOWERS.contains(&text.lower(at)),
        TokenKind::Number => false,
        TokenKind::Possessive => true,
        TokenKind::Mark => !matches!(text.word(at), "%" | ":" | "/" | "°" | "-" | "–" | "$" | "£" | "€"),
    }
}

/// What may follow the last day of a list.
const FOLLOWERS: &[&str] = &[
    "in", "at", "to", "for", "with", "when", "as", "and", "but", "from", "will", "was", "were", "are", "is", "by",
    "of", "after", "before", "because", "or", "while", "during", "that",
];
