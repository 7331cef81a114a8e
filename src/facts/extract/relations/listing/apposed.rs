//! Lists that stand beside their number: "two states, Iowa and Ohio, have agreed", "three cases – one of theft and
//! another of fraud –".

use super::super::parts::{is_dash, past_mark};
use super::super::{Reading, Spot, SpotKind, Spots};
use super::afar::titled_until;
use super::items::{is_capitalised, is_land, is_name, items};
use crate::facts::exact::Exact;
use crate::facts::model::Count;
use crate::facts::names::Hedge;
use crate::text::lexicon::{self, Classes, VerbForms};
use crate::text::{Text, TokenKind};
use std::ops::Range;

/// How many words may stand between a number and the comma before its names.
const GAP: usize = 5;

/// How far the comma may be that ends the names.
const LONGEST: usize = 40;

/// The names between two commas before a verb: "Two states, Iowa and Ohio, have agreed"; or, where all are meant, up to
/// another clause or the end: "the state's two ports, Oster and Marren, which …".
///
/// What stands beside a name would look like another ("Ann Lee, mayor of Oster, and Bo Chan"), so that only too few
/// are told.
pub(super) fn subjects(text: &Text<'_>, count: &Count, gap: Range<usize>, all: bool) -> Option<Vec<Range<usize>>> {
    let figure = &count.figure;
    let Range { start: from, end: until } = gap;
    let open = (from..until.min(from + GAP + 1)).find(|&at| text.kind(at) != TokenKind::Word)?;
    let place = open == from || lexicon::usual_class(text.lower(from)).has(Classes::PREPOSITION);
    let others = (from..open).any(|at| lexicon::is_plural(text.lower(at)));
    if text.word(open) != "," || !place || others || figure.hedge != Hedge::Exactly {
        return None;
    }
    let last = (open + 1..until.min(open + LONGEST)).find(|&at| text.lower(at) == "and")?;
    // "Ann P. Lee"
    let initial = |at: usize| text.word(at) == "." && text.word(at - 1).len() == 1;
    let ends = |at: usize| {
        matches!(text.word(at), "," | "." | ";") && !text.glued(at + 1) && !initial(at) || is_dash(text, at)
    };
    let close = (last + 1..until.min(last + 8)).find(|&at| ends(at))?;
    let comma = text.word(close) == ",";
    let verb = close + 1 + usize::from(matches!(text.lower(close + 1), "also" | "both" | "all" | "each"));
    let lower = text.lower(verb);
    let told = lexicon::usual_class(lower).has(Classes::AUXILIARY) || lexicon::verb_form(lower).has(VerbForms::PAST);
    let which = matches!(lower, "which" | "who" | "whose" | "where");
    let closed = if comma { told || all && which } else { all && open == from };
    let items = items(text, open + 1..close, false).filter(|_| closed)?;
    let few = figure.written.is_some_and(|all| Exact::whole(items.len() as i128) <= all);
    let lands = is_of_lands(&count.noun.key) && items.iter().all(|item| is_land(text, item));
    ((few || lands) && items.iter().all(|item| is_name(text, item.clone()))).then_some(items)
}

/// Whether a noun counts what has the name of a country or a state.
fn is_of_lands(noun: &str) -> bool {
    let head = noun.rsplit(' ').next().unwrap_or(noun);
    matches!(head, "country" | "nation" | "state")
}

/// The most tokens of the names before "the only two".
const BEHIND: usize = 40;

/// "Peru, Chile and Kenya, the only two countries that …": countries or states before their number.
pub(super) fn ahead(text: &Text<'_>, count: &Count, announced: &Spot, start: usize) -> Option<Vec<Range<usize>>> {
    let only = announced.first.checked_sub(1).filter(|&only| text.lower(only) == "only")?;
    let comma = only.checked_sub(2).filter(|&comma| text.word(comma) == "," && text.lower(comma + 1) == "the")?;
    let named = |at: usize| {
        let lower = text.lower(at);
        matches!(lower, "," | "and" | "the" | "of") || is_capitalised(text, at)
    };
    let floor = start.max(comma.saturating_sub(BEHIND));
    let mut from = comma;
    while from > floor && named(from - 1) {
        from -= 1;
    }
    // "In Peru, Chile and Kenya"
    from += usize::from(from == start && lexicon::usual_class(text.lower(from)).has(Classes::PREPOSITION));
    let items = items(text, from..comma, false).filter(|_| is_of_lands(&count.noun.key))?;
    items.iter().all(|item| is_land(text, item)).then_some(items)
}

/// Words after which a number of people may be one of several that are told: "invited three officers, Ann Lee and Bo Chan".
#[rustfmt::skip] // Words, a dozen a line.
const SEVERAL: &[&str] = &[
    "include", "includes", "included", "including", "comprise", "comprises", "comprised", "comprising", "plus",
    "invited", "joined", "alongside", "like", "as",
];

/// How far before a number such a word is looked for.
const BEFORE: usize = 8;

/// "A quarrel between two officers, Ann Lee and Bo Chan.": people whose full names follow, to the end of the sentence or
/// before a verb; only too few are told.
pub(super) fn people(text: &Text<'_>, count: &Count, announced: &Spot, sentence: usize) -> Option<Vec<Range<usize>>> {
    let Spot { first, end: open, .. } = *announced;
    // "three officers wounded, Ann Lee and Bo Chan"
    let told = open + usize::from(lexicon::verb_form(text.lower(open)).has(VerbForms::PARTICIPLE));
    let open = if text.word(told) == "," { told } else { open };
    // "the mayor, two aides, Ann Lee and Bo Chan" are five.
    let listed = |at: usize| matches!(text.lower(at), "," | "and" | "or");
    if text.word(open) != "," || count.figure.hedge != Hedge::Exactly || first.checked_sub(1).is_some_and(listed) {
        return None;
    }
    let start = text.sentences.get(announced.at.sentence as usize)?.tokens.start.max(first.saturating_sub(BEFORE));
    if (start..first).any(|at| SEVERAL.contains(&text.lower(at))) {
        return None;
    }
    let and = (open + 1..sentence.min(open + LONGEST)).find(|&at| text.lower(at) == "and")?;
    let stops = |at: usize| text.word(at) == "," && !text.glued(at + 1) || text.word(at) == "." && at + 1 == sentence;
    let close = (and + 1..sentence.min(and + 10)).find(|&at| stops(at))?;
    let lower = text.lower(close + 1);
    let told = lexicon::usual_class(lower).has(Classes::AUXILIARY) || lexicon::verb_form(lower).has(VerbForms::PAST);
    let items = titled_until(text, open + 1..close).filter(|_| text.word(close) == "." || told)?;
    // "three officers, Ann Lee, and Bo Chan" are five.
    let series = items.len() == 2 && text.word(and - 1) == ",";
    let few = count.figure.written.is_some_and(|all| Exact::whole(items.len() as i128) <= all);
    (few && !series).then_some(items)
}

/// What "one" does who is anybody.
const MODALS: &[&str] = &["can", "could", "must", "may", "might", "should", "shall", "will", "would", "cannot"];

/// Words that begin one more of a number.
fn is_next(text: &Text<'_>, at: usize) -> bool {
    match text.lower(at) {
        "one" | "another" => true,
        // "and the other rules"
        "the" => {
            matches!(text.lower(at + 1), "other" | "second" | "third" | "fourth" | "last")
                && !lexicon::is_plural(text.lower(at + 2))
        }
        "a" => matches!(text.lower(at + 1), "second" | "third" | "fourth" | "fifth"),
        _ => false,
    }
}

/// What is told one by one: "three cases – one of theft and another of fraud –", "four sons, one in Oster and the other
/// in Marren".
pub(super) fn one_by_one(
    reading: &Reading<'_>,
    spots: &Spots,
    announced: &Spot,
    until: usize,
) -> Option<Vec<Range<usize>>> {
    let text = reading.text;
    let sentence = text.sentences.get(announced.at.sentence as usize)?.tokens.end;
    let open = (announced.end..until.min(announced.end + GAP + 1)).find(|&at| text.kind(at) != TokenKind::Word)?;
    let comma = text.word(open) == ",";
    let others = (announced.end..open).any(|at| lexicon::is_plural(text.lower(at)));
    let first = past_mark(text, open);
    let dash = is_dash(text, open);
    // "one can walk" is anybody.
    if MODALS.contains(&text.lower(first + 1)) {
        return None;
    }
    if !(comma || dash || text.word(open) == ":") || others || text.lower(first) != "one" {
        return None;
    }
    let mut items: Vec<Range<usize>> = Vec::new();
    let (mut start, mut at, mut joined) = (first, first, false);
    let close = loop {
        let word = text.lower(at);
        if at >= sentence || matches!(word, "." | "!") && at + 1 == sentence || dash && is_dash(text, at) {
            break at;
        }
        if matches!(word, ";" | ":" | "(" | "?" | "“" | "\"") || is_dash(text, at) {
            return None;
        }
        if matches!(word, "," | "and") {
            let and = usize::from(word == "," && text.lower(at + 1) == "and");
            let next = at + 1 + and;
            let many = spots.from(text, next).is_some_and(|spot| spot.first == next && spot.kind == SpotKind::Count);
            let more = matches!(text.lower(next), "others" | "some" | "several" | "more" | "two" | "three" | "many");
            if many || more || text.lower(next + 1) == "others" {
                return None;
            }
            if is_next(text, next) {
                items.push(start..at);
                (start, at, joined) = (next, next, word == "and" || and == 1);
            }
        }
        at += 1;
    };
    items.push(start..close);
    let last = text.lower(start) == "the" && text.lower(start + 1) == "other";
    // "one of them" is one of more.
    let drawn = items.iter().any(|item| {
        let of = item.start + if text.lower(item.start) == "one" { 1 } else { 2 };
        item.len() < 2
            || text.lower(of) == "of" && matches!(text.lower(of + 1), "them" | "these" | "which" | "whom" | "those")
    });
    let known = is_broken_down(reading, announced);
    let told = items.len() > 1 && !drawn && !known && (last && items.len() == 2 || joined && !comma);
    told.then_some(items)
}

/// Whether the parts of a number are read already.
fn is_broken_down(reading: &Reading<'_>, whole: &Spot) -> bool {
    let all = &reading.facts.breakdowns;
    let from = all.partition_point(|breakdown| breakdown.at.span.start < whole.at.span.start);
    let here = all.iter().skip(from).take_while(|breakdown| breakdown.at.span.start == whole.at.span.start);
    here.take(4).any(|breakdown| breakdown.whole == whole.index)
}
