//! Tables of printed figures.

use super::figures::{Manner, print};
use super::term::What;
use super::test_terms::term;
use crate::facts::exact::Exact;
use crate::facts::interval::Interval;
use crate::facts::quantity::{Dimension, Measured, Quantity, Unit};
use crate::language::rule::Format;
use std::sync::Arc;

fn printed(written: &str, format: Option<Format>, manner: &Manner) -> Option<String> {
    let What::Quantity(quantity) = term(written).what else { panic!("{written} is no quantity") };
    print(&quantity, format, manner)
}

#[test]
fn in_messages() {
    let cases = [
        ("150", None, "150"),
        ("300000", None, "300,000"),
        ("1200000", None, "1.2 million"),
        ("1234567", None, "1,234,567"),
        ("3.14159", None, "3.14"),
        ("0.0123", None, "0.012"),
        ("[1150000, 1250000)", None, "1.2 million"),
        ("[295000, 305000)", None, "300,000"),
        ("[295000, 305000]", None, "300,000"),
        ("[4750, 5250]", None, "5,000"),
        ("[35, 45]", None, "between 35 and 45"),
        ("[30, 50]", None, "between 30 and 50"),
        ("(150, ∞)", None, "more than 150"),
        ("[150, ∞)", None, "at least 150"),
        ("(∞, 150)", None, "less than 150"),
        ("(∞, 150]", None, "at most 150"),
        ("(∞, ∞)", None, "any number"),
        ("[33, 34]", None, "33 or 34"),
        ("[40, 50]", None, "between 40 and 50"),
        ("[24, 99]", None, "between 24 and 99"),
        ("[135, 165]", None, "between 135 and 165"),
        ("-5", None, "-5"),
        ("40%", None, "40%"),
        ("[71.5, 72.5)%", None, "72%"),
        ("[12.45, 12.55)%", None, "12.5%"),
        ("0.32 share", None, "32%"),
        ("0.4", Some(Format::Percent), "40%"),
        ("0.33333333", Some(Format::Percent), "33.3%"),
        ("0.0004", Some(Format::Percent), "0.04%"),
        ("[0.12, 0.35]", Some(Format::Percent), "between 12% and 35%"),
        ("0", Some(Format::Percent), "0%"),
        ("2pp", None, "2 percentage points"),
        ("1pp", Some(Format::Points), "1 percentage point"),
        ("110%", Some(Format::Figure), "110"),
        ("1200000", Some(Format::Words), "1,200,000"),
        ("42", Some(Format::Words), "forty-two"),
        ("40", Some(Format::Words), "forty"),
        ("0", Some(Format::Words), "zero"),
        ("640 GBP", None, "£640"),
        ("0.5 GBP", None, "£0.50"),
        ("1200000 USD", None, "$1.2 million"),
        ("-3 EUR", None, "-€3"),
        ("640 CHF", None, "640 CHF"),
        ("640 dollar", None, "640 dollars"),
        ("12053.0025years", None, "33 years"),
        ("[12053.0025, 12418.245]years", None, "33 or 34 years"),
        ("365.2425years", None, "1 year"),
        ("365.2425days", None, "1 year"),
        ("3 days", None, "3 days"),
        ("0.5 days", None, "12 hours"),
        ("161000 km", None, "161 kilometres"),
        ("1000 km", None, "1 kilometre"),
        ("160934.4 km", Some(Format::Short), "161 kilometres"),
        ("2485106177000 km", Some(Format::Short), "2.5 billion kilometres"),
        ("12355269000 km", Some(Format::Short), "12.4 million kilometres"),
        ("123456789000 km", Some(Format::Short), "123 million kilometres"),
        ("12949000 km", Some(Format::Short), "12,950 kilometres"),
        ("129494000 km", Some(Format::Short), "129,500 kilometres"),
        ("5300 km", Some(Format::Short), "5.3 kilometres"),
        ("7 foot", None, "7 feet"),
    ];
    for (written, format, expected) in cases {
        assert_eq!(printed(written, format, &Manner::default()).as_deref(), Some(expected), "{written} {format:?}");
    }
}

#[test]
fn in_suggestions() {
    let cases = [
        ("0.32558", Some(0), Some("33%")),
        ("0.32558", Some(1), Some("32.6%")),
        ("[0.3148, 0.3253]", Some(0), Some("32%")),
        ("[0.321, 0.332]", Some(0), Some("33%")),
        ("[0.675, 0.825]", Some(0), Some("75%")),
        ("[0.36, 0.4)", Some(0), Some("38%")),
        ("[0.535, 0.558]", Some(0), Some("55%")),
        ("[0.12, 0.35]", Some(0), None),
        ("(0.2, ∞)", Some(0), None),
    ];
    for (written, decimals, expected) in cases {
        let manner = Manner { decimals, single: true, ..Manner::default() };
        assert_eq!(printed(written, Some(Format::Percent), &manner).as_deref(), expected, "{written}");
    }
}

#[test]
fn in_the_author_s_manner() {
    let words = Manner { words: true, ..Manner::default() };
    assert_eq!(printed("4", None, &words).as_deref(), Some("four"));
    assert_eq!(printed("140", None, &words).as_deref(), Some("140"));
    let unit = Manner { unit: Some("-km".into()), ..Manner::default() };
    assert_eq!(printed("160934.4 km", Some(Format::Short), &unit).as_deref(), Some("161-km"));
}

#[test]
fn differences_of_temperatures_have_no_zero_point() {
    let point = Dimension { temperature: 1, ..Dimension::default() };
    let apart = Dimension { warmth: 1, ..Dimension::default() };
    let fahrenheit = Unit {
        name: "degree fahrenheit".into(),
        dimension: point,
        factor: Exact::fraction(5, 9),
        offset: Exact::fraction(229_835, 900).unwrap(),
    };
    let check = |kelvin: &str, dimension: Dimension, expected: &str| {
        let interval = Interval::exactly(Exact::parse(kelvin).unwrap());
        let unit = Some(Arc::new(fahrenheit.clone()));
        let quantity = Quantity { interval, measured: Measured::Physical(dimension), unit };
        assert_eq!(print(&quantity, Some(Format::Short), &Manner::default()).as_deref(), Some(expected));
    };
    check("5", apart, "9 degrees fahrenheit");
    check("278.15", point, "41 degrees fahrenheit");
    check("227.59", point, "-50 degrees fahrenheit");
}
