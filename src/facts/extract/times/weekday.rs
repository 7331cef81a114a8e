//! The weekday that is written beside a day, and whether it fits.

use super::anchor::{self, Lean};
use super::calendar::{Parts, day_of_month};
use super::words::{self, is, is_dash};
use super::{Day, Item, Reader, What, timex};
use crate::facts::date::{DateRange, Weekday};
use crate::source::Span;
use crate::text::{Text, TokenKind};
use jiff::civil::Date;

impl Reader<'_> {
    /// "Friday (7 October)": the day in brackets after its weekday.
    pub(super) fn weekday_before_brackets(
        &mut self,
        at: usize,
        after: usize,
        weekday: (Weekday, Span),
    ) -> Option<Item> {
        let text = self.text;
        if !is(text, after, "(") {
            return None;
        }
        let parts = self.body(after + 1)?;
        if parts.day.is_none() || parts.until.is_some() || parts.weekday.is_some() || !is(text, parts.end, ")") {
            return None;
        }
        self.made(at, Parts { weekday: Some(weekday), end: parts.end + 1, ..parts })
    }

    /// "Friday, 7. October": the point of an ordinal, as on the continent.
    pub(super) fn weekday_before_pointed(&mut self, at: usize, body: usize, weekday: (Weekday, Span)) -> Option<Item> {
        let text = self.text;
        if text.kind(body) != TokenKind::Number || !words::is_glued(text, body + 1, ".") || text.glued(body + 2) {
            return None;
        }
        let (day, span, _) = day_of_month(text, body)?;
        let (month, _, end) = words::month(text, body + 2)?;
        let mut parts =
            Parts { weekday: Some(weekday), day: Some((day, span)), month: Some(month), end, ..Parts::default() };
        self.year_of(&mut parts);
        self.made(at, parts)
    }

    /// A day with the weekday that stands outside of what was read: in two letters before it ("Mo, 7
    /// October") or in full after it ("October 7, 2014, Friday").
    pub(super) fn beside_weekday(&self, item: Item) -> Item {
        let text = self.text;
        let What::Date(day) = &item.what else { return item };
        let (Some(value), Some((number, _))) = (day.value, day.number) else { return item };
        if day.weekday.is_some() || day.relative || value.first != value.last {
            return item;
        }
        let before = item.first.wrapping_sub(1);
        let letters = before.wrapping_sub(usize::from(is(text, before, ",")));
        if let Some(weekday) = two_letters(text, letters) {
            let mut day = day.clone();
            day.weekday = Some((weekday, text.span(letters, letters)));
            let month = value.first.month().unsigned_abs();
            if !day.explicit
                && let Some(published) = self.published
                && let lean = self.way(letters, item.end, month, number)
                && let Some(meant) = anchor::day_of_year(published, month, number, lean)
            {
                day.value = Some(DateRange::day(meant));
                day.timex = timex::date(meant);
            }
            return Item { first: letters, what: What::Date(day), ..item };
        }
        let comma = usize::from(is(text, item.end, ","));
        if comma == 1
            && let Some((weekday, true, end)) = words::weekday(text, item.end + 1)
            && (end >= text.block_end(item.first) || matches!(text.word(end), "." | "," | ";" | ")"))
        {
            let day = Day { weekday: Some((weekday, text.span(end - 1, end - 1))), ..day.clone() };
            return Item { end, what: What::Date(day), ..item };
        }
        item
    }

    /// Whether the weekday beside a day fits it.
    ///
    /// Without a year, newspapers mean the year of publication, or the day nearest to it at New Year;
    /// a line of a programme means the day that it announces.
    pub(super) fn weekday_fits(&self, day: &Day, (first, end): (usize, usize)) -> Option<bool> {
        let (weekday, _) = day.weekday?;
        let date = day.value.filter(|value| value.first == value.last)?.first;
        if day.explicit || date.weekday() == weekday {
            return Some(date.weekday() == weekday);
        }
        let published = self.published?;
        let same_year = Date::new(published.year(), date.month(), date.day()).ok();
        let ahead = date > published && self.is_announced(first, end);
        Some(!ahead && same_year.is_some_and(|day| day.weekday() == weekday))
    }

    /// Which way a day without a year looks: the sentence's tense, or ahead in a line of a programme.
    pub(super) fn way(&self, first: usize, end: usize, month: u8, day: u8) -> Lean {
        if self.is_announced(first, end)
            && let Some(published) = self.published
            && let Some(near) = anchor::day_of_year(published, month, day, Lean::Unknown)
            && (published.duration_since(near).as_hours() / 24) > FRESH
        {
            return Lean::Future;
        }
        anchor::guess(self.text, first, end)
    }

    /// "Spring fair - Saturday, 7 June": a line without a verb that ends with its day.
    fn is_announced(&self, first: usize, end: usize) -> bool {
        let text = self.text;
        let dash = first.wrapping_sub(1);
        let spaced = is_dash(text, dash) && !text.glued(dash) && !text.glued(first);
        let led = spaced || matches!(text.word(dash), ":" | "|") && !text.glued(first);
        let stop = end + usize::from(is(text, end, "."));
        led && text.block_end(first) == stop && anchor::lean(text, first, end) == Lean::Unknown
    }
}

/// How many days a line of a programme may be behind publication.
const FRESH: i64 = 60;

/// `(Fri)`, "(Friday)" after a date.
pub(super) fn weekday_in_brackets(text: &Text<'_>, at: usize) -> Option<(Weekday, Span, usize)> {
    if !is(text, at, "(") {
        return None;
    }
    let full = words::weekday(text, at + 1).map(|(weekday, _, after)| (weekday, after));
    let (weekday, after) = full.or_else(|| Some((two_letters(text, at + 1)?, at + 2)))?;
    is(text, after, ")").then(|| (weekday, text.span(at + 1, at + 1), after + 1))
}

/// A weekday in its first two letters, as in timetables.
fn two_letters(text: &Text<'_>, at: usize) -> Option<Weekday> {
    let word = text.word(at);
    if word.len() != 2 || text.kind(at) != TokenKind::Word {
        return None;
    }
    TWO_LETTERS.iter().find(|(letters, _)| *letters == word).map(|(_, weekday)| *weekday)
}

static TWO_LETTERS: &[(&str, Weekday)] = &[
    ("Mo", Weekday::Monday),
    ("Tu", Weekday::Tuesday),
    ("We", Weekday::Wednesday),
    ("Th", Weekday::Thursday),
    ("Fr", Weekday::Friday),
    ("Sa", Weekday::Saturday),
    ("Su", Weekday::Sunday),
];
