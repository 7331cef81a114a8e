//! Names of people after their number: with their ages, as kin of somebody, or as a duo, trio or quartet.

use super::super::parts::{exactly, is_dash, past_mark};
use super::super::{Reading, Spot, SpotKind};
use super::items::{is_capitalised, is_name, items};
use crate::facts::exact::Exact;
use crate::facts::model::{Count, Noun, Style};
use crate::facts::names::{Certainty, Role};
use crate::text::lexicon::{self, Classes, VerbForms};
use crate::text::{Text, TokenKind};
use std::ops::Range;

/// The most tokens of one name.
const LONGEST: usize = 6;

/// The most people that a list is read of.
const MOST: usize = 12;

/// Kin of whom all are named: "has three daughters, Ann and Bo".
const KIN: &[&str] =
    &["child", "son", "daughter", "brother", "sister", "sibling", "grandchild", "grandson", "granddaughter"];

/// "three men, Ann Lee, 23, of Oster, and Bo Chan, 42, were": the names after a mark, where each has an age.
pub(super) fn aged(text: &Text<'_>, from: usize, until: usize) -> Option<Vec<Range<usize>>> {
    let open = (from..until.min(from + 6)).find(|&at| text.kind(at) != TokenKind::Word)?;
    let others = (from..open).any(|at| lexicon::is_plural(text.lower(at)));
    if others || !(matches!(text.word(open), "," | ":") || is_dash(text, open)) {
        return None;
    }
    let mut people: Vec<Range<usize>> = Vec::new();
    let (mut at, mut joined) = (past_mark(text, open), false);
    while people.len() < MOST {
        let comma = (at..until.min(at + LONGEST)).find(|&at| text.word(at) == ",")?;
        if !is_name(text, at..comma) || !is_age(text, comma + 1) {
            return None;
        }
        people.push(at..comma);
        let mut next = comma + 2;
        // ", of Oster": where somebody is from.
        if text.word(next) == "," && matches!(text.lower(next + 1), "of" | "from") {
            let end = (next + 2..until.min(next + 8)).find(|&at| !is_capitalised(text, at))?;
            next = end;
        }
        let comma = usize::from(text.word(next) == ",");
        let and = usize::from(text.lower(next + comma) == "and");
        let another = next + comma + and;
        if joined || comma + and == 0 || !is_aged(text, another, until) {
            // "…, and a third man" goes on.
            return (joined && and == 0 && people.len() > 1).then_some(people);
        }
        joined |= and == 1;
        at = another;
    }
    None
}

/// Whether a name and an age begin at a token.
fn is_aged(text: &Text<'_>, at: usize, until: usize) -> bool {
    let comma = (at..until.min(at + LONGEST)).find(|&at| text.word(at) == ",");
    comma.is_some_and(|comma| is_name(text, at..comma) && is_age(text, comma + 1))
}

fn is_age(text: &Text<'_>, at: usize) -> bool {
    text.kind(at) == TokenKind::Number
        && text.word(at).parse::<u32>().is_ok_and(|age| (1..=110).contains(&age))
        && matches!(text.lower(at + 1), "," | "and" | "." | ";" | ")" | "were" | "have" | "had" | "are" | "with")
}

/// "They have three daughters, Ann and Bo.": kin and their names, to the end of the sentence or a semicolon.
///
/// What stands beside a name would look like another, so that only too few are told.
pub(super) fn kin(text: &Text<'_>, count: &Count, from: usize, until: usize) -> Option<Vec<Range<usize>>> {
    if !KIN.contains(&&*count.noun.key) || !matches!(text.word(from), "," | ":") {
        return None;
    }
    let end = (from + 1..until).find(|&at| matches!(text.word(at), ";" | "(" | ":" | "“" | "\"") || is_dash(text, at));
    let end = match end {
        Some(at) if text.word(at) == ";" => at,
        Some(_) => return None,
        None => until.checked_sub(1).filter(|&last| text.word(last) == ".")?,
    };
    let items = items(text, from + 1..end, false)?;
    let few = count.figure.written.is_some_and(|all| Exact::whole(items.len() as i128) <= all);
    let named = |item: &Range<usize>| item.len() <= 3 && is_name(text, item.clone());
    (few && items.iter().all(named)).then_some(items)
}

/// Words for so many together.
const TOGETHER: &[(&str, i128)] =
    &[("duo", 2), ("trio", 3), ("threesome", 3), ("quartet", 4), ("foursome", 4), ("quintet", 5), ("sextet", 6)];

/// The words for so many together, which begin a list.
pub(in crate::facts::extract) fn words() -> impl Iterator<Item = &'static str> {
    TOGETHER.iter().map(|(word, _)| *word)
}

/// "The quartet of Ann Lee, Bo Chan and Cy Diaz", "the trio – Ann Lee and Bo Chan –": the names that a word for so many
/// is followed by, with their number.
pub(super) fn together(text: &Text<'_>, at: usize) -> Option<(i128, Vec<Range<usize>>)> {
    let number = TOGETHER.iter().find(|(word, _)| *word == text.lower(at)).map(|(_, number)| *number)?;
    let sentence = text.sentences.get(text.sentence_at(text.token(at)?.span.start))?.tokens.end;
    // "a trio of Danes", "a quartet of high-class sailors"
    let mut from = at + 1;
    let of = text.lower(from) == "of";
    let names = of && is_capitalised(text, from + 1) && !lexicon::is_plural(text.lower(from + 1));
    if of && !names {
        let noun = |at: usize| text.kind(at) == TokenKind::Word && !is_capitalised(text, at) || text.word(at) == "-";
        from = (from + 1..sentence.min(from + 7)).find(|&at| !noun(at))?;
        if !lexicon::is_plural(text.lower(from - 1)) {
            return None;
        }
    }
    let mark = text.word(from);
    let dash = is_dash(text, from);
    if !(names || dash || matches!(mark, ":" | ",")) {
        return None;
    }
    let first = past_mark(text, from);
    let and = (first..sentence.min(first + 30)).find(|&at| text.lower(at) == "and")?;
    let close = (and + 1..sentence.min(and + 8)).find(|&at| !is_capitalised(text, at) && !is_within(text, at))?;
    let lower = text.lower(close);
    let verb = |lower: &str| {
        lexicon::usual_class(lower).has(Classes::AUXILIARY) || lexicon::verb_form(lower).has(VerbForms::PAST)
    };
    // Between commas the names are those of the subject: "the trio, Ann Lee and Bo Chan, were".
    let ends = match mark {
        "," => lower == "," && verb(text.lower(close + 1)),
        _ if dash => is_dash(text, close) || lower == "." && close + 1 == sentence,
        ":" => lower == "." && close + 1 == sentence,
        _ => matches!(lower, "," | "." | ";") || verb(lower),
    };
    // "…, and Di Evans" goes on.
    let more = matches!(text.lower(close + 1), "and" | "or" | "plus" | "with" | "joined" | "along");
    let items = items(text, first..close, false).filter(|_| ends && !more)?;
    let full = |item: &Range<usize>| is_name(text, item.clone());
    let start =
        text.sentences.get(text.sentence_at(text.token(at)?.span.start))?.tokens.start.max(at.saturating_sub(AROUND));
    let mut around = (start..at).chain(close..sentence.min(close + AROUND));
    if around.any(|at| JOINING.contains(&text.lower(at))) {
        return None;
    }
    let too_many = mark == "," && items.len() as i128 > number;
    (!too_many && items.len() > 1 && items.iter().all(full)).then_some((number, items))
}

/// Words by which somebody more is of the number: "came into the quartet of Ann Lee, Bo Chan and Cy Diaz".
const JOINING: &[&str] = &[
    "into",
    "join",
    "joins",
    "joined",
    "joining",
    "with",
    "alongside",
    "plus",
    "add",
    "adds",
    "added",
    "adding",
    "replace",
    "replaces",
    "replaced",
    "replacing",
    "complete",
    "completes",
    "completed",
    "completing",
    "made",
    "makes",
    "make",
    "making",
    "form",
    "formed",
    "forms",
    "rounds",
    "rounded",
    "fourth",
    "third",
    "fifth",
    "sixth",
    "besides",
    "behind",
    "ahead",
    "after",
    "and",
    "beat",
    "led",
    "leads",
    "leading",
];

/// How far around a list somebody more may be told of.
const AROUND: usize = 12;

/// Whether a mark stands inside a name: "Jean-Paul", "O'Neill".
fn is_within(text: &Text<'_>, at: usize) -> bool {
    matches!(text.word(at), "-" | "'" | "’" | ".")
        && text.glued(at)
        && text.token(at + 1).is_some_and(|next| next.glued || text.word(at) == ".")
        && is_capitalised(text, at + 1)
}

/// A word for so many together as a count.
pub(super) fn count_of(reading: &mut Reading<'_>, at: usize, number: i128) -> Spot {
    let text = reading.text;
    let figure = exactly(text, at, Exact::whole(number), Style { words: true, ..Style::default() });
    let span = text.span(at, at);
    let noun = Noun { key: "".into(), phrase: text.lower(at).into(), span, phrase_span: span };
    let place = reading.at(span, Certainty::Likely);
    let role = Role::Other;
    let count = Count {
        at: place,
        figure,
        noun,
        per: None,
        event: None,
        role,
        source: 0,
        as_of: None,
        revises: None,
        elided: true,
    };
    reading.facts.counts.push(count);
    let index = reading.facts.counts.len() as u32 - 1;
    Spot { kind: SpotKind::Count, index, at: place, first: at, end: at + 1 }
}
