//! Dates as intervals of days.

use super::names::{NameList, Named};
use jiff::civil::Date;

/// How exact a date is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Precision {
    /// One day.
    Day,
    /// A week.
    Week,
    /// A month.
    Month,
    /// A season or quarter.
    Season,
    /// A year.
    Year,
    /// A decade.
    Decade,
    /// A century.
    Century,
}

/// The words of [`Precision`] in the rule language.
pub static PRECISION: NameList =
    NameList { name: "Precision", members: &["day", "week", "month", "season", "year", "decade", "century"] };

/// The days of the week, as the rule language knows them.
pub static WEEKDAY: NameList = NameList {
    name: "Weekday",
    members: &["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
};

/// A day of the week.
pub type Weekday = jiff::civil::Weekday;

/// A weekday as a value of the rule language.
pub fn weekday(day: Weekday) -> Named {
    Named { list: &WEEKDAY, index: day.to_monday_zero_offset().unsigned_abs() }
}

/// The same day of the next year or the one before, whichever falls on that weekday: both never do.
pub fn year_of_weekday(day: Option<DateRange>, weekday: Option<Weekday>) -> Option<DateRange> {
    let day = day.filter(|day| day.first == day.last)?.first;
    [1, -1]
        .into_iter()
        .filter_map(|years| day.checked_add(jiff::Span::new().years(years)).ok())
        // No other year beside it has a 29 February.
        .find(|other| Some(other.weekday()) == weekday && other.day() == day.day())
        .map(DateRange::day)
}

/// A precision as a value of the rule language.
pub fn precision(precision: Precision) -> Named {
    Named { list: &PRECISION, index: precision as u8 }
}

/// All the days that a wording can mean: the day is one of `first..=last`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct DateRange {
    /// The earliest day.
    pub first: Date,
    /// The latest day.
    pub last: Date,
    /// How exact the wording is.
    pub precision: Precision,
}

impl DateRange {
    /// One day.
    pub fn day(day: Date) -> Self {
        Self { first: day, last: day, precision: Precision::Day }
    }

    /// A month of a year; `None` where there is no such month.
    pub fn month(year: i16, month: i8) -> Option<Self> {
        let first = Date::new(year, month, 1).ok()?;
        Some(Self { first, last: first.last_of_month(), precision: Precision::Month })
    }

    /// A year.
    pub fn year(year: i16) -> Option<Self> {
        let first = Date::new(year, 1, 1).ok()?;
        Some(Self { first, last: first.last_of_year(), precision: Precision::Year })
    }

    /// Whether every day of this lies before every day of `other`.
    pub fn surely_before(self, other: Self) -> bool {
        self.last < other.first
    }

    /// Whether the two share a day.
    pub fn meets(self, other: Self) -> bool {
        !self.surely_before(other) && !other.surely_before(self)
    }
}
