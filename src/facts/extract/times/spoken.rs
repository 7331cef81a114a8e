//! Years and decades as broadcasters say them: "nineteen ninety-six", "two thousand and ten",
//! "twenty seventeen", "the nineteen seventies".

use super::words::{self, Word, is, is_dash};
use super::year::{self, of_year};
use super::{Item, Reader, What, clock, decade};
use crate::facts::extract::numeral;
use crate::facts::names::Certainty;
use crate::source::Span;
use crate::text::{Text, TokenKind};

/// The hundreds that a year's first word says.
fn hundreds(word: &str) -> Option<i16> {
    match word {
        "seventeen" => Some(17),
        "eighteen" => Some(18),
        "nineteen" => Some(19),
        "twenty" => Some(20),
        _ => None,
    }
}

/// A year in words, and the token after it.
pub(super) fn year(text: &Text<'_>, at: usize) -> Option<(i16, usize)> {
    let words = |at| numeral::read(text, at).filter(|number| number.style.words && number.value.is_whole());
    if is_two_thousand(text, at) {
        let number = words(at)?;
        let year = i16::try_from(number.value.floor()).ok().filter(|year| (2000..2100).contains(year))?;
        return Some((year, number.end));
    }
    if let Some(told) = in_hundreds(text, at) {
        return Some(told);
    }
    let hundreds = hundreds(text.lower(at))?;
    let rest = words(at + 1)?;
    let of_century = i16::try_from(rest.value.floor()).ok().filter(|rest| (10..=99).contains(rest))?;
    // "twenty forty" is more likely to be two numbers.
    (hundreds < 20 || of_century < 40).then_some((hundreds * 100 + of_century, rest.end))
}

/// "on May twelve", "June twenty-three, 1998": a day as a broadcaster reads it, where nothing is counted.
pub(super) fn day(text: &Text<'_>, month: usize, at: usize) -> Option<(u8, Span, usize)> {
    if !matches!(words::of(text, at), Some(Word::Number | Word::Tens(_))) {
        return None;
    }
    let number = numeral::read(text, at).filter(|number| number.style.words && !number.fraction)?;
    let day =
        u8::try_from(number.value.floor()).ok().filter(|day| number.value.is_whole() && (1..=31).contains(day))?;
    let led = words::before(text, month) == "on" || day > 20;
    let year = year::after(text, number.end).is_some();
    let free = clock::is_last(text, number.end) && !matches!(text.lower(number.end), "and" | "or" | "to");
    (led && free || year).then_some((day, number.span, number.end))
}

/// "eighteen hundred and twelve", "seventeen hundred thirty-three", "one thousand seven hundred and eighty-nine".
fn in_hundreds(text: &Text<'_>, at: usize) -> Option<(i16, usize)> {
    let thousand = text.lower(at) == "one" && text.lower(at + 1) == "thousand";
    if !thousand && text.lower(at + 1) != "hundred" {
        return None;
    }
    let number = numeral::read(text, at).filter(|number| number.style.words && number.value.is_whole())?;
    let year = i16::try_from(number.value.floor()).ok().filter(|year| (1100..2000).contains(year))?;
    // "eighteen hundred people", "fifteen hundred of them"
    let free = text.kind(number.end) != TokenKind::Word || FOLLOWERS.contains(&text.lower(number.end));
    (year % 100 != 0 && free).then_some((year, number.end))
}

fn is_two_thousand(text: &Text<'_>, at: usize) -> bool {
    text.lower(at) == "two" && text.lower(at + 1) == "thousand"
}

impl Reader<'_> {
    /// A year or decade in words, where nothing else is meant.
    pub(super) fn spoken_year(&self, at: usize) -> Option<Item> {
        let text = self.text;
        let Some(hundreds) = hundreds(text.lower(at)) else { return self.thousands(at) };
        if text.lower(at + 1) == "hundred" {
            return self.thousands(at);
        }
        let tens = at + 1 + usize::from(is_dash(text, at + 1));
        // "the twenty-tens"
        if hundreds == 20 && text.lower(tens) == "tens" && words::before(text, at) == "the" {
            return decade::of_decade(at, tens + 1, 2010, Certainty::Likely);
        }
        if let Some(Word::Tenties(tens_of)) = words::of(text, tens) {
            let led = matches!(words::before(text, at), "the" | "early" | "late" | "mid" | "-");
            let start = hundreds * 100 + i16::from(tens_of);
            return led.then(|| decade::of_decade(at, tens + 1, start, Certainty::Likely))?;
        }
        let (year, end) = year(text, at)?;
        let older = year < 2000;
        let led = SPOKEN_LEADS.contains(&words::before(text, at));
        let counts = text.kind(end) == TokenKind::Word && text.lower(end).ends_with('s') || is_dash(text, end);
        if !older && (!led || counts) {
            return None;
        }
        Some(Item { first: at, end, what: What::Date(of_year(year)?), certainty: Certainty::Likely })
    }

    /// "in two thousand and eight", "since eighteen hundred and twelve": a year told as a number.
    fn thousands(&self, at: usize) -> Option<Item> {
        let text = self.text;
        // "rose by two thousand", "a crowd of two thousand and six": what counts is led so as well.
        let led = matches!(words::before(text, at), "in" | "since" | "until" | "till" | "during" | "early" | "late");
        let numbered = is_two_thousand(text, at) || in_hundreds(text, at).is_some();
        // "it came to two thousand" is a number.
        let sum = |year: i16| year == 2000 && words::before(text, at) == "to";
        let (year, end) = year(text, at).filter(|&(year, _)| led && numbered && !sum(year))?;
        let free = text.kind(end) != TokenKind::Word || FOLLOWERS.contains(&text.lower(end));
        let certainty = if words::before(text, at) == "in" { Certainty::Likely } else { Certainty::Weak };
        let what = What::Date(of_year(year)?);
        (free && !is_dash(text, end) && !is(text, end, "%")).then_some(Item { first: at, end, what, certainty })
    }

    /// "the year two thousand", "the year nineteen eighty-four"; `noun` is the word "year".
    pub(super) fn named_year(&self, first: usize, noun: usize) -> Option<Item> {
        let text = self.text;
        let named = is(text, noun, "year");
        let number = noun + 1 + usize::from(is(text, noun + 1, "of"));
        let digits = year::digits(text, number).map(|year| (year, number + 1));
        let digits = digits.filter(|(_, end)| !is_dash(text, *end) && text.kind(*end) != TokenKind::Possessive);
        let (year, end) = digits.or_else(|| year(text, noun + 1)).filter(|_| named)?;
        Some(Item { first, end, what: What::Date(year::of_year(year)?), certainty: Certainty::Likely })
    }
}

/// What may follow a year that is told as a number.
const FOLLOWERS: &[&str] = &[
    "the", "and", "to", "until", "till", "when", "he", "she", "they", "it", "we", "in", "on", "at", "with", "for",
    "was", "were", "but", "as", "a", "an", "his", "her", "their", "its",
];

/// What stands before "twenty seventeen", which no number is.
const SPOKEN_LEADS: &[&str] = &["in", "since", "by", "until", "till", "from", "of", "to", "during", "early", "late"];
