//! Members of two sides that vote together, beside the votes: "passed 84-15, with 30 Reds joining all 54 Blues".

use super::votes::tally;
use super::{Bounds, Reading, note};
use crate::facts::exact::Exact;
use crate::facts::model::Count;
use crate::facts::names::Hedge;
use crate::source::Span;
use crate::text::Text;
use crate::text::lexicon::{self, Classes};

/// How many tokens before the first side the votes may be told.
const BACK: usize = 24;

/// Reads the second side after the first, the count of number `index`.
pub(super) fn read(reading: &mut Reading<'_>, index: usize) {
    let text = reading.text;
    let counts = &reading.facts.counts;
    let (Some(one), Some(other)) = (counts.get(index), counts.get(index + 1)) else { return };
    let sides = [one, other].iter().all(|side| is_side(side));
    let end = text.token_from(one.noun.span.end);
    let second = text.token_from(other.at.span.start);
    let joined = is_joining(text, end)
        && second > end
        && second <= end + 3
        && (end + 1..second).all(|at| matches!(text.lower(at), "all" | "the" | "with" | "of" | "their"));
    let (Some(a), Some(b)) = (one.figure.written, other.figure.written) else { return };
    let (first, span) = (text.token_from(one.at.span.start), one.at.span.to(other.at.span));
    let Some(sentence) = text.sentences.get(one.at.sentence as usize) else { return };
    if !sides || !joined || one.at.sentence != other.at.sentence {
        return;
    }
    let from = sentence.tokens.start.max(first.saturating_sub(BACK));
    let Some((votes, by)) = (from..first).rev().find_map(|at| passed(text, at)) else { return };
    let Some(sum) = a.plus(b) else { return };
    note(reading, "votes together", (sum, span), by, Bounds::up_to(votes));
}

/// Whether a count is of members of one party.
fn is_side(count: &Count) -> bool {
    let noun = &*count.noun.key;
    let party = matches!(noun, "democrat" | "republican" | "independent" | "member" | "lawmaker" | "senator");
    count.figure.hedge == Hedge::Exactly && (party || count.noun.phrase.chars().next().is_some_and(char::is_uppercase))
}

fn is_joining(text: &Text<'_>, at: usize) -> bool {
    let with = matches!(text.lower(at + 1), "with");
    matches!(text.lower(at), "join" | "joined" | "joining" | "joins")
        || with && matches!(text.lower(at), "siding" | "sided" | "voting" | "voted" | "side")
}

/// The votes of the larger side, where a vote is told at a token.
fn passed(text: &Text<'_>, at: usize) -> Option<(Exact, Span)> {
    let (first, .., last) = tally(text, at)?;
    let number = |at: usize| text.word(at).parse::<i64>().ok();
    let (a, b) = match text.word(at).split_once(['-', '–']) {
        Some((a, b)) => (a.parse().ok()?, b.parse().ok()?),
        None => (number(first)?, number(last)?),
    };
    // Scores of games and years are no votes.
    let vote = (first.saturating_sub(6)..first).chain(last + 1..last + 3).any(|at| {
        let lower = text.lower(at);
        matches!(
            lower,
            "vote" | "votes" | "voted" | "passed" | "approved" | "cleared" | "rejected" | "confirmed" | "failed"
        )
    });
    let word = lexicon::usual_class(text.lower(last + 1)).has(Classes::NUMERAL);
    (vote && !word).then(|| (Exact::from(a.max(b)), text.span(first, last)))
}
