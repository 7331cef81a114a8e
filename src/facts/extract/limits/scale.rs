//! Readings that no scale has: "an earthquake with a magnitude of 89", "a pH of 65", "36-carat gold", "980 decibels".

use super::{Bounds, Reading, note};
use crate::facts::exact::Exact;
use crate::facts::names::Certainty;
use crate::text::Text;

/// What a quake is called: stars and other things have magnitudes too.
const QUAKES: &[&str] = &[
    "quake",
    "quakes",
    "earthquake",
    "earthquakes",
    "tremor",
    "tremors",
    "aftershock",
    "aftershocks",
    "temblor",
    "temblors",
    "richter",
];

/// How far from a magnitude the quake is looked for, in tokens.
const FAR: usize = 40;

/// Units that end: the name, the words one of which has to stand near, and the most that any reading comes to. Nothing
/// is louder than 194 decibels in air, rockets and whales are told of with some more; gold is pure at 24 carats; no heart
/// was ever measured at 500 beats.
const UNITS: &[(&str, &[&str], i128)] = &[
    ("decibel", &[], 250),
    ("carat", &["gold"], 24),
    ("carat of gold", &[], 24),
    ("beat per minute", &["heart", "heartbeat", "pulse"], 500),
];

/// Animals whose hearts beat faster.
const SMALL_HEARTS: &[&str] =
    &["hummingbird", "hummingbirds", "shrew", "shrews", "mouse", "mice", "bird", "birds", "bat", "bats"];

/// Reads the numbers and measures that are told on such a scale.
pub(super) fn read(reading: &mut Reading<'_>) {
    let text = reading.text;
    for index in 0..reading.facts.measures.len() {
        let Some(measure) = reading.facts.measures.get(index) else { return };
        let name = &*measure.unit.name;
        let Some((_, near, most)) = UNITS.iter().find(|(unit, ..)| *unit == name) else { continue };
        let (first, end) = (text.token_from(measure.at.span.start), text.token_from(measure.at.span.end));
        let said = |words: &[&str]| text.near(first..end, FAR).any(|at| words.contains(&text.lower(at)));
        // A "36-carat gold and diamond ring" may hold so much of diamonds: gold has to stand right behind its carats.
        let plain =
            near.is_empty() || name == "carat" && near.contains(&text.lower(end)) || name != "carat" && said(near);
        let Some(written) = measure.figure.written.filter(|_| plain && !said(SMALL_HEARTS)) else { continue };
        let (figure, unit) = (measure.figure.span, measure.unit_span);
        note(reading, "scale", (written, figure), unit, Bounds::up_to(Exact::whole(*most)));
    }
    for index in 0..reading.facts.numbers.len() {
        let Some(number) = reading.facts.numbers.get(index) else { return };
        let first = text.token_from(number.at.span.start);
        let Some((scale, by)) = told(text, first) else { continue };
        let Some(written) = number.figure.written.filter(|_| number.at.certainty != Certainty::Weak) else { continue };
        let span = number.figure.span;
        let star =
            |at: usize| matches!(text.lower(at), "star" | "stars" | "sky" | "astronomer" | "astronomers" | "comet");
        let quake = || {
            let mut tokens = text.near(first..first, FAR);
            tokens.clone().any(|at| QUAKES.contains(&text.lower(at))) && !tokens.any(star)
        };
        let (least, most) = match scale {
            Scale::Quake if quake() => (Exact::whole(-3), Exact::fraction(99, 10)),
            Scale::Quake => continue,
            Scale::Acid => (Exact::whole(-2), Some(Exact::whole(15))),
            // Some countries tell it in parts of a thousand, of which a few are death.
            Scale::Drink => (Exact::ZERO, Some(Exact::whole(8))),
        };
        let bounds = Bounds { least: Some(least), most };
        note(reading, "scale", (written, span), text.span(by, by), bounds);
    }
}

#[derive(Clone, Copy)]
enum Scale {
    Quake,
    Acid,
    Drink,
}

/// "magnitude 6", "magnitude of 6", "a pH of 6", "pH 6", and where the word stands.
fn told(text: &Text<'_>, first: usize) -> Option<(Scale, usize)> {
    let last = first.checked_sub(1)?;
    let last = if matches!(text.lower(last), "of" | "-" | "at" | "was") { last.checked_sub(1)? } else { last };
    match text.lower(last) {
        "magnitude" => Some((Scale::Quake, last)),
        "ph" if text.word(last) == "pH" => Some((Scale::Acid, last)),
        "bac" if text.word(last) == "BAC" => Some((Scale::Drink, last)),
        // "a blood alcohol level of 16": milligrams are told with their unit.
        "level" | "content" | "concentration" if text.lower(last.checked_sub(1)?) == "alcohol" => {
            let blood = (last.saturating_sub(3)..last).any(|at| text.lower(at) == "blood");
            blood.then_some((Scale::Drink, last))
        }
        _ => None,
    }
}
