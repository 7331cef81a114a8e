//! Dates, times of day, lengths of time, sets and periods, with their TIMEX3 values.
//!
//! One walk over the tokens: a word of [`words`] or a number says which reader to try, each reader
//! gives an [`Item`] that begins at the token, and [`Reader::keep`] makes the facts.

mod anchor;
mod anchored;
mod away;
mod calendar;
mod clock;
mod clock_range;
mod dating;
mod decade;
mod duration;
mod edge;
mod era;
mod holiday;
mod keep;
mod listed;
mod moment;
mod monthless;
mod moon;
mod nth;
mod numeric;
mod part;
mod period;
mod quarter;
mod race;
mod reference;
mod relative;
mod set;
mod spoken;
mod stay;
mod timex;
mod units_together;
mod weekday;
mod words;
mod year;
mod year_apart;
mod zone;

#[cfg(test)]
mod cases;

use super::Reading;
use super::triggers::Trigger;
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
            return if quoted { self.decade(at + 1).or_else(|| self.short_year(at)) } else { None };
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
            Word::Weekends => self.weekends(at),
            Word::Weekend | Word::Overnight => None,
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
            Word::Half => self.hours(at).or_else(|| self.length_or_shift(at)),
            Word::A => self.past_hour(at).or_else(|| self.length_or_shift(at)),
            Word::Several => self.length_or_shift(at),
            Word::All => self.all(at),
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

    /// What begins with digits.
    fn number(&mut self, at: usize) -> Option<Item> {
        let text = self.text;
        let glued = text.glued(at)
            && !super::hedge::is_sign(text, at)
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
                .numeric(at, None)
                .or_else(|| self.decade(at))
                .or_else(|| self.year_first(at))
                .or_else(|| self.year(at))
        {
            return Some(item);
        }
        let short = word.len() <= 2;
        if short && let Some(item) = self.raced(at).or_else(|| self.clock_range(at)) {
            return Some(item);
        }
        if short || word.contains('.') {
            let dated = self.numeric(at, None).or_else(|| self.day_date(at)).or_else(|| self.decade(at));
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
    fn worded_number(&mut self, at: usize) -> Option<Item> {
        self.hours(at).or_else(|| self.spoken_year(at)).or_else(|| self.length_or_shift(at))
    }

    /// "twenty-first century".
    fn tens_ordinal(&mut self, at: usize, tens: u8) -> Option<Item> {
        let ones = at + 1 + usize::from(is_dash(self.text, at + 1));
        match words::of(self.text, ones) {
            Some(Word::Ordinal(number)) if number < 10 => self.ordinal(at, i16::from(tens + number), ones + 1),
            _ => None,
        }
    }

    /// "first nine months": a length.
    fn first_months(&mut self, at: usize) -> Option<Item> {
        if !matches!(self.text.lower(at), "first") {
            return None;
        }
        let mut item = self.duration(at + 1)?;
        item.first = at;
        Some(item)
    }

    /// A time of day, or hours from one to another.
    fn hours(&self, at: usize) -> Option<Item> {
        self.clock_range(at).or_else(|| self.clock(at))
    }

    /// A length of time, or the time that lies so far from another.
    fn length_or_shift(&mut self, at: usize) -> Option<Item> {
        if duration::is_programme(self.text, at) {
            return None;
        }
        let Some(amount) = self.amount(at) else { return self.stay(at) };
        let shifted = self.shifted(&amount).or_else(|| self.away_from_day(&amount)).or_else(|| self.ahead(&amount));
        let shifted = shifted.or_else(|| self.weeks_beyond(&amount));
        Some(shifted.unwrap_or_else(|| self.lasting(at, amount)))
    }

    /// "for years", "months of talks": a length without a number.
    fn bare_unit(&mut self, at: usize, unit: Unit, plural: bool) -> Option<Item> {
        let text = self.text;
        let next = (text.lower(at + 1), text.lower(at + 2));
        if unit == Unit::Day && matches!(next, ("after", "tomorrow" | "tmrw") | ("before", "yesterday")) {
            return self.unit_beside(at, at, unit);
        }
        if !plural && self.is_long(at) {
            return self.long(at, unit);
        }
        if let Some(item) = self.year_ago(at).or_else(|| self.year_to_date(at)) {
            return Some(item);
        }
        if unit == Unit::Year && !plural {
            let joined = is_dash(text, at + 1) && text.glued(at + 1) || text.kind(at + 1) == TokenKind::Possessive;
            let end = at + 1 + usize::from(joined);
            let noun = text.kind(end + 1) == TokenKind::Word && !joined;
            if text.lower(end) != "end" || noun {
                return None;
            }
            // "the year's end" is as wide as the year.
            let now = self.published?;
            let day = if text.kind(at + 1) == TokenKind::Possessive {
                away::moved(now, Unit::Year, 0)
            } else {
                away::year_end(now)
            };
            return Some(Item { first: at, end: end + 1, what: What::Date(day), certainty: Certainty::Weak });
        }
        if !plural || matches!(unit, Unit::Second | Unit::Quarter) {
            return None;
        }
        let before = words::before(text, at);
        let hyphen = self.is_long(at) || is_dash(text, at + 1) && is(text, at + 2, "old") && text.glued(at + 1);
        let lasts = LENGTH_LEADS.contains(&before);
        let pause = text.kind(at + 1) == TokenKind::Mark;
        let shifts = matches!(text.lower(at + 1), "ago" | "later" | "earlier" | "before" | "after");
        if !(lasts || hyphen || before == "in" && pause || shifts && before != "the") {
            return None;
        }
        let end = if hyphen { at + 3 } else { at + 1 };
        let value = Interval::at_least(crate::facts::exact::Exact::whole(2));
        let length = duration::Amount::new(None, value, unit, (at, end), text.span(at, at));
        let what = What::Duration(Box::new(length.length()));
        Some(Item { first: at, end, what, certainty: Certainty::Weak })
    }

    /// What "the" begins.
    fn the(&mut self, at: usize, depth: u8) -> Option<Item> {
        let text = self.text;
        let noun = at + 1;
        if matches!(text.lower(noun), "comparable" | "corresponding") {
            return self.year_ago(noun + 1).map(|item| widened(at, item));
        }
        if matches!(text.lower(noun), "latest" | "full" | "entire" | "whole" | "fiscal" | "financial")
            && let Some(Word::Unit(unit @ (Unit::Quarter | Unit::Year), false)) = words::of(text, noun + 1)
        {
            let fiscal = unit == Unit::Year && matches!(text.lower(noun), "fiscal" | "financial");
            let named = if fiscal { self.fiscal_year(at, noun + 1) } else { None };
            return named.or_else(|| self.the_unit(at, noun + 1, unit));
        }
        // A business report calls the quarter that it is about "the latest period".
        if is(text, noun, "latest") && is(text, noun + 1, "period") {
            let quarter = self.recent_quarter(at).and_then(|quarter| quarter::moved(quarter, 0))?;
            return Some(Item { first: at, end: noun + 2, what: What::Date(quarter), certainty: Certainty::Weak });
        }
        let inner = match text.kind(noun) {
            TokenKind::Number => {
                let read = self.number(noun).filter(|item| !matches!(item.what, What::Time(_)));
                read.or_else(|| self.day_alone(noun))
            }
            TokenKind::Mark => self.read(noun, depth + 1),
            TokenKind::Possessive => None,
            TokenKind::Word => match words::of(text, noun)? {
                Word::Reference(value) => {
                    return self.reference(noun, value).map(|item| match text.lower(noun) {
                        "future" => widened(at, item),
                        _ => item,
                    });
                }
                Word::Unit(unit, false) => {
                    if unit == Unit::Week && text.kind(noun + 1) == TokenKind::Number {
                        return self.numbered_week(at, noun);
                    }
                    let beside = self.unit_beside(at, noun, unit).or_else(|| self.named_year(at, noun));
                    return beside.or_else(|| self.the_unit(at, noun, unit));
                }
                Word::Unit(unit, true) if text.lower(noun + 1) == "ahead" => {
                    return self.the_units(at, noun, unit).or_else(|| self.read(noun, depth + 1));
                }
                Word::Weekend => self.the_weekend(at, noun),
                Word::Part(part) => self.the_part(at, noun, part),
                Word::The
                | Word::A
                | Word::Every
                | Word::Near(_)
                | Word::Tonight
                | Word::Overnight
                | Word::Half
                | Word::Long(_)
                | Word::Letter => None,
                Word::Number => self.spoken_year(noun),
                Word::Which(_)
                | Word::Month(..)
                | Word::Weekday(..)
                | Word::Weekdays(_)
                | Word::Weekends
                | Word::Unit(..)
                | Word::Season(_)
                | Word::Ordinal(_)
                | Word::Tens(_)
                | Word::Edge
                | Word::EdgeOf
                | Word::Often(_)
                | Word::All
                | Word::Several
                | Word::Tenties(_)
                | Word::Noon
                | Word::Midnight
                | Word::Fiscal
                | Word::Final
                | Word::Holiday => self.read(noun, depth + 1).or_else(|| self.day_alone(noun)),
            },
        };
        inner.map(|item| widened(at, item))
    }

    /// "the weeks ahead": a length without a number.
    fn the_units(&self, first: usize, noun: usize, unit: Unit) -> Option<Item> {
        if unit < Unit::Day || unit == Unit::Quarter {
            return None;
        }
        let end = noun + 1;
        let value = Interval::at_least(crate::facts::exact::Exact::whole(2));
        let length = duration::Amount::new(None, value, unit, (first, end), self.text.span(noun, noun));
        let what = What::Duration(Box::new(length.length()));
        Some(Item { first, end, what, certainty: Certainty::Weak })
    }

    fn the_weekend(&mut self, at: usize, noun: usize) -> Option<Item> {
        if is(self.text, noun + 1, "of")
            && let Some(item) = self.weekend_of(at, noun + 2)
        {
            return Some(item);
        }
        let led = WEEKEND_LEADS.contains(&words::before(self.text, at));
        if !led {
            return None;
        }
        Some(self.which_weekend(at, noun + 1, words::Which::This))
    }
}

/// The item with its first token moved back; the words before a date do not narrow it.
fn widened(first: usize, item: Item) -> Item {
    Item { first, ..item }
}

/// What stands before a length without a number.
const LENGTH_LEADS: &[&str] = &["for", "took", "spent", "lasted", "within", "after", "take", "takes", "last", "lasts"];

/// What stands before "the weekend".
const WEEKEND_LEADS: &[&str] = &["over", "at", "during", "of", "for", "on", "before", "in", "after"];
