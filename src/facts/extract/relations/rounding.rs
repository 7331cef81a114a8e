//! What the digits of a written number can stand for, when it was rounded to be printed.

use crate::facts::exact::Exact;
use crate::facts::interval::Interval;
use crate::facts::model::{AnyQuantity, Style};
use crate::facts::names::{Hedge, UnitKind};

/// How many times as large as its neighbour a figure may be and still be told as finely.
const LARGER: i128 = 4;

/// Reads the figures of one relation as told to one fineness: 9,000 beside 7,800 and 1,400 is 9,000 to the hundred,
/// and 6% beside 5.4% is 6.0%.
///
/// One zero more than a neighbour has comes about by itself, one time in ten; two zeros more only where two
/// neighbours are as fine as each other. Beside 7,834 a 9,000 is more likely a rough figure.
pub(super) fn share_fineness(figures: &mut [&mut AnyQuantity]) {
    let places: Vec<Option<i32>> = figures.iter().map(|figure| place(figure)).collect();
    let finer: Vec<Option<i32>> = figures
        .iter()
        .zip(&places)
        .map(|(figure, place)| {
            let neighbours = || {
                figures.iter().zip(&places).filter(|(other, _)| is_alike(figure, other)).filter_map(|(_, place)| *place)
            };
            let own = (*place)?;
            let finest = neighbours().min().filter(|&finest| finest < own)?;
            let as_fine = neighbours().filter(|&place| place == finest).count();
            (own - finest <= 1 || own - finest == 2 && as_fine > 1).then_some(finest)
        })
        .collect();
    for (figure, place) in figures.iter_mut().zip(finer) {
        if let Some(place) = place {
            narrow(figure, place);
        }
    }
}

/// The power of ten of the last digit that counts.
fn place(figure: &AnyQuantity) -> Option<i32> {
    let style = figure.figure.style;
    let written = figure.figure.written.filter(|_| figure.figure.hedge == Hedge::Exactly)?;
    let zeros = match figure.unit {
        UnitKind::Percent | UnitKind::Points => 0,
        UnitKind::Count
        | UnitKind::Money
        | UnitKind::Length
        | UnitKind::Area
        | UnitKind::Mass
        | UnitKind::Volume
        | UnitKind::Time
        | UnitKind::Speed
        | UnitKind::Temperature
        | UnitKind::Data
        | UnitKind::Other => trailing_zeros(written),
    };
    Some(if style.decimals > 0 { i32::from(style.scale) - i32::from(style.decimals) } else { zeros })
}

/// Whether two figures are written in one way, and the one is not much larger.
fn is_alike(figure: &AnyQuantity, other: &AnyQuantity) -> bool {
    let (a, b) = (figure.figure.style, other.figure.style);
    let sizes = figure.figure.written.zip(other.figure.written);
    let near = sizes.is_some_and(|(figure, other)| {
        other.abs().times(Exact::whole(LARGER)).is_some_and(|most| figure.abs() <= most)
    });
    a.words == b.words && a.scale == b.scale && figure.value.measured == other.value.measured && near
}

/// Half a unit of a place, either way, where that says more than the figure alone.
fn narrow(figure: &mut AnyQuantity, place: i32) {
    let half = Exact::power_of_ten(place).and_then(|unit| unit.over(Exact::whole(2)));
    let Some((written, half)) = figure.figure.written.zip(half) else { return };
    let Some((low, high)) = written.minus(half).zip(written.plus(half)) else { return };
    let told = Interval::closed(low, high);
    if !figure.figure.value.holds(told) {
        return;
    }
    let base = match &figure.value.unit {
        Some(unit) => unit.factor.map(|factor| told.scaled(factor).plus(Interval::exactly(unit.offset))),
        // Pence are counted in pounds.
        None => (figure.value.interval == figure.figure.value).then_some(told),
    };
    if let Some(interval) = base.filter(|&base| figure.value.interval.holds(base)) {
        figure.value.interval = interval;
        figure.figure.value = told;
    }
}

/// Half a unit of the last digit that counts, either way: 161 is 160.5 to 161.5, and 1,200 is 1,150
/// to 1,250.
pub(super) fn rounded(written: Exact, style: Style) -> Interval {
    let half = half_unit(written, style);
    let low = written.minus(half).unwrap_or(written);
    let high = written.plus(half).unwrap_or(written);
    Interval::closed(low, high)
}

fn half_unit(written: Exact, style: Style) -> Exact {
    let place =
        if style.decimals > 0 { i32::from(style.scale) - i32::from(style.decimals) } else { trailing_zeros(written) };
    let unit = Exact::power_of_ten(place).unwrap_or(Exact::ONE);
    unit.over(Exact::whole(2)).unwrap_or(Exact::ONE)
}

fn trailing_zeros(written: Exact) -> i32 {
    let mut rest = written.abs();
    let ten = Exact::whole(10);
    let mut zeros = 0;
    if rest == Exact::ZERO || !rest.is_whole() {
        return 0;
    }
    while zeros < 30 {
        match rest.over(ten).filter(|next| next.is_whole()) {
            Some(next) => rest = next,
            None => break,
        }
        zeros += 1;
    }
    zeros
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_stand_for_half_a_unit_either_way() {
        let cases = [
            ("161", 0, 0, "160.5", "161.5"),
            ("1200", 0, 0, "1150", "1250"),
            ("1200000", 1, 6, "1150000", "1250000"),
            ("2000000", 1, 6, "1950000", "2050000"),
            ("0", 0, 0, "-0.5", "0.5"),
            ("12.40", 2, 0, "12.395", "12.405"),
        ];
        for (written, decimals, scale, low, high) in cases {
            let style = Style { decimals, scale, ..Style::default() };
            let number = |text: &str| Exact::parse(text).unwrap();
            assert_eq!(rounded(number(written), style), Interval::closed(number(low), number(high)), "{written}");
        }
    }
}
