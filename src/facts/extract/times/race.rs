//! Lengths by the stopwatch: "won in 2:05:33", "a 1:36.6 lap", "3h 7m 35s", "5 milliseconds".

use super::amount::Amount;
use super::words::{self, Unit, is, is_dash, is_glued};
use super::{Item, Reader, What};
use crate::facts::exact::Exact;
use crate::facts::extract::numeral;
use crate::facts::interval::Interval;
use crate::facts::names::Certainty;
use crate::text::TokenKind;

impl Reader<'_> {
    /// "won in 2:05:33", "a time of 3:07:35": hours, minutes and seconds that something took.
    pub(super) fn raced(&self, at: usize) -> Option<Item> {
        let text = self.text;
        if !is_glued(text, at + 1, ":") || text.glued(at) {
            return None;
        }
        if !is_glued(text, at + 3, ":") {
            return self.lapped(at);
        }
        if !LEADS.contains(&words::before(text, at)) {
            return None;
        }
        let two = |at: usize| {
            let word = text.word(at);
            word.parse::<i128>().ok().filter(|part| *part < 60 && word.len() == 2 && text.glued(at))
        };
        let hours: i128 = text.word(at).parse().ok().filter(|_| text.word(at).len() <= 2)?;
        let (minutes, seconds) = (two(at + 2)?, two(at + 4)?);
        let end = at + 5;
        if text.glued(end) && matches!(text.kind(end), TokenKind::Word | TokenKind::Number) {
            return None;
        }
        let count = Exact::whole(hours * 3600 + minutes * 60 + seconds);
        let exactly = Interval::exactly(count);
        let amount = Amount::new(Some(count), exactly, Unit::Second, (at, end), text.span(at, end - 1));
        let mut length = amount.length();
        length.timex = format!("PT{hours}H{minutes}M{seconds}S");
        let what = What::Duration(Box::new(length));
        Some(Item { first: at, end, what, certainty: Certainty::Weak })
    }

    /// "1:36.6", "3:45.67": minutes and seconds, which no hour of the day tells with a decimal.
    fn lapped(&self, at: usize) -> Option<Item> {
        let text = self.text;
        let (written, seconds) = (text.word(at), text.word(at + 2));
        let minutes: i128 = written.parse().ok().filter(|_| written.len() <= 2)?;
        let (whole, _) = seconds.split_once('.').filter(|(whole, part)| whole.len() == 2 && part.len() <= 3)?;
        let seconds = Exact::parse(seconds).filter(|_| whole.parse::<u8>().is_ok_and(|whole| whole < 60))?;
        let end = at + 3;
        if !text.glued(at + 2) || text.glued(end) && text.kind(end) != TokenKind::Mark {
            return None;
        }
        let count = Exact::whole(minutes * 60).plus(seconds)?;
        let exactly = Interval::exactly(count);
        let amount = Amount::new(Some(count), exactly, Unit::Second, (at, end), text.span(at, end - 1));
        let mut length = amount.length();
        length.timex = format!("PT{minutes}M{}S", text.word(at + 2).trim_start_matches('0'));
        let what = What::Duration(Box::new(length));
        Some(Item { first: at, end, what, certainty: Certainty::Likely })
    }

    /// "5 milliseconds", "300ms": parts of a second.
    pub(super) fn split_second(&self, at: usize) -> Option<Item> {
        let text = self.text;
        let number = numeral::read(text, at).filter(|number| !number.fraction)?;
        let noun = number.end + usize::from(is_dash(text, number.end) && text.glued(number.end));
        let (unit, power) = match text.lower(noun) {
            "millisecond" | "milliseconds" => ("millisecond", -3),
            "ms" if text.word(noun) == "ms" && noun == number.end => ("millisecond", -3),
            "microsecond" | "microseconds" => ("microsecond", -6),
            "nanosecond" | "nanoseconds" => ("nanosecond", -9),
            "picosecond" | "picoseconds" => ("picosecond", -12),
            _ => return None,
        };
        let seconds = number.value.times(Exact::power_of_ten(power)?)?;
        let exactly = Interval::exactly(number.value);
        let amount = Amount::new(Some(number.value), exactly, Unit::Second, (at, noun + 1), number.span);
        let amount = self.hedged(Amount { style: number.style, ..amount });
        let (first, end) = (amount.first, amount.end);
        let mut length = amount.length();
        length.days = length.days.scaled(Exact::power_of_ten(power)?);
        length.unit = unit;
        length.timex = format!("PT{}S", seconds.to_decimal(12).replace(',', ""));
        let what = What::Duration(Box::new(length));
        Some(Item { first, end, what, certainty: Certainty::Sure })
    }

    /// The unit of "7m" and "35s" in "3h 7m 35s", which its letter alone does not say; `larger` is the unit before.
    pub(super) fn lettered_part(&self, at: usize, larger: Unit) -> Option<Amount> {
        let text = self.text;
        let unit = match (text.word(at + 1), larger) {
            ("mo" | "mos", Unit::Year) => Unit::Month,
            ("m", Unit::Hour) => Unit::Minute,
            ("s", Unit::Hour | Unit::Minute) => Unit::Second,
            _ => return None,
        };
        let count: i128 = text.word(at).parse().ok().filter(|count| (0..60).contains(count))?;
        let free =
            !text.glued(at + 2) || text.kind(at + 2) == TokenKind::Mark || text.kind(at + 2) == TokenKind::Number;
        if text.kind(at) != TokenKind::Number || !text.glued(at + 1) || !free || is(text, at + 2, "/") {
            return None;
        }
        let exactly = Interval::exactly(Exact::whole(count));
        Some(Amount::new(Some(Exact::whole(count)), exactly, unit, (at, at + 2), text.span(at, at)))
    }
}

/// What stands before a length by the stopwatch and before no time of day.
const LEADS: &[&str] = &["in", "of", "took", "clocked", "ran", "clocking", "running", "lasted", "taking"];
