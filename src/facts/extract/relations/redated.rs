//! One day or year said twice: "20 years ago, in 1998", "yesterday, 12 May", "in 1789, in the 17th century".

use super::{Reading, since};
use crate::facts::date::{DateRange, Precision};
use crate::facts::exact::Exact;
use crate::facts::extract::numeral;
use crate::facts::interval::Interval;
use crate::facts::model::{Date, Index, Redating};
use crate::facts::names::Certainty;
use crate::source::Span;
use crate::text::lexicon::{self, VerbForms};
use crate::text::{Text, TokenKind};

pub(super) fn read(reading: &mut Reading<'_>) {
    let text = reading.text;
    for index in 0..reading.facts.dates.len() {
        let (Some(first), Some(second)) = (reading.facts.dates.get(index), reading.facts.dates.get(index + 1)) else {
            return;
        };
        let told = first.value.is_some() && second.value.is_some() && first.at.sentence == second.at.sentence;
        if told && let Some((years, span, since)) = decades_ago(text, index, first, second) {
            if let Some(published) = reading.article().published {
                since::push(reading, years, [span, span], since, DateRange::day(published));
            }
            continue;
        }
        let sure = first.at.certainty != Certainty::Weak && second.at.certainty != Certainty::Weak;
        if !(told
            && sure
            && (is_twice(text, first, second) || is_twice(text, second, first))
            && (are_beside(text, first, second) || is_of_event(text, first, second)))
        {
            continue;
        }
        let at = reading.at(first.at.span.to(second.at.span), Certainty::Likely);
        reading.facts.redatings.push(Redating { at, first: index as u32, second: index as u32 + 1 });
    }
}

/// Whether one is reckoned from the day of publication, or is the decade or century, and the other is written out.
fn is_twice(text: &Text<'_>, rough: &Date, exact: &Date) -> bool {
    let written = exact.explicit && !exact.relative && exact.precision <= Precision::Year;
    let day = !exact.relative && exact.day.is_some() && exact.weekday.is_none();
    if rough.relative {
        let words = text.lowered(rough.at.span);
        let counted = words.ends_with("ago") && !words.starts_with("about") && !words.contains("more than");
        let of_day = matches!(words, "yesterday" | "tomorrow");
        let years = rough.precision == Precision::Year && exact.precision == Precision::Year && written && counted;
        return years
            || rough.precision == Precision::Day
                && day
                && (counted && !words.contains("year") && !words.contains("month") || of_day);
    }
    rough.precision >= Precision::Decade && exact.precision == Precision::Year && written
}

/// "two decades ago, in 1998": so many years, with room for a decade that is not full.
fn decades_ago(text: &Text<'_>, index: usize, first: &Date, second: &Date) -> Option<(Interval, Span, Index)> {
    let is_rough = |date: &Date| date.relative && date.precision == Precision::Decade;
    let (rough, since) = if is_rough(first) { (first, index + 1) } else { (second, index) };
    let exact = if is_rough(first) { second } else { first };
    let written = exact.explicit && !exact.relative && exact.precision <= Precision::Year;
    let words = text.lowered(rough.at.span);
    let number = numeral::read(text, text.token_from(rough.at.span.start)).map(|number| number.value);
    let number = number.or_else(|| words.starts_with("a ").then_some(Exact::ONE))?;
    let years = Interval::exactly(number.times(Exact::whole(10))?);
    let room = Interval::closed(Exact::whole(-6), Exact::whole(6));
    let told = is_rough(rough) && written && words.ends_with("ago") && are_beside(text, first, second);
    told.then_some((years.plus(room), rough.at.span, since as u32))
}

/// Whether only a comma or bracket and a preposition stand between, and nothing goes on with the second.
fn are_beside(text: &Text<'_>, first: &Date, second: &Date) -> bool {
    let from = text.token_from(first.at.span.end);
    let to = text.token_from(second.at.span.start);
    let words: Vec<&str> = (from..to).map(|at| text.lower(at)).collect();
    let counted = text.lowered(first.at.span).ends_with("years ago");
    let beside = matches!(words.as_slice(), ["," | "(" | "—" | "–"] | ["," | "(" | "—" | "–", "in" | "on"])
        || counted && matches!(words.as_slice(), ["in"]);
    let counted_after = text.lowered(second.at.span).ends_with("years ago");
    let after = text.token_from(second.at.span.end);
    let closes = text.kind(after) == TokenKind::Mark && !matches!(text.word(after), "-" | "–" | "/" | "'" | "’")
        || text.token(after).is_none();
    // "in 1998, 2008 and 2018" and "in the 1960s, 1975 and …" go on as lists.
    let listed = text.word(after) == "," && text.kind(after + 1) == TokenKind::Number;
    let before = text.token_from(first.at.span.start).checked_sub(1).map_or("", |at| text.lower(at));
    let rough = text.token_from(second.at.span.start).checked_sub(1).map_or("", |at| text.lower(at));
    beside
        && !is_hedge(before)
        && !is_hedge(rough)
        && closes
        && !listed
        // "has not won since 1990, 30 years ago"
        && (before != "since" || counted_after && text.lower(text.token_from(second.at.span.start).wrapping_sub(1)) == ",")
        && !matches!(before, "," | "until" | "from" | "than" | "between" | "by" | "before" | "after")
}

/// What is over in a year, and is called by it.
#[rustfmt::skip] // Words, a dozen a line.
const EVENTS: &[&str] = &[
    "storm", "flood", "floods", "fire", "earthquake", "quake", "hurricane", "cyclone", "tornado", "pandemic", "epidemic",
    "outbreak", "crash", "disaster", "massacre", "bombing", "bombings", "attack", "attacks", "riot", "riots", "strike",
    "coup", "uprising", "eruption", "famine", "flu", "explosion", "collapse", "shooting", "blast", "tsunami", "blizzard",
    "drought", "heatwave", "landslide", "siege", "raid", "revolt", "mutiny", "plague",
];

/// What such a thing does when it happens.
const HAPPENED: &[&str] = &[
    "struck",
    "swept",
    "hit",
    "happened",
    "occurred",
    "killed",
    "devastated",
    "destroyed",
    "ravaged",
    "claimed",
    "rocked",
    "shook",
    "took",
    "left",
    "injured",
    "wrecked",
    "flooded",
    "razed",
];

/// "the 1987 storm, which struck 37 years ago,": a thing that is called by its year, and when it was.
fn is_of_event(text: &Text<'_>, year: &Date, ago: &Date) -> bool {
    let from = text.token_from(year.at.span.end);
    let to = text.token_from(ago.at.span.start);
    if to < from + 4 || to > from + 10 || !text.lowered(ago.at.span).ends_with("years ago") {
        return false;
    }
    let Some(which) = (from + 1..to.min(from + 4)).find(|&at| text.word(at) == "," && text.lower(at + 1) == "which")
    else {
        return false;
    };
    let word =
        |at: usize| text.kind(at) == TokenKind::Word && !matches!(text.lower(at), "and" | "but" | "since" | "had");
    let past = |at: usize| lexicon::verb_form(text.lower(at)).has(VerbForms::PAST);
    let event = HAPPENED.contains(&text.lower(which + 2)) && EVENTS.contains(&text.lower(which - 1));
    let happened = event && !(which + 3..to).any(past);
    let led = text.lowered(year.at.span).starts_with("the ")
        || text.lower(text.token_from(year.at.span.start).wrapping_sub(1)) == "the";
    led && happened && (from..which).all(word) && (which + 2..to).all(word) && !is_hedge(text.lower(to - 1))
}

/// "About 20 years ago", "nearly 20 years ago" can be some years off.
fn is_hedge(lower: &str) -> bool {
    matches!(
        lower,
        "about" | "around" | "almost" | "nearly" | "some" | "over" | "roughly" | "approximately" | "than" | "least"
    )
}
