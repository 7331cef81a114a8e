//! Places in an order: "third", "21st", "twenty-first".

use super::lexemes::{Lexeme, Number as Grammatical, Words, lexeme};
use super::numeral::{self, Numeral};
use super::{Reading, count};
use crate::facts::exact::Exact;
use crate::facts::interval::Interval;
use crate::facts::model::{Figure, Ordinal, Style};
use crate::facts::names::{Certainty, Hedge};
use crate::text::lexicon::{self, Classes};
use crate::text::{Text, TokenKind};

/// Reads the ordinal that begins with the token `at`; gives the token to go on with.
pub(super) fn read(reading: &mut Reading<'_>, at: usize) -> usize {
    let text = reading.text;
    let Some((value, end)) = place(text, at) else { return at + 1 };
    if let Some(end) = to_last(text, end) {
        return state(reading, at, end, None);
    }
    if is_no_place(text, at, end) {
        return end;
    }
    if let Some((last, end)) = to_second(text, at, value, end) {
        return state_as(reading, (at, end), Some(value), Some(last));
    }
    state(reading, at, end, Some(value))
}

/// The second of "5th to 7th", "the 3rd-5th places" and one past it; from one place to another is a change.
fn to_second(text: &Text<'_>, at: usize, value: Exact, end: usize) -> Option<(Exact, usize)> {
    let glued = matches!(text.word(end), "-" | "–") && text.glued(end) && text.glued(end + 1);
    let before = at.checked_sub(1).map_or("", |before| text.lower(before));
    let joined = glued || text.lower(end) == "to" || text.lower(end) == "and" && before == "between";
    if !joined || text.kind(at) != text.kind(end + 1) || matches!(before, "from" | "up" | "down" | "dropped" | "fell") {
        return None;
    }
    place(text, end + 1).filter(|(last, _)| *last > value)
}

/// States the place of the tokens `at..end`; one from the other end has no number.
fn state(reading: &mut Reading<'_>, at: usize, end: usize, value: Option<Exact>) -> usize {
    state_as(reading, (at, end), value, None)
}

/// The same, where it may be the place of any from one to another.
fn state_as(reading: &mut Reading<'_>, tokens: (usize, usize), value: Option<Exact>, last: Option<Exact>) -> usize {
    let (at, end) = tokens;
    let text = reading.text;
    let span = text.span(at, end - 1);
    let style = Style { words: text.kind(at) == TokenKind::Word, ..Style::default() };
    let exactly = value.map_or(Interval::at_least(Exact::ONE), Interval::exactly);
    let figure = Figure {
        written: value.filter(|_| last.is_none()),
        low: value.filter(|_| last.is_some()),
        high: last,
        value: value.zip(last).map_or(exactly, |(low, high)| Interval::closed(low, high)),
        hedge: if last.is_some() { Hedge::Range } else { Hedge::Exactly },
        hedge_span: None,
        span,
        style,
    };
    let noun = count::after(text, end, last.is_none()).map(|counted| counted.noun);
    let certainty = if value.is_some() { Certainty::Sure } else { Certainty::Weak };
    let fact = Ordinal { at: reading.at(span, certainty), figure, noun };
    reading.facts.ordinals.push(fact);
    end
}

/// Reads "last but one", a place from the other end, by its number at the token.
pub(super) fn last_but(reading: &mut Reading<'_>, at: usize, floor: usize) -> Option<usize> {
    let text = reading.text;
    let last = at.checked_sub(2).filter(|&last| last >= floor)?;
    let but = text.lower(at - 1) == "but" && text.lower(last) == "last";
    (but && matches!(text.lower(at), "one" | "two" | "three" | "four")).then(|| state(reading, last, at + 1, None))
}

/// One past "to last" and "from bottom" after the place that ends before the token.
fn to_last(text: &Text<'_>, end: usize) -> Option<usize> {
    let hyphen = usize::from(text.word(end) == "-" && text.glued(end));
    let far_end = |at: usize| match text.lower(at) {
        "last" | "bottom" | "end" => Some(at + 1),
        "the" => matches!(text.lower(at + 1), "bottom" | "end" | "back").then_some(at + 2),
        _ => None,
    };
    let step = usize::from(matches!(text.lower(end + hyphen), "to" | "from"));
    let dash = usize::from(text.word(end + hyphen + step) == "-");
    (hyphen + step > 0).then(|| far_end(end + hyphen + step + dash)).flatten()
}

/// "a second" is a length of time, "second-hand" no place.
fn is_no_place(text: &Text<'_>, at: usize, end: usize) -> bool {
    if reading_second(text, at) {
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
    // "a third longer than the last", "a fifth cheaper"
    let compared = text.lower(next).ends_with("er")
        && lexicon::usual_class(text.lower(next)).has_any(Classes::ADJECTIVE.or(Classes::ADVERB))
        && (text.kind(next + 1) == TokenKind::Mark || matches!(text.lower(next + 1), "than" | "and" | "to" | "in"));
    !compared
        && text.kind(next) == TokenKind::Word
        && ![
            "of", "more", "less", "fewer", "higher", "lower", "larger", "smaller", "bigger", "as", "to", "in", "from",
            "compared", "since", "over", "between", "on", "by", "are", "were", "have", "had", "said", "say",
        ]
        .contains(&text.lower(next))
}
