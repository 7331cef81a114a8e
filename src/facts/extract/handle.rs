//! Hashtags and handles, and those that are another of the article but for one letter.

use super::Reading;
use super::address::is_one_slip;
use super::triggers::Trigger;
use crate::facts::model::Handle;
use crate::facts::names::Certainty;
use crate::text::TokenKind;

/// The fewest letters of a name that another is held against.
const SHORTEST: usize = 7;

/// The most names of an article that are held against each other.
const MOST: usize = 100;

/// Finds `#SaveTheBus` and `@harbourboard`.
pub(super) fn read(reading: &mut Reading<'_>) {
    let text = reading.text;
    let mut next = 0;
    while let Some(at) = reading.next(next, text.tokens.len(), Trigger::TAG) {
        next = at + 1;
        if text.glued(at) || !text.glued(at + 1) || text.kind(at + 1) != TokenKind::Word {
            continue;
        }
        let mut end = at + 2;
        while text.glued(end)
            && (matches!(text.kind(end), TokenKind::Word | TokenKind::Number) || text.word(end) == "_")
        {
            end += 1;
        }
        let fact = reading.at(text.span(at, end - 1), Certainty::Likely);
        let name = text.lowered(fact.span).into();
        reading.facts.handles.push(Handle { at: fact, name, near: None });
    }
    let handles = &mut reading.facts.handles;
    let names: Vec<Box<str>> = handles.iter().take(MOST).map(|handle| handle.name.clone()).collect();
    for (index, handle) in handles.iter_mut().enumerate().take(MOST) {
        handle.near = names.iter().take(index).find(|name| is_near(name, &handle.name)).cloned();
    }
}

fn is_near(one: &str, other: &str) -> bool {
    let digit = |name: &str| name.bytes().any(|byte| byte.is_ascii_digit());
    one != other
        && one.get(..1) == other.get(..1)
        && one.len().min(other.len()) > SHORTEST
        && !digit(one)
        && !digit(other)
        && one.strip_suffix('s') != Some(other)
        && other.strip_suffix('s') != Some(one)
        && is_one_slip(one.as_bytes(), other.as_bytes())
}
