//! Attributions and sources: who is said to say something, and which quotes and counts are theirs.
//!
//! The first source is always the article's own voice.

use super::Reading;
use super::owner::nearest;
use super::person::{ending_at, starting_at};
use super::triggers::Trigger;
use crate::facts::model::{Attribution, Name, Source, Verb};
use crate::facts::names::Certainty;
use crate::source::Span;
use crate::text::abbreviations::is_date_word;
use crate::text::words::WordSet;
use crate::text::{Case, Text, TokenKind, lexicon};
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

static SAYING: LazyLock<WordSet> = LazyLock::new(|| {
    "said says told tells added adds claimed claims explained explains announced announces confirmed confirms \
     insisted insists argued argues warned warns noted notes tweeted wrote writes testified recalled recalls replied \
     admitted admits acknowledged alleged estimated estimates stated states commented joked predicted concluded declared \
     quipped remarked conceded asserted continued asked asks responded shouted according reports reported posted quoted \
     observed lamented stressed reiterated urged pleaded cried exclaimed thinks believes"
        .split_ascii_whitespace()
        .collect()
});

/// The verbs of saying.
pub(super) fn words() -> impl Iterator<Item = &'static str> {
    SAYING.keys()
}

/// Whether a token is a verb that says whose a quotation is.
pub(super) fn is_verb_of_saying(text: &Text<'_>, at: usize) -> bool {
    !matches!(text.lower(at), "according" | "asks" | "thinks" | "believes") && SAYING.contains(text.lower(at))
}

/// The longest sentence that is read, in tokens.
const LONGEST: usize = 500;

/// Somebody who says something, as found at one place.
struct Speaker {
    key: Box<str>,
    span: Span,
    person: Option<usize>,
}

/// Reads who says what; counts and quotes of a sentence are given their source.
pub fn read(reading: &mut Reading<'_>) {
    let text = reading.text;
    let own = reading.at(Span::default(), Certainty::Sure);
    reading.facts.sources.push(Source { at: own, name: Name { key: "".into(), span: Span::default() } });
    let mut known: FxHashMap<Box<str>, u32> = FxHashMap::default();
    for sentence in &text.sentences {
        if sentence.tokens.len() > LONGEST {
            continue;
        }
        let from = reading.facts.attributions.len();
        let mut next = sentence.tokens.start;
        while let Some(at) = reading.next(next, sentence.tokens.end, Trigger::SAYING) {
            next = at + 1;
            let span = text.span(at, at);
            if reading.at(span, Certainty::Sure).quoted {
                continue;
            }
            let range = (sentence.tokens.start, sentence.tokens.end);
            if is_noun_too(text.lower(at)) && !introduces(reading, at, sentence.span) {
                continue;
            }
            if let Some(speaker) = speaker(reading, at, range) {
                add(reading, at, speaker, &mut known);
            }
        }
        if reading.facts.attributions.len() > from {
            give(reading, from, sentence.span);
        }
    }
}

fn add(reading: &mut Reading<'_>, verb: usize, speaker: Speaker, known: &mut FxHashMap<Box<str>, u32>) {
    let text = reading.text;
    let number = reading.facts.sources.len() as u32;
    let source = *known.entry(speaker.key.clone()).or_insert(number);
    if source == number {
        let at = reading.at(speaker.span, Certainty::Sure);
        reading.facts.sources.push(Source { at, name: Name { key: speaker.key, span: speaker.span } });
    }
    let verb_span = text.span(verb, verb);
    let at = reading.at(verb_span.to(speaker.span), Certainty::Sure);
    let quote = quote_beside(reading, at.sentence, verb_span);
    if let Some(quote) = quote.and_then(|quote| reading.facts.quotes.get_mut(quote as usize)) {
        quote.speaker = quote.speaker.or(speaker.person.map(|person| person as u32));
    }
    let key =
        if text.lower(verb) == "according" { "say".into() } else { lexicon::verb_base(text.lower(verb)).into_owned() };
    let verb = Verb { key: key.into(), span: verb_span };
    reading.facts.attributions.push(Attribution { at, speaker: source, quote, verb });
}

/// The quote that stands nearest to the verb in its sentence.
fn quote_beside(reading: &Reading<'_>, sentence: u32, verb: Span) -> Option<u32> {
    let text = reading.text;
    let span = text.sentences.get(sentence as usize)?.span;
    let quotes = &reading.facts.quotes;
    let after = quotes.partition_point(|quote| quote.at.span.end <= span.start);
    let distance = |quote: Span| {
        if quote.end <= verb.start { verb.start - quote.end } else { quote.start.saturating_sub(verb.end) }
    };
    quotes
        .iter()
        .enumerate()
        .skip(after)
        .take_while(|(_, quote)| quote.at.span.start < span.end)
        .min_by_key(|(_, quote)| distance(quote.at.span))
        .map(|(index, _)| index as u32)
}

/// Gives the counts of a sentence the source that stands nearest.
fn give(reading: &mut Reading<'_>, from: usize, sentence: Span) {
    let facts = &mut reading.facts;
    let first = facts.counts.partition_point(|count| count.at.span.start < sentence.start);
    let attributions = facts.attributions.get(from..).unwrap_or_default();
    for count in facts.counts.iter_mut().skip(first).take_while(|count| count.at.span.start < sentence.end) {
        let nearest =
            attributions.iter().min_by_key(|attribution| attribution.at.span.start.abs_diff(count.at.span.start));
        if let Some(nearest) = nearest.filter(|nearest| !nearest.at.span.contains(count.at.span)) {
            count.source = nearest.speaker;
        }
    }
}

/// Who says it: before the verb, after it, or after "according to".
fn speaker(reading: &Reading<'_>, verb: usize, (start, end): (usize, usize)) -> Option<Speaker> {
    let text = reading.text;
    match text.lower(verb) {
        "according" if text.lower(verb + 1) == "to" => return phrase_after(reading, verb + 2, end),
        "according" => return None,
        _ => {}
    }
    let mut before = verb;
    while before > start && (is_between(text.lower(before - 1)) || is_adverb(text, before - 1)) {
        before -= 1;
    }
    // "The White House on Monday said".
    if before > start && is_day(text.lower(before - 1)) {
        before -= 1;
        while before > start && matches!(text.lower(before - 1), "on" | "late" | "early" | "last" | "this") {
            before -= 1;
        }
    }
    let mark =
        before == start || matches!(text.word(before - 1), "," | "”" | "\"" | "’" | "'" | "—" | "–" | "…" | "!" | "?");
    if mark {
        // "Ann Lee, the mayor, said"; else "…," said Ann Lee.
        let named_after = starting_at(&reading.facts.people, text, verb + 1)
            .filter(|_| !matches!(text.lower(verb), "told" | "tells"));
        let across = if named_after.is_none() { across_apposition(reading, before, start) } else { None };
        return across.or_else(|| inverted(reading, verb, end));
    }
    if let Some(person) = ending_at(&reading.facts.people, text, before) {
        return named(reading, person);
    }
    phrase_before(text, before, start)
}

/// Forms that are nouns, or verbs of doing, as often as verbs of saying.
fn is_noun_too(lower: &str) -> bool {
    matches!(
        lower,
        "states"
            | "claims"
            | "notes"
            | "reports"
            | "estimates"
            | "comments"
            | "asks"
            | "thinks"
            | "continued"
            | "posted"
            | "quoted"
            | "observed"
            | "urged"
            | "asserted"
            | "declared"
            | "concluded"
            | "stressed"
            | "stated"
            | "asked"
            | "believes"
            | "warns"
            | "reported"
            | "estimated"
            | "claimed"
            | "noted"
            | "conceded"
            | "explains"
            | "explained"
    )
}

/// Whether "that" or a quote follows the verb, or a quote stands in the sentence.
fn introduces(reading: &Reading<'_>, verb: usize, sentence: Span) -> bool {
    let quotes = &reading.facts.quotes;
    let from = quotes.partition_point(|quote| quote.at.span.end <= sentence.start);
    let beside = quotes.get(from).is_some_and(|quote| quote.at.span.start < sentence.end);
    beside
        || matches!(
            reading.text.lower(verb + 1),
            "that" | "on" | "to" | "the" | "at" | "." | "it" | "they" | "he" | "she"
        ) && reading.text.lower(verb).ends_with("ed")
        || reading.text.lower(verb + 1) == "that"
}

/// Words between a speaker and the verb.
fn is_between(lower: &str) -> bool {
    matches!(
        lower,
        "has"
            | "have"
            | "had"
            | "also"
            | "later"
            | "then"
            | "reportedly"
            | "previously"
            | "earlier"
            | "recently"
            | "once"
            | "repeatedly"
            | "himself"
            | "herself"
            | "themselves"
            | "often"
            | "still"
            | "yesterday"
            | "today"
    )
}

fn is_adverb(text: &Text<'_>, at: usize) -> bool {
    text.token(at).is_some_and(|token| token.case == Case::Lower && token.kind == TokenKind::Word)
        && lexicon::usual_class(text.lower(at)) == lexicon::Classes::ADVERB
}

fn is_day(lower: &str) -> bool {
    is_date_word(lower) || matches!(lower, "week" | "month" | "year" | "night")
}

fn named(reading: &Reading<'_>, person: usize) -> Option<Speaker> {
    let of = reading.facts.people.get(person)?;
    let mut key = of.name.key.clone();
    if of.ambiguous {
        key = format!("{key}#{person}").into();
    }
    Some(Speaker { key, span: of.name.span, person: Some(person) })
}

fn inverted(reading: &Reading<'_>, verb: usize, end: usize) -> Option<Speaker> {
    let text = reading.text;
    let first = verb + 1;
    if first >= end
        || matches!(text.lower(verb), "told" | "tells")
        || matches!(text.lower(first), "that" | "," | "." | "to" | "in" | "on" | "it" | "there" | "this")
    {
        return None;
    }
    phrase_after(reading, first, end)
}

/// "Ann Lee, the mayor of Norland, said": the name before the apposition.
fn across_apposition(reading: &Reading<'_>, before: usize, start: usize) -> Option<Speaker> {
    let text = reading.text;
    let comma = before.checked_sub(1).filter(|&at| at > start && text.word(at) == ",")?;
    let (person, end) = nearest(reading, comma)?;
    if matches!(text.word(end), "," | "(") {
        return named(reading, person);
    }
    None
}

/// The noun phrase from the token on.
fn phrase_after(reading: &Reading<'_>, first: usize, end: usize) -> Option<Speaker> {
    let text = reading.text;
    let mut at = first;
    if matches!(text.lower(at), "the" | "a" | "an" | "its" | "his" | "her" | "their" | "one" | "two" | "some") {
        at += 1;
    }
    for now in at..(at + 6).min(end) {
        if let Some(person) = starting_at(&reading.facts.people, text, now) {
            return named(reading, person);
        }
        if text.kind(now) != TokenKind::Word
            || text.token(now).is_some_and(|token| token.case == Case::Lower) && is_stop(text.lower(now))
        {
            break;
        }
    }
    let mut stop = at;
    while stop < (at + 8).min(end) && is_phrase_word(text, stop) {
        stop += 1;
    }
    made(text, at, stop)
}

/// The noun phrase that ends before the token.
fn phrase_before(text: &Text<'_>, end: usize, start: usize) -> Option<Speaker> {
    let mut first = end;
    while first > start && end - first < 8 && is_phrase_word(text, first - 1) {
        first -= 1;
        let determiner =
            matches!(text.lower(first), "the" | "a" | "an" | "its" | "his" | "her" | "their" | "one" | "another");
        let pronoun = matches!(text.lower(first), "he" | "she" | "they" | "i" | "we" | "it" | "who" | "you");
        if determiner || pronoun && first + 1 == end {
            break;
        }
        if pronoun {
            return None;
        }
    }
    let whole = first == start || !matches!(text.kind(first - 1), TokenKind::Number);
    if matches!(text.lower(first), "the" | "a" | "an") {
        first += 1;
    }
    made(text, first, end).filter(|_| whole)
}

fn made(text: &Text<'_>, first: usize, end: usize) -> Option<Speaker> {
    if first >= end
        || (first..end)
            .any(|at| text.word(at).contains(['\'', '’']) && text.word(at).len() > 3 && !text.word(at).starts_with('O'))
    {
        return None;
    }
    let span = text.span(first, end - 1);
    let mut key = text.lowered(span).to_owned();
    // A pronoun, and a speaker without a name, need not be the same person at another place.
    let vague = end - first == 1
        && matches!(&*key, "he" | "she" | "they" | "who" | "i" | "we" | "it" | "which" | "one" | "others" | "people")
        || first > 0 && matches!(text.lower(first - 1), "a" | "an" | "one" | "another");
    if vague {
        key.push('#');
        key.push_str(&span.start.to_string());
    }
    Some(Speaker { key: key.into(), span, person: None })
}

fn is_phrase_word(text: &Text<'_>, at: usize) -> bool {
    match text.kind(at) {
        TokenKind::Word => !is_stop(text.lower(at)),
        TokenKind::Possessive => true,
        TokenKind::Mark => text.word(at) == "-" && text.glued(at) && text.glued(at + 1),
        TokenKind::Number => false,
    }
}

/// Words at which the phrase that names a speaker ends.
fn is_stop(lower: &str) -> bool {
    matches!(
        lower,
        "that"
            | "and"
            | "but"
            | "or"
            | "in"
            | "on"
            | "at"
            | "by"
            | "with"
            | "from"
            | "to"
            | "as"
            | "if"
            | "when"
            | "while"
            | "after"
            | "before"
            | "because"
            | "was"
            | "were"
            | "is"
            | "are"
            | "be"
            | "been"
            | "not"
            | "it"
            | "this"
            | "there"
            | "during"
            | "about"
            | "said"
            | "told"
            | "has"
            | "have"
            | "had"
            | "will"
            | "would"
            | "could"
            | "can"
            | "may"
            | "than"
            | "so"
            | "where"
            | "what"
            | "how"
            | "why"
            | "last"
            | "earlier"
            | "later"
            | "yesterday"
            | "today"
            | "also"
    )
}
