//! One unit twice where two were meant: "150mph (241mph)".

use crate::facts::exact::Exact;
use crate::facts::model::Measure;

/// Units that news converts, by their names: how many of the second one of the first is.
const CONVERTED: &[(&[&str], i128)] = &[
    (&["mile", "mile per hour", "kilometre", "kilometre per hour"], 16093),
    (&["foot", "metre"], 3048),
    (&["inch", "centimetre"], 25400),
    (&["yard", "metre"], 9144),
    (&["pound", "kilogram"], 4536),
    (&["acre", "hectare"], 4047),
    (&["square mile", "square kilometre"], 25900),
    (&["square foot", "square metre"], 929),
];

/// "150mph (241mph)", "41C (106C)": one unit twice, where the figures are those of a conversion.
pub(super) fn is_converted(one: &Measure, other: &Measure) -> bool {
    if one.unit.name != other.unit.name {
        return false;
    }
    let Some((first, second)) = one.figure.written.zip(other.figure.written) else { return false };
    if one.unit.name.starts_with("degree ") {
        let hundredths = |degrees: Exact| degrees.times(Exact::whole(9)).and_then(|nine| nine.over(Exact::whole(5)));
        let warm = |celsius: Exact, fahrenheit: Exact| {
            let worked_out = hundredths(celsius).and_then(|degrees| degrees.plus(Exact::whole(32)));
            let apart = worked_out.and_then(|degrees| degrees.minus(fahrenheit));
            apart.is_some_and(|apart| apart.abs() <= Exact::ONE)
        };
        return first != second && (warm(first, second) || warm(second, first));
    }
    let near = |from: Exact, to: Exact, factor: i128| {
        let share = to.over(from).and_then(|share| share.over(Exact::fraction(factor, 10_000)?));
        share.is_some_and(|share| {
            Exact::fraction(985, 1000).is_some_and(|low| low <= share)
                && Exact::fraction(1015, 1000).is_some_and(|high| share <= high)
        })
    };
    CONVERTED.iter().any(|(names, factor)| {
        names.contains(&&*one.unit.name) && (near(first, second, *factor) || near(second, first, *factor))
    })
}
