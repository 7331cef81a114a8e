//! Votes cast and those who could cast them: "the 30-member council voted 17 to 11, with four abstentions", "a panel of
//! nine judges ruled 6-4", "approved 61-45 in the 100-member Senate".

use super::{Bounds, Reading, note};
use crate::facts::exact::Exact;
use crate::facts::names::Hedge;
use crate::text::lexicon::{self, Classes, VerbForms};
use crate::text::{Text, TokenKind};

/// How many tokens may stand between the members and the vote.
const REACH: usize = 12;

/// Reads the vote after the members of number `index`.
pub(super) fn read(reading: &mut Reading<'_>, index: usize) {
    let text = reading.text;
    let Some(count) = reading.facts.counts.get(index) else { return };
    let (Some(most), by) = (count.figure.written, count.at.span) else { return };
    let end = text.token_from(by.end);
    let member = matches!(text.word(end.wrapping_sub(2)), "-" | "‑") || text.word(end.wrapping_sub(1)).contains('-');
    let first = text.token_from(by.start);
    // "The five commissioners voted 4-2" speaks of all of them.
    let all = first.checked_sub(1).is_some_and(|the| matches!(text.lower(the), "the" | "all"));
    let body = member || is_panel(text, first) || all && &*count.noun.key != "member";
    if count.figure.hedge != Hedge::Exactly || !body {
        return;
    }
    let until = text.sentences.get(count.at.sentence as usize).map_or(end, |sentence| sentence.tokens.end);
    let verb = (end..until.min(end + REACH)).find(|&at| VOTED.contains(&text.lower(at)));
    // "ruled 6-4", but "voted on Monday by 6 to 4"
    let voted = verb.and_then(|verb| {
        let near = if text.lower(verb).starts_with("vote") { 4 } else { 2 };
        (verb + 1..until.min(verb + near)).find_map(|at| tally(text, at))
    });
    // "The three judges heard that the town voted 20-18."
    let at_once = |verb: usize| !(end..verb).any(|at| is_told(text, at) || text.kind(at) != TokenKind::Word);
    let voted = voted.filter(|_| member || !all || verb.is_some_and(at_once));
    let voted = voted.filter(|&(.., last)| text.lower(last + 1) != "of");
    let from = text.token_from(by.start);
    let Some((first, cast, last)) = voted.or_else(|| passed(text, from, end, until)) else { return };
    let (abstained, last) = abstentions(text, last, until).unwrap_or((0, last));
    let figure = (Exact::from(cast + abstained), text.span(first, last));
    note(reading, "votes", figure, by, Bounds::up_to(most));
}

/// "The 13 districts were split 7 to 6": what all of a number are divided into.
pub(super) fn divided(reading: &mut Reading<'_>, index: usize) {
    let text = reading.text;
    let Some(count) = reading.facts.counts.get(index) else { return };
    let end = text.token_from(count.noun.span.end);
    let split = matches!(text.lower(end), "are" | "were" | "is" | "was")
        && matches!(text.lower(end + 1), "split" | "divided" | "deadlocked" | "tied");
    let (Some(all), Some((first, sum, last))) = (count.figure.written, tally(text, end + 2)) else { return };
    if split && count.figure.hedge == Hedge::Exactly && text.lower(last + 1) != "of" {
        let by = count.at.span;
        note(reading, "votes", (Exact::from(sum), text.span(first, last)), by, Bounds::up_to(all));
    }
}

/// Whether something else is told before a vote.
fn is_told(text: &Text<'_>, at: usize) -> bool {
    let lower = text.lower(at);
    let verb = lexicon::usual_class(lower).has_any(Classes::VERB.or(Classes::AUXILIARY));
    verb || lexicon::verb_form(lower).has(VerbForms::PAST) || matches!(lower, "that" | "who" | "which" | "if" | "how")
}

/// Verbs of a vote that is over.
const DECIDED: &[&str] = &[
    "passed",
    "failed",
    "approved",
    "rejected",
    "defeated",
    "cleared",
    "confirmed",
    "adopted",
    "carried",
    "backed",
    "blocked",
];

/// Verbs that a tally follows.
const VOTED: &[&str] = &[
    "voted",
    "vote",
    "votes",
    "ruled",
    "split",
    "divided",
    "decided",
    "agreed",
    "deadlocked",
    "deadlock",
    "tied",
    "tie",
];

/// Whether a count is of all who sit together: "a panel of nine judges".
fn is_panel(text: &Text<'_>, first: usize) -> bool {
    let back = |n: usize| first.checked_sub(n).map_or("", |at| text.lower(at));
    back(1) == "of" && matches!(back(2), "panel" | "bench" | "court" | "board" | "jury" | "council" | "committee")
}

/// "failed 24-19 in the 40-member senate", "passed the 80-member house by 56 to 27": the vote around the body
/// `from..end`.
fn passed(text: &Text<'_>, from: usize, end: usize, until: usize) -> Option<(usize, i64, usize)> {
    let the = from.checked_sub(usize::from(matches!(text.lower(from.checked_sub(1)?), "the" | "a" | "its")))?;
    let decided = |at: usize| (at.saturating_sub(4)..at).any(|at| DECIDED.contains(&text.lower(at)));
    if matches!(text.lower(the.checked_sub(1)?), "in" | "by") {
        let tally = (2..5).find_map(|back| {
            let found = tally(text, the.checked_sub(1 + back)?)?;
            (found.2 + 2 == the).then_some(found)
        });
        if let Some(tally) = tally.filter(|tally| decided(tally.0)) {
            return Some(tally);
        }
    }
    let by = (end..until.min(end + 3)).find(|&at| matches!(text.lower(at), "by" | "on"))?;
    let vote = matches!(text.lower(by + 1), "a" | "votes") && text.lower(by + 2) == "vote";
    let first = by + 1 + if vote { 2 + usize::from(text.lower(by + 3) == "of") } else { 0 };
    tally(text, first).filter(|_| decided(the))
}

/// "17 to 11", "17-11": the first token, the votes together and the last token.
pub(super) fn tally(text: &Text<'_>, at: usize) -> Option<(usize, i64, usize)> {
    let ((one, other), last) = sides(text, at)?;
    Some((at, one.checked_add(other)?, last))
}

/// "17 to 11", "17-11": the votes of both sides and the last token.
pub(super) fn sides(text: &Text<'_>, at: usize) -> Option<((i64, i64), usize)> {
    let number = |at: usize| -> Option<i64> {
        (text.kind(at) == TokenKind::Number).then(|| text.word(at).parse().ok()).flatten()
    };
    if let Some((one, other)) = text.word(at).split_once(['-', '–']) {
        return Some(((one.parse().ok()?, other.parse().ok()?), at));
    }
    let joined = matches!(text.lower(at + 1), "to" | "-" | "–");
    let both = number(at).zip(number(at + 2)).filter(|_| joined)?;
    (text.lower(at + 3) != "to").then_some((both, at + 2))
}

/// ", with four abstentions", ", with two abstaining".
fn abstentions(text: &Text<'_>, from: usize, until: usize) -> Option<(i64, usize)> {
    let last = (from + 1..until.min(from + 7)).find(|&at| text.lower(at).starts_with("abst"))?;
    let word = text.lower(last.checked_sub(1)?);
    let small = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
    let spoken = small.iter().position(|name| *name == word).and_then(|at| i64::try_from(at + 1).ok());
    spoken.or_else(|| word.parse().ok()).map(|number| (number, last))
}
