//! Roles: how a figure or date hangs on the verb of its clause.

use super::Reading;
use super::clause::{Clause, Parser, Shape};
use super::tags::Tag;
use crate::facts::names::{DateRole, Role};
use crate::text::{Case, Text, TokenKind, lexicon};

/// How a figure from token `first` to `end` hangs on the verb; `None` where it is not plain.
pub(super) fn role(text: &Text<'_>, parser: &Parser, clause: &Clause, first: usize, end: usize) -> Option<Role> {
    if first < clause.main {
        let subject = clause.subject?;
        let is_subject = !clause.shared
            && end > subject.first
            && end <= subject.end
            && only_hedge(text, parser, subject.first, first);
        if is_subject {
            return Some(if clause.passive { Role::Object } else { Role::Subject });
        }
        // "In 150 countries, the malware infected computers".
        let leads = first == clause.start + 1 && parser.tag(clause.start) == Tag::Preposition && end < subject.first;
        return leads.then(|| preposition(text.lower(clause.start))).flatten();
    }
    let mut phrases = 0;
    let mut last = None;
    // "knocked out", "picked up": the particle is part of the verb.
    let particle = matches!(text.lower(clause.main + 1), "out" | "up" | "off" | "down" | "away" | "back");
    let from = clause.main + 1 + usize::from(particle && clause.main + 1 < first);
    for at in from..first {
        match parser.tag(at) {
            Tag::Preposition => {
                phrases += 1;
                last = Some(at);
            }
            Tag::Comma | Tag::Stop | Tag::Open | Tag::To | Tag::Relative | Tag::Subordinator | Tag::Verb(_) => {
                return None;
            }
            Tag::Conjunction => last = None,
            _ => {}
        }
    }
    match last {
        None if phrases == 0 => {
            let plain = (from..first).all(|at| is_hedge(text, parser, at) || parser.tag(at) == Tag::Conjunction);
            let listed = (from..first).any(|at| parser.tag(at) == Tag::Conjunction);
            (plain || listed).then_some(if clause.passive { Role::Other } else { Role::Object })
        }
        None => None,
        Some(last) => {
            let near = (last + 1..first).all(|at| is_hedge(text, parser, at));
            // "of" hangs on the noun before it, not on the verb.
            let on_noun = text.lower(last) == "of" && last > from;
            (near && phrases <= 1 && !on_noun).then(|| preposition(text.lower(last))).flatten()
        }
    }
}

fn only_hedge(text: &Text<'_>, parser: &Parser, from: usize, to: usize) -> bool {
    (from..to).all(|at| is_hedge(text, parser, at))
}

/// Words that stand between a verb or preposition and a figure without a meaning of their own here.
fn is_hedge(text: &Text<'_>, parser: &Parser, at: usize) -> bool {
    matches!(parser.tag(at), Tag::Adverb | Tag::Number | Tag::Mark)
        || matches!(
            text.lower(at),
            "the"
                | "a"
                | "an"
                | "its"
                | "his"
                | "her"
                | "their"
                | "all"
                | "some"
                | "over"
                | "under"
                | "than"
                | "around"
                | "at"
                | "up"
                | "to"
                | "as"
                | "many"
                | "another"
                | "estimated"
                | "between"
                | "approximately"
                | "roughly"
                | "these"
                | "those"
                | "other"
                | "total"
                | "record"
                | "additional"
                | "further"
                | "extra"
                | "fewer"
                | "out"
        )
}

fn preposition(lower: &str) -> Option<Role> {
    Some(match lower {
        "in" | "across" | "throughout" | "within" => Role::In,
        "of" => Role::Of,
        "by" => Role::By,
        "among" | "amongst" => Role::Among,
        "to" | "into" => Role::To,
        "from" => Role::From,
        "for" | "with" | "at" | "on" | "through" | "after" | "against" | "over" => Role::Other,
        _ => return None,
    })
}

/// What a date does for the verb; `None` where the verb is not plainly dated by it.
pub(super) fn date_role(
    reading: &Reading<'_>,
    parser: &Parser,
    clause: &Clause,
    index: usize,
    first: usize,
    end: usize,
) -> Option<DateRole> {
    let text = reading.text;
    let date = reading.facts.dates.get(index)?;
    if !matches!(date.role, DateRole::Other | DateRole::Happening) || clause.shape == Shape::Reduced {
        return None;
    }
    let before = first.checked_sub(1).filter(|&at| at >= clause.start.min(clause.main));
    let word = before.map_or("", |at| text.lower(at));
    let deadline = matches!(word, "by" | "until" | "till" | "before" | "through");
    let placed = matches!(
        word,
        "on" | "in"
            | "at"
            | "during"
            | "since"
            | "last"
            | "this"
            | "next"
            | "late"
            | "early"
            | "earlier"
            | "of"
            | "from"
            | "after"
    );
    if first < clause.main {
        let leads = before.is_none_or(|at| at == clause.start) && text.word(end) == ",";
        return (leads && !clause.shared && !deadline).then_some(DateRole::Happening);
    }
    if is_noun_of_time(text, end) {
        return None;
    }
    let between = clause.main + 1..before.filter(|_| deadline || placed).unwrap_or(first);
    let mut governed = 0;
    for at in between {
        match parser.tag(at) {
            Tag::Preposition => governed += 1,
            Tag::Comma
            | Tag::Stop
            | Tag::Open
            | Tag::To
            | Tag::Relative
            | Tag::Subordinator
            | Tag::Verb(_)
            | Tag::Conjunction => {
                return None;
            }
            Tag::Noun if is_dated_noun(text.lower(at)) => return None,
            _ => {}
        }
    }
    let bare = text.token(first).is_some_and(|token| token.kind == TokenKind::Word);
    if governed > 1 || matches!(word, "of" | "from" | "after" | "since") || !(deadline || placed || bare) {
        return None;
    }
    Some(if deadline { DateRole::Deadline } else { DateRole::Happening })
}

/// Whether the date is the first part of a noun phrase: "the July 26 deadline".
fn is_noun_of_time(text: &Text<'_>, end: usize) -> bool {
    match text.kind(end) {
        TokenKind::Possessive => true,
        TokenKind::Word => {
            let noun = lexicon::usual_class(text.lower(end)) == lexicon::Classes::NOUN;
            let name = text.token(end).is_some_and(|token| token.case != Case::Lower);
            (noun || name) && !matches!(text.lower(end), "morning" | "afternoon" | "evening" | "night" | "time")
        }
        TokenKind::Mark => text.word(end) == "-" && text.glued(end),
        TokenKind::Number => false,
    }
}

/// Nouns that have a day of their own, so that the date may be theirs and not the verb's.
fn is_dated_noun(lower: &str) -> bool {
    matches!(
        lower.strip_suffix('s').unwrap_or(lower),
        "election"
            | "meeting"
            | "vote"
            | "hearing"
            | "trial"
            | "summit"
            | "match"
            | "game"
            | "deadline"
            | "date"
            | "plan"
            | "conference"
            | "referendum"
            | "ballot"
            | "event"
            | "concert"
            | "appointment"
            | "session"
            | "race"
            | "start"
            | "launch"
            | "opening"
            | "return"
            | "visit"
            | "festival"
            | "ceremony"
            | "tour"
            | "show"
            | "deal"
            | "contract"
            | "tournament"
            | "final"
            | "debate"
            | "protest"
            | "strike"
            | "rally"
            | "primary"
            | "primarie"
            | "release"
            | "ban"
            | "target"
            | "goal"
            | "forecast"
            | "ticket"
            | "inauguration"
            | "wedding"
            | "exam"
            | "interview"
            | "presentation"
            | "talk"
            | "briefing"
            | "birthday"
            | "anniversary"
            | "expiry"
            | "review"
            | "extension"
    )
}
