//! Numbers with a hanging hyphen: "a 7- or 8-inch screen", "four-, five- and six-cylinder engines".

use super::figure::{Drawn, Numbers, count_of, state};
use super::side::{self, Side, Tail};
use super::{Reading, count};
use crate::facts::names::{Certainty, Hedge};
use crate::text::Text;

/// More numbers than any such list has.
const LONGEST: usize = 8;

/// Reads the numbers that share the unit or the noun of a last one; gives the token of the last one to go on with.
pub(super) fn read(reading: &mut Reading<'_>, one: &Side, floor: usize) -> Option<usize> {
    let text = reading.text;
    if !hangs(text, one) {
        return None;
    }
    let mut hanging = vec![one.clone()];
    let last = loop {
        let at = past_joiner(text, hanging.last()?.end + 1)?;
        if reading.is_claimed(at) {
            // "5- and 10-year bonds": the length of time was read already.
            return Some(at);
        }
        let next = side::second(text, at, floor)?;
        if !hangs(text, &next) {
            break next;
        }
        if hanging.len() == LONGEST {
            return None;
        }
        hanging.push(next);
    };
    let counted = if matches!(last.tail, Tail::Bare) { Some(count::after(text, last.end, false)?) } else { None };
    for side in &hanging {
        let drawn = Drawn {
            first: side.first,
            end: side.end,
            span: side.numeral.span,
            numbers: Numbers::One(side.numeral.value),
            hedge: Hedge::Exactly,
            hedge_span: None,
            style: side.numeral.style,
            rough: false,
            certainty: side.numeral.certainty,
        };
        if let Some(counted) = &counted {
            count_of(reading, &drawn, counted.noun.clone(), Certainty::Weak);
        } else {
            state(reading, drawn, &last.tail, side.end, floor);
        }
    }
    Some(last.first)
}

/// Whether a hyphen follows the number and nothing follows the hyphen.
fn hangs(text: &Text<'_>, side: &Side) -> bool {
    let at = side.end;
    matches!(side.tail, Tail::Bare)
        && matches!(text.word(at), "-" | "‑")
        && text.glued(at)
        && (!text.glued(at + 1) || text.word(at + 1) == ",")
}

/// "or", "and", ",", ", or": what joins the numbers; "to" makes a range.
fn past_joiner(text: &Text<'_>, at: usize) -> Option<usize> {
    let comma = usize::from(text.word(at) == ",");
    let word = usize::from(matches!(text.lower(at + comma), "or" | "and"));
    (comma + word > 0).then_some(at + comma + word)
}
