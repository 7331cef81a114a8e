//! Fields of facts as values of the rule language.

use super::View;
use crate::article::Part;
use crate::facts::exact::Exact;
use crate::facts::interval::Interval;
use crate::facts::model::{Count, Figure, Name, Noun, Source, Verb};
use crate::facts::names::Named;
use crate::facts::quantity::{Measured, Quantity};
use crate::facts::schema::Kind;
use crate::facts::value::{Content, FactRef, Thing, ThingKind, Value};
use crate::source::Span;
use crate::text::{TokenKind, lexicon};

pub(super) fn known(content: Option<Content>, span: Option<Span>) -> Value {
    content.map_or(Value::ABSENT, |content| Value { content, span })
}

pub(super) fn noun(noun: &Noun) -> Value {
    Value::at(thing(ThingKind::Noun, &noun.key, false), noun.span)
}

pub(super) fn verb(verb: &Verb) -> Value {
    Value::at(thing(ThingKind::Verb, &verb.key, false), verb.span)
}

pub(super) fn name(name: &Name) -> Value {
    let span = (!name.span.is_empty()).then_some(name.span);
    Value { content: thing(ThingKind::Name, &name.key, false), span }
}

pub(super) fn thing(kind: ThingKind, key: &str, ambiguous: bool) -> Content {
    Content::Thing(Thing { kind, key: key.into(), ambiguous })
}

pub(super) fn fact(kind: Kind, index: u32) -> Value {
    Value::new(Content::Fact(FactRef { kind, index }))
}

pub(super) fn maybe_fact(kind: Kind, index: Option<u32>) -> Value {
    index.map_or(Value::ABSENT, |index| fact(kind, index))
}

pub(super) fn set(kind: Kind, indices: &[u32]) -> Value {
    Value::new(Content::Set(indices.iter().map(|&index| fact(kind, index)).collect()))
}

pub(super) fn text(text: &str) -> Value {
    Value::new(Content::Text(text.into()))
}

pub(super) fn maybe_text(words: Option<&str>) -> Value {
    words.map_or(Value::ABSENT, text)
}

/// Words of the article.
pub(super) fn words(span: Span, view: View<'_>) -> Value {
    Value::at(Content::Text(span.of(&view.article.text).into()), span)
}

pub(super) fn named(named: Named) -> Value {
    Value::new(Content::Named(named))
}

pub(super) fn yes_no(yes: bool) -> Value {
    Value::new(Content::YesNo(yes))
}

pub(super) fn quantity(quantity: &Quantity, span: Span) -> Value {
    Value::at(Content::Quantity(quantity.clone()), span)
}

pub(super) fn written(figure: &Figure, measured: Measured) -> Value {
    let exact = figure.written.map(|n| Content::Quantity(Quantity::of(Interval::exactly(n), measured)));
    known(exact, Some(figure.span))
}

pub(super) fn meant(figure: &Figure, measured: Measured) -> Value {
    Value::at(Content::Quantity(Quantity::of(figure.value, measured)), figure.span)
}

pub(super) fn hedge(figure: &Figure) -> Value {
    Value { content: Content::Named(figure.hedge.named()), span: figure.hedge_span }
}

/// How many digits of a measure count.
pub(super) fn digits(view: View<'_>, measure: u32) -> Value {
    let digits = view.facts.measures.get(measure as usize).and_then(|measure| measure.figure.digits());
    known(digits.map(|digits| Value::exact(Exact::from(i64::from(digits)))), None)
}

/// What a block of a part is called.
pub(super) fn block_word(part: Part) -> &'static str {
    match part {
        Part::Headline => "headline",
        Part::Standfirst => "standfirst",
        Part::Body | Part::Sidebar => "paragraph",
        Part::Crosshead => "crosshead",
        Part::Caption => "caption",
        Part::Pullquote => "pull quote",
        Part::List => "list item",
        Part::Table => "row",
        Part::Footnote => "footnote",
    }
}

/// Whether the words before a noun say that some of the things are meant.
pub(super) fn is_picked(noun: &Noun) -> bool {
    const PICKED: &[&str] = &[
        "other",
        "others",
        "more",
        "another",
        "additional",
        "further",
        "key",
        "main",
        "top",
        "big",
        "biggest",
        "best",
        "worst",
        "first",
        "next",
        "last",
        "new",
        "important",
        "major",
    ];
    noun.phrase.split(' ').any(|word| PICKED.contains(&word.to_ascii_lowercase().as_str()))
}

/// Whether a speaker is "the late Ann Lee".
pub(super) fn is_late(source: &Source, view: View<'_>) -> bool {
    let first = view.text.token_from(source.at.span.start);
    // "Ann Lee" after "the late", or "late Ann Lee" after "the"; "a friend of the late Ann Lee said" is of the friend.
    let late = if view.text.lower(first) == "late" { first } else { first.saturating_sub(1) };
    let before = |n: usize| late.checked_sub(n).map_or("", |at| view.text.lower(at));
    // So is "the late mayor's son".
    let last = view.text.token_from(source.at.span.end);
    let owned = (first..last).any(|at| view.text.kind(at) == TokenKind::Possessive);
    let other = owned || matches!(before(2), "of" | "to" | "for" | "by" | "with" | "and");
    view.text.lower(late) == "late" && before(1) == "the" && !other
}

/// Whether a count is of its noun and of others: "266 countries, dependencies and other areas", "211 countries and
/// territories".
pub(super) fn is_listed(count: &Count, view: View<'_>) -> bool {
    let text = view.text;
    let end = text.token_from(count.at.span.end);
    let named = |at: usize| {
        let lower = text.lower(at);
        lexicon::is_plural(lower) && lexicon::usual_class(lower) == lexicon::Classes::NOUN
    };
    match text.lower(end) {
        "and" | "or" => named(end + 1) || text.lower(end + 1) == "other" && named(end + 2),
        "," => named(end + 1) && matches!(text.lower(end + 2), "," | "and" | "or"),
        _ => false,
    }
}
