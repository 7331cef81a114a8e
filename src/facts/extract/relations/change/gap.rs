//! How far two figures lie apart, with no word for a change: "67 in the file and 321 in the log, a difference of 254",
//! "318 seats, eight short of the 326 needed".

use super::super::{Reading, Spot, SpotKind, Spots};
use super::amount::Amount;
use super::ends::{ends, is_aside};
use super::{counts_points, in_unit_of, quantity};
use crate::text::lexicon::{self, Classes};
use crate::text::{Text, TokenKind};
use std::ops::Range;

/// How far before "the £15 difference" a word of other costs is looked for, in tokens.
const REACH: usize = 40;

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
    } else if is_left_over(text, apart) {
        let two = two_before(reading, spots, index, sentence).filter(|_| sentence.len() == 3)?;
        let (first, end) = (two.0.first, apart.end);
        Some(two).filter(|two| is_traded(text, first, two, end) && !has_costs(text, first..end))?
    } else if leads_back(text, apart, spots.get(index + 1)) {
        two_after(reading, spots, index, sentence)?
    } else if index == sentence.start && refers_back(reading, apart) {
        two_of_sentence_before(reading, spots, index)?
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
    if named && back(1) == "the" {
        return spot.kind == SpotKind::Money && !has_costs(text, spot.first.saturating_sub(REACH)..spot.first);
    }
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

/// ", a profit of £100,000", ", making a £100,000 profit": what is left of a sale.
fn is_left_over(text: &Text<'_>, spot: &Spot) -> bool {
    let back = |n: usize| spot.first.checked_sub(n).map_or("", |at| text.lower(at));
    let left = |lower: &str| matches!(lower, "gain" | "profit" | "loss");
    let breaks = |lower: &str| matches!(lower, "," | "—" | "–" | "for" | "at" | "making" | "turning" | "taking");
    let closes = |at: usize| text.kind(at) == TokenKind::Mark || at >= text.tokens.len();
    left(back(2)) && back(1) == "of" && back(3) == "a" && breaks(back(4)) && closes(spot.end)
        || left(text.lower(spot.end)) && matches!(back(1), "a" | "an") && breaks(back(2)) && closes(spot.end + 1)
}

/// Whether something was bought for the one sum and sold for the other.
fn is_traded(text: &Text<'_>, first: usize, two: &(Spot, Spot), end: usize) -> bool {
    const BOUGHT: &[&str] = &["bought", "paid", "purchased", "buying", "buy", "paying"];
    const SOLD: &[&str] = &["sold", "resold", "selling", "sell", "sells"];
    let told = |words: &[&str], range: Range<usize>| range.into_iter().any(|at| words.contains(&text.lower(at)));
    let money = two.0.kind == SpotKind::Money && two.1.kind == SpotKind::Money;
    let all = first.saturating_sub(8)..end;
    let after = two.0.end..two.1.first;
    money
        && (told(BOUGHT, all.start..first) && told(SOLD, after.clone())
            || told(SOLD, all.start..first) && told(BOUGHT, after))
}

/// Words of what else is paid, so that less is left.
fn has_costs(text: &Text<'_>, words: Range<usize>) -> bool {
    words.into_iter().any(|at| {
        matches!(
            text.lower(at),
            "after"
                | "fees"
                | "fee"
                | "tax"
                | "taxes"
                | "costs"
                | "commission"
                | "interest"
                | "inflation"
                | "mortgage"
                | "expenses"
                | "debt"
                | "spent"
                | "spending"
                | "renovated"
                | "renovating"
                | "plus"
                | "another"
                | "invested"
                | "minus"
                | "each"
                | "apiece"
                | "share"
                | "paper"
                | "net"
                | "part"
                | "half"
                | "stake"
        )
    })
}

/// "£70m apart, the difference between the £158m plan and the £88m one", "a £70m gap between": two sums follow.
fn leads_back(text: &Text<'_>, apart: &Spot, next: Option<&Spot>) -> bool {
    let Some(next) = next else { return false };
    let back = |n: usize| next.first.checked_sub(n).map_or("", |at| text.lower(at));
    let of = 1 + usize::from(matches!(back(1), "the" | "a" | "its" | "his" | "her" | "their"));
    let between = back(of) == "between" && matches!(back(of + 1), "difference" | "gap" | "gulf");
    between && next.first <= apart.end + 6
}

/// The only two figures behind, which "and" joins.
fn two_after(reading: &Reading<'_>, spots: &Spots, index: usize, sentence: &Range<usize>) -> Option<(Spot, Spot)> {
    let text = reading.text;
    let (one, other) = (*spots.get(index + 1)?, *spots.get(index + 2)?);
    let mut others = (sentence.start..index).chain(index + 3..sentence.end).filter_map(|at| spots.get(at));
    let alone = !others.any(|spot| ends(reading, spot, &one).is_some());
    let joined = (one.end..other.first).any(|at| text.lower(at) == "and");
    let near = other.first <= one.end + 8 && one_thing(reading, &one, &other);
    (alone && joined && near && alike(reading, &one, &other)).then_some((one, other))
}

/// "That £10m margin is slim.": what the two sums of the sentence before are apart.
fn refers_back(reading: &Reading<'_>, apart: &Spot) -> bool {
    let text = reading.text;
    let start = text.sentences.get(apart.at.sentence as usize).map_or(0, |sentence| sentence.tokens.start);
    let led = start + 1 == apart.first && text.lower(start) == "that";
    let noun = text.lower(apart.end);
    let told = matches!(
        text.lower(apart.end + 1),
        "is" | "was"
            | "represented"
            | "represents"
            | "would"
            | "will"
            | "has"
            | "had"
            | "means"
            | "meant"
            | "gives"
            | "gave"
            | ","
    );
    led && told && apart.kind == SpotKind::Money && matches!(noun, "margin" | "gap" | "difference" | "gulf" | "lead")
}

/// The two sums of the sentence before, which tells no other figure of their kind.
fn two_of_sentence_before(reading: &Reading<'_>, spots: &Spots, index: usize) -> Option<(Spot, Spot)> {
    let apart = spots.get(index)?;
    let before = |n: usize| {
        let spot = index.checked_sub(n).and_then(|at| spots.get(at))?;
        let next = spot.at.sentence + 1 == apart.at.sentence && spot.at.block == apart.at.block;
        (next && spot.kind == SpotKind::Money).then_some(*spot)
    };
    let (other, one) = (before(1)?, before(2)?);
    let earlier = (index.saturating_sub(8)..index - 2).filter_map(|at| spots.get(at));
    let mut earlier = earlier.filter(|spot| spot.at.sentence == one.at.sentence);
    let third = earlier.any(|spot| spot.kind == SpotKind::Money);
    (!third && alike(reading, &one, &other) && one.end <= other.first).then_some((one, other))
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
