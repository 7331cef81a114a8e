//! The score at half-time beside the final one: "trailing 3-1 at half-time, they won 2-1".

use super::{Bounds, Reading, note};
use crate::facts::exact::Exact;
use crate::source::Span;
use crate::text::Text;

/// Reads the final scores whose sentence tells that of half-time.
pub(super) fn read(reading: &mut Reading<'_>) {
    let text = reading.text;
    for index in 0..reading.facts.scores.len() {
        let Some(score) = reading.facts.scores.get(index) else { return };
        let (at, series) = (score.at, score.series);
        let Some(sentence) = text.sentences.get(at.sentence as usize) else { continue };
        let tokens = sentence.tokens.clone();
        let Some(pause) = tokens.clone().find(|&at| is_pause(text, at)) else { continue };
        let Some(half) = before_pause(text, pause, tokens.start).filter(|half| half.2 != at.span) else { continue };
        let final_score = pair(text, text.token_from(at.span.start), tokens.end);
        let Some(end) = final_score.filter(|_| !series) else { continue };
        let sorted = |pair: (Exact, Exact, Span)| (pair.0.max(pair.1), pair.0.min(pair.1));
        let ((more, less), (most, least)) = (sorted(half), sorted(end));
        if second_half(text, tokens.clone(), pause, at.span).is_none() {
            // Whoever led, neither side has fewer goals than it had.
            let over = if less > least { (less, least) } else { (more, most) };
            note(reading, "half-time", (over.0, half.2), end.2, Bounds::up_to(over.1));
        } else if let Some(second) = second_half(text, tokens, pause, at.span) {
            let all = |pair: (Exact, Exact, Span)| pair.0.plus(pair.1);
            let (Some(told), Some(before), Some(after)) = (all(end), all(half), all(second)) else { continue };
            let Some(worked_out) = before.plus(after) else { continue };
            note(reading, "halves", (told, end.2), half.2, Bounds::just(worked_out));
        }
    }
}

/// "half-time", "the break".
fn is_pause(text: &Text<'_>, at: usize) -> bool {
    let half = text.lower(at) == "half" && (text.lower(at + 1) == "time" || text.lower(at + 2) == "time");
    let the = |word: &str| text.lower(at) == "the" && text.lower(at + 1) == word;
    text.lower(at) == "halftime" || half || the("break") || the("interval")
}

/// The score right before "at half-time".
fn before_pause(text: &Text<'_>, pause: usize, floor: usize) -> Option<(Exact, Exact, Span)> {
    let at = pause.checked_sub(1).filter(|&at| text.lower(at) == "at")?;
    let first = at.checked_sub(3).filter(|&first| first >= floor)?;
    pair(text, first, at)
}

/// "the second half going 10-6 their way".
fn second_half(
    text: &Text<'_>,
    tokens: std::ops::Range<usize>,
    pause: usize,
    told: Span,
) -> Option<(Exact, Exact, Span)> {
    let half = tokens.clone().find(|&at| text.lower(at) == "second" && text.lower(at + 1) == "half")?;
    (half + 2..(half + 6).min(tokens.end))
        .filter(|&at| at != pause)
        .find_map(|at| pair(text, at, tokens.end))
        .filter(|found| found.2 != told)
}

/// "10-14".
fn pair(text: &Text<'_>, at: usize, limit: usize) -> Option<(Exact, Exact, Span)> {
    let whole = |at: usize| text.word(at).parse::<u16>().ok().map(|n| Exact::whole(i128::from(n)));
    let dash = matches!(text.word(at + 1), "-" | "–" | "‑") && at + 2 < limit;
    Some((whole(at)?, whole(at + 2).filter(|_| dash)?, text.span(at, at + 2)))
}
