//! Days found by another date beside them: "two days after Christmas", "Friday of last week",
//! "the second Tuesday in May", "the week of March 6", "the week after next".

use super::amount::Amount;
use super::anchor::{self, Lean};
use super::away::{moved, to_the_day, unknown};
use super::words::{self, Unit, is, is_dash, is_weekday};
use super::{Day, Item, Reader, What, timex, year};
use crate::facts::date::{DateRange, Precision};
use crate::facts::exact::Exact;
use crate::facts::extract::numeral;
use crate::facts::names::{Certainty, Hedge};
use crate::source::Span;
use crate::text::{Case, Text, TokenKind};
use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

/// A single day as a fact that leans on another.
pub(super) fn weak_day(first: usize, end: usize, date: Date) -> Item {
    let day = Day { value: Some(DateRange::day(date)), timex: timex::date(date), relative: true, ..Day::default() };
    Item { first, end, what: What::Date(day), certainty: Certainty::Weak }
}

/// How a word moves a week, month or year from the one of publication.
fn moves(word: &str) -> Option<i32> {
    match word {
        "this" => Some(0),
        "last" | "previous" => Some(-1),
        "next" | "following" => Some(1),
        _ => None,
    }
}

impl Reader<'_> {
    /// "of next month", "this week": how far the unit is away, and the token after it.
    pub(super) fn moved_unit(&self, at: usize, unit: &str) -> Option<(i32, usize)> {
        let text = self.text;
        let mut at = at + usize::from(is(text, at, "of") || unit == "month" && is(text, at, "in"));
        at += usize::from(is(text, at, "the"));
        // "the month" is this one.
        let (by, noun) = match moves(text.lower(at)) {
            Some(by) => (by, at + 1),
            None if unit == "month" && is(text, at.wrapping_sub(1), "the") => (0, at),
            None => return None,
        };
        let whole = is(text, noun, unit) && text.kind(noun + 1) != TokenKind::Possessive;
        whole.then_some((by, noun + 1))
    }

    /// "Friday of last week", "Monday next week"; `end` follows the weekday.
    pub(super) fn weekday_of_week(&self, first: usize, end: usize, weekday: (Weekday, Span)) -> Option<Item> {
        let (by, end) = self.moved_unit(end, "week")?;
        let date = self.published.map(|published| {
            let monday = anchor::week_of(anchor::shifted(published, by.weeks())).first;
            anchor::shifted(monday, i32::from(weekday.0.to_monday_zero_offset()).days())
        });
        let day = Day {
            value: date.map(DateRange::day),
            timex: date.map_or_else(|| timex::weekday(weekday.0), timex::date),
            weekday: Some(weekday),
            relative: true,
            ..Day::default()
        };
        Some(Item { first, end, what: What::Date(day), certainty: Certainty::Weak })
    }

    /// "this week Friday", "next week on Monday"; `noun` is the week.
    pub(super) fn week_with_weekday(&self, first: usize, noun: usize) -> Option<Item> {
        let text = self.text;
        let day = noun + 1 + usize::from(is(text, noun + 1, "on"));
        let (weekday, _, end) = words::weekday(text, day)?;
        let written = (weekday, text.span(day, day));
        // "this week Friday's paper" is another's.
        let item = self.weekday_of_week(first, first, written).filter(|_| text.kind(end) != TokenKind::Possessive)?;
        Some(Item { end, ..item })
    }

    /// "next week from Wednesday to Friday", "last week, on Monday": a weekday of the week right before it.
    pub(super) fn weekday_after_week(&self, at: usize, end: usize, weekday: (Weekday, Span)) -> Option<Item> {
        let text = self.text;
        let (week, seen) = self.recent.filter(|(week, _)| week.precision == Precision::Week)?;
        let whole = week.first.weekday() == Weekday::Monday && week.last.weekday() == Weekday::Sunday;
        let noun = (seen..at).rev().take(WEEK_REACH).find(|at| is(text, *at, "week"))?;
        let joined = (noun + 1..at).all(|at| matches!(text.lower(at), "," | "on" | "from" | "between"));
        if !whole || !joined || noun + 1 == at {
            return None;
        }
        let date = anchor::shifted(week.first, i32::from(weekday.0.to_monday_zero_offset()).days());
        let day = Day {
            value: Some(DateRange::day(date)),
            timex: timex::date(date),
            weekday: Some(weekday),
            relative: true,
            ..Day::default()
        };
        Some(Item { first: at, end, what: What::Date(day), certainty: Certainty::Weak })
    }

    /// "the Friday before last", "the Friday after next", "Tuesday week": a week beyond the nearest.
    pub(super) fn weekday_beyond(&self, at: usize, end: usize, weekday: (Weekday, Span)) -> Option<Item> {
        let text = self.text;
        let (ahead, end) = match (text.lower(end), text.lower(end + 1)) {
            ("before", "last") => (false, end + 2),
            ("after", "next") => (true, end + 2),
            ("week", _)
                if text.kind(end + 1) == TokenKind::Mark && !is_dash(text, end + 1) && self.is_to_come(at, end) =>
            {
                (true, end + 1)
            }
            _ => return None,
        };
        if text.kind(end) == TokenKind::Word && !AFTER_NEXT.contains(&text.lower(end)) {
            return None;
        }
        let days = |published: Date| {
            let until = i32::from(published.weekday().until(weekday.0));
            if ahead { until + 7 } else { until - 14 }
        };
        let date = self.published.map(|published| anchor::shifted(published, days(published).days()));
        let day = Day {
            value: date.map(DateRange::day),
            timex: date.map_or_else(|| timex::weekday(weekday.0), timex::date),
            weekday: Some(weekday),
            relative: true,
            ..Day::default()
        };
        Some(Item { first: at, end, what: What::Date(day), certainty: Certainty::Weak })
    }

    /// Whether "Tuesday week" can only be the one after the next: nothing tells of what is past.
    fn is_to_come(&self, at: usize, end: usize) -> bool {
        match anchor::lean(self.text, at, end) {
            Lean::Future => true,
            Lean::Unknown => words::before(self.text, at) != "last",
            Lean::Past => false,
        }
    }

    /// "a week today", "a fortnight tomorrow", "a week on Tuesday": weeks beyond a near day.
    pub(super) fn weeks_beyond(&self, amount: &Amount) -> Option<Item> {
        let text = self.text;
        let weeks = match amount.unit {
            Unit::Week => 1,
            Unit::Fortnight => 2,
            _ => return None,
        };
        let on = amount.end + usize::from(is(text, amount.end, "on"));
        let count = amount.count.filter(|count| count.is_whole() && *count <= Exact::whole(10))?;
        let weeks = weeks * i32::try_from(count.floor()).ok()?;
        // "a week last Friday", "a fortnight last Tuesday"
        let last = usize::from(is(text, amount.end, "last") && on == amount.end);
        let day = words::weekday(text, on + last).filter(|(_, full, _)| *full);
        let (near, end) = match (words::of(text, on), day) {
            (Some(words::Word::Near(days @ 0..)), _) if on == amount.end => (Err(days), on + 1),
            (_, Some((weekday, _, end))) if on > amount.end || last > 0 => (Ok(weekday), end),
            _ => return None,
        };
        // "It rained for a week on Tuesday" and "for a week today" last so long.
        let lasts = matches!(words::before(text, amount.first), "for" | "within" | "after" | "in");
        let ahead = anchor::guess(text, amount.first, end) == Lean::Future;
        if lasts || !ahead && on > amount.end {
            return None;
        }
        let by = if last > 0 { -weeks } else { weeks };
        let lean = if last > 0 { Lean::Past } else { Lean::Future };
        let date = self.published.map(|published| match near {
            Err(days) => anchor::shifted(published, i32::from(days).days()),
            // "last Friday" told on a Friday is a week old.
            Ok(weekday) if last > 0 && published.weekday() == weekday => anchor::shifted(published, (-7).days()),
            Ok(weekday) => anchor::weekday(published, weekday, lean),
        });
        let first = amount.first;
        let Some(date) = date else {
            let timex = near.map_or_else(|_| "XXXX-XX-XX".to_owned(), timex::weekday);
            let day = Day { timex, relative: true, ..Day::default() };
            return Some(Item { first, end, what: What::Date(day), certainty: Certainty::Weak });
        };
        Some(weak_day(first, end, anchor::shifted(date, by.weeks())))
    }

    /// "the week 31", "the week 3 of 2027": a week by its number in the calendar.
    pub(super) fn numbered_week(&self, first: usize, noun: usize) -> Option<Item> {
        let text = self.text;
        let number = noun + 1;
        let week: i8 = text.word(number).parse().ok()?;
        let written = year::after(text, number + 1);
        let (year, end) = written.map_or((self.published?.year(), number + 1), |(year, end)| (year, end));
        let monday = jiff::civil::ISOWeekDate::new(year, week, Weekday::Monday).ok()?.date();
        let free = text.kind(end) != TokenKind::Word || AFTER_NEXT.contains(&text.lower(end));
        let day = Day { explicit: written.is_some(), ..moved(monday, Unit::Week, 0) };
        free.then_some(Item { first, end, what: What::Date(day), certainty: Certainty::Weak })
    }

    /// `2017-W20`, `2017W20`.
    pub(super) fn iso_week(&self, at: usize) -> Option<Item> {
        let text = self.text;
        let dash = usize::from(is(text, at + 1, "-") && text.glued(at + 1));
        let letter = at + 1 + dash;
        let number = text.word(letter).strip_prefix('W').filter(|_| text.glued(letter))?;
        // The letter may be a token of its own.
        let (number, end) = if number.is_empty() { (text.word(letter + 1), letter + 2) } else { (number, letter + 1) };
        let week: i8 = number.parse().ok().filter(|_| number.len() == 2)?;
        let year = year::digits(text, at)?;
        let monday = jiff::civil::ISOWeekDate::new(year, week, Weekday::Monday).ok()?.date();
        let day = Day { explicit: true, relative: false, ..moved(monday, Unit::Week, 0) };
        let free = !text.glued(end) || text.kind(end) == TokenKind::Mark && !is_dash(text, end);
        free.then_some(Item { first: at, end, what: What::Date(day), certainty: Certainty::Likely })
    }

    /// "the weekend of May 3", "the weekend of Halloween"; `at` is the day.
    pub(super) fn weekend_of(&mut self, first: usize, at: usize) -> Option<Item> {
        let (date, end) = self.anchor_day(at)?;
        let sunday = anchor::week_of(date).last;
        let value = DateRange { first: anchor::shifted(sunday, (-1).days()), last: sunday, precision: Precision::Week };
        let timex = format!("{}-WE", timex::week(sunday));
        let day = Day { value: Some(value), timex, precision: Precision::Week, relative: true, ..Day::default() };
        Some(Item { first, end, what: What::Date(day), certainty: Certainty::Weak })
    }

    /// The day of a month that falls on a weekday: "Friday the 13th".
    pub(super) fn weekday_with_day(&self, first: usize, end: usize, weekday: Weekday, day: u8) -> Option<Date> {
        let published = self.published?;
        let near = |months: i32| {
            let month = anchor::shifted(published.first_of_month(), months.months());
            let date = Date::new(month.year(), month.month(), day.cast_signed()).ok()?;
            (date.weekday() == weekday).then_some(date)
        };
        let mut all = (-12..=12).filter_map(near);
        match anchor::lean(self.text, first, end) {
            Lean::Past => all.rfind(|date| *date <= published),
            Lean::Future => all.find(|date| *date >= published),
            Lean::Unknown => all.min_by_key(|date| date.duration_since(published).as_hours().unsigned_abs()),
        }
    }

    /// "two Sundays ago", "three Fridays from now".
    pub(super) fn weekdays_away(&self, at: usize) -> Option<Item> {
        let text = self.text;
        let noun = at + 1;
        let Some(words::Word::Weekdays(weekday)) = words::of(text, noun) else { return None };
        let (ahead, end) = match (text.lower(noun + 1), text.lower(noun + 2)) {
            ("ago", _) => (false, noun + 2),
            ("from", "now" | "today") => (true, noun + 3),
            _ => return None,
        };
        let number = numeral::read(text, at).filter(|number| number.end == noun && number.value.is_whole())?;
        let count = i32::try_from(number.value.floor()).ok().filter(|count| (1..=60).contains(count))?;
        let date = self.published.map(|published| {
            let until = i32::from(published.weekday().until(weekday));
            let first = if ahead { if until == 0 { 7 } else { until } } else { until - 7 };
            let weeks = if ahead { count - 1 } else { 1 - count };
            anchor::shifted(published, (first + 7 * weeks).days())
        });
        let day = Day {
            value: date.map(DateRange::day),
            timex: date.map_or_else(|| timex::weekday(weekday), timex::date),
            relative: true,
            ..Day::default()
        };
        Some(Item { first: at, end, what: What::Date(day), certainty: Certainty::Weak })
    }

    /// "the second Tuesday in May", "the last Monday of August 2016"; `nth` counts from the end where
    /// negative, and `noun` follows it.
    pub(super) fn nth_weekday(&self, first: usize, nth: i8, noun: usize) -> Option<Item> {
        let text = self.text;
        let (weekday, true, end) = words::weekday(text, noun)? else { return None };
        if !matches!(text.lower(end), "of" | "in") || !(-1..=5).contains(&nth) {
            return None;
        }
        if let Some(end) = self.of_each_month(end) {
            return Some(Item { first, end, what: What::Set("P1M".to_owned()), certainty: Certainty::Weak });
        }
        if let Some((by, end)) = self.moved_unit(end, "month") {
            let Some(published) = self.published else {
                let day = Day { timex: "XXXX-XX-XX".to_owned(), relative: true, ..Day::default() };
                return Some(Item { first, end, what: What::Date(day), certainty: Certainty::Weak });
            };
            let month = anchor::shifted(published.first_of_month(), by.months());
            return Some(weak_day(first, end, month.nth_weekday_of_month(nth, weekday).ok()?));
        }
        let (month, _, after) = words::month(text, end + 1)?;
        let (written, end) = year::after(text, after).map_or((None, after), |(year, end)| (Some(year), end));
        let guessed = || self.published.map(|day| anchor::year_of_month(day, month, anchor::lean(text, first, end)));
        let Some(year) = written.or_else(guessed) else {
            let day = Day { timex: format!("XXXX-{month:02}-XX"), relative: true, ..Day::default() };
            return Some(Item { first, end, what: What::Date(day), certainty: Certainty::Weak });
        };
        let date = Date::new(year, month.cast_signed(), 1).ok()?.nth_weekday_of_month(nth, weekday).ok()?;
        let day = Day {
            value: Some(DateRange::day(date)),
            timex: timex::date(date),
            explicit: written.is_some(),
            relative: written.is_none(),
            ..Day::default()
        };
        Some(Item { first, end, what: What::Date(day), certainty: Certainty::Likely })
    }

    /// "the first week of May", "the third week of 2015"; `nth` is 0 for the last, and `noun` is the week.
    pub(super) fn nth_week(&mut self, first: usize, nth: u8, noun: usize) -> Option<Item> {
        let text = self.text;
        if !is(text, noun, "week") || !matches!(text.lower(noun + 1), "of" | "in") || nth > 5 {
            return None;
        }
        let outer = self.read(noun + 2, 1)?;
        let What::Date(Day { value, explicit, relative, timex, .. }) = outer.what else { return None };
        let Some(whole) = value else {
            // Without the day of publication the month has no year.
            let month = timex.strip_prefix("XXXX-").filter(|month| month.len() == 2)?;
            let timex = format!("XXXX-{month}-W{:02}", if nth == 0 { 5 } else { nth });
            let day = Day { timex, precision: Precision::Week, relative: true, ..Day::default() };
            return Some(Item { first, end: outer.end, what: What::Date(day), certainty: Certainty::Weak });
        };
        let (year, month) = (whole.first.year(), whole.first.month());
        let (value, timex) = match whole.precision {
            Precision::Year if whole.last.year() == year => {
                let day =
                    if nth == 0 { whole.last } else { anchor::shifted(whole.first, (i32::from(nth - 1)).weeks()) };
                // The first and the last days of a year can lie in a week of another.
                let week = anchor::week_of(if nth == 0 { anchor::shifted(day, (-3).days()) } else { day });
                (week, format!("{year:04}-W{:02}", if nth == 0 { 52 } else { nth }))
            }
            Precision::Month => {
                // A week of a month is the calendar's to some and counted in sevens by others.
                let (from, to) = match i32::from(nth) {
                    0 => (anchor::shifted(whole.last, (-9).days()), whole.last),
                    nth => {
                        let from = anchor::shifted(whole.first, (nth * 7 - 13).max(0).days());
                        (from, anchor::shifted(whole.first, (nth * 7 + 5).days()).min(whole.last))
                    }
                };
                let number = if nth == 0 { 5 } else { nth };
                let value = DateRange { first: from, last: to, precision: Precision::Week };
                (value, format!("{year:04}-{month:02}-W{number:02}"))
            }
            _ => return None,
        };
        let day = Day { value: Some(value), timex, precision: Precision::Week, explicit, relative, ..Day::default() };
        Some(Item { first, end: outer.end, what: What::Date(day), certainty: Certainty::Weak })
    }

    /// A single day that begins here, as what another is reckoned from.
    fn anchor_day(&mut self, at: usize) -> Option<(Date, usize)> {
        if is(self.text, at, "now") {
            return Some((self.published?, at + 1));
        }
        let item = self.read(at, 2)?;
        let What::Date(day) = item.what else { return None };
        day.value.filter(|value| value.precision == Precision::Day)?;
        // The likelier reading of `5/4/2014`; a time of day is no day.
        let date = day.timex.parse().ok().filter(|_| !day.timex.contains('T'))?;
        Some((date, item.end))
    }

    /// What is reckoned from the day at the token, where that has no value since the day of publication is not known.
    fn adrift(&mut self, first: usize, at: usize, unit: Unit) -> Option<Item> {
        if self.published.is_some() {
            return None;
        }
        let item = self.read(at, 2)?;
        let What::Date(Day { value: None, precision: Precision::Day, .. }) = item.what else { return None };
        let day = unknown(unit, 0);
        Some(Item { first, end: item.end, what: What::Date(day), certainty: Certainty::Weak })
    }

    /// "two days after Christmas", "three weeks before Nov. 8", "10 days from today".
    pub(super) fn away_from_day(&mut self, amount: &Amount) -> Option<Item> {
        let text = self.text;
        let (first, at) = (amount.first, amount.end);
        // "the two weeks before Christmas" and "for two days after it" last so long.
        if amount.hedge != Hedge::Exactly || STRETCHES.contains(&words::before(text, first)) {
            return None;
        }
        let sign = match text.lower(at) {
            "after" => 1,
            "before" => -1,
            "from" if is_weekday(text.lower(at + 1)) || FROM_DAYS.contains(&text.lower(at + 1)) => 1,
            // "closed for five days from 3 May" lasts so long.
            "from" if is_numeric(text, at + 1) && !matches!(words::before(text, first), "and" | "or") => 1,
            _ => return None,
        };
        let now = is(text, at + 1, "now") && sign > 0;
        if now && amount.unit < Unit::Day {
            let what = What::Date(super::reference::reference("FUTURE_REF"));
            return Some(Item { first, end: at + 2, what, certainty: Certainty::Weak });
        }
        let count = amount.count.filter(|count| count.is_whole() && *count <= Exact::whole(1000))?;
        let by = sign * i32::try_from(count.floor()).ok()?;
        let span = match amount.unit {
            Unit::Day => by.days(),
            Unit::Week => by.weeks(),
            Unit::Fortnight => (by * 2).weeks(),
            Unit::Month => by.months(),
            Unit::Year => by.years(),
            Unit::Second | Unit::Minute | Unit::Hour | Unit::Quarter | Unit::Decade | Unit::Century => return None,
        };
        // Years from now are no matter of days.
        if now && amount.unit > Unit::Day {
            let now = self.published?;
            let what = What::Date(to_the_day(now, amount.unit, by, moved(now, amount.unit, by)));
            return Some(Item { first, end: at + 2, what, certainty: Certainty::Weak });
        }
        let Some((date, end)) = self.anchor_day(at + 1) else { return self.adrift(first, at + 1, Unit::Day) };
        Some(weak_day(first, end, anchor::shifted(date, span)))
    }

    /// "will open in three weeks": a time that lies so far ahead, not one that takes so long.
    pub(super) fn ahead(&self, amount: &Amount) -> Option<Item> {
        let text = self.text;
        let (first, end) = (amount.first, amount.end);
        if amount.hedge != Hedge::Exactly || !is(text, first.wrapping_sub(1), "in") || amount.unit < Unit::Day {
            return None;
        }
        let count = amount.count.filter(|count| count.is_whole() && *count <= Exact::whole(100))?;
        let by = i32::try_from(count.floor()).ok()?;
        let away = |end| {
            let known = |now| to_the_day(now, amount.unit, by, moved(now, amount.unit, by));
            let what = What::Date(self.published.map_or_else(|| unknown(amount.unit, by), known));
            Some(Item { first, end, what, certainty: Certainty::Weak })
        };
        // "in two years' time" takes no time.
        if text.kind(end) == TokenKind::Possessive && is(text, end + 1, "time") {
            return away(end + 2);
        }
        let start = text.tokens.get(first).map_or(0, |token| token.span.start);
        let sentence = text.sentences.get(text.sentence_at(start))?.tokens.start;
        let before = sentence.max(first.saturating_sub(8))..first;
        let says = before.rev().find_map(|at| {
            let word = text.lower(at);
            // "the biggest rise in ten years" looks back.
            let superlative = word.len() > 4 && word.ends_with("est");
            let known = AHEAD_VERBS.iter().find(|(known, _)| *known == word).map(|(_, when)| *when);
            if superlative { Some(false) } else { known }
        })?;
        let closes = text.kind(end) == TokenKind::Mark && !is_dash(text, end) || text.token(end).is_none();
        // Without a day of publication it is no more than a length.
        if says && closes && self.published.is_some() { away(end) } else { None }
    }

    /// "the day before yesterday", "the week after next", "the week of March 6"; `noun` is the unit.
    pub(super) fn unit_beside(&mut self, first: usize, noun: usize, unit: Unit) -> Option<Item> {
        let text = self.text;
        if text.token(noun).is_some_and(|token| token.case != Case::Lower) {
            return None;
        }
        let next = noun + 1;
        let sign = match text.lower(next) {
            "before" => -1,
            "prior" | "previous" if unit != Unit::Day => -1,
            "after" => 1,
            "of" | "beginning" | "starting" | "commencing" if unit == Unit::Week => {
                let Some((date, end)) = self.anchor_day(next + 1) else { return self.adrift(first, next + 1, unit) };
                return Some(Item { first, end, what: What::Date(moved(date, unit, 0)), certainty: Certainty::Weak });
            }
            "to" | "ended" | "ending" if unit == Unit::Week => return self.week_until(first, next + 1),
            _ => return None,
        };
        let twice = matches!((text.lower(next + 1), sign), ("last", -1) | ("next", 1));
        let noun_follows = text.kind(next + 2) == TokenKind::Word && !AFTER_NEXT.contains(&text.lower(next + 2));
        if twice && !noun_follows && !is_dash(text, next + 2) {
            let day = self.published.map_or_else(|| unknown(unit, 2 * sign), |day| moved(day, unit, 2 * sign));
            let what = What::Date(day);
            return Some(Item { first, end: next + 2, what, certainty: Certainty::Weak });
        }
        // "He had left the day before.", "against $3 million the year before"
        let opens = is_dash(text, next + 1) || matches!(text.word(next + 1), "(" | "[" | "“" | "‘");
        let closes = text.kind(next + 1) == TokenKind::Mark && !opens || next + 1 >= text.tokens.len();
        if closes && matches!(unit, Unit::Day | Unit::Week | Unit::Month | Unit::Year) {
            let base = self.recent_time(unit).filter(|_| self.speaks_of_time(unit));
            let day = base.map_or_else(|| unknown(unit, sign), |base| moved(base, unit, sign));
            return Some(Item { first, end: next + 1, what: What::Date(day), certainty: Certainty::Weak });
        }
        if unit != Unit::Day {
            return None;
        }
        let Some((date, end)) = self.anchor_day(next + 1) else { return self.adrift(first, next + 1, unit) };
        Some(weak_day(first, end, anchor::shifted(date, sign.days())))
    }

    /// "the week to 9 November", "the week ended Nov. 15": the seven days that end on the day at the token.
    fn week_until(&mut self, first: usize, at: usize) -> Option<Item> {
        let at = at + usize::from(is(self.text, at, "on"));
        // "the week to Friday" is this one.
        let named = words::weekday(self.text, at).is_none();
        if !named {
            return None;
        }
        let Some((date, end)) = self.anchor_day(at) else { return self.adrift(first, at, Unit::Week) };
        let range = DateRange { first: anchor::shifted(date, (-6).days()), last: date, precision: Precision::Week };
        let day = Day { value: Some(range), ..moved(date, Unit::Week, 0) };
        Some(Item { first, end, what: What::Date(day), certainty: Certainty::Weak })
    }

    /// "end the day", "for the day,", "later in the day": the day that the text speaks of.
    pub(super) fn the_day(&self, first: usize, noun: usize) -> Option<Item> {
        let text = self.text;
        let end = noun + 1;
        let before = words::before(text, first);
        let two_before = first.checked_sub(1).map_or("", |at| words::before(text, at));
        let led = match before {
            "for" => text.kind(end) == TokenKind::Mark && !is_dash(text, end),
            "in" => matches!(two_before, "later" | "earlier" | "late" | "early"),
            // "at the end of the day" is a saying.
            "of" if two_before == "end" => first < 4 || words::before(text, first - 3) != "at",
            "of" => matches!(two_before, "start" | "close" | "beginning" | "rest" | "remainder"),
            before => DAY_ENDS.contains(&before),
        };
        let follows =
            text.kind(end) == TokenKind::Word && matches!(text.lower(end), "that" | "when" | "before" | "after");
        if !led || follows || text.kind(end) == TokenKind::Possessive {
            return None;
        }
        // A day still to come is not the one that ended.
        let day = self.recent_day().filter(|day| self.published.is_none_or(|published| *day <= published));
        Some(weak_day(first, end, day.or(self.published)?))
    }
}

/// How far before its weekday "week" may stand: "next week, on Wednesday".
const WEEK_REACH: usize = 3;

/// What stands before a length that is no distance.
const STRETCHES: &[&str] =
    &["the", "for", "in", "within", "over", "during", "those", "these", "of", "first", "last", "next", "past", "every"];

/// The nearest of these before "in three weeks", and whether it says when a thing is to happen.
const AHEAD_VERBS: &[(&str, bool)] = &[
    ("will", true),
    ("shall", true),
    ("'ll", true),
    ("i'll", true),
    ("we'll", true),
    ("he'll", true),
    ("she'll", true),
    ("they'll", true),
    ("it'll", true),
    ("opens", true),
    ("begins", true),
    ("starts", true),
    ("expires", true),
    ("due", true),
    ("could", false),
    ("can", false),
    ("may", false),
    ("might", false),
    ("time", false),
    ("first", false),
    ("second", false),
    ("third", false),
    ("only", false),
    ("most", false),
];

/// Whether a date in digits with its year stands here: `01/02/2018`.
fn is_numeric(text: &Text<'_>, at: usize) -> bool {
    let mark = |at: usize| matches!(text.word(at), "/" | "-") && text.glued(at) && text.glued(at + 1);
    text.kind(at) == TokenKind::Number && mark(at + 1) && mark(at + 3)
}

/// The days that a distance is reckoned "from": "10 days from today".
const FROM_DAYS: &[&str] = &["now", "today", "tomorrow", "yesterday"];

/// What may follow "the week after next".
const AFTER_NEXT: &[&str] = &[
    "and", "or", "but", "to", "in", "on", "at", "with", "for", "when", "as", "is", "was", "he", "she", "they", "it",
    "we", "i", "there", "that", "the", "a", "after", "before", "because", "by",
];

/// Verbs that end "the day", as markets do.
const DAY_ENDS: &[&str] = &[
    "end",
    "ended",
    "ends",
    "ending",
    "finish",
    "finished",
    "finishes",
    "finishing",
    "close",
    "closed",
    "closing",
    "start",
    "started",
    "begin",
    "began",
    "begun",
];
