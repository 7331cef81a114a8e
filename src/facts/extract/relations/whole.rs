//! What shares are shares of, where the sentence begins with it: "Of the voters, 45% chose …".

use super::Reading;
use crate::facts::model::Noun;
use crate::facts::names::PercentRole;
use crate::text::lexicon::{self, Classes};
use crate::text::{Sentence, Text, TokenKind};

/// The most words of the whole.
const REACH: usize = 5;

pub(super) fn read(reading: &mut Reading<'_>) {
    let text = reading.text;
    for percent in &mut reading.facts.percents {
        if percent.whole.is_some() || !matches!(percent.role, PercentRole::Other | PercentRole::Share) {
            continue;
        }
        let Some(sentence) = text.sentences.get(percent.at.sentence as usize) else { continue };
        let Some(whole) = leading(text, sentence) else { continue };
        // "Of the drivers, 62% of women …" has a whole of its own.
        let of = text.token_from(percent.at.span.end);
        if whole.span.end < percent.at.span.start && text.lower(of) != "of" {
            percent.whole = Some(whole);
            percent.role = PercentRole::Share;
        }
    }
}

/// The noun of "Of the voters," at the start of a sentence.
fn leading(text: &Text<'_>, sentence: &Sentence) -> Option<Noun> {
    let first = sentence.tokens.start;
    if text.lower(first) != "of" {
        return None;
    }
    let comma = (first + 2..first + 2 + REACH).find(|&at| text.lower(at) == ",")?;
    let head = comma - 1;
    let lower = text.lower(head);
    if text.kind(head) != TokenKind::Word || !lexicon::classes(lower).has(Classes::NOUN) {
        return None;
    }
    let span = text.span(head, head);
    let key = lexicon::singular(lower).into_owned().into_boxed_str();
    Some(Noun { phrase: key.clone(), key, span, phrase_span: span })
}
