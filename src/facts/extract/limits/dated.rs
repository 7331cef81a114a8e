//! As many times as years are told, and as many days as weekdays: "won it three times, in 2001, 2004 and 2008", "on two
//! days, Monday and Friday".

use super::{Bounds, Reading, note};
use crate::facts::exact::Exact;
use crate::facts::model::Figure;
use crate::facts::names::{Certainty, Hedge};
use crate::source::Span;
use crate::text::{Text, TokenKind};

/// What happens in a year.
const TIMES: &[&str] = &["time", "occasion", "title", "election", "championship", "cup", "medal", "victory", "win"];

const WEEKDAYS: &[&str] = &["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// More than that are no list.
const MOST: usize = 12;

/// Whether a token is one of a list.
type Fits = fn(&Text<'_>, usize) -> bool;

/// Reads the numbers of times and days that a list of them follows.
pub(super) fn read(reading: &mut Reading<'_>) {
    let text = reading.text;
    let mut found: Vec<(Exact, Span, Span, Bounds)> = Vec::new();
    for count in &reading.facts.counts {
        let noun = count.noun.key.rsplit(' ').next().unwrap_or("");
        let Some(number) = sure(&count.figure, count.at.certainty).filter(|_| TIMES.contains(&noun)) else { continue };
        let end = text.token_from(count.at.span.end);
        if let Some((first, last, years)) = opened(text, end, true).and_then(|at| list(text, at, is_year)) {
            let all = Exact::whole(years as i128);
            found.push((number, count.at.span, text.span(first, last), Bounds { least: Some(all), most: None }));
        }
    }
    for duration in &reading.facts.durations {
        let listed: Option<(Fits, bool)> = match &*duration.unit {
            "day" => Some((is_weekday, true)),
            "year" => Some((is_year, false)),
            _ => None,
        };
        let number = sure(&duration.figure, duration.at.certainty).filter(|_| duration.per.is_none());
        let Some((number, (fits, all))) = number.zip(listed) else { continue };
        let end = text.token_from(duration.at.span.end);
        let end = end
            + if matches!(text.lower(end), "a" | "each" | "every") && text.lower(end + 1) == "week" { 2 } else { 0 };
        if let Some((first, last, days)) = opened(text, end, false).and_then(|at| list(text, at, fits)) {
            let days = Exact::whole(days as i128);
            let bounds = if all { Bounds::just(days) } else { Bounds { least: Some(days), most: None } };
            found.push((number, duration.at.span, text.span(first, last), bounds));
        }
    }
    for (number, span, by, bounds) in found {
        note(reading, "listed", (number, span), by, bounds);
    }
}

fn sure(figure: &Figure, certainty: Certainty) -> Option<Exact> {
    figure.written.filter(|_| figure.hedge == Hedge::Exactly && certainty != Certainty::Weak)
}

/// One past the mark that opens a list, and "in" or "on" after it.
fn opened(text: &Text<'_>, end: usize, led: bool) -> Option<usize> {
    let mark = matches!(text.word(end), "," | "–" | "—" | ":" | "(").then_some(end + 1)?;
    let led_by = matches!(text.lower(mark), "in" | "on");
    // "won three titles, 2001 and 2004 among them"
    (led_by || text.word(end) != "," || !led).then_some(mark + usize::from(led_by))
}

fn is_year(text: &Text<'_>, at: usize) -> bool {
    let word = text.word(at);
    text.kind(at) == TokenKind::Number
        && word.len() == 4
        && (word.starts_with("19") || word.starts_with("20") || word.starts_with("18"))
}

fn is_weekday(text: &Text<'_>, at: usize) -> bool {
    WEEKDAYS.contains(&text.lower(at))
}

/// The first and the last of a list that "and" closes, and how many there are; what follows is no more of it.
fn list(text: &Text<'_>, first: usize, fits: Fits) -> Option<(usize, usize, usize)> {
    let (mut at, mut seen) = (first, Vec::new());
    while seen.len() < MOST && fits(text, at) && !seen.contains(&text.lower(at)) {
        seen.push(text.lower(at));
        let comma = usize::from(text.word(at + 1) == ",");
        let and = usize::from(text.lower(at + 1 + comma) == "and");
        if and == 1 {
            let last = at + 1 + comma + and;
            let closes = matches!(text.word(last + 1), "." | ";" | "," | ")" | "" | "–" | "—");
            // "in 2001, 2004 and 2008, and in 2011 with Oster"
            let more = matches!(text.lower(last + 2), "and" | "plus" | "or" | "as") || fits(text, last + 2);
            let fresh = fits(text, last) && !seen.contains(&text.lower(last));
            return (closes && !more && fresh).then_some((first, last, seen.len() + 1));
        }
        if comma == 0 {
            return None;
        }
        at += 2;
    }
    None
}
