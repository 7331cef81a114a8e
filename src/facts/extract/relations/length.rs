//! How long a period is, where the length follows it: "from 1998 to 2015, some 27 years".

use super::Reading;
use crate::text::Text;

/// Words that may stand between a period and its length.
const BETWEEN: &[&str] = &[",", "(", "—", "–", "or", "a", "period", "of", "total", "in", "all", "span", "some"];

/// The most of them.
const REACH: usize = 5;

pub(super) fn read(reading: &mut Reading<'_>) {
    let text = reading.text;
    let mut next = 0;
    for period in &mut reading.facts.periods {
        if period.length.is_some() || period.start.is_none() || period.end.is_none() {
            continue;
        }
        let from = period.at.span.end;
        while reading.facts.durations.get(next).is_some_and(|duration| duration.at.span.start < from) {
            next += 1;
        }
        let Some(duration) = reading.facts.durations.get(next) else { return };
        let gap = text.token_from(from)..text.token_from(duration.at.span.start);
        let after = text.token_from(duration.at.span.end);
        let opens = matches!(text.lower(gap.start), "," | "(" | "—" | "–");
        let plain = gap.len() <= REACH && gap.clone().all(|at| BETWEEN.contains(&text.lower(at)));
        if opens && plain && duration.at.sentence == period.at.sentence && closes(text, after) {
            period.length = Some(next as u32);
            period.at.span = period.at.span.to(duration.at.span);
        }
    }
}

fn closes(text: &Text<'_>, at: usize) -> bool {
    matches!(text.lower(at), "." | "," | ";" | ")" | "" | "—" | "–" | "in")
}
