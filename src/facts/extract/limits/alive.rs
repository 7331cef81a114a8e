//! People held against those alive: "845bn users".

use super::{Bounds, Reading, note};
use crate::facts::exact::Exact;
use crate::facts::names::Certainty;

/// More than will ever be alive at once, as far as anybody reckons.
const ALIVE: i128 = 13_000_000_000;

/// What people are counted as; nothing else is counted by these words.
const PEOPLE: &[&str] = &["person", "user", "viewer", "customer", "subscriber", "woman", "man", "child", "adult"];

/// Words of people who are counted again and again, or who are not alive.
#[rustfmt::skip] // Words, a dozen a line.
const AGAIN: &[&str] = &[
    "cumulative", "cumulatively", "combined", "total", "times", "views", "visits", "history", "ever", "lived", "born",
    "galaxy", "galaxies", "planets", "worlds", "universe", "support", "could", "would", "if", "imagine", "accounts",
    "aggregate", "altogether", "future", "fictional", "novel", "game", "estimated", "served", "carried", "flown",
    "transported", "visited", "welcomed",
];

/// How far from a figure such words may stand, in tokens.
const NEAR: usize = 40;

/// Reads the people who are more than that.
pub(super) fn read(reading: &mut Reading<'_>) {
    let text = reading.text;
    let most = Exact::whole(ALIVE);
    for index in 0..reading.facts.counts.len() {
        let Some(count) = reading.facts.counts.get(index) else { return };
        let Some(written) = count.figure.written.filter(|_| count.at.certainty != Certainty::Weak) else { continue };
        let people = written > most && PEOPLE.contains(&&*count.noun.key) && count.per.is_none();
        let first = text.token_from(count.at.span.start);
        if people && !text.near(first..first, NEAR).any(|at| AGAIN.contains(&text.lower(at))) {
            note(reading, "alive", (written, count.figure.span), count.noun.span, Bounds::up_to(most));
        }
    }
}
