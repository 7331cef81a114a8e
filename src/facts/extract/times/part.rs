//! Parts of the day: "in the morning", "the evening of 3 May", "late afternoon".

use super::clock::is_last;
use super::day_of_month;
use super::hour::is_alone;
use super::words::{self, DayPart, Unit, Word, is, is_dash};
use super::{Clock, Day, Item, Reader, What, anchor, timex};
use crate::facts::date::DateRange;
use crate::facts::names::Certainty;
use crate::text::{Case, TokenKind};
use jiff::ToSpan;

impl Reader<'_> {
    /// "in the morning", "the afternoon".
    pub(super) fn the_part(&self, at: usize, noun: usize, part: DayPart) -> Option<Item> {
        let text = self.text;
        let before = words::before(text, at);
        let next = text.kind(noun + 1);
        // "the morning of 3 May", not "the night of his life"
        let day = noun + 2;
        let named = match part {
            // "the night of 40 goals"
            DayPart::Night => day_of_month::day_first(text, day).is_some(),
            DayPart::Morning | DayPart::Midday | DayPart::Afternoon | DayPart::Evening => {
                text.kind(day) == TokenKind::Number || matches!(words::of(text, day), Some(Word::Which(_)))
            }
        };
        let named = named || matches!(words::of(text, day), Some(Word::Month(..) | Word::Weekday(..)));
        let dated = named && is(text, noun + 1, "of");
        let led = dated
            || matches!(before, "in" | "during" | "by" | "into")
                && (next != TokenKind::Word || FOLLOWERS.contains(&text.lower(noun + 1)));
        let what = What::Time(Clock::part(part));
        led.then_some(Item { first: at, end: noun + 1, what, certainty: Certainty::Weak })
    }

    /// "the night before", "the morning after": the part of the day before or after the one spoken of.
    pub(super) fn part_beside(&self, at: usize, noun: usize, part: DayPart) -> Option<Item> {
        let text = self.text;
        let end = noun + 2;
        let by = match text.lower(noun + 1) {
            "before" => -1,
            "after" => 1,
            _ => return None,
        };
        // "the night before Christmas", "the morning after pill"
        let opening = is_dash(text, end) || matches!(text.word(end), "(" | "[" | "“" | "‘");
        let open = text.kind(end) == TokenKind::Mark && !opening || AFTERWARDS.contains(&text.lower(end));
        if !open || text.token(noun).is_some_and(|token| token.case != Case::Lower) {
            return None;
        }
        let day = self.recent_day().filter(|_| self.speaks_of_time(Unit::Day));
        let what = match day.map(|day| anchor::shifted(day, by.days())) {
            Some(day) => {
                let timex = format!("{}{}", timex::date(day), timex::part(part));
                What::Date(Day { value: Some(DateRange::day(day)), timex, relative: true, ..Day::default() })
            }
            None => What::Time(Clock::part(part)),
        };
        Some(Item { first: at, end, what, certainty: Certainty::Weak })
    }

    /// "at dawn", "before sunset", and not "at the dawn of an age" or "at dawn prayers".
    pub(super) fn sun(&self, at: usize, part: DayPart) -> Option<Item> {
        let text = self.text;
        let led = SUN_LEADS.contains(&words::before(text, at));
        let next = at + 1;
        let weekday = matches!(words::of(text, next), Some(Word::Weekday(..) | Word::Near(_)));
        let free = match text.kind(next) {
            TokenKind::Word => weekday || SUN_FOLLOWERS.contains(&text.lower(next)),
            TokenKind::Mark => !is_dash(text, next) || !text.glued(next),
            TokenKind::Number | TokenKind::Possessive => false,
        };
        let lower = text.token(at).is_some_and(|token| token.case == Case::Lower);
        let what = What::Time(Clock::part(part));
        (led && free && lower).then_some(Item { first: at, end: next, what, certainty: Certainty::Weak })
    }

    /// "overnight on Tuesday", "overnight Friday": the night of that day.
    pub(super) fn overnight(&mut self, at: usize) -> Option<Item> {
        let text = self.text;
        let next = at + 1 + usize::from(is(text, at + 1, "on"));
        let item = match words::of(text, next)? {
            Word::Weekday(_, true) => self.weekday_date(next)?,
            Word::Near(days) => self.near(next, days),
            _ => return None,
        };
        // "the overnight Tuesday train"
        let noun = text.kind(item.end) == TokenKind::Word && !is_last(text, item.end);
        let What::Date(day) = &item.what else { return None };
        if noun || text.kind(item.end) == TokenKind::Possessive || day.timex.contains('T') {
            return None;
        }
        let timex = format!("{}{}", day.timex, timex::part(DayPart::Night));
        let what = What::Date(Day { timex, ..day.clone() });
        Some(Item { first: at, what, ..item })
    }

    /// "in the early hours", "in the small hours": `at` is the hours.
    pub(super) fn early_hours(&self, at: usize) -> Option<Item> {
        let text = self.text;
        let first = at.checked_sub(2).filter(|first| *first >= self.floor && is(text, *first, "the"))?;
        let early = matches!(text.lower(first + 1), "early" | "small" | "wee");
        let led = matches!(words::before(text, first), "in" | "until" | "into" | "during" | "by");
        let of = is(text, at + 1, "of") || text.kind(at + 1) == TokenKind::Possessive;
        let what = What::Time(Clock::part(DayPart::Morning));
        (early && led && !of).then_some(Item { first, end: at + 1, what, certainty: Certainty::Weak })
    }

    /// "afternoon at 3": a part of the day that has its hour.
    pub(super) fn part_alone(&self, at: usize, part: DayPart) -> Option<Item> {
        let text = self.text;
        if text.token(at).is_some_and(|token| token.case == Case::Title) {
            return None;
        }
        let clock = Clock::part(part);
        let item = Item { first: at, end: at + 1, what: What::Time(clock.clone()), certainty: Certainty::Weak };
        let led = matches!(words::before(text, at), "at" | "by" | "around" | "until" | "before" | "after" | "over");
        let midday = part == DayPart::Midday && led && text.kind(at + 1) != TokenKind::Possessive;
        let said = midday || is_alone(text, at, at + 1);
        self.at_part(&item, &clock).or_else(|| said.then_some(item))
    }
}

/// What may follow "in the morning".
const FOLLOWERS: &[&str] = &["of", "and", "after", "before", "on", "to", "as", "when", "with", "for", "at"];

/// What stands before "dawn" where it is an hour.
const SUN_LEADS: &[&str] =
    &["at", "before", "after", "by", "until", "till", "since", "around", "from", "to", "past", "toward", "towards"];

/// What may follow it there.
const SUN_FOLLOWERS: &[&str] = &[
    "on", "and", "or", "to", "until", "till", "when", "as", "with", "for", "in", "but", "by", "the", "he", "she",
    "they", "it", "we", "after", "before", "because", "while", "was", "is", "were",
];

/// What may follow "the night before" where nothing is named that it lies before.
const AFTERWARDS: &[&str] = &[
    "and", "but", "when", "in", "at", "with", "he", "she", "they", "it", "we", "had", "was", "were", "to", "by",
    "because", "as", "is", "are", "for", "from", "on",
];
