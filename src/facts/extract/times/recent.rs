//! The time that a text speaks of: what "the next day", "the previous week" and "the year" are reckoned from.

use super::away::moved;
use super::relative::one;
use super::words::{self, Unit, is, is_dash};
use super::{Item, Reader, What, quarter};
use crate::facts::date::{DateRange, Precision};
use crate::facts::names::Certainty;
use crate::text::{Case, TokenKind};
use jiff::civil::Date;

impl Reader<'_> {
    /// A date that the text goes on to speak of.
    pub(super) fn speaks_of(&mut self, value: DateRange, at: usize) {
        self.recent = Some((value, at));
        if value.precision == Precision::Day && value.first == value.last {
            self.recent_day = Some((value.first, at));
        }
    }

    /// The day that the text speaks of, for "the next day"; not a day of the month or year that it names.
    pub(super) fn recent_day(&self) -> Option<Date> {
        self.recent_day.filter(|(_, at)| *at + 150 > self.at).map(|(day, _)| day).or(self.published)
    }

    /// Whether the text has named a time that a length is reckoned from.
    pub(super) fn speaks_of_time(&self, unit: Unit) -> bool {
        let seen =
            if unit <= Unit::Fortnight { self.recent_day.map(|(_, at)| at) } else { self.recent.map(|(_, at)| at) };
        seen.is_some_and(|at| at + 150 > self.at)
    }

    /// The first day of the time that the text speaks of, for "the following year".
    pub(super) fn recent_time(&self, unit: Unit) -> Option<Date> {
        // "in the week ended Nov. 15, from 60 the previous week"
        let week = self.recent.filter(|(range, at)| {
            let later = self.recent_day.is_none_or(|(_, day)| day < *at);
            unit == Unit::Week && range.precision == Precision::Week && later && *at + 150 > self.at
        });
        if let Some((range, _)) = week {
            return Some(range.last);
        }
        if unit <= Unit::Fortnight {
            return self.recent_day();
        }
        match self.recent.filter(|(_, at)| *at + 150 > self.at) {
            // "six months later" of a year can be any month.
            Some((range, _)) if unit == Unit::Month && range.precision > Precision::Month => None,
            Some((range, _)) => Some(range.first),
            None => self.published,
        }
    }

    /// "the year to date", "year-to-date": this year; `noun` is the year.
    pub(super) fn year_to_date(&self, noun: usize) -> Option<Item> {
        let text = self.text;
        let hyphens = usize::from(is_dash(text, noun + 1) && text.glued(noun + 1));
        let date = noun + 2 + 2 * hyphens;
        let says = is(text, noun, "year") && is(text, noun + 1 + hyphens, "to") && is(text, date, "date");
        if !says || hyphens == 1 && !is_dash(text, date - 1) {
            return None;
        }
        let what = What::Date(moved(self.published?, Unit::Year, 0));
        Some(Item { first: noun, end: date + 1, what, certainty: Certainty::Weak })
    }

    /// "the year", "the week", "the weekend", "the quarter": the one that the text speaks of.
    pub(super) fn the_unit(&mut self, at: usize, noun: usize, unit: Unit) -> Option<Item> {
        let text = self.text;
        let end = noun + 1;
        if text.token(noun).is_some_and(|token| token.case != Case::Lower) {
            return None;
        }
        if is_dash(text, end) && text.glued(end) {
            return self.year_ago(noun).map(|item| Item { first: at, ..item });
        }
        let next = text.lower(end);
        if let Some(item) = self.year_to_date(noun) {
            return Some(Item { first: at, ..item });
        }
        if next == "of" && unit == Unit::Month {
            return self.month_date(end + 1).map(|item| Item { first: at, ..item });
        }
        // "the year to June", "the month to the end of May"
        let until =
            next == "to" && matches!(unit, Unit::Year | Unit::Quarter | Unit::Month) && self.is_last_day(end + 1);
        if until || matches!(next, "ended" | "ending") && matches!(unit, Unit::Year | Unit::Quarter) {
            return Some(one(at, end, text.span(at, at), unit));
        }
        if unit == Unit::Day {
            return self.the_day(at, noun);
        }
        // "the quarter to $1.8 billion" has no end of its own.
        let sum = next == "to" && words::month(text, end + 1).is_none() && text.kind(end + 1) != TokenKind::Word;
        if CLAUSES.contains(&next) && !sum && text.lower(at + 1) != "latest" {
            return None;
        }
        let day = match unit {
            Unit::Year => match self.published {
                Some(published) => moved(published, Unit::Year, 0),
                None => return None,
            },
            Unit::Quarter => {
                let recent = self.recent_quarter(at).and_then(|quarter| quarter::moved(quarter, 0));
                recent.or_else(|| self.published.map(quarter::before))?
            }
            Unit::Week => moved(self.published?, Unit::Week, 0),
            Unit::Month => moved(self.published?, Unit::Month, 0),
            _ => return None,
        };
        let led = UNIT_LEADS.contains(&words::before(text, at));
        led.then_some(Item { first: at, end, what: What::Date(day), certainty: Certainty::Weak })
    }
}

/// What makes "the year" one that the sentence goes on to say.
const CLAUSES: &[&str] =
    &["before", "after", "when", "that", "ahead", "ended", "ending", "to", "he", "she", "they", "it", "we", "i", "old"];

/// What stands before "the year".
const UNIT_LEADS: &[&str] = &["of", "in", "for", "during", "by", "through", "over", "since", "throughout", "until", ""];
