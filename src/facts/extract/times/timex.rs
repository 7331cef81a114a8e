//! TIMEX3 values.

use super::words::{DayPart, Season, Unit};
use jiff::civil::{Date, Weekday};

/// A day: `2017-12-19`, with `XX` for what is not known.
pub(super) fn day(year: Option<i16>, month: Option<u8>, day: u8) -> String {
    match (year, month) {
        (Some(year), Some(month)) => format!("{year:04}-{month:02}-{day:02}"),
        (None, Some(month)) => format!("XXXX-{month:02}-{day:02}"),
        (_, None) => format!("XXXX-XX-{day:02}"),
    }
}

/// A day of the calendar.
pub(super) fn date(date: Date) -> String {
    day(Some(date.year()), Some(date.month().unsigned_abs()), date.day().unsigned_abs())
}

/// A month: `2017-12`.
pub(super) fn month(year: Option<i16>, month: u8) -> String {
    year.map_or_else(|| format!("XXXX-{month:02}"), |year| format!("{year:04}-{month:02}"))
}

/// The ISO week that a day lies in: `2017-W51`.
pub(super) fn week(date: Date) -> String {
    let week = date.iso_week_date();
    format!("{:04}-W{:02}", week.year(), week.week())
}

/// A week that is not known.
pub(super) const ANY_WEEK: &str = "XXXX-WXX-";

/// A weekday of no known week: `XXXX-WXX-4`.
pub(super) fn weekday(day: Weekday) -> String {
    format!("{ANY_WEEK}{}", day.to_monday_one_offset())
}

/// The suffix of a season.
pub(super) fn season(season: Season) -> &'static str {
    match season {
        Season::Spring => "SP",
        Season::Summer => "SU",
        Season::Autumn => "FA",
        Season::Winter => "WI",
    }
}

/// The suffix of a part of the day.
pub(super) fn part(part: DayPart) -> &'static str {
    match part {
        DayPart::Morning => "TMO",
        DayPart::Midday => "TMI",
        DayPart::Afternoon => "TAF",
        DayPart::Evening => "TEV",
        DayPart::Night => "TNI",
    }
}

/// A length of `count` units, the count as digits or `X`.
pub(super) fn length(count: &str, unit: Unit) -> String {
    let (prefix, letter) = letters(unit);
    format!("{prefix}{count}{letter}")
}

/// A whole number of units; decades and centuries in years, fortnights in weeks.
pub(super) fn whole(count: i128, unit: Unit) -> String {
    let (times, unit) = match unit {
        Unit::Decade => (10, Unit::Year),
        Unit::Century => (100, Unit::Year),
        Unit::Fortnight => (2, Unit::Week),
        Unit::Second
        | Unit::Minute
        | Unit::Hour
        | Unit::Day
        | Unit::Week
        | Unit::Month
        | Unit::Quarter
        | Unit::Year => (1, unit),
    };
    length(&count.saturating_mul(times).to_string(), unit)
}

fn letters(unit: Unit) -> (&'static str, &'static str) {
    match unit {
        Unit::Second => ("PT", "S"),
        Unit::Minute => ("PT", "M"),
        Unit::Hour => ("PT", "H"),
        Unit::Day => ("P", "D"),
        Unit::Week | Unit::Fortnight => ("P", "W"),
        Unit::Month => ("P", "M"),
        Unit::Quarter => ("P", "Q"),
        Unit::Year => ("P", "Y"),
        Unit::Decade => ("P", "DE"),
        Unit::Century => ("P", "CE"),
    }
}

/// A time of day: `T17`, `T17:30`, `T17:30:05`.
pub(super) fn time(minutes: u16, shown: bool, second: Option<u16>) -> String {
    let (hour, minute) = (minutes / 60, minutes % 60);
    match second {
        Some(second) => format!("T{hour:02}:{minute:02}:{second:02}"),
        None if shown => format!("T{hour:02}:{minute:02}"),
        None => format!("T{hour:02}"),
    }
}

/// A length in whole minutes: `PT2H30M`.
pub(super) fn minutes(minutes: u32) -> String {
    match (minutes / 60, minutes % 60) {
        (0, minute) => format!("PT{minute}M"),
        (hour, 0) => format!("PT{hour}H"),
        (hour, minute) => format!("PT{hour}H{minute}M"),
    }
}
