//! From base units to the unit that a quantity carries, and back.

use crate::facts::exact::Exact;
use crate::facts::quantity::{Measured, Quantity};

/// How a unit lies on its base unit: a value in it times `factor` plus `offset` is one in base units.
#[derive(Clone, Copy, Debug)]
pub(super) struct Scale {
    factor: Exact,
    offset: Exact,
}

impl Scale {
    /// The scale of the unit that the quantity carries; differences of temperatures have no offset.
    pub(super) fn of(quantity: &Quantity) -> Self {
        let unit = quantity.unit.as_deref();
        let factor = unit.and_then(|unit| unit.factor).unwrap_or(Exact::ONE);
        let is_point = matches!(&quantity.measured, Measured::Physical(dimension) if dimension.temperature != 0);
        let offset = unit.filter(|_| is_point).map_or(Exact::ZERO, |unit| unit.offset);
        Self { factor, offset }
    }

    /// A value in base units, in the unit.
    pub(super) fn in_unit(self, n: Exact) -> Option<Exact> {
        n.minus(self.offset)?.over(self.factor)
    }

    /// A value in the unit, in base units.
    pub(super) fn in_base(self, n: Exact) -> Option<Exact> {
        n.times(self.factor)?.plus(self.offset)
    }
}
