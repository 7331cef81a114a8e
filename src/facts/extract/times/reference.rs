//! Times named by their relation to the present alone: "now", "recently", "soon", "the future".

use super::anchor::{self, Lean};
use super::hour::is_alone;
use super::words::{self, Unit, Word, is, is_dash};
use super::{Day, Item, Reader, What};
use crate::facts::names::Certainty;
use crate::text::lexicon::{self, Classes};
use crate::text::{Case, TokenKind};

/// A time whose value is one of the three references of TIMEX3.
pub(super) fn reference(timex: &str) -> Day {
    Day { timex: timex.to_owned(), relative: true, ..Day::default() }
}

impl Reader<'_> {
    /// "now", "recently", "the future".
    pub(super) fn reference(&self, at: usize, timex: &str) -> Option<Item> {
        let text = self.text;
        let word = text.lower(at);
        let mut end = at + 1;
        let fine = match word {
            "now" => {
                // "Now the river rose": the word opens a sentence as "so" does.
                !is_dash(text, at + 1)
                    && (!self.opens_sentence(at) || is_alone(text, at, end))
                    && (!text.glued(at)
                        || matches!(text.word(at.wrapping_sub(1)), "\"" | "“" | "(" | "—" | "–" | "-" | "‘"))
            }
            "future"
                if matches!(words::of(text, end), Some(Word::Unit(Unit::Month | Unit::Quarter | Unit::Year, true))) =>
            {
                end += 1;
                true
            }
            "future" => {
                let led = matches!(words::before(text, at), "the" | "near");
                // "The future is bright" is about no time.
                let named = at > 0 && FUTURE_VERBS.contains(&text.lower(end)) && {
                    let before = words::before(text, at - 1);
                    !matches!(before, "in" | "for" | "into" | "near")
                };
                let led = led && !named;
                led && !text
                    .token(end)
                    .is_some_and(|next| next.kind == TokenKind::Word && !FUTURE_FOLLOWERS.contains(&text.lower(end)))
                    && !matches!(text.lower(end), "of" | "for")
            }
            // "at the moment", "at present"; not "at the moment of impact", "at present value"
            "moment" | "present" => {
                let article = matches!(words::before(text, at), "the" | "this");
                let lead = at - usize::from(article);
                let fits = article == (word == "moment") && words::before(text, lead) == "at";
                fits && (text.kind(end) != TokenKind::Word || MOMENT_FOLLOWERS.contains(&text.lower(end)))
            }
            "date" => self.is_to_date(at),
            "recently" => words::before(text, at) != "most",
            "soon" => {
                !matches!(words::before(text, at), "as" | "too" | "how" | "so")
                    && !matches!(text.lower(end), "after" | "as" | "enough" | "before")
                    && !is_dash(text, end)
                    && anchor::lean(text, at, end) == Lean::Future
            }
            // "the past 10 budget cycles" are no time.
            "past" => {
                words::before(text, at) == "the" && !matches!(text.kind(end), TokenKind::Word | TokenKind::Number)
                    || matches!(text.lower(end), "and" | "but" | "it" | "he" | "she" | "they" | "we" | "with")
            }
            "recent" if words::before(text, at) == "most" => false,
            "recent" => {
                if matches!(words::of(text, end), Some(Word::Unit(_, true))) {
                    end += 1;
                }
                true
            }
            _ => true,
        };
        // "Sun Co. Recently, analysts said": no name begins so.
        let opens = self.opens_sentence(at) || word == "recently" && is(text, end, ",");
        if !fine || text.token(at).is_some_and(|token| token.case == Case::Title) && !opens {
            return None;
        }
        let day = reference(timex);
        // "from 2015 to date" ends now.
        let ends = word == "date" && self.last_date.is_some_and(|(.., until)| until + 1 == at);
        let first = if word == "moment" || word == "date" && !ends { at.saturating_sub(1) } else { at };
        Some(Item { first, end, what: What::Date(day), certainty: Certainty::Weak })
    }
}

impl Reader<'_> {
    /// "the largest to date", and not "up to date" or "began to date him"; `at` is the date.
    fn is_to_date(&self, at: usize) -> bool {
        let text = self.text;
        let Some(to) = at.checked_sub(1).filter(|to| matches!(text.word(*to), "to" | "To")) else { return false };
        let before = words::before(text, to);
        let opens = self.opens_sentence(to) && is(text, at + 1, ",");
        let noun =
            before.len() > 2 && !matches!(before, "year" | "how" | "able" | "not" | "out" | "want" | "back") && {
                let class = lexicon::usual_class(before);
                // "difficult to date"
                let other = class.has_any(Classes::VERB.or(Classes::ADVERB)) || class == Classes::ADJECTIVE;
                !other || before.ends_with("est")
            };
        let closes = text.kind(at + 1) == TokenKind::Mark && !is_dash(text, at + 1)
            || DATE_FOLLOWERS.contains(&text.lower(at + 1));
        opens || noun && closes
    }

    /// "at this time": the present; `at` is "this".
    pub(super) fn at_this_time(&self, at: usize) -> Option<Item> {
        let text = self.text;
        let noun = at + 1;
        let led = words::before(text, at) == "at" && is(text, noun, "time");
        let next = text.lower(noun + 1);
        let free = text.kind(noun + 1) == TokenKind::Mark || MOMENT_FOLLOWERS.contains(&next) || next == "that";
        let what = What::Date(reference("PRESENT_REF"));
        (led && free).then_some(Item { first: at, end: noun + 1, what, certainty: Certainty::Weak })
    }
}

/// What may follow "to date".
const DATE_FOLLOWERS: &[&str] = &["and", "has", "have", "had", "was", "were", "is", "are", "in", "for", "with", "but"];

/// What may follow "at the moment".
const MOMENT_FOLLOWERS: &[&str] = &[
    "and", "but", "because", "as", "there", "is", "are", "it", "he", "she", "they", "we", "in", "on", "for", "to",
    "than",
];

/// What may follow "the future".
const FUTURE_FOLLOWERS: &[&str] = &[
    "and", "or", "but", "if", "when", "with", "because", "is", "was", "will", "would", "could", "may", "might", "can",
    "has", "by", "as", "that", "than", "he", "she", "they", "we", "it", "i", "you", "to",
];

/// Verbs that "the future" can be the subject of.
const FUTURE_VERBS: &[&str] = &["is", "was", "will", "would", "could", "may", "might", "can", "has", "as"];
