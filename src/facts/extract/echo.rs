//! Quotations that come again in an article: in other words, or from another mouth.

use super::Reading;
use crate::facts::model::Echo;
use crate::facts::names::Certainty;
use crate::text::{Text, TokenKind};
use rustc_hash::{FxHashMap, FxHasher};
use std::hash::Hasher;

/// The fewest words of a quotation that is known again.
const FEWEST: u32 = 5;

/// The fewest words of one that is known again in other words.
const LONG: usize = 9;

/// A quotation as it is known again.
struct Known {
    quote: usize,
    /// The tokens that are words.
    words: Vec<usize>,
}

/// Finds the quotations that come again.
pub(super) fn read(reading: &mut Reading<'_>) {
    let text = reading.text;
    let mut halves: FxHashMap<u64, usize> = FxHashMap::default();
    let mut known: Vec<Known> = Vec::new();
    let mut found = Vec::new();
    for (index, quote) in reading.facts.quotes.iter().enumerate() {
        if quote.words < FEWEST || quote.at.certainty == Certainty::Weak {
            continue;
        }
        let words = words(text, quote.at.span);
        if words.len() < FEWEST as usize {
            continue;
        }
        let (head, tail) = words.split_at(words.len() / 2);
        let keys = [digest(text, head, words.len()), digest(text, tail, words.len() + 1000)];
        let earlier = keys.iter().find_map(|key| halves.get(key)).and_then(|&at| known.get(at));
        match earlier.map(|earlier| (earlier.quote, likeness(text, &earlier.words, &words))) {
            Some((first, Likeness::Same)) => found.push((first, index, None)),
            Some((first, Likeness::OneWord(one, other))) => found.push((first, index, Some((one, other)))),
            Some((_, Likeness::Other)) | None => {}
        }
        let place = known.len();
        for key in keys {
            halves.entry(key).or_insert(place);
        }
        known.push(Known { quote: index, words });
    }
    for (first, second, differ) in found {
        add(reading, first, second, differ);
    }
}

fn add(reading: &mut Reading<'_>, first: usize, second: usize, differ: Option<(usize, usize)>) {
    let text = reading.text;
    let facts = &reading.facts;
    let (Some(one), Some(other)) = (facts.quotes.get(first), facts.quotes.get(second)) else { return };
    // A passage that says itself again within a paragraph does so on purpose.
    if one.at.block == other.at.block {
        return;
    }
    let speaker =
        |quote: usize| facts.people.get(facts.quotes.get(quote)?.speaker? as usize).map(|person| &person.name);
    let speakers = match (speaker(first), speaker(second)) {
        (Some(one), Some(other)) if is_other(&one.key, &other.key) => Some((one.span, other.span)),
        _ => None,
    };
    let changed = differ.map(|(one, other)| (text.span(one, one), text.span(other, other)));
    if speakers.is_none() && changed.is_none() {
        return;
    }
    let (first, at) = (one.at.span, other.at);
    reading.facts.echoes.push(Echo { at, first, speakers, changed });
}

/// Whether two names are of two people: neither holds the other, and the surnames differ.
fn is_other(one: &str, other: &str) -> bool {
    let surname = |name: &str| name.rsplit(' ').next().unwrap_or_default().to_owned();
    !one.contains(other) && !other.contains(one) && surname(one) != surname(other)
}

fn words(text: &Text<'_>, span: crate::source::Span) -> Vec<usize> {
    let first = text.token_from(span.start);
    let end = text.token_from(span.end);
    (first..end).filter(|&at| matches!(text.kind(at), TokenKind::Word | TokenKind::Number)).collect()
}

fn digest(text: &Text<'_>, words: &[usize], length: usize) -> u64 {
    let mut hasher = FxHasher::default();
    hasher.write_usize(length);
    for &at in words {
        hasher.write(text.lower(at).as_bytes());
        hasher.write_u8(b' ');
    }
    hasher.finish()
}

/// How two runs of words compare.
#[derive(Clone, Copy, Debug)]
enum Likeness {
    Same,
    /// But for these two tokens.
    OneWord(usize, usize),
    Other,
}

/// How two runs of words compare, word by word.
fn likeness(text: &Text<'_>, one: &[usize], other: &[usize]) -> Likeness {
    let alike = |a: usize, b: usize| {
        let straight = |c: char| if c == '’' { '\'' } else { c };
        text.lower(a).chars().map(straight).eq(text.lower(b).chars().map(straight))
    };
    let mut pairs = one.iter().zip(other).filter(|(a, b)| !alike(**a, **b));
    match (pairs.next(), pairs.next()) {
        (None, _) => Likeness::Same,
        (Some((&a, &b)), None) if one.len() >= LONG => Likeness::OneWord(a, b),
        (Some(_), _) => Likeness::Other,
    }
}
