//! Days and months of the calendar: "Monday, 7th October 2014", "31/10/2014", "in May".

use super::anchor::{self, Lean};
use super::day_of_month::{day_first, day_of_month, is_amount, is_night};
use super::weekday::weekday_in_brackets;
use super::words::{self, Doubt, is, is_dash, is_glued};
use super::{Bad, Day, Item, Reader, What, listed, spoken, timex, year};
use crate::facts::date::{DateRange, Precision, Weekday};
use crate::facts::names::Certainty;
use crate::source::Span;
use crate::text::{Case, TokenKind};
use jiff::civil::Date;

/// A day of the month as written.
type DayOfMonth = (u8, Span);

/// The parts of a written date.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Parts {
    pub(super) weekday: Option<(Weekday, Span)>,
    pub(super) day: Option<DayOfMonth>,
    /// The second day of "13-15 July" with its first token.
    pub(super) until: Option<(DayOfMonth, usize)>,
    pub(super) month: Option<u8>,
    pub(super) year: Option<i16>,
    /// The year was reckoned from "last year" and the like.
    pub(super) reckoned: bool,
    pub(super) end: usize,
}

impl Reader<'_> {
    /// A date that begins with a month.
    pub(super) fn month_date(&mut self, at: usize) -> Option<Item> {
        let parts = self.body(at)?;
        self.made(at, parts)
    }

    /// A date that begins with a day of the month, in digits or words.
    pub(super) fn day_date(&mut self, at: usize) -> Option<Item> {
        let parts = self.body(at)?;
        self.made(at, parts)
    }

    /// "May 14, 2015", "May 2015", "14th of May, 2015", "May"; not numbers alone.
    pub(super) fn body(&self, at: usize) -> Option<Parts> {
        let text = self.text;
        let mut parts = match words::month(text, at) {
            Some((month, doubt, after)) => self.month_first(at, month, doubt, after)?,
            None => day_first(text, at)?,
        };
        self.year_of(&mut parts);
        if parts.year.is_none() {
            let listed = parts.day.and_then(|(day, _)| listed::year_behind(text, parts.end, day));
            parts.year = listed.or_else(|| self.shared_year(at, parts));
        }
        if let Some((weekday, span, end)) = weekday_in_brackets(text, parts.end) {
            parts.weekday = Some((weekday, span));
            parts.end = end;
        }
        Some(parts)
    }

    pub(super) fn month_first(&self, at: usize, month: u8, doubt: Doubt, after: usize) -> Option<Parts> {
        let text = self.text;
        let mut body = after;
        if is_dash(text, body) && text.glued(body) && text.glued(body + 1) || is_glued(text, body, "/") {
            body += 1;
        }
        if is(text, body, "the") {
            body += 1;
        }
        let base = Parts { month: Some(month), end: after, ..Parts::default() };
        // "Long March-5" is a rocket.
        let rocket = body > after && words::before(text, at) == "long";
        if let Some((day, span, end)) = day_of_month(text, body)
            && !is_amount(text, end, at)
            && !rocket
        {
            let mut parts = Parts { day: Some((day, span)), end, ..base };
            // "July 13-15", "July 13 to 15"
            let joined = is_dash(text, end)
                || is_night(text, day, end)
                || matches!(text.lower(end), "to" | "through" | "thru" | "and" | "until" | "till");
            if joined
                && let Some((second, span, end)) = day_of_month(text, end + 1 + usize::from(is(text, end + 1, "the")))
                && second > day
                && !is_amount(text, end, at)
                && words::month(text, end).is_none()
                && !is(text, end, ":")
            {
                parts.until = Some(((second, span), parts.end + 1));
                parts.end = end;
            }
            return Some(parts);
        }
        if let Some((day, span, end)) = spoken::day(text, at, after) {
            return Some(Parts { day: Some((day, span)), end, ..base });
        }
        // "Nov-Feb 2017"
        let ranged = is_dash(text, after) && text.glued(after) && words::month(text, after + 1).is_some();
        let dated = ranged || year::after(text, after).is_some() || self.year_moved(after).is_some();
        (dated || self.is_month_alone(at, after, doubt)).then_some(base)
    }

    /// Whether a month's word without a day or year is the month.
    fn is_month_alone(&self, at: usize, after: usize, doubt: Doubt) -> bool {
        let text = self.text;
        let before = words::before(text, at);
        let short = after > at + 1 || text.word(at).len() <= 3 && doubt != Doubt::Verb;
        let capital = text.token(at).is_some_and(|token| token.case != Case::Lower);
        let led = MONTH_LEADS.contains(&before);
        let name = self.is_personal(at, after);
        match doubt {
            Doubt::None => !short || led,
            Doubt::Name | Doubt::Verb if !capital => doubt == Doubt::Name && led && !short,
            Doubt::Name | Doubt::Verb => {
                let hyphen = is_dash(text, at.wrapping_sub(1)) && words::before(text, at.wrapping_sub(1)) == "mid";
                (led && !name) || hyphen
            }
        }
    }

    /// "April Jones", "by Theresa May": the month's word is a name.
    fn is_personal(&self, at: usize, after: usize) -> bool {
        let text = self.text;
        let before = words::before(text, at);
        let named_after = text
            .token(after)
            .is_some_and(|token| token.kind == TokenKind::Word && token.case != Case::Lower && !text.glued(after))
            && !matches!(before, "in" | "since" | "last" | "next" | "until" | "during" | "a" | "an");
        let leads_people = matches!(before, "by" | "from" | "to" | "and" | "or");
        let spoken = matches!(text.lower(after), "said" | "says" | "told" | "has" | "was" | "is" | "who");
        named_after || leads_people && spoken
    }

    /// The year after a date, in digits or as "last year".
    pub(super) fn year_of(&self, parts: &mut Parts) {
        let text = self.text;
        if let Some((year, end)) = year::after(text, parts.end) {
            parts.year = Some(year);
            parts.end = end;
            return;
        }
        let mut at = parts.end;
        // "Wed Oct 26 15:50:06 2016": the time of day stands before the year.
        let clock = (at..at + 5).all(|at| text.kind(at) == TokenKind::Number || is(text, at, ":"));
        if let Some(year) =
            year::digits(text, at + 5).filter(|_| clock && is(text, at + 1, ":") && is(text, at + 3, ":"))
        {
            parts.year = Some(year);
            return;
        }
        if is(text, at, "of") {
            at += 1;
        }
        if let Some((year, end)) = self.year_spoken_of(at, parts.month) {
            *parts = Parts { year: Some(year), reckoned: true, end, ..*parts };
            return;
        }
        let shift = match text.lower(at) {
            "this" => 0,
            "last" => -1,
            "next" => 1,
            _ => return,
        };
        if text.lower(at + 1) == "year" {
            parts.year = self.published.map(|day| day.year() + shift);
            parts.reckoned = true;
            parts.end = at + 2;
        }
    }

    /// The facts of a written date.
    pub(super) fn made(&mut self, first: usize, parts: Parts) -> Option<Item> {
        let Some((day, span)) = parts.day else { return self.made_month(first, parts) };
        let one = |reader: &Self, (day, span): DayOfMonth, weekday| reader.day(first, parts, day, span, weekday);
        let Some(((second, second_span), start)) = parts.until else {
            return self.day_or_bad(first, parts, day, span);
        };
        let begin = one(self, (day, span), parts.weekday)?;
        let finish = one(self, (second, second_span), None)?;
        let certainty = if parts.year.is_some() { Certainty::Sure } else { Certainty::Likely };
        let split = (start - 1, start);
        Some(Item { first, end: parts.end, what: What::Days(Box::new([begin, finish]), split), certainty })
    }

    pub(super) fn day_or_bad(&mut self, first: usize, parts: Parts, day: u8, span: Span) -> Option<Item> {
        let end = parts.end;
        if let (Some(month), year) = (parts.month, parts.year)
            && day > days_in(month, year)
        {
            let year = year.filter(|_| !parts.reckoned).map(i32::from);
            let days = days_in(month, parts.year);
            let certainty = if parts.year.is_some() || month != 2 { Certainty::Sure } else { Certainty::Likely };
            return Some(Item { first, end, what: What::Bad(Bad { year, month, day, days }), certainty });
        }
        let made = self.day(first, parts, day, span, parts.weekday)?;
        let certainty = if made.explicit { Certainty::Sure } else { Certainty::Likely };
        Some(Item { first, end, what: What::Date(made), certainty })
    }

    /// A day with what is known of its month and year.
    fn day(&self, first: usize, parts: Parts, day: u8, span: Span, weekday: Option<(Weekday, Span)>) -> Option<Day> {
        let explicit = parts.year.is_some() && !parts.reckoned;
        let value = match (parts.month, parts.year) {
            (Some(month), Some(year)) => Some(Date::new(year, month.cast_signed(), day.cast_signed()).ok()?),
            (Some(month), None) => self.named_day(month, day, parts.end).or_else(|| {
                let lean = match weekday {
                    Some(_) => self.way(first, parts.end, month, day),
                    None => anchor::guess(self.text, first, parts.end),
                };
                let published = self.published?;
                let over = lean == Lean::Past && weekday.is_none() && anchor::is_over(self.text, first);
                let last = if over { anchor::last_of_year(published, month, day) } else { None };
                last.or_else(|| anchor::day_of_year(published, month, day, lean))
            }),
            (None, _) => weekday.and_then(|(weekday, _)| self.weekday_with_day(first, parts.end, weekday, day)),
        };
        let timex = value.map_or_else(|| timex::day(None, parts.month, day), timex::date);
        Some(Day {
            value: value.map(DateRange::day),
            timex,
            weekday,
            number: Some((day, span)),
            explicit,
            relative: parts.reckoned,
            ..Day::default()
        })
    }

    /// The day of a "Sept. 11 attack", where it is known by that name and not after publication.
    fn named_day(&self, month: u8, day: u8, end: usize) -> Option<Date> {
        let named = NAMED_DAYS.iter().find(|named| (named.1, named.2) == (month, day))?;
        let near = (end..end + 3).any(|at| NAMED_FOR.contains(&self.text.lower(at)));
        let date = Date::new(named.0, month.cast_signed(), day.cast_signed()).ok()?;
        let past = self.published.is_none_or(|published| date <= published);
        (near && past).then_some(date)
    }

    fn made_month(&self, first: usize, parts: Parts) -> Option<Item> {
        let month = parts.month?;
        let year = parts.year.or_else(|| {
            let text = self.text;
            let end = parts.end + usize::from(text.kind(parts.end) == TokenKind::Possessive);
            let noun = end + usize::from(matches!(text.lower(end), "general" | "presidential" | "special"));
            // "a vote in April"
            let of = first.checked_sub(2).filter(|of| text.lower(of + 1) == "in");
            let behind = of.is_some_and(|of| anchor::ROUNDS.contains(&text.lower(of)));
            let rounds = anchor::ROUNDS.contains(&text.lower(noun))
                || behind && anchor::guess(text, first, parts.end) == Lean::Past;
            let lean = if rounds { Lean::Unknown } else { anchor::guess(self.text, first, parts.end) };
            self.published.map(|published| anchor::year_of_month(published, month, lean))
        });
        let explicit = parts.year.is_some() && !parts.reckoned;
        let day = Day {
            value: year.and_then(|year| DateRange::month(year, month.cast_signed())),
            timex: timex::month(year, month),
            precision: Precision::Month,
            explicit,
            relative: parts.reckoned,
            ..Day::default()
        };
        let certainty = if explicit { Certainty::Sure } else { Certainty::Likely };
        Some(Item { first, end: parts.end, what: What::Date(day), certainty })
    }
}

/// Days that news names without their year, by what happened on them.
const NAMED_DAYS: &[(i16, u8, u8)] = &[(2001, 9, 11), (2005, 7, 7), (2015, 11, 13), (2021, 1, 6), (2023, 10, 7)];

/// What happened on a day that is named so.
const NAMED_FOR: &[&str] = &[
    "attack",
    "attacks",
    "bombing",
    "bombings",
    "hijacking",
    "hijackings",
    "hijackers",
    "riot",
    "riots",
    "rioter",
    "rioters",
    "terror",
    "terrorist",
    "terrorism",
    "massacre",
    "siege",
    "uprising",
    "insurrection",
    "committee",
];

/// Words before a month that make it one.
const MONTH_LEADS: &[&str] = &[
    "in",
    "since",
    "until",
    "till",
    "by",
    "from",
    "through",
    "throughout",
    "during",
    "before",
    "after",
    "of",
    "last",
    "next",
    "this",
    "early",
    "late",
    "mid",
    "between",
    "every",
    "each",
    "around",
    "for",
    "to",
    "and",
    "or",
    "previous",
    "following",
    "coming",
    "past",
    "the",
    "a",
    "an",
    "its",
    "his",
    "her",
    "their",
    "our",
    "whose",
    "on",
    "as",
];

/// The days of a month; of February without a year, the most it can have.
pub(super) fn days_in(month: u8, year: Option<i16>) -> u8 {
    Date::new(year.unwrap_or(2000), month.cast_signed(), 1).map_or(31, |first| first.days_in_month().unsigned_abs())
}
