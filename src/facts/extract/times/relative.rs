//! Times reckoned from another: "yesterday", "last Tuesday", "three weeks ago", "a year earlier", "now".

use super::amount::Amount;
use super::anchor::{self, Lean};
use super::away::{moved, school_year, to_the_day, unknown};
use super::reference::reference;
use super::words::{self, DayPart, Unit, Which, Word, is, is_dash};
use super::{Day, Item, Reader, What, quarter, timex, year};
use crate::facts::date::{DateRange, Precision};
use crate::facts::exact::Exact;
use crate::facts::interval::Interval;
use crate::facts::names::Certainty;
use crate::text::{Case, Text, TokenKind, lexicon};
use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

impl Reader<'_> {
    /// "today", "yesterday", "tomorrow".
    pub(super) fn near(&self, at: usize, days: i8) -> Item {
        let value = self.published.map(|day| anchor::shifted(day, i32::from(days).days()));
        let timex = value
            .map_or_else(|| if days == 0 { "PRESENT_REF".to_owned() } else { "XXXX-XX-XX".to_owned() }, timex::date);
        let day = Day { value: value.map(DateRange::day), timex, relative: true, ..Day::default() };
        Item { first: at, end: at + 1, what: What::Date(day), certainty: Certainty::Likely }
    }

    /// "tonight".
    pub(super) fn tonight(&self, at: usize) -> Item {
        part_of(at, at + 1, self.published, DayPart::Night)
    }

    /// "this week", "last Tuesday", "next month", "the past two years", "the previous day".
    pub(super) fn which(&mut self, at: usize, which: Which) -> Option<Item> {
        let text = self.text;
        let mut noun = at + 1;
        if which == Which::This
            && text.lower(at) == "this"
            && matches!(text.lower(noun), "past" | "coming" | "same" | "last" | "next")
        {
            return match words::of(text, noun) {
                Some(Word::Which(inner)) => self.which(noun, inner).map(|item| Item { first: at, ..item }),
                _ => None,
            };
        }
        if which == Which::This
            && let Some(item) = self.at_this_time(at)
        {
            return Some(item);
        }
        if matches!(text.lower(noun), "fiscal" | "financial" | "calendar" | "school" | "academic") {
            noun += 1;
        }
        if let Some((day, true, end)) = words::weekday(text, noun) {
            let paired = is(text, end, ",")
                && (words::month(text, end + 1).is_some() || text.kind(end + 1) == TokenKind::Number);
            if (paired || words::month(text, end).is_some())
                && let Some(item) = self.weekday_date(noun)
                && item.end > end
            {
                return Some(Item { first: at, ..item });
            }
            // "he hopes that Saturday's vote": a conjunction
            if which == Which::That && text.kind(end) == TokenKind::Possessive {
                return self.weekday_date(noun);
            }
            if which == Which::Last
                && let Some(item) = self.last_but_a_week(at, end, day)
            {
                return Some(item);
            }
            let nth = if which == Which::Last { self.nth_weekday(at, -1, noun) } else { None };
            return nth.or_else(|| Some(self.which_weekday(at, end, which, day)));
        }
        if words::month(text, noun).is_some() {
            // "past April 30" is later than it.
            if which == Which::Past && words::before(text, at) != "this" {
                return None;
            }
            return self.which_month(at, noun, which);
        }
        match words::of(text, noun) {
            Some(Word::Unit(Unit::Quarter, false)) if self.quarter_of(at, noun).is_some() => {
                let amount = self.quarter_of(at, noun)?;
                let what = What::Duration(Box::new(amount.length()));
                Some(Item { first: at, end: amount.end, what, certainty: Certainty::Weak })
            }
            Some(Word::Unit(unit, false)) => {
                if which == Which::Last
                    && let Some(item) =
                        self.nth_week(at, 0, noun).or_else(|| self.final_quarter(at)).or_else(|| self.last_part(at))
                {
                    return Some(item);
                }
                if unit == Unit::Week
                    && let Some(item) = self.week_with_weekday(at, noun)
                {
                    return Some(item);
                }
                let item = self.which_unit(at, noun, which, unit)?;
                Some(self.of_that_year(item, unit))
            }
            Some(Word::Weekend) => Some(self.which_weekend(at, noun + 1, which)),
            Some(Word::Season(season)) => self.which_season(at, noun, which, season),
            Some(Word::Part(part)) => self.which_part(at, noun + 1, which, part),
            Some(Word::Holiday) if which == Which::Past && words::before(text, at) != "this" => None,
            Some(Word::Holiday) => self.holiday_of(noun, which).map(|item| Item { first: at, ..item }),
            Some(Word::Ordinal(number)) => {
                let item = self.ordinal(noun, i16::from(number), noun + 1)?;
                matches!(which, Which::This | Which::Last | Which::Next).then_some(Item { first: at, ..item })
            }
            // "in coming months": how many is left open.
            Some(Word::Unit(unit, true)) if which == Which::Coming && unit >= Unit::Day => {
                let what = What::Date(reference("FUTURE_REF"));
                Some(Item { first: at, end: noun + 1, what, certainty: Certainty::Weak })
            }
            // "in previous years", "the following months"
            Some(Word::Unit(unit, true))
                if matches!(which, Which::Past | Which::Previous | Which::Following)
                    && unit >= Unit::Day
                    && !is(text, noun + 1, "of")
                    && (which == Which::Previous || PLURAL_LEADS.contains(&words::before(text, at))) =>
            {
                let timex = if which == Which::Following { "FUTURE_REF" } else { "PAST_REF" };
                let what = What::Date(reference(timex));
                Some(Item { first: at, end: noun + 1, what, certainty: Certainty::Weak })
            }
            _ if matches!(
                which,
                Which::Last | Which::Past | Which::Next | Which::Coming | Which::Previous | Which::Following
            ) =>
            {
                let Some(amount) = self.counted_quarters(noun).or_else(|| self.amount(noun)) else {
                    return if which == Which::Past { self.reference(at, "PAST_REF") } else { None };
                };
                let many = amount.end > noun + 1 && amount.count != Some(Exact::ONE);
                let length = Amount { first: at, ..amount };
                (many && words::of(text, noun) != Some(Word::A)).then(|| Item {
                    first: at,
                    end: length.end,
                    what: What::Duration(Box::new(length.length())),
                    certainty: length.certainty,
                })
            }
            _ => None,
        }
    }

    /// "this year's third quarter", "the same month a year ago": what follows narrows or moves the unit.
    fn of_that_year(&mut self, item: Item, unit: Unit) -> Item {
        let text = self.text;
        let What::Date(day) = &item.what else { return item };
        let end = item.end;
        if unit == Unit::Year
            && text.kind(end) == TokenKind::Possessive
            && let (Some(Word::Ordinal(number)), Some(value)) = (words::of(text, end + 1), day.value)
            && let Some(Word::Unit(Unit::Quarter, false)) = words::of(text, end + 2)
            && let Some(quarter) = quarter::of(value.first.year(), number)
        {
            self.last_quarter = Some((quarter::Quarter { year: value.first.year(), number }, item.first));
            return Item {
                first: item.first,
                end: end + 3,
                what: What::Date(Day { relative: true, ..quarter }),
                certainty: Certainty::Weak,
            };
        }
        // "the same month of 2022"
        let same = text.lower(end.saturating_sub(2)) == "same";
        let named = || year::digits(text, end + 1).filter(|_| same).zip(day.value);
        let (years, past) = match (text.lower(end), text.lower(end + 1), text.lower(end + 2)) {
            ("a", "year", "ago" | "earlier") | ("of", "last", "year") => (-1, 3),
            ("the", "year", "before" | "earlier") if same => (-1, 3),
            ("last", "year", _) => (-1, 2),
            ("of" | "in", ..) => match named() {
                Some((year, value)) => (i32::from(year) - i32::from(value.first.year()), 2),
                None => return item,
            },
            _ => return item,
        };
        match day.value {
            Some(value) if unit != Unit::Year => {
                let moved = moved(anchor::shifted(value.first, years.years()), unit, 0);
                Item { first: item.first, end: end + past, what: What::Date(moved), certainty: Certainty::Weak }
            }
            _ => item,
        }
    }

    fn which_weekday(&self, at: usize, end: usize, which: Which, weekday: Weekday) -> Item {
        let value = self.published.and_then(|published| {
            let ahead = i32::from(published.weekday().until(weekday));
            let back = i32::from(published.weekday().since(weekday));
            let by = match which {
                // Nobody calls yesterday "last Wednesday", unless a new week has begun.
                Which::Last | Which::Past => {
                    let yesterday = which == Which::Last && back == 1 && published.weekday() != Weekday::Monday;
                    if back == 0 || yesterday { -back - 7 } else { -back }
                }
                Which::Next => {
                    let monday = 7 - i32::from(published.weekday().to_monday_zero_offset());
                    monday + i32::from(weekday.to_monday_zero_offset())
                }
                Which::Coming => {
                    if ahead == 0 {
                        7
                    } else {
                        ahead
                    }
                }
                Which::This => match anchor::lean(self.text, at, end) {
                    Lean::Past => -back,
                    Lean::Future | Lean::Unknown => ahead,
                },
                Which::Previous | Which::Following | Which::Same | Which::That => {
                    let recent = self.recent_day()?;
                    let ahead = i32::from(recent.weekday().until(weekday));
                    let back = i32::from(recent.weekday().since(weekday));
                    let by = match which {
                        Which::Same | Which::That => -back,
                        Which::Previous => {
                            if back == 0 {
                                -7
                            } else {
                                -back
                            }
                        }
                        Which::Following => {
                            if ahead == 0 {
                                7
                            } else {
                                ahead
                            }
                        }
                        _ => return None,
                    };
                    return Some(anchor::shifted(recent, by.days()));
                }
            };
            Some(anchor::shifted(published, by.days()))
        });
        let day = Day {
            value: value.map(DateRange::day),
            timex: value.map_or_else(|| timex::weekday(weekday), timex::date),
            relative: true,
            ..Day::default()
        };
        // "next Friday" and "last Friday" mean this week's to some and the other week's to others.
        Item { first: at, end, what: What::Date(day), certainty: Certainty::Weak }
    }

    fn which_month(&mut self, at: usize, noun: usize, which: Which) -> Option<Item> {
        let mut item = self.month_date(noun)?;
        item.first = at;
        // "the following August" follows what the text speaks of.
        let spoken = self.recent.filter(|(_, seen)| which == Which::Following && *seen + 150 > self.at);
        let published = spoken.map(|(range, _)| range.last).or(self.published);
        if let What::Date(day) = &mut item.what
            && let Some(month) = day.timex.get(5..7).and_then(|month| month.parse::<u8>().ok())
            && let Some(published) = published
            && !day.explicit
        {
            let own = published.month().unsigned_abs();
            let year = published.year();
            let ahead =
                day.number.and_then(|(number, _)| Date::new(year, month.cast_signed(), number.cast_signed()).ok());
            let year = match which {
                // "the upcoming Feb. 6" is this year's while that is ahead.
                Which::Coming if ahead.is_some_and(|day| day >= published) => year,
                Which::Last | Which::Past | Which::Previous => {
                    if month >= own {
                        year - 1
                    } else {
                        year
                    }
                }
                Which::Next | Which::Coming | Which::Following => {
                    if month <= own {
                        year + 1
                    } else {
                        year
                    }
                }
                Which::This | Which::Same | Which::That => year,
            };
            match day.number {
                None => {
                    day.value = DateRange::month(year, month.cast_signed());
                    day.timex = timex::month(Some(year), month);
                }
                Some((number, _)) => {
                    let date = Date::new(year, month.cast_signed(), number.cast_signed()).ok();
                    day.value = date.map(DateRange::day);
                    day.timex = timex::day(Some(year), Some(month), number);
                }
            }
            day.relative = true;
        }
        item.certainty = item.certainty.max(Certainty::Likely);
        Some(item)
    }

    fn which_unit(&self, at: usize, noun: usize, which: Which, unit: Unit) -> Option<Item> {
        let text = self.text;
        let end = noun + 1;
        if text.token(noun).is_some_and(|token| token.case == Case::Title) && !self.opens_sentence(at) {
            return None;
        }
        let narrative = matches!(which, Which::Previous | Which::Following | Which::Same | Which::That);
        // "the past year" is a length that ends now.
        if which == Which::Past && unit != Unit::Quarter {
            return Some(one(at, end, text.span(at, at), unit));
        }
        if let Some(item) = self.or_more(at, end, which, unit) {
            return Some(item);
        }
        if matches!(unit, Unit::Second | Unit::Minute | Unit::Hour | Unit::Fortnight) {
            return None;
        }
        if unit == Unit::Day && !narrative && which != Which::Next {
            return None;
        }
        let base = if narrative || unit == Unit::Day { self.recent_time(unit) } else { self.published };
        let by = match which {
            Which::This | Which::Same | Which::That => 0,
            Which::Last | Which::Past | Which::Previous => -1,
            Which::Next | Which::Coming | Which::Following => 1,
        };
        let school = unit == Unit::Year && matches!(words::before(text, noun), "school" | "academic");
        let day = match base {
            Some(base) if school => school_year(base, by)?,
            Some(base) => moved(base, unit, by),
            None => unknown(unit, by),
        };
        let certainty = if narrative || base.is_none() { Certainty::Weak } else { Certainty::Likely };
        Some(Item { first: at, end, what: What::Date(day), certainty })
    }

    pub(super) fn which_weekend(&self, at: usize, end: usize, which: Which) -> Item {
        let (value, timex) = match self.published {
            Some(published) => {
                let week = anchor::week_of(published);
                let begun = i32::from(published.weekday().to_monday_zero_offset()) >= 5;
                let by = match which {
                    Which::Next | Which::Coming | Which::Following => {
                        if which == Which::Coming {
                            0
                        } else {
                            7
                        }
                    }
                    Which::Last | Which::Past | Which::Previous => -7,
                    Which::This | Which::Same | Which::That => match anchor::lean(self.text, at, end) {
                        Lean::Past if !begun => -7,
                        Lean::Past | Lean::Future | Lean::Unknown => 0,
                    },
                };
                let last = anchor::shifted(week.last, by.days());
                let first = anchor::shifted(last, (-1).days());
                let value = DateRange { first, last, precision: Precision::Week };
                (Some(value), format!("{}-WE", timex::week(last)))
            }
            None => (None, "XXXX-WXX-WE".to_owned()),
        };
        let day = Day { value, timex, precision: Precision::Week, relative: true, ..Day::default() };
        Item { first: at, end, what: What::Date(day), certainty: Certainty::Weak }
    }

    fn which_part(&self, at: usize, end: usize, which: Which, part: DayPart) -> Option<Item> {
        let day = match which {
            Which::This => self.published,
            Which::Last if part == DayPart::Night || part == DayPart::Evening => {
                self.published.map(|day| anchor::shifted(day, (-1).days()))
            }
            Which::Next | Which::Following => self.recent_day().map(|day| anchor::shifted(day, 1.days())),
            Which::Same | Which::That => self.recent_day(),
            Which::Previous => self.recent_day().map(|day| anchor::shifted(day, (-1).days())),
            Which::Last | Which::Past | Which::Coming => return None,
        };
        let mut item = part_of(at, end, day, part);
        if !matches!(which, Which::This | Which::Last) {
            item.certainty = Certainty::Weak;
        }
        Some(item)
    }

    /// "three weeks ago", "a year earlier", "two days later": an amount and where it is reckoned from.
    pub(super) fn shifted(&self, amount: &Amount) -> Option<Item> {
        let text = self.text;
        let at = amount.end;
        let hyphen = is_dash(text, at) && text.glued(at) && text.glued(at + 1);
        // "a decade or so ago"
        let or_so = is(text, at, "or") && matches!(text.lower(at + 1), "so" | "more");
        let word = at + usize::from(hyphen) + 2 * usize::from(or_so);
        let (sign, narrative) = match text.lower(word) {
            "ago" => (-1, false),
            "back" if amount.unit > Unit::Day && text.kind(word + 1) == TokenKind::Mark => (-1, false),
            "prior" if text.kind(word + 1) == TokenKind::Mark && words::before(text, amount.first) != "the" => {
                (-1, true)
            }
            "earlier" | "previously" | "before" => (-1, true),
            "later" | "afterwards" => (1, true),
            "hence" => (1, false),
            _ => return around_year(text, amount),
        };
        if let Some(item) = around_year(text, amount) {
            return Some(item);
        }
        let mut end = word + 1;
        // "a year before the war" and "two days before" differ in what they are reckoned from.
        let named = text.kind(end) == TokenKind::Word || year::digits(text, end).is_some();
        if text.lower(word) == "before" && named || is(text, end, "than") {
            return None;
        }
        if hyphen && words::of(text, end) == Some(Word::Unit(Unit::Quarter, false)) {
            end += 1;
        }
        let date = |day, certainty| Item { first: amount.first, end, what: What::Date(day), certainty };
        let (unit, count) = in_whole_units(amount);
        let Some(count) = count.filter(|count| count.is_whole() && *count <= Exact::whole(2000)) else {
            let past = if sign < 0 { "PAST_REF" } else { "FUTURE_REF" };
            return matches!(text.lower(word), "ago" | "back").then(|| date(reference(past), Certainty::Weak));
        };
        let by = sign * i32::try_from(count.floor()).ok()?;
        if matches!(unit, Unit::Second | Unit::Minute | Unit::Hour) {
            let past = || date(reference("PAST_REF"), Certainty::Weak);
            let told = if narrative { self.after_told(amount, sign, end) } else { None };
            return told.or_else(|| (text.lower(word) == "ago").then(past));
        }
        // A business report compares a quarter with the same quarter of another year.
        if unit == Unit::Year
            && let Some(quarter) = self.recent_quarter(amount.first)
            && let Some(shifted) = quarter::moved(quarter, by)
        {
            return Some(date(shifted, Certainty::Weak));
        }
        // "two years later", where the text has named no time before.
        let adrift = narrative && sign > 0 && !self.speaks_of_time(unit) && {
            anchor::lean(text, amount.first, end) != Lean::Future
        };
        if text.lower(word) == "ago"
            && let Some(item) = self.ago_from(amount.first, end, unit, by)
        {
            return Some(item);
        }
        let base = if narrative { self.recent_time(unit).filter(|_| !adrift) } else { self.published };
        let day = match base {
            Some(base) => to_the_day(base, unit, by, moved(base, unit, by)),
            None if adrift && unit >= Unit::Quarter => Day { timex: "XXXX".to_owned(), ..unknown(unit, by) },
            None => unknown(unit, by),
        };
        let certainty = if narrative || base.is_none() { Certainty::Weak } else { Certainty::Likely };
        Some(date(day, certainty))
    }
}

/// "two years before 2015", "a decade after 1990": a year that is reckoned from another; "the two years before 2015"
/// are a stretch.
fn around_year(text: &Text<'_>, amount: &Amount) -> Option<Item> {
    let sign = match text.lower(amount.end) {
        "before" => -1,
        "after" => 1,
        _ => return None,
    };
    let base = year::digits(text, amount.end + 1).filter(|base| (1500..=2100).contains(base))?;
    let end = amount.end + 2;
    let counted = text.kind(end) == TokenKind::Word && lexicon::is_plural(text.lower(end));
    let years = amount.unit.years()?;
    let led = is(text, amount.first, "the") || STRETCHES.contains(&words::before(text, amount.first));
    let count = amount.count.filter(|count| count.is_whole() && *count <= Exact::whole(200))?;
    let by = i16::try_from(count.floor()).ok()?.checked_mul(years)?.checked_mul(sign)?;
    let day = year::of_year(base.checked_add(by)?)?;
    let day = Day { explicit: false, relative: true, ..day };
    let what = What::Date(day);
    (!led && !counted).then_some(Item { first: amount.first, end, what, certainty: Certainty::Weak })
}

/// What stands before a number of years that are a stretch: "for two years after 2015".
const STRETCHES: &[&str] =
    &["the", "for", "over", "in", "during", "within", "last", "lasted", "spent", "those", "these"];

/// "half a century", "a year and a half" in a unit that it has a whole number of.
fn in_whole_units(amount: &Amount) -> (Unit, Option<Exact>) {
    let finer = match amount.unit {
        Unit::Year => Some((Unit::Month, 12)),
        unit => unit.years().map(|years| (Unit::Year, i128::from(years))),
    };
    let count = amount.count.filter(|count| !count.is_whole());
    let whole = count.zip(finer).and_then(|(count, (unit, times))| Some((unit, count.times(Exact::whole(times))?)));
    match whole.filter(|(_, count)| count.is_whole()) {
        Some((unit, count)) => (unit, Some(count)),
        None => (amount.unit, amount.count),
    }
}

/// A part of a day.
fn part_of(first: usize, end: usize, day: Option<Date>, part: DayPart) -> Item {
    let timex = format!("{}{}", day.map_or_else(String::new, timex::date), timex::part(part));
    let what = match day {
        Some(day) => What::Date(Day { value: Some(DateRange::day(day)), timex, relative: true, ..Day::default() }),
        None => What::Time(super::Clock { timex, minutes: None, face: None }),
    };
    Item { first, end, what, certainty: Certainty::Likely }
}

/// One unit as a length: "the past year", "the year ended Aug. 31".
pub(super) fn one(first: usize, end: usize, span: crate::source::Span, unit: Unit) -> Item {
    let amount = Amount::new(Some(Exact::ONE), Interval::exactly(Exact::ONE), unit, (first, end), span);
    Item { first, end, what: What::Duration(Box::new(amount.length())), certainty: Certainty::Weak }
}

/// What stands before "past years" and "following weeks", which are also "beyond years" and "after weeks".
const PLURAL_LEADS: &[&str] = &["the", "in", "from", "than", "over", "during", "these", "and", "with", "to", "of"];
