//! The words that numbers are written with.

use crate::source::Span;
use crate::text::words::WordMap;
use crate::text::{Text, TokenKind};
use std::sync::LazyLock;

/// A word that takes part in a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Lexeme {
    /// Zero to nine.
    Unit(u8),
    /// Ten to nineteen, and what else below a hundred is one word: "twentyfive".
    Teen(u8),
    /// Twenty, thirty … ninety.
    Tens(u8),
    /// "hundred".
    Hundred,
    /// "thousand" and above, as a power of ten.
    Scale(u8),
    /// "bn", "mln": a scale word that only follows digits, as a power of ten.
    Suffix(u8),
    /// "dozen".
    Dozen,
    /// "half".
    Half,
    /// "third", "quarters": one over this.
    Part(u32, Number),
    /// "first", "second": a place that is no part.
    Place(u8),
    /// "thousandth", "millionth": a place and a part, as a power of ten.
    ScalePlace(u8, Number),
}

/// Singular or plural.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Number {
    /// One.
    Singular,
    /// Several.
    Plural,
}

use Lexeme::{Dozen, Half, Hundred, Part, Place, Scale, ScalePlace, Suffix, Teen, Tens, Unit};
use Number::{Plural, Singular};

static LEXEMES: LazyLock<WordMap<Lexeme>> = LazyLock::new(|| {
    let mut map = WordMap::default();
    let units = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];
    for (n, word) in (0_u8..).zip(units) {
        map.insert(word, Unit(n));
    }
    let teens =
        ["ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"];
    for (n, word) in (10_u8..).zip(teens) {
        map.insert(word, Teen(n));
    }
    let tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
    for (n, word) in (2_u8..).zip(tens) {
        map.insert(word, Tens(n * 10));
    }
    map.extend([
        ("fourty", Tens(40)),
        ("ninty", Tens(90)),
        ("doz", Dozen),
        ("hundred", Hundred),
        ("dozen", Dozen),
        ("half", Half),
        ("halves", Part(2, Plural)),
    ]);
    map.extend(SCALES.iter().map(|&(word, power)| (word, Scale(power))));
    map.extend(SUFFIXES.iter().map(|&(word, power)| (word, Suffix(power))));
    map.extend([("nought", Unit(0)), ("naught", Unit(0))]);
    map.extend([("first", Place(1)), ("second", Place(2))]);
    for &(word, plural, n) in PARTS {
        map.insert(word, Part(n, Singular));
        map.insert(plural, Part(n, Plural));
    }
    map.extend([("nineth", Part(9, Singular)), ("twelth", Part(12, Singular)), ("fourtieth", Part(40, Singular))]);
    for &(word, plural, power) in SCALE_PARTS {
        map.insert(word, ScalePlace(power, Singular));
        map.insert(plural, ScalePlace(power, Plural));
    }
    map
});

/// Scale words.
static SCALES: &[(&str, u8)] = &[
    ("thousand", 3),
    ("lakh", 5),
    ("lakhs", 5),
    ("lac", 5),
    ("lacs", 5),
    ("lkh", 5),
    ("lkhs", 5),
    ("million", 6),
    ("crore", 7),
    ("crores", 7),
    ("krore", 7),
    ("krores", 7),
    ("koti", 7),
    ("billion", 9),
    ("trillion", 12),
    ("quadrillion", 15),
    ("quintillion", 18),
];

/// Scale words that only follow digits; `k`, `m`, `b` and `t` need more than this list.
static SUFFIXES: &[(&str, u8)] =
    &[("mio", 6), ("mln", 6), ("bn", 9), ("bln", 9), ("tn", 12), ("trn", 12), ("trln", 12)];

static PARTS: &[(&str, &str, u32)] = &[
    ("third", "thirds", 3),
    ("quarter", "quarters", 4),
    ("fourth", "fourths", 4),
    ("fifth", "fifths", 5),
    ("sixth", "sixths", 6),
    ("seventh", "sevenths", 7),
    ("eighth", "eighths", 8),
    ("ninth", "ninths", 9),
    ("tenth", "tenths", 10),
    ("eleventh", "elevenths", 11),
    ("twelfth", "twelfths", 12),
    ("thirteenth", "thirteenths", 13),
    ("fourteenth", "fourteenths", 14),
    ("fifteenth", "fifteenths", 15),
    ("sixteenth", "sixteenths", 16),
    ("seventeenth", "seventeenths", 17),
    ("eighteenth", "eighteenths", 18),
    ("nineteenth", "nineteenths", 19),
    ("twentieth", "twentieths", 20),
    ("thirtieth", "thirtieths", 30),
    ("fortieth", "fortieths", 40),
    ("fiftieth", "fiftieths", 50),
    ("sixtieth", "sixtieths", 60),
    ("seventieth", "seventieths", 70),
    ("eightieth", "eightieths", 80),
    ("ninetieth", "ninetieths", 90),
];

static SCALE_PARTS: &[(&str, &str, u8)] = &[
    ("hundredth", "hundredths", 2),
    ("thousandth", "thousandths", 3),
    ("millionth", "millionths", 6),
    ("billionth", "billionths", 9),
    ("trillionth", "trillionths", 12),
    ("quadrillionth", "quadrillionths", 15),
    ("quintillionth", "quintillionths", 18),
];

/// The words that a number may begin with, but those that lack their hyphen: see [`joined`]. "bn" and "tn"
/// follow digits only.
pub(super) fn words() -> impl Iterator<Item = &'static str> {
    LEXEMES.keys().filter(|word| word.len() > 2)
}

/// What a word in lower case is in a number.
pub(super) fn lexeme(lower: &str) -> Option<Lexeme> {
    LEXEMES.get(lower).copied().or_else(|| joined(lower))
}

/// "twentyfive", "seventythird": the hyphen left out.
pub(super) fn joined(lower: &str) -> Option<Lexeme> {
    let tens = lower.as_bytes().get(4..8)?;
    let at = tens.iter().position(|&byte| byte == b'y')? + 5;
    if lower.len() <= at + 2 {
        return None;
    }
    let (Tens(tens), rest) = (LEXEMES.get(lower.get(..at)?)?, lower.get(at..)?) else { return None };
    match *LEXEMES.get(rest)? {
        Unit(unit @ 1..) => Some(Teen(tens + unit)),
        Place(place) => Some(Part(u32::from(tens + place), Singular)),
        Part(place @ ..10, number) if !rest.starts_with("quarter") => Some(Part(u32::from(*tens) + place, number)),
        _ => None,
    }
}

/// The tokens of one sentence, which no number leaves.
#[derive(Clone, Copy, Debug)]
pub(super) struct Words<'t, 'a> {
    text: &'t Text<'a>,
    /// One past the last token of the sentence.
    limit: usize,
}

impl<'t, 'a> Words<'t, 'a> {
    /// The words of the sentence that holds token `at`.
    pub(super) fn around(text: &'t Text<'a>, at: usize) -> Self {
        let limit = text.token(at).map_or(0, |token| {
            let sentence = text.sentences.get(text.sentence_at(token.span.start));
            sentence.map_or(0, |sentence| sentence.tokens.end)
        });
        Self { text, limit }
    }

    /// A token in lower case; empty beyond the sentence.
    pub(super) fn lower(self, at: usize) -> &'t str {
        if at < self.limit { self.text.lower(at) } else { "" }
    }

    /// What a token is; a mark beyond the sentence.
    pub(super) fn kind(self, at: usize) -> TokenKind {
        if at < self.limit { self.text.kind(at) } else { TokenKind::Mark }
    }

    /// Whether a token follows the one before it without space.
    pub(super) fn glued(self, at: usize) -> bool {
        at < self.limit && self.text.glued(at)
    }

    /// Whether the token before opens a bracket.
    pub(super) fn opens_bracket(self, at: usize) -> bool {
        at.checked_sub(1).is_some_and(|before| self.text.word(before) == "(")
    }

    /// The bytes between a token and the one before it.
    pub(super) fn gap(self, at: usize) -> &'a str {
        match (at.checked_sub(1).and_then(|before| self.text.token(before)), self.text.token(at)) {
            (Some(before), Some(token)) => self.text.written(Span { start: before.span.end, end: token.span.start }),
            _ => "",
        }
    }

    /// A token as it stands.
    pub(super) fn written(self, at: usize) -> &'a str {
        if at < self.limit { self.text.word(at) } else { "" }
    }

    /// What a token is in a number.
    pub(super) fn lexeme(self, at: usize) -> Option<Lexeme> {
        if self.kind(at) == TokenKind::Word { lexeme(self.lower(at)) } else { None }
    }

    /// The token after an inner hyphen at `at`, or `at` itself.
    pub(super) fn past_hyphen(self, at: usize) -> usize {
        if self.is_inner_hyphen(at) { at + 1 } else { at }
    }

    /// The token after an inner hyphen or a dash without spaces at `at`, or `at` itself.
    pub(super) fn past_dash(self, at: usize) -> usize {
        let dash = matches!(self.lower(at), "–" | "—") && self.glued(at) && self.glued(at + 1);
        if dash { at + 1 } else { self.past_hyphen(at) }
    }

    /// Whether a hyphen joins the tokens on both sides.
    pub(super) fn is_inner_hyphen(self, at: usize) -> bool {
        self.glued(at) && self.glued(at + 1) && matches!(self.lower(at), "-" | "‑" | "‐")
    }
}
