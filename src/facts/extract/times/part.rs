//! Parts of the day: "in the morning", "the evening of 3 May", "late afternoon".

use super::day_of_month;
use super::words::{self, DayPart, Word, is};
use super::{Clock, Item, Reader, What};
use crate::facts::names::Certainty;
use crate::text::{Case, TokenKind};

impl Reader<'_> {
    /// "in the morning", "the afternoon".
    pub(super) fn the_part(&self, at: usize, noun: usize, part: DayPart) -> Option<Item> {
        let text = self.text;
        let before = words::before(text, at);
        let next = text.kind(noun + 1);
        // "the morning of 3 May", not "the night of his life"
        let day = noun + 2;
        let named = match part {
            // "the night of 40 goals"
            DayPart::Night => day_of_month::day_first(text, day).is_some(),
            DayPart::Morning | DayPart::Midday | DayPart::Afternoon | DayPart::Evening => {
                text.kind(day) == TokenKind::Number || matches!(words::of(text, day), Some(Word::Which(_)))
            }
        };
        let named = named || matches!(words::of(text, day), Some(Word::Month(..) | Word::Weekday(..)));
        let dated = named && is(text, noun + 1, "of");
        let led = dated
            || matches!(before, "in" | "during" | "by" | "into")
                && (next != TokenKind::Word || FOLLOWERS.contains(&text.lower(noun + 1)));
        let what = What::Time(Clock::part(part));
        led.then_some(Item { first: at, end: noun + 1, what, certainty: Certainty::Weak })
    }

    /// "afternoon at 3": a part of the day that has its hour.
    pub(super) fn part_alone(&self, at: usize, part: DayPart) -> Option<Item> {
        let text = self.text;
        if text.token(at).is_some_and(|token| token.case == Case::Title) {
            return None;
        }
        let clock = Clock::part(part);
        let item = Item { first: at, end: at + 1, what: What::Time(clock.clone()), certainty: Certainty::Weak };
        let led = matches!(words::before(text, at), "at" | "by" | "around" | "until" | "before" | "after" | "over");
        let midday = part == DayPart::Midday && led && text.kind(at + 1) != TokenKind::Possessive;
        self.at_part(&item, &clock).or_else(|| midday.then_some(item))
    }
}

/// What may follow "in the morning".
const FOLLOWERS: &[&str] = &["of", "and", "after", "before", "on", "to", "as", "when", "with", "for", "at"];
