//! Votes that cannot have been cast so: "the bill passed by a 12-37 vote", "the Senate voted 88-32", "the justices ruled
//! 5-5".

use super::votes::sides;
use super::{Bounds, Reading, american, note};
use crate::facts::exact::Exact;
use crate::facts::extract::triggers::Trigger;
use crate::text::{Case, Text};
use std::ops::Range;

/// How many tokens may stand between a verb or a body and its vote.
const REACH: usize = 12;

/// Verbs of what was passed, of which those for are told first.
const PASSED: &[&str] = &["passed", "approved", "adopted", "cleared", "ratified", "advanced", "passes", "approves"];

/// Words of a vote that went another way, or of more votes than one.
#[rustfmt::skip] // Words, a dozen a line.
const OTHERWISE: &[&str] = &[
    "failed", "fails", "rejected", "rejects", "defeated", "not", "never", "blocked", "vetoed", "override", "lost",
    "opposed", "nay", "nays", "noes", "short", "against", "despite", "percent", "%", "down", "killed", "fell",
    "yards", "touchdown", "touchdowns", "quarterback", "receiver", "after", "but", "respectively", "filibuster",
];

/// What is voted on, and who votes.
#[rustfmt::skip] // Words, a dozen a line.
const VOTED_ON: &[&str] = &[
    "bill", "act", "law", "legislation", "resolution", "amendment", "measure", "motion", "senate", "house", "committee",
    "assembly", "council", "parliament", "lawmakers", "budget", "ordinance", "nomination", "nominee", "proposal", "board",
    "chamber", "legislature", "commons", "treaty", "plan", "vote", "votes",
];

/// Chambers of the United States with how many sit in them, and words near which a chamber of the name is another's.
const SENATE: i64 = 100;
const HOUSE: i64 = 435;
const JUSTICES: i64 = 9;

/// Words of a vote, one of which stands right before a tally or after it.
#[rustfmt::skip] // Words, a dozen a line.
const VOTE: &[&str] = &[
    "vote", "votes", "voted", "margin", "majority", "passed", "approved", "cleared", "confirmed", "rejected", "ruled",
    "decision", "ruling", "split", "decided", "opinion", "upheld", "divided", "adopted", "holding",
];

/// Reads the votes of two sides.
pub(super) fn read(reading: &mut Reading<'_>) {
    let text = reading.text;
    let mut next = 0;
    while let Some(at) = reading.next(next, text.tokens.len(), Trigger::NUMBER) {
        next = at + 1;
        if !matches!(text.lower(at + 1), "-" | "–" | "to") && !text.word(at).contains(['-', '–']) {
            continue;
        }
        let Some(((one, other), last)) = sides(text, at).filter(|_| !text.glued(at)) else { continue };
        let goes_on = text.glued(last + 1) && matches!(text.word(last + 1), "-" | "–" | "/" | "%");
        if goes_on || !(1..1000).contains(&one) || !(0..1000).contains(&other) {
            continue;
        }
        next = last + 1;
        let near = text.near(at..last + 1, REACH);
        if let Some(verb) = reversed(text, (at, last), (one, other), &near) {
            let bounds = Bounds { least: Some(Exact::from(other)), most: None };
            note(reading, "votes for", (Exact::from(one), text.span(at, last)), text.span(verb, verb), bounds);
        } else if let Some((body, most)) = body(text, (at, last), one + other, &near)
            && american::is_article(reading)
        {
            let figure = (Exact::from(one + other), text.span(at, last));
            note(reading, "votes", figure, text.span(body.start, body.end - 1), Bounds::up_to(Exact::from(most)));
        }
    }
}

/// The verb of "the bill passed the Senate by a 12-37 vote".
fn reversed(
    text: &Text<'_>,
    (at, last): (usize, usize),
    (one, other): (i64, i64),
    near: &Range<usize>,
) -> Option<usize> {
    if one >= other || text.near(at..last + 1, 2 * REACH).any(|at| OTHERWISE.contains(&text.lower(at))) {
        return None;
    }
    let verb = (near.start..at).rev().find(|&at| PASSED.contains(&text.lower(at)))?;
    let on = near.clone().any(|at| VOTED_ON.contains(&text.lower(at)));
    // "passed 10-15 bills a week"
    let counted = matches!(text.lower(last + 1), "vote" | "votes" | "margin")
        || matches!(
            text.lower(last + 1),
            "" | "," | "." | ";" | "with" | "on" | "in" | "along" | "last" | "to" | "and"
        )
        || text.token(last + 1).is_some_and(|token| token.case != Case::Lower);
    let alone = (verb + 1..at).all(|at| sides(text, at).is_none());
    // "Public Law 102-481"
    let named = matches!(
        text.lower(at - 1),
        "law" | "no" | "no." | "res" | "res." | "resolution" | "act" | "title" | "." | ":"
    );
    (on && counted && alone && !named).then_some(verb)
}

/// The American chamber that cast so many votes, and how many it has.
fn body(text: &Text<'_>, (at, last): (usize, usize), cast: i64, near: &Range<usize>) -> Option<(Range<usize>, i64)> {
    if !(JUSTICES + 1..=2 * HOUSE).contains(&cast) || (cast > JUSTICES + 3 && cast <= SENATE) {
        return None;
    }
    let told = (at.saturating_sub(5).max(near.start)..at).chain(last + 1..(last + 4).min(near.end));
    if !told.into_iter().any(|at| VOTE.contains(&text.lower(at))) {
        return None;
    }
    let after = last + 1..(last + 8).min(near.end);
    let mut places = (near.start..at).rev().chain(after);
    let (body, most) = places.find_map(|at| {
        let before = text.lower(at.wrapping_sub(1));
        match text.word(at) {
            "Senate" if before != "state" => Some((at..at + 1, SENATE)),
            "House" if !matches!(before, "state" | "white") => Some((at..at + 1, HOUSE)),
            "Court" if before == "supreme" => Some((at - 1..at + 1, JUSTICES)),
            "court" | "Court" if before == "high" => Some((at - 1..at + 1, JUSTICES)),
            "justices" => Some((at..at + 1, JUSTICES)),
            _ => None,
        }
    })?;
    // Twice as many votes are another chamber's, whose name stands farther off.
    let fits = cast > most && (most != JUSTICES || cast <= JUSTICES + 3) && (most != SENATE || cast < 2 * SENATE);
    if !fits || near.clone().any(|at| american::is_land(text, at)) {
        return None;
    }
    Some((body, most))
}
