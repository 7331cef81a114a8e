//! What a sum of money holds: "a budget of £9m, including £4m for roads and £3m for parks", and what is left of one: "Of the
//! £9m, £4m went to roads, while the remaining £5m went to parks".

use super::total::{fits_some, push, push_partial};
use super::{Reading, Spot, SpotKind, Spots, figure};
use crate::text::{Text, TokenKind};
use std::ops::Range;

/// How far behind a sum "including" may stand, in tokens.
const REACH: usize = 12;

/// The most tokens that are said of one part.
const LONGEST: usize = 24;

/// What may be less than what is counted into it: a gain and a loss make a small profit.
const NET: &[&str] = &[
    "profit", "profits", "loss", "losses", "net", "surplus", "deficit", "earnings", "balance", "gain", "income",
    "return",
];

pub(super) fn read(reading: &mut Reading<'_>, spots: &Spots) {
    let mut before: Vec<Spot> = Vec::new();
    for sentence in spots.by_sentence() {
        let sums: Vec<Spot> =
            sentence.filter_map(|at| spots.get(at)).filter(|spot| spot.kind == SpotKind::Money).copied().collect();
        if let [whole] = before.as_slice() {
            broken_down(reading, whole, &sums);
            of_which(reading, whole, &sums);
        }
        before.clone_from(&sums);
        // One sum and two parts at least.
        if sums.len() < 3 || !sums.iter().all(|sum| is_single(reading, sum)) {
            continue;
        }
        rest(reading, &sums);
        split(reading, &sums);
        met_by(reading, &sums);
        for (at, whole) in sums.iter().enumerate() {
            including(reading, whole, sums.get(at + 1..).unwrap_or_default());
        }
    }
}

/// "It holds £9m for firms. That breaks down to £4m for yards and £5m for docks": all parts of the only sum before.
fn broken_down(reading: &mut Reading<'_>, whole: &Spot, parts: &[Spot]) {
    let text = reading.text;
    let ([first, .., last], true) = (parts, parts.iter().chain([whole]).all(|sum| is_single(reading, sum))) else {
        return;
    };
    let next = whole.at.block == first.at.block && whole.at.sentence + 1 == first.at.sentence;
    let start = text.sentences.get(first.at.sentence as usize).map_or(first.first, |sentence| sentence.tokens.start);
    let lead: Vec<&str> = (start..first.first).map(|at| text.lower(at)).collect();
    let told = matches!(
        lead.as_slice(),
        ["that" | "this" | "it", "breaks" | "broke", "down", "to" | "into" | "as"]
            | ["that" | "this" | "it", "is" | "was", "split" | "divided", "into" | "between"]
            | ["that" | "this" | "it", "comprises" | "comprised"]
            | ["that" | "this" | "it", "is" | "was", "made", "up", "of"]
    );
    let joined = parts.windows(2).all(|pair| {
        let [one, other] = pair else { return false };
        goes_on(text, one.end..other.first)
    });
    let open = (first.first..last.end + LONGEST)
        .take_while(|&at| text.word(at) != ".")
        .any(|at| matches!(text.lower(at), "including" | "more" | "plus" | "others" | "rest" | "among"));
    if next && told && joined && !open && !fits_some(reading, parts, whole) {
        push(reading, whole, parts);
    }
}

/// "It spent £210,000 on lobbying. Of that, £365,000 went on letters": parts that are no more than the only sum before.
fn of_which(reading: &mut Reading<'_>, whole: &Spot, sums: &[Spot]) {
    let text = reading.text;
    let Some(first) = sums.first() else { return };
    let next = whole.at.block == first.at.block && whole.at.sentence + 1 == first.at.sentence;
    let start = text.sentences.get(first.at.sentence as usize).map_or(first.first, |sentence| sentence.tokens.start);
    let lead: Vec<&str> = (start..first.first).map(|at| text.lower(at)).collect();
    let told = matches!(
        lead.as_slice(),
        ["of", "that", ","] | ["of", "that" | "this", "total" | "sum" | "amount" | "money" | "figure", ","]
    );
    let joined = sums.windows(2).all(|pair| {
        let [one, other] = pair else { return false };
        goes_on(text, one.end..other.first)
    });
    let mut words = text.sentences.get(whole.at.sentence as usize).map_or(0..0, |sentence| sentence.tokens.clone());
    let near = words.any(|at| NET.contains(&text.lower(at)));
    let all = sums.iter().chain([whole]).all(|sum| is_single(reading, sum));
    let nested = sums.iter().any(|part| {
        text.lower(part.end) == "of" && matches!(text.lower(part.end + 1), "it" | "that" | "which" | "them" | "those")
            || matches!(text.lower(part.end), "each" | "apiece" | "a" | "per" | "more" | "to")
    });
    if next && told && joined && all && !near && !nested {
        push_partial(reading, whole, sums);
    }
}

/// "It could cost £366m — £193m would be met by London, while the town would give £173m": who gives what of a sum.
fn met_by(reading: &mut Reading<'_>, sums: &[Spot]) {
    let text = reading.text;
    let [whole, one, other] = sums else { return };
    let told = |at: usize| {
        matches!(
            text.lower(at),
            "covered" | "met" | "paid" | "provided" | "contribute" | "give" | "provide" | "pay" | "funded"
        )
    };
    let dash = matches!(text.word(whole.end), "—" | "–" | "--" | ":") && whole.end + 1 == one.first;
    let gap = one.end..other.first;
    let joined = gap.clone().any(|at| matches!(text.lower(at), "while" | "and")) && gap.len() <= LONGEST;
    let open = gap.clone().any(|at| matches!(text.lower(at), "of" | "including" | "each" | "than" | "up" | ";" | ":"));
    if dash && joined && !open && gap.into_iter().any(told) {
        push_partial(reading, whole, &[*one, *other]);
    }
}

/// "£26m, split between £15m in cash and £11m in shares": all parts of a sum, and no other sum of the sentence.
fn split(reading: &mut Reading<'_>, sums: &[Spot]) {
    let text = reading.text;
    let [whole, parts @ ..] = sums else { return };
    let (Some(first), Some(last)) = (parts.first(), parts.last()) else { return };
    let gap = whole.end..first.first;
    let lead = first.first.checked_sub(1).filter(|&at| {
        let parted = |word: &str| matches!(word, "split" | "divided");
        match text.lower(at) {
            "between" | "into" => parted(text.lower(at.wrapping_sub(1))),
            "of" => matches!(text.lower(at - 1), "consisting" | "consists" | "comprised"),
            "comprising" | "comprises" => true,
            _ => false,
        }
    });
    let joined = parts.windows(2).all(|pair| {
        let [one, other] = pair else { return false };
        goes_on(text, one.end..other.first)
    });
    let and = parts.len() == 2 || (first.end..last.first).any(|at| text.lower(at) == "and");
    let open = (gap.start..last.end + LONGEST).take_while(|&at| text.word(at) != ".").any(|at| {
        matches!(text.lower(at), "including" | "more" | "plus" | "others" | "rest" | "among" | "each" | "than")
    });
    let near = gap.len() <= REACH && lead.is_some();
    if near && joined && and && !open && !fits_some(reading, parts, whole) {
        push(reading, whole, parts);
    }
}

fn is_single(reading: &Reading<'_>, spot: &Spot) -> bool {
    let per = reading.facts.moneys.get(spot.index as usize).is_none_or(|money| money.per.is_some());
    spot.is_firm() && !per && figure(reading, spot).is_some_and(|figure| figure.written.is_some())
}

/// "Of the £9m, £4m went to roads and the remaining £5m to parks": all sums of a sentence that begins with the whole.
fn rest(reading: &mut Reading<'_>, sums: &[Spot]) {
    let text = reading.text;
    let [whole, parts @ ..] = sums else { return };
    let start = text.sentences.get(whole.at.sentence as usize).map_or(whole.first, |sentence| sentence.tokens.start);
    let lead: Vec<&str> = (start..whole.first).map(|at| text.lower(at)).collect();
    let leads = matches!(
        lead.as_slice(),
        ["of", "the" | "its" | "that" | "their"] | ["of", "the" | "its" | "their", "total" | "full"] | ["of"]
    );
    let Some(last) = parts.last() else { return };
    let back = |n: usize| last.first.checked_sub(n).map_or("", |at| text.lower(at));
    let left = matches!(back(1), "remaining" | "other") && back(2) == "the";
    let open =
        (whole.end..last.first).any(|at| matches!(text.lower(at), "including" | "than" | "each" | "apiece" | ";"));
    if leads && left && !open && parts.len() >= 2 && !fits_some(reading, parts, whole) {
        push(reading, whole, parts);
    }
}

/// "£11m, including £6m for tests, £2m for a lab and £3m for nets": parts that are no more than the whole.
fn including(reading: &mut Reading<'_>, whole: &Spot, after: &[Spot]) {
    let text = reading.text;
    let Some(first) = after.first() else { return };
    let limit = first.first.min(whole.end + REACH);
    let lead = (whole.end..limit).find(|&at| match text.lower(at) {
        "including" | "includes" | "included" | "include" => true,
        "which" => super::are(text, at - 1..at + 1, &["of", "which"]) && text.word(at.wrapping_sub(2)) == ",",
        "with" => text.word(at - 1) == "," && at + 1 == first.first && is_given(text, first.end),
        _ => false,
    });
    let Some(lead) = lead else { return };
    let filled =
        (lead + 1..first.first).all(|at| matches!(text.lower(at), "a" | "an" | "the" | "another" | "at" | "least"));
    let plain = (whole.end..lead).all(|at| {
        let lower = text.lower(at);
        !matches!(lower, "and" | "or" | ";" | ":" | "than" | "from") && text.kind(at) != TokenKind::Number
    });
    let start = text.sentences.get(whole.at.sentence as usize).map_or(whole.first, |sentence| sentence.tokens.start);
    let mut near = (whole.first.saturating_sub(8).max(start)..lead).map(|at| text.lower(at));
    let net = near.any(|word| NET.contains(&word));
    // "checks, including £5,000 from Lee": the sum before is of one of them.
    if !filled || !plain || net {
        return;
    }
    let mut parts = vec![*first];
    for part in after.iter().skip(1) {
        let Some(last) = parts.last() else { return };
        if !goes_on(text, last.end..part.first) {
            break;
        }
        parts.push(*part);
    }
    // What is told of a part itself: "£6m for tests, £2m of it for mice".
    let nested = parts.iter().any(|part| {
        text.lower(part.end) == "of" && matches!(text.lower(part.end + 1), "it" | "that" | "which" | "them" | "those")
            || matches!(text.lower(part.end), "each" | "apiece" | "a" | "per" | "more" | "to")
    });
    if parts.len() >= 2 && !nested {
        push_partial(reading, whole, &parts);
    }
}

/// "with £260m coming from the state": where a part is from.
fn is_given(text: &Text<'_>, at: usize) -> bool {
    let from = matches!(text.lower(at), "coming" | "drawn" | "raised") && text.lower(at + 1) == "from";
    from || matches!(text.lower(at), "provided" | "paid" | "met" | "given") && text.lower(at + 1) == "by"
}

/// Whether a part is told right after another: ", £2m for a lab", "and another £3m".
fn goes_on(text: &Text<'_>, gap: Range<usize>) -> bool {
    let Some(mut end) = gap.end.checked_sub(1) else { return false };
    while end > gap.start
        && matches!(
            text.lower(end),
            "a" | "an" | "another" | "about" | "roughly" | "nearly" | "the" | "some" | "further"
        )
    {
        end -= 1;
    }
    let joins = matches!(text.lower(end), "," | "and");
    let inner = gap.start..end;
    let plain = inner.clone().all(|at| {
        let of_it = text.lower(at) == "of" && at == inner.start;
        let breaks = matches!(
            text.lower(at),
            ";" | ":" | "(" | ")" | "than" | "including" | "which" | "while" | "but" | "—" | "–"
        );
        !of_it && !breaks
    });
    joins && plain && gap.len() <= LONGEST
}
