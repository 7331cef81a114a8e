//! The two figures that a change leads from and to: "from 4,618 offences in 2011 to 4,378 last year".

use super::super::counted;
use super::words::{ends_tail, fills_lead};
use super::{Reading, Spot, SpotKind, Spots, quantity};
use crate::facts::exact::Exact;
use crate::facts::model::AnyQuantity;
use crate::facts::quantity::Quantity;
use crate::text::{Text, TokenKind};
use std::ops::Range;

/// How far the two ends may stand apart, in tokens.
const APART: usize = 18;

/// What leads to an end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) enum Lead {
    From,
    To,
    At,
}

/// The two ends of a change.
#[derive(Clone, Copy, Debug)]
pub(in super::super) struct Pair {
    /// Index of the spot that it leads from.
    pub(in super::super) from: usize,
    /// Index of the spot that it leads to.
    pub(in super::super) to: usize,
    /// The word that leads to the first in the text.
    pub(in super::super) lead: usize,
}

impl Pair {
    /// Index of the one that stands later in the text.
    pub(super) fn last(self) -> usize {
        self.from.max(self.to)
    }
}

/// The change whose first end in the text is the spot `index`; `until` is one past the sentence's spots.
pub(in super::super) fn pair(reading: &Reading<'_>, spots: &Spots, index: usize, until: usize) -> Option<Pair> {
    let text = reading.text;
    let one = spots.get(index)?;
    let (way, lead) = lead(text, one)?;
    for at in index + 1..until.min(index + 6) {
        let other = spots.get(at)?;
        if other.first < one.end {
            continue;
        }
        let met = match (way, self::lead(text, other)) {
            (Lead::From, Some((Lead::To, second))) | (Lead::To | Lead::At, Some((Lead::From, second))) => Some(second),
            _ => None,
        };
        if let Some(second) = met
            && is_tail(text, one.end..second)
            && ends(reading, one, other).is_some()
        {
            if super::apart::are_of_two_things(reading, one, other, second) {
                return None;
            }
            let (from, to) = if way == Lead::From { (index, at) } else { (at, index) };
            return Some(Pair { from, to, lead });
        }
        if !is_aside(text, other) && ends(reading, one, other).is_some() {
            return None;
        }
    }
    None
}

/// The preposition before a figure, over "a record", "an average of".
pub(in super::super) fn lead(text: &Text<'_>, spot: &Spot) -> Option<(Lead, usize)> {
    let mut at = before_time(text, spot.first);
    for _ in 0..6 {
        at = at.checked_sub(1)?;
        match text.lower(at) {
            // "a decrease of from 12 to 18 per cent" is a range.
            "from" if matches!(text.lower(at.wrapping_sub(1)), "of" | "by") => return None,
            "from" => return Some((Lead::From, at)),
            "to" if is_compared(text, at) => {
                return is_earlier(text, spot).then_some((Lead::From, at.saturating_sub(1)));
            }
            "to" => return Some((Lead::To, at)),
            "at" => return Some((Lead::At, at)),
            "with" if is_compared(text, at) && is_earlier(text, spot) => return Some((Lead::From, at - 1)),
            "versus" | "against" if is_earlier(text, spot) => return Some((Lead::From, at)),
            word if fills_lead(word) => {}
            _ => return None,
        }
    }
    None
}

/// Where the time that a figure is told with begins: "from last year’s 13% to this year’s 24%".
fn before_time(text: &Text<'_>, first: usize) -> usize {
    let back = |n: usize| first.checked_sub(n).unwrap_or(usize::MAX);
    let owned = text.kind(back(1)) == TokenKind::Possessive
        && matches!(text.lower(back(2)), "year" | "month" | "week" | "quarter" | "season")
        && matches!(text.lower(back(3)), "last" | "this");
    if owned { first - 3 } else { first }
}

/// "compared with", "compared to".
fn is_compared(text: &Text<'_>, at: usize) -> bool {
    at.checked_sub(1).is_some_and(|at| matches!(text.lower(at), "compared" | "compares"))
}

/// "a year earlier", "in the same month of last year", "in 2017": a figure of the same thing at an earlier time, not
/// one of another thing.
fn is_earlier(text: &Text<'_>, spot: &Spot) -> bool {
    let until =
        (spot.end..spot.end + 10).find(|&at| matches!(text.lower(at), "," | "." | ";" | "")).unwrap_or(spot.end);
    let words = || (spot.end..until).map(|at| text.lower(at));
    let earlier = |word: &str| {
        matches!(word, "earlier" | "ago" | "before" | "last" | "previous" | "prior" | "preceding" | "year-ago" | "same")
    };
    let year =
        |at: usize| text.lower(at) == "in" && text.kind(at + 1) == TokenKind::Number && text.word(at + 1).len() == 4;
    let elsewhere = |word: &str| matches!(word, "for" | "at" | "by" | "from" | "its" | "their");
    words().any(earlier) && !words().any(elsewhere) || until.saturating_sub(spot.end) <= 3 && year(spot.end)
}

/// A figure that says something beside: in brackets, or what a rate is told for.
pub(super) fn is_aside(text: &Text<'_>, spot: &Spot) -> bool {
    let before = spot.first.checked_sub(1).map_or("", |at| text.lower(at));
    before == "(" && matches!(text.lower(spot.end), ")")
        || matches!(before, "per" | "every" | "each")
        || is_per_share(text, spot)
}

/// "or 52 cents a share": what an amount comes to for each share, up to the comma or the end.
pub(super) fn is_per_share(text: &Text<'_>, spot: &Spot) -> bool {
    text.lower(spot.first.wrapping_sub(1)) == "or" && past_share(text, spot.first).is_some()
}

/// One past ", or 52 cents a share", where it begins with the token `comma`.
pub(super) fn past_per_share(text: &Text<'_>, comma: usize) -> Option<usize> {
    let said = text.lower(comma) == "," && text.lower(comma + 1) == "or";
    if said { past_share(text, comma + 2) } else { None }
}

/// One past "52 cents a share", "$1.20 per diluted share".
fn past_share(text: &Text<'_>, from: usize) -> Option<usize> {
    let share = (from + 1..from + 7).find(|&at| matches!(text.lower(at), "share" | "unit"))?;
    let of = (share.saturating_sub(2)..share).any(|at| matches!(text.lower(at), "a" | "per" | "each"));
    let plain = (from..share).all(|at| !matches!(text.lower(at), "," | "." | "from" | "to"));
    (of && plain).then_some(share + 1)
}

/// Whether the words between the two ends say no more than what and when.
pub(super) fn is_tail(text: &Text<'_>, between: Range<usize>) -> bool {
    if between.len() > APART {
        return false;
    }
    let (mut at, mut commas) = (between.start, 0);
    while at < between.end {
        let word = text.lower(at);
        match text.kind(at) {
            TokenKind::Mark if word == "(" => {
                let close = (at + 1..between.end.min(at + 8)).find(|&at| text.lower(at) == ")");
                let Some(close) = close else { return false };
                at = close;
            }
            // ", or 52 cents a share," says it again.
            TokenKind::Mark if word == "," && text.lower(at + 1) == "or" => {
                let Some(past) = past_per_share(text, at).filter(|&past| past <= between.end) else { return false };
                at = past;
                if text.lower(past) == "," && past < between.end {
                    at += 1;
                }
                continue;
            }
            // "to 5 tonnes from 4, with exports at": another thing.
            TokenKind::Mark if word == "," && text.lower(at + 1) == "with" => return false,
            TokenKind::Mark if word == "," => commas += 1,
            TokenKind::Mark if matches!(word, "-" | "‑" | "/") => {}
            TokenKind::Mark => return false,
            TokenKind::Word if ends_tail(word) => return false,
            TokenKind::Word | TokenKind::Number | TokenKind::Possessive => {}
        }
        at += 1;
    }
    commas <= 2
}

/// The two ends as quantities of one kind; a bare number takes the unit of the other end.
pub(in super::super) fn ends(reading: &Reading<'_>, from: &Spot, to: &Spot) -> Option<(AnyQuantity, AnyQuantity)> {
    let (one, other) = (end(reading, from, to)?, end(reading, to, from)?);
    let alike = one.unit == other.unit && one.value.measured == other.value.measured;
    (alike && !counts_others(reading, from, to)).then_some((one, other))
}

fn end(reading: &Reading<'_>, spot: &Spot, beside: &Spot) -> Option<AnyQuantity> {
    match (spot.kind, beside.kind) {
        (SpotKind::Number, SpotKind::Percent | SpotKind::Count) => quantity(reading, spot, beside.kind),
        // "from 1,000 gigatons to 1,500".
        (SpotKind::Number, SpotKind::Measure) => {
            let unit = &reading.facts.measures.get(beside.index as usize)?.unit;
            let bare = quantity(reading, spot, SpotKind::Number)?;
            // Degrees have no zero to measure from.
            if unit.offset != Exact::ZERO {
                return None;
            }
            let whole = quantity(reading, beside, SpotKind::Measure)?;
            let interval = unit.factor.map_or(bare.value.interval, |factor| bare.value.interval.scaled(factor));
            Some(AnyQuantity { value: Quantity { interval, ..whole.value }, unit: whole.unit, ..bare })
        }
        (kind, _) => quantity(reading, spot, kind),
    }
}

/// "from 5 buses to 10 trains": numbers of different things.
fn counts_others(reading: &Reading<'_>, one: &Spot, other: &Spot) -> bool {
    matches!((counted(reading, one), counted(reading, other)), (Some(one), Some(other)) if one != other)
}
