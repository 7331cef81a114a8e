//! Dates, times of day, lengths of time, sets and periods, with their TIMEX3 values.
//!
//! One walk over the tokens: a word of [`words`] or a number says which reader to try, each reader
//! gives an [`Item`] that begins at the token, and [`Reader::keep`] makes the facts.

mod amount;
mod anchor;
mod anchored;
mod away;
mod beyond;
mod calendar;
mod clock;
mod clock_range;
mod dating;
mod day_of_month;
mod decade;
mod duration;
mod edge;
mod era;
mod feasts;
mod holiday;
mod hour;
mod keep;
mod listed;
mod moment;
mod monthless;
mod moon;
mod nth;
mod number;
mod numeric;
mod part;
mod period;
mod quarter;
mod race;
mod recent;
mod reference;
mod relative;
mod session;
mod set;
mod shared;
mod spoken;
mod stay;
mod the;
mod timex;
mod units_together;
mod weekday;
mod words;
mod year;
mod year_apart;
mod year_words;
mod zone;

#[cfg(test)]
mod cases;

use super::Reading;
use super::numeral;
use super::triggers::Trigger;
pub(super) use hour::HOUR_LEADS;
pub(super) use words::{is_month, is_no_time, is_weekday};

use crate::facts::date::{DateRange, Precision, Weekday};
use crate::facts::interval::Interval;
use crate::facts::model::{Figure, Index};
use crate::facts::names::Certainty;
use crate::facts::wording::Wording;
use crate::source::Span;
use crate::text::{Text, TokenKind};
use numeric::Habit;
use quarter::Quarter;
use words::{Unit, Word, is, is_dash};

/// A date as read, before it is a fact.
#[derive(Clone, Debug)]
struct Day {
    value: Option<DateRange>,
    timex: String,
    weekday: Option<(Weekday, Span)>,
    number: Option<(u8, Span)>,
    precision: Precision,
    explicit: bool,
    relative: bool,
}

impl Default for Day {
    fn default() -> Self {
        Self {
            value: None,
            timex: String::new(),
            weekday: None,
            number: None,
            precision: Precision::Day,
            explicit: false,
            relative: false,
        }
    }
}

/// A written day that its month does not have.
#[derive(Clone, Copy, Debug)]
struct Bad {
    year: Option<i32>,
    month: u8,
    day: u8,
    days: u8,
}

/// A time of day.
#[derive(Clone, Debug)]
struct Clock {
    timex: String,
    minutes: Option<u16>,
    /// As it is written; `None` of a part of the day.
    face: Option<clock::Face>,
}

impl Clock {
    /// A part of the day.
    fn part(part: words::DayPart) -> Self {
        Self { timex: timex::part(part).to_owned(), minutes: None, face: None }
    }
}

/// A length of time.
#[derive(Clone, Debug)]
struct Length {
    figure: Figure,
    days: Interval,
    unit: &'static str,
    timex: String,
}

/// What was read.
#[derive(Clone, Debug)]
enum What {
    Date(Day),
    /// The two ends of a period, the first ending before and the second beginning at the tokens given.
    Days(Box<[Day; 2]>, (usize, usize)),
    Bad(Bad),
    Time(Clock),
    /// Hours from one to another.
    Hours(clock_range::Hours),
    /// The same on a day, with the tokens of the day and their TIMEX3 value.
    DayHours(Box<Day>, (usize, usize), String),
    Set(String),
    Duration(Box<Length>),
}

/// Something read, with its tokens `first..end`.
#[derive(Clone, Debug)]
struct Item {
    first: usize,
    end: usize,
    what: What,
    certainty: Certainty,
}

/// What the walk knows of the text so far.
#[derive(Debug)]
struct Reader<'a> {
    text: &'a Text<'a>,
    published: Option<jiff::civil::Date>,
    wording: Wording,
    /// Day or month first, once worked out.
    order: Habit,
    /// The last date with a value, and its token.
    recent: Option<(DateRange, usize)>,
    /// The last that is a single day.
    recent_day: Option<(jiff::civil::Date, usize)>,
    last_quarter: Option<(Quarter, usize)>,
    /// The last time of day.
    last_told: Option<dating::Told>,
    /// One past the last year that was read.
    last_year_end: usize,
    /// The last date kept: its index, certainty, first token and the token after it.
    last_date: Option<(Index, Certainty, usize, usize)>,
    /// One past the last number whose unit stands behind a later one.
    last_shared: usize,
    /// The token that is being read.
    at: usize,
    /// One past the last token of the last fact.
    floor: usize,
}

/// Reads all dates and times.
pub(super) fn read(reading: &mut Reading<'_>) {
    let text = reading.text;
    let mut reader = Reader {
        text,
        published: text.article.published,
        wording: reading.wording,
        order: Habit::Unseen,
        recent: None,
        recent_day: None,
        last_quarter: None,
        last_told: None,
        last_year_end: 0,
        last_date: None,
        last_shared: 0,
        at: 0,
        floor: 0,
    };
    let mut at = 0;
    while let Some(next) = reading.next(at, text.tokens.len(), Trigger::TIME) {
        at = next;
        if reading.is_claimed(at) {
            at += 1;
            continue;
        }
        reader.at = at;
        let found = reader.read(at, 0).filter(|item| !(item.first..item.end).any(|at| reading.is_claimed(at)));
        let Some(item) = found else {
            at += 1;
            continue;
        };
        let item = reader.moment(item);
        let item = reader.with_day(item);
        reader.tells(&item);
        at = item.end.max(at + 1);
        reader.floor = at;
        reader.keep(reading, item);
    }
}

/// The words that a time may begin with.
pub(super) fn words() -> impl Iterator<Item = &'static str> {
    words::all()
}

/// How many words of one expression may each hold the rest of it.
const DEPTH: u8 = 4;

impl Reader<'_> {
    /// What begins at a token.
    fn read(&mut self, at: usize, depth: u8) -> Option<Item> {
        let text = self.text;
        if depth > DEPTH {
            return None;
        }
        if text.kind(at) == TokenKind::Number {
            return self.number(at);
        }
        let Some(word) = words::of(text, at) else {
            let quoted = text.kind(at) == TokenKind::Mark && matches!(text.word(at), "'" | "’" | "‘");
            if quoted {
                return self.decade(at + 1).or_else(|| self.short_year(at));
            }
            // "½ hour"
            return if numeral::is_vulgar(text.word(at)) { self.length_or_shift(at) } else { None };
        };
        match word {
            Word::Month(..) => self.holiday(at).or_else(|| self.month_date(at)),
            Word::Weekday(..) => self.weekday_date(at),
            Word::Weekdays(day) => {
                let set = self.is_each(at);
                let what = What::Set(timex::weekday(day));
                set.then_some(Item { first: at, end: at + 1, what, certainty: Certainty::Likely })
            }
            Word::Unit(Unit::Quarter, false) => self.hours(at),
            Word::Unit(unit, plural) => self.bare_unit(at, unit, plural),
            Word::Season(season) => self.holiday(at).or_else(|| self.season(at, season)),
            Word::Part(part) => self.part_alone(at, part),
            Word::Sun(part) => self.sun(at, part),
            Word::Weekends => self.weekends(at),
            Word::Overnight => self.overnight(at),
            Word::Weekend => None,
            Word::Long(unit) => self.long(at, unit),
            Word::Tonight => Some(self.tonight(at)),
            Word::Ordinal(number) => self
                .ordinal(at, i16::from(number), at + 1)
                .or_else(|| self.day_date(at))
                .or_else(|| self.day_of_that_month(at))
                .or_else(|| self.nth_part(at))
                .or_else(|| self.first_months(at)),
            Word::Tens(tens) => {
                let dated = self.day_date(at).or_else(|| self.day_of_that_month(at));
                let part = dated.or_else(|| self.tens_ordinal(at, tens)).or_else(|| self.nth_part(at));
                part.or_else(|| self.worded_number(at))
            }
            Word::Near(days) => {
                let name = text.token(at).is_some_and(|token| token.case == crate::text::Case::Title)
                    && at > 0
                    && text.kind(at.wrapping_sub(1)) == TokenKind::Word
                    && !self.opens_sentence(at)
                    || is(text, at.wrapping_sub(1), "USA");
                (!name).then(|| self.near(at, days))
            }
            Word::Which(which) => self.which(at, which),
            Word::Every => self.every(at),
            Word::The => self.the(at, depth),
            Word::Latter => self.latter(at),
            Word::Close(unit) => {
                let what = What::Date(away::moved(self.published?, unit, 0));
                Some(Item { first: at, end: at + 1, what, certainty: Certainty::Weak })
            }
            Word::Half => self.hours(at).or_else(|| self.length_or_shift(at)),
            Word::A => self.past_hour(at).or_else(|| self.length_or_shift(at)),
            Word::Several => self.length_or_shift(at),
            Word::All => self.holiday(at).or_else(|| self.all(at)),
            Word::Edge => self.edge(at, depth),
            Word::EdgeOf => self.edge_of(at, depth),
            Word::Reference(value) => self.reference(at, value),
            Word::Often(value) => {
                if is_dash(text, at.wrapping_sub(1)) && text.glued(at) {
                    return self.half_as_often(at);
                }
                let what = What::Set(value.to_owned());
                let lower = text.token(at).is_some_and(|token| token.case == crate::text::Case::Lower);
                let daily =
                    matches!(text.lower(at), "daily" | "weekly" | "monthly" | "nightly" | "hourly" | "semiannual");
                let adverb = (lower || self.opens_sentence(at)) && (daily || !self.is_adjective(at));
                adverb.then_some(Item { first: at, end: at + 1, what, certainty: Certainty::Weak })
            }
            Word::Tenties(_) => self.decade(at),
            Word::Number => self.worded_number(at),
            Word::Letter => self.lettered(at),
            Word::Noon => self.clock_range(at).or_else(|| Some(self.noon(at, false))),
            Word::Midnight => self.clock_range(at).or_else(|| Some(self.noon(at, true))),
            Word::Final => self.final_quarter(at).or_else(|| self.last_part(at)),
            Word::Fiscal => self.fiscal_year(at, at + 1).or_else(|| self.lettered(at)),
            Word::Holiday => self.holiday(at),
        }
    }

    /// Whether a noun or adjective follows: "the quarterly dividend".
    fn is_adjective(&self, at: usize) -> bool {
        let text = self.text;
        let follower = matches!(
            text.lower(at + 1),
            "and"
                | "or"
                | "to"
                | "in"
                | "for"
                | "on"
                | "at"
                | "by"
                | "from"
                | "since"
                | "through"
                | "but"
                | "as"
                | "with"
        );
        // "everyday “citizen journalists”"
        let quoted = matches!(text.word(at + 1), "\"" | "“" | "‘" | "'") && text.glued(at + 2) && !text.glued(at + 1);
        quoted || text.kind(at + 1) == TokenKind::Word && !follower
    }
}

/// The item with its first token moved back; the words before a date do not narrow it.
fn widened(first: usize, item: Item) -> Item {
    Item { first, ..item }
}
