//! What digits and number words begin: a date, a year, a time of day or a length.

use super::day_of_month::is_night;
use super::words::{self, Word, is, is_dash};
use super::{Item, Reader, duration};
use crate::facts::exact::Exact;
use crate::facts::extract::hedge;

impl Reader<'_> {
    /// What begins with digits.
    pub(super) fn number(&mut self, at: usize) -> Option<Item> {
        let text = self.text;
        let glued = text.glued(at)
            && !hedge::is_sign(text, at)
            && !matches!(
                text.word(at.wrapping_sub(1)),
                "(" | "[" | "\"" | "“" | "‘" | "'" | "’" | "-" | "–" | "—" | "/" | "," | ";"
            );
        if glued {
            return None;
        }
        let word = text.word(at);
        if word.len() <= 4
            && let Some(item) = self.year_of_era(at)
        {
            return Some(item);
        }
        // "1140 a.m." is no year.
        if word.len() > 2
            && matches!(text.lower(at + 1), "am" | "pm" | "a.m." | "p.m.")
            && let Some(item) = self.hours(at)
        {
            return Some(item);
        }
        // "from 0900 to 1700"
        if word.len() == 4
            && word.starts_with('0')
            && let Some(item) = self.hours(at)
        {
            return Some(item);
        }
        if word.len() == 4
            && let Some(item) = self
                .iso_week(at)
                .or_else(|| self.numeric(at, None))
                .or_else(|| self.decade(at))
                .or_else(|| self.year_first(at))
                .or_else(|| self.year(at))
        {
            return Some(item);
        }
        let short = word.len() <= 2;
        if short && let Some(item) = self.numbered(at) {
            return Some(item);
        }
        if short && let Some(item) = self.raced(at).or_else(|| self.clock_range(at)) {
            return Some(item);
        }
        if short || word.contains('.') {
            // "on 8/9 March" is of two days.
            let night =
                word.parse().is_ok_and(|day| is_night(text, day, at + 1)) && words::month(text, at + 3).is_some();
            let both = if night { self.day_date(at) } else { None };
            let dated =
                both.or_else(|| self.numeric(at, None)).or_else(|| self.day_date(at)).or_else(|| self.decade(at));
            if dated.is_some() {
                return dated;
            }
            if let Some(item) = self.listed_day(at) {
                return Some(item);
            }
        }
        let suffixed = short && text.glued(at + 1) && matches!(text.lower(at + 1), "st" | "nd" | "rd" | "th");
        if suffixed {
            let number = word.parse().ok()?;
            let dated = self.ordinal(at, number, at + 2).or_else(|| self.day_of_that_month(at));
            return dated.or_else(|| self.nth_part(at));
        }
        // A range of hours was looked for above.
        let clock = if short { self.clock(at) } else { self.hours(at) };
        clock.or_else(|| self.length_or_shift(at))
    }

    /// A number in words can begin a length, a time of day or nothing.
    pub(super) fn worded_number(&mut self, at: usize) -> Option<Item> {
        self.hours(at).or_else(|| self.spoken_year(at)).or_else(|| self.length_or_shift(at))
    }

    /// "twenty-first century".
    pub(super) fn tens_ordinal(&mut self, at: usize, tens: u8) -> Option<Item> {
        let ones = at + 1 + usize::from(is_dash(self.text, at + 1));
        match words::of(self.text, ones) {
            Some(Word::Ordinal(number)) if number < 10 => self.ordinal(at, i16::from(tens + number), ones + 1),
            _ => None,
        }
    }

    /// "first nine months": a length.
    pub(super) fn first_months(&mut self, at: usize) -> Option<Item> {
        if !matches!(self.text.lower(at), "first") {
            return None;
        }
        // "the first three quarters of 2016", and not of a game; two are the first half
        let year = |at: usize| super::year::digits(self.text, at).is_some() || is(self.text, at + 1, "year");
        let quarters = self.counted_quarters(at + 1);
        let quarters = quarters.filter(|quarters| is(self.text, quarters.end, "of") && year(quarters.end + 1));
        if let Some(quarters) = quarters.as_ref().filter(|quarters| quarters.count == Some(Exact::whole(2))) {
            return self.half_year(at, quarters.end, 1);
        }
        let mut item = self.duration(at + 1).or_else(|| quarters.map(super::amount::Amount::item))?;
        item.first = at;
        Some(item)
    }

    /// A time of day, or hours from one to another.
    pub(super) fn hours(&self, at: usize) -> Option<Item> {
        self.clock_range(at).or_else(|| self.clock(at))
    }

    /// A length of time, or the time that lies so far from another.
    pub(super) fn length_or_shift(&mut self, at: usize) -> Option<Item> {
        if duration::is_programme(self.text, at) {
            return None;
        }
        if let Some(item) = self.weekdays_away(at) {
            return Some(item);
        }
        let Some(amount) = self.amount(at) else {
            if let Some(item) = self.shared(at) {
                self.last_shared = item.end;
                return Some(item);
            }
            return self.split_second(at).or_else(|| self.stay(at));
        };
        let shifted = self.shifted(&amount).or_else(|| self.away_from_day(&amount)).or_else(|| self.ahead(&amount));
        let shifted = shifted.or_else(|| self.weeks_beyond(&amount));
        Some(shifted.unwrap_or_else(|| self.lasting(at, amount)))
    }
}
