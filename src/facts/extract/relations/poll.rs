//! What polls say of themselves: "44% to 39%, a five-point lead", "a poll of 1,000 adults … margin of error of 3 points".

use super::change::{self, counts_points, quantity};
use super::{Reading, Spot, SpotKind, Spots, figure, standing, weaker};
use crate::facts::exact::Exact;
use crate::facts::model::{AnyQuantity, Lead, Margin};
use crate::facts::names::{Certainty, UnitKind};
use crate::facts::quantity::{Measured, Quantity};
use crate::text::{Text, TokenKind, lexicon};
use std::ops::Range;

/// Fewer people than these are no poll.
const FEWEST: i128 = 100;

pub(super) fn read(reading: &mut Reading<'_>, spots: &Spots) {
    let mut before: Range<usize> = 0..0;
    for sentence in spots.by_sentence() {
        margin(reading, spots, before.clone(), sentence.clone());
        let told = reading.facts.leads.len();
        beside(reading, spots, sentence.clone());
        resumed(reading, spots, before.clone(), sentence.clone());
        net(reading, spots, sentence.clone());
        if reading.facts.leads.len() == told {
            lead(reading, spots, sentence.clone());
        }
        before = sentence;
    }
}

/// Whether the spot may count points of a share.
fn is_points(reading: &Reading<'_>, spot: &Spot) -> bool {
    spot.kind == SpotKind::Points || counts_points(reading, spot)
}

fn points(reading: &Reading<'_>, spot: &Spot) -> Option<AnyQuantity> {
    let found = quantity(reading, spot, spot.kind)?;
    if found.unit == UnitKind::Points {
        return Some(found);
    }
    let value = Quantity::of(found.figure.value, Measured::Points);
    Some(AnyQuantity { value, unit: UnitKind::Points, ..found })
}

/// The first margin of error of a sentence, and the one group of people that it or the sentence before counts.
fn margin(reading: &mut Reading<'_>, spots: &Spots, before: Range<usize>, sentence: Range<usize>) {
    let text = reading.text;
    let error = sentence
        .clone()
        .filter_map(|at| spots.get(at))
        .find(|spot| (spot.kind == SpotKind::Percent || is_points(reading, spot)) && is_margin(text, spot));
    let Some(error) = error.filter(|error| !matches!(text.lower(error.end), "for" | "among" | "in")) else { return };
    let next_door = |index: usize| {
        spots
            .get(index)
            .is_some_and(|spot| spot.at.block == error.at.block && spot.at.sentence + 1 >= error.at.sentence)
    };
    let near = before.filter(|&index| next_door(index)).chain(sentence);
    let mut people = near.filter_map(|at| spots.get(at)).filter(|spot| is_sample(reading, spot));
    let (Some(sample), None) = (people.next(), people.next()) else { return };
    // What "7-point" counts is sure beside its noun.
    let at = reading.at(sample.at.span.to(error.at.span), sample.at.certainty);
    let Some(quantity) = points(reading, error).filter(|error| error.figure.written.is_some()) else { return };
    let index = reading.facts.quantities.len() as u32;
    reading.facts.quantities.push(quantity);
    reading.facts.margins.push(Margin { at, sample: sample.index, error: index });
}

/// "a margin of sampling error of plus or minus 3 points", "a three-point margin of error".
fn is_margin(text: &Text<'_>, spot: &Spot) -> bool {
    let names = |margin: usize| {
        text.lower(margin) == "margin"
            && text.lower(margin + 1) == "of"
            && (text.lower(margin + 2) == "error" || text.lower(margin + 3) == "error")
    };
    let first = (spot.first.saturating_sub(12)..spot.first).rev().find(|&at| names(at));
    let led = first.is_some_and(|first| {
        (first..spot.first).all(|at| text.kind(at) != TokenKind::Number && !matches!(text.lower(at), "," | ";" | "."))
    });
    led || names(spot.end) || names(spot.end + 1)
}

fn is_sample(reading: &Reading<'_>, spot: &Spot) -> bool {
    let counted = (spot.kind == SpotKind::Count).then(|| reading.facts.counts.get(spot.index as usize)).flatten();
    counted.is_some_and(|count| {
        spot.is_firm()
            && count.figure.written.is_some_and(|n| n >= Exact::whole(FEWEST))
            && (matches!(&*count.noun.key, "person" | "people" | "american" | "respondent")
                || lexicon::is_a_kind_of(&count.noun.key, "person"))
    })
}

/// "leads by five points (44% to 39%)": the shares stand right after the points, whatever else the sentence tells.
fn beside(reading: &mut Reading<'_>, spots: &Spots, sentence: Range<usize>) {
    for apart in sentence.filter_map(|at| spots.get(at)) {
        let told = is_points(reading, apart) && !is_margin(reading.text, apart);
        if told
            && figure(reading, apart).is_some_and(|figure| figure.written.is_some())
            && let Some((shares, certainty)) = standing::read(reading, spots, apart)
            && let Some(points) = points(reading, apart)
        {
            push(reading, shares, points, certainty);
        }
    }
}

/// "42% approve and 54% disapprove, for a net approval rating of minus 12 points": the two shares of a sentence.
fn net(reading: &mut Reading<'_>, spots: &Spots, sentence: Range<usize>) {
    let text = reading.text;
    let each = |kind: fn(&Reading<'_>, &Spot) -> bool| {
        sentence
            .clone()
            .filter_map(|at| spots.get(at))
            .filter(|spot| kind(reading, spot))
            .copied()
            .collect::<Vec<Spot>>()
    };
    let shares = each(|_, spot| spot.kind == SpotKind::Percent);
    let all = each(is_points);
    let ([first, second], [apart]) = (shares.as_slice(), all.as_slice()) else { return };
    let lead = apart.first.saturating_sub(8).max(second.end)..apart.first;
    let told = |words: &[&str]| lead.clone().any(|at| words.contains(&text.lower(at)));
    let named = told(&["net"]) && told(&["approval", "rating", "favorability", "favourability"]);
    let answered = (first.first.saturating_sub(6)..second.end + 4)
        .filter(|&at| {
            matches!(text.lower(at), "approve" | "approved" | "disapprove" | "disapproved" | "approval" | "disapproval")
        })
        .count();
    let single = |spot: &Spot| spot.is_firm() && figure(reading, spot).is_some_and(|figure| figure.written.is_some());
    let moves =
        (first.first.saturating_sub(2)..apart.first).any(|at| matches!(text.lower(at), "from" | "than" | "among"));
    if !named || answered < 2 || moves || second.end > apart.first || ![first, second].into_iter().all(single) {
        return;
    }
    let certainty = weaker(first.at.certainty, second.at.certainty);
    let shares = [first, second].map(|spot| quantity(reading, spot, spot.kind));
    if let ([Some(first), Some(second)], Some(apart)) = (shares, points(reading, apart)) {
        push(reading, [first, second], apart, certainty);
    }
}

/// "Lund has 52% to 43%. The nine-point lead": the two shares of the sentence before, side by side.
fn resumed(reading: &mut Reading<'_>, spots: &Spots, before: Range<usize>, sentence: Range<usize>) {
    let text = reading.text;
    let Some(apart) = spots.get(sentence.start).filter(|spot| is_points(reading, spot)) else { return };
    let start = text.sentences.get(apart.at.sentence as usize).map_or(0, |sentence| sentence.tokens.start);
    let noun = matches!(text.lower(apart.end), "lead" | "margin" | "advantage" | "edge" | "gap")
        && !matches!(text.lower(apart.end + 1), "of" | "a" | "last" | "in" | "among");
    let shares: Vec<Spot> =
        before.filter_map(|at| spots.get(at)).filter(|spot| spot.kind == SpotKind::Percent).copied().collect();
    let [first, second] = shares.as_slice() else { return };
    let next = first.at.block == apart.at.block && first.at.sentence + 1 == apart.at.sentence;
    let side_by_side = first.end + 1 == second.first && matches!(text.lower(first.end), "to" | "-" | "–");
    let single = |spot: &Spot| figure(reading, spot).is_some_and(|figure| figure.written.is_some());
    let led = apart.first == start + 1 && matches!(text.lower(start), "the" | "that" | "this");
    let moves = |spot: &Spot| matches!(change::lead(text, spot), Some((change::Lead::From, _)));
    let sure = [apart, first, second].into_iter().all(single) && !moves(first);
    if !(noun && next && side_by_side && led && sure) {
        return;
    }
    let certainty = weaker(first.at.certainty, second.at.certainty);
    let shares = [first, second].map(|spot| quantity(reading, spot, spot.kind));
    let ([Some(first), Some(second)], Some(apart)) = (shares, points(reading, apart)) else { return };
    if certainty != Certainty::Weak {
        push(reading, [first, second], apart, certainty);
    }
}

/// Notes two shares and how far they are said to be apart.
fn push(reading: &mut Reading<'_>, [first, second]: [AnyQuantity; 2], apart: AnyQuantity, certainty: Certainty) {
    let at = reading.at(first.at.span.to(second.at.span).to(apart.at.span), certainty);
    let next = reading.facts.quantities.len() as u32;
    reading.facts.quantities.extend([first, second, apart]);
    reading.facts.leads.push(Lead { at, first: next, second: next + 1, apart: next + 2 });
}

/// "leads 44% to 39%, a five-point lead": two shares of a sentence that has no third, and how far they are apart.
fn lead(reading: &mut Reading<'_>, spots: &Spots, sentence: Range<usize>) {
    let text = reading.text;
    let each = || sentence.clone().filter_map(|at| spots.get(at));
    let mut shares = each().filter(|spot| spot.kind == SpotKind::Percent);
    let (Some(first), Some(second), None) = (shares.next(), shares.next(), shares.next()) else { return };
    let mut leads = each().filter(|spot| is_points(reading, spot));
    let (Some(apart), None) = (leads.next(), leads.next()) else { return };
    let gap = first.end..second.first;
    let side_by_side = gap.len() <= 6
        && gap.clone().all(|at| {
            matches!(text.kind(at), TokenKind::Word | TokenKind::Possessive) || matches!(text.word(at), "-" | "–" | ",")
        })
        && gap.clone().any(|at| matches!(text.lower(at), "to" | "-" | "–" | "and" | "against"));
    let moves = |spot: &Spot| matches!(change::lead(text, spot), Some((change::Lead::From | change::Lead::At, _)));
    let single = |spot: &Spot| figure(reading, spot).is_some_and(|figure| figure.written.is_some());
    let sure = [first, second].into_iter().all(|spot| spot.is_firm() && single(spot) && !moves(spot));
    // "down from a six-point lead a month ago".
    let other = is_of_another(text, first, second, apart);
    if !side_by_side || !sure || moves(apart) || !single(apart) || !is_lead(text, apart) || other {
        return;
    }
    let certainty = weaker(first.at.certainty, second.at.certainty);
    let shares = [first, second].map(|spot| quantity(reading, spot, spot.kind));
    let ([Some(first), Some(second)], Some(apart)) = (shares, points(reading, apart)) else { return };
    push(reading, [first, second], apart, certainty);
}

/// Whether words between the shares and the lead put the one at another time or place: "44% to 39% in May, and a
/// seven-point lead now", "44% to 39% in the state, a three-point lead across the country".
fn is_of_another(text: &Text<'_>, first: &Spot, second: &Spot, apart: &Spot) -> bool {
    let words = if apart.first > second.end { second.end..apart.end + 4 } else { apart.first..first.first };
    let turns = |at: usize| {
        matches!(
            text.lower(at),
            "now"
                | "then"
                | "but"
                | "while"
                | "nationally"
                | "nationwide"
                | "today"
                | "last"
                | "earlier"
                | "previous"
                | "previously"
                | "ago"
                | "since"
                | "across"
                | "overall"
                | "whereas"
                | "compared"
                | "down"
                | "up"
                | "among"
        )
    };
    words.clone().take_while(|&at| text.word(at) != ".").any(turns)
}

/// "a five-point lead", "a lead of five points", "leads Jones by 5 points".
fn is_lead(text: &Text<'_>, spot: &Spot) -> bool {
    let noun = |at: usize| {
        matches!(text.lower(at), "lead" | "advantage" | "edge" | "margin" | "gap")
            && !(text.lower(at + 1) == "of" && matches!(text.lower(at + 2), "error" | "sampling"))
    };
    let back = |n: usize| spot.first.checked_sub(n).unwrap_or(usize::MAX);
    let verb =
        |at: usize| matches!(text.lower(at), "leads" | "led" | "leading" | "lead" | "ahead" | "trails" | "trailed");
    noun(spot.end)
        || text.lower(back(1)) == "of" && noun(back(2))
        || text.lower(back(1)) == "by" && (2..9).any(|n| verb(back(n)))
}
