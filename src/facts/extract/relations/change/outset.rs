//! What a change begins from, told in the subject of its verb or in its object: "the fee of £20 will rise by half to
//! £30", "they raise the £20 fee by half to £30", "the fee, now £20, will double to £40", "the fee is £20 and will rise".

use super::apart::is_told_of;
use super::ends::is_tail;
use super::words::{breaks_clause, compares, direction_of, fills_amount};
use super::{Amount, Lead, Reading, Spot, SpotKind, Spots, ends, lead};
use crate::facts::names::Direction;
use crate::text::lexicon::{self, Classes};
use crate::text::{Text, TokenKind};
use std::ops::Range;

/// How many tokens the words before a figure may have, back to where its clause begins.
const LEAD: usize = 7;

/// How many tokens may stand between the figure and the verb, or the amount.
const GAP: usize = 9;

/// How far behind the amount the figure that the change leads to may stand, in tokens.
const TAIL: usize = 5;

/// How the words before a figure make it that of the thing that changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// "a fee of £20"
    Of,
    /// "the £20 fee", "its 400 staff"
    Before,
    /// "the fee, now £20,"
    Apposed,
    /// "the fee is £20 and"
    Told,
}

/// The change whose amount is the spot `index`, with the figure that it begins from before it and the one that it
/// leads to behind it.
pub(super) fn read(
    reading: &Reading<'_>,
    spots: &Spots,
    index: usize,
    sentence: &Range<usize>,
) -> Option<(Spot, Spot, Amount)> {
    let text = reading.text;
    let before = index.checked_sub(1).filter(|&before| before >= sentence.start)?;
    let (from, by, to) = (*spots.get(before)?, *spots.get(index)?, *spots.get(index + 1)?);
    if index + 1 >= sentence.end || !by.is_firm() || from.end > by.first || by.end > to.first {
        return None;
    }
    let (_, at) = lead(text, &to).filter(|(way, _)| *way == Lead::To)?;
    let tail = by.end..at;
    if at < by.end || tail.len() > TAIL || !is_tail(text, tail) || leads_back(text, spots, index + 2, sentence.end) {
        return None;
    }
    let (verb, direction) = verb(text, &from, &by)?;
    base(reading, spots, verb, by.first, &to).filter(|base| base.at.span == from.at.span)?;
    let mut amount = Amount { way: Some((verb, direction)), ..Amount::default() };
    match by.kind {
        SpotKind::Percent => amount.by = Some(by),
        SpotKind::Ratio => amount.part = Some(by),
        SpotKind::Count | SpotKind::Number | SpotKind::Money | SpotKind::Measure | SpotKind::Points => {
            amount.difference = Some(by);
        }
    }
    Some((from, to, amount))
}

/// Whether a figure behind the change is led to by "from", or stands beside the one that it leads to: "to £24 and £36".
fn leads_back(text: &Text<'_>, spots: &Spots, index: usize, until: usize) -> bool {
    let joined = |spot: &Spot| matches!(text.lower(spot.first.wrapping_sub(1)), "and" | "or");
    let next = spots.get(index).filter(|_| index < until);
    let back = |spot: &Spot| lead(text, spot).is_some_and(|(way, _)| way == Lead::From);
    next.is_some_and(joined) || (index..until).any(|at| spots.get(at).is_some_and(back))
}

/// The verb of a change: right before its amount, or before the figure that is its object ("raise the £20 fee by half").
fn verb(text: &Text<'_>, from: &Spot, by: &Spot) -> Option<(usize, Direction)> {
    let beside = super::amount::beside(text, by).filter(|(cue, _)| *cue >= from.end);
    beside.or_else(|| {
        (from.end..by.first).next_back().filter(|&at| text.lower(at) == "by")?;
        let near = (from.first.saturating_sub(LEAD)..from.first).rev();
        let near = near.take_while(|&at| text.kind(at) != TokenKind::Mark && !breaks_clause(text.lower(at)));
        let way = |at: usize| direction_of(text.lower(at)).filter(|_| !compares(text.lower(at)));
        near.into_iter().find_map(|at| Some((at, way(at)?)))
    })
}

/// The last figure before the token `until`, where the amount begins, that the words make what the thing was whose verb of
/// change is `verb`; `to` is what it becomes.
pub(in super::super) fn base<'s>(
    reading: &Reading<'_>,
    spots: &'s Spots,
    verb: usize,
    until: usize,
    to: &Spot,
) -> Option<&'s Spot> {
    let text = reading.text;
    let floor = text.sentences.get(to.at.sentence as usize)?.tokens.start;
    let base = spots.get(spots.index_from(text, until).checked_sub(1)?)?;
    if !base.is_firm() || base.first < floor || base.end > until || (base.first..base.end).contains(&verb) {
        return None;
    }
    ends(reading, base, to).filter(|_| per(reading, to).is_none_or(|rate| per(reading, base) == Some(rate)))?;
    let object = verb < base.first;
    // "The £40m club cut its bill by half" is of the bill, "from £4 to £6 for lorries" of other tolls.
    if !object && !(verb + 1..until).all(|at| says_how(text, at)) || is_told_of(reading, to) {
        return None;
    }
    let (form, first) = form(text, base, floor)?;
    let clause = if object { verb + 1 } else { floor };
    (opens(text, clause, first) && goes_on(text, form, base, if object { until } else { verb }, object)).then_some(base)
}

/// What a sum is told for: a day, a share.
fn per<'r>(reading: &'r Reading<'_>, spot: &Spot) -> Option<&'r str> {
    reading.facts.moneys.get(spot.index as usize).filter(|_| spot.kind == SpotKind::Money)?.per.as_deref()
}

/// "rise sharply by", "double in size to": what may stand between a verb without an object and its amount.
fn says_how(text: &Text<'_>, at: usize) -> bool {
    let word = text.lower(at);
    let size = matches!(word, "size" | "number" | "value" | "strength") && text.lower(at.wrapping_sub(1)) == "in";
    fills_amount(word) || FILLS.contains(&word) || matches!(word, "in" | "," | "up" | "down" | "back") || size
}

/// How a figure is told of a thing, and the first token of the words that say so.
pub(super) fn form(text: &Text<'_>, base: &Spot, floor: usize) -> Option<(Form, usize)> {
    let back = |n: usize| base.first.checked_sub(n).filter(|&at| at >= floor);
    let word = |n: usize| back(n).map_or("", |at| text.lower(at));
    let noun = |n: usize| back(n).filter(|&at| is_noun(text, at) && direction_of(text.lower(at)).is_none());
    match word(1) {
        "of" => Some((Form::Of, noun(2)?)),
        "," => Some((Form::Apposed, noun(2)?)),
        "now" | "currently" | "presently" if word(2) == "," => Some((Form::Apposed, noun(3)?)),
        "at" if matches!(word(2), "stands" | "stood") => Some((Form::Told, noun(3)?)),
        "at" if matches!(word(2), "now" | "currently") && word(3) == "," => Some((Form::Apposed, noun(4)?)),
        "is" | "are" | "was" | "were" => Some((Form::Told, noun(2)?)),
        "now" | "currently" if matches!(word(2), "is" | "are") => Some((Form::Told, noun(3)?)),
        one if BEFORE.contains(&one) => Some((Form::Before, back(1)?)),
        _ => None,
    }
}

/// What may stand before "£20 fee", where that is all of the thing that changes.
#[rustfmt::skip] // Words, a dozen a line.
const BEFORE: &[&str] = &[
    "the", "its", "their", "his", "her", "our", "a", "an", "this", "that", "current", "present", "existing", "standard",
    "original", "previous", "old", "daily", "weekly", "monthly", "annual", "yearly",
];

fn is_noun(text: &Text<'_>, at: usize) -> bool {
    text.kind(at) == TokenKind::Word && lexicon::classes(text.lower(at)).has(Classes::NOUN)
}

/// Whether only a thing's name leads from where the clause opens to the words before its figure: "on sales of" is of
/// something else.
fn opens(text: &Text<'_>, clause: usize, first: usize) -> bool {
    for at in (clause..first).rev().take(LEAD) {
        let word = text.lower(at);
        match text.kind(at) {
            TokenKind::Mark if matches!(word, "," | ":" | "—" | "–" | "“" | "\"" | ";") => return true,
            TokenKind::Word if matches!(word, "that" | "but" | "while" | "if" | "because" | "said" | "says") => {
                return true;
            }
            TokenKind::Word if is_preposition(word) || matches!(word, "and" | "or" | "not") => return false,
            TokenKind::Word | TokenKind::Possessive => {}
            TokenKind::Mark | TokenKind::Number => return false,
        }
    }
    first.saturating_sub(clause) <= LEAD
}

fn is_preposition(word: &str) -> bool {
    let class = lexicon::usual_class(word);
    class.has(Classes::PREPOSITION) || matches!(word, "of" | "on" | "in" | "for" | "with" | "per" | "than")
}

/// Whether the words from the figure to the verb, or to the amount behind it, name no other thing.
fn goes_on(text: &Text<'_>, form: Form, base: &Spot, until: usize, object: bool) -> bool {
    let gap = base.end..until;
    if gap.len() > GAP {
        return false;
    }
    let (mut nouns, mut commas, mut joins) = (0, 0, 0);
    let mut at = gap.start;
    while at < gap.end {
        let word = text.lower(at);
        match text.kind(at) {
            TokenKind::Mark if word == "," => commas += 1,
            // "the 400-strong staff"
            TokenKind::Mark if matches!(word, "-" | "‑") => {}
            // "£12 a day"
            TokenKind::Word if matches!(word, "a" | "an" | "per" | "each") && at == gap.start => at += 1,
            TokenKind::Word if word == "and" => joins += 1,
            TokenKind::Word if word == "at" && matches!(text.lower(at + 1), "present" | "the") => {
                at += 1 + usize::from(text.lower(at + 1) == "the");
            }
            TokenKind::Word if FILLS.contains(&word) => {}
            TokenKind::Word if object && word == "by" && at + 1 == gap.end => {}
            TokenKind::Word if joins == 0 && nouns < 2 && commas == 0 && is_noun(text, at) && !is_preposition(word) => {
                nouns += 1;
            }
            TokenKind::Word | TokenKind::Number | TokenKind::Mark | TokenKind::Possessive => return false,
        }
        at += 1;
    }
    match form {
        Form::Of | Form::Before => commas == 0 && joins == 0,
        Form::Apposed => commas == 1 && joins == 0 && nouns == 0,
        Form::Told => commas <= 1 && joins == 1 && !object,
    }
}

/// What may stand between a figure, or the word for it, and the verb that says how it changes.
#[rustfmt::skip] // Words, a dozen a line.
pub(super) const FILLS: &[&str] = &[
    "will", "would", "could", "may", "might", "should", "shall", "has", "have", "had", "is", "are", "was", "were", "be",
    "been", "to", "set", "due", "expected", "likely", "planned", "forecast", "projected", "predicted", "about", "then",
    "since", "later", "more", "than", "almost", "nearly", "already", "further", "now", "today", "currently", "it", "they",
    "steadily", "slowly", "quickly", "just", "soon", "being", "strong", "recently", "go", "goes", "going", "went", "gone",
];
