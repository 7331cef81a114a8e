//! Sentences that tell of a mistake: "An earlier version of this article said …", "the report wrongly gave …".
//!
//! Their figures are nothing that the article states: they are weak, so that no rule accuses them.

use super::Reading;
use super::triggers::Trigger;
use crate::facts::names::Certainty;
use crate::text::Text;

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
];

/// Takes the certainty from the figures and times of all sentences that tell of a mistake.
pub(super) fn read(reading: &mut Reading<'_>) {
    let text = reading.text;
    let mut at = 0;
    while let Some(word) = reading.next(at, text.tokens.len(), Trigger::MISTAKE) {
        at = word + 1;
        let Some(token) = text.token(word).filter(|_| tells_of_mistake(text, word)) else { continue };
        let sentence = text.sentence_at(token.span.start) as u32;
        let facts = &mut reading.facts;
        macro_rules! weaken {
            ($($list:ident),*) => {$(
                let from = facts.$list.partition_point(|fact| fact.at.sentence < sentence);
                let told = facts.$list.iter_mut().skip(from).take_while(|fact| fact.at.sentence == sentence);
                told.for_each(|fact| fact.at.certainty = Certainty::Weak);
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
        // "the sums do not add up"
        "add" => {
            text.lower(at + 1) == "up"
                && matches!(
                    back(1),
                    "not" | "never" | "n't" | "n’t" | "don’t" | "don't" | "doesn’t" | "doesn't" | "didn’t" | "didn't"
                )
        }
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
