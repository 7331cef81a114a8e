//! The hours from one time of day to another, and how many there are said to be: "open from 10am to 5pm, nine hours a day".

use super::{Bounds, Reading, note};
use crate::facts::exact::Exact;
use crate::facts::model::{Duration, Period};
use crate::facts::names::{Certainty, Hedge};
use crate::text::{Text, TokenKind};

/// What lasts so many hours.
const SPELLS: &[&str] = &[
    "shift", "shifts", "session", "stint", "window", "stretch", "span", "vigil", "meeting", "concert", "curfew",
    "class", "closure",
];

/// Reads the lengths that stand behind or before the hours that they are told of.
pub(super) fn read(reading: &mut Reading<'_>) {
    for index in 0..reading.facts.periods.len() {
        let Some(period) = reading.facts.periods.get(index) else { return };
        let Some(hours) = period.timex.as_deref().and_then(hours).filter(|_| !period.backwards) else { continue };
        let durations = &reading.facts.durations;
        let next = durations.partition_point(|duration| duration.at.span.start < period.at.span.end);
        let before = next.checked_sub(1).and_then(|at| durations.get(at));
        let told = [durations.get(next), before].into_iter().flatten().find(|length| {
            length.at.sentence == period.at.sentence && is_plain(length) && are_beside(reading.text, period, length)
        });
        let Some((length, written)) = told.and_then(|length| Some((length, length.figure.written?))) else { continue };
        let minutes = &*length.unit == "minute";
        // A rest may be left out.
        let (less, more) = if minutes { (10, 10) } else { (120, 30) };
        let scale = Exact::whole(if minutes { 60 } else { 1 });
        let end = |by: i128| hours.plus(Exact::fraction(by, 60)?)?.times(scale);
        let (Some(less), Some(most)) = (end(-less), end(more)) else { continue };
        let (figure, by) = ((written, length.at.span), period.at.span);
        note(reading, "hours", figure, by, Bounds { least: Some(less), most: Some(most) });
    }
}

/// The hours of "(T10,T17:30,PT7H30M)".
fn hours(timex: &str) -> Option<Exact> {
    let length = timex.strip_prefix("(T")?.strip_suffix(')')?.rsplit(',').next()?.strip_prefix("PT")?;
    let (hours, minutes) = match length.split_once('H') {
        Some((hours, minutes)) => (hours, minutes.strip_suffix('M').unwrap_or("0")),
        None => ("0", length.strip_suffix('M')?),
    };
    Exact::whole(hours.parse().ok()?).plus(Exact::fraction(minutes.parse().ok()?, 60)?)
}

fn is_plain(duration: &Duration) -> bool {
    let day = matches!(duration.per.as_deref(), None | Some("day"));
    // "from 6am to 6pm, 20 minutes a day" are not all of them.
    let unit = &*duration.unit == "hour" || &*duration.unit == "minute" && duration.per.is_none();
    unit && duration.figure.hedge == Hedge::Exactly && duration.at.certainty != Certainty::Weak && day
}

/// "from 10am to 5pm, nine hours a day", "nine hours a day, from 10am to 5pm".
fn are_beside(text: &Text<'_>, period: &Period, length: &Duration) -> bool {
    let ahead = length.at.span.start >= period.at.span.end;
    let (one, two) = if ahead { (period.at.span, length.at.span) } else { (length.at.span, period.at.span) };
    let gap: Vec<&str> = (text.token_from(one.end)..text.token_from(two.start)).map(|at| text.lower(at)).collect();
    let after = text.token_from(two.end);
    // "from 9am to 5pm, a five-hour shift", "a five-hour shift from 9am to 5pm"
    let spell = |at: usize| SPELLS.contains(&text.lower(at));
    let after = if ahead && matches!(gap.as_slice(), [",", "a" | "an" | "his" | "her" | "their"]) && spell(after) {
        return text.kind(after + 1) == TokenKind::Mark;
    } else {
        after
    };
    let after = if matches!(text.lower(after), "a" | "per" | "each") && text.lower(after + 1) == "day" {
        after + 2
    } else {
        after
    };
    let closes = text.kind(after) == TokenKind::Mark || after >= text.tokens.len();
    let joined = matches!(gap.as_slice(), [","] | [",", "or"] | [",", "a" | "each" | "per", "day"])
        || !ahead && matches!(gap.as_slice(), ["a" | "each" | "per", "day"] | ["a" | "each" | "per", "day", ","])
        || !ahead
            && matches!(gap.as_slice(), [one] | [one, "," | "is" | "was" | "runs" | "ran"] if SPELLS.contains(one));
    joined && closes
}
