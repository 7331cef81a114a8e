//! Decades and centuries: "the 1990s", "'90s", "the 20th century".

use super::words::{self, Word, is, is_dash};
use super::year::{of_two_digits, plausible};
use super::{Day, Item, Reader, What};
use crate::facts::date::{DateRange, Precision};
use crate::facts::names::Certainty;
use crate::text::lexicon::{self, Classes};
use crate::text::{Text, TokenKind};
use jiff::civil::Date;

impl Reader<'_> {
    /// "1990s", "1990's", "'90s", "90s", "nineties".
    pub(super) fn decade(&self, at: usize) -> Option<Item> {
        let text = self.text;
        if let Some(Word::Tenties(tens)) = words::of(text, at) {
            // "the roaring twenties"
            let led = matches!(
                words::before(text, at),
                "the" | "early" | "late" | "mid" | "-" | "roaring" | "swinging" | "hungry"
            );
            let his = matches!(words::before(text, at), "his" | "her" | "their" | "my");
            return (led && !his).then(|| of_decade(at, at + 1, 1900 + i16::from(tens), Certainty::Likely))?;
        }
        if text.kind(at) != TokenKind::Number {
            return None;
        }
        let word = text.word(at);
        let plural = text.glued(at + 1)
            && (is(text, at + 1, "s")
                || text.kind(at + 1) == TokenKind::Possessive && text.lower(at + 1).ends_with('s'));
        if !plural || !word.ends_with('0') {
            return None;
        }
        let number: u16 = word.parse().ok()?;
        match word.len() {
            4 => {
                let year = plausible(number)?;
                if text.kind(at + 1) == TokenKind::Possessive
                    && !matches!(words::before(text, at), "the" | "early" | "late" | "mid")
                {
                    return None;
                }
                if year % 100 == 0 && year < 2000 {
                    // "the 1800s" is the century.
                    return of_century(at, at + 2, year / 100 + 1, Certainty::Likely);
                }
                of_decade(at, at + 2, year, Certainty::Sure)
            }
            2 => {
                let mark = at.checked_sub(1).map_or("", |before| text.word(before));
                let quoted = matches!(mark, "'" | "’" | "‘") && text.glued(at);
                let before = words::before(text, at);
                let led = matches!(before, "early" | "late")
                    || is_dash(text, at.wrapping_sub(1)) && words::before(text, at.wrapping_sub(1)) == "mid";
                // "the 70's" is a decade where nothing is the decade's.
                let owns = text.kind(at + 1) == TokenKind::Possessive
                    && text.kind(at + 2) == TokenKind::Word
                    && !lexicon::usual_class(text.lower(at + 2)).has_any(JOINING);
                // "the 70s and 80s"
                let listed =
                    matches!(before, "and" | "or") && at > 1 && self.floor + 1 == at && text.lower(at - 2) == "s";
                if !(quoted || led || listed || before == "the") || matches!(before, "his" | "her") || owns {
                    return None;
                }
                let weather = self.degrees_near(at);
                let year = of_two_digits(number, self.published);
                let certainty = if quoted { Certainty::Likely } else { Certainty::Weak };
                (!weather).then(|| of_decade(if quoted { at - 1 } else { at }, at + 2, year, certainty))?
            }
            _ => None,
        }
    }

    /// "temperatures in the 90s": no decade.
    fn degrees_near(&self, at: usize) -> bool {
        let from = at.saturating_sub(10);
        (from..at + 6).any(|at| NO_DECADE.contains(&self.text.lower(at)))
    }
}

/// "20th century", "nineteenth-century".
pub(super) fn century(first: usize, number: i16, unit: usize) -> Option<Item> {
    (1..=30).contains(&number).then(|| of_century(first, unit + 1, number, Certainty::Sure))?
}

/// Whether the token after a place goes on to others of which "centuries" or "century" is told: "18th and 19th centuries".
pub(super) fn shares_century(text: &Text<'_>, mut at: usize) -> bool {
    for _ in 0..LISTED {
        let comma = usize::from(is(text, at, ",") || is_dash(text, at));
        let word = usize::from(matches!(text.lower(at + comma), "and" | "or" | "to" | "&"));
        if comma + word == 0 {
            return false;
        }
        let Some(end) = past_place(text, at + comma + word) else { return false };
        if matches!(text.lower(end), "century" | "centuries") {
            return true;
        }
        at = end;
    }
    false
}

/// The most centuries that are told together.
const LISTED: usize = 3;

/// One past "19th", "nineteenth", "twenty-first".
fn past_place(text: &Text<'_>, at: usize) -> Option<usize> {
    if text.kind(at) == TokenKind::Number {
        let place = text.glued(at + 1) && matches!(text.lower(at + 1), "st" | "nd" | "rd" | "th");
        return (place && text.word(at).len() <= 2).then_some(at + 2);
    }
    match words::of(text, at)? {
        Word::Ordinal(_) => Some(at + 1),
        Word::Tens(_) => {
            let ones = at + 1 + usize::from(is_dash(text, at + 1));
            matches!(words::of(text, ones), Some(Word::Ordinal(_))).then_some(ones + 1)
        }
        _ => None,
    }
}

pub(super) fn of_decade(first: usize, end: usize, year: i16, certainty: Certainty) -> Option<Item> {
    let year = year - year.rem_euclid(10);
    let value = DateRange {
        first: Date::new(year, 1, 1).ok()?,
        last: Date::new(year + 9, 12, 31).ok()?,
        precision: Precision::Decade,
    };
    let day = Day {
        value: Some(value),
        timex: format!("{:03}", year / 10),
        precision: Precision::Decade,
        explicit: true,
        ..Day::default()
    };
    Some(Item { first, end, what: What::Date(day), certainty })
}

fn of_century(first: usize, end: usize, number: i16, certainty: Certainty) -> Option<Item> {
    let year = (number - 1) * 100;
    // Newspapers begin a century in the round year, purists one year later; both are inside.
    let begin = Date::new(year.max(1), 1, 1).ok()?;
    let value = DateRange { first: begin, last: Date::new(year + 100, 12, 31).ok()?, precision: Precision::Century };
    let day = Day {
        value: Some(value),
        timex: format!("{:02}", number - 1),
        precision: Precision::Century,
        explicit: true,
        ..Day::default()
    };
    Some(Item { first, end, what: What::Date(day), certainty })
}

/// What follows "the 90's" where nothing is theirs: "as", "and", "when", "was".
const JOINING: Classes = Classes::PREPOSITION.or(Classes::CONJUNCTION).or(Classes::AUXILIARY).or(Classes::PRONOUN);

/// Words near which "the 90s" are degrees or an age.
const NO_DECADE: &[&str] = &[
    "temperatures",
    "temperature",
    "highs",
    "lows",
    "degrees",
    "high",
    "low",
    "aged",
    "his",
    "her",
    "age",
    "weather",
    "mph",
    "mercury",
    "thermometer",
];
