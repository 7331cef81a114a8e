//! Places in an order: "third", "21st", "twenty-first".

use super::lexemes::{Lexeme, Number as Grammatical, Words, lexeme};
use super::numeral::{self, Numeral};
use super::{Reading, count};
use crate::facts::exact::Exact;
use crate::facts::interval::Interval;
use crate::facts::model::{Figure, Ordinal, Style};
use crate::facts::names::{Certainty, Hedge};
use crate::text::{Text, TokenKind};

/// Reads the ordinal that begins with the token `at`; gives the token to go on with.
pub(super) fn read(reading: &mut Reading<'_>, at: usize) -> usize {
    let text = reading.text;
    let Some((value, end)) = place(text, at) else { return at + 1 };
    if is_no_place(text, at, end) {
        return end;
    }
    let span = text.span(at, end - 1);
    let style = Style { words: text.kind(at) == TokenKind::Word, ..Style::default() };
    let figure = Figure {
        written: Some(value),
        low: None,
        high: None,
        value: Interval::exactly(value),
        hedge: Hedge::Exactly,
        hedge_span: None,
        span,
        style,
    };
    let noun = count::after(text, end, true).map(|counted| counted.noun);
    let fact = Ordinal { at: reading.at(span, Certainty::Sure), figure, noun };
    reading.facts.ordinals.push(fact);
    end
}

/// Whether the number at the token is one of "last but one", a place from the other end.
pub(super) fn is_last_but(text: &Text<'_>, at: usize, floor: usize) -> bool {
    at >= floor + 2
        && text.lower(at - 1) == "but"
        && text.lower(at - 2) == "last"
        && matches!(text.lower(at), "one" | "two" | "three" | "four")
}

/// "a second" is a length of time, "second-hand" no place.
fn is_no_place(text: &Text<'_>, at: usize, end: usize) -> bool {
    // "the second to last", "third from bottom": a place from the other end.
    let hyphen = usize::from(text.word(end) == "-" && text.glued(end));
    let far_end = |at: usize| {
        matches!(text.lower(at), "last" | "bottom" | "end")
            || text.lower(at) == "the" && matches!(text.lower(at + 1), "bottom" | "end" | "back")
    };
    let step = usize::from(matches!(text.lower(end + hyphen), "to" | "from"));
    let dash = usize::from(text.word(end + hyphen + step) == "-");
    if reading_second(text, at) || (hyphen + step > 0) && far_end(end + hyphen + step + dash) {
        return true;
    }
    text.word(end) == "-"
        && text.glued(end)
        && matches!(text.lower(end + 1), "hand" | "class" | "rate" | "degree" | "guess" | "ever" | "aid" | "world")
}

fn reading_second(text: &Text<'_>, at: usize) -> bool {
    text.lower(at) == "second" && at > 0 && matches!(text.lower(at - 1), "per" | "split" | "every")
}

/// The place and one past its last token.
fn place(text: &Text<'_>, at: usize) -> Option<(Exact, usize)> {
    if text.kind(at) == TokenKind::Number {
        let suffix = matches!(text.lower(at + 1), "st" | "nd" | "rd" | "th") && text.glued(at + 1);
        let digits = text.word(at);
        // "the 2.5 millionth visitor"
        let words = Words::around(text, at);
        let scale = words.past_hyphen(at + 1);
        if let Some(Lexeme::ScalePlace(power, Grammatical::Singular)) = words.lexeme(scale) {
            let value = Exact::parse(&digits.replace(',', ""))?.times(Exact::power_of_ten(i32::from(power))?)?;
            return value.is_whole().then_some((value, scale + 1));
        }
        let value = Exact::parse(&digits.replace(',', "")).filter(|_| suffix && !digits.contains('.'))?;
        return (numeral::suffix(value) == Some(text.lower(at + 1))).then_some((value, at + 2));
    }
    let place = numeral::place::read(Words::around(text, at), at)?;
    (place.number == Grammatical::Singular).then_some((place.value, place.end))
}

/// Whether "a third", "a fifth" is more likely a place ("a third man") than a share.
pub(super) fn is_likelier(text: &Text<'_>, numeral: &Numeral) -> bool {
    let last = text.lower(numeral.end - 1);
    let singular = matches!(lexeme(last), Some(Lexeme::Part(..) | Lexeme::ScalePlace(..)))
        && last != "quarter"
        && !last.ends_with('s');
    if !singular || text.kind(numeral.first) == TokenKind::Number || !matches!(text.lower(numeral.first), "a" | "an") {
        return false;
    }
    // A word after it that is no part of "of the …" or of a comparison: a noun.
    let next = numeral.end;
    text.kind(next) == TokenKind::Word
        && ![
            "of", "more", "less", "fewer", "higher", "lower", "larger", "smaller", "bigger", "as", "to", "in", "from",
            "compared", "since", "over", "between", "on", "by", "are", "were", "have", "had", "said", "say",
        ]
        .contains(&text.lower(next))
}
