//! Years and centuries told with their era: "in 44 BC", "AD 79", "the third century BC".

use super::words::{self, is};
use super::year::of_year;
use super::{Day, Item, Reader, What};
use crate::facts::date::Precision;
use crate::facts::names::Certainty;
use crate::text::{Text, TokenKind};

/// Which way years are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Era {
    Before,
    Common,
}

/// The era that a token names; in capitals, since "ad" is a word.
fn era(text: &Text<'_>, at: usize) -> Option<Era> {
    match text.word(at) {
        "BC" | "BCE" | "B.C." | "B.C.E." | "B.C" => Some(Era::Before),
        "AD" | "CE" | "A.D." | "C.E." | "A.D" => Some(Era::Common),
        _ => None,
    }
}

impl Reader<'_> {
    /// "44 BC", "79 AD"; `at` is the number.
    pub(super) fn year_of_era(&self, at: usize) -> Option<Item> {
        let text = self.text;
        let before =
            at.checked_sub(1).filter(|_| !text.glued(at)).filter(|before| matches!(text.word(*before), "AD" | "A.D."));
        let (first, era, end) = match before {
            Some(first) => (first, Era::Common, at + 1),
            None => match era(text, at + 1) {
                Some(era) => (at, era, at + 2),
                None => (at, self.earlier_of_two(at)?, at + 1),
            },
        };
        let most = if era == Era::Before { 10_000 } else { 2200 };
        let year: i16 = text.word(at).parse().ok().filter(|year| (1..most).contains(year))?;
        // "Route 44 BC" is a road.
        let sign = first.checked_sub(1).map_or("(", |before| text.word(before));
        let led = LEADS.contains(&words::before(text, first)) || matches!(sign, "(" | "," | "-" | "–");
        // "in 2010 BC Place opened": a year of ours beside the letters of British Columbia
        if era == Era::Before && (1850..=2060).contains(&year) {
            return None;
        }
        let day = match era {
            Era::Common => of_year(year)?,
            Era::Before => {
                Day { timex: format!("BC{year:04}"), precision: Precision::Year, explicit: true, ..Day::default() }
            }
        };
        led.then_some(Item { first, end, what: What::Date(day), certainty: Certainty::Weak })
    }

    /// "circa 1850", "c. 1780", "(c 1640)": a year that is not known for certain.
    pub(super) fn is_circa(&self, at: usize) -> bool {
        let text = self.text;
        let Some(before) = at.checked_sub(1) else { return false };
        let point = is(text, before, ".") && text.glued(before) && before > 0;
        let word = before - usize::from(point);
        matches!(text.word(word), "c" | "ca" | "circa" | "Circa") && (point || !text.glued(at))
    }

    /// The era of the first of "3000-2500 BC", "from 3000 to 2500 BC", which stands behind the second.
    fn earlier_of_two(&self, at: usize) -> Option<Era> {
        let text = self.text;
        let dash = words::is_dash(text, at + 1) && text.glued(at + 1) && text.glued(at + 2);
        let word = match text.lower(at + 1) {
            "to" => words::before(text, at) == "from",
            "and" => words::before(text, at) == "between",
            _ => false,
        };
        let number = |at: usize| text.word(at).parse::<i16>().ok();
        let (one, other) = (number(at)?, number(at + 2)?);
        let falls = (dash || word) && other < one;
        era(text, at + 3).filter(|era| falls && *era == Era::Before)
    }

    /// "the third century BC": what was read as a century lies before the common era.
    pub(super) fn of_era(&self, item: Item, number: i16) -> Item {
        let text = self.text;
        match era(text, item.end) {
            Some(Era::Before) => {
                let timex = format!("BC{:02}", number - 1);
                let day = Day { timex, precision: Precision::Century, explicit: true, ..Day::default() };
                Item { end: item.end + 1, what: What::Date(day), certainty: Certainty::Weak, ..item }
            }
            Some(Era::Common) => Item { end: item.end + 1, ..item },
            None => item,
        }
    }

    /// `T16:12:00Z` after a day of the same ISO notation: its TIMEX3 value and the token after it.
    pub(super) fn iso_time(&self, at: usize) -> Option<(String, usize)> {
        let text = self.text;
        let hour = text.word(at).strip_prefix('T').filter(|_| text.glued(at))?;
        let two = |word: &str, most: u8| word.len() == 2 && word.parse::<u8>().is_ok_and(|number| number <= most);
        // The letter is a token of its own or hangs on the hour.
        let (hour, mark) = if hour.is_empty() { (text.word(at + 1), at + 2) } else { (hour, at + 1) };
        let part = |mark: usize| is(text, mark, ":") && text.glued(mark) && text.glued(mark + 1);
        if !two(hour, 24) || !part(mark) || text.kind(mark + 1) != TokenKind::Number {
            return None;
        }
        let minute = text.word(mark + 1);
        let second = part(mark + 2).then(|| text.word(mark + 3));
        let whole = second.map(|second| second.split('.').next().unwrap_or(second));
        if !two(minute, 59) || !whole.is_none_or(|second| two(second, 60)) {
            return None;
        }
        let end = mark + if whole.is_some() { 4 } else { 2 };
        let universal = is(text, end, "Z") && text.glued(end);
        let seconds = whole.map_or_else(String::new, |second| format!(":{second}"));
        let zone = if universal { "Z" } else { "" };
        Some((format!("T{hour}:{minute}{seconds}{zone}"), end + usize::from(universal)))
    }
}

/// What stands before a year with its era.
const LEADS: &[&str] = &[
    "in", "by", "from", "of", "to", "since", "until", "till", "around", "about", "circa", "before", "after", "between",
    "and", "or", "year", "c", "early", "late", "roughly", "through",
];
