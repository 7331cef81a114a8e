//! Lengths by the stopwatch: "won in 2:05:33", "3h 7m 35s", "3min 20s".

use super::duration::Amount;
use super::words::{self, Unit, is, is_glued};
use super::{Item, Reader, What};
use crate::facts::exact::Exact;
use crate::facts::interval::Interval;
use crate::facts::names::Certainty;
use crate::text::TokenKind;

impl Reader<'_> {
    /// "won in 2:05:33", "a time of 3:07:35": hours, minutes and seconds that something took.
    pub(super) fn raced(&self, at: usize) -> Option<Item> {
        let text = self.text;
        if !is_glued(text, at + 1, ":") || !is_glued(text, at + 3, ":") || text.glued(at) {
            return None;
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

    /// The unit of "7m" and "35s" in "3h 7m 35s", which its letter alone does not say; `larger` is the unit before.
    pub(super) fn lettered_part(&self, at: usize, larger: Unit) -> Option<Amount> {
        let text = self.text;
        let unit = match (text.word(at + 1), larger) {
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
