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
    "correction",
    "corrections",
    "clarification",
    "amended",
    "corrected",
    "misprint",
    "misprints",
    "typo",
    "myth",
    "should",
    "satirical",
];

/// A stretch of text that tells of a mistake.
#[derive(Clone, Debug)]
pub(super) struct Mistake {
    /// The sentences.
    sentences: Range<usize>,
    /// The byte from which on what they say is mistaken.
    from: u32,
}

/// Takes the certainty from the facts of some lists, each in the order of the text, where they stand in a mistake.
macro_rules! weaken {
    ($facts:ident, $mistake:ident, $($list:ident),*) => {$(
        let told = &$mistake.sentences;
        let first = $facts.$list.partition_point(|fact| (fact.at.sentence as usize) < told.start);
        let mistaken = $facts.$list.iter_mut().skip(first);
        let mistaken = mistaken.take_while(|fact| (fact.at.sentence as usize) < told.end);
        mistaken
            .filter(|fact| fact.at.span.start >= $mistake.from)
            .for_each(|fact| fact.at.certainty = Certainty::Weak);
    )*};
}
/// Takes the certainty from the figures and times of all sentences that tell of a mistake.
pub(super) fn read(reading: &mut Reading<'_>) {
    let text = reading.text;
    let mut at = 0;
    while let Some(word) = reading.next(at, text.tokens.len(), Trigger::MISTAKE) {
        at = word + 1;
        let Some(token) = text.token(word) else { continue };
        let sentence = text.sentence_at(token.span.start);
        let note = || note_on_article(text, word, sentence);
        let (told, from) = match text.lower(word) {
            "add" | "adding" if is_denied_sum(text, word) => (around(text, sentence), 0),
            "correction" | "corrections" | "clarification" | "amended" | "corrected" | "error" if note().is_some() => {
                // The heading itself, "Correction, May 3:", is no mistake.
                (note().unwrap_or(sentence..sentence), token.span.end)
            }
            "add" | "adding" | "correction" | "corrections" | "clarification" | "amended" | "corrected" => continue,
            // "Correction, May 3: an earlier version named the wrong bridge" is dated rightly.
            "version" if text.lower(word + 1) != "of" && tells_of_mistake(text, word) => {
                (sentence..sentence + 1, token.span.start)
            }
            _ if tells_of_mistake(text, word) => (sentence..sentence + 1, 0),
            _ if is_claim(text, word) => (sentence..sentence + 1, 0),
            // What stands before "it is wrong to say" is said by the article.
            _ if is_verdict(text, word, sentence) => (sentence..sentence + 1, token.span.start),
            _ => continue,
        };
        reading.mistakes.push(Mistake { sentences: told, from });
    }
    let facts = &mut reading.facts;
    for mistake in &reading.mistakes {
        weaken!(facts, mistake, numbers, counts, measures, moneys, percents, points, ratios, ages, dates);
    }
}

/// Takes the certainty from what else rules accuse in sentences that tell of a mistake, once all is read.
pub(super) fn settle(reading: &mut Reading<'_>) {
    let facts = &mut reading.facts;
    for mistake in &reading.mistakes {
        weaken!(
            facts,
            mistake,
            capitals,
            scores,
            limits,
            placings,
            bearings,
            coasts,
            borders,
            identifiers,
            phones,
            periods
        );
        weaken!(facts, mistake, bad_dates, clock_pairs, landmarks, affiliations, malformed, births, deaths, addresses);
    }
}

/// The sentences of a note on an article: "Correction: …", "This article was amended on 3 May to …", "because of an editing
/// error, …".
fn note_on_article(text: &Text<'_>, at: usize, sentence: usize) -> Option<Range<usize>> {
    let found = text.sentences.get(sentence)?;
    let block = |number: usize| text.sentences.get(number).map(|sentence| sentence.block);
    let mut end = sentence + 1;
    while end < sentence + NOTE && block(end) == Some(found.block) {
        end += 1;
    }
    let back = |n: usize| at.checked_sub(n).map_or("", |at| text.lower(at));
    let floor = at.saturating_sub(CLAIM).max(found.tokens.start);
    let heads = at <= found.tokens.start + 1 && matches!(text.word(at + 1), ":" | "—" | "–");
    let noted = match text.lower(at) {
        "correction" | "corrections" | "clarification" => heads,
        // "This article was amended on 3 May", "has been corrected to say".
        "amended" | "corrected" => {
            matches!(back(1), "was" | "been") && (floor..at).any(|at| is_printed(text.lower(at)))
        }
        "error" => {
            matches!(back(1), "editing" | "reporting" | "production" | "typing" | "typographical" | "transcription")
                || back(1) == "an"
                    && matches!(back(2), "of" | "to")
                    && matches!(back(3), "because" | "due" | "owing")
                    && (floor..at).any(|at| is_printed(text.lower(at)))
        }
        _ => false,
    };
    noted.then_some(sentence..end)
}

/// The most sentences of a note.
const NOTE: usize = 8;

/// Whether the word says that what is stated beside it was wrong.
fn tells_of_mistake(text: &Text<'_>, at: usize) -> bool {
    let back = |n: usize| at.checked_sub(n).map_or("", |at| text.lower(at));
    match text.lower(at) {
        "misstated" | "misreported" | "miscalculated" | "misprinted" | "misprint" | "misprints" | "typo"
        | "satirical" => true,
        // "said in error"
        "error" => back(1) == "in" && (states(back(2)) || back(2) == "," && states(back(3))),
        "version" => {
            let of = text.lower(at + 1) == "of" && (at + 2..at + 5).any(|at| is_printed(text.lower(at)));
            // "An earlier version gave", "in an earlier version,".
            let past = at + 1 + usize::from(matches!(text.lower(at + 1), "wrongly" | "incorrectly" | "mistakenly"));
            let told = states(text.lower(past)) || matches!(text.lower(past), "named" | "," | "had" | "called");
            matches!(back(1), "earlier" | "previous" | "original") && (of || told)
        }
        // "It is a myth that".
        "myth" => matches!(back(1), "a" | "the") && text.lower(at + 1) == "that",
        // "that should have been 51 gigawatt hours".
        "should" => {
            text.lower(at + 1) == "have"
                && matches!(text.lower(at + 2), "been" | "said" | "read")
                && matches!(back(1), "that" | "this" | "it" | "which")
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

/// How many words a claim has at most that is called false.
const CLAIM: usize = 30;

/// "The claim that rents fell 150% is false."
fn is_claim(text: &Text<'_>, at: usize) -> bool {
    let word = |at: usize| text.lower(at);
    let false_one =
        matches!(word(at), "wrong" | "untrue" | "incorrect" | "inaccurate" | "false" | "bogus" | "nonsense");
    let is = at.checked_sub(1).is_some_and(|at| matches!(word(at), "is" | "was" | "are" | "were"));
    let claim = |at: usize| matches!(word(at), "claim" | "claims" | "rumour" | "rumor" | "rumours" | "rumors");
    let sentence = text.sentence_at(text.span(at, at).start);
    let floor = text.sentences.get(sentence).map_or(at, |sentence| sentence.tokens.start);
    false_one && is && (at.saturating_sub(CLAIM).max(floor)..at).any(|at| claim(at) && text.lower(at + 1) == "that")
}

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
