//! One figure with two scale words: "a $1.3bn contract" here, "the $1.3m contract" there.
//!
//! The same digits a thousand or a million times apart are one figure where both sentences speak of the
//! same things; the words that they share are counted, and rules say how many are enough.

use super::bearer::{self, Bearer};
use super::listing::is_people;
use super::{Reading, Spot, SpotKind, Spots, figure, weaker};
use crate::facts::exact::Exact;
use crate::facts::model::Rescaled;
use crate::text::lexicon::{self, Classes};
use crate::text::{Case, Text, TokenKind};
use rustc_hash::{FxHashMap, FxHashSet};
use std::cell::OnceCell;
use std::ops::Range;

/// How many tokens on either side of a figure are near it.
const NEAR: usize = 7;

/// So many words that two sentences share say that they speak of one thing, even where it is brought in anew.
const MANY: usize = 3;

/// Words that any two sentences may share.
const COMMON: &[&str] = &[
    "year",
    "week",
    "month",
    "day",
    "time",
    "people",
    "person",
    "dollar",
    "company",
    "number",
    "say",
    "make",
    "take",
    "have",
    "get",
    "give",
    "go",
    "include",
    "accord",
    "report",
    "percent",
    "cent",
    "total",
    "amount",
    "first",
    "last",
    "next",
    "new",
    "other",
    "such",
    "total",
    "million",
    "billion",
    "trillion",
    "thousand",
    "state",
    "government",
    "money",
    "cost",
    "today",
    "country",
    "expect",
    "plan",
    "show",
    "tell",
    "announce",
    "use",
    "work",
    "come",
];

/// How often a word may stand in an article and still say of two sentences that they speak of the same things: a long
/// report on a budget says "expenditures" in every second one.
const OFTEN: usize = 12;

/// The words that an article uses too often, gathered when the first two figures are compared.
struct Often<'a> {
    text: &'a Text<'a>,
    words: OnceCell<FxHashSet<String>>,
}

impl Often<'_> {
    fn has(&self, word: &str) -> bool {
        let gathered = || {
            // Few words are different, and the base form of each is asked for once.
            let mut forms: FxHashMap<(&str, Case), (usize, usize)> = FxHashMap::default();
            for (at, token) in self.text.tokens.iter().enumerate() {
                forms.entry((self.text.lower(at), token.case)).or_insert((at, 0)).1 += 1;
            }
            let mut times: FxHashMap<String, usize> = FxHashMap::default();
            for (at, number) in forms.into_values() {
                if let Some(word) = telling(self.text, at) {
                    *times.entry(word).or_default() += number;
                }
            }
            times.into_iter().filter(|(_, times)| *times > OFTEN).map(|(word, _)| word).collect()
        };
        self.text.tokens.len() > OFTEN * OFTEN && self.words.get_or_init(gathered).contains(word)
    }
}

/// A large figure by its digits.
struct Large {
    spot: Spot,
    /// Its digits without zeros at either end.
    digits: Exact,
    /// The power of ten of its last digit.
    power: i32,
    /// What it is the price or the size of.
    bearer: Option<Bearer>,
    /// Whether it is too small to be told again by its digits alone.
    small: bool,
}

pub(super) fn read(reading: &mut Reading<'_>, spots: &Spots) {
    let mut larges: Vec<Large> = spots.all.iter().filter_map(|spot| large(reading, spot)).collect();
    larges.sort_by_key(|large| (large.digits, large.spot.at.span));
    let mut found = Vec::new();
    let often = Often { text: reading.text, words: OnceCell::new() };
    for same in larges.chunk_by(|a, b| a.digits == b.digits) {
        // Two scales that are both told again are two figures: of each pair one is told once.
        let lone: Vec<usize> = told_once(same).collect();
        for (index, one) in same.iter().enumerate() {
            let told = |at: usize| {
                let other = same.get(at).filter(|other| one.power != other.power)?;
                pair(reading, &often, one, other)
            };
            // The first that is told otherwise is enough: one slip, one fact.
            let first = if lone.contains(&index) {
                (index + 1..same.len()).find_map(told)
            } else {
                lone.iter().copied().filter(|&at| at > index).find_map(told)
            };
            found.extend(first);
        }
    }
    found.sort_by_key(|rescaled: &Rescaled| rescaled.at.span);
    reading.facts.rescaled.extend(found);
}

/// The figure where it is large and has digits that tell it from others.
fn large(reading: &Reading<'_>, spot: &Spot) -> Option<Large> {
    let scaled = matches!(spot.kind, SpotKind::Number | SpotKind::Count | SpotKind::Measure | SpotKind::Money);
    if !scaled || !spot.is_firm() {
        return None;
    }
    let figure = figure(reading, spot)?;
    let written = figure.written.filter(|&written| written >= Exact::whole(1000))?;
    let start = reading.text.sentences.get(spot.at.sentence as usize)?.tokens.start;
    let bearer = bearer::of(reading.text, spot, start);
    let small = figure.style.scale < 6 && (spot.kind == SpotKind::Number || written < Exact::whole(10_000));
    if small && bearer.is_none() {
        return None;
    }
    let (ten, mut digits, mut power) = (Exact::whole(10), written, 0);
    while power < 30 {
        match digits.over(ten).filter(|next| next.is_whole()) {
            Some(next) => digits = next,
            None => break,
        }
        power += 1;
    }
    Some(Large { spot: *spot, digits, power, bearer, small })
}

/// Where the figures stand whose power of ten no other has.
fn told_once(same: &[Large]) -> impl Iterator<Item = usize> {
    let mut times: FxHashMap<i32, usize> = FxHashMap::default();
    for large in same {
        *times.entry(large.power).or_default() += 1;
    }
    let once = move |large: &Large| times.get(&large.power) == Some(&1);
    same.iter().enumerate().filter(move |(_, large)| once(large)).map(|(at, _)| at)
}

/// Two figures as one with two scales, where nothing shows that they are of different things.
fn pair(reading: &Reading<'_>, often: &Often<'_>, one: &Large, other: &Large) -> Option<Rescaled> {
    let text = reading.text;
    let apart = (one.power - other.power).abs();
    if one.spot.at.sentence == other.spot.at.sentence || !alike(reading, &one.spot, &other.spot) {
        return None;
    }
    let one_thing = one.bearer.zip(other.bearer).is_some_and(|(one, other)| bearer::are_one(text, one, other))
        || is_told_again(reading, one, other);
    if (one.small || other.small) && !one_thing {
        return None;
    }
    let sentence = |spot: &Spot| text.sentences.get(spot.at.sentence as usize).map(|sentence| sentence.tokens.clone());
    let shared = shared(often, sentence(&one.spot)?, sentence(&other.spot)?);
    // Three digits hardly come twice by chance.
    let digits = one.digits.numerator().checked_ilog10().unwrap_or_default() + 1;
    let new = shared < MANY && digits < 3 && brings_in(text, &one.spot, &other.spot);
    let chance = digits < 3 || apart % 3 != 0;
    if new || chance && are_of_two(text, sentence(&one.spot)?, sentence(&other.spot)?) {
        return None;
    }
    let near = |spot: &Spot| spot.first.saturating_sub(NEAR)..spot.end + NEAR;
    let within = |range: Range<usize>, bound: Range<usize>| range.start.max(bound.start)..range.end.min(bound.end);
    let near = self::shared(
        often,
        within(near(&one.spot), sentence(&one.spot)?),
        within(near(&other.spot), sentence(&other.spot)?),
    );
    let at = reading.at(other.spot.at.span, weaker(one.spot.at.certainty, other.spot.at.certainty));
    Some(Rescaled {
        at,
        first: one.spot.at.span,
        times: Exact::power_of_ten(apart)?,
        digits,
        shared: shared as u32,
        near: near as u32,
        same: one_thing,
        again: is_known(text, &other.spot),
    })
}

/// Words that may stand between "the" and a figure.
const BETWEEN: &[&str] =
    &["full", "whole", "entire", "same", "additional", "extra", "roughly", "about", "nearly", "almost", "some", "over"];

/// Whether a figure is told as one that the reader knows: "the full £6m", "that £6m gift".
fn is_known(text: &Text<'_>, spot: &Spot) -> bool {
    let from = spot.first.saturating_sub(3);
    let before = (from..spot.first).rev().map(|at| text.lower(at)).find(|word| !BETWEEN.contains(word));
    before.is_some_and(|word| {
        matches!(word, "the" | "that" | "this" | "those" | "these" | "his" | "her" | "its" | "their")
    })
}

/// Whether the second figure is told of something new to the reader, in the same part of the article: "a $2.5m fund".
fn brings_in(text: &Text<'_>, one: &Spot, other: &Spot) -> bool {
    let part = |spot: &Spot| text.article.blocks.get(spot.at.block as usize).map(|block| block.part);
    let before = other.first.checked_sub(1).map_or("", |at| text.lower(at));
    part(one) == part(other) && matches!(before, "a" | "an" | "another" | "separate" | "further" | "additional")
}

/// Words of a part or a forerunner of something.
#[rustfmt::skip] // Words, a dozen a line.
const PARTIAL: &[&str] = &[
    "pilot", "stage", "phase", "tranche", "instalment", "installment", "deposit", "portion", "slice", "trial", "prototype",
    "sequel", "remake", "personally", "chunk", "downpayment", "fraction", "sliver", "grant", "fee",
];

/// Words of how far a figure reaches.
#[rustfmt::skip] // Words, a dozen a line.
const SCOPES: &[&str] = &[
    "state", "statewide", "county", "city", "town", "country", "nation", "nationwide", "nationally", "world", "worldwide",
    "global", "globally", "season", "region", "province", "continent", "district",
];

/// Whether two sentences tell of a whole and of its part, or of a smaller and a larger place: "the state has 23,400
/// nurses", "the country has 234,000".
fn are_of_two(text: &Text<'_>, one: Range<usize>, other: Range<usize>) -> bool {
    let has = |words: &[&str], tokens: &Range<usize>| tokens.clone().any(|at| words.contains(&text.lower(at)));
    // "Sold $1.3m of his own shares".
    let own = |tokens: &Range<usize>| {
        tokens.clone().any(|at| text.lower(at) == "own" && matches!(text.lower(at.wrapping_sub(1)), "his" | "her"))
    };
    if has(PARTIAL, &one) != has(PARTIAL, &other) || own(&one) != own(&other) {
        return true;
    }
    let scope = |tokens: &Range<usize>| tokens.clone().filter(|&at| SCOPES.contains(&text.lower(at)));
    let shares = scope(&one).any(|at| scope(&other).any(|other| text.lower(at) == text.lower(other)));
    has(SCOPES, &one) && has(SCOPES, &other) && !shares
}

/// Whether one of two sums right after each other points back to the other: "$250bn in aid. The $250m was held back"; a sum
/// of three digits hardly comes twice by chance.
fn is_told_again(reading: &Reading<'_>, one: &Large, other: &Large) -> bool {
    let text = reading.text;
    let (first, last) = if one.spot.first < other.spot.first { (one, other) } else { (other, one) };
    let near = last.spot.at.block == first.spot.at.block && last.spot.at.sentence - first.spot.at.sentence == 1;
    let digits = one.digits.numerator().checked_ilog10().unwrap_or_default() + 1;
    let scaled = (one.power - other.power).abs() % 3 == 0;
    let definite = matches!(text.lower(last.spot.first.wrapping_sub(1)), "the" | "that" | "this")
        && lexicon::usual_class(text.lower(last.spot.end)).has(Classes::AUXILIARY);
    near && scaled && one.spot.kind == SpotKind::Money && (digits >= 3 || digits == 2 && definite)
}

/// Whether two figures can be of one thing: money of one currency, one unit, one noun.
fn alike(reading: &Reading<'_>, one: &Spot, other: &Spot) -> bool {
    let facts = &reading.facts;
    let (a, b) = (one.index as usize, other.index as usize);
    match (one.kind, other.kind) {
        (SpotKind::Money, SpotKind::Money) => match (facts.moneys.get(a), facts.moneys.get(b)) {
            (Some(a), Some(b)) => a.currency == b.currency && a.per == b.per,
            _ => false,
        },
        (SpotKind::Measure, SpotKind::Measure) => match (facts.measures.get(a), facts.measures.get(b)) {
            (Some(a), Some(b)) => a.unit.name == b.unit.name,
            _ => false,
        },
        (SpotKind::Count, SpotKind::Count) => match (facts.counts.get(a), facts.counts.get(b)) {
            // "110 million customers" here are "110 million shoppers" there.
            (Some(a), Some(b)) => {
                let people = || [a, b].iter().all(|count| count.figure.style.scale >= 6 && is_people(&count.noun.key));
                a.per == b.per && (a.noun.key == b.noun.key || people())
            }
            _ => false,
        },
        (SpotKind::Number, SpotKind::Count | SpotKind::Number) | (SpotKind::Count, SpotKind::Number) => true,
        _ => false,
    }
}

/// How many words that say something, and that the article does not use all the time, both stretches hold.
fn shared(often: &Often<'_>, one: Range<usize>, other: Range<usize>) -> usize {
    let text = often.text;
    let mut words: Vec<String> = one.filter_map(|at| telling(text, at)).collect();
    words.sort_unstable();
    words.dedup();
    let mut others: Vec<String> = other.filter_map(|at| telling(text, at)).collect();
    others.sort_unstable();
    others.dedup();
    words.iter().filter(|word| others.binary_search(word).is_ok() && !often.has(word)).count()
}

/// A name, noun, verb or adjective in its base form.
fn telling(text: &Text<'_>, at: usize) -> Option<String> {
    const GRAMMAR: Classes = Classes::PREPOSITION
        .or(Classes::CONJUNCTION)
        .or(Classes::DETERMINER)
        .or(Classes::AUXILIARY)
        .or(Classes::PRONOUN);
    let token = text.token(at).filter(|token| token.kind == TokenKind::Word && text.written(token.span).len() >= 3)?;
    let lower = text.lower(at);
    let classes = lexicon::classes(lower);
    if classes.has_any(GRAMMAR) || classes == Classes::ADVERB && token.case == Case::Lower {
        return None;
    }
    let base = lexicon::singular(lower).into_owned();
    let base = lexicon::verb_base(&base).into_owned();
    (!COMMON.contains(&base.as_str())).then_some(base)
}
