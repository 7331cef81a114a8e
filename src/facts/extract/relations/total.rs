//! Sums that are said: "40 boats and 30 ferries, for a total of 70", "£4m on roads and £1m on parks, £5m in all".

use super::breakdown::{as_counts, joins, push_as};
use super::change::quantity;
use super::rounding::share_fineness;
use super::{Reading, Spot, SpotKind, Spots, counted, figure, weaker};
use crate::facts::interval::Interval;
use crate::facts::model::Total;
use crate::facts::names::Certainty;
use crate::text::lexicon::{self, VerbForms};
use crate::text::{Text, TokenKind};
use std::ops::Range;

/// How many tokens may lie between two parts, and between the last part and the total.
const GAP: usize = 18;

/// The most parts whose subsets are looked at.
const MOST: usize = 8;

/// Words after a total that holds more than the parts: "a total of 12 goals this season".
const CUMULATIVE: &[&str] = &[
    "season", "year", "years", "so", "since", "career", "date", "decade", "month", "months", "week", "weeks",
    "history", "campaign", "overall", "now", "far", "already", "days", "seasons", "life",
];

/// A total, and the parts told before it.
pub(super) fn read(reading: &mut Reading<'_>, spots: &Spots) {
    for sentence in spots.by_sentence() {
        for index in sentence.clone().skip(2) {
            let Some(total) = spots.get(index).filter(|spot| spot.is_firm()).copied() else { continue };
            if family(total.kind).is_some() && is_total(reading.text, &total) {
                add_up(reading, spots, sentence.start..index, &total);
            }
        }
    }
}

/// What figures are added up with: a number may count what a count counts.
fn family(kind: SpotKind) -> Option<SpotKind> {
    match kind {
        SpotKind::Count | SpotKind::Number => Some(SpotKind::Count),
        SpotKind::Money | SpotKind::Measure => Some(kind),
        SpotKind::Percent | SpotKind::Points | SpotKind::Ratio => None,
    }
}

/// Whether the words before a figure, or those after it, say that it is the sum.
fn is_total(text: &Text<'_>, total: &Spot) -> bool {
    let back = |n: usize| total.first.checked_sub(n).map_or("", |at| text.lower(at));
    let apart = |word: &str| matches!(word, "," | "for" | "making" | "giving" | "with" | "—" | "–");
    let leads = if back(1) == "of" && back(2) == "total" {
        let article = 3 + usize::from(matches!(back(3), "grand" | "combined" | "overall"));
        matches!(back(article), "a" | "an") && apart(back(article + 1))
    } else {
        matches!(back(1), "totaling" | "totalling") && back(2) == ","
            || adds_up(text, total.first)
            || is_joint(text, total.first)
    };
    let all = text.lower(total.end) == "in" && matches!(text.lower(total.end + 1), "all" | "total")
        || text.lower(total.end) == "altogether";
    let grows = (total.end..total.end + 7)
        .take_while(|&at| text.kind(at) == TokenKind::Word)
        .any(|at| CUMULATIVE.contains(&text.lower(at)));
    // "$5.5m including his car", "£7m after tax": more than the parts.
    let holds_more = matches!(text.lower(total.end), "including" | "after" | "before" | "with" | "plus" | "counting");
    (leads || all && (apart(back(1)) || back(1) == "or" && back(2) == ",")) && !grows && !holds_more
}

/// ", a combined £6m", ", which adds up to £6m", ", adding up to £6m", ", amounting to £6m", ", together worth £6m".
fn adds_up(text: &Text<'_>, first: usize) -> bool {
    let back = |n: usize| first.checked_sub(n).map_or("", |at| text.lower(at));
    let which = |n: usize| matches!(back(n), "which" | "that") && back(n + 1) == "," || back(n) == ",";
    match (back(1), back(2)) {
        ("combined", "a") | ("worth" | "costing", "together") => back(3) == ",",
        ("to", "up") => matches!(back(3), "adds" | "adding" | "added") && which(4),
        ("to", "amounting" | "amounts" | "comes" | "came") => which(3),
        ("makes" | "made", _) => matches!(back(2), "which" | "that") && back(3) == ",",
        // "The two contracts, worth £2m and £3m, total £5m."
        ("total" | "totals" | "totalled" | "totaled", ",") => true,
        // "40 ferries and 30 tugs make up the fleet of 70 boats".
        ("of", _) => (3..=5).any(|n| back(n) == "up" && matches!(back(n + 1), "make" | "makes" | "made")),
        _ => false,
    }
}

/// How far before a total its first half may be told, in tokens.
const HALVES: usize = 30;

/// ", for a combined loss of £6m"; ", for a full-year loss of £6m" after both halves of the year.
fn is_joint(text: &Text<'_>, first: usize) -> bool {
    let back = |n: usize| first.checked_sub(n).map_or("", |at| text.lower(at));
    let named = matches!(back(2), "loss" | "profit" | "deficit" | "cost" | "bill" | "value" | "sum" | "haul" | "gain");
    let Some(article) = (4..8).find(|&n| matches!(back(n), "a" | "an")).filter(|_| back(1) == "of" && named) else {
        return false;
    };
    let kinds = || (3..article).map(back);
    let joint = kinds().any(|word| matches!(word, "combined" | "joint" | "overall"));
    let yearly = kinds().any(|word| matches!(word, "full-year" | "annual" | "yearly" | "year"));
    let halves = || {
        let words: Vec<&str> = (first.saturating_sub(HALVES)..first).map(|at| text.lower(at)).collect();
        words.windows(2).any(|pair| pair == ["first", "half"]) && words.contains(&"second")
    };
    matches!(back(article + 1), "for" | "making" | "giving" | ",") && (joint || yearly && halves())
}

fn add_up(reading: &mut Reading<'_>, spots: &Spots, before: Range<usize>, total: &Spot) {
    let text = reading.text;
    let mut parts: Vec<Spot> = Vec::new();
    let mut strict = true;
    for spot in before.rev().filter_map(|at| spots.get(at)).filter(|spot| family(spot.kind) == family(total.kind)) {
        let next = parts.last().unwrap_or(total);
        if is_where(reading, spot) {
            continue;
        }
        if !spot.is_firm() || spot.end > next.first || spot.end + GAP < next.first || is_repeated(reading, spot) {
            return;
        }
        let gap = spot.end..next.first;
        let told_of_all = |at: usize| parts.is_empty() && text.lower(at) == "which" && adds_up(text, total.first);
        if gap.clone().any(|at| is_break(text.lower(at)) && !told_of_all(at)) {
            return;
        }
        if !parts.is_empty() && !joins(text, gap.clone()) {
            strict = false;
            if !follows(text, gap, next) {
                return;
            }
        }
        parts.push(*spot);
    }
    parts.reverse();
    if is_open(text, &parts, total) {
        return;
    }
    if parts.len() < 2 || parts.len() > MOST || fits_some(reading, &parts, total) {
        return;
    }
    match total.kind {
        SpotKind::Count | SpotKind::Number => {
            if !strict && !are_alike(reading, &parts, total) || !super::parts::counts_them(reading, total, &parts) {
                return;
            }
            let Some(counted) = parts.iter().find(|part| part.kind == SpotKind::Count).copied() else { return };
            if total.kind == SpotKind::Number && scores(reading, &parts) {
                return;
            }
            parts.push(*total);
            let counts = as_counts(reading, &parts, &counted);
            if let Some([parts @ .., whole]) = counts.as_deref() {
                push_as(reading, whole, parts, true, false);
            }
        }
        SpotKind::Money | SpotKind::Measure | SpotKind::Percent | SpotKind::Points | SpotKind::Ratio => {
            push(reading, total, &parts);
        }
    }
}

/// "400 votes from one town and 300 from the other": where a part is from, and no part.
fn is_where(reading: &Reading<'_>, spot: &Spot) -> bool {
    let text = reading.text;
    let one = text.lower(spot.first) == "one" && spot.end > spot.first + 1 && spot.kind == SpotKind::Count;
    one && spot.first.checked_sub(1).is_some_and(|at| matches!(text.lower(at), "from" | "in" | "at" | "by" | "for"))
}

/// Whether something without a figure is told among the parts: "£200 for the gate, £85 for the lock and more for
/// labour, a total of £415".
fn is_open(text: &Text<'_>, parts: &[Spot], total: &Spot) -> bool {
    let [.., before, last] = parts else { return false };
    let joins = |at: usize| matches!(text.lower(at), "and" | "plus" | "or");
    let joined = (before.end..last.first).any(joins);
    (last.end..total.first)
        .any(|at| joins(at) && (!joined || matches!(text.lower(at + 1), "more" | "some" | "the" | "others")))
}

/// Adds a total of amounts, where all are of one currency or dimension.
pub(super) fn push(reading: &mut Reading<'_>, whole: &Spot, parts: &[Spot]) {
    note(reading, whole, parts, false);
}

/// Adds a total of which the amounts are some.
pub(super) fn push_partial(reading: &mut Reading<'_>, whole: &Spot, parts: &[Spot]) {
    note(reading, whole, parts, true);
}

fn note(reading: &mut Reading<'_>, whole: &Spot, parts: &[Spot], partial: bool) {
    let Some(mut total) = quantity(reading, whole, whole.kind) else { return };
    let amounts: Option<Vec<_>> = parts.iter().map(|part| quantity(reading, part, part.kind)).collect();
    let alike = |amounts: &Vec<_>| {
        amounts.iter().all(|amount: &crate::facts::model::AnyQuantity| amount.value.measured == total.value.measured)
    };
    let Some(mut amounts) = amounts.filter(alike) else { return };
    let mut figures: Vec<_> = amounts.iter_mut().chain([&mut total]).collect();
    share_fineness(&mut figures);
    let certainty = parts.iter().fold(whole.at.certainty, |certainty, part| weaker(certainty, part.at.certainty));
    let (Some(first), Some(last)) = (parts.first(), parts.last()) else { return };
    if certainty == Certainty::Weak {
        return;
    }
    let span = if whole.first < first.first { whole.at.span.to(last.at.span) } else { first.at.span.to(whole.at.span) };
    let at = reading.at(span, certainty);
    let next = reading.facts.quantities.len() as u32;
    let parts = (next + 1..next + 1 + amounts.len() as u32).collect();
    reading.facts.quantities.push(total);
    reading.facts.quantities.extend(amounts);
    reading.facts.totals.push(Total { at, whole: next, parts, partial });
}

/// Words that parts of one sum are not told across.
fn is_break(lower: &str) -> bool {
    matches!(
        lower,
        ";" | ":"
            | "("
            | ")"
            | "including"
            | "than"
            | "while"
            | "but"
            | "which"
            | "between"
            | "each"
            | "every"
            | "per"
            | "apiece"
    )
}

/// "£2m a year", "£2m each": told more than once.
fn is_repeated(reading: &Reading<'_>, spot: &Spot) -> bool {
    let text = reading.text;
    let per = match spot.kind {
        SpotKind::Money => reading.facts.moneys.get(spot.index as usize).is_some_and(|money| money.per.is_some()),
        SpotKind::Count => reading.facts.counts.get(spot.index as usize).is_some_and(|count| count.per.is_some()),
        SpotKind::Number | SpotKind::Measure | SpotKind::Percent | SpotKind::Points | SpotKind::Ratio => false,
    };
    per || matches!(text.lower(spot.end), "each" | "apiece" | "per" | "every" | "times")
}

/// Whether the words before a part say that it goes on from the one before: ", and", "and raised", "58 more".
fn follows(text: &Text<'_>, gap: Range<usize>, next: &Spot) -> bool {
    let separates = |at: usize| matches!(text.lower(at), "," | "and" | "plus" | "another" | "further" | "additional");
    let last = gap.end.saturating_sub(1);
    let verb = lexicon::verb_form(text.lower(last)).has(VerbForms::PAST) && gap.len() > 1 && separates(last - 1);
    !gap.is_empty() && (separates(last) || verb) || text.lower(next.end) == "more"
}

/// Whether the parts are what a side scores, whose total is told in points: "four goals and six points for a total
/// of 30".
fn scores(reading: &Reading<'_>, parts: &[Spot]) -> bool {
    let counted = parts.iter().filter(|part| part.kind == SpotKind::Count);
    counted.filter_map(|part| reading.facts.counts.get(part.index as usize)).any(|count| {
        let head = count.noun.key.rsplit([' ', '-']).next().unwrap_or("");
        matches!(
            head,
            "goal"
                | "point"
                | "pointer"
                | "try"
                | "conversion"
                | "penalty"
                | "behind"
                | "touchdown"
                | "basket"
                | "six"
                | "four"
                | "run"
                | "throw"
                | "hit"
                | "ace"
                | "birdie"
                | "pin"
        )
    })
}

/// Whether all count the same things.
fn are_alike(reading: &Reading<'_>, parts: &[Spot], total: &Spot) -> bool {
    let noun = |spot: &Spot| counted(reading, spot);
    let first = parts.first().and_then(noun);
    first.is_some() && parts.iter().chain([total]).filter_map(noun).all(|key| Some(key) == first)
}

/// Whether some of the parts alone come to the total, so that the others may be parts of those.
pub(super) fn fits_some(reading: &Reading<'_>, parts: &[Spot], total: &Spot) -> bool {
    let value = |spot: &Spot| figure(reading, spot).map(|figure| figure.value);
    let Some(whole) = value(total) else { return true };
    let values: Option<Vec<Interval>> = parts.iter().map(value).collect();
    let Some(values) = values else { return true };
    let all = (1_u32 << values.len().min(MOST)) - 1;
    (1..all).any(|set| {
        let mut chosen = values.iter().enumerate().filter(|(nth, _)| set & (1 << nth) != 0).map(|(_, value)| *value);
        let first = chosen.next();
        first.is_some_and(|first| chosen.fold(first, Interval::plus).meets(whole))
    })
}
