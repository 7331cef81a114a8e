//! Breakdowns: a whole and its parts.
//!
//! "killed 12 people: five men, four women and three children", "of the 120 passengers, 80 were
//! adults and 30 were children".

use super::{Reading, Spot, SpotKind, Spots, outcome, overlap, weaker};
use crate::facts::exact::Exact;
use crate::facts::extract::rate;
use crate::facts::model::{Breakdown, Count, Noun};
use crate::facts::names::{Certainty, Role};
use crate::text::{Text, TokenKind, lexicon};
use std::ops::Range;

/// Kinds of people and things of which nobody is two at once. Parts that are all of one row exclude
/// each other; any others may share members.
const EXCLUSIVE: &[&[&str]] = &[
    &["man", "woman", "boy", "girl", "child", "baby", "infant", "toddler"],
    &["adult", "child", "baby", "infant", "toddler", "teenager", "minor"],
    &["male", "female"],
    &["passenger", "crew", "crew member", "crewmember", "crewman", "pilot"],
    &["dead", "wounded", "injured", "missing", "unhurt"],
    &["win", "draw", "loss", "defeat", "tie"],
    &["gold", "silver", "bronze"],
    &["democrat", "republican", "independent"],
    &["yes", "no", "abstention"],
    &["incumbent", "newcomer", "challenger"],
    &["son", "daughter"],
    &["brother", "sister"],
    &["grandson", "granddaughter"],
];

pub(super) fn read(reading: &mut Reading<'_>, spots: &Spots) {
    for sentence in spots.by_sentence() {
        for index in sentence.clone() {
            let Some(whole) = spots.get(index).filter(|spot| spot.is_firm()) else { continue };
            if whole.kind == SpotKind::Number && index == sentence.start && opens_of(reading.text, whole) {
                of_which(reading, spots, index, (whole.end, sentence.end));
            }
            if whole.kind != SpotKind::Count {
                continue;
            }
            let whom = of_whom(reading.text, spots, index);
            if whom.is_some() || opens_of(reading.text, whole) {
                of_which(reading, spots, index, (whom.unwrap_or(whole.end), sentence.end));
            } else if index + 1 < sentence.end && !spots.is_drawn_from(reading, index) {
                including(reading, spots, index);
                apposed(reading, spots, index, sentence.end);
            }
        }
        for index in sentence.clone() {
            the_others(reading, spots, index, sentence.end);
            body(reading, spots, index, sentence.end);
        }
    }
}

/// A number that counts what `whole` counts, as a count of its own.
pub(super) fn elided(reading: &mut Reading<'_>, number: u32, whole: u32) -> Option<u32> {
    let number = reading.facts.numbers.get(number as usize)?;
    let whole = reading.facts.counts.get(whole as usize)?;
    let text = reading.text;
    let end = text.token_from(number.at.span.end.saturating_sub(1)) + 1;
    let count = Count {
        at: number.at,
        figure: number.figure.clone(),
        noun: whole.noun.clone(),
        per: rate::often(text, end),
        event: None,
        role: Role::Other,
        source: whole.source,
        as_of: None,
        revises: None,
        elided: true,
    };
    reading.facts.counts.push(count);
    Some(reading.facts.counts.len() as u32 - 1)
}

/// The parts as counts: a bare number counts what the whole counts.
pub(super) fn as_counts(reading: &mut Reading<'_>, parts: &[Spot], whole: &Spot) -> Option<Vec<Spot>> {
    let count = |part: &Spot| {
        let index = match part.kind {
            SpotKind::Number => elided(reading, part.index, whole.index)?,
            _ => part.index,
        };
        Some(Spot { kind: SpotKind::Count, index, ..*part })
    };
    parts.iter().map(count).collect()
}

/// How many words may be said of a whole before its parts: "90 people were taken in, of whom …".
const SAID: usize = 6;

/// One past ", of whom" after a count and what is said of it, where nothing else is counted there.
fn of_whom(text: &Text<'_>, spots: &Spots, index: usize) -> Option<usize> {
    let whole = spots.get(index)?;
    // "20 people, 12 of whom were men"
    let part = spots.get(index + 1).filter(|part| text.word(whole.end) == "," && part.first == whole.end + 1);
    if part.is_some_and(|part| super::are(text, part.end..part.end + 2, &["of", "whom"])) {
        return Some(whole.end + 1);
    }
    let comma = (whole.end..whole.end + SAID).find(|&at| text.kind(at) != TokenKind::Word)?;
    let whom = super::are(text, comma..comma + 3, &[",", "of", "whom"]);
    let others = (whole.end..comma).any(|at| lexicon::is_plural(text.lower(at)));
    let next = spots.get(index + 1).is_some_and(|next| next.first >= comma + 3);
    (whom && !others && next).then_some(comma + 3)
}

/// "Of the 120 passengers, 80 were adults and 30 were children."
fn of_which(reading: &mut Reading<'_>, spots: &Spots, index: usize, (from, end): (usize, usize)) {
    let Some(mut whole) = spots.get(index).copied() else { return };
    let text = reading.text;
    let after: Vec<Spot> = (index + 1..end).map_while(|next| spots.get(next)).copied().collect();
    if remainder(reading, &whole, &after) {
        return;
    }
    let mut parts: Vec<Spot> = Vec::new();
    for spot in after {
        let before = text.lower(spot.first.wrapping_sub(1));
        let starts_clause = matches!(before, "," | "and" | "while" | ";")
            // "Of 90 men in the raid 40 came back"
            || parts.is_empty() && spot.first <= from + NEAR;
        let countable = matches!(spot.kind, SpotKind::Count | SpotKind::Number) && spot.is_firm();
        if !starts_clause || !countable {
            return;
        }
        parts.push(spot);
    }
    let exclusive = match parts.as_slice() {
        [] => return,
        [part] => {
            // "Of the 25 pupils, 30 passed."
            let directly = part.kind == SpotKind::Number && super::are(text, whole.end..part.first, &[","]);
            // "Of the three brothers, 30 was the age of one."
            if !directly || !is_said(text, part.end) || matches!(text.lower(part.end), "is" | "was") {
                return;
            }
            true
        }
        parts => match outcome::exclude(text, parts) {
            Some(exclusive) => exclusive,
            None => return,
        },
    };
    let opposed = outcome::are_opposed(text, &parts);
    if whole.kind == SpotKind::Number {
        let Some(named) = unnamed(reading, &whole).filter(|_| exclusive && parts.len() > 1) else { return };
        whole = named;
    }
    let Some(mut parts) = as_counts(reading, &parts, &whole) else { return };
    if let Some(one) = outcome::and_one(text, &parts).filter(|_| exclusive) {
        parts.extend(super::parts::of_whole(reading, one, 1, &whole));
    }
    push_as(reading, &whole, &parts, false, !exclusive);
    if let Some(last) = reading.facts.breakdowns.last_mut().filter(|last| last.whole == whole.index) {
        last.opposed = opposed;
    }
}

/// "killed 12 people in the harbour, including nine children": some of the people, who may be others too.
fn including(reading: &mut Reading<'_>, spots: &Spots, index: usize) {
    let (Some(whole), Some(part)) = (spots.get(index).copied(), spots.get(index + 1).copied()) else { return };
    let text = reading.text;
    // "The 12 victims included nine men and five women."
    let verb = matches!(text.lower(whole.end), "include" | "included" | "includes") && whole.end + 1 == part.first;
    if verb && text.lower(whole.first.wrapping_sub(1)) == "the" {
        several(reading, spots, &whole, index);
        return;
    }
    // "149 people, including 163 who died"
    let bare = part.kind == SpotKind::Number && matches!(text.lower(part.end), "who" | "in" | "at" | "from");
    let counts = part.kind == SpotKind::Count || bare;
    if !counts || !part.is_firm() || part.first > whole.end + FAR || part.first <= whole.end {
        return;
    }
    let lead = match (text.lower(part.first - 1), text.lower(part.first.saturating_sub(2))) {
        ("including", _) => part.first - 1,
        ("them", "among") => part.first - 2,
        _ => return,
    };
    let between = whole.end..lead.saturating_sub(1);
    if text.lower(lead) == "including" && several(reading, spots, &whole, index) {
        return;
    }
    let near = part.first <= whole.end + INCLUDED;
    let plain = near && between.clone().all(|at| text.kind(at) == TokenKind::Word) && text.word(lead - 1) == ",";
    // "two women were hurt in a raid on sailors, including 12 …" may be of the sailors.
    let others = between.clone().any(|at| lexicon::is_plural(text.lower(at)));
    if plain
        && !others
        && (bare || super::parts::are_kinds(reading, &whole, &[part]))
        && let Some(parts) = as_counts(reading, &[part], &whole)
    {
        push_as(reading, &whole, &parts, false, true);
    }
}

/// "All 12 people on board, nine passengers and three crew, were saved": all of them, part by part between commas.
fn apposed(reading: &mut Reading<'_>, spots: &Spots, index: usize, until: usize) {
    let text = reading.text;
    let Some(whole) = spots.get(index).copied() else { return };
    if !matches!(text.lower(whole.first.wrapping_sub(1)), "all" | "the") {
        return;
    }
    let parts: Vec<Spot> = (index + 1..until)
        .filter_map(|at| spots.get(at).copied())
        .scan(None, |last: &mut Option<Spot>, spot| {
            let joined = last.is_none_or(|last| joins(text, last.end..spot.first));
            *last = Some(spot);
            (joined && spot.kind == SpotKind::Count && spot.is_firm()).then_some(spot)
        })
        .collect();
    let (Some(first), Some(last)) = (parts.first(), parts.last()) else { return };
    let gap = whole.end..first.first;
    let opens = gap.len() <= 5 && gap.end > gap.start && text.word(gap.end - 1) == ",";
    let plain = opens && (gap.start..gap.end - 1).all(|at| text.kind(at) == TokenKind::Word);
    let mark = last.end + usize::from(text.lower(last.end) == "members");
    // "…, and the 20 who served them" are more of them.
    let closes = text.word(mark) == "," && is_said(text, mark + 1);
    if plain
        && closes
        && parts.len() > 1
        && exclude(reading, &parts)
        && super::parts::are_kinds(reading, &whole, &parts)
    {
        push_as(reading, &whole, &parts, true, false);
    }
}

/// "including nine men and three women": several parts of which nobody is two.
fn several(reading: &mut Reading<'_>, spots: &Spots, whole: &Spot, index: usize) -> bool {
    let text = reading.text;
    let mut parts: Vec<Spot> = Vec::new();
    for at in index + 1.. {
        let Some(spot) = spots.get(at).filter(|spot| spot.kind == SpotKind::Count && spot.is_firm()) else { break };
        if parts.last().is_some_and(|last: &Spot| !joins(text, last.end..spot.first)) {
            break;
        }
        parts.push(*spot);
    }
    let parts = with_one(reading, parts, &excludes);
    let told = parts.len() > 1 && exclude(reading, &parts) && super::parts::are_kinds(reading, whole, &parts);
    if told {
        push_as(reading, whole, &parts, false, false);
    }
    told
}

/// How many words may name the one that ends a list: "and one independent member".
const ONE: usize = 4;

/// Parts with the one after them, where it can be told apart: "four men and one woman".
fn with_one(reading: &mut Reading<'_>, mut parts: Vec<Spot>, apart: &dyn Fn(&[&str]) -> bool) -> Vec<Spot> {
    let text = reading.text;
    let Some(last) = parts.last().copied() else { return parts };
    let comma = usize::from(text.word(last.end) == ",");
    let one = last.end + comma + 1;
    if text.lower(one - 1) != "and" || !matches!(text.lower(one), "one" | "a" | "an") {
        return parts;
    }
    let named = |at: usize| {
        lexicon::usual_class(text.lower(at)).has_any(lexicon::Classes::NOUN.or(lexicon::Classes::ADJECTIVE))
    };
    let end = (one + 1..one + 1 + ONE).find(|&at| text.kind(at) != TokenKind::Word || !named(at));
    let Some(head) = end.filter(|&end| end > one + 1).map(|end| end - 1) else { return parts };
    // "and one woman's dog", "and a woman from Oster" are no woman alone.
    let alone = text.kind(head) == TokenKind::Word && !lexicon::is_plural(text.lower(head));
    let compound = text.word(head + 1) == "-" || text.kind(head + 1) == TokenKind::Possessive;
    let kinds: Vec<&str> = nouns(reading, &parts).into_iter().chain([text.lower(head)]).collect();
    if alone && !compound && apart(&kinds) {
        parts.extend(super::parts::single(reading, one, head, &last));
    }
    parts
}

/// How many words may stand between a whole and what is said to be among it.
const INCLUDED: usize = 10;

/// How many words may stand between a whole and kinds of it that exclude each other.
const FAR: usize = 16;

/// How many words may stand between a whole and its first part where no comma parts them.
const NEAR: usize = 4;

/// Whether a verb follows a figure: "30 passed", "12 were hurt".
pub(super) fn is_said(text: &Text<'_>, at: usize) -> bool {
    let lower = text.lower(at);
    lexicon::usual_class(lower).has(lexicon::Classes::AUXILIARY)
        || lexicon::verb_form(lower).has(lexicon::VerbForms::PAST)
}

/// Small numbers that stand behind names and were taken for a part of them: "the Greens 3"; none where a figure
/// is of another kind.
fn bare(text: &Text<'_>, from: usize, parts: &[Spot]) -> Option<Vec<(usize, i128)>> {
    let end = parts.last()?.first;
    let known = |at: usize| parts.iter().any(|part| (part.first..part.end).contains(&at));
    let numbers = (from..end).filter(|&at| text.kind(at) == TokenKind::Number && !known(at));
    numbers.map(|at| text.word(at).parse().ok().filter(|n| *n < 1000).map(|n| (at, n))).collect()
}

/// "Of 20 seats, Labour took 11 and the Greens 3; the other eight were split": all parts, with what is left.
fn remainder(reading: &mut Reading<'_>, whole: &Spot, after: &[Spot]) -> bool {
    let text = reading.text;
    let rest = |spot: &Spot| {
        let back = |n: usize| spot.first.checked_sub(n).map_or("", |at| text.lower(at));
        let own = text.lower(spot.first);
        let left = |word: &str| matches!(word, "other" | "remaining");
        left(back(1)) && back(2) == "the" || left(own) && back(1) == "the"
    };
    let Some(last) = after.iter().position(rest).filter(|&last| last > 0) else { return false };
    let Some(parts) = after.get(..=last) else { return false };
    let mut parts = parts.to_vec();
    let Some(bare) = bare(text, whole.end, &parts) else { return true };
    let kept = |spot: &Spot| reading.facts.counts.get(spot.index as usize).map(|count| &count.noun.key);
    let noun = kept(whole);
    let alike = parts.iter().all(|part| {
        part.is_firm() && (part.kind == SpotKind::Number || part.kind == SpotKind::Count && kept(part) == noun)
    });
    let open = (whole.end..parts.last().map_or(whole.end, |part| part.first))
        .any(|at| matches!(text.lower(at), "including" | "than" | "from" | "with"));
    if !alike || open {
        return true;
    }
    for (at, figure) in bare {
        if let Some(count) = super::parts::of_whole(reading, at, figure, whole) {
            parts.push(count);
        }
    }
    parts.sort_by_key(|part| part.first);
    if super::total::fits_some(reading, &parts, whole) {
        return true;
    }
    if let Some(parts) = as_counts(reading, &parts, whole) {
        push_as(reading, whole, &parts, true, false);
    }
    true
}

/// "Ten of the 13 were found in Oster, and the remaining three in Marren": some, and all the others.
fn the_others(reading: &mut Reading<'_>, spots: &Spots, index: usize, until: usize) {
    let text = reading.text;
    let (Some(part), Some(whole), Some(rest)) = (spots.get(index), spots.get(index + 1), spots.get(index + 2)) else {
        return;
    };
    let (part, whole, rest) = (*part, *whole, *rest);
    let of = super::are(text, whole.first.saturating_sub(2)..whole.first, &["of", "the"])
        && (part.end + 2 == whole.first || part.end == whole.end && part.first + 3 == whole.first);
    let own = text.lower(rest.first);
    let left = |word: &str| matches!(word, "other" | "remaining");
    let back = |n: usize| rest.first.checked_sub(n).map_or("", |at| text.lower(at));
    let others = left(back(1)) && back(2) == "the" || left(own) && back(1) == "the";
    // Nearly all spots end here, before the rest of the sentence is gone through.
    if !(of && others && index + 2 < until) {
        return;
    }
    let counted = |spot: &Spot| matches!(spot.kind, SpotKind::Count | SpotKind::Number) && spot.is_firm();
    let noun = |spot: &Spot| reading.facts.counts.get(spot.index as usize).map(|count| &count.noun.key);
    let same = rest.kind == SpotKind::Number || whole.kind == SpotKind::Count && noun(&rest) == noun(&whole);
    let gap = whole.end..rest.first;
    let open = gap.clone().any(|at| {
        matches!(text.lower(at), "including" | "than" | "another" | "also" | "more" | ";" | ":" | "(" | "one" | "both")
    });
    let alone = (index + 3..until).filter_map(|at| spots.get(at)).all(|spot| !counted(spot));
    let firm = [part, whole, rest].iter().all(counted);
    if !(same && alone && !open && firm && gap.len() <= 24) {
        return;
    }
    let base = [whole, part, rest].into_iter().find(|spot| spot.kind == SpotKind::Count);
    let Some(base) = base.or_else(|| unnamed(reading, &whole)) else { return };
    if let Some([whole, parts @ ..]) = as_counts(reading, &[whole, part, rest], &base).as_deref() {
        push_as(reading, whole, parts, true, false);
    }
}

/// How many figures before a body may be what its parts come to.
const MOST: usize = 12;

/// How many words may stand between the size of a body and its members.
const BODY: usize = 6;

/// "a 12-member jury of five men and eight women", "the seven-strong panel – four women and two men –": all members of a
/// body, by kinds of which nobody is two.
fn body(reading: &mut Reading<'_>, spots: &Spots, index: usize, until: usize) {
    let text = reading.text;
    let mut parts: Vec<Spot> = Vec::new();
    for spot in (index..until).filter_map(|at| spots.get(at)) {
        let joined = parts.last().is_none_or(|last| joins(text, last.end..spot.first));
        if spot.kind != SpotKind::Count || !spot.is_firm() || !joined {
            break;
        }
        parts.push(*spot);
    }
    let Some(first) = parts.first().copied() else { return };
    let mut before = first.first.checked_sub(1).filter(|&at| matches!(text.lower(at), "of" | "—" | "–" | "," | "("));
    let has = before.is_none().then(|| holding(text, first.first)).flatten();
    before = before.or(has);
    if before.is_none_or(|lead| size_before(text, lead).is_none()) {
        return;
    }
    let parts = with_one(reading, parts, &|kinds| excludes(kinds) || are_posts(kinds));
    let Some(last) = parts.last().copied() else { return };
    let closed = matches!(text.lower(last.end), "." | "," | ";" | ")" | "—" | "–") || is_verb(text, last.end);
    let closed = closed || has.is_some();
    // "eight women and ten men, plus two children"
    let more = matches!(text.lower(last.end + 1), "plus" | "and" | "with" | "including" | "as" | "along");
    let told_apart = exclude(reading, &parts) || are_posts(&nouns(reading, &parts));
    let Some(lead) = before.filter(|_| parts.len() > 1 && closed && !more && told_apart) else { return };
    let Some(size) = size_before(text, lead) else { return };
    // "the 20-member jury heard of eight women and ten men"
    let noun = |at: usize| {
        lexicon::usual_class(text.lower(at)).has_any(lexicon::Classes::NOUN.or(lexicon::Classes::ADJECTIVE))
    };
    let plain = (size + 1..lead).all(|at| text.kind(at) == TokenKind::Word && noun(at));
    let Some(whole) = spots.before(text, size - 1).or_else(|| spots.before(text, size + 1)).filter(|_| plain) else {
        return;
    };
    let counted = |spot: &Spot| matches!(spot.kind, SpotKind::Count | SpotKind::Number);
    let Some(whole) = spots.get(whole).copied().filter(counted).and_then(|whole| sure_count(reading, &whole)) else {
        return;
    };
    // "Women total 81 in the 435-member body – 62 Democrats and 19 Republicans" breaks down the 81.
    let value = |spot: &Spot| super::figure(reading, spot).and_then(|figure| figure.written);
    let sum = parts.iter().try_fold(Exact::ZERO, |sum, part| sum.plus(value(part)?));
    let from = text.sentences.get(whole.at.sentence as usize).map_or(0, |sentence| sentence.tokens.start);
    let earlier = (spots.index_from(text, from)..index).take(MOST).filter_map(|at| spots.get(at));
    if earlier.filter(|spot| spot.first < whole.first).any(|spot| value(spot) == sum) {
        return;
    }
    // Seats of what a body has may be empty.
    push_as(reading, &whole, &parts, has.is_none(), false);
}

/// "-member", "-strong": the last word of a body's size, which stands right before its hyphen.
fn size_before(text: &Text<'_>, lead: usize) -> Option<usize> {
    let sized = |at: &usize| {
        matches!(text.lower(*at), "member" | "strong" | "person" | "judge" | "seat") && text.word(at - 1) == "-"
    };
    (lead.saturating_sub(BODY).max(2)..lead).rev().find(sized)
}

/// The verb by which a body has its members: "the nine-member court currently comprises five Reds".
fn holding(text: &Text<'_>, first: usize) -> Option<usize> {
    let now = |at: usize| matches!(text.lower(at), "currently" | "now" | "today" | "presently");
    let verb = first.checked_sub(1)?;
    let verb = if now(verb) { verb.checked_sub(1)? } else { verb };
    let held = matches!(
        text.lower(verb),
        "has" | "had" | "comprises" | "comprised" | "includes" | "included" | "contains" | "contained" | "with"
    );
    let verb = if verb > 0 && now(verb - 1) { verb - 1 } else { verb };
    held.then_some(verb)
}

/// Whether the parts are of different posts, and none is told by age or sex: "four judges and one teacher" may be women
/// and men all five.
fn are_posts(nouns: &[&str]) -> bool {
    let distinct = nouns.iter().enumerate().all(|(at, noun)| !nouns.iter().take(at).any(|other| other == noun));
    let by_kind = |noun: &str| EXCLUSIVE.iter().take(3).any(|row| row.contains(&noun));
    let post = |noun: &str| {
        let head = noun.rsplit(' ').next().unwrap_or(noun);
        (lexicon::is_a_kind_of(head, "person") || matches!(head, "chair" | "justice" | "democrat" | "republican"))
            && !by_kind(head)
            && !matches!(head, "person" | "member" | "volunteer" | "retiree")
    };
    distinct && nouns.iter().all(|noun| post(noun))
}

/// Whether a verb goes on from a list: "… and ten men was sworn in".
fn is_verb(text: &Text<'_>, at: usize) -> bool {
    let lower = text.lower(at);
    lexicon::usual_class(lower).has_any(lexicon::Classes::AUXILIARY.or(lexicon::Classes::VERB))
}

/// The size of a body as a count that is as sure as the words around it make it.
pub(super) fn sure_count(reading: &mut Reading<'_>, size: &Spot) -> Option<Spot> {
    let spot = if size.kind == SpotKind::Number { unnamed(reading, size)? } else { *size };
    let count = reading.facts.counts.get_mut(spot.index as usize)?;
    count.at.certainty = Certainty::Likely;
    Some(Spot { at: count.at, ..spot })
}

/// A number as a count of things that the sentence does not name.
pub(super) fn unnamed(reading: &mut Reading<'_>, number: &Spot) -> Option<Spot> {
    let fact = reading.facts.numbers.get(number.index as usize)?;
    let (at, figure) = (fact.at, fact.figure.clone());
    let noun = Noun { key: "".into(), phrase: "".into(), span: at.span, phrase_span: at.span };
    let role = Role::Other;
    let count =
        Count { at, figure, noun, per: None, event: None, role, source: 0, as_of: None, revises: None, elided: true };
    reading.facts.counts.push(count);
    Some(Spot { kind: SpotKind::Count, index: reading.facts.counts.len() as u32 - 1, ..*number })
}

/// Whether a count leads its sentence as a whole: "Of the 120 passengers, …".
pub(super) fn opens_of(text: &Text<'_>, whole: &Spot) -> bool {
    let back = |n: usize| whole.first.checked_sub(n).map_or("", |at| text.lower(at));
    let sentence = text.sentences.get(whole.at.sentence as usize).map_or(0, |sentence| sentence.tokens.start);
    let opener = if back(1) == "of" { 1 } else { 2 };
    let determined = opener == 1 || matches!(back(1), "the" | "those" | "these" | "its" | "their" | "all");
    if back(opener) == "of" && determined && whole.first - opener == sentence {
        return true;
    }
    // "Of the court's seven judges"
    let owned = whole.first.checked_sub(1).is_some_and(|at| text.kind(at) == TokenKind::Possessive);
    owned && whole.first <= sentence + OWNER && text.lower(sentence) == "of"
}

/// How many tokens an owner may have: "Of the county council's".
const OWNER: usize = 6;

pub(super) fn joins(text: &Text<'_>, between: Range<usize>) -> bool {
    let words: Vec<&str> = between.map(|at| text.lower(at)).collect();
    matches!(words.as_slice(), ["," | "and"] | [",", "and"])
}

/// Whether what is counted in the parts is such that nobody is two of them.
pub(super) fn exclude(reading: &Reading<'_>, parts: &[Spot]) -> bool {
    excludes(&nouns(reading, parts))
}

/// What each part counts.
fn nouns<'r>(reading: &'r Reading<'_>, parts: &[Spot]) -> Vec<&'r str> {
    let noun = |spot: &Spot| reading.facts.counts.get(spot.index as usize).map_or("", |count| &*count.noun.key);
    parts.iter().map(noun).collect()
}

pub(super) fn push_as(reading: &mut Reading<'_>, whole: &Spot, parts: &[Spot], exhaustive: bool, overlapping: bool) {
    let certainty = parts.iter().fold(whole.at.certainty, |certainty, part| weaker(certainty, part.at.certainty));
    let Some(last) = parts.last().filter(|_| certainty != Certainty::Weak) else { return };
    let at = reading.at(whole.at.span.to(last.at.span), certainty);
    let twice = overlap::is_said(reading, last);
    let (exhaustive, overlapping) = (exhaustive && !twice, overlapping || twice);
    let parts = parts.iter().map(|part| part.index).collect();
    reading.facts.breakdowns.push(Breakdown { at, whole: whole.index, parts, exhaustive, overlapping, opposed: false });
}

/// Whether no member of one part can be a member of another.
pub(super) fn excludes(kinds: &[&str]) -> bool {
    let has = |kind: &str| kinds.contains(&kind);
    // A girl is a child: where children are counted, boys and girls are not counted again.
    let nested = has("child") && ["boy", "girl", "baby", "infant", "toddler"].into_iter().any(has);
    let distinct = kinds.iter().enumerate().all(|(at, kind)| !kinds.iter().take(at).any(|other| other == kind));
    distinct && !nested && EXCLUSIVE.iter().any(|row| kinds.iter().all(|kind| row.contains(kind)))
}
