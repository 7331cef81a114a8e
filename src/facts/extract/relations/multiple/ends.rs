//! The two figures that a multiple relates: "doubled from 12 to 30", "40, twice the 20 of last year".

use super::super::change::{self, Order};
use super::super::{Reading, Spot, Spots};
use super::{Kind, Told, words};
use crate::facts::model::{AnyQuantity, Index};
use crate::facts::names::Certainty;
use crate::text::Text;

/// How far the figures of a change may stand from its word, in tokens.
const REACH: usize = 12;

/// The figures that a multiple relates, as far as the text gives them.
#[derive(Debug)]
pub(super) struct Ends {
    /// What it is a multiple of.
    pub(super) from: Option<End>,
    /// What is the multiple.
    pub(super) to: Option<End>,
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
        Self { from: from.map(End), to: to.map(End), certainty }
    }

    /// Two figures where both are there and of one kind; else the one that is surely meant.
    fn both(reading: &Reading<'_>, from: &Spot, to: &Spot) -> Self {
        match change::ends(reading, from, to) {
            Some((from, to)) => Self::of(Some(from), Some(to), Certainty::Sure),
            None => Self::of(None, None, Certainty::Sure),
        }
    }
}

/// The figures of a multiple that begins with the token `first`, hedge included.
pub(super) fn read(reading: &Reading<'_>, spots: &Spots, told: &Told, first: usize, floor: usize) -> Ends {
    let found = match told.kind {
        Kind::Change => changed(reading, spots, told),
        Kind::Comparison => compared(reading, spots, told, first, floor),
    };
    found.unwrap_or_else(|| Ends::of(None, None, Certainty::Sure))
}

/// "doubled from 12 to 30", "tripled to 40 from 13", "halved its staff, from 80 to 40", "doubled to 40".
fn changed(reading: &Reading<'_>, spots: &Spots, told: &Told) -> Option<Ends> {
    let text = reading.text;
    let index = spots.index_from(text, told.end);
    let one = spots.get(index).filter(|one| one.first <= told.end + REACH)?;
    let lead = one.first.checked_sub(1).filter(|&lead| lead >= told.end)?;
    if (told.end..lead).any(|at| is_apart(text, at, lead)) {
        return None;
    }
    let other = spots.get(index + 1).filter(|other| other.at.sentence == one.at.sentence);
    match other.and_then(|other| Some((other, change::order(text, one, other)?))) {
        Some((other, Order::FromTo)) => return Some(Ends::both(reading, one, other)),
        Some((other, Order::ToFrom)) => return Some(Ends::both(reading, other, one)),
        None => {}
    }
    // One alone is of the change where nothing stands between.
    let alone = change::quantity(reading, one, one.kind).filter(|_| lead == told.end);
    match text.lower(lead) {
        "from" => Some(Ends::of(alone, None, Certainty::Sure)),
        "to" => Some(Ends::of(None, alone, Certainty::Sure)),
        _ => None,
    }
}

/// Whether the word begins another clause before the figure that `lead` leads.
fn is_apart(text: &Text<'_>, at: usize, lead: usize) -> bool {
    let lower = text.lower(at);
    change::breaks_clause(lower)
        || matches!(
            lower,
            "and" | "or" | "which" | "who" | "that" | "after" | "because" | "by" | "before" | "if" | "with"
        )
        || matches!(lower, "," | "—" | "–") && at + 1 != lead
}

/// "40, twice the 20 of last year", "double the average of £3m".
fn compared(reading: &Reading<'_>, spots: &Spots, told: &Told, first: usize, floor: usize) -> Option<Ends> {
    let text = reading.text;
    let from = spots.from(text, told.end).filter(|spot| is_standard(text, told.end, spot.first));
    let stop = first.checked_sub(1).filter(|&stop| stop > floor && matches!(text.word(stop), "," | "(" | "—" | "–"));
    let to = stop.and_then(|stop| spots.get(spots.before(text, stop)?)).filter(|to| to.first >= floor);
    match (from, to) {
        (Some(from), Some(to)) if change::ends(reading, from, to).is_some() => Some(Ends::both(reading, from, to)),
        (Some(from), _) => Some(Ends::of(change::quantity(reading, from, from.kind), None, Certainty::Sure)),
        (None, _) => None,
    }
}

/// Whether the words between "twice" and a figure make the figure what is multiplied: "the", "the average of".
fn is_standard(text: &Text<'_>, at: usize, figure: usize) -> bool {
    let gap = figure.wrapping_sub(at);
    match gap {
        0 => true,
        1 => words::points(text.lower(at)) && text.lower(at) != "that",
        3..=6 => {
            text.lower(figure - 1) == "of"
                && words::points(text.lower(at))
                && (at + 1..figure - 1).any(|at| words::is_sum(text.lower(at)))
        }
        _ => false,
    }
}
