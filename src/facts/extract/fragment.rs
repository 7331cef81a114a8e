//! Paragraphs that break off: after a word that nothing follows, or with a stray word behind the last sentence.

use super::Reading;
use crate::article::Part;
use crate::facts::model::Fragment;
use crate::facts::names::Certainty;
use crate::text::{Case, Text, TokenKind};

/// Words that no sentence ends with.
const OPEN: &[&str] =
    &["the", "a", "an", "of", "and", "or", "their", "its", "our", "my", "your", "than", "because", "into", "every"];

/// The fewest words of a paragraph that is looked at.
const FEWEST: usize = 8;

/// Finds the paragraphs of running text that break off.
pub(super) fn read(reading: &mut Reading<'_>) {
    let text = reading.text;
    for (block, tokens) in text.blocks() {
        let Some(of) = text.article.blocks.get(block) else { continue };
        if of.part != Part::Body || tokens.len() < FEWEST {
            continue;
        }
        let last = tokens.end - 1;
        let next = tokens.end + 1;
        if text.kind(last) == TokenKind::Word && OPEN.contains(&text.word(last)) && starts_anew(text, block, next) {
            let at = reading.at(text.span(last, last), Certainty::Likely);
            reading.facts.fragments.push(Fragment { at, what: "breaks off" });
        } else if let Some(orphan) = orphan(text, tokens.start, last) {
            let at = reading.at(text.span(orphan, orphan), Certainty::Likely);
            reading.facts.fragments.push(Fragment { at, what: "ends with a stray word" });
        }
    }
}

/// Whether the next block is a paragraph of its own, not the rest of this one.
fn starts_anew(text: &Text<'_>, block: usize, next: usize) -> bool {
    let Some(following) = text.article.blocks.get(block + 1) else { return false };
    let capital = text.token(next).is_some_and(|token| token.kind == TokenKind::Word && token.case == Case::Title);
    let whole = following.span.len() > 60 && text.written(following.span).ends_with(['.', '!', '?', '”', '"']);
    // A name set apart by its link opens with a capital as well: what opens a sentence is small elsewhere.
    let opener = matches!(
        text.lower(next),
        "the"
            | "a"
            | "an"
            | "in"
            | "on"
            | "at"
            | "but"
            | "he"
            | "she"
            | "it"
            | "they"
            | "we"
            | "there"
            | "this"
            | "when"
            | "after"
            | "for"
            | "as"
    );
    following.part == Part::Body && capital && whole && opener
}

/// The stray word behind the last sentence: "barrister. brummies."
fn orphan(text: &Text<'_>, start: usize, last: usize) -> Option<usize> {
    let word = last.checked_sub(1).filter(|&word| word > start + FEWEST)?;
    let stop = word.checked_sub(1)?;
    let plain = text.word(last) == "."
        && text.glued(last)
        && text.kind(word) == TokenKind::Word
        && text.token(word).is_some_and(|token| token.case == Case::Lower && !token.glued && token.span.len() > 3);
    let before = stop.checked_sub(1)?;
    let sentence = text.word(stop) == "."
        && text.glued(stop)
        && text.kind(before) == TokenKind::Word
        && text.word(before).len() > 4
        && text.token(before).is_some_and(|token| token.case == Case::Lower);
    (plain && sentence).then_some(word)
}
