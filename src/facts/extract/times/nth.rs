//! Days and months by their number in a longer time: "the last day of October", "the third month of 2021".

use super::anchor;
use super::day_of_month::day_of_month;
use super::words::{self, Unit, Word, is, is_dash};
use super::{Day, Item, Reader, What, timex};
use crate::facts::date::{DateRange, Precision};
use crate::facts::names::Certainty;
use crate::text::{Case, TokenKind};
use jiff::ToSpan;
use jiff::civil::Date;

/// The time that a day or month is a part of.
struct Whole {
    range: DateRange,
    explicit: bool,
    end: usize,
}

impl Reader<'_> {
    /// "last day of May", "final month of 2019": the last of its time.
    pub(super) fn last_part(&mut self, first: usize) -> Option<Item> {
        let nth = if matches!(self.text.lower(first), "last" | "final") { 0 } else { return None };
        self.part_of_whole(first, nth, first + 1)
    }

    /// "first day of 2021", "twenty-sixth day of the month", "9th month of next year".
    pub(super) fn nth_part(&mut self, first: usize) -> Option<Item> {
        let (nth, _, noun) = day_of_month(self.text, first)?;
        let ordinal = self.text.kind(first) == TokenKind::Word || noun > first + 1;
        // "the 15th of every month"
        let day = noun + usize::from(is(self.text, noun, "day"));
        if ordinal && let Some(end) = self.of_each_month(day) {
            let what = What::Set(timex::day(None, None, nth));
            return Some(Item { first, end, what, certainty: Certainty::Weak });
        }
        if ordinal { self.part_of_whole(first, nth, noun) } else { None }
    }

    /// The day or month of that number, 0 for the last; `noun` is its unit.
    fn part_of_whole(&mut self, first: usize, nth: u8, noun: usize) -> Option<Item> {
        let text = self.text;
        let Some(Word::Unit(unit @ (Unit::Day | Unit::Month), false)) = words::of(text, noun) else { return None };
        let lower = text.token(noun).is_some_and(|token| token.case == Case::Lower);
        if !lower || !matches!(text.lower(noun + 1), "of" | "in") {
            return None;
        }
        let whole = self.whole(noun + 2)?;
        let day = match unit {
            Unit::Month => month_of(whole.range, nth)?,
            _ => day_of(whole.range, nth)?,
        };
        let day = Day { explicit: whole.explicit, relative: !whole.explicit, ..day };
        Some(Item { first, end: whole.end, what: What::Date(day), certainty: Certainty::Weak })
    }

    /// The week, month or year that begins at a token.
    fn whole(&mut self, at: usize) -> Option<Whole> {
        let item = self.read(at, 1)?;
        let What::Date(Day { value: Some(range), explicit, timex, .. }) = item.what else { return None };
        // A feast of a month, a weekend or a fiscal year is counted otherwise.
        let plain = timex.len() <= "2017-W20".len() && range.first.year() == range.last.year();
        let joined = is_dash(self.text, item.end) && self.text.glued(item.end);
        (plain && !joined && self.text.kind(item.end) != TokenKind::Possessive).then_some(Whole {
            range,
            explicit,
            end: item.end,
        })
    }

    /// "of each month", "of every month": the token after it.
    pub(super) fn of_each_month(&self, at: usize) -> Option<usize> {
        let text = self.text;
        let each = is(text, at, "of") && matches!(text.lower(at + 1), "each" | "every");
        (each && is(text, at + 2, "month")).then_some(at + 3)
    }
}

/// The n-th day of a week, month or year; the last where 0.
fn day_of(whole: DateRange, nth: u8) -> Option<Day> {
    if !matches!(whole.precision, Precision::Week | Precision::Month | Precision::Year) {
        return None;
    }
    let date = match nth.checked_sub(1) {
        Some(after) => anchor::shifted(whole.first, i32::from(after).days()),
        None => whole.last,
    };
    let day = Day { value: Some(DateRange::day(date)), timex: timex::date(date), ..Day::default() };
    (date <= whole.last).then_some(day)
}

/// The n-th month of a year; the last where 0.
fn month_of(whole: DateRange, nth: u8) -> Option<Day> {
    let month = if nth == 0 { 12 } else { nth };
    let year = whole.first.year();
    let begins = whole.precision == Precision::Year && Date::new(year, 1, 1).is_ok_and(|first| first == whole.first);
    let value = DateRange::month(year, month.cast_signed()).filter(|_| begins)?;
    let timex = timex::month(Some(year), month);
    Some(Day { value: Some(value), timex, precision: Precision::Month, ..Day::default() })
}
