//! Parts of a whole with their share: "51 of 340 rooms (15%)", "three of 42 cases, a success rate of 7%",
//! "of 340 rooms, 51 (15%)", "a third of the 90 staff, or 30 people".

use super::bracket::opens_bracket;
use super::change::{breaks_clause, ends, quantity};
use super::rounding::share_fineness;
use super::{Reading, Spot, SpotKind, Spots, figure, weaker};
use crate::facts::model::{AnyQuantity, Share};
use crate::facts::names::{Certainty, UnitKind};
use crate::facts::quantity::Quantity;
use crate::text::{Text, TokenKind};
use std::ops::Range;

/// A part and its whole.
#[derive(Debug)]
struct Portion {
    part: Spot,
    whole: Whole,
    /// Its first token.
    first: usize,
    /// One past its last token.
    end: usize,
    /// Index of the first spot after it.
    next: usize,
}

/// What a part is of.
#[derive(Debug)]
enum Whole {
    Spot(Spot),
    /// "140 of the 760 months": index of a duration.
    Duration(usize),
}

pub(super) fn read(reading: &mut Reading<'_>, spots: &Spots) {
    for sentence in spots.by_sentence() {
        for index in sentence.clone() {
            let turned = fraction_first(reading, spots, index, sentence.end)
                .or_else(|| share_between(reading, spots, index, sentence.end));
            if let Some((portion, share)) = turned {
                push(reading, &portion, &share);
            }
            let Some(portion) = portion(reading, spots, index, sentence.end) else { continue };
            let share = after(reading.text, spots, &portion, sentence.end)
                .or_else(|| before(reading.text, spots, &portion, index, sentence.start));
            if let Some(share) = share {
                push(reading, &portion, &share);
            }
        }
    }
}

/// "51 of 340 rooms", "$3m of the $10m", "of 340 rooms, 51", "of the 4,175 people who fell ill 46 died".
fn portion(reading: &Reading<'_>, spots: &Spots, index: usize, until: usize) -> Option<Portion> {
    let text = reading.text;
    let one = *spots.get(index)?;
    if !one.is_firm() || matches!(one.kind, SpotKind::Percent | SpotKind::Points | SpotKind::Ratio) {
        return None;
    }
    let next = spots.get(index + 1).filter(|_| index + 1 < until);
    // A partitive count holds the whole: "51 of 340 rooms" and, inside it, "340 rooms".
    if let Some(whole) =
        next.filter(|whole| one.kind == SpotKind::Count && one.end == whole.end && one.first < whole.first)
    {
        return Some(Portion {
            part: one,
            whole: Whole::Spot(*whole),
            first: one.first,
            end: one.end,
            next: index + 2,
        });
    }
    if let Some(at) = past_of(text, one.end) {
        if let Some(whole) = next.filter(|whole| whole.first == at && alike(reading, &one, whole)) {
            let end = whole.end;
            return Some(Portion { part: one, whole: Whole::Spot(*whole), first: one.first, end, next: index + 2 });
        }
        // "the 760 months" is a length of time with its article.
        let duration = text.token(at).and_then(|token| {
            let upto = reading.facts.durations.partition_point(|fact| fact.at.span.start <= token.span.start);
            upto.checked_sub(1).filter(|&index| {
                reading.facts.durations.get(index).is_some_and(|fact| fact.at.span.contains(token.span))
            })
        });
        if let Some(duration) = duration.filter(|_| one.kind == SpotKind::Number) {
            let span = reading.facts.durations.get(duration)?.at.span;
            let end = text.token_from(span.end.saturating_sub(1)) + 1;
            return Some(Portion {
                part: one,
                whole: Whole::Duration(duration),
                first: one.first,
                end,
                next: index + 1,
            });
        }
    }
    // "Of 340 rooms, 51": the whole leads.
    let part = next.filter(|part| super::breakdown::opens_of(text, &one) && part.first >= one.end)?;
    let gap = one.end..part.first;
    let plain = gap.len() <= 9
        && gap.clone().all(|at| {
            let word = text.lower(at);
            text.kind(at) == TokenKind::Word && !breaks_clause(word) && !matches!(word, "and" | "or" | "another")
                || word == "," && (at == gap.start || at + 1 == gap.end)
                || matches!(word, "—" | "–") && at + 1 == gap.end
        });
    (plain && alike(reading, part, &one)).then_some(Portion {
        part: *part,
        whole: Whole::Spot(one),
        first: one.first,
        end: part.end,
        next: index + 2,
    })
}

/// Where the whole begins after "of the", "out of nearly".
fn past_of(text: &Text<'_>, end: usize) -> Option<usize> {
    let mut at = if text.lower(end) == "out" { end + 1 } else { end };
    if text.lower(at) != "of" {
        return None;
    }
    at += 1;
    while matches!(text.lower(at), "the" | "its" | "their" | "all" | "our") && at < end + 4 {
        at += 1;
    }
    Some(at)
}

/// Whether the two count or measure the same: a bare number counts what the whole counts.
fn alike(reading: &Reading<'_>, part: &Spot, whole: &Spot) -> bool {
    let kinds = match whole.kind {
        SpotKind::Count => matches!(part.kind, SpotKind::Number | SpotKind::Count),
        SpotKind::Number => part.kind == SpotKind::Number,
        SpotKind::Money | SpotKind::Measure => part.kind == whole.kind,
        SpotKind::Percent | SpotKind::Points | SpotKind::Ratio => false,
    };
    let counted = part.kind == SpotKind::Number && whole.kind == SpotKind::Count;
    whole.is_firm() && kinds && (counted || ends(reading, part, whole).is_some())
}

/// "(15%)", ", or 15%,", "— 15% of the total", ", a success rate of only 7%" after the two.
fn after(text: &Text<'_>, spots: &Spots, portion: &Portion, until: usize) -> Option<Spot> {
    let share = *spots.get(portion.next).filter(|_| portion.next < until)?;
    if !matches!(share.kind, SpotKind::Percent | SpotKind::Ratio) || !share.is_firm() || share.first < portion.end {
        return None;
    }
    let gap = portion.end..share.first;
    let link = gap.clone().rev().find(|&at| text.kind(at) == TokenKind::Mark && !matches!(text.word(at), "-" | "‑"))?;
    let tail = gap.start..link;
    let plain = |at: usize| {
        let word = text.lower(at);
        matches!(text.kind(at), TokenKind::Word | TokenKind::Possessive)
            && !breaks_clause(word)
            && !matches!(word, "and" | "or" | "as" | "another")
            || matches!(word, "-" | "‑")
    };
    if tail.len() > 10 || !tail.clone().all(plain) {
        return None;
    }
    let said: Vec<&str> = (link + 1..gap.end).map(|at| text.lower(at)).collect();
    let said: &[&str] = match said.as_slice() {
        [rest @ .., "only" | "just" | "about" | "nearly" | "roughly" | "some"] => rest,
        all => all,
    };
    let closing = text.word(share.end);
    let linked = match (text.word(link), said) {
        ("(" | "[", [] | ["or"]) => matches!(closing, ")" | "]"),
        ("—" | "–" | "--", ["that", "is" | "’s" | "'s"]) => true,
        ("," | "—" | "–" | "--", ["or"]) | ("—" | "–" | "--", []) => {
            matches!(closing, "," | "." | ";" | "—" | "–" | "--" | ")" | "") || is_of_all(text, share.end)
        }
        (",", ["a" | "an" | "for", .., "rate" | "share" | "proportion" | "percentage" | "average", "of"]) => {
            said.len() <= 6 && share.kind == SpotKind::Percent && matches!(closing, "," | "." | ";" | "")
        }
        _ => false,
    };
    // A fraction far behind may be one of something else.
    (linked && (share.kind == SpotKind::Percent || tail.is_empty())).then_some(share)
}

/// "of the total": the share is one of the same whole.
fn is_of_all(text: &Text<'_>, at: usize) -> bool {
    text.lower(at) == "of"
        && (at + 1..at + 3)
            .any(|at| matches!(text.lower(at), "total" | "toll" | "whole" | "all" | "them" | "those" | "sum"))
}

/// "15% (51 of 340 rooms)", "15 per cent, or 51 of 340 rooms,".
fn before(text: &Text<'_>, spots: &Spots, portion: &Portion, index: usize, floor: usize) -> Option<Spot> {
    let share = *index.checked_sub(1).filter(|&at| at >= floor).and_then(|at| spots.get(at))?;
    if share.kind != SpotKind::Percent || !share.is_firm() {
        return None;
    }
    let mark = (share.end..portion.first).find(|&at| matches!(text.lower(at), "," | "(" | "—" | "–" | "--"))?;
    let whose = share.end..mark;
    if whose.len() > 6
        || !whose.clone().all(|at| text.kind(at) == TokenKind::Word)
        || !whose.is_empty() && text.lower(whose.start) != "of"
    {
        return None;
    }
    let gap: Vec<&str> = (mark..portion.first).map(|at| text.lower(at)).collect();
    let closing = text.word(portion.end);
    let linked = match gap.as_slice() {
        ["("] => closing == ")",
        [",", "or"] => matches!(closing, "," | "." | ";" | ""),
        ["—" | "–" | "--"] | ["—" | "–" | "--", "or"] => matches!(closing, "—" | "–" | "--" | "."),
        _ => false,
    };
    linked.then_some(share)
}

/// "15 people, or 10% of the 150 staff", "25,700 — roughly 15 percent of the 171,000 who voted", "250,000 (6.5
/// percent) out of 3.8 million adults".
fn share_between(reading: &Reading<'_>, spots: &Spots, index: usize, until: usize) -> Option<(Portion, Spot)> {
    let text = reading.text;
    let (part, share, whole) = (*spots.get(index)?, *spots.get(index + 1)?, *spots.get(index + 2)?);
    if index + 2 >= until || share.kind != SpotKind::Percent || !(part.is_firm() && share.is_firm() && whole.is_firm())
    {
        return None;
    }
    let gap: Vec<&str> = (part.end..share.first).map(|at| text.lower(at)).collect();
    let inside = gap == ["("] && text.lower(share.end) == ")";
    let after = if inside { share.end + 1 } else { share.end };
    let of = past_of(text, after) == Some(whole.first);
    let linked = inside
        || matches!(gap.as_slice(), ["(" | "—" | "–" | "--"] | [",", "or"] | ["—" | "–" | "--", "or" | "already"]);
    let counted = matches!(part.kind, SpotKind::Count | SpotKind::Number) && whole.kind == SpotKind::Count;
    let alike = counted || alike(reading, &part, &whole);
    (of && linked && alike).then_some((
        Portion { part, whole: Whole::Spot(whole), first: part.first, end: whole.end, next: index + 3 },
        share,
    ))
}

/// "a third of the 90 staff, or 45 people".
fn fraction_first(reading: &Reading<'_>, spots: &Spots, index: usize, until: usize) -> Option<(Portion, Spot)> {
    let text = reading.text;
    let (share, whole, part) = (*spots.get(index)?, *spots.get(index + 1)?, *spots.get(index + 2)?);
    let fraction = share.kind == SpotKind::Ratio && index + 2 < until && past_of(text, share.end) == Some(whole.first);
    let gap: Vec<&str> = (whole.end..part.first).map(|at| text.lower(at)).collect();
    let or = gap == [",", "or"] || gap == ["("] && opens_bracket(text, &whole, &part);
    let counted = part.kind == SpotKind::Count && whole.kind == SpotKind::Count;
    let closing = matches!(text.word(part.end), "," | "." | ";" | ")" | "");
    let alike = counted || alike(reading, &part, &whole);
    (fraction && or && alike && closing && share.at.certainty != Certainty::Weak && whole.is_firm() && part.is_firm())
        .then_some((
            Portion { part, whole: Whole::Spot(whole), first: share.first, end: part.end, next: index + 3 },
            share,
        ))
}

fn push(reading: &mut Reading<'_>, portion: &Portion, share: &Spot) {
    let single = |spot: &Spot| figure(reading, spot).is_some_and(|figure| figure.written.is_some());
    if !single(&portion.part) || share.kind == SpotKind::Percent && !single(share) {
        return;
    }
    let mut certainty = weaker(portion.part.at.certainty, share.at.certainty);
    let (whole, span) = match &portion.whole {
        Whole::Spot(whole) => {
            certainty = weaker(certainty, whole.at.certainty);
            (quantity(reading, whole, whole.kind).filter(|_| single(whole)), whole.at.span)
        }
        Whole::Duration(index) => {
            let Some(duration) = reading.facts.durations.get(*index) else { return };
            let figure = duration.figure.clone();
            let value = Quantity::number(figure.value);
            (Some(AnyQuantity { at: duration.at, figure, value, unit: UnitKind::Count }), duration.at.span)
        }
    };
    let kind = if portion.part.kind == SpotKind::Number { SpotKind::Count } else { portion.part.kind };
    let part = match portion.part.kind {
        SpotKind::Number => quantity(reading, &portion.part, kind),
        _ => quantity(reading, &portion.part, portion.part.kind),
    };
    let (Some(mut part), Some(mut whole)) = (part, whole) else { return };
    share_fineness(&mut [&mut part, &mut whole]);
    // Of "51 of 340 rooms" the part is "51".
    if part.at.span.contains(span) {
        part.at.span = part.figure.span;
    }
    let at = reading.at(portion.part.at.span.to(span).to(share.at.span), certainty);
    let next = reading.facts.quantities.len() as u32;
    reading.facts.quantities.extend([part, whole]);
    let percent = (share.kind == SpotKind::Percent).then_some(share.index);
    let ratio = (share.kind == SpotKind::Ratio).then_some(share.index);
    reading.facts.shares.push(Share { at, part: next, whole: next + 1, percent, ratio });
}

/// The words of a gap that say no more than whose share it is: "about half think that it can be done (48%)".
pub(super) fn is_plain(text: &Text<'_>, gap: Range<usize>) -> bool {
    gap.clone().all(|at| {
        let word = text.lower(at);
        match text.kind(at) {
            TokenKind::Word => !breaks_clause(word) && !matches!(word, "than" | "or" | "compared" | "from"),
            TokenKind::Possessive => true,
            TokenKind::Number => false,
            TokenKind::Mark => matches!(word, "-" | "‑" | "." | "’" | "'") && at + 1 != gap.end,
        }
    })
}
