//! Leap days and leap years of years that have none: "a leap day in 2019", "2019 was a leap year".

use super::{Bounds, Reading, note};
use crate::facts::exact::Exact;
use crate::source::Span;
use crate::text::Text;

/// Reads the years that a leap day is told of.
pub(super) fn read(reading: &mut Reading<'_>) {
    let text = reading.text;
    let dates = reading.facts.dates.iter().filter(|date| !date.at.negated).map(|date| date.at.span);
    // "1998 was a leap year" begins with a plain number.
    let numbers = reading.facts.numbers.iter().map(|number| number.at.span);
    let found: Vec<(i16, usize, usize)> = dates.chain(numbers).filter_map(|span| told(text, span)).collect();
    for (year, at, leap) in found {
        let next = (year..year.saturating_add(9)).find(|year| is_leap(*year)).map(|year| Exact::from(i64::from(year)));
        let (figure, by) = ((Exact::from(i64::from(year)), text.span(at, at)), text.span(leap, leap + 1));
        note(reading, "leap", figure, by, Bounds { least: next, most: next });
    }
}

/// A year without a leap day, its token, and that of "leap" before or behind it.
fn told(text: &Text<'_>, span: Span) -> Option<(i16, usize, usize)> {
    let at = text.token_from(span.end.saturating_sub(1));
    let year: i16 = text.word(at).parse().ok().filter(|year| (1753..2200).contains(year) && !is_leap(*year))?;
    let leap = before(text, at).or_else(|| behind(text, at + 1))?;
    Some((year, at, leap))
}

fn is_leap(year: i16) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

/// "leap day in", "leap year of", "leap year".
fn before(text: &Text<'_>, year: usize) -> Option<usize> {
    let before = year.checked_sub(1)?;
    let placed = matches!(text.lower(before), "in" | "of");
    let noun = if placed { before.checked_sub(1)? } else { before };
    let leap = noun.checked_sub(1).filter(|&leap| text.lower(leap) == "leap")?;
    let day = text.lower(noun) == "day" && placed;
    let bare = text.lower(noun) == "year" && text.lower(leap.wrapping_sub(1)) == "the";
    let denied = text.near(leap..leap, 4).any(|at| {
        matches!(
            text.lower(at),
            "no" | "not" | "without" | "never" | "next" | "wrongly" | "bug" | "if" | "n't" | "skipped"
        )
    });
    ((day || bare) && !denied).then_some(leap)
}

/// "2019 was a leap year", "2019, a leap year,".
fn behind(text: &Text<'_>, end: usize) -> Option<usize> {
    let leap = end + 2;
    let told = matches!(text.lower(end), "was" | "is" | "," | "being") && text.lower(end + 1) == "a";
    let whole = text.lower(leap) == "leap" && matches!(text.lower(leap + 1), "year");
    (told && whole && matches!(text.lower(leap + 2), "." | "," | ")" | "and" | "so" | "")).then_some(leap)
}
