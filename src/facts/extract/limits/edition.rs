//! The number of a yearly show and the year that it began in: "Founded in 2000, the fair holds its 30th annual show in
//! 2026".

use super::{Bounds, Reading, note};
use crate::facts::date::Precision;
use crate::facts::exact::Exact;
use crate::facts::model::{Date, of_sentence};
use crate::text::Text;

/// Words after which the year of the first one stands.
const FOUNDED: &[&str] = &["founded", "established", "started", "launched", "begun", "began", "created", "inaugurated"];

/// Reads the ordinals of yearly shows.
pub(super) fn read(reading: &mut Reading<'_>) {
    let text = reading.text;
    for index in 0..reading.facts.ordinals.len() {
        let Some(ordinal) = reading.facts.ordinals.get(index) else { return };
        let after = text.token_from(ordinal.at.span.end);
        let numbered = text.lower(after);
        if !matches!(numbered, "annual" | "edition" | "year") {
            continue;
        }
        let (Some(written), span, sentence) = (ordinal.figure.written, ordinal.at.span, ordinal.at.sentence) else {
            continue;
        };
        let mut years = of_sentence(&reading.facts.dates, sentence).iter().filter(|date| is_year(date));
        let (Some(one), two, None) = (years.next(), years.next(), years.next()) else { continue };
        let (first, held) =
            if is_founding(text, one) || is_yearly(text, one) { (one, two) } else { (two.unwrap_or(one), Some(one)) };
        let year = |date: &Date| date.value.map(|value| i128::from(value.first.year()));
        // Without a year of its own it is held in the year of publication or the next.
        let today = reading.article().published.map(|day| i128::from(day.year()) + 1);
        let held = if held.is_some_and(|held| held.at != first.at) { held.and_then(year) } else { today };
        let yearly = is_yearly(text, first);
        let known = yearly || numbered == "annual" && is_founding(text, first);
        let (Some(began), Some(held), true) = (year(first), held, known) else { continue };
        // "The club, founded in 2001, travels to the 45th annual regatta": another's.
        let others = first.at.span.start < span.start && !is_its_own(text, span.start);
        if held >= began && !others && !has_forerunner(text, sentence) {
            let by = first.at.span;
            note(reading, "edition", (written, span), by, Bounds::up_to(Exact::whole(held - began + 1)));
        }
    }
}

fn is_year(date: &Date) -> bool {
    date.explicit && !date.relative && date.precision <= Precision::Year
}

/// "founded in 2000", "first held in 2000".
fn is_founding(text: &Text<'_>, date: &Date) -> bool {
    let at = text.token_from(date.at.span.start);
    let back = |n: usize| at.checked_sub(n).map_or("", |at| text.lower(at));
    back(1) == "in" && (FOUNDED.contains(&back(2)) || back(2) == "held" && back(3) == "first")
}

/// "held every year since 2000"
fn is_yearly(text: &Text<'_>, date: &Date) -> bool {
    let at = text.token_from(date.at.span.start);
    let back = |n: usize| at.checked_sub(n).map_or("", |at| text.lower(at));
    let every = back(2) == "year" && matches!(back(3), "every" | "each");
    back(1) == "since" && (every || matches!(back(2), "annually" | "yearly"))
}

/// Whether the verb before the ordinal says that whoever was founded holds the edition: "holds its 30th annual show", "and
/// the 40th annual races were rowed".
fn is_its_own(text: &Text<'_>, start: u32) -> bool {
    let at = text.token_from(start);
    let back = |n: usize| at.checked_sub(n).map_or("", |at| text.lower(at));
    !(matches!(back(1), "the" | "a")
        && matches!(back(2), "to" | "at" | "in" | "for" | "from" | "of" | "with" | "after"))
}

/// Whether it began as something older: "as the successor of an older show".
fn has_forerunner(text: &Text<'_>, sentence: u32) -> bool {
    text.sentences.get(sentence as usize).is_some_and(|sentence| {
        sentence.tokens.clone().any(|at| {
            matches!(
                text.lower(at),
                "successor"
                    | "forerunner"
                    | "predecessor"
                    | "revived"
                    | "relaunched"
                    | "refounded"
                    | "renamed"
                    | "merged"
            )
        })
    })
}
