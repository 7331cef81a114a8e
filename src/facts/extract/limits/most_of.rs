//! Majorities that are none: "four in 10 agree, a majority of those asked", "a majority of voters (47%)".

use super::{Bounds, Reading, note};
use crate::facts::exact::Exact;
use crate::facts::model::{At, Figure};
use crate::facts::names::{Certainty, Hedge};
use crate::text::{Text, TokenKind};

/// How many tokens may stand between a share and the word.
const REACH: usize = 12;

/// Who a majority may be of, in words: one "of the seats" is of other things than the votes.
const PEOPLE: &[&str] = &[
    "respondents",
    "people",
    "voters",
    "adults",
    "pupils",
    "students",
    "americans",
    "britons",
    "members",
    "parents",
    "workers",
    "residents",
    "women",
    "men",
    "households",
];

/// Reads the shares that are called a majority.
pub(super) fn read(reading: &mut Reading<'_>) {
    let facts = &reading.facts;
    let hundred = Exact::whole(100);
    let percents = facts.percents.iter().map(|fact| (&fact.figure, fact.at, Exact::ONE));
    let ratios = facts.ratios.iter().map(|fact| (&fact.figure, fact.at, hundred));
    let mut found = Vec::new();
    for (figure, at, scale) in percents.chain(ratios) {
        if let Some(share) = below_half(figure, at, scale)
            && let Some((first, last)) = called(reading.text, at)
        {
            found.push(((share, at.span), reading.text.span(first, last)));
        }
    }
    for (figure, by) in found {
        note(reading, "majority", figure, by, Bounds { least: Some(Exact::whole(50)), most: None });
    }
}

/// A share that is surely less than half, though no small one, in per cent.
fn below_half(figure: &Figure, at: At, scale: Exact) -> Option<Exact> {
    let share = figure.written?.times(scale)?;
    let plain = matches!(figure.hedge, Hedge::Exactly | Hedge::About | Hedge::Nearly | Hedge::Under);
    // What is far from half is no share of the votes, but how far one side is ahead.
    let near = share < Exact::whole(50) && share >= Exact::whole(30);
    (plain && at.certainty != Certainty::Weak && near).then_some(share)
}

/// The words "a majority" that a share is called by.
fn called(text: &Text<'_>, at: At) -> Option<(usize, usize)> {
    let (first, end) = (text.token_from(at.span.start), text.token_from(at.span.end));
    let tokens = text.sentences.get(at.sentence as usize)?.tokens.clone();
    // "…, a majority of those asked."
    let after = (end..tokens.end.min(end + REACH)).find(|&at| text.word(at) == ",").and_then(|comma| {
        let majority = majority(text, comma + 1)?;
        let plain = (end..comma).all(|at| text.kind(at) == TokenKind::Word && !is_other(text.lower(at)));
        let whose = match text.lower(majority.1 + 1) {
            "of" => {
                let the = majority.1 + 2;
                let whose = the + usize::from(matches!(text.lower(the), "the" | "all"));
                let asked = |at: usize| matches!(text.lower(at), "asked" | "polled" | "surveyed" | "questioned");
                let closes = |at: usize| matches!(text.word(at), "." | "," | ";" | "");
                // "20% fell ill, a majority of them men": a majority of the share.
                text.lower(whose) == "those" && asked(whose + 1)
                    || PEOPLE.contains(&text.lower(whose)) && (closes(whose + 1) || asked(whose + 1))
            }
            "." | "," | "" | ";" => true,
            _ => false,
        };
        (plain && whose).then_some(majority)
    });
    // "a majority of voters (47%)", "a majority, 47%,".
    after.or_else(|| {
        let mark = first.checked_sub(1).filter(|&mark| mark >= tokens.start)?;
        let closes = match text.word(mark) {
            "(" => text.word(end) == ")",
            "," => matches!(text.word(end), "," | "."),
            "—" | "–" => matches!(text.word(end), "—" | "–" | "."),
            _ => false,
        };
        let begin = (mark.saturating_sub(7).max(tokens.start)..mark).rev().find(|&at| text.lower(at) == "a")?;
        let majority = majority(text, begin)?;
        let whose = majority.1 + 1..mark;
        let plain = whose.clone().all(|at| text.kind(at) == TokenKind::Word && !is_other(text.lower(at)));
        let of = whose.is_empty() || text.lower(whose.start) == "of" && text.lower(whose.end - 1) != "seats";
        (closes && plain && of).then_some(majority)
    })
}

/// "a majority", "a clear majority".
fn majority(text: &Text<'_>, at: usize) -> Option<(usize, usize)> {
    if text.lower(at) != "a" {
        return None;
    }
    let clear =
        matches!(text.lower(at + 1), "clear" | "slim" | "small" | "narrow" | "large" | "bare" | "solid" | "vast");
    let word = at + 1 + usize::from(clear);
    (text.lower(word) == "majority").then_some((at, word))
}

/// A word after which another share may be told of, or another clause begins.
fn is_other(lower: &str) -> bool {
    matches!(lower, "but" | "while" | "and" | "or" | "than" | "from" | "to" | "not" | "no" | "seats" | "against" | "if")
}
