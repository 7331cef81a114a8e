//! Words printed twice in a row: "on the the table".

use super::Reading;
use super::triggers::Trigger;
use crate::facts::model::Doubled;
use crate::facts::names::Certainty;
use crate::text::lexicon::{self, Classes, VerbForms};
use crate::text::{Case, Text, TokenKind};

/// Words that no sentence has twice in a row.
const NEVER: &[&str] = &[
    "the", "a", "an", "and", "or", "of", "from", "with", "into", "than", "their", "his", "our", "your", "its", "my",
    "be", "been", "would", "could", "should", "during", "before", "through", "because", "these", "those", "while",
    "whose", "any", "every", "about", "until", "although", "among", "against", "toward", "towards", "upon", "per",
    "nor", "either", "neither", "whether", "without", "under", "between", "since",
];

/// Words that a sentence has twice in a row where one clause ends and the next begins: "what it was was a mess".
const BETWEEN_CLAUSES: &[&str] = &["was", "were", "are", "has", "have", "will", "can", "did", "does"];

/// What makes a clause of the words before.
const OPENERS: &[&str] =
    &["what", "whatever", "who", "whoever", "that", "all", "which", "where", "why", "how", "it", "thing"];

/// Words that go with a verb or with the noun after: "he checked in in March".
const PARTICLES: &[&str] = &["in", "on", "for", "at", "by", "to"];

/// What comes before "to" and takes it.
#[rustfmt::skip] // Words, a dozen a line.
const BEFORE_TO: &[&str] = &[
    "able", "unable", "going", "want", "wants", "wanted", "needs", "trying", "tried", "due", "according", "likely",
    "order", "attempt", "ability", "effort", "efforts", "decision", "began", "failed", "expected", "allowed",
];

/// Words that people say twice.
const SAID_TWICE: &[&str] = &[
    "blah",
    "yada",
    "very",
    "really",
    "much",
    "many",
    "more",
    "long",
    "far",
    "never",
    "bye",
    "cough",
    "hear",
    "help",
    "please",
    "wait",
    "stop",
    "there",
    "same",
    "caveat",
    "something",
    "mahi",
    "pompom",
    "knock",
    "chop",
    "home",
    "half",
    "good",
    "like",
    "work",
    "time",
    "hush",
    "tick",
    "quack",
    "beep",
    "boom",
    "bang",
    "clap",
    "ring",
    "dollar",
];

/// Finds the words that stand twice in a row without a mark between them.
pub(super) fn read(reading: &mut Reading<'_>) {
    let text = reading.text;
    let mut from = 0;
    while let Some(at) = reading.next(from, text.tokens.len(), Trigger::TWICE) {
        from = at + 1;
        let (Some(one), Some(next)) = (text.token(at), text.token(at + 1)) else { continue };
        if text.lowered(one.span) != text.lowered(next.span) {
            continue;
        }
        let Some(certainty) = certainty(text, at) else { continue };
        let mut fact = reading.at(next.span, certainty);
        fact.quoted = reading.at(one.span.to(next.span), certainty).quoted;
        reading.facts.doubled.push(Doubled { at: fact, first: one.span });
    }
}

/// How sure it is that the word at the token `at` and after it is one too many.
fn certainty(text: &Text<'_>, at: usize) -> Option<Certainty> {
    let word = text.lower(at);
    let hangs = |at: usize| text.glued(at) && matches!(text.word(at), "-" | "'" | "’" | "/" | "_" | "@" | ".");
    // "pro-the the" and "the the-" hang on other words; the three in a row are a chant or a stammer.
    if text.glued(at)
        || text.glued(at + 2) && !matches!(text.word(at + 2), "." | "," | ";" | ":" | "!" | "?" | "\"" | "”")
    {
        return None;
    }
    if hangs(at + 2) && text.word(at + 2) != "."
        || text.lower(at + 2) == word
        || at.checked_sub(1).is_some_and(|b| text.lower(b) == word)
    {
        return None;
    }
    if NEVER.contains(&word) {
        // "a" may be a letter, and "The The" a name.
        let plain = text.token(at).is_some_and(|token| token.case == Case::Lower || opens(text, at));
        return plain.then_some(Certainty::Sure);
    }
    // "It it is not known": nothing that a sentence begins with is said twice there.
    if opens(text, at)
        && matches!(word, "it" | "he" | "she" | "we" | "they" | "this" | "in" | "on" | "at" | "for" | "but")
    {
        return Some(Certainty::Likely);
    }
    if text.token(at).is_some_and(|token| token.case != Case::Lower) {
        return None;
    }
    let clause = |opener: &&str| {
        let token = text.token(at).map_or(0, |token| token.span.start);
        let sentence = text.sentences.get(text.sentence_at(token));
        let from = sentence.map_or(at, |sentence| sentence.tokens.start);
        (from..at).any(|before| text.lower(before) == *opener)
    };
    if BETWEEN_CLAUSES.contains(&word) {
        return (!OPENERS.iter().any(&clause)).then_some(Certainty::Likely);
    }
    if PARTICLES.contains(&word) {
        return goes_with_noun(text, at).then_some(Certainty::Likely);
    }
    if matches!(word, "they" | "he" | "she" | "we" | "if" | "as" | "next" | "not" | "most" | "when" | "out" | "away") {
        return Some(Certainty::Likely);
    }
    let usual = lexicon::usual_class(word);
    let other =
        Classes::ADVERB.or(Classes::ADJECTIVE).or(Classes::INTERJECTION).or(Classes::PRONOUN).or(Classes::NUMERAL);
    // "was charged charged with": a participle may be an adjective too, but not twice.
    let form = lexicon::verb_form(word);
    let told = (word.ends_with("ed") || word.ends_with("ing"))
        && (form.has(VerbForms::PARTICIPLE) || form.has(VerbForms::PAST) || form.has(VerbForms::GERUND));
    let plain = usual.has_any(Classes::NOUN.or(Classes::VERB)) && (told || !lexicon::classes(word).has_any(other));
    // "all that exists exists because …"
    let relative = usual.has(Classes::VERB) && (clause(&"that") || clause(&"what") || clause(&"who"));
    (word.len() >= 4 && plain && !relative && !SAID_TWICE.contains(&word)).then_some(Certainty::Likely)
}

/// Whether a word begins its sentence.
fn opens(text: &Text<'_>, at: usize) -> bool {
    let Some(token) = text.token(at) else { return false };
    text.sentences.get(text.sentence_at(token.span.start)).is_some_and(|sentence| sentence.tokens.start == at)
}

/// Whether the first of two particles hangs on a noun, as the second must: "the gallery in in London".
fn goes_with_noun(text: &Text<'_>, at: usize) -> bool {
    // "with $40 in in cash"
    let figure = |before: usize| text.lower(at) == "in" && text.kind(before) == TokenKind::Number;
    if at.checked_sub(1).is_some_and(figure) {
        return text.kind(at + 2) == TokenKind::Word;
    }
    let Some(before) = at.checked_sub(1).filter(|&before| text.kind(before) == TokenKind::Word) else { return false };
    let (before, word, after) = (text.lower(before), text.lower(at), text.lower(at + 2));
    if matches!(after, "least" | "most" | "about" | "all" | "once" | "first") {
        return false;
    }
    if word == "to" {
        return BEFORE_TO.contains(&before);
    }
    let classes = lexicon::classes(before);
    lexicon::usual_class(before).has(Classes::NOUN) && !classes.has(Classes::VERB) && !matches!(before, "way" | "one")
}
