//! What a list holds: names, plain things, qualities; and whether they can be what was counted, one for one.

use super::super::parts::is_dash;
use super::MOST;
use super::words::OPEN;
use crate::facts::exact::Exact;
use crate::facts::model::Count;
use crate::text::gazetteer;
use crate::text::lexicon::{self, Classes, VerbForms};
use crate::text::{Case, Text, TokenKind};
use std::ops::Range;

/// One past the last token of a list.
pub(super) fn end(text: &Text<'_>, open: usize, from: usize, sentence: usize) -> Option<usize> {
    let dash = is_dash(text, open);
    let end = (from..sentence).find(|&at| is_dash(text, at) || matches!(text.word(at), ";" | "(" | ":" | "?"));
    match end {
        Some(at) if is_dash(text, at) => Some(at),
        Some(_) => None,
        None => {
            let last = sentence.checked_sub(1)?;
            let stops = matches!(text.lower(last), "." | "!") && last > from + 1;
            (stops && (!dash || last > from)).then_some(last)
        }
    }
}

/// The things of a closed list; `None` where commas or "and" could mean something else.
///
/// Of what one chooses between, "or" joins the last as "and" does.
pub(super) fn items(text: &Text<'_>, list: Range<usize>, chosen: bool) -> Option<Vec<Range<usize>>> {
    let mut items: Vec<Range<usize>> = Vec::new();
    let mut from = list.start;
    let mut joined = false;
    let mut at = list.start;
    while at <= list.end {
        let word = if at == list.end { "" } else { text.lower(at) };
        let word = if chosen && word == "or" { "and" } else { word };
        if at < list.end && OPEN.contains(&word) && !is_compounded(text, at) {
            return None;
        }
        if at == list.end || word == "," || word == "and" {
            if joined && word == "and" {
                return None;
            }
            if from < at {
                items.push(from..at);
            } else if at < list.end && word != "and" {
                return None;
            }
            // What follows the last thing is said of them: "…, Bo Chan and Cy Diaz, police said."
            if joined && word == "," {
                if text.lower(at + 1) == "and" {
                    return None;
                }
                let lower =
                    text.token(at + 1).is_some_and(|token| token.case == Case::Lower && token.kind == TokenKind::Word);
                let open = (at..list.end).take(4).any(|at| OPEN.contains(&text.lower(at)));
                let said = !open && lexicon::usual_class(text.lower(at + 1)).has_any(SAID) && lower;
                return said.then_some(()).and_then(|()| checked(text, items));
            }
            joined |= word == "and";
            from = at + 1;
        }
        at += 1;
    }
    if !joined || items.len() < 2 {
        return None;
    }
    checked(text, items)
}

/// Whether a word is a part of a compound: the "like" of "slot-like machines", the "to" of "student-to-teacher ratio".
pub(super) fn is_compounded(text: &Text<'_>, at: usize) -> bool {
    let hyphen = |at: usize| text.word(at) == "-" && text.glued(at) && text.glued(at + 1);
    hyphen(at + 1) || at > 0 && hyphen(at - 1)
}

/// The things of a list that are told by a quality each, or by a thing: "three kinds of fraud: informational, technical
/// and legal".
pub(super) fn qualities(text: &Text<'_>, list: Range<usize>, chosen: bool) -> Option<Vec<Range<usize>>> {
    let mut items: Vec<Range<usize>> = Vec::new();
    let (mut start, mut at, mut joined) = (list.start, list.start, false);
    let joins = |at: usize| text.lower(at) == "and" || chosen && text.lower(at) == "or";
    while at < list.end {
        let comma = usize::from(text.word(at) == ",");
        if comma == 1 || joins(at) {
            if joined || at == start {
                return None;
            }
            items.push(start..at);
            let and = usize::from(joins(at + comma));
            joined = and == 1;
            at += comma + and;
            start = at;
        } else {
            at += 1;
        }
    }
    items.push(start..list.end);
    let quality = |item: &Range<usize>| {
        let lower = text.lower(item.start);
        let plain = text.kind(item.start) == TokenKind::Word && !is_capitalised(text, item.start);
        item.len() == 1 && plain && !OPEN.contains(&lower) && lexicon::classes(lower).has(Classes::ADJECTIVE)
    };
    let fits = items.iter().all(|item| quality(item) || is_thing(text, item.clone()));
    (joined && items.len() > 1 && fits).then_some(items)
}

/// What a clause after a list begins with.
const SAID: Classes =
    Classes::PREPOSITION.or(Classes::PRONOUN).or(Classes::CONJUNCTION).or(Classes::AUXILIARY).or(Classes::ADVERB);

/// The items, where all are names or all are plain things.
pub(super) fn checked(text: &Text<'_>, mut items: Vec<Range<usize>>) -> Option<Vec<Range<usize>>> {
    let all_done = items.iter().all(|item| text.kind(item.start) == TokenKind::Word && is_deed(text, item.clone()));
    if !all_done && items.iter().all(|item| is_thing(text, item.clone()) || is_deed(text, item.clone())) {
        return Some(items);
    }
    // "federal judges Ann Lee, Bo Chan and Cy Diaz"
    if let Some(first) = items.first_mut() {
        let name = first.clone().find(|&at| is_capitalised(text, at))?;
        let plural = name > first.start && lexicon::is_plural(text.lower(name - 1));
        let lead = (first.start..name).all(|at| text.kind(at) == TokenKind::Word);
        // "rural Oster, Marren and Lund"
        let told = name == first.start + 1 && lexicon::usual_class(text.lower(first.start)).has(Classes::ADJECTIVE);
        if (plural || told) && lead && name - first.start <= 3 {
            first.start = name;
        }
    }
    let last = items.len() - 1;
    let pair = items.get(last - 1).zip(items.get(last));
    let one = pair.is_some_and(|(one, other)| is_one(text, one, other));
    (!one && items.iter().all(|item| is_name(text, item.clone()))).then_some(items)
}

/// Whether two names around an "and" are one: "Bosnia and Herzegovina".
fn is_one(text: &Text<'_>, one: &Range<usize>, other: &Range<usize>) -> bool {
    let (Some(first), Some(last)) = (one.clone().next(), other.clone().last()) else { return false };
    let whole = text.lowered(text.span(first, last));
    gazetteer::country(whole).is_some() || gazetteer::country(&whole.replace(" and ", " & ")).is_some()
}

/// Whether what is listed can be what is counted, one for one.
pub(super) fn agree(text: &Text<'_>, count: &Count, items: &[Range<usize>]) -> bool {
    let announced = count.figure.written.and_then(|n| (2..=MOST).find(|&whole| Exact::whole(whole) == n));
    let Some(announced) = announced.and_then(|n| usize::try_from(n).ok()) else { return false };
    // "health and safety" may be one thing of two, and is not three.
    let single = |item: &Range<usize>| item.len() == 1 && !is_name(text, item.clone());
    if announced == 2 && items.len() == 2 && items.iter().any(single) {
        return false;
    }
    let county = &*count.noun.key == "county";
    if items.len() == announced * 2 || !county && mixes(text, items) {
        return false;
    }
    // "five people: the pilot and his daughters": an item of several people is no one.
    // "Arthur Daniels" is one.
    let several = items.iter().any(|item| lexicon::is_plural(text.lower(item.end - 1)) && !is_name(text, item.clone()));
    let people = &*count.noun.key == "person" || lexicon::is_a_kind_of(&count.noun.key, "person");
    !(several && people && announced > items.len())
}

/// Whether some items are countries or states and others are not: "Paris, Texas, and Rome, Georgia".
pub(super) fn mixes(text: &Text<'_>, items: &[Range<usize>]) -> bool {
    let lands = items.iter().filter(|item| is_land(text, item)).count();
    lands != 0 && lands != items.len()
}

/// Whether an item is the name of a country or a state.
pub(super) fn is_land(text: &Text<'_>, item: &Range<usize>) -> bool {
    let lower = text.lowered(text.span(item.start, item.end - 1));
    gazetteer::country(lower).is_some() || gazetteer::us_state(lower).is_some()
}

pub(super) fn is_capitalised(text: &Text<'_>, at: usize) -> bool {
    text.token(at).is_some_and(|token| token.kind == TokenKind::Word && token.case != Case::Lower)
}

/// Whether an item is a name and nothing else: "South Korea", "Ann Lee".
pub(super) fn is_name(text: &Text<'_>, item: Range<usize>) -> bool {
    let length = item.len();
    let most = if item.clone().any(|at| text.lower(at) == "of") { 7 } else { 5 };
    (1..=most).contains(&length)
        && item.clone().enumerate().all(|(nth, at)| match text.kind(at) {
            TokenKind::Word => {
                is_capitalised(text, at)
                    || nth > 0
                        && nth + 1 < length
                        && matches!(text.lower(at), "of" | "de" | "van" | "von" | "al" | "the")
                    || nth == 0 && length > 1 && text.lower(at) == "the"
            }
            // "D-Ohio" is where the one before is from.
            TokenKind::Mark => {
                let within = text.glued(at) && text.glued(at + 1);
                nth > 0
                    && (matches!(text.word(at), "." | "&")
                        || text.word(at) == "-" && text.word(at - 1).len() > 1
                        || matches!(text.word(at), "'" | "’" | "/") && within)
            }
            // "Ann's Kitchen" is a name.
            TokenKind::Possessive => nth > 0 && nth + 1 < length && is_capitalised(text, at + 1),
            TokenKind::Number => false,
        })
}

/// Words that a thing in a list may begin with.
const DETERMINERS: &[&str] = &["the", "a", "an", "its", "their", "his", "her", "our", "my", "your"];

/// Whether an item is a plain noun with what stands before it: "the environment", "written communication".
pub(super) fn is_thing(text: &Text<'_>, item: Range<usize>) -> bool {
    let length = item.len();
    let Some(last) = item.clone().last() else { return false };
    let classes = lexicon::classes(text.lower(last));
    // What no word list holds is a noun: "buprenorphine".
    let unknown = classes.is_empty() && text.kind(last) == TokenKind::Word && !is_capitalised(text, last);
    (1..=4).contains(&length)
        && (classes.has(Classes::NOUN) || unknown || length == 1 && is_doing(text.lower(last)))
        && item.clone().enumerate().all(|(nth, at)| {
            let lower = text.lower(at);
            let hyphen = text.word(at) == "-" && nth > 0 && text.glued(at) && text.glued(at + 1);
            // "the lack of money"
            if lower == "of" && nth > 0 && nth + 1 < length {
                return true;
            }
            let usual = lexicon::usual_class(lower);
            let opens = nth == 0 && length > 1 && DETERMINERS.contains(&lower);
            let plain = (lexicon::classes(lower).has_any(Classes::NOUN.or(Classes::ADJECTIVE)) || is_doing(lower))
                && !usual.has_any(
                    Classes::PREPOSITION
                        .or(Classes::PRONOUN)
                        .or(Classes::AUXILIARY)
                        .or(Classes::ADVERB)
                        .or(Classes::NUMERAL),
                );
            // "USC office budgets"
            let named = at != last && is_capitalised(text, at) && (nth > 0 || is_abbreviated(text, at));
            let plain = plain || unknown && at == last;
            hyphen
                || is_compounded(text, at) && text.kind(at) == TokenKind::Word
                || opens
                || named
                || text.kind(at) == TokenKind::Word && !is_capitalised(text, at) && plain
        })
}

/// Whether a word names what is done: "policing".
pub(super) fn is_doing(lower: &str) -> bool {
    lexicon::verb_form(lower).has(VerbForms::GERUND)
}

/// Whether an item tells what is done, beside things: "leaving", "running for mayor".
fn is_deed(text: &Text<'_>, item: Range<usize>) -> bool {
    let open = |at: usize| OPEN.contains(&text.lower(at)) || text.kind(at) != TokenKind::Word;
    (2..=6).contains(&item.len()) && is_doing(text.lower(item.start)) && !item.into_iter().any(open)
}

/// Whether a word is written in capitals alone: "USC".
fn is_abbreviated(text: &Text<'_>, at: usize) -> bool {
    let word = text.word(at);
    word.len() > 1 && word.bytes().all(|byte| byte.is_ascii_uppercase())
}
