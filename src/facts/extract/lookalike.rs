//! Words that sound like the one that belongs there, by the company they keep; and goals that are the wrong way round.

use super::triggers::Trigger;
use super::{Reading, misspelt};
use crate::facts::model::{Lookalike, Resembling};
use crate::facts::names::Certainty;
use crate::text::{Case, Text};
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

static TABLE: &str = include_str!("../../../tables/lookalikes.csv");

/// What was meant by a word beside words of which one must stand near.
struct Slip {
    meant: &'static str,
    /// One of these stands within [`REACH`] tokens after the word, divided by bars.
    after: &'static str,
    /// Or one of these within two before it.
    before: &'static str,
}

/// How far the telling word may stand, in tokens.
const REACH: usize = 3;

static SLIPS: LazyLock<FxHashMap<&'static str, Vec<Slip>>> = LazyLock::new(|| {
    let mut slips: FxHashMap<&'static str, Vec<Slip>> = FxHashMap::default();
    for line in TABLE.lines().filter(|line| !line.starts_with('#')).skip(1) {
        let mut cells = line.split(',');
        let Some(word) = cells.next() else { continue };
        let mut cell = || cells.next().unwrap_or_default();
        slips.entry(word).or_default().push(Slip { meant: cell(), after: cell(), before: cell() });
    }
    slips
});

/// What is good, and its opposite: nobody wants less of the first or more of the second.
const OPPOSITES: &[(&str, &str)] = &[
    ("literacy", "illiteracy"),
    ("employment", "unemployment"),
    ("equality", "inequality"),
    ("security", "insecurity"),
    ("efficiency", "inefficiency"),
    ("nutrition", "malnutrition"),
    ("survival", "mortality"),
    ("stability", "instability"),
];

/// Verbs of reducing that go with evils alone.
const FIGHTING: &[&str] = &[
    "eradicate",
    "eradicating",
    "eliminate",
    "eliminating",
    "combat",
    "combating",
    "tackle",
    "tackling",
    "halve",
    "halving",
];

/// Verbs of reducing that need a goal before them.
const REDUCING: &[&str] =
    &["reduce", "reducing", "cut", "cutting", "lower", "lowering", "slash", "slashing", "end", "ending"];

/// Verbs of raising that need a goal before them.
const RAISING: &[&str] =
    &["raise", "raising", "increase", "increasing", "boost", "boosting", "improve", "improving", "promote"];

/// Words of goals.
const GOALS: &[&str] = &[
    "goal",
    "goals",
    "aim",
    "aims",
    "aimed",
    "target",
    "targets",
    "pledge",
    "pledged",
    "promised",
    "promise",
    "hopes",
    "hope",
    "wants",
    "ambition",
    "campaign",
    "vowed",
    "committed",
];

/// How far before the verb a goal may stand, in tokens.
const GOAL: usize = 8;

/// The words of both lists.
pub(super) fn words() -> impl Iterator<Item = &'static str> {
    SLIPS.keys().copied().chain(OPPOSITES.iter().flat_map(|&(good, evil)| [good, evil])).chain(misspelt::words())
}

/// Finds words that sound like what belongs there.
pub(super) fn read(reading: &mut Reading<'_>) {
    let text = reading.text;
    let mut next = 0;
    while let Some(at) = reading.next(next, text.tokens.len(), Trigger::LOOKALIKE) {
        next = at + 1;
        let opposite = opposite(text, at).map(|meant| (meant, at, Resembling::Opposite));
        let sound = || meant(text, at).map(|meant| (meant, at, Resembling::Sound));
        let name = || misspelt::name(text, at).map(|(meant, last)| (meant, last, Resembling::Name));
        let Some((meant, last, like)) = opposite.or_else(sound).or_else(name) else { continue };
        next = last + 1;
        let fact = reading.at(text.span(at, last), Certainty::Likely);
        reading.facts.lookalikes.push(Lookalike { at: fact, meant, like });
    }
}

fn meant(text: &Text<'_>, at: usize) -> Option<&'static str> {
    // Names are spelled as they are: "the Natural Resources Defense Council".
    if text.token(at).is_some_and(|token| token.case != Case::Lower) && !begins_sentence(text, at) {
        return None;
    }
    // A mark ends the company, and so does a verb: "the undo button has influence".
    let end = |after: usize| {
        let verb = matches!(text.lower(after), "is" | "are" | "was" | "were" | "has" | "have" | "had" | "be" | "been");
        verb || matches!(text.word(after), "." | "," | ";" | ":" | "")
    };
    let among = |words: &str, at: usize| {
        let lower = text.lower(at);
        !words.is_empty() && words.split('|').any(|word| word == lower)
    };
    let slip = SLIPS.get(text.lower(at))?.iter().find(|slip| {
        (at + 1..=at + REACH).take_while(|&after| !end(after)).any(|after| among(slip.after, after))
            || (at.saturating_sub(2)..at).any(|before| among(slip.before, before))
    })?;
    Some(slip.meant)
}

fn begins_sentence(text: &Text<'_>, at: usize) -> bool {
    let sentence = text.token(at).and_then(|token| text.sentences.get(text.sentence_at(token.span.start)));
    sentence.is_some_and(|sentence| sentence.tokens.start == at)
}

/// "The aim is to halve literacy by 2030": the opposite of what is said to be wanted.
fn opposite(text: &Text<'_>, at: usize) -> Option<&'static str> {
    let lower = text.lower(at);
    let &(good, evil) = OPPOSITES.iter().find(|(good, evil)| *good == lower || *evil == lower)?;
    let modified = matches!(
        at.checked_sub(1).map_or("", |before| text.lower(before)),
        "adult"
            | "child"
            | "youth"
            | "infant"
            | "maternal"
            | "female"
            | "national"
            | "food"
            | "gender"
            | "income"
            | "women"
    );
    let verb = at.checked_sub(1 + usize::from(modified))?;
    let whole = matches!(text.lower(at + 1), "rate" | "rates" | "levels" | "." | "," | "by" | "in" | "among" | "");
    // "cut security, which he called a waste": what is cut is no rate.
    let rate = !matches!(text.word(at + 1), "." | "," | "");
    let goal = || (verb.saturating_sub(GOAL)..verb).any(|before| GOALS.contains(&text.lower(before)));
    let said = text.lower(verb);
    let is = |verbs: &[&str]| verbs.contains(&said);
    if lower == good {
        (whole && (is(FIGHTING) || is(REDUCING) && rate && goal())).then_some(evil)
    } else {
        (whole && is(RAISING) && goal()).then_some(good)
    }
}
