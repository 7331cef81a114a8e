//! Holidays that news names, with the days that they fall on.

use super::anchor::{self, Lean};
use super::moon::{self, Listed};
use super::words::{self, Which, is};
use super::{Day, Item, Reader, What, timex, year};
use crate::facts::date::{DateRange, Precision};
use crate::facts::names::Certainty;
use crate::text::{Case, Text, TokenKind};
use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

/// When a holiday is.
#[derive(Clone, Copy, Debug)]
enum Rule {
    /// A month and a day.
    Fixed(i8, i8),
    /// The n-th weekday of a month; from its end where negative.
    Nth(i8, i8, Weekday),
    /// The last such weekday before a day.
    Before(i8, i8, Weekday),
    /// Days after Easter Sunday.
    Easter(i32),
    /// The Tuesday after the first Monday of November.
    ElectionDay,
    /// The first Tuesday of March of a year in which a president of the United States is elected.
    SuperTuesday,
    /// Days after Thanksgiving.
    Thanksgiving(i32),
    /// Days after Rosh Hashanah.
    RoshHashanah(i32),
    Hanukkah,
    /// A month and a day of the Islamic calendar, with how many days the feast lasts.
    Islamic(i32, i32, i32),
    /// As a list has it.
    Listed(&'static Listed),
}

/// A holiday: its words in lower case, and whether they stand for the day without further sign.
struct Holiday {
    words: &'static [&'static str],
    rule: Rule,
    /// The words are used for more than the day ("Christmas tree"); a word before has to lead.
    led: bool,
}

const fn day(words: &'static [&'static str], rule: Rule) -> Holiday {
    Holiday { words, rule, led: false }
}

const fn led(words: &'static [&'static str], rule: Rule) -> Holiday {
    Holiday { words, rule, led: true }
}

/// Longer names stand before the shorter ones that begin them.
static HOLIDAYS: &[Holiday] = &[
    day(&["christmas", "day"], Rule::Fixed(12, 25)),
    day(&["christmas", "eve"], Rule::Fixed(12, 24)),
    led(&["christmas"], Rule::Fixed(12, 25)),
    day(&["xmas", "day"], Rule::Fixed(12, 25)),
    day(&["xmas", "eve"], Rule::Fixed(12, 24)),
    led(&["xmas"], Rule::Fixed(12, 25)),
    day(&["hogmanay"], Rule::Fixed(12, 31)),
    day(&["kwanzaa"], Rule::Fixed(12, 26)),
    day(&["candlemas"], Rule::Fixed(2, 2)),
    day(&["valentine", "day"], Rule::Fixed(2, 14)),
    day(&["saint", "valentine's", "day"], Rule::Fixed(2, 14)),
    day(&["st", ".", "valentine's", "day"], Rule::Fixed(2, 14)),
    day(&["saint", "patricks", "day"], Rule::Fixed(3, 17)),
    day(&["st", "patricks", "day"], Rule::Fixed(3, 17)),
    day(&["saint", "george's", "day"], Rule::Fixed(4, 23)),
    day(&["saint", "andrew's", "day"], Rule::Fixed(11, 30)),
    day(&["saint", "david's", "day"], Rule::Fixed(3, 1)),
    day(&["saint", "stephen's", "day"], Rule::Fixed(12, 26)),
    day(&["all", "hallows'", "eve"], Rule::Fixed(10, 31)),
    day(&["all", "saints", "day"], Rule::Fixed(11, 1)),
    day(&["all", "souls", "day"], Rule::Fixed(11, 2)),
    day(&["walpurgis", "night"], Rule::Fixed(4, 30)),
    day(&["pi", "day"], Rule::Fixed(3, 14)),
    day(&["europe", "day"], Rule::Fixed(5, 9)),
    day(&["singles'", "day"], Rule::Fixed(11, 11)),
    day(&["singles", "day"], Rule::Fixed(11, 11)),
    day(&["cesar", "chavez", "day"], Rule::Fixed(3, 31)),
    day(&["emancipation", "day"], Rule::Fixed(4, 16)),
    day(&["mandela", "day"], Rule::Fixed(7, 18)),
    day(&["german", "unity", "day"], Rule::Fixed(10, 3)),
    day(&["reformation", "day"], Rule::Fixed(10, 31)),
    day(&["rizal", "day"], Rule::Fixed(12, 30)),
    day(&["world", "water", "day"], Rule::Fixed(3, 22)),
    day(&["world", "cancer", "day"], Rule::Fixed(2, 4)),
    day(&["world", "press", "freedom", "day"], Rule::Fixed(5, 3)),
    day(&["world", "no", "tobacco", "day"], Rule::Fixed(5, 31)),
    day(&["world", "oceans", "day"], Rule::Fixed(6, 8)),
    day(&["world", "population", "day"], Rule::Fixed(7, 11)),
    day(&["world", "humanitarian", "day"], Rule::Fixed(8, 19)),
    day(&["world", "mental", "health", "day"], Rule::Fixed(10, 10)),
    day(&["world", "food", "day"], Rule::Fixed(10, 16)),
    day(&["world", "vegan", "day"], Rule::Fixed(11, 1)),
    day(&["world", "diabetes", "day"], Rule::Fixed(11, 14)),
    day(&["world", "tourism", "day"], Rule::Fixed(9, 27)),
    day(&["international", "youth", "day"], Rule::Fixed(8, 12)),
    day(&["international", "men's", "day"], Rule::Fixed(11, 19)),
    day(&["pearl", "harbor", "day"], Rule::Fixed(12, 7)),
    day(&["boss's", "day"], Rule::Fixed(10, 16)),
    day(&["arbor", "day"], Rule::Nth(4, -1, Weekday::Friday)),
    day(&["armed", "forces", "day"], Rule::Nth(5, 3, Weekday::Saturday)),
    day(&["melbourne", "cup", "day"], Rule::Nth(11, 1, Weekday::Tuesday)),
    day(&["victoria", "day"], Rule::Before(5, 25, Weekday::Monday)),
    day(&["whit", "sunday"], Rule::Easter(49)),
    day(&["whitsun"], Rule::Easter(49)),
    day(&["trinity", "sunday"], Rule::Easter(56)),
    day(&["ascension", "thursday"], Rule::Easter(39)),
    day(&["boxing", "day"], Rule::Fixed(12, 26)),
    day(&["new", "year's", "eve"], Rule::Fixed(12, 31)),
    day(&["new", "years", "eve"], Rule::Fixed(12, 31)),
    day(&["new", "year's", "day"], Rule::Fixed(1, 1)),
    day(&["new", "years", "day"], Rule::Fixed(1, 1)),
    day(&["valentine's", "day"], Rule::Fixed(2, 14)),
    day(&["valentines", "day"], Rule::Fixed(2, 14)),
    day(&["st", "patrick's", "day"], Rule::Fixed(3, 17)),
    day(&["saint", "patrick's", "day"], Rule::Fixed(3, 17)),
    day(&["st", "david's", "day"], Rule::Fixed(3, 1)),
    day(&["st", "george's", "day"], Rule::Fixed(4, 23)),
    day(&["st", "andrew's", "day"], Rule::Fixed(11, 30)),
    day(&["international", "women's", "day"], Rule::Fixed(3, 8)),
    day(&["world", "aids", "day"], Rule::Fixed(12, 1)),
    day(&["burns", "night"], Rule::Fixed(1, 25)),
    day(&["waitangi", "day"], Rule::Fixed(2, 6)),
    day(&["cinco", "de", "mayo"], Rule::Fixed(5, 5)),
    day(&["flag", "day"], Rule::Fixed(6, 14)),
    day(&["guy", "fawkes", "night"], Rule::Fixed(11, 5)),
    day(&["remembrance", "day"], Rule::Fixed(11, 11)),
    day(&["all", "saints'", "day"], Rule::Fixed(11, 1)),
    day(&["all", "souls'", "day"], Rule::Fixed(11, 2)),
    day(&["remembrance", "sunday"], Rule::Nth(11, 2, Weekday::Sunday)),
    day(&["patriots'", "day"], Rule::Nth(4, 3, Weekday::Monday)),
    day(&["indigenous", "peoples'", "day"], Rule::Nth(10, 2, Weekday::Monday)),
    day(&["mothering", "sunday"], Rule::Easter(-21)),
    day(&["st", ".", "patrick's", "day"], Rule::Fixed(3, 17)),
    day(&["groundhog", "day"], Rule::Fixed(2, 2)),
    day(&["april", "fools'", "day"], Rule::Fixed(4, 1)),
    day(&["april", "fool's", "day"], Rule::Fixed(4, 1)),
    day(&["earth", "day"], Rule::Fixed(4, 22)),
    day(&["may", "day"], Rule::Fixed(5, 1)),
    day(&["juneteenth"], Rule::Fixed(6, 19)),
    day(&["independence", "day"], Rule::Fixed(7, 4)),
    day(&["bastille", "day"], Rule::Fixed(7, 14)),
    day(&["halloween"], Rule::Fixed(10, 31)),
    day(&["bonfire", "night"], Rule::Fixed(11, 5)),
    day(&["veterans", "day"], Rule::Fixed(11, 11)),
    day(&["veterans'", "day"], Rule::Fixed(11, 11)),
    day(&["armistice", "day"], Rule::Fixed(11, 11)),
    day(&["anzac", "day"], Rule::Fixed(4, 25)),
    day(&["guy", "fawkes", "day"], Rule::Fixed(11, 5)),
    day(&["st", "stephen's", "day"], Rule::Fixed(12, 26)),
    day(&["st", ".", "stephen's", "day"], Rule::Fixed(12, 26)),
    day(&["st", ".", "david's", "day"], Rule::Fixed(3, 1)),
    day(&["st", ".", "george's", "day"], Rule::Fixed(4, 23)),
    day(&["st", ".", "andrew's", "day"], Rule::Fixed(11, 30)),
    day(&["ve", "day"], Rule::Fixed(5, 8)),
    day(&["world", "health", "day"], Rule::Fixed(4, 7)),
    day(&["world", "environment", "day"], Rule::Fixed(6, 5)),
    day(&["world", "refugee", "day"], Rule::Fixed(6, 20)),
    day(&["human", "rights", "day"], Rule::Fixed(12, 10)),
    day(&["international", "workers'", "day"], Rule::Fixed(5, 1)),
    day(&["international", "holocaust", "remembrance", "day"], Rule::Fixed(1, 27)),
    day(&["orthodox", "christmas"], Rule::Fixed(1, 7)),
    day(&["lincoln's", "birthday"], Rule::Fixed(2, 12)),
    day(&["washington's", "birthday"], Rule::Nth(2, 3, Weekday::Monday)),
    day(&["gandhi", "jayanti"], Rule::Fixed(10, 2)),
    day(&["king's", "day"], Rule::Fixed(4, 27)),
    day(&["early", "may", "bank", "holiday"], Rule::Nth(5, 1, Weekday::Monday)),
    day(&["spring", "bank", "holiday"], Rule::Nth(5, -1, Weekday::Monday)),
    day(&["summer", "bank", "holiday"], Rule::Nth(8, -1, Weekday::Monday)),
    day(&["august", "bank", "holiday"], Rule::Nth(8, -1, Weekday::Monday)),
    day(&["australia", "day"], Rule::Fixed(1, 26)),
    day(&["canada", "day"], Rule::Fixed(7, 1)),
    day(&["martin", "luther", "king", "jr", ".", "day"], Rule::Nth(1, 3, Weekday::Monday)),
    day(&["martin", "luther", "king", "jr", "day"], Rule::Nth(1, 3, Weekday::Monday)),
    day(&["martin", "luther", "king", "day"], Rule::Nth(1, 3, Weekday::Monday)),
    day(&["mlk", "day"], Rule::Nth(1, 3, Weekday::Monday)),
    day(&["presidents", "day"], Rule::Nth(2, 3, Weekday::Monday)),
    day(&["presidents'", "day"], Rule::Nth(2, 3, Weekday::Monday)),
    day(&["mother's", "day"], Rule::Nth(5, 2, Weekday::Sunday)),
    day(&["mothers", "day"], Rule::Nth(5, 2, Weekday::Sunday)),
    day(&["father's", "day"], Rule::Nth(6, 3, Weekday::Sunday)),
    day(&["fathers", "day"], Rule::Nth(6, 3, Weekday::Sunday)),
    day(&["memorial", "day"], Rule::Nth(5, -1, Weekday::Monday)),
    day(&["labor", "day"], Rule::Nth(9, 1, Weekday::Monday)),
    day(&["labour", "day"], Rule::Nth(9, 1, Weekday::Monday)),
    day(&["columbus", "day"], Rule::Nth(10, 2, Weekday::Monday)),
    day(&["election", "day"], Rule::ElectionDay),
    day(&["super", "tuesday"], Rule::SuperTuesday),
    led(&["new", "year's"], Rule::Fixed(1, 1)),
    day(&["thanksgiving", "day"], Rule::Thanksgiving(0)),
    day(&["thanksgiving", "eve"], Rule::Thanksgiving(-1)),
    day(&["thanksgiving"], Rule::Thanksgiving(0)),
    day(&["black", "friday"], Rule::Thanksgiving(1)),
    day(&["cyber", "monday"], Rule::Thanksgiving(4)),
    day(&["giving", "tuesday"], Rule::Thanksgiving(5)),
    day(&["shrove", "tuesday"], Rule::Easter(-47)),
    day(&["mardi", "gras"], Rule::Easter(-47)),
    day(&["ash", "wednesday"], Rule::Easter(-46)),
    day(&["palm", "sunday"], Rule::Easter(-7)),
    day(&["maundy", "thursday"], Rule::Easter(-3)),
    day(&["good", "friday"], Rule::Easter(-2)),
    day(&["holy", "saturday"], Rule::Easter(-1)),
    day(&["easter", "sunday"], Rule::Easter(0)),
    day(&["easter", "monday"], Rule::Easter(1)),
    led(&["easter"], Rule::Easter(0)),
    day(&["ascension", "day"], Rule::Easter(39)),
    day(&["pentecost"], Rule::Easter(49)),
    day(&["whit", "monday"], Rule::Easter(50)),
    day(&["corpus", "christi"], Rule::Easter(60)),
    day(&["rosh", "hashanah"], Rule::RoshHashanah(0)),
    day(&["rosh", "hashana"], Rule::RoshHashanah(0)),
    day(&["yom", "kippur"], Rule::RoshHashanah(9)),
    day(&["sukkot"], Rule::RoshHashanah(14)),
    day(&["purim"], Rule::RoshHashanah(-193)),
    day(&["passover"], Rule::RoshHashanah(-163)),
    day(&["hanukkah"], Rule::Hanukkah),
    day(&["chanukah"], Rule::Hanukkah),
    day(&["ramadan"], Rule::Islamic(9, 1, 30)),
    // The months of the feasts begin a day early more often than not.
    day(&["eid", "al", "-", "fitr"], Rule::Islamic(10, 0, 1)),
    day(&["eid", "ul", "-", "fitr"], Rule::Islamic(10, 0, 1)),
    day(&["eid", "al", "-", "adha"], Rule::Islamic(12, 9, 1)),
    day(&["eid", "ul", "-", "adha"], Rule::Islamic(12, 9, 1)),
    day(&["ashura"], Rule::Islamic(1, 10, 1)),
    day(&["ramazan"], Rule::Islamic(9, 1, 30)),
    day(&["ramadhan"], Rule::Islamic(9, 1, 30)),
    day(&["ramzan"], Rule::Islamic(9, 1, 30)),
    day(&["diwali"], Rule::Listed(&moon::DIWALI)),
    day(&["deepavali"], Rule::Listed(&moon::DIWALI)),
    day(&["holi"], Rule::Listed(&moon::HOLI)),
    day(&["nowruz"], Rule::Fixed(3, 21)),
    day(&["norouz"], Rule::Fixed(3, 21)),
    day(&["michaelmas"], Rule::Fixed(9, 29)),
    day(&["vj", "day"], Rule::Fixed(8, 15)),
    day(&["st", ".", "patricks", "day"], Rule::Fixed(3, 17)),
    day(&["international", "workers", "day"], Rule::Fixed(5, 1)),
    day(&["chinese", "new", "year"], Rule::Listed(&moon::CHINESE_NEW_YEAR)),
    day(&["lunar", "new", "year"], Rule::Listed(&moon::CHINESE_NEW_YEAR)),
];

/// The first words of all names, for the table of words.
pub(super) fn first_words() -> impl Iterator<Item = &'static str> {
    HOLIDAYS.iter().filter_map(|holiday| holiday.words.first()).map(|word| word.strip_suffix("'s").unwrap_or(word))
}

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

    fn holiday_with(&self, at: usize, choose: impl Fn(Date, Rule, usize) -> Option<Date>) -> Option<Item> {
        let text = self.text;
        let lower = text.token(at).is_some_and(|token| token.case == Case::Lower);
        let first = text.lower(at);
        // Nearly all holidays are told by their first letter alone.
        let begins = |holiday: &&Holiday| {
            let letter = first.as_bytes().first();
            holiday.words.first().is_some_and(|word| word.as_bytes().first() == letter && word.starts_with(first))
        };
        let mut all = HOLIDAYS.iter().filter(begins);
        let (holiday, end) = all.find_map(|holiday| Some((holiday, matched(text, at, holiday.words)?)))?;
        // "a good Friday", "the earth day by day": small letters name only what cannot be anything else.
        let common = matches!(
            text.lower(at),
            "may" | "good" | "black" | "earth" | "new" | "april" | "giving" | "holy" | "st" | "ash" | "pi"
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
        if holiday.led && !weekend && !dated {
            let before = words::before(text, at);
            // "from Thanksgiving to Christmas"
            let joined = matches!(before, "to" | "and" | "until") && self.floor + 1 == at;
            let leads = joined || HOLIDAY_LEADS.contains(&before);
            let next = text.token(end);
            let compound =
                next.is_some_and(|next| next.kind == TokenKind::Word && !HOLIDAY_FOLLOWERS.contains(&text.lower(end)));
            if !leads || compound {
                return None;
            }
        }
        let end = end + usize::from(weekend);
        let (written, end) = year::after(text, end).map_or((None, end), |(year, end)| (Some(year), end));
        let (reckoned, end) = self.year_moved(end).filter(|_| written.is_none()).unwrap_or((None, end));
        let value = match written.or(reckoned) {
            Some(year) => falls(holiday.rule, year),
            None => self.published.and_then(|published| choose(published, holiday.rule, end)),
        };
        if let Some(day) = value.filter(|_| weekend) {
            let (value, timex) = weekend_beside(day);
            let explicit = written.is_some();
            let precision = Precision::Week;
            let day = Day { value: Some(value), timex, precision, explicit, relative: !explicit, ..Day::default() };
            return Some(Item { first: at, end, what: What::Date(day), certainty: Certainty::Weak });
        }
        let timex = match (value, holiday.rule) {
            (Some(day), Rule::Islamic(_, _, days)) if days > 1 => {
                let after = anchor::shifted(day, days.days());
                format!("({},{},P{days}D)", timex::date(day), timex::date(after))
            }
            (Some(day), _) => timex::date(day),
            (None, Rule::Fixed(month, day)) => timex::day(None, Some(month.unsigned_abs()), day.unsigned_abs()),
            (None, _) => "XXXX-XX-XX".to_owned(),
        };
        let day = Day {
            value: value.map(|day| spread(holiday.rule, day)),
            timex,
            explicit: written.is_some(),
            relative: written.is_none(),
            ..Day::default()
        };
        // Countries keep some of these on other days, and "Christmas" is more than one day.
        Some(Item { first: at, end, what: What::Date(day), certainty: Certainty::Weak })
    }
}

/// The token after a name, where the text has it here; a possessive belongs to its word.
fn matched(text: &Text<'_>, at: usize, words: &[&str]) -> Option<usize> {
    let mut at = at;
    for word in words {
        let possessive = word.strip_suffix("'s").or_else(|| word.strip_suffix('\''));
        match possessive {
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
    let Rule::Islamic(_, _, days) = rule else { return DateRange::day(day) };
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
