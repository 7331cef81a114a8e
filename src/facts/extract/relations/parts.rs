//! A whole and the parts told right after it: "six sailors – two Norwegian and four Danish –", "nine inspectors
//! (five at Marren, four at Oster)", "eight senators, five Republicans and three Democrats, came".

mod opening;

use super::breakdown::{exclude, push_as};
use super::{Reading, Spot, SpotKind, Spots, counted, overlap};
use crate::facts::exact::Exact;
use crate::facts::extract::rate;
use crate::facts::interval::Interval;
use crate::facts::model::{Count, Figure, Noun, Style};
use crate::facts::names::{Certainty, Hedge, Role};
use crate::text::lexicon::{self, Classes};
use crate::text::{Case, Text, TokenKind};
use opening::{counts, done_to, is_team, opening};
use rustc_hash::FxHashSet;
use std::ops::Range;

/// The most tokens of a label.
const LONGEST: usize = 12;

/// What the parts stand after.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Lead {
    Colon,
    Dash,
    Bracket,
    /// Nothing but a comma, so that a list of other things may begin here.
    Comma,
}

/// What tells one part from the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Label {
    /// "five at Marren", "two in the harbour of Oster": nobody is counted at two places.
    Place,
    /// "two Norwegian", "four Poles": names of peoples and parties.
    Name,
    /// "two teachers", "nine pupils from the town".
    Noun,
    /// "two for the row offices", "12 that he referred elsewhere", "40 attributed to hunger".
    Told,
    /// "two gold, three silver".
    Bare,
}

/// A part, with the words that tell it from the others.
struct Part {
    /// The figure; none for the word "one".
    spot: Option<Spot>,
    first: usize,
    label: Label,
    words: Range<usize>,
}

/// Where the parts of a whole end.
enum Close {
    /// With the sentence, a clause, or the mark that answers the one before them.
    Mark,
    /// With a comma after the last of them: ", including …", ", officials said".
    Comma,
}

pub(super) fn read(reading: &mut Reading<'_>, spots: &Spots) {
    // A whole whose parts are read already has no others.
    let known: FxHashSet<u32> = reading.facts.breakdowns.iter().map(|breakdown| breakdown.whole).collect();
    for sentence in spots.by_sentence() {
        for index in sentence.clone() {
            let whole = spots.get(index).filter(|spot| spot.is_firm()).copied();
            // Further on, the parts may be those of an earlier figure.
            if let Some(whole) = whole
                && let Some((lead, open)) = opening(reading.text, spots, index)
                && (is_whole(whole.kind)
                    || whole.kind == SpotKind::Number
                        && (lead != Lead::Comma || done_to(reading.text, whole.end..open))
                        && (counts(reading.text, &whole, open)
                            || reading.text.kind(open) == TokenKind::Word
                            || done_to(reading.text, whole.end..open)))
                && (open == whole.end || index == sentence.start)
                && (whole.kind != SpotKind::Count || !known.contains(&whole.index))
                && !spots.is_drawn_from(reading, index)
            {
                parts(reading, spots, &whole, lead, open);
            }
        }
    }
}

/// Whether figures of a kind are broken down.
fn is_whole(kind: SpotKind) -> bool {
    match kind {
        SpotKind::Count | SpotKind::Money | SpotKind::Measure => true,
        SpotKind::Number | SpotKind::Percent | SpotKind::Points | SpotKind::Ratio => false,
    }
}

/// A bare number as a count of people.
fn people(reading: &mut Reading<'_>, whole: &Spot) -> Option<Spot> {
    let spot = super::breakdown::unnamed(reading, whole)?;
    reading.facts.counts.get_mut(spot.index as usize)?.noun.key = "person".into();
    Some(spot)
}

/// A bare number as a count of what it is followed by, or of what its parts are.
fn number_as_count(reading: &mut Reading<'_>, whole: &Spot, open: usize, parts: &[Part]) -> Option<Spot> {
    let text = reading.text;
    let part = parts.iter().filter_map(|part| part.spot).find(|spot| spot.kind == SpotKind::Count);
    if let Some(part) = part {
        let index = super::breakdown::elided(reading, whole.index, part.index)?;
        return Some(Spot { kind: SpotKind::Count, index, ..*whole });
    }
    let head = open.checked_sub(1).filter(|&head| head >= whole.end)?;
    let key: Box<str> = lexicon::singular(text.lower(head)).into();
    let span = text.span(head, head);
    let noun = Noun { phrase: key.clone(), key, span, phrase_span: span };
    let figure = reading.facts.numbers.get(whole.index as usize)?.figure.clone();
    let at = reading.at(whole.at.span, Certainty::Likely);
    let role = Role::Other;
    let count =
        Count { at, figure, noun, per: None, event: None, role, source: 0, as_of: None, revises: None, elided: true };
    reading.facts.counts.push(count);
    let index = reading.facts.counts.len() as u32 - 1;
    Some(Spot { kind: SpotKind::Count, index, ..*whole })
}

fn is_hyphen(text: &Text<'_>, at: usize) -> bool {
    text.word(at) == "-" && text.glued(at) && text.glued(at + 1)
}

/// Whether a dash that sets words apart begins at a token: "—", "–", " - ", "--".
pub(super) fn is_dash(text: &Text<'_>, at: usize) -> bool {
    let spaced = !text.glued(at) && !text.glued(at + 1);
    let twice = text.word(at + 1) == "-" && text.glued(at + 1);
    matches!(text.word(at), "—" | "–") || text.word(at) == "-" && (spaced || twice)
}

/// One past the mark at a token; two hyphens are one dash.
pub(super) fn past_mark(text: &Text<'_>, at: usize) -> usize {
    let twice = text.word(at) == "-" && text.word(at + 1) == "-" && text.glued(at + 1);
    at + 1 + usize::from(twice)
}

/// Whether the parts end with the mark at a token.
fn closes(text: &Text<'_>, lead: Lead, at: usize) -> bool {
    match (lead, text.word(at)) {
        (Lead::Bracket, word) => word == ")",
        (Lead::Dash | Lead::Colon | Lead::Comma, "." | ";" | "!" | "?") => true,
        (Lead::Dash | Lead::Colon | Lead::Comma, word) => is_dash(text, at) || word.is_empty(),
    }
}

/// Whether a semicolon after a colon parts one part from the next: "three talks: one to bakers; one to millers".
fn goes_on(text: &Text<'_>, spots: &Spots, lead: Lead, at: usize) -> bool {
    lead == Lead::Colon && text.word(at) == ";" && separated(text, spots, at).is_some()
}

/// Whether a figure begins at a token.
fn begins(text: &Text<'_>, spots: &Spots, at: usize) -> bool {
    text.lower(at) == "one" || spots.from(text, at).is_some_and(|spot| spot.first == at)
}

/// The token that a separator before another part ends with: ",", "and", ", and".
fn separated(text: &Text<'_>, spots: &Spots, at: usize) -> Option<(usize, bool)> {
    let (past, joined) = match (text.lower(at), text.lower(at + 1)) {
        ("," | ";", "and") => (at + 2, true),
        ("and", _) => (at + 1, true),
        ("," | ";", _) => (at + 1, false),
        _ => return None,
    };
    // "and another three", "and the other four".
    let led = match (text.lower(past), text.lower(past + 1)) {
        // "a £30 entry and a £20 licence".
        ("another", _) | ("a" | "an", "£" | "$" | "€") => past + 1,
        ("an", "additional") | ("a", "further") | ("the", "other" | "remaining") => past + 2,
        _ => past,
    };
    begins(text, spots, led).then_some((led, joined))
}

fn parts(reading: &mut Reading<'_>, spots: &Spots, whole: &Spot, lead: Lead, open: usize) {
    let text = reading.text;
    let mut parts: Vec<Part> = Vec::new();
    let mut at = past_mark(text, open);
    if matches!(text.lower(at), "always" | "just" | "only" | "namely" | "currently") {
        at += 1;
    }
    let (mut joined, mut closed) = (false, false);
    let (close, after) = loop {
        let kind = if whole.kind == SpotKind::Number { SpotKind::Count } else { whole.kind };
        // "made up of a £30 entry and a £20 licence".
        at += usize::from(kind == SpotKind::Money && matches!(text.lower(at), "a" | "an"));
        let Some((part, after)) = part(text, spots, (lead, kind), at) else { return };
        parts.push(part);
        if closes(text, lead, after) && !goes_on(text, spots, lead, after) {
            break (Close::Mark, after);
        }
        match separated(text, spots, after) {
            Some((next, and)) => {
                joined |= and;
                closed |= and && matches!(text.lower(next - 1), "other" | "remaining");
                at = next;
            }
            None if joined && text.word(after) == "," => break (Close::Comma, after),
            None => return,
        }
    };
    let words = |part: &Part| part.words.clone().map(|at| text.lower(at)).collect::<Vec<_>>();
    let alone = |at: usize, part: &Part| !parts.iter().take(at).any(|other| words(other) == words(part));
    let distinct = parts.iter().enumerate().all(|(at, part)| alone(at, part));
    let Some(label) = shared(&parts) else { return };
    if parts.len() < 2 || !distinct || leaves_open(text, &parts, joined) {
        return;
    }
    // "£20 for the wine and £30 for the food, before the tip" goes on.
    // So does "six in spring and two in winter, and a film week", but not "…, and was fined".
    let more = ["before", "after", "plus", "excluding", "without", "minus", "with", "along", "together", "besides"];
    let next = text.lower(after + 2);
    let tells =
        lexicon::usual_class(next).has(Classes::AUXILIARY) || lexicon::verb_form(next).has(lexicon::VerbForms::PAST);
    let adds = text.lower(after + 1) == "and" && !tells;
    if matches!(close, Close::Comma) && adds {
        return;
    }
    if matches!(close, Close::Comma) && more.contains(&text.lower(after + 1)) {
        return;
    }
    // "consists of nine engineers and four doctors, among others" goes on.
    if text.kind(open) == TokenKind::Word && lead == Lead::Colon && matches!(close, Close::Comma) {
        return;
    }
    // "is made up of" opens with its last word.
    let shared_out = (whole.end..open).any(|at| matches!(text.lower(at), "split" | "divided" | "shared"));
    let at_once = open == whole.end || text.kind(open) == TokenKind::Word || shared_out && lead == Lead::Colon;
    let mut whole = *whole;
    if whole.kind == SpotKind::Number {
        if label == Label::Bare {
            return;
        }
        // "the toll stood at 14: nine in Oster and five in Marren"
        let unnamed = done_to(text, whole.end..open) || text.kind(open) == TokenKind::Word || open == whole.end;
        let named = if lead == Lead::Comma && label != Label::Place {
            None
        } else if label == Label::Noun && is_team(text, &whole) {
            people(reading, &whole)
        } else if unnamed && !parts.iter().any(|part| part.spot.is_some_and(|spot| spot.kind == SpotKind::Count)) {
            super::breakdown::unnamed(reading, &whole)
        } else {
            number_as_count(reading, &whole, open, &parts)
        };
        let Some(counted) = named else { return };
        whole = counted;
    }
    // "12 deaths in May, 15 in June and 8 in July": the whole is the first of the list.
    let placed = (whole.end..open).any(|at| is_preposition(text.lower(at)) && is_name(text, at + 1));
    if lead == Lead::Comma && label == Label::Place && placed {
        return;
    }
    let whole = &whole;
    if overlap::are_of_times(reading, whole, parts.iter().map(|part| &part.words)) {
        return;
    }
    if whole.kind != SpotKind::Count {
        let made_up = label == Label::Bare && text.kind(open) == TokenKind::Word;
        let told = (matches!(label, Label::Place | Label::Told) || made_up) && lead != Lead::Comma && at_once;
        let amounts: Vec<Spot> = parts.iter().filter_map(|part| part.spot).collect();
        if told && !super::total::fits_some(reading, &amounts, whole) {
            super::total::push(reading, whole, &amounts);
        }
        return;
    }
    let identity = match lead {
        Lead::Colon | Lead::Dash | Lead::Bracket => true,
        // "eight senators, five Republicans and four Democrats came" is a list of three.
        Lead::Comma => {
            let verb = after + 1;
            let goes_on = lexicon::usual_class(text.lower(verb)).has(Classes::AUXILIARY)
                || lexicon::verb_form(text.lower(verb)).has(lexicon::VerbForms::PAST);
            let apposed = at_once && matches!(close, Close::Comma) && goes_on && !is_name(text, whole.end - 1);
            match label {
                Label::Name if apposed => true,
                Label::Noun if apposed && is_anybody(text.lower(whole.end - 1)) => true,
                // "killed 12 people, seven men and five women.", "12 people were held, seven men and five women."
                Label::Name | Label::Noun
                    if (at_once || done_to(text, whole.end..open))
                        && matches!(close, Close::Mark)
                        && (is_anybody(text.lower(whole.end - 1)) || is_family(reading, whole, &parts))
                        && parts.iter().all(|part| part.spot.is_some_and(|spot| spot.end == part.words.end)) =>
                {
                    true
                }
                Label::Place => closed && at_once && matches!(close, Close::Mark),
                Label::Name | Label::Noun | Label::Told | Label::Bare => return,
            }
        }
    };
    let counted: Option<Vec<Spot>> = parts.iter().map(|part| as_count(reading, part, whole)).collect();
    let Some(counted) = counted else { return };
    // "40 boats (20 in Oster, 12 in Marren)" may leave some out.
    let listed = joined || label == Label::Bare || parts.iter().any(|part| text.lower(part.words.end) == ";");
    let exhaustive = listed
        && identity
        && (at_once || matches!(close, Close::Mark))
        && (label != Label::Name
            || text.lower(whole.first.wrapping_sub(1)) == "all"
            || text.lower(whole.first) == "all"
            || !has_vacancies(reading, whole, &counted));
    // A teacher may be a parent too; where they are told as what the whole is made of, nobody is told twice.
    let kinds = lead != Lead::Comma && (are_kinds(reading, whole, &counted) || are_things(reading, whole, &counted));
    if label != Label::Noun || kinds || exclude(reading, &counted) {
        push_as(reading, whole, &counted, exhaustive, false);
    }
}

/// Whether more is told that has no figure: "20 in Leeds, 12 in York and several abroad".
fn leaves_open(text: &Text<'_>, parts: &[Part], joined: bool) -> bool {
    let joins = |at: usize| matches!(text.lower(at), "and" | "or" | "plus");
    let Some(last) = parts.last() else { return true };
    !joined && last.words.clone().any(joins)
        || parts.iter().flat_map(|part| part.words.clone()).any(|at| joins(at) && OTHERS.contains(&text.lower(at + 1)))
}

/// Words that begin something more after "and".
const OTHERS: &[&str] = &[
    "the", "a", "an", "others", "other", "some", "several", "many", "more", "various", "numerous", "few", "so", "all",
    "most", "possibly", "perhaps",
];

/// Whether seats of a body may be empty: "435 members: 220 Reds and 211 Greens" leaves four of them.
fn has_vacancies(reading: &Reading<'_>, whole: &Spot, parts: &[Spot]) -> bool {
    let count = |spot: &Spot| reading.facts.counts.get(spot.index as usize);
    let Some(whole) = count(whole).filter(|whole| matches!(&*whole.noun.key, "member" | "seat")) else { return false };
    let all = parts.iter().filter_map(count).map(|count| count.figure.value).reduce(Interval::plus);
    all.is_some_and(|all| all.surely_below(whole.figure.value))
}

/// What all parts are told apart by.
fn shared(parts: &[Part]) -> Option<Label> {
    let has = |label: Label| parts.iter().any(|part| part.label == label);
    let first = parts.first()?.label;
    if parts.iter().all(|part| part.label == first) {
        Some(first)
    } else if has(Label::Noun) || has(Label::Bare) || has(Label::Name) {
        None
    } else {
        Some(Label::Told)
    }
}

/// Whether what is counted in the parts is what is counted in the whole: the same things, kinds of them, or people.
pub(super) fn are_kinds(reading: &Reading<'_>, whole: &Spot, parts: &[Spot]) -> bool {
    let noun = |spot: &Spot| reading.facts.counts.get(spot.index as usize).map_or("", |count| &*count.noun.key);
    let whole = noun(whole);
    let people = is_person(whole);
    parts.iter().all(|part| {
        let part = noun(part);
        part == whole || lexicon::is_a_kind_of(part, whole) || people && is_person(part)
    })
}

/// The fewest things that parts of other names are told of.
const FEWEST: i128 = 3;

/// "four questions: two amendments and one referendum": things by other names, none of them people, which come to the
/// whole but for a slip.
fn are_things(reading: &Reading<'_>, whole: &Spot, parts: &[Spot]) -> bool {
    let written = |spot: &Spot| super::figure(reading, spot).and_then(|figure| figure.written);
    let people = parts.iter().chain([whole]).any(|spot| counted(reading, spot).is_none_or(is_person));
    let sum = parts.iter().try_fold(Exact::ZERO, |sum, part| sum.plus(written(part)?));
    let (Some(sum), Some(all)) = (sum, written(whole)) else { return false };
    let apart = sum.minus(all).map(Exact::abs);
    !people
        && all >= Exact::whole(FEWEST)
        && (apart.is_some_and(|apart| apart <= Exact::ONE)
            || all >= Exact::whole(TENS) && super::others::may_slip(sum, all))
}

/// From here on a slip of a digit is none of a few things.
const TENS: i128 = 20;

/// Words for people of any kind, which no list would tell beside men and women.
fn is_anybody(lower: &str) -> bool {
    ["people", "persons", "members", "adults", "passengers", "victims", "residents", "patients", "candidates"]
        .contains(&lower)
}

/// "four children, two sons and three daughters": kin, and the two kinds of it.
fn is_family(reading: &Reading<'_>, whole: &Spot, parts: &[Part]) -> bool {
    let row: [&str; 2] = match counted(reading, whole) {
        Some("child") => ["son", "daughter"],
        Some("sibling") => ["brother", "sister"],
        Some("grandchild") => ["grandson", "granddaughter"],
        _ => return false,
    };
    let noun = |part: &Part| part.spot.and_then(|spot| counted(reading, &spot)).is_some_and(|noun| row.contains(&noun));
    parts.iter().all(noun)
}

fn is_person(noun: &str) -> bool {
    is_of_all(noun) || lexicon::is_a_kind_of(noun, "person")
}

/// Words that count people of every kind.
fn is_of_all(noun: &str) -> bool {
    matches!(noun, "person" | "people" | "member" | "crew" | "staff" | "personnel")
}

/// Whether a total counts its parts, as far as the nouns tell: "two sons and three daughters, a total of nine
/// grandchildren" counts others.
pub(super) fn counts_them(reading: &Reading<'_>, whole: &Spot, parts: &[Spot]) -> bool {
    let noun = |spot: &Spot| counted(reading, spot);
    let Some(whole) = noun(whole) else { return true };
    let people = is_of_all(whole);
    let medal = |part: &str| whole == "medal" && matches!(part, "gold" | "silver" | "bronze");
    parts
        .iter()
        .filter_map(noun)
        .all(|part| part == whole || lexicon::is_a_kind_of(part, whole) || people && is_person(part) || medal(part))
}

/// The part that begins at a token, and one past it.
fn part(text: &Text<'_>, spots: &Spots, (lead, kind): (Lead, SpotKind), at: usize) -> Option<(Part, usize)> {
    let spot = spots.from(text, at).filter(|spot| spot.first == at).copied();
    let one = spot.is_none() && text.lower(at) == "one";
    let counted = kind == SpotKind::Count;
    let alike = |spot: Spot| spot.kind == kind || counted && spot.kind == SpotKind::Number;
    let figured = spot.is_some_and(|spot| alike(spot) && spot.is_firm());
    if !(one && counted || figured) {
        return None;
    }
    let named = |at: usize| is_name(text, at);
    let figure = spot.filter(|spot| spot.kind != SpotKind::Count).map_or(at + 1, |figure| figure.end);
    let over = |at: usize| text.word(at) == "," || closes(text, lead, at) || separated(text, spots, at).is_some();
    let past = (figure..figure + LONGEST).find(|&at| over(at))?;
    let own = spot.map_or(figure, |spot| spot.end);
    let inner = spots.from(text, own).is_some_and(|other| other.first < past);
    let words = figure..past;
    let plain =
        words.clone().all(|at| matches!(text.kind(at), TokenKind::Word | TokenKind::Possessive) || is_hyphen(text, at));
    let told = |word: &str| matches!(word, "of" | "others" | "more" | "other" | "them" | "who");
    let head = text.lower(figure);
    if words.is_empty()
        || inner
        || !plain
        || told(head)
        || words.clone().any(|at| matches!(text.lower(at), "including" | "them" | "both" | "also"))
    {
        return None;
    }
    // "12 nurses and volunteers": nobody says how many of those.
    let joined = |at: usize| matches!(text.lower(at), "and" | "or" | "plus" | "&");
    if spot.is_some_and(|spot| spot.kind == SpotKind::Count && spot.end < past && joined(spot.end)) {
        return None;
    }
    let last = past - 1;
    let classes = lexicon::classes(head);
    // "eight at home and nine away", "12 in the first half and 19 in the second"
    let apart = is_preposition(head) && in_turn(text, words.clone());
    let elsewhere = past - figure == 1 && matches!(head, "away" | "abroad" | "overseas" | "elsewhere")
        || past - figure == 2 && head == "at" && text.lower(last) == "home";
    let label = if (apart || elsewhere) && spot.is_none_or(|spot| spot.kind != SpotKind::Count) {
        Label::Place
    } else if let Some(count) = spot.filter(|spot| spot.kind == SpotKind::Count) {
        match text.lower(count.end - 1) {
            "gold" | "silver" | "bronze" => Label::Bare,
            _ if named(count.end - 1) => Label::Name,
            _ => Label::Noun,
        }
    } else if classes.has_any(Classes::AUXILIARY.or(Classes::PRONOUN)) && head != "that" {
        return None;
    } else if (is_preposition(head) || is_participle(head) && is_preposition(text.lower(figure + 1)))
        && words.clone().any(named)
    {
        Label::Place
    } else if named(last) && past - figure <= 2 {
        Label::Name
    } else if is_preposition(head) || head == "that" || is_participle(head) {
        Label::Told
    } else if one && lexicon::classes(text.lower(last)).has(Classes::NOUN) && !lexicon::is_plural(text.lower(last)) {
        Label::Noun
    } else if past - figure == 1 && classes.has_any(Classes::NOUN.or(Classes::ADJECTIVE)) {
        Label::Bare
    } else {
        return None;
    };
    Some((Part { spot, first: at, label, words }, past))
}

fn is_name(text: &Text<'_>, at: usize) -> bool {
    text.kind(at) == TokenKind::Word && text.token(at).is_some_and(|token| token.case != Case::Lower)
}

/// "in the first half", "in the second": one of two turns, of which nothing of the one is of the other.
fn in_turn(text: &Text<'_>, words: Range<usize>) -> bool {
    let turn = words.start + 2;
    let ends =
        words.len() == 3 || words.len() == 4 && matches!(text.lower(turn + 1), "half" | "innings" | "period" | "leg");
    ends && text.lower(turn - 1) == "the" && matches!(text.lower(turn), "first" | "second" | "third" | "fourth")
}

fn is_preposition(lower: &str) -> bool {
    lexicon::classes(lower).has(Classes::PREPOSITION)
}

/// "held by", "describing".
fn is_participle(lower: &str) -> bool {
    let forms = lexicon::verb_form(lower);
    forms.has(lexicon::VerbForms::PARTICIPLE) || forms.has(lexicon::VerbForms::GERUND)
}

/// A part as a count; a bare number counts what the whole counts.
fn as_count(reading: &mut Reading<'_>, part: &Part, whole: &Spot) -> Option<Spot> {
    match part.spot {
        Some(spot) if spot.kind == SpotKind::Count => Some(spot),
        Some(spot) => {
            let index = super::breakdown::elided(reading, spot.index, whole.index)?;
            Some(Spot { kind: SpotKind::Count, index, ..spot })
        }
        None => one(reading, part.first, part.label, &part.words, whole),
    }
}

/// A number that stands alone as a count of what the whole counts.
pub(super) fn of_whole(reading: &mut Reading<'_>, first: usize, number: i128, whole: &Spot) -> Option<Spot> {
    let counted = reading.facts.counts.get(whole.index as usize)?;
    let (noun, source) = (counted.noun.clone(), counted.source);
    let figure = exactly(reading.text, first, Exact::whole(number), Style::default());
    let at = reading.at(figure.span, Certainty::Likely);
    let role = Role::Other;
    let count =
        Count { at, figure, noun, per: None, event: None, role, source, as_of: None, revises: None, elided: true };
    reading.facts.counts.push(count);
    let index = reading.facts.counts.len() as u32 - 1;
    Some(Spot { kind: SpotKind::Count, index, at, first, end: first + 1 })
}

/// The one that ends a list, by its own noun: "and one woman".
pub(super) fn single(reading: &mut Reading<'_>, first: usize, head: usize, before: &Spot) -> Option<Spot> {
    one(reading, first, Label::Noun, &(first + 1..head + 1), before).map(|one| Spot { end: head + 1, ..one })
}

/// A number of one token as a figure.
pub(super) fn exactly(text: &Text<'_>, token: usize, number: Exact, style: Style) -> Figure {
    Figure {
        written: Some(number),
        low: None,
        high: None,
        value: Interval::exactly(number),
        hedge: Hedge::Exactly,
        hedge_span: None,
        span: text.span(token, token),
        style,
    }
}

/// "one in York": a count of one of what the whole counts; "one senator" names its own.
fn one(reading: &mut Reading<'_>, first: usize, label: Label, words: &Range<usize>, whole: &Spot) -> Option<Spot> {
    let text = reading.text;
    let counted = reading.facts.counts.get(whole.index as usize)?;
    let (mut noun, source) = (counted.noun.clone(), counted.source);
    if label == Label::Noun {
        let head = words.end.checked_sub(1)?;
        noun.key = text.lower(head).into();
        noun.phrase = noun.key.clone();
        noun.span = text.span(head, head);
        noun.phrase_span = noun.span;
    }
    let style = Style { words: true, ..Style::default() };
    let figure = exactly(text, first, Exact::ONE, style);
    let at = reading.at(figure.span, Certainty::Sure);
    let per = rate::often(text, first + 1);
    let role = Role::Other;
    let count = Count { at, figure, noun, per, event: None, role, source, as_of: None, revises: None, elided: true };
    reading.facts.counts.push(count);
    let index = reading.facts.counts.len() as u32 - 1;
    Some(Spot { kind: SpotKind::Count, index, at, first, end: first + 1 })
}
