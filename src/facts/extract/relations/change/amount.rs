//! By how much something changes, said before its two ends or after them.

use super::apart::has_own_footing;
use super::ends::{is_aside, is_tail};
use super::words::{breaks_clause, compares, direction_of, fills_amount, follows_figure, is_paced, leads_to_amount};
use super::{Spot, SpotKind, Spots};
use crate::facts::names::Direction;
use crate::text::{Text, TokenKind};
use std::ops::Range;

/// How far the amount may stand from the ends, in tokens.
const REACH: usize = 16;

/// How far before the figures the word of change may stand, in tokens.
const VERB: usize = 12;

/// How far after an amount its own base may stand, in tokens.
const BASE: usize = 6;

/// By how much, and the word that says which way.
#[derive(Clone, Copy, Debug, Default)]
pub(in super::super) struct Amount {
    /// In per cent.
    pub(in super::super) by: Option<Spot>,
    /// In the unit of the ends.
    pub(super) difference: Option<Spot>,
    /// As a fraction.
    pub(super) part: Option<Spot>,
    /// The word, and which way.
    pub(in super::super) way: Option<(usize, Direction)>,
}

impl Amount {
    /// Adds a figure of the amount, where there is none of its kind.
    fn add(&mut self, spot: &Spot) {
        let place = match spot.kind {
            SpotKind::Percent => &mut self.by,
            SpotKind::Ratio => &mut self.part,
            SpotKind::Number | SpotKind::Count | SpotKind::Measure | SpotKind::Money | SpotKind::Points => {
                &mut self.difference
            }
        };
        place.get_or_insert(*spot);
    }

    /// Takes over what another place says of the same change.
    pub(super) fn or(self, other: Self) -> Self {
        Self {
            by: self.by.or(other.by),
            difference: self.difference.or(other.difference),
            part: self.part.or(other.part),
            way: self.way.or(other.way),
        }
    }

    /// Whether any figure is known.
    pub(super) fn is_known(&self) -> bool {
        self.by.or(self.difference).or(self.part).is_some()
    }

    /// The figures that are known.
    pub(super) fn spots(&self) -> impl Iterator<Item = Spot> {
        [self.by, self.difference, self.part].into_iter().flatten()
    }
}

/// "rose 12 points, or 0.5%, to …", "increased its staff by 12 percent in that time, from …".
pub(super) fn before(text: &Text<'_>, spots: &Spots, floor: usize, lead: usize) -> Amount {
    let mut found = Amount::default();
    let Some(near) = nearest(text, spots, floor, lead) else { return found };
    let Some(spot) = spots.get(near) else { return found };
    // "12-fold from 10 to 120" is a multiple.
    let times = text.lower(spot.end + usize::from(text.word(spot.end) == "-")) == "fold";
    if times || !links(text, spot.end..lead) || is_paced(text.lower(spot.end), text.lower(spot.end + 1)) {
        return found;
    }
    // "12 points, or 0.5%,": the same twice.
    let twin = near.checked_sub(1).filter(|&at| at >= floor).and_then(|at| spots.get(at));
    let twin = twin.filter(|twin| twin.end <= spot.first && is_or(text, twin.end..spot.first));
    let first = twin.unwrap_or(spot);
    let Some(way) = beside(text, first).or_else(|| after_figure(text, spot)) else { return found };
    found.way = Some(way);
    found.add(spot);
    if let Some(twin) = twin {
        found.add(twin);
    }
    found
}

/// The nearest figure before the ends that says nothing beside.
fn nearest(text: &Text<'_>, spots: &Spots, floor: usize, lead: usize) -> Option<usize> {
    let upto = spots.index_from(text, lead);
    (floor..upto).rev().find(|&at| spots.get(at).is_some_and(|spot| spot.end <= lead && !is_aside(text, spot)))
}

/// Whether nothing but what and when stands between the amount and the first end.
fn links(text: &Text<'_>, gap: Range<usize>) -> bool {
    if gap.len() > REACH || has_own_footing(text, gap.clone()) {
        return false;
    }
    let mut at = gap.start;
    while at < gap.end {
        let word = text.lower(at);
        let last = at + 1 == gap.end;
        match text.kind(at) {
            // "went up 32% last year: from 435".
            TokenKind::Mark if word == ":" && last => {}
            // ", increasing from", ", or from", "—".
            TokenKind::Mark if matches!(word, "," | "—" | "–" | "--") => {
                let goes_on = matches!(text.lower(at + 1), "or" | "going" | "moving" | "taking" | "bringing" | "i.e.")
                    || direction_of(text.lower(at + 1)).is_some();
                let rest = at + 1..gap.end;
                if !(last || goes_on && rest.len() <= 5 || closes_time(text, at, rest)) {
                    return false;
                }
            }
            TokenKind::Mark if word == "(" => {
                // "(£600m)" says it again; "(from 40 to 50)" gives the ends.
                if last {
                    return true;
                }
                let Some(close) = (at..gap.end.min(at + 8)).find(|&at| text.lower(at) == ")") else { return false };
                at = close;
            }
            TokenKind::Mark if matches!(word, "-" | "‑" | "[") => {}
            TokenKind::Mark => return false,
            TokenKind::Word if word == "or" && text.lower(at.wrapping_sub(1)) == "," => {}
            // "in that time".
            TokenKind::Word if word == "that" && is_preposition(text.lower(at.wrapping_sub(1))) => {}
            // "between 2010 and 2018".
            TokenKind::Word if word == "and" && is_between(text, at) => {}
            // "from January to February": what the amount is of.
            TokenKind::Word if word == "from" && text.lower(at + 2) == "to" && text.kind(at + 1) == TokenKind::Word => {
                return false;
            }
            TokenKind::Word if breaks_clause(word) || is_finite(word) => return false,
            TokenKind::Word if matches!(word, "and" | "or" | "than" | "that") => return false,
            TokenKind::Word | TokenKind::Number | TokenKind::Possessive => {}
        }
        at += 1;
    }
    true
}

/// A verb of the whole clause: in "the odds of a rise of 2 points have fallen from 50% to 40%" the amount is not of the
/// two ends.
fn is_finite(word: &str) -> bool {
    matches!(word, "has" | "have" | "had" | "is" | "are" | "was" | "were" | "will" | "would" | "could" | "might")
}

/// "in May, from": a comma that another comma has opened, or that closes the time before the ends.
fn closes_time(text: &Text<'_>, comma: usize, rest: Range<usize>) -> bool {
    matches!(text.lower(comma + 1), "in" | "over" | "during" | "between" | "since" | "to" | "from") && rest.len() <= 9
}

/// The "and" of "between 2010 and 2018", "between May and June".
pub(in super::super) fn is_between(text: &Text<'_>, and: usize) -> bool {
    (and.saturating_sub(4)..and).any(|at| text.lower(at) == "between")
}

fn is_preposition(word: &str) -> bool {
    matches!(word, "in" | "over" | "during" | "at" | "since" | "by" | "within" | "across" | "through")
}

fn is_or(text: &Text<'_>, gap: Range<usize>) -> bool {
    let words: Vec<&str> = gap.map(|at| text.lower(at)).collect();
    matches!(words.as_slice(), ["," | "or" | "("] | ["," | "—" | "–", "or"] | [",", "or", "about" | "nearly"])
}

/// The word of change beside the figure of an amount: "rose by a further 5%", "raised the fee by 5%".
pub(super) fn beside(text: &Text<'_>, spot: &Spot) -> Option<(usize, Direction)> {
    let floor = text.sentences.get(spot.at.sentence as usize).map_or(0, |sentence| sentence.tokens.start);
    let mut at = spot.first;
    let mut by = false;
    for _ in 0..5 {
        at = at.checked_sub(1).filter(|&at| at >= floor)?;
        let word = text.lower(at);
        if let Some(direction) = direction_of(word).filter(|_| word != "more") {
            return Some((at, direction));
        }
        if !fills_amount(word) {
            break;
        }
        by |= word == "by";
    }
    if !by {
        return of_what(text, spot, floor);
    }
    // "increased its number of ferries by 12 percent".
    for at in (spot.first.saturating_sub(VERB).max(floor)..=at).rev() {
        let word = text.lower(at);
        if breaks_clause(word) || matches!(word, "," | "and" | "or") || text.kind(at) == TokenKind::Number {
            return None;
        }
        if let Some(direction) = direction_of(word).filter(|_| !compares(word)) {
            return Some((at, direction));
        }
    }
    None
}

/// "a cut in troops of 50%": the noun of change, what changes, and by how much.
fn of_what(text: &Text<'_>, spot: &Spot, floor: usize) -> Option<(usize, Direction)> {
    let of = spot.first.checked_sub(1).filter(|&of| text.lower(of) == "of")?;
    for at in (of.saturating_sub(6).max(floor)..of).rev() {
        let word = text.lower(at);
        if text.kind(at) != TokenKind::Word || breaks_clause(word) || matches!(word, "and" | "or" | "of") {
            return None;
        }
        if text.lower(at + 1) == "in"
            && let Some(direction) = direction_of(word).filter(|_| follows_figure(word) && !compares(word))
        {
            return Some((at, direction));
        }
    }
    None
}

/// "a 22 percent decrease", "5 percent more", "a 2 percent sales tax rise".
fn after_figure(text: &Text<'_>, spot: &Spot) -> Option<(usize, Direction)> {
    let article = matches!(text.lower(spot.first.wrapping_sub(1)), "a" | "an" | "the" | "another");
    let noun = |at: usize| !compares(text.lower(at)) && text.kind(at + 1) != TokenKind::Number;
    (spot.end..spot.end + if article { 4 } else { 2 })
        .take_while(|&at| text.kind(at) == TokenKind::Word)
        .find_map(|at| {
            let far = at >= spot.end + 2;
            let way = direction_of(text.lower(at)).filter(|_| follows_figure(text.lower(at)) && (!far || noun(at)))?;
            Some((at, way))
        })
        .filter(|_| !matches!(text.lower(spot.first.wrapping_sub(1)), "top" | "bottom" | "richest" | "poorest"))
}

/// ", a rise of 20%", ", up 20%", ", or 20%", "— a 22 percent decrease", "is an increase of 25 per cent", "would
/// raise the rate by a third": what follows the token `end`, before the spot `until`.
pub(in super::super) fn after(text: &Text<'_>, spots: &Spots, end: usize, until: usize) -> Amount {
    let mut found = Amount::default();
    let next =
        (spots.index_from(text, end)..until).find_map(|at| spots.get(at).filter(|spot| !is_bracketed(text, spot)));
    let Some(spot) = next else { return found };
    let gap = end..spot.first;
    if gap.len() > REACH || is_paced(text.lower(spot.end), text.lower(spot.end + 1)) {
        return found;
    }
    // "up 3% from the quarter before" has a base of its own.
    if matches!(text.lower(spot.end), "from" | "compared" | "versus" | "against")
        || has_base(text, spots, spot)
        || has_own_footing(text, spot.end..spot.end + 5)
    {
        return found;
    }
    if let Some(way) = raises(text, gap.clone()) {
        found.way = Some(way);
        found.add(spot);
        return found;
    }
    let begin = gap.clone().rev().find(|&at| {
        matches!(text.lower(at), "," | "—" | "–" | "--" | "(" | "is" | "was" | "represents" | "represented" | "means")
            || text.lower(at) == "be" && text.lower(at.wrapping_sub(1)) == "would"
    });
    let Some(begin) = begin else { return found };
    let tail = gap.start..begin;
    let plain = is_tail(text, tail);
    if !plain {
        return found;
    }
    let said = begin + 1..gap.end;
    let mut way = None;
    for at in said.clone() {
        let word = text.lower(at);
        // "a view increase of".
        let named = matches!(text.lower(at.wrapping_sub(1)), "a" | "an") && direction_of(text.lower(at + 1)).is_some();
        if named && direction_of(word).is_none() && text.kind(at) == TokenKind::Word {
            continue;
        }
        let saved = saves(text, at).then_some(Direction::Down);
        if let (Some(direction), None) = (direction_of(word).or(saved).filter(|_| word != "more"), way) {
            way = Some((at, direction));
        } else if !leads_to_amount(word) {
            return found;
        }
    }
    let restated = said.len() <= 3 && text.lower(begin + 1) == "or" && closes(text, spot.end);
    let noun = after_figure(text, spot).filter(|_| way.is_none());
    if way.is_none() && noun.is_none() && !restated {
        return found;
    }
    found.way = way.or(noun);
    found.add(spot);
    found
}

/// ", a saving of £20", ", a discount of 20%": how far a price has come down.
fn saves(text: &Text<'_>, at: usize) -> bool {
    matches!(text.lower(at), "saving" | "discount" | "markdown")
        && text.lower(at + 1) == "of"
        && at.checked_sub(1).is_some_and(|before| text.lower(before) == "a")
}

/// "up 20% on last year's 10", "up 20% on a forecast of 10": the base is told beside the amount.
fn has_base(text: &Text<'_>, spots: &Spots, spot: &Spot) -> bool {
    let next = spots.get(spots.index_from(text, spot.end)).filter(|next| next.first <= spot.end + BASE);
    matches!(text.lower(spot.end), "on" | "over" | "above" | "below")
        && next.is_some_and(|next| (spot.end..next.first).all(|at| text.kind(at) != TokenKind::Mark))
}

/// "would increase the rate by": a verb of change right after the ends, with its object.
fn raises(text: &Text<'_>, gap: Range<usize>) -> Option<(usize, Direction)> {
    let verb = gap.start + 1;
    let modal = matches!(text.lower(gap.start), "would" | "will" | "could" | "should" | "may");
    let plain = (verb + 1..gap.end).all(|at| text.kind(at) == TokenKind::Word && !breaks_clause(text.lower(at)));
    let by = gap.end.checked_sub(1).is_some_and(|at| text.lower(at) == "by");
    let direction = direction_of(text.lower(verb)).filter(|_| modal && by && plain && gap.len() <= 7)?;
    Some((verb, direction))
}

fn is_bracketed(text: &Text<'_>, spot: &Spot) -> bool {
    spot.kind != SpotKind::Percent && is_aside(text, spot)
}

fn closes(text: &Text<'_>, at: usize) -> bool {
    matches!(text.lower(at), "." | "," | ";" | ")" | "")
}

/// A word of change before the ends, nearest first, in the same clause: "the number of patrols fell from".
pub(super) fn verb(text: &Text<'_>, floor: usize, lead: usize, inside: Option<&Spot>) -> Option<(usize, Direction)> {
    let mut commas = 0;
    for at in (lead.saturating_sub(VERB).max(floor)..lead).rev() {
        let word = text.lower(at);
        if inside.is_some_and(|spot| (spot.first..spot.end).contains(&at)) {
            continue;
        }
        if word == "," && at + 1 != lead {
            commas += 1;
        }
        if breaks_clause(word) || commas > 0 && !is_time_clause(text, at) {
            return None;
        }
        let beside = at + 1 == lead;
        // In "brought growth to 4.3%, down from 4.8%" growth is what goes down.
        let says = word != "growth" && (beside && word != "more" || !compares(word));
        if let Some(direction) = direction_of(word).filter(|_| says) {
            return (!is_turned(text, floor, at, direction)).then_some((at, direction));
        }
    }
    None
}

/// "increase the largest cut to 10% from 5%": a verb before the word of change goes the other way.
fn is_turned(text: &Text<'_>, floor: usize, word: usize, direction: Direction) -> bool {
    let before = (word.saturating_sub(VERB).max(floor)..word).rev();
    let goes_on = |word: &str| !breaks_clause(word) && !is_finite(word) && word != ",";
    let clause = before.take_while(|&at| goes_on(text.lower(at)));
    clause
        .filter(|&at| !compares(text.lower(at)) && text.lower(at) != "growth")
        .filter_map(|at| direction_of(text.lower(at)))
        .any(|other| other != direction)
}

/// Whether the comma closes no more than a time: "rose in May, to 5 from 4".
fn is_time_clause(text: &Text<'_>, comma: usize) -> bool {
    text.kind(comma + 1) != TokenKind::Word || matches!(text.lower(comma + 1), "or" | "to" | "from")
}
