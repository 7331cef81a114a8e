//! How many seats a side lacks of a majority: "won 22 of the 50 seats, four short of a majority".

use super::{Bounds, Reading, note};
use crate::facts::exact::Exact;
use crate::facts::names::Hedge;
use crate::text::Text;

/// How many tokens may stand between the seats and what they lack.
const REACH: usize = 6;

const SMALL: &[&str] =
    &["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

/// Reads what "22 of the 50 seats", the count of number `index`, lack of more than half.
pub(super) fn read(reading: &mut Reading<'_>, index: usize) {
    let text = reading.text;
    let counts = &reading.facts.counts;
    let (Some(part), Some(whole)) = (counts.get(index), counts.get(index + 1)) else { return };
    let inside = part.at.span.end == whole.at.span.end && part.at.span.start < whole.at.span.start;
    let exact = [part, whole].iter().all(|count| count.figure.hedge == Hedge::Exactly);
    let (Some(held), Some(all)) = (part.figure.written, whole.figure.written) else { return };
    if !inside || !exact || &*whole.noun.key != "seat" {
        return;
    }
    let (by, end) = (part.at.span, text.token_from(whole.at.span.end));
    let until = text.sentences.get(part.at.sentence as usize).map_or(end, |sentence| sentence.tokens.end);
    let Some(short) = (end + 1..until.min(end + REACH)).find(|&at| is_short(text, at)) else { return };
    let number = short - 1 - usize::from(matches!(text.lower(short - 1), "seats" | "seat" | "votes"));
    let before = text.lower(number.wrapping_sub(1));
    let plain = matches!(
        before,
        "," | "only" | "just" | "still" | "leaving" | "were" | "was" | "is" | "are" | "but" | "–" | "—"
    );
    let Some(lacking) = spoken(text, number).filter(|_| number > end && plain) else { return };
    let needed = all.over(Exact::whole(2)).map(|half| Exact::whole(half.floor()));
    if let Some(needed) = needed.and_then(|half| half.plus(Exact::ONE)).and_then(|needed| needed.minus(held)) {
        note(reading, "short of a majority", (lacking, text.span(number, number)), by, Bounds::just(needed));
    }
}

/// "short of a majority", "shy of an outright majority".
fn is_short(text: &Text<'_>, at: usize) -> bool {
    let a = matches!(text.lower(at + 2), "a" | "an" | "the" | "its");
    let kind = matches!(text.lower(at + 3), "outright" | "overall" | "absolute" | "simple" | "parliamentary" | "clear");
    let noun = at + 3 + usize::from(kind);
    let closed = !matches!(text.lower(noun + 1), "of" | "in" | "for" | "with" | "needed" | "and" | "to");
    matches!(text.lower(at), "short" | "shy")
        && text.lower(at + 1) == "of"
        && a
        && text.lower(noun) == "majority"
        && closed
}

/// A small number, in letters or digits.
fn spoken(text: &Text<'_>, at: usize) -> Option<Exact> {
    let word = text.lower(at);
    let named = SMALL.iter().position(|name| *name == word).and_then(|at| i128::try_from(at + 1).ok());
    named.or_else(|| word.parse().ok()).map(Exact::whole)
}
