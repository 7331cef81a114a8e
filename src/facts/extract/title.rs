//! Titles: the office that somebody is given, before the name or in an apposition after it.

use super::Reading;
use super::naming::{Prefix, prefix};
use super::person::end_of;
use crate::facts::model::{Name, Title};
use crate::text::{Case, Text, TokenKind};

/// Reads the titles of all mentions.
pub fn read(reading: &mut Reading<'_>) {
    let text = reading.text;
    for index in 0..reading.facts.people.len() {
        let Some(person) = reading.facts.people.get(index) else { continue };
        let certainty = person.at.certainty;
        if let Some(name) = person.title.clone()
            && !matches!(prefix(name.key.split(' ').next_back().unwrap_or_default()), Some(Prefix::Honorific) | None)
        {
            let at = reading.at(name.span, certainty);
            reading.facts.titles.push(Title { at, person: index as u32, name, org: None });
        }
        let Some(end) = end_of(&reading.facts.people, text, index) else { continue };
        if let Some((first, last, org)) = apposition(text, end) {
            let span = text.span(first, last);
            let at = reading.at(span, certainty);
            let name = Name { key: text.lowered(span).into(), span };
            reading.facts.titles.push(Title { at, person: index as u32, name, org });
        }
    }
}

/// ", the manager of Norland United,": the office after a name, and of what.
fn apposition(text: &Text<'_>, end: usize) -> Option<(usize, usize, Option<Box<str>>)> {
    if text.word(end) != "," {
        return None;
    }
    let mut at = end + 1;
    // "Ann Lee, 34, chancellor of Norland".
    if text.kind(at) == TokenKind::Number && text.word(at + 1) == "," {
        at += 2;
    }
    if matches!(text.lower(at), "the" | "a" | "an" | "its" | "their" | "his" | "her") {
        at += 1;
    }
    let first = at;
    let mut office = None;
    for now in first..first + 6 {
        let token = text.token(now)?;
        if token.kind != TokenKind::Word {
            break;
        }
        match prefix(text.lower(now)) {
            Some(Prefix::Office) => office = Some(now),
            Some(Prefix::Honorific) => return None,
            None if office.is_some() => break,
            None if token.case == Case::Lower && super::naming::is_stop(text.lower(now)) => return None,
            Some(Prefix::Modifier) | None => {}
        }
    }
    let last = office?;
    let next = last + 1;
    if matches!(text.lower(next), "of" | "for" | "at") {
        let org = next + 1 + usize::from(text.lower(next + 1) == "the");
        let mut stop = org;
        while text.token(stop).is_some_and(|token| token.kind == TokenKind::Word && token.case != Case::Lower) {
            stop += 1;
        }
        let named = (stop > org).then(|| text.written(text.span(org, stop - 1)).into());
        return Some((first, last, named));
    }
    // ", Rep. Bo Lund" is the next in a list.
    let named = text.glued(next) && text.token(next + 1).is_some_and(|token| token.case != Case::Lower);
    if text.word(next) == "." && named && SHORT.contains(&text.lower(last)) {
        return None;
    }
    let ends =
        text.kind(next) == TokenKind::Mark || matches!(text.lower(next), "and" | "who" | "said" | "told" | "in" | "");
    ends.then_some((first, last, None))
}

/// Titles that are shortened before a name.
const SHORT: &[&str] = &["rep", "sen", "gov", "gen", "lt", "col", "capt", "sgt", "prof", "rev", "supt", "maj"];
