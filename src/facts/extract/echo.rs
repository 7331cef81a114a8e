//! Quotations that come again in an article: in other words, or from another mouth.

use super::Reading;
use crate::article::Part;
use crate::facts::model::Echo;
use crate::facts::names::Certainty;
use crate::text::{Text, TokenKind};
use rustc_hash::{FxHashMap, FxHasher};
use std::hash::Hasher;
use std::ops::Range;

/// The fewest words of a quotation that is known again.
const FEWEST: u32 = 5;

/// The fewest words of one that is known again in other words.
const LONG: usize = 9;

/// How many words at either end of a quotation it is known again by where words of it are missing.
const EDGE: usize = 5;

/// How many words may be missing.
const MISSING: usize = 2;

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
        let (edge, end) = (EDGE.min(words.len()), words.len() - EDGE.min(words.len()));
        let ends = [
            digest(text, words.get(..edge).unwrap_or_default(), 0),
            digest(text, words.get(end..).unwrap_or_default(), 1),
        ];
        let both = [digest(text, head, words.len()), digest(text, tail, words.len() + 1000)];
        let keys: Vec<u64> = if words.len() > LONG { both.into_iter().chain(ends).collect() } else { both.to_vec() };
        let earlier = keys.iter().find_map(|key| halves.get(key)).and_then(|&at| known.get(at));
        match earlier.map(|earlier| (earlier.quote, likeness(text, &earlier.words, &words))) {
            Some((first, Likeness::Same)) => found.push((first, index, Differ::Nothing)),
            Some((first, Likeness::OneWord(one, other))) => found.push((first, index, Differ::Word(one, other))),
            Some((first, Likeness::Missing(words))) => found.push((first, index, Differ::Missing(words))),
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

/// What two quotations differ in.
enum Differ {
    Nothing,
    /// One word, by its tokens.
    Word(usize, usize),
    /// Words that only one of them has.
    Missing(Range<usize>),
}

fn add(reading: &mut Reading<'_>, first: usize, second: usize, differ: Differ) {
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
    let body = one.at.part == Part::Body && other.at.part == Part::Body;
    let (changed, missing) = match differ {
        Differ::Nothing => (None, None),
        Differ::Word(one, other) => (Some((text.span(one, one), text.span(other, other))), None),
        // Headlines and captions shorten what was said.
        Differ::Missing(words) => {
            let span = text.span(words.start, words.end - 1);
            let without = if other.at.span.overlaps(span) { one.at.span } else { other.at.span };
            (None, (body && speakers.is_none()).then_some((span, without)))
        }
    };
    if speakers.is_none() && changed.is_none() && missing.is_none() {
        return;
    }
    let (first, at) = (one.at.span, other.at);
    reading.facts.echoes.push(Echo { at, first, speakers, changed, missing });
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
#[derive(Clone, Debug)]
enum Likeness {
    Same,
    /// But for these two tokens.
    OneWord(usize, usize),
    /// But for these tokens of the longer, inside it.
    Missing(Range<usize>),
    Other,
}

/// How two runs of words compare, word by word.
fn likeness(text: &Text<'_>, one: &[usize], other: &[usize]) -> Likeness {
    let alike = |a: usize, b: usize| {
        let straight = |c: char| if c == '’' { '\'' } else { c };
        text.lower(a).chars().map(straight).eq(text.lower(b).chars().map(straight))
    };
    if one.len() != other.len() {
        let (long, short) = if one.len() > other.len() { (one, other) } else { (other, one) };
        return missing(text, long, short, &alike).map_or(Likeness::Other, Likeness::Missing);
    }
    let mut pairs = one.iter().zip(other).filter(|(a, b)| !alike(**a, **b));
    match (pairs.next(), pairs.next()) {
        (None, _) => Likeness::Same,
        (Some((&a, &b)), None) if one.len() >= LONG => Likeness::OneWord(a, b),
        (Some(_), _) => Likeness::Other,
    }
}

/// The words of the longer that the shorter leaves out without a sign of it.
fn missing(
    text: &Text<'_>,
    long: &[usize],
    short: &[usize],
    alike: &impl Fn(usize, usize) -> bool,
) -> Option<Range<usize>> {
    let gap = long.len() - short.len();
    if gap > MISSING || short.len() < LONG {
        return None;
    }
    let head = long.iter().zip(short).take_while(|(a, b)| alike(**a, **b)).count();
    let tail = long.iter().rev().zip(short.iter().rev()).take_while(|(a, b)| alike(**a, **b)).count();
    if head == 0 || tail == 0 || head >= short.len() || head + tail < short.len() {
        return None;
    }
    // "We will … sell", "we will [never] sell" and "“We will,” she said, “sell”" own up to it.
    let (before, after) = (*short.get(head - 1)?, *short.get(head)?);
    let plain = (before + 1..after).all(|at| matches!(text.word(at), "," | "-"));
    let (first, last) = (*long.get(head)?, *long.get(head + gap - 1)?);
    let open = |at: usize| matches!(text.word(at), "[" | "(" | "]" | ")");
    let whole = last - first == gap - 1 && !open(first - 1) && !open(last + 1);
    // What is said in passing is left out by every editor.
    let filler = |at: usize| FILLERS.contains(&text.lower(at));
    (plain && whole && !(first..=last).any(filler)).then_some(first..last + 1)
}

/// Words that editors take out of what was said.
#[rustfmt::skip] // Words, a dozen a line.
const FILLERS: &[&str] = &[
    "uh", "um", "er", "erm", "well", "like", "you", "know", "i", "mean", "just", "really", "very", "so", "and", "but",
    "actually", "basically", "then", "now", "oh", "yeah", "yes", "look", "right", "quite", "also", "that", "the",
];
