//! What is said of parts in one clause each, and whether nobody can be in two of them: "40 came back, 12 were taken
//! prisoner and nine were killed", "five were leaning Lee and seven were leaning Chan".

use super::Spot;
use super::breakdown::excludes;
use crate::text::{Case, Text, TokenKind, gazetteer, lexicon};
use std::borrow::Cow;
use std::ops::Range;

/// How many words of a clause are looked at.
const REACH: usize = 7;

/// Fates, by what they come to: nobody has two of them.
const FATES: &[&[&str]] = &[
    &["died", "killed", "drowned", "perished", "executed", "dead"],
    &["survived", "returned", "escaped", "rescued", "released", "freed", "back", "home"],
    &["captured", "prisoner", "detained", "jailed", "imprisoned"],
    &["missing", "vanished", "disappeared"],
];

/// Answers of which everybody gives one.
const ANSWERS: &[&[&str]] = &[
    &["passed", "pass"],
    &["failed", "fail"],
    &["accepted", "approved", "granted"],
    &["rejected", "refused", "denied"],
    &["against", "opposed"],
    &["for", "favour", "favor"],
    &["abstained", "undecided", "unsure", "neither", "nobody"],
    &["placebo"],
    &["drug", "vaccine"],
    &["nothing", "untreated"],
];

/// Words before what somebody chooses.
const CHOICES: &[&str] = &[
    "leaning",
    "chose",
    "choose",
    "backed",
    "backing",
    "picked",
    "preferred",
    "favored",
    "favoured",
    "supported",
    "supporting",
    "for",
];

/// Whether parts exclude each other; none where a clause cannot be made out.
pub(super) fn exclude(text: &Text<'_>, parts: &[Spot]) -> Option<bool> {
    let clauses: Vec<Range<usize>> = parts.iter().map(|part| clause(text, part.end)).collect();
    let told = |group: &[&[&str]]| {
        let mut seen: Vec<usize> = Vec::new();
        clauses.iter().all(|words| {
            let own = group.iter().position(|row| words.clone().any(|at| row.contains(&text.lower(at))));
            let new = own.is_some_and(|own| !seen.contains(&own));
            seen.extend(own);
            new
        })
    };
    let creeds: Option<Vec<&str>> = parts.iter().map(|part| creed(text, part)).collect();
    let distinct =
        |names: &[&str]| names.iter().enumerate().all(|(at, name)| !names.iter().take(at).any(|other| other == name));
    if creeds.is_some_and(|creeds| distinct(&creeds)) {
        return Some(true);
    }
    if told(FATES) || told(ANSWERS) || chosen(text, &clauses) {
        return Some(true);
    }
    let predicates: Option<Vec<usize>> = parts.iter().map(|part| predicate(text, part)).collect();
    let predicates = predicates?;
    let kinds: Vec<Cow<'_, str>> = predicates.iter().map(|&at| lexicon::singular(text.lower(at))).collect();
    Some(excludes(&kinds.iter().map(AsRef::as_ref).collect::<Vec<_>>()))
}

/// Two answers of which each of a whole gets one: who is in a trial has the drug or the placebo, who sits an exam passes
/// or fails.
const OPPOSED: &[[&[&str]; 2]] = &[
    [&["drug", "vaccine", "treatment", "jab", "pill", "medicine", "supplement"], &["placebo"]],
    [&["passed", "pass"], &["failed", "fail"]],
    [&["survived"], &["died", "killed"]],
    [&["accepted", "approved", "granted"], &["rejected", "refused", "denied"]],
];

/// What says that there is a third answer.
const LEFT: &[&str] = &[
    "others",
    "other",
    "rest",
    "remaining",
    "remainder",
    "absent",
    "withdrew",
    "dropped",
    "left",
    "pending",
    "missing",
    "abstained",
    "including",
    "least",
    "already",
    "so",
    "later",
    "still",
];

/// Whether two parts are all that there can be of their whole.
pub(super) fn are_opposed(text: &Text<'_>, parts: &[Spot]) -> bool {
    let [one, other] = parts else { return false };
    let says = |part: &Spot, words: &[&str]| clause(text, part.end).any(|at| words.contains(&text.lower(at)));
    let pair = OPPOSED.iter().any(|[yes, no]| says(one, yes) && says(other, no) || says(one, no) && says(other, yes));
    let sentence = text.sentences.get(one.at.sentence as usize).map_or(0..0, |sentence| sentence.tokens.clone());
    pair && !sentence.into_iter().any(|at| LEFT.contains(&text.lower(at)))
}

/// The words that are said of a part.
fn clause(text: &Text<'_>, from: usize) -> Range<usize> {
    let end = (from..from + REACH).find(|&at| text.kind(at) != TokenKind::Word).unwrap_or(from + REACH);
    from..end
}

/// Whether all but one are for somebody else, by name, and the last is for none of them.
fn chosen(text: &Text<'_>, clauses: &[Range<usize>]) -> bool {
    let name = |words: &Range<usize>| {
        let verb = words.clone().find(|&at| CHOICES.contains(&text.lower(at)))?;
        let named =
            text.token(verb + 1).is_some_and(|token| token.kind == TokenKind::Word && token.case != Case::Lower);
        named.then(|| text.lower(verb + 1))
    };
    let none = |words: &Range<usize>| {
        words
            .clone()
            .any(|at| matches!(text.lower(at), "undecided" | "nobody" | "neither" | "none" | "abstained" | "unsure"))
    };
    let names: Vec<&str> = clauses.iter().filter_map(name).collect();
    let others = clauses.iter().filter(|words| name(words).is_none()).collect::<Vec<_>>();
    let distinct = names.iter().enumerate().all(|(at, name)| !names.iter().take(at).any(|other| other == name));
    names.len() >= 2 && distinct && others.len() <= 1 && others.iter().all(|words| none(words))
}

/// The people or party that a part is of: "13 were Danes".
fn creed<'t>(text: &'t Text<'_>, part: &Spot) -> Option<&'t str> {
    let at = predicate(text, part)?;
    let alone = !matches!(text.kind(at + 1), TokenKind::Word) || matches!(text.lower(at + 1), "and" | "while");
    let plural = text.lower(at).ends_with('s')
        || matches!(text.lower(at).get(text.lower(at).len().saturating_sub(3)..), Some("ish" | "ese" | "nch"));
    let named = text.token(at).is_some_and(|token| token.case == Case::Title);
    let people = gazetteer::demonym(text.lower(at)).is_some();
    (alone && (plural || people) && named).then(|| text.lower(at))
}

/// The "one" of "…, and one is Belgian" after parts.
pub(super) fn and_one(text: &Text<'_>, parts: &[Spot]) -> Option<usize> {
    let last = parts.last()?;
    let and = (last.end..last.end + REACH).find(|&at| text.lower(at) == "and")?;
    let told = text.lower(and + 1) == "one" && matches!(text.lower(and + 2), "is" | "was");
    let named = text.token(and + 3).is_some_and(|token| token.kind == TokenKind::Word);
    let of = |part: &Spot| predicate(text, part).map(|at| text.lower(at));
    let new = parts.iter().all(|part| of(part).is_some_and(|other| other != text.lower(and + 3)));
    (told && named && new).then_some(and + 1)
}

/// The noun or adjective after "were" in "80 were adults".
fn predicate(text: &Text<'_>, part: &Spot) -> Option<usize> {
    // "12 of whom were"
    let of = matches!(text.lower(part.end + 1), "whom" | "them") && text.lower(part.end) == "of";
    let from = part.end + if of { 2 } else { 0 };
    let verb = (from..from + 2).find(|&at| matches!(text.lower(at), "were" | "was" | "are" | "is"))?;
    (text.kind(verb + 1) == TokenKind::Word).then_some(verb + 1)
}
