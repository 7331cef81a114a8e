//! Figures told by their tens: "highs in the low 80s", "the upper 50s to lower 60s", "a round in the low 70s".

use super::Reading;
use super::figure::{Drawn, Numbers, state};
use super::measure::Measured;
use super::side::Tail;
use crate::facts::exact::Exact;
use crate::facts::model::Style;
use crate::facts::names::{Certainty, Hedge};
use crate::facts::units;
use crate::text::{Text, TokenKind};
use std::sync::Arc;

/// One of the tens, or a part of them.
#[derive(Clone, Copy, Debug)]
struct Tens {
    first: usize,
    end: usize,
    low: i128,
    high: i128,
    /// Whether "low", "upper" or "high" parts it, which no decade is told with.
    parted: bool,
}

/// Reads the tens whose digits are the token `at`; gives the token to go on with.
pub(super) fn read(reading: &mut Reading<'_>, at: usize, floor: usize) -> Option<usize> {
    let text = reading.text;
    let one = tens(text, at, floor)?;
    let warm = is_weather(text, at);
    // "in her low 80s" is an age, "the mid-60s" are years.
    let owned = one.first.checked_sub(1).is_some_and(|before| OWNERS.contains(&text.lower(before)));
    if owned || !(warm || one.parted) || matches!(text.lower(one.end), "%" | "percent" | "per") {
        return None;
    }
    let to = text.lower(one.end) == "to" || matches!(text.word(one.end), "-" | "–") && text.glued(one.end);
    let second = (one.end + 1..one.end + 5).find(|&at| text.kind(at) == TokenKind::Number).filter(|_| to);
    let second = second.and_then(|at| tens(text, at, one.end)).filter(|second| second.high > one.high);
    let last = second.unwrap_or(one);
    let drawn = Drawn {
        first: one.first,
        end: last.end,
        span: text.span(at, last.end - 1),
        numbers: Numbers::Two(Exact::whole(one.low), Exact::whole(last.high)),
        hedge: Hedge::Range,
        hedge_span: None,
        style: Style { range: true, ..Style::default() },
        rough: false,
        certainty: if warm { Certainty::Likely } else { Certainty::Weak },
    };
    let degrees = units::by_symbol("°").filter(|_| warm);
    let tail = degrees.map_or(Tail::Bare, |unit| {
        Tail::Unit(Measured { unit: Arc::clone(unit), span: text.span(at, at + 1), end: last.end })
    });
    Some(state(reading, drawn, &tail, last.end, floor))
}

fn tens(text: &Text<'_>, at: usize, floor: usize) -> Option<Tens> {
    let digits = text.word(at);
    let plural = matches!(text.lower(at + 1), "s" | "'s" | "’s");
    if digits.len() != 2 || !digits.ends_with('0') || !plural || !text.glued(at + 1) {
        return None;
    }
    let ten: i128 = digits.parse().ok().filter(|ten| *ten > 0)?;
    let hyphen = |at: usize| usize::from(matches!(text.word(at), "-" | "‑" | "–"));
    let back = |at: usize| at.checked_sub(1).filter(|&at| at >= floor).and_then(|at| at.checked_sub(hyphen(at)));
    let whole = Tens { first: at, end: at + 2, low: ten, high: ten + 9, parted: false };
    let Some(word) = back(at).filter(|&word| word >= floor) else { return Some(whole) };
    let Some((low, high, parted)) = part(text.lower(word)) else { return Some(whole) };
    let one = Tens { first: word, low: ten + low, high: ten + high, parted, ..whole };
    // "low to mid 80s", "mid-to-upper 70s"
    let to = back(word).filter(|&to| text.lower(to) == "to").and_then(back);
    let earlier = to.and_then(|at| Some((at, part(text.lower(at))?))).filter(|(_, (from, ..))| *from < low);
    Some(earlier.map_or(one, |(first, (from, _, parted))| Tens {
        first,
        low: ten + from,
        parted: one.parted || parted,
        ..one
    }))
}

/// The years or degrees of ten that a word takes, and whether no decade is told with it.
fn part(lower: &str) -> Option<(i128, i128, bool)> {
    Some(match lower {
        "low" | "lower" => (0, 3, true),
        "mid" | "middle" => (4, 6, false),
        "high" | "upper" => (7, 9, true),
        _ => return None,
    })
}

/// Whether a word of the weather stands in the sentence, near the tens.
fn is_weather(text: &Text<'_>, at: usize) -> bool {
    let start = text.token(at).map_or(0, |token| token.span.start);
    let sentence = text.sentences.get(text.sentence_at(start)).map_or(at..at, |sentence| sentence.tokens.clone());
    let near = sentence.start.max(at.saturating_sub(NEAR))..sentence.end.min(at + NEAR);
    near.into_iter().any(|at| WEATHER.contains(&text.lower(at)))
}

/// How far from the tens a word of the weather may stand.
const NEAR: usize = 16;

/// Whose tens are years of life.
const OWNERS: &[&str] = &["his", "her", "their", "my", "our", "your"];

/// Words of the weather that degrees are told with.
const WEATHER: &[&str] = &[
    "temperature",
    "temperatures",
    "highs",
    "lows",
    "degrees",
    "mercury",
    "thermometer",
    "thermometers",
    "sunny",
    "humid",
    "humidity",
    "warmer",
    "cooler",
    "chilly",
    "breezy",
    "clouds",
    "cloudy",
    "showers",
    "thunderstorms",
    "dewpoints",
    "temps",
    "sunshine",
];
