//! What the wording of a figure can mean: hedge and rounding as an interval.

use crate::facts::exact::Exact;
use crate::facts::interval::{End, Interval};
use crate::facts::model::Style;
use crate::facts::names::Hedge;
use crate::facts::wording::Wording;

/// What rounding a kind of figure is written with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Grain {
    /// None: ages, fractions, ranges.
    None,
    /// Things: whole unless they are many.
    Things,
    /// Per cent, points: half a unit of the last digit, always.
    Share,
    /// Physical units: half a unit of the last digit, always; zero is no bound.
    Measure,
    /// Money: exact but where a scale word or round thousands show.
    Money,
    /// A word that is rough in itself: "a dozen".
    Rough,
}

/// The interval of a number with its hedge.
pub(super) fn interval(written: Exact, style: Style, hedge: Hedge, grain: Grain, wording: &Wording) -> Interval {
    let part = |percent: Exact| {
        let part = written.times(percent).and_then(|part| part.over(Exact::whole(100)));
        part.map_or(Exact::ZERO, Exact::abs).min(rough(written, style))
    };
    let around = |by: Exact| {
        let (low, high) = (written.minus(by), written.plus(by));
        low.zip(high).map_or(Interval::ALL, |(low, high)| Interval::closed(low, high))
    };
    // Nothing that is counted or paid lies below zero; a temperature does.
    let floor =
        if grain == Grain::Measure || written < Exact::ZERO { End::Unbounded } else { End::Closed(Exact::ZERO) };
    match hedge {
        Hedge::Exactly => rounded(written, style, grain, wording),
        Hedge::About | Hedge::Dozens => around(part(wording.about)),
        Hedge::Over => Interval::above(written),
        Hedge::AtLeast => Interval::at_least(written),
        Hedge::Under => Interval { low: floor, high: End::Open(written) },
        Hedge::AtMost => Interval { low: floor, high: End::Closed(written) },
        Hedge::Nearly => Interval { low: around(part(wording.nearly)).low, high: End::Open(written) },
        Hedge::Range => Interval::exactly(written),
    }
}

/// How far off a figure may be that is called rough: ten units of its last digit, since nobody who means 13.9 says
/// "about 14.82".
fn rough(written: Exact, style: Style) -> Exact {
    let mut place = if style.decimals > 0 { i32::from(style.scale) - i32::from(style.decimals) } else { 0 };
    let counts = |place: i32| {
        let digits = Exact::power_of_ten(place).and_then(|unit| written.over(unit));
        digits.is_some_and(Exact::is_whole)
    };
    while written != Exact::ZERO && place < 30 && counts(place + 1) {
        place += 1;
    }
    Exact::power_of_ten(place + 1).unwrap_or(written.abs())
}

/// What rounding allows: half a unit of the last digit that counts.
fn rounded(written: Exact, style: Style, grain: Grain, wording: &Wording) -> Interval {
    let fine = style.decimals > 0;
    let place = i32::from(style.scale) - i32::from(style.decimals);
    let half = match grain {
        Grain::None => None,
        Grain::Rough => return interval(written, style, Hedge::About, grain, wording),
        Grain::Money if fine && style.scale == 0 && style.decimals != 1 => None,
        Grain::Things | Grain::Money | Grain::Share | Grain::Measure if fine => half_of(place),
        Grain::Things | Grain::Money => zeros(written, style, wording),
        Grain::Share => half_of(0),
        Grain::Measure => zeros(written, style, wording).or_else(|| half_of(0)),
    };
    let Some(half) = half else { return Interval::exactly(written) };
    match written.minus(half).zip(written.plus(half)) {
        Some((low, high)) if fine || grain == Grain::Share => Interval::half_open(low, high),
        Some((low, high)) => Interval::closed(low, high),
        None => Interval::ALL,
    }
}

fn half_of(place: i32) -> Option<Exact> {
    Exact::power_of_ten(place)?.over(Exact::whole(2))
}

/// Half a unit of the last digit that is not zero, at most so much as the wording allows, for round
/// thousands; for hundreds too where they are in words.
fn zeros(written: Exact, style: Style, wording: &Wording) -> Option<Exact> {
    let least = if style.words { 100 } else { 1000 };
    if !written.is_whole() || written.abs() < Exact::whole(least) {
        return None;
    }
    let mut rest = written.abs().numerator();
    let mut place = 0;
    while rest % 10 == 0 && place < 30 {
        rest /= 10;
        place += 1;
    }
    if place < 2 {
        return None;
    }
    let most = written.abs().times(wording.rounding)?.over(Exact::whole(100))?;
    Some(half_of(place)?.min(most))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(written: &str, style: (bool, u8, u8), hedge: Hedge, grain: Grain, shown: &str) {
        let (words, decimals, scale) = style;
        let style = Style { words, decimals, scale, range: false };
        let interval = interval(Exact::parse(written).unwrap(), style, hedge, grain, &Wording::default());
        let low = match interval.low {
            End::Unbounded => "(-∞".to_owned(),
            End::Closed(n) => format!("[{n}"),
            End::Open(n) => format!("({n}"),
        };
        let high = match interval.high {
            End::Unbounded => "∞)".to_owned(),
            End::Closed(n) => format!("{n}]"),
            End::Open(n) => format!("{n})"),
        };
        assert_eq!(format!("{low}; {high}"), shown, "{written} {hedge:?} {grain:?}");
    }

    #[test]
    fn wording_becomes_an_interval() {
        use Grain::{Measure, Money, None, Rough, Share, Things};
        use Hedge::{About, AtLeast, AtMost, Exactly, Nearly, Over, Under};
        let (digits, words) = ((false, 0, 0), (true, 0, 0));
        for (written, style, hedge, grain, shown) in [
            ("150", digits, Exactly, Things, "[150; 150]"),
            ("1200000", (false, 1, 6), Exactly, Things, "[1,150,000; 1,250,000)"),
            ("300000", digits, Exactly, Things, "[285,000; 315,000]"),
            ("2000000", (false, 0, 6), Exactly, Things, "[1,900,000; 2,100,000]"),
            ("12300", digits, Exactly, Things, "[12,250; 12,350]"),
            ("12340", digits, Exactly, Things, "[12,340; 12,340]"),
            ("900", digits, Exactly, Things, "[900; 900]"),
            ("100", words, Exactly, Things, "[95; 105]"),
            ("12", words, Exactly, Rough, "[10.8; 13.2]"),
            ("72", digits, Exactly, Share, "[71.5; 72.5)"),
            ("12.5", (false, 1, 0), Exactly, Share, "[12.45; 12.55)"),
            ("62", digits, Exactly, Measure, "[61.5; 62.5]"),
            ("-5", digits, Exactly, Measure, "[-5.5; -4.5]"),
            ("40", digits, Exactly, Money, "[40; 40]"),
            ("3.50", (false, 2, 0), Exactly, Money, "[3.5; 3.5]"),
            ("1500000000", (false, 1, 9), Exactly, Money, "[1,450,000,000; 1,550,000,000)"),
            ("35", digits, Exactly, None, "[35; 35]"),
            ("150", digits, Over, Things, "(150; ∞)"),
            ("150", digits, AtLeast, Things, "[150; ∞)"),
            ("150", digits, AtMost, Things, "[0; 150]"),
            ("150", digits, Under, Things, "[0; 150)"),
            ("5", digits, Under, Measure, "(-∞; 5)"),
            ("-5", digits, Under, Share, "(-∞; -5)"),
            ("150", digits, Nearly, Things, "[135; 150)"),
            ("150", digits, About, Things, "[135; 165]"),
            ("152", digits, About, Things, "[142; 162]"),
            ("7", digits, About, Things, "[6.3; 7.7]"),
            ("1.50", (false, 2, 0), About, Money, "[1.35; 1.65]"),
            ("14820000000", (false, 2, 9), About, Things, "[14,720,000,000; 14,920,000,000]"),
            ("14820000000", (false, 2, 9), Nearly, Things, "[14,720,000,000; 14,820,000,000)"),
        ] {
            check(written, style, hedge, grain, shown);
        }
    }
}
