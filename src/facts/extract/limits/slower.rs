//! Places of a race with the times: "finished second in 10.4 seconds, behind Lund in 10.2".

use super::{Bounds, Reading, note};
use crate::facts::names::Hedge;
use crate::text::{Text, TokenKind};
use std::ops::Range;

/// Places behind another.
pub(in super::super) const PLACES: &[&str] = &["second", "third", "fourth", "fifth", "2nd", "3rd", "4th", "5th"];

/// What is no race: who hangs on for longer comes first.
const LASTS: &[&str] = &["plank", "breath", "longest", "endurance", "hold", "held", "lasted"];

/// The most tokens between two times.
const REACH: usize = 8;

/// Reads the pairs of times of which one is said to come behind the other.
pub(super) fn read(reading: &mut Reading<'_>) {
    let text = reading.text;
    for index in 1..reading.facts.durations.len() {
        let durations = &reading.facts.durations;
        let (Some(own), Some(first)) = (durations.get(index - 1), durations.get(index)) else { return };
        let exact = [own, first].iter().all(|time| time.figure.hedge == Hedge::Exactly && time.per.is_none());
        if !exact || own.at.sentence != first.at.sentence || own.unit != first.unit {
            continue;
        }
        let begin = text.token_from(own.at.span.start);
        let gap = text.token_from(own.at.span.end)..text.token_from(first.at.span.start);
        let Some(place) = place(text, begin).filter(|_| is_behind(text, gap)) else { continue };
        if let (Some(figure), Some(least)) = (own.figure.written, first.figure.written) {
            let bounds = Bounds { least: Some(least), most: None };
            note(reading, "rank", (figure, own.at.span), text.span(place, place), bounds);
        }
    }
}

/// "finished second in", "third, with a time of": the place before a time.
fn place(text: &Text<'_>, begin: usize) -> Option<usize> {
    let lead = text.near(begin..begin, 2 * REACH).start..begin;
    let last = begin.checked_sub(1).filter(|&last| matches!(text.lower(last), "in" | "of"))?;
    if lead.clone().any(|at| LASTS.contains(&text.lower(at))) {
        return None;
    }
    lead.rev().skip_while(|&at| at == last).take(5).find(|&at| PLACES.contains(&text.lower(at)))
}

/// ", behind Lund of Norland in", ", behind Ann Lee’s"
fn is_behind(text: &Text<'_>, gap: Range<usize>) -> bool {
    let behind = usize::from(text.word(gap.start) == ",") + gap.start;
    let led = gap.end.checked_sub(1).is_some_and(|last| {
        matches!(text.lower(last), "in" | "at" | "with" | "of" | "(") || text.kind(last) == TokenKind::Possessive
    });
    let plain = |at: usize| {
        matches!(text.kind(at), TokenKind::Word | TokenKind::Possessive)
            && !matches!(text.lower(at), "and" | "but" | "who")
    };
    text.lower(behind) == "behind"
        && led
        && (2..=REACH).contains(&gap.len())
        && (behind..gap.end).all(|at| plain(at) || text.word(at) == "(" && at + 1 == gap.end)
}
