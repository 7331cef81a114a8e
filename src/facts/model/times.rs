//! Times: days, hours, lengths, and what is told of them twice.

use super::{At, Figure, Index};
use crate::facts::date::{DateRange, Precision, Weekday};
use crate::facts::names::DateRole;
use crate::facts::quantity::Quantity;
use crate::source::Span;

fact_structs! {
    /// A day, month, year, season or decade.
    Date { /// The days that are meant; `None` where the wording alone does not say.
        value: Option<DateRange>, /// TIMEX3 value.
        timex: Box<str>, /// The weekday that is written beside it.
        weekday: Option<(Weekday, Span)>, /// Whether that weekday fits, in the years that can be meant.
        weekday_fits: Option<bool>, /// The day of the month as written.
        day: Option<(u8, Span)>, /// How exact it is.
        precision: Precision, /// What the date does.
        role: DateRole, /// The event that it dates.
        event: Option<Index>,
        /// Whether the year (and all else that is coarser) is written, not inferred.
        explicit: bool,
        /// Whether it is reckoned from the day of publication ("yesterday", "on Tuesday").
        relative: bool, }
    /// A written date that does not exist ("31 June").
    BadDate { /// The year, where written.
        year: Option<i32>, /// The month, from one.
        month: u8, /// The day as written.
        day: u8, /// The days that the month has (in that year).
        days: u8, }
    /// A time of day, with or without a day.
    Time { /// TIMEX3 value.
        timex: Box<str>, /// Minutes after midnight, where the wording says.
        minutes: Option<u16>, }
    /// A time that comes again: "every Monday".
    Set { /// TIMEX3 value.
        timex: Box<str>, }
    /// A length of time.
    Duration { /// The figure, in the unit as written.
        figure: Figure, /// The value in days.
        value: Quantity, /// The unit's singular: `day`.
        unit: Box<str>, /// What it is told for: "week" in "40 hours a week".
        per: Option<Box<str>>, /// TIMEX3 value: `P3D`.
        timex: Box<str>, }
    /// A stretch of time with a start, an end, or a length.
    Period { /// When it begins: index of a date.
        start: Option<Index>, /// When it ends: index of a date.
        end: Option<Index>, /// How long it is: index of a duration.
        length: Option<Index>, /// TIMEX3 value: `(1998-01-01,2015-01-01,P17Y)`, `(T16,T17,PT1H)`; `None` where an end is not known.
        timex: Option<Box<str>>, /// Whether it ends before it begins: "from 2pm to 1pm".
        backwards: bool, }
    /// One day or year said twice: "20 years ago, in 1998".
    Redating { /// The first: index of a date.
        first: Index, /// The second: index of a date.
        second: Index, }
    /// How many years ago something was: "the 50th anniversary of the 1968 riots".
    Anniversary { /// The years.
        value: Quantity, /// The number as written.
        figure_span: Span, /// The day or year that they are counted from: index of a date.
        since: Index, /// The day or year that they are counted to.
        as_of: DateRange, }
    /// One time of day in two time zones: "8pm BST (7pm GMT)".
    ClockPair { /// The first: index of a time.
        first: Index, /// The second: index of a time.
        second: Index, /// Whether some offset of the two zones makes them the same.
        fits: bool, }
    /// A well-known event, war or term of office whose year is told.
    Landmark { /// When it was.
        days: DateRange, /// The year told: index of a date.
        told: Option<Index>, /// When whoever is said to have fought in it was born: index of a date.
        born: Option<Index>, /// Whether the year told can be one of it.
        fits: bool, }
}
