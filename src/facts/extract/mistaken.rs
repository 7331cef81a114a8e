//! Sentences that tell of a mistake: "An earlier version of this article said …", "the report wrongly gave …".
//!
//! Their figures are nothing that the article states: they are weak, so that no rule accuses them.

use super::Reading;
use super::triggers::Trigger;
use crate::facts::names::Certainty;
use crate::text::Text;
use std::ops::Range;

/// Words that tell of a mistake, alone or beside others.
pub(super) static WORDS: &[&str] = &[
    "wrongly",
    "incorrectly",
    "mistakenly",
    "erroneously",
    "inaccurately",
    "falsely",
    "error",
    "version",
    "misstated",
    "misreported",
    "miscalculated",
    "misprinted",
    "add",
    "adding",
    "wrong",
    "untrue",
    "misleading",
    "incorrect",
    "inaccurate",
    "false",
    "bogus",
    "nonsense",
    "banned",
    "debunked",
];

/// Takes the certainty from the figures and times of all sentences that tell of a mistake.
pub(super) fn read(reading: &mut Reading<'_>) {
    let text = reading.text;
    let mut at = 0;
    while let Some(word) = reading.next(at, text.tokens.len(), Trigger::MISTAKE) {
        at = word + 1;
        let Some(token) = text.token(word) else { continue };
        let sentence = text.sentence_at(token.span.start);
        let (told, from) = match text.lower(word) {
            "add" | "adding" if is_denied_sum(text, word) => (around(text, sentence), 0),
            "add" | "adding" => continue,
            _ if tells_of_mistake(text, word) => (sentence..sentence + 1, 0),
            // What stands before "it is wrong to say" is said by the article.
            _ if is_verdict(text, word, sentence) => (sentence..sentence + 1, token.span.start),
            _ => continue,
        };
        let facts = &mut reading.facts;
        macro_rules! weaken {
            ($($list:ident),*) => {$(
                let first = facts.$list.partition_point(|fact| (fact.at.sentence as usize) < told.start);
                let mistaken = facts.$list.iter_mut().skip(first);
                let mistaken = mistaken.take_while(|fact| (fact.at.sentence as usize) < told.end);
                mistaken
                    .filter(|fact| fact.at.span.start >= from)
                    .for_each(|fact| fact.at.certainty = Certainty::Weak);
            )*};
        }
        weaken!(numbers, counts, measures, moneys, percents, points, ratios, ages, dates);
    }
}

/// Whether the word says that what is stated beside it was wrong.
fn tells_of_mistake(text: &Text<'_>, at: usize) -> bool {
    let back = |n: usize| at.checked_sub(n).map_or("", |at| text.lower(at));
    match text.lower(at) {
        "misstated" | "misreported" | "miscalculated" | "misprinted" => true,
        // "said in error"
        "error" => back(1) == "in" && (states(back(2)) || back(2) == "," && states(back(3))),
        "version" => {
            matches!(back(1), "earlier" | "previous" | "original")
                && text.lower(at + 1) == "of"
                && (at + 2..at + 5).any(|at| is_printed(text.lower(at)))
        }
        // "wrongly said", "had claimed, wrongly, that", "gave incorrectly"; nobody "wrongly jailed".
        _ => {
            let next = at + 1 + usize::from(text.lower(at + 1) == ",");
            let before = if back(1) == "," { back(2) } else { back(1) };
            states(text.lower(next)) || states(before)
        }
    }
}

/// "The sum does not add up", "the figures never added up": what stands beside it is shown to be wrong.
fn is_denied_sum(text: &Text<'_>, at: usize) -> bool {
    let denied = |at: usize| {
        matches!(text.lower(at), "not" | "never" | "n't" | "hardly")
            || text.lower(at).ends_with("n't")
            || text.lower(at).ends_with("n’t")
    };
    text.lower(at + 1) == "up" && text.lower(at + 2) != "to" && (at.saturating_sub(3)..at).any(denied)
}

/// The sentence that says so with those beside it, which hold the sum.
fn around(text: &Text<'_>, sentence: usize) -> Range<usize> {
    let block = |number: usize| text.sentences.get(number).map(|sentence| sentence.block);
    let beside = |number: usize| block(number) == block(sentence);
    let before = sentence.checked_sub(1).filter(|&before| beside(before)).unwrap_or(sentence);
    before..sentence + 1 + usize::from(beside(sentence + 1))
}

/// The words between a verdict and its colon at most.
const VERDICT: usize = 4;

/// "The advert was banned: it said …", "it is misleading to say that …", "he was wrong when he said …".
fn is_verdict(text: &Text<'_>, at: usize, sentence: usize) -> bool {
    let Some(end) = text.sentences.get(sentence).map(|sentence| sentence.tokens.end) else { return false };
    let told = |from: usize| (from..(from + VERDICT).min(end)).any(|at| states(text.lower(at)));
    match text.lower(at) {
        "wrong" | "untrue" | "misleading" | "incorrect" | "inaccurate" | "false" | "bogus" | "nonsense" | "banned"
        | "debunked" => {
            let colon = (at + 1..(at + VERDICT).min(end)).find(|&at| matches!(text.word(at), ":" | "—" | "–"));
            colon.is_some_and(|colon| told(colon + 1))
                || text.lower(at + 1) == "to"
                    && matches!(text.lower(at + 2), "say" | "claim" | "state" | "suggest" | "write")
                || text.lower(at + 1) == "when" && told(at + 2)
        }
        _ => false,
    }
}

/// Verbs by which a figure is told.
fn states(word: &str) -> bool {
    matches!(
        word,
        "said"
            | "says"
            | "stated"
            | "states"
            | "gave"
            | "given"
            | "gives"
            | "claimed"
            | "claims"
            | "claiming"
            | "reported"
            | "put"
            | "told"
            | "listed"
            | "quoted"
            | "showed"
            | "shown"
            | "printed"
            | "wrote"
            | "written"
            | "suggested"
            | "implied"
            | "calculated"
            | "recorded"
    )
}

fn is_printed(word: &str) -> bool {
    matches!(
        word,
        "article" | "story" | "report" | "column" | "post" | "piece" | "caption" | "headline" | "chart" | "graphic"
    )
}
