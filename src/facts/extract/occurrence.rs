//! Occurrences: which mentions of an event are surely of one and the same.

use super::Reading;
use crate::article::Part;
use crate::facts::Facts;
use crate::facts::date::DateRange;
use crate::facts::model::Index;
use crate::facts::names::Role;
use crate::text::Text;
use rustc_hash::FxHashMap;

/// What identities are settled by, once all events are known.
#[derive(Debug)]
pub(super) struct Identity {
    pub(super) event: usize,
    /// The words before the head of the agent, lower case.
    pub(super) modifiers: Box<str>,
    /// Whether the agent is new to the reader ("a man", "another storm").
    pub(super) indefinite: bool,
    /// Whether two events with this key can be one at all.
    pub(super) shareable: bool,
    pub(super) part: Part,
    pub(super) date: Option<DateRange>,
    /// The first named place in the clause, lower case.
    pub(super) place: Box<str>,
}

/// Gives events that cannot be one, or cannot be told to be one, keys of their own.
pub(super) fn settle(facts: &mut Facts, identities: Vec<Identity>) {
    let mut groups: FxHashMap<Box<str>, Vec<Identity>> = FxHashMap::default();
    for identity in identities {
        let Some(event) = facts.events.get_mut(identity.event) else { continue };
        if identity.shareable {
            groups.entry(event.key.clone()).or_default().push(identity);
        } else {
            event.key = format!("{}#{}", event.key, identity.event).into();
        }
    }
    for members in groups.into_values().filter(|members| members.len() > 1) {
        let told = |member: &&Identity| !member.modifiers.is_empty();
        let first = members.iter().find(told).map(|member| member.modifiers.clone());
        let several = members.iter().filter(told).any(|member| Some(&member.modifiers) != first.as_ref());
        let dated = members.iter().find_map(|member| member.date);
        let days =
            members.iter().filter_map(|member| member.date).any(|date| dated.is_some_and(|first| !first.meets(date)));
        let known_place = members.iter().find(|member| !member.place.is_empty()).map(|member| member.place.clone());
        let places =
            members.iter().any(|member| !member.place.is_empty() && Some(&member.place) != known_place.as_ref());
        let mut introduced = false;
        for member in members {
            let Some(event) = facts.events.get_mut(member.event) else { continue };
            let again = member.part == Part::Body && member.indefinite && introduced;
            introduced |= member.part == Part::Body;
            if again || several && member.modifiers.is_empty() || days && member.date.is_none() {
                event.key = format!("{}#{}", event.key, member.event).into();
                continue;
            }
            let mut key = event.key.to_string();
            if several {
                key = format!("{key}#{}", member.modifiers);
            }
            if days && let Some(date) = member.date {
                key = format!("{key}#{}", date.first);
            }
            if places && !member.place.is_empty() {
                key = format!("{key}#{}", member.place);
            }
            event.key = key.into();
        }
    }
}

/// Notes which counts replace an earlier one of the same event, where a word says that figures changed.
pub(super) fn revise(reading: &mut Reading<'_>) {
    let text = reading.text;
    let facts = &mut reading.facts;
    let mut seen: FxHashMap<(Box<str>, Role, Box<str>), usize> = FxHashMap::default();
    for index in 0..facts.counts.len() {
        let Some(count) = facts.counts.get(index) else { continue };
        let Some(event) = count.event.and_then(|event| facts.events.get(event as usize)) else { continue };
        let sentence = count.at.sentence;
        let Some(earlier) = seen.insert((event.key.clone(), count.role, count.noun.key.clone()), index) else {
            continue;
        };
        let before = facts.counts.get(earlier).map_or(sentence, |count| count.at.sentence);
        if (tells_of_change(text, sentence) || tells_of_change(text, before))
            && let Some(count) = facts.counts.get_mut(index)
        {
            count.revises = Some(earlier as Index);
        }
    }
}

/// Whether a word of the sentence says that a figure was another one before, or is one of several.
fn tells_of_change(text: &Text<'_>, sentence: u32) -> bool {
    let Some(sentence) = text.sentences.get(sentence as usize) else { return false };
    sentence.tokens.clone().any(|at| {
        matches!(
            text.lower(at),
            "earlier"
                | "previously"
                | "previous"
                | "revised"
                | "initially"
                | "initial"
                | "originally"
                | "first"
                | "updated"
                | "preliminary"
                | "later"
                | "since"
                | "now"
                | "another"
                | "additional"
                | "further"
                | "last"
                | "so"
        )
    })
}
