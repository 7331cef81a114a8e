//! Numerals: digits, number words, scale words and fractions, without hedge, unit or noun.

use super::digits::{self, Digits};
use super::lexemes::{Lexeme, Number, Words};
use crate::facts::exact::Exact;
use crate::facts::model::Style;
use crate::source::Span;
use crate::text::{Text, TokenKind};

/// A number as it stands in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
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
}

/// Numbers of more words than this are no prose.
const LONGEST: usize = 40;

/// Reads the longest numeral that begins with the token `at`.
///
/// A glued `m` is left alone, since it may stand for metres or minutes; see [`Numeral::in_millions`].
/// Gives nothing for ordinals ("twenty-first") and for digits that are no number ("10.12.2019").
pub fn read(text: &Text<'_>, at: usize) -> Option<Numeral> {
    let words = Words::around(text, at);
    let (first, negative) = signed(words, at);
    let mut part = begin(words, first)?;
    part.end = part.end.min(at + LONGEST);
    if is_place(words, &part) {
        return None;
    }
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
    })
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
        Some(Self { end: self.end + 1, span: self.span.to(suffix.span), value, style, ..self.clone() })
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
            "b" | "B" => 9_u8,
            "t" | "T" if suffix.glued => 12,
            "cr" | "Cr" => 7,
            "k" | "K" => 3,
            _ => return None,
        };
        let value = self.value.times(Exact::power_of_ten(i32::from(power))?)?;
        let style = Style { scale: power, ..self.style };
        Some(Self { end: self.end + 1, span: self.span.to(suffix.span), value, style, ..self.clone() })
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
}

impl Part {
    fn style(self) -> Style {
        Style { words: self.words, decimals: self.decimals, scale: self.scale, range: false }
    }

    fn words(value: Exact, end: usize) -> Self {
        Self { value, end, factor: Exact::ONE, words: true, decimals: 0, scale: 0, fraction: false }
    }

    fn fraction(over: Exact, under: u32, end: usize) -> Option<Self> {
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
        "-" | "−" | "–" if number && words.glued(at + 1) && !words.glued(at) => (at + 1, true),
        "+" if number && words.glued(at + 1) => (at + 1, false),
        "minus" if words.is_inner_hyphen(at + 1) && words.kind(at + 2) == TokenKind::Number => (at + 2, true),
        "minus" | "negative" if number || words.lexeme(at + 1).is_some() => (at + 1, true),
        _ => (at, false),
    }
}

/// Reads a numeral without sign.
fn begin(words: Words<'_, '_>, at: usize) -> Option<Part> {
    if let Some((value, decimals)) = vulgar(words.lower(at)) {
        return Some(Part { words: false, fraction: true, decimals, ..Part::words(value, at + 1) });
    }
    let article = matches!(words.lower(at), "a" | "an");
    let head = if article { at + 1 } else { at };
    match words.lexeme(head) {
        Some(Lexeme::Half) => Some(half(words, head)),
        Some(Lexeme::Part(under, Number::Singular)) if article => {
            Some(whole_of(words, Part::fraction(Exact::ONE, under, head + 1)?))
        }
        Some(Lexeme::ScalePlace(power, Number::Singular)) if article => {
            let value = Exact::power_of_ten(-i32::from(power))?;
            Some(Part { fraction: true, ..Part::words(value, head + 1) })
        }
        Some(Lexeme::Hundred | Lexeme::Scale(_) | Lexeme::Dozen) => tails(words, cardinal(words, head)?),
        _ if article => None,
        _ => tails(words, cardinal(words, head)?),
    }
}

/// "half", "half a million", "half-dozen".
fn half(words: Words<'_, '_>, at: usize) -> Part {
    let half = Exact::fraction(1, 2).unwrap_or_default();
    let mut part = Part { fraction: true, decimals: 1, ..Part::words(half, at + 1) };
    if matches!(words.lower(at + 1), "a" | "an") && is_factor(words, at + 2) {
        part.end = at + 2;
    }
    whole_of(words, part)
}

fn is_factor(words: Words<'_, '_>, at: usize) -> bool {
    matches!(words.lexeme(at), Some(Lexeme::Hundred | Lexeme::Scale(_) | Lexeme::Dozen))
}

/// A fraction of a scale word: "three-quarters of a billion", "a quarter million".
fn whole_of(words: Words<'_, '_>, part: Part) -> Part {
    let of = words.lower(part.end) == "of";
    let article = if of { part.end + 1 } else { part.end };
    let next = if of && matches!(words.lower(article), "a" | "an" | "one") {
        article + 1
    } else if of {
        return part;
    } else {
        words.past_hyphen(part.end)
    };
    if !is_factor(words, next) {
        return part;
    }
    multiplied(words, Part { end: next, fraction: false, ..part }).unwrap_or(part)
}

/// A sum of falling components: "two million three hundred thousand and five".
fn cardinal(words: Words<'_, '_>, at: usize) -> Option<Part> {
    let thousand = Exact::whole(1000);
    let mut total = component(words, at)?;
    for _ in 0..8 {
        if total.factor < thousand {
            break;
        }
        let joiner = words.lower(total.end);
        let next = if matches!(joiner, "and" | ",") { total.end + 1 } else { words.past_hyphen(total.end) };
        let Some(part) = component(words, next) else { break };
        // "two million and one half" goes on with a fraction.
        let half = matches!(words.lexeme(part.end), Some(Lexeme::Half | Lexeme::Part(_, Number::Singular)));
        if half && part.value == Exact::ONE {
            break;
        }
        let fits = part.value < total.factor && part.decimals == 0 && !part.fraction;
        let worded = part.words && total.words && (joiner != "," || part.factor > Exact::ONE);
        let scaled = part.scale > 0 && joiner != ",";
        if !fits || !(worded || scaled) || is_parts(words, part.end) {
            break;
        }
        // Rounding now shows in the digits alone.
        total = Part {
            value: total.value.plus(part.value)?,
            end: part.end,
            factor: part.factor,
            words: total.words && part.words,
            decimals: 0,
            scale: 0,
            fraction: false,
        };
    }
    Some(total)
}

/// Whether a token says of what size the parts before it are: "fifths", "hundredths".
fn is_parts(words: Words<'_, '_>, at: usize) -> bool {
    let next = words.past_hyphen(at);
    matches!(words.lexeme(next), Some(Lexeme::Part(_, Number::Plural) | Lexeme::ScalePlace(_, Number::Plural)))
}

/// A number below a hundred, or digits, times the scale words after it: "six hundred and fifty thousand".
fn component(words: Words<'_, '_>, at: usize) -> Option<Part> {
    let part = if is_factor(words, at) { Part::words(Exact::ONE, at) } else { small(words, at)? };
    multiplied(words, part)
}

fn multiplied(words: Words<'_, '_>, mut part: Part) -> Option<Part> {
    for _ in 0..4 {
        let next = words.past_hyphen(part.end);
        let power = match words.lexeme(next) {
            Some(Lexeme::Hundred) => {
                part = hundreds(words, Part { end: next + 1, ..part })?;
                continue;
            }
            Some(Lexeme::Dozen) => {
                let dozen = Exact::whole(12);
                return Some(Part { value: part.value.times(dozen)?, factor: dozen, end: next + 1, ..part });
            }
            // "three dozens".
            None if next > 0 && words.lower(next) == "dozens" && part.end == next => {
                let dozen = Exact::whole(12);
                return Some(Part { value: part.value.times(dozen)?, factor: dozen, end: next + 1, ..part });
            }
            Some(Lexeme::Scale(power)) => power,
            Some(Lexeme::Suffix(power)) if !part.words => power,
            _ if !part.words && part.scale == 0 && words.glued(next) && words.lower(next) == "k" => 3,
            _ => break,
        };
        let scale = Exact::power_of_ten(i32::from(power))?;
        part =
            Part { value: part.value.times(scale)?, factor: scale, end: next + 1, scale: part.scale + power, ..part };
    }
    Some(part)
}

/// What follows "hundred": "and fifty", "twenty-one", "and 21".
fn hundreds(words: Words<'_, '_>, part: Part) -> Option<Part> {
    let hundred = Exact::whole(100);
    let mut part = Part { value: part.value.times(hundred)?, factor: hundred, ..part };
    let and = words.lower(part.end) == "and";
    let next = if and { part.end + 1 } else { words.past_hyphen(part.end) };
    if let Some(rest) = small(words, next)
        && (rest.words || and)
        && rest.decimals == 0
        && rest.value < hundred
        && rest.value > Exact::ZERO
        && part.decimals == 0
        && !is_parts(words, rest.end)
        && words.lexeme(words.past_hyphen(rest.end)) != Some(Lexeme::Hundred)
    {
        part.value = part.value.plus(rest.value)?;
        part.factor = Exact::ONE;
        part.end = rest.end;
    }
    Some(part)
}

/// Digits, or words below a hundred.
fn small(words: Words<'_, '_>, at: usize) -> Option<Part> {
    let point = words.lower(at) == "." && words.glued(at + 1);
    if words.kind(at) == TokenKind::Number || point {
        return if point { decimals_alone(words, at + 1) } else { digits(words, at) };
    }
    let n = match words.lexeme(at)? {
        Lexeme::Unit(n) | Lexeme::Teen(n) => n,
        Lexeme::Tens(tens) => {
            let next = words.past_hyphen(at + 1);
            if let Some(Lexeme::Unit(unit @ 1..)) = words.lexeme(next) {
                return Some(Part::words(Exact::from(i64::from(tens + unit)), next + 1));
            }
            tens
        }
        _ => return None,
    };
    // "nineteen eighty-four" is a year.
    if n >= 10 && matches!(words.lexeme(words.past_hyphen(at + 1)), Some(Lexeme::Teen(_) | Lexeme::Tens(_))) {
        return None;
    }
    Some(Part::words(Exact::from(i64::from(n)), at + 1))
}

/// ".08"
fn decimals_alone(words: Words<'_, '_>, at: usize) -> Option<Part> {
    let token = words.lower(at);
    let count = u8::try_from(token.len()).ok().filter(|_| token.bytes().all(|byte| byte.is_ascii_digit()))?;
    let value = Exact::parse(token)?.times(Exact::power_of_ten(-i32::from(count))?)?;
    Some(Part { words: false, decimals: count, ..Part::words(value, at + 1) })
}

fn digits(words: Words<'_, '_>, at: usize) -> Option<Part> {
    let Digits::Whole(plain) = digits::read(words.lower(at)) else { return None };
    let part = Part { words: false, decimals: plain.decimals, ..Part::words(plain.value, at + 1) };
    Some(spaced_groups(words, at).unwrap_or(part))
}

/// "1 234 567": groups of three with a hard or thin space, or with a plain one where no list looks like it.
fn spaced_groups(words: Words<'_, '_>, at: usize) -> Option<Part> {
    let first = words.lower(at);
    if words.kind(at + 1) != TokenKind::Number || words.lower(at + 1).len() < 3 || first.len() > 3 {
        return None;
    }
    let mut written = first.to_owned();
    let (mut end, mut plain, mut zeros) = (at + 1, false, false);
    while end < at + 6 && words.kind(end) == TokenKind::Number {
        let group = words.lower(end);
        let (whole, rest) = group.split_once('.').map_or((group, None), |(whole, rest)| (whole, Some(rest)));
        let gap = words.gap(end);
        if whole.len() != 3 || !matches!(gap, " " | "\u{a0}" | "\u{2009}" | "\u{202f}") {
            break;
        }
        plain |= gap == " ";
        zeros |= whole == "000";
        written.push_str(group);
        end += 1;
        if rest.is_some() {
            break;
        }
    }
    if end == at + 1 || first.starts_with('0') || plain && !zeros && end < at + 3 {
        return None;
    }
    let Digits::Whole(plain) = digits::read(&written) else { return None };
    Some(Part { words: false, decimals: plain.decimals, ..Part::words(plain.value, end) })
}

/// What may follow a cardinal: decimals in words, fractions of it or beside it.
fn tails(words: Words<'_, '_>, part: Part) -> Option<Part> {
    if let Some(fraction) = over(words, part) {
        return Some(fraction);
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

/// "two point five", "two hundred point seventy-one"
fn decimal_words(words: Words<'_, '_>, part: Part) -> Option<Part> {
    let mut sum = part;
    sum.end += 1;
    while part.words && sum.decimals < 12 {
        let (digits, count) = match words.lexeme(sum.end) {
            Some(Lexeme::Unit(n)) => (n, 1),
            Some(Lexeme::Teen(n)) => (n, 2),
            Some(Lexeme::Tens(_)) => (u8::try_from(small(words, sum.end)?.value.numerator()).ok()?, 2),
            _ => break,
        };
        sum.decimals += count;
        let place = Exact::power_of_ten(-i32::from(sum.decimals))?;
        sum.value = sum.value.plus(Exact::from(i64::from(digits)).times(place)?)?;
        sum.end = if count == 2 { small(words, sum.end)?.end } else { sum.end + 1 };
    }
    if sum.decimals > part.decimals { multiplied(words, sum) } else { None }
}

/// "3/4" in digits.
fn over(words: Words<'_, '_>, part: Part) -> Option<Part> {
    let glued = words.glued(part.end) && words.glued(part.end + 1);
    if part.words || part.scale > 0 || !glued || !matches!(words.lower(part.end), "/" | "⁄") {
        return None;
    }
    let under = ratio_part(words, part.end + 1)?;
    let over = part.value.is_whole().then(|| part.value.numerator())?;
    // "24/7" is no fraction, "9/11" a day, "1/2/2019" a date.
    if over == 0 || over >= under || (over, under) == (9, 11) || words.lower(part.end + 2) == "/" {
        return None;
    }
    let value = Exact::fraction(over, under)?;
    Some(Part { value, end: part.end + 2, fraction: true, ..part })
}

fn ratio_part(words: Words<'_, '_>, at: usize) -> Option<i128> {
    if words.kind(at) != TokenKind::Number {
        return None;
    }
    match digits::read(words.lower(at)) {
        Digits::Whole(plain) if plain.decimals == 0 && plain.value <= Exact::whole(1000) => {
            Some(plain.value.numerator())
        }
        Digits::Whole(_) | Digits::Notation | Digits::Malformed(_) => None,
    }
}

/// "two-thirds", "one fifth", "fifty-four hundredths".
fn parts(words: Words<'_, '_>, part: Part) -> Option<Part> {
    let next = words.past_hyphen(part.end);
    let single = part.value == Exact::ONE;
    let (under, number) = match words.lexeme(next)? {
        Lexeme::Part(under, number) => (under, number),
        Lexeme::Half if single => (2, Number::Singular),
        Lexeme::ScalePlace(power, number) => (10_u32.checked_pow(u32::from(power))?, number),
        _ => return None,
    };
    // "two third-year students", "one fifth-grader" and "twenty-fifth" are no shares.
    let fits = match number {
        Number::Singular => single && !words.is_inner_hyphen(next + 1),
        Number::Plural => !single,
    };
    let whole = part.value.is_whole() && part.value > Exact::ZERO && part.value < Exact::whole(1000);
    if !fits || !whole {
        return None;
    }
    let fraction = Part::fraction(part.value, under, next + 1)?;
    Some(Part { words: part.words, ..fraction })
}

/// "and a half", "½", "1/2" after a number.
fn beside(words: Words<'_, '_>, part: Part) -> Option<Part> {
    if part.decimals > 0 || !part.value.is_whole() {
        return None;
    }
    let (more, decimals, end) = if let Some((value, decimals)) = vulgar(words.lower(part.end)) {
        (value, decimals, part.end + 1)
    } else if words.kind(words.past_hyphen(part.end)) == TokenKind::Number {
        if part.words || part.scale > 0 {
            return None;
        }
        let fraction = over(words, digits(words, words.past_hyphen(part.end))?)?;
        (fraction.value, 2, fraction.end)
    } else {
        let and = words.past_hyphen(part.end);
        if words.lower(and) != "and" {
            return None;
        }
        let fraction = share(words, words.past_hyphen(and + 1))?;
        (fraction.value, fraction.decimals, fraction.end)
    };
    let thousand = Exact::whole(1000);
    let more = if part.factor >= thousand { more.times(part.factor)? } else { more };
    let value = part.value.plus(more)?;
    Some(Part { value, end, decimals, ..part })
}

/// "a half", "three quarters", "one third": what follows "and" in a mixed number.
fn share(words: Words<'_, '_>, at: usize) -> Option<Part> {
    if let Some((value, decimals)) = vulgar(words.lower(at)) {
        return Some(Part { decimals, ..Part::words(value, at + 1) });
    }
    if matches!(words.lower(at), "a" | "an") {
        let next = words.past_hyphen(at + 1);
        return match words.lexeme(next)? {
            Lexeme::Half => Part::fraction(Exact::ONE, 2, next + 1),
            Lexeme::Part(under, Number::Singular) => Part::fraction(Exact::ONE, under, next + 1),
            _ => None,
        };
    }
    parts(words, cardinal(words, at)?)
}

/// Whether the words go on to an ordinal: "twenty-first", "one hundred and third", "21st".
fn is_place(words: Words<'_, '_>, part: &Part) -> bool {
    if part.fraction {
        return false;
    }
    if !part.words {
        let glued = part.scale == 0 && part.decimals == 0 && words.glued(part.end);
        return glued && suffix(part.value) == Some(words.lower(part.end));
    }
    let next = words.past_hyphen(part.end);
    let place = |at: usize| {
        matches!(
            words.lexeme(at),
            Some(Lexeme::Place(_) | Lexeme::Part(_, Number::Singular) | Lexeme::ScalePlace(_, Number::Singular))
        )
    };
    let tens = part.end.checked_sub(1).and_then(|last| words.lexeme(last));
    let in_tens = matches!(tens, Some(Lexeme::Tens(_)));
    let in_hundreds = part.factor >= Exact::whole(100) && words.lower(part.end) == "and" && place(part.end + 1);
    let scaled = matches!(words.lexeme(next), Some(Lexeme::ScalePlace(_, Number::Singular)));
    in_tens && place(next) || in_hundreds || scaled
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

/// The value of a vulgar fraction and the decimals that it needs.
fn vulgar(mark: &str) -> Option<(Exact, u8)> {
    let (over, under, decimals) = match mark {
        "½" => (1, 2, 1),
        "⅓" => (1, 3, 1),
        "⅔" => (2, 3, 1),
        "¼" => (1, 4, 2),
        "¾" => (3, 4, 2),
        "⅕" => (1, 5, 1),
        "⅖" => (2, 5, 1),
        "⅗" => (3, 5, 1),
        "⅘" => (4, 5, 1),
        "⅙" => (1, 6, 1),
        "⅚" => (5, 6, 1),
        "⅛" => (1, 8, 3),
        "⅜" => (3, 8, 3),
        "⅝" => (5, 8, 3),
        "⅞" => (7, 8, 3),
        "⅐" => (1, 7, 1),
        "⅑" => (1, 9, 1),
        "⅒" => (1, 10, 1),
        _ => return None,
    };
    Some((Exact::fraction(over, under)?, decimals))
}

#[cfg(test)]
mod tests;
