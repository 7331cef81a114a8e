//! Intervals of exact rationals: what a wording can mean.

use super::exact::Exact;
use std::cmp::Ordering;

/// One end of an interval.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum End {
    /// There is no bound on this side.
    Unbounded,
    /// The bound itself is allowed.
    Closed(Exact),
    /// Everything up to the bound, but not the bound.
    Open(Exact),
}

impl End {
    /// The number at this end.
    pub fn number(self) -> Option<Exact> {
        match self {
            Self::Unbounded => None,
            Self::Closed(n) | Self::Open(n) => Some(n),
        }
    }

    fn map(self, with: impl FnOnce(Exact) -> Option<Exact>) -> Self {
        match self {
            Self::Unbounded => Self::Unbounded,
            Self::Closed(n) => with(n).map_or(Self::Unbounded, Self::Closed),
            Self::Open(n) => with(n).map_or(Self::Unbounded, Self::Open),
        }
    }

    /// Two ends met in one operation: open where either is, unbounded where either is or 128 bits do not suffice.
    fn join(self, other: Self, with: impl FnOnce(Exact, Exact) -> Option<Exact>) -> Self {
        match (self, other) {
            (Self::Unbounded, _) | (_, Self::Unbounded) => Self::Unbounded,
            (Self::Closed(a), Self::Closed(b)) => with(a, b).map_or(Self::Unbounded, Self::Closed),
            (Self::Closed(a) | Self::Open(a), Self::Closed(b) | Self::Open(b)) => {
                with(a, b).map_or(Self::Unbounded, Self::Open)
            }
        }
    }
}

/// Everything between two ends. It always holds at least one number as read from a text; arithmetic
/// that leaves 128 bits widens it, which only makes the linter quieter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Interval {
    /// The lower end.
    pub low: End,
    /// The upper end.
    pub high: End,
}

impl Interval {
    /// Every number.
    pub const ALL: Self = Self { low: End::Unbounded, high: End::Unbounded };

    /// One number.
    pub const fn exactly(n: Exact) -> Self {
        Self { low: End::Closed(n), high: End::Closed(n) }
    }

    /// `[low, high]`.
    pub const fn closed(low: Exact, high: Exact) -> Self {
        Self { low: End::Closed(low), high: End::Closed(high) }
    }

    /// `[low, high)`.
    pub const fn half_open(low: Exact, high: Exact) -> Self {
        Self { low: End::Closed(low), high: End::Open(high) }
    }

    /// `(n, ∞)`.
    pub const fn above(n: Exact) -> Self {
        Self { low: End::Open(n), high: End::Unbounded }
    }

    /// `[n, ∞)`.
    pub const fn at_least(n: Exact) -> Self {
        Self { low: End::Closed(n), high: End::Unbounded }
    }

    /// The only number, where there is but one.
    pub fn single(self) -> Option<Exact> {
        match (self.low, self.high) {
            (End::Closed(a), End::Closed(b)) if a == b => Some(a),
            _ => None,
        }
    }

    /// The middle, where both ends are known; else the end that is.
    pub fn middle(self) -> Option<Exact> {
        match (self.low.number(), self.high.number()) {
            (Some(a), Some(b)) => a.plus(b)?.over(Exact::whole(2)),
            (a, b) => a.or(b),
        }
    }

    /// Whether every number of this lies under every number of `other`.
    pub fn surely_below(self, other: Self) -> bool {
        match (self.high, other.low) {
            (End::Closed(a), End::Closed(b)) => a < b,
            (End::Closed(a) | End::Open(a), End::Closed(b) | End::Open(b)) => a <= b,
            _ => false,
        }
    }

    /// Whether no number of this lies above any number of `other`: `a <= b` for all.
    pub fn surely_at_most(self, other: Self) -> bool {
        match (self.high.number(), other.low.number()) {
            (Some(a), Some(b)) => a <= b,
            _ => false,
        }
    }

    /// Whether the two share a number.
    pub fn meets(self, other: Self) -> bool {
        !self.surely_below(other) && !other.surely_below(self)
    }

    /// Whether all of `other` lies in this.
    pub fn holds(self, other: Self) -> bool {
        let low = match (self.low, other.low) {
            (End::Unbounded, _) => true,
            (_, End::Unbounded) => false,
            (End::Open(a), End::Closed(b)) => a < b,
            (End::Closed(a) | End::Open(a), End::Closed(b) | End::Open(b)) => a <= b,
        };
        let high = match (self.high, other.high) {
            (End::Unbounded, _) => true,
            (_, End::Unbounded) => false,
            (End::Open(a), End::Closed(b)) => b < a,
            (End::Closed(a) | End::Open(a), End::Closed(b) | End::Open(b)) => b <= a,
        };
        low && high
    }

    /// The sum.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        Self { low: self.low.join(other.low, Exact::plus), high: self.high.join(other.high, Exact::plus) }
    }

    /// The interval with the other sign.
    #[must_use]
    pub fn negated(self) -> Self {
        let flip = |end: End| end.map(|n| Some(n.negated()));
        Self { low: flip(self.high), high: flip(self.low) }
    }

    /// The difference. `x - x` widens.
    #[must_use]
    pub fn minus(self, other: Self) -> Self {
        self.plus(other.negated())
    }

    /// The interval times one number.
    #[must_use]
    pub fn scaled(self, by: Exact) -> Self {
        if by == Exact::ZERO {
            return Self::exactly(Exact::ZERO);
        }
        let scale = |end: End| end.map(|n| n.times(by));
        if by < Exact::ZERO {
            Self { low: scale(self.high), high: scale(self.low) }
        } else {
            Self { low: scale(self.low), high: scale(self.high) }
        }
    }

    /// The product.
    #[must_use]
    pub fn times(self, other: Self) -> Self {
        if let Some(n) = other.single() {
            return self.scaled(n);
        }
        if let Some(n) = self.single() {
            return other.scaled(n);
        }
        let zero = Self::exactly(Exact::ZERO);
        // Two intervals that cannot be negative are the only unbounded case that keeps a bound.
        if zero.surely_at_most(self) && zero.surely_at_most(other) {
            return Self {
                low: self.low.join(other.low, Exact::times),
                high: self.high.join(other.high, Exact::times),
            };
        }
        let corners = [(self.low, other.low), (self.low, other.high), (self.high, other.low), (self.high, other.high)];
        Self::hull(corners.into_iter().map(|(a, b)| a.join(b, Exact::times)))
    }

    /// The quotient; everything where the divisor may be zero.
    #[must_use]
    pub fn over(self, other: Self) -> Self {
        let zero = Self::exactly(Exact::ZERO);
        if other.meets(zero) {
            return Self::ALL;
        }
        let inverse = |end: End, far: End| match end {
            // One over ever larger numbers comes as near to zero as one likes, and never there.
            End::Unbounded => match far {
                End::Unbounded => End::Unbounded,
                End::Closed(_) | End::Open(_) => End::Open(Exact::ZERO),
            },
            End::Closed(_) | End::Open(_) => end.map(|n| Exact::ONE.over(n)),
        };
        let inverse = Self { low: inverse(other.high, other.low), high: inverse(other.low, other.high) };
        self.times(inverse)
    }

    /// The distance from zero.
    #[must_use]
    pub fn abs(self) -> Self {
        let zero = Self::exactly(Exact::ZERO);
        if zero.surely_at_most(self) {
            self
        } else if self.surely_at_most(zero) {
            self.negated()
        } else {
            let other = self.negated();
            Self { low: End::Closed(Exact::ZERO), high: wider_high(self.high, other.high) }
        }
    }

    /// The smallest interval that holds both.
    #[must_use]
    pub fn union(self, other: Self) -> Self {
        Self { low: wider_low(self.low, other.low), high: wider_high(self.high, other.high) }
    }

    fn hull(ends: impl Iterator<Item = End>) -> Self {
        let mut whole: Option<Self> = None;
        for end in ends {
            if end == End::Unbounded {
                return Self::ALL;
            }
            let point = Self { low: end, high: end };
            whole = Some(whole.map_or(point, |whole| whole.union(point)));
        }
        whole.unwrap_or(Self::ALL)
    }
}

fn wider_low(a: End, b: End) -> End {
    match (a, b) {
        (End::Unbounded, _) | (_, End::Unbounded) => End::Unbounded,
        (End::Closed(x) | End::Open(x), End::Closed(y) | End::Open(y)) => match x.cmp(&y) {
            Ordering::Less => a,
            Ordering::Equal if matches!(a, End::Closed(_)) => a,
            Ordering::Equal | Ordering::Greater => b,
        },
    }
}

fn wider_high(a: End, b: End) -> End {
    match (a, b) {
        (End::Unbounded, _) | (_, End::Unbounded) => End::Unbounded,
        (End::Closed(x) | End::Open(x), End::Closed(y) | End::Open(y)) => match x.cmp(&y) {
            Ordering::Greater => a,
            Ordering::Equal if matches!(a, End::Closed(_)) => a,
            Ordering::Equal | Ordering::Less => b,
        },
    }
}
