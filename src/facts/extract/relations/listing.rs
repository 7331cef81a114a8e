//! Listings: "three suspects: Ann Lee, Bo Chan and Cy Diaz".

use super::{Reading, Spot, SpotKind, Spots};
use crate::facts::exact::Exact;
use crate::facts::model::{Item, Listing};
use crate::facts::names::{Certainty, Hedge};
use crate::text::{Case, Text, TokenKind};
use std::ops::Range;

/// The most things that anybody announces before a colon.
const MOST: i128 = 20;

/// Words that leave a list open, or that make its commas mean something else.
const OPEN: &[&str] = &["including", "such", "like", "other", "others", "more", "etc", "so", "e.g.", "especially"];

pub(super) fn read(reading: &mut Reading<'_>, spots: &Spots) {
    for spot in &spots.all {
        if spot.kind == SpotKind::Count && spot.is_firm() {
            listing(reading, spot);
        }
    }
}

fn listing(reading: &mut Reading<'_>, announced: &Spot) {
    let text = reading.text;
    let Some(count) = reading.facts.counts.get(announced.index as usize) else { return };
    let small = count.figure.written.is_some_and(|n| n.is_whole() && n >= Exact::whole(2) && n <= Exact::whole(MOST));
    if !small || count.figure.hedge != Hedge::Exactly || text.lower(announced.end) != ":" {
        return;
    }
    let Some(sentence) = text.sentences.get(announced.at.sentence as usize) else { return };
    let from = announced.end + 1;
    let mut end = sentence.tokens.end;
    if !matches!(text.lower(end.wrapping_sub(1)), "." | "!") || end <= from + 1 {
        return;
    }
    end -= 1;
    let Some(items) = items(text, from..end) else { return };
    let complete = items.len() >= 2;
    let first = reading.facts.items.len() as u32;
    for item in &items {
        let at = reading.at(text.span(item.start, item.end - 1), Certainty::Likely);
        reading.facts.items.push(Item { at, noun: None });
    }
    let indices = (first..first + items.len() as u32).collect();
    let at = reading.at(text.span(announced.first, end - 1), Certainty::Likely);
    reading.facts.listings.push(Listing { at, announced: announced.index, items: indices, complete });
}

/// The things of a closed list; `None` where commas or "and" could mean something else.
///
/// Only names are certain: in "written communication and reasoning" one thing may hold an "and".
fn items(text: &Text<'_>, list: Range<usize>) -> Option<Vec<Range<usize>>> {
    let mut items: Vec<Range<usize>> = Vec::new();
    let mut from = list.start;
    let mut joined = false;
    let mut at = list.start;
    while at <= list.end {
        let word = if at == list.end { "" } else { text.lower(at) };
        if OPEN.contains(&word) {
            return None;
        }
        let separator = at == list.end || word == "," || word == "and";
        if separator {
            if joined && word == "and" {
                return None;
            }
            joined |= word == "and";
            if from < at {
                items.push(from..at);
            } else if at < list.end && word != "and" {
                return None;
            }
            from = at + 1;
        }
        at += 1;
    }
    let last_joined = joined && items.len() >= 2;
    (last_joined && items.iter().all(|item| is_name(text, item.clone()))).then_some(items)
}

/// Whether an item is a name and nothing else: "South Korea", "Ann Lee".
fn is_name(text: &Text<'_>, item: Range<usize>) -> bool {
    let length = item.len();
    (1..=4).contains(&length)
        && item.clone().enumerate().all(|(nth, at)| match text.kind(at) {
            TokenKind::Word => {
                let case = text.token(at).map_or(Case::Lower, |token| token.case);
                case != Case::Lower
                    || nth > 0
                        && nth + 1 < length
                        && matches!(text.lower(at), "of" | "de" | "van" | "von" | "al" | "the")
                    || nth == 0 && length > 1 && text.lower(at) == "the"
            }
            TokenKind::Mark => nth > 0 && matches!(text.lower(at), "." | "-"),
            TokenKind::Number | TokenKind::Possessive => false,
        })
}
