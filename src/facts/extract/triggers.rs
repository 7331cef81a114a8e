//! What each token of an article may begin, looked up once for all extractors.
//!
//! Nearly all words begin nothing. An extractor goes from one token with its bit to the next.

use super::limits::existence;
use super::relations::{listing, multiple};
use super::{
    age, attribution, border, catalogue, coast, landmark, lexemes, lone, lookalike, misprint, mistaken, naming, post,
    reference, residue, tags, times, vague,
};
use crate::text::words::WordMap;
use crate::text::{Case, Text, Token, TokenKind};
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// What a token may begin.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Trigger(u32);

impl Trigger {
    /// A number, or a word for many.
    pub(super) const FIGURE: Self = Self(1);
    /// A time.
    pub(super) const TIME: Self = Self(1 << 1);
    /// An age in words.
    pub(super) const AGE: Self = Self(1 << 2);
    /// What somebody says.
    pub(super) const SAYING: Self = Self(1 << 3);
    /// A clause's own word: an article, an auxiliary, a preposition.
    pub(super) const FUNCTION: Self = Self(1 << 4);
    /// The two ends of a range: "between".
    pub(super) const BETWEEN: Self = Self(1 << 5);
    /// What a city is of a country: "capital".
    pub(super) const CAPITAL: Self = Self(1 << 6);
    /// Nothing that a name of a person has: "The", "Monday".
    pub(super) const NO_NAME: Self = Self(1 << 7);
    /// A mark that a quotation may begin or end with, apostrophes among them.
    pub(super) const QUOTATION: Self = Self(1 << 8);
    /// A word with a capital.
    pub(super) const CAPITALISED: Self = Self(1 << 9);
    /// A multiple: "doubled", "times".
    pub(super) const MULTIPLE: Self = Self(1 << 10);
    /// A bracket.
    pub(super) const BRACKET: Self = Self(1 << 11);
    /// What was left in: dummy text, a variable, a damaged sign.
    pub(super) const RESIDUE: Self = Self(1 << 12);
    /// The sign of a hashtag or handle.
    pub(super) const TAG: Self = Self(1 << 13);
    /// The name of a kind of number with a check: "ISBN".
    pub(super) const SCHEME: Self = Self(1 << 14);
    /// A word that sounds like another.
    pub(super) const LOOKALIKE: Self = Self(1 << 15);
    /// A number in digits.
    pub(super) const NUMBER: Self = Self(1 << 16);
    /// The first of two words of one length and as many letters, with a space between: they may be one word twice.
    pub(super) const TWICE: Self = Self(1 << 17);
    /// An address: a word with another hanging on it by a mark, or the beginning of a scheme.
    pub(super) const ADDRESS: Self = Self(1 << 18);
    /// The first word of a name in the table of wars, terms and events.
    pub(super) const LANDMARK: Self = Self(1 << 19);
    /// What is numbered: "table".
    pub(super) const NUMBERED: Self = Self(1 << 20);

    /// A word that may tell of a mistake: "wrongly".
    pub(super) const MISTAKE: Self = Self(1 << 21);

    /// A word that an office may end with: "president".
    pub(super) const POST: Self = Self(1 << 22);

    /// A word for a coast.
    pub(super) const COAST: Self = Self(1 << 23);

    /// A war as a time: "wartime".
    pub(super) const WAR: Self = Self(1 << 24);

    /// A word for a border.
    pub(super) const BORDER: Self = Self(1 << 27);

    /// A word for so many people together: "trio".
    pub(super) const TOGETHER: Self = Self(1 << 25);

    /// A mark right behind another, or what may be a Roman numeral.
    pub(super) const MARKS: Self = Self(1 << 26);

    /// What so many tokens begin that going from one to the next is going through all.
    const FREQUENT: Self =
        Self::FIGURE.or(Self::TIME).or(Self::FUNCTION).or(Self::NO_NAME).or(Self::CAPITALISED).or(Self::QUOTATION);

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
    add(Trigger::TOGETHER, &mut listing::people::words());
    add(Trigger::WAR, &mut existence::WORDS.iter().copied());
    add(Trigger::COAST, &mut coast::WORDS.iter().copied());
    add(Trigger::BORDER, &mut border::WORDS.iter().copied());
    add(Trigger::LANDMARK, &mut landmark::words());
    add(Trigger::NUMBERED, &mut reference::words());
    add(Trigger::POST, &mut post::words());
    add(Trigger::MISTAKE, &mut mistaken::WORDS.iter().copied());
    add(Trigger::ADDRESS, &mut ["www", "ww", "wwww"].into_iter());
    words.into_iter().collect()
});

/// What digits may begin.
const DIGITS: Trigger = Trigger::FIGURE.or(Trigger::TIME).or(Trigger::AGE).or(Trigger::NUMBER);

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
        _ if mark.len() > 1 && "½⅓⅔¼¾⅕⅖⅗⅘⅛⅜⅝⅞".contains(mark) => {
            Trigger::FIGURE.or(Trigger::TIME)
        }
        _ => Trigger::default(),
    }
}

/// What each token of a text may begin.
#[derive(Debug)]
pub(super) struct Triggers {
    each: Vec<Trigger>,
    /// The tokens that begin something which few do, in their order.
    rare: Vec<u32>,
}

impl Triggers {
    /// The triggers of all tokens of a text.
    pub(super) fn of(text: &Text<'_>) -> Self {
        let mut each: Vec<Trigger> = Vec::with_capacity(text.tokens.len());
        for (at, token) in text.tokens.iter().enumerate() {
            each.push(begun(text, *token));
            if token.kind != TokenKind::Word {
                let before = at.checked_sub(1).and_then(|before| text.tokens.get(before));
                if token.kind == TokenKind::Mark
                    && misprint::marks::begins(text, before, *token)
                    && let Some(last) = each.last_mut()
                {
                    *last = last.or(Trigger::MARKS);
                }
                continue;
            }
            let (begins, back, trigger) = if token.glued {
                (hangs(text, at), 2, Trigger::ADDRESS)
            } else {
                (is_again(text, at), 1, Trigger::TWICE)
            };
            if begins && let Some(first) = at.checked_sub(back).and_then(|first| each.get_mut(first)) {
                *first = first.or(trigger);
            }
        }
        let frequent = Trigger::FREQUENT.0;
        let rare = each.iter().zip(0..).filter(|(trigger, _)| trigger.0 & !frequent != 0).map(|(_, at)| at).collect();
        Self { each, rare }
    }

    /// Whether a token may begin what the trigger stands for.
    pub(super) fn has(&self, token: usize, trigger: Trigger) -> bool {
        self.each.get(token).is_some_and(|known| known.has(trigger))
    }

    /// The first of the tokens `from..end` that may begin what the trigger stands for.
    pub(super) fn next(&self, from: usize, end: usize, trigger: Trigger) -> Option<usize> {
        if trigger.has(Trigger::FREQUENT) {
            let found = self.each.get(from..end)?.iter().position(|known| known.has(trigger));
            return found.map(|after| from + after);
        }
        let first = self.rare.partition_point(|&token| (token as usize) < from);
        let rest = self.rare.get(first..)?.iter().map(|&token| token as usize);
        rest.take_while(|&token| token < end).find(|&token| self.has(token, trigger))
    }
}

/// What a token may begin, whatever stands around it.
fn begun(text: &Text<'_>, token: Token) -> Trigger {
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
    let begins = match TRIGGERS.get(lower) {
        Some(trigger) => *trigger,
        None if tags::is_negated(lower) => Trigger::FUNCTION,
        None if lexemes::joined(lower).is_some() => Trigger::FIGURE,
        None if matches!(lower.as_bytes(), [b'h', b't', b't' | b'p', ..]) => Trigger::ADDRESS,
        None => Trigger::default(),
    };
    if token.case == Case::Lower {
        begins
    } else if misprint::roman::begins(text.written(token.span), token.case) {
        begins.or(Trigger::CAPITALISED).or(Trigger::MARKS)
    } else {
        begins.or(Trigger::CAPITALISED)
    }
}

/// Whether a word that stands apart may be the one before it again.
fn is_again(text: &Text<'_>, at: usize) -> bool {
    let Some([one, next]) = at.checked_sub(1).and_then(|before| text.tokens.get(before..=at)) else { return false };
    one.span.len() == next.span.len() && next.case == Case::Lower && one.kind == TokenKind::Word
}

/// Whether a word hangs by a mark on one that stands apart, as in addresses: "harbour.org".
fn hangs(text: &Text<'_>, at: usize) -> bool {
    let Some([word, mark, _]) = at.checked_sub(2).and_then(|first| text.tokens.get(first..=at)) else {
        return false;
    };
    mark.glued
        && mark.kind == TokenKind::Mark
        && word.kind == TokenKind::Word
        && !word.glued
        && matches!(text.written(mark.span), "." | "@" | "-" | "_")
}
