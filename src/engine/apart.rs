//! Facts that stand apart from another, or meet it: those alone whose value surely differs from its
//! value, and those alone whose value may be the same.
//!
//! A pair of facts of one event breaks `a.value can be b.value` only where the two intervals do not
//! meet. Sorted by their ends, the facts that do not meet an interval are the first of one order and
//! the last of another, so that finding them takes no longer than there are of them.

use super::compare::day_number;
use super::evaluate::Evaluator;
use super::key::{Key, key};
use super::plan::Each;
use super::scope::Scope;
use super::term::{Term, What};
use crate::facts::exact::Exact;
use crate::facts::interval::{End, Interval};
use crate::facts::quantity::Measured;
use crate::facts::schema::Kind;
use crate::facts::value::FactRef;
use crate::language::rule::Expr;
use rustc_hash::FxHashMap;

/// A condition that lets only facts through that differ from those before.
#[derive(Clone, Debug)]
pub(super) struct Apart {
    /// The side that needs the new variable alone.
    pub(super) mine: Expr,
    /// The side that needs only variables bound before.
    pub(super) theirs: Expr,
    pub(super) how: How,
}

/// How two values differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum How {
    /// Their keys are not the same.
    Other,
    /// Their intervals do not meet.
    Disjoint,
}

/// Facts by one of their values, ready to be asked for those that differ from another value.
#[derive(Debug)]
pub(super) enum Split {
    /// By key.
    Keys { of: FxHashMap<Key, Vec<u32>>, facts: usize },
    /// By interval, for each kind of figure.
    Ranges(FxHashMap<Line, Ranges>),
}

/// What an interval is an interval of.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum Line {
    Days,
    Figures(Measured),
}

/// The two ends of an interval on its line.
pub(super) type Ends = (Line, Edge, Edge);

/// Facts by the ends of their intervals.
#[derive(Debug, Default)]
pub(super) struct Ranges {
    /// By their lower ends.
    low: Vec<(Edge, u32)>,
    /// By their upper ends.
    high: Vec<(Edge, u32)>,
}

/// An end of an interval, in the order of the line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Edge {
    Lowest,
    /// The number, and whether the end lies just below it, at it, or just above it.
    At(Exact, i8),
    Highest,
}

impl Edge {
    /// A number that does not lie below it.
    pub(super) fn just_above(self) -> f64 {
        match self {
            Self::Lowest => f64::NEG_INFINITY,
            Self::At(n, _) => n.to_f64().next_up(),
            Self::Highest => f64::INFINITY,
        }
    }

    /// A number that does not lie above it.
    pub(super) fn just_below(self) -> f64 {
        match self {
            Self::Lowest => f64::NEG_INFINITY,
            Self::At(n, _) => n.to_f64().next_down(),
            Self::Highest => f64::INFINITY,
        }
    }
}

impl Split {
    /// Sorts facts. One whose value the text does not give surely differs from nothing, and is left out.
    pub(super) fn read(apart: &Apart, facts: &[u32], each: &Each, evaluator: &Evaluator<'_>) -> Self {
        let empty = Scope::EMPTY;
        let scope = |index| empty.bind(each.slot, Term::fact(FactRef { kind: each.kind, index }));
        match apart.how {
            How::Other => {
                let mut of: FxHashMap<Key, Vec<u32>> = FxHashMap::default();
                for &fact in facts {
                    if let Some(key) = key_of(&apart.mine, evaluator, &scope(fact)) {
                        of.entry(key).or_default().push(fact);
                    }
                }
                let facts = of.values().map(Vec::len).sum();
                Self::Keys { of, facts }
            }
            How::Disjoint => {
                let mut lines: FxHashMap<Line, Ranges> = FxHashMap::default();
                for &fact in facts {
                    if let Some((line, low, high)) = ends(&evaluator.term(&apart.mine, &scope(fact))) {
                        let ranges = lines.entry(line).or_default();
                        ranges.low.push((low, fact));
                        ranges.high.push((high, fact));
                    }
                }
                for ranges in lines.values_mut() {
                    ranges.low.sort_unstable();
                    ranges.high.sort_unstable();
                }
                Self::Ranges(lines)
            }
        }
    }

    /// How many facts may differ from the value that stands in `scope`.
    pub(super) fn count(&self, apart: &Apart, evaluator: &Evaluator<'_>, scope: &Scope<'_>) -> usize {
        match self {
            Self::Keys { of, facts } => {
                key_of(&apart.theirs, evaluator, scope).map_or(0, |key| facts - of.get(&key).map_or(0, Vec::len))
            }
            Self::Ranges(lines) => {
                let theirs = ends(&evaluator.term(&apart.theirs, scope));
                theirs.map_or(0, |theirs| {
                    apart_from(lines, &theirs).map(|(below, above)| below.len() + above.len()).sum()
                })
            }
        }
    }

    /// The facts that may differ from the value that stands in `scope`, in no order.
    pub(super) fn others(&self, apart: &Apart, evaluator: &Evaluator<'_>, scope: &Scope<'_>) -> Vec<u32> {
        match self {
            Self::Keys { of, .. } => {
                let Some(theirs) = key_of(&apart.theirs, evaluator, scope) else { return Vec::new() };
                of.iter().filter(|(key, _)| **key != theirs).flat_map(|(_, facts)| facts).copied().collect()
            }
            Self::Ranges(lines) => {
                let Some(theirs) = ends(&evaluator.term(&apart.theirs, scope)) else { return Vec::new() };
                let apart = apart_from(lines, &theirs);
                apart.flat_map(|(below, above)| below.iter().chain(above)).map(|(_, fact)| *fact).collect()
            }
        }
    }
}

/// Facts with one of their ends.
type Ended<'f> = &'f [(Edge, u32)];

/// Of each line, the facts that lie below an interval and those that lie above it.
fn apart_from<'f>(
    lines: &'f FxHashMap<Line, Ranges>,
    (line, low, high): &'f Ends,
) -> impl Iterator<Item = (Ended<'f>, Ended<'f>)> {
    lines.iter().filter(|(on, _)| on.may_compare(line)).map(move |(on, ranges)| {
        // On another scale the numbers alone tell nothing, so that all count.
        let told = on == line;
        let below = if told { ranges.high.partition_point(|(edge, _)| edge < low) } else { 0 };
        let above = if told { ranges.low.partition_point(|(edge, _)| edge <= high) } else { 0 };
        (ranges.high.get(..below).unwrap_or_default(), ranges.low.get(above..).unwrap_or_default())
    })
}

impl Line {
    /// Whether intervals of the two may compare.
    fn may_compare(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Days, Self::Figures(_)) | (Self::Figures(_), Self::Days) => false,
            (Self::Figures(Measured::Money(_)), Self::Figures(Measured::Money(_)))
            | (Self::Figures(Measured::Physical(_)), Self::Figures(Measured::Physical(_))) => self == other,
            (Self::Days, Self::Days) | (Self::Figures(_), Self::Figures(_)) => true,
        }
    }
}

/// Facts by one of their values, ready to be asked for those that may meet another value.
#[derive(Debug, Default)]
pub(super) struct Meeting {
    /// Facts that mean one number or day, in the order of the line.
    points: FxHashMap<Line, Vec<(Edge, u32)>>,
    /// Facts that may mean more, with their ends; without any, a fact may meet everything.
    wide: Vec<(Option<Ends>, u32)>,
}

impl Meeting {
    /// Sorts facts.
    pub(super) fn read(mine: &Expr, facts: &[u32], kind: Kind, slot: usize, evaluator: &Evaluator<'_>) -> Self {
        let empty = Scope::EMPTY;
        let mut meeting = Self::default();
        for &index in facts {
            let scope = empty.bind(slot, Term::fact(FactRef { kind, index }));
            match ends(&evaluator.term(mine, &scope)) {
                Some((line, low, high)) if low == high => meeting.points.entry(line).or_default().push((low, index)),
                ends => meeting.wide.push((ends, index)),
            }
        }
        meeting.points.values_mut().for_each(|points| points.sort_unstable());
        meeting
    }

    /// The facts that do not surely lie apart from the value that stands in `scope`, in no order; none
    /// where that value is not known.
    pub(super) fn facts(&self, theirs: &Expr, evaluator: &Evaluator<'_>, scope: &Scope<'_>) -> Option<Vec<u32>> {
        let (line, low, high) = ends(&evaluator.term(theirs, scope))?;
        let mut facts = Vec::new();
        for (on, points) in &self.points {
            let told = *on == line;
            let from = if told { points.partition_point(|(edge, _)| *edge < low) } else { 0 };
            let to = if told { points.partition_point(|(edge, _)| *edge <= high) } else { points.len() };
            facts.extend(points.get(from..to).unwrap_or_default().iter().map(|(_, fact)| *fact));
        }
        let may_meet = |ends: &Option<Ends>| {
            ends.as_ref().is_none_or(|(on, from, to)| *on != line || (*from <= high && *to >= low))
        };
        facts.extend(self.wide.iter().filter(|(ends, _)| may_meet(ends)).map(|(_, fact)| *fact));
        Some(facts)
    }
}

/// The key of an expression whose terms all have one where the text gives them.
fn key_of(expr: &Expr, evaluator: &Evaluator<'_>, scope: &Scope<'_>) -> Option<Key> {
    key(&evaluator.term(expr, scope), evaluator.world.views).map(|keyed| keyed.key)
}

/// The two ends of what a term can mean.
pub(super) fn ends(term: &Term<'_>) -> Option<Ends> {
    let (line, interval) = match &term.what {
        What::Quantity(quantity) => (Line::Figures(quantity.measured.clone()), quantity.interval),
        What::Date(date) => (Line::Days, Interval::closed(day_number(date.first), day_number(date.last))),
        _ => return None,
    };
    let low = match interval.low {
        End::Unbounded => Edge::Lowest,
        End::Closed(n) => Edge::At(n, 0),
        End::Open(n) => Edge::At(n, 1),
    };
    let high = match interval.high {
        End::Unbounded => Edge::Highest,
        End::Closed(n) => Edge::At(n, 0),
        End::Open(n) => Edge::At(n, -1),
    };
    Some((line, low, high))
}
