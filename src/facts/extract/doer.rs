//! Doers: who or what does an event, and where.

use super::clause::{Clause, Parser, Phrase};
use super::tags::Tag;
use crate::text::abbreviations::is_date_word;
use crate::text::{Text, lexicon};

/// The doer of a passive verb: "by the malware".
pub(super) fn passive_agent(text: &Text<'_>, parser: &Parser, clause: &Clause) -> Option<Phrase> {
    let by = (clause.main + 1..clause.end.min(clause.main + 8)).find(|&at| text.lower(at) == "by")?;
    phrase_after(parser, by, clause.end)
}

/// What a death or an injury comes from: "died in the crash".
pub(super) fn cause(text: &Text<'_>, parser: &Parser, clause: &Clause) -> Option<Phrase> {
    let place = (clause.main + 1..clause.end.min(clause.main + 6))
        .find(|&at| matches!(text.lower(at), "in" | "during" | "when" | "after" | "from"))?;
    let phrase = phrase_after(parser, place, clause.end)?;
    let head = lexicon::singular(text.lower(phrase.head));
    is_calamity(&head).then_some(phrase)
}

fn is_calamity(head: &str) -> bool {
    matches!(
        head,
        "attack"
            | "blast"
            | "explosion"
            | "crash"
            | "fire"
            | "blaze"
            | "quake"
            | "earthquake"
            | "flood"
            | "flooding"
            | "storm"
            | "hurricane"
            | "typhoon"
            | "cyclone"
            | "tornado"
            | "tsunami"
            | "shooting"
            | "bombing"
            | "collision"
            | "accident"
            | "landslide"
            | "avalanche"
            | "massacre"
            | "war"
            | "outbreak"
            | "pandemic"
            | "epidemic"
            | "raid"
            | "airstrike"
            | "strike"
            | "stampede"
            | "collapse"
            | "crush"
            | "wreck"
            | "derailment"
            | "riot"
            | "clash"
            | "violence"
            | "siege"
            | "wildfire"
            | "bushfire"
            | "heatwave"
            | "sinking"
            | "disaster"
            | "protest"
            | "ambush"
    )
}

/// The noun phrase that follows a preposition at once.
fn phrase_after(parser: &Parser, preposition: usize, end: usize) -> Option<Phrase> {
    let first = preposition + 1;
    let mut head = None;
    let mut at = first;
    while at < end {
        match parser.tag(at) {
            Tag::Noun | Tag::Name => head = Some(at),
            Tag::Determiner | Tag::Adjective | Tag::Possessive => {}
            _ => break,
        }
        at += 1;
    }
    head.map(|head| Phrase { first, head, end: at, governed: true })
}

/// Whether a doer can be told from others: no pronoun, no figure, no word of time.
pub(super) fn is_nameable(text: &Text<'_>, parser: &Parser, phrase: &Phrase) -> bool {
    let noun = match parser.tag(phrase.head) {
        Tag::Noun | Tag::Name => true,
        Tag::Adjective => lexicon::classes(text.lower(phrase.head)).has(lexicon::Classes::NOUN),
        _ => false,
    };
    noun && !(phrase.first..=phrase.head).any(|at| matches!(parser.tag(at), Tag::Number | Tag::Pronoun))
        && !matches!(
            text.lower(phrase.first),
            "his"
                | "her"
                | "their"
                | "my"
                | "our"
                | "your"
                | "no"
                | "any"
                | "every"
                | "each"
                | "some"
                | "such"
                | "most"
        )
        && !matches!(
            text.lower(phrase.head),
            "people" | "others" | "person" | "man" | "woman" | "men" | "women" | "thing" | "things"
        )
}

/// The words between determiner and head, lower case.
pub(super) fn modifiers(text: &Text<'_>, parser: &Parser, phrase: &Phrase) -> Box<str> {
    let mut first = phrase.first;
    while first < phrase.head && parser.tag(first) == Tag::Determiner {
        first += 1;
    }
    if first >= phrase.head { Box::default() } else { text.lowered(text.span(first, phrase.head - 1)).into() }
}

/// The name after "in" or the like that follows the verb, or stands before it ("In Marren the quake killed …"); empty
/// where there is none.
pub(super) fn place(text: &Text<'_>, parser: &Parser, clause: &Clause) -> Box<str> {
    let places = |at: &usize| {
        parser.tag(*at) == Tag::Preposition
            && matches!(text.lower(*at), "in" | "at" | "near" | "for" | "across" | "from" | "to" | "against")
    };
    for at in (clause.main + 1..clause.end).chain(clause.start..clause.group).filter(places) {
        let first = at + 1;
        let mut end = first;
        while end < clause.end && parser.tag(end) == Tag::Name {
            end += 1;
        }
        if end > first && !is_date_word(text.lower(first)) {
            return text.lowered(text.span(first, end - 1)).into();
        }
    }
    Box::default()
}
