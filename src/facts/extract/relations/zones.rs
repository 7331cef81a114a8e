//! One time of day in two time zones: "8pm BST (7pm GMT)", "9 a.m. PT / noon ET"; and a half of the day beside a
//! part of the other: "9 a.m. in the evening".

use super::Reading;
use crate::facts::model::{ClockPair, Time};
use crate::facts::names::Certainty;
use crate::text::{Text, TokenKind};

/// Zones of news with one meaning, and the minutes that they may be ahead of Greenwich, in winter and in summer:
/// "EST" is written in summer too.
const ZONES: &[(&str, &[i16])] = &[
    ("GMT", &[0]),
    ("UTC", &[0]),
    ("BST", &[60]),
    ("CET", &[60, 120]),
    ("CEST", &[120]),
    ("EST", &[-300, -240]),
    ("EDT", &[-300, -240]),
    ("ET", &[-300, -240]),
    ("CDT", &[-360, -300]),
    ("CT", &[-360, -300]),
    ("MDT", &[-420, -360]),
    ("MT", &[-420, -360]),
    ("PST", &[-480, -420]),
    ("PDT", &[-480, -420]),
    ("PT", &[-480, -420]),
    ("JST", &[540]),
    ("KST", &[540]),
    ("HKT", &[480]),
    ("SGT", &[480]),
    ("AEST", &[600, 660]),
    ("AEDT", &[660]),
    ("NZST", &[720, 780]),
    ("NZDT", &[780]),
    ("MSK", &[180]),
    ("SAST", &[120]),
    ("PKT", &[300]),
];

/// The minutes of a day.
const DAY: i16 = 24 * 60;

pub(super) fn read(reading: &mut Reading<'_>) {
    let text = reading.text;
    for index in 1..reading.facts.times.len() {
        let (Some(first), Some(second)) = (reading.facts.times.get(index - 1), reading.facts.times.get(index)) else {
            return;
        };
        let from = text.token_from(first.at.span.end);
        let gap = text.token_from(second.at.span.start).saturating_sub(from);
        if first.at.sentence == second.at.sentence && is_of_another_half(text, first, second) {
            let at = reading.at(first.at.span.to(second.at.span), Certainty::Likely);
            reading.facts.clock_pairs.push(ClockPair {
                at,
                first: index as u32 - 1,
                second: index as u32,
                fits: false,
            });
            continue;
        }
        let beside = gap == 1 && matches!(text.word(from), "(" | "/" | "[");
        if !beside || first.at.sentence != second.at.sentence {
            continue;
        }
        let (Some((a, here)), Some((b, there))) = (zoned(text, first), zoned(text, second)) else { continue };
        let same = |x: &i16, y: &i16| (a - x).rem_euclid(DAY) == (b - y).rem_euclid(DAY);
        // America changes its clocks all at once: both are of winter, or both of summer.
        let together = here.iter().chain(there).all(|ahead| *ahead < 0);
        let fits = if together {
            here.iter().zip(there).any(|(x, y)| same(x, y))
        } else {
            here.iter().any(|x| there.iter().any(|y| same(x, y)))
        };
        let at = reading.at(first.at.span.to(second.at.span), Certainty::Sure);
        reading.facts.clock_pairs.push(ClockPair { at, first: index as u32 - 1, second: index as u32, fits });
    }
}

/// "9 a.m. in the evening": a half of the day that the part of the day is not in.
fn is_of_another_half(text: &Text<'_>, clock: &Time, part: &Time) -> bool {
    let from = text.token_from(clock.at.span.end);
    let lead = text.token_from(part.at.span.start) == from + 1 && text.lower(from) == "in";
    let after = text.token_from(part.at.span.end);
    let hour = text.lowered(clock.at.span);
    let half = |half: &str, short: &str| hour.ends_with(half) || hour.ends_with(short);
    let morning = matches!(text.lowered(part.at.span), "the morning" | "the early morning");
    let later = matches!(text.lowered(part.at.span), "the evening" | "the afternoon");
    // "in the morning session", "in the evening news"
    let closes = text.kind(after) == TokenKind::Mark || matches!(text.lower(after), "on" | "and" | "of" | "when");
    lead && closes && (later && half("a.m.", "am") || morning && half("p.m.", "pm"))
}

/// The minutes after midnight of a time, and what its zone may be ahead of Greenwich.
fn zoned(text: &Text<'_>, time: &Time) -> Option<(i16, &'static [i16])> {
    let minutes = i16::try_from(time.minutes?).ok()?;
    let last = text.token_from(time.at.span.end.saturating_sub(1));
    let zone = text.word(last);
    let (_, ahead) = ZONES.iter().find(|(name, _)| *name == zone)?;
    Some((minutes, ahead))
}
