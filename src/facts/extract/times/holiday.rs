//! Holidays that news names, with the days that they fall on.

use super::anchor::{self, Lean};
use super::feasts::{self, Rule, stem};
use super::hour::is_alone;
use super::moon;
use super::words::{self, Unit, Which, is};
use super::{Day, Item, Reader, What, timex, year};
use crate::facts::date::{DateRange, Precision};
use crate::facts::names::Certainty;
use crate::text::{Case, Text, TokenKind};
use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

impl Reader<'_> {
    /// A holiday that is named here.
    pub(super) fn holiday(&self, at: usize) -> Option<Item> {
        let lean = |end| anchor::lean(self.text, at, end);
        self.holiday_with(at, |published, rule, end| nearest(published, rule, lean(end)))
    }

    /// "last Christmas", "next Easter".
    pub(super) fn holiday_of(&self, at: usize, which: Which) -> Option<Item> {
        self.holiday_with(at, |published, rule, _| {
            let years = published.year() - 4..=published.year() + 4;
            let mut all = years.into_iter().flat_map(|year| all_in(rule, year));
            match which {
                Which::Last | Which::Past | Which::Previous => all.filter(|day| *day < published).last(),
                Which::Next | Which::Coming | Which::Following => all.find(|day| *day > published),
                Which::This | Which::Same | Which::That => falls(rule, published.year()),
            }
        })
    }

    /// "the second Sunday of Advent", "the third Sunday in Lent", "the first Sunday after Easter"; `noun` is the Sunday.
    pub(super) fn church_sunday(&self, at: usize, number: i8, noun: usize) -> Option<Item> {
        let text = self.text;
        let number = i32::from(number);
        let rule = match (text.lower(noun), text.lower(noun + 1), text.lower(noun + 2)) {
            ("sunday", "of" | "in", "advent") if (1..=4).contains(&number) => Rule::Advent(number),
            ("sunday", "of" | "in", "lent") if (1..=5).contains(&number) => Rule::Easter(7 * (number - 7)),
            ("sunday", "of" | "after", "easter") if (1..=6).contains(&number) => {
                Rule::Easter(7 * (number - i32::from(is(text, noun + 1, "of"))))
            }
            _ => return None,
        };
        let lean = |end| anchor::lean(text, at, end);
        Some(self.fallen(at, noun + 3, rule, |published, rule, end| nearest(published, rule, lean(end))))
    }

    fn holiday_with(&self, at: usize, choose: impl Fn(Date, Rule, usize) -> Option<Date>) -> Option<Item> {
        let text = self.text;
        let lower = text.token(at).is_some_and(|token| token.case == Case::Lower);
        let first = text.lower(at);
        let (holiday, end) =
            feasts::begun(first).iter().find_map(|holiday| Some((holiday, matched(text, at, holiday.words)?)))?;
        // "a good Friday", "the earth day by day": small letters name only what cannot be anything else.
        let common = matches!(
            text.lower(at),
            "may"
                | "good"
                | "black"
                | "earth"
                | "new"
                | "april"
                | "giving"
                | "holy"
                | "st"
                | "ash"
                | "pi"
                | "epiphany"
                | "id"
        );
        // "on new year's eve" is what it says.
        let common = common && !(first == "new" && holiday.words.len() == 3);
        // "on black friday 2010": a year says that the day is meant.
        let dated = year::after(text, end).is_some();
        if lower && (common && !dated || text.token(end - 1).is_some_and(|token| token.case != Case::Lower)) {
            return None;
        }
        if is(text, end, ",") && words::month(text, end + 1).is_some() {
            return None;
        }
        let weekend = is(text, end, "weekend");
        if holiday.led && !weekend && !dated && !is_alone(text, at, end) {
            let before = words::before(text, at);
            // "from Thanksgiving to Christmas"
            let joined = matches!(before, "to" | "and" | "until") && self.floor + 1 == at;
            // "in the run-up to Christmas"
            let up = before == "to" && matches!(words::before(text, at - 1), "up" | "run-up" | "lead-up" | "prior");
            let leads = joined || up || HOLIDAY_LEADS.contains(&before);
            let next = text.token(end);
            let compound =
                next.is_some_and(|next| next.kind == TokenKind::Word && !HOLIDAY_FOLLOWERS.contains(&text.lower(end)));
            if !leads || compound {
                return None;
            }
        }
        Some(self.fallen(at, end, holiday.rule, choose))
    }

    /// "in five years" behind a holiday: its year, where the day of publication is known, and the token after it.
    fn in_years(&self, at: usize) -> Option<(Option<i16>, usize)> {
        let published = self.published.filter(|_| is(self.text, at, "in"))?;
        let amount = self.amount(at + 1).filter(|amount| amount.unit == Unit::Year)?;
        let years =
            amount.count.filter(|count| count.is_whole()).and_then(|count| i16::try_from(count.floor()).ok())?;
        Some((published.year().checked_add(years).filter(|_| years < 100), amount.end))
    }

    /// A holiday whose name ends before the token `end`, with its year and the weekend that it makes longer.
    fn fallen(&self, at: usize, end: usize, rule: Rule, choose: impl Fn(Date, Rule, usize) -> Option<Date>) -> Item {
        let text = self.text;
        let weekend = is(text, end, "weekend");
        let end = end + usize::from(weekend);
        let (written, end) = year::after(text, end).map_or((None, end), |(year, end)| (Some(year), end));
        let moved = self.year_moved(end).or_else(|| self.in_years(end)).filter(|_| written.is_none());
        let (reckoned, end) = moved.unwrap_or((None, end));
        let value = match written.or(reckoned) {
            Some(year) => falls(rule, year),
            None => self.published.and_then(|published| choose(published, rule, end)),
        };
        if let Some(day) = value.filter(|_| weekend) {
            let (value, timex) = weekend_beside(day);
            let explicit = written.is_some();
            let precision = Precision::Week;
            let day = Day { value: Some(value), timex, precision, explicit, relative: !explicit, ..Day::default() };
            return Item { first: at, end, what: What::Date(day), certainty: Certainty::Weak };
        }
        let timex = match (value, rule) {
            (Some(day), Rule::Islamic(_, _, days)) if days > 1 => {
                let after = anchor::shifted(day, days.days());
                format!("({},{},P{days}D)", timex::date(day), timex::date(after))
            }
            (Some(day), _) => timex::date(day),
            (None, Rule::Fixed(month, day)) => timex::day(None, Some(month.unsigned_abs()), day.unsigned_abs()),
            (None, _) => "XXXX-XX-XX".to_owned(),
        };
        let day = Day {
            value: value.map(|day| spread(rule, day)),
            timex,
            explicit: written.is_some(),
            relative: written.is_none(),
            ..Day::default()
        };
        // Countries keep some of these on other days, and "Christmas" is more than one day.
        Item { first: at, end, what: What::Date(day), certainty: Certainty::Weak }
    }
}

/// The token after a name, where the text has it here; a possessive belongs to its word.
fn matched(text: &Text<'_>, at: usize, words: &[&str]) -> Option<usize> {
    let mut at = at;
    for word in words {
        match stem(word) {
            Some(stem) if text.lower(at) == stem => {
                if text.kind(at + 1) != TokenKind::Possessive {
                    return None;
                }
                at += 2;
            }
            _ if text.lower(at) == *word => at += 1,
            _ => return None,
        }
    }
    Some(at)
}

/// The day that a holiday without a year means.
fn nearest(published: Date, rule: Rule, lean: Lean) -> Option<Date> {
    let years = published.year() - 4..=published.year() + 4;
    // The year of a vote speaks of its own.
    if matches!(rule, Rule::ElectionDay)
        && lean == Lean::Unknown
        && let Some(day) = falls(rule, published.year()).filter(|day| published.year() % 2 == 0 && *day >= published)
    {
        return Some(day);
    }
    anchor::nearest(published, years.into_iter().flat_map(|year| all_in(rule, year)), lean)
}

/// "Labor Day weekend": the Saturday and Sunday that a holiday makes longer, with the holiday.
fn weekend_beside(day: Date) -> (DateRange, String) {
    let to_saturday = match day.weekday() {
        Weekday::Monday => -2,
        Weekday::Tuesday => -3,
        Weekday::Wednesday => 3,
        Weekday::Thursday => 2,
        Weekday::Friday => 1,
        Weekday::Saturday => 0,
        Weekday::Sunday => -1,
    };
    let saturday = anchor::shifted(day, to_saturday.days());
    let sunday = anchor::shifted(saturday, 1.days());
    let value = DateRange { first: saturday.min(day), last: sunday.max(day), precision: Precision::Week };
    (value, format!("{}-WE", timex::week(sunday)))
}

/// All days of a holiday in a year: an Islamic feast can come twice.
fn all_in(rule: Rule, year: i16) -> impl Iterator<Item = Date> {
    let two = if let Rule::Islamic(month, day, _) = rule {
        let mut all = moon::islamic(year, month, day);
        [all.next(), all.next()]
    } else {
        [falls(rule, year), None]
    };
    two.into_iter().flatten()
}

/// The days that a holiday can be: the moon of an Islamic month is seen on one of three.
fn spread(rule: Rule, day: Date) -> DateRange {
    let days = match rule {
        Rule::Islamic(_, _, days) => days,
        Rule::Diwali(_) => 1,
        _ => return DateRange::day(day),
    };
    let (first, last) = (anchor::shifted(day, (-1).days()), anchor::shifted(day, days.days()));
    let precision = if days > 1 { Precision::Month } else { Precision::Day };
    DateRange { first, last, precision }
}

/// The day of a holiday in a year.
fn falls(rule: Rule, year: i16) -> Option<Date> {
    match rule {
        Rule::Fixed(month, day) => Date::new(year, month, day).ok(),
        Rule::Nth(month, nth, weekday) => Date::new(year, month, 1).ok()?.nth_weekday_of_month(nth, weekday).ok(),
        Rule::Before(month, day, weekday) => {
            let day = Date::new(year, month, day).ok()?;
            let back = i32::from(day.weekday().since(weekday));
            Some(anchor::shifted(day, (-if back == 0 { 7 } else { back }).days()))
        }
        Rule::Beside(month, nth, weekday, days) => {
            let day = Date::new(year, month, 1).ok()?.nth_weekday_of_month(nth, weekday).ok()?;
            Some(anchor::shifted(day, days.days()))
        }
        Rule::Advent(number) => {
            let fourth = falls(Rule::Before(12, 25, Weekday::Sunday), year)?;
            Some(anchor::shifted(fourth, (7 * (number - 4)).days()))
        }
        Rule::Orthodox(days) => Some(anchor::shifted(orthodox_easter(year)?, days.days())),
        Rule::Inauguration(month, day) => Date::new(year, month, day).ok().filter(|_| year % 4 == 1),
        Rule::Diwali(days) => Some(anchor::shifted(moon::DIWALI.day(year)?, days.days())),
        Rule::Easter(days) => Some(anchor::shifted(easter(year)?, days.days())),
        Rule::Thanksgiving(days) => {
            let thursday = Date::new(year, 11, 1).ok()?.nth_weekday_of_month(4, Weekday::Thursday).ok()?;
            Some(anchor::shifted(thursday, days.days()))
        }
        // 2008's was in February.
        Rule::SuperTuesday if year % 4 != 0 => None,
        Rule::SuperTuesday if year == 2008 => Date::new(year, 2, 5).ok(),
        Rule::SuperTuesday => Date::new(year, 3, 1).ok()?.nth_weekday_of_month(1, Weekday::Tuesday).ok(),
        Rule::RoshHashanah(days) => Some(anchor::shifted(moon::rosh_hashanah(year)?, days.days())),
        Rule::Hanukkah => moon::hanukkah(year),
        Rule::Islamic(month, day, _) => moon::islamic(year, month, day).next(),
        Rule::Listed(days) => days.day(year),
        Rule::ElectionDay => {
            let monday = Date::new(year, 11, 1).ok()?.nth_weekday_of_month(1, Weekday::Monday).ok()?;
            Some(anchor::shifted(monday, 1.days()))
        }
    }
}

/// Easter Sunday of the Gregorian calendar, by the tabular method of Gauss as Lichtenberg completed it.
fn easter(year: i16) -> Option<Date> {
    let year_number = i32::from(year);
    let century = year_number / 100;
    let moon_shift = 15 + (3 * century + 3) / 4 - (8 * century + 13) / 25;
    let sun_shift = 2 - (3 * century + 3) / 4;
    let cycle = year_number % 19;
    let seed = (19 * cycle + moon_shift) % 30;
    let correction = (seed + cycle / 11) / 29;
    // Days of March, to the full moon and to the first Sunday of March.
    let full_moon = 21 + seed - correction;
    let sunday = 7 - (year_number + year_number / 4 + sun_shift).rem_euclid(7);
    let wait = 7 - (full_moon - sunday).rem_euclid(7);
    Some(anchor::shifted(Date::new(year, 3, 1).ok()?, (full_moon + wait - 1).days()))
}

/// Easter Sunday of the Orthodox churches, which is reckoned by the Julian calendar, from 1900 to 2099.
fn orthodox_easter(year: i16) -> Option<Date> {
    let number = i32::from(year);
    let moon = (19 * (number % 19) + 15) % 30;
    let sunday = (2 * (number % 4) + 4 * (number % 7) - moon + 34).rem_euclid(7);
    // Days after 21 March of the Julian calendar, which is 13 days behind.
    let after = moon + sunday + 114;
    let julian = Date::new(year, i8::try_from(after / 31).ok()?, i8::try_from(after % 31 + 1).ok()?).ok()?;
    (1900..2100).contains(&year).then(|| anchor::shifted(julian, 13.days()))
}

/// What stands before "Christmas" where the day is meant.
const HOLIDAY_LEADS: &[&str] = &[
    "at", "before", "after", "by", "until", "since", "over", "last", "this", "next", "on", "every", "till", "around",
    "for", "during", "past", "previous",
];

/// What may follow it there.
const HOLIDAY_FOLLOWERS: &[&str] = &[
    "and", "or", "in", "but", "to", "when", "as", "with", "this", "last", "for", "on", "at", "after", "he", "she",
    "they", "it", "we", "is", "was",
];
