//! Ranges that begin with their higher end: "between nine and seven years", "mayor from 2009 to 2003".
//!
//! The readers of figures take no such range for one, so it is looked for by its wording alone.

use super::Reading;
use crate::facts::date::Precision;
use crate::facts::exact::Exact;
use crate::facts::extract::numeral::{self, Numeral};
use crate::facts::extract::range::{goes_down, sets_against};
use crate::facts::extract::triggers::Trigger;
use crate::facts::model::{Date, Range};
use crate::facts::names::Certainty;
use crate::source::Span;
use crate::text::lexicon::{self, Classes};
use crate::text::{Text, TokenKind};

pub(super) fn read(reading: &mut Reading<'_>) {
    let text = reading.text;
    let mut next = 0;
    while let Some(at) = reading.next(next, text.tokens.len(), Trigger::BETWEEN) {
        next = at + 1;
        if let Some((first, second)) = ends(text, at + 1)
            && first.value > second.value
        {
            let span = first.span.to(second.span);
            let noted = reading.facts.ranges.iter().any(|range| range.at.span.overlaps(span));
            if noted || sets_against(text, at) || goes_down(text, second.value, second.end) {
                continue;
            }
            note(reading, span, &first, &second);
        }
    }
    let times: Vec<Range> = reading.facts.dates.windows(2).filter_map(|pair| time(reading, pair)).collect();
    reading.facts.ranges.extend(times);
    reading.facts.ranges.sort_by_key(|range| range.at.span);
}

/// "between 2009 and 2003", "from June 2009 until May 2003": two times with their years, the later one first.
fn time(reading: &Reading<'_>, pair: &[Date]) -> Option<Range> {
    let text = reading.text;
    let [one, other] = pair else { return None };
    let told = |date: &Date| {
        date.explicit && !date.relative && date.precision <= Precision::Year && date.at.certainty != Certainty::Weak
    };
    let before = one.value?.first.year() > other.value?.first.year();
    if !before || one.at.sentence != other.at.sentence || !told(one) || !told(other) {
        return None;
    }
    let joint = text.token_from(one.at.span.end);
    let lead = text.token_from(one.at.span.start).checked_sub(1)?;
    let joined = match text.lower(lead) {
        "from" => matches!(text.lower(joint), "to" | "until" | "till" | "through"),
        "between" => text.lower(joint) == "and",
        _ => false,
    };
    let past = text.token_from(other.at.span.end);
    let next = text.token_from(other.at.span.start) == joint + 1;
    // "Prices fell from 2009 to 2008" may look back from the later year.
    if !joined || !next || sets_against(text, lead) || goes_down(text, Exact::ONE, past) {
        return None;
    }
    let year = |date: &Date| date.value.map(|value| Exact::whole(i128::from(value.first.year())));
    Some(Range {
        at: reading.at(one.at.span.to(other.at.span), Certainty::Likely),
        first: year(one)?,
        second: year(other)?,
        first_span: one.at.span,
        second_span: other.at.span,
        closed: true,
    })
}

fn note(reading: &mut Reading<'_>, span: Span, first: &Numeral, second: &Numeral) {
    let at = reading.at(span, Certainty::Likely);
    reading.facts.ranges.push(Range {
        at,
        first: first.value,
        second: second.value,
        first_span: first.span,
        second_span: second.span,
        closed: true,
    });
}

/// "9 and 7 years", "4% and 3%", "$9m and $7m": two numerals, the second with what it measures.
fn ends(text: &Text<'_>, at: usize) -> Option<(Numeral, Numeral)> {
    let first = numeral::read(text, after_currency(text, at))?;
    let mut joint = first.end;
    let unit = text.lower(joint).to_owned();
    let bare = matches!(&*unit, "and" | "to");
    if !bare {
        joint += 1;
    }
    // "between 5% to 9%"
    if !matches!(text.lower(joint), "and" | "to") {
        return None;
    }
    let money = after_currency(text, joint + 1) > joint + 1;
    let second = numeral::read(text, after_currency(text, joint + 1))?;
    let aged = matches!(text.lower(at.wrapping_sub(2)), "aged" | "ages");
    let measured = money || second.style.scale > 0 || measures(text, second.end) || aged;
    // "between 4 million and 3%" has ends of two kinds.
    let alike = bare || text.lower(second.end) == unit || money;
    let scaled = first.style.scale == second.style.scale || first.style.scale > 0;
    (measured && alike && scaled && !first.fraction && !second.fraction).then_some((first, second))
}

fn after_currency(text: &Text<'_>, at: usize) -> usize {
    at + usize::from(matches!(text.word(at), "$" | "£" | "€"))
}

/// Whether a unit or a counted noun follows; "between 11 and 2" are hours of the day.
fn measures(text: &Text<'_>, at: usize) -> bool {
    let lower = text.lower(at);
    if matches!(lower, "%" | "percent" | "per") {
        return true;
    }
    let clock = matches!(lower, "a.m." | "p.m." | "am" | "pm" | "o'clock" | "o’clock");
    let plural = lower.ends_with('s') || lower == "people";
    !clock && plural && text.kind(at) == TokenKind::Word && lexicon::classes(lower).has(Classes::NOUN)
}
