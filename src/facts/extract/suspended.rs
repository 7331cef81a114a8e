//! Numbers that share the unit of a last one: "a 7- or 8-inch screen", "four-, five- and six-cylinder engines",
//! "doses of 45 and 50 mg", "3 by 4 metres", "a 10-by-12-foot room".

use super::figure::{Drawn, Numbers, count_of, state};
use super::side::{self, Side, Tail};
use super::{Reading, count, hedge};
use crate::facts::exact::Exact;
use crate::facts::names::{Certainty, Hedge};
use crate::text::{Text, TokenKind};

/// More numbers than any such list has.
const LONGEST: usize = 8;

/// Reads the numbers that share the unit or the noun of a last one; gives the token of the last one to go on with.
pub(super) fn read(reading: &mut Reading<'_>, one: &Side, floor: usize) -> Option<usize> {
    let text = reading.text;
    if !hangs(text, one) {
        return shared(reading, one, floor).or_else(|| sides(reading, one, floor));
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
        let drawn = drawn(side, side.numeral.certainty);
        if let Some(counted) = &counted {
            count_of(reading, &drawn, counted.noun.clone(), Certainty::Weak);
        } else {
            state(reading, drawn, &last.tail, side.end, floor);
        }
    }
    Some(last.first)
}

fn drawn(side: &Side, certainty: Certainty) -> Drawn {
    Drawn {
        first: side.first,
        end: side.end,
        span: side.numeral.span,
        numbers: Numbers::One(side.numeral.value),
        hedge: Hedge::Exactly,
        hedge_span: None,
        style: side.numeral.style,
        rough: false,
        certainty,
    }
}

/// "doses of 45 and 50 mg", "5, 10 and 15 per cent": bare numbers before one with a unit.
///
/// They may be of something else ("row 3 and 5 miles on"), so that each is weak; a list that does not rise, or
/// rises far, is none.
fn shared(reading: &mut Reading<'_>, one: &Side, floor: usize) -> Option<usize> {
    let text = reading.text;
    let bare = |side: &Side| matches!(side.tail, Tail::Bare) && !side.numeral.fraction && side.numeral.style.scale == 0;
    if !bare(one) || !(text.word(one.end) == "," || matches!(text.lower(one.end), "and" | "or")) {
        return None;
    }
    if text.kind(past_joiner(text, one.end)?) != TokenKind::Number {
        return None;
    }
    // "between 45 and 50 mg" is a range, "about 45 and 50 mg" leaves open what is about.
    let lead = one.first.checked_sub(1).filter(|&lead| lead >= floor).map_or("", |lead| text.lower(lead));
    if matches!(lead, "between" | "from") || hedge::before(text, one.first, floor).is_some() {
        return None;
    }
    let mut before = vec![one.clone()];
    let last = loop {
        let end = before.last()?.end;
        let at = past_joiner(text, end)?;
        if text.glued(end + 1) || reading.is_claimed(at) {
            return None;
        }
        let next = side::second(text, at, floor)?;
        if next.numeral.value <= before.last()?.numeral.value || before.len() == LONGEST {
            return None;
        }
        if !bare(&next) {
            // A list ends with its word: "5, 10 mg" is none.
            let closed = match text.lower(at - 1) {
                "and" => true,
                // "5 or 10 mg" is a range.
                "or" => before.len() > 1,
                _ => false,
            };
            break Some(next).filter(|_| closed)?;
        }
        before.push(next);
    };
    let unit =
        matches!(last.tail, Tail::Unit(_) | Tail::Percentage(_) | Tail::Money(_)) && last.first == last.numeral.first;
    let far = Exact::whole(10).times(one.numeral.value).is_none_or(|far| last.numeral.value > far);
    if !unit || far || last.numeral.style.scale > 0 || before.iter().any(|side| side.numeral.style.words) {
        return None;
    }
    for side in &before {
        state(reading, drawn(side, Certainty::Weak), &last.tail, side.end, floor);
    }
    Some(last.first)
}

/// "3 by 4 metres", "2 x 3 x 4 m": sides that share the length of the last one.
fn sides(reading: &mut Reading<'_>, one: &Side, floor: usize) -> Option<usize> {
    let text = reading.text;
    if !matches!(one.tail, Tail::Bare) {
        return None;
    }
    let mut before = vec![one.clone()];
    let mut at = past_by(text, one.end)?;
    let last = loop {
        if reading.is_claimed(at) {
            return None;
        }
        let next = side::second(text, at, floor)?;
        if !matches!(next.tail, Tail::Bare) {
            break next;
        }
        if before.len() == LONGEST {
            return None;
        }
        at = past_by(text, next.end)?;
        before.push(next);
    };
    // "the 4 x 400m relay" is run by four.
    let relay = one.numeral.value == Exact::whole(4) && last.numeral.value >= Exact::whole(50);
    let length = !relay
        && matches!(&last.tail, Tail::Unit(measured) if measured.unit.dimension.length == 1 && !measured.unit.name.contains(" per "));
    if !length {
        return None;
    }
    for side in &before {
        state(reading, drawn(side, side.numeral.certainty.max(Certainty::Likely)), &last.tail, side.end, floor);
    }
    Some(last.first)
}

/// One past what joins two sides: "by", "x", "-by-".
fn past_by(text: &Text<'_>, at: usize) -> Option<usize> {
    let hyphen = usize::from(matches!(text.word(at), "-" | "‑") && text.glued(at));
    let by = at + hyphen;
    let joins = matches!(text.lower(by), "by" | "x" | "×") && text.glued(by) == (hyphen > 0);
    let closed = hyphen == 0 || matches!(text.word(by + 1), "-" | "‑") && text.glued(by + 1) && text.glued(by + 2);
    (joins && closed).then_some(by + 1 + hyphen)
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
