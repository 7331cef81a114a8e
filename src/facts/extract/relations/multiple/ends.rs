//! The two figures that a multiple relates: "doubled from 12 to 30", "40, twice the 20 of last year".

use super::super::change::{self, Lead};
use super::super::rounding::share_fineness;
use super::super::{Reading, Spot, SpotKind, Spots};
use super::{Kind, Told, words};
use crate::facts::model::{AnyQuantity, Index};
use crate::facts::names::Certainty;
use crate::text::{Text, TokenKind};
use std::ops::Range;

/// How far the figures of a change may stand from its word, in tokens.
const REACH: usize = 12;

/// The figures that a multiple relates, as far as the text gives them.
#[derive(Debug)]
pub(super) struct Ends {
    /// What it is a multiple of.
    pub(super) from: Option<End>,
    /// What is the multiple.
    pub(super) to: Option<End>,
    /// What says it again in per cent: index of a percent.
    pub(super) by: Option<Index>,
    /// How sure it is that they are related.
    pub(super) certainty: Certainty,
}

/// A figure of a relation.
#[derive(Debug)]
pub(super) struct End(AnyQuantity);

impl End {
    /// Puts it with the quantities; gives its number there.
    pub(super) fn store(self, reading: &mut Reading<'_>) -> Index {
        let index = reading.facts.quantities.len() as Index;
        reading.facts.quantities.push(self.0);
        index
    }
}

impl Ends {
    fn of(from: Option<AnyQuantity>, to: Option<AnyQuantity>, certainty: Certainty) -> Self {
        Self { from: from.map(End), to: to.map(End), by: None, certainty }
    }

    /// Two figures where both are there and of one kind; else the one that is surely meant.
    fn both(reading: &Reading<'_>, from: &Spot, to: &Spot) -> Self {
        match change::ends(reading, from, to) {
            Some((mut from, mut to)) => {
                share_fineness(&mut [&mut from, &mut to]);
                Self::of(Some(from), Some(to), Certainty::Sure)
            }
            None => Self::of(None, None, Certainty::Sure),
        }
    }
}

/// The figures of a multiple that begins with the token `first`, hedge included.
pub(super) fn read(reading: &Reading<'_>, spots: &Spots, told: &Told, first: usize, floor: usize) -> Ends {
    let found = match told.kind {
        Kind::Change => changed(reading, spots, told),
        Kind::Comparison => compared(reading, spots, told, first, floor),
        Kind::Share => spots.before(reading.text, told.end).and_then(|times| {
            let (from, to) = into(spots, times, reading.text)?;
            Some(Ends::both(reading, from, to))
        }),
    };
    let found = found.unwrap_or_else(|| Ends::of(None, None, Certainty::Sure));
    let by = if told.kind == Kind::Change { restated(reading, spots, told) } else { None };
    Ends { by, ..found }
}

/// "has more than doubled in seven years, rising almost 70%": the same in per cent.
fn restated(reading: &Reading<'_>, spots: &Spots, told: &Told) -> Option<Index> {
    let text = reading.text;
    let end = told.end.max(told.verb.map_or(0, |verb| verb + 1));
    let from = spots.index_from(text, end);
    let sentence = spots.get(from)?.at.sentence;
    if sentence as usize != text.sentence_at(text.token(told.first)?.span.start) {
        return None;
    }
    let until = from + spots.all.get(from..)?.iter().take_while(|spot| spot.at.sentence == sentence).count();
    let last = change::pair(reading, spots, from, until).and_then(|pair| spots.get(pair.from.max(pair.to)));
    let amount = change::after(text, spots, last.map_or(end, |last| last.end), until);
    let (_, direction) = amount.way?;
    amount.by.filter(|_| told.direction == Some(direction)).map(|by| by.index)
}

/// "doubled from 12 to 30", "tripled to 40 from 13", "halved its staff, from 80 to 40", "doubled to 40".
fn changed(reading: &Reading<'_>, spots: &Spots, told: &Told) -> Option<Ends> {
    let text = reading.text;
    let index = spots.index_from(text, told.end);
    let sentence = text.sentence_at(text.token(told.first)?.span.start);
    if let Some(ends) = of_object(reading, spots, told, index) {
        return Some(ends);
    }
    let one = spots.get(index).filter(|one| one.first <= told.end + REACH && one.at.sentence as usize == sentence)?;
    let (way, lead) = change::lead(text, one).filter(|(_, lead)| *lead >= told.end)?;
    if !leads_on(text, told.end..lead) {
        return None;
    }
    let until = index + spots.all.get(index..)?.iter().take_while(|spot| spot.at.sentence == one.at.sentence).count();
    if change::has_own_footing(text, told.end..lead) {
        return None;
    }
    if let Some(pair) = change::pair(reading, spots, index, until) {
        let last = spots.get(pair.from.max(pair.to))?;
        if change::is_of_others(reading, told.end..lead, last) {
            return None;
        }
        return Some(Ends::both(reading, spots.get(pair.from)?, spots.get(pair.to)?));
    }
    // "the £60 fine is to double to £120", "to double the £60 fine to £120": what it was is told before.
    let verb = told.verb.unwrap_or(told.first);
    let sized = text.lower(told.end) == "in" && matches!(text.lower(told.end + 1), "size" | "number" | "value");
    let near = match lead - told.end {
        0 => true,
        1 => text.lower(told.end) == ",",
        gap => gap == 2 && sized,
    };
    if way == Lead::To
        && near
        && let Some(base) = change::outset::base(reading, spots, verb, verb, one)
    {
        return Some(Ends::both(reading, base, one));
    }
    // One alone is of the change where nothing stands between.
    let alone = change::quantity(reading, one, one.kind).filter(|_| lead == told.end);
    match way {
        Lead::From => Some(Ends::of(alone, None, Certainty::Sure)),
        Lead::To => Some(Ends::of(None, alone, Certainty::Sure)),
        Lead::At => None,
    }
}

/// "to double the £60 fine to £120": the first figure is that of the object, the second what it becomes.
fn of_object(reading: &Reading<'_>, spots: &Spots, told: &Told, index: usize) -> Option<Ends> {
    let text = reading.text;
    let (one, to) = (spots.get(index)?, spots.get(index + 1)?);
    let (_, lead) = change::lead(text, to).filter(|(way, lead)| *way == Lead::To && *lead >= one.end)?;
    let same = one.at.sentence == to.at.sentence && one.first <= told.end + REACH && lead <= one.end + REACH;
    let base = change::outset::base(reading, spots, told.verb.filter(|_| same)?, lead, to)?;
    (base.first == one.first).then(|| Ends::both(reading, base, to))
}

/// Whether the words between "doubled" and the figures say no more than what and when: "doubled in a week,
/// increasing from".
fn leads_on(text: &Text<'_>, gap: Range<usize>) -> bool {
    gap.clone().all(|at| {
        let lower = text.lower(at);
        let apart = matches!(
            lower,
            "and" | "or" | "which" | "who" | "that" | "after" | "because" | "by" | "before" | "if" | "with"
        );
        let mark = matches!(lower, "," | "—" | "–" | "--") && at + 1 != gap.end;
        let goes_on = matches!(text.lower(at + 1), "going" | "moving" | "climbing")
            || text.lower(at + 1).ends_with("ing") && change::direction_of(text.lower(at + 1)).is_some();
        // "between 2010 and 2018, from", "since 2010, to".
        let apart = apart && !(lower == "and" && change::is_between(text, at));
        let timed = lower == "," && at + 1 == gap.end;
        !change::breaks_clause(lower) && !apart && (!mark || timed || goes_on && gap.end - at <= 3)
    })
}

/// "40, twice the 20 of last year", "double the average of £3m".
fn compared(reading: &Reading<'_>, spots: &Spots, told: &Told, first: usize, floor: usize) -> Option<Ends> {
    let text = reading.text;
    if let Some(found) = bracketed(reading, spots, told) {
        return Some(found);
    }
    let from = spots.from(text, told.end).filter(|spot| is_standard(text, told.end, spot.first));
    let stop = first.checked_sub(1).filter(|&stop| stop > floor && matches!(text.word(stop), "," | "(" | "—" | "–"));
    let many = text.lower(told.end) == "as";
    let to = stop.and_then(|stop| {
        let beside = spots.before(text, stop);
        spots.get(beside.or_else(|| owner(text, spots, stop, floor).filter(|_| many))?)
    });
    // "70 of 90, twice as many" tells of the 70.
    let to = to.filter(|to| to.first >= floor && text.lower(to.first.wrapping_sub(1)) != "of");
    match (from, to) {
        (Some(from), Some(to)) if change::ends(reading, from, to).is_some() => Some(Ends::both(reading, from, to)),
        (Some(from), _) => Some(Ends::of(change::quantity(reading, from, from.kind), None, Certainty::Sure)),
        (None, _) => None,
    }
}

/// "twice as likely to row as women (49 percent vs. 22 percent)": the two figures of the bracket, whichever leads.
fn bracketed(reading: &Reading<'_>, spots: &Spots, told: &Told) -> Option<Ends> {
    let text = reading.text;
    let open = (told.end..told.end + BRACKET).find(|&at| text.word(at) == "(")?;
    let plain = (told.end..open).all(|at| {
        matches!(text.kind(at), TokenKind::Word | TokenKind::Possessive)
            && !matches!(text.lower(at), "and" | "than" | "but")
            || text.word(at) == "-"
    });
    let index = spots.index_from(text, open + 1);
    let (one, other) = (spots.get(index)?, spots.get(index + 1)?);
    let gap: Vec<&str> = (one.end..other.first).map(|at| text.lower(at)).collect();
    let against = matches!(
        gap.as_slice(),
        ["vs" | "vs." | "versus" | "v" | "against" | "to"] | ["vs" | "v", "."] | ["compared", "with" | "to"]
    );
    let inside = one.first == open + 1 && text.word(other.end) == ")" && one.is_firm() && other.is_firm();
    let percents = one.kind == SpotKind::Percent && other.kind == SpotKind::Percent;
    // "three times less likely" is told both ways.
    let fewer = (told.end..open).any(|at| matches!(text.lower(at), "less" | "fewer" | "lower" | "more" | "higher"));
    if !(plain && against && inside && percents) || fewer || matches!(told.number, super::Number::Part(_)) {
        return None;
    }
    let value = |spot: &Spot| super::super::figure(reading, spot).and_then(|figure| figure.written);
    let half = matches!(told.number, super::Number::Half);
    let (small, large) = if value(one)? < value(other)? { (one, other) } else { (other, one) };
    Some(if half { Ends::both(reading, large, small) } else { Ends::both(reading, small, large) })
}

/// How far behind a comparison its bracket may stand, in tokens.
const BRACKET: usize = 14;

/// "64 posts in the north, twice as many as the 14": the only figure of the words before a comma.
fn owner(text: &Text<'_>, spots: &Spots, stop: usize, floor: usize) -> Option<usize> {
    let index = spots.index_from(text, stop).checked_sub(1)?;
    let spot = spots.get(index).filter(|spot| spot.first >= floor && spot.end <= stop && spot.is_firm())?;
    let alone = index.checked_sub(1).and_then(|before| spots.get(before)).is_none_or(|before| before.first < floor);
    let plain = (spot.end..stop).all(|at| text.kind(at) == TokenKind::Word && !change::breaks_clause(text.lower(at)));
    (alone && plain && stop - spot.end <= 7).then_some(index)
}

/// The two figures of "£3,000 goes into £300,000 100 times", whose last is the spot `times`.
pub(super) fn into<'s>(spots: &'s Spots, times: usize, text: &Text<'_>) -> Option<(&'s Spot, &'s Spot)> {
    let (from, to) = (spots.get(times.checked_sub(2)?)?, spots.get(times - 1)?);
    let number = spots.get(times)?;
    let sums = from.kind == to.kind && matches!(from.kind, SpotKind::Money | SpotKind::Measure);
    let near = (to.end..=to.end + 1).contains(&number.first);
    let one = sums && near && from.at.sentence == number.at.sentence;
    // "3 km go into", "a 3 km lap goes into".
    let verb =
        (from.end..from.end + 2).find(|&at| matches!(text.lower(at), "goes" | "go" | "fits" | "fit" | "divides"))?;
    let lead = to.first.checked_sub(1)?;
    let lead = if matches!(text.lower(lead), "the" | "a" | "its") { lead.checked_sub(1)? } else { lead };
    let close = text.lower(lead) == "into" && lead == verb + 1;
    // "three times a day" is how often.
    let paced = matches!(text.lower(number.end), "a" | "an" | "per" | "each" | "every" | "over");
    (one && close && !paced && from.is_firm() && to.is_firm()).then_some((from, to))
}

/// Whether the words between "twice" and a figure make the figure what is multiplied: "the", "the average of".
fn is_standard(text: &Text<'_>, at: usize, figure: usize) -> bool {
    let gap = figure.wrapping_sub(at);
    match gap {
        0 => true,
        // "as many as the 15".
        3 | 4 if text.lower(at) == "as" => {
            text.lower(at + 2) == "as"
                && matches!(text.lower(at + 1), "many" | "much" | "few" | "large" | "big" | "high")
                && (gap == 3 || words::points(text.lower(at + 3)) && text.lower(at + 3) != "that")
        }
        1 => words::points(text.lower(at)) && text.lower(at) != "that",
        3..=6 => {
            text.lower(figure - 1) == "of"
                && words::points(text.lower(at))
                && (at + 1..figure - 1).any(|at| words::is_sum(text.lower(at)))
        }
        _ => false,
    }
}
