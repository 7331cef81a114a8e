//! What conditions leave of the values that they compare: interval analysis.
//!
//! A value of a fact is an interval that is never empty. A comparison that comes out *yes* or *no* holds
//! for every number in it, so each says where the numbers can lie; where nothing is left, the
//! conditions cannot come out so together.

use crate::facts::exact::Exact;
use crate::facts::interval::{End, Interval};
use crate::facts::quantity::{Measured, Quantity};
use crate::language::rule::{Comparison, Literal};
use crate::source::Span;
use jiff::civil::Date;
use rustc_hash::FxHashMap;

/// Numbers on a scale; only those of one scale are compared.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Bounds {
    pub(super) interval: Interval,
    /// `None` where any number of any scale is possible.
    pub(super) scale: Option<Scale>,
    /// A setting had a part in it, so that it may be otherwise in another newsroom.
    pub(super) by_setting: bool,
}

/// What the numbers are numbers of.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum Scale {
    /// Numbers, shares and percentages, as shares of one.
    Plain,
    Days,
    Other(Measured),
}

impl Bounds {
    pub(super) const ALL: Self = Self { interval: Interval::ALL, scale: None, by_setting: false };

    pub(super) fn plain(interval: Interval) -> Self {
        Self { interval, scale: Some(Scale::Plain), by_setting: false }
    }

    /// What a literal says, where it is a quantity or a date.
    pub(super) fn of(literal: &Literal) -> Option<Self> {
        match literal {
            Literal::Quantity(quantity) => Self::quantity(quantity),
            Literal::Date(range) => Some(Self {
                interval: Interval::closed(day_number(range.first), day_number(range.last)),
                scale: Some(Scale::Days),
                by_setting: false,
            }),
            Literal::Text(_) | Literal::Named(_) | Literal::YesNo(_) | Literal::List(_) => None,
        }
    }

    fn quantity(quantity: &Quantity) -> Option<Self> {
        let interval = quantity.interval;
        let (interval, scale) = match &quantity.measured {
            Measured::Number | Measured::Share => (interval, Scale::Plain),
            Measured::Percent => (interval.scaled(Exact::fraction(1, 100)?), Scale::Plain),
            measured @ (Measured::Points | Measured::Money(_) | Measured::Time | Measured::Physical(_)) => {
                (interval, Scale::Other(measured.clone()))
            }
        };
        Some(Self { interval, scale: Some(scale), by_setting: false })
    }

    /// Both worked out together, where they are on the scale of plain numbers.
    pub(super) fn joined(self, other: &Self, with: impl FnOnce(Interval, Interval) -> Interval) -> Self {
        let plain = |bounds: &Self| bounds.scale == Some(Scale::Plain);
        if !plain(&self) || !plain(other) {
            return Self::ALL;
        }
        let by_setting = self.by_setting || other.by_setting;
        Self { interval: with(self.interval, other.interval), scale: self.scale, by_setting }
    }

    /// Whether the two may be compared; what nothing is known of goes with everything.
    pub(super) fn on_scale_of(&self, other: &Self) -> bool {
        self.scale.is_none() || other.scale.is_none() || self.scale == other.scale
    }

    /// What is left of this where the comparison with `other` comes out *yes*.
    pub(super) fn where_so(&self, comparison: Comparison, other: &Self) -> Self {
        let (low, high) = (other.interval.low, other.interval.high);
        let left = match comparison {
            Comparison::Less => Interval { low: End::Unbounded, high: opened(high) },
            Comparison::AtMost => Interval { low: End::Unbounded, high },
            Comparison::Greater => Interval { low: opened(low), high: End::Unbounded },
            Comparison::AtLeast => Interval { low, high: End::Unbounded },
            Comparison::Equal => other.interval,
            Comparison::Unequal
            | Comparison::CanBe
            | Comparison::Is
            | Comparison::IsNot
            | Comparison::OneOf
            | Comparison::KindOf
            | Comparison::Contains
            | Comparison::InTable => Interval::ALL,
        };
        if left == Interval::ALL {
            return self.clone();
        }
        Self {
            interval: overlap(self.interval, left),
            scale: self.scale.clone().or_else(|| other.scale.clone()),
            by_setting: self.by_setting || other.by_setting,
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        match (self.interval.low, self.interval.high) {
            (End::Unbounded, _) | (_, End::Unbounded) => false,
            (End::Closed(low), End::Closed(high)) => low > high,
            (End::Closed(low) | End::Open(low), End::Closed(high) | End::Open(high)) => low >= high,
        }
    }
}

/// Whether the comparison can come out *yes* for some numbers of the two.
pub(super) fn can_hold(comparison: Comparison, left: &Bounds, right: &Bounds) -> bool {
    if !left.on_scale_of(right) {
        return true;
    }
    let (a, b) = (left.interval, right.interval);
    match comparison {
        Comparison::Less => !b.surely_at_most(a),
        Comparison::AtMost => !b.surely_below(a),
        Comparison::Greater => !a.surely_at_most(b),
        Comparison::AtLeast => !a.surely_below(b),
        Comparison::Equal | Comparison::CanBe => a.meets(b),
        Comparison::Unequal => a.single().is_none() || a.single() != b.single(),
        Comparison::Is
        | Comparison::IsNot
        | Comparison::OneOf
        | Comparison::KindOf
        | Comparison::Contains
        | Comparison::InTable => true,
    }
}

/// The comparison that comes out *yes* where this one comes out *no*.
pub(super) fn opposite(comparison: Comparison) -> Option<Comparison> {
    match comparison {
        Comparison::Equal | Comparison::CanBe => Some(Comparison::Unequal),
        Comparison::Unequal => Some(Comparison::Equal),
        Comparison::Less => Some(Comparison::AtLeast),
        Comparison::AtMost => Some(Comparison::Greater),
        Comparison::Greater => Some(Comparison::AtMost),
        Comparison::AtLeast => Some(Comparison::Less),
        Comparison::Is
        | Comparison::IsNot
        | Comparison::OneOf
        | Comparison::KindOf
        | Comparison::Contains
        | Comparison::InTable => None,
    }
}

/// The comparison with its sides changed over.
pub(super) fn turned_round(comparison: Comparison) -> Comparison {
    match comparison {
        Comparison::Less => Comparison::Greater,
        Comparison::AtMost => Comparison::AtLeast,
        Comparison::Greater => Comparison::Less,
        Comparison::AtLeast => Comparison::AtMost,
        Comparison::Equal
        | Comparison::Unequal
        | Comparison::CanBe
        | Comparison::Is
        | Comparison::IsNot
        | Comparison::OneOf
        | Comparison::KindOf
        | Comparison::Contains
        | Comparison::InTable => comparison,
    }
}

/// On which sides of a second value a first may lie: below, at, above.
pub(super) fn sides(comparison: Comparison) -> u8 {
    match comparison {
        Comparison::Less => 0b001,
        Comparison::AtMost => 0b011,
        Comparison::Greater => 0b100,
        Comparison::AtLeast => 0b110,
        Comparison::Equal => 0b010,
        Comparison::Unequal => 0b101,
        Comparison::CanBe
        | Comparison::Is
        | Comparison::IsNot
        | Comparison::OneOf
        | Comparison::KindOf
        | Comparison::Contains
        | Comparison::InTable => 0b111,
    }
}

fn opened(end: End) -> End {
    match end {
        End::Unbounded => End::Unbounded,
        End::Closed(n) | End::Open(n) => End::Open(n),
    }
}

fn overlap(a: Interval, b: Interval) -> Interval {
    let tighter = |a: End, b: End, of: fn(&Exact, &Exact) -> bool| match (a, b) {
        (End::Unbounded, other) | (other, End::Unbounded) => other,
        (End::Closed(x) | End::Open(x), End::Closed(y) | End::Open(y)) if x == y => {
            if matches!(a, End::Open(_)) {
                a
            } else {
                b
            }
        }
        (End::Closed(x) | End::Open(x), End::Closed(y) | End::Open(y)) => {
            if of(&x, &y) {
                a
            } else {
                b
            }
        }
    };
    Interval { low: tighter(a.low, b.low, |x, y| x > y), high: tighter(a.high, b.high, |x, y| x < y) }
}

/// The number of a day, to compare days by.
fn day_number(date: Date) -> Exact {
    let (year, day) = (i128::from(date.year()), i128::from(date.day_of_year()));
    Exact::whole(year * 366 + day)
}

/// What is left of everything that conditions speak of, each with the condition that said it last.
#[derive(Clone, Default)]
pub(super) struct Remaining {
    /// Numbers, by the key of the expression and its scale.
    pub(super) numbers: FxHashMap<(u64, Option<Scale>), (Bounds, Span)>,
    /// The sides of one value on which another lies, by their keys.
    pub(super) sides: FxHashMap<(u64, u64), (u8, Span)>,
    /// Words: either those that are possible, or those that are not.
    pub(super) words: FxHashMap<u64, (Allowed, Span)>,
    /// How conditions came out, by their keys.
    pub(super) came: FxHashMap<u64, (bool, Span)>,
    /// What the text gives, and what it does not.
    pub(super) there: FxHashMap<String, (bool, Span)>,
}

/// The words that a value may be.
#[derive(Clone, Debug)]
pub(super) enum Allowed {
    Only(Vec<String>),
    Not(Vec<String>),
}

impl Allowed {
    /// What both allow; none where nothing is left.
    pub(super) fn and(&self, other: &Self) -> Option<Self> {
        let both = match (self, other) {
            (Self::Only(a), Self::Only(b)) => Self::Only(a.iter().filter(|word| b.contains(word)).cloned().collect()),
            (Self::Only(only), Self::Not(not)) | (Self::Not(not), Self::Only(only)) => {
                Self::Only(only.iter().filter(|word| !not.contains(word)).cloned().collect())
            }
            (Self::Not(a), Self::Not(b)) => Self::Not(a.iter().chain(b).cloned().collect()),
        };
        match &both {
            Self::Only(words) if words.is_empty() => None,
            Self::Only(_) | Self::Not(_) => Some(both),
        }
    }
}
