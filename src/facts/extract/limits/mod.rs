//! Figures held against what a table or the words beside them allow: "won 700 seats in the House of Commons", "its 30th
//! annual fair", "won the cup in 1090", "a 48km-high fence", "P10 W6 D2 L2 Pts 22", "two orders of magnitude, from 10 to
//! 100", "born in 1962, she died in 2015 at 63", "75% of the ten", "the tallest, at 210m, beside one of 245m".
//!
//! Each starts from facts that were read already, or from a word that hardly any text has.

mod again;
mod age_word;
mod ages;
mod alive;
mod american;
mod annuity;
mod bounded;
mod broken;
mod called;
mod century;
mod chamber;
mod course;
mod cycle;
mod dated;
mod deadline;
mod deed;
mod definition;
mod edition;
mod element;
pub(super) mod existence;
mod far_year;
mod feast;
mod fixed;
mod games;
mod granularity;
mod half_day;
mod halves;
mod heat;
mod hours;
mod invention;
mod joined;
mod kin;
mod known;
mod known_day;
mod league;
mod leap;
mod lifetime;
mod magnitude;
mod most_of;
mod oldest;
mod order;
mod over_all;
mod pace;
mod per_head;
mod per_many;
mod planet;
mod population;
mod price;
mod profit;
mod scale;
mod sets;
mod short;
mod size;
pub(super) mod slower;
mod split;
mod stake;
mod stamp;
pub(super) mod superlative;
mod tallies;
mod that_part;
mod unit_price;
mod votes;
mod wealth;
mod weekdays;

use super::Reading;
use crate::facts::exact::Exact;
use crate::facts::interval::Interval;
use crate::facts::model::{Figure, Limit, Name};
use crate::facts::names::Certainty;
use crate::facts::quantity::Quantity;
use crate::source::Span;

/// Reads all limits.
pub(super) fn read(reading: &mut Reading<'_>) {
    for index in 0..reading.facts.counts.len() {
        let Some(count) = reading.facts.counts.get(index) else { return };
        match &*count.noun.key {
            "seat" => {
                chamber::read(reading, index);
                short::read(reading, index);
            }
            "member" => {
                chamber::read(reading, index);
                votes::read(reading, index);
                split::read(reading, index);
            }
            "judge" | "justice" | "juror" | "councillor" | "commissioner" => {
                votes::read(reading, index);
                split::read(reading, index);
            }
            "order" => magnitude::read(reading, index),
            _ => {}
        }
        fixed::read(reading, index);
        joined::read(reading, index);
        votes::divided(reading, index);
    }
    edition::read(reading);
    cycle::read(reading);
    invention::read(reading);
    invention::asked(reading);
    size::read(reading);
    halves::read(reading);
    league::read(reading);
    stamp::read(reading);
    deadline::read(reading);
    lifetime::read(reading);
    granularity::read(reading);
    price::read(reading);
    bounded::read(reading);
    over_all::read(reading);
    element::read(reading);
    planet::read(reading);
    superlative::read(reading);
    definition::read(reading);
    wealth::read(reading);
    most_of::read(reading);
    unit_price::read(reading);
    per_head::read(reading);
    known_day::read(reading);
    deed::read(reading);
    order::read(reading);
    existence::read(reading);
    alive::read(reading);
    heat::read(reading);
    population::read(reading);
    scale::read(reading);
    known::read(reading);
    sets::read(reading);
    tallies::read(reading);
    ages::read(reading);
    called::read(reading);
    age_word::read(reading);
    kin::read(reading);
    again::read(reading);
    annuity::read(reading);
    stake::read(reading);
    pace::read(reading);
    that_part::read(reading);
    hours::read(reading);
    course::read(reading);
    feast::read(reading);
    weekdays::read(reading);
    century::read(reading);
    century::styles(reading);
    leap::read(reading);
    oldest::read(reading);
    far_year::read(reading);
    half_day::read(reading);
    known_day::millennium(reading);
    broken::read(reading);
    slower::read(reading);
    games::read(reading);
    dated::read(reading);
    per_many::read(reading);
    profit::read(reading);
    reading.facts.limits.sort_by_key(|limit| limit.at.span);
}

/// What a figure is held against.
#[derive(Clone, Copy)]
pub(super) struct Bounds {
    pub(super) least: Option<Exact>,
    pub(super) most: Option<Exact>,
}

impl Bounds {
    /// No more than that.
    fn up_to(most: Exact) -> Self {
        Self { least: None, most: Some(most) }
    }

    /// Just that.
    fn just(figure: Exact) -> Self {
        Self { least: Some(figure), most: Some(figure) }
    }

    /// What is worked out as `value`, in base units, for a figure that is told in a unit of its own, with room: the least
    /// is so large a part of the lower end, the most of the higher.
    fn around(value: Interval, told: (&Quantity, &Figure), least: (i128, i128), most: (i128, i128)) -> Option<Self> {
        let unit = told.0.interval.middle()?.over(told.1.value.middle()?)?;
        let end = |end: Exact, (over, under): (i128, i128)| end.over(unit)?.times(Exact::fraction(over, under)?);
        let (low, high) = (value.low.number()?, value.high.number()?);
        Some(Self { least: Some(end(low, least)?), most: Some(end(high, most)?) })
    }
}

/// Notes a figure and what sets its limit.
pub(super) fn note(reading: &mut Reading<'_>, of: &'static str, figure: (Exact, Span), by: Span, bounds: Bounds) {
    let whole = if figure.1.start <= by.start { figure.1.to(by) } else { by.to(figure.1) };
    let by = Name { key: reading.text.lowered(by).into(), span: by };
    let at = reading.at(whole, Certainty::Likely);
    reading.facts.limits.push(Limit { at, of, figure, least: bounds.least, most: bounds.most, by });
}
