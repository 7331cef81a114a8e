//! Numerals: digits, number words, scale words and fractions, without hedge, unit or noun.

use super::lexemes::{Lexeme, Number, Words};
use crate::facts::exact::Exact;
use crate::facts::model::Style;
use crate::facts::names::Certainty;
use crate::source::Span;
use crate::text::{Text, TokenKind};
use cardinal::{cardinal, decimal_words, digits, multiplied};
use fraction::{beside, half, over, parts, vulgar, whole_of};

mod cardinal;
mod fraction;
mod memo;
pub(super) mod place;
mod power;
#[cfg(test)]
mod tests;

/// A number as it stands in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Numeral {
    /// Its first token.
    pub first: usize,
    /// One past its last token.
    pub end: usize,
    /// Its bytes: a suffix glued to the digits is part of it ("1.2bn").
    pub span: Span,
    /// Its value, scale applied.
    pub value: Exact,
    /// How it is written.
    pub style: Style,
    /// Whether it is a share ("a third", "three-quarters", "2/3").
    pub fraction: bool,
    /// How sure it is that it is this number.
    pub certainty: Certainty,
}

/// Numbers of more words than this are no prose.
const LONGEST: usize = 40;

/// Reads the longest numeral that begins with the token `at`.
///
/// A glued `m` is left alone, since it may stand for metres or minutes; see [`Numeral::in_millions`].
/// Gives nothing for ordinals ("twenty-first") and for digits that are no number ("10.12.2019").
pub fn read(text: &Text<'_>, at: usize) -> Option<Numeral> {
    memo::known(text, at, || unread(text, at))
}

/// The numeral at a token, read from its words.
fn unread(text: &Text<'_>, at: usize) -> Option<Numeral> {
    let words = Words::around(text, at);
    let (first, negative) = signed(words, at);
    let mut part = begin(words, first)?;
    part.end = part.end.min(at + LONGEST);
    if is_place(words, &part) {
        return None;
    }
    part.end = said_twice(words, part).unwrap_or(part.end);
    if negative {
        part.value = part.value.negated();
    }
    Some(Numeral {
        first: at,
        end: part.end,
        span: text.span(at, part.end - 1),
        value: part.value,
        style: part.style(),
        fraction: part.fraction,
        certainty: part.certainty,
    })
}

/// Whether a mark is a fraction: "½".
pub(super) fn is_vulgar(mark: &str) -> bool {
    mark.len() > 1 && vulgar(mark).is_some()
}

/// Whether the digits at the token `at` go on to a power: "1.3x10^6".
pub(super) fn is_raised(text: &Text<'_>, at: usize) -> bool {
    let may = matches!(text.word(at + 1), "^" | "e" | "E" | "x" | "X" | "×" | "*" | "·" | "⋅");
    let hangs =
        text.glued(at) && !matches!(text.word(at.wrapping_sub(1)), "-" | "−" | "+" | "(" | "~" | "=" | "." | "±");
    let words = Words::around(text, at);
    may && !hangs && digits(words, at).is_some_and(|part| power::raised(words, part).is_some())
}

/// "forty-five (45)", "45 (forty-five)": one number, as contracts write it.
fn said_twice(words: Words<'_, '_>, part: Part) -> Option<usize> {
    if words.lower(part.end) != "(" || part.fraction {
        return None;
    }
    let again = cardinal(words, part.end + 1)?;
    let same = again.value == part.value && again.words != part.words;
    (same && words.lower(again.end) == ")").then_some(again.end + 1)
}

impl Numeral {
    /// The numeral with the `m` after it read as millions: "12.3m", "$5 m".
    ///
    /// Only the caller knows whether money or a counted noun makes it one; metres otherwise.
    pub fn in_millions(&self, text: &Text<'_>) -> Option<Self> {
        let suffix = text.token(self.end).filter(|token| token.kind == TokenKind::Word)?;
        let digits = self.style.scale == 0 && !self.style.words && !self.fraction;
        if !digits || !matches!(suffix.span.of(&text.article.text), "m" | "M" | "mn" | "mm" | "MM") {
            return None;
        }
        let value = self.value.times(Exact::power_of_ten(6)?)?;
        let style = Style { scale: 6, ..self.style };
        Some(Self { end: self.end + 1, span: self.span.to(suffix.span), value, style, ..*self })
    }
}

impl Numeral {
    /// The numeral with the letter after it as money writes it: "$5m", "£3b", "$2T".
    pub(super) fn in_money(&self, text: &Text<'_>) -> Option<Self> {
        if let Some(millions) = self.in_millions(text) {
            return Some(millions);
        }
        let suffix = text.token(self.end).filter(|token| token.kind == TokenKind::Word)?;
        if self.style.scale != 0 || self.style.words || self.fraction {
            return None;
        }
        let power = match suffix.span.of(&text.article.text) {
            "b" | "B" | "bil" => 9_u8,
            "t" | "T" if suffix.glued => 12,
            "cr" | "Cr" => 7,
            "k" | "K" => 3,
            "mil" | "mill" => 6,
            _ => return None,
        };
        let value = self.value.times(Exact::power_of_ten(i32::from(power))?)?;
        let style = Style { scale: power, ..self.style };
        Some(Self { end: self.end + 1, span: self.span.to(suffix.span), value, style, ..*self })
    }
}

/// A number while it is read.
#[derive(Clone, Copy, Debug)]
struct Part {
    value: Exact,
    end: usize,
    /// The last factor: 100 for "three hundred", 1 for "three hundred and five".
    factor: Exact,
    words: bool,
    decimals: u8,
    scale: u8,
    fraction: bool,
    certainty: Certainty,
}

impl Part {
    fn style(self) -> Style {
        Style { words: self.words, decimals: self.decimals, scale: self.scale, range: false }
    }

    fn words(value: Exact, end: usize) -> Self {
        let certainty = Certainty::Sure;
        Self { value, end, factor: Exact::ONE, words: true, decimals: 0, scale: 0, fraction: false, certainty }
    }

    fn fraction(over: Exact, under: u64, end: usize) -> Option<Self> {
        let value = over.over(Exact::whole(i128::from(under)))?;
        let decimals = match under {
            4 => 2,
            8 => 3,
            _ => 1,
        };
        Some(Self { fraction: true, decimals, ..Self::words(value, end) })
    }
}

/// The token after a sign at `at`, and whether the sign is a minus.
fn signed(words: Words<'_, '_>, at: usize) -> (usize, bool) {
    let number = words.kind(at + 1) == TokenKind::Number;
    match words.lower(at) {
        "-" | "−" | "–" if number && words.glued(at + 1) && (!words.glued(at) || words.opens_bracket(at)) => {
            (at + 1, true)
        }
        "+" if number && words.glued(at + 1) => (at + 1, false),
        "minus" if words.is_inner_hyphen(at + 1) && words.kind(at + 2) == TokenKind::Number => (at + 2, true),
        "minus" | "negative" if number || words.lexeme(at + 1).is_some() || words.lower(at + 1) == "point" => {
            (at + 1, true)
        }
        _ => (at, false),
    }
}

/// Reads a numeral without sign.
fn begin(words: Words<'_, '_>, at: usize) -> Option<Part> {
    // "Grï¿½co" is damaged: the sign is no half.
    let damaged = words.glued(at) && at.checked_sub(1).is_some_and(|before| words.lower(before) == "¿");
    if let Some((value, decimals)) = vulgar(words.lower(at)).filter(|_| !damaged) {
        return Some(Part { words: false, fraction: true, decimals, ..Part::words(value, at + 1) });
    }
    // "point five", "oh point five"
    let point = at + usize::from(matches!(words.lower(at), "oh" | "o"));
    if words.lower(point) == "point" {
        return decimal_words(words, Part::words(Exact::ZERO, point));
    }
    let article = matches!(words.lower(at), "a" | "an");
    let head = if article { at + 1 } else { at };
    match words.lexeme(head) {
        Some(Lexeme::Half) => Some(half(words, head)),
        Some(Lexeme::Part(under, Number::Singular)) if article => {
            Some(whole_of(words, Part::fraction(Exact::ONE, u64::from(under), head + 1)?))
        }
        Some(Lexeme::ScalePlace(power, Number::Singular)) if article => {
            let value = Exact::power_of_ten(-i32::from(power))?;
            Some(Part { fraction: true, ..Part::words(value, head + 1) })
        }
        Some(Lexeme::Hundred | Lexeme::Scale(_) | Lexeme::Dozen) => tails(words, cardinal(words, head)?),
        // "a fourth-quarter loss" has no unit.
        Some(Lexeme::Part(4, Number::Singular)) if words.lower(head) == "quarter" => {
            fraction::of_unit(words, Exact::ONE, head).or_else(|| fraction::quarter_of(words, head))
        }
        _ if article => None,
        _ => tails(words, cardinal(words, head)?),
    }
}

/// What may follow a cardinal: decimals in words, fractions of it or beside it.
fn tails(words: Words<'_, '_>, part: Part) -> Option<Part> {
    if let Some(raised) = power::raised(words, part) {
        return Some(raised);
    }
    if let Some(fraction) = over(words, part) {
        return Some(whole_of(words, fraction));
    }
    if let Some(fraction) = parts(words, part) {
        return Some(whole_of(words, fraction));
    }
    let part = if words.lower(part.end) == "point" { decimal_words(words, part).unwrap_or(part) } else { part };
    match beside(words, part) {
        Some(sum) if part.factor == Exact::ONE => multiplied(words, sum),
        Some(sum) => Some(sum),
        None => Some(part),
    }
}

/// Whether the words go on to an ordinal: "twenty-first", "one hundred and third", "21st".
fn is_place(words: Words<'_, '_>, part: &Part) -> bool {
    if part.fraction {
        return false;
    }
    if !part.words {
        let scaled = words.lexeme(words.past_hyphen(part.end));
        if matches!(scaled, Some(Lexeme::ScalePlace(_, Number::Singular))) {
            return part.scale == 0;
        }
        let glued = part.scale == 0 && part.decimals == 0 && words.glued(part.end);
        return glued && suffix(part.value) == Some(words.lower(part.end));
    }
    let next = words.past_dash(part.end);
    let place = |at: usize| {
        matches!(
            words.lexeme(at),
            Some(Lexeme::Place(_) | Lexeme::Part(_, Number::Singular) | Lexeme::ScalePlace(_, Number::Singular))
        )
    };
    let tens = part.end.checked_sub(1).and_then(|last| words.lexeme(last));
    let in_tens = matches!(tens, Some(Lexeme::Tens(_)));
    let in_hundreds =
        part.factor >= Exact::whole(100) && words.lower(next) == "and" && place(words.past_hyphen(next + 1));
    let scaled = matches!(words.lexeme(next), Some(Lexeme::ScalePlace(_, Number::Singular)));
    // "the two hundred fiftieth", and not "a thousand second homes", "three hundred fifth-graders".
    let direct = part.factor >= Exact::whole(100)
        && matches!(words.lexeme(next), Some(Lexeme::Part(4.., Number::Singular)))
        && words.lower(next) != "quarter"
        && !words.is_inner_hyphen(next + 1);
    in_tens && place(next) || in_hundreds || scaled || direct
}

/// The letters that make a whole number an ordinal: "st" of "21st", and never of "12st", a weight.
pub(super) fn suffix(value: Exact) -> Option<&'static str> {
    let whole = value.is_whole().then(|| value.numerator())?;
    Some(match (whole % 10, whole % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    })
}
