//! Quarters, halves, seasons and fiscal years: "the third quarter", "Q3 2015", "summer 2014".

use super::amount::Amount;
use super::anchor::{self, Lean};
use super::words::{self, Season, Unit, Which, Word, is, is_dash};
use super::{Day, Item, Reader, What, decade, timex, year};
use crate::facts::date::{DateRange, Precision};
use crate::facts::exact::Exact;
use crate::facts::extract::numeral;
use crate::facts::interval::Interval;
use crate::facts::names::Certainty;
use crate::text::{Case, TokenKind};
use jiff::civil::Date;

/// A quarter of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Quarter {
    pub(super) year: i16,
    pub(super) number: u8,
}

/// A quarter as a date.
pub(super) fn of(year: i16, number: u8) -> Option<Day> {
    let first = Date::new(year, (number.clamp(1, 4) * 3 - 2).cast_signed(), 1).ok()?;
    let last = Date::new(year, (number.clamp(1, 4) * 3).cast_signed(), 1).ok()?.last_of_month();
    let value = DateRange { first, last, precision: Precision::Season };
    Some(Day {
        value: Some(value),
        timex: format!("{year:04}-Q{number}"),
        precision: Precision::Season,
        ..Day::default()
    })
}

/// Half a year as a date.
pub(super) fn half(year: i16, number: u8) -> Option<Day> {
    let (from, to) = if number == 1 { (1, 6) } else { (7, 12) };
    let value = DateRange {
        first: Date::new(year, from, 1).ok()?,
        last: Date::new(year, to, 1).ok()?.last_of_month(),
        precision: Precision::Season,
    };
    let timex = format!("{year:04}-H{number}");
    Some(Day { value: Some(value), timex, precision: Precision::Season, ..Day::default() })
}

/// The quarter of another year.
pub(super) fn moved(quarter: Quarter, years: i32) -> Option<Day> {
    of(quarter.year.checked_add(i16::try_from(years).ok()?)?, quarter.number)
}

/// The last quarter that was over on a day.
pub(super) fn before(day: Date) -> Day {
    let number = (day.month().unsigned_abs() - 1) / 3;
    let quarter = if number == 0 { of(day.year() - 1, 4) } else { of(day.year(), number) };
    quarter.unwrap_or_default()
}

/// Words of a game: its quarters and halves are no times.
const GAME: &[&str] = &[
    "game",
    "games",
    "points",
    "touchdown",
    "yards",
    "yard",
    "lead",
    "led",
    "scored",
    "score",
    "ball",
    "goal",
    "goals",
    "team",
    "match",
    "kick",
    "minutes",
    "possession",
    "penalty",
    "substitute",
    "defender",
    "striker",
    "quarterback",
    "rebounds",
    "pass",
    "interception",
    "overtime",
    "halftime",
    "innings",
    "tied",
    "fumble",
    "header",
    "keeper",
];

impl Reader<'_> {
    /// "third quarter", "20th century", "first half of 2015", "first nine months"; `noun` follows the ordinal.
    pub(super) fn ordinal(&mut self, at: usize, number: i16, noun: usize) -> Option<Item> {
        let text = self.text;
        if decade::shares_century(text, noun) {
            return decade::century(at, number, noun - 1);
        }
        let noun = noun + usize::from(is_dash(text, noun) && text.glued(noun) && text.glued(noun + 1));
        match words::of(text, noun)? {
            // "the 18th and 19th centuries"
            Word::Unit(Unit::Century, true) if self.last_date.is_some_and(|(.., end)| end < at && end + 2 >= at) => {
                decade::century(at, number, noun)
            }
            Word::Unit(Unit::Century, false) => decade::century(at, number, noun).map(|item| self.of_era(item, number)),
            Word::Unit(Unit::Quarter, false) if (1..=4).contains(&number) => {
                if is_dash(text, noun + 1)
                    || matches!(text.lower(noun + 1), "final" | "finals" | "final-winning" | "mile")
                {
                    return None;
                }
                self.quarter(at, noun + 1, number.unsigned_abs() as u8)
            }
            Word::Half if (1..=2).contains(&number) => self.half_year(at, noun + 1, u8::try_from(number).ok()?),
            Word::Weekday(..) => {
                let number = i8::try_from(number).ok()?;
                self.church_sunday(at, number, noun).or_else(|| self.nth_weekday(at, number, noun))
            }
            Word::Unit(Unit::Week, false) => self.nth_week(at, u8::try_from(number).ok()?, noun),
            _ => None,
        }
    }

    /// "the final quarter of 2009", "last quarter of the year": the fourth.
    pub(super) fn final_quarter(&mut self, at: usize) -> Option<Item> {
        let text = self.text;
        let quarter = words::of(text, at + 1) == Some(Word::Unit(Unit::Quarter, false));
        let (year, _, _) = self.year_behind(at + 2);
        (quarter && year.is_some()).then(|| self.quarter(at, at + 2, 4))?
    }

    /// "year-earlier quarter", "year-ago period", "a year-earlier loss"; the first word is the year.
    pub(super) fn year_ago(&self, noun: usize) -> Option<Item> {
        let text = self.text;
        let mark = noun + 1;
        let ago = matches!(text.lower(mark + 1), "ago" | "earlier");
        if !is(text, noun, "year") || !is_dash(text, mark) || !text.glued(mark) || !ago {
            return None;
        }
        let mut end = mark + 2;
        if matches!(words::of(text, end), Some(Word::Ordinal(_))) {
            end += 1;
        }
        if matches!(text.lower(end), "quarter" | "period") {
            end += 1;
        }
        let day = match self.recent_quarter(noun) {
            Some(quarter) => moved(quarter, -1)?,
            None => self.published.map(|day| super::away::moved(day, Unit::Year, -1))?,
        };
        Some(Item { first: noun, end, what: What::Date(day), certainty: Certainty::Weak })
    }

    /// "two quarters" of a year, which are no half of a whole.
    pub(super) fn counted_quarters(&self, at: usize) -> Option<Amount> {
        let text = self.text;
        if !is(text, at + 1, "quarters") || self.is_game(at) {
            return None;
        }
        let number = numeral::read(text, at)?;
        let count = if number.fraction { number.value.times(Exact::whole(4))? } else { number.value };
        let exactly = Interval::exactly(count);
        let amount = Amount::new(Some(count), exactly, Unit::Quarter, (at, at + 2), text.span(at, at));
        (count.is_whole() && count > Exact::ONE).then_some(amount)
    }

    fn is_game(&self, at: usize) -> bool {
        let text = self.text;
        let start = text.tokens.get(at).map_or(0, |token| token.span.start);
        let sentence = text.sentences.get(text.sentence_at(start)).map_or(at..at, |sentence| sentence.tokens.clone());
        let near = sentence.start.max(at.saturating_sub(40))..sentence.end.min(at + 40);
        near.into_iter().any(|at| GAME.contains(&text.lower(at)))
    }

    /// A quarter whose words end before `end`, with the year that follows it.
    fn quarter(&mut self, first: usize, end: usize, number: u8) -> Option<Item> {
        if let Some((year, end)) = self.year_of_accounts(end) {
            // The year of a company may begin in any month.
            let What::Date(around) = self.fiscal_year(first, end - 1)?.what else { return None };
            let timex = format!("{year:04}-Q{number}");
            let day = Day { timex, precision: Precision::Season, ..around };
            return Some(Item { first, end, what: What::Date(day), certainty: Certainty::Weak });
        }
        let (year, end, explicit) = self.year_behind(end);
        if !explicit && self.is_game(first) {
            return None;
        }
        let year = year.or_else(|| {
            let published = self.published?;
            let own = (published.month().unsigned_abs() - 1) / 3 + 1;
            Some(match anchor::lean(self.text, first, end) {
                Lean::Past | Lean::Unknown if number > own => published.year() - 1,
                // A quarter that is just over is still to be reported.
                Lean::Future if number + 1 < own => published.year() + 1,
                Lean::Past | Lean::Unknown | Lean::Future => published.year(),
            })
        });
        let Some(year) = year else {
            let day = Day { timex: format!("XXXX-Q{number}"), precision: Precision::Season, ..Day::default() };
            return Some(Item { first, end, what: What::Date(day), certainty: Certainty::Weak });
        };
        self.last_quarter = Some((Quarter { year, number }, first));
        let day = Day { explicit, relative: !explicit, ..of(year, number)? };
        // A fiscal quarter need not be the calendar's.
        Some(Item { first, end, what: What::Date(day), certainty: Certainty::Weak })
    }

    /// "the latter half of 2020": the second.
    pub(super) fn latter(&self, at: usize) -> Option<Item> {
        (words::of(self.text, at + 1) == Some(Word::Half)).then(|| self.half_year(at, at + 2, 2))?
    }

    pub(super) fn half_year(&self, first: usize, end: usize, number: u8) -> Option<Item> {
        let (year, end, explicit) = match self.year_of_accounts(end) {
            Some((year, end)) => (Some(year), end, true),
            None => self.year_behind(end),
        };
        let named = explicit || is(self.text, end.saturating_sub(1), "year");
        let unsettled = named && !explicit && self.published.is_none();
        let day = match year.filter(|_| named) {
            Some(year) => Day { explicit, relative: !explicit, ..half(year, number)? },
            None if unsettled => {
                let timex = format!("XXXX-H{number}");
                Day { timex, precision: Precision::Season, relative: true, ..Day::default() }
            }
            None => return None,
        };
        Some(Item { first, end, what: What::Date(day), certainty: Certainty::Likely })
    }

    /// The year behind a quarter or half: "of 2015", "2015", "of last year", "this year".
    fn year_behind(&self, end: usize) -> (Option<i16>, usize, bool) {
        let text = self.text;
        if let Some((year, end)) = year::after(text, end) {
            return (Some(year), end, true);
        }
        let mut at = end;
        if matches!(text.lower(at), "of" | "in") {
            at += 1;
        }
        if matches!(text.lower(at), "fiscal" | "fy") {
            at += 1;
            if let Some((year, end)) = year::after(text, at) {
                return (Some(year), end, true);
            }
        }
        let shift = match text.lower(at) {
            "this" | "the" => 0,
            "last" => -1,
            "next" => 1,
            _ => return (None, end, false),
        };
        let noun = at + 1 + usize::from(matches!(text.lower(at + 1), "fiscal" | "financial" | "current"));
        if text.lower(noun) == "year" {
            return (self.published.map(|day| day.year() + shift), noun + 1, false);
        }
        (None, end, false)
    }

    /// The quarter that the text spoke of last.
    pub(super) fn recent_quarter(&self, at: usize) -> Option<Quarter> {
        self.last_quarter.filter(|(_, seen)| *seen < at && *seen + 250 > at).map(|(quarter, _)| quarter)
    }

    /// `Q3`, `Q3 2015`, `3Q`, `H1 2016`, `FY2015`: a letter glued to digits.
    pub(super) fn lettered(&mut self, at: usize) -> Option<Item> {
        let text = self.text;
        let letter = text.word(at);
        if text.kind(at + 1) != TokenKind::Number
            || !text.glued(at + 1)
            || text.glued(at) && !matches!(text.word(at.wrapping_sub(1)), "(" | "\"" | "“")
        {
            return None;
        }
        let number: i16 = text.word(at + 1).parse().ok()?;
        match letter {
            "q" if year::after(text, at + 2).is_none() => None,
            "Q" | "q" if (1..=4).contains(&number) => self.quarter(at, at + 2, number.unsigned_abs() as u8),
            "H" if (1..=2).contains(&number) => self.half_year(at, at + 2, u8::try_from(number).ok()?),
            "FY" => self.fiscal_year(at, at + 1),
            _ => None,
        }
    }

    /// `2Q`, `1Q17`, `3Q 2015`, `1H25`: the number before its letter; `at` is the number.
    pub(super) fn numbered(&mut self, at: usize) -> Option<Item> {
        let text = self.text;
        let letter = text.word(at + 1);
        let inner = text.glued(at) && !matches!(text.word(at.wrapping_sub(1)), "(" | "\"" | "“");
        if inner || !matches!(letter, "Q" | "H") || !text.glued(at + 1) || text.word(at).len() != 1 {
            return None;
        }
        let number: u8 = text.word(at).parse().ok()?;
        let glued = text.glued(at + 2) && text.kind(at + 2) == TokenKind::Number;
        let short: Option<u16> =
            Some(text.word(at + 2)).filter(|two| glued && two.len() == 2).and_then(|two| two.parse().ok());
        let year = short.map(|two| (year::of_two_digits(two, self.published), at + 3));
        // "3Q7z" is of a link.
        let last = year.map_or(at + 2, |(_, end)| end);
        if text.glued(last) && matches!(text.kind(last), TokenKind::Word | TokenKind::Number) && !is(text, last, "FY") {
            return None;
        }
        let Some((year, end)) = year else {
            return match letter {
                "Q" if (1..=4).contains(&number) => self.quarter(at, at + 2, number),
                "H" if (1..=2).contains(&number) => self.half_year(at, at + 2, number),
                _ => None,
            };
        };
        let day = match letter {
            "Q" if (1..=4).contains(&number) => of(year, number)?,
            "H" if (1..=2).contains(&number) => half(year, number)?,
            _ => return None,
        };
        self.last_quarter = Some((Quarter { year, number }, at)).filter(|_| letter == "Q").or(self.last_quarter);
        let what = What::Date(Day { explicit: true, ..day });
        Some(Item { first: at, end, what, certainty: Certainty::Weak })
    }

    /// The year of `Q2FY26`, `Q1 FY2026`, "H1 FY27", and one past it.
    fn year_of_accounts(&self, at: usize) -> Option<(i16, usize)> {
        let text = self.text;
        if !is(text, at, "FY") || text.kind(at + 1) != TokenKind::Number {
            return None;
        }
        let number: u16 = text.word(at + 1).parse().ok()?;
        let year = match text.word(at + 1).len() {
            4 => year::plausible(number)?,
            2 => year::of_two_digits(number, self.published),
            _ => return None,
        };
        Some((year, at + 2))
    }

    /// "fiscal 2015", "fiscal year 2015", `FY15`.
    pub(super) fn fiscal_year(&self, first: usize, mut at: usize) -> Option<Item> {
        let text = self.text;
        if is(text, at, "year") {
            at += 1;
        }
        let word = text.word(at);
        if text.kind(at) != TokenKind::Number {
            return None;
        }
        let number: u16 = word.parse().ok()?;
        let year = match word.len() {
            4 => year::plausible(number)?,
            2 => year::of_two_digits(number, self.published),
            _ => return None,
        };
        // "fiscal year 2018-19"
        if let Some(end) = self.second_year(year, at + 1).filter(|_| word.len() == 4) {
            let days = Box::new([year::of_year(year)?, year::of_year(year + 1)?]);
            let what = What::Days(days, (at + 1, end - 1));
            return Some(Item { first, end, what, certainty: Certainty::Likely });
        }
        // A fiscal year may begin as early as April of the year before.
        let value = DateRange {
            first: Date::new(year - 1, 4, 1).ok()?,
            last: Date::new(year + 1, 6, 30).ok()?,
            precision: Precision::Year,
        };
        let day = Day {
            value: Some(value),
            timex: format!("{year:04}"),
            precision: Precision::Year,
            explicit: true,
            ..Day::default()
        };
        Some(Item { first, end: at + 1, what: What::Date(day), certainty: Certainty::Likely })
    }

    /// "summer 2014", "the spring of 1998", "in the summer".
    pub(super) fn season(&self, at: usize, season: Season) -> Option<Item> {
        let text = self.text;
        let (year, end, explicit) = self.year_behind(at + 1);
        let number = at + 1 + usize::from(matches!(text.lower(at + 1), "of" | "in"));
        let two_years = year::digits(text, number).and_then(|year| Some((year, self.second_year(year, number + 1)?)));
        let (year, end, explicit) = two_years.map_or((year, end, explicit), |(year, end)| (Some(year), end, true));
        let before = words::before(text, at);
        let led = SEASON_LEADS.contains(&before);
        if explicit {
            // "spring 2 steps": only a year lets "spring" and "fall" stand without a lead.
            let verb = matches!(before, "to" | "will" | "may" | "can" | "they" | "it" | "prices")
                || text.lower(at) == "fall" && before == "the" && year::after(text, at + 1).is_none();
            return (!verb).then(|| season_of(at, end, season, year, explicit))?;
        }
        let after_the = before == "the" && THE_SEASON_LEADS.contains(&words::before(text, at.saturating_sub(1)));
        let next = text.lower(at + 1);
        let alone = year.is_some() || text.kind(at + 1) != TokenKind::Word || SEASON_FOLLOWERS.contains(&next);
        let lower = text.token(at).is_some_and(|token| token.case == Case::Lower);
        let sure = matches!(season, Season::Summer | Season::Winter)
            || text.lower(at) == "autumn"
            || season == Season::Spring && before == "in"
            || matches!(before, "early" | "late" | "mid");
        if !(lower && alone && (after_the || led && sure && before != "the") && next != "of") {
            return None;
        }
        let year = year.or_else(|| {
            let published = self.published?;
            let month = match season {
                Season::Spring => 4,
                Season::Summer => 7,
                Season::Autumn => 10,
                Season::Winter => 1,
            };
            Some(anchor::year_of_month(published, month, anchor::lean(text, at, end)))
        });
        season_of(at, end, season, year, false)
    }

    /// The token after the second year of "the winter of 2015-16".
    fn second_year(&self, year: i16, end: usize) -> Option<usize> {
        let text = self.text;
        let next = year.checked_add(1)?;
        let joined = (is_dash(text, end) || is(text, end, "/")) && text.glued(end) && text.glued(end + 1);
        let written: i16 = text.word(end + 1).parse().ok().filter(|_| joined)?;
        let fits = match text.word(end + 1).len() {
            2 => written == next % 100,
            4 => written == next,
            _ => false,
        };
        fits.then_some(end + 2)
    }

    /// "this summer", "last winter".
    pub(super) fn which_season(&self, at: usize, noun: usize, which: Which, season: Season) -> Option<Item> {
        let text = self.text;
        if matches!(text.lower(noun + 1), "olympics" | "games")
            || text.token(noun).is_some_and(|token| token.case == Case::Upper)
        {
            return None;
        }
        let year = self.published.map(|published| {
            let month = published.month();
            let (begins, over) = match season {
                Season::Spring => (3, 5),
                Season::Summer => (6, 8),
                Season::Autumn => (9, 11),
                Season::Winter => (12, 12),
            };
            match which {
                Which::Last => {
                    if month > over {
                        published.year()
                    } else {
                        published.year() - 1
                    }
                }
                Which::Next | Which::Coming => {
                    if month < begins {
                        published.year()
                    } else {
                        published.year() + 1
                    }
                }
                Which::This | Which::Past | Which::Previous | Which::Following | Which::Same | Which::That => {
                    published.year()
                }
            }
        });
        season_of(at, noun + 1, season, year, false)
    }
}

fn season_of(first: usize, end: usize, season: Season, year: Option<i16>, explicit: bool) -> Option<Item> {
    let suffix = timex::season(season);
    let timex = year.map_or_else(|| format!("XXXX-{suffix}"), |year| format!("{year:04}-{suffix}"));
    // The hemispheres disagree on the months; a winter reaches into the year after it.
    let value = match year {
        Some(year) => Some(DateRange {
            first: Date::new(year - i16::from(season == Season::Winter), 1, 1).ok()?,
            last: if season == Season::Winter {
                Date::new(year + 1, 4, 30).ok()?
            } else {
                Date::new(year, 12, 31).ok()?
            },
            precision: Precision::Season,
        }),
        None => None,
    };
    let day = Day { value, timex, precision: Precision::Season, explicit, relative: !explicit, ..Day::default() };
    let certainty = if explicit { Certainty::Likely } else { Certainty::Weak };
    Some(Item { first, end, what: What::Date(day), certainty })
}

/// What stands before a season.
const SEASON_LEADS: &[&str] = &[
    "in",
    "the",
    "last",
    "since",
    "by",
    "during",
    "until",
    "early",
    "late",
    "mid",
    "each",
    "every",
    "through",
    "of",
    "throughout",
];

/// What stands before "the summer".
const THE_SEASON_LEADS: &[&str] = &[
    "in",
    "during",
    "over",
    "of",
    "by",
    "until",
    "since",
    "through",
    "throughout",
    "for",
    "this",
    "early",
    "late",
    "before",
    "after",
    "into",
];

/// What may follow a season.
const SEASON_FOLLOWERS: &[&str] = &[
    "and", "or", "after", "before", "when", "as", "but", "with", "to", "for", "at", "by", "he", "she", "they", "it",
    "the", "in", "on",
];
