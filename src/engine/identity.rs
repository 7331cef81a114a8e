//! When two things, names, texts or facts are the same.

use super::answer::Answer;
use super::term::{Term, What};
use super::views::{Views, is_of_second};
use crate::facts::schema::Kind;
use crate::facts::value::{FactRef, Thing};
use smallvec::{SmallVec, smallvec};

/// Whether two terms that are no figures, dates or named values are the same.
pub(super) fn same(left: &Term<'_>, right: &Term<'_>, views: Views<'_>) -> Answer {
    match (&left.what, &right.what) {
        (What::Fact(a), What::Fact(b)) => facts(*a, *b, views),
        (What::Thing(a), What::Thing(b)) => things(a, b),
        (What::Thing(thing), What::Text(text)) | (What::Text(text), What::Thing(thing)) => {
            uncertain(same_text(&thing.key, text), thing.ambiguous)
        }
        (What::Text(a), What::Text(b)) => Answer::from(same_text(a, b)),
        (What::Fact(fact), What::Text(text)) | (What::Text(text), What::Fact(fact)) => fact_is_text(*fact, text, views),
        (What::Fact(fact), What::Thing(thing)) | (What::Thing(thing), What::Fact(fact)) => {
            let answer = fact_is_text(*fact, &thing.key, views);
            if thing.ambiguous { answer.weakened() } else { answer }
        }
        _ => Answer::Absent,
    }
}

fn things(a: &Thing, b: &Thing) -> Answer {
    uncertain(same_text(&a.key, &b.key), a.ambiguous || b.ambiguous)
}

fn uncertain(same: bool, ambiguous: bool) -> Answer {
    match (same, ambiguous) {
        (true, true) => Answer::Perhaps,
        (true, false) => Answer::Yes,
        (false, _) => Answer::No,
    }
}

/// Events compare by what happens and who does it, names by their canonical form, and all other
/// facts by being one and the same.
///
/// What two articles tell of is surely the same only where its name says so: their events and sources may be others,
/// and so may be people without a full name.
fn facts(a: FactRef, b: FactRef, views: Views<'_>) -> Answer {
    let answer = by_name(a, b, views);
    let told_apart = match a.kind {
        Kind::Person => is_named_in_full(a, views) && is_named_in_full(b, views),
        Kind::Event | Kind::Source => false,
        _ => true,
    };
    if is_of_second(a) == is_of_second(b) || told_apart { answer } else { answer.weakened() }
}

fn is_named_in_full(person: FactRef, views: Views<'_>) -> bool {
    let (view, person) = views.of(person);
    view.facts.people.get(person.index as usize).is_some_and(|person| person.full_name.is_some())
}

fn by_name(a: FactRef, b: FactRef, views: Views<'_>) -> Answer {
    if let (Some((first, unsure_first)), Some((second, unsure_second))) = (name_key(a, views), name_key(b, views)) {
        return uncertain(same_text(first, second), unsure_first || unsure_second);
    }
    match (event_key(a, views), event_key(b, views)) {
        (Some(first), Some(second)) => Answer::from(first == second),
        _ => Answer::from(a == b),
    }
}

/// The canonical form of a person, source or place, and whether another may bear it.
pub(super) fn name_key(fact: FactRef, views: Views<'_>) -> Option<(&str, bool)> {
    let (view, fact) = views.of(fact);
    let index = fact.index as usize;
    match fact.kind {
        Kind::Person => view.facts.people.get(index).map(|person| (&*person.name.key, person.ambiguous)),
        Kind::Source => view.facts.sources.get(index).map(|source| (&*source.name.key, false)),
        Kind::Location => view.facts.locations.get(index).map(|location| (&*location.name.key, false)),
        _ => None,
    }
}

/// What happens and who does it.
pub(super) fn event_key(fact: FactRef, views: Views<'_>) -> Option<&str> {
    let (view, fact) = views.of(fact);
    (fact.kind == Kind::Event).then(|| view.facts.events.get(fact.index as usize).map(|event| &*event.key)).flatten()
}

fn fact_is_text(fact: FactRef, text: &str, views: Views<'_>) -> Answer {
    let same = names(fact, views).iter().any(|name| same_text(name, text));
    uncertain(same, name_key(fact, views).is_some_and(|(_, ambiguous)| ambiguous))
}

/// The texts that a fact is: of somebody or a place its names, of an event its verb, of all else what is written.
pub(super) fn names(fact: FactRef, views: Views<'_>) -> SmallVec<[&str; 3]> {
    let (view, local) = views.of(fact);
    let index = local.index as usize;
    if let Some((key, _)) = name_key(fact, views) {
        let person = (fact.kind == Kind::Person).then(|| view.facts.people.get(index)).flatten();
        let full = person.and_then(|person| person.full_name.as_deref());
        return [key, at(fact, views)].into_iter().chain(full).collect();
    }
    if fact.kind == Kind::Event {
        return smallvec![view.facts.events.get(index).map_or("", |event| &*event.verb.key)];
    }
    smallvec![at(fact, views)]
}

fn at(fact: FactRef, views: Views<'_>) -> &str {
    let (view, fact) = views.of(fact);
    (fact.kind.schema().at)(view, fact.index).map_or("", |at| at.span.of(&view.article.text))
}

/// The canonical form of a thing, or a text as it stands.
pub(super) fn form<'t>(term: &'t Term<'_>) -> Option<&'t str> {
    match &term.what {
        What::Thing(thing) => Some(&thing.key),
        What::Text(text) => Some(text),
        _ => None,
    }
}

/// The words of a term: of a text, of a thing's canonical form, of a fact as written.
pub(super) fn words<'t>(term: &'t Term<'_>, views: Views<'t>) -> Option<&'t str> {
    match &term.what {
        What::Fact(fact) => Some(at(*fact, views)),
        _ => form(term),
    }
}

/// Whether two texts are the same but for case and outer space.
pub fn same_text(a: &str, b: &str) -> bool {
    if a == b {
        return true;
    }
    let (a, b) = (a.trim(), b.trim());
    if a.is_ascii() && b.is_ascii() {
        return a.eq_ignore_ascii_case(b);
    }
    lowered(a).eq(lowered(b))
}

/// The characters of a text in lower case; curly apostrophes are straight.
pub(super) fn lowered(text: &str) -> impl Iterator<Item = char> + '_ {
    text.chars().map(|c| if c == '’' { '\'' } else { c }).flat_map(char::to_lowercase)
}

/// Whether a text holds words as whole words, whatever their case.
pub fn holds_words(text: &str, words: &str) -> bool {
    let words = words.trim();
    let Some(first) = words.chars().next() else { return false };
    let mut before = None;
    for (at, c) in text.char_indices() {
        let starts = !before.is_some_and(char::is_alphanumeric) || !first.is_alphanumeric();
        before = Some(c);
        if starts && text.get(at..).is_some_and(|rest| starts_with_words(rest, words)) {
            return true;
        }
    }
    false
}

fn starts_with_words(text: &str, words: &str) -> bool {
    let mut rest = text.chars();
    let mut last = ' ';
    for word in words.chars() {
        let same = |c: char| c == word || lowered_char(c).eq(lowered_char(word)) || (c.is_whitespace() && word == ' ');
        if !rest.next().is_some_and(same) {
            return false;
        }
        last = word;
    }
    !last.is_alphanumeric() || !rest.next().is_some_and(char::is_alphanumeric)
}

fn lowered_char(c: char) -> impl Iterator<Item = char> {
    (if c == '’' { '\'' } else { c }).to_lowercase()
}
