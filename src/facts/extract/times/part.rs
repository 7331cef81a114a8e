//! Parts of the day: "in the morning", "the evening of 3 May", "late afternoon".

use super::words::{self, DayPart, Word, is};
use super::{Clock, Item, Reader, What};
use crate::facts::names::Certainty;
use crate::text::TokenKind;

impl Reader<'_> {
    /// "in the morning", "the afternoon".
    pub(super) fn the_part(&self, at: usize, noun: usize, part: DayPart) -> Option<Item> {
        let text = self.text;
        let before = words::before(text, at);
        let next = text.kind(noun + 1);
        // "the morning of 3 May", not "the night of his life"
        let dated = part != DayPart::Night
            && is(text, noun + 1, "of")
            && (text.kind(noun + 2) == TokenKind::Number
                || matches!(words::of(text, noun + 2), Some(Word::Month(..) | Word::Weekday(..) | Word::Which(_))));
        let led = dated
            || matches!(before, "in" | "during" | "by" | "into")
                && part != DayPart::Night
                && (next != TokenKind::Word || FOLLOWERS.contains(&text.lower(noun + 1)));
        let what = What::Time(Clock::part(part));
        led.then_some(Item { first: at, end: noun + 1, what, certainty: Certainty::Weak })
    }
}

/// What may follow "in the morning".
const FOLLOWERS: &[&str] = &["of", "and", "after", "before", "on", "to", "as", "when", "with", "for", "at"];
