//! Things with a sum before them: "five billion-dollar companies" are five, and no five billion dollars.

use super::figure::{Drawn, Numbers, count_of};
use super::side::{Side, Tail};
use super::{Reading, count, hedge};
use crate::facts::exact::Exact;
use crate::facts::model::{Noun, Style};
use crate::facts::names::{Certainty, Hedge};
use crate::source::Span;
use crate::text::TokenKind;

/// Reads a number of things that cost a million or a billion each; gives the token to go on with.
pub(super) fn read(reading: &mut Reading<'_>, side: &Side, floor: usize) -> Option<usize> {
    let text = reading.text;
    let sum = match &side.tail {
        Tail::Money(_) => true,
        Tail::Unit(measured) => &*measured.unit.name == "pound",
        Tail::Bare | Tail::Percentage(_) | Tail::Time => false,
    };
    if !sum {
        return None;
    }
    let dash = side.numeral.end;
    let scale = dash.checked_sub(1)?;
    let hyphen = |at: usize| matches!(text.word(at), "-" | "‑") && text.glued(at) && text.glued(at + 1);
    let plain = side.first == side.numeral.first && side.numeral.style.scale >= 6 && scale > side.first;
    // "a five-million-dollar house", "the $5 billion-dollar deals".
    if !plain || !hyphen(dash) || text.glued(scale) || side.end != dash + 2 {
        return None;
    }
    let number = side.numeral.value.over(Exact::power_of_ten(i32::from(side.numeral.style.scale))?)?;
    let few = number.is_whole() && number > Exact::ONE && number <= Exact::whole(100);
    let lead = side.first.checked_sub(1).filter(|&lead| lead >= floor).map_or("", |lead| text.lower(lead));
    let things = few && !matches!(lead, "a" | "an") && text.kind(side.end) == TokenKind::Word;
    let found = count::after(text, side.end, false).filter(|found| things && found.certainty != Certainty::Weak)?;
    let before = hedge::before(text, side.first, floor);
    let drawn = Drawn {
        first: before.map_or(side.first, |before| before.first),
        end: found.end,
        span: text.span(side.first, scale - 1),
        numbers: Numbers::One(number),
        hedge: before.map_or(Hedge::Exactly, |before| before.hedge),
        hedge_span: before.map(|before| text.span(before.first, before.end - 1)),
        style: Style { scale: 0, ..side.numeral.style },
        rough: false,
        certainty: Certainty::Likely,
    };
    let each = text.span(scale, side.end - 1);
    let phrase = [text.written(each), " ", &found.noun.phrase].concat().into();
    let phrase_span = Span { start: each.start, end: found.noun.phrase_span.end };
    let end = found.end;
    count_of(reading, &drawn, Noun { phrase, phrase_span, ..found.noun }, Certainty::Likely);
    Some(end)
}
