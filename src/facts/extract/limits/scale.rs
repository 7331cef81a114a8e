//! Readings that no scale has: "an earthquake with a magnitude of 89", "a pH of 65".

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

/// Reads the numbers that are told on such a scale.
pub(super) fn read(reading: &mut Reading<'_>) {
    let text = reading.text;
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
        };
        let bounds = Bounds { least: Some(least), most };
        note(reading, "scale", (written, span), text.span(by, by), bounds);
    }
}

#[derive(Clone, Copy)]
enum Scale {
    Quake,
    Acid,
}

/// "magnitude 6", "magnitude of 6", "a pH of 6", "pH 6", and where the word stands.
fn told(text: &Text<'_>, first: usize) -> Option<(Scale, usize)> {
    let last = first.checked_sub(1)?;
    let last = if matches!(text.lower(last), "of" | "-" | "at") { last.checked_sub(1)? } else { last };
    match text.lower(last) {
        "magnitude" => Some((Scale::Quake, last)),
        "ph" if text.word(last) == "pH" => Some((Scale::Acid, last)),
        _ => None,
    }
}
