//! Figures: numbers, counts, measures, money, shares.

use super::{At, Figure, Index, Noun};
use crate::facts::date::DateRange;
use crate::facts::exact::Exact;
use crate::facts::names::{MalformedKind, PercentRole, Role, UnitKind};
use crate::facts::quantity::{Quantity, Unit};
use crate::source::Span;
use std::sync::Arc;

fact_structs! {
    /// A bare number that counts or measures nothing nameable.
    Number { /// The figure.
        figure: Figure, }
    /// A place in an order: "third", "21st".
    Ordinal { /// The figure.
        figure: Figure, /// What is ordered, where it follows.
        noun: Option<Noun>, }
    /// A number of things.
    Count { /// The figure.
        figure: Figure, /// What is counted.
        noun: Noun, /// What it is told for: "day" in "12 calls a day".
        per: Option<Box<str>>, /// The event that the count takes part in.
        event: Option<Index>, /// How it hangs on the event.
        role: Role, /// Who says it.
        source: Index, /// The day that the count was true.
        as_of: Option<DateRange>, /// The count that this one replaces ("revised from").
        revises: Option<Index>,
        /// The number stands alone and its noun was taken from an earlier count ("36 … 12 in the north").
        elided: bool, }
    /// A quantity with a physical unit, temperatures among them.
    Measure { /// The figure, in the unit as written.
        figure: Figure, /// The value in base units.
        value: Quantity, /// The unit.
        unit: Arc<Unit>, /// The unit as it stands in the text.
        unit_span: Span, /// What is measured.
        of: Option<Noun>, /// The event that it takes part in.
        event: Option<Index>, }
    /// An amount of money.
    Money { /// The figure, in the unit as written.
        figure: Figure, /// The value in the currency's main unit.
        value: Quantity, /// ISO code where certain, else the currency's name.
        currency: Box<str>,
        /// What one amount is paid for: "barrel" in "$40 a barrel".
        per: Option<Box<str>>, /// The event that it takes part in.
        event: Option<Index>, }
    /// A percentage.
    Percent { /// The figure.
        figure: Figure, /// What the percentage does.
        role: PercentRole, /// What it is a share of.
        whole: Option<Noun>, /// The event that it takes part in.
        event: Option<Index>, }
    /// Percentage points or basis points (a hundredth each).
    Points { /// The figure, as written.
        figure: Figure, /// The value in percentage points.
        value: Quantity, }
    /// A share written as a fraction: "one in five", "two-thirds", "3 out of 10".
    Ratio { /// The figure, as a share of one.
        figure: Figure, /// What it is a share of.
        whole: Option<Noun>, }
    /// Any figure that takes part in a change.
    AnyQuantity { /// The figure as written.
        figure: Figure, /// The value.
        value: Quantity, /// What kind of unit it has.
        unit: UnitKind, }
    /// A range whose first end lies above its second: "between nine and seven".
    Range { /// The first end as written.
        first: Exact, /// The second end as written.
        second: Exact, /// The words of the first end.
        first_span: Span, /// The words of the second end.
        second_span: Span,
        /// Whether the wording can only be a range ("between … and …").
        closed: bool, }
    /// A number that cannot be written so: "6,5000,000", "92% percent".
    Malformed { /// In which way.
        kind: MalformedKind, /// What is wrong with it, for a message.
        fault: Box<str>, }
}
