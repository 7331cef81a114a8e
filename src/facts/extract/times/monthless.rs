//! Days of a month that is not named: "the 20th of next month", "on the 14th", "between the 3rd and the 9th".

use super::anchor::{self, Lean};
use super::anchored::weak_day;
use super::day_of_month::day_of_month;
use super::words::{self, Word, is, is_dash};
use super::{Day, Item, Reader, What, timex};
use crate::facts::date::DateRange;
use crate::facts::names::Certainty;
use crate::source::Span;
use crate::text::{Text, TokenKind};
use jiff::ToSpan;
use jiff::civil::Date;

impl Reader<'_> {
    /// "the 20th of next month", "the 21st this month".
    pub(super) fn day_of_that_month(&self, at: usize) -> Option<Item> {
        let text = self.text;
        let (day, span, mut end) = day_of_month(text, at)?;
        let ordinal = text.kind(at) == TokenKind::Word || end > at + 1;
        if let Some(item) = self.days_of_that_month(at, (day, span, end), ordinal) {
            return Some(item);
        }
        end += usize::from(is(text, end, "day"));
        let (by, end) = self.moved_unit(end, "month").filter(|_| ordinal)?;
        let month = anchor::shifted(self.published?.first_of_month(), by.months());
        let date = Date::new(month.year(), month.month(), day.cast_signed()).ok()?;
        Some(weak_day(at, end, date))
    }

    /// "the 4th to the 23rd of next month", "4 to 23 of this month", and not "rose from 4 to 23 this month".
    fn days_of_that_month(&self, at: usize, day: (u8, Span, usize), ordinal: bool) -> Option<Item> {
        let text = self.text;
        let (first, span, until) = day;
        let joined = is_dash(text, until) || matches!(text.lower(until), "to" | "until" | "till" | "through" | "and");
        let second = until + 1 + usize::from(is(text, until + 1, "the"));
        if !joined {
            return None;
        }
        let (last, last_span, end) = day_of_month(text, second).filter(|(last, ..)| *last > first)?;
        let (by, after) = self.moved_unit(end, "month")?;
        if !(ordinal || matches!(text.lower(end), "of" | "in")) {
            return None;
        }
        let month = anchor::shifted(self.published?.first_of_month(), by.months());
        let made = |(day, span): (u8, Span)| {
            let date = Date::new(month.year(), month.month(), day.cast_signed()).ok()?;
            let value = Some(DateRange::day(date));
            Some(Day { value, timex: timex::date(date), number: Some((day, span)), relative: true, ..Day::default() })
        };
        let days = Box::new([made((first, span))?, made((last, last_span))?]);
        let what = What::Days(days, (until, until + 1));
        Some(Item { first: at, end: after, what, certainty: Certainty::Weak })
    }

    /// "on the 14th": a day of the month that the sentence speaks of.
    pub(super) fn day_alone(&self, at: usize) -> Option<Item> {
        let text = self.text;
        let the = at.checked_sub(1)?;
        let (day, span, end) = day_of_month(text, at)?;
        let suffixed = is_suffixed(text, at, end);
        if suffixed && let Some(second) = self.second_day(the, end) {
            return self.days_alone(at, (day, span, end), second);
        }
        let of_week = is(text, the.wrapping_sub(1), "of") && is(text, the.wrapping_sub(2), "week");
        let led = of_week
            || matches!(
                words::before(text, the),
                "on" | "by" | "until" | "till" | "before" | "since" | "for" | "from" | "around"
            );
        // "on the first and third Tuesdays"
        let listed = matches!(text.lower(end), "and" | "or" | "," | "to")
            && matches!(words::of(text, end + 1), Some(Word::Ordinal(_)))
            && !is_suffixed(text, end + 1, end + 2);
        let counted = matches!(words::of(text, end + 2), Some(Word::Weekdays(_) | Word::Weekday(..)));
        if !(suffixed && led && is_free(text, end)) || listed && counted || counted && text.lower(end) == "and" {
            return None;
        }
        let what = What::Date(self.day_of_month_near((day, span), the, end));
        Some(Item { first: at, end, what, certainty: Certainty::Weak })
    }

    /// The second of "between the 21st and 23rd"; the token after the first is `until`.
    fn second_day(&self, the: usize, until: usize) -> Option<(u8, Span, usize)> {
        let text = self.text;
        let joined = match words::before(text, the) {
            "between" => is(text, until, "and"),
            "from" => matches!(text.lower(until), "to" | "until" | "till" | "through"),
            _ => false,
        };
        let second = until + 1 + usize::from(is(text, until + 1, "the"));
        day_of_month(text, second).filter(|&(.., end)| joined && is_suffixed(text, second, end))
    }

    /// "between the 21st and 23rd", "from the 3rd to the 9th": two days of one month, which is not named.
    fn days_alone(&self, at: usize, first: (u8, Span, usize), second: (u8, Span, usize)) -> Option<Item> {
        let the = at.checked_sub(1)?;
        let ((day, span, until), (later, later_span, end)) = (first, second);
        if later <= day || !is_free(self.text, end) {
            return None;
        }
        let begin = self.day_of_month_near((day, span), the, end);
        let mut finish = Day { number: Some((later, later_span)), ..begin.clone() };
        let date =
            begin.value.and_then(|value| Date::new(value.first.year(), value.first.month(), later.cast_signed()).ok());
        finish.value = date.map(DateRange::day);
        finish.timex = date.map_or_else(|| timex::day(None, None, later), timex::date);
        let what = What::Days(Box::new([begin, finish]), (until, until + 1));
        Some(Item { first: at, end, what, certainty: Certainty::Weak })
    }

    /// The day of a month that is not named: the last or next of that number, by the sentence's tense.
    fn day_of_month_near(&self, (day, span): (u8, Span), first: usize, end: usize) -> Day {
        let value = self.published.and_then(|published| {
            let lean = anchor::lean(self.text, first, end);
            let near = |months: i32| {
                let month = anchor::shifted(published.first_of_month(), months.months());
                Date::new(month.year(), month.month(), day.cast_signed()).ok()
            };
            let mut all = (-2..=2).filter_map(near);
            match lean {
                Lean::Past | Lean::Unknown => all.rfind(|date| *date <= published),
                Lean::Future => all.find(|date| *date >= published),
            }
        });
        let timex = value.map_or_else(|| timex::day(None, None, day), timex::date);
        Day { value: value.map(DateRange::day), timex, number: Some((day, span)), relative: true, ..Day::default() }
    }
}

/// Whether a day of the month is an ordinal, which no number of things is: "14th", "fourteenth".
fn is_suffixed(text: &Text<'_>, at: usize, end: usize) -> bool {
    end > at + 1 && text.glued(at + 1) || text.kind(at) == TokenKind::Word
}

/// Whether no noun follows that an ordinal may be of.
fn is_free(text: &Text<'_>, end: usize) -> bool {
    text.kind(end) != TokenKind::Word || matches!(text.lower(end), "and" | "or" | "to" | "but" | "when")
}
