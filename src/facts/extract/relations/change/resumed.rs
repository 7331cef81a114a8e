//! A change told in the sentence after its figures: "It had 457 boats. That is a 40% rise from the 326 of last year",
//! "It went from 212 to 247. The 17% rise, though, …".

use super::super::{Reading, Spot, SpotKind, Spots, figure, neighbour};
use super::outset::{self, Form};
use super::{Amount, Lead, direction_of, ends, lead, quantity};
use crate::facts::exact::Exact;
use crate::text::lexicon::{self, Classes};
use crate::text::{Text, TokenKind};
use std::ops::Range;

/// How far behind the word of the change its base may stand, in tokens.
const REACH: usize = 14;

/// The two figures and the percentage of a change that a sentence takes up from the one before.
pub(super) fn read(
    reading: &Reading<'_>,
    spots: &Spots,
    before: Range<usize>,
    sentence: Range<usize>,
) -> Option<(Spot, Spot, Amount)> {
    let text = reading.text;
    let at = sentence.clone().find(|&at| spots.get(at).is_some_and(|spot| spot.kind == SpotKind::Percent))?;
    let by = *spots.get(at).filter(|by| by.is_firm())?;
    if at == sentence.start
        && let Some(risen) = risen(reading, spots, before.clone(), &sentence)
    {
        return Some(risen);
    }
    let cue = by.end;
    let direction = direction_of(text.lower(cue))?;
    let amount = Amount { by: Some(by), way: Some((cue, direction)), ..Amount::default() };
    let start = text.sentences.get(by.at.sentence as usize)?.tokens.start;
    let article = by.first.checked_sub(1).filter(|&at| matches!(text.lower(at), "a" | "an"))?;
    if points_back(text, start, article) {
        let to = neighbour::level(reading, spots, before, &sentence)?;
        let from = based(reading, spots, at, sentence.end, cue, &to)?;
        return follows(reading, &from, &to, &by).then_some((from, to, amount));
    }
    // "In 2023 that number was 1,511 — a 70% increase."
    let to = spots.get(at.checked_sub(1).filter(|&to| to >= sentence.start)?)?;
    let named = (start..to.first).any(|at| {
        matches!(text.lower(at), "that" | "the" | "this") && matches!(text.lower(at + 1), "number" | "figure" | "total")
    });
    let apposed = to.end + 1 == article && matches!(text.word(to.end), "—" | "–" | ",");
    let closes = matches!(text.word(cue + 1), "." | "," | ";" | "");
    let from = neighbour::level(reading, spots, before, &sentence)?;
    let told = named && apposed && closes && at == sentence.start + 1 && is_base(reading, to, &from);
    (told && follows(reading, &from, to, &by)).then_some((from, *to, amount))
}

/// "The fare was £2. It has risen 20% to £2.40": what it was stands before, what it is behind the percentage.
fn risen(
    reading: &Reading<'_>,
    spots: &Spots,
    before: Range<usize>,
    sentence: &Range<usize>,
) -> Option<(Spot, Spot, Amount)> {
    let text = reading.text;
    let (by, to) = (*spots.get(sentence.start)?, *spots.get(sentence.start + 1).filter(|_| sentence.len() > 1)?);
    let start = text.sentences.get(by.at.sentence as usize)?.tokens.start;
    let (_, led) = lead(text, &to).filter(|(way, led)| *way == Lead::To && *led == by.end)?;
    let way = super::amount::beside(text, &by).filter(|(cue, _)| *cue > start)?;
    let named = matches!(text.lower(start), "that" | "this" | "the")
        && matches!(text.lower(start + 1), "number" | "figure" | "total" | "price" | "sum" | "amount");
    let subject = start + 1 + usize::from(named);
    let points = named || matches!(text.lower(start), "it" | "they" | "that" | "this");
    let plain = (subject..way.0).all(|at| outset::FILLS.contains(&text.lower(at)));
    let closes =
        matches!(text.word(to.end), "." | "," | ";" | "") || matches!(text.lower(to.end), "in" | "by" | "this");
    let from = neighbour::level(reading, spots, before, sentence)?;
    // "It has 400 staff. It has grown" is of another thing.
    let floor = text.sentences.get(from.at.sentence as usize)?.tokens.start;
    let own = matches!(text.lower(start), "it" | "they");
    let held = !own || outset::form(text, &from, floor).is_some_and(|(form, _)| form != Form::Before);
    let told = points && plain && closes && led < to.first && held && is_base(reading, &to, &from);
    ends(reading, &from, &to).filter(|_| told)?;
    let amount = Amount { by: Some(by), way: Some(way), ..Amount::default() };
    follows(reading, &from, &to, &by).then_some((from, to, amount))
}

/// "That is", "This amount represents", up to the article of the change.
fn points_back(text: &Text<'_>, start: usize, article: usize) -> bool {
    let mut at = start;
    if !matches!(text.lower(at), "that" | "this" | "it") {
        return false;
    }
    at += 1;
    if matches!(text.lower(at), "number" | "figure" | "amount" | "total" | "sum" | "price" | "level") {
        at += 1;
    }
    let verb = matches!(
        text.lower(at),
        "is" | "was" | "’s" | "'s" | "represents" | "represented" | "marks" | "marked" | "means" | "meant" | "equals"
    );
    let filled = |at: usize| matches!(text.lower(at), "about" | "nearly" | "roughly" | "almost" | "up");
    verb && (at + 1..article).all(filled)
}

/// Whether the one figure may be what the other was before.
fn is_base(reading: &Reading<'_>, from: &Spot, to: &Spot) -> bool {
    let counts = |spot: &Spot| matches!(spot.kind, SpotKind::Count | SpotKind::Number);
    let measured = |spot: &Spot| quantity(reading, spot, spot.kind).map(|quantity| quantity.value.measured);
    neighbour::is_level(reading, from)
        && (counts(from) && counts(to) || from.kind == to.kind && measured(from) == measured(to))
}

/// "from the 326 of last year", "since 2018, when 888 older adults died", "over the year before, which saw £49m".
fn based(reading: &Reading<'_>, spots: &Spots, by: usize, until: usize, cue: usize, to: &Spot) -> Option<Spot> {
    let text = reading.text;
    let joint = cue + 1;
    let led = matches!(text.lower(joint), "from" | "over" | "on" | "since")
        || text.lower(joint) == "compared" && matches!(text.lower(joint + 1), "to" | "with");
    let mut bases = (by + 1..until).filter_map(|at| spots.get(at));
    let from = *bases.next().filter(|from| from.first < cue + REACH)?;
    let plain = (joint..from.first)
        .all(|at| text.kind(at) != TokenKind::Mark || matches!(text.word(at), "," | "$" | "£" | "€"));
    let alone = bases.next().is_none();
    (led && plain && alone && is_base(reading, &from, to)).then_some(from)
}

/// Whether the earlier sentence tells of the level, and not of the change itself: 300 more than 1,200 is a rise of 25%.
fn follows(reading: &Reading<'_>, from: &Spot, to: &Spot, by: &Spot) -> bool {
    let value = |spot: &Spot| figure(reading, spot).map(|figure| figure.value);
    let (Some(from), Some(to), Some(by)) = (value(from), value(to), value(by)) else { return false };
    !to.over(from).scaled(Exact::whole(100)).meets(by)
}

/// "The 17% rise, though, …" after a sentence with one change whose percentage is not told.
pub(super) fn named(
    reading: &Reading<'_>,
    spots: &Spots,
    sentence: &Range<usize>,
    told: Range<usize>,
) -> Option<(usize, Spot)> {
    let text = reading.text;
    let by = *spots.get(sentence.start).filter(|by| by.kind == SpotKind::Percent && by.is_firm())?;
    let start = text.sentences.get(by.at.sentence as usize)?.tokens.start;
    let led = by.first == start + 1 && matches!(text.lower(start), "the" | "that" | "this");
    direction_of(text.lower(by.end))?;
    let next = text.lower(by.end + 1);
    let closes = text.word(by.end + 1) == "," || lexicon::usual_class(next).has(Classes::AUXILIARY);
    if !led || !closes {
        return None;
    }
    let mut ends = told
        .filter(|&at| reading.facts.changes.get(at).is_some_and(|change| change.from.is_some() && change.to.is_some()));
    let change = ends.next().filter(|_| ends.next().is_none())?;
    let earlier = reading.facts.changes.get(change)?;
    let next_door =
        earlier.by.is_none() && earlier.at.sentence + 1 == by.at.sentence && earlier.at.block == by.at.block;
    next_door.then_some((change, by))
}
