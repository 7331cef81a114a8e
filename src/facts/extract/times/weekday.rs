//! Weekdays, alone or beside a day, and whether they fit it.

use super::anchor::{self, Lean};
use super::calendar::Parts;
use super::day_of_month::day_of_month;
use super::words::{self, is, is_dash};
use super::{Day, Item, Reader, What, timex};
use crate::facts::date::{DateRange, Weekday};
use crate::facts::names::Certainty;
use crate::source::Span;
use crate::text::{Case, Text, TokenKind};
use jiff::civil::Date;

impl Reader<'_> {
    /// A date that begins with a weekday: alone, or beside a day.
    pub(super) fn weekday_date(&mut self, at: usize) -> Option<Item> {
        let text = self.text;
        let (weekday, full, after) = words::weekday(text, at)?;
        let written = (weekday, text.span(at, at));
        let mut body = after;
        if is(text, body, ",") {
            body += 1;
        }
        if is(text, body, "the") && words::month(text, body + 1).is_none() {
            body += 1;
        }
        if let Some(mut parts) = self.body(body) {
            // "Monday to Friday, 13 to 17 May": two stretches, and the first day is no Friday.
            if parts.until.is_some() && self.begun_before(at).is_some() {
                return Some(self.weekday_alone(at, after, weekday));
            }
            parts.weekday = Some(written);
            return self.made(at, parts);
        }
        let beside = self.weekday_before_brackets(at, after, written);
        if let Some(item) = beside.or_else(|| self.weekday_before_pointed(at, body, written)) {
            return Some(item);
        }
        if let Some(item) = self.numeric(body, Some(written)) {
            return Some(Item { first: at, ..item });
        }
        // "Monday nights"
        if let Some(part) = words::parts(text.lower(after)).filter(|_| full && is_lower(text, after)) {
            let what = What::Set(format!("{}{}", timex::weekday(weekday), timex::part(part)));
            return Some(Item { first: at, end: after + 1, what, certainty: Certainty::Likely });
        }
        if let Some(item) = self.weekday_of_week(at, after, written).filter(|_| full) {
            return Some(item);
        }
        // "Friday 14th" needs no article.
        let suffixed = text.kind(body) == TokenKind::Number
            && text.glued(body + 1)
            && matches!(text.lower(body + 1), "st" | "nd" | "rd" | "th");
        if (suffixed || is(text, body.saturating_sub(1), "the"))
            && let Some((day, span, end)) = day_of_month(text, body)
            && !is_dash(text, end)
            && (text.kind(end) == TokenKind::Mark || end > body + 1)
        {
            return self.made(at, Parts { weekday: Some(written), day: Some((day, span)), end, ..Parts::default() });
        }
        if !full && !self.is_short_weekday(at) || self.is_name_of_weekday(at, after) {
            return None;
        }
        Some(self.weekday_alone(at, after, weekday))
    }

    /// "on Tues.", "Mon, Wed or Fri": a weekday that is shortened, where the words before it lead one.
    fn is_short_weekday(&self, at: usize) -> bool {
        let text = self.text;
        let joined =
            at > 1 && matches!(text.lower(at - 1), "," | "or" | "and") && words::weekday(text, at - 2).is_some();
        joined || matches!(words::before(text, at), "on" | "by" | "until" | "since" | "week" | "from")
    }

    /// "Sunday Times", "Black Friday": the weekday is part of a name.
    fn is_name_of_weekday(&self, at: usize, after: usize) -> bool {
        let text = self.text;
        let next = text.lower(after);
        let capital = text.token(after).is_some_and(|token| token.case != Case::Lower);
        let before = words::before(text, at);
        capital && WEEKDAY_NAMES.contains(&next)
            || before == "news" && matches!(text.word(after), "\"" | "”" | "’" | "'")
            || matches!(before, "black" | "bloody" | "super" | "cyber" | "ruby" | "freaky" | "sheffield" | "giving")
    }

    fn weekday_alone(&self, at: usize, end: usize, weekday: Weekday) -> Item {
        if let Some(item) = self.weekday_beyond(at, end, (weekday, self.text.span(at, at))) {
            return item;
        }
        if let Some(item) = self.weekday_after_week(at, end, (weekday, self.text.span(at, at))) {
            return item;
        }
        let lean = anchor::lean(self.text, at, end);
        let guess = anchor::guess(self.text, at, end);
        // "Tuesday's special election"
        let kind = end + 1 + usize::from(matches!(self.text.lower(end + 1), "special" | "general" | "presidential"));
        let rounds = self.text.kind(end) == TokenKind::Possessive && anchor::ROUNDS.contains(&self.text.lower(kind));
        let value = self.published.map(|day| anchor::weekday(day, weekday, guess.or_nearest(day, weekday, rounds)));
        let timex = value.map_or_else(|| timex::weekday(weekday), timex::date);
        let day = Day {
            value: value.map(DateRange::day),
            timex,
            weekday: Some((weekday, self.text.span(at, at))),
            relative: true,
            ..Day::default()
        };
        let certainty = if lean == Lean::Unknown { Certainty::Weak } else { Certainty::Likely };
        Item { first: at, end, what: What::Date(day), certainty }
    }

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
        // "Friday night, July 29": two times of one day.
        if let Some(weekday) = weekday_of_part(text, letters) {
            let day = Day { weekday: Some(weekday), ..day.clone() };
            return Item { what: What::Date(day), ..item };
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

/// The weekday of the part of a day that ends with the token: "Friday night".
fn weekday_of_part(text: &Text<'_>, at: usize) -> Option<(Weekday, Span)> {
    let before = at.checked_sub(1)?;
    let part = matches!(text.lower(at), "morning" | "afternoon" | "evening" | "night");
    let (weekday, full, _) = words::weekday(text, before).filter(|_| part)?;
    full.then(|| (weekday, text.span(before, before)))
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

fn is_lower(text: &Text<'_>, at: usize) -> bool {
    text.token(at).is_some_and(|token| token.case == Case::Lower)
}

/// What a weekday is the first word of: newspapers, clubs, programmes.
const WEEKDAY_NAMES: &[&str] = &[
    "times",
    "mirror",
    "telegraph",
    "mail",
    "express",
    "sun",
    "people",
    "herald",
    "post",
    "world",
    "independent",
    "football",
    "addams",
    "morning",
    "club",
    "school",
    "mass",
    "ticket",
    "business",
    "star",
    "show",
    "live",
    "fc",
    "borough",
];
