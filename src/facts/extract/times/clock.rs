//! Times of day: "10:30", "5pm", "8.45 a.m. GMT", "noon", "nine o'clock".

use super::words::{self, DayPart, Word, is, is_dash, is_glued};
use super::{Clock, Item, Reader, What, timex};
use crate::facts::extract::numeral;
use crate::facts::names::Certainty;
use crate::text::{Text, TokenKind};

/// Short names of time zones.
const ZONES: &[&str] = &[
    "GMT", "UTC", "BST", "EST", "EDT", "ET", "CT", "CST", "CDT", "MT", "MST", "MDT", "PT", "PST", "PDT", "CET", "CEST",
    "IST", "JST", "AEST", "AEDT", "HKT", "SGT", "MSK", "WAT", "EAT", "SAST", "PKT", "NST", "AST", "G.M.T.", "E.T.",
    "E.S.T.", "E.D.T.", "P.T.", "WIB", "KST", "NZST", "NZDT", "AWST", "ACST",
];

/// Hours and minutes as written.
#[derive(Clone, Copy, Debug)]
struct Reading {
    hour: u16,
    minute: Option<u16>,
    second: Option<u16>,
    end: usize,
}

impl Reader<'_> {
    /// A time of day that begins with a number.
    pub(super) fn clock(&self, at: usize) -> Option<Item> {
        let text = self.text;
        let mut read = hours(text, at)?;
        let (meridian, end) = meridian(text, read.end);
        read.end = end;
        let oclock = matches!(text.lower(read.end), "o'clock" | "o’clock" | "oclock");
        read.end += usize::from(oclock);
        let (zone, end) = zone(text, read.end);
        read.end = end;
        match meridian {
            Some(_) if read.hour > 12 || read.hour == 0 && read.minute.is_none() => return None,
            Some(DayPart::Afternoon) if read.hour < 12 => read.hour += 12,
            Some(DayPart::Morning) if read.hour == 12 => read.hour = 0,
            _ => {}
        }
        let marked = meridian.is_some() || oclock || zone;
        if !marked {
            let pointed = text.word(at).contains('.');
            let minutes = read.minute.filter(|_| !pointed)?;
            let led = CLOCK_LEADS.contains(&words::before(text, at));
            let dash = is_dash(text, at.wrapping_sub(1));
            let free = !text.glued(read.end)
                || matches!(text.word(read.end), "," | "." | ")" | ";" | "?" | "!" | "\"" | "”")
                || is_dash(text, read.end);
            if !(led || dash) || !free || minutes > 59 {
                return None;
            }
        }
        if read.second.is_some() && !marked {
            return None;
        }
        let minutes = read.hour * 60 + read.minute.unwrap_or(0);
        let hour = read.hour;
        let value = match (read.minute, read.second) {
            (Some(minute), Some(second)) => format!("T{hour:02}:{minute:02}:{second:02}"),
            (Some(minute), None) => format!("T{hour:02}:{minute:02}"),
            (None, _) => format!("T{hour:02}"),
        };
        let universal = matches!(text.word(read.end - 1), "UTC" | "GMT" | "G.M.T.") && zone && read.minute.is_some();
        let value = if universal { format!("{value}Z") } else { value };
        let certainty = if marked { Certainty::Sure } else { Certainty::Likely };
        let minutes = Some(minutes).filter(|_| marked && !oclock || read.hour > 12);
        Some(Item { first: at, end: read.end, what: What::Time(Clock { timex: value, minutes }), certainty })
    }

    /// "half past eight", "quarter to seven".
    pub(super) fn past_hour(&self, at: usize) -> Option<Item> {
        let text = self.text;
        let quarter = words::unit(text, at) == Some((words::Unit::Quarter, false));
        let past = match text.lower(at + 1) {
            "past" => true,
            "to" if quarter => false,
            _ => return None,
        };
        let hour = numeral::read(text, at + 2).filter(|hour| hour.value.is_whole())?;
        let on = u16::try_from(hour.value.floor()).ok().filter(|hour| (1..=12).contains(hour))?;
        let minutes = match (quarter, past) {
            (true, true) => on * 60 + 15,
            (true, false) => on * 60 - 15,
            (false, _) => on * 60 + 30,
        };
        let (meridian, end) = meridian(text, hour.end);
        let minutes = if meridian == Some(DayPart::Afternoon) && minutes < 720 { minutes + 720 } else { minutes };
        let timex = format!("T{:02}:{:02}", minutes / 60, minutes % 60);
        let minutes = meridian.map(|_| minutes);
        Some(Item { first: at, end, what: What::Time(Clock { timex, minutes }), certainty: Certainty::Likely })
    }

    /// "noon", "midnight".
    pub(super) fn noon(&self, at: usize, midnight: bool) -> Item {
        let (timex, minutes) = if midnight { ("T00:00", 0) } else { ("T12:00", 720) };
        let (_, end) = zone(self.text, at + 1);
        let what = What::Time(Clock { timex: timex.to_owned(), minutes: Some(minutes) });
        Item { first: at, end, what, certainty: Certainty::Likely }
    }

    /// A time of day after another word: a clock time, "noon", "midnight".
    pub(super) fn time_at(&self, at: usize) -> Option<Item> {
        match words::of(self.text, at) {
            Some(Word::Noon) => Some(self.noon(at, false)),
            Some(Word::Midnight) => Some(self.noon(at, true)),
            _ => self.clock(at),
        }
    }

    /// "in the morning", "the afternoon".
    pub(super) fn the_part(&self, at: usize, noun: usize, part: DayPart) -> Option<Item> {
        let text = self.text;
        let before = words::before(text, at);
        let next = text.kind(noun + 1);
        let led = matches!(before, "in" | "during" | "by" | "into")
            && part != DayPart::Night
            && (next != TokenKind::Word || PART_FOLLOWERS.contains(&text.lower(noun + 1)));
        let what = What::Time(Clock { timex: timex::part(part).to_owned(), minutes: None });
        led.then_some(Item { first: at, end: noun + 1, what, certainty: Certainty::Weak })
    }
}

/// "10:30", "10.30", "10", "1030", "nine" with where the number ends.
fn hours(text: &Text<'_>, at: usize) -> Option<Reading> {
    if text.kind(at) == TokenKind::Word {
        let number = numeral::read(text, at)?;
        let hour = u16::try_from(number.value.floor()).ok().filter(|hour| number.value.is_whole() && *hour <= 12)?;
        let clock = matches!(text.lower(number.end), "o'clock" | "o’clock" | "oclock" | "a.m." | "p.m." | "am" | "pm");
        return clock.then_some(Reading { hour, minute: None, second: None, end: number.end });
    }
    let word = text.word(at);
    if text.kind(at) != TokenKind::Number
        || word.len() > 5
        || text.glued(at) && matches!(text.word(at.wrapping_sub(1)), "$" | "£" | "€" | ":" | "." | "/")
    {
        return None;
    }
    let two = |word: &str| word.parse::<u16>().ok().filter(|n| word.len() == 2 && *n < 60);
    if is_glued(text, at + 1, ":") && text.glued(at + 2) {
        let hour = word.parse().ok().filter(|hour| *hour < 25 && word.len() <= 2)?;
        let minute = two(text.word(at + 2))?;
        let second =
            if is_glued(text, at + 3, ":") && text.glued(at + 4) { Some(two(text.word(at + 4))?) } else { None };
        let end = at + if second.is_some() { 5 } else { 3 };
        return Some(Reading { hour, minute: Some(minute), second, end });
    }
    if let Some((hour, minute)) = word.split_once('.') {
        let hour = hour.parse().ok().filter(|hour| *hour < 25)?;
        return Some(Reading { hour, minute: Some(two(minute)?), second: None, end: at + 1 });
    }
    if word.len() == 4 {
        let (hour, minute) = word.split_at_checked(2)?;
        let zoned = zone(text, at + 1).0 || matches!(text.lower(at + 1), "hours" | "hrs");
        let hour = hour.parse().ok().filter(|hour| *hour < 25)?;
        let end = at + 1 + usize::from(matches!(text.lower(at + 1), "hours" | "hrs"));
        return zoned.then_some(Reading { hour, minute: Some(two(minute)?), second: None, end });
    }
    let hour = word.parse().ok().filter(|hour| *hour <= 24 && word.len() <= 2)?;
    Some(Reading { hour, minute: None, second: None, end: at + 1 })
}

/// "a.m.", "pm", "in the morning".
fn meridian(text: &Text<'_>, at: usize) -> (Option<DayPart>, usize) {
    match text.lower(at) {
        "am" | "a.m." | "a.m" => (Some(DayPart::Morning), at + 1),
        "pm" | "p.m." | "p.m" => (Some(DayPart::Afternoon), at + 1),
        _ => (None, at),
    }
}

/// "GMT", "(CET)", "local time", "Eastern time".
fn zone(text: &Text<'_>, at: usize) -> (bool, usize) {
    if ZONES.contains(&text.word(at)) {
        return (true, at + 1);
    }
    if is(text, at, "(") && ZONES.contains(&text.word(at + 1)) && is(text, at + 2, ")") {
        return (true, at + 3);
    }
    match (text.lower(at), text.lower(at + 1)) {
        ("local" | "eastern" | "central" | "pacific" | "mountain" | "uk" | "london" | "beijing" | "moscow", "time") => {
            (true, at + 2)
        }
        ("eastern" | "central" | "pacific" | "mountain", "standard" | "daylight") if is(text, at + 2, "time") => {
            (true, at + 3)
        }
        _ => (false, at),
    }
}

/// What stands before a time of day.
const CLOCK_LEADS: &[&str] =
    &["at", "by", "until", "till", "before", "after", "from", "about", "around", "since", "between", "to", "and"];

/// What may follow "in the morning".
const PART_FOLLOWERS: &[&str] = &["of", "and", "after", "before", "on", "to", "as", "when", "with", "for"];
