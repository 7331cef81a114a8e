//! Quantities: an interval with what it is a quantity of.

use super::exact::Exact;
use super::interval::Interval;
use std::sync::Arc;

/// Powers of the base dimensions; a speed is length 1, time -1.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Dimension {
    /// Metre.
    pub length: i8,
    /// Kilogram.
    pub mass: i8,
    /// Day.
    pub time: i8,
    /// Kelvin, as a point of the scale.
    pub temperature: i8,
    /// Kelvin, as a difference.
    pub warmth: i8,
    /// Ampere.
    pub current: i8,
    /// Bit.
    pub data: i8,
    /// Radian and degree of arc.
    pub angle: i8,
    /// What does not convert into any of these, told apart by the number (people, calories of a diet…).
    pub other: i8,
}

/// A unit of measure: a value in it times `factor` plus `offset` is a value in the base unit.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Unit {
    /// The full singular name in British spelling: `kilometre per hour`, `degree celsius`.
    pub name: Box<str>,
    /// What it measures.
    pub dimension: Dimension,
    /// How many base units one is. `None` where the unit has no fixed size (a cup, a ton unnamed).
    pub factor: Option<Exact>,
    /// What is added after the factor; only temperatures have one.
    pub offset: Exact,
}

/// What a quantity is a quantity of; quantities compare only where these agree or convert.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Measured {
    /// A plain number, or a number of things.
    Number,
    /// A percentage: 72 for 72%.
    Percent,
    /// Percentage points: 2 for two points.
    Points,
    /// A share of one: 0.25 for a quarter.
    Share,
    /// An amount of money, in the currency's main unit; the ISO code, or the name where it is not certain.
    Money(Box<str>),
    /// A length of time in days, a year being 365.2425 days and a month a twelfth of it.
    Time,
    /// A physical quantity in base units.
    Physical(Dimension),
}

/// What a wording can mean: an interval and its kind, with the unit that it was written in.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Quantity {
    /// The interval, in base units for time and physical quantities.
    pub interval: Interval,
    /// What it is a quantity of.
    pub measured: Measured,
    /// The unit as written, to print a worked-out value in.
    pub unit: Option<Arc<Unit>>,
}

impl Quantity {
    /// A plain number.
    pub fn number(interval: Interval) -> Self {
        Self { interval, measured: Measured::Number, unit: None }
    }

    /// A quantity without a unit of its own.
    pub fn of(interval: Interval, measured: Measured) -> Self {
        Self { interval, measured, unit: None }
    }
}
