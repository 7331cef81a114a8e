//! Parts of a time: "early 1990", "late last year", "the end of May", "the rest of the week".

use super::away::{moved, unknown};
use super::words::{self, Unit, Word, is, is_dash};
use super::{Clock, Day, Item, Reader, What, widened};
use crate::facts::names::Certainty;
use crate::text::TokenKind;

impl Reader<'_> {
    /// "early 1990", "late last year", "mid-May", "earlier this month".
    pub(super) fn edge(&mut self, at: usize, depth: u8) -> Option<Item> {
        let text = self.text;
        let mut next = at + 1;
        if is_dash(text, next) && text.glued(next) {
            next += 1;
        }
        if matches!(text.lower(next), "in" | "on") && matches!(text.lower(at), "early" | "late" | "later" | "earlier") {
            next += 1;
        }
        if matches!((text.lower(at), text.lower(next)), ("mid", "night")) {
            return Some(widened(at, self.noon(next, true)));
        }
        if let Some(Word::Part(part)) = words::of(text, next)
            && matches!(text.lower(at), "early" | "late" | "mid")
            && !(is_dash(text, next.saturating_sub(1)) && text.lower(next) == "night")
        {
            let what = What::Time(Clock::part(part));
            return Some(Item { first: at, end: next + 1, what, certainty: Certainty::Weak });
        }
        let compared = matches!(text.lower(at), "earlier" | "later");
        let inner = self.read(next, depth + 1)?;
        let fits = match &inner.what {
            What::Date(day) => !compared || day.relative || matches!(text.lower(next), "that" | "the" | "in" | "on"),
            What::Time(_) => true,
            What::Days(..) | What::Bad(_) | What::Set(_) | What::Duration(_) | What::Hours(_) | What::DayHours(..) => {
                false
            }
        };
        let reference = matches!(&inner.what, What::Date(day) if day.timex.ends_with("_REF"));
        (fits && !reference).then(|| widened(at, inner))
    }

    /// "the end of the year", "the beginning of May", "the middle of 2015".
    pub(super) fn edge_of(&mut self, at: usize, depth: u8) -> Option<Item> {
        let text = self.text;
        if !is(text, at + 1, "of") {
            return None;
        }
        let unit = |at: usize| match words::of(text, at) {
            Some(Word::Unit(unit @ (Unit::Year | Unit::Month | Unit::Quarter | Unit::Week), false)) => Some(unit),
            _ => None,
        };
        // "the turn of the year" lies in two.
        if is(text, at, "turn") && (unit(at + 2).is_some() || unit(at + 3).is_some()) {
            return None;
        }
        if let Some(unit) = unit(at + 2) {
            let led = matches!(words::before(text, at), "the" | "by" | "at" | "until" | "before" | "since" | "through");
            // "end of year report"
            let closes = text.kind(at + 3) != TokenKind::Word;
            let day = moved(self.published.filter(|_| led || closes)?, unit, 0);
            return Some(Item { first: at, end: at + 3, what: What::Date(day), certainty: Certainty::Weak });
        }
        let rest = matches!(text.lower(at), "rest" | "remainder");
        let own = matches!(text.lower(at + 2), "the") || rest && OWNERS.contains(&text.lower(at + 2));
        // "the end of the decade", "for the rest of the century"
        let long = |at: usize| match words::of(text, at) {
            Some(Word::Unit(unit @ (Unit::Decade | Unit::Century), false)) => Some(unit),
            _ => None,
        };
        let long = long(at + 3).filter(|_| !is(text, at, "turn") && text.kind(at + 4) != TokenKind::Possessive);
        let inner = match unit(at + 3).or(long).filter(|_| own) {
            Some(unit) => {
                let open = || rest.then(|| unknown(unit, 0));
                let day = self.published.map(|day| moved(day, unit, 0)).or_else(open)?;
                Some(Item { first: at, end: at + 4, what: What::Date(day), certainty: Certainty::Weak })
            }
            None if rest && is(text, at + 2, "this") && is(text, at + 3, "day") => {
                let day = self.published.map_or_else(|| unknown(Unit::Day, 0), |day| moved(day, Unit::Day, 0));
                Some(Item { first: at, end: at + 4, what: What::Date(day), certainty: Certainty::Weak })
            }
            None => self.read(at + 2, depth + 1),
        }?;
        let turn = is(text, at, "turn");
        let named = |day: &Day| !turn || !day.timex.ends_with("_REF");
        matches!(&inner.what, What::Date(day) if named(day)).then(|| widened(at, inner))
    }
}

/// Whose week or year it may be that has a rest.
const OWNERS: &[&str] = &["my", "your", "his", "her", "its", "our", "their", "this"];
