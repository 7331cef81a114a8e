//! Where sentences end.

use super::{Case, Sentence, Text, TokenKind};

/// Words that a point follows inside a sentence.
const ABBREVIATIONS: &[&str] = &[
    "adm", "apr", "asst", "aug", "ave", "bldg", "blvd", "brig", "capt", "cmdr", "co", "col", "corp", "cpl", "dec",
    "dept", "det", "dist", "dr", "drs", "ed", "est", "etc", "feb", "fig", "fr", "ft", "gen", "gov", "hon", "inc",
    "insp", "jan", "jr", "jul", "jun", "lt", "ltd", "maj", "mar", "messrs", "mr", "mrs", "ms", "mt", "mx", "no", "nos",
    "nov", "oct", "op", "pfc", "ph", "plc", "pres", "prof", "pvt", "rep", "reps", "rev", "sen", "sens", "sep", "sept",
    "sgt", "sr", "st", "supt", "treas", "vol", "vs",
];

/// Abbreviations that end a sentence as readily as not.
const MAY_END: &[&str] = &["co", "corp", "etc", "inc", "jr", "ltd", "plc", "sr"];

/// Cuts the tokens from `from` on, which are of one block, into sentences.
pub(super) fn cut(text: &mut Text<'_>, from: usize, block: usize) {
    let end = text.tokens.len();
    let mut start = from;
    let mut at = from;
    while at < end {
        if ends_at(text, at, end) {
            let mut last = at;
            while last + 1 < end && text.glued(last + 1) && closes(text.word(last + 1)) {
                last += 1;
            }
            push(text, start, last + 1, block);
            start = last + 1;
            at = last;
        }
        at += 1;
    }
    push(text, start, end, block);
}

fn push(text: &mut Text<'_>, start: usize, end: usize, block: usize) {
    if start < end {
        let span = text.span(start, end - 1);
        text.sentences.push(Sentence { tokens: start..end, block, span });
    }
}

fn closes(mark: &str) -> bool {
    matches!(mark, "\"" | "”" | "’" | "'" | ")" | "]" | "." | "!" | "?" | "…" | "»")
}

fn opens(mark: &str) -> bool {
    matches!(mark, "\"" | "“" | "‘" | "'" | "(" | "[" | "—" | "–" | "-" | "«" | "£" | "$" | "€")
}

/// Whether a sentence ends with the token `at` (and the closing marks after it).
fn ends_at(text: &Text<'_>, at: usize, end: usize) -> bool {
    let word = text.word(at);
    let initialism = text.kind(at) == TokenKind::Word && word.ends_with('.');
    if !initialism && !matches!(word, "." | "!" | "?" | "…") {
        return false;
    }
    let mut next = at + 1;
    while next < end && text.glued(next) && closes(text.word(next)) {
        next += 1;
    }
    if next >= end {
        return false;
    }
    if text.glued(next) {
        return false;
    }
    let quoted_end = next > at + 1;
    let mut first = next;
    while first < end && opens(text.word(first)) {
        first += 1;
    }
    let capital = text.token(first).is_some_and(|token| match token.kind {
        TokenKind::Word => token.case != Case::Lower,
        TokenKind::Number => true,
        TokenKind::Possessive | TokenKind::Mark => false,
    });
    if !capital {
        return false;
    }
    if initialism {
        return quoted_end || starts_sentence(text.lower(first));
    }
    if word != "." || quoted_end {
        return true;
    }
    let before = at.checked_sub(1).filter(|&before| text.glued(at) && text.kind(before) == TokenKind::Word);
    let Some(before) = before else { return true };
    let lower = text.lower(before);
    let single = text.word(before).chars().count() == 1 && text.word(before).chars().all(char::is_uppercase);
    if single && lower != "i" {
        return false;
    }
    if text.token(before).is_some_and(|token| token.case == Case::Lower) && !matches!(lower, "vs" | "etc") {
        return true;
    }
    if MAY_END.contains(&lower) {
        return starts_sentence(text.lower(first));
    }
    !ABBREVIATIONS.contains(&lower)
}

/// Words that begin a sentence more often than they follow an abbreviation.
fn starts_sentence(lower: &str) -> bool {
    matches!(
        lower,
        "the"
            | "a"
            | "an"
            | "he"
            | "she"
            | "it"
            | "they"
            | "we"
            | "but"
            | "and"
            | "in"
            | "on"
            | "this"
            | "that"
            | "these"
            | "those"
            | "his"
            | "her"
            | "its"
            | "their"
            | "if"
            | "when"
            | "while"
            | "as"
            | "at"
            | "for"
            | "after"
            | "since"
            | "there"
            | "what"
            | "who"
            | "how"
            | "why"
            | "however"
            | "so"
            | "some"
            | "many"
            | "most"
            | "mr"
            | "mrs"
            | "ms"
            | "you"
            | "i"
            | "our"
            | "now"
            | "last"
            | "no"
            | "not"
            | "one"
            | "although"
            | "another"
            | "both"
            | "by"
            | "during"
            | "even"
            | "from"
            | "meanwhile"
            | "more"
            | "with"
            | "under"
    )
}
