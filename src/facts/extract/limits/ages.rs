//! More ages than people: "the three brothers, aged 19, 22, 25 and 31".

use super::{Bounds, Reading, note};
use crate::facts::exact::Exact;
use crate::facts::names::Hedge;
use crate::text::lexicon;

/// Those who are several each.
const SEVERAL: &[&str] = &["couple", "pair", "family", "team", "group", "crew", "set", "twin", "triplet", "generation"];

/// Reads the ages that follow a number of people.
pub(super) fn read(reading: &mut Reading<'_>) {
    let text = reading.text;
    let mut index = 0;
    while let Some(age) = reading.facts.ages.get(index) {
        let (from, span) = (text.token_from(age.at.span.start), age.at.span);
        index += 1;
        if !matches!(text.lower(from), "aged" | "ages") {
            continue;
        }
        let comma = usize::from(matches!(text.word(from.wrapping_sub(1)), "," | "("));
        let Some(noun) = from.checked_sub(1 + comma).and_then(|at| text.token(at)).map(|token| token.span) else {
            continue;
        };
        let counts = &reading.facts.counts;
        let after = counts.partition_point(|count| count.at.span.start <= noun.start);
        let count = after.checked_sub(1).and_then(|at| counts.get(at)).filter(|count| count.at.span.end == noun.end);
        let Some(count) = count.filter(|count| count.figure.hedge == Hedge::Exactly) else { continue };
        let key = &*count.noun.key;
        let people = (key == "person" || lexicon::is_a_kind_of(key, "person")) && !SEVERAL.contains(&key);
        let (Some(all), by) = (count.figure.written.filter(|_| people), count.at.span) else { continue };
        let mut last = (span.end, false);
        let first = index - 1;
        while let Some(next) = reading.facts.ages.get(index) {
            let gap = text.token_from(last.0)..text.token_from(next.at.span.start);
            let and = gap.end.checked_sub(1).is_some_and(|at| text.lower(at) == "and");
            let joined = gap.len() == 1 && (and || text.word(gap.start) == ",")
                || gap.len() == 2 && and && text.word(gap.start) == ",";
            // "and" joins the last of them.
            if last.1 || !joined || next.at.sentence != count.at.sentence {
                break;
            }
            last = (next.at.span.end, and);
            index += 1;
        }
        let ages = i64::try_from(index - first).unwrap_or(i64::MAX);
        if last.1 {
            let told = span.to(crate::source::Span { start: last.0, end: last.0 });
            note(reading, "ages", (Exact::from(ages), told), by, Bounds::up_to(all));
        }
    }
}
