//! Parts in brackets after their names: "The 19 men came from Norland (15), Marren (2) and Hale (2)".

use super::breakdown::push_as;
use super::others::may_slip;
use super::parts::of_whole;
use super::{Reading, Spot, SpotKind, Spots, figure};
use crate::facts::exact::Exact;
use crate::facts::names::Hedge;
use crate::text::{Case, Text, TokenKind};

/// How many tokens may stand between the whole and the first name.
const GAP: usize = 8;

/// The most tokens of a name with its "the".
const NAME: usize = 6;

/// The fewest parts: two names with a number each may be anything.
const FEWEST: usize = 3;

pub(super) fn read(reading: &mut Reading<'_>, spots: &Spots) {
    for sentence in spots.by_sentence() {
        let Some(whole) = spots.get(sentence.start).copied() else { continue };
        if whole.kind == SpotKind::Count && whole.is_firm() {
            parts(reading, &whole);
        }
    }
}

fn parts(reading: &mut Reading<'_>, whole: &Spot) {
    let text = reading.text;
    let Some(exact) = figure(reading, whole).filter(|figure| figure.hedge == Hedge::Exactly) else { return };
    let Some(all) = exact.written else { return };
    let end = text.sentences.get(whole.at.sentence as usize).map_or(whole.end, |sentence| sentence.tokens.end);
    // Ages and ranks stand in brackets too; a number of each place does after these.
    let opens = |at: usize| matches!(text.lower(at), "from" | "in" | "at");
    let Some(lead) = (whole.end..end.min(whole.end + GAP)).find(|&at| opens(at)) else { return };
    let mut found: Vec<(usize, i128)> = Vec::new();
    let (mut at, mut joined) = (lead + 1, false);
    loop {
        let Some(open) = (at + 1..end.min(at + 1 + NAME)).find(|&at| text.word(at) == "(") else { return };
        let number = (text.word(open + 2) == ")").then(|| text.word(open + 1).parse().ok()).flatten();
        let Some(number) = number.filter(|_| is_place(text, at, open)) else { return };
        found.push((open + 1, number));
        let next = open + 3;
        let comma = usize::from(text.word(next) == ",");
        let and = usize::from(text.lower(next + comma) == "and");
        if joined || comma + and == 0 {
            break;
        }
        joined = and == 1;
        at = next + comma + and;
    }
    let sum = found.iter().try_fold(0_i128, |sum, (_, number)| sum.checked_add(*number));
    let near = sum.is_some_and(|sum| may_slip(Exact::whole(sum), all));
    if !joined || found.len() < FEWEST || !near {
        return;
    }
    let parts: Vec<Spot> = found.iter().filter_map(|&(at, number)| of_whole(reading, at, number, whole)).collect();
    if parts.len() == found.len() {
        push_as(reading, whole, &parts, true, false);
    }
}

/// Whether the tokens are a name: "the United States".
fn is_place(text: &Text<'_>, first: usize, end: usize) -> bool {
    (first..end).all(|at| {
        let capital = text.token(at).is_some_and(|token| token.case != Case::Lower);
        let the = at == first && text.lower(at) == "the" || at > first && text.lower(at) == "of";
        text.kind(at) == TokenKind::Word && (capital || the) || text.word(at) == "."
    })
}
