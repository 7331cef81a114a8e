//! What goes from one value to another: "from 5 to 7 per cent" after "rose", "from 214 pounds to 188".

use super::{Joiner, Lead, Pair, joiner, scaled};
use crate::facts::exact::Exact;
use crate::facts::extract::figure::{self, Drawn, Numbers, state};
use crate::facts::extract::side::{self, Side, Tail};
use crate::facts::extract::{Reading, count};
use crate::facts::model::Style;
use crate::facts::names::{Certainty, Hedge};
use crate::text::{Text, TokenKind};

/// Words that say that something goes from one value to another.
pub(super) fn is_change_word(lower: &str) -> bool {
    [
        "rose",
        "rise",
        "rises",
        "risen",
        "rising",
        "fell",
        "fall",
        "falls",
        "fallen",
        "falling",
        "grew",
        "grow",
        "grown",
        "growing",
        "growth",
        "increase",
        "increased",
        "increases",
        "increasing",
        "decrease",
        "decreased",
        "declined",
        "decline",
        "drop",
        "dropped",
        "dropping",
        "cut",
        "cuts",
        "cutting",
        "raised",
        "raise",
        "raising",
        "lowered",
        "lower",
        "lowering",
        "up",
        "down",
        "jumped",
        "jump",
        "climbed",
        "climb",
        "surged",
        "soared",
        "slid",
        "slipped",
        "plunged",
        "plummeted",
        "tumbled",
        "shrank",
        "expanded",
        "went",
        "go",
        "going",
        "moved",
        "changed",
        "change",
        "double",
        "doubled",
        "doubling",
        "triple",
        "tripled",
        "tripling",
        "quadruple",
        "quadrupled",
        "halve",
        "halved",
        "halving",
        "taking",
        "took",
        "bringing",
        "brought",
        "pushing",
        "pushed",
        "leapt",
        "leap",
        "sank",
        "slow",
        "slowed",
        "reduced",
        "reduce",
        "reducing",
        "widened",
        "narrowed",
        "swelled",
        "doubled",
        "doubling",
        "tripled",
        "tripling",
        "trebled",
        "trebling",
        "quadrupled",
        "halved",
        "halving",
        "improved",
        "revised",
        "upgraded",
        "downgraded",
        "boosted",
        "boost",
        "hike",
        "hiked",
        "dipped",
        "edged",
        "accelerated",
        "extended",
        "reduction",
        "downgrading",
        "creeping",
        "crept",
        "gone",
        "come",
        "came",
        "shot",
        "eased",
        "ticked",
        "inched",
        "slashed",
        "trimmed",
    ]
    .contains(&lower)
}

/// Whether a word of change stands near the two ends of "from A to B".
pub(super) fn is_change(text: &Text<'_>, first: usize, end: usize, floor: usize) -> bool {
    let from = first.saturating_sub(14).max(floor);
    for at in (from..first).rev() {
        let lower = text.lower(at);
        if is_change_word(lower) {
            return true;
        }
        // "ranging from", "prices from": a range by its own words.
        if [
            "ranging",
            "ranged",
            "range",
            "ranges",
            "varying",
            "vary",
            "varied",
            "anything",
            "anywhere",
            "somewhere",
            ";",
            ":",
        ]
        .contains(&lower)
        {
            return false;
        }
    }
    text.lower(end) == "," && (end + 1..end + 5).any(|at| is_change_word(text.lower(at)))
        || (end..end + 5)
            .take_while(|&at| text.kind(at) == TokenKind::Word)
            .any(|at| matches!(text.lower(at), "increase" | "rise" | "fall" | "drop" | "decrease"))
}

/// "from 6 to 9 per cent to 4 to 6 per cent": what was revised is a range, and so is what it is now.
pub(super) fn is_revised(text: &Text<'_>, end: usize, floor: usize) -> bool {
    let third = (text.lower(end) == "to").then(|| side::second(text, end + 1, floor)).flatten();
    third.is_some_and(|third| {
        let fourth = joiner(text, third.end, Lead::None).filter(|(joiner, _)| *joiner != Joiner::Or);
        fourth.is_some_and(|(_, next)| side::second(text, next, floor).is_some())
    })
}

/// "from 5 to 7 per cent" after "rose": two figures of the same unit.
pub(super) fn change(reading: &mut Reading<'_>, one: &Side, pair: &Pair<'_>, floor: usize) -> Option<usize> {
    if let (Tail::Bare, Tail::Bare, Tail::Bare) = (&one.tail, &pair.other.tail, &pair.tail) {
        return change_to_range(reading, one, pair, floor)
            .or_else(|| from_year_like(reading, one, pair))
            .or_else(|| of_one_scale(reading, one, pair, floor));
    }
    if !matches!(one.tail, Tail::Bare) || matches!(pair.tail, Tail::Bare | Tail::Time) {
        return None;
    }
    let scale = pair.other.numeral.style.scale;
    Some(both(reading, one, pair, scale, floor))
}

/// The two ends in the scale that they share; one past the second.
fn both(reading: &mut Reading<'_>, one: &Side, pair: &Pair<'_>, scale: u8, floor: usize) -> usize {
    state(reading, alone(one, in_scale(one, pair), scale), &pair.tail, one.end, floor);
    state(reading, alone(pair.other, pair.high, scale), &pair.tail, pair.other.end, floor)
}

/// How many times as large as the second end the first may be that shares its scale: "from 12 to 4 million".
const FALL: i128 = 20;

/// The first end in the scale of the second, also where it is the larger: a range goes up, a change goes either way.
fn in_scale(one: &Side, pair: &Pair<'_>) -> Exact {
    let (value, style) = (one.numeral.value, pair.other.numeral.style);
    if pair.low != value || style.scale < 6 || one.numeral.style.scale > 0 || value >= Exact::whole(1000) {
        return pair.low;
    }
    let larger = Exact::power_of_ten(i32::from(style.scale)).and_then(|scale| value.times(scale));
    let most = pair.other.numeral.value.times(Exact::whole(FALL));
    larger.zip(most).filter(|(larger, most)| larger <= most).map_or(pair.low, |(larger, _)| larger)
}

/// "from 3.9 to 3.6 million.": two numbers that share the scale.
fn of_one_scale(reading: &mut Reading<'_>, one: &Side, pair: &Pair<'_>, floor: usize) -> Option<usize> {
    let scale = pair.other.numeral.style.scale;
    let shared = one.numeral.style.scale == 0 && scale > 0 && in_scale(one, pair) != one.numeral.value;
    shared.then(|| both(reading, one, pair, scale, floor))
}

/// One side of a change as a figure of its own, of a value in the scale that both share.
fn alone(side: &Side, value: Exact, scale: u8) -> Drawn {
    Drawn {
        first: side.first,
        end: side.end,
        span: side.numeral.span,
        numbers: Numbers::One(value),
        hedge: Hedge::Exactly,
        hedge_span: None,
        style: Style { scale, ..side.numeral.style },
        rough: false,
        certainty: side.numeral.certainty,
    }
}

/// "from 214 pounds to 188" leaves out the second unit.
pub(super) fn is_elided(text: &Text<'_>, one: &Side, other: &Side) -> bool {
    !matches!(one.tail, Tail::Bare | Tail::Time)
        && matches!(other.tail, Tail::Bare)
        && !other.numeral.fraction
        && count::after(text, other.end, false).is_none()
}

/// Two figures of the first one's unit.
pub(super) fn elided(reading: &mut Reading<'_>, one: &Side, other: &Side, floor: usize) -> Option<usize> {
    let scale = one.numeral.style.scale;
    let value = if other.numeral.style.scale == 0 && scale > 0 {
        other.numeral.value.times(Exact::power_of_ten(i32::from(scale))?)?
    } else {
        other.numeral.value
    };
    state(reading, alone(one, one.numeral.value, scale), &one.tail, one.end, floor);
    let weak = Drawn { certainty: Certainty::Weak, ..alone(other, value, scale) };
    Some(state(reading, weak, &one.tail, other.end, floor))
}

/// "to 5.25 from 5 per cent", "to 188 pounds from 214.": what it was and what it is share the unit of one.
pub(super) fn back(reading: &mut Reading<'_>, one: &Side, first: usize, floor: usize) -> Option<usize> {
    let text = reading.text;
    let leads = text.lower(one.end) == "from" && first > floor && text.lower(first - 1) == "to";
    let next = one.end + 1;
    if !leads || reading.is_claimed(next) || one.numeral.fraction {
        return None;
    }
    let other = side::second(text, next, floor).filter(|other| !other.numeral.fraction)?;
    let same = one.numeral.style.scale == other.numeral.style.scale;
    let unit = |tail: &Tail| !matches!(tail, Tail::Bare | Tail::Time);
    if matches!(one.tail, Tail::Bare) && unit(&other.tail) && same {
        let weak = Drawn { certainty: Certainty::Weak, ..alone(one, one.numeral.value, one.numeral.style.scale) };
        state(reading, weak, &other.tail, one.end, floor);
        return Some(one.end);
    }
    // "to 5 per cent from 2015."
    let dated = text.word(other.numeral.first).len() == 4 && other.numeral.style.decimals == 0;
    let closes = matches!(text.word(other.end), "." | "," | ";" | ")" | "");
    if !unit(&one.tail) || !matches!(other.tail, Tail::Bare) || dated || !closes || other.numeral.style.scale > 0 {
        return None;
    }
    state(reading, alone(one, one.numeral.value, one.numeral.style.scale), &one.tail, one.end, floor);
    let weak = Drawn { certainty: Certainty::Weak, ..alone(&other, other.numeral.value, 0) };
    Some(state(reading, weak, &one.tail, other.end, floor))
}

/// "from 1500 to 2000 hires": numbers that look like years are none before what is counted.
fn from_year_like(reading: &mut Reading<'_>, one: &Side, pair: &Pair<'_>) -> Option<usize> {
    let text = reading.text;
    let year = |side: &Side| text.word(side.numeral.first).len() == 4 && side.numeral.end == side.numeral.first + 1;
    let found = count::after(text, pair.other.end, false).filter(|_| year(one) || year(pair.other))?;
    let first = alone(one, pair.low, one.numeral.style.scale);
    let second = Drawn { end: found.end, ..alone(pair.other, pair.high, pair.other.numeral.style.scale) };
    figure::count_of(reading, &first, found.noun.clone(), Certainty::Weak);
    figure::count_of(reading, &second, found.noun, Certainty::Weak);
    Some(pair.other.end)
}

/// "from 14-18 mpg to 24": what a range goes to leaves out the unit.
pub(super) fn to_last(reading: &mut Reading<'_>, pair: &Pair<'_>, end: usize, floor: usize) -> Option<usize> {
    let text = reading.text;
    let changes = pair.lead == Lead::From && text.lower(end) == "to" && !reading.is_claimed(end + 1);
    let last = side::second(text, end + 1, floor).filter(|_| changes)?;
    let ends = Side { tail: pair.tail.clone(), ..pair.other.clone() };
    if !is_elided(text, &ends, &last) || joiner(text, last.end, Lead::None).is_some() {
        return None;
    }
    let weak = Drawn { certainty: Certainty::Weak, ..alone(&last, last.numeral.value, last.numeral.style.scale) };
    Some(state(reading, weak, &pair.tail, last.end, floor))
}

/// "from 14.6 to 21-23 billion euros": the first end shares scale and unit with a range.
fn change_to_range(reading: &mut Reading<'_>, one: &Side, pair: &Pair<'_>, floor: usize) -> Option<usize> {
    let text = reading.text;
    let (dash, next) = joiner(text, pair.other.end, Lead::None)?;
    let last = side::second(text, next, floor).filter(|_| dash == Joiner::Dash)?;
    if matches!(last.tail, Tail::Bare | Tail::Time) {
        return None;
    }
    let drawn = alone(one, scaled(text, one, &last), last.numeral.style.scale);
    state(reading, drawn, &last.tail, one.end, floor);
    Some(one.end)
}
