//! Events: what happens, who does it, and the counts and dates that belong to it.
//!
//! Only sentences that hold a figure or a date are read. A link is made where the verb and its
//! subject are plain; any other count or date stays without an event.

use super::Reading;
use super::clause::{Clause, Parser, Phrase, Shape};
use super::tags::{Tag, base};
use crate::article::Part;
use crate::facts::Facts;
use crate::facts::date::DateRange;
use crate::facts::model::{Event, Index, Noun, Verb};
use crate::facts::names::{Certainty, DateRole, Role, Tense};
use crate::source::Span;
use crate::text::{Case, Text, TokenKind, lexicon};
use rustc_hash::FxHashMap;

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

/// What identities are settled by, once all events are known.
#[derive(Debug)]
struct Identity {
    event: usize,
    /// The words before the head of the agent, lower case.
    modifiers: Box<str>,
    /// Whether the agent is new to the reader ("a man", "another storm").
    indefinite: bool,
    /// Whether two events with this key can be one at all.
    shareable: bool,
    part: Part,
    date: Option<DateRange>,
    /// The first named place in the clause, lower case.
    place: Box<str>,
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
        parser.read(text, sentence);
        link(reading, &parser, group, &mut identities);
    }
    settle(&mut reading.facts, identities);
    revise(reading);
}

/// Notes which counts replace an earlier one of the same event, where a word says that figures changed.
fn revise(reading: &mut Reading<'_>) {
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

/// How a figure from token `first` to `end` hangs on the verb; `None` where it is not plain.
fn role(text: &Text<'_>, parser: &Parser, clause: &Clause, first: usize, end: usize) -> Option<Role> {
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
fn date_role(
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

/// The name after "in" or the like that follows the verb; empty where there is none.
fn place(text: &Text<'_>, parser: &Parser, clause: &Clause) -> Box<str> {
    let places = |at: &usize| {
        parser.tag(*at) == Tag::Preposition
            && matches!(text.lower(*at), "in" | "at" | "near" | "for" | "across" | "from" | "to" | "against")
    };
    for at in (clause.main + 1..clause.end).filter(places) {
        let first = at + 1;
        let mut end = first;
        while end < clause.end && parser.tag(end) == Tag::Name {
            end += 1;
        }
        let weekday = matches!(
            text.lower(first),
            "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday"
        );
        if end > first && !weekday && !is_month(text.lower(first)) {
            return text.lowered(text.span(first, end - 1)).into();
        }
    }
    Box::default()
}

fn is_month(lower: &str) -> bool {
    matches!(
        lower,
        "january"
            | "february"
            | "march"
            | "april"
            | "may"
            | "june"
            | "july"
            | "august"
            | "september"
            | "october"
            | "november"
            | "december"
    )
}

/// The doer of a passive verb: "by the malware".
fn passive_agent(text: &Text<'_>, parser: &Parser, clause: &Clause) -> Option<Phrase> {
    let by = (clause.main + 1..clause.end.min(clause.main + 8)).find(|&at| text.lower(at) == "by")?;
    phrase_after(parser, by, clause.end)
}

/// What a death or an injury comes from: "died in the crash".
fn cause(text: &Text<'_>, parser: &Parser, clause: &Clause) -> Option<Phrase> {
    let place = (clause.main + 1..clause.end.min(clause.main + 6))
        .find(|&at| matches!(text.lower(at), "in" | "during" | "when" | "after" | "from"))?;
    let phrase = phrase_after(parser, place, clause.end)?;
    let head = lexicon::singular(text.lower(phrase.head));
    is_calamity(&head).then_some(phrase)
}

fn is_calamity(head: &str) -> bool {
    matches!(
        head,
        "attack"
            | "blast"
            | "explosion"
            | "crash"
            | "fire"
            | "blaze"
            | "quake"
            | "earthquake"
            | "flood"
            | "flooding"
            | "storm"
            | "hurricane"
            | "typhoon"
            | "cyclone"
            | "tornado"
            | "tsunami"
            | "shooting"
            | "bombing"
            | "collision"
            | "accident"
            | "landslide"
            | "avalanche"
            | "massacre"
            | "war"
            | "outbreak"
            | "pandemic"
            | "epidemic"
            | "raid"
            | "airstrike"
            | "strike"
            | "stampede"
            | "collapse"
            | "crush"
            | "wreck"
            | "derailment"
            | "riot"
            | "clash"
            | "violence"
            | "siege"
            | "wildfire"
            | "bushfire"
            | "heatwave"
            | "sinking"
            | "disaster"
            | "protest"
            | "ambush"
    )
}

/// The noun phrase that follows a preposition at once.
fn phrase_after(parser: &Parser, preposition: usize, end: usize) -> Option<Phrase> {
    let first = preposition + 1;
    let mut head = None;
    let mut at = first;
    while at < end {
        match parser.tag(at) {
            Tag::Noun | Tag::Name => head = Some(at),
            Tag::Determiner | Tag::Adjective | Tag::Possessive => {}
            _ => break,
        }
        at += 1;
    }
    head.map(|head| Phrase { first, head, end: at, governed: true })
}

/// Whether a doer can be told from others: no pronoun, no figure, no word of time.
fn is_nameable(text: &Text<'_>, parser: &Parser, phrase: &Phrase) -> bool {
    let noun = match parser.tag(phrase.head) {
        Tag::Noun | Tag::Name => true,
        Tag::Adjective => lexicon::classes(text.lower(phrase.head)).has(lexicon::Classes::NOUN),
        _ => false,
    };
    noun && !(phrase.first..=phrase.head).any(|at| matches!(parser.tag(at), Tag::Number | Tag::Pronoun))
        && !matches!(
            text.lower(phrase.first),
            "his"
                | "her"
                | "their"
                | "my"
                | "our"
                | "your"
                | "no"
                | "any"
                | "every"
                | "each"
                | "some"
                | "such"
                | "most"
        )
        && !matches!(
            text.lower(phrase.head),
            "people" | "others" | "person" | "man" | "woman" | "men" | "women" | "thing" | "things"
        )
}

/// The words between determiner and head, lower case.
fn modifiers(text: &Text<'_>, parser: &Parser, phrase: &Phrase) -> Box<str> {
    let mut first = phrase.first;
    while first < phrase.head && parser.tag(first) == Tag::Determiner {
        first += 1;
    }
    if first >= phrase.head { Box::default() } else { text.lowered(text.span(first, phrase.head - 1)).into() }
}

/// Gives events that cannot be one, or cannot be told to be one, keys of their own.
fn settle(facts: &mut Facts, identities: Vec<Identity>) {
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
