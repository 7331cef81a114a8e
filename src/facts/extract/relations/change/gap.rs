//! How far two figures lie apart, with no word for a change: "67 in the file and 321 in the log, a difference of 254",
//! "318 seats, eight short of the 326 needed".

use super::super::{Reading, Spot, SpotKind, Spots};
use super::amount::Amount;
use super::ends::{ends, is_aside};
use super::{counts_points, in_unit_of, quantity};
use crate::text::lexicon::{self, Classes};
use crate::text::{Text, TokenKind};
use std::ops::Range;

/// Two figures, and what the spot `index` says that they are apart.
pub(super) fn read(
    reading: &Reading<'_>,
    spots: &Spots,
    index: usize,
    sentence: &Range<usize>,
) -> Option<(Spot, Spot, Amount)> {
    let text = reading.text;
    let apart = spots.get(index)?;
    if super::has_own_footing(text, apart.end..apart.end + 5) {
        return None;
    }
    let (one, other) = if is_difference(text, apart) {
        two_before(reading, spots, index, sentence)?
    } else {
        let goal = *spots.get(index + 1).filter(|_| index + 1 < sentence.end && falls_short(text, apart))?;
        let of = apart.end + 2..goal.first;
        let named =
            of.len() <= 4 && of.into_iter().all(|at| matches!(text.kind(at), TokenKind::Word | TokenKind::Possessive));
        let mut before =
            (sentence.start..index).filter_map(|at| spots.get(at)).filter(|spot| alike(reading, spot, &goal));
        let have = *before.next().filter(|_| named && before.next().is_none())?;
        (have.kind == apart.kind && one_thing(reading, &have, apart)).then_some((have, goal))?
    };
    let end = quantity(reading, &other, other.kind)?;
    in_unit_of(&end, quantity(reading, apart, apart.kind)?, counts_points(reading, apart))?;
    Some((one, other, Amount { difference: Some(*apart), ..Amount::default() }))
}

/// ", a difference of 254", "— a 254-case difference", ", leaving a deficit of £3m".
fn is_difference(text: &Text<'_>, spot: &Spot) -> bool {
    let back = |n: usize| spot.first.checked_sub(n).map_or("", |at| text.lower(at));
    let last = text.lower(spot.end.saturating_sub(1));
    let named = matches!(last, "difference") || text.lower(spot.end) == "difference";
    if named {
        return matches!(back(1), "a" | "an") && matches!(back(2), "," | "—" | "–" | "--" | "-");
    }
    if back(1) != "of" {
        return false;
    }
    let left = || (3..7).any(|n| back(n) == "leaving");
    match back(2) {
        "difference" => back(3) == "a" && matches!(back(4), "," | "—" | "–" | "--" | "-" | "for"),
        "deficit" | "surplus" | "shortfall" => left(),
        _ => false,
    }
}

/// "eight short of", "$2 shy of".
fn falls_short(text: &Text<'_>, spot: &Spot) -> bool {
    matches!(text.lower(spot.end), "short" | "shy") && text.lower(spot.end + 1) == "of"
}

/// The only two figures of the sentence that the difference can be one of.
fn two_before(reading: &Reading<'_>, spots: &Spots, index: usize, sentence: &Range<usize>) -> Option<(Spot, Spot)> {
    let other = *spots.get(index.checked_sub(1).filter(|&at| at > sentence.start)?)?;
    let one = *spots.get(index - 2)?;
    let third = (sentence.start..index - 2)
        .chain(index + 1..sentence.end)
        .filter_map(|at| spots.get(at))
        .any(|spot| ends(reading, spot, &other).is_some());
    (!third && alike(reading, &one, &other) && one.end <= other.first).then_some((one, other))
}

/// "318 seats" and "eight seats": the same things, or amounts.
fn one_thing(reading: &Reading<'_>, one: &Spot, other: &Spot) -> bool {
    let noun = |spot: &Spot| reading.facts.counts.get(spot.index as usize).map(|count| &count.noun.key);
    match one.kind {
        SpotKind::Count => noun(one) == noun(other),
        SpotKind::Money | SpotKind::Measure => true,
        SpotKind::Number | SpotKind::Percent | SpotKind::Points | SpotKind::Ratio => false,
    }
}

fn alike(reading: &Reading<'_>, one: &Spot, other: &Spot) -> bool {
    let text = reading.text;
    is_modifier(text, one) == is_modifier(text, other)
        && one.is_firm()
        && other.is_firm()
        && !is_aside(text, one)
        && ends(reading, one, other).is_some()
}

/// Whether an amount only tells which one of the things after it is meant: "the $26,500 earner".
fn is_modifier(text: &Text<'_>, spot: &Spot) -> bool {
    let amount = matches!(spot.kind, SpotKind::Money | SpotKind::Measure);
    let led = spot.first.checked_sub(1).is_some_and(|at| {
        matches!(text.lower(at), "a" | "an" | "the" | "this" | "that" | "each" | "every" | "his" | "her" | "their")
    });
    amount && led && lexicon::usual_class(text.lower(spot.end)).has_any(Classes::NOUN.or(Classes::ADJECTIVE))
}
