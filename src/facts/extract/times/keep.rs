//! Makes facts of what was read.

use super::{Bad, Day, Item, Reader, What};
use crate::facts::date::Precision;
use crate::facts::extract::{Reading, rate};
use crate::facts::model::{self, Index};
use crate::facts::names::{Certainty, DateRole};
use crate::facts::quantity::{Measured, Quantity};

impl Reader<'_> {
    /// Makes facts of an item and holds its tokens.
    pub(super) fn keep(&mut self, reading: &mut Reading<'_>, item: Item) {
        let item = self.beside_weekday(item);
        let text = self.text;
        let span = text.span(item.first, item.end - 1);
        if !matches!(&item.what, What::Date(day) if day.timex.ends_with("_REF")) {
            reading.claim(item.first, item.end - 1);
        }
        let at = reading.at(span, item.certainty);
        match item.what {
            What::Date(day) => {
                let begin = (item.first, item.end);
                self.keep_date(reading, day, begin, item.certainty);
            }
            What::Days(days, (until, from)) => {
                let [begin, finish] = *days;
                self.keep_date(reading, begin, (item.first, until), item.certainty);
                self.keep_date(reading, finish, (from, item.end), item.certainty);
            }
            What::Bad(bad) => {
                let Bad { year, month, day, days } = bad;
                reading.facts.bad_dates.push(model::BadDate { at, year, month, day, days });
            }
            What::Time(clock) => {
                reading.facts.times.push(model::Time { at, timex: clock.timex.into(), minutes: clock.minutes });
            }
            What::Hours(hours) => {
                let next = (item.end..item.end + 4).any(|at| matches!(text.lower(at), "next" | "following" | "day"));
                keep_hours(reading, at, hours.timex(["", ""]), hours.is_backwards() && !next);
            }
            What::DayHours(day, tokens, timex) => {
                // A day of the calendar stays a fact of its own: its weekday can be wrong.
                if day.number.is_some() {
                    self.keep_date(reading, *day, tokens, item.certainty);
                } else if let Some(value) = day.value {
                    self.speaks_of(value, item.first);
                }
                keep_hours(reading, at, timex, false);
            }
            What::Set(timex) => reading.facts.sets.push(model::Set { at, timex: timex.into() }),
            What::Duration(length) => {
                reading.facts.durations.push(model::Duration {
                    at,
                    figure: length.figure,
                    value: Quantity::of(length.days, Measured::Time),
                    unit: length.unit.into(),
                    per: rate::often(self.text, item.end),
                    timex: length.timex.into(),
                });
            }
        }
    }

    fn keep_date(&mut self, reading: &mut Reading<'_>, day: Day, tokens: (usize, usize), certainty: Certainty) {
        let (first, end) = tokens;
        let at = reading.at(self.text.span(first, end - 1), certainty);
        let day = self.after_the_first(reading, day, first);
        let day = self.after_the_other(reading, day, first);
        let day = self.within_a_week(reading, day, first);
        let day = self.in_order(reading, day, first);
        if let Some(value) = day.value {
            if !day.timex.ends_with("_REF") {
                self.speaks_of(value, first);
            }
            if value.precision == Precision::Year && day.explicit {
                self.last_year_end = end;
            }
        }
        let index = reading.facts.dates.len() as Index;
        let now = day.timex == super::period::NOW;
        // "the 60s and the 70s" are two; a stretch of decades needs its "from" or "between".
        let usable = now || !day.timex.ends_with("_REF");
        let weekday_fits = self.weekday_fits(&day, tokens);
        reading.facts.dates.push(model::Date {
            at,
            value: day.value,
            timex: day.timex.into(),
            weekday: day.weekday,
            weekday_fits,
            day: day.number,
            precision: day.precision,
            role: DateRole::Happening,
            event: None,
            explicit: day.explicit,
            relative: day.relative,
        });
        if let Some((start, before, from, until)) = self.last_date.filter(|_| usable) {
            self.period(reading, (start, before, from, until), (index, certainty, first, end));
        }
        self.last_date = usable.then_some((index, certainty, first, end));
    }
}

fn keep_hours(reading: &mut Reading<'_>, at: model::At, timex: String, backwards: bool) {
    reading.facts.periods.push(model::Period {
        at,
        start: None,
        end: None,
        length: None,
        timex: Some(timex.into()),
        backwards,
    });
}
