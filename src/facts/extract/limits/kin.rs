//! Two ages and the years between them: "Ann Lee, 45, is ten years older than her brother Bob, 25", "twins, aged 19 and 22",
//! "died at the age of 84, some 75 years after he began as a nine-year-old".

use super::{Bounds, Reading, note};
use crate::facts::exact::Exact;
use crate::facts::model::{Age, Duration, only_of_sentence};
use crate::facts::names::{Certainty, Hedge};
use crate::source::Span;
use crate::text::{Case, Text, TokenKind};
use std::ops::Range;

/// The most words between "than" and the second age.
const REACH: usize = 6;

/// How far before the first age somebody else may be told of, in tokens.
const BEFORE: usize = 20;

/// Reads the pairs of ages that stand in one sentence.
pub(super) fn read(reading: &mut Reading<'_>) {
    for index in 1..reading.facts.ages.len() {
        let ages = &reading.facts.ages;
        let (Some(one), Some(two)) = (ages.get(index - 1), ages.get(index)) else { return };
        let sentence = two.at.sentence;
        let other = |at: Option<&Age>| at.is_some_and(|age| age.at.sentence == sentence);
        let pair = one.at.sentence == sentence
            && !other(ages.get(index + 1))
            && !other(index.checked_sub(2).and_then(|at| ages.get(at)));
        if pair && let Some((figure, by, bounds)) = in_decade(reading.text, one, two) {
            note(reading, "kin", figure, by, bounds);
            continue;
        }
        if !pair || !is_plain(one) || !is_plain(two) {
            continue;
        }
        let figure = two.figure.written.map(|written| (written, two.figure.span));
        let found =
            twins(reading.text, one, two).or_else(|| apart(reading, one, two)).or_else(|| behind(reading, one, two));
        if let (Some(figure), Some((by, bounds))) = (figure, found) {
            note(reading, "kin", figure, by, bounds);
        }
    }
}

fn is_plain(age: &Age) -> bool {
    age.figure.hedge == Hedge::Exactly && &*age.unit == "year" && age.at.certainty != Certainty::Weak
}

/// "the twins, aged 19 and 22": both are of one age.
fn twins(text: &Text<'_>, one: &Age, two: &Age) -> Option<(Span, Bounds)> {
    let (first, end) = (text.token_from(one.at.span.start), text.token_from(one.at.span.end));
    let gap = end..text.token_from(two.at.span.start);
    let joined = gap.len() == 1 && text.lower(gap.start) == "and" && text.lower(first) == "aged";
    let comma = usize::from(text.word(first.wrapping_sub(1)) == ",");
    let noun = first.checked_sub(1 + comma)?;
    let lead = noun.checked_sub(1).map_or("", |at| text.lower(at));
    // "two sets of twins, aged three and five", "identical twins" who are several.
    let set = matches!(lead, "of" | "and" | "two" | "three" | "four" | "," | "or");
    let after = text.token_from(two.at.span.end);
    let closes = text.kind(after) == TokenKind::Mark && text.word(after) != "-";
    let figure = one.figure.written?;
    (joined && text.lower(noun) == "twins" && !set && closes).then_some((one.at.span, Bounds::just(figure)))
}

/// "45, is ten years older than her brother Bob, 25", "at 84, some 75 years after he began as a nine-year-old"
fn apart(reading: &Reading<'_>, one: &Age, two: &Age) -> Option<(Span, Bounds)> {
    let text = reading.text;
    let years = only_of_sentence(&reading.facts.durations, two.at.sentence).filter(|years| is_years(years))?;
    if one.at.span.end > years.at.span.start || years.at.span.end > two.at.span.start {
        return None;
    }
    let lead = text.token_from(one.at.span.end)..text.token_from(years.at.span.start);
    let gap = text.token_from(years.at.span.end)..text.token_from(two.at.span.start);
    let after = text.token_from(two.at.span.end);
    let sign = match text.lower(gap.start) {
        "older" => Exact::whole(-1),
        "younger" => Exact::ONE,
        "after" if is_since(text, lead.clone(), gap.clone()) => Exact::whole(-1),
        _ => return None,
    };
    let than = text.lower(gap.start) == "after"
        || text.lower(gap.start + 1) == "than"
            && gap.len() <= REACH + 2
            && is_named(text, gap.start + 2..gap.end)
            && is_said(text, lead)
            && text.kind(after) == TokenKind::Mark;
    let (age, apart) = (one.figure.written?, years.figure.value);
    let (low, high) = (apart.low.number()?, apart.high.number()?);
    let other = |years: Exact| age.plus(years.times(sign)?);
    let (near, far) = (other(low)?, other(high)?);
    let (least, most) = if near <= far { (near, far) } else { (far, near) };
    let bounds = Bounds { least: least.minus(Exact::ONE), most: most.plus(Exact::ONE) };
    than.then_some((one.at.span, bounds))
}

/// "A man in his 30s, aged 34", "the 64-year-old clerk, in her sixties": an age and the ten years that it lies in.
fn in_decade(text: &Text<'_>, one: &Age, two: &Age) -> Option<((Exact, Span), Span, Bounds)> {
    let (exact, decade) = if is_plain(one) { (one, two) } else { (two, one) };
    let (low, high) = (decade.figure.value.low.number()?, decade.figure.value.high.number()?);
    let tens = high.minus(low)? == Exact::whole(9) && text.written(decade.at.span).ends_with('s');
    let own = |at: usize| {
        text.lower(at.wrapping_sub(2)) == "in" && matches!(text.lower(at.wrapping_sub(1)), "his" | "her" | "their")
    };
    let at = text.token_from(decade.at.span.start);
    let gap = text.token_from(one.at.span.end)..text.token_from(two.at.span.start);
    let beside = if decade.at.span.start < exact.at.span.start {
        let first = text.token_from(exact.at.span.start);
        gap.len() == 1 && text.word(gap.start) == "," && text.lower(first) == "aged"
    } else {
        // A noun, a comma, "in his".
        let comma = gap.end.checked_sub(3).filter(|&comma| text.word(comma) == "," && comma >= gap.start)?;
        let noun = gap.start..comma;
        noun.len() <= 2 && noun.into_iter().all(|at| text.token(at).is_some_and(|token| token.case == Case::Lower))
    };
    let after = text.token_from(two.at.span.end);
    let told = tens && own(at) && beside && text.kind(after) == TokenKind::Mark && is_plain(exact);
    let bounds = Bounds { least: Some(low), most: Some(high) };
    exact.figure.written.filter(|_| told).map(|written| ((written, exact.at.span), decade.at.span, bounds))
}

/// "The 52-year-old and his wife, 47, who is five years younger": the years stand behind both ages.
fn behind(reading: &Reading<'_>, one: &Age, two: &Age) -> Option<(Span, Bounds)> {
    let text = reading.text;
    let years = only_of_sentence(&reading.facts.durations, two.at.sentence).filter(|years| is_years(years))?;
    let lead: Vec<&str> = (text.token_from(two.at.span.end)..text.token_from(years.at.span.start))
        .take(4)
        .map(|at| text.lower(at))
        .collect();
    let who = matches!(lead.as_slice(), [",", "who", "is" | "was"]);
    let past = text.token_from(years.at.span.end);
    let sign = match text.lower(past) {
        "older" => Exact::ONE,
        "younger" => Exact::whole(-1),
        _ => return None,
    };
    // "and his wife, 47": the other of two people.
    let gap = text.token_from(one.at.span.end)..text.token_from(two.at.span.start);
    let pair = gap.len() <= REACH && gap.clone().any(|at| text.lower(at) == "and");
    let closes = text.kind(past + 1) == TokenKind::Mark;
    let (age, apart) = (one.figure.written?, years.figure.value);
    let (low, high) = (apart.low.number()?, apart.high.number()?);
    let (near, far) = (age.plus(low.times(sign)?)?, age.plus(high.times(sign)?)?);
    let (least, most) = if near <= far { (near, far) } else { (far, near) };
    let bounds = Bounds { least: least.minus(Exact::ONE), most: most.plus(Exact::ONE) };
    (who && pair && closes).then_some((one.at.span, bounds))
}

fn is_years(duration: &Duration) -> bool {
    let plain = matches!(duration.figure.hedge, Hedge::Exactly | Hedge::About);
    &*duration.unit == "year" && plain && duration.at.certainty != Certainty::Weak && duration.per.is_none()
}

/// ", is", ",", "is": who is told of is the one whose age stands before.
fn is_said(text: &Text<'_>, lead: Range<usize>) -> bool {
    let words: Vec<&str> = lead.map(|at| text.lower(at)).collect();
    matches!(words.as_slice(), [","] | [",", "is" | "was"] | [",", "who", "is" | "was"])
}

/// "her brother Bob,": names and kin alone.
fn is_named(text: &Text<'_>, words: Range<usize>) -> bool {
    let comma = words.end.checked_sub(1).is_some_and(|at| text.word(at) == ",");
    let plain = |at: usize| {
        text.kind(at) == TokenKind::Word
            && !matches!(
                text.lower(at),
                "was" | "when" | "at" | "the" | "and" | "or" | "of" | "who" | "most" | "average"
            )
    };
    comma && words.len() >= 2 && (words.start..words.end - 1).all(plain)
}

/// ", some 75 years after he began … as a nine-year-old": both ages are of one person.
fn is_since(text: &Text<'_>, lead: Range<usize>, gap: Range<usize>) -> bool {
    let beside = lead.len() <= 1 && lead.clone().all(|at| matches!(text.word(at), "," | "—" | "–" | "-"));
    // "He died … after she": two people.
    let other = match text.lower(gap.start + 1) {
        "he" => "she",
        "she" => "he",
        _ => return false,
    };
    let before = lead.start.saturating_sub(BEFORE)..lead.start;
    let one = before.into_iter().all(|at| text.lower(at) != other && text.lower(at) != "it");
    let back = |n: usize| gap.end.checked_sub(n).map_or("", |at| text.lower(at));
    let plain = gap.clone().all(|at| {
        text.kind(at) != TokenKind::Mark
            && !matches!(text.lower(at), "and" | "whose" | "who" | "when" | "his" | "her" | "him" | "them" | "had")
    });
    beside && one && plain && (matches!(back(1), "a" | "an") && back(2) == "as" || back(1) == "at" || back(1) == "aged")
}
