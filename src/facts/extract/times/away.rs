//! Units of time that lie so far from a day: the week, month or year, as a date.

use super::words::Unit;
use super::{Day, anchor, quarter, timex};
use crate::facts::date::{DateRange, Precision};
use jiff::ToSpan;
use jiff::civil::Date;

/// The unit of time that lies `by` units from a day.
pub(super) fn moved(base: Date, unit: Unit, by: i32) -> Day {
    let relative =
        |value: Option<DateRange>, timex, precision| Day { value, timex, precision, relative: true, ..Day::default() };
    match unit {
        Unit::Week | Unit::Fortnight => {
            let by = if unit == Unit::Fortnight { by * 2 } else { by };
            let week = anchor::week_of(anchor::shifted(base, by.weeks()));
            relative(Some(week), timex::week(week.first), Precision::Week)
        }
        Unit::Month => {
            let day = anchor::shifted(base.first_of_month(), by.months());
            relative(
                DateRange::month(day.year(), day.month()),
                timex::month(Some(day.year()), day.month().unsigned_abs()),
                Precision::Month,
            )
        }
        Unit::Quarter => {
            let day = anchor::shifted(base.first_of_month(), (by * 3).months());
            quarter::of(day.year(), (day.month().unsigned_abs() - 1) / 3 + 1).unwrap_or_default()
        }
        Unit::Year => {
            let year = base.year().saturating_add(i16::try_from(by).unwrap_or_default());
            relative(DateRange::year(year), format!("{year:04}"), Precision::Year)
        }
        Unit::Decade => {
            let year = base.year().saturating_add(i16::try_from(by * 10).unwrap_or_default());
            let start = year - year.rem_euclid(10);
            let value = Date::new(start, 1, 1).ok().zip(Date::new(start + 9, 12, 31).ok());
            let value = value.map(|(first, last)| DateRange { first, last, precision: Precision::Decade });
            relative(value, format!("{:03}", start / 10), Precision::Decade)
        }
        Unit::Century => {
            let century = base.year().div_euclid(100) + i16::try_from(by).unwrap_or_default();
            let value = Date::new(century * 100, 1, 1).ok().zip(Date::new(century * 100 + 99, 12, 31).ok());
            let value = value.map(|(first, last)| DateRange { first, last, precision: Precision::Century });
            relative(value, format!("{century:02}"), Precision::Century)
        }
        Unit::Day | Unit::Second | Unit::Minute | Unit::Hour => {
            let day = anchor::shifted(base, by.days());
            relative(Some(DateRange::day(day)), timex::date(day), Precision::Day)
        }
    }
}

/// The same where the day of publication is not known.
pub(super) fn unknown(unit: Unit, by: i32) -> Day {
    let precision = match unit {
        Unit::Week | Unit::Fortnight => Precision::Week,
        Unit::Month => Precision::Month,
        Unit::Quarter => Precision::Season,
        Unit::Year => Precision::Year,
        Unit::Decade => Precision::Decade,
        Unit::Century => Precision::Century,
        Unit::Day | Unit::Second | Unit::Minute | Unit::Hour => Precision::Day,
    };
    let timex = match (precision, by) {
        (Precision::Week, _) => "XXXX-WXX",
        (Precision::Month, _) => "XXXX-XX",
        (Precision::Day, _) => "XXXX-XX-XX",
        (_, 0) => "PRESENT_REF",
        (_, ..0) => "PAST_REF",
        _ => "FUTURE_REF",
    };
    Day { timex: timex.to_owned(), precision, relative: true, ..Day::default() }
}

/// Weeks away by the day that they are counted to, though any of its week may be meant: TIMEX3 has the day.
pub(super) fn to_the_day(base: Date, unit: Unit, by: i32, day: Day) -> Day {
    let weeks = match unit {
        Unit::Week => by,
        Unit::Fortnight => by * 2,
        Unit::Second
        | Unit::Minute
        | Unit::Hour
        | Unit::Day
        | Unit::Month
        | Unit::Quarter
        | Unit::Year
        | Unit::Decade
        | Unit::Century => return day,
    };
    Day { timex: timex::date(anchor::shifted(base, weeks.weeks())), ..day }
}

/// "year-end": the last day of the year, whose days may all be meant.
pub(super) fn year_end(base: Date) -> Day {
    let timex = Date::new(base.year(), 12, 31).map_or_else(|_| String::new(), timex::date);
    Day { timex, ..moved(base, Unit::Year, 0) }
}

/// The school year that lies `by` years from the one of a day: it begins in late summer, and is named by
/// the year that it begins in.
pub(super) fn school_year(base: Date, by: i32) -> Option<Day> {
    // In July the last one is the one that has just ended.
    let begins = if by < 0 { 7 } else { 8 };
    let begun = i32::from(base.month() >= begins) - 1;
    let year = base.year().checked_add(i16::try_from(begun + by).ok()?)?;
    let (first, last) = (Date::new(year, 7, 1).ok()?, Date::new(year.checked_add(1)?, 8, 31).ok()?);
    let value = Some(DateRange { first, last, precision: Precision::Year });
    let timex = format!("{year:04}");
    Some(Day { value, timex, precision: Precision::Year, relative: true, ..Day::default() })
}
