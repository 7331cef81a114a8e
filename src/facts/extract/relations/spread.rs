//! So much of something on each unit of ground or of what holds it: "at 1,200 pounds an acre, 3m acres shed 1.9m tons".

use super::{Reading, Spot, SpotKind, Spots, figure, weaker};
use crate::facts::exact::Exact;
use crate::facts::interval::Interval;
use crate::facts::model::{AnyQuantity, Average};
use crate::facts::names::{Certainty, UnitKind};
use crate::facts::quantity::{Dimension, Quantity};
use crate::facts::units;

/// The three measures of a sentence that has no other figures.
pub(super) fn read(reading: &mut Reading<'_>, spots: &Spots) {
    for [a, b, c] in spots.threes() {
        if ![a, b, c].iter().all(|spot| spot.kind == SpotKind::Measure && spot.is_firm()) {
            continue;
        }
        // What is told for each comes first or second, what they come to last.
        let found = [(a, b), (b, a)].into_iter().find_map(|(each, number)| product(reading, each, number, c));
        if let Some(quantities) = found {
            note(reading, [a, b, c], quantities);
        }
    }
    // Other readers find averages, too.
    reading.facts.averages.sort_by_key(|average| average.at.span.start);
}

/// The total, the number and each, as numbers of the two units of "1,200 pounds per acre".
fn product(reading: &Reading<'_>, each: Spot, number: Spot, total: Spot) -> Option<[AnyQuantity; 3]> {
    let measure = |spot: Spot| reading.facts.measures.get(spot.index as usize);
    let (each_of, number_of, total_of) = (measure(each)?, measure(number)?, measure(total)?);
    let (much, unit) = each_of.unit.name.split_once(" per ")?;
    let (much, unit) = (units::by_word(much)?, units::by_word(unit)?);
    // A speed and a time are a way, but few go at one speed.
    if unit.dimension == (Dimension { time: 1, ..Dimension::default() }) || unit.dimension != number_of.unit.dimension {
        return None;
    }
    let mass = Dimension { mass: 1, ..Dimension::default() };
    let sizes = match total_of.unit.factor {
        Some(factor) if total_of.unit.dimension == much.dimension => Interval::exactly(factor),
        // A ton is of 2,000 pounds, of 2,240 or of 1,000 kilograms.
        None if &*total_of.unit.name == "ton" && much.dimension == mass => {
            Interval::closed(Exact::whole(907), Exact::whole(1016))
        }
        Some(_) | None => return None,
    };
    let times = number_of.unit.factor?.over(unit.factor?)?;
    let one = Interval::exactly(much.factor?);
    let plain = |spot: Spot, by: &dyn Fn(Interval) -> Interval| {
        let figure = figure(reading, &spot)?.clone();
        figure.written?;
        let value = Quantity::number(by(figure.value));
        Some(AnyQuantity { at: spot.at, figure, value, unit: UnitKind::Count })
    };
    Some([
        plain(total, &|value| value.times(sizes).over(one))?,
        plain(number, &|value| value.scaled(times))?,
        plain(each, &|value| value)?,
    ])
}

fn note(reading: &mut Reading<'_>, three: [Spot; 3], quantities: [AnyQuantity; 3]) {
    let [a, b, c] = three;
    let certainty = weaker(weaker(a.at.certainty, b.at.certainty), c.at.certainty);
    if certainty == Certainty::Weak {
        return;
    }
    let at = reading.at(a.at.span.to(c.at.span), certainty);
    let next = reading.facts.quantities.len() as u32;
    reading.facts.quantities.extend(quantities);
    reading.facts.averages.push(Average { at, total: next, number: next + 1, each: next + 2 });
}
