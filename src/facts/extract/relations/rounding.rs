//! What the digits of a written number can stand for, when it was rounded to be printed.

use crate::facts::exact::Exact;
use crate::facts::interval::Interval;
use crate::facts::model::Style;

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
