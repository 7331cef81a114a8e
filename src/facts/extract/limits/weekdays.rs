//! Two days of one sentence with their weekdays, which must lie as far apart as the days: "Thursday 12 March and Saturday
//! 13 March".

use super::{Bounds, Reading, note};
use crate::facts::date::Precision;
use crate::facts::exact::Exact;
use crate::facts::model::Date;
use crate::facts::names::Certainty;
use jiff::Unit;

/// Days farther apart may be of two years.
const FAR: i32 = 50;

/// Reads the pairs of days that stand beside each other.
pub(super) fn read(reading: &mut Reading<'_>) {
    for index in 1..reading.facts.dates.len() {
        let dates = &reading.facts.dates;
        let (Some(one), Some(two)) = (dates.get(index - 1), dates.get(index)) else { return };
        if one.at.sentence != two.at.sentence {
            continue;
        }
        let Some((told, apart)) = apart(one, two) else { continue };
        let (figure, by) = ((Exact::from(told), two.at.span), one.at.span);
        note(reading, "weekdays", figure, by, Bounds::just(Exact::from(apart)));
    }
}

/// How many days of a week lie between the two weekdays, and between the two days.
fn apart(one: &Date, two: &Date) -> Option<(i64, i64)> {
    let plain = |date: &&Date| {
        let whole = date.precision == Precision::Day && date.day.is_some() && !date.explicit && !date.relative;
        whole && !date.at.negated && date.at.certainty != Certainty::Weak
    };
    let (one, two) = (Some(one).filter(plain)?, Some(two).filter(plain)?);
    let (from, to) = (one.value?.first, two.value?.first);
    // A leap day may lie between.
    let leap = (from.month() <= 2) != (to.month() <= 2);
    let days = from.until((Unit::Day, to)).ok()?.get_days();
    let told = i64::from(two.weekday?.0.since(one.weekday?.0));
    (!leap && days.abs() <= FAR).then(|| (told, i64::from(days.rem_euclid(7))))
}
