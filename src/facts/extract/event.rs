//! Events: what happens, who does it, and the counts and dates that belong to it.
//!
//! Only sentences that hold a figure or a date are read. A link is made where the verb and its
//! subject are plain; any other count or date stays without an event.

use super::Reading;
use super::clause::{Clause, Parser, Shape};
use super::doer::{cause, is_nameable, modifiers, passive_agent, place};
use super::occurrence::{Identity, revise, settle};
use super::role::{date_role, role};
use super::tags::base;
use crate::facts::Facts;
use crate::facts::model::{Event, Index, Noun, Verb};
use crate::facts::names::{Certainty, DateRole, Role, Tense};
use crate::source::Span;
use crate::text::lexicon;

/// Which fact a figure is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Held {
    Count(usize),
    Measure(usize),
    Money(usize),
    Percent(usize),
    Date(usize),
}

/// A figure or date that an event may hold.
#[derive(Clone, Copy, Debug)]
struct Place {
    span: Span,
    sentence: u32,
    held: Held,
}

/// The longest sentence that is read, in tokens: beyond it there is a table or no text, and the search would be slow.
const LONGEST: usize = 250;

/// Reads the events of all sentences that hold a figure, and links counts and dates to them.
pub fn read(reading: &mut Reading<'_>) {
    let places = places(&reading.facts);
    let text = reading.text;
    let mut parser = Parser::default();
    let mut identities = Vec::new();
    for group in places.chunk_by(|one, next| one.sentence == next.sentence) {
        let Some(sentence) = group.first().and_then(|place| text.sentences.get(place.sentence as usize)) else {
            continue;
        };
        if sentence.tokens.len() > LONGEST {
            continue;
        }
        parser.read(text, &reading.triggers, sentence);
        link(reading, &parser, group, &mut identities);
    }
    settle(&mut reading.facts, identities);
    revise(reading);
}

/// All figures and dates, in the order of the text.
fn places(facts: &Facts) -> Vec<Place> {
    let mut places = Vec::with_capacity(facts.counts.len() + facts.moneys.len() + facts.dates.len());
    let mut add =
        |at: crate::facts::model::At, held: Held| places.push(Place { span: at.span, sentence: at.sentence, held });
    facts.counts.iter().enumerate().for_each(|(index, fact)| add(fact.at, Held::Count(index)));
    facts.measures.iter().enumerate().for_each(|(index, fact)| add(fact.at, Held::Measure(index)));
    facts.moneys.iter().enumerate().for_each(|(index, fact)| add(fact.at, Held::Money(index)));
    facts.percents.iter().enumerate().for_each(|(index, fact)| add(fact.at, Held::Percent(index)));
    facts.dates.iter().enumerate().for_each(|(index, fact)| add(fact.at, Held::Date(index)));
    places.sort_unstable_by_key(|place| (place.span.start, place.span.end));
    places
}

/// Links the figures of one sentence to its clauses.
fn link(reading: &mut Reading<'_>, parser: &Parser, group: &[Place], identities: &mut Vec<Identity>) {
    let text = reading.text;
    let mut made: Vec<(usize, Index)> = Vec::new();
    let mut counts: Vec<(usize, usize)> = Vec::new();
    for place in group {
        let first = text.token_from(place.span.start);
        let Some((number, clause)) = clause_of(parser, first) else { continue };
        if let Held::Count(index) = place.held
            && clause.negated
            && first > clause.main
            && let Some(count) = reading.facts.counts.get_mut(index)
        {
            count.at.negated = true;
        }
        let end = text.token_from(place.span.end.saturating_sub(1)) + 1;
        if let Held::Count(index) = place.held {
            counts.push((number, index));
        }
        let role = match place.held {
            Held::Date(_) => None,
            _ => role(text, parser, clause, first, end),
        };
        let dated = match place.held {
            Held::Date(index) => date_role(reading, parser, clause, index, first, end),
            _ => None,
        };
        if role.is_none() && dated.is_none() {
            continue;
        }
        let known = made.iter().find(|(of, _)| *of == number).map(|(_, event)| *event);
        let event = known.unwrap_or_else(|| add_event(reading, parser, clause, identities));
        if known.is_none() {
            made.push((number, event));
        }
        attach(reading, place.held, event, role, dated, identities);
    }
    part_shares(&mut reading.facts, &counts);
}

/// Takes the event from counts of one noun in one clause: "40 cars in May and 30 cars in June" are two shares of it.
fn part_shares(facts: &mut Facts, counts: &[(usize, usize)]) {
    for (number, &(clause, index)) in counts.iter().enumerate() {
        let Some(count) = facts.counts.get(index).filter(|count| count.event.is_some()) else { continue };
        let shared = counts.iter().enumerate().any(|(other, &(of, second))| {
            other != number
                && of == clause
                && facts.counts.get(second).is_some_and(|second| {
                    second.noun.key == count.noun.key && (second.event.is_none() || second.role == count.role)
                })
        });
        if shared && let Some(count) = facts.counts.get_mut(index) {
            count.role = Role::Other;
            count.event = None;
        }
    }
}

/// The clause that a token belongs to.
fn clause_of(parser: &Parser, token: usize) -> Option<(usize, &Clause)> {
    let after = parser.clauses.iter().enumerate().rev().find(|(_, clause)| clause.group <= token);
    if let Some((number, clause)) = after
        && token < clause.end
    {
        return Some((number, clause));
    }
    // Before its verb: the subject, or what leads up to it.
    parser
        .clauses
        .iter()
        .enumerate()
        .find(|(_, clause)| clause.start <= token && token < clause.group && !clause.shared)
}

fn attach(
    reading: &mut Reading<'_>,
    held: Held,
    event: Index,
    role: Option<Role>,
    dated: Option<DateRole>,
    identities: &mut [Identity],
) {
    let facts = &mut reading.facts;
    match held {
        Held::Count(index) => {
            let Some(role) = role else { return };
            // "14 others" are whatever was named before: they are no other thing.
            if facts.counts.get(index).is_some_and(|count| matches!(&*count.noun.key, "other" | "one" | "more")) {
                return;
            }
            if let Some(count) = facts.counts.get_mut(index) {
                (count.event, count.role) = (Some(event), role);
            }
        }
        Held::Measure(index) => {
            if let Some(measure) = facts.measures.get_mut(index) {
                measure.event = Some(event);
            }
        }
        Held::Money(index) => {
            if let Some(money) = facts.moneys.get_mut(index) {
                money.event = Some(event);
            }
        }
        Held::Percent(index) => {
            if let Some(percent) = facts.percents.get_mut(index) {
                percent.event = Some(event);
            }
        }
        Held::Date(index) => {
            let (Some(date), Some(role)) = (facts.dates.get_mut(index), dated) else { return };
            (date.event, date.role) = (Some(event), role);
            if let Some(identity) = identities.iter_mut().rev().find(|identity| identity.event == event as usize) {
                identity.date = date.value;
            }
        }
    }
}

fn add_event(reading: &mut Reading<'_>, parser: &Parser, clause: &Clause, identities: &mut Vec<Identity>) -> Index {
    let text = reading.text;
    let index = reading.facts.events.len();
    let verb_key = base(text.lower(clause.main)).into_owned();
    let verb_span = text.span(clause.main, clause.main);
    let doer = if clause.passive { passive_agent(text, parser, clause) } else { clause.subject };
    let doer = doer.filter(|doer| is_nameable(text, parser, doer));
    let head = doer.or_else(|| cause(text, parser, clause));
    let agent = head.map(|phrase| {
        let key = lexicon::singular(text.lower(phrase.head)).into_owned();
        let span = text.span(phrase.head, phrase.head);
        Noun { phrase: key.clone().into(), key: key.into(), span, phrase_span: text.span(phrase.first, phrase.head) }
    });
    let shareable = agent.is_some() && verb_key != "be" && clause.shape != Shape::Infinitive;
    let mut key = verb_key.clone();
    key.push('/');
    if let Some(agent) = &agent {
        key.push_str(&agent.key);
    }
    let certainty = match clause.shape {
        Shape::Finite if head.is_some() => Certainty::Sure,
        Shape::Finite | Shape::Participle | Shape::Reduced => Certainty::Likely,
        Shape::Infinitive => Certainty::Weak,
    };
    let mut at = reading.at(verb_span, certainty);
    at.negated = clause.negated;
    let tense = match (clause.future, clause.past) {
        (true, _) => Tense::Future,
        (false, true) => Tense::Past,
        (false, false) => Tense::Present,
    };
    identities.push(Identity {
        event: index,
        modifiers: head.map_or_else(Box::default, |phrase| modifiers(text, parser, &phrase)),
        indefinite: head
            .is_some_and(|phrase| matches!(text.lower(phrase.first), "a" | "an" | "another" | "one" | "other")),
        shareable,
        part: at.part,
        date: None,
        place: place(text, parser, clause),
    });
    let verb = Verb { key: verb_key.into(), span: verb_span };
    reading.facts.events.push(Event { at, verb, agent, tense, modal: clause.modal, key: key.into() });
    index as Index
}
