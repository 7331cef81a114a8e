//! A day and the time of day beside it, which are one time: "Friday morning", "Thursday at 8pm",
//! "10 p.m. Wednesday", "tomorrow between 8am and 2pm", "every Monday at nine".

use super::clock::{self, Half, Sign, is_last};
use super::clock_range::{Beside, Hours};
use super::day_of_month::day_first;
use super::words::{self, DayPart, Word, is, is_dash};
use super::{Clock, Day, Item, Reader, What, anchor, timex};
use crate::facts::date::Precision;
use crate::facts::names::Certainty;
use crate::text::{Case, TokenKind};
use jiff::ToSpan;

impl Reader<'_> {
    /// What was read, with the time of day or the day that stands beside it.
    pub(super) fn moment(&mut self, item: Item) -> Item {
        let item = self.session(item);
        match &item.what {
            // "two hours later": its day is known or will not be.
            What::Time(clock) if !clock.timex.starts_with('T') => item,
            What::Time(clock) => {
                let clock = clock.clone();
                match clock.face {
                    Some(_) => self.on_day(item, Told::Time(clock)),
                    None => self.at_part(&item, &clock).unwrap_or_else(|| self.on_day(item, Told::Time(clock))),
                }
            }
            What::Hours(hours) => {
                let hours = *hours;
                self.on_day(item, Told::Hours(hours))
            }
            What::Date(day) if day.precision == Precision::Day && !day.timex.ends_with("_REF") => self.at_time(item),
            What::Set(_) => self.set_at(item),
            What::Date(_) | What::Days(..) | What::Bad(_) | What::Duration(_) | What::DayHours(..) => item,
        }
    }

    /// A time of day with the day after it: "8pm on Thursday", "10am yesterday", "the morning of 3 May".
    fn on_day(&mut self, item: Item, told: Told) -> Item {
        let text = self.text;
        if let Some(timex) = self.of_set(&item, &told) {
            return Item { what: What::Set(timex), ..item };
        }
        let joined = matches!(text.lower(item.end), "on" | "," | "of");
        let next = item.end + usize::from(joined);
        let begins = match words::of(text, next) {
            Some(
                Word::Weekday(..)
                | Word::Weekdays(_)
                | Word::Month(..)
                | Word::Near(_)
                | Word::Tonight
                | Word::Holiday
                | Word::Every,
            ) => true,
            Some(Word::Which(which)) => {
                matches!(which, words::Which::This | words::Which::Last | words::Which::Next)
            }
            Some(Word::The) => is(text, item.end, "on") || is(text, item.end, "of"),
            _ => text.kind(next) == TokenKind::Number && (!is(text, item.end, ",") || self.is_written_day(next)),
        };
        // "10am to 5pm Tuesday-Saturday" is of no one day.
        let weekly = words::weekday(text, next).is_some_and(|(.., end)| {
            let to = matches!(text.lower(end), "to" | "through" | "thru" | "-" | "–");
            to && words::weekday(text, end + 1).is_some()
        });
        if !begins || weekly {
            return item;
        }
        let Some(date) = self.read(next, 1) else { return item };
        if let (What::Set(set), Told::Time(Clock { face: Some(face), .. })) = (&date.what, &told) {
            let Some(timex) = hourly(set, &face.within(half_of(set)).timex()) else { return item };
            return Item { first: item.first, end: date.end, what: What::Set(timex), certainty: date.certainty };
        }
        let day = match &date.what {
            What::Date(day) if day.precision == Precision::Day && !day.timex.ends_with("_REF") => day,
            // Without a day of publication "today" and "tonight" name no day.
            What::Date(Day { timex, .. }) | What::Time(Clock { timex, face: None, .. })
                if matches!(words::of(text, next), Some(Word::Tonight | Word::Near(0))) =>
            {
                let half = half_of(timex);
                let what = told.within(half).alone();
                return Item { end: date.end, what, ..item };
            }
            _ => return item,
        };
        let (mut end, mut half) = (date.end, half_of(&day.timex));
        if let Some((part, after)) = self.part_after(end) {
            (end, half) = (after, clock::half(part));
        }
        // A part of the day leaves the day as sure as it is.
        let certainty = match &told {
            Told::Time(_) => date.certainty,
            Told::Hours(_) => item.certainty.max(date.certainty),
        };
        let what = told.within(half).on(day, (next, date.end));
        Item { first: item.first, end, what, certainty }
    }

    /// "8 a.m. and 11 a.m. every Sunday": the first of two times of what comes again.
    fn of_set(&mut self, item: &Item, told: &Told) -> Option<String> {
        let text = self.text;
        let Told::Time(Clock { face: Some(face), .. }) = told else { return None };
        if !matches!(text.lower(item.end), "and" | "or") {
            return None;
        }
        let second = clock::face(text, item.end + 1).filter(|second| second.sign == Sign::Said)?;
        let next = second.end + usize::from(is(text, second.end, "on"));
        let Some(Word::Weekdays(_) | Word::Every) = words::of(text, next) else { return None };
        match self.read(next, 1)?.what {
            What::Set(set) => hourly(&set, &face.timex()),
            _ => None,
        }
    }

    /// Whether a day with its month follows a comma: "8pm, 1st Jan", "2:00pm, 2016-02-21".
    fn is_written_day(&self, at: usize) -> bool {
        let text = self.text;
        let mark = |at: usize| matches!(text.word(at), "/" | "-") && text.glued(at) && text.glued(at + 1);
        mark(at + 1) && mark(at + 3) || day_first(text, at).is_some_and(|parts| parts.until.is_none())
    }

    /// A part of the day with its hour: "in the afternoon at 3", "tonight at 9:30".
    pub(super) fn at_part(&self, item: &Item, part: &Clock) -> Option<Item> {
        let text = self.text;
        let half = half_of(&part.timex)?;
        let led = matches!(text.lower(item.end), "at" | "around");
        let face = clock::face(text, item.end + usize::from(led))?.within(Some(half));
        let fits = match face.sign {
            Sign::Said | Sign::Written => true,
            Sign::Bare | Sign::Spoken => led && is_last(text, face.end),
            Sign::Pointed => false,
        };
        let certainty = if face.sign == Sign::Said { item.certainty } else { Certainty::Weak };
        let what = What::Time(face.clock());
        fits.then_some(Item { first: item.first, end: face.end, what, certainty })
    }

    /// A day with the time of day after it: "Friday morning", "Thursday at 8pm", "Monday 8-9am".
    fn at_time(&mut self, mut item: Item) -> Item {
        let text = self.text;
        // "Monday through Friday, 8 a.m. to 4 p.m."
        let of_several = item.first >= 2
            && (matches!(text.lower(item.first - 1), "through" | "to") || is_dash(text, item.first - 1))
            && matches!(words::of(text, item.first - 2), Some(Word::Weekday(..)));
        let What::Date(day) = &mut item.what else { return item };
        if of_several {
            return item;
        }
        if let Some((time, end)) = self.iso_time(item.end).filter(|_| day.explicit) {
            day.timex = joined(&day.timex, &time);
            item.end = end;
            return item;
        }
        // "in the early hours of Friday"
        if self.is_early_hours(item.first) && !day.timex.contains('T') {
            day.timex = joined(&day.timex, timex::part(DayPart::Morning));
        }
        let mut half = half_of(&day.timex);
        let mut of_day = None;
        let mut end = item.end;
        if let Some((part, after)) = self.part_after(end) {
            of_day = Some(timex::part(part).to_owned());
            half = clock::half(part);
            end = after;
        }
        let (next, lead) = self.lead(end);
        let leads = !lead.is_empty();
        let beside = if half.is_some() { Beside::Part } else { Beside::Day };
        if let Some((hours, certainty)) =
            super::clock_range::hours(text, next, matches!(lead, "from" | "between"), |_| beside)
        {
            let what = Told::Hours(hours.within(half)).on(day, (item.first, item.end));
            return Item { first: item.first, end: hours.finish.end, what, certainty: item.certainty.max(certainty) };
        }
        if let Some(face) = clock::face(text, next) {
            let face = face.within(half);
            let fits = match face.sign {
                Sign::Said => true,
                Sign::Written => face.second.is_none() || leads,
                Sign::Spoken => leads && is_last(text, face.end),
                // "tomorrow morning at 7", and not "at one of the shops"
                Sign::Bare => {
                    let counts = is(text, next, "one") && text.kind(next + 1) == TokenKind::Word;
                    let known = !counts
                        && face.half.is_some()
                        && (of_day.is_some() || day.timex.contains('T') || half != face.half);
                    known
                        && matches!(lead, "at" | "around" | "about" | "by" | "until" | "from" | "before" | "after")
                        && is_last(text, face.end)
                }
                Sign::Pointed => false,
            };
            if fits {
                of_day = Some(face.timex());
                end = face.end;
                if matches!(face.sign, Sign::Bare | Sign::Spoken) {
                    item.certainty = Certainty::Weak;
                }
            }
        }
        if let Some(of_day) = of_day {
            day.timex = joined(&day.timex, &of_day);
            item.end = end;
        }
        item
    }

    /// Whether "the early hours of" stands before a day.
    fn is_early_hours(&self, first: usize) -> bool {
        let text = self.text;
        let Some(of) = first.checked_sub(3) else { return false };
        is(text, of + 2, "of") && is(text, of + 1, "hours") && matches!(text.lower(of), "early" | "small" | "wee")
    }

    /// The token after what joins a day to its time, and the last word of it: "at", ", just after".
    fn lead(&self, end: usize) -> (usize, &str) {
        let text = self.text;
        let comma = usize::from(is(text, end, ","));
        let mut at = end + comma;
        if is_dash(text, at) {
            return (at + 1, text.word(at));
        }
        let mut lead = "";
        for _ in 0..LEAD_WORDS {
            let word = text.lower(at);
            if LEADS.contains(&word) {
                lead = word;
            } else if !LEAD_ADVERBS.contains(&word) {
                break;
            }
            at += 1;
        }
        if lead.is_empty() { (end + comma, "") } else { (at, lead) }
    }

    /// What comes again with its hour: "every Monday at 4pm", "9am on Sundays".
    fn set_at(&self, mut item: Item) -> Item {
        let text = self.text;
        let What::Set(set) = &mut item.what else { return item };
        let half = half_of(set);
        let next = item.end + usize::from(matches!(text.lower(item.end), "at" | "," | "around"));
        let Some(face) = clock::face(text, next).map(|face| face.within(half)) else { return item };
        // "Mondays to Fridays, 9am to 5.30pm": the hours are a stretch of their own.
        if super::clock_range::hours(text, next, true, |_| Beside::Day).is_some() {
            return item;
        }
        let fits = match face.sign {
            Sign::Said => true,
            Sign::Written | Sign::Spoken => next > item.end,
            Sign::Bare => half.is_some() && is(text, item.end, "at") && is_last(text, face.end),
            Sign::Pointed => false,
        };
        if let Some(timex) = hourly(set, &face.timex()).filter(|_| fits) {
            *set = timex;
            item.end = face.end;
        }
        item
    }

    /// The part of the day after a day: "morning", "in the evening", "late night", "PM".
    fn part_after(&self, at: usize) -> Option<(DayPart, usize)> {
        let text = self.text;
        let part = |at: usize| match words::of(text, at) {
            Some(Word::Part(part)) if text.token(at).is_some_and(|token| token.case != Case::Title) => Some(part),
            _ => None,
        };
        if let Some(part) = part(at) {
            return Some((part, at + 1));
        }
        match text.word(at) {
            "AM" | "A.M." => return Some((DayPart::Morning, at + 1)),
            "PM" | "P.M." | "pm" | "p.m." => return Some((DayPart::Afternoon, at + 1)),
            _ => {}
        }
        let comma = usize::from(is(text, at, ","));
        let led = is(text, at + comma, "in") && is(text, at + comma + 1, "the");
        let mut noun = if led { at + comma + 2 } else { at };
        if is(text, at, "at")
            && let Some(Word::Sun(part)) = words::of(text, at + 1)
        {
            return is_last(text, at + 2).then_some((part, at + 2));
        }
        if is(text, at, "at") && is(text, at + 1, "night") {
            return Some((DayPart::Night, at + 2));
        }
        let edge = matches!(text.lower(noun), "early" | "late" | "mid");
        if edge {
            noun += 1 + usize::from(is_dash(text, noun + 1));
        }
        part(noun).filter(|_| (led || edge) && is_last(text, noun + 1)).map(|part| (part, noun + 1))
    }
}

/// A time of day, or hours from one to another.
enum Told {
    Time(Clock),
    Hours(Hours),
}

impl Told {
    fn within(self, half: Option<Half>) -> Self {
        match self {
            Self::Time(Clock { face: Some(face), .. }) => Self::Time(face.within(half).clock()),
            Self::Time(clock) => Self::Time(clock),
            Self::Hours(hours) => Self::Hours(hours.within(half)),
        }
    }

    fn alone(self) -> What {
        match self {
            Self::Time(clock) => What::Time(clock),
            Self::Hours(hours) => What::Hours(hours),
        }
    }

    /// It on a day.
    fn on(self, day: &Day, tokens: (usize, usize)) -> What {
        match self {
            Self::Time(clock) => {
                let timex = joined(&day.timex, &clock.timex);
                What::Date(Day { timex, ..day.clone() })
            }
            Self::Hours(hours) => {
                let begin = day.timex.split_once('T').map_or(day.timex.as_str(), |(day, _)| day);
                let next = day.value.filter(|_| hours.over_midnight());
                let next = next.map(|value| timex::date(anchor::shifted(value.first, 1.days())));
                What::DayHours(Box::new(day.clone()), tokens, hours.timex([begin, next.as_deref().unwrap_or(begin)]))
            }
        }
    }
}

/// The TIMEX3 value of an hour that comes again: `XXXX-WXX-1T16`, `T21` for each day's.
fn hourly(set: &str, time: &str) -> Option<String> {
    let day = set.split_once('T').map_or(set, |(day, _)| day);
    match day {
        "P1D" | "XXXX-XX-XX" => Some(time.to_owned()),
        _ => (day.starts_with("XXXX-") && !day.ends_with("WE")).then(|| format!("{day}{time}")),
    }
}

/// The half of the day that a TIMEX3 value ends in.
fn half_of(timex: &str) -> Option<Half> {
    match timex.split_once('T')?.1 {
        "MO" => Some(Half::Morning),
        "AF" | "EV" => Some(Half::Afternoon),
        "NI" => Some(Half::Night),
        _ => None,
    }
}

/// The TIMEX3 value of a time of day on a day.
pub(super) fn joined(day: &str, time: &str) -> String {
    // "last night at six": the hour is the better word.
    let day = day.split_once('T').map_or(day, |(day, _)| day);
    format!("{day}{time}")
}

/// What may stand between a day and its time.
const LEADS: &[&str] =
    &["at", "around", "by", "from", "about", "before", "after", "between", "@", "until", "till", "for"];

/// Words that may stand before one of these: "just after", "at about".
const LEAD_ADVERBS: &[&str] = &["just", "shortly", "exactly", "approximately", "roughly", "nearly", "soon"];

/// The most words that join a day to its time.
const LEAD_WORDS: u8 = 3;
