//! Listings: "three suspects: Ann Lee, Bo Chan and Cy Diaz", "four early states – Iowa, Nevada and Ohio –".

mod afar;
mod apposed;
mod items;
pub(in super::super) mod people;
mod words;

use super::super::triggers::Trigger;
use super::parts::{is_dash, past_mark};
use super::{Reading, Spot, SpotKind, Spots};
use crate::article::Part;
use crate::facts::exact::Exact;
use crate::facts::model::{Item, Listing};
use crate::facts::names::{Certainty, Hedge};
use crate::text::lexicon::{self, Classes};
use crate::text::{Text, TokenKind};
pub(super) use afar::is_people;
use afar::{is_of_kind, opening_afar, parted, phrases, placed, titled};
use items::{agree, end, is_capitalised, is_doing, is_land, is_name, items, mixes, qualities};
use std::ops::Range;
use words::{CHOICES, KINDS, LISTED, SHARED};

/// The most things that anybody announces before a list.
const MOST: i128 = 20;

/// How many words may stand between the number and the mark.
const GAP: usize = 6;

pub(super) fn read(reading: &mut Reading<'_>, spots: &Spots) {
    for (index, spot) in spots.all.iter().enumerate() {
        if spot.kind == SpotKind::Count && spot.is_firm() {
            listing(reading, spots, index, spot);
        }
        if spot.kind == SpotKind::Number && spot.is_firm() {
            top(reading, spots, index, spot);
        }
    }
}

/// "The trio of Ann Lee, Bo Chan and Cy Diaz": words for so many people together.
pub(super) fn together(reading: &mut Reading<'_>) {
    let mut from = 0;
    while let Some(at) = reading.next(from, reading.text.tokens.len(), Trigger::TOGETHER) {
        from = at + 1;
        if let Some((number, names)) = people::together(reading.text, at) {
            let count = people::count_of(reading, at, number);
            push(reading, &count, &names);
        }
    }
}

fn listing(reading: &mut Reading<'_>, spots: &Spots, index: usize, announced: &Spot) {
    let text = reading.text;
    let Some(count) = reading.facts.counts.get(announced.index as usize) else { return };
    let small = count.figure.written.is_some_and(|n| n.is_whole() && n >= Exact::whole(2) && n <= Exact::whole(MOST));
    // "at least four states – Iowa, Ohio and Utah –" names one too few.
    let counted = matches!(count.figure.hedge, Hedge::Exactly | Hedge::AtLeast);
    if !small || !counted || spots.is_drawn_from(reading, index) {
        return;
    }
    let Some(sentence) = text.sentences.get(announced.at.sentence as usize) else { return };
    // "all but four of the 20 towns – Oster, …" has a figure inside.
    let next = spots.from(text, announced.end);
    // "six states that hold a third of the boats — Iowa, …"
    let lands = matches!(&*count.noun.key, "state" | "country" | "nation");
    let next = next.filter(|next| !(lands && matches!(next.kind, SpotKind::Ratio | SpotKind::Percent)));
    let until = next.map_or(usize::MAX, |spot| spot.first).min(sentence.tokens.end);
    if SHARED.contains(&&*count.noun.key) {
        if let Some(items) = apposed::one_by_one(reading, spots, announced, until) {
            push(reading, announced, &items);
        }
        return;
    }
    let told = LISTED.contains(&&*count.noun.key).then(|| copula(text, announced.end, until)).flatten();
    let all_named = told.is_none() && is_the(text, announced.first);
    let told_by_name = all_named.then(|| naming(text, announced.end, until)).flatten();
    let people = || is_people(&count.noun.key);
    let named = |items: &Vec<Range<usize>>| items.iter().all(|item| is_name(text, item.clone()));
    let drawn = is_drawn(text, announced.first);
    let chosen = CHOICES.contains(&&*count.noun.key);
    let read = |open: usize| {
        let from = past_mark(text, open);
        let plain = end(text, open, from, sentence.tokens.end).and_then(|end| items(text, from..end, chosen));
        if people() {
            return plain.or_else(|| titled(text, open, from, sentence.tokens.end));
        }
        let list = from..end(text, open, from, sentence.tokens.end)?;
        let told = plain.or_else(|| phrases(text, list.clone(), chosen));
        told.or_else(|| KINDS.contains(&&*count.noun.key).then(|| qualities(text, list, chosen)).flatten())
    };
    let items = match (opening(text, announced.end, until), told) {
        (Some(open), _) if text.word(open) == ":" && open + 1 == sentence.tokens.end => bulleted(text, sentence.block),
        (Some(open), _) => parted(text, open, sentence.tokens.end).filter(|_| !drawn).or_else(|| read(open)),
        (None, _) if !drawn && let Some(open) = opening_afar(text, announced.end, until) => {
            read(open).filter(|items| is_of_kind(text, &count.noun.key, announced.end..open, items))
        }
        (None, _) if text.word(announced.end) == "(" => {
            let from = announced.end + 1;
            let end = (from..sentence.tokens.end).find(|&at| matches!(text.word(at), ")" | ";" | ":" | "("));
            end.filter(|&end| text.word(end) == ")")
                .and_then(|end| items(text, from..end, false))
                // "four boats (ferries, tugs and barges)" are told by their kinds.
                .filter(|items| named(items) || items.len() > 2 && items.iter().all(|item| is_single(text, item)))
        }
        (None, _) if text.word(announced.end) == "," && is_the(text, announced.first) && people() => {
            let from = announced.end + 1;
            end(text, announced.end, from, sentence.tokens.end)
                .and_then(|end| items(text, from..end, false))
                .filter(|items| named(items))
        }
        (None, Some(from)) => end(text, from - 1, from, sentence.tokens.end)
            .and_then(|end| items(text, from..end, false))
            .filter(|items| items.iter().all(|item| is_name(text, item.clone()) || is_noun(text, item.end - 1))),
        (None, None) => told_by_name.and_then(|from| {
            end(text, from - 1, from, sentence.tokens.end)
                .and_then(|end| items(text, from..end, false))
                .filter(|items| items.len() > 2 && named(items))
                // "The four men are Poles, Danes and Finns"; but "The three members are Peru, Chile and Kenya."
                .filter(|items| !people() || items.iter().all(|item| item.len() > 1 || is_land(text, item)))
        }),
    };
    let aged = || people().then(|| people::aged(text, announced.end, sentence.tokens.end)).flatten();
    let all = is_the(text, announced.first) && count.figure.hedge == Hedge::Exactly;
    let items = items
        .or_else(|| people::kin(text, count, announced.end, sentence.tokens.end))
        .or_else(|| apposed::subjects(text, count, announced.end..until, all))
        .or_else(|| apposed::ahead(text, count, announced, sentence.tokens.start))
        .or_else(|| (!drawn).then(|| placed(text, announced.end, until, sentence.tokens.end)).flatten())
        .or_else(|| {
            (people() && !drawn).then(|| apposed::people(text, count, announced, sentence.tokens.end)).flatten()
        })
        .filter(|items| agree(text, count, items))
        .or_else(aged)
        .or_else(|| apposed::one_by_one(reading, spots, announced, until));
    let Some(items) = items else { return };
    push(reading, announced, &items);
}

/// Words before a number that counts nothing nameable, whose names follow.
const LEADS: &[&str] = &["top", "final", "last", "other", "remaining", "original", "surviving", "big", "just", "only"];

/// "The top five are Leeds, York and Hull": a number that counts nothing nameable.
fn top(reading: &mut Reading<'_>, spots: &Spots, index: usize, announced: &Spot) {
    let text = reading.text;
    let lead = announced.first.checked_sub(1).map_or("", |before| text.lower(before));
    // "three of those – Ann Lee and Bo Chan –"
    let of = text.lower(announced.end) == "of" && matches!(text.lower(announced.end + 1), "those" | "them" | "these");
    // "has narrowed it down to four: Oster, …"
    let down = lead == "to" && announced.first.checked_sub(2).is_some_and(|before| text.lower(before) == "down");
    if !LEADS.contains(&lead) && !of && !down {
        return;
    }
    let past = announced.end + if of { 2 } else { 0 };
    let Some(number) = reading.facts.numbers.get(announced.index as usize) else { return };
    let small = number.figure.written.is_some_and(|n| n.is_whole() && n >= Exact::whole(2) && n <= Exact::whole(MOST));
    let Some(sentence) = text.sentences.get(announced.at.sentence as usize) else { return };
    let next = spots.get(index + 1).map_or(usize::MAX, |spot| spot.first);
    let top = lead == "top";
    let few = of || matches!(lead, "just" | "only" | "other" | "remaining");
    let from = opening(text, past, next.min(sentence.tokens.end))
        .filter(|&open| top || open == past)
        .map(|open| past_mark(text, open))
        .or_else(|| (top && matches!(text.lower(announced.end), "are" | "were")).then_some(announced.end + 1));
    let Some(from) = from.filter(|_| small && number.figure.hedge == Hedge::Exactly) else { return };
    let items = end(text, from - 1, from, sentence.tokens.end)
        .and_then(|end| items(text, from..end, false).or_else(|| unjoined(text, from..end)));
    let twice = |items: &[Range<usize>]| number.figure.written == Some(Exact::whole(items.len() as i128 / 2));
    let Some(items) = items.filter(|items| {
        let named = items.iter().all(|item| is_name(text, item.clone()));
        items.len() > usize::from(!few) + 1 && named && !mixes(text, items) && !twice(items)
    }) else {
        return;
    };
    if let Some(count) = super::breakdown::unnamed(reading, announced) {
        push(reading, &count, &items);
    }
}

/// The names of a list without "and": "The top five: Leeds, York, Hull, Selby".
fn unjoined(text: &Text<'_>, list: Range<usize>) -> Option<Vec<Range<usize>>> {
    let mut items = Vec::new();
    let mut from = list.start;
    for at in list.start..=list.end {
        if at == list.end || text.word(at) == "," {
            items.push(from..at);
            from = at + 1;
        }
    }
    items.iter().all(|item| is_name(text, item.clone())).then_some(items)
}

/// Notes what was announced and what is listed.
fn push(reading: &mut Reading<'_>, announced: &Spot, items: &[Range<usize>]) {
    let text = reading.text;
    let complete = items.len() >= 2;
    let first = reading.facts.items.len() as u32;
    for item in items {
        let at = reading.at(text.span(item.start, item.end - 1), Certainty::Likely);
        reading.facts.items.push(Item { at, noun: None });
    }
    let indices = (first..first + items.len() as u32).collect();
    let Some(last) = items.last().map(|item| item.end) else { return };
    let at = reading.at(text.span(announced.first, last - 1), Certainty::Likely);
    reading.facts.listings.push(Listing { at, announced: announced.index, items: indices, complete });
}

/// Whether some of a number are meant: "four of the five states", "4 of 12 photos".
fn is_drawn(text: &Text<'_>, first: usize) -> bool {
    let back = |n: usize| first.checked_sub(n).map_or("", |at| text.lower(at));
    back(1) == "of" || matches!(back(1), "the" | "these" | "those" | "his" | "her" | "its" | "their") && back(2) == "of"
}

/// "The two men, Ann Lee and Bo Chan,": a number of which all are meant.
fn is_the(text: &Text<'_>, first: usize) -> bool {
    first.checked_sub(1).is_some_and(|before| {
        matches!(text.lower(before), "the" | "his" | "her" | "their" | "its")
            || text.kind(before) == TokenKind::Possessive
        // "the past three winners"
        || matches!(text.lower(before), "past" | "last" | "first" | "next" | "other" | "top" | "final" | "original")
            && before.checked_sub(1).is_some_and(|the| text.lower(the) == "the")
    })
}

/// The first word after "are", "would be": "Her three priorities are schools, …".
fn copula(text: &Text<'_>, from: usize, end: usize) -> Option<usize> {
    let end = end.min(from + GAP + 1);
    let at = (from..end).find(|&at| matches!(text.lower(at), "are" | "were" | "be"))?;
    let modal = text.lower(at) == "be";
    let verb = at - usize::from(modal);
    let would = !modal || matches!(text.lower(verb), "would" | "will");
    let plain = verb == from || matches!(text.lower(from), "for" | "in" | "on" | "at" | "this");
    let others = (from..verb).any(|at| lexicon::is_plural(text.lower(at)) || text.kind(at) != TokenKind::Word);
    (would && plain && !others).then_some(at + 1)
}

/// The first name after "are", "were named as": "The five boroughs affected are Oster, …".
fn naming(text: &Text<'_>, from: usize, end: usize) -> Option<usize> {
    let end = end.min(from + GAP + 1);
    let verb = (from..end).find(|&at| matches!(text.lower(at), "are" | "were"))?;
    // "The two boats in the harbours are …" may speak of the harbours.
    let plain = (from..verb).all(|at| text.kind(at) == TokenKind::Word && !lexicon::is_plural(text.lower(at)));
    let named = matches!(text.lower(verb + 1), "named" | "identified" | "listed" | "called");
    let past = verb + 1 + usize::from(named) + usize::from(named && text.lower(verb + 2) == "as");
    let the = usize::from(text.lower(past) == "the");
    (plain && verb < from + GAP && is_capitalised(text, past + the)).then_some(past)
}

/// Whether an item is one thing and no kind of things.
fn is_single(text: &Text<'_>, item: &Range<usize>) -> bool {
    !lexicon::is_plural(text.lower(item.end - 1)) && !is_capitalised(text, item.start)
}

/// Whether a word is a noun before all else: "policing" is, "clear" is not.
fn is_noun(text: &Text<'_>, at: usize) -> bool {
    let lower = text.lower(at);
    lexicon::usual_class(lower).has(Classes::NOUN)
        || is_doing(lower)
        || lower.ends_with("ing") && lexicon::classes(lower).has(Classes::NOUN)
}

/// How many blocks may stand between two entries of one list.
const BETWEEN: usize = 4;

/// The entries of a list in the markup right after a block; none where they are numbered, or other entries follow
/// further on.
fn bulleted(text: &Text<'_>, block: usize) -> Option<Vec<Range<usize>>> {
    let after = text.article.blocks.get(block + 1..)?;
    let list = after.iter().take_while(|block| block.part == Part::List);
    // The entries of a list inside an entry are not counted with those around it.
    let level = list.clone().next()?.entry;
    let entries = list.clone().filter(|block| block.entry.is_some() && block.entry == level);
    let items: Vec<Range<usize>> = entries
        .clone()
        .map(|entry| text.token_from(entry.span.start)..text.token_from(entry.span.end.saturating_sub(1)) + 1)
        .collect();
    let more = after.iter().skip(list.count()).take(BETWEEN).any(|block| block.part == Part::List);
    let numbered = entries.into_iter().any(|entry| entry.number.is_some());
    (items.len() >= 2 && !more && !numbered).then_some(items)
}

/// The colon or dash that a list follows: at once, or after "for the coming year".
fn opening(text: &Text<'_>, from: usize, end: usize) -> Option<usize> {
    let opens = |at: usize| text.word(at) == ":" || is_dash(text, at);
    if opens(from) {
        return Some(from);
    }
    if text.word(from) == "," && text.lower(from + 1) == "namely" {
        return Some(from + 1);
    }
    let open = (from..end.min(from + GAP + 1)).find(|&at| text.kind(at) == TokenKind::Mark)?;
    let head = text.lower(open - 1);
    // "two deals with states of the union: Iowa, …" lists the states.
    let lists = (from..open).any(|at| lexicon::is_plural(text.lower(at)))
        || !lexicon::classes(head).has(Classes::NOUN)
        || is_group(head);
    let place = matches!(text.lower(from), "for" | "in" | "on" | "at" | "of" | "this" | "with" | "under");
    (opens(open) && (place && !lists || names(text, from..open))).then_some(open)
}

/// "were named", "have been charged with murder": what was done to all who are listed.
fn names(text: &Text<'_>, words: Range<usize>) -> bool {
    let mut at = words.start;
    while matches!(text.lower(at), "were" | "are" | "have" | "had" | "been" | "now" | "later" | "since" | "also") {
        at += 1;
    }
    let named = matches!(
        text.lower(at),
        "named"
            | "charged"
            | "arrested"
            | "identified"
            | "nominated"
            | "shortlisted"
            | "elected"
            | "chosen"
            | "selected"
    );
    at > words.start && named && at + 1 == words.end
}

/// Nouns for several together, which a list after them may spell out.
fn is_group(lower: &str) -> bool {
    ["group", "team", "trio", "pair", "family", "committee", "list", "panel", "order", "class", "squad", "band", "area"]
        .contains(&lower)
}
