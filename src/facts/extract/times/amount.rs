//! A number of units of time, as it is read: its count, its hedge, its TIMEX3 value.

use super::words::Unit;
use super::{Item, Length, What, timex};
use crate::facts::exact::Exact;
use crate::facts::interval::Interval;
use crate::facts::model::{Figure, Style};
use crate::facts::names::{Certainty, Hedge};
use crate::source::Span;

/// A unit's length in days: a year is 365.2425 days, a month a twelfth of it.
pub(super) fn days(unit: Unit) -> Exact {
    let fraction = |over, under| Exact::fraction(over, under).unwrap_or(Exact::ONE);
    match unit {
        Unit::Second => fraction(1, 86_400),
        Unit::Minute => fraction(1, 1_440),
        Unit::Hour => fraction(1, 24),
        Unit::Day => Exact::ONE,
        Unit::Week => Exact::whole(7),
        Unit::Fortnight => Exact::whole(14),
        Unit::Month => fraction(3_652_425, 120_000),
        Unit::Quarter => fraction(3_652_425, 40_000),
        Unit::Year => fraction(3_652_425, 10_000),
        Unit::Decade => fraction(3_652_425, 1_000),
        Unit::Century => fraction(3_652_425, 100),
    }
}

/// A number of units as read.
#[derive(Clone, Debug)]
pub(super) struct Amount {
    pub(super) count: Option<Exact>,
    pub(super) value: Interval,
    pub(super) unit: Unit,
    pub(super) first: usize,
    pub(super) end: usize,
    pub(super) span: Span,
    pub(super) style: Style,
    pub(super) certainty: Certainty,
    /// The two ends of "12 to 18 months".
    pub(super) ends: Option<(Exact, Exact)>,
    pub(super) hedge: Hedge,
    pub(super) hedge_span: Option<Span>,
}

impl Amount {
    /// The TIMEX3 value: `P3D`, `P2Y6M`, `PXY`.
    pub(super) fn timex(&self) -> String {
        if let Some((_, high)) = self.ends.filter(|(_, high)| high.is_whole()) {
            return timex::whole(high.floor(), self.unit);
        }
        let Some(count) = self.count else { return timex::length("X", self.unit) };
        if count.is_whole() {
            return timex::whole(count.floor(), self.unit);
        }
        // "two and a half centuries" are 250 years.
        let in_years = self.unit.years().and_then(|years| count.times(Exact::from(i64::from(years))));
        if let Some(years) = in_years.filter(|years| years.is_whole()) {
            return timex::whole(years.floor(), Unit::Year);
        }
        let below = match self.unit {
            Unit::Year => Some((12, Unit::Month, "P")),
            Unit::Hour => Some((60, Unit::Minute, "PT")),
            Unit::Minute => Some((60, Unit::Second, "PT")),
            Unit::Day => Some((24, Unit::Hour, "P")),
            Unit::Second
            | Unit::Week
            | Unit::Fortnight
            | Unit::Month
            | Unit::Quarter
            | Unit::Decade
            | Unit::Century => None,
        };
        if let Some((times, lower, _)) = below
            && let Some(rest) =
                count.minus(Exact::whole(count.floor())).and_then(|rest| rest.times(Exact::whole(times)))
            && rest.is_whole()
        {
            let rest_of = timex::whole(rest.floor(), lower);
            if count.floor() == 0 {
                return rest_of;
            }
            let whole = timex::whole(count.floor(), self.unit);
            let tail = rest_of.trim_start_matches('P');
            let tail = if whole.contains('T') { tail.trim_start_matches('T') } else { tail };
            return format!("{whole}{tail}");
        }
        timex::length(&count.to_decimal(3), self.unit)
    }

    pub(super) fn length(&self) -> Length {
        let base = days(self.unit);
        let (low, high) = match (self.ends, self.hedge) {
            (Some((low, high)), _) => (Some(low), Some(high)),
            (None, Hedge::Over | Hedge::AtLeast) => (self.count, None),
            (None, Hedge::Under | Hedge::AtMost) => (None, self.count),
            (None, Hedge::Exactly | Hedge::About | Hedge::Nearly | Hedge::Range | Hedge::Dozens) => (None, None),
        };
        Length {
            figure: Figure {
                written: self.count,
                low,
                high,
                value: self.value,
                hedge: self.hedge,
                hedge_span: self.hedge_span,
                span: self.span,
                style: self.style,
            },
            days: self.value.scaled(base),
            unit: self.unit.name(),
            timex: self.timex(),
        }
    }

    /// One reading of a number of units, without hedge.
    pub(super) fn new(count: Option<Exact>, value: Interval, unit: Unit, tokens: (usize, usize), span: Span) -> Self {
        Self {
            count,
            value,
            unit,
            first: tokens.0,
            end: tokens.1,
            span,
            style: Style { words: true, ..Style::default() },
            certainty: if count.is_some() { Certainty::Likely } else { Certainty::Weak },
            ends: None,
            hedge: if count.is_some() { Hedge::Exactly } else { Hedge::Dozens },
            hedge_span: None,
        }
    }

    pub(super) fn item(self) -> Item {
        let certainty = self.certainty;
        Item { first: self.first, end: self.end, what: What::Duration(Box::new(self.length())), certainty }
    }
}
