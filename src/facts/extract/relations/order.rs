//! Lists told beside an order or a number of them: "her third title after wins in 2015 and 2018", "4, 7 and 9
//! respectively".

use super::{Reading, SpotKind, Spots};
use crate::facts::model::{History, Respective};
use crate::facts::names::Certainty;
use crate::source::Span;
use crate::text::lexicon::{self, Classes};
use crate::text::{Case, Text, TokenKind};
use std::ops::Range;

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
        let Some(tokens) = spots
            .get(sentence.start)
            .and_then(|spot| text.sentences.get(spot.at.sentence as usize))
            .map(|sentence| sentence.tokens.clone())
        else {
            continue;
        };
        let Some(past) = tokens.clone().find(|&at| text.lower(at) == "respectively") else { continue };
        let Some(end) = sentence.clone().rev().find(|&at| spots.get(at).is_some_and(|spot| spot.end <= past)) else {
            continue;
        };
        let Some(last) = spots.get(end).filter(|last| reaches(text, last.end..past)) else { continue };
        let mut first = end;
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
        let figures = end + 1 - first;
        let Some(lead) = spots.get(first).filter(|_| figures >= 2) else { continue };
        // Figures before these may belong to the same list, or say of how many things they are told.
        let alone = first == sentence.start && last.end + usize::from(text.word(last.end) == ",") == past;
        let opening = if alone { names(text, tokens.start) } else { None };
        let opening = opening.filter(|(_, span)| leads(text, *span, lead.first));
        let told =
            opening.or_else(|| (first == sentence.start).then(|| subject(text, tokens.start..lead.first)).flatten());
        let Some((names, names_span)) = told else { continue };
        let figures_span = lead.at.span.to(last.at.span);
        let at = reading.at(names_span.to(text.span(past, past)), Certainty::Likely);
        reading.facts.respectives.push(Respective { at, names, figures: figures as u32, names_span, figures_span });
    }
}

/// Whether "respectively" may be said of the figures that end where the gap begins: "15% of the votes, respectively".
fn reaches(text: &Text<'_>, gap: Range<usize>) -> bool {
    let comma = gap.end.saturating_sub(1);
    gap.len() <= 6
        && gap.clone().all(|at| {
            text.kind(at) == TokenKind::Word && text.lower(at) != "and" || at == comma && text.word(at) == ","
        })
}

/// The one list of names in the words before the figures, as the subject of the verb that leads to them: "…, while Oster
/// and Marren have set aside".
fn subject(text: &Text<'_>, words: Range<usize>) -> Option<(u32, Span)> {
    let mut found = None;
    let mut ands = 0;
    for at in words.clone() {
        ands += usize::from(text.lower(at) == "and");
        let capital = |at: usize| text.token(at).is_some_and(|token| token.case != Case::Lower);
        let begins = capital(at) && text.kind(at) == TokenKind::Word && (at == words.start || !capital(at - 1));
        if begins && found.is_none() {
            found = names(text, at);
        }
    }
    let (number, span) = found?;
    (ands == 1 && leads(text, span, words.end)).then_some((number, span))
}

/// Whether the words from a list of names to the figures hold a verb of theirs and nothing else that the figures may be
/// of: "Lee and Chan said that the ports took …", "beat their rivals by …".
fn leads(text: &Text<'_>, names: Span, figures: usize) -> bool {
    let mut verb = text.token_from(names.end);
    if text.word(verb) == "," {
        verb += 3;
    }
    let plain = |at: usize| {
        text.kind(at) == TokenKind::Word
            && !matches!(text.lower(at), "that" | "who" | "which" | "where" | "when" | "and" | "or")
            && (at == verb || !lexicon::is_plural(text.lower(at)))
    };
    (verb..figures).len() <= 12 && (verb..figures).all(plain) && !super::super::verbs::is_saying(text, verb)
}

/// The names that a sentence begins with, "Ann Lee, Bo Chan and Cy Diaz", before its verb.
fn names(text: &Text<'_>, start: usize) -> Option<(u32, Span)> {
    let name =
        |at: usize| text.token(at).is_some_and(|token| token.kind == TokenKind::Word && token.case != Case::Lower);
    // "In Iowa, Lee and Chan won": the place is none of them.
    if lexicon::usual_class(text.lower(start)).has_any(Classes::PREPOSITION.or(Classes::CONJUNCTION)) {
        return None;
    }
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
    // "Lee and Chan, however, scored"
    let aside =
        text.word(at) == "," && text.word(at + 2) == "," && lexicon::classes(text.lower(at + 1)).has(Classes::ADVERB);
    let told = if aside { at + 3 } else { at };
    let verb = lexicon::classes(text.lower(told)).has_any(Classes::VERB.or(Classes::AUXILIARY));
    (verb && number >= 2).then(|| (number, text.span(start, at - 1)))
}
