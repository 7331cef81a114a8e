//! Lists told beside an order or a number of them: "her third title after wins in 2015 and 2018", "4, 7 and 9
//! respectively".

use super::{Reading, SpotKind, Spots};
use crate::facts::model::{History, Respective};
use crate::facts::names::Certainty;
use crate::source::Span;
use crate::text::lexicon::{self, Classes};
use crate::text::{Case, Text, TokenKind};

/// What is won or done again and again.
const AGAIN: &[&str] = &[
    "title",
    "win",
    "cup",
    "gold",
    "medal",
    "victory",
    "crown",
    "championship",
    "final",
    "trophy",
    "triumph",
    "success",
    "defeat",
    "nomination",
    "award",
    "term",
    "album",
    "visit",
    "tour",
    "appearance",
    "games",
    "olympics",
    "one",
];

/// Places in an order, with the years of those before.
pub(super) fn histories(reading: &mut Reading<'_>) {
    let text = reading.text;
    let found: Vec<History> =
        (0..reading.facts.ordinals.len() as u32).filter_map(|at| history(reading, text, at)).collect();
    reading.facts.histories.extend(found);
}

fn history(reading: &Reading<'_>, text: &Text<'_>, index: u32) -> Option<History> {
    let ordinal = reading.facts.ordinals.get(index as usize)?;
    let from = text.token_from(ordinal.at.span.start) + 1;
    if ordinal.at.certainty == Certainty::Weak {
        return None;
    }
    let after = (from..from + 6).find(|&at| matches!(text.lower(at), "after" | "following"))?;
    let noun = after - 1 - usize::from(text.word(after - 1) == ",");
    let plain = (from..=noun).all(|at| {
        text.kind(at) == TokenKind::Word
            && !matches!(text.lower(at), "in" | "straight" | "consecutive" | "successive" | "of" | "place" | "since")
    });
    if noun < from || !plain || !AGAIN.contains(&&*lexicon::singular(text.lower(noun))) {
        return None;
    }
    let mut at = after + 1;
    while matches!(
        text.lower(at),
        "his"
            | "her"
            | "their"
            | "its"
            | "the"
            | "those"
            | "wins"
            | "titles"
            | "victories"
            | "successes"
            | "triumphs"
            | "winning"
            | "lifting"
            | "taking"
            | "it"
            | "previous"
            | "earlier"
    ) {
        at += 1;
    }
    if text.lower(at) != "in" {
        return None;
    }
    let (years, end) = years(text, at + 1)?;
    let span = text.span(at + 1, end - 1);
    let at = reading.at(ordinal.at.span.to(span), ordinal.at.certainty);
    Some(History { at, ordinal: index, earlier: years, list: span })
}

/// "2015, 2018 and 2021": how many years, and one past the last; two at least.
fn years(text: &Text<'_>, from: usize) -> Option<(u32, usize)> {
    let year = |at: usize| {
        let word = text.word(at);
        text.kind(at) == TokenKind::Number && word.len() == 4 && matches!(word.get(..2), Some("18" | "19" | "20"))
    };
    let mut at = from;
    let mut number = 0;
    loop {
        if !year(at) {
            return None;
        }
        number += 1;
        at += 1;
        match (text.lower(at), text.lower(at + 1)) {
            (",", "and") if year(at + 2) => at += 2,
            ("," | "and", _) if year(at + 1) => at += 1,
            ("." | "," | ";" | ")" | "", _) => break,
            _ => return None,
        }
    }
    (number >= 2).then_some((number, at))
}

/// "A, B and C scored 4, 7 and 9 respectively."
pub(super) fn respective(reading: &mut Reading<'_>, spots: &Spots) {
    let text = reading.text;
    for sentence in spots.by_sentence() {
        let Some(last) = spots.get(sentence.end - 1) else { continue };
        let past = last.end + usize::from(text.word(last.end) == ",");
        if text.lower(past) != "respectively" {
            continue;
        }
        let mut first = sentence.end - 1;
        while let (Some(one), Some(next)) =
            (first.checked_sub(1).filter(|&at| at >= sentence.start).and_then(|at| spots.get(at)), spots.get(first))
        {
            if one.end > next.first
                || one.kind == SpotKind::Count && next.kind == SpotKind::Number
                || !super::breakdown::joins(text, one.end..next.first)
            {
                break;
            }
            first -= 1;
        }
        let figures = sentence.end - first;
        // Figures before these may belong to the same list.
        if first != sentence.start || figures < 2 {
            continue;
        }
        let Some(start) = text.sentences.get(last.at.sentence as usize).map(|sentence| sentence.tokens.start) else {
            continue;
        };
        let Some((names, names_span)) = names(text, start) else { continue };
        let Some(lead) = spots.get(first) else { continue };
        let figures_span = lead.at.span.to(last.at.span);
        let at = reading.at(names_span.to(text.span(past, past)), Certainty::Likely);
        reading.facts.respectives.push(Respective { at, names, figures: figures as u32, names_span, figures_span });
    }
}

/// The names that a sentence begins with, "Ann Lee, Bo Chan and Cy Diaz", before its verb.
fn names(text: &Text<'_>, start: usize) -> Option<(u32, Span)> {
    let name =
        |at: usize| text.token(at).is_some_and(|token| token.kind == TokenKind::Word && token.case != Case::Lower);
    let mut at = start;
    let mut number = 0;
    let mut joined = false;
    loop {
        let from = at;
        while name(at) {
            at += 1;
        }
        if at == from || at - from > 4 {
            return None;
        }
        number += 1;
        if joined {
            break;
        }
        match (text.lower(at), text.lower(at + 1)) {
            (",", "and") => (at, joined) = (at + 2, true),
            ("and", _) => (at, joined) = (at + 1, true),
            (",", _) => at += 1,
            _ => return None,
        }
    }
    let verb = lexicon::classes(text.lower(at)).has_any(Classes::VERB.or(Classes::AUXILIARY));
    (verb && number >= 2).then(|| (number, text.span(start, at - 1)))
}
