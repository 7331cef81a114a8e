//! One of a unit, said with an article: "a mile", "an acre", "a metric ton", "a penny".

use super::figure::{Drawn, Numbers, state};
use super::lexemes::{Lexeme, lexeme};
use super::numeral::Numeral;
use super::side::{self, Tail};
use super::{Reading, currency};
use crate::facts::exact::Exact;
use crate::facts::model::Style;
use crate::facts::names::{Certainty, Hedge};
use crate::facts::units;
use crate::text::lexicon::{self, Classes};
use crate::text::{Case, Text, TokenKind};

/// Units that are nothing else: a yard is a garden, a barrel holds things and a meter measures; a foot and a metre
/// count before "-long".
pub(super) static WORDS: &[&str] = &[
    "mile",
    "foot",
    "yard",
    "metre",
    "meter",
    "kilometre",
    "kilometer",
    "km",
    "centimetre",
    "centimeter",
    "millimetre",
    "millimeter",
    "inch",
    "acre",
    "hectare",
    "litre",
    "liter",
    "gallon",
    "kilogram",
    "kilogramme",
    "kilo",
    "kg",
    "gram",
    "gramme",
    "ounce",
    "pound",
    "pint",
    "quart",
    "teaspoon",
    "tablespoon",
    "tonne",
    "ton",
    "megawatt",
    "gigawatt",
    "kilowatt",
    "terabyte",
    "gigabyte",
    "megabyte",
    "kibibyte",
    "dollar",
    "euro",
    "penny",
    "cent",
    "nickel",
    "dime",
    "fiver",
    "tenner",
];

/// Words that a phrase with its unit does not end before, beside those of grammar.
const WAYS: &[&str] = &[
    "away", "apart", "long", "wide", "deep", "tall", "high", "thick", "further", "longer", "north", "south", "east",
    "west", "inland", "offshore", "square", "fifty",
];

const GRAMMAR: Classes = Classes::PREPOSITION.or(Classes::CONJUNCTION).or(Classes::DETERMINER).or(Classes::AUXILIARY);

/// Reads one of the unit at the token `at`; gives the token to go on with.
///
/// It is weak: "a mile" and "a penny" are said of what nobody measured.
pub(super) fn read(reading: &mut Reading<'_>, at: usize, floor: usize) -> Option<usize> {
    let text = reading.text;
    let first = article(text, at, floor)?;
    if reading.is_claimed(first) || !ends_phrase(text, at) || is_rate(text, first, floor) {
        return None;
    }
    let numeral = Numeral {
        first,
        end: first + 1,
        span: text.span(first, first),
        value: Exact::ONE,
        style: Style { words: true, ..Style::default() },
        fraction: false,
        certainty: Certainty::Weak,
    };
    let (tail, mut end, mut numeral) = side::tail(text, numeral);
    if !matches!(tail, Tail::Money(_) | Tail::Unit(_)) {
        return None;
    }
    if let Some((part, past)) = and_a_part(text, end) {
        numeral.value = numeral.value.plus(part)?;
        end = past;
    }
    let (mut numbers, mut hedge) = (Numbers::One(numeral.value), Hedge::Exactly);
    if let Some((high, past)) = or_two(text, end) {
        (numbers, hedge, end) = (Numbers::Two(Exact::ONE, high), Hedge::Range, past);
    }
    let drawn = Drawn {
        first,
        end,
        span: numeral.span,
        numbers,
        hedge,
        hedge_span: None,
        style: numeral.style,
        rough: false,
        certainty: Certainty::Weak,
    };
    Some(state(reading, drawn.hedged_before(text, floor), &tail, end, floor))
}

/// "and a half", "and a quarter" after the unit.
fn and_a_part(text: &Text<'_>, at: usize) -> Option<(Exact, usize)> {
    if text.lower(at) != "and" || text.lower(at + 1) != "a" || lexicon::classes(text.lower(at + 3)).has(Classes::NOUN) {
        return None;
    }
    match lexeme(text.lower(at + 2))? {
        Lexeme::Half => Some((Exact::fraction(1, 2)?, at + 3)),
        Lexeme::Part(4, _) => Some((Exact::fraction(1, 4)?, at + 3)),
        _ => None,
    }
}

/// "or two", "or three" after one of a unit, where nothing follows that there are two of.
pub(super) fn or_two(text: &Text<'_>, at: usize) -> Option<(Exact, usize)> {
    if text.lower(at) != "or" {
        return None;
    }
    let high = match text.lower(at + 1) {
        "two" => 2,
        "three" => 3,
        _ => return None,
    };
    let end = at + 2;
    let closed = match text.kind(end) {
        TokenKind::Mark => !matches!(text.word(end), "-" | "‑" | "‐"),
        TokenKind::Word => {
            matches!(text.lower(end), "ago" | "later" | "earlier" | "away" | "old" | "longer")
                || lexicon::classes(text.lower(end)).has_any(GRAMMAR.or(Classes::PRONOUN))
        }
        TokenKind::Number | TokenKind::Possessive => false,
    };
    closed.then_some((Exact::whole(high), end))
}

/// The article before the unit, which "square", "metric" and "nautical" may part from it.
fn article(text: &Text<'_>, at: usize, floor: usize) -> Option<usize> {
    let mut first = at.checked_sub(1)?;
    if matches!(text.lower(first), "square" | "cubic" | "metric" | "nautical") {
        first = first.checked_sub(1)?;
    }
    if first < floor || !matches!(text.lower(first), "a" | "an") || !WORDS.contains(&text.lower(at)) {
        return None;
    }
    let lower = text.token(at).is_some_and(|token| token.case == Case::Lower && !token.glued);
    // "a ton of fun"; only the metric one is weighed.
    let plain = first + 1 == at && !(text.word(at + 1) == "-" && text.glued(at + 1));
    let next = text.lower(at + 1);
    let loose = match text.lower(at) {
        // "a foot long"
        "foot" => plain && !matches!(next, "long" | "deep" | "wide" | "tall" | "high" | "thick"),
        "ton" | "yard" | "metre" | "meter" => plain,
        // "a pound of butter", and not "for a pint"
        "pound" | "pint" | "quart" | "teaspoon" | "tablespoon" => next != "of",
        _ => false,
    };
    (lower && !loose).then_some(first)
}

/// Whether the unit ends what the article began: "a mile marker" and "a dollar bill" do not.
fn ends_phrase(text: &Text<'_>, at: usize) -> bool {
    let next = text.lower(at + 1);
    match text.kind(at + 1) {
        // "a mile-long queue"
        TokenKind::Mark if text.word(at + 1) == "-" && text.glued(at + 1) => {
            matches!(text.lower(at + 2), "long" | "wide" | "deep" | "high" | "tall" | "thick" | "square")
        }
        TokenKind::Mark => !matches!(text.word(at + 1), "-" | "‑" | "‐"),
        TokenKind::Word => {
            WAYS.contains(&next)
                || lexicon::classes(next).has_any(GRAMMAR) && !(next == "a" && text.lower(at + 2) == "dozen")
        }
        TokenKind::Number | TokenKind::Possessive => false,
    }
}

/// Whether the article says what something is counted by, or the unit is divided: "1.50 a litre", "cents a mile",
/// "a fraction of a cent".
fn is_rate(text: &Text<'_>, article: usize, floor: usize) -> bool {
    let Some(lead) = article.checked_sub(1).filter(|&lead| lead >= floor) else { return false };
    let lower = text.lower(lead);
    let divided = lower == "of"
        && lead.checked_sub(1).is_some_and(|part| {
            matches!(text.lower(part), "fraction" | "fractions" | "part" | "parts" | "portion")
                || matches!(lexeme(text.lower(part)), Some(Lexeme::Half | Lexeme::Part(..) | Lexeme::ScalePlace(..)))
        });
    // "turn on a dime"
    let idiom = matches!(lower, "on" | "dropped" | "drop") && text.lower(article + 1) == "dime";
    text.kind(lead) == TokenKind::Number
        || lexeme(lower).is_some()
        || matches!(lower, "per" | "half" | "such" | "what" | "quite" | "many" | "%" | "percent" | "much")
        || units::by_word(lower).is_some()
        || currency::after(text, lead, true).is_some()
        || divided
        || idiom
}
