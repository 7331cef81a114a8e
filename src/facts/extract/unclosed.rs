//! Quotation marks that nothing closes, with the words inside that say whose the quotation is: the
//! closing mark belongs before them.

use super::Reading;
use super::attribution::is_verb_of_saying;
use crate::facts::model::Unclosed;
use crate::facts::names::Certainty;
use crate::source::Span;
use crate::text::{Case, Text, TokenKind};
use std::ops::Range;

/// How many tokens a speaker may take before or after the verb.
const SPEAKER: usize = 8;

/// How far into the quotation the words may stand, in tokens.
const REACH: usize = 120;

/// Adds a quotation that is open from the mark `first` to the end of its block.
pub(super) fn add(reading: &mut Reading<'_>, first: usize, end: usize) {
    let text = reading.text;
    let attribution = attribution(text, first + 1..end.min(first + REACH));
    let mut at = reading.at(text.span(first, first), Certainty::Sure);
    at.quoted = false;
    reading.facts.unclosed.push(Unclosed { at, attribution });
}

/// ", said Ann Lee", ", he said.": the words from after the comma on.
fn attribution(text: &Text<'_>, inside: Range<usize>) -> Option<Span> {
    let mut at = inside.start;
    while at < inside.end {
        if matches!(text.word(at), "," | "?" | "!") && at > inside.start + 1 {
            if is_verb_of_saying(text, at + 1) && begins_speaker(text, at + 2) {
                return Some(text.span(at + 1, at + 2));
            }
            if let Some(verb) = after_speaker(text, at + 1, inside.end) {
                return Some(text.span(at + 1, verb));
            }
        }
        // Another mark inside: what is open is not this quotation alone.
        if matches!(text.word(at), "“" | "\"" | "”") {
            return None;
        }
        at += 1;
    }
    None
}

/// A name, a pronoun or "the mayor".
fn begins_speaker(text: &Text<'_>, at: usize) -> bool {
    let named = text.token(at).is_some_and(|token| token.case != Case::Lower) && text.kind(at) == TokenKind::Word;
    named || matches!(text.lower(at), "the" | "a" | "an" | "he" | "she")
}

/// The verb of "he said." or "Mr. Lee said," that begins at `at` and ends a clause there.
fn after_speaker(text: &Text<'_>, at: usize, end: usize) -> Option<usize> {
    let pronoun = matches!(text.lower(at), "he" | "she");
    let name = |at: usize| text.token(at).is_some_and(|token| token.case != Case::Lower);
    let mut verb = at + 1;
    if !pronoun {
        if !name(at) || text.kind(at) != TokenKind::Word || text.lower(at) == "i" {
            return None;
        }
        while verb < end.min(at + SPEAKER)
            && (name(verb) && text.kind(verb) == TokenKind::Word || text.word(verb) == ".")
        {
            verb += 1;
        }
    }
    let said = is_verb_of_saying(text, verb);
    let over = matches!(text.word(verb + 1), "." | ",")
        || matches!(text.lower(verb + 1), "in" | "on" | "at" | "during" | "after" | "by" | "when" | "to" | "");
    (said && over).then_some(verb)
}
