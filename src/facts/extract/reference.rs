//! References to the tables and figures of an article: "see table 3", where the last one is table 2.

use super::Reading;
use super::triggers::Trigger;
use crate::article::Part;
use crate::facts::model::Reference;
use crate::facts::names::Certainty;
use crate::text::{Text, TokenKind};

/// What is numbered.
const NOUNS: &[(&str, &str)] =
    &[("table", "table"), ("figure", "figure"), ("chart", "chart"), ("fig", "figure"), ("exhibit", "exhibit")];

/// The words that a reference may begin with.
pub(super) fn words() -> impl Iterator<Item = &'static str> {
    NOUNS.iter().map(|(word, _)| *word)
}

/// The most that anybody numbers.
const MOST: u32 = 50;

/// Finds the references of an article that labels at least one thing of the kind.
pub(super) fn read(reading: &mut Reading<'_>) {
    let text = reading.text;
    let mut labels: Vec<(&'static str, u32, usize)> = Vec::new();
    for (block, tokens) in text.blocks() {
        let Some(block) = text.article.blocks.get(block) else { continue };
        let Some((noun, number, last)) = numbered(text, tokens.start) else { continue };
        let apart = matches!(text.word(last + 1), ":" | "." | "—" | "–" | "|" | "");
        let labelled = !matches!(block.part, Part::Headline | Part::Standfirst | Part::List)
            && (apart || block.part == Part::Caption);
        if labelled {
            labels.push((noun, number, tokens.start));
        }
    }
    if labels.is_empty() {
        return;
    }
    let mut next = 0;
    while let Some(at) = reading.next(next, text.tokens.len(), Trigger::NUMBERED) {
        next = at + 1;
        let Some((noun, number, last)) = numbered(text, at) else { continue };
        let known = || labels.iter().filter(|(label, ..)| *label == noun);
        if known().any(|(.., start)| *start == at) {
            continue;
        }
        let Some(most) = known().map(|(_, number, _)| *number).max() else { continue };
        // Labels that do not run from one on are those of another work.
        if (1..=most).all(|wanted| known().any(|(_, number, _)| *number == wanted)) {
            let fact = reading.at(text.span(at, last), Certainty::Likely);
            reading.facts.references.push(Reference { at: fact, noun, number, last: most });
        }
    }
}

/// "Table 3", "fig. 2": the noun, the number and the last token.
fn numbered(text: &Text<'_>, at: usize) -> Option<(&'static str, u32, usize)> {
    let lower = text.lower(at);
    if !matches!(lower.as_bytes().first()?, b't' | b'f' | b'c' | b'e') {
        return None;
    }
    let (_, noun) = NOUNS.iter().find(|(word, _)| *word == lower)?;
    let mut last = at + 1;
    if text.word(last) == "." && lower == "fig" {
        last += 1;
    }
    let number = text.word(last).parse().ok().filter(|number| (1..=MOST).contains(number))?;
    let plain = text.kind(last) == TokenKind::Number
        && !(text.glued(last + 1) && matches!(text.word(last + 1), "%" | "-" | "/"));
    let counted = text.kind(last + 1) == TokenKind::Word
        && !text.glued(last + 1)
        && matches!(text.lower(last + 1), "million" | "billion" | "people" | "per");
    (plain && !counted).then_some((noun, number, last))
}
