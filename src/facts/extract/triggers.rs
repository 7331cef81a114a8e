//! What each token of an article may begin, looked up once for all extractors.
//!
//! Nearly all words begin nothing. An extractor goes from one token with its bit to the next.

use super::relations::multiple;
use super::{age, attribution, catalogue, lexemes, lone, lookalike, naming, residue, tags, times, vague};
use crate::text::words::WordMap;
use crate::text::{Case, Text, TokenKind};
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// What a token may begin.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Trigger(u16);

impl Trigger {
    /// A number, or a word for many.
    pub(super) const FIGURE: Self = Self(1);
    /// A time.
    pub(super) const TIME: Self = Self(2);
    /// An age in words.
    pub(super) const AGE: Self = Self(4);
    /// What somebody says.
    pub(super) const SAYING: Self = Self(8);
    /// A clause's own word: an article, an auxiliary, a preposition.
    pub(super) const FUNCTION: Self = Self(16);
    /// The two ends of a range: "between".
    pub(super) const BETWEEN: Self = Self(32);
    /// What a city is of a country: "capital".
    pub(super) const CAPITAL: Self = Self(64);
    /// Nothing that a name of a person has: "The", "Monday".
    pub(super) const NO_NAME: Self = Self(128);
    /// A mark that a quotation may begin or end with, apostrophes among them.
    pub(super) const QUOTATION: Self = Self(256);
    /// A word with a capital.
    pub(super) const CAPITALISED: Self = Self(512);
    /// A multiple: "doubled", "times".
    pub(super) const MULTIPLE: Self = Self(1024);
    /// A bracket.
    pub(super) const BRACKET: Self = Self(2048);
    /// What was left in: dummy text, a variable, a damaged sign.
    pub(super) const RESIDUE: Self = Self(4096);
    /// The sign of a hashtag or handle.
    pub(super) const TAG: Self = Self(8192);
    /// The name of a kind of number with a check: "ISBN".
    pub(super) const SCHEME: Self = Self(16384);
    /// A word that sounds like another.
    pub(super) const LOOKALIKE: Self = Self(32768);

    /// Either of two.
    pub(super) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether one of these is among them.
    pub(super) fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

static TRIGGERS: LazyLock<WordMap<Trigger>> = LazyLock::new(|| {
    let mut words: FxHashMap<&'static str, Trigger> = FxHashMap::default();
    let mut add = |trigger: Trigger, list: &mut dyn Iterator<Item = &'static str>| {
        list.for_each(|word| words.entry(word).or_default().0 |= trigger.0);
    };
    add(Trigger::FIGURE, &mut lexemes::words());
    add(Trigger::FIGURE, &mut vague::WORDS.iter().copied());
    add(Trigger::FIGURE, &mut lone::WORDS.iter().copied());
    add(Trigger::TIME, &mut times::words());
    add(Trigger::AGE, &mut age::WORDS.iter().copied());
    add(Trigger::SAYING, &mut attribution::words());
    add(Trigger::FUNCTION, &mut tags::words());
    add(Trigger::NO_NAME, &mut naming::stops());
    add(Trigger::BETWEEN, &mut ["between"].into_iter());
    add(Trigger::MULTIPLE, &mut multiple::triggers());
    add(Trigger::RESIDUE, &mut residue::words());
    add(Trigger::SCHEME, &mut catalogue::WORDS.iter().copied());
    add(Trigger::LOOKALIKE, &mut lookalike::words());
    add(Trigger::CAPITAL, &mut ["capital"].into_iter());
    words.into_iter().collect()
});

/// What digits may begin.
const DIGITS: Trigger = Trigger::FIGURE.or(Trigger::TIME).or(Trigger::AGE);

/// What a short year or a quotation may begin with.
const APOSTROPHE: Trigger = Trigger::TIME.or(Trigger::QUOTATION);

/// "½" is a number, "’" may stand before a short year.
fn of_mark(mark: &str) -> Trigger {
    match mark {
        "," | "." | "-" => Trigger::default(),
        "'" | "’" | "‘" => APOSTROPHE,
        "\"" | "“" | "”" | "„" | "«" | "»" => Trigger::QUOTATION,
        "#" | "@" => Trigger::TAG,
        "(" | ")" | "]" => Trigger::BRACKET,
        "[" => Trigger::BRACKET.or(Trigger::RESIDUE),
        "{" | "$" | "&" | "\u{fffd}" | "€" | "£" | "©" | "®" | "°" | "™" => Trigger::RESIDUE,
        _ if mark.len() > 1 && "½⅓⅔¼¾⅕⅖⅗⅘⅛⅜⅝⅞".contains(mark) => Trigger::FIGURE,
        _ => Trigger::default(),
    }
}

/// The triggers of all tokens of a text.
pub(super) fn of(text: &Text<'_>) -> Vec<Trigger> {
    let table = &*TRIGGERS;
    let each = text.tokens.iter().map(|token| {
        match token.kind {
            TokenKind::Word => {}
            TokenKind::Number => return DIGITS,
            TokenKind::Mark => return of_mark(text.written(token.span)),
            // The lone apostrophe of a plural may be a closing mark; "'s" is none.
            TokenKind::Possessive => {
                return if text.written(token.span).ends_with(['s', 'S']) {
                    Trigger::default()
                } else {
                    Trigger::QUOTATION
                };
            }
        }
        let lower = text.lowered(token.span);
        let begins = match table.get(lower) {
            Some(trigger) => *trigger,
            None if tags::is_negated(lower) => Trigger::FUNCTION,
            None if lexemes::joined(lower).is_some() => Trigger::FIGURE,
            None => Trigger::default(),
        };
        if token.case == Case::Lower { begins } else { begins.or(Trigger::CAPITALISED) }
    });
    each.collect()
}
