//! Periods: two dates that are the ends of one stretch of time.

use super::{Day, Reader, anchor, timex, words};
use crate::facts::date::{DateRange, Precision};
use crate::facts::extract::Reading;
use crate::facts::model::{self, Index};
use crate::facts::names::Certainty;
use crate::text::Text;
use jiff::ToSpan;
use jiff::civil::{Date, DateTime};

impl Reader<'_> {
    /// A weekday or month that ends a stretch which begins with another: the Friday of "from Monday to
    /// Friday" is none before that Monday.
    pub(super) fn after_the_first(&self, reading: &Reading<'_>, day: Day, at: usize) -> Day {
        let Some(index) = self.begun_before(at) else { return day };
        let begin = reading.facts.dates.get(index as usize);
        let begin = begin.filter(|date| {
            let weekday = date.weekday.is_some() && date.day.is_none() && !date.explicit;
            weekday || date.relative && date.precision == Precision::Day
        });
        let plain = day.weekday.is_some() && day.number.is_none() && !day.explicit;
        // The time of day stands behind the day.
        let time = day.timex.get(DAY..).unwrap_or_default();
        let plain = plain && (time.is_empty() || time.starts_with('T'));
        let (Some(begin), Some(finish)) = (begin.and_then(|date| date.value), day.value) else { return day };
        if !plain || finish.first >= begin.first {
            return day;
        }
        let ahead = i32::from(begin.first.weekday().until(finish.first.weekday()));
        let date = anchor::shifted(begin.first, ahead.days());
        let timex = format!("{}{time}", timex::date(date));
        Day { value: Some(DateRange::day(date)), timex, ..day }
    }

    /// "a warning from 3pm Tuesday until 6am Wednesday": of two weekdays that end a stretch of less than a week, the one
    /// that the tense leaves open lies beside the other.
    pub(super) fn within_a_week(&self, reading: &mut Reading<'_>, day: Day, at: usize) -> Day {
        let plain = day.weekday.is_some() && day.number.is_none() && !day.explicit;
        let Some(finish) = day.value.filter(|_| plain) else { return day };
        let Some(begin) = self.begun_before(at).and_then(|index| reading.facts.dates.get_mut(index as usize)) else {
            return day;
        };
        let Some(start) = begin.value.filter(|_| begin.weekday.is_some() && begin.day.is_none() && !begin.explicit)
        else {
            return day;
        };
        let days = finish.first.duration_since(start.first).as_hours() / 24;
        let ahead = self.published.is_some_and(|published| start.first < published && finish.first > published);
        if !(7..=14).contains(&days) || !ahead {
            return day;
        }
        let date = anchor::shifted(start.first, 7.days());
        begin.timex = begin.timex.replacen(&timex::date(start.first), &timex::date(date), 1).into();
        begin.value = Some(DateRange::day(date));
        day
    }

    /// "next week on Tuesday or Thursday": of two weekdays to come, the second is none before the first.
    pub(super) fn after_the_other(&self, reading: &Reading<'_>, day: Day, at: usize) -> Day {
        let Some((index, ..)) = self.last_date.filter(|(.., until)| until + 1 == at) else { return day };
        let joined = matches!(self.text.lower(at.saturating_sub(1)), "or" | "and" | ",");
        let first = reading.facts.dates.get(index as usize).filter(|date| date.weekday.is_some() && date.day.is_none());
        let plain = day.weekday.is_some() && day.number.is_none() && !day.explicit;
        let (Some(first), Some(second)) = (first.and_then(|date| date.value), day.value) else { return day };
        let ahead = self.published.is_some_and(|published| first.first > published);
        if !joined || !plain || !ahead || second.first >= first.first {
            return day;
        }
        let days = i32::from(first.first.weekday().until(second.first.weekday()));
        let date = anchor::shifted(first.first, days.days());
        let time = day.timex.split_once('T').map_or_else(String::new, |(_, time)| format!("T{time}"));
        Day { value: Some(DateRange::day(date)), timex: format!("{}{time}", timex::date(date)), ..day }
    }

    /// The date that begins a stretch which ends with the date at a token.
    pub(super) fn begun_before(&self, at: usize) -> Option<Index> {
        let text = self.text;
        let (index, _, first, until) = self.last_date.filter(|(.., until)| until + 1 == at)?;
        let joined = match text.lower(until) {
            "to" | "through" | "until" | "till" | "-" | "–" => true,
            "and" => words::before(text, first) == "between",
            _ => false,
        };
        joined.then_some(index)
    }

    /// A day or month without its year that begins a stretch lies before the end of it: "from 5/1 to 5/7/2020",
    /// "from May to September" told in August.
    pub(super) fn in_order(&self, reading: &mut Reading<'_>, finish: Day, at: usize) -> Day {
        let Some(begin) = self.begun_before(at).and_then(|index| reading.facts.dates.get_mut(index as usize)) else {
            return finish;
        };
        let guessed = |explicit: bool, relative: bool| !explicit && !relative;
        let Some(to) = finish.value else { return finish };
        let Some(from) = begin.value.map(|value| value.first).or_else(|| yearless(&begin.timex, to.first.year()))
        else {
            return finish;
        };
        if !guessed(begin.explicit, begin.relative)
            || !matches!(begin.precision, Precision::Day | Precision::Month)
            || begin.value.is_some_and(|value| value.first != value.last && value.first.last_of_month() != value.last)
            || begin.weekday.is_some() && begin.day.is_none()
            || begin.timex.contains('T')
        {
            return finish;
        }
        let in_year = |year: i16| Date::new(year, from.month(), from.day()).ok();
        let moved = if finish.explicit && finish.precision <= Precision::Month {
            let year = to.first.year();
            in_year(year).filter(|date| *date <= to.first).or_else(|| in_year(year.checked_sub(1)?))
        } else if guessed(finish.explicit, finish.relative) && to.first < from {
            if let Some(later) = self.a_year_later(&finish, from) {
                return later;
            }
            in_year(from.year() - 1).filter(|date| *date <= to.first)
        } else {
            None
        };
        let Some(date) = moved else { return finish };
        if begin.precision == Precision::Month {
            begin.value = DateRange::month(date.year(), date.month());
            begin.timex = timex::month(Some(date.year()), date.month().unsigned_abs()).into();
        } else {
            begin.value = Some(DateRange::day(date));
            begin.timex = timex::date(date).into();
            // "from Friday 26th August until Friday 25th November 2022"
            if let Some((weekday, _)) = begin.weekday {
                begin.weekday_fits = Some(date.weekday() == weekday);
            }
        }
        finish
    }

    /// The end of a stretch a year later, where that lies nearer to publication than its beginning a year
    /// earlier: "moved from April 15 to July 15", told in March.
    fn a_year_later(&self, finish: &Day, from: Date) -> Option<Day> {
        let (value, published) = (finish.value?, self.published?);
        let later = |date: Date| date.checked_add(1.year()).ok();
        let range = DateRange { first: later(value.first)?, last: later(value.last)?, ..value };
        let ahead = from.duration_since(published).as_hours();
        let behind = published.duration_since(value.last).as_hours();
        if ahead >= behind || range.first < from || finish.timex.contains('T') {
            return None;
        }
        let timex = if value.precision == Precision::Month {
            timex::month(Some(range.first.year()), range.first.month().unsigned_abs())
        } else {
            timex::date(Some(range.first).filter(|_| value.first == value.last)?)
        };
        Some(Day { value: Some(range), timex, ..finish.clone() })
    }

    /// A period, where two dates are its ends.
    pub(super) fn period(
        &mut self,
        reading: &mut Reading<'_>,
        start: (Index, Certainty, usize, usize),
        finish: (Index, Certainty, usize, usize),
    ) {
        let text = self.text;
        let (begin, sure, from, until) = start;
        let (end, also, first, last) = finish;
        if first != until + 1 {
            return;
        }
        let before = words::before(text, from);
        let led = matches!(before, "from" | "between");
        let fits = match text.lower(until) {
            "to" | "until" | "till" | "through" | "thru" | "-" | "–" | "untill" => true,
            // "by April 10 — Wednesday of next week" says the day twice.
            "—" => text.glued(until) && text.glued(first),
            "and" => before == "between",
            "/" | "~" => text.glued(until),
            _ => false,
        };
        let now = |index: Index| reading.facts.dates.get(index as usize).is_some_and(|date| &*date.timex == NOW);
        let decade = |index: Index| {
            reading.facts.dates.get(index as usize).is_some_and(|date| date.precision == Precision::Decade)
        };
        if (decade(begin) || decade(end)) && !led {
            return;
        }
        // "right now - May 3 is near"
        if (now(begin) || now(end)) && (!led && !matches!(text.lower(until), "until" | "till" | "through")) {
            return;
        }
        let today = |index: Index| self.published.filter(|_| now(index)).map(DateRange::day);
        let days = |index: Index| {
            let date = reading.facts.dates.get(index as usize).and_then(|date| date.value);
            date.or_else(|| today(index))
        };
        let ends = days(begin).zip(days(end));
        if !fits || ends.is_some_and(|(a, b)| b.surely_before(a)) {
            return;
        }
        let likely = |index: Index| {
            let date = reading.facts.dates.get(index as usize).and_then(likely_days);
            date.or_else(|| today(index))
        };
        let closes = |at: usize| is_end(text, at);
        let clocked = |index: Index| reading.facts.dates.get(index as usize).map(|date| &*date.timex);
        let hours = clocked(begin).zip(clocked(end)).and_then(|(a, b)| between_hours(a, b));
        let timex = hours.or_else(|| {
            likely(begin).zip(likely(end)).and_then(|(a, b)| {
                between(End { range: a, closed: closes(from) }, End { range: b, closed: closes(first) })
            })
        });
        let opening = if led { from - 1 } else { from };
        let mut certainty = sure.max(also);
        if text.lower(until) == "to" && !led {
            certainty = certainty.max(Certainty::Likely);
        }
        let at = reading.at(text.span(opening, last - 1), certainty);
        reading.facts.periods.push(model::Period {
            at,
            start: Some(begin),
            end: Some(end),
            length: None,
            timex,
            backwards: false,
        });
    }
}

/// A day or the first of a month of `XXXX-05-01`, in a year.
fn yearless(timex: &str, year: i16) -> Option<Date> {
    let (month, day) = timex.strip_prefix("XXXX-")?.split_once('-').or(timex.get(5..7).map(|month| (month, "01")))?;
    Date::new(year, month.parse().ok()?, day.parse().ok()?).ok()
}

/// The present, as TIMEX3 writes it.
pub(super) const NOW: &str = "PRESENT_REF";

/// The letters of a TIMEX3 day.
const DAY: usize = "2017-05-15".len();

/// One end of a period.
#[derive(Clone, Copy)]
struct End {
    range: DateRange,
    /// "the end of 2008", which is the first day of 2009 and not of 2008.
    closed: bool,
}

impl End {
    fn day(self) -> Date {
        if self.closed { anchor::shifted(self.range.last, 1.days()) } else { self.range.first }
    }
}

/// Whether a date begins with "the end of".
fn is_end(text: &Text<'_>, at: usize) -> bool {
    let noun = at + usize::from(words::is(text, at, "the"));
    matches!(text.lower(noun), "end" | "close") && words::is(text, noun + 1, "of")
}

/// The TIMEX3 value of a period: its two ends and how far they are apart, in the finer of the units
/// that they are written in. A month or year stands for its first day.
fn between(start: End, end: End) -> Option<Box<str>> {
    let (first, last) = (start.day(), end.day());
    let closed = start.closed || end.closed;
    let (start, end) = (start.range, end.range);
    if !is_sharp(start) || !is_sharp(end) || last <= first {
        return None;
    }
    let days = last.duration_since(first).as_hours() / 24;
    let years = i64::from(last.year() - first.year());
    let months = years * 12 + i64::from(last.month() - first.month());
    let length = match start.precision.min(end.precision) {
        Precision::Day => format!("P{days}D"),
        Precision::Week => format!("P{}W", days / 7),
        Precision::Month | Precision::Season => format!("P{months}M"),
        Precision::Year if closed => format!("P{months}M"),
        Precision::Year | Precision::Decade | Precision::Century => format!("P{years}Y"),
    };
    Some(format!("({},{},{length})", timex::date(first), timex::date(last)).into())
}

/// The TIMEX3 value of a period from an hour of one day to an hour of another: `(2017-05-12T18,2017-05-15T06,PT60H)`.
fn between_hours(begin: &str, end: &str) -> Option<Box<str>> {
    let (from, to) = (hour_of(begin)?, hour_of(end)?);
    let minutes = u32::try_from(to.duration_since(from).as_mins()).ok().filter(|minutes| *minutes > 0)?;
    Some(format!("({begin},{end},{})", timex::minutes(minutes)).into())
}

/// The hour of `2017-05-12T18` or `2017-05-12T18:30`.
fn hour_of(timex: &str) -> Option<DateTime> {
    let (day, time) = timex.split_once('T')?;
    let (hour, minute) = time.split_once(':').unwrap_or((time, "0"));
    let day: Date = day.parse().ok()?;
    Some(day.at(hour.parse().ok()?, minute.parse().ok().filter(|minute| *minute < 60)?, 0, 0))
}

/// The days of a date, or the likelier of the two readings of `5/4/2014`.
fn likely_days(date: &model::Date) -> Option<DateRange> {
    let value = date.value?;
    let likely = date.timex.parse().ok().filter(|_| value.precision == Precision::Day).map(DateRange::day);
    Some(likely.unwrap_or(value))
}

/// Whether the first day is the one that the wording begins with: not of a summer or a
/// fiscal year, whose days allow for every reading.
fn is_sharp(range: DateRange) -> bool {
    let longest = match range.precision {
        Precision::Day => 1,
        Precision::Week => 7,
        Precision::Month => 31,
        Precision::Season => 184,
        Precision::Year => 366,
        Precision::Decade | Precision::Century => return true,
    };
    range.last.duration_since(range.first).as_hours() / 24 < longest
}
