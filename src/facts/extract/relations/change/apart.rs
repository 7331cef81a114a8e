//! Whether the two figures of a change are of two things or on two footings: "to £1,050 in London, from £700 in
//! Wales", "9% in local currency, from £52m to £54m".

use super::words::follows_figure;
use super::{Reading, Spot, SpotKind};
use crate::text::{Text, TokenKind};
use std::ops::Range;

/// How far after a figure what it is told of may stand, in tokens.
const REACH: usize = 14;

/// Whether `one` and `other`, which `lead` leads to, are told of different things.
pub(super) fn are_of_two_things(reading: &Reading<'_>, one: &Spot, other: &Spot, lead: usize) -> bool {
    let text = reading.text;
    let Some(far) = told_of(reading, other.end..clause(text, other.end), other.kind) else { return false };
    if is_condition(text, &far) {
        return true;
    }
    match told_of(reading, one.end..lead, one.kind) {
        Some(near) => !is_same(text, near, far),
        // "to £1,050 from £700 in Wales" may be in Wales as a whole, but not with the figure set off.
        None => matches!(text.lower(lead.wrapping_sub(1)), "," | "—" | "–"),
    }
}

/// Whether an amount, with `said` between it and the ends, is told of other things than they are: "tripled among
/// children, from 500 to 700 in all".
pub(in super::super) fn is_of_others(reading: &Reading<'_>, said: Range<usize>, last: &Spot) -> bool {
    let text = reading.text;
    let Some(near) = told_of(reading, said, SpotKind::Number) else { return false };
    let far = told_of(reading, last.end..clause(text, last.end), last.kind);
    far.is_some_and(|far| !is_same(text, near, far))
}

/// Whether the words behind a figure tell of what it is: "to £6 for lorries".
pub(super) fn is_told_of(reading: &Reading<'_>, spot: &Spot) -> bool {
    told_of(reading, spot.end..clause(reading.text, spot.end), spot.kind).is_some()
}

/// Where the clause of a figure that ends before `from` is over.
fn clause(text: &Text<'_>, from: usize) -> usize {
    (from..from + REACH).find(|&at| closes(text, at)).unwrap_or(from + REACH)
}

/// Whether the words around an amount give it a footing of its own: "in local currency", "before fees", "by volume".
pub(in super::super) fn has_own_footing(text: &Text<'_>, said: Range<usize>) -> bool {
    let limited = matches!(text.lower(said.start), "once" | "if" | "excluding" | "without" | "counting" | "net");
    // "doubled in weight" is what doubled, "rose 5% by weight" how it is counted.
    let founds = |lead: &str, at: usize| match text.lower(at) {
        "volume" | "weight" | "value" => lead == "by",
        word => FOOTINGS.contains(&word),
    };
    limited
        || said.clone().any(|at| {
            let lead = text.lower(at);
            // "an increase in the tax": what changes.
            if lead == "in" && at.checked_sub(1).is_some_and(|noun| follows_figure(text.lower(noun))) {
                return false;
            }
            let near = (at + 1..said.end.min(at + 5)).take_while(|&at| text.kind(at) == TokenKind::Word);
            matches!(lead, "in" | "at" | "by" | "on" | "before" | "after" | "net" | "under")
                && near.into_iter().any(|at| founds(lead, at) && !matches!(text.lower(at + 1), "of" | "for"))
        })
}

/// What an amount may be counted on, or without.
const FOOTINGS: &[&str] = &[
    "currency",
    "currencies",
    "dollars",
    "euros",
    "sterling",
    "terms",
    "basis",
    "measure",
    "method",
    "tax",
    "fees",
    "costs",
    "charges",
    "expenses",
    "interest",
    "inflation",
    "adjustment",
    "prices",
    "rates",
];

fn closes(text: &Text<'_>, at: usize) -> bool {
    matches!(text.lower(at), "," | "." | ";" | ":" | ")" | "" | "and" | "but" | "while" | "as" | "which" | "said")
        || matches!(text.word(at), "—" | "–" | "”" | "\"" | "!" | "?")
}

/// The first words after a figure that say what it is of, and not when: "in Wales", "for carers".
fn told_of(reading: &Reading<'_>, words: Range<usize>, kind: SpotKind) -> Option<Range<usize>> {
    let text = reading.text;
    let (mut at, until) = (words.start, words.end);
    while at < until {
        if !leads_off(text.lower(at), kind) {
            at += 1;
            continue;
        }
        let end = (at + 1..until).find(|&next| {
            closes(text, next)
                || leads_off(text.lower(next), SpotKind::Number)
                || next > at + 1 && opens_date(reading, next)
        });
        let phrase = at..end.unwrap_or(until);
        at = phrase.end;
        if !is_time(reading, &phrase) {
            return Some(phrase);
        }
    }
    None
}

/// Whether the word begins what a figure is of; "30% of pupils" is of them, "30 of the pupils" are some.
fn leads_off(word: &str, kind: SpotKind) -> bool {
    match word {
        "in" | "at" | "on" | "for" | "among" | "with" | "under" | "by" | "across" | "within" | "outside" | "if"
        | "without" | "excluding" | "elsewhere" | "nationally" | "nationwide" | "overall" | "before" | "after" => true,
        "of" => kind == SpotKind::Percent,
        _ => false,
    }
}

/// Words that no figure before them is compared over: "if the barges are counted", "under the old method".
fn is_condition(text: &Text<'_>, phrase: &Range<usize>) -> bool {
    let footed = || phrase.clone().any(|at| FOOTINGS.contains(&text.lower(at)) || text.lower(at) == "them");
    match text.lower(phrase.start) {
        "if" | "excluding" | "without" | "elsewhere" | "nationally" | "nationwide" => true,
        "under" | "before" | "after" => footed(),
        _ => false,
    }
}

/// Whether the words tell a time, or a turn that things take one after the other.
fn is_time(reading: &Reading<'_>, phrase: &Range<usize>) -> bool {
    let text = reading.text;
    let tells = |at: usize| TIMES.contains(&text.lower(at)) || is_year(text, at) || opens_date(reading, at);
    let event = matches!(text.lower(phrase.start), "before" | "after" | "under" | "by" | "with");
    phrase.clone().any(tells) || event && !is_condition(text, phrase) && text.lower(phrase.start) != "by"
}

fn is_year(text: &Text<'_>, at: usize) -> bool {
    text.kind(at) == TokenKind::Number && text.word(at).len() == 4
}

/// Whether a date of the article begins with the token.
fn opens_date(reading: &Reading<'_>, at: usize) -> bool {
    let Some(token) = reading.text.token(at) else { return false };
    reading.facts.dates.binary_search_by_key(&token.span.start, |date| date.at.span.start).is_ok()
}

/// Words of a time, and of one of several turns.
const TIMES: &[&str] = &[
    "year",
    "years",
    "month",
    "months",
    "week",
    "weeks",
    "day",
    "days",
    "hour",
    "hours",
    "quarter",
    "half",
    "season",
    "decade",
    "century",
    "spring",
    "summer",
    "autumn",
    "winter",
    "morning",
    "evening",
    "night",
    "weekend",
    "time",
    "times",
    "period",
    "earlier",
    "ago",
    "previous",
    "previously",
    "prior",
    "preceding",
    "last",
    "first",
    "second",
    "third",
    "next",
    "same",
    "start",
    "end",
    "beginning",
    "outset",
    "launch",
    "opening",
    "closing",
    "close",
    "peak",
    "height",
    "now",
    "then",
    "today",
    "yesterday",
    "election",
    "census",
    "present",
    "moment",
    "past",
];

/// Whether the two say the same: "in Leeds" twice, "in the north" and "in the north of England".
fn is_same(text: &Text<'_>, near: Range<usize>, far: Range<usize>) -> bool {
    let plain = |at: &usize| !matches!(text.lower(*at), "the" | "a" | "an" | "its" | "their" | "in" | "at");
    let mut both = near.filter(plain).zip(far.filter(plain));
    both.all(|(one, other)| text.lower(one) == text.lower(other))
}
